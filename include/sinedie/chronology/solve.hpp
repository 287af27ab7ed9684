// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The tightest limits of every start and end that a network gives, and the statements that can't all hold.
///
/// Points that no constraint leads back to are settled by one topological sweep forward (earliest) and one backward (latest).
/// What is left are groups of points that lead back to each other: potentials of each are found by a label-correcting search
/// with parent checking, or a contradiction is; given potentials, Dijkstra's algorithm settles the group.
///
/// A *contradiction* is a minimal set of statements that can't all hold: without any one of them the others can. The
/// contradictions of a solution share no statement; all of their statements are set aside, and the rest is solved, again until
/// nothing clashes. What only bounds a point, as a date does, comes back where it can hold together with the rest, and is tried
/// again where that has changed: none stays away that could hold with all that is in force. Where two such statements can't both
/// come back, one of them does, as a rule the one with the lower number.
///
/// Complexity: O(n + m) where no constraint leads back; O(n m) at worst for groups that do, in practice near O(m log n). Memory
/// is linear. Nothing recurs on the input.
///
/// Sources: Tarjan, Shortest paths, 1981 (subtree disassembly); Cherkassky and Goldberg, Negative-cycle detection algorithms,
/// Mathematical Programming 85, 1999.

#include <vector>

#include <sinedie/chronology/detail/pace.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// Throws `errc::out_of_range` where the gaps of a group that leads back to itself add up to more than the axis holds.
[[nodiscard]] solution solve(network const& net, watcher* watching = nullptr);

namespace detail {
/// Whether all statements of a network can hold.
[[nodiscard]] bool holds(network const& net, pace& going);
[[nodiscard]] solution solve(network const& net, pace& going);
/// The events that some statements speak of, ascending: in `only` of these statements each has its place here as its number.
[[nodiscard]] std::vector<node> events_of(network const& net, std::vector<statement_number> const& some);
}  // namespace detail

/// Whether all statements of a network can hold.
[[nodiscard]] bool can_hold(network const& net, watcher* watching = nullptr);

/// The part of a network that some of its statements say, renumbered: events and statements in the order that they had.
[[nodiscard]] network only(network const& net, std::vector<statement_number> const& ascending);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/solve-inl.hpp>
#endif
