// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <sinedie/error.hpp>
#include <sinedie/time/conversions.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::detail {

SINEDIE_INLINE void raise_outside(time::instant i, char const* type) {
  if (!i.is_bounded()) raise(errc::out_of_range, std::string{"an unbounded point of the axis is no "} + type);
  raise(errc::out_of_range, time::to_day_string(i) + " is outside the range of " + type);
}

SINEDIE_INLINE void raise_not_ok(char const* type) {
  raise(errc::bad_argument, std::string{"a "} + type + " that isn't ok() names nothing");
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE std::chrono::sys_days to_sys_days(dating const& d) {
  return detail::only(d, "day", [](instant i) { return to_sys_days(i); });
}
SINEDIE_INLINE std::chrono::year_month to_year_month(dating const& d) {
  return detail::only(d, "month", [](instant i) { return to_year_month(i); });
}
SINEDIE_INLINE std::chrono::year to_year(dating const& d) {
  return detail::only(d, "year", [](instant i) { return to_year(i); });
}
SINEDIE_INLINE std::chrono::sys_seconds to_sys_seconds(dating const& d) {
  auto const shown = detail::only(d, "second", [](instant i) { return to_sys_seconds(i); });
  return shown - d.start_clock().minutes();
}

SINEDIE_INLINE boost::gregorian::date to_boost_date(instant i) {
  civil_day const day = civil_from_days(detail::day_number(i, "boost::gregorian::date"));
  if (day.year < 1400 || day.year > 9999)
    detail::raise(errc::out_of_range, to_day_string(i) + " is outside the years 1400 to 9999 of boost::gregorian::date");
  using boost::gregorian::date;
  return date{static_cast<unsigned short>(day.year), static_cast<unsigned short>(day.month), static_cast<unsigned short>(day.day)};
}

SINEDIE_INLINE boost::gregorian::date to_boost_date(dating const& d) {
  return detail::only(d, "day", [](instant i) { return to_boost_date(i); });
}

SINEDIE_INLINE boost::gregorian::date_period to_date_period(span s) {
  return boost::gregorian::date_period{to_boost_date(s.first()), to_boost_date(s.last()) + boost::gregorian::date_duration{1}};
}

SINEDIE_INLINE boost::gregorian::date_period to_date_period(dating const& d) { return to_date_period(d.hull()); }

SINEDIE_INLINE instant to_instant(boost::gregorian::date day) {
  if (day.is_special()) detail::raise(errc::bad_argument, "a special boost::gregorian::date (not-a-date or infinity) is no day");
  auto const ymd = day.year_month_day();
  return instant{days_from_civil({static_cast<int>(ymd.year), static_cast<int>(ymd.month.as_number()), static_cast<int>(ymd.day)}) * 86400};
}

SINEDIE_INLINE span to_span(boost::gregorian::date day) {
  instant const first = to_instant(day);
  return span{first, first.plus(86399)};
}

SINEDIE_INLINE span to_span(boost::gregorian::date_period const& days) {
  if (!days.begin().is_special() && !days.last().is_special() && days.is_null())
    detail::raise(errc::bad_argument, "an empty boost::gregorian::date_period is no span");
  return span{to_instant(days.begin()), to_instant(days.last()).plus(86399)};
}

SINEDIE_INLINE dating to_dating(span s) {
  bool const days = (!s.first().is_bounded() || detail::floor_div(s.first().seconds(), 86400) * 86400 == s.first().seconds()) &&
                    (!s.last().is_bounded() || detail::floor_div(s.last().seconds(), 86400) * 86400 + 86399 == s.last().seconds());
  auto const spelled = [&](instant i) {
    return !i.is_bounded() ? std::string{".."} : days ? detail::to_stated_day(i) : detail::to_stated_second(i);
  };
  return dating{spelled(s.first()) + '/' + spelled(s.last())};
}

SINEDIE_INLINE dating to_dating(boost::gregorian::date_period const& days) { return to_dating(to_span(days)); }

}  // namespace sinedie::time
