// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {
namespace detail {

[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr char to_ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] constexpr char to_ascii_upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

SINEDIE_INLINE std::optional<problem> why_no_text(std::string_view text) {
  auto const wrong = [&](errc code, std::size_t offset, std::string_view what, std::string_view expected) {
    problem p;
    p.code = code;
    p.message = quoted(text) + " can't be stored: " + std::string{what} + " at offset " + std::to_string(offset);
    p.offset = offset;
    p.found = text.substr(offset, 1);
    p.expected = expected;
    return p;
  };
  if (auto const offset = first_invalid_utf8(text)) return wrong(errc::bad_encoding, *offset, "bytes that aren't UTF-8", "UTF-8");
  if (auto const offset = text.find('\0'); offset != std::string_view::npos) {
    return wrong(errc::bad_character, offset, "a NUL", "any other character");
  }
  return std::nullopt;
}

SINEDIE_INLINE std::optional<problem> why_no_language(std::string_view tag) {
  constexpr std::string_view allowed = "letters and digits in groups of 1 to 8 with a hyphen between, such as en or zh-Hant";
  auto const wrong = [&](std::size_t offset) {
    problem p;
    p.code = errc::bad_syntax;
    p.message = quoted(tag) + " is no language tag: a tag is " + std::string{allowed} + ", at most 35 characters";
    p.offset = offset;
    p.found = tag.substr(offset, 1);
    p.expected = allowed;
    return p;
  };
  if (tag.size() > 35) return wrong(35);
  std::size_t group = 0;
  bool first = true;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (tag[i] == '-') {
      if (group == 0) return wrong(i);
      group = 0;
      first = false;
    } else if (!(is_ascii_letter(tag[i]) || (!first && is_ascii_digit(tag[i]))) || ++group > 8) {
      return wrong(i);
    }
  }
  if (group == 0) return wrong(tag.size());
  return std::nullopt;
}

SINEDIE_INLINE std::string usual_case(std::string_view tag) {
  std::string usual;
  usual.reserve(tag.size());
  bool private_use = false;
  for (std::size_t i = 0; i < tag.size();) {
    std::size_t const end = std::min(tag.find('-', i), tag.size());
    std::string_view const group = tag.substr(i, end - i);
    bool const later = i != 0 && !private_use;
    for (std::size_t k = 0; k < group.size(); ++k) {
      bool const upper = later && ((group.size() == 2) || (group.size() == 4 && k == 0));
      usual += upper ? to_ascii_upper(group[k]) : to_ascii_lower(group[k]);
    }
    // After a singleton (an extension, or x for private use) everything is in lower case.
    private_use = private_use || group.size() == 1;
    if (end < tag.size()) usual += '-';
    i = end + 1;
  }
  return usual;
}

}  // namespace detail

SINEDIE_INLINE result<localized> localized::try_parse(std::string_view text) {
  if (auto problem = detail::why_no_text(text)) return std::move(*problem);
  localized parsed;
  parsed.put({}, text);
  return parsed;
}

SINEDIE_INLINE void localized::put(std::string language, std::string_view text) {
  if (auto problem = detail::why_no_text(text)) detail::raise(std::move(*problem));
  auto const at = std::ranges::lower_bound(entries_, language, {}, &entry::language);
  if (at != entries_.end() && at->language == language) {
    detail::raise(errc::duplicate_key, "there are two texts in the language " + detail::quoted(language) + ": " + detail::quoted(at->text) +
                                           " and " + detail::quoted(text));
  }
  entries_.insert(at, entry{std::move(language), std::string{text}});
}

SINEDIE_INLINE void localized::put_tagged(std::string_view language, std::string_view text) {
  if (auto problem = detail::why_no_language(language)) detail::raise(std::move(*problem));
  put(detail::usual_case(language), text);
}

SINEDIE_INLINE std::string const& localized::get(std::string_view language) const& noexcept {
  static std::string const nothing;
  if (entries_.empty()) return nothing;
  auto const same = [](char a, char b) { return detail::to_ascii_lower(a) == detail::to_ascii_lower(b); };
  auto const find = [&](std::string_view tag) -> std::string const* {
    auto const at = std::ranges::find_if(entries_, [&](entry const& e) { return std::ranges::equal(e.language, tag, same); });
    return at == entries_.end() ? nullptr : &at->text;
  };
  if (!language.empty()) {
    for (std::string_view tag = language; !tag.empty();) {
      if (auto const* text = find(tag)) return *text;
      std::size_t const hyphen = tag.rfind('-');
      tag = tag.substr(0, hyphen == std::string_view::npos ? 0 : hyphen);
    }
    std::string_view const primary = language.substr(0, language.find('-'));
    auto const at = std::ranges::find_if(entries_, [&](entry const& e) {
      return e.language.size() > primary.size() && e.language[primary.size()] == '-' &&
             std::ranges::equal(std::string_view{e.language}.substr(0, primary.size()), primary, same);
    });
    if (at != entries_.end()) return at->text;
  }
  if (auto const* text = find({})) return *text;
  if (auto const* text = find("en")) return *text;
  return entries_.front().text;
}

}  // namespace sinedie
