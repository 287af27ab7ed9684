// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How the values that reports give to one field confirm, refine, supersede and deny each other.

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

// --- values ----------------------------------------------------------------------------------------------------------------------

SINEDIE_INLINE interpreter::trait interpreter::trait_of(field f, said of, bool start_only) const {
  auto const& c = of.home->claims();
  std::size_t const i = of.claim - 1;
  trait t;
  auto const mix = [&t](std::uint64_t more) { t.key = (t.key ^ more) * 0x9E3779B97F4A7C15U; };
  auto const second = [](time::instant at) {
    return at.is_past() ? 1U : at.is_future() ? 3U : static_cast<std::uint64_t>(at.seconds()) * 4;
  };
  switch (f) {
    case field::status:
      t.key = c.status[i];
      return t;
    case field::why_undated:
      t.key = c.why[i];
      return t;
    case field::modes:
      for (auto const m : c.modes[i]) t.key |= std::uint64_t{1} << static_cast<unsigned>(m);
      return t;
    case field::when:
    case field::expected: {
      auto const* const d = of.home->dating(f == field::when ? c.when[i] : c.expected[i]);
      if (!d || d->is_empty()) return t;
      bool const window = f == field::expected;
      auto const l = with_any_end(*d);
      t.first = window ? d->hull().first() : l.start_min;
      t.last = window ? d->hull().last() : l.start_max;
      mix(second(t.first));
      if (!start_only) mix(second(window ? t.last : l.end_max));
      mix((is_qualified(*d) ? 2U : 0U) + (extends(*d) && !window ? 1U : 0U));
      return t;
    }
    case field::venues:
    case field::parties:
    case field::topics:
    case field::series:
    case field::by:
      break;
  }
  return t;
}

SINEDIE_INLINE interpreter::trait interpreter::trait_of(field f, std::uint32_t report, bool witnessed) const {
  if (counting_.size() < 16) return {};  // few are compared as soon
  if (f == field::status) return {static_cast<std::uint64_t>(status_of(report))};
  return trait_of(f, from_[report].claim(), witnessed && f == field::when && status_of(report) == status::under_way);
}

/// Whether both are written alike; where not, they may say the same still. Precondition: their keys are equal.
[[nodiscard]] inline bool are_written_alike(field f, said a, said b) {
  auto const& x = a.home->claims();
  auto const& y = b.home->claims();
  std::size_t const i = a.claim - 1, k = b.claim - 1;
  if (f == field::when || f == field::expected) {
    auto const* const p = a.home->dating(f == field::when ? x.when[i] : x.expected[i]);
    auto const* const q = b.home->dating(f == field::when ? y.when[k] : y.expected[k]);
    return p == q || (p && q && *p == *q);
  }
  if (f != field::venues) return true;
  auto const v = x.venues[i], w = y.venues[k];
  return a.home == b.home && std::equal(v.begin(), v.end(), w.begin(), w.end());
}

// --- denials ---------------------------------------------------------------------------------------------------------------------

/// Its number among those denied, added where it is new.
SINEDIE_INLINE std::uint32_t interpreter::value_denied(denial const& d, field f) {
  said const value{from_[d.by].home, from_[d.by].denies};
  auto const has = d.of_event ? trait{} : trait_of(f, value, false);
  std::uint32_t n = 0;
  for (; n < denied_.size(); ++n) {
    auto const& known = denied_[n];
    if (known.has.key != has.key || known.of_event != d.of_event) continue;
    if (d.of_event || are_written_alike(f, {from_[known.by].home, from_[known.by].denies}, value)) return n;
  }
  constexpr auto never = ~std::size_t{0};
  denied_.push_back({d.by, d.of_event, has, time::instant::future(), false, false, {never, never}});
  return n;
}

/// Those that may count against a value of that field, and whether they prevail over what was told by then.
SINEDIE_INLINE void interpreter::find_denials(field f, interpretation& in) {
  denials_.clear();
  denied_.clear();
  denied_by_ = ledger::nobody;
  auto const bit = static_cast<unsigned>(f);
  bool const of_event = f == field::status && event_denied_;
  if (!of_event && (denied_of_ >> bit & 1U) == 0) return;
  for (auto const r : counting_) {
    auto const& t = from_[r];
    if (replaced(r, f)) continue;
    if (of_event && t.denies_event) denials_.push_back({r, true, true, 0});
    if ((t.denies_of >> bit & 1U) != 0) denials_.push_back({r, false, true, 0});
  }
  std::sort(denials_.begin(), denials_.end(), [&](denial const& a, denial const& b) {
    return std::tie(from_[a.by].last, a.by, b.of_event) < std::tie(from_[b.by].last, b.by, a.of_event);
  });
  if (adds_up(f)) return;  // one by one
  for (auto& d : denials_) d.value = value_denied(d, f);
  for (std::size_t n = 0; n < counting_.size() && ranked_; ++n) {
    auto const r = counting_[n];
    if (!witness_[n] || !from_[r].preferred) continue;
    bool const speaks = says(r, f) && !replaced(r, f);
    auto const has = speaks ? trait_of(f, r, false) : trait{};
    for (auto& v : denied_)
      if (from_[r].first < v.borne_out && (v.of_event || (speaks && concerns(v, f, r, has)))) v.borne_out = from_[r].first;
  }
  for (auto& d : denials_) {
    auto const& t = from_[d.by];
    auto const borne_out = denied_[d.value].borne_out;
    d.prevails = t.preferred || borne_out.is_future() || t.last < borne_out;
    if (!d.prevails) in.marks.denied_by_some = true;
  }
}

