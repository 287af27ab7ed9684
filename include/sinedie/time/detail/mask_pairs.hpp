// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Dates with unspecified digits, of one calendar: which days they have in common, which windows hold days of both, and whether one
/// can follow upon the other.
///
/// All are told by the digits, whatever the number of dates that fit: years are the same or not place by place, and within a year
/// only its being a leap year matters.

#include <bit>
#include <cstdint>
#include <optional>

#include <sinedie/time/detail/units-inl.hpp>

namespace sinedie::detail {

/// The months in which a window of a part of a year lies, bit m for month m, from 13 on in the year after.
[[nodiscard]] inline unsigned months_of_part(edtf_units const& u) noexcept {
  unsigned months = 0;
  auto const part = part_of_year(2001, u.part, u.in);
  for (int m = 1; m <= 24; ++m) {
    auto const month = whole_month(2001 + (m - 1) / 12, (m - 1) % 12 + 1, u.in);
    if (part.first <= month.first && month.last <= part.last) months |= 1U << static_cast<unsigned>(m);
  }
  return months;
}

/// Whether what follows can tell of these: all but winters, which reach into the year after theirs.
[[nodiscard]] inline bool is_mask(edtf_units const& u) noexcept {
  return u.how == edtf_units::shape::mask && (u.of != edtf_units::unit::part || months_of_part(u) < 1U << 13U);
}
[[nodiscard]] inline bool are_masks(edtf_units const& a, edtf_units const& b) noexcept {
  return is_mask(a) && is_mask(b) && a.in == b.in;
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

/// The months in which a window lies, bit m for month m, and the days of a month on which one does, bit d for day d.
[[nodiscard]] inline unsigned months_of(edtf_units const& u) noexcept {
  return u.of == edtf_units::unit::year ? 0x1FFEU : u.of == edtf_units::unit::part ? months_of_part(u) : u.months;
}
[[nodiscard]] inline unsigned days_of(edtf_units const& u) noexcept {
  return u.of == edtf_units::unit::day ? u.days : 0xFFFFFFFEU;
}

/// False where the months alone tell that two masks have no day in common, or, `next`, that none of `b` follows one of `a`: of
/// winters too.
[[nodiscard]] inline bool months_meet(edtf_units const& a, edtf_units const& b, bool next = false) noexcept {
  auto const folded = [](edtf_units const& u) { return (months_of(u) | months_of(u) >> 12U) & 0x1FFEU; };
  auto months = folded(a);
  if (next) months |= months << 1U | (months >> 12U & 1U) << 1U;
  return (months & folded(b)) != 0;
}

/// With its hull; nothing where no day fits.
[[nodiscard]] inline std::optional<edtf_units> with_hull(edtf_units u) noexcept {
  using unit = edtf_units::unit;
  if (((u.of == unit::month || u.of == unit::day) && u.months == 0) || (u.of == unit::day && u.days == 0)) return std::nullopt;
  auto const hull = mask_hull(u);
  if (!hull.any()) return std::nullopt;
  u.first = hull.first;
  u.last = hull.last;
  return u;
}

/// What the windows of two share, in years, months or days; nothing where there is nothing.
[[nodiscard]] inline std::optional<edtf_units> shared_units(edtf_units const& a, edtf_units const& b) noexcept {
  using unit = edtf_units::unit;
  auto u = shared_years(a, b);
  if (!u) return std::nullopt;
  u->of = a.of == unit::day || b.of == unit::day ? unit::day : a.of == unit::year && b.of == unit::year ? unit::year : unit::month;
  u->months = static_cast<std::uint16_t>(months_of(a) & months_of(b));
  u->days = days_of(a) & days_of(b);
  return with_hull(*u);
}

/// Whether some day lies in a window of each.
[[nodiscard]] inline bool shared_days(edtf_units const& a, edtf_units const& b) noexcept { return shared_units(a, b).has_value(); }

/// Among the windows those that may hold a day of `starts` and, the same or later, one of `ends`, either of them any day where it
/// is null: all that do, and of leap and other years whichever do not. Nothing where no window does.
/// Precondition: `windows` are a range or a mask, the others masks, at least one of them there; all of one calendar.
[[nodiscard]] inline std::optional<edtf_units> windows_with_both(edtf_units const& windows, edtf_units const* starts,
                                                                 edtf_units const* ends) noexcept {
  using unit = edtf_units::unit;
  std::optional<edtf_units> u;
  auto within = 0x1FFEU;
  auto days = 0xFFFFFFFEU;
  for (auto const* m : {is_mask(windows) ? &windows : nullptr, starts, ends}) {
    if (m == nullptr) continue;
    u = shared_years(u ? *u : *m, *m);
    if (!u) return std::nullopt;
    days &= days_of(*m);
    if (m == &windows) within = months_of(windows);
  }
  auto const of_month = [&](edtf_units const* m, int month, int last) {
    bool const none = (within >> static_cast<unsigned>(month) & 1U) == 0 ||
                      (m != nullptr && (months_of(*m) >> static_cast<unsigned>(month) & 1U) == 0);
    return none ? 0U : (m == nullptr ? 0xFFFFFFFEU : days_of(*m)) & ((2U << static_cast<unsigned>(last)) - 1U);
  };
  unsigned months = 0;
  bool both = false;
  for (int const year : {2023, 2024}) {
    if (time::is_leap(year, u->in) && !may_be_leap(*u)) continue;
    bool started = false;
    for (int month = 1; month <= 12; ++month) {
      auto const last = time::days_in_month(year, month, u->in);
      auto const s = of_month(starts, month, last);
      auto const e = of_month(ends, month, last);
      bool const ordered = s != 0 && e != 0 && std::countr_zero(s) <= 31 - std::countl_zero(e);
      both = both || ordered || (started && e != 0);
      started = started || s != 0;
      if (ordered) months |= 1U << static_cast<unsigned>(month);
    }
  }
  if (!both) return std::nullopt;
  u->of = windows.of;
  u->part = windows.part;
  u->months = static_cast<std::uint16_t>(months);
  u->days = u->of == unit::day ? days : 0;
  return with_hull(*u);
}

/// The days of a month on which a window begins, or on which one ends, bit d for day d.
[[nodiscard]] inline unsigned window_days(edtf_units const& u, std::int64_t year, int month, bool ends) noexcept {
  using unit = edtf_units::unit;
  auto const last = static_cast<unsigned>(time::days_in_month(year, month, u.in));
  if (u.of == unit::year) return ends ? (month == 12 ? 1U << 31U : 0U) : (month == 1 ? 2U : 0U);
  auto const months = months_of(u);
  if ((months >> static_cast<unsigned>(month) & 1U) == 0) return 0;
  if (u.of == unit::part && month != (ends ? 31 - std::countl_zero(months) : std::countr_zero(months))) return 0;
  if (u.of != unit::day) return ends ? 1U << last : 2U;
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
