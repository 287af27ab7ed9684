// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Ways from one event to the next through what is stated.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>

namespace sinedie::chronology::detail {

/// Whether statements lead from one event's end to the start of another, as `certainties` walks them; for events that are next to
/// each other.
class ways {
 public:
  ways(network const& net, solution const& solved);
  [[nodiscard]] bool lead(node from, node to);

 private:
  /// How much later than where it began.
  struct reached {
    point at;
    std::int64_t seconds;
    bool strict;
    bool waiting;
  };
  static constexpr std::size_t most = 64;  ///< points are looked at

  [[nodiscard]] bool lead_on(point from, point to);
  [[nodiscard]] bool lead_to_and_fro(point from, point to);

  network const& net_;
  solution const& solved_;
  arcs forward_;
  bool back_ = false;  ///< something leads back from one event to another
  std::vector<point> seen_;
  std::vector<reached> reached_;
};

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/ways-inl.hpp>
#endif
