// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What stands about each event on a day, as numbers of columns: the first half of compiling a timeline.
///
/// Nothing is copied: what an event's fields are is read where it is written, once. Only events that something relates to others,
/// or whose own statements may clash, need a network; the limits of all others are their own. What was read for another day is
/// taken again where it stands the same.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

namespace sinedie::detail {

/// What is kept of a reading: events whose standing hangs on the day by nothing but their own reports, and whose limits by nothing
/// that hangs on it either.
class rows_read {
 public:
  struct kept_event {
    std::uint32_t event;  ///< its number in the ledger
    std::uint32_t profile, where, extent;
    std::uint32_t place;       ///< in the order
    std::int32_t from, until;  ///< it stands like this on days in [from, until), counted from 1970
    bool disputed;
    time::dating const* stated;
  };

  std::vector<kept_event> rows;
  std::vector<profile> profiles;         ///< without certainty
  std::int32_t last_day = 0;             ///< the day, `no_day` for all
  detail::shared<compiled const> made;  ///< whose columns have what the other numbers stand for

  /// Beside the timeline.
  [[nodiscard]] std::size_t bytes() const noexcept {
    return rows.capacity() * sizeof(kept_event) + profiles.capacity() * sizeof(profile);
  }
};

class day_reading {
 public:
  day_reading(detail::shared<archive const> from, timeline_options const& options, detail::shared<rows_read const> before);

  /// Whether the next one had better take this reading than the one that this could take: more is settled in it, which stands on
  /// all later days, or it could take little.
  [[nodiscard]] bool is_worth_more() const;
  /// After all else: what the next one may take.
  [[nodiscard]] detail::shared<rows_read const> take_rows();

 protected:
  /// One event that exists on the day.
  struct read_event {
    std::uint32_t event;  ///< its number in the ledger
    std::uint32_t profile, where, extent;
    std::uint32_t first_who;
    std::uint32_t joined;  ///< its number in the network; `nobody` where it isn't in it
    time::dating const* stated;
    time::dating const* expected;
    time::limits limits;
    std::optional<status> planned;  ///< its status, where it is planned and has no stated date
    std::int32_t from, until;  ///< as in `rows_read`, where `again`
    bool again;                ///< nothing about it hangs on the day in any other way
    bool plain;                ///< nor does anything about those that it hangs together with: see `compiler`
    bool disputed;
    bool taken = false;  ///< from another day's reading, and stands where it stood among those that do
  };
  /// One that is in the network.
  struct joined_event {
    std::uint32_t row;  ///< in `rows_`
    bool inferred;
    bool contradictory;
    locator dated_by;
    time::instant dated_on;
    time::limits own;  ///< what its date alone says
    std::vector<listed_at> rounds;  ///< its places in series
    std::size_t first_report;
    detail::profile profile;  ///< as far as it doesn't hang on limits
  };

  void read_all();
  /// Where a row that was taken stood. Precondition: it was.
  [[nodiscard]] std::uint32_t place_before(read_event const& row) const noexcept { return before_->rows[again_[row.event]].place; }
  /// What hangs on its limits.
  void finish(read_event& row, detail::profile p, bool contradictory, time::limits const& own);

  detail::shared<rows_read const> before_;
  detail::shared<compiled> made_;
  knowledge_day day_;
  time::instant end_;
  std::int32_t last_day_ = no_day;  ///< the same, at a glance
  interpreter by_;
  columns_builder columns_;
  std::vector<read_event> rows_;
  std::vector<joined_event> joined_;
  std::vector<progress> progress_;  ///< of those that are joined
  std::vector<std::uint32_t> disputed_;
  chronology::watcher* watching_ = nullptr;  ///< told how far the solving is

 private:
  static constexpr std::uint32_t not_again = nobody;
  static constexpr std::int32_t never = 0x7FFFFFFF;

  [[nodiscard]] static bool is_kept(read_event const& row) noexcept;

  [[nodiscard]] bool exists(std::uint32_t event, std::int32_t day) const noexcept {
    return made_->told->first_day_of(event) <= day && !made_->told->is_aside(event);
  }
  [[nodiscard]] bool exists(std::uint32_t event) const noexcept { return exists(event, last_day_); }
  /// Those that a relation ties to another one which exists.
  void mark_related();
  /// Which of the events that were read for another day stand the same; and groups of events in which any doesn't.
  void find_known();
  /// Takes what was read of an event for another day, where it and all that it hangs together with stand the same: its limits are
  /// what they were, and it needs no network.
  [[nodiscard]] bool take_again(std::uint32_t old);
  void read(std::uint32_t e);
  /// Until when nothing about it changes: no publication begins or is over for certain, and what is meant to be isn't overdue.
  void set_reach(read_event& row, std::optional<time::instant> due_by) const;
  /// The latest by which what is meant to be starts, as it is told; nothing where it needn't.
  [[nodiscard]] std::optional<time::instant> due_by(read_event const& row, std::optional<status> s, detail::profile const& p) const;
  /// Whether nothing ties it to others and its own date is one that four limits tell.
  [[nodiscard]] bool is_alone(std::uint32_t e, read_event const& row) const;
  /// By its date and what reports tell of how far it had got, as `chronology::constraints` lays them; nothing where they clash.
  [[nodiscard]] std::optional<time::limits> own_limits(time::limits const& own, detail::profile const& p, bool off,
                                                       std::size_t first_report) const;
  [[nodiscard]] std::uint32_t flags_of(read_event const& row, interpretation const& in, std::optional<status> s, bool inferred,
                                       std::optional<time::instant> due_by) const;

  std::vector<bool> related_;         ///< one an event
  std::vector<std::uint32_t> again_;  ///< one an event: its place in the other reading, where it stands as it stood then
  std::vector<bool> fresh_;           ///< one a group, at its first event: not all of it stands as it stood
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/day_reading-inl.hpp>
#endif
