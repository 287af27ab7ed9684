// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A duration added to a date, or taken from it: what was a month of 28 to 31 days becomes the one that stands there.
///
/// Months and years are counted first, on the calendar; a day that the month reached doesn't have becomes that month's last
/// (31 January and a month is 28 February). Weeks, days and smaller units follow. Taking away goes the same way backwards, so
/// it needn't undo an addition: 28 February less a month is 28 January. What lasts is moved as a whole, each end from where it
/// stands; where the end of a short month would put an end before its own start, the two are drawn together.
///
/// The result is the hull of all readings, each moved: as wide as it must be, and no wider.
///
///     add(dating{"2025-01"}, duration{"P1M"});         // from 2025-02-01 to 2025-02-28
///     subtract(dating{"2025-03-31"}, duration{"P1M"}); // 2025-02-28
///     days_of(duration{"P2M"});                        // 59 to 62
///
/// A Julian dating is moved by Julian months; one in an unknown calendar by both.
///
/// Source: ISO 8601-1:2019, 5.5.2, for the units; W3C XML Schema 1.1 part 2, appendix E.3.3, for the order and the month's end.

#include <cstdint>

#include <sinedie/config.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::time {

/// A duration's two parts: those the calendar decides, and those that are as long everywhere.
struct duration_parts {
  std::int64_t months = 0;   ///< years are twelve
  std::int64_t seconds = 0;  ///< weeks and days are 7 and 1 times 86,400

  friend constexpr bool operator==(duration_parts, duration_parts) noexcept = default;
};
[[nodiscard]] duration_parts parts_of(duration const& d);

/// How many days a duration takes, wherever it is anchored; a part of a day counts down in `least` and up in `most`. Tight:
/// each bound is reached from some Gregorian day (`P1M` 28 to 31, `P2M` 59 to 62, `P1Y` 365 to 366, `P12M` likewise).
struct day_count {
  std::int64_t least = 0;
  std::int64_t most = 0;

  friend constexpr bool operator==(day_count, day_count) noexcept = default;
};
[[nodiscard]] day_count days_of(duration const& d);

/// Throws, or returns, `errc::out_of_range` where the sum would leave the axis. Unbounded ends stay unbounded.
/// Precondition of the forms with limits: they are tight; `in` isn't `unknown`.
[[nodiscard]] result<limits> try_add(limits const& when, duration const& d, calendar in = calendar::gregorian);
[[nodiscard]] result<limits> try_subtract(limits const& when, duration const& d, calendar in = calendar::gregorian);
[[nodiscard]] result<limits> try_add(dating const& when, duration const& d);
[[nodiscard]] result<limits> try_subtract(dating const& when, duration const& d);

[[nodiscard]] limits add(limits const& when, duration const& d, calendar in = calendar::gregorian);
[[nodiscard]] limits subtract(limits const& when, duration const& d, calendar in = calendar::gregorian);
[[nodiscard]] limits add(dating const& when, duration const& d);
[[nodiscard]] limits subtract(dating const& when, duration const& d);

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/duration_sum-inl.hpp>
#endif
