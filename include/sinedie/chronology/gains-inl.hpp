// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <tuple>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/gains.hpp>
#include <sinedie/chronology/solve.hpp>

namespace sinedie::chronology {

namespace detail {

/// Of each event, one that stands for all that hang together with it by what is in force.
[[nodiscard]] inline std::vector<node> hanging_together(network const& net, solution const& solved) {
  std::vector<node> above(net.events());
  for (node v = 0; v < above.size(); ++v) above[v] = v;
  auto const top = [&](node v) {
    while (above[v] != v) v = above[v] = above[above[v]];
    return v;
  };
  for (auto const& c : net.constraints())
    if (!solved.set_aside[c.by]) above[top(event_of(c.from))] = top(event_of(c.to));
  for (node v = 0; v < net.events(); ++v) above[v] = top(v);
  return above;
}

}  // namespace detail

SINEDIE_INLINE std::vector<drop> gains(network const& net, solution const& solved, clash const& of, watcher* watching) {
  auto const top = detail::hanging_together(net, solved);
  std::vector<node> tops;
  for (auto const s : of.statements) {
    for (auto [i, last] = detail::laid_by(net.constraints(), s); i < last; ++i) {
      tops.push_back(top[event_of(net.constraints()[i].from)]);
      tops.push_back(top[event_of(net.constraints()[i].to)]);
    }
    for (auto [i, last] = detail::laid_by(net.bounds(), s); i < last; ++i) tops.push_back(top[event_of(net.bounds()[i].at)]);
  }
  std::sort(tops.begin(), tops.end());
  tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
  auto const concerned = [&](point p) { return std::binary_search(tops.begin(), tops.end(), top[event_of(p)]); };
  std::vector<statement_number> in_force;
  for (auto const& c : net.constraints())
    if (!solved.set_aside[c.by] && concerned(c.from)) in_force.push_back(c.by);
  for (auto const& b : net.bounds())
    if (!solved.set_aside[b.by] && concerned(b.at)) in_force.push_back(b.by);
  std::sort(in_force.begin(), in_force.end());
  in_force.erase(std::unique(in_force.begin(), in_force.end()), in_force.end());

  auto const with = [](std::vector<statement_number> all, statement_number s) {
    auto const at = std::lower_bound(all.begin(), all.end(), s);
    if (at == all.end() || *at != s) all.insert(at, s);
    return all;
  };
  std::vector<drop> drops;
  for (std::uint32_t i = 0; i < of.statements.size(); ++i) {
    auto held = in_force;
    if (auto const at = std::lower_bound(held.begin(), held.end(), of.statements[i]); at != held.end() && *at == of.statements[i])
      held.erase(at);
    auto all = held;
    for (auto const s : of.statements)
      if (s != of.statements[i]) all = with(std::move(all), s);
    auto const others = static_cast<std::uint32_t>(of.statements.size() - 1);
    if (can_hold(only(net, all), watching)) {
      drops.push_back({i, others, true});
      continue;
    }
    std::uint32_t freed = 0;
    for (auto const s : of.statements) {
      if (s == of.statements[i]) continue;
      if (auto more = with(held, s); more.size() == held.size() || can_hold(only(net, more), watching)) {
        held = std::move(more);
        ++freed;
      }
    }
    drops.push_back({i, freed, false});
  }
  return drops;
}

SINEDIE_INLINE void rank(std::vector<drop>& drops, std::vector<int> const& footing) {
  auto const key = [&](drop const& d) { return std::tuple{!d.settles, footing[d.statement], ~d.freed, ~d.statement}; };
  std::sort(drops.begin(), drops.end(), [&](drop const& x, drop const& y) { return key(x) < key(y); });
}

}  // namespace sinedie::chronology
