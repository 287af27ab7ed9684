// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Two calendars on one axis of days.
///
/// A civil day is a year, a month and a day. Years are counted as astronomers do: 0000 is the year before 0001. The
/// Gregorian calendar is proleptic (ISO 8601), and so is the Julian one: each counts without a break in both directions.
/// Days are numbered from 1970-01-01 Gregorian, as in `std::chrono`, but without its bounds on the year.
///
///     days_from_civil({1918, 2, 14});                       // -18949
///     days_from_civil({1918, 2, 1}, calendar::julian);      // -18949, the same day
///
/// Precondition everywhere: the year lies within ±290,000,000,000, so that a day's seconds fit the axis.

#include <cstdint>

#include <sinedie/config.hpp>

namespace sinedie::detail {

[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) noexcept { return a / b - (a % b < 0 ? 1 : 0); }

// Years that begin in March put the leap day last: 0 for March … 11 for February.
[[nodiscard]] constexpr int month_from_march(int month) noexcept { return month > 2 ? month - 3 : month + 9; }

}  // namespace sinedie::detail

namespace sinedie::time {

/// The calendar in which a date was stated. `unknown` is Julian or Gregorian, nobody knows which: both windows count.
enum class calendar : unsigned char { gregorian, julian, unknown };

/// The farthest year from 0000, on either side, whose seconds fit the axis.
inline constexpr std::int64_t farthest_year = 290'000'000'000;

struct civil_day {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;

  friend constexpr bool operator==(civil_day const&, civil_day const&) noexcept = default;
};

[[nodiscard]] constexpr bool is_leap(std::int64_t year, calendar in = calendar::gregorian) noexcept {
  // Of the years that 4 divides, 25 divides the hundreds, and 16 the four hundreds among them.
  return (year & 3) == 0 && (in == calendar::julian || year % 25 != 0 || (year & 15) == 0);
}

/// Precondition: `month` in 1..12.
[[nodiscard]] constexpr int days_in_month(std::int64_t year, int month, calendar in = calendar::gregorian) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year, in) ? 29 : days[month - 1];
}

/// Days since 1970-01-01 Gregorian of a civil day. Precondition: it exists in that calendar, which isn't `unknown`.
[[nodiscard]] constexpr std::int64_t days_from_civil(civil_day day, calendar in = calendar::gregorian) noexcept {
  std::int64_t const year = day.year - (day.month <= 2 ? 1 : 0);
  std::int64_t const of_year = (153 * detail::month_from_march(day.month) + 2) / 5 + day.day - 1;
  // Shifting by two is dividing by four, rounded down.
  if (in == calendar::julian) return year * 365 + (year >> 2) + of_year - 719470;
  std::int64_t const century = detail::floor_div(year, 100);
  return year * 365 + (year >> 2) - century + (century >> 2) + of_year - 719468;
}

/// The civil day with that number.
[[nodiscard]] constexpr civil_day civil_from_days(std::int64_t days, calendar in = calendar::gregorian) noexcept {
  std::int64_t base = 0;     // the year, counted from March, in which the cycle begins
  std::int64_t in_cycle = 0;  // days since then
  std::int64_t of_cycle = 0;  // years since then
  if (in == calendar::julian) {
    std::int64_t const cycle = detail::floor_div(days + 719470, 1461);
    in_cycle = days + 719470 - cycle * 1461;
    base = cycle * 4;
    of_cycle = (in_cycle - in_cycle / 1460) / 365;
    in_cycle -= of_cycle * 365;
  } else {
    std::int64_t const cycle = detail::floor_div(days + 719468, 146097);
    in_cycle = days + 719468 - cycle * 146097;
    base = cycle * 400;
    of_cycle = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
    in_cycle -= of_cycle * 365 + of_cycle / 4 - of_cycle / 100;
  }
  auto const march = static_cast<int>((5 * in_cycle + 2) / 153);
  int const day = static_cast<int>(in_cycle) - (153 * march + 2) / 5 + 1;
  int const month = march < 10 ? march + 3 : march - 9;
  return {base + of_cycle + (month <= 2 ? 1 : 0), month, day};
}

}  // namespace sinedie::time
