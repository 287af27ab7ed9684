// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A dossier through time: what was known of it on any day, and how that changed.
///
/// Made once, it gives the timeline of any day without checking or looking up the whole again. What it read of events for one day
/// it keeps (at most 40 bytes an event and 4 a party to it, and that day's timeline), so that for another day only events of
/// which news came between are read. It co-owns what the dossier held when it was made, and any number of threads may ask it;
/// what it answers never changes. What was published after a day never shows in what is asked of that day.
///
///     knowledge const talks{load("talks.json")};
///     talks.as_of(2025y / April / 1);                     // a timeline: the second round has no date yet
///     for (auto const& c : talks.history("second-round")) print(c.day, to_string(c.kind), c.from, c.to);
///     talks.compare(2025y / April / 1, 2025y / April / 11);

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/change.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

class knowledge {
 public:
  /// Throws `sinedie::error` with all of `dossier::check`'s problems, where there are any. A day in `how` is of no account.
  explicit knowledge(dossier const& d, timeline_options const& how = {});

  /// What had been published by the end of that day.
  [[nodiscard]] timeline as_of(std::chrono::sys_days day) const;
  /// The dossier's own day; without one, all that was ever published.
  [[nodiscard]] timeline as_of() const;
  /// The dossier's own day of knowledge.
  [[nodiscard]] knowledge_day own_day() const noexcept;

  /// The days on which a value, a dispute or a flag that reports give changed, in order. Linear in the reports.
  [[nodiscard]] std::vector<std::chrono::sys_days> days() const;

  /// Every change in what was known of an event, in order, until the end of a day: that day, else the dossier's own, else all.
  /// The first ones say what was known from the beginning; they have no day. Throws `errc::unknown_id` with the nearest known
  /// where there is no such event.
  [[nodiscard]] std::vector<change> history(event_id const& id, knowledge_day until = {}) const;

  /// What was known of each event at the end of the later day and not, or otherwise, at the end of the earlier one; by id.
  /// Each change bears the later day. Throws `errc::bad_argument` where they come in the wrong order.
  [[nodiscard]] std::vector<event_changes> compare(std::chrono::sys_days from, std::chrono::sys_days to) const;

  /// Who says so, for each field of an event that has a value or of which anybody spoke by then; the day as in `history`.
  /// Nothing where it wasn't heard of yet.
  [[nodiscard]] std::vector<account> who_says_so(event_id const& id, knowledge_day day = {}) const;

  /// The title of an event, else its id.
  [[nodiscard]] std::string title(event_id const& id, std::string_view language = "en") const;
  /// The name of a report's source, its own or its document's; else the id of the document; else nothing.
  [[nodiscard]] std::string source(report_id const& id, std::string_view language = "en") const;

  /// How many bytes it takes to know who said what when, and what stood on the day that it keeps; without what the dossier holds, and
  /// without that day's timeline.
  [[nodiscard]] std::size_t bytes() const;

  /// For what is built on it.
  [[nodiscard]] detail::shared<detail::archive const> const& archive() const noexcept { return in_; }

 private:
  [[nodiscard]] std::uint32_t number_of(event_id const& id) const;

  detail::shared<detail::archive const> in_;
  timeline_options how_;
  detail::shared<detail::kept_reading> kept_;  ///< copies share it
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/knowledge-inl.hpp>
#endif
