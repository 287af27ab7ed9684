// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/growing-inl.hpp>
#include <sinedie/chronology/solve.hpp>

namespace sinedie::chronology {

/// Settles events that clash with nothing, in topological order as far as there is one. False where they are too far to be followed.
SINEDIE_INLINE bool growing::settle_all(std::vector<node> const& events) {
  std::vector<std::uint32_t> waits(events.size() * 2, 0);
  auto const place = [&](point p) {
    return 2 * static_cast<std::size_t>(std::lower_bound(events.begin(), events.end(), event_of(p)) - events.begin()) + p % 2;
  };
  bool const all = events.size() == net_.events();
  auto const index = [&](point p) { return all ? std::size_t{p} : place(p); };
  for (auto const v : events)
    for (point const p : {start_of(v), end_of(v)}) {
      auto& at = points_[p];
      at.earliest = stated_earliest(p, at.earliest_by);
      at.latest = stated_latest(p, at.latest_by);
      each_in(p, [&](point, std::int64_t, bool, support) { ++waits[index(p)]; });
    }
  std::vector<point> row;
  row.reserve(events.size() * 2);
  for (auto const v : events)
    for (point const p : {start_of(v), end_of(v)})
      if (waits[index(p)] == 0) row.push_back(p);
  for (std::size_t i = 0; i < row.size(); ++i)
    each_out(row[i], [&](point to, std::int64_t, bool, support) {
      if (--waits[index(to)] == 0) row.push_back(to);
    });
  for (auto const v : events)
    for (point const p : {start_of(v), end_of(v)})
      if (waits[index(p)] != 0) row.push_back(p);
  for (auto const p : row) points_[p].queued = true;
  queue_ = row;
  bool fits = spread_earliest(none);
  if (fits) {
    for (auto const p : row) points_[p].queued = true;
    queue_.assign(row.rbegin(), row.rend());
    fits = spread_latest();
  }
  for (auto const p : queue_) points_[p].queued = false;
  queue_.clear();
  journal_.clear();
  return fits;
}

/// Solves all that hangs together with these points, withdrawn statements left out.
SINEDIE_INLINE void growing::solve_afresh(std::vector<point> const& from) {
  std::vector<node> events;
  std::vector<statement_number> statements;
  auto const reach = [&](node v) {
    if (points_[start_of(v)].collected) return;
    points_[start_of(v)].collected = true;
    events.push_back(v);
  };
  for (auto const p : from) reach(event_of(p));
  for (std::size_t i = 0; i < events.size(); ++i)
    for (point const p : {start_of(events[i]), end_of(events[i])}) {
      auto const hear = [&](statement_number by) {
        if (state_[by] != withdrawn) statements.push_back(by);
        return state_[by] != withdrawn;
      };
      for (auto k = points_[p].first_out; k != none; k = links_[k].next_out)
        if (hear(net_.constraints()[k].by)) reach(event_of(net_.constraints()[k].to));
      for (auto k = points_[p].first_in; k != none; k = links_[k].next_in)
        if (hear(net_.constraints()[k].by)) reach(event_of(net_.constraints()[k].from));
      for (auto k = points_[p].first_bound; k != none; k = next_bound_[k]) (void)hear(net_.bounds()[k].by);
    }
  std::sort(events.begin(), events.end());
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
  for (auto const v : events) points_[start_of(v)].collected = false;

  auto const solved = solve(only(net_, statements));
  auto const known = [&](statement_number s) { return std::binary_search(statements.begin(), statements.end(), s); };
  clashes_.erase(std::remove_if(clashes_.begin(), clashes_.end(),
                                [&](clash const& c) {
                                  return std::any_of(c.statements.begin(), c.statements.end(),
                                                     [&](statement_number s) { return state_[s] == withdrawn || known(s); });
                                }),
                 clashes_.end());
  bool plain = solved.clashes.empty();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    state_[statements[i]] = solved.set_aside[i] ? set_aside : in_force;
    plain = plain && is_plain(statements[i]);
  }
  for (auto c : solved.clashes) {
    for (auto& s : c.statements) s = statements[s];
    clashes_.push_back(std::move(c));
  }
  std::sort(clashes_.begin(), clashes_.end(), [](clash const& a, clash const& b) { return a.statements < b.statements; });

  // Events that no statement speaks of any more aren't in the part.
  auto const spoken_of = detail::events_of(net_, statements);
  for (auto const v : events) {
    points_[start_of(v)].afresh = points_[end_of(v)].afresh = false;
    take_back(v);
  }
  if (plain && settle_all(events)) return;
  for (auto const v : events) {
    points_[start_of(v)].afresh = points_[end_of(v)].afresh = true;
    auto const at = std::lower_bound(spoken_of.begin(), spoken_of.end(), v);
    bool const spoken = at != spoken_of.end() && *at == v;
    give(v, spoken ? solved.limits[static_cast<std::size_t>(at - spoken_of.begin())] : time::limits::none());
  }
}

/// What hangs together with a contradiction or the calendar is marked, and has the limits that were found; all else is settled here.
SINEDIE_INLINE void growing::settle_from(solution const& solved) {
  std::vector<point> delicate;
  auto const mark = [&](statement_number s, bool bounds) {
    for (auto [i, last] = detail::laid_by(net_.constraints(), s); i < last; ++i) delicate.push_back(net_.constraints()[i].from);
    if (!bounds) return;
    for (auto [i, last] = detail::laid_by(net_.bounds(), s); i < last; ++i) delicate.push_back(net_.bounds()[i].at);
  };
  for (auto const& c : clashes_)
    for (auto const s : c.statements) mark(s, true);
  for (statement_number s = 0; s < net_.statements(); ++s)
    if (state_[s] == set_aside || (state_[s] == in_force && !is_plain(s))) mark(s, state_[s] == in_force);
  std::vector<point> reached;
  auto const reach = [&](point p) {
    for (point const q : {start_of(event_of(p)), end_of(event_of(p))})
      if (!points_[q].afresh) points_[q].afresh = true, reached.push_back(q);
  };
  for (auto const p : delicate) reach(p);
  auto const follow = [&](std::uint32_t k, point to) {
    if (state_[net_.constraints()[k].by] != withdrawn) reach(to);
  };
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (auto k = points_[reached[i]].first_out; k != none; k = links_[k].next_out) follow(k, net_.constraints()[k].to);
    for (auto k = points_[reached[i]].first_in; k != none; k = links_[k].next_in) follow(k, net_.constraints()[k].from);
  }
  std::vector<node> plain;
  for (node v = 0; v < net_.events(); ++v) {
    if (points_[start_of(v)].afresh) give(v, solved.limits[v]);
    else plain.push_back(v);
  }
  if (settle_all(plain)) return;
  for (auto const v : plain) {
    points_[start_of(v)].afresh = points_[end_of(v)].afresh = true;
    give(v, solved.limits[v]);
  }
}

SINEDIE_INLINE void growing::give(node v, time::limits const& limits) {
  if (given_at_[v] == none && !free_.empty()) {
    given_at_[v] = free_.back();
    free_.pop_back();
  } else if (given_at_[v] == none) {
    given_at_[v] = static_cast<std::uint32_t>(given_.size());
    given_.emplace_back();
  }
  given_[given_at_[v]] = limits;
}
SINEDIE_INLINE void growing::take_back(node v) {
  if (given_at_[v] != none) free_.push_back(std::exchange(given_at_[v], none));
}

}  // namespace sinedie::chronology
