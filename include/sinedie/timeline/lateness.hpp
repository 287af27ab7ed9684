// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is late or has gone quiet on the timeline's day, and where dates slip.
///
///     overdue(talks);              // planned, and the latest day on which it could have begun has passed
///     without_news(talks, 30);     // still to come, and nobody has spoken of it for a month
///     slips_by(k, grouping::venue);

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <sinedie/knowledge/slips.hpp>
#include <sinedie/timeline/counts.hpp>
#include <sinedie/timeline/knowledge.hpp>

namespace sinedie {

struct late_event {
  event_id event;
  time::instant latest;   ///< the last second at which it could have begun, as stated, else as expected
  bool stated;            ///< whether by a stated date

  friend bool operator==(late_event const&, late_event const&) = default;
};

/// Planned events whose latest possible start, stated or expected, has passed with no report of their being held; the longest
/// overdue first. Without a day of knowledge nothing is. Deadlines are passed, never overdue.
[[nodiscard]] std::vector<late_event> overdue(timeline const& t);

struct quiet_event {
  event_id event;
  std::chrono::sys_days last_news;   ///< the latest day on which a report about it may have first come out by then

  friend bool operator==(quiet_event const&, quiet_event const&) = default;
};

/// Events that are neither held nor off and about which nothing was published in the last `days` days up to the day of knowledge;
/// the quietest first. Events of which no report bears a day aren't among them.
[[nodiscard]] std::vector<quiet_event> without_news(timeline const& t, std::uint32_t days);

/// The slips of one event, as `knowledge::history`.
[[nodiscard]] slips slips_of(knowledge const& k, event_id const& id, knowledge_day until = {});

struct slip_group {
  std::string key;   ///< as in `counts`
  slips sum;

  friend bool operator==(slip_group const&, slip_group const&) = default;
};

/// The slips of each event known on a day, by id.
[[nodiscard]] std::vector<slip_group> slips_by_event(knowledge const& k, knowledge_day until = {});

/// The slips of all events known on a day, in groups, by key; an event counts in each of its groups, those without one in `none`.
[[nodiscard]] std::vector<slip_group> slips_by(knowledge const& k, grouping g, knowledge_day until = {});

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/lateness-inl.hpp>
#endif
