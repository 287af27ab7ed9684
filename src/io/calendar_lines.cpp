// SPDX-License-Identifier: BSL-1.0
#include "calendar_lines.hpp"

#include <algorithm>

#include <sinedie/detail/utf8.hpp>

#include "ascii.hpp"

namespace sinedie::detail {

namespace {

[[nodiscard]] char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

[[nodiscard]] bool in_name(char c) noexcept {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return upper(x) == upper(y); });
}

std::string in_upper_case(std::string_view name) {
  std::string out{name};
  std::transform(out.begin(), out.end(), out.begin(), upper);
  return out;
}

std::string_view calendar_lines::physical() {
  auto const end = text_.find('\n', next_);
  auto line = text_.substr(next_, end == std::string_view::npos ? end : end - next_);
  next_ = end == std::string_view::npos ? text_.size() : end + 1;
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

place calendar_lines::at(std::size_t offset) const {
  auto const after = std::upper_bound(pieces_.begin(), pieces_.end(), offset, [](std::size_t o, piece const& p) { return o < p.offset; });
  piece const& p = after == pieces_.begin() ? pieces_.front() : *(after - 1);
  place found;
  found.line = p.line;
  found.column = p.column + (offset - p.offset);
  return found;
}

problem calendar_lines::complaint(errc code, std::size_t offset, std::string message) const {
  problem p;
  p.code = code;
  p.message = std::move(message);
  p.where = at(offset);
  return p;
}

std::optional<calendar_line> calendar_lines::next() {
  std::string_view whole;
  do {
    if (next_ >= text_.size()) return std::nullopt;
    whole = physical();
  } while (whole.empty());
  pieces_.assign(1, {0, line_, 1});
  std::size_t size = whole.size();
  bool folded = false;
  while (next_ < text_.size() && (text_[next_] == ' ' || text_[next_] == '\t')) {
    auto const more = physical().substr(1);
    size += more.size();
    if (size > most_) continue;
    if (!folded) unfolded_ = whole;
    folded = true;
    pieces_.push_back({unfolded_.size(), line_, 2});
    unfolded_ += more;
  }
  if (folded) whole = unfolded_;

  calendar_line out;
  out.at = out.value_at = at(0);
  if (size > most_) {
    // Its name is still of use: a long line may begin or end nothing, but it may be one that nobody needs.
    out.wrong = complaint(errc::limit, 0, "a line of " + std::to_string(size) + " bytes; at most " + std::to_string(most_) + " are read");
    return out;
  }
  if (auto const nul = whole.find('\0'); nul != std::string_view::npos) {
    out.wrong = complaint(errc::bad_character, nul, "a NUL stands in " + quoted(whole));
    return out;
  }
  if (auto const bad = first_invalid_utf8(whole)) {
    out.wrong = complaint(errc::bad_encoding, *bad, quoted(whole) + " isn't UTF-8");
    return out;
  }
  std::size_t colon = 0;
  while (colon < whole.size() && in_name(whole[colon])) ++colon;
  out.name = whole.substr(0, colon);
  std::size_t const name_end = colon;
  bool in_quotes = false;
  if (colon < whole.size() && whole[colon] == ';')
    while (colon < whole.size() && (in_quotes || whole[colon] != ':')) in_quotes = (whole[colon++] == '"') != in_quotes;
  if (out.name.empty() || colon >= whole.size() || whole[colon] != ':') {
    out.wrong = complaint(errc::bad_syntax, std::min(name_end, whole.size()),
                          in_quotes ? "a quotation mark isn't closed in " + quoted(whole)
                                    : quoted(whole) + " is no property: a name and a colon should begin it");
    out.name = {};
    return out;
  }
  if (colon > name_end) out.parameters = whole.substr(name_end + 1, colon - name_end - 1);
  out.value = whole.substr(colon + 1);
  out.value_at = at(std::min(colon + 1, whole.size()));
  return out;
}

std::optional<std::string> calendar_parameter(std::string_view parameters, std::string_view name) {
  while (!parameters.empty()) {
    std::size_t end = 0;
    bool in_quotes = false;
    while (end < parameters.size() && (in_quotes || parameters[end] != ';')) in_quotes = (parameters[end++] == '"') != in_quotes;
    auto const one = parameters.substr(0, end);
    parameters.remove_prefix(std::min(parameters.size(), end + 1));
    auto const equals = one.find('=');
    if (equals == std::string_view::npos || !same_name(one.substr(0, equals), name)) continue;
    std::string value;
    auto const raw = one.substr(equals + 1);
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] == '"') continue;
      char const next = i + 1 < raw.size() ? raw[i + 1] : '\0';
      if (raw[i] == '^' && (next == 'n' || next == '^' || next == '\'')) {
        value += next == 'n' ? '\n' : next == '^' ? '^' : '"';
        ++i;
      } else {
        value += raw[i];
      }
    }
    return value;
  }
  return std::nullopt;
}

std::vector<std::string> calendar_texts(std::string_view value) {
  std::vector<std::string> items(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    char const next = i + 1 < value.size() ? value[i + 1] : '\0';
    if (value[i] == ',') {
      items.emplace_back();
    } else if (value[i] == '\\' && (next == '\\' || next == ';' || next == ',' || next == 'n' || next == 'N')) {
      items.back() += next == 'n' || next == 'N' ? '\n' : next;
      ++i;
    } else {
      items.back() += value[i];
    }
  }
  return items;
}

std::string calendar_text(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    char const next = i + 1 < value.size() ? value[i + 1] : '\0';
    bool const escape = value[i] == '\\' && (next == '\\' || next == ';' || next == ',' || next == ':' || next == 'n' || next == 'N');
    if (escape) ++i;
    text += escape ? (next == 'n' || next == 'N' ? '\n' : next) : value[i];
  }
  return text;
}

}  // namespace sinedie::detail
