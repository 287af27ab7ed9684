// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/model/affiliation.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/time/relations.hpp>

namespace sinedie {

SINEDIE_INLINE affiliations::affiliations(dossier const& d) : affiliations{d.contents()} {}

SINEDIE_INLINE affiliations::affiliations(detail::contents const& all) {
  auto const& shelf = all.of(detail::sort::party);
  auto const shelved = shelf.in_order();
  for (auto const& [id, place] : shelved) ids_.push_back(id);
  of_.resize(ids_.size());
  std::uint32_t n = 0;
  for (auto const& [id, place] : shelved) {
    auto& list = of_[n++];
    auto const at = shelf.places[place];
    auto const& columns = at.home->parties();
    if (columns.organ_of[at.row] != 0)
      list.push_back({number(at.home->string(columns.organ_of[at.row])), true, false, time::limits::none()});
    for (auto const& office : columns.offices[at.row]) {
      auto const* const when = at.home->dating(office.when);
      list.push_back({number(at.home->string(office.of)), false, when != nullptr, when ? when->limits() : time::limits::none()});
    }
    auto const unknown = [&](affiliation const& a) { return a.whole == ids_.size(); };
    list.erase(std::remove_if(list.begin(), list.end(), unknown), list.end());
  }
  acting_.resize(ids_.size());
  for (std::uint32_t who = 0; who < of_.size(); ++who)
    for (auto const& a : of_[who]) acting_[a.whole].push_back(who);
}

SINEDIE_INLINE std::uint32_t affiliations::number(std::string_view id) const noexcept {
  auto const found = std::lower_bound(ids_.begin(), ids_.end(), id);
  return static_cast<std::uint32_t>(found != ids_.end() && *found == id ? found - ids_.begin() : std::ssize(ids_));
}

SINEDIE_INLINE truth affiliations::acts_for(std::string_view who, std::string_view whole, time::limits const& when) const {
  auto const from = number(who);
  auto const to = number(whole);
  return from == ids_.size() || to == ids_.size() ? truth::no : acts_for(from, to, when);
}

SINEDIE_INLINE void affiliations::add_actors(std::uint32_t whole, std::vector<std::uint32_t>& actors) const {
  std::vector<std::uint32_t> reached{whole};
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (auto const who : acting_[reached[i]])
      if (std::find(reached.begin(), reached.end(), who) == reached.end()) reached.push_back(who);
  actors.insert(actors.end(), reached.begin() + 1, reached.end());
}

SINEDIE_INLINE truth affiliations::acts_for(std::uint32_t from, std::uint32_t to, time::limits const& when) const {
  // Each party is visited at most twice: reached perhaps, then reached for certain.
  std::vector<std::pair<std::uint32_t, truth>> reached{{from, truth::yes}};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    auto const [at, sure] = reached[i];
    for (auto const& a : of_[at]) {
      auto const holds = a.always ? truth::yes : a.dated ? time::intersects(a.when, when) : truth::maybe;
      auto const answer = sure & holds;
      auto const better = [&](auto const& r) { return r.first == a.whole && r.second >= answer; };
      if (answer != truth::no && std::none_of(reached.begin(), reached.end(), better)) reached.emplace_back(a.whole, answer);
    }
  }
  truth best = truth::no;
  for (auto const& [party, sure] : reached)
    if (party == to) best = best | sure;
  return best;
}

SINEDIE_INLINE std::vector<std::string_view> affiliations::principals(std::string_view who, time::limits const& when) const {
  auto const from = number(who);
  if (from == ids_.size()) return {who};
  std::vector<std::uint32_t> reached{from};
  std::vector<std::string_view> found;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    bool acts = false;
    for (auto const& a : of_[reached[i]]) {
      if (!a.always && a.dated && time::intersects(a.when, when) == truth::no) continue;
      acts = true;
      if (std::find(reached.begin(), reached.end(), a.whole) == reached.end()) reached.push_back(a.whole);
    }
    if (!acts && i > 0) found.push_back(ids_[reached[i]]);
  }
  if (found.empty()) return {ids_[from]};
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace sinedie
