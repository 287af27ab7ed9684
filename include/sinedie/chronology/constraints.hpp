// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What stands about the events of a dossier, laid out as a network; each part of it remembers the statement it came from.
///
/// Events are numbered as the standings are, in the order of their ids. Statements are numbered in this order: dates; what
/// reports tell of how far an event had got; durations; relations; rounds of a series. Events that don't occur leave the network:
/// relations to them are suspended, and listed. A report that an event was held says that it had ended by the last day on which
/// that may have been said; that it was under way, that it had started by then, and hadn't ended before the first; that it was
/// to come, that it hadn't started before the first.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/chronology/missing_round.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/statement.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/dossier.hpp>

namespace sinedie::detail {

struct relation_cell;

/// The date that was stated; null where none was, or where it dates nothing.
[[nodiscard]] inline time::dating const* stated_date(claim_fields const& f) noexcept {
  auto const* const d = f.when ? f.when->dating() : nullptr;
  return d && !d->is_empty() ? d : nullptr;
}
/// Whether by their limits what is dated so, if it is, ends before the other starts: by one clock, where both state theirs.
[[nodiscard]] inline bool ends_before(time::limits const& a, time::dating const* date_of_a, time::limits const& b,
                                      time::dating const* date_of_b) noexcept {
  bool const clocks = date_of_a && date_of_b && date_of_a->on_clocks() && date_of_b->on_clocks();
  return (clocks ? a.end_max.plus(date_of_b->start_clock().seconds() - date_of_a->start_clock().seconds()) : a.end_max) < b.start_min;
}
/// The window in which a planned event is foreseen; nothing where none is.
[[nodiscard]] inline std::optional<time::limits> expected_window(claim_fields const& f) {
  if (!f.expected || !f.expected->dating() || f.expected->dating()->is_empty()) return std::nullopt;
  return as_window(*f.expected);
}

}  // namespace sinedie::detail

namespace sinedie::chronology {

/// What of an event's standing bears on time, by where it is written.
struct bearing {
  sinedie::detail::locator event;
  std::string_view id;
  time::dating const* when = nullptr;  ///< the stated date; null where there is none
  bool inferred = false;               ///< somebody inferred it
  bool off = false;                    ///< it doesn't occur
  sinedie::detail::locator dated_by = {};  ///< the report that gave the date; no home where there is none
  time::instant dated_on = {};             ///< the first day on which it was said; `instant::past()` where nothing tells
  bool under_way = false;
};

/// What a stated date says of a start and an end on a day: an end that hasn't come (`..`) comes no earlier than the day on which that
/// is said, and what is under way since a single date has begun then, and may go on.
[[nodiscard]] time::limits limits_as_said(time::dating const& when, time::instant dated_on, bool under_way);

/// A round of a series, as the shelf of series spells it.
struct round_of {
  std::string_view series;
  std::uint32_t round;
};

/// A relation that has no effect, and why.
struct suspension {
  node owner;
  std::string text, french;
};

class constraints {
 public:
  constraints();
  constraints(constraints const&) = delete;
  constraints(constraints&& other) noexcept : work_{std::exchange(other.work_, nullptr)} {}
  constraints& operator=(constraints const&) = delete;
  constraints& operator=(constraints&& other) noexcept {
    std::swap(work_, other.work_);
    return *this;
  }
  ~constraints();

  /// Both must outlive this, and must not change. O((n + m) log n) in events and relations.
  [[nodiscard]] std::vector<suspension> lay(sinedie::detail::contents const& all, std::vector<standing> const& known);

  // The same bit by bit, for a part of the events: those that nothing relates to any of these may be left out.
  static constexpr node nobody = 0xFFFFFFFFU;
  void begin(sinedie::detail::contents const& all);
  /// In the order of ids. `targets`: of each of the event's relations, the number that the other has here; `nobody` where it isn't
  /// among them.
  void add(bearing const& b, std::span<progress const> reports, std::span<round_of const> of_series, std::span<node const> targets);
  [[nodiscard]] std::vector<suspension> lay();

  [[nodiscard]] chronology::network const& network() const noexcept;
  [[nodiscard]] std::vector<missing_round> const& missing_rounds() const noexcept;
  /// A statement of the network, in words of a language (`en` or `fr`).
  [[nodiscard]] statement stated(statement_number s, std::string_view language = "en") const;
  /// How well a statement is founded, for a suggestion which to doubt first: 0 where it is called uncertain, approximate or
  /// inferred, or comes from a deprecated report, 1 where nothing is said of it, 2 where its report is preferred.
  [[nodiscard]] int footing(statement_number s) const;
  /// The events that it speaks of; the second is the first where there is only one.
  [[nodiscard]] std::pair<node, node> events(statement_number s) const noexcept;
  [[nodiscard]] statement::sort kind(statement_number s) const noexcept;
  [[nodiscard]] std::optional<node> find(std::string_view id) const;

 private:
  struct work;

  work* work_;
};

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/constraints-inl.hpp>
#endif
