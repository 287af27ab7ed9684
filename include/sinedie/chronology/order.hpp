// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One row out of what is certain: total, deterministic, and a linear extension of all limits and precedences that stand.
///
/// Topological: an event stands where its start does, after all whose start or end it must wait for. Among the events that are ready
/// the least key comes first: date; then latest end; then number. An event's date is its earliest start, else its latest start, else
/// its earliest end; a planned event without a stated date may *want* another one, which is moved into its limits. An event without a
/// date of its own inherits the greatest of its predecessors' and comes after all that own it; without such, the least of its
/// successors', and comes before them; through other dateless events as well. Events that hang together with nothing that has a
/// date, by no number of relations, are given apart. What was set aside binds nothing.
///
/// Why the keys keep what is certain by limits: let a end before b can start, that is end_max(a) < start_min(b). A date lies in
/// its event's limits, so a's is at most end_max(a), and b's at least start_min(b). All that precedes a ends, by propagation, no later
/// than a's latest start, so it has a date of its own, and that too is at most end_max(a): as long as a isn't placed, a or one of
/// them is ready, and is taken before b.

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/chronology/certainty.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// What decides between events that are ready.
struct order_key {
  /// How the date was come by: inherited from what must come after it, its own, or inherited from what must come before it.
  enum class source : unsigned char { successors, own, predecessors };

  time::instant date;
  source from = source::own;
  time::instant end = time::instant::past();  ///< the latest; of inherited dates always the past, so that the number decides

  friend auto operator<=>(order_key const&, order_key const&) = default;
};

/// The date by which an event of these limits is placed; nothing where it has none of its own. `wanted` is moved into the limits,
/// unless it is `instant::past()`: nothing is wanted.
[[nodiscard]] std::optional<time::instant> own_date(time::limits const& limits, time::instant wanted) noexcept;

struct ordering {
  std::vector<node> placed;
  std::vector<node> unplaced;              ///< of these nothing at all is known; in an order that keeps their precedences
  std::vector<order_key> placed_by = {};   ///< one for each that is placed: what others are merged in by
};

/// `wanted`: one an event; see `own_date`. Throws `errc::bad_argument` for lists of another network's size.
/// O((n + m) log n).
[[nodiscard]] ordering order(network const& net, solution const& solved, std::vector<time::instant> const& wanted);

/// For each event of a row, why it stands after the one before it: its limits, statements that lead from that one's end to its
/// start, or convention (as for the first). O(n + m) in practice: only points that are joined are walked, and not through the
/// length of any third event, since that would stand between the two; where gaps that are at most so long lead back, through some
/// sixty points.
[[nodiscard]] std::vector<certainty> certainties(network const& net, solution const& solved, std::vector<node> const& row);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/order-inl.hpp>
#endif
