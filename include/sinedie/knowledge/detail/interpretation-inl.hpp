// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/detail/interpretation_fold-inl.hpp>
#include <sinedie/knowledge/detail/interpretation_lists-inl.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/event_kind.hpp>

namespace sinedie::detail {

[[nodiscard]] inline time::span whole_days(time::instant first, time::instant last) {
  auto const a = first.is_bounded() ? day_of(first) : std::nullopt;
  auto const b = last.is_bounded() ? day_of(last) : std::nullopt;
  return {a ? time::span::day(*a).first() : first, b ? time::span::day(*b).last() : last};
}

SINEDIE_INLINE time::span statement_days(told const& t) {
  if (auto const* const said = t.home->dating(t.home->reports().said[t.row])) return whole_days(said->start_min(), said->end_max());
  return whole_days(t.first, t.last);
}

SINEDIE_INLINE sinedie::status interpreter::status_of(std::uint32_t report) const noexcept {
  auto const& t = from_[report];
  return t.denies_event ? status::denied : static_cast<status>(t.status);
}

/// Whether it has a value for that field. What denies the event has none for its status.
SINEDIE_INLINE bool interpreter::says(std::uint32_t report, field f) const noexcept {
  auto const& t = from_[report];
  return t.says_anything_of(f) && !(f == field::status && t.denies_event);
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
  return status_of(a) == status::under_way ? agreement::narrower : agreement::wider;
}

SINEDIE_INLINE bool interpreter::testifies(std::uint32_t report) const {
  return witness_[static_cast<std::size_t>(std::lower_bound(counting_.begin(), counting_.end(), report) - counting_.begin())];
}

// --- what counts -----------------------------------------------------------------------------------------------------------------

SINEDIE_INLINE interpreter::removal const& interpreter::retracted_by(time::instant end, bool certain) {
  auto& r = removals_[certain ? 1 : 0];
  if (r.known && r.end == end) return r;
  r.gone.assign(from_.reports(), false);
  r.doubtful = false;
  for (auto const& p : from_.retractions()) {
    auto const& t = from_[p.by];
    if (t.deprecated || t.first > end || r.gone[p.by]) continue;
    if (t.last > end) {
      r.doubtful = true;
      if (certain) continue;
    }
    r.gone[p.of] = true;
  }
  r.end = end;
  r.known = true;
  return r;
}

SINEDIE_INLINE void interpreter::gather(std::uint32_t event, time::instant end, bool certain) {
  counting_.clear();
  told_of_ = denied_of_ = dates_ = 0;
  doubtful_ = event_denied_ = ranked_ = false;
  for (auto r = from_.first_of(event); r != from_.last_of(event); ++r) {
    auto const& t = from_[r];
    if (t.first > end) break;
    if (t.deprecated) continue;
    if (t.last > end) {
      doubtful_ = true;
      if (certain) continue;
    }
    if (t.retracted) {
      auto const& removed = retracted_by(end, certain);
      doubtful_ = doubtful_ || removed.doubtful;
      if (removed.gone[r]) continue;
    }
    counting_.push_back(r);
    told_of_ |= t.says_of;
    denied_of_ |= t.denies_of;
    dates_ += t.says_anything_of(field::when) ? 1U : 0U;
    event_denied_ = event_denied_ || t.denies_event;
    ranked_ = ranked_ || t.preferred;
  }
}

/// Of those that count, the reports that testify: by their own status, or by none once somebody had testified.
SINEDIE_INLINE void interpreter::find_witnesses(std::uint32_t event) {
  auto const at = from_.event(event);
  auto const declared = from_cell<status>(at.home->claims().status[at.home->events().claim[at.row] - 1]);
  auto first = declared && occurs(*declared) == truth::yes ? time::instant::past() : time::instant::future();
  witness_.assign(counting_.size(), false);
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const& t = from_[counting_[n]];
    if (!t.testifies || t.denies_event || replaced(counting_[n], field::status)) continue;
    witness_[n] = true;
    first = std::min(first, t.first);
  }
  witnessed_of_ = 0;
  all_witness_ = true;
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const& t = from_[counting_[n]];
    if (!witness_[n] && !first.is_future() && !t.denies_event && first <= t.last)
      witness_[n] = t.status == silent || replaced(counting_[n], field::status);
    if (witness_[n]) witnessed_of_ |= t.says_of & ~(t.superseded ? replaced_of(counting_[n]) : 0U);
    all_witness_ = all_witness_ && witness_[n];
  }
}

