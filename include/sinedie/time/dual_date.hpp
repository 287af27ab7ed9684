// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One day with both its dates, as treaties and letters between two calendars have it: `1/14 February 1918`.
///
/// The first is Julian (Old Style), the second Gregorian (New Style), and they must name one day: the pair is checked. What
/// the two have in common is said once, at the end; what differs stands on both sides of the stroke.
///
///     dual_date{"1/14 February 1918"}.day();                    // the day numbered -18949
///     dual_date{"31 January/13 February 1918"}.gregorian();     // 1918-02-13
///     dual_date{"19 décembre 1917/1er janvier 1918"}.julian();  // 1917-12-19
///     dual_date{"1/15 February 1918"};                          // throws errc::conflict: 1 February is the 14th
///
/// Month names are English or French, in full, in any case; French ones with or without accents, and `1er` for 1.
/// `1918-02-01/14` is refused: to EDTF, a stroke between dates is an interval.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <sinedie/config.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/words.hpp>

namespace sinedie::time {

class dual_date {
 public:
  /// Throws `sinedie::error` that names the value, the offset, and what was expected.
  explicit dual_date(std::string_view text);
  explicit dual_date(char const* text) : dual_date{std::string_view{text}} {}
  [[nodiscard]] static result<dual_date> try_parse(std::string_view text);
  /// Both dates of a day of the axis, as short as the two allow. Precondition: the years lie within 1 to 9999.
  [[nodiscard]] static dual_date of(std::int64_t day, tongue in = tongue::english);

  /// As it was given.
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  /// The day's number, from 1970-01-01 Gregorian.
  [[nodiscard]] std::int64_t day() const noexcept { return day_; }
  [[nodiscard]] civil_day julian() const noexcept;
  [[nodiscard]] civil_day gregorian() const noexcept;
  /// The Old Style date, stated as such: what a dossier keeps, with `text()` as written.
  [[nodiscard]] dating to_dating() const;

  /// The same day, however it is spelled.
  friend bool operator==(dual_date const& a, dual_date const& b) noexcept { return a.day_ == b.day_; }

 private:
  dual_date(std::string text, std::int64_t day) : text_{std::move(text)}, day_{day} {}

  std::string text_;
  std::int64_t day_;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::dual_date> {
  [[nodiscard]] std::size_t operator()(sinedie::time::dual_date const& d) const noexcept { return std::hash<std::int64_t>{}(d.day()); }
};

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/dual_date-inl.hpp>
#endif
