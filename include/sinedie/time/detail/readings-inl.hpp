// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/detail/margin.hpp>
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

/// Readings of a window, or of one after another.
inline void add_units(edtf_units const& u, std::vector<readings_part>& parts) {
  auto const set = set_of(u);
  parts.push_back({set.series.has_value(), set, set});
}

/// How many windows of unspecified digits are told apart where they may be off, and in how many ways those of an all-of list are
/// filled, before the hull alone counts.
inline constexpr std::size_t most_fillings = 1000;

/// The windows of a date, widened; nothing where they are more than `most_fillings`.
[[nodiscard]] inline std::optional<std::vector<edtf_hull>> listed_windows(edtf_units const& u, edtf_date const& d, std::int64_t margin) {
  std::vector<edtf_hull> all;
  for (auto w = u.seek(least_second); w; w = u.how == edtf_units::shape::window ? std::nullopt : u.seek(w->last.plus(1))) {
    if (all.size() == most_fillings) return std::nullopt;
    all.push_back(widened(*w, d, margin));
  }
  return all;
}

/// Readings of a date, or of one member of a list.
inline void add_date(edtf_date const& d, time::calendar in, clock by, std::int64_t margin, std::vector<readings_part>& parts) {
  auto const u = units_of(d, in, by);
  if (!u) return;  // no such day in this calendar
  if (margin == 0 || !qualified(d)) return add_units(*u, parts);
  auto const windows = listed_windows(*u, d, margin).value_or(std::vector{widened({u->first, u->last}, d, margin)});
  for (auto const& w : windows) parts.push_back(free_part({w.first, w.last, w.first, w.last}));
}

/// The limits of a list whose members may be off; nothing where one of them doesn't exist in that calendar.
[[nodiscard]] inline std::optional<time::limits> laid_list(edtf_expression const& e, time::calendar in, clock by, std::int64_t margin) {
  if (margin == 0) return dating_maker::laid(e, in, by);
  bool const one_of = e.kind == edtf_kind::one_of;
  std::optional<time::limits> all;
  edtf_expression one;
  one.kind = e.kind;
  for (auto const& m : e.members) {
    one.members.assign(1, m);
    auto l = dating_maker::laid(one, in, by);
    if (!l) return std::nullopt;
    // An open end has no qualifiers.
    auto const start = widened({l->start_min, l->start_max}, m.first, margin);
    auto const end = widened({l->end_min, l->end_max}, m.range ? m.last : m.first, margin);
    l = one_of ? time::limits{start.first, end.last, start.first, end.last} : time::limits{start.first, start.last, end.first, end.last};
    all = !all ? l : one_of ? dating_maker::hull(*all, *l) : dating_maker::both(*all, *l);
  }
  return all;
}

/// Readings of an all-of list: of each way to fill its unspecified digits, the hull of a reading of each member.
inline void add_all_of(edtf_expression const& e, time::calendar in, clock by, std::int64_t margin, std::vector<readings_part>& parts) {
  auto const whole = laid_list(e, in, by, margin);
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
    auto found = listed_windows(*units_of(m.first, in, by), m.first, margin);
    ways *= found ? found->size() : most_fillings + 1;
    if (ways > most_fillings) return parts.push_back(free_part(*whole));
    windows.push_back(std::move(*found));
  }
  std::vector<time::limits> all;
  if (!rest.members.empty()) all.push_back(*laid_list(rest, in, by, margin));
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

