// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

/// All arcs that lead from a point and are in force, its own to its end included.
template <typename Use>
void growing::each_out(point p, Use use) const {
  if (is_start(p)) use(p + 1, std::int64_t{0}, false, support::by_own_other_point());
  for (auto i = points_[p].first_out; i != none; i = links_[i].next_out)
    if (auto const& c = net_.constraints()[i]; in_use(c.by) && carries(i)) use(c.to, c.at_least, c.strict, support::by_constraint(i));
}
template <typename Use>
void growing::each_in(point p, Use use) const {
  if (!is_start(p)) use(p - 1, std::int64_t{0}, false, support::by_own_other_point());
  for (auto i = points_[p].first_in; i != none; i = links_[i].next_in)
    if (auto const& c = net_.constraints()[i]; in_use(c.by) && carries(i)) use(c.from, c.at_least, c.strict, support::by_constraint(i));
}

SINEDIE_INLINE growing::growing(chronology::network net) : net_{std::move(net)}, state_(net_.statements(), in_force) {
  grow_points();
  auto const solved = solve(net_);
  for (statement_number s = 0; s < net_.statements(); ++s) state_[s] = solved.set_aside[s] ? set_aside : in_force;
  clashes_ = solved.clashes;
  settle_from(solved);
}

SINEDIE_INLINE growing::growing(chronology::network net, solution const& solved)
    : net_{std::move(net)}, state_(net_.statements(), in_force) {
  if (solved.limits.size() != net_.events() || solved.set_aside.size() != net_.statements())
    sinedie::detail::raise(errc::bad_argument, "the solution is another network's");
  grow_points();
  for (statement_number s = 0; s < net_.statements(); ++s)
    if (solved.set_aside[s]) state_[s] = withdrawn;
  settle_from(solved);
}

SINEDIE_INLINE void growing::grow_points() {
  auto const known_constraints = static_cast<std::uint32_t>(links_.size());
  auto const known_bounds = static_cast<std::uint32_t>(next_bound_.size());
  points_.resize(net_.points(),
                 {{long_ago, 0}, detail::far_future, {}, {}, none, none, none, false, false, false});
  given_at_.resize(net_.events(), none);
  links_.resize(net_.constraints().size());
  next_bound_.resize(net_.bounds().size());
  for (auto i = known_constraints; i < links_.size(); ++i) {
    auto const& c = net_.constraints()[i];
    links_[i] = {std::exchange(points_[c.from].first_out, i), std::exchange(points_[c.to].first_in, i)};
  }
  for (auto i = known_bounds; i < next_bound_.size(); ++i)
    next_bound_[i] = std::exchange(points_[net_.bounds()[i].at].first_bound, i);
}

SINEDIE_INLINE node growing::add_event() {
  auto const v = net_.add_event();
  grow_points();
  return v;
}

/// Whether it can be followed locally: near enough, and no matter of the calendar.
SINEDIE_INLINE bool growing::is_plain(statement_number by) const {
  for (auto [i, last] = detail::laid_by(net_.constraints(), by); i < last; ++i) {
    auto const at_least = net_.constraints()[i].at_least;
    if (at_least > longest || at_least < -longest) return false;
    auto const& gaps = net_.calendar_gaps();
    auto const gap = std::lower_bound(gaps.begin(), gaps.end(), i,
                                      [](calendar_gap const& g, std::size_t at) { return g.constraint < at; });
    if (gap != gaps.end() && gap->constraint == i) return false;
  }
  for (auto [i, last] = detail::laid_by(net_.bounds(), by); i < last; ++i) {
    auto const value = detail::raw(net_.bounds()[i].value);
    if (value > far || value < -far) return false;
  }
  auto const [i, last] = detail::laid_by(net_.choices(), by);
  return i == last;
}

