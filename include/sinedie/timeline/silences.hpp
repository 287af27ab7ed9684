// SPDX-License-Identifier: BSL-1.0
#pragma once

/// When nothing happened: the longest silences between events, and the runs of events that follow each other closely.
///
///     auto const q = where::between("russia", "united-states") && where::occurred();
///     silences(talks, q, 1);                             // the longest time without a contact
///     runs(talks, q, time::duration{"P14D"});            // rounds of talks, never more than two weeks apart
///
/// Only events whose start and end are bounded on both sides take part; how long a silence lasted is known as far as their
/// dates are, so it has a least and a greatest length. What else answers the query and may have broken it is counted.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <sinedie/time/duration.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

/// From the end of everything before to the next start.
struct silence {
  event_id last;                ///< of those before, the one that ended last
  event_id next;                ///< the one that breaks it
  std::int64_t at_least = 0;    ///< seconds between; 0 where they may touch
  std::int64_t at_most = 0;
  std::size_t perhaps_broken = 0;  ///< events that answer the query, aren't bounded on both sides, and may fall between

  friend bool operator==(silence const&, silence const&) = default;
};

/// The longest `most`, by their least length, then by their greatest, then in the order of time.
[[nodiscard]] std::vector<silence> silences(timeline const& t, query const& q, std::size_t most);

/// Events each of which may start within `apart` of the end of those before it; at least two, in the order of the timeline.
struct run {
  std::vector<event_id> events;

  friend bool operator==(run const&, run const&) = default;
};
/// In the order of time.
[[nodiscard]] std::vector<run> runs(timeline const& t, query const& q, time::duration const& apart);

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/silences-inl.hpp>
#endif
