// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/detail/mask_pairs.hpp>
#include <sinedie/time/detail/readings.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::optional<time::instant> second_set::from(time::instant i) const {
  if (!series) return range.from(i);
  if (i.is_future()) return std::nullopt;
  auto const window = series->seek(i.is_past() ? least_second : i);
  if (!window) return std::nullopt;
  return std::max({i, window->first, least_second});
}

[[nodiscard]] inline second_set set_of(edtf_units const& u) {
  if (u.how == edtf_units::shape::window) return {{u.first, u.last}, {}};
  return {{}, u};
}

// --- The parts of a dating ---------------------------------------------------------------------------------------------------

[[nodiscard]] inline readings_part free_part(time::limits const& l) {
  return {false, {second_range::between(l.start_min, l.start_max), {}}, {second_range::between(l.end_min, l.end_max), {}}};
}

/// Readings of a date, or of one member of a list.
inline void add_window(std::optional<edtf_units> const& u, std::vector<readings_part>& parts) {
  if (!u) return;  // no such day in this calendar
  auto const set = set_of(*u);
  parts.push_back({set.series.has_value(), set, set});
}

/// In how many ways the unspecified digits of an all-of list are filled before its hull alone counts.
inline constexpr std::size_t most_fillings = 1000;

/// Readings of an all-of list: of each way to fill its unspecified digits, the hull of a reading of each member.
inline void add_all_of(edtf_expression const& e, time::calendar in, clock by, std::vector<readings_part>& parts) {
  auto const whole = dating_maker::laid(e, in, by);
  if (!whole) return;
  // Of each member with unspecified digits, the windows that it may mean; the others are laid as they are.
  std::vector<std::vector<edtf_hull>> windows;
  std::size_t ways = 1;
  edtf_expression rest = e;
  rest.members.clear();
  for (auto const& m : e.members) {
    if (m.range || !m.first.masked()) {
      rest.members.push_back(m);
      continue;
    }
    auto const u = units_of(m.first, in, by);
    auto& found = windows.emplace_back();
    for (auto w = u->seek(least_second); w && found.size() <= most_fillings; w = u->seek(w->last.plus(1))) found.push_back(*w);
    ways *= found.size();
    if (ways > most_fillings) return parts.push_back(free_part(*whole));
  }
  std::vector<time::limits> all;
  if (!rest.members.empty()) all.push_back(*dating_maker::laid(rest, in, by));
  for (auto const& of_member : windows) {
    std::vector<time::limits> longer;
    for (auto const& w : of_member) {
      time::limits const one{w.first, w.last, w.first, w.last};
      if (all.empty()) longer.push_back(one);
      for (auto const& l : all) longer.push_back(dating_maker::both(l, one));
    }
    // Many ways come to the same.
    auto const key = [](time::limits const& l) { return std::tuple{l.start_min, l.start_max, l.end_min, l.end_max}; };
    std::sort(longer.begin(), longer.end(), [&](auto const& x, auto const& y) { return key(x) < key(y); });
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    all = std::move(longer);
  }
  for (auto const& l : all) parts.push_back(free_part(l));
}

inline void add_readings(edtf_expression const& e, time::calendar in, clock by, std::vector<readings_part>& parts) {
  if (e.kind == edtf_kind::date) return add_window(units_of(e.first, in, by), parts);
  if (e.kind == edtf_kind::all_of) return add_all_of(e, in, by, parts);
  if (e.kind == edtf_kind::one_of) {
    for (auto const& m : e.members) add_window(m.range ? units_of(m, in) : units_of(m.first, in, by), parts);
    return;
  }
  auto const end_of = [&](edtf_end kind, edtf_date const& d, time::instant open) -> std::optional<second_set> {
    if (kind == edtf_end::open) return second_set{{open, open}, {}};
    if (kind == edtf_end::unknown) return second_set{{least_second, last_second}, {}};
    auto const u = units_of(d, in, by);
    return u ? std::optional{set_of(*u)} : std::nullopt;
  };
  auto const start = end_of(e.from, e.first, time::instant::past());
  auto end = end_of(e.to, e.last, time::instant::future());
  if (by == clock::local && end && e.from == edtf_end::date && e.to == edtf_end::date) {
    auto const shift = clock_shift(e.first, e.last);
    end->range = {end->range.first.plus(shift), end->range.last.plus(shift)};
  }
  if (start && end) parts.push_back({false, *start, *end});
}

/// By UTC. Precondition: the dating is on clocks.
[[nodiscard]] inline time::limits limits_by_utc(time::dating const& d, time::limits const& l) noexcept {
  auto const shift = -d.start_clock().seconds();
  return {l.start_min.plus(shift), l.start_max.plus(shift), l.end_min.plus(shift), l.end_max.plus(shift)};
}

SINEDIE_INLINE std::vector<readings_part> readings_of(time::dating const& d, clock by) {
  std::vector<readings_part> parts;
  edtf_expression e;
  edtf_failure why;
  // The outermost of a list's dates may be others by UTC.
  bool const list = d.text().starts_with('[') || d.text().starts_with('{');
  if (d.is_empty() || !(d.has_alternatives() || (list && by == clock::utc)) || !parse_edtf(d.text(), e, why)) {
    parts.push_back(free_part(by == clock::utc ? limits_by_utc(d, d.limits()) : d.limits()));
    return parts;
  }
  if (d.stated_in() != time::calendar::julian) add_readings(e, time::calendar::gregorian, by, parts);
  if (d.stated_in() != time::calendar::gregorian) add_readings(e, time::calendar::julian, by, parts);
  return parts;
}