SINEDIE_INLINE growing::path growing::stated_earliest(point p, support& by) const {
  path best{long_ago, 0};
  by = {};
  for (auto i = points_[p].first_bound; i != none; i = next_bound_[i])
    if (auto const& b = net_.bounds()[i]; b.earliest && in_use(b.by))
      if (path const stated{detail::raw(b.value), 0}; best < stated) best = stated, by = support::by_bound(i);
  return best;
}
SINEDIE_INLINE std::int64_t growing::stated_latest(point p, support& by) const {
  auto best = detail::far_future;
  by = {};
  for (auto i = points_[p].first_bound; i != none; i = next_bound_[i])
    if (auto const& b = net_.bounds()[i]; !b.earliest && in_use(b.by) && detail::raw(b.value) < best)
      best = detail::raw(b.value), by = support::by_bound(i);
  return best;
}

/// False where that is past the latest that is stated, or too far to be followed.
SINEDIE_INLINE bool growing::raise(point p, path to, support by) {
  auto& at = points_[p];
  if (!(at.earliest < to)) return true;
  journal_.push_back({p, true, at.earliest, 0, at.earliest_by});
  at.earliest = to;
  at.earliest_by = by;
  if (!at.queued) at.queued = true, queue_.push_back(p);
  if (too_far_ = !can_be_followed(to.seconds); too_far_) return false;
  if (at.first_bound == none) return true;
  support unused;
  return to.seconds <= stated_latest(p, unused);
}

/// False where that is too far to be followed.
SINEDIE_INLINE bool growing::lower(point p, std::int64_t to, support by) {
  auto& at = points_[p];
  if (to >= at.latest) return true;
  journal_.push_back({p, false, {}, at.latest, at.latest_by});
  at.latest = to;
  at.latest_by = by;
  if (!at.queued) at.queued = true, queue_.push_back(p);
  too_far_ = to < -far;
  return !too_far_;
}

/// False where a ring closes, which moves `never`, or some point can't move so far. The queue is then left to `undo`.
SINEDIE_INLINE bool growing::spread_earliest(point never) {
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    point const p = queue_[head];
    points_[p].queued = false;
    auto const from = points_[p].earliest;
    bool fits = true;
    each_out(p, [&](point to, std::int64_t at_least, bool strict, support by) {
      path const then{from.seconds + at_least, from.strictly + (strict ? 1 : 0)};
      if (!fits || !(points_[to].earliest < then)) return;
      fits = to != never && raise(to, then, by);
    });
    if (!fits) return false;
  }
  queue_.clear();
  return true;
}

SINEDIE_INLINE bool growing::spread_latest() {
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    point const p = queue_[head];
    points_[p].queued = false;
    auto const latest = points_[p].latest;
    if (latest == detail::far_future) continue;
    bool fits = true;
    each_in(p, [&](point from, std::int64_t at_least, bool, support by) { fits = fits && lower(from, latest - at_least, by); });
    if (!fits) return false;
  }
  queue_.clear();
  return true;
}

SINEDIE_INLINE void growing::undo() {
  for (auto const p : queue_) points_[p].queued = false;
  queue_.clear();
  for (auto c = journal_.rbegin(); c != journal_.rend(); ++c) {
    auto& at = points_[c->at];
    if (c->was_earliest) at.earliest = c->earliest, at.earliest_by = c->by;
    else at.latest = c->latest, at.latest_by = c->by;
  }
  journal_.clear();
}

