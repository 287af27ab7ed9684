// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How long a number of calendar months is, wherever in a window it begins.

#include <algorithm>
#include <cstdint>

#include <sinedie/chronology/distance.hpp>
#include <sinedie/config.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/limits.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie::chronology::detail {

[[nodiscard]] inline time::limits hull_of(time::limits const& a, time::limits const& b) noexcept {
  return {std::min(a.start_min, b.start_min), std::max(a.start_max, b.start_max), std::min(a.end_min, b.end_min),
          std::max(a.end_max, b.end_max)};
}

/// The least and the greatest number of seconds of a length that begins in a window. A day that the month it leads to doesn't
/// have counts as that month's last. The Gregorian calendar repeats after 4,800 months of 146,097 days, so no more than those
/// are looked at, and less where both extremes are met sooner.
[[nodiscard]] distance hull_of(calendar_length const& length, time::span window);

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/calendar_hull-inl.hpp>
#endif
