// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How lists of parties, topics, series and actors add up.

#include <algorithm>
#include <span>
#include <tuple>
#include <vector>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

SINEDIE_INLINE void interpreter::add_up(field f, interpretation& in) {
  fates_.assign(counting_.size(), fate::unsaid);
  speakers_.clear();
  bool plain = (denied_of_ >> static_cast<unsigned>(f) & 1U) == 0;
  for (std::size_t n = 0; n < counting_.size(); ++n) {
    auto const r = counting_[n];
    if (!from_[r].says_anything_of(f)) continue;
    bool const gone = replaced(r, f);
    fates_[n] = gone ? fate::superseded : fate::stands;
    if (gone) continue;
    speakers_.push_back(static_cast<std::uint32_t>(n));
    plain = plain && length_of(from_[r].claim(), f) != 0;
  }
  if (speakers_.empty()) return;
  if (plain) {
    if (auto const n = says_all(f); n != ledger::nobody) {
      in.by[static_cast<std::size_t>(f)] = counting_[n];
      if (in.testified && !in.denied && !witness_[n] && only_planned(f, n)) in.presumed.set(f);
      return;
    }
  }
  gather_items(f);
  deny_items(f, in);
  drop_items_for_none(f, in);
  if (f == field::series) choose_rounds(in);
  take_items(f, in);
}

/// The one among the speakers who lists all that any of them does; `nobody` where there is none.
SINEDIE_INLINE std::uint32_t interpreter::says_all(field f) const {
  auto const list = [&](std::uint32_t n) { return from_[counting_[n]].claim(); };
  auto const details = [&](std::uint32_t n) {
    std::size_t said = 0;
    for (std::uint32_t i = 0; i < length_of(list(n), f); ++i) {
      auto const one = one_of(f, {list(n), i});
      said += (one.role.empty() ? 0U : 1U) + (one.on_behalf_of.empty() ? 0U : 1U) + (one.round == 0 ? 0U : 1U);
    }
    return said;
  };
  auto best = speakers_.front();
  for (std::size_t k = 1; k < speakers_.size(); ++k) {
    auto const n = speakers_[k];
    auto const a = length_of(list(best), f), b = length_of(list(n), f);
    if (b < a) continue;
    if (b > a || std::tuple{details(n), static_cast<bool>(witness_[n])} >= std::tuple{details(best), static_cast<bool>(witness_[best])})
      best = n;
  }
  for (auto const n : speakers_) {
    if (n == best) continue;
    auto const how = agree(from_.all(), f, list(n), list(best), false);
    if (how != agreement::same && how != agreement::narrower) return ledger::nobody;
  }
  return best;
}

/// Whether some name on a list is on that of no witness.
SINEDIE_INLINE bool interpreter::only_planned(field f, std::size_t n) const {
  std::vector<std::string_view> witnessed;
  for (auto const k : speakers_) {
    if (!witness_[k]) continue;
    auto const list = from_[counting_[k]].claim();
    for (std::uint32_t i = 0; i < length_of(list, f); ++i) witnessed.push_back(one_of(f, {list, i}).name);
  }
  std::sort(witnessed.begin(), witnessed.end());
  auto const list = from_[counting_[n]].claim();
  for (std::uint32_t i = 0; i < length_of(list, f); ++i)
    if (!std::binary_search(witnessed.begin(), witnessed.end(), one_of(f, {list, i}).name)) return true;
  return false;
}

SINEDIE_INLINE void interpreter::gather_items(field f) {
  items_.clear();
  for (auto const n : speakers_) {
    auto const list = from_[counting_[n]].claim();
    for (std::uint32_t i = 0; i < length_of(list, f); ++i) items_.push_back({one_of(f, {list, i}), n, i, fate::stands});
  }
}

/// All that the denials found last list, each name with what is said of it, and of one in their order.
SINEDIE_INLINE std::vector<interpreter::denied_item> interpreter::items_denied(field f) const {
  std::vector<denied_item> all;
  for (std::uint32_t d = 0; d < denials_.size(); ++d) {
    said const list{from_[denials_[d].by].home, from_[denials_[d].by].denies};
    for (std::uint32_t i = 0; i < length_of(list, f); ++i) all.push_back({one_of(f, {list, i}), d});
  }
  std::sort(all.begin(), all.end(),
            [](denied_item const& a, denied_item const& b) { return std::tie(a.what, a.denial) < std::tie(b.what, b.denial); });
  return all;
}

