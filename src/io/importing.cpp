// SPDX-License-Identifier: BSL-1.0
#include "importing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/io/display.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie {

std::string to_string(rejected const& r) {
  auto const& at = r.why.where;
  std::string text;
  if (!at.file.empty()) text = sanitized(at.file) + ':';
  if (at.line != 0) text += std::to_string(at.line) + ':' + std::to_string(at.column) + ':';
  if (!text.empty()) text += ' ';
  return text + sanitized(r.what) + ": " + sanitized(r.why.message);
}

std::string to_string(remark const& r) {
  std::string text = sanitized(r.what) + ": " + std::to_string(r.count);
  for (std::size_t i = 0; i < r.examples.size(); ++i) text.append(i == 0 ? " (" : ", ").append(cut(r.examples[i], 60));
  if (!r.examples.empty()) text += r.count > r.examples.size() ? ", …)" : ")";
  return text;
}

namespace detail {

namespace {

// FNV-1a, 64 bits.
[[nodiscard]] std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  return hex;
}

[[nodiscard]] std::string spelled(std::string_view text) {
  if (!why_no_id(text, "event")) return std::string{text};
  constexpr std::size_t room = 100;
  std::string id;
  for (auto const step : utf8_steps{text}) {
    bool const fits = step.valid && !is_white_space(step.character) && !is_control(step.character) && !is_hidden(step.character) &&
                      std::string_view{"\":(),;\\"}.find(text[step.offset]) == std::string_view::npos;
    if (id.size() + step.length > room) break;
    if (fits) id += text.substr(step.offset, step.length);
    else if (!id.empty() && id.back() != '-') id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id + (id.empty() ? "" : "~") + fingerprint(text);
}

}  // namespace

std::string const& id_maker::of(std::string_view text) {
  auto const [place, fresh] = by_text_.try_emplace(std::string{text});
  if (!fresh) return place->second;
  std::string id = spelled(text);
  for (auto n = taken_[id]++; n != 0;) {
    id += '~' + std::to_string(n + 1);
    n = taken_[id]++;
  }
  return place->second = std::move(id);
}

void remarks::add(std::string_view what, std::string_view example) {
  auto found = places_.find(what);
  if (found == places_.end()) {
    found = places_.emplace(what, all_.size()).first;
    all_.push_back({std::string{what}});
  }
  remark& r = all_[found->second];
  ++r.count;
  if (!example.empty() && r.examples.size() < 5 && std::find(r.examples.begin(), r.examples.end(), example) == r.examples.end())
    r.examples.emplace_back(example);
}

std::string without_blanks_around(std::string_view text) {
  auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string{text};
}

namespace {

[[nodiscard]] char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] bool letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }

// The character that an entity at `at` (its "&") stands for, and where the entity ends.
[[nodiscard]] std::optional<std::pair<char32_t, std::size_t>> entity(std::string_view html, std::size_t at) {
  auto const end = html.substr(0, std::min(html.size(), at + 12)).find(';', at);
  if (end == std::string_view::npos) return std::nullopt;
  auto const name = html.substr(at + 1, end - at - 1);
  if (name.starts_with('#')) {
    bool const hex = name.size() > 1 && lower(name[1]) == 'x';
    auto const digits = name.substr(hex ? 2 : 1);
    char32_t value = 0;
    if (digits.empty()) return std::nullopt;
    for (char const d : digits) {
      auto const digit = std::string_view{"0123456789abcdef"}.substr(0, hex ? 16 : 10).find(lower(d));
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
      if (value > 0x10FFFF) return std::nullopt;
    }
    if (value == 0) return std::nullopt;
    return std::pair{value, end + 1};
  }
  static constexpr std::array<std::pair<std::string_view, char32_t>, 16> known{{{"amp", U'&'},
                                                                                {"lt", U'<'},
                                                                                {"gt", U'>'},
                                                                                {"quot", U'"'},
                                                                                {"apos", U'\''},
                                                                                {"nbsp", 0xA0},
                                                                                {"ndash", 0x2013},
                                                                                {"mdash", 0x2014},
                                                                                {"lsquo", 0x2018},
                                                                                {"rsquo", 0x2019},
                                                                                {"ldquo", 0x201C},
                                                                                {"rdquo", 0x201D},
                                                                                {"laquo", 0xAB},
                                                                                {"raquo", 0xBB},
                                                                                {"hellip", 0x2026},
                                                                                {"eacute", 0xE9}}};
  for (auto const& [word, character] : known)
    if (word == name) return std::pair{character, end + 1};
  return std::nullopt;
}

// Behind the ">" of the tag whose "<" is at `at`; a ">" in quotes is none. Nowhere: there is none.
[[nodiscard]] std::size_t tag_end(std::string_view html, std::size_t at) {
  char quote = '\0';
  for (std::size_t i = at + 1; i < html.size(); ++i) {
    char const c = html[i];
    if (quote != '\0') quote = c == quote ? '\0' : quote;
    else if ((c == '"' || c == '\'') && html[i - 1] == '=') quote = c;
    else if (c == '>') return i + 1;
  }
  return std::string_view::npos;
}

}  // namespace

plain_text without_markup(std::string_view html) {
  static constexpr std::array<std::string_view, 9> breaks{"br", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3", "/blockquote"};
  plain_text out;
  bool tags_end = true;  // whether a tag that begins here may still end; one that didn't means that none behind it does
  for (std::size_t i = 0; i < html.size();) {
    char const c = html[i];
    if (c == '&') {
      if (auto const e = entity(html, i)) {
        append_utf8(out.text, e->first);
        out.changed = true;
        i = e->second;
        continue;
      }
    }
    char const next = i + 1 < html.size() ? html[i + 1] : '\0';
    if (c != '<' || !tags_end || !(letter(next) || next == '/' || next == '!' || next == '?')) {
      out.text += c;
      ++i;
      continue;
    }
    bool const comment = html.substr(i).starts_with("<!--");
    auto const mark = comment ? html.find("-->", i + 4) : std::string_view::npos;
    auto const end = !comment ? tag_end(html, i) : mark == std::string_view::npos ? mark : mark + 3;
    if (end == std::string_view::npos) {
      tags_end = false;
      continue;
    }
    std::string name;
    for (std::size_t k = i + 1; k < end && (letter(html[k]) || (html[k] == '/' && k == i + 1) || (html[k] >= '0' && html[k] <= '9')) &&
        name.size() < 12; ++k)
      name += lower(html[k]);
    out.changed = true;
    i = end;
    if (std::find(breaks.begin(), breaks.end(), name) != breaks.end()) out.text += '\n';
    if (name == "script" || name == "style") {
      // What stands inside is no text; without an end it goes to the end.
      std::size_t k = i;
      for (; k < html.size(); ++k) {
        if (html[k] != '<' || k + 1 >= html.size() || html[k + 1] != '/') continue;
        bool same = k + 2 + name.size() <= html.size();
        for (std::size_t n = 0; same && n < name.size(); ++n) same = lower(html[k + 2 + n]) == name[n];
        if (same) break;
      }
      i = k;
    }
  }
  if (out.changed) out.text = without_blanks_around(out.text);
  return out;
}

}  // namespace detail
}  // namespace sinedie
