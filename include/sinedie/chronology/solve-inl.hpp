// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/sweeper.hpp>
#include <sinedie/chronology/detail/tightener.hpp>
#include <sinedie/chronology/solve.hpp>

namespace sinedie::chronology {

namespace detail {

SINEDIE_INLINE std::vector<node> events_of(network const& net, std::vector<statement_number> const& some) {
  std::vector<node> events;
  for (auto const s : some) {
    for (auto [i, last] = laid_by(net.constraints(), s); i < last; ++i) {
      events.push_back(event_of(net.constraints()[i].from));
      events.push_back(event_of(net.constraints()[i].to));
    }
    for (auto [i, last] = laid_by(net.bounds(), s); i < last; ++i) events.push_back(event_of(net.bounds()[i].at));
  }
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  return events;
}

}  // namespace detail

SINEDIE_INLINE network only(network const& net, std::vector<statement_number> const& ascending) {
  auto const events = detail::events_of(net, ascending);
  auto const renumbered = [&](point p) {
    auto const at = std::lower_bound(events.begin(), events.end(), event_of(p)) - events.begin();
    return 2 * static_cast<point>(at) + p % 2;
  };
  network part{static_cast<node>(events.size())};
  for (statement_number k = 0; k < ascending.size(); ++k) {
    for (auto [i, last] = detail::laid_by(net.constraints(), ascending[k]); i < last; ++i) {
      auto const& c = net.constraints()[i];
      auto const laid = static_cast<std::uint32_t>(part.constraints().size());
      part.require(renumbered(c.from), renumbered(c.to), c.at_least, k, c.strict, c.clocks);
      auto const& gaps = net.calendar_gaps();
      auto const gap = std::lower_bound(gaps.begin(), gaps.end(), i,
                                        [](calendar_gap const& g, std::size_t at) { return g.constraint < at; });
      if (gap != gaps.end() && gap->constraint == i)
        part.add(calendar_gap{laid, renumbered(gap->anchor), gap->least, gap->less, gap->length});
    }
    for (auto [i, last] = detail::laid_by(net.bounds(), ascending[k]); i < last; ++i) {
      auto const& b = net.bounds()[i];
      part.limit(renumbered(b.at), b.earliest, b.value, k);
    }
    for (auto [i, last] = detail::laid_by(net.choices(), ascending[k]); i < last; ++i) {
      auto const& c = net.choices()[i];
      part.add(choice{event_of(renumbered(start_of(c.event))), k, c.members});
    }
    part.note(k);
  }
  return part;
}

namespace detail {

SINEDIE_INLINE bool holds(network const& net, pace& going) {
  findings found{net};
  if (!net.calendar_gaps().empty() || !net.choices().empty()) return tightener{net, found, going}.holds();
  return sweeper{net, found, going}.holds();
}

SINEDIE_INLINE solution solve(network const& net, pace& going) {
  solution made;
  findings found{net};
  do {
    made = {};
    if (!net.calendar_gaps().empty() || !net.choices().empty()) {
      tightener drawn{net, found, going};
      made = drawn.settle();
      drawn.tell(made);
    } else sweeper{net, found, going}.settle(made);
  } while (found.try_again(net, made.limits));
  made.clashes = std::move(found.clashes);
  made.set_aside = std::move(found.aside);
  std::sort(made.clashes.begin(), made.clashes.end(), [](clash const& x, clash const& y) { return x.statements < y.statements; });
  return made;
}

}  // namespace detail

SINEDIE_INLINE bool can_hold(network const& net, watcher* watching) {
  detail::pace going{watching};
  return detail::holds(net, going);
}

SINEDIE_INLINE solution solve(network const& net, watcher* watching) {
  detail::pace going{watching};
  return detail::solve(net, going);
}

}  // namespace sinedie::chronology
