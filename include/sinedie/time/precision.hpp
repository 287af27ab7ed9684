// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The units to which dates are stated, from finest to coarsest. `season` is any part of a year, 21 to 41.

#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie::time {

enum class precision : unsigned char { second, minute, hour, day, month, season, year };

[[nodiscard]] constexpr std::string_view to_string(precision p) noexcept {
  switch (p) {
    case precision::second: return "second";
    case precision::minute: return "minute";
    case precision::hour: return "hour";
    case precision::day: return "day";
    case precision::month: return "month";
    case precision::season: return "season";
    case precision::year: break;
  }
  return "year";
}

}  // namespace sinedie::time
