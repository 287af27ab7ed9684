// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Ways from one event to the next through what is stated.

#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>

namespace sinedie::chronology::detail {

/// Whether statements lead from one event's end to the start of another, as `certainties` walks them; for events that are next to
/// each other.
class ways {
 public:
  ways(network const& net, solution const& solved) : net_{net}, solved_{solved}, forward_{net, true} {}
  [[nodiscard]] bool lead(node from, node to);

 private:
  network const& net_;
  solution const& solved_;
  arcs forward_;
  std::vector<point> seen_;
};

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/order-inl.hpp>
#endif
