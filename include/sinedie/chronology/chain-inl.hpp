// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <sinedie/chronology/chain.hpp>
#include <sinedie/chronology/detail/each_statement.hpp>
#include <sinedie/chronology/solve.hpp>

namespace sinedie::chronology {

namespace detail {

/// What a calendar gap or a choice was drawn tighter by.
inline void add_what_is_rested_on(each_statement& chain, solution const& solved) {
  for (std::size_t i = 0; i < chain.size(); ++i) {
    auto const& all = solved.tightenings;
    auto const found =
        std::lower_bound(all.begin(), all.end(), chain[i], [](tightening const& t, statement_number n) { return t.by < n; });
    if (found == all.end() || found->by != chain[i]) continue;
    for (auto const s : found->rests_on) chain.add(s);
  }
}

/// Leaves out, from the last on, whatever the rest says the same without; whether that is any.
template <typename SaysTheSame>
bool cut_down(std::vector<statement_number>& chain, SaysTheSame says_the_same) {
  auto const before = chain.size();
  if (before < 2 || before > most_looked_through) return false;
  for (auto i = before; i-- > 0;) {
    auto rest = chain;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    std::sort(rest.begin(), rest.end());
    if (says_the_same(rest)) chain.erase(chain.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return chain.size() != before;
}

/// What some statements say by themselves.
struct said_alone {
  std::vector<node> events;
  network net;
  solution solved;

  said_alone(network const& of, std::vector<statement_number> const& ascending)
      : events{events_of(of, ascending)}, net{only(of, ascending)}, solved{solve(net)} {}

  [[nodiscard]] std::optional<node> find(node v) const {
    auto const at = std::lower_bound(events.begin(), events.end(), v);
    return at != events.end() && *at == v ? std::optional{static_cast<node>(at - events.begin())} : std::nullopt;
  }
};

/// The way that gave a limit, no further than so many statements. Whether it comes back to an event, and so may lead a longer way round
/// than it has to.
inline std::pair<each_statement, bool> way_of(network const& net, solution const& solved, point at, bool earliest, std::size_t most) {
  each_statement way;
  std::vector<node> met{event_of(at)};
  auto const& by = earliest ? solved.earliest_by : solved.latest_by;
  // At the ends of the axis, where limits are held back, a way may lead round.
  for (std::size_t steps = 0; steps <= net.points() && by[at].any() && way.size() <= most; ++steps) {
    auto const s = by[at];
    if (s.is_own()) {
      at = earliest ? at - 1 : at + 1;
      continue;
    }
    way.add(stated_by(net, s));
    if (s.is_bound()) break;
    auto const& c = net.constraints()[s.place()];
    at = earliest ? c.from : c.to;
    met.push_back(event_of(at));
  }
  std::sort(met.begin(), met.end());
  bool const back = std::adjacent_find(met.begin(), met.end()) != met.end();
  return {std::move(way), back};
}

SINEDIE_INLINE looked_through look_through(network const& net, solution const& solved, point at, bool earliest) {
  auto [way, back] = way_of(net, solved, at, earliest, most_looked_through);
  auto const bare = way.size();
  if (bare <= most_looked_through) add_what_is_rested_on(way, solved);
  looked_through made;
  if (way.size() > most_looked_through || (way.size() == bare && !back)) return made;
  made.chain = way.take();
  made.tried = made.chain.size();
  auto const limit = limit_at(solved.limits[event_of(at)], at, earliest);
  made.shorter = cut_down(made.chain, [&](std::vector<statement_number> const& rest) {
    said_alone const alone{net, rest};
    auto const v = alone.find(event_of(at));
    return v && limit_at(alone.solved.limits[*v], at, earliest) == limit;
  });
  if (!made.shorter) return made;
  // Without what was left out another way leads there.
  auto some = made.chain;
  std::sort(some.begin(), some.end());
  said_alone const alone{net, some};
  each_statement in_order;
  auto const v = alone.find(event_of(at)).value();
  for (auto const s : way_of(alone.net, alone.solved, 2 * v + at % 2, earliest, some.size()).first.take()) in_order.add(some[s]);
  for (auto const s : made.chain) in_order.add(s);
  made.chain = in_order.take();
  return made;
}

}  // namespace detail

SINEDIE_INLINE std::vector<statement_number> chain_of(network const& net, solution const& solved, point at, bool earliest) {
  if (auto looked = detail::look_through(net, solved, at, earliest); looked.tried != 0) return std::move(looked.chain);
  auto way = detail::way_of(net, solved, at, earliest, net.statements()).first;
  detail::add_what_is_rested_on(way, solved);
  return way.take();
}

}  // namespace sinedie::chronology
