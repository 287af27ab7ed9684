// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <limits>

#include <sinedie/chronology/comparison.hpp>
#include <sinedie/chronology/detail/all_reached.hpp>
#include <sinedie/chronology/detail/rings.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

namespace detail {

/// Of each point, the lowest place of an event that a way leads to from it, what is set aside included. Linear.
[[nodiscard]] inline std::vector<std::uint32_t> lowest_reached(arcs const& out, std::vector<std::uint32_t> const& place) {
  auto const points = static_cast<point>(2 * place.size());
  std::vector<point> all(points);
  for (point p = 0; p < points; ++p) all[p] = p;
  auto const found = group_finder{points}.find(out, all, std::vector<std::uint8_t>(points, 1));
  std::vector<std::uint32_t> lowest(points);
  for (point p = 0; p < points; ++p) lowest[p] = place[event_of(p)];
  auto end = found.members.size();
  for (std::size_t g = found.first.size(); g-- > 0;) {
    auto const first = found.first[g];
    auto least = lowest[found.members[first]];
    for (auto i = first; i < end; ++i) {
      auto const p = found.members[i];
      least = std::min(least, lowest[p]);
      if (is_start(p)) least = std::min(least, lowest[p + 1]);
      for (auto const* a = out.begin(p); a != out.end(p); ++a) least = std::min(least, lowest[a->to]);
    }
    for (auto i = first; i < end; ++i) lowest[found.members[i]] = least;
    end = first;
  }
  return lowest;
}

}  // namespace detail

/// Groups are stretches of the row, since between two groups all pairs are certain in the same direction. From the last event to
/// the first it is estimated how far behind it there may be one that it doesn't precede for certain: an event precedes all that its
/// direct successors do. Where that is farther than its group is known to reach, it is looked for.
SINEDIE_INLINE std::vector<std::vector<node>> open_groups(comparison const& known, std::vector<node> const& row) {
  auto const& limits = known.solved().limits;
  auto const n = row.size();
  if (n != known.net().events()) sinedie::detail::raise(errc::bad_argument, "the row isn't of all events");
  std::vector<std::uint32_t> place(n);
  for (std::uint32_t i = 0; i < n; ++i) place[row[i]] = i;
  std::vector<time::instant> first_start(n + 1, time::instant::future());  // from each place on
  for (std::size_t i = n; i-- > 0;) first_start[i] = std::min(first_start[i + 1], limits[row[i]].start_min);

  std::vector<std::size_t> farthest(n);  // at most
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
    while (last > i && (ends < limits[row[last]].start_min || std::binary_search(next.begin(), next.end(), last))) --last;
    farthest[i] = last;
  }

  std::vector<std::uint32_t> lowest;
  auto const found_beyond = [&](std::size_t i, std::size_t known_last) {
    if (lowest.empty()) lowest = detail::lowest_reached(known.out_, place);
    detail::fence const within{lowest, static_cast<std::uint32_t>(farthest[i])};
    auto const ahead = known.reach(end_of(row[i]), true, std::nullopt, false, &within);
    for (auto k = farthest[i]; k > known_last; --k) {
      if (limits[row[i]].end_max < limits[row[k]].start_min) continue;
      auto const way = ahead.find(start_of(row[k]));
      if (way == ahead.end() || !way->second.is_later()) return k;
    }
    return known_last;
  };
  std::vector<std::vector<node>> groups;
  for (std::size_t first = 0; first < n;) {
    std::size_t last = first;
    for (std::size_t i = first; i <= last; ++i)
      if (farthest[i] > last) last = found_beyond(i, last);
    groups.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(first), row.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    first = last + 1;
  }
  return groups;
}

}  // namespace sinedie::chronology