/// Follows what a new statement says, one part after another: until then all could hold, so whatever comes round to where a
/// constraint begins has come through that constraint.
SINEDIE_INLINE bool growing::tighten(statement_number by) {
  auto const [first_bound, last_bound] = detail::laid_by(net_.bounds(), by);
  auto const [first, last] = detail::laid_by(net_.constraints(), by);
  active_ = static_cast<std::uint32_t>(first);
  for (auto i = first_bound; i < last_bound; ++i) {
    auto const& b = net_.bounds()[i];
    // A latest that the earliest is past already clashes without moving anything.
    if (!b.earliest && points_[b.at].earliest.seconds > detail::raw(b.value)) return false;
    if (b.earliest && (!raise(b.at, {detail::raw(b.value), 0}, support::by_bound(i)) || !spread_earliest(none))) return false;
  }
  for (auto i = first; i < last; ++i) {
    auto const& c = net_.constraints()[i];
    active_ = static_cast<std::uint32_t>(i) + 1;
    auto const from = points_[c.from].earliest;
    if (!raise(c.to, {from.seconds + c.at_least, from.strictly + (c.strict ? 1 : 0)}, support::by_constraint(i))) return false;
    if (!spread_earliest(c.from)) return false;
  }
  for (auto i = first_bound; i < last_bound; ++i)
    if (auto const& b = net_.bounds()[i]; !b.earliest && !lower(b.at, detail::raw(b.value), support::by_bound(i))) return false;
  for (auto i = first; i < last; ++i) {
    auto const& c = net_.constraints()[i];
    auto const latest = points_[c.to].latest;
    if (latest != detail::far_future && !lower(c.from, latest - c.at_least, support::by_constraint(i))) return false;
  }
  return spread_latest();
}

SINEDIE_INLINE std::vector<point> growing::points_of(statement_number by) const {
  std::vector<point> all;
  for (auto [i, last] = detail::laid_by(net_.constraints(), by); i < last; ++i) {
    all.push_back(net_.constraints()[i].from);
    all.push_back(net_.constraints()[i].to);
  }
  for (auto [i, last] = detail::laid_by(net_.bounds(), by); i < last; ++i) all.push_back(net_.bounds()[i].at);
  return all;
}

/// Follows a statement that is in force from now on. False where it can't be followed locally, or clashes; then nothing has changed.
SINEDIE_INLINE bool growing::enter(statement_number by, std::vector<point> const& touched) {
  journal_.clear();
  too_far_ = !is_plain(by) || std::any_of(touched.begin(), touched.end(), [&](point p) { return points_[p].afresh; });
  if (too_far_) return false;
  entering_ = by;
  bool const fits = tighten(by);
  entering_ = active_ = none;
  if (!fits) undo();
  return fits;
}

SINEDIE_INLINE void growing::link_new(statement_number by) {
  state_.resize(net_.statements(), in_force);
  grow_points();
  auto const touched = points_of(by);
  if (enter(by, touched)) return;
  try {
    solve_afresh(touched);
  } catch (...) {
    state_[by] = withdrawn;
    throw;
  }
}

SINEDIE_INLINE bool growing::clashes_with(statement_number by) const {
  return std::any_of(clashes_.begin(), clashes_.end(),
                     [&](clash const& c) { return std::binary_search(c.statements.begin(), c.statements.end(), by); });
}

SINEDIE_INLINE bool growing::restore(statement_number s) {
  if (s >= state_.size() || state_[s] != withdrawn)
    sinedie::detail::raise(errc::bad_argument, "statement " + std::to_string(s) + " isn't withdrawn");
  state_[s] = in_force;
  auto const touched = points_of(s);
  if (enter(s, touched)) return true;
  if (too_far_) {
    try {
      solve_afresh(touched);
    } catch (...) {
      state_[s] = withdrawn;
      throw;
    }
    if (!clashes_with(s)) return true;
    withdraw(s);
  }
  state_[s] = withdrawn;
  return false;
}

SINEDIE_INLINE void growing::withdraw(statement_number s) {
  if (s >= state_.size() || state_[s] == withdrawn)
    sinedie::detail::raise(errc::bad_argument, "there is no statement " + std::to_string(s) + " to withdraw");
  std::vector<point> lost_earliest, lost_latest;
  auto const touched = points_of(s);
  bool const afresh = std::any_of(touched.begin(), touched.end(), [&](point p) { return points_[p].afresh; });
  for (auto [i, last] = detail::laid_by(net_.constraints(), s); i < last; ++i) {
    auto const& c = net_.constraints()[i];
    if (points_[c.to].earliest_by == support::by_constraint(i)) lost_earliest.push_back(c.to);
    if (points_[c.from].latest_by == support::by_constraint(i)) lost_latest.push_back(c.from);
  }
  for (auto [i, last] = detail::laid_by(net_.bounds(), s); i < last; ++i) {
    auto const& b = net_.bounds()[i];
    if (points_[b.at].earliest_by == support::by_bound(i)) lost_earliest.push_back(b.at);
    if (points_[b.at].latest_by == support::by_bound(i)) lost_latest.push_back(b.at);
  }
  auto const stood = std::exchange(state_[s], withdrawn);
  journal_.clear();
  if (!afresh && loosen_earliest(std::move(lost_earliest)) && loosen_latest(std::move(lost_latest))) return;
  undo();
  try {
    solve_afresh(touched);
  } catch (...) {
    state_[s] = stood;
    throw;
  }
}

