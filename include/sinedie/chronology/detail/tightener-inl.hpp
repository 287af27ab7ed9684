// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include <sinedie/chronology/detail/calendar_hull.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/minimal.hpp>
#include <sinedie/chronology/detail/tightener.hpp>

namespace sinedie::chronology {

// solve.hpp, which needs this header first.
bool can_hold(network const& net, watcher* watching);
network only(network const& net, std::vector<statement_number> const& ascending);

}  // namespace sinedie::chronology

namespace sinedie::chronology::detail {

SINEDIE_INLINE tightener::tightener(network const& net, findings& found, watcher* watching)
    : base_{net}, net_{net}, found_{found}, watching_{watching}, resting_(net.statements()) {}

SINEDIE_INLINE bool tightener::holds() {
  for (;;) {
    if (findings none{net_}; !sweeper{net_, none, watching_}.holds()) return false;
    findings none{net_};
    solution now;
    sweeper{net_, none, watching_}.settle(now);
    if (!tighten(now)) return true;
    if (!broken_.empty()) return false;
  }
}

SINEDIE_INLINE solution tightener::settle() {
  bool first = true;
  auto const again = [&](statements all) {
    clash_of(std::move(all));
    broken_.clear();
    net_ = base_;
    resting_.assign(base_.statements(), {});
  };
  for (;;) {
    solution now;
    auto tried = found_;
    sweeper{net_, tried, watching_}.settle(now);
    if (first || (tried.aside == found_.aside && tried.clashes.size() == found_.clashes.size())) {
      found_ = std::move(tried);
    } else {
      // Something clashes once it is tightened: what that rests on belongs to the contradiction.
      again(tried.clashes.size() > found_.clashes.size() ? tried.clashes[found_.clashes.size()].statements : clashing(tried));
      continue;
    }
    first = false;
    if (!tighten(now)) return now;
    if (!broken_.empty()) again(broken_);
  }
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
  for (auto s = by[at]; s.any(); s = by[at]) {
    if (s.is_own()) {
      at = earliest ? at - 1 : at + 1;
      continue;
    }
    to.push_back(stated_by(net_, s));
    if (s.is_bound()) return;
    auto const& c = net_.constraints()[s.place()];
    at = earliest ? c.from : c.to;
  }
}

SINEDIE_INLINE tightener::statements tightener::grounds(statements of) const {
  std::sort(of.begin(), of.end());
  of.erase(std::unique(of.begin(), of.end()), of.end());
  for (std::size_t i = 0; i < of.size(); ++i)
    for (auto const s : resting_[of[i]])
      if (std::find(of.begin(), of.end(), s) == of.end()) of.push_back(s);
  std::sort(of.begin(), of.end());
  return of;
}

SINEDIE_INLINE void tightener::clash_of(statements all) {
  if (all.size() == 1 && found_.tentative[all.front()]) {
    (void)found_.take(base_, {std::move(all)});
    return;
  }
  all = grounds(std::move(all));
  for (std::size_t i = all.size(); i-- > 0;) {
    auto fewer = all;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (!can_hold(only(base_, fewer), watching_)) all = std::move(fewer);
  }
  (void)found_.take(base_, {std::move(all)});
}

SINEDIE_INLINE bool tightener::tighten(solution const& now) {
  bool changed = false;
  auto const& constraints = net_.constraints();
  for (auto const& g : net_.calendar_gaps()) {
    auto const by = constraints[g.constraint].by;
    if (found_.aside[by]) continue;
    auto const& l = now.limits[event_of(g.anchor)];
    auto const window = is_start(g.anchor) ? time::span{l.start_min, l.start_max} : time::span{l.end_min, l.end_max};
    auto const hull = hull_of(g.length, window);
    auto const seconds = (g.least ? hull.least : -hull.most) - g.less;
    if (seconds <= constraints[g.constraint].at_least) continue;
    add_reasons(resting_[by], now, g.anchor, true);
    add_reasons(resting_[by], now, g.anchor, false);
    net_.tighten(g.constraint, seconds);
    changed = true;
  }
  for (auto const& c : net_.choices()) {
    if (found_.aside[c.by]) continue;
    std::optional<time::limits> fitting;
    for (auto const& m : c.members)
      if (now.limits[c.event].meet(m)) fitting = fitting ? hull_of(*fitting, m) : m;
    auto const rest = [&] {
      for (point k = 0; k < 4; ++k) add_reasons(resting_[c.by], now, start_of(c.event) + k / 2, k % 2 == 0);
    };
    if (!fitting) {
      rest();
      broken_.assign(1, c.by);
      return true;
    }
    for (auto [i, last] = laid_by(net_.bounds(), c.by); i < last; ++i) {
      auto const& b = net_.bounds()[i];
      auto const value = is_start(b.at) ? (b.earliest ? fitting->start_min : fitting->start_max)
                                        : (b.earliest ? fitting->end_min : fitting->end_max);
      if (b.earliest ? value <= b.value : value >= b.value) continue;
      rest();
      net_.tighten(i, value);
      changed = true;
    }
  }
  return changed;
}

}  // namespace sinedie::chronology::detail
