// SPDX-License-Identifier: BSL-1.0
#pragma once

/// When a country changed from the Julian to the Gregorian calendar, and what that makes of a date written there.
///
/// Each adoption names the last day that was counted the Julian way and the first that was counted the Gregorian way. One
/// followed the other; the dates between were never written: in Russia 31 January 1918 was followed by 14 February. Borders
/// and names are those of the time where the two differ; `place` says which lands are meant.
///
///     adoption const& russia = *adoption_in("RU");
///     russia.day_as_written({1918, 1, 31});      // 1918-02-13 on the axis
///     russia.day_as_written({1918, 2, 5});       // nothing: there was no such day
///     try_dating_in(russia, "1917-10-25");       // Julian: 1917-11-07 on the axis
///
/// Sources: `docs/calendars.md`, row by row.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/dating.hpp>

namespace sinedie::time {

struct adoption {
  std::string_view code;      ///< ISO 3166-1 alpha-2, of the country that lies there today
  std::string_view place;     ///< the lands that are meant
  civil_day last_julian;      ///< as it was written
  civil_day first_gregorian;  ///< the next day, as it was written
  std::string_view source;

  /// The day's number on the axis from which dates are Gregorian.
  [[nodiscard]] constexpr std::int64_t changed() const noexcept { return days_from_civil(first_gregorian); }
  /// How many dates were left out.
  [[nodiscard]] constexpr std::int64_t skipped() const noexcept { return changed() - days_from_civil(last_julian) - 1; }
  /// The calendar in use on a day of the axis.
  [[nodiscard]] constexpr calendar calendar_on(std::int64_t day) const noexcept {
    return day < changed() ? calendar::julian : calendar::gregorian;
  }
  /// How a day of the axis was written.
  [[nodiscard]] constexpr civil_day written(std::int64_t day) const noexcept { return civil_from_days(day, calendar_on(day)); }
  /// The day of the axis that was written so; nothing where none was. Precondition: the year lies within `farthest_year`.
  [[nodiscard]] constexpr std::optional<std::int64_t> day_as_written(civil_day d) const noexcept {
    if (d.month < 1 || d.month > 12 || d.day < 1) return std::nullopt;
    for (calendar const in : {calendar::julian, calendar::gregorian}) {
      if (d.day > days_in_month(d.year, d.month, in)) continue;
      std::int64_t const day = days_from_civil(d, in);
      if (calendar_on(day) == in) return day;
    }
    return std::nullopt;
  }
  /// Whether a date was ever written there.
  [[nodiscard]] constexpr bool existed(civil_day d) const noexcept { return day_as_written(d).has_value(); }
};

/// All that are known, earliest first.
[[nodiscard]] std::span<adoption const> adoptions() noexcept;
/// By code, in capitals; null where there is none: how dates were written there is then for the caller to say.
[[nodiscard]] adoption const* adoption_in(std::string_view code) noexcept;

/// By code or by place, in any case: `ru`, `Russia`, `great britain`. A word of a place will do where only one place has it
/// (`bohemia`, `protestant states`). Null where there is none, and where several places have it.
[[nodiscard]] adoption const* adoption_named(std::string_view text) noexcept;

/// A date as written in a country: Julian where it lies before the change, Gregorian after it. What holds days of both (`1918`
/// in Russia, or an interval across the change) is read in both, as `calendar::unknown` is: never too narrow. A day, or an
/// end of an interval, that was never written there is `errc::no_such_day`.
[[nodiscard]] result<dating> try_dating_in(adoption const& there, std::string_view edtf);
/// The same; throws.
[[nodiscard]] dating dating_in(adoption const& there, std::string_view edtf);

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/adoption-inl.hpp>
#endif