/// Each different one that somebody told of, however often it is denied.
SINEDIE_INLINE std::vector<interpreter::item_under_denial> interpreter::items_under_denial(std::vector<denied_item> const& denied) {
  std::vector<item_under_denial> found;
  std::vector<told_item*> told;
  for (auto& i : items_) told.push_back(&i);
  std::sort(told.begin(), told.end(), [](told_item const* a, told_item const* b) { return a->what.name < b->what.name; });
  auto const is_before = [](told_item const* i, std::string_view name) { return i->what.name < name; };
  for (auto first = denied.begin(), last = first; first != denied.end(); first = last) {
    auto const& what = first->what;
    last = std::find_if(first, denied.end(), [&](denied_item const& d) { return d.what != what; });
    item_under_denial one{{first, last}, {}};
    auto at = std::lower_bound(told.begin(), told.end(), what.name, is_before);
    for (; at != told.end() && (*at)->what.name == what.name; ++at)
      if (what.is_said_by((*at)->what)) one.told.push_back(*at);
    if (!one.told.empty()) found.push_back(std::move(one));
  }
  return found;
}

/// A denial prevails unless somebody of a higher rank has testified to something that it denies.
SINEDIE_INLINE void interpreter::weigh(std::vector<item_under_denial> const& all, interpretation& in) {
  for (auto const& one : all) {
    auto borne_out = time::instant::future();
    for (auto const* const i : one.told)
      if (auto const& t = from_[counting_[i->n]]; witness_[i->n] && t.preferred) borne_out = std::min(borne_out, t.first);
    for (auto const& d : one.by) {
      auto const& t = from_[denials_[d.denial].by];
      if (!t.preferred && borne_out <= t.last && !borne_out.is_future()) denials_[d.denial].prevails = false;
    }
  }
  if (std::any_of(denials_.begin(), denials_.end(), [](denial const& d) { return !d.prevails; })) in.marks.denied_by_some = true;
}

/// Holds each denial against what it denies, wherever that was told.
SINEDIE_INLINE void interpreter::deny_items(field f, interpretation& in) {
  find_denials(f, in);
  auto const denied = items_denied(f);
  if (denied.empty()) return;
  auto const all = items_under_denial(denied);
  weigh(all, in);
  // Of each item, the first of some sorts of denials, by their places in `denials_`: before it was told, and since then.
  constexpr auto none = ledger::nobody;
  struct held {
    std::uint32_t before = none, before_preferred = none, against = none, doubted = none;
  };
  auto const lower = [](std::uint32_t& to, std::uint32_t n) { to = std::min(to, n); };
  std::vector<held> holds(items_.size());
  for (auto const& one : all) {
    held first;
    std::vector<held> next(one.by.size() + 1);  // from there on
    for (auto k = one.by.size(); k-- > 0;) {
      auto const n = one.by[k].denial;
      auto const& d = denials_[n];
      next[k] = next[k + 1];
      (d.prevails ? next[k].against : next[k].doubted) = n;
      if (d.prevails) lower(from_[d.by].preferred ? first.before_preferred : first.before, n);
    }
    auto const is_before = [&](denied_item const& d, time::instant told_at) { return from_[denials_[d.denial].by].last < told_at; };
    for (auto* const i : one.told) {
      auto& h = holds[static_cast<std::size_t>(i - items_.data())];
      auto const at = std::lower_bound(one.by.begin(), one.by.end(), from_[counting_[i->n]].first, is_before);
      auto const since = static_cast<std::size_t>(at - one.by.begin());
      auto const end = since < one.by.size() ? one.by[since].denial : none;
      if (first.before < end) lower(h.before, first.before);
      if (first.before_preferred < end) lower(h.before_preferred, first.before_preferred);
      lower(h.against, next[since].against);
      lower(h.doubted, next[since].doubted);
    }
  }
  for (std::size_t n = 0; n < items_.size(); ++n) {
    auto& i = items_[n];
    auto const& h = holds[n];
    if (h.before_preferred != none && !from_[counting_[i.n]].preferred) {
      i.is = fate::passed_over;
      continue;
    }
    if (h.before != none || h.before_preferred != none) in.marks.denied_by_some = true;
    if (h.doubted < h.against) in.disputed.set(f);
    if (h.against != none) i.is = fate::denied;
  }
}

/// *Explicitly none*, among plans, takes away what was planned before.
SINEDIE_INLINE void interpreter::drop_items_for_none(field f, interpretation& in) {
  for (auto const n : speakers_) {
    auto const& none = from_[counting_[n]];
    if (witness_[n] || length_of(none.claim(), f) != 0) continue;
    for (auto& i : items_) {
      auto const& t = from_[counting_[i.n]];
      if (witness_[i.n] || i.is != fate::stands) continue;
      if (t.last < none.first) {
        if (t.preferred && !none.preferred) fates_[n] = fate::passed_over;
        else i.is = fate::superseded;
      } else if (none.last < t.first) {
        if (none.preferred && !t.preferred) i.is = fate::passed_over;
        else fates_[n] = fate::superseded;
      } else {
        in.disputed.set(f);
      }
    }
  }
}

