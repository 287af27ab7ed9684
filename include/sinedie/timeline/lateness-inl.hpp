// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <unordered_map>

#include <sinedie/timeline/counts-inl.hpp>
#include <sinedie/timeline/lateness.hpp>

namespace sinedie {

SINEDIE_INLINE std::vector<late_event> overdue(timeline const& t) {
  std::vector<late_event> found;
  for (auto const e : t) {
    if (!e.has(flag::overdue)) continue;
    if (auto const* const d = e.stated()) found.push_back({e.id(), d->start_max(), true});
    else if (auto const* const w = e.expected()) found.push_back({e.id(), w->hull().last(), false});
  }
  std::sort(found.begin(), found.end(), [](late_event const& a, late_event const& b) {
    return a.latest != b.latest ? a.latest < b.latest : a.event.str() < b.event.str();
  });
  return found;
}

SINEDIE_INLINE std::vector<quiet_event> without_news(timeline const& t, std::uint32_t days) {
  std::vector<quiet_event> found;
  if (!t.as_of()) return found;
  auto const end = time::span::day(*t.as_of()).last();
  for (auto const e : t) {
    if (e.occurs() != truth::maybe) continue;
    auto const& told = *e.compilation().told;
    auto const event = told.find_event(e.id().str());
    auto news = time::instant::past();
    for (auto r = told.first_of(*event); r != told.last_of(*event) && told[r].first <= end; ++r)
      news = std::max(news, std::min(told[r].last, end));
    auto const day = news.is_bounded() ? detail::day_of(news) : std::nullopt;
    if (day && std::int64_t{(*t.as_of() - *day).count()} >= std::int64_t{days}) found.push_back({e.id(), *day});
  }
  std::sort(found.begin(), found.end(), [](quiet_event const& a, quiet_event const& b) {
    return a.last_news != b.last_news ? a.last_news < b.last_news : a.event.str() < b.event.str();
  });
  return found;
}

SINEDIE_INLINE slips slips_of(knowledge const& k, event_id const& id, knowledge_day until) {
  return slips_in(k.history(id, until), until ? until : k.own_day());
}

SINEDIE_INLINE std::vector<slip_group> slips_by_event(knowledge const& k, knowledge_day until) {
  auto const t = until ? k.as_of(*until) : k.as_of();
  std::vector<slip_group> list;
  for (auto const place : t.compilation().by_id)
    if (event_id const id{t.compilation().entries.id(place)}; t.find_event(id)) list.push_back({id.str(), slips_of(k, id, until)});
  return list;
}

SINEDIE_INLINE std::vector<slip_group> slips_by(knowledge const& k, grouping g, knowledge_day until) {
  auto const t = until ? k.as_of(*until) : k.as_of();
  std::unordered_map<std::string, slips> groups;
  for (auto const e : t) {
    auto const s = slips_of(k, e.id(), until);
    auto const keys = detail::groups_of(t.base(), e, g);
    if (keys.empty()) groups["none"] += s;
    for (auto const& each : keys) groups[counted_group{each}.key()] += s;
  }
  std::vector<slip_group> list;
  for (auto const& [key, sum] : groups) list.push_back({key, sum});
  std::sort(list.begin(), list.end(), [](auto const& a, auto const& b) { return a.key < b.key; });
  return list;
}

}  // namespace sinedie
