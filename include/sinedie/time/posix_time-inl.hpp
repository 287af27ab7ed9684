// SPDX-License-Identifier: BSL-1.0
#pragma once

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
#include <sinedie/time/posix_time.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::time {

SINEDIE_INLINE boost::posix_time::ptime to_ptime(instant i) {
  boost::gregorian::date const day = to_boost_date(i);
  return boost::posix_time::ptime{day, boost::posix_time::time_duration{0, 0, static_cast<long>(i.seconds() - to_instant(day).seconds())}};
}
SINEDIE_INLINE boost::posix_time::ptime to_ptime(dating const& d) {
  return detail::only(d, "second", [](instant i) { return to_ptime(i); });
}

SINEDIE_INLINE time_period to_time_period(span s) { return {to_ptime(s.first()), to_ptime(s.end())}; }
SINEDIE_INLINE time_period to_time_period(dating const& d) { return to_time_period(d.hull()); }

SINEDIE_INLINE instant to_instant(boost::posix_time::ptime const& moment) {
  if (moment.is_special())
    detail::raise(errc::bad_argument, "a special boost::posix_time::ptime (not-a-date-time or infinity) is no instant");
  return to_instant(moment.date()).plus(moment.time_of_day().ticks() / boost::posix_time::time_duration::ticks_per_second());
}
SINEDIE_INLINE dating to_dating(boost::posix_time::ptime const& moment) { return dating{detail::to_stated_second(to_instant(moment))}; }

}  // namespace sinedie::time

namespace sinedie::detail {

SINEDIE_INLINE time::span span_of(time::time_period const& period) {
  if (period.is_null()) raise(errc::bad_argument, "an empty boost::posix_time::time_period is no span");
  return time::span{time::to_instant(period.begin()), time::to_instant(period.last())};
}

}  // namespace sinedie::detail