/// Whether a report that counts supersedes this one in that field.
SINEDIE_INLINE bool interpreter::replaced(std::uint32_t report, field f) const {
  if (!from_[report].superseded) return false;
  for (auto const& p : from_.superseding(report)) {
    auto const& t = from_[p.by];
    bool const speaks = ((unsigned{t.says_of} | unsigned{t.denies_of}) >> static_cast<unsigned>(f) & 1U) != 0 ||
                        (f == field::status && t.denies_event);
    if (speaks && std::binary_search(counting_.begin(), counting_.end(), p.by)) return true;
  }
  return false;
}

SINEDIE_INLINE unsigned interpreter::replaced_of(std::uint32_t report) const {
  unsigned bits = 0;
  for (std::size_t i = 0; i < field_count; ++i) bits |= replaced(report, static_cast<field>(i)) ? 1U << i : 0U;
  return bits;
}

// --- reading ---------------------------------------------------------------------------------------------------------------------

SINEDIE_INLINE void interpreter::settle_status(interpretation& in) {
  in.testified = is_witnessed(field::status);
  fold(field::status, in.testified, in);
  auto& by = in.by[static_cast<std::size_t>(field::status)];
  by = choose(field::status, in.testified);
  if (by == ledger::nobody && denied_by_ != ledger::nobody) {
    by = denied_by_;
    in.denied = true;
  } else if (std::any_of(denials_.begin(), denials_.end(), [](denial const& d) { return d.of_event; })) {
    in.marks.denied_by_some = true;
  }
  if (live_.size() > 1 && clashes(field::status, in.testified)) in.disputed.set(field::status);

  status_givers_.clear();
  held_by_ = begun_by_ = time::instant::future();
  not_over_before_ = time::instant::past();
  if (in.denied || by == ledger::nobody) return;
  auto const at = from_.event(event_);
  bool const ends = !kind_within(at.home->string(at.home->events().kind[at.row]), "situation");
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const r = counting_[n];
    if (fates_[n] != fate::stands || agree_of(field::status, by, r, in.testified) == agreement::clash) continue;
    status_givers_.push_back(r);
    if (!in.testified) continue;
    auto const on = statement_days(from_[r]);
    bool const held = status_of(r) == status::held;
    auto& latest = held && ends ? held_by_ : begun_by_;
    latest = std::min({latest, on.last(), end_});
    if (!held) not_over_before_ = std::max(not_over_before_, std::min(on.first(), end_));
  }
}

SINEDIE_INLINE bool interpreter::fits(field f, std::uint32_t report) const {
  auto const& t = from_[report];
  if (f == field::expected) {
    auto const* const window = t.home->dating(t.home->claims().expected[t.says - 1]);
    return !window || window->is_empty() || window->start_min() <= std::min(held_by_, begun_by_);
  }
  auto const* const date = f == field::when ? date_of(report) : nullptr;
  if (!date || date->is_empty()) return true;
  auto const l = with_any_end(*date);
  if (std::min(held_by_, begun_by_) < l.start_min || held_by_ < l.end_min) return false;
  return !extends(*date) || not_over_before_ <= l.end_max;
}

