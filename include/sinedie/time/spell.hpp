// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How a point of the axis is spelled: `YYYY-MM-DD`, with `THH:MM:SS` and the clock's offset from UTC, where it was stated (`Z`,
/// `+03:00`), where it is finer than a day.
///
/// Years outside 0000 to 9999 carry a sign: `-0044`, `+157900`. An unbounded point has no spelling: the text is empty.
///
///     to_bound_string(dating{"2025-02"}.end_max(), true);     // "2025-02-28": a last second of a day is the day
///     dating const d{"2025-02-18T10:00:00+03:00"};
///     to_bound_string(d.start_min(), false, d.start_clock());               // "2025-02-18T10:00:00+03:00"

#include <string>

#include <sinedie/config.hpp>
#include <sinedie/time/clock_offset.hpp>
#include <sinedie/time/instant.hpp>

namespace sinedie::time {

class dating;

/// The civil day on which `i` lies.
[[nodiscard]] std::string to_day_string(instant i);
/// The second: always with `THH:MM:SS`.
[[nodiscard]] std::string to_second_string(instant i, clock_offset clock = {});
/// The day alone where it says all: a start bound on a day's first second, an end bound on a day's last.
[[nodiscard]] std::string to_bound_string(instant i, bool is_end, clock_offset clock = {});
/// A bound of the start, and of the end, of what is so dated: each by the clock by which that was stated.
[[nodiscard]] std::string to_start_string(instant i, bool is_latest, dating const& stated);
[[nodiscard]] std::string to_end_string(instant i, bool is_latest, dating const& stated);
/// "Z", "+03:00", or nothing where it isn't stated.
[[nodiscard]] std::string to_string(clock_offset clock);

}  // namespace sinedie::time

namespace sinedie::detail {

/// As EDTF states a day or a second, which it does in the years -9999 to 9999 only: `errc::out_of_range` beyond.
[[nodiscard]] std::string to_stated_day(time::instant i);
[[nodiscard]] std::string to_stated_second(time::instant i, time::clock_offset clock = {});

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/spell-inl.hpp>
#endif
