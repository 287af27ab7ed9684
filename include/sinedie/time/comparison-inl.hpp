// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <sinedie/time/comparison.hpp>
#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/detail/margin.hpp>
#include <sinedie/time/detail/readings-inl.hpp>

namespace sinedie::detail {

/// Those of Allen's relations in which a reading of one stands to a reading of the other, as bits.
[[nodiscard]] inline unsigned relations_among(std::vector<readings_part> const& a, std::vector<readings_part> const& b) {
  constexpr unsigned all = (1U << time::allen_words.size()) - 1;
  unsigned found = 0;
  for (auto const& x : a)
    for (auto const& y : b) {
      for (unsigned r = 0; r < time::allen_words.size(); ++r) {
        if ((found >> r & 1U) != 0) continue;
        auto const relation = static_cast<time::allen>(r);
        if (relation > time::allen::equals ? stands(static_cast<chain>(time::converse(relation)), y, x)
                                           : stands(static_cast<chain>(relation), x, y))
          found |= 1U << r;
      }
      if (found == all) return found;
    }
  return found;
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE limits widened(dating const& d, margin by) {
  auto l = d.limits();
  if (by.units == 0 || d.is_empty() || !(d.uncertain() || d.approximate())) return l;
  detail::edtf_expression e;
  detail::edtf_failure why;
  if (!detail::parse_edtf(d.text(), e, why)) return l;
  auto const count = static_cast<std::int64_t>(by.units);
  auto const widen = [&](instant& least, instant& most, detail::edtf_date const& x) {
    auto const w = detail::widened({least, most}, x, count);
    least = w.first;
    most = w.last;
  };
  if (e.kind == detail::edtf_kind::date) {
    widen(l.start_min, l.start_max, e.first);
    widen(l.end_min, l.end_max, e.first);
  } else if (e.kind == detail::edtf_kind::interval) {
    if (e.from == detail::edtf_end::date) widen(l.start_min, l.start_max, e.first);
    if (e.to == detail::edtf_end::date) widen(l.end_min, l.end_max, e.last);
    // An end may have been held back by a start that now lies earlier, and the other way round.
    if (e.from == detail::edtf_end::date && e.to == detail::edtf_end::date) {
      auto const in = d.stated_in() == calendar::julian ? calendar::julian : calendar::gregorian;
      if (d.stated_in() != calendar::unknown) {
        auto const first = detail::units_of(e.first, in);
        auto const last = detail::units_of(e.last, in);
        if (first && last) {
          auto const shift = detail::clock_shift(e.first, e.last);
          l = {first->first, first->last, last->first.plus(shift), last->last.plus(shift)};
          widen(l.start_min, l.start_max, e.first);
          widen(l.end_min, l.end_max, e.last);
        }
      } else {
        l.start_max = l.end_max;
        l.end_min = l.start_min;
      }
    }
    l = *l.tightened();
  } else {
    auto const one = detail::laid_list(e, calendar::gregorian, detail::clock::local, count);
    auto const two = detail::laid_list(e, calendar::julian, detail::clock::local, count);
    auto const& stated = d.stated_in() == calendar::julian || !one ? two : one;
    l = d.stated_in() == calendar::unknown && one && two ? detail::dating_maker::hull(*one, *two) : *stated;
  }
  return l;
}

SINEDIE_INLINE std::optional<allen> to_allen(std::string_view word) noexcept {
  for (std::size_t i = 0; i < allen_words.size(); ++i)
    if (allen_words[i] == word) return static_cast<allen>(i);
  return std::nullopt;
}

SINEDIE_INLINE comparison compare(dating const& a, dating const& b, margin wider) {
  using detail::clock;
  auto const wide = [&](dating const& d) { return wider.units != 0 && (d.uncertain() || d.approximate()); };
  auto const plain = [&](dating const& d) { return !d.has_alternatives() || d.is_empty() || (wide(d) && d.lasts()); };
  auto const hull = [&](dating const& d) { return wide(d) ? widened(d, wider) : d.limits(); };
  bool const by_utc = a.on_clocks() && b.on_clocks();
  auto const parts_of = [&](dating const& d, clock by) {
    if (!wide(d) || !d.lasts()) return detail::readings_of(d, by, wide(d) ? wider.units : 0);
    auto const l = hull(d);
    return std::vector<detail::readings_part>{detail::free_part(by == clock::utc ? detail::limits_by_utc(d, l) : l)};
  };
  if (plain(a) && plain(b) && !by_utc) return compare(hull(a), hull(b));
  auto const of_a = parts_of(a, clock::local);
  auto const of_b = parts_of(b, clock::local);
  unsigned found = by_utc ? detail::relations_among(parts_of(a, clock::utc), parts_of(b, clock::utc)) : detail::relations_among(of_a, of_b);
  auto day = truth::no;
  for (auto const& x : of_a)
    for (auto const& y : of_b)
      if (day == truth::no && detail::share_day(x, y)) day = truth::maybe;
  if (day == truth::maybe && detail::within_one_day(hull(a), hull(b))) day = truth::yes;
  return {found, day};
}

SINEDIE_INLINE truth contains(dating const& d, std::chrono::sys_days day) {
  auto const whole = extent_of(span::day(day));
  if (!d.has_alternatives() || d.is_empty()) return compare(d.limits(), whole).intersects();
  auto const that = detail::free_part(whole);
  bool met = false;
  bool missed = false;
  for (auto const& x : detail::readings_of(d)) {
    for (auto r : {detail::chain::overlaps, detail::chain::starts, detail::chain::during, detail::chain::finishes, detail::chain::equals})
      met = met || detail::stands(r, x, that) || detail::stands(r, that, x);
    for (auto r : {detail::chain::before, detail::chain::meets})
      missed = missed || detail::stands(r, x, that) || detail::stands(r, that, x);
  }
  return met && missed ? truth::maybe : to_truth(met);
}

}  // namespace sinedie::time