inline void add_readings(edtf_expression const& e, time::calendar in, clock by, std::int64_t margin, std::vector<readings_part>& parts) {
  if (e.kind == edtf_kind::date) return add_date(e.first, in, by, margin, parts);
  if (e.kind == edtf_kind::all_of) return add_all_of(e, in, by, margin, parts);
  if (e.kind == edtf_kind::one_of) {
    for (auto const& m : e.members) {
      if (!m.range) add_date(m.first, in, by, margin, parts);
      else if (auto const u = units_of(m, in)) add_units(widened(*u, m, margin), parts);
    }
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

SINEDIE_INLINE std::vector<readings_part> readings_of(time::dating const& d, clock by, std::int64_t margin) {
  std::vector<readings_part> parts;
  edtf_expression e;
  edtf_failure why;
  // The outermost of a list's dates may be others by UTC.
  bool const list = d.text().starts_with('[') || d.text().starts_with('{');
  bool const as_it_is = !d.has_alternatives() && !(list && by == clock::utc) && margin == 0;
  if (d.is_empty() || as_it_is || !parse_edtf(d.text(), e, why)) {
    parts.push_back(free_part(by == clock::utc ? limits_by_utc(d, d.limits()) : d.limits()));
    return parts;
  }
  if (d.stated_in() != time::calendar::julian) add_readings(e, time::calendar::gregorian, by, margin, parts);
  if (d.stated_in() != time::calendar::gregorian) add_readings(e, time::calendar::julian, by, margin, parts);
  return parts;
}

/// The windows of a set of seconds; all of it as one where they are more than `most_fillings`.
[[nodiscard]] inline std::vector<second_range> windows_of(second_set const& s) {
  if (!s.series) return {s.range};
  std::vector<second_range> all;
  for (auto w = s.series->seek(least_second); w; w = w->last == last_second ? std::nullopt : s.series->seek(w->last.plus(1))) {
    if (all.size() == most_fillings) return {{std::max(s.series->first, least_second), std::min(s.series->last, last_second)}};
    all.push_back({std::max(w->first, least_second), std::min(w->last, last_second)});
  }
  return all;
}

SINEDIE_INLINE std::vector<time::limits> alternatives_of(time::dating const& d) {
  if (!d.has_alternatives()) return {d.limits()};
  auto const bound = [](time::instant i) {
    return i == least_second ? time::instant::past() : i == last_second ? time::instant::future() : i;
  };
  std::vector<time::limits> all;
  for (auto const& part : readings_of(d)) {
    auto const starts = windows_of(part.start);
    auto const ends = part.coupled ? starts : windows_of(part.end);
    if (all.size() + (part.coupled ? starts.size() : starts.size() * ends.size()) > most_fillings) return {d.limits()};
    for (std::size_t i = 0; i < starts.size(); ++i)
      for (std::size_t j = part.coupled ? i : 0; j < (part.coupled ? i + 1 : ends.size()); ++j) {
        auto const& s = starts[i];
        auto const& e = ends[j];
        if (auto const one = time::limits{bound(s.first), bound(s.last), bound(e.first), bound(e.last)}.tightened()) all.push_back(*one);
      }
  }
  return all;
}

// --- Relations ---------------------------------------------------------------------------------------------------------------

/// False where the digits of two points exclude that they are one second, or, `next`, one second and the next.
[[nodiscard]] inline bool may_coincide(edtf_units const& x, edtf_units const& y, bool next = false) noexcept {
  constexpr auto mask = edtf_units::shape::mask;
  if (x.how != mask || y.how != mask || x.in != y.in) return true;
  if (!are_masks(x, y)) return months_meet(x, y, next);
  return shared_days(x, y) || (next && follows_upon(x, y));
}
[[nodiscard]] inline bool can_coincide(second_set const& x, second_set const& y, bool next = false) noexcept {
  return !x.series || !y.series || may_coincide(*x.series, *y.series, next);
}

/// The points of windows, but for the first second of each, or the last.
struct inner_points {
  edtf_units const& windows;
  bool front;

  [[nodiscard]] std::optional<time::instant> from(time::instant i) const {
    auto least = i.is_past() ? least_second : i;
    for (auto w = windows.seek(least); w; w = windows.seek(least)) {
      auto const first = std::max(w->first, least_second);
      auto const point = front ? std::max(least, first.plus(1)) : std::max(least, first);
      if (point < w->last || (front && point == w->last)) return point;
      if (w->last == last_second) break;
      least = w->last.plus(1);
    }
    return std::nullopt;
  }
};

/// Whether one window holds a start and an end that stand in that relation to two points of it; or, of `equals`, are these.
[[nodiscard]] inline bool stands_in_one_window(chain relation, edtf_units const& windows, second_set const& start, second_set const& end) {
  auto const mask_in = [&](second_set const& s) {
    return s.series && is_mask(*s.series) && s.series->in == windows.in ? &*s.series : nullptr;
  };
  auto const* const starts = mask_in(start);
  auto const* const ends = mask_in(end);
  bool const by_digits = (starts != nullptr || ends != nullptr) && (windows.how == edtf_units::shape::range || is_mask(windows));
  auto const fitting = by_digits ? windows_with_both(windows, starts, ends) : std::nullopt;
  if (by_digits && !fitting) return false;
  if ((start.series && !may_coincide(windows, *start.series)) || (end.series && !may_coincide(windows, *end.series))) return false;
  // In whichever calendar: a window that is a day holds only what falls on one.
  if (windows.of == edtf_units::unit::day && !can_coincide(start, end)) return false;
  // From window to window in which the end may lie that the next start has.
  auto least = least_second;
  while (auto const w = windows.seek(least)) {
    second_range const window{std::max(w->first, least_second), std::min(w->last, last_second)};
    auto next = window.first;
    if (fitting) {
      auto const fits = fitting->seek(window.first);
      if (!fits) return false;
      next = std::max(next, fits->first);
    }
    auto const s = next > window.last ? std::optional{next} : start.from(next);
    auto const e = s && !(*s > window.last) ? end.from(*s) : s;
    if (!e || !e->is_bounded()) return false;
    if (*e > window.last) {
      least = *e;
      continue;
    }
    if (stands(relation, start, end, window, window)) return true;
    if (window.last == last_second) return false;
    least = window.last.plus(1);
  }
  return false;
}

/// Whether points of `b` stand in that relation to two of one window of `a`; or, `inverse`, these to them.
///
/// In most relations two points that may be the same second do as well as any others, so that both are chosen freely.
[[nodiscard]] inline bool coupled_stands(chain relation, readings_part const& a, readings_part const& b, bool inverse) {
  auto const& windows = *a.start.series;
  switch (relation) {
    case chain::equals: return stands_in_one_window(relation, windows, b.start, b.end);
    case chain::overlaps: {
      if (!inverse) {
        if (!can_coincide(a.start, b.start)) return false;
        auto const start = common(inner_points{windows, true}, b.start, time::instant::past());
        auto const end = start ? beyond(*start, 1) : start;
        return end && b.end.from(*end);
      }
      if (!can_coincide(a.start, b.end)) return false;
      auto const start = b.start.from(time::instant::past());
      auto const end = start ? beyond(*start, 1) : start;
      return end && common(inner_points{windows, false}, b.end, *end);
    }
    case chain::starts:
    case chain::during:
    case chain::finishes:
      if (inverse) return stands_in_one_window(relation, windows, b.start, b.end);
      break;
    case chain::before:
    case chain::meets: break;
  }
  return inverse ? stands(relation, b.start, b.end, a.start, a.end) : stands(relation, a.start, a.end, b.start, b.end);
}

/// Both come from windows. Relations that share a second are looked for in windows that do.
[[nodiscard]] inline bool coupled_stands(chain relation, edtf_units const& a, edtf_units const& b) {
  second_set const in_a{{}, a};
  second_set const in_b{{}, b};
  // In a day that two windows share, anything can follow anything.
  if (relation != chain::before && are_masks(a, b)) return may_coincide(a, b, relation == chain::meets);
  if (relation != chain::before && !may_coincide(a, b, relation == chain::meets)) return false;
  if (relation == chain::meets) return common(in_a, in_b, time::instant::past(), 1).has_value();
  if (relation == chain::before) {
    auto const least = in_a.from(time::instant::past());
    auto const last = std::min(b.last, last_second);
    return least && beyond(*least, 2) && !(last < *beyond(*least, 2));
  }
  auto v = a.seek(least_second);
  auto w = b.seek(least_second);
  while (v && w) {
    second_range const x{std::max(v->first, least_second), std::min(v->last, last_second)};
    second_range const y{std::max(w->first, least_second), std::min(w->last, last_second)};
    if (!(x.last < y.first) && !(y.last < x.first) && stands(relation, x, x, y, y)) return true;
    if (x.last == last_second && y.last == last_second) return false;
    if (x.last < y.last) v = a.seek(std::max(x.last.plus(1), y.first));
    else w = b.seek(std::max(y.last.plus(1), x.first));
  }
  return false;
}

SINEDIE_INLINE bool stands(chain relation, readings_part const& a, readings_part const& b) {
  if (!a.start.series && !a.end.series && !b.start.series && !b.end.series)
    return stands(relation, a.start.range, a.end.range, b.start.range, b.end.range);
  if (relation == chain::meets && !can_coincide(a.end, b.start, true)) return false;
  if ((relation == chain::starts || relation == chain::equals) && !can_coincide(a.start, b.start)) return false;
  if ((relation == chain::finishes || relation == chain::equals) && !can_coincide(a.end, b.end)) return false;
  if (a.coupled && b.coupled) return coupled_stands(relation, *a.start.series, *b.start.series);
  if (a.coupled) return coupled_stands(relation, a, b, false);
  if (b.coupled) return coupled_stands(relation, b, a, true);
  return stands(relation, a.start, a.end, b.start, b.end);
}

// --- Days --------------------------------------------------------------------------------------------------------------------

/// A set of seconds without the days whose digits don't fit.
[[nodiscard]] inline second_set within(second_set const& s, std::optional<edtf_units> const& fitting) {
  return fitting && s.series && is_mask(*s.series) && s.series->in == fitting->in ? second_set{{}, fitting} : s;
}

SINEDIE_INLINE bool share_day(readings_part const& a, readings_part const& b) {
  // The day that all points share fits the digits of each.
  std::optional<edtf_units> fitting;
  for (auto const* p : {&a.start, &a.end, &b.start, &b.end}) {
    if (!can_coincide(*p, a.start) || !can_coincide(*p, b.end)) return false;
    if (!p->series || !is_mask(*p->series) || (fitting && p->series->in != fitting->in)) continue;
    fitting = shared_units(fitting ? *fitting : *p->series, *p->series);
    if (!fitting) return false;
  }
  auto const days_of_part = [&](readings_part const& p) {
    return [start = within(p.start, fitting), end = within(p.end, fitting), coupled = p.coupled](time::instant i) {
      if (!coupled) return day_from(start, end, i);
      auto const s = start.from(i);
      return s ? std::optional{day_start(*s)} : std::nullopt;
    };
  };
  return share_day(days_of_part(a), days_of_part(b));
}

}  // namespace sinedie::detail
