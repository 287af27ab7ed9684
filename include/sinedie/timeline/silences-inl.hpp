// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include <sinedie/timeline/silences.hpp>

namespace sinedie {

namespace detail {

/// What is known of when an event of a query is.
struct occasion {
  entry who;
  time::limits when;
};

/// Those that are bounded on all sides, by their earliest start; the rest apart.
struct occasions {
  std::vector<occasion> bounded;
  std::vector<time::limits> vague;
};

[[nodiscard]] SINEDIE_INLINE occasions occasions_of(selection const& found) {
  occasions made;
  for (auto const e : found) {
    auto const& l = e.limits();
    if (l.start_min.is_bounded() && l.start_max.is_bounded() && l.end_min.is_bounded() && l.end_max.is_bounded())
      made.bounded.push_back({e, l});
    else made.vague.push_back(l);
  }
  std::sort(made.bounded.begin(), made.bounded.end(), [](occasion const& a, occasion const& b) {
    if (a.when.start_min != b.when.start_min) return a.when.start_min < b.when.start_min;
    return a.who.position() < b.who.position();
  });
  return made;
}

}  // namespace detail

SINEDIE_INLINE std::vector<silence> silences(timeline const& t, query const& q, std::size_t most) {
  auto const found = t.select(q);
  auto const all = detail::occasions_of(found);
  struct stretch {
    silence what;
    time::instant from;  // no earlier than this, no later than that
    time::instant to;
    std::size_t place;
  };
  std::vector<stretch> stretches;
  // Of those before: the one that may end last, and the latest of the earliest ends.
  std::optional<std::size_t> last;
  auto surely = time::instant::past();
  for (std::size_t i = 0; i < all.bounded.size(); ++i) {
    auto const& [who, when] = all.bounded[i];
    if (last) {
      auto const& before = all.bounded[*last];
      auto const between = [](time::instant a, time::instant b) { return std::max<std::int64_t>(0, b.seconds() - a.seconds() - 1); };
      auto const most_seconds = between(surely, when.start_max);
      if (most_seconds > 0)
        stretches.push_back(
            {{before.who.id(), who.id(), between(before.when.end_max, when.start_min), most_seconds, 0}, surely, when.start_max, i});
    }
    if (!last || all.bounded[*last].when.end_max < when.end_max) last = i;
    surely = std::max(surely, when.end_min);
  }
  std::sort(stretches.begin(), stretches.end(), [](stretch const& a, stretch const& b) {
    if (a.what.at_least != b.what.at_least) return a.what.at_least > b.what.at_least;
    return a.what.at_most != b.what.at_most ? a.what.at_most > b.what.at_most : a.place < b.place;
  });
  std::vector<silence> longest;
  for (auto& s : stretches) {
    if (longest.size() == most) break;
    for (auto const& l : all.vague)
      if (l.start_min < s.to && s.from < l.end_max) ++s.what.perhaps_broken;
    longest.push_back(std::move(s.what));
  }
  return longest;
}

SINEDIE_INLINE std::vector<run> runs(timeline const& t, query const& q, time::duration const& apart) {
  auto const found = t.select(q);
  auto const all = detail::occasions_of(found);
  std::vector<run> made;
  run now;
  auto until = time::instant::past();
  auto const close = [&] {
    if (now.events.size() > 1) made.push_back(now);
    now.events.clear();
  };
  for (auto const& [who, when] : all.bounded) {
    if (!now.events.empty() && until.plus(apart.seconds_max()) < when.start_min) close();
    now.events.push_back(who.id());
    until = std::max(until, when.end_max);
  }
  close();
  return made;
}

}  // namespace sinedie
