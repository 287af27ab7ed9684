// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The windows that one part of an expression may mean, earliest first, found without listing them.
///
/// A plain date has one window. A date with unspecified digits has one for each date that fits and exists (`15XX-12-XX`: each
/// day of each December of that century); a range in a list has one for each year, month or day in it. `seek` finds the
/// earliest window that hasn't ended before a given second, so two long series are compared by leaping, not by counting.

#include <cstdint>
#include <optional>

#include <sinedie/time/calendar.hpp>
#include <sinedie/time/detail/edtf.hpp>
#include <sinedie/time/detail/ranges.hpp>
#include <sinedie/time/instant.hpp>

namespace sinedie::detail {

/// From a first second to a last; what has none ends before it begins.
struct edtf_hull {
  time::instant first{1};
  time::instant last{0};

  [[nodiscard]] constexpr bool any() const noexcept { return !(last < first); }
};

/// By which clock a time with an offset is laid on the axis: as it was stated, or all by the same.
enum class clock : bool { local, utc };

struct edtf_units {
  enum class shape : std::uint8_t { window, mask, range };
  enum class unit : std::uint8_t { year, part, month, day };

  shape how = shape::window;
  unit of = unit::year;
  time::calendar in = time::calendar::gregorian;
  std::uint8_t part = 0;            ///< of a mask of parts of a year: 21 to 41
  std::uint8_t year_mask = 0;       ///< of a mask
  std::int64_t year = 0;            ///< of a mask: the year's digits, unspecified ones as 0
  bool negative = false;            ///< of a mask: the year's sign
  std::uint16_t months = 0;         ///< of a mask: bit m for month m
  std::uint32_t days = 0;           ///< of a mask: bit d for day d
  bool open_past = false;           ///< of a range
  bool open_future = false;         ///< of a range
  std::int64_t lowest = 0;          ///< of a mask: the first year; of a range: the first unit, counted from an origin
  std::int64_t highest = 0;         ///< likewise the last
  time::instant first{};            ///< the hull
  time::instant last{};

  /// The earliest window whose last second isn't before `i`.
  [[nodiscard]] std::optional<edtf_hull> seek(time::instant i) const;
  /// The latest window whose first second isn't after `i`. Precondition: it isn't a range.
  [[nodiscard]] std::optional<edtf_hull> seek_back(time::instant i) const;
};

/// From the first window to the last, where any day of that calendar fits. Precondition: the calendar isn't `unknown`.
[[nodiscard]] edtf_hull hull_of(edtf_date const& d, time::calendar in, clock by = clock::local) noexcept;
/// Nothing where no day of that calendar fits. Precondition: the calendar isn't `unknown`.
[[nodiscard]] std::optional<edtf_units> units_of(edtf_date const& d, time::calendar in, clock by = clock::local);
/// All units from `from` to `to`, each where there is one; nothing where there are none.
[[nodiscard]] std::optional<edtf_units> units_of(edtf_member const& range, time::calendar in);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/detail/units-inl.hpp>
#endif
