// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Dates that may be off by some of the units to which they were stated.

#include <algorithm>
#include <cstdint>

#include <sinedie/time/detail/plain_expression-inl.hpp>
#include <sinedie/time/detail/units-inl.hpp>
#include <sinedie/time/precision.hpp>

namespace sinedie::detail {

/// An instant moved by that many units of a precision. A day that the month reached doesn't have is that month's last.
[[nodiscard]] inline time::instant moved(time::instant i, time::precision unit, std::int64_t count) {
  if (!i.is_bounded()) return i;
  using time::precision;
  std::int64_t seconds = 0;
  std::int64_t months = 0;
  switch (unit) {
    case precision::second: seconds = 1; break;
    case precision::minute: seconds = 60; break;
    case precision::hour: seconds = 3600; break;
    case precision::day: seconds = 86400; break;
    case precision::month: months = 1; break;
    case precision::season: months = 3; break;
    case precision::year: months = 12; break;
  }
  if (months == 0) return i.plus(seconds * count);
  std::int64_t const number = floor_div(i.seconds(), 86400);
  auto at = time::civil_from_days(number);
  std::int64_t const month = at.year * 12 + at.month - 1 + months * count;
  at.year = floor_div(month, 12);
  if (at.year < -time::farthest_year) return least_second;
  if (at.year > time::farthest_year) return last_second;
  at.month = static_cast<int>(month - at.year * 12) + 1;
  // A window's last second stays the last of a month.
  auto const next = time::civil_from_days(number + 1);
  bool const last = next.day == 1 && i.seconds() - number * 86400 == 86399;
  at.day = last ? time::days_in_month(at.year, at.month) : std::min(at.day, time::days_in_month(at.year, at.month));
  return time::instant{time::days_from_civil(at) * 86400 + (i.seconds() - number * 86400)};
}

[[nodiscard]] inline bool qualified(edtf_date const& d) noexcept {
  return (d.quality[0] | d.quality[1] | d.quality[2] | d.significant) != 0;
}

/// A window of a date, wider by so many of its units on either side where the date is uncertain or approximate.
[[nodiscard]] inline edtf_hull widened(edtf_hull w, edtf_date const& d, std::int64_t units) {
  if (units == 0 || !qualified(d)) return w;
  return {moved(w.first, precision_of(d), -units), moved(w.last, precision_of(d), units)};
}

/// The units of a range whose ends may be off.
[[nodiscard]] inline edtf_units widened(edtf_units u, edtf_member const& m, std::int64_t units) {
  if (!u.open_past) u.first = widened({u.first, u.first}, m.first, units).first;
  if (!u.open_future) u.last = widened({u.last, u.last}, m.last, units).last;
  if (!u.open_past) u.lowest = ordinal_of(u.first, u.of, u.in);
  if (!u.open_future) u.highest = ordinal_of(u.last, u.of, u.in);
  return u;
}

}  // namespace sinedie::detail
