// SPDX-License-Identifier: BSL-1.0
#pragma once

/// From and to Boost's `posix_time`, in no umbrella but the last: its headers are heavy. Included is no more than its `ptime` needs; for
/// `hours`, parsing and the like include Boost's own.
///
/// A `ptime` is what a clock showed, of whatever zone, cut to whole seconds (the axis has no finer ones). The years and special values that
/// `conversions.hpp` refuses are refused here too.

// Boost before 1.80 converts integers to enumerations that don't hold them, which clang 16 to 19 take for an error unless told.
#if defined(__clang__)
#pragma clang diagnostic push
#if __has_warning("-Wenum-constexpr-conversion")
#pragma clang diagnostic ignored "-Wenum-constexpr-conversion"
#endif
#endif
#include <boost/date_time/period.hpp>
#include <boost/date_time/posix_time/ptime.hpp>
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

#include <sinedie/time/conversions.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::time {

[[nodiscard]] inline boost::posix_time::ptime to_ptime(instant i) {
  boost::gregorian::date const day = to_boost_date(i);
  return boost::posix_time::ptime{day, boost::posix_time::time_duration{0, 0, static_cast<long>(i.seconds() - to_instant(day).seconds())}};
}

/// `boost::posix_time::time_period`. The header that gives it that name brings Boost's clocks along.
using time_period = boost::date_time::period<boost::posix_time::ptime, boost::posix_time::time_duration>;

/// From the first second to one past the last.
[[nodiscard]] inline time_period to_time_period(span s) { return {to_ptime(s.first()), to_ptime(s.end())}; }

[[nodiscard]] inline instant to_instant(boost::posix_time::ptime moment) {
  if (moment.is_special())
    detail::raise(errc::bad_argument, "a special boost::posix_time::ptime (not-a-date-time or infinity) is no instant");
  return to_instant(moment.date()).plus(moment.time_of_day().ticks() / boost::posix_time::time_duration::ticks_per_second());
}

[[nodiscard]] inline span to_span(time_period const& period) {
  if (period.is_null()) detail::raise(errc::bad_argument, "an empty boost::posix_time::time_period is no span");
  return span{to_instant(period.begin()), to_instant(period.last())};
}

/// The second within which all readings of `d` lie; `errc::bad_argument` where they don't lie within one.
[[nodiscard]] inline boost::posix_time::ptime to_ptime(dating const& d) {
  return detail::only(d, "second", [](instant i) { return to_ptime(i); });
}
/// From the earliest start of `d` to one second past its latest end.
[[nodiscard]] inline time_period to_time_period(dating const& d) { return to_time_period(d.hull()); }

/// As an interval: a period lasts.
[[nodiscard]] inline dating to_dating(time_period const& period) { return to_dating(to_span(period)); }
/// The second in which `moment` lies.
[[nodiscard]] inline dating to_dating(boost::posix_time::ptime moment) {
  return dating{detail::to_stated_second(to_instant(moment))};
}

}  // namespace sinedie::time
