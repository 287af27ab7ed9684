// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/timeline/detail/archive.hpp>

namespace sinedie::detail {

[[nodiscard]] inline contents checked(contents of) {
  if (auto problems = integrity_problems(of); !problems.empty()) raise(std::move(problems));
  return of;
}

SINEDIE_INLINE archive::archive(contents of, detail::shared<archive const> around_it, detail::shared<archive const> given_it)
    : around{std::move(around_it)},
      given{std::move(given_it)},
      all{around || given ? std::move(of) : checked(std::move(of))},
      told{all},
      odd{told},
      parties{all.of(sort::party)},
      venues{all.of(sort::venue)},
      series{all.of(sort::series)},
      who{all} {
  number_relations();
  index_names();
  draw_map();
}

SINEDIE_INLINE void archive::number_relations() {
  shelved.reserve(told.events());
  for (auto const& [id, place] : all.of(sort::event).in_order()) shelved.push_back(place);
  related.begins.push_back(0);
  related.group.resize(told.events());
  for (std::uint32_t e = 0; e < told.events(); ++e) related.group[e] = e;
  auto const first_of = [&](std::uint32_t e) {
    auto& group = related.group;
    while (group[e] != e) e = group[e] = group[group[e]];
    return e;
  };
  for (std::uint32_t e = 0; e < told.events(); ++e) {
    auto const at = told.event(e);
    auto const cells = at.home->events().relations[at.row];
    if (cells.empty()) continue;
    for (auto const& c : cells) {
      bool const timeless = c.kind == relation_kind::realised_as || c.kind == relation_kind::maybe_same_as;
      if (c.kind == relation_kind::realised_as && (realised.empty() || realised.back().first != e))
        if (auto const event = told.find_event(at.home->string(c.other)); event && *event != e) realised.emplace_back(e, *event);
      auto const other = timeless ? std::nullopt : told.find_event(at.home->string(c.other));
      related.others.push_back(other ? *other : nobody);
      if (!other) continue;
      auto const a = first_of(e), b = first_of(*other);
      related.group[std::max(a, b)] = std::min(a, b);
    }
    related.owners.push_back(e);
    related.begins.push_back(static_cast<std::uint32_t>(related.others.size()));
  }
  for (std::uint32_t e = 0; e < told.events(); ++e) related.group[e] = related.group[related.group[e]];
}

SINEDIE_INLINE void archive::index_names() {
  for (auto const at : all.of(sort::party).places) {
    if (!at.home) continue;
    auto const p = at.home->party_at(at.row);
    party_names.add(p.id());
    party_names.add(p.id(), p.name());
    for (auto const& alias : p.aliases()) party_names.add(p.id(), alias);
  }
  for (auto const at : all.of(sort::venue).places) {
    if (!at.home) continue;
    auto const v = at.home->venue_at(at.row);
    venue_names.add(v.id());
    venue_names.add(v.id(), v.name());
    for (auto const& alias : v.aliases()) venue_names.add(v.id(), alias);
  }
}

/// Which venue lies in which, and in which country, and whose that is.
SINEDIE_INLINE void archive::draw_map() {
  auto const& shelf = all.of(sort::venue);
  auto& map = places;
  auto const n = venues.size();
  map.outer.assign(n, nobody);
  map.country.assign(n, nobody);
  map.state.assign(n, nobody);
  map.owner.assign(n, nobody);
  map.begins.assign(n + 1, 0);
  for (std::uint32_t v = 0; v < n; ++v) {
    auto const at = shelf.find(venues[v]);
    auto const in = at.home->venues().in[at.row];
    if (in != 0) map.outer[v] = venues.find(at.home->string(in));
    if (map.outer[v] != nobody) ++map.begins[map.outer[v] + 1];
    if (auto const owner = at.home->venues().premises_of[at.row]; owner != 0) map.owner[v] = parties.find(at.home->string(owner));
    if (at.home->string(at.home->venues().kind[at.row]) != "country") continue;
    map.country[v] = v;
    map.state[v] = state_of(at, venues[v]);
  }
  for (std::uint32_t v = 0; v < n; ++v) map.begins[v + 1] += map.begins[v];
  map.within.resize(map.begins[n]);
  std::vector<std::uint32_t> next(map.begins.begin(), map.begins.end() - 1);
  for (std::uint32_t v = 0; v < n; ++v)
    if (map.outer[v] != nobody) map.within[next[map.outer[v]]++] = v;
  for (std::uint32_t v = 0; v < n; ++v)
    for (auto u = v; u != nobody && map.country[v] == nobody; u = map.outer[u]) map.country[v] = map.country[u];
  auto const own = map.owner;
  for (std::uint32_t v = 0; v < n; ++v)
    for (auto u = v; u != nobody && u != map.country[v] && map.owner[v] == nobody; u = map.outer[u]) map.owner[v] = own[u];
}

/// The state whose country it is: by the id, the names or the aliases that both bear.
SINEDIE_INLINE std::uint32_t archive::state_of(locator country, std::string_view id) const {
  auto const& shelf = all.of(sort::party);
  auto const is_state = [&](std::uint32_t p) {
    auto const at = shelf.find(parties[p]);
    return at.home->parties().kind[at.row] == static_cast<std::uint8_t>(party_kind::state);
  };
  if (auto const same = parties.find(id); same != nobody && is_state(same)) return same;
  std::vector<std::string> names{std::string{id}};
  auto const called = country.home->text(country.home->venues().name[country.row]);
  for (auto const& each : called.entries()) names.emplace_back(each.text);
  for (auto const alias : country.home->venues().aliases[country.row]) names.emplace_back(country.home->string(alias));
  for (auto const& name : names)
    for (auto const& found : party_names.find(name))
      if (auto const p = parties.find(found.str()); is_state(p)) return p;
  return nobody;
}

}  // namespace sinedie::detail
