// SPDX-License-Identifier: BSL-1.0
#pragma once

/// From and to Boost's and the standard's days, months, years and seconds.
///
/// Boost's calendar covers the years 1400 to 9999, std::chrono's -32767 to 32767, and the axis all of them: what doesn't fit, an
/// unbounded point included, is `errc::out_of_range`. Boost's special values (`not_a_date_time`, infinities) and empty periods
/// stand for nothing of ours: they are `errc::bad_argument`, and so is a `std::chrono` value that isn't `ok()`.
///
///     to_boost_date(dating{"2025-02-18"});                  // 2025-Feb-18
///     to_boost_date(dating{"2025-02"});                     // throws errc::bad_argument: that isn't one day
///     to_date_period(dating{"2025-02"});                    // the 28 days of February 2025
///     to_dating(boost::gregorian::date_period{…});          // an interval: a period lasts
///
/// An instant lies on one day, in one month, in one year, and those are taken. A dating has to lie within one in all its readings;
/// otherwise the conversion would choose, and it is an error. `posix_time` has a header of its own, `posix_time.hpp`.

#include <chrono>
#include <cstdint>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <sinedie/config.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie::time {
class dating;
}

namespace sinedie::detail {

/// Throws `errc::out_of_range`, naming the point and the type that has no value for it.
[[noreturn]] void raise_outside(time::instant i, char const* type);
/// Throws `errc::bad_argument`.
[[noreturn]] void raise_not_ok(char const* type);

[[nodiscard]] constexpr std::int64_t day_number(time::instant i, char const* type) {
  if (!i.is_bounded()) raise_outside(i, type);
  return floor_div(i.seconds(), 86400);
}

/// Where all readings of `d` lie within one unit, as `to_unit` tells it of an instant, that one.
template <typename Dating, typename ToUnit>
[[nodiscard]] auto only(Dating const& d, char const* unit, ToUnit to_unit) {
  auto const first = to_unit(d.start_min());
  if (first != to_unit(d.end_max())) raise(errc::bad_argument, quoted(d.text()) + " doesn't lie within one " + unit);
  return first;
}

}  // namespace sinedie::detail

namespace sinedie::time {

// --- The standard's ----------------------------------------------------------------------------------------------------------

[[nodiscard]] constexpr std::chrono::sys_seconds to_sys_seconds(instant i) {
  if (!i.is_bounded()) detail::raise_outside(i, "std::chrono::sys_seconds");
  return std::chrono::sys_seconds{std::chrono::seconds{i.seconds()}};
}
/// The civil day on which `i` lies.
[[nodiscard]] constexpr std::chrono::sys_days to_sys_days(instant i) {
  std::int64_t const days = detail::day_number(i, "std::chrono::sys_days");
  if (days > INT32_MAX || days < INT32_MIN) detail::raise_outside(i, "std::chrono::sys_days");
  return std::chrono::sys_days{std::chrono::days{static_cast<std::int32_t>(days)}};
}
/// The civil month in which `i` lies.
[[nodiscard]] constexpr std::chrono::year_month to_year_month(instant i) {
  civil_day const day = civil_from_days(detail::day_number(i, "std::chrono::year_month"));
  if (day.year < -32767 || day.year > 32767) detail::raise_outside(i, "std::chrono::year_month");
  return std::chrono::year{static_cast<int>(day.year)} / std::chrono::month{static_cast<unsigned>(day.month)};
}
/// The civil year in which `i` lies.
[[nodiscard]] constexpr std::chrono::year to_year(instant i) { return to_year_month(i).year(); }

/// From the first second of the month to its last.
[[nodiscard]] constexpr span to_span(std::chrono::year_month month) {
  if (!month.ok()) detail::raise_not_ok("std::chrono::year_month");
  civil_day const first{static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())), 1};
  std::int64_t const day = days_from_civil(first);
  return span{instant{day * 86400}, instant{(day + days_in_month(first.year, first.month)) * 86400 - 1}};
}
/// From the first second of the year to its last.
[[nodiscard]] constexpr span to_span(std::chrono::year year) {
  if (!year.ok()) detail::raise_not_ok("std::chrono::year");
  return span{to_span(year / std::chrono::January).first(), to_span(year / std::chrono::December).last()};
}

/// The day, month, year or second within which all readings of `d` lie; `errc::bad_argument` where they don't lie within one.
[[nodiscard]] std::chrono::sys_days to_sys_days(dating const& d);
[[nodiscard]] std::chrono::year_month to_year_month(dating const& d);
[[nodiscard]] std::chrono::year to_year(dating const& d);
/// By UTC where the clock's offset from it is stated; else as the clock showed it.
[[nodiscard]] std::chrono::sys_seconds to_sys_seconds(dating const& d);

// --- Boost's -----------------------------------------------------------------------------------------------------------------

/// The civil day on which `i` lies.
[[nodiscard]] boost::gregorian::date to_boost_date(instant i);
/// The day within which all readings of `d` lie; `errc::bad_argument` where they don't lie within one.
[[nodiscard]] boost::gregorian::date to_boost_date(dating const& d);
/// All days that `s` touches.
[[nodiscard]] boost::gregorian::date_period to_date_period(span s);
/// All days on which a reading of `d` may lie, from the earliest start to the latest end.
[[nodiscard]] boost::gregorian::date_period to_date_period(dating const& d);

/// The first second of the day.
[[nodiscard]] instant to_instant(boost::gregorian::date day);
[[nodiscard]] span to_span(boost::gregorian::date day);
[[nodiscard]] span to_span(boost::gregorian::date_period const& days);

// --- As datings --------------------------------------------------------------------------------------------------------------

/// As an interval, from the first second to the last: in whole days where it is of whole days, with `..` where it is unbounded.
/// EDTF states days and seconds of the years -9999 to 9999; beyond them it is `errc::out_of_range`.
[[nodiscard]] dating to_dating(span s);
/// As an interval: a period lasts. Its last day is the end.
[[nodiscard]] dating to_dating(boost::gregorian::date_period const& days);

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/conversions-inl.hpp>
#endif
