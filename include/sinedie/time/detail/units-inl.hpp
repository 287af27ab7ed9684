// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>

#include <sinedie/time/detail/units.hpp>

namespace sinedie::detail {

/// From the first second of one day to the last of another.
[[nodiscard]] inline edtf_hull whole_days(std::int64_t first, std::int64_t last) noexcept {
  return {time::instant{first * 86400}, time::instant{last * 86400 + 86399}};
}

/// `count` months from the first day of a month (0 for January) of a year.
[[nodiscard]] inline edtf_hull whole_months(std::int64_t year, int month, int count, time::calendar in) noexcept {
  std::int64_t const first = time::days_from_civil({year, month + 1, 1}, in);
  std::int64_t next = first;
  for (int m = month; m < month + count; ++m) next += time::days_in_month(year + m / 12, m % 12 + 1, in);
  return whole_days(first, next - 1);
}
[[nodiscard]] inline edtf_hull whole_month(std::int64_t year, int month, time::calendar in) noexcept {
  std::int64_t const first = time::days_from_civil({year, month, 1}, in);
  return whole_days(first, first + time::days_in_month(year, month, in) - 1);
}
[[nodiscard]] inline edtf_hull whole_year(std::int64_t year, time::calendar in) noexcept {
  std::int64_t const first = time::days_from_civil({year, 1, 1}, in);
  return whole_days(first, first + (time::is_leap(year, in) ? 365 : 364));
}

/// Seasons are the meteorological ones, of the northern hemisphere unless the code says southern; a winter, and a southern
/// summer, begins in December of its year. Quarters, thirds and halves are the calendar's.
[[nodiscard]] inline edtf_hull part_of_year(std::int64_t year, int code, time::calendar in) noexcept {
  if (code >= 40) return whole_months(year, (code - 40) * 6, 6, in);
  if (code >= 37) return whole_months(year, (code - 37) * 4, 4, in);
  if (code >= 33) return whole_months(year, (code - 33) * 3, 3, in);
  constexpr int southern[] = {8, 11, 2, 5};
  if (code >= 29) return whole_months(year, southern[code - 29], 3, in);
  return whole_months(year, 2 + (code - 21) % 4 * 3, 3, in);
}

// --- Masks -------------------------------------------------------------------------------------------------------------------
// Years with unspecified digits have four places. All of this is arithmetic on those digits: no years are counted through.

[[nodiscard]] constexpr int filled(int digits, unsigned mask) noexcept {
  for (int place = 1; mask != 0; place *= 10, mask >>= 1U)
    if ((mask & 1U) != 0) digits += 9 * place;
  return digits;
}

/// The least number from `least` on, of four places, that has these digits where the mask doesn't leave them open; -1 where none has.
[[nodiscard]] constexpr int fitting_from(int least, int digits, unsigned mask) noexcept {
  if (least <= digits) return digits;
  if (least > filled(digits, mask)) return -1;
  int made = 0;
  int raised = -1;  // the number made when the last open digit that can be raised is raised
  for (int place = 1000; place != 0; place /= 10) {
    int const wanted = least / place % 10;
    bool const open = (mask & (place == 1000 ? 8U : place == 100 ? 4U : place == 10 ? 2U : 1U)) != 0;
    int const stands = digits / place % 10;
    if (open && wanted < 9) raised = made + (wanted + 1) * place + digits % place;
    if (!open && stands > wanted) return made + stands * place + digits % place;
    if (!open && stands < wanted) return raised;
    made += wanted * place;
  }
  return made;
}
/// Likewise the greatest up to `most`.
[[nodiscard]] constexpr int fitting_until(int most, int digits, unsigned mask) noexcept {
  if (most < 0) return -1;
  int const found = fitting_from(9999 - (most < 9999 ? most : 9999), 9999 - filled(digits, mask), mask);
  return found < 0 ? -1 : 9999 - found;
}

/// The months that fit, bit m for month m.
[[nodiscard]] constexpr unsigned fitting_months(unsigned digits, unsigned mask) noexcept {
  constexpr unsigned all = 0x1FFEU;
  if (mask == 0) return 1U << digits & all;
  if (mask == 1) return digits == 0 ? 0x3FEU : 0x1C00U;                        // 0X: 1 to 9; 1X: 10 to 12
  return mask == 2 ? (1U << digits | 1U << (digits + 10)) & all : all;  // X2: 2 and 12
}
/// The days that fit, bit d for day d.
[[nodiscard]] constexpr unsigned fitting_days(unsigned digits, unsigned mask) noexcept {
  constexpr unsigned all = 0xFFFFFFFEU;
  if (mask == 0) return 1U << digits & all;
  if (mask == 1) return 0x3FFU << digits & all;
  return mask == 2 ? ((1U << digits | 1U << (digits + 10) | 1U << (digits + 20)) | (digits < 2 ? 1U << (digits + 30) : 0U)) & all : all;
}
/// Those of a month's days that fit.
[[nodiscard]] inline unsigned days_within(edtf_units const& u, std::int64_t year, int month) noexcept {
  return u.days & ((2U << static_cast<unsigned>(time::days_in_month(year, month, u.in))) - 1U);
}

/// The first year from `year` on that fits; nothing where none does.
[[nodiscard]] inline std::optional<std::int64_t> fitting_year(edtf_units const& u, std::int64_t year) noexcept {
  year = std::max(year, u.lowest);
  if (year > u.highest) return std::nullopt;
  auto const digits = static_cast<int>(u.year);
  int const found = u.negative ? fitting_until(static_cast<int>(-year), digits, u.year_mask)
                               : fitting_from(static_cast<int>(year), digits, u.year_mask);
  if (found < 0 || (u.negative && -found > u.highest)) return std::nullopt;
  return u.negative ? -found : found;
}
/// Likewise the last until `year`.
[[nodiscard]] inline std::optional<std::int64_t> fitting_year_before(edtf_units const& u, std::int64_t year) noexcept {
  year = std::min(year, u.highest);
  if (year < u.lowest) return std::nullopt;
  auto const digits = static_cast<int>(u.year);
  int const found = u.negative ? fitting_from(static_cast<int>(-year), digits, u.year_mask)
                               : fitting_until(static_cast<int>(year), digits, u.year_mask);
  if (found < 0) return std::nullopt;
  return u.negative ? -found : found;
}

/// Of the windows of a year that fits: the earliest that doesn't end before `i`, or the latest that doesn't begin after it.
[[nodiscard]] inline edtf_hull window_in_year(edtf_units const& u, std::int64_t year, time::instant i, bool latest) noexcept {
  auto const offer = [&](edtf_hull s) { return (latest ? s.first <= i : i <= s.last) ? s : edtf_hull{}; };
  if (u.of == edtf_units::unit::year) return offer(whole_year(year, u.in));
  if (u.of == edtf_units::unit::part) return offer(part_of_year(year, u.part, u.in));
  for (unsigned months = u.months; months != 0;) {
    int const month = latest ? 31 - std::countl_zero(months) : std::countr_zero(months);
    months &= ~(1U << static_cast<unsigned>(month));
    if (u.of == edtf_units::unit::month) {
      if (auto const s = offer(whole_month(year, month, u.in)); s.any()) return s;
      continue;
    }
    unsigned days = days_within(u, year, month);
    if (days == 0) continue;
    std::int64_t const before = time::days_from_civil({year, month, 1}, u.in) - 1;
    if (i.is_bounded()) {  // no earlier days than that of `i`, or no later ones
      std::int64_t const that = floor_div(i.seconds(), 86400) - before;
      if (latest) days &= that < 1 ? 0U : that > 31 ? ~0U : (2U << static_cast<unsigned>(that)) - 1U;
      else days &= that < 1 ? ~0U : that > 31 ? 0U : ~0U << static_cast<unsigned>(that);
      if (days == 0) continue;
    }
    std::int64_t const day = before + (latest ? 31 - std::countl_zero(days) : std::countr_zero(days));
    return whole_days(day, day);
  }
  return {};
}

/// Whether only 29 February fits: then not every year has a window. Otherwise each has one, or none has.
[[nodiscard]] inline bool only_leap_days(edtf_units const& u) noexcept {
  if (u.of != edtf_units::unit::day || (u.months & 4U) == 0 || (u.days >> 29U & 1U) == 0) return false;
  for (unsigned months = u.months; months != 0; months &= months - 1)
    if (days_within(u, 2023, std::countr_zero(months)) != 0) return false;
  return true;
}
/// Whether a year that fits may be a leap year, by its last two digits.
[[nodiscard]] inline bool may_be_leap(edtf_units const& u) noexcept {
  for (int year = fitting_from(0, static_cast<int>(u.year % 100), u.year_mask & 3U); year >= 0 && year < 100;
       year = fitting_from(year + 1, static_cast<int>(u.year % 100), u.year_mask & 3U))
    if (year % 4 == 0) return true;
  return false;
}

/// The civil day of a point, held at the outermost years that dates have.
[[nodiscard]] inline time::civil_day held_day(time::instant i, time::calendar in) noexcept {
  constexpr std::int64_t most = time::farthest_year;
  if (i.is_bounded() && i.seconds() > -most * 31556952 && i.seconds() < most * 31556952)
    return time::civil_from_days(floor_div(i.seconds(), 86400), in);
  return {i < time::instant{} ? -most : most, i < time::instant{} ? 1 : 12, 1};
}

SINEDIE_INLINE std::optional<edtf_hull> edtf_units::seek(time::instant i) const {
  if (last < i) return std::nullopt;
  if (how == shape::window) return edtf_hull{first, last};
  time::civil_day const at = held_day(i, in);
  if (how == shape::mask) {
    // A winter reaches into the year after its own.
    for (auto y = fitting_year(*this, at.year - 1); y; y = fitting_year(*this, *y + 1))
      if (auto const s = window_in_year(*this, *y, i, false); s.any()) return s;
    return std::nullopt;
  }
  std::int64_t ordinal = at.year;
  if (of == unit::month) ordinal = at.year * 12 + at.month - 1;
  if (of == unit::day) ordinal = time::days_from_civil(at, in);
  ordinal = std::max(ordinal, lowest);
  if (ordinal > highest) return std::nullopt;
  auto const month_of = [&](std::int64_t y) { return whole_month(y, static_cast<int>(ordinal - y * 12) + 1, in); };
  auto const window = of == unit::year    ? whole_year(ordinal, in)
                      : of == unit::month ? month_of(floor_div(ordinal, 12))
                                          : whole_days(ordinal, ordinal);
  return window.last < i ? std::nullopt : std::optional{window};  // behind the outermost year there are none
}

SINEDIE_INLINE std::optional<edtf_hull> edtf_units::seek_back(time::instant i) const {
  if (i < first) return std::nullopt;
  if (how == shape::window) return edtf_hull{first, last};
  for (auto y = fitting_year_before(*this, held_day(i, in).year); y; y = fitting_year_before(*this, *y - 1))
    if (auto const s = window_in_year(*this, *y, i, true); s.any()) return s;
  return std::nullopt;
}

/// The one window of a date without unspecified digits.
[[nodiscard]] inline edtf_hull plain_window(edtf_date const& d, time::calendar in, clock by = clock::local) noexcept {
  if (!d.has_month) return whole_year(d.year, in);
  if (d.divided()) return part_of_year(d.year, d.month, in);
  if (!d.has_day) return whole_month(d.year, d.month, in);
  if (d.day > time::days_in_month(d.year, d.month, in)) return {};
  std::int64_t const day = time::days_from_civil({d.year, d.month, d.day}, in);
  if (d.hour < 0) return whole_days(day, day);
  std::int64_t const minute = d.minute < 0 ? 0 : d.minute;
  // The axis has no leap seconds: 23:59:60 is laid on 23:59:59.
  std::int64_t const second = d.second < 0 ? 0 : std::min<std::int64_t>(d.second, 59);
  std::int64_t const offset = by == clock::utc ? d.offset * 60 : 0;
  time::instant const at{day * 86400 + d.hour * 3600 + minute * 60 + second - offset};
  return {at, at.plus(d.minute < 0 ? 3599 : d.second < 0 ? 59 : 0)};
}

[[nodiscard]] inline edtf_units mask_of(edtf_date const& d, time::calendar in) noexcept {
  edtf_units u;
  using unit = edtf_units::unit;
  u.in = in;
  u.how = edtf_units::shape::mask;
  u.of = d.has_day ? unit::day : d.divided() ? unit::part : d.has_month ? unit::month : unit::year;
  u.part = d.divided() ? d.month : std::uint8_t{0};
  u.year = d.mantissa;
  u.year_mask = d.year_mask;
  u.negative = d.negative;
  if (d.year_mask == 0) {
    u.lowest = u.highest = d.year;
  } else {
    auto const digits = static_cast<int>(d.mantissa);
    // The year 0000 has no sign.
    u.lowest = d.negative ? -filled(digits, d.year_mask) : digits;
    u.highest = d.negative ? -fitting_from(1, digits, d.year_mask) : filled(digits, d.year_mask);
  }
  if (d.has_month && !d.divided()) u.months = static_cast<std::uint16_t>(fitting_months(d.month, d.month_mask));
  if (d.has_day) u.days = fitting_days(d.day, d.day_mask);
  return u;
}

/// The first leap year that fits, or the last.
[[nodiscard]] inline std::optional<std::int64_t> outermost_leap_year(edtf_units const& u, bool latest) noexcept {
  auto y = latest ? std::optional{u.highest} : std::optional{u.lowest};
  while (y && !time::is_leap(*y, u.in)) y = latest ? fitting_year_before(u, *y - 1) : fitting_year(u, *y + 1);
  return y;
}

/// Whether some day fits; then from the first to the last.
[[nodiscard]] inline edtf_hull mask_hull(edtf_units const& u) noexcept {
  constexpr unsigned all_months = 0x1FFEU;
  if (u.of == edtf_units::unit::year || (u.of == edtf_units::unit::month && u.months == all_months))
    return {whole_year(u.lowest, u.in).first, whole_year(u.highest, u.in).last};
  std::int64_t from = u.lowest;
  std::int64_t to = u.highest;
  if (only_leap_days(u)) {
    auto const first = may_be_leap(u) ? outermost_leap_year(u, false) : std::nullopt;
    auto const last = first ? outermost_leap_year(u, true) : std::nullopt;
    if (!last) return {};
    from = *first;
    to = *last;
  }
  auto const first = window_in_year(u, from, time::instant::past(), false);
  auto const last = window_in_year(u, to, time::instant::future(), true);
  return first.any() && last.any() ? edtf_hull{first.first, last.last} : edtf_hull{};
}

/// What brings a time by the clock of `to` to the clock of `from`, in seconds, where both are stated.
[[nodiscard]] inline std::int64_t clock_shift(edtf_date const& from, edtf_date const& to) noexcept {
  return from.has_offset() && to.has_offset() ? (from.offset - to.offset) * 60 : 0;
}

SINEDIE_INLINE edtf_hull hull_of(edtf_date const& d, time::calendar in, clock by) noexcept {
  return d.masked() ? mask_hull(mask_of(d, in)) : plain_window(d, in, by);
}

SINEDIE_INLINE std::optional<edtf_units> units_of(edtf_date const& d, time::calendar in, clock by) {
  auto const hull = hull_of(d, in, by);
  if (!hull.any()) return std::nullopt;
  edtf_units u;
  if (d.masked()) u = mask_of(d, in);
  u.in = in;
  u.first = hull.first;
  u.last = hull.last;
  return u;
}

/// In which unit of a range that instant lies, counted from an origin.
[[nodiscard]] inline std::int64_t ordinal_of(time::instant i, edtf_units::unit of, time::calendar in) noexcept {
  auto const number = floor_div(i.seconds(), 86400);
  if (of == edtf_units::unit::day) return number;
  time::civil_day const day = time::civil_from_days(number, in);
  return of == edtf_units::unit::year ? day.year : day.year * 12 + day.month - 1;
}

SINEDIE_INLINE std::optional<edtf_units> units_of(edtf_member const& range, time::calendar in) {
  using unit = edtf_units::unit;
  constexpr std::int64_t most = time::farthest_year;
  edtf_units u;
  u.how = edtf_units::shape::range;
  u.in = in;
  u.open_past = range.from == edtf_end::open;
  u.open_future = range.to == edtf_end::open;
  auto const finest = [&](auto has) { return (!u.open_past && range.first.*has) || (!u.open_future && range.last.*has); };
  u.of = finest(&edtf_date::has_day) ? unit::day : finest(&edtf_date::has_month) ? unit::month : unit::year;
  u.first = time::instant::past();
  u.last = time::instant::future();
  std::int64_t const farthest = u.of == unit::year ? most : u.of == unit::month ? most * 12 : time::days_from_civil({most, 1, 1});
  u.lowest = -farthest;
  u.highest = farthest;
  if (!u.open_past) {
    auto const window = plain_window(range.first, in);
    if (!window.any()) return std::nullopt;
    u.first = window.first;
    u.lowest = ordinal_of(u.first, u.of, in);
  }
  if (!u.open_future) {
    auto const window = plain_window(range.last, in);
    if (!window.any()) return std::nullopt;
    u.last = window.last;
    u.highest = ordinal_of(u.last, u.of, in);
  }
  if (u.highest < u.lowest) return std::nullopt;
  return u;
}

}  // namespace sinedie::detail
