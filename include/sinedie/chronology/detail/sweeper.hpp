// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Sweeps a network: forward for the earliest that each point can be, backward for the latest.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/findings.hpp>
#include <sinedie/chronology/detail/pace.hpp>
#include <sinedie/chronology/detail/rings.hpp>
#include <sinedie/chronology/solution.hpp>

namespace sinedie::chronology::detail {

class sweeper {
 public:
  /// Leaves out what is set aside, and sets aside what must be.
  sweeper(network const& net, findings& found, pace& going);

  /// Whether all can hold; stops at the first contradiction.
  [[nodiscard]] bool holds();
  /// Sets contradictions aside until there is none, and fills the rest.
  void settle(solution& made);

 private:
  /// Two of these, an event's start and end, lie on one line of the cache.
  struct state {
    std::int64_t value;  ///< the earliest so far
    support by;
    std::uint32_t waits;  ///< arcs that lead here from points that aren't settled; the highest bit is `limited`
  };
  struct stated {
    std::int64_t value;
    support by;
  };
  /// Points that lead back to each other, as a stretch of the row.
  struct group {
    std::size_t begin;
    std::size_t end;
    std::vector<std::int64_t> potentials;  ///< one a point of the stretch
  };
  static constexpr std::uint32_t limited = 0x80000000U;  ///< a latest is stated
  static constexpr std::uint32_t settled = 0x7FFFFFFFU;
  static constexpr std::uint32_t no_bound = 0xFFFFFFFFU;
  static constexpr std::uint64_t too_far = std::uint64_t{1} << 62U;
  static constexpr std::int64_t farthest_date = std::int64_t{1} << 61U;

  [[nodiscard]] std::uint32_t waits(point p) const noexcept { return points_[p].waits & settled; }
  [[nodiscard]] bool is_settled(point p) const noexcept { return waits(p) == settled; }
  [[nodiscard]] bool is_late(point p) const noexcept {
    return (points_[p].waits & limited) != 0 && points_[p].value > latest_[p].value;
  }
  void settle_now(point p) noexcept { points_[p].waits |= settled; }

  void take_bounds();
  void sweep_forward();
  void drain();
  void settle_what_waits();
  void settle_groups(groups const& found);
  void settle_group(point const* begin, point const* end);
  void settle_in_order(ring_finder const& inside);
  void settle_point(point p);
  void pull(point to, std::int64_t value, support by) {
    if (value <= points_[to].value) return;
    points_[to].value = value;
    points_[to].by = by;
  }
  void sweep_backward(solution& made);
  void settle_group_backward(group const& g);
  [[nodiscard]] bool clashes_across(point const* begin, point const* end);
  void clashes_at(point p);
  void clash_of(point p, point at, support last);
  void cut(statement_number s);
  void cut_single_links();
  void let_go(point p);
  [[nodiscard]] stated stated_earliest(point p);
  /// Asks now and then whether to go on.
  void look(std::ptrdiff_t arcs = 0) { pace_.step(1 + static_cast<std::uint64_t>(arcs)); }

  network const& net_;
  findings& found_;
  pace& pace_;
  roomy<std::uint32_t> leading_;  ///< one a point: how many arcs lead to it, a start's own to its end included
  std::uint64_t far_ = 0;         ///< no way is longer than this; `too_far` where one might lead past the end of the axis
  arcs out_;
  roomy<state> points_;
  roomy<stated> latest_;  ///< as it is stated; after the sweep back, as it is
  roomy<point> row_;      ///< those that are settled, in that order, up to `done_`
  roomy<point> queue_;    ///< those that wait for nothing, from `next_` to `ready_`
  std::size_t done_ = 0, next_ = 0, ready_ = 0;
  std::vector<std::uint32_t> first_earliest_, next_earliest_;  ///< bounds of a point, in a list; empty until something lets go
  std::vector<group> groups_;
  std::vector<std::uint8_t> open_;  ///< one a point: whether it is being settled as one of several groups; empty before that
  std::vector<std::uint32_t> local_;
  std::size_t longest_chain_ = 0;
  bool clean_ = true;
  bool first_only_ = false;
};

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/sweeper-inl.hpp>
#include <sinedie/chronology/detail/sweeper_back-inl.hpp>
#include <sinedie/chronology/detail/sweeper_clashes-inl.hpp>
#endif
