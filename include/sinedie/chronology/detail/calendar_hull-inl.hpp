// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>

#include <sinedie/chronology/detail/calendar_hull.hpp>

namespace sinedie::chronology::detail {

SINEDIE_INLINE distance hull_of(calendar_length const& length, time::span window) {
  constexpr std::int64_t day = 86400, cycle_months = 4800, cycle_days = 146097;
  if (length.months == 0) return {length.seconds, length.seconds};
  auto const fixed = length.seconds + length.months / cycle_months * cycle_days * day;
  auto const months = static_cast<int>(length.months % cycle_months);
  if (months == 0) return {fixed, fixed};
  std::int64_t least = no_gap, most = 0;
  // Within a month all days to the 28th lead equally far, and later ones never further.
  auto const look = [&](std::int64_t year, int month, int from, int to) {
    int const then = month - 1 + months;
    auto const then_year = year + then / 12;
    int const then_month = then % 12 + 1;
    int const last = time::days_in_month(then_year, then_month);
    auto const one = [&](int d) {
      auto const days = time::days_from_civil({then_year, then_month, std::min(d, last)}) - time::days_from_civil({year, month, d});
      least = std::min(least, days * day);
      most = std::max(most, days * day);
    };
    one(from);
    for (int d = std::max(from + 1, 29); d <= to; ++d) one(d);
  };
  // Anywhere. Mostly it is the same few lengths that are asked for.
  struct known { int months; distance anywhere; };
  thread_local std::array<known, 64> all_known{};
  auto& length_known = all_known[static_cast<std::size_t>(months) % all_known.size()];
  if (length_known.months != months) {
    for (int y = 2000; y < 2400; ++y)
      for (int m = 1; m <= 12; ++m) look(y, m, 1, time::days_in_month(y, m));
    length_known = {months, {least, most}};
    least = no_gap, most = 0;
  }
  auto const anywhere = length_known.anywhere;
  auto const first = window.first(), last = window.last();
  bool const bounded = first.is_bounded() && last.is_bounded();
  // For longer than the calendar takes to repeat, the place says nothing; nor near the ends of the axis.
  constexpr std::int64_t farthest = std::int64_t{1} << 60U;
  if (!bounded || first.seconds() < -farthest || last.seconds() > farthest || last.seconds() - first.seconds() >= cycle_days * day)
    return {anywhere.least + fixed, anywhere.most + fixed};
  auto const floor_day = [&](std::int64_t s) { return s >= 0 ? s / day : -((-s + day - 1) / day); };
  auto from = time::civil_from_days(floor_day(first.seconds()));
  auto const to = time::civil_from_days(floor_day(last.seconds()));
  // Once the shortest and the longest that there are have been met, the rest of the window tells nothing more.
  while ((least != anywhere.least || most != anywhere.most) &&
         (from.year < to.year || (from.year == to.year && from.month <= to.month))) {
    bool const here = from.year == to.year && from.month == to.month;
    look(from.year, from.month, from.day, here ? to.day : time::days_in_month(from.year, from.month));
    from.day = 1;
    if (++from.month == 13) from.month = 1, ++from.year;
  }
  return {least + fixed, most + fixed};
}

}  // namespace sinedie::chronology::detail
