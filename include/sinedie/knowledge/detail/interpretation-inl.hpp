// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

SINEDIE_INLINE sinedie::status interpreter::status_of(std::uint32_t report) const noexcept {
  auto const& t = from_[report];
  return t.denies_event ? status::denied : static_cast<status>(t.status);
}

SINEDIE_INLINE bool interpreter::speaks(std::uint32_t report, field f) const noexcept {
  auto const& t = from_[report];
  return t.says_anything_of(f) || (f == field::status && t.denies_event);
}

SINEDIE_INLINE time::dating const* interpreter::date_of(std::uint32_t report) const noexcept {
  auto const& t = from_[report];
  return t.says == 0 ? nullptr : t.home->dating(t.home->claims().when[t.says - 1]);
}

SINEDIE_INLINE agreement interpreter::agree_of(field f, std::uint32_t a, std::uint32_t b, bool testified) const {
  if (a == b) return agreement::same;
  if (f == field::status) return agree(status_of(a), status_of(b));
  bool const start_only = testified && f == field::when && (status_of(a) == status::under_way || status_of(b) == status::under_way);
  if (!start_only) return agree(from_.all(), f, from_[a].claim(), from_[b].claim(), testified);
  auto const how = agree_on_start(date_of(a), date_of(b));
  if (how != agreement::same || status_of(a) == status_of(b)) return how;
  return status_of(b) == status::held ? agreement::narrower : agreement::wider;
}

SINEDIE_INLINE void interpreter::retract(time::instant end, bool certain) {
  if (removed_known_ && removed_end_ == end && removed_certain_ == certain) return;
  removed_.assign(from_.reports(), false);
  removal_doubtful_ = false;
  for (auto const& p : from_.retractions()) {
    auto const& t = from_[p.by];
    if (t.deprecated || t.first > end || removed_[p.by]) continue;
    if (t.last > end) {
      removal_doubtful_ = true;
      if (certain) continue;
    }
    removed_[p.of] = true;
  }
  removed_end_ = end;
  removed_certain_ = certain;
  removed_known_ = true;
}

SINEDIE_INLINE void interpreter::gather(std::uint32_t event, time::instant end, bool certain) {
  counting_.clear();
  told_of_ = 0;
  witnessed_of_ = 0;
  dates_ = 0;
  doubtful_ = false;
  for (auto r = from_.first_of(event); r != from_.last_of(event); ++r) {
    auto const& t = from_[r];
    if (t.first > end) break;
    if (t.last > end) {
      doubtful_ = true;
      if (certain) continue;
    }
    if (t.deprecated) continue;
    if (t.retracted) {
      retract(end, certain);
      doubtful_ = doubtful_ || removal_doubtful_;
      if (removed_[r]) continue;
    }
    counting_.push_back(r);
    told_of_ |= t.says_of;
    if (t.testifies) witnessed_of_ |= t.says_of;
    dates_ += t.says_anything_of(field::when) ? 1U : 0U;
  }
}

SINEDIE_INLINE bool interpreter::replaced(std::uint32_t report, field f) const {
  if (!from_[report].superseded) return false;
  for (auto const& p : from_.superseding(report))
    if (speaks(p.by, f) && std::binary_search(counting_.begin(), counting_.end(), p.by)) return true;
  return false;
}

// Those that stand are kept once for each value and rank: a value stands as long as anybody who said it may have said it last.
SINEDIE_INLINE void interpreter::fold_plans(field f, std::vector<fate>* fates) {
  live_.clear();
  superseded_.clear();
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const r = counting_[n];
    auto const& t = from_[r];
    if (!speaks(r, f) || (t.testifies && !(f == field::status && t.denies_event))) continue;
    if (replaced(r, f)) {
      superseded_.push_back(r);
      if (fates) (*fates)[n] = fate::superseded;
      continue;
    }
    bool overruled = false;
    live* same = nullptr;
    for (auto& s : live_) {
      auto const how = agree_of(f, s.by, r, false);
      if (how == agreement::same && from_[s.by].preferred == t.preferred) same = &s;
      s.gone = false;
      if (how != agreement::clash || !(s.last < t.first)) continue;
      bool const off = f == field::status && status_of(s.by) == status::cancelled && is_planned(status_of(r));
      if (off || (from_[s.by].preferred && !t.preferred))
        overruled = true;
      else
        s.gone = true;
    }
    if (overruled) {
      // What is overruled puts nothing else out of its place either.
      for (auto& s : live_) s.gone = false;
      if (fates) (*fates)[n] = fate::overruled;
      continue;
    }
    auto const group = stand(same, r);
    if (fates) groups_[n] = group;
    std::erase_if(live_, [&](live const& s) {
      if (s.gone) superseded_.push_back(s.by);
      if (s.gone && fates) tell(s, fate::superseded, *fates);
      return s.gone;
    });
  }
}

