// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is doubtful in a stated date, component by component: uncertain (`?`), approximate (`~`), or both (`%`).
///
/// A qualifier to the right of a component holds for that one and all to its left; one to the left holds for that component
/// alone. So in `2004-06~-11` the year and the month are approximate and the day isn't, and in `2004-?06-11` only the month is
/// uncertain. A season or another part of a year is qualified as a month is; a time of day never is.
///
///     auto const q = dating{"?2004-06-~11"}.start_qualifiers();
///     q.uncertain(component::year);       // true
///     q.approximate(component::day);      // true
///     q.any(component::month);            // false
///
/// Source: ISO 8601-2:2019, 8.4; Library of Congress, EDTF specification, "Qualification of individual component".

#include <array>
#include <cstdint>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie::time {

/// A component of a date that can be qualified; `month` also is the season or part of a year that stands in its place.
enum class component : unsigned char { year, month, day };

inline constexpr std::array<component, 3> all_components{component::year, component::month, component::day};

/// "year", "month" or "day".
[[nodiscard]] constexpr std::string_view to_string(component c) noexcept {
  return c == component::year ? "year" : c == component::month ? "month" : "day";
}

class qualifiers {
 public:
  /// Nothing is doubtful.
  constexpr qualifiers() noexcept = default;

  [[nodiscard]] constexpr bool uncertain(component c) const noexcept { return (bits_ & bit(c)) != 0; }
  [[nodiscard]] constexpr bool approximate(component c) const noexcept { return (bits_ & bit(c) << 3U) != 0; }
  [[nodiscard]] constexpr bool any(component c) const noexcept { return uncertain(c) || approximate(c); }

  /// Of any component.
  [[nodiscard]] constexpr bool uncertain() const noexcept { return (bits_ & 7U) != 0; }
  [[nodiscard]] constexpr bool approximate() const noexcept { return (bits_ & 56U) != 0; }
  [[nodiscard]] constexpr bool any() const noexcept { return bits_ != 0; }

  constexpr qualifiers& add_uncertain(component c) noexcept { return add(bit(c)); }
  constexpr qualifiers& add_approximate(component c) noexcept { return add(bit(c) << 3U); }

  /// What either doubts.
  [[nodiscard]] friend constexpr qualifiers operator|(qualifiers a, qualifiers b) noexcept { return a.add(b.bits_); }
  friend constexpr bool operator==(qualifiers, qualifiers) noexcept = default;

 private:
  [[nodiscard]] static constexpr unsigned bit(component c) noexcept { return 1U << static_cast<unsigned>(c); }
  constexpr qualifiers& add(unsigned bits) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ | bits);
    return *this;
  }

  std::uint8_t bits_ = 0;  // three for uncertain, year first; three for approximate
};

}  // namespace sinedie::time