// --- Relations ---------------------------------------------------------------------------------------------------------------

/// Windows looked at, where many could do but none does: more than a calendar's whole cycle of 400 years has days.
inline constexpr int most_windows = 150000;

/// Whether a window of `a` holds two points that stand in that relation to `b`, or, `inverse`, `b` to them.
[[nodiscard]] inline bool coupled_stands(chain relation, edtf_units const& a, readings_part const& b, bool inverse) {
  auto const holds = [&](second_range const& start, second_range const& end) {
    return inverse ? stands(relation, b.start, b.end, start, end) : stands(relation, start, end, b.start, b.end);
  };
  // Earlier windows than this end too early: found by halving, since what a later end allows a still later one does too.
  second_range const all{least_second, last_second};
  if (!holds(all, all)) return false;
  auto low = least_second.seconds();
  auto high = last_second.seconds();
  while (low < high) {
    auto const middle = low + static_cast<std::int64_t>((static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low)) / 2);
    second_range const until{least_second, time::instant{middle}};
    if (holds(until, until)) high = middle;
    else low = middle + 1;
  }
  auto window = a.seek(time::instant{low});
  for (int looked = 0; window; ++looked) {
    auto const first = std::max(window->first, least_second);
    second_range const w{first, std::min(window->last, last_second)};
    if (holds(w, w)) return true;
    // Where even an endless window that begins here doesn't, none that begins later does.
    second_range const onward{first, last_second};
    if (w.last == last_second || !holds(onward, onward)) return false;
    if (looked == most_windows) return true;  // never a false "no"
    window = a.seek(w.last.plus(1));
  }
  return false;
}

/// Both come from windows. Relations that share a second are looked for in windows that do.
[[nodiscard]] inline bool coupled_stands(chain relation, edtf_units const& a, edtf_units const& b) {
  second_set const in_a{{}, a};
  second_set const in_b{{}, b};
  // In a day that two windows share, anything can follow anything.
  if (relation != chain::before && are_masks(a, b)) return shared_days(a, b) || (relation == chain::meets && follows_upon(a, b));
  if (relation == chain::meets) return common(in_a, in_b, time::instant::past(), 1).has_value();
  if (relation == chain::before) {
    auto const least = in_a.from(time::instant::past());
    auto const last = std::min(b.last, last_second);
    return least && beyond(*least, 2) && !(last < *beyond(*least, 2));
  }
  auto v = a.seek(least_second);
  auto w = b.seek(least_second);
  for (int looked = 0; v && w;) {
    second_range const x{std::max(v->first, least_second), std::min(v->last, last_second)};
    second_range const y{std::max(w->first, least_second), std::min(w->last, last_second)};
    if (!(x.last < y.first) && !(y.last < x.first)) {
      if (stands(relation, x, x, y, y) || ++looked == most_windows) return true;
    }
    if (x.last == last_second && y.last == last_second) return false;
    if (x.last < y.last) v = a.seek(std::max(x.last.plus(1), y.first));
    else w = b.seek(std::max(y.last.plus(1), x.first));
  }
  return false;
}

/// False where the digits of two points exclude that they are one second, or that one follows upon the other.
[[nodiscard]] inline bool can_coincide(second_set const& x, second_set const& y) noexcept {
  return !x.series || !y.series || !are_masks(*x.series, *y.series) || shared_days(*x.series, *y.series);
}
[[nodiscard]] inline bool can_follow(second_set const& x, second_set const& y) noexcept {
  return can_coincide(x, y) || follows_upon(*x.series, *y.series);
}

SINEDIE_INLINE bool stands(chain relation, readings_part const& a, readings_part const& b) {
  if (relation == chain::meets && !can_follow(a.end, b.start)) return false;
  if ((relation == chain::starts || relation == chain::equals) && !can_coincide(a.start, b.start)) return false;
  if ((relation == chain::finishes || relation == chain::equals) && !can_coincide(a.end, b.end)) return false;
  if (a.coupled && b.coupled) return coupled_stands(relation, *a.start.series, *b.start.series);
  if (a.coupled) return coupled_stands(relation, *a.start.series, b, false);
  if (b.coupled) return coupled_stands(relation, *b.start.series, a, true);
  return stands(relation, a.start, a.end, b.start, b.end);
}

// --- Days --------------------------------------------------------------------------------------------------------------------

SINEDIE_INLINE bool share_day(readings_part const& a, readings_part const& b) {
  if (a.coupled && b.coupled && are_masks(*a.start.series, *b.start.series)) return shared_days(*a.start.series, *b.start.series);
  auto const days_of = [](readings_part const& p) {
    return [&p](time::instant i) -> std::optional<time::instant> {
      if (!p.coupled) return day_from(p.start, p.end, i);
      auto const s = p.start.from(i);
      return s ? std::optional{day_start(*s)} : std::nullopt;
    };
  };
  return share_day(days_of(a), days_of(b));
}

}  // namespace sinedie::detail
