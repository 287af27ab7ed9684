// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::optional<problem> why_no_id(std::string_view text, std::string_view kind) {
  constexpr std::string_view allowed = "1 to 128 bytes of UTF-8 without white space, control characters or any of \" : ( ) ,";
  constexpr std::size_t most = 128;

  auto const wrong = [&](std::size_t offset, std::size_t length, std::string_view what) {
    problem p;
    p.code = errc::bad_id;
    p.message = quoted(text) + " is no " + std::string{kind} + " id: " + std::string{what} + " at offset " + std::to_string(offset) +
                "; an id is " + std::string{allowed};
    p.offset = offset;
    p.found = text.substr(offset, length);
    p.expected = allowed;
    return p;
  };

  if (text.empty()) return wrong(0, 0, "it ends");
  // Before the rest, so that a text of a gigabyte is refused at once.
  if (text.size() > most) return wrong(most, 0, std::to_string(text.size()) + " bytes, too many");
  // Nearly all are of plain letters and digits, and bulk readers make millions of them.
  static constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x21; c < 0x7F; ++c) table[c] = true;
    for (char const c : {'"', ':', '(', ')', ','}) table[static_cast<unsigned char>(c)] = false;
    return table;
  }();
  if (std::all_of(text.begin(), text.end(), [](char c) { return plain[static_cast<unsigned char>(c)]; })) return std::nullopt;
  for (utf8_step const step : utf8_steps{text}) {
    char32_t const c = step.character;
    if (!step.valid) return wrong(step.offset, 1, "bytes that aren't UTF-8");
    if (is_white_space(c)) return wrong(step.offset, step.length, "white space");
    if (is_control(c)) return wrong(step.offset, step.length, "a control character");
    if (c == U'"' || c == U':' || c == U'(' || c == U')' || c == U',') {
      return wrong(step.offset, 1, "'" + std::string{text.substr(step.offset, 1)} + "'");
    }
  }
  return std::nullopt;
}

}  // namespace sinedie::detail
