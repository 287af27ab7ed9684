// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/counts.hpp>

namespace sinedie {

namespace detail {

using group_keys = std::vector<std::string>;

/// The parties for whom each participation counts, each list sorted.
[[nodiscard]] SINEDIE_INLINE std::vector<std::vector<std::string_view>> sides_of(compiled const& in, claim_fields const& f,
                                                                              time::limits const& when) {
  std::vector<std::vector<std::string_view>> sides;
  if (f.parties)
    for (auto const& p : *f.parties) sides.push_back(in.who.principals(p.on_behalf_of ? p.on_behalf_of->str() : p.party.str(), when));
  return sides;
}

/// "2025" or "2025-02" of a bound; the day's spelling has two parts more or one.
[[nodiscard]] SINEDIE_INLINE std::string period_of(time::instant i, grouping g) {
  auto day = time::to_day_string(i);
  for (int cut = g == grouping::year ? 2 : 1; cut > 0; --cut) day.resize(day.rfind('-'));
  return day;
}

/// All groups of an event, without repetition; none where it has none.
[[nodiscard]] SINEDIE_INLINE std::vector<group_keys> groups_of(compiled const& in, entry const& e, grouping g) {
  std::vector<group_keys> keys;
  auto const& limits = e.limits();
  switch (g) {
    case grouping::party:
    case grouping::pair: {
      auto const& f = e.fields();
      auto const sides = sides_of(in, f, limits);
      for (std::size_t i = 0; i < sides.size(); ++i)
        for (auto const one : sides[i]) {
          if (g == grouping::party) keys.push_back({std::string{one}});
          for (std::size_t j = i + 1; g == grouping::pair && j < sides.size(); ++j)
            for (auto const other : sides[j])
              if (one != other) keys.push_back({std::string{std::min(one, other)}, std::string{std::max(one, other)}});
        }
      break;
    }
    case grouping::venue: {
      auto const& f = e.fields();
      if (f.venues)
        for (auto const& choice : *f.venues)
          if (choice.kind != venue_choice::how::not_in)
            for (auto const& v : choice.venues) keys.push_back({v.str()});
      break;
    }
    case grouping::kind:
      if (!e.kind().empty()) keys.push_back({std::string{e.kind()}});
      break;
    case grouping::status:
      if (e.status()) keys.push_back({std::string{to_string(*e.status())}});
      break;
    case grouping::year:
    case grouping::month:
      if (!limits.start_min.is_bounded() || !limits.start_max.is_bounded()) break;
      if (auto period = period_of(limits.start_min, g); period == period_of(limits.start_max, g)) keys.push_back({std::move(period)});
      break;
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace detail

SINEDIE_INLINE std::optional<grouping> to_grouping(std::string_view word) noexcept {
  for (std::size_t i = 0; i < grouping_words.size(); ++i)
    if (grouping_words[i] == word) return static_cast<grouping>(i);
  return std::nullopt;
}

SINEDIE_INLINE std::string counted_group::key() const {
  if (keys.empty()) return "none";
  std::string text = keys.front();
  for (std::size_t i = 1; i < keys.size(); ++i) text += ',' + keys[i];
  return text;
}

SINEDIE_INLINE counts count_by(timeline const& t, query const& q, grouping g) {
  struct group {
    std::size_t count = 0;
    time::instant first = time::instant::future();
  };
  std::unordered_map<std::string, std::pair<group, detail::group_keys>> groups;  // by the keys in one
  std::size_t none = 0;
  counts made;
  for (auto const e : t.select(q)) {
    ++made.total;
    auto const keys = detail::groups_of(t.base(), e, g);
    if (keys.empty()) ++none;
    for (auto const& key : keys) {
      std::string joined;
      for (auto const& part : key) joined.append(part).push_back('\0');
      auto& [found, keys_of] = groups[joined];
      if (found.count == 0) keys_of = key;
      ++found.count;
      found.first = std::min(found.first, e.limits().start_min);
    }
  }
  std::vector<std::pair<group, detail::group_keys>> sorted;
  for (auto& [joined, found] : groups) sorted.push_back(std::move(found));
  bool const by_time = g == grouping::year || g == grouping::month;
  std::sort(sorted.begin(), sorted.end(), [&](auto const& a, auto const& b) {
    if (by_time && a.first.first != b.first.first) return a.first.first < b.first.first;
    return a.first.count != b.first.count ? a.first.count > b.first.count : a.second < b.second;
  });
  for (auto& [found, key] : sorted) made.groups.push_back({std::move(key), found.count});
  if (none > 0) made.groups.push_back({{}, none});
  return made;
}

}  // namespace sinedie