SINEDIE_INLINE void interpreter::settle(field f, interpretation& in) {
  if ((told_of_ >> static_cast<unsigned>(f) & 1U) == 0) return;
  if (adds_up(f)) return add_up(f, in);
  bool const witnessed = is_witnessed(f);
  fold(f, witnessed, in);
  bool const behind = in.testified && !in.denied && !witnessed;
  if (behind) std::erase_if(live_, [&](live const& s) { return !fits(f, s.by); });
  auto& by = in.by[static_cast<std::size_t>(f)];
  by = choose(f, witnessed);
  if (live_.size() > 1 && clashes(f, witnessed)) in.disputed.set(f);
  if (behind && by != ledger::nobody) in.presumed.set(f);
  if (f == field::when) dates_had_ = had_;
}

/// Whether a date that clashes with the one shown, or any where none is, has stood before.
SINEDIE_INLINE bool interpreter::was_another_date(std::uint32_t shown) {
  if (dates_ < 2 && (denied_of_ >> static_cast<unsigned>(field::when) & 1U) == 0) return false;
  bool const dated = shown != ledger::nobody && date_of(shown) && !date_of(shown)->is_empty();
  auto const differs = [&](std::uint32_t r) {
    auto const* const d = date_of(r);
    return d && !d->is_empty() && (!dated || agree_dates(*d, *date_of(shown)) == agreement::clash);
  };
  // What was denied has been the date, but another one hasn't taken its place.
  auto const any = [&](std::vector<former> const& list) {
    return std::any_of(list.begin(), list.end(), [&](former const& h) { return (!dated || h.why != fate::denied) && differs(h.by); });
  };
  if (any(dates_had_)) return true;
  if (!is_witnessed(field::when) || all_witness_) return false;
  if (!ranked_ && (denied_of_ >> static_cast<unsigned>(field::when) & 1U) == 0) {
    // Where nothing bars a plan or outranks it, each has stood when it was told.
    for (std::size_t n = 0; n < counting_.size(); ++n)
      if (!witness_[n] && from_[counting_[n]].says_anything_of(field::when) && differs(counting_[n])) return true;
    return false;
  }
  interpretation unused;
  fold(field::when, false, unused);
  return any(had_) || std::any_of(live_.begin(), live_.end(), [&](live const& s) { return differs(s.by); });
}

SINEDIE_INLINE void interpreter::mark(interpretation& in) {
  auto& m = in.marks;
  auto const date = in.given_by(field::when);
  auto const status_by = in.given_by(field::status);
  auto const at = from_.event(event_);
  auto const own = at.home->events().claim[at.row] - 1;
  auto const* const said = date != ledger::nobody ? date_of(date) : at.home->dating(at.home->claims().when[own]);
  bool const dated = said && !said->is_empty();
  auto const declared = from_cell<status>(at.home->claims().status[own]);
  auto const state = in.denied ? status::denied : status_by != ledger::nobody ? status_of(status_by) : declared.value_or(status::possible);
  bool const another = was_another_date(date);
  m.moved = dated && another;
  m.postponed = !dated && is_planned(state) && (another || state == status::postponed);
  // Why there is no date is beside the point once there is one; and nobody has to bear witness to nothing.
  auto const says_none = [&](field f) {
    auto const by = in.given_by(f);
    auto const& claims = from_[by].home->claims();
    std::size_t const i = from_[by].says - 1;
    if (f == field::when) return !dated;
    if (f == field::expected) return from_[by].home->dating(claims.expected[i]) == nullptr;
    if (f == field::why_undated) return dated;
    return f == field::venues ? claims.venues[i].empty() : f == field::modes && claims.modes[i].empty();
  };
  for (auto const f : {field::when, field::expected, field::why_undated, field::venues, field::modes})
    if (in.presumed.has(f) && says_none(f)) in.presumed.set(f, false);
  if (dated) in.disputed.set(field::why_undated, false);
  // Of what was under way when it was told, the end was still planned.
  bool const end_planned = in.testified && !in.denied && dated && date != ledger::nobody && testifies(date) &&
                           status_of(date) == status::under_way && said->lasts() && said->end() == time::endpoint::bounded;
  m.presumed = end_planned || !in.presumed.empty();
  m.unconfirmed = !counting_.empty() && std::none_of(counting_.begin(), counting_.end(), [&](std::uint32_t r) { return from_[r].named; });
}

