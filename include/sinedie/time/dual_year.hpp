// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A day with both its years, as England wrote it while its year began on Lady Day, 25 March: `10 February 1698/99`.
///
/// From 1 January to 24 March the year that began on Lady Day hadn't changed yet, and the one that begins in January had. The
/// second is the one that counts here; the day is Julian (Old Style), as all days were there. The pair is checked: the second year
/// is the one after the first, in full or by its last digits, and the day lies before Lady Day. The Calendar (New Style) Act let
/// 1752 begin on 1 January, so 1750/51 is the last such pair.
///
///     dual_year{"10 February 1698/99"}.julian();      // 1699-02-10
///     dual_year{"24 mars 1700/1"}.to_dating();        // 1701-03-24, Julian: 4 April 1701
///     dual_year{"10 February 1698/97"};               // throws errc::conflict: 1699 follows 1698
///
/// Month names are read as in `dual_date`.
///
/// Source: Calendar (New Style) Act 1750, 24 Geo. 2 c. 23, section 1.

#include <string>
#include <string_view>
#include <utility>

#include <sinedie/config.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/dating.hpp>

namespace sinedie::time {

class dual_year {
 public:
  /// Throws `sinedie::error` that names the value, the offset, and what was expected.
  explicit dual_year(std::string_view text);
  explicit dual_year(char const* text) : dual_year{std::string_view{text}} {}
  [[nodiscard]] static result<dual_year> try_parse(std::string_view text);

  /// As it was given.
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  /// In the year that began in January.
  [[nodiscard]] civil_day julian() const noexcept { return day_; }
  /// The Old Style date, stated as such: what a dossier keeps, with `text()` as written.
  [[nodiscard]] dating to_dating() const;

  /// The same day, however it is spelled.
  friend bool operator==(dual_year const& a, dual_year const& b) noexcept { return a.day_ == b.day_; }

 private:
  dual_year(std::string text, civil_day day) : text_{std::move(text)}, day_{day} {}

  std::string text_;
  civil_day day_;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::dual_year> {
  [[nodiscard]] std::size_t operator()(sinedie::time::dual_year const& d) const noexcept {
    return std::hash<std::int64_t>{}(sinedie::time::days_from_civil(d.julian(), sinedie::time::calendar::julian));
  }
};

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/dual_year-inl.hpp>
#endif
