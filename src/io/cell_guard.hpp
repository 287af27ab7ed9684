// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Cells that no spreadsheet takes for a formula, and back.
///
/// A cell that begins with `=`, `+`, `-`, `@` (their full-width forms too), a tab or a carriage return gets an apostrophe before
/// it, as spreadsheets write text that looks like a formula; and so does one that would otherwise read back without its own.
///
///     guarded("=1+1")      // '=1+1
///     guarded("'=1+1")     // ''=1+1
///     unguarded("'=1+1")   // =1+1

#include <string>
#include <string_view>

namespace sinedie::detail {

[[nodiscard]] inline bool acts_in_a_cell(std::string_view text) noexcept {
  if (text.empty()) return false;
  char const c = text.front();
  if (c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n') return true;
  return text.starts_with("\xEF\xBC\x9D") || text.starts_with("\xEF\xBC\x8B") || text.starts_with("\xEF\xBC\x8D") ||
         text.starts_with("\xEF\xBC\xA0");
}

/// Whether an apostrophe at the start is a guard.
[[nodiscard]] inline bool is_guarded(std::string_view text) noexcept {
  return text.starts_with('\'') && (acts_in_a_cell(text.substr(1)) || text.substr(1).starts_with('\''));
}

[[nodiscard]] inline std::string guarded(std::string_view text) {
  return acts_in_a_cell(text) || is_guarded(text) ? '\'' + std::string{text} : std::string{text};
}

[[nodiscard]] inline std::string_view unguarded(std::string_view text) noexcept { return is_guarded(text) ? text.substr(1) : text; }

/// Guarded, and quoted where RFC 4180 wants it.
inline void append_cell(std::string& out, std::string_view text) {
  bool const guard = acts_in_a_cell(text) || is_guarded(text);
  unsigned odd = 0;
  for (char const c : text)
    odd |= static_cast<unsigned>(c == ',') | static_cast<unsigned>(c == ';') | static_cast<unsigned>(c == '"') |
           static_cast<unsigned>(c == '\r') | static_cast<unsigned>(c == '\n') | static_cast<unsigned>(c == '\t');
  bool const in_quotes = odd != 0 || text.starts_with(' ') || text.ends_with(' ');
  if (in_quotes) out += '"';
  if (guard) out += '\'';
  if (!in_quotes) {
    out += text;
    return;
  }
  for (char const c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace sinedie::detail