/// Of several rounds of one series one stands: a witness's before a plan's, then as among other values. What one report lists of
/// a series goes by the first round that it names.
SINEDIE_INLINE void interpreter::choose_rounds(interpretation& in) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i].is == fate::stands && items_[i].what.round != 0) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::tie(items_[a].what.name, a) < std::tie(items_[b].what.name, b); });
  struct told_round {
    std::uint32_t round;
    bool preferred, witnessed;
    time::instant last;
    fate is;
  };
  std::vector<told_round> rounds;
  std::vector<std::size_t> round_of(items_.size(), 0);
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    rounds.clear();
    auto const& name = items_[order[first]].what.name;
    for (last = first; last < order.size() && items_[order[last]].what.name == name; ++last) {
      auto const& item = items_[order[last]];
      if (last > first && items_[order[last - 1]].n == item.n) {
        round_of[order[last]] = round_of[order[last - 1]];
        continue;
      }
      auto const& t = from_[counting_[item.n]];
      bool const witnessed = witness_[item.n];
      auto is = fate::stands;
      auto same = rounds.size();
      for (std::size_t k = 0; k < rounds.size(); ++k) {
        auto& r = rounds[k];
        if (r.is != fate::stands) continue;
        if (r.round == item.what.round) {
          if (r.preferred == t.preferred && r.witnessed == witnessed) same = k;
        } else if (r.witnessed != witnessed) {
          (witnessed ? r.is : is) = fate::displaced;
        } else {
          if (witnessed || !(r.last < t.first)) in.disputed.set(field::series);
          if (r.preferred && !t.preferred) is = fate::passed_over;
          else r.is = fate::superseded;
        }
      }
      if (same == rounds.size() || is != fate::stands) {
        same = rounds.size();
        rounds.push_back({item.what.round, static_cast<bool>(t.preferred), witnessed, t.last, is});
      }
      rounds[same].last = std::max(rounds[same].last, t.last);
      round_of[order[last]] = same;
    }
    for (auto k = first; k < last; ++k) items_[order[k]].is = rounds[round_of[order[k]]].is;
  }
}

/// What is left of the items: each name once, or as often as more is said of it.
SINEDIE_INLINE void interpreter::take_items(field f, interpretation& in) {
  std::vector<bool> stands_any(counting_.size(), false);
  std::vector<told_item const*> left;
  for (auto const& i : items_)
    if (i.is == fate::stands) {
      left.push_back(&i);
      stands_any[i.n] = true;
    }
  for (auto const& i : items_)
    if (!stands_any[i.n] && fates_[i.n] == fate::stands) fates_[i.n] = i.is;
  auto& by = in.by[static_cast<std::size_t>(f)];
  if (left.empty()) {
    for (auto const n : speakers_)
      if (fates_[n] == fate::stands) by = counting_[n];
    return;
  }
  auto sorted = left;
  std::sort(sorted.begin(), sorted.end(), [](told_item const* a, told_item const* b) {
    return std::tie(a->what, a->n, a->place) < std::tie(b->what, b->n, b->place);
  });
  std::vector<told_item const*> kept;
  bool presumed = false;
  for (std::size_t first = 0, last = 0; first < sorted.size(); first = last) {
    bool witnessed = false;
    for (last = first; last < sorted.size() && sorted[last]->what.name == sorted[first]->what.name; ++last)
      witnessed = witnessed || witness_[sorted[last]->n];
    presumed = presumed || !witnessed;
    for (auto k = first; k < last; ++k) {
      auto const& what = sorted[k]->what;
      if (k > first && what == sorted[k - 1]->what) continue;
      // Of a name with very many roles, only that without any is known to say nothing new.
      bool more = false;
      if (last - first <= 64 || what.is_plain())
        for (auto j = first; j < last && !more; ++j) more = sorted[j]->what != what && what.is_said_by(sorted[j]->what);
      if (!more) kept.push_back(sorted[k]);
    }
  }
  if (in.testified && !in.denied && presumed) in.presumed.set(f);
  std::sort(kept.begin(), kept.end(),
            [](told_item const* a, told_item const* b) { return std::tie(a->n, a->place) < std::tie(b->n, b->place); });
  by = counting_[kept.back()->n];
  for (auto const* const i : kept)
    if (witness_[i->n]) by = counting_[i->n];
  bool const whole = kept.front()->n == kept.back()->n && kept.size() == length_of(from_[by].claim(), f);
  if (whole) return;
  for (auto const* const i : kept) in.pieces.push_back({f, counting_[i->n], i->place});
}

}  // namespace sinedie::detail
