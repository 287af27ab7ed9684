// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <sinedie/chronology/detail/calendar_hull.hpp>
#include <sinedie/chronology/detail/each_statement.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/minimal.hpp>
#include <sinedie/chronology/detail/tightener.hpp>

namespace sinedie::chronology {

// solve.hpp, which needs this header first.
network only(network const& net, std::vector<statement_number> const& ascending);

}  // namespace sinedie::chronology

namespace sinedie::chronology::detail {

// solve.hpp
bool holds(network const& net, pace& going);

SINEDIE_INLINE tightener::tightener(network const& net, findings& found, pace& going)
    : base_{net}, net_{net}, found_{found}, pace_{going}, resting_(net.statements()), drawn_(net.statements()) {}

SINEDIE_INLINE bool tightener::holds() {
  for (;;) {
    if (findings none{net_}; !sweeper{net_, none, pace_}.holds()) return false;
    findings none{net_};
    solution now;
    sweeper{net_, none, pace_}.settle(now);
    if (!tighten(now)) return true;
    if (!broken_.empty()) return false;
  }
}

SINEDIE_INLINE solution tightener::settle() {
  for (bool first = true;; first = false) {
    solution now;
    auto tried = found_;
    sweeper{net_, tried, pace_}.settle(now);
    if (first || (tried.aside == found_.aside && tried.clashes.size() == found_.clashes.size())) {
      found_ = std::move(tried);
      if (!tighten(now)) return now;
    } else {
      // Something clashes once it is tightened: what that rests on belongs to the contradiction.
      for (auto i = found_.clashes.size(); i < tried.clashes.size(); ++i) broken_.push_back(tried.clashes[i].statements);
      if (broken_.empty()) broken_.push_back(clashing(tried));
    }
    if (!broken_.empty()) take_broken();
  }
}

/// Of several that share a statement only the first is taken: without it the others may hold. Then all is tightened anew.
SINEDIE_INLINE void tightener::take_broken() {
  auto const taken = found_.taken;
  for (auto& all : std::exchange(broken_, {})) {
    bool const by_itself = all.size() == 1 && found_.tentative[all.front()];
    auto whole = by_itself ? std::move(all) : grounds(std::move(all));
    if (std::any_of(whole.begin(), whole.end(), [&](statement_number s) { return found_.aside[s] != 0; })) continue;
    if (!by_itself) cut_down(whole);
    (void)found_.take(base_, {std::move(whole)});
  }
  found_.must_have_grown(taken);
  net_ = base_;
  resting_.assign(base_.statements(), {});
}

SINEDIE_INLINE void tightener::tell(solution& made) const {
  for (statement_number s = 0; s < resting_.size(); ++s)
    if (!resting_[s].empty()) {
      auto rests_on = resting_[s];
      std::sort(rests_on.begin(), rests_on.end());
      rests_on.erase(std::unique(rests_on.begin(), rests_on.end()), rests_on.end());
      made.tightenings.push_back({s, std::move(rests_on)});
    }
  for (auto const& g : net_.calendar_gaps())
    if (auto const now = net_.constraints()[g.constraint].at_least; now != base_.constraints()[g.constraint].at_least)
      made.tightened_distances.push_back({g.constraint, now});
}

/// What came back and had to leave again is no contradiction of its own: it leaves by itself.
SINEDIE_INLINE tightener::statements tightener::clashing(findings const& tried) const {
  for (statement_number s = 0; s < tried.aside.size(); ++s)
    if (tried.aside[s] != found_.aside[s]) return {s};
  return {};
}

SINEDIE_INLINE void tightener::add_reasons(statements& to, solution const& now, point at, bool earliest) const {
  auto const& by = earliest ? now.earliest_by : now.latest_by;
  // No longer than all points: at the ends of the axis, where limits are held back, a way may lead round.
  for (std::size_t steps = 0; steps <= net_.points() && by[at].any(); ++steps) {
    auto const s = by[at];
    if (s.is_own()) {
      at = earliest ? at - 1 : at + 1;
      continue;
    }
    auto const by_now = stated_by(net_, s);
    to.push_back(by_now);
    if (s.is_bound()) return;
    auto const& c = net_.constraints()[s.place()];
    at = earliest ? c.from : c.to;
    // What a gap was drawn by holds its anchor's limits, and says what they rest on.
    auto const& drawn = drawn_[by_now];
    auto const held = earliest ? drawn.within.first() : drawn.within.last();
    if (!resting_[by_now].empty() && drawn.anchor == at && held == limit(now, at, earliest)) return;
  }
}

/// Why one of several dates doesn't fit.
SINEDIE_INLINE void tightener::add_reasons_against(choice const& c, time::limits const& m, solution const& now) {
  auto const& l = now.limits[c.event];
  auto& to = resting_[c.by];
  auto const start = start_of(c.event), end = end_of(c.event);
  if (m.start_max < l.start_min) return add_reasons(to, now, start, true);
  if (m.end_max < l.end_min) return add_reasons(to, now, end, true);
  if (l.start_max < m.start_min) return add_reasons(to, now, start, false);
  if (l.end_max < m.end_min) return add_reasons(to, now, end, false);
  for (auto const at : {start, end})
    for (bool const earliest : {true, false}) add_reasons(to, now, at, earliest);
}

SINEDIE_INLINE tightener::statements tightener::grounds(statements of) const {
  std::sort(of.begin(), of.end());
  each_statement found{of};
  for (std::size_t i = 0; i < found.size(); ++i)
    for (auto const s : resting_[found[i]]) found.add(s);
  auto all = found.take();
  std::sort(all.begin(), all.end());
  return all;
}

SINEDIE_INLINE void tightener::cut_down(statements& all) const {
  for (std::size_t i = all.size(); i-- > 0;) {
    auto fewer = all;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (!detail::holds(only(base_, fewer), pace_)) all = std::move(fewer);
  }
}

SINEDIE_INLINE bool tightener::tighten(solution const& now) {
  bool changed = false;
  auto const& constraints = net_.constraints();
  for (auto const& g : net_.calendar_gaps()) {
    auto const by = constraints[g.constraint].by;
    pace_.step();
    if (found_.aside[by]) continue;
    time::span const window{limit(now, g.anchor, true), limit(now, g.anchor, false)};
    auto const hull = hull_of(g.length, window);
    auto const seconds = (g.least ? hull.least : -hull.most) - g.less;
    if (seconds <= constraints[g.constraint].at_least) continue;
    add_reasons(resting_[by], now, g.anchor, true);
    add_reasons(resting_[by], now, g.anchor, false);
    drawn_[by] = {g.anchor, window};
    net_.tighten(g.constraint, seconds);
    changed = true;
  }
  for (auto const& c : net_.choices()) {
    pace_.step(c.members.size());
    if (found_.aside[c.by]) continue;
    auto const& l = now.limits[c.event];
    std::optional<time::limits> fitting;
    for (auto const& m : c.members)
      if (l.meet(m)) fitting = fitting ? hull_of(*fitting, m) : m;
    bool tighter = false;
    for (auto [i, last] = laid_by(net_.bounds(), c.by); fitting && i < last; ++i) {
      auto const& b = net_.bounds()[i];
      auto const value = is_start(b.at) ? (b.earliest ? fitting->start_min : fitting->start_max)
                                        : (b.earliest ? fitting->end_min : fitting->end_max);
      if (b.earliest ? value <= b.value : value >= b.value) continue;
      net_.tighten(i, value);
      tighter = true;
    }
    changed = changed || tighter;
    if (!fitting) broken_.push_back({c.by});
    if (fitting && !tighter) continue;
    for (auto const& m : c.members)
      if (!fitting || hull_of(*fitting, m) != *fitting) add_reasons_against(c, m, now);
  }
  return changed || !broken_.empty();
}

}  // namespace sinedie::chronology::detail
