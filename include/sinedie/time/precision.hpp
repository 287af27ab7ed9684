// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The unit to which a date was stated, from finest to coarsest.

#include <string_view>

namespace sinedie::time {

enum class precision : unsigned char { second, minute, hour, day, month, season, year, decade, century };

[[nodiscard]] constexpr std::string_view to_string(precision p) noexcept {
  switch (p) {
    case precision::second: return "second";
    case precision::minute: return "minute";
    case precision::hour: return "hour";
    case precision::day: return "day";
    case precision::month: return "month";
    case precision::season: return "season";
    case precision::year: return "year";
    case precision::decade: return "decade";
    case precision::century: break;
  }
  return "century";
}

}  // namespace sinedie::time
