// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is odd in a dossier though nothing in it is wrong: likely slips of whoever typed it.
///
/// - `duplicate`: two parties of one kind, or two venues in one place, that have a name in common;
/// - `look_alike`: two of them whose names read the same in letters of different scripts;
/// - `weekday`: a date that was written with the name of another day of the week, in English or French (`as_written`);
/// - `odd_text`: control characters, marks of direction and zero-width characters in a name, a title or a note; a blank name.
///
///     for (finding const& f : oddities(talks)) print(f.kind, f.text);
///
/// Likely duplicates among events depend on what is known of them on a day: see `sinedie/timeline/oddities.hpp`.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <sinedie/model/dossier.hpp>
#include <sinedie/model/finding.hpp>

namespace sinedie {

namespace detail {

/// The day of the week of a civil day, from 0 for Monday.
[[nodiscard]] constexpr std::size_t weekday_of(std::int64_t day) noexcept {
  auto const since_monday = (day + 3) % 7;  // 1 January 1970 was a Thursday
  return static_cast<std::size_t>(since_monday < 0 ? since_monday + 7 : since_monday);
}

[[nodiscard]] std::vector<finding> oddities(contents const& all);

}  // namespace detail

/// In the order of entry: of parties, then venues, series, events, documents, reports. Linear in the text, O(n log n) in the entries.
[[nodiscard]] std::vector<finding> oddities(dossier const& d);

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/oddities-inl.hpp>
#endif
