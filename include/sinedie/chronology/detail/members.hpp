// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The dates of which a stated one is one: the members of a one-of set, and what unspecified digits leave (`2025-XX-10`).

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/readings.hpp>

namespace sinedie::chronology::detail {

/// One window for each stretch of them.
inline void join_adjacent(std::vector<time::limits>& windows) {
  std::sort(windows.begin(), windows.end(), [](auto const& a, auto const& b) { return a.start_min < b.start_min; });
  std::size_t kept = 0;
  for (auto const& w : windows) {
    if (kept > 0 && w.start_min <= windows[kept - 1].start_max.plus(1)) {
      auto& last = windows[kept - 1];
      last.start_max = last.end_max = std::max(last.end_max, w.end_max);
    } else {
      windows[kept++] = w;
    }
  }
  windows.resize(kept);
}

/// Each one's limits, earliest first, days or months that follow each other as one; none of what has no alternatives, of an
/// interval and of an all-of set. A range with an open end counts from its first day, or to its last. What leaves more than a
/// thousand is one: its hull.
[[nodiscard]] inline std::vector<time::limits> members_of(time::dating const& d) {
  std::vector<time::limits> found;
  auto text = d.text();
  if (!d.has_alternatives() || d.lasts() || text.starts_with('{')) return found;
  if (!text.starts_with('[')) {
    found = sinedie::detail::alternatives_of(d);
    join_adjacent(found);
    return found;
  }
  text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    auto const comma = text.find(',');
    auto member = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    while (!member.empty() && member.front() == ' ') member.remove_prefix(1);
    while (!member.empty() && member.back() == ' ') member.remove_suffix(1);
    auto const dots = member.find("..");
    auto const one = [&](std::string_view part) { return time::dating::try_parse(part, d.stated_in()); };
    if (dots == std::string_view::npos) {
      if (auto const day = one(member))
        for (auto const& window : sinedie::detail::alternatives_of(*day)) found.push_back(window);
      continue;
    }
    auto hull = time::limits::none();
    if (auto const first = one(member.substr(0, dots))) hull.start_min = hull.end_min = first->start_min();
    if (auto const last = one(member.substr(dots + 2))) hull.start_max = hull.end_max = last->end_max();
    found.push_back(hull);
  }
  join_adjacent(found);
  return found;
}

}  // namespace sinedie::chronology::detail