/// Adds a report to those that said the same, or as one that says something new; gives their number.
SINEDIE_INLINE std::uint32_t interpreter::stand(live* same, std::uint32_t report) {
  auto const& t = from_[report];
  if (!same) {
    live_.push_back({report, t.last, t.first, report, false});
    return report;
  }
  same->newest = std::max(same->newest, t.first);
  if (same->last <= t.last) {
    same->last = t.last;
    same->by = report;
  }
  return same->group;
}

SINEDIE_INLINE void interpreter::tell(live const& of, fate what, std::vector<fate>& fates) const {
  for (std::size_t n = 0; n < fates.size(); ++n)
    if (groups_[n] == of.group) fates[n] = what;
}

SINEDIE_INLINE void interpreter::fold_testimony(field f, std::vector<fate>* fates) {
  live_.clear();
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const r = counting_[n];
    auto const& t = from_[r];
    if (!t.testifies || !speaks(r, f)) continue;
    if (replaced(r, f)) {
      if (fates) (*fates)[n] = fate::superseded;
      continue;
    }
    live* same = nullptr;
    for (auto& s : live_)
      if (from_[s.by].preferred == t.preferred && status_of(s.by) == status_of(r) && agree_of(f, s.by, r, true) == agreement::same)
        same = &s;
    auto const group = stand(same, r);
    if (fates) groups_[n] = group;
  }
}

/// Denials of this field: they withdraw what stands, or dispute it.
SINEDIE_INLINE void interpreter::deny(field f, interpretation& in, std::vector<fate>* fates) {
  for (auto const d : counting_) {
    auto const& t = from_[d];
    if ((t.denies_of >> static_cast<unsigned>(f) & 1U) == 0) continue;
    for (auto& s : live_) {
      auto const value = said{t.home, t.denies};
      auto const how = f == field::status && status_of(s.by) == status::denied ? agreement::clash
                                                                               : agree(from_.all(), f, value, from_[s.by].claim(), false);
      if (how != agreement::same && how != agreement::narrower) continue;
      if (t.preferred && !from_[s.by].preferred)
        s.gone = true;
      else if (!(t.last < s.newest))
        in.disputed.set(f);
    }
  }
  std::erase_if(live_, [&](live const& s) {
    if (s.gone && fates) tell(s, fate::withdrawn, *fates);
    return s.gone;
  });
}

/// The higher rank, then the later; then whatever narrows it, in the same order.
SINEDIE_INLINE std::uint32_t interpreter::choose(field f, bool testified) {
  std::sort(live_.begin(), live_.end(), [&](live const& a, live const& b) {
    if (from_[a.by].preferred != from_[b.by].preferred) return static_cast<bool>(from_[a.by].preferred);
    return a.by > b.by;
  });
  std::uint32_t shown = ledger::nobody;
  for (auto const& s : live_)
    if (shown == ledger::nobody || agree_of(f, shown, s.by, testified) == agreement::narrower) shown = s.by;
  return shown;
}

