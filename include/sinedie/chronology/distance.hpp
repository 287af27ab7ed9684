// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How far apart two points in time are: least and most, in seconds or in calendar units.

#include <cstdint>
#include <limits>

namespace sinedie::chronology {

inline constexpr std::int64_t no_gap = std::numeric_limits<std::int64_t>::max();

/// Least and greatest distance in seconds; `no_gap` where there is no greatest.
struct distance {
  std::int64_t least = 0;
  std::int64_t most = no_gap;

  friend bool operator==(distance const&, distance const&) = default;
};

/// A length in calendar units. A month has 28 to 31 days, so with months it has a least and a greatest number of seconds.
struct calendar_length {
  std::int64_t months = 0;
  std::int64_t seconds = 0;

  friend bool operator==(calendar_length const&, calendar_length const&) = default;
};

}  // namespace sinedie::chronology
