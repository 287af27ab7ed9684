// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <limits>

#include <sinedie/chronology/comparison.hpp>
#include <sinedie/chronology/detail/all_reached.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

/// Groups are stretches of the row, since between two groups all pairs are certain in the same direction. From the last event to
/// the first it is found how far behind it there is one that it doesn't precede for certain; such stretches, joined where they
/// overlap, are the groups. An event precedes all that its direct successors do, so few have to be followed far.
SINEDIE_INLINE std::vector<std::vector<node>> open_groups(comparison const& known, std::vector<node> const& row) {
  auto const& limits = known.solved().limits;
  auto const n = row.size();
  if (n != known.net().events()) sinedie::detail::raise(errc::bad_argument, "the row isn't of all events");
  std::vector<std::size_t> place(n);
  for (std::size_t i = 0; i < n; ++i) place[row[i]] = i;
  std::vector<time::instant> first_start(n + 1, time::instant::future());  // from each place on
  for (std::size_t i = n; i-- > 0;) first_start[i] = std::min(first_start[i + 1], limits[row[i]].start_min);

  std::vector<std::size_t> farthest(n);
  std::vector<std::size_t> next;
  for (std::size_t i = n; i-- > 0;) {
    auto const ends = limits[row[i]].end_max;
    auto last = static_cast<std::size_t>(std::upper_bound(first_start.begin(), first_start.begin() + static_cast<std::ptrdiff_t>(n), ends) -
                                         first_start.begin());
    last = std::max(last, i + 1) - 1;
    next.clear();
    known.each_next(row[i], [&](node v) {
      if (place[v] <= i) return;
      next.push_back(place[v]);
      last = std::min(last, std::max(farthest[place[v]], i));
    });
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    auto const precedes_by_these = [&](std::size_t k) {
      return ends < limits[row[k]].start_min || std::binary_search(next.begin(), next.end(), k);
    };
    while (last > i && precedes_by_these(last)) --last;
    if (last > i) {
      auto const ahead = known.reach(end_of(row[i]), true);
      for (; last > i; --last) {
        auto const way = ahead.find(start_of(row[last]));
        if (!precedes_by_these(last) && (way == ahead.end() || !way->second.is_later())) break;
      }
    }
    farthest[i] = last;
  }
  std::vector<std::vector<node>> groups;
  for (std::size_t first = 0; first < n;) {
    std::size_t last = first;
    for (std::size_t i = first; i <= last; ++i) last = std::max(last, farthest[i]);
    groups.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(first), row.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    first = last + 1;
  }
  return groups;
}

}  // namespace sinedie::chronology
