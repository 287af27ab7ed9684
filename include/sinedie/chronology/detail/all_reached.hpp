// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The points that a way leads to, each with the longest way there: what bodies of `comparison` share.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <sinedie/chronology/numbers.hpp>

namespace sinedie::chronology::detail {

/// How much later one point is than another for certain.
struct lead {
  std::int64_t seconds = 0;
  bool strict = false;               ///< whether, on the way, something is strictly later
  std::uint32_t last = 0xFFFFFFFFU;  ///< the constraint that the way comes by; none for an event's own length
  point before = 0;                  ///< the point that it comes from
  std::uint32_t steps = 0;

  [[nodiscard]] bool is_later() const noexcept { return seconds > 0 || (seconds == 0 && strict); }
};
struct all_reached : std::unordered_map<point, lead> {};

/// Where a search may turn back: at a point from which nothing up to a place can be reached.
struct fence {
  std::vector<std::uint32_t> const& lowest;  ///< of each point, the lowest place of what can be reached from it
  std::uint32_t last;
};

}  // namespace sinedie::chronology::detail