/// Whether what a report says of the field is what is denied, or within it.
SINEDIE_INLINE bool interpreter::concerns(denied_value const& d, field f, std::uint32_t report, trait const& has) const {
  if (d.of_event) return true;
  if (!d.has.meets(has)) return false;
  auto const& t = from_[d.by];
  auto const how = agree(from_.all(), f, said{t.home, t.denies}, from_[report].claim(), false);
  return how == agreement::same || how == agreement::narrower;
}

/// Holds a denial against all that stands. Precondition: all of it was published by the denial's last possible day.
SINEDIE_INLINE void interpreter::deny(denial const& d, field f, interpretation& in) {
  auto& value = denied_[d.value];
  if (d.prevails) (from_[d.by].preferred ? value.bars_lower : value.bars) = true;
  bool const again = std::exchange(value.held_against[d.prevails ? 1 : 0], told_) == told_;
  bool any = false;
  for (auto& s : live_) {
    if (again || !concerns(value, f, s.by, s.has)) continue;
    if (d.prevails) {
      s.gone = fate::denied;
      any = true;
    } else if (!d.of_event) {
      in.disputed.set(f);
    }
  }
  if (!d.prevails) return;
  if (d.of_event && (denied_by_ == ledger::nobody || from_[d.by].preferred || !from_[denied_by_].preferred)) denied_by_ = d.by;
  if (!d.of_event && f == field::status) {
    auto const& denied = from_[d.by];
    if (static_cast<status>(denied.home->claims().status[denied.denies - 1]) == status::cancelled) called_off_ = time::instant::future();
  }
  if (any) let_go();
}

/// Whether a denial that came before a report outranks what it says now.
SINEDIE_INLINE bool interpreter::is_barred(std::uint32_t report, field f, interpretation& in) const {
  if (denied_.empty()) return false;
  auto const has = trait_of(f, report, false);
  bool const lower = !from_[report].preferred;
  bool denied = false;
  for (auto const& d : denied_) {
    bool const asked = (lower && d.bars_lower) || (!denied && (d.bars || d.bars_lower));
    if (!asked || !concerns(d, f, report, has)) continue;
    if (lower && d.bars_lower) return true;
    denied = true;
  }
  if (denied) in.marks.denied_by_some = true;
  return false;
}

// --- folding ---------------------------------------------------------------------------------------------------------------------

/// All that reports say of a field, in order; of plans alone, or of testimony alone.
SINEDIE_INLINE void interpreter::fold(field f, bool witnessed, interpretation& in) {
  live_.clear();
  had_.clear();
  alike_.clear();
  told_ = 0;
  called_off_ = time::instant::future();
  fates_.assign(counting_.size(), fate::unsaid);
  groups_.assign(counting_.size(), ledger::nobody);
  find_denials(f, in);
  std::size_t against = 0;
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const r = counting_[n];
    if (!says(r, f)) continue;
    if (replaced(r, f)) {
      had_.push_back({r, fate::superseded});
      fates_[n] = fate::superseded;
      continue;
    }
    if (witness_[n] != witnessed) {
      fates_[n] = fate::displaced;
      continue;
    }
    while (against < denials_.size() && from_[denials_[against].by].last < from_[r].first) deny(denials_[against++], f, in);
    if (is_barred(r, f, in)) {
      fates_[n] = fate::passed_over;
      continue;
    }
    if (!witnessed) {
      tell_plan(f, n);
      continue;
    }
    auto const has = trait_of(f, r, true);
    stand(find_alike(f, r, has), n, has);
  }
  while (against < denials_.size()) deny(denials_[against++], f, in);
  tell_fates();
}

/// The testimony that stands and says the same, of the same rank. Among many it is looked up.
SINEDIE_INLINE interpreter::live* interpreter::find_alike(field f, std::uint32_t report, trait const& has) {
  auto const is_alike = [&](live const& s) {
    return s.has.key == has.key && from_[s.by].preferred == from_[report].preferred && status_of(s.by) == status_of(report) &&
           agree_of(f, s.by, report, true) == agreement::same;
  };
  if (live_.size() < 32) {
    auto const at = std::find_if(live_.begin(), live_.end(), is_alike);
    return at == live_.end() ? nullptr : &*at;
  }
  if (alike_.empty())
    for (auto const& s : live_) alike_.emplace(s.has.key, s.group);
  for (auto [at, last] = alike_.equal_range(has.key); at != last; ++at) {
    auto const is_before = [](live const& l, std::uint32_t group) { return l.group < group; };
    auto const s = std::lower_bound(live_.begin(), live_.end(), at->second, is_before);
    if (s != live_.end() && s->group == at->second && is_alike(*s)) return &*s;
  }
  return nullptr;
}