/// What hung on a support that is gone is found anew: from what it has of its own, and from what didn't hang on it. False where that
/// is too far to be followed.
SINEDIE_INLINE bool growing::loosen_earliest(std::vector<point> lost) {
  for (auto const p : lost) points_[p].collected = true;
  for (std::size_t i = 0; i < lost.size(); ++i)
    each_out(lost[i], [&](point to, std::int64_t, bool, support by) {
      if (points_[to].earliest_by != by || points_[to].collected) return;
      if (by.is_own() && to != lost[i] + 1) return;
      points_[to].collected = true;
      lost.push_back(to);
    });
  for (auto const p : lost) {
    journal_.push_back({p, true, points_[p].earliest, 0, points_[p].earliest_by});
    points_[p].earliest = stated_earliest(p, points_[p].earliest_by);
  }
  for (auto const p : lost)
    each_in(p, [&](point from, std::int64_t at_least, bool strict, support by) {
      if (points_[from].collected) return;
      auto const& f = points_[from].earliest;
      path const then{f.seconds + at_least, f.strictly + (strict ? 1 : 0)};
      if (points_[p].earliest < then) points_[p].earliest = then, points_[p].earliest_by = by;
    });
  for (auto const p : lost) {
    points_[p].collected = false;
    if (!points_[p].queued) points_[p].queued = true, queue_.push_back(p);
  }
  bool const near = std::all_of(lost.begin(), lost.end(), [&](point p) { return can_be_followed(points_[p].earliest.seconds); });
  return near && spread_earliest(none);
}

SINEDIE_INLINE bool growing::loosen_latest(std::vector<point> lost) {
  for (auto const p : lost) points_[p].collected = true;
  for (std::size_t i = 0; i < lost.size(); ++i)
    each_in(lost[i], [&](point from, std::int64_t, bool, support by) {
      if (points_[from].latest_by != by || points_[from].collected) return;
      points_[from].collected = true;
      lost.push_back(from);
    });
  for (auto const p : lost) {
    journal_.push_back({p, false, {}, points_[p].latest, points_[p].latest_by});
    points_[p].latest = stated_latest(p, points_[p].latest_by);
  }
  for (auto const p : lost)
    each_out(p, [&](point to, std::int64_t at_least, bool, support by) {
      if (points_[to].collected || points_[to].latest == detail::far_future) return;
      if (auto const then = points_[to].latest - at_least; then < points_[p].latest) {
        points_[p].latest = then;
        points_[p].latest_by = by;
      }
    });
  for (auto const p : lost) {
    points_[p].collected = false;
    if (!points_[p].queued) points_[p].queued = true, queue_.push_back(p);
  }
  return std::all_of(lost.begin(), lost.end(), [&](point p) { return points_[p].latest >= -far; }) && spread_latest();
}

SINEDIE_INLINE time::limits growing::limits(node v) const {
  if (points_[start_of(v)].afresh) return given_[given_at_[v]];
  auto const earliest = [&](point p) {
    auto const s = points_[p].earliest.seconds;
    return s < -far ? time::instant::past() : time::instant{s};
  };
  auto const latest = [&](point p) { return detail::cooked(points_[p].latest); };
  auto const s = start_of(v), e = end_of(v);
  return {earliest(s), latest(s), earliest(e), latest(e)};
}

}  // namespace sinedie::chronology
