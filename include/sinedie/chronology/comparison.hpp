// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How two events stand to each other for all that a network says, not only for their dates, and by which statements.
///
/// Between two points there is a least distance: the longest way from one to the other over constraints, or what their limits
/// leave between them. A relation is a handful of such distances between two starts and two ends. It holds for certain where the
/// network asks for each of them, and can't hold where asking for all of them as well would be one too many. Both are exact for
/// what is in force: cutting a Simple Temporal Problem down to four points loses nothing.
///
///     comparison const known{net, solved};
///     known.precedes(0, 1);                          // yes: 0 is before 2, and 2 before 1, though none of them has a date
///     known.stands(0, relation_kind::meets, 1);      // maybe
///
/// What is *strict* counts as one second, but where dates leave no second between two events that a statement puts in a row: there
/// it counts for `precedes` alone.
///
/// A question costs, at worst, the part of the network that can be reached from the event.

#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/chronology/chain.hpp>
#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/config.hpp>
#include <sinedie/time/truth.hpp>

namespace sinedie::chronology {
namespace detail {

struct all_reached;
struct fence;

}  // namespace detail

/// That an event's date would be known, and what this would do for another event.
struct missing_date {
  node event;
  bool limits_earliest;  ///< the other could then be no earlier than some day that is later than the one now known
  bool limits_latest;
  std::uint32_t opened;  ///< how many of the two are unbounded now
  std::int64_t seconds;  ///< by how much, at most, the time in which the other falls would shrink; `no_gap` without end
  std::uint32_t steps;   ///< how many statements lead there

  friend bool operator==(missing_date const&, missing_date const&) = default;
};

class comparison {
 public:
  /// Both must outlive this, and must not change. O(n + m).
  comparison(network const& net, solution const& solved);

  /// Whether `a` has ended when `b` starts.
  [[nodiscard]] truth precedes(node a, node b) const;
  /// Whether `a` stands so to `b`: one of Allen's thirteen, `part_of`, `follows_up` or `prepares`; throws `errc::bad_argument` for
  /// the others, which say nothing about time.
  [[nodiscard]] truth stands(node a, relation_kind kind, node b) const;
  /// The statements by which `a` precedes `b`: those that lead there, else those of their limits. Empty where it doesn't for certain.
  /// Of up to 64 none can be left out.
  [[nodiscard]] std::vector<statement_number> grounds(node a, node b) const;
  /// Those of their limits alone: what ends the one and begins the other. Empty where their limits don't tell them apart.
  [[nodiscard]] std::vector<statement_number> grounds_by_limits(node a, node b) const;

  /// Whether by their limits one point comes before another: by one clock, where both clocks are known.
  [[nodiscard]] bool apart(point from, point to) const noexcept;

  /// Calls `use` with events that follow `v` for certain by one statement.
  template <typename Use>
  void each_next(node v, Use use) const {
    for (auto const* a = out_.begin(end_of(v)); a != out_.end(end_of(v)); ++a) {
      auto const& c = net_->constraints()[a->number];
      if (is_start(a->to) && !solved_->set_aside[c.by] && (c.lead() > 0 || (c.lead() == 0 && c.strict))) use(event_of(a->to));
    }
  }

  [[nodiscard]] network const& net() const noexcept { return *net_; }
  [[nodiscard]] solution const& solved() const noexcept { return *solved_; }

 private:
  [[nodiscard]] time::instant earliest(point p) const noexcept;
  [[nodiscard]] time::instant latest(point p) const noexcept;

  friend std::vector<std::vector<node>> open_groups(comparison const& known, std::vector<node> const& row);
  friend std::vector<missing_date> would_date(comparison const& known, node v);
  /// All points that a way leads to from `from`, with the longest; not `forward`, those that one leads from. It may stop as soon as
  /// `until` is strictly later.
  /// Distances count by one clock, or, `on_axis`, as they limit other points on the axis.
  [[nodiscard]] detail::all_reached reach(point from, bool forward, std::optional<point> until = std::nullopt, bool on_axis = false,
                                          detail::fence const* within = nullptr) const;
  /// The statements along the way to a point that was reached.
  [[nodiscard]] std::vector<statement_number> along(detail::all_reached const& found, point to) const;
  /// What ends `a` and begins `b`.
  [[nodiscard]] std::vector<statement_number> both_limits(node a, node b) const;
  [[nodiscard]] bool apart(time::limits const& of_a, node a, time::limits const& of_b, node b) const noexcept;

  network const* net_;
  solution const* solved_;
  detail::arcs out_, in_;
};

/// Events, in groups: of each group the members' mutual order is open, directly or through others of it; between groups all is
/// certain, and they are given in that order. `row` is any order of all events that keeps what is certain. In practice near
/// linear in events and relations.
[[nodiscard]] std::vector<std::vector<node>> open_groups(comparison const& known, std::vector<node> const& row);

/// What would date an event: other events' dates, those first that would limit a side that is unbounded, then those that could
/// narrow it most, then the nearest. What is known to the day can't be known better and isn't listed.
[[nodiscard]] std::vector<missing_date> would_date(comparison const& known, node v);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/comparison-inl.hpp>
#include <sinedie/chronology/open_groups-inl.hpp>
#endif