/// Whether both were told on one day: that of their publication, or of the document that both are in.
SINEDIE_INLINE bool interpreter::told_on_one_day(std::uint32_t a, std::uint32_t b) const {
  auto const& s = from_[a];
  auto const& t = from_[b];
  auto const day = [](time::instant i) { return day_of(i); };
  if (day(s.first) && day(s.first) == day(s.last) && day(s.first) == day(t.first) && day(t.first) == day(t.last)) return true;
  if (s.first != t.first || s.last != t.last) return false;
  auto const document = [](told const& of) { return of.home->string(of.home->reports().document[of.row]); };
  return !document(s).empty() && document(s) == document(t);
}

SINEDIE_INLINE void interpreter::tell_plan(field f, std::size_t n) {
  auto const r = counting_[n];
  auto const& t = from_[r];
  auto const step = [](status s) { return s <= status::scheduled; };
  auto const has = trait_of(f, r, false);
  auto outdone = fate::stands;
  live* same = nullptr;
  for (auto& s : live_) {
    if (f != field::status && s.has.key != has.key && !(s.last < t.first)) continue;
    auto const how = agree_of(f, s.by, r, false);
    bool const equals = from_[s.by].preferred == t.preferred;
    if (how == agreement::same && equals) same = &s;
    bool const clash = how == agreement::clash;
    if (f == field::status && (clash || !equals) && step(status_of(s.by)) && step(status_of(r)) && told_on_one_day(s.by, r)) {
      if (!equals) (t.preferred ? s.gone : outdone) = fate::passed_over;
      else (status_of(r) > status_of(s.by) ? s.gone : outdone) = fate::superseded;
      continue;
    }
    if (!clash || !(s.last < t.first)) continue;
    if (from_[s.by].preferred && !t.preferred) outdone = fate::passed_over;
    else s.gone = fate::superseded;
  }
  if (f == field::status && is_planned(status_of(r)) && called_off_ < t.first) outdone = fate::passed_over;
  if (outdone != fate::stands) {
    // What doesn't stand puts nothing else out of its place either.
    for (auto& s : live_) s.gone = fate::stands;
    fates_[n] = outdone;
    return;
  }
  if (f == field::status && status_of(r) == status::cancelled) called_off_ = std::min(called_off_, t.last);
  stand(same, n, has);
  let_go();
}

/// Adds a report to those that said the same, or as one that says something new.
SINEDIE_INLINE void interpreter::stand(live* same, std::size_t n, trait const& has) {
  auto const r = counting_[n];
  auto const& t = from_[r];
  fates_[n] = fate::stands;
  ++told_;
  if (!same) {
    live_.push_back({r, t.last, static_cast<std::uint32_t>(n), fate::stands, has});
    groups_[n] = static_cast<std::uint32_t>(n);
    if (!alike_.empty()) alike_.emplace(has.key, groups_[n]);
    return;
  }
  groups_[n] = same->group;
  if (t.last < same->last) return;
  same->last = t.last;
  same->by = r;
}

/// Forgets those that stand no more.
SINEDIE_INLINE void interpreter::let_go() {
  std::erase_if(live_, [&](live const& s) {
    if (s.gone == fate::stands) return false;
    had_.push_back({s.by, s.gone});
    fates_[s.group] = s.gone;
    return true;
  });
}

/// What became of the first who said something became of all who said the same.
SINEDIE_INLINE void interpreter::tell_fates() {
  for (std::size_t n = 0; n < groups_.size(); ++n)
    if (groups_[n] != ledger::nobody) fates_[n] = fates_[groups_[n]];
}

/// The later, or where some clash the higher rank, then the later; then whatever narrows it, in the same order.
SINEDIE_INLINE std::uint32_t interpreter::choose(field f, bool testified) {
  if (live_.empty()) return ledger::nobody;
  if (live_.size() == 1) return live_.front().by;
  bool const by_rank = clashes(f, testified);
  std::sort(live_.begin(), live_.end(), [&](live const& a, live const& b) {
    if (by_rank && from_[a.by].preferred != from_[b.by].preferred) return static_cast<bool>(from_[a.by].preferred);
    return a.by > b.by;
  });
  std::uint32_t shown = live_.front().by;
  for (auto const& s : live_)
    if (agree_of(f, shown, s.by, testified) == agreement::narrower) shown = s.by;
  return shown;
}

SINEDIE_INLINE bool interpreter::clashes(field f, bool testified) const {
  for (std::size_t i = 0; i < live_.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (agree_of(f, live_[i].by, live_[k].by, testified) == agreement::clash) return true;
  return false;
}

}  // namespace sinedie::detail