SINEDIE_INLINE bool interpreter::clashes(field f, bool testified) const {
  for (std::size_t i = 0; i < live_.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (agree_of(f, live_[i].by, live_[k].by, testified) == agreement::clash) return true;
  return false;
}

SINEDIE_INLINE void interpreter::settle(field f, interpretation& in) {
  auto& by = in.by[static_cast<std::size_t>(f)];
  auto const bit = static_cast<unsigned>(f);
  if ((told_of_ >> bit & 1U) == 0) return;
  bool const witnessed = (witnessed_of_ >> bit & 1U) != 0;
  if (witnessed)
    fold_testimony(f, nullptr);
  else
    fold_plans(f, nullptr);
  deny(f, in, nullptr);
  by = choose(f, witnessed);
  bool const arguable = f != field::topics && f != field::by && f != field::why_undated;
  if (arguable && live_.size() > 1 && clashes(f, witnessed)) in.disputed.set(f);
}

SINEDIE_INLINE void interpreter::settle_status(interpretation& in) {
  auto& by = in.by[static_cast<std::size_t>(field::status)];
  std::uint32_t denial = ledger::nobody;
  bool any_denial = false;
  bool witness_preferred = false;
  for (auto const r : counting_) {
    auto const& t = from_[r];
    if (t.testifies && !t.denies_event && !replaced(r, field::status)) {
      in.testified = true;
      witness_preferred = witness_preferred || t.preferred;
    }
    if (!t.denies_event || replaced(r, field::status)) continue;
    any_denial = true;
    if (denial == ledger::nobody || t.preferred || !from_[denial].preferred) denial = r;
  }
  if (in.testified) {
    fold_testimony(field::status, nullptr);
    deny(field::status, in, nullptr);
    by = choose(field::status, true);
    if (any_denial && (from_[denial].preferred || !witness_preferred)) {
      by = denial;
      in.denied = true;
    }
  } else {
    fold_plans(field::status, nullptr);
    deny(field::status, in, nullptr);
    by = choose(field::status, false);
    if (clashes(field::status, false)) in.disputed.set(field::status);
    for (auto const& s : live_)
      if (!in.denied && status_of(s.by) == status::denied) by = s.by, in.denied = true;
  }
  in.marks.denied_by_some = any_denial && !in.denied;
}

/// Whether a date that clashes with the one shown has stood before.
SINEDIE_INLINE bool interpreter::was_another_date(std::uint32_t shown) {
  bool const witnessed = shown != ledger::nobody && from_[shown].testifies;
  if (dates_ < 2) return false;
  fold_plans(field::when, nullptr);
  auto const differs = [&](std::uint32_t r) {
    auto const* const d = date_of(r);
    if (!d || d->is_empty()) return false;
    return shown == ledger::nobody || !date_of(shown) ||
           agree(from_.all(), field::when, from_[r].claim(), from_[shown].claim(), false) == agreement::clash;
  };
  if (std::any_of(superseded_.begin(), superseded_.end(), differs)) return true;
  return witnessed && std::any_of(live_.begin(), live_.end(), [&](live const& s) { return differs(s.by); });
}

SINEDIE_INLINE void interpreter::mark(std::uint32_t event, interpretation& in) {
  auto& m = in.marks;
  auto const date = in.given_by(field::when);
  auto const status_by = in.given_by(field::status);
  bool const dated = date != ledger::nobody && date_of(date) != nullptr && !date_of(date)->is_empty();
  auto const at = from_.event(event);
  auto const declared = from_cell<status>(at.home->claims().status[at.home->events().claim[at.row] - 1]);
  bool const planned = status_by != ledger::nobody ? is_planned(status_of(status_by)) : !declared || is_planned(*declared);
  if (date != ledger::nobody && was_another_date(date)) (dated ? m.moved : m.postponed) = dated || planned;
  if (status_by != ledger::nobody && status_of(status_by) == status::postponed)
    m.postponed = m.postponed || !dated || from_[date].last < from_[status_by].first;
  if (in.testified && !in.denied) {
    auto const stays = [&](field f) {
      auto const by = in.given_by(f);
      if (by == ledger::nobody) return false;
      auto const& t = from_[by];
      if (f == field::venues) return !t.testifies && !t.home->claims().venues[t.says - 1].empty();
      if (f == field::expected) return !t.testifies && !dated && t.home->dating(t.home->claims().expected[t.says - 1]) != nullptr;
      return !t.testifies;
    };
    bool const started_only =
        dated && status_of(date) == status::under_way && date_of(date)->lasts() && date_of(date)->end() == time::endpoint::bounded;
    m.presumed = (dated && !from_[date].testifies) || started_only || stays(field::expected) || stays(field::venues) ||
                 stays(field::parties) || stays(field::modes);
  }
  m.unconfirmed = !counting_.empty() && std::none_of(counting_.begin(), counting_.end(), [&](std::uint32_t r) { return from_[r].named; });
}

SINEDIE_INLINE interpretation interpreter::read_once(std::uint32_t event, time::instant end, bool certain) {
  interpretation in;
  in.by.fill(ledger::nobody);
  gather(event, end, certain);
  in.exists = !from_.reported(event) || (from_.first_of(event) != from_.last_of(event) && from_[from_.first_of(event)].first <= end);
  if (from_.is_aside(event)) in.exists = false;
  if (certain && in.exists && from_.reported(event)) {
    in.exists = false;
    for (auto r = from_.first_of(event); r != from_.last_of(event) && !in.exists; ++r) in.exists = from_[r].last <= end;
  }
  if (counting_.empty()) return in;
  settle_status(in);
  for (std::size_t f = 1; f < field_count; ++f) settle(static_cast<field>(f), in);
  mark(event, in);
  return in;
}

SINEDIE_INLINE interpretation interpreter::read(std::uint32_t event, knowledge_day day) {
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  auto in = read_once(event, end, false);
  if (!day || !doubtful_ || !in.exists) return in;
  auto const counted = std::move(counting_);
  auto const sure = read_once(event, end, true);
  bool same = sure.exists && sure.marks == in.marks && sure.disputed == in.disputed && sure.denied == in.denied;
  for (std::size_t i = 0; i < field_count && same; ++i) {
    if ((in.by[i] == ledger::nobody) != (sure.by[i] == ledger::nobody))
      same = false;
    else if (in.by[i] != ledger::nobody)
      same = agree_of(static_cast<field>(i), in.by[i], sure.by[i], false) == agreement::same;
  }
  in.marks.maybe_known = !same;
  counting_ = counted;
  return in;
}

SINEDIE_INLINE std::vector<interpreter::fate> interpreter::fates(field f) {
  std::vector<fate> list(counting_.size(), fate::plain);
  groups_.assign(counting_.size(), ledger::nobody);
  bool witnessed = false;
  for (auto const r : counting_) witnessed = witnessed || (speaks(r, f) && from_[r].testifies);
  fold_plans(f, &list);
  if (witnessed) fold_testimony(f, &list);
  interpretation unused;
  deny(f, unused, &list);
  return list;
}

}  // namespace sinedie::detail
