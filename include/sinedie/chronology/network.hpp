// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What stands about a set of events, as numbers: a Simple Temporal Problem.
///
/// Each event has two points, its start and its end, and each statement bounds points (`bound`: "starts no earlier than …") or
/// the distance between two of them (`constraint`: "starts at least so many seconds after the other has ended"). That a start
/// is no later than its end is understood. One statement may say several such things; they stand or fall together.
///
/// Constraints are laid for end ≤ start, so that days stay days. What is *strict* ("has ended when the other starts") counts
/// where no date is involved: events that precede each other in a ring are a contradiction, whatever their gaps.
///
/// Events are numbered in the order of their ids, statements in the order in which they were laid; these numbers decide every
/// tie.
///
///     network talks{2};
///     talks.date({10, 19}, 0, 0)   // by statement 0, event 0 lies in these seconds
///     talks.relate(relation_kind::after, 1, 0, {86400, no_gap}, 1);   // by statement 1, event 1 follows it by a day or more
///
/// Sources: Dechter, Meiri and Pearl, Temporal constraint networks, Artificial Intelligence 49, 1991; Allen, Maintaining
/// knowledge about temporal intervals, CACM 26(11), 1983.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <sinedie/chronology/detail/roomy.hpp>
#include <sinedie/chronology/distance.hpp>
#include <sinedie/chronology/numbers.hpp>
#include <sinedie/config.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::chronology {

/// `to` is at least `at_least` seconds after `from` (which may be negative: at most so many before it).
struct constraint {
  point from;
  point to;
  std::int64_t at_least;
  statement_number by;
  bool strict;              ///< and not at the same time, where nothing lies between
  std::int16_t clocks = 0;  ///< minutes by which the clock of `to` is ahead of that of `from`: they are part of `at_least`

  /// By one clock.
  [[nodiscard]] std::int64_t lead() const noexcept { return at_least - std::int64_t{clocks} * 60; }

  friend bool operator==(constraint const&, constraint const&) = default;
};

/// A point is no earlier, or no later, than an instant.
struct bound {
  point at;
  bool earliest;  ///< no earlier; else no later
  time::instant value;
  statement_number by;

  friend bool operator==(bound const&, bound const&) = default;
};

/// A constraint whose seconds hang on when its anchor is: the shortest (for a least length) or longest that it can be there.
struct calendar_gap {
  std::uint32_t constraint;
  point anchor;
  bool least;
  std::int64_t less;  ///< seconds that are taken off a least distance
  calendar_length length;

  friend bool operator==(calendar_gap const&, calendar_gap const&) = default;
};

/// One of several dates, which the event's bounds are the hull of. As long as it stands it is tightened to those that fit.
struct choice {
  node event;
  statement_number by;
  std::vector<time::limits> members;

  friend bool operator==(choice const&, choice const&) = default;
};

class network {
 public:
  network() = default;
  explicit network(node events) : events_{events} {}

  /// Adds an event and gives its number.
  node add_event() { return events_++; }

  /// The event's bounds are by a clock that is so many minutes ahead of UTC. What relates it to another whose clock is known counts
  /// by one clock, and is shifted by the difference; to be said before these are related.
  void set_clock(node v, std::int16_t minutes);
  /// Minutes by which the clock of `b` is ahead of that of `a`; none unless both are known.
  [[nodiscard]] std::int16_t clocks_between(node a, node b) const noexcept {
    bool const known = a < clocks_.size() && b < clocks_.size() && clocks_[a] != no_clock && clocks_[b] != no_clock;
    return known ? static_cast<std::int16_t>(clocks_[b] - clocks_[a]) : std::int16_t{0};
  }

  // All of these throw `errc::bad_argument` for events that aren't there, an event related to itself, a statement whose number
  // is below the last one's, a gap below 0 or with its least above its most, and `errc::out_of_range` where a gap is longer than
  // `longest_gap`.

  /// The event lies within these limits. Bounds that are unbounded say nothing; what has no end ends no earlier than the
  /// unbounded future.
  void date(node v, time::limits const& l, statement_number by);
  /// One of these, whose hull the event lies within.
  void date_one_of(node v, std::vector<time::limits> members, statement_number by);
  /// One bound.
  void limit(point at, bool earliest, time::instant value, statement_number by);
  /// `a` stands so to `b`. A gap, from the earlier end to the later start, is for `before`, `after`, `follows_up`, `prepares`;
  /// `realised_as` and `maybe_same_as` say nothing about time.
  void relate(relation_kind kind, node a, node b, distance gap, statement_number by);
  /// The same with a gap in calendar units; a null pointer where there is none.
  void relate(relation_kind kind, node a, node b, calendar_length const* least, calendar_length const* most, statement_number by);
  /// How long lies between its start and its end. `less`: seconds that are taken off the least, a day's where days are counted that
  /// it falls on.
  void last(node v, calendar_length const* least, calendar_length const* most, statement_number by, std::int64_t less = 0);
  void last(node v, distance d, statement_number by);
  /// `to` is at least `at_least` seconds after `from`, which may be negative, the difference of their clocks included.
  void require(point from, point to, std::int64_t at_least, statement_number by, bool strict = false, std::int16_t clocks = 0);

  /// A statement that says nothing about time.
  void note(statement_number by);

  [[nodiscard]] node events() const noexcept { return events_; }
  [[nodiscard]] point points() const noexcept { return 2 * events_; }
  [[nodiscard]] statement_number statements() const noexcept { return statements_; }  ///< one more than the highest number
  [[nodiscard]] detail::roomy<constraint> const& constraints() const noexcept { return constraints_; }  ///< in order of `by`
  [[nodiscard]] detail::roomy<bound> const& bounds() const noexcept { return bounds_; }                 ///< in order of `by`

  [[nodiscard]] std::vector<calendar_gap> const& calendar_gaps() const noexcept { return calendar_gaps_; }  ///< in order of constraints
  [[nodiscard]] std::vector<choice> const& choices() const noexcept { return choices_; }                     ///< in order of `by`
  void add(calendar_gap g);
  void add(choice c);

  /// How much of it there is, to go back to.
  struct mark_type {
    statement_number statements;
    std::size_t constraints, bounds, calendar_gaps, choices;
  };
  [[nodiscard]] mark_type mark() const noexcept;
  void back_to(mark_type const& m) noexcept;

  /// Tightens a distance that was laid, as the gap of a calendar month is once its anchor is known better.
  void tighten(std::size_t constraint, std::int64_t at_least);
  /// Tightens a bound that was laid.
  void tighten(std::size_t bound, time::instant value);

  void reserve(std::size_t constraints, std::size_t bounds);

  /// Some eighteen thousand million years.
  static constexpr std::int64_t longest_gap = std::int64_t{1} << 59U;

 private:
  static constexpr std::int16_t no_clock = INT16_MIN;
  void check(node a, node b, distance d, statement_number by) const {
    bool const fits = a < events_ && b < events_ && d.least >= 0 && d.least <= d.most && d.least <= longest_gap;
    if (!fits || (d.most != no_gap && d.most > longest_gap)) [[unlikely]] refuse(a, b, d, by);
  }
  /// Throws for what doesn't fit.
  void refuse(node a, node b, distance d, statement_number by) const;

  std::vector<std::int16_t> clocks_;  ///< one an event, as far as any is known
  node events_ = 0;
  statement_number statements_ = 0;
  detail::roomy<constraint> constraints_;
  detail::roomy<bound> bounds_;
  std::vector<calendar_gap> calendar_gaps_;
  std::vector<choice> choices_;
};

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/network-inl.hpp>
#endif
