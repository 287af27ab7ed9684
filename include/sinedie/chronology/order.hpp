// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One row out of what is certain: total, deterministic, and a linear extension of all limits and precedences.
///
/// Points are sorted topologically by all constraints that don't lead back in time, and an event stands where its start does.
/// Among events that are ready the key decides: earliest start; where that is unbounded, latest end; then latest end; then
/// number. Members of a ring stand together, and so do events that start at the same time for certain. An event with relations
/// but without a key stands directly after the last one placed before it, else directly before its first successor. Events that
/// hang together with nothing that has a key, by no number of relations, are given apart.
///
/// Why the key keeps what is certain by limits: every key is at most the event's latest end, and at least its earliest start.
/// Let a end before b can start, that is end_max(a) < start_min(b). All that precedes a ends, by propagation, no later than
/// a's latest start, so each of those events has a key ≤ end_max(a) < start_min(b) ≤ key(b); as long as a isn't placed, a or
/// one of them is ready, and is taken before b. Only a ring can break this: what precedes one member then precedes all.

#include <cstdint>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// Why one event stands before another.
enum class certainty : unsigned char { conventional, by_limits, by_relation };

struct ordering {
  std::vector<node> placed;
  std::vector<node> unplaced;  ///< of these nothing at all is known; in an order that keeps their precedences

  /// By what an event, or one with all that must stand at its side, came to its place among those that were ready.
  struct turn {
    time::instant start, end;
    node first;             ///< the number that decided last
    std::uint32_t members;  ///< how many were placed for it
  };
  std::vector<turn> placed_turns, unplaced_turns;  ///< what events that nothing relates to others are merged in by
};

/// `earliest`: one an event, the first part of its key; `instant::past()` where its earliest start is unbounded. It is held
/// between the event's earliest start and its latest end. Throws `errc::bad_argument` for lists of another network's size.
/// O((n + m) log n).
[[nodiscard]] ordering order(network const& net, solution const& solved, std::vector<time::instant> const& earliest);

/// For each event of a row, why it stands after the one before it: its limits, statements that lead from that one's end to its
/// start, or convention (as for the first). O(n + m) in practice: only points that are joined are walked, and not through the
/// length of any third event, since that would stand between the two.
[[nodiscard]] std::vector<certainty> certainties(network const& net, solution const& solved, std::vector<node> const& row);

/// Whether statements lead from one event's end to the start of another, as `certainties` walks them; for events that are next to
/// each other.
class ways {
 public:
  ways(network const& net, solution const& solved) : net_{net}, solved_{solved}, forward_{net, true} {}
  [[nodiscard]] bool lead(node from, node to);

 private:
  network const& net_;
  solution const& solved_;
  detail::arcs forward_;
  std::vector<point> seen_;
};

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/order-inl.hpp>
#endif
