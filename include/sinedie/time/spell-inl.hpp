// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <sinedie/error.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::time {

SINEDIE_INLINE std::string to_day_string(instant i) {
  if (!i.is_bounded()) return {};
  civil_day const day = civil_from_days(detail::floor_div(i.seconds(), 86400));
  std::string digits = std::to_string(day.year < 0 ? -day.year : day.year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  std::string text = day.year < 0 ? "-" : day.year > 9999 ? "+" : "";
  text += digits;
  for (int const part : {day.month, day.day}) {
    text += '-';
    text += static_cast<char>('0' + part / 10);
    text += static_cast<char>('0' + part % 10);
  }
  return text;
}

SINEDIE_INLINE std::string to_second_string(instant i, clock_offset clock) {
  if (!i.is_bounded()) return {};
  auto const of_day = static_cast<int>(i.seconds() - detail::floor_div(i.seconds(), 86400) * 86400);
  std::string text = to_day_string(i);
  char mark = 'T';
  for (int const part : {of_day / 3600, of_day / 60 % 60, of_day % 60}) {
    text += mark;
    text += static_cast<char>('0' + part / 10);
    text += static_cast<char>('0' + part % 10);
    mark = ':';
  }
  return text + to_string(clock);
}

SINEDIE_INLINE std::string to_bound_string(instant i, bool is_end, clock_offset clock) {
  if (!i.is_bounded()) return {};
  std::int64_t const of_day = i.seconds() - detail::floor_div(i.seconds(), 86400) * 86400;
  return of_day == (is_end ? 86399 : 0) ? to_day_string(i) : to_second_string(i, clock);
}

SINEDIE_INLINE std::string to_string(clock_offset clock) {
  if (!clock.stated()) return {};
  auto const minutes = static_cast<int>(clock.minutes().count());
  if (minutes == 0) return "Z";
  int const size = minutes < 0 ? -minutes : minutes;
  std::string text{minutes < 0 ? '-' : '+'};
  for (int const part : {size / 600, size / 60 % 10, size % 60 / 10, size % 10}) text += static_cast<char>('0' + part);
  return text.insert(3, 1, ':');
}

}  // namespace sinedie::time

namespace sinedie::detail {

SINEDIE_INLINE std::string to_stated_day(time::instant i) {
  constexpr time::instant first{time::days_from_civil({-9999, 1, 1}) * 86400};
  constexpr time::instant last{time::days_from_civil({10000, 1, 1}) * 86400 - 1};
  auto text = time::to_day_string(i);
  if (i < first || last < i) raise(errc::out_of_range, text + " can't be stated in EDTF, whose days lie in the years -9999 to 9999");
  return text;
}

SINEDIE_INLINE std::string to_stated_second(time::instant i, time::clock_offset clock) {
  static_cast<void>(to_stated_day(i));
  return time::to_second_string(i, clock);
}

}  // namespace sinedie::detail
