// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Two dates with unspecified digits, of one calendar: whether they have a day in common, and whether one can follow upon the other.
///
/// Both are told by the digits, whatever the number of dates that fit: years are the same or not place by place, and within a year
/// only its being a leap year matters.

#include <bit>
#include <cstdint>
#include <optional>

#include <sinedie/time/detail/units-inl.hpp>

namespace sinedie::detail {

/// Whether `shared_days` and `follows_upon` can tell of these.
[[nodiscard]] inline bool are_masks(edtf_units const& a, edtf_units const& b) noexcept {
  using shape = edtf_units::shape;
  using unit = edtf_units::unit;
  return a.how == shape::mask && b.how == shape::mask && a.in == b.in && a.of != unit::part && b.of != unit::part;
}

/// The years that fit both.
[[nodiscard]] inline std::optional<edtf_units> shared_years(edtf_units const& a, edtf_units const& b) noexcept {
  if (a.negative != b.negative) return std::nullopt;  // the year 0000 has no sign
  edtf_units u;
  u.how = edtf_units::shape::mask;
  u.of = edtf_units::unit::year;
  u.in = a.in;
  u.negative = a.negative;
  u.year_mask = a.year_mask & b.year_mask;
  std::int64_t place = 1;
  for (unsigned i = 0; i < 4; ++i, place *= 10) {
    bool const open_in_a = (a.year_mask >> i & 1U) != 0;
    bool const open_in_b = (b.year_mask >> i & 1U) != 0;
    auto const of_a = a.year / place % 10;
    auto const of_b = b.year / place % 10;
    if (!open_in_a && !open_in_b && of_a != of_b) return std::nullopt;
    u.year += (open_in_a ? open_in_b ? 0 : of_b : of_a) * place;
  }
  auto const digits = static_cast<int>(u.year);
  auto const most = filled(digits, u.year_mask);
  u.lowest = u.negative ? -most : digits;
  u.highest = !u.negative ? most : -fitting_from(1, digits, u.year_mask);
  return u;
}

/// Whether some day lies in a window of each.
[[nodiscard]] inline bool shared_days(edtf_units const& a, edtf_units const& b) noexcept {
  using unit = edtf_units::unit;
  auto u = shared_years(a, b);
  if (!u) return false;
  u->of = a.of == unit::day || b.of == unit::day ? unit::day : a.of == unit::month || b.of == unit::month ? unit::month : unit::year;
  u->months = static_cast<std::uint16_t>((a.of == unit::year ? 0x1FFEU : a.months) & (b.of == unit::year ? 0x1FFEU : b.months));
  u->days = (a.of == unit::day ? a.days : 0xFFFFFFFEU) & (b.of == unit::day ? b.days : 0xFFFFFFFEU);
  if ((u->of != unit::year && u->months == 0) || (u->of == unit::day && u->days == 0)) return false;
  return mask_hull(*u).any();
}

/// The days of a month on which a window begins, or on which one ends, bit d for day d.
[[nodiscard]] inline unsigned window_days(edtf_units const& u, std::int64_t year, int month, bool ends) noexcept {
  using unit = edtf_units::unit;
  auto const last = static_cast<unsigned>(time::days_in_month(year, month, u.in));
  if (u.of == unit::year) return ends ? (month == 12 ? 1U << 31U : 0U) : (month == 1 ? 2U : 0U);
  if ((u.months >> static_cast<unsigned>(month) & 1U) == 0) return 0;
  if (u.of == unit::month) return ends ? 1U << last : 2U;
  return days_within(u, year, month);
}

/// Whether a window of `b` can begin on the day after a window of `a` has ended.
[[nodiscard]] inline bool follows_upon(edtf_units const& a, edtf_units const& b) noexcept {
  auto const years = shared_years(a, b);
  for (bool const leap : {false, true}) {
    auto y = years ? std::optional{years->lowest} : std::nullopt;
    if (y && leap && !may_be_leap(*years)) y.reset();
    while (y && time::is_leap(*y, a.in) != leap) y = fitting_year(*years, *y + 1);
    if (!y) continue;
    for (int month = 1; month <= 12; ++month) {
      auto const ends = window_days(a, *y, month, true);
      auto const last = static_cast<unsigned>(time::days_in_month(*y, month, a.in));
      if ((ends << 1U & window_days(b, *y, month, false)) != 0) return true;
      if (month < 12 && (ends >> last & 1U) != 0 && (window_days(b, *y, month + 1, false) & 2U) != 0) return true;
    }
  }
  // Over the new year.
  if ((window_days(a, 2001, 12, true) >> 31U & 1U) == 0 || (window_days(b, 2001, 1, false) & 2U) == 0) return false;
  for (auto y = fitting_year(a, a.lowest); y;) {
    auto const next = fitting_year(b, *y + 1);
    if (!next || *next == *y + 1) return next.has_value();
    y = fitting_year(a, *next - 1);
  }
  return false;
}

}  // namespace sinedie::detail
