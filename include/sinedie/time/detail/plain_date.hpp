// SPDX-License-Identifier: BSL-1.0
#pragma once

/// `YYYY`, `YYYY-MM` and `YYYY-MM-DD` in plain digits, with a qualifier of the whole behind or none: most dates that are written.
///
/// This is a shortcut, not a second grammar. What it doesn't take, the general reader reads step by step, and tells what is wrong.

#include <cstddef>
#include <cstdint>

#include <sinedie/time/detail/edtf_types.hpp>

namespace sinedie::detail {

[[nodiscard]] constexpr std::uint8_t edtf_quality_of(char c) noexcept {
  return c == '?' ? edtf_uncertain : c == '~' ? edtf_approximate : c == '%' ? edtf_uncertain | edtf_approximate : 0;
}

/// Two digits as a number, or something negative.
[[nodiscard]] constexpr int digit_pair(char const* at) noexcept {
  unsigned const tens = static_cast<unsigned>(static_cast<unsigned char>(at[0])) - '0';
  unsigned const units = static_cast<unsigned>(static_cast<unsigned char>(at[1])) - '0';
  return tens > 9 || units > 9 ? -1 : static_cast<int>(tens * 10 + units);
}

struct plain_date_fields {
  unsigned length = 0;  ///< in bytes, the qualifier included; 0 where it isn't such a date
  int year = 0;
  int month = 0;  ///< 1 to 12, or 21 to 41; 0 where there is none
  int day = 0;    ///< 1 to 31: whether that month has it isn't looked at; 0 where there is none
  std::uint8_t quality = 0;
};

/// Behind it is the end, or what may stand behind a date: a slash, a comma, a dot, a bracket, or, behind a day, a T.
[[nodiscard]] constexpr plain_date_fields scan_plain_date(char const* at, std::size_t left) noexcept {
  plain_date_fields f;
  if (left < 4) return f;
  int const century = digit_pair(at);
  int const of_century = digit_pair(at + 2);
  if ((century | of_century) < 0) return f;
  unsigned length = 4;
  if (left >= 7 && at[4] == '-') {
    f.month = digit_pair(at + 5);
    length = 7;
    if (f.month < 1 || f.month > 41 || (f.month > 12 && f.month < 21)) return f;
    if (left >= 10 && at[7] == '-') {
      f.day = digit_pair(at + 8);
      length = 10;
      if (f.day < 1 || f.day > 31 || f.month > 12) return f;
    }
  }
  if (length < left) {
    char c = at[length];
    f.quality = edtf_quality_of(c);
    if (f.quality != 0 && ++length < left) c = at[length];
    bool const timed = c == 'T' && f.day != 0 && f.quality == 0;
    if (length < left && !timed && c != '/' && c != ',' && c != '.' && c != ']' && c != '}') return f;
  }
  f.year = century * 100 + of_century;
  f.length = length;
  return f;
}

}  // namespace sinedie::detail
