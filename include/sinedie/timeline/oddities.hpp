// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is odd in what is known on the timeline's day, though nothing of it can't be: worth a second look.
///
///     for (finding const& f : likely_duplicates(talks)) print(f.text);   // "a" and "b" may be one event: …
///
/// What is odd in the dossier whatever the day (names, weekdays, characters) is in `sinedie/model/oddities.hpp`.

#include <vector>

#include <sinedie/model/finding.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

/// `duplicate`: events of the same parties and the same kind or title, on one and the same day, or both without a date and of one
/// title, which nothing tells apart (other venues, other modes or topics, other hours, other rounds of a series) or relates to each
/// other. In the order of the timeline, each with the first that it is like. O(n log n) in the events.
[[nodiscard]] std::vector<finding> likely_duplicates(timeline const& t);

/// `office_gap`: somebody takes part for whom offices are listed, none of which can have been held then; so what they did counts for
/// nobody. In the order of the timeline.
[[nodiscard]] std::vector<finding> office_gaps(timeline const& t);

/// Of the dossier (`sinedie::oddities`), then these.
[[nodiscard]] std::vector<finding> oddities(timeline const& t);

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/oddities-inl.hpp>
#endif
