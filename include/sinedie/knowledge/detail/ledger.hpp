// SPDX-License-Identifier: BSL-1.0
#pragma once

/// All reports of a dossier as interpretation needs them: by event, in order of publication, their references resolved.
///
/// Made once and shared by every day of knowledge: what holds on a day is read from it, nothing is sorted or looked up by name
/// again. It takes at most 64 bytes a report. Never changes once made; any number of threads may read it.
///
/// A report without a day of publication, its own or its document's, counts always, and may have come out at any time. One that is
/// explicitly published never (`"published": null`) doesn't count.

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/day.hpp>
#include <sinedie/knowledge/detail/agreement.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie {

namespace detail {

/// One report; its place in the ledger is its number.
struct told {
  time::instant first;  ///< its publication lies between these two
  time::instant last;
  block const* home;
  row_number row;
  row_number says;  ///< claims, from 1; 0: none
  row_number denies;
  std::uint16_t says_of;  ///< bit n: the n-th field
  std::uint16_t denies_of;
  std::uint8_t status;  ///< 255: silent; what denies the event says `denied`
  bool preferred : 1;
  bool deprecated : 1;
  bool testifies : 1;
  bool denies_event : 1;
  bool named : 1;      ///< some chain of citation ends in somebody who is named
  bool retracted : 1;  ///< by some report, on some day
  bool superseded : 1;

  [[nodiscard]] said claim() const noexcept { return {home, says}; }
  [[nodiscard]] bool says_anything_of(field f) const noexcept { return (says_of >> static_cast<unsigned>(f) & 1U) != 0; }
};

/// The civil day of a bounded instant, where `std::chrono::sys_days` reaches it.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(time::instant i) noexcept;

/// Days since 1970, held back at the outermost: `every_day` before all others, and `no_day` after them.
inline constexpr std::int32_t every_day = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max() - 1;
[[nodiscard]] std::int32_t day_number(time::instant i) noexcept;

class ledger {
 public:
  static constexpr std::uint32_t nobody = 0xFFFFFFFFU;

  /// Keeps looking into `all`, which must stay where it is. References to nothing are left out. O(n log n).
  explicit ledger(contents const& all);

  [[nodiscard]] contents const& all() const noexcept { return *all_; }
  /// Events are numbered by their ids.
  [[nodiscard]] std::uint32_t events() const noexcept { return static_cast<std::uint32_t>(events_.size()); }
  [[nodiscard]] locator event(std::uint32_t e) const noexcept { return events_[e]; }
  [[nodiscard]] std::string_view event_id_text(std::uint32_t e) const noexcept {
    return events_[e].home->string(events_[e].home->events().id[events_[e].row]);
  }
  [[nodiscard]] std::optional<std::uint32_t> find_event(std::string_view id) const noexcept;

  /// The numbers of an event's reports are those in [first, last).
  [[nodiscard]] std::uint32_t first_of(std::uint32_t e) const noexcept { return begins_[e]; }
  [[nodiscard]] std::uint32_t last_of(std::uint32_t e) const noexcept { return begins_[e + 1]; }
  /// Whether any report is about it, published or never.
  [[nodiscard]] bool reported(std::uint32_t e) const noexcept { return begins_[e] != begins_[e + 1] || never_[e]; }
  /// Whether anybody has told of it by an end, or needn't: deprecated reports don't.
  [[nodiscard]] bool is_known(std::uint32_t e, time::instant end, bool certain = false) const noexcept {
    for (auto r = first_of(e); r != last_of(e) && told_[r].first <= end; ++r)
      if (!told_[r].deprecated && (!certain || told_[r].last <= end)) return true;
    return !reported(e);
  }
  /// The same of the end of a day, at a glance: `day_number` of the day, or `no_day` for all days, isn't less than this.
  [[nodiscard]] std::int32_t first_day_of(std::uint32_t e) const noexcept { return first_day_[e]; }
  /// Whether it stands aside for another one, as if nobody had heard of it.
  [[nodiscard]] bool is_aside(std::uint32_t e) const noexcept { return !aside_.empty() && aside_[e]; }
  void set_aside(std::uint32_t e) {
    aside_.resize(events_.size(), false);
    aside_[e] = true;
  }
  [[nodiscard]] std::uint32_t reports() const noexcept { return static_cast<std::uint32_t>(told_.size()); }
  [[nodiscard]] told const& operator[](std::uint32_t report) const noexcept { return told_[report]; }
  [[nodiscard]] std::string_view id_of(std::uint32_t report) const noexcept {
    return told_[report].home->string(told_[report].home->reports().id[told_[report].row]);
  }

  /// Which report takes which away or replaces it; retractions in an order in which each follows those that may undo it.
  struct pair {
    std::uint32_t by;
    std::uint32_t of;
  };
  [[nodiscard]] std::vector<pair> const& retractions() const noexcept { return retractions_; }
  /// Sorted by the report that is superseded.
  [[nodiscard]] std::span<pair const> superseding(std::uint32_t report) const noexcept;
  /// The retractions of one report.
  [[nodiscard]] std::vector<std::uint32_t> retracting(std::uint32_t report) const;

  /// Calls `take` with each instant in whose day something that is known of an event may change: its publications begin or are over for
  /// certain, or a statement may have been made by then and rules a planned date out no longer.
  template <typename Take>
  void each_turn(std::uint32_t e, Take take) const {
    bool open = false;
    for (auto r = first_of(e); r != last_of(e); ++r) {
      auto const& t = told_[r];
      take(t.first);
      take(t.last);
      if (!t.testifies) continue;
      auto const* const said = t.home->dating(t.home->reports().said[t.row]);
      auto const first = said ? said->start_min() : t.first;
      auto const last = said ? said->end_max() : t.last;
      if (said) take(first), take(last);
      open = open || said || !first.is_bounded() || day_of(first) != day_of(last);
    }
    if (!open) return;
    for (auto r = first_of(e); r != last_of(e); ++r) {
      auto const& t = told_[r];
      if (t.says == 0) continue;
      auto const& claims = t.home->claims();
      for (auto const cell : {claims.when[t.says - 1], claims.expected[t.says - 1]})
        if (auto const* const date = t.home->dating(cell)) {
          take(date->start_min());
          take(date->end_min());
          if (date->end_max().is_bounded()) take(date->end_max().plus(1));
        }
    }
  }
  /// The days on which anything that is known of an event may change, in order; see `day_of`.
  [[nodiscard]] std::vector<std::chrono::sys_days> days_of(std::uint32_t e) const;

  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  friend class ledger_maker;
  void add_days(std::uint32_t report, std::vector<std::chrono::sys_days>& into) const;

  contents const* all_;
  std::vector<locator> events_;
  std::vector<std::uint32_t> begins_;  ///< one more than events
  std::vector<std::int32_t> first_day_;  ///< one an event; after `no_day` where nobody told of it who counts
  std::vector<bool> aside_;            ///< empty where none is
  std::vector<bool> never_;            ///< events that have a report which is published never
  std::vector<told> told_;
  std::vector<pair> retractions_;
  std::vector<pair> supersedings_;
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/ledger-inl.hpp>
#endif
