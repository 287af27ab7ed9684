// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>

#include <sinedie/detail/share_out.hpp>
#include <sinedie/timeline/detail/indexes.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::vector<std::uint32_t> venue_tree::all_within(std::uint32_t venue) const {
  std::vector<std::uint32_t> all{venue};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto k = begins[all[i]]; k < begins[all[i] + 1]; ++k) all.push_back(within[k]);
  std::sort(all.begin(), all.end());
  return all;
}

SINEDIE_INLINE void indexes::build(entry_columns const& entries, std::uint32_t parties, std::uint32_t venues, unsigned threads) {
  auto const n = static_cast<std::uint32_t>(entries.size());
  auto const people = [&, this] {
    index_people(entries, parties);
    index_pairs(entries);
  };
  auto const where_and_when = [&, this] {
    index_time(entries);
    std::vector<std::vector<std::uint32_t>> distinct;
    for (auto const& w : entries.wheres()) {
      auto& list = distinct.emplace_back();
      for (auto const& c : w)
        if (c.kind != venue_choice::how::not_in) list.insert(list.end(), c.venues.begin(), c.venues.end());
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    venue = posting_lists::build(venues, n, [&](auto emit) {
      for (std::uint32_t i = 0; i < n; ++i)
        for (auto const v : distinct[entries.where_number(i)]) emit(v, i);
    });
  };
  auto const what = [&, this] {
    kind = posting_lists::build(entries.kinds().size(), n, [&](auto emit) {
      for (std::uint32_t i = 0; i < n; ++i) emit(entries.profile(i).kind, i);
    });
    mark = posting_lists::build(mark_count, n, [&](auto emit) {
      for (std::uint32_t i = 0; i < n; ++i) {
        auto const& p = entries.profile(i);
        emit(p.status == silent ? static_cast<std::uint32_t>(silent_mark) : p.status, i);
        for (std::uint32_t f = 0; f < flag_words.size(); ++f)
          if (p.has(static_cast<flag>(f))) emit(static_cast<std::uint32_t>(first_flag_mark) + f, i);
      }
    });
    matter = posting_lists::build(entries.matters().size(), n, [&](auto emit) {
      for (std::uint32_t i = 0; i < n; ++i)
        if (auto const m = entries.profile(i).matter; m != 0) emit(m, i);
    });
    for (std::uint32_t m = 1; m < entries.matters().size(); ++m) {
      for (auto const& topic : entries.matters()[m].topics) topics[topic].push_back(m);
      for (auto const& [s, round] : entries.matters()[m].rounds) {
        if (s >= series.size()) series.resize(s + 1);
        if (series[s].empty() || series[s].back() != m) series[s].push_back(m);
      }
    }
  };
  using work = void (*)(void const*);
  struct task {
    work run;
    void const* what;
    void operator()() const { run(what); }
  };
  auto const as_task = [](auto const& f) {
    using function = std::remove_cvref_t<decltype(f)>;
    return task{[](void const* p) { (*static_cast<function const*>(p))(); }, &f};
  };
  share_out(std::array<task, 3>{as_task(people), as_task(where_and_when), as_task(what)}, threads);
}

SINEDIE_INLINE void indexes::index_time(entry_columns const& entries) {
  auto const n = static_cast<std::uint32_t>(entries.size());
  // What can stand in the window index; of those, as many as stand in the order of their starts (patience sorting).
  std::vector<std::uint32_t> fit;
  bool sorted = true;
  auto before = time::instant::past();
  constexpr std::int64_t reach = std::int64_t{86400} * 2'000'000'000;
  for (std::uint32_t i = 0; i < n; ++i) {
    auto const& p = entries.profile(i);
    auto const& l = entries.limits(i);
    if (!p.placed || !p.simple || !l.start_min.is_bounded()) continue;
    if (l.start_min.seconds() > reach || l.start_min.seconds() < -reach) continue;
    sorted = sorted && !(l.start_min < before);
    before = l.start_min;
    fit.push_back(i);
  }
  if (!sorted) {
    std::vector<std::uint32_t> top;                  // the last of the best row of each length
    std::vector<std::uint32_t> previous(fit.size());  // in that row
    for (std::uint32_t k = 0; k < fit.size(); ++k) {
      auto const start = entries.limits(fit[k]).start_min;
      auto const at = std::upper_bound(top.begin(), top.end(), start,
                                       [&](time::instant s, std::uint32_t other) { return s < entries.limits(fit[other]).start_min; });
      previous[k] = at == top.begin() ? nobody : *(at - 1);
      if (at == top.end()) top.push_back(k);
      else *at = k;
    }
    std::vector<std::uint32_t> row;
    for (auto k = top.empty() ? nobody : top.back(); k != nobody; k = previous[k]) row.push_back(fit[k]);
    std::reverse(row.begin(), row.end());
    fit = std::move(row);
  }
  odd.assign((static_cast<std::size_t>(n) + 63) / 64, 0);
  auto const set_odd = [&](std::uint32_t i) { odd[i / 64] |= std::uint64_t{1} << (i % 64); };
  std::vector<std::uint32_t> left_out;
  auto next = fit.begin();
  for (std::uint32_t i = 0; i < n; ++i) {
    auto const& l = entries.limits(i);
    if (next != fit.end() && *next == i) {
      ++next;
      if (civil_day(l.end_max) != civil_day(l.start_min)) set_odd(i);
      continue;
    }
    set_odd(i);
    left_out.push_back(i);
    bool const known = l != time::limits::none() || entries.profile(i).dated || entries.profile(i).has(flag::expected);
    (known ? vague : nowhere).push_back(i);
  }
  by_time.build(n, std::move(left_out), [&](std::uint32_t i) -> time::limits const& { return entries.limits(i); });
}

SINEDIE_INLINE void indexes::index_people(entry_columns const& entries, std::uint32_t parties) {
  auto const n = static_cast<std::uint32_t>(entries.size());
  auto const& acts = entries.participations();
  party = posting_lists::build(parties, n, [&](auto emit) {
    std::vector<std::uint32_t> here;
    for (std::uint32_t i = 0; i < n; ++i) {
      auto const who = entries.who(i);
      here.clear();
      for (auto const p : who)
        for (auto const one : {acts[p].party, acts[p].on_behalf})
          if (one != nobody && std::find(here.begin(), here.end(), one) == here.end()) here.push_back(one);
      for (auto const one : here) emit(one, i);
    }
  });
}

SINEDIE_INLINE void indexes::index_pairs(entry_columns const& entries) {
  auto const n = static_cast<std::uint32_t>(entries.size());
  std::size_t const busy = std::max<std::size_t>(1024, n / 2048);  // events of a party from which on its pairs are worth a list
  auto const& acts = entries.participations();
  auto const each_pair = [&](auto take) {
    std::vector<std::uint32_t> here;
    for (std::uint32_t i = 0; i < n; ++i) {
      here.clear();
      for (auto const p : entries.who(i))
        for (auto const one : {acts[p].party, acts[p].on_behalf})
          if (one != nobody && party[one].size() >= busy) here.push_back(one);
      if (here.size() < 2) continue;
      std::sort(here.begin(), here.end());
      here.erase(std::unique(here.begin(), here.end()), here.end());
      for (std::size_t a = 0; a < here.size(); ++a)
        for (std::size_t b = a + 1; b < here.size(); ++b) take(std::uint64_t{here[a]} << 32U | here[b], i);
    }
  };
  each_pair([&](std::uint64_t pair, std::uint32_t) { ++pairs_[pair].size; });
  std::vector<std::uint64_t> keys;
  for (auto const& [key, s] : pairs_) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  std::uint32_t all = 0;
  for (auto const key : keys) {
    auto& s = pairs_[key];
    s.from = all;
    all += std::exchange(s.size, 0U);
  }
  pair_places_.resize(all);
  each_pair([&](std::uint64_t pair, std::uint32_t i) {
    auto& s = pairs_[pair];
    pair_places_[s.from + s.size++] = i;
  });
}

SINEDIE_INLINE std::span<std::uint32_t const> indexes::pair(std::uint32_t a, std::uint32_t b) const noexcept {
  auto const found = pairs_.find(std::uint64_t{std::min(a, b)} << 32U | std::max(a, b));
  return found == pairs_.end() ? std::span<std::uint32_t const>{}
                               : std::span<std::uint32_t const>{pair_places_.data() + found->second.from, found->second.size};
}

SINEDIE_INLINE std::size_t indexes::bytes() const noexcept {
  return party.bytes() + venue.bytes() + kind.bytes() + mark.bytes() + matter.bytes() + by_time.bytes() +
         4 * (vague.capacity() + nowhere.capacity()) + odd.capacity() * 8;
}
SINEDIE_INLINE std::size_t indexes::pair_bytes() const noexcept { return pair_places_.capacity() * 4 + pairs_.size() * 40; }

}  // namespace sinedie::detail
