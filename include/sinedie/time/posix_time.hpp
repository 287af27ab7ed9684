// SPDX-License-Identifier: BSL-1.0
#pragma once

/// From and to Boost's `posix_time`, in no umbrella but the last.
///
/// A `ptime` is what a clock showed, of whatever zone, cut to whole seconds (the axis has no finer ones). The years and special values that
/// `conversions.hpp` refuses are refused here too.
///
/// Boost's types are only announced here, since their headers are heavy: a program that has values of them includes Boost's own, such
/// as `boost/date_time/posix_time/posix_time_types.hpp`.

#include <concepts>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <sinedie/config.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/span.hpp>

namespace boost::posix_time {
class ptime;
class time_duration;
}  // namespace boost::posix_time

namespace sinedie::time {

/// `boost::posix_time::time_period`. The header that gives it that name brings Boost's clocks along.
using time_period = boost::date_time::period<boost::posix_time::ptime, boost::posix_time::time_duration>;

[[nodiscard]] boost::posix_time::ptime to_ptime(instant i);
/// The second within which all readings of `d` lie; `errc::bad_argument` where they don't lie within one.
[[nodiscard]] boost::posix_time::ptime to_ptime(dating const& d);

/// From the first second to one past the last.
[[nodiscard]] time_period to_time_period(span s);
/// From the earliest start of `d` to one second past its latest end.
[[nodiscard]] time_period to_time_period(dating const& d);

[[nodiscard]] instant to_instant(boost::posix_time::ptime const& moment);
[[nodiscard]] span to_span(std::same_as<time_period> auto const& period);

/// The second in which `moment` lies.
[[nodiscard]] dating to_dating(boost::posix_time::ptime const& moment);
/// As an interval: a period lasts.
[[nodiscard]] dating to_dating(std::same_as<time_period> auto const& period);

}  // namespace sinedie::time

namespace sinedie::detail {

[[nodiscard]] time::span span_of(time::time_period const& period);

}  // namespace sinedie::detail

namespace sinedie::time {

// Templates, so that looking for the right one among functions of that name doesn't ask for Boost's definition.
[[nodiscard]] span to_span(std::same_as<time_period> auto const& period) { return detail::span_of(period); }
[[nodiscard]] dating to_dating(std::same_as<time_period> auto const& period) { return to_dating(detail::span_of(period)); }

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/posix_time-inl.hpp>
#endif