/// Precondition: the same has been gathered.
SINEDIE_INLINE interpretation interpreter::read_once(std::uint32_t event, time::instant end, bool certain) {
  interpretation in;
  in.by.fill(ledger::nobody);
  event_ = event;
  end_ = end;
  in.exists = !from_.is_aside(event) && from_.is_known(event, end, certain);
  status_givers_.clear();
  dates_had_.clear();
  if (counting_.empty()) return in;
  find_witnesses(event);
  settle_status(in);
  for (std::size_t f = 1; f < field_count; ++f) settle(static_cast<field>(f), in);
  mark(in);
  return in;
}

SINEDIE_INLINE interpretation interpreter::read(std::uint32_t event, knowledge_day day) {
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  gather(event, end, false);
  if (!doubtful_ || !day) return read_once(event, end, false);
  // First without what may not have been out: what was read last is asked for more.
  bool same = from_.is_known(event, end, true);
  interpretation sure;
  if (same) {
    gather(event, end, true);
    sure = read_once(event, end, true);
    gather(event, end, false);
  }
  auto in = read_once(event, end, false);
  if (!in.exists) return in;
  same = same && sure.marks == in.marks && sure.disputed == in.disputed && sure.denied == in.denied;
  for (std::size_t i = 0; i < field_count && same; ++i) same = stands_alike(from_, event, static_cast<field>(i), in, sure);
  in.marks.maybe_known = !same;
  return in;
}

SINEDIE_INLINE std::vector<interpreter::fate> interpreter::fates(field f) {
  interpretation unused;
  unused.by.fill(ledger::nobody);
  if (adds_up(f)) add_up(f, unused);
  else fold(f, is_witnessed(f), unused);
  return fates_;
}

SINEDIE_INLINE bool interpretation::is_put_together(field f) const noexcept {
  return std::any_of(pieces.begin(), pieces.end(), [&](piece const& p) { return p.of == f; });
}

SINEDIE_INLINE std::vector<listed_at> listed_of(ledger const& from, std::uint32_t event, interpretation const& in, field f) {
  std::vector<listed_at> all;
  for (auto const& p : in.pieces)
    if (p.of == f) all.push_back({from[p.report].claim(), p.place});
  if (!all.empty()) return all;
  auto const by = in.given_by(f);
  auto const at = from.event(event);
  said const whole = by != ledger::nobody ? from[by].claim() : said{at.home, at.home->events().claim[at.row]};
  for (std::uint32_t i = 0; i < length_of(whole, f); ++i) all.push_back({whole, i});
  return all;
}

SINEDIE_INLINE bool stands_alike(ledger const& from, std::uint32_t event, field f, interpretation const& a, interpretation const& b) {
  auto const p = a.given_by(f);
  auto const q = b.given_by(f);
  if ((p == ledger::nobody) != (q == ledger::nobody)) return false;
  if (p == ledger::nobody) return true;
  if (!adds_up(f)) {
    auto const& s = from[p];
    auto const& t = from[q];
    if (f == field::status) return s.denies_event == t.denies_event && (s.denies_event || s.status == t.status);
    return p == q || agree(from.all(), f, s.claim(), t.claim(), false) == agreement::same;
  }
  auto const sorted = [&](interpretation const& in) {
    std::vector<list_item> all;
    for (auto const& at : listed_of(from, event, in, f)) all.push_back(one_of(f, at));
    std::sort(all.begin(), all.end());
    return all;
  };
  return sorted(a) == sorted(b);
}

}  // namespace sinedie::detail
