// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How the values that reports give to one field confirm, refine, supersede and deny each other.

#include <algorithm>
#include <tuple>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

// --- denials ---------------------------------------------------------------------------------------------------------------------

/// Those that may count against a value of that field, and whether they prevail over what was told by then.
SINEDIE_INLINE void interpreter::find_denials(field f, interpretation& in) {
  denials_.clear();
  denied_by_ = ledger::nobody;
  auto const bit = static_cast<unsigned>(f);
  bool const of_event = f == field::status && event_denied_;
  if (!of_event && (denied_of_ >> bit & 1U) == 0) return;
  for (auto const r : counting_) {
    auto const& t = from_[r];
    if (replaced(r, f)) continue;
    if (of_event && t.denies_event) denials_.push_back({r, true, true});
    if ((t.denies_of >> bit & 1U) != 0) denials_.push_back({r, false, true});
  }
  std::sort(denials_.begin(), denials_.end(), [&](denial const& a, denial const& b) {
    return std::tie(from_[a.by].last, a.by, b.of_event) < std::tie(from_[b.by].last, b.by, a.of_event);
  });
  if (adds_up(f)) return;  // one by one
  for (auto& d : denials_) {
    auto const& t = from_[d.by];
    if (t.preferred) continue;
    for (std::size_t n = 0; n < counting_.size() && d.prevails; ++n) {
      auto const& w = from_[counting_[n]];
      if (!witness_[n] || !w.preferred || w.first > t.last) continue;
      d.prevails = !d.of_event && (!says(counting_[n], f) || replaced(counting_[n], f) || !concerns(d, f, counting_[n]));
    }
    if (!d.prevails) in.marks.denied_by_some = true;
  }
}

/// Whether what a report says of the field is what is denied, or within it.
SINEDIE_INLINE bool interpreter::concerns(denial const& d, field f, std::uint32_t report) const {
  if (d.of_event) return true;
  auto const& t = from_[d.by];
  auto const how = agree(from_.all(), f, said{t.home, t.denies}, from_[report].claim(), false);
  return how == agreement::same || how == agreement::narrower;
}

/// Holds a denial against all that stands. Precondition: all of it was published by the denial's last possible day.
SINEDIE_INLINE void interpreter::deny(denial const& d, field f, interpretation& in) {
  for (auto& s : live_) {
    if (!concerns(d, f, s.by)) continue;
    if (d.prevails) {
      s.gone = fate::denied;
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
  let_go();
}

/// Whether a denial that came before a report outranks what it says now.
SINEDIE_INLINE bool interpreter::is_barred(std::uint32_t report, field f, std::size_t denials, interpretation& in) const {
  for (std::size_t i = 0; i < denials; ++i) {
    auto const& d = denials_[i];
    if (!d.prevails || !concerns(d, f, report)) continue;
    if (from_[d.by].preferred && !from_[report].preferred) return true;
    in.marks.denied_by_some = true;
  }
  return false;
}

// --- folding ---------------------------------------------------------------------------------------------------------------------

/// All that reports say of a field, in order; of plans alone, or of testimony alone.
SINEDIE_INLINE void interpreter::fold(field f, bool witnessed, interpretation& in) {
  live_.clear();
  had_.clear();
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
    if (is_barred(r, f, against, in)) {
      fates_[n] = fate::passed_over;
      continue;
    }
    if (!witnessed) {
      tell_plan(f, n);
      continue;
    }
    live* same = nullptr;
    for (auto& s : live_)
      if (from_[s.by].preferred == from_[r].preferred && status_of(s.by) == status_of(r) && agree_of(f, s.by, r, true) == agreement::same)
        same = &s;
    stand(same, n);
  }
  while (against < denials_.size()) deny(denials_[against++], f, in);
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
  auto outdone = fate::stands;
  live* same = nullptr;
  for (auto& s : live_) {
    auto const how = agree_of(f, s.by, r, false);
    bool const equals = from_[s.by].preferred == t.preferred;
    if (how == agreement::same && equals) same = &s;
    if (f == field::status && step(status_of(s.by)) && step(status_of(r)) && told_on_one_day(s.by, r)) {
      if (!equals) (t.preferred ? s.gone : outdone) = fate::passed_over;
      else if (how == agreement::clash) (status_of(r) > status_of(s.by) ? s.gone : outdone) = fate::superseded;
      continue;
    }
    if (how != agreement::clash || !(s.last < t.first)) continue;
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
  stand(same, n);
  let_go();
}

/// Adds a report to those that said the same, or as one that says something new.
SINEDIE_INLINE void interpreter::stand(live* same, std::size_t n) {
  auto const r = counting_[n];
  auto const& t = from_[r];
  fates_[n] = fate::stands;
  if (!same) {
    live_.push_back({r, t.last, static_cast<std::uint32_t>(n), fate::stands});
    groups_[n] = static_cast<std::uint32_t>(n);
    return;
  }
  groups_[n] = same->group;
  if (t.last < same->last) return;
  same->last = t.last;
  same->by = r;
}

/// Forgets those that stand no more, and tells of their reports what became of them.
SINEDIE_INLINE void interpreter::let_go() {
  std::erase_if(live_, [&](live const& s) {
    if (s.gone == fate::stands) return false;
    had_.push_back({s.by, s.gone});
    for (std::size_t n = 0; n < groups_.size(); ++n)
      if (groups_[n] == s.group) {
        fates_[n] = s.gone;
        groups_[n] = ledger::nobody;
      }
    return true;
  });
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
