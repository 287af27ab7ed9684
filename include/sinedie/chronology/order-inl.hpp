// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/least_first.hpp>
#include <sinedie/chronology/detail/rings.hpp>
#include <sinedie/chronology/order.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

namespace detail {

/// Places groups: events, or all that lie on a ring or start together. An end that waits for more than its own start is a group
/// without members; every other end goes with its start.
class placer {
 public:
  placer(network const& net, solution const& solved, std::vector<time::instant> const& earliest)
      : net_{net}, solved_{solved}, earliest_{earliest} {
    make_groups();
    join_groups();
  }

  [[nodiscard]] ordering run() {
    for (group g = 0; g < size(); ++g)
      if (waits_[g] == 0 && keyed_[g]) ready_.push({key(g), g});
    while (!ready_.empty()) {
      auto const [by, g] = ready_.top();
      ready_.pop();
      auto const before = row_.size();
      place(g);
      turn(by, before);
    }
    ordering made;
    made.placed = std::move(row_);
    made.placed_turns = std::move(turns_);
    row_.clear();
    turns_.clear();
    place_unknown();
    made.unplaced = std::move(row_);
    made.unplaced_turns = std::move(turns_);
    return made;
  }

 private:
  using group = std::uint32_t;
  static constexpr std::uint32_t apart = 0xFFFFFFFFU;
  using sort_key = std::tuple<time::instant, time::instant, std::uint32_t>;
  using waiting = std::pair<sort_key, group>;

  [[nodiscard]] group size() const noexcept { return static_cast<group>(members_.size()); }
  [[nodiscard]] sort_key node_key(node v) const {
    auto const& l = solved_.limits[v];
    auto const start = std::min(std::max(earliest_[v], l.start_min), l.end_max);
    return {start.is_past() ? l.end_max : start, l.end_max, v};
  }
  /// What can only start in the unbounded future, or only end in the unbounded past, has its place too: last, or first.
  [[nodiscard]] bool has_key(node v) const {
    auto const& l = solved_.limits[v];
    return !earliest_[v].is_past() || !l.start_min.is_past() || !l.end_max.is_future();
  }
  /// An end that waits for others has no members, and comes as soon as it can.
  [[nodiscard]] sort_key key(group g) const {
    return members_[g].empty() ? sort_key{time::instant::past(), time::instant::past(), 0} : node_key(members_[g].front());
  }

  void turn(sort_key const& by, std::size_t before) {
    turns_.push_back({std::get<0>(by), std::get<1>(by), std::get<2>(by), static_cast<std::uint32_t>(row_.size() - before)});
  }

  void make_groups() {
    auto const n = net_.points();
    sinedie::chronology::detail::arcs forward{net_, true};
    std::vector<std::uint8_t> joined_end(n, 0);
    for (std::uint32_t i = 0; i < net_.constraints().size(); ++i) {
      auto const& c = net_.constraints()[i];
      if (c.at_least < 0) forward.remove(c, i);
      else if (!is_start(c.to) && c.from != c.to - 1) joined_end[c.to] = 1;
    }
    std::vector<point> every(n);
    for (point p = 0; p < n; ++p) every[p] = p;
    auto const found = sinedie::chronology::detail::group_finder{n}.find(forward, every, std::vector<std::uint8_t>(n, 1));
    group_of_.assign(n, 0);
    // Numbered by their first points, and so by the ids of their events.
    std::vector<std::uint32_t> of_first(n, apart);
    for (std::uint32_t i = 0; i < found.first.size(); ++i) of_first[found.members[found.first[i]]] = i;
    for (auto const i : of_first) {
      if (i == apart) continue;
      auto const* const begin = found.members.data() + found.first[i];
      auto const* const end = found.members.data() + (i + 1 < found.first.size() ? found.first[i + 1] : found.members.size());
      if (end - begin == 1 && !is_start(*begin) && !joined_end[*begin]) {
        group_of_[*begin] = group_of_[*begin - 1];
        continue;
      }
      std::vector<node> members;
      for (auto const* p = begin; p != end; ++p) {
        group_of_[*p] = size();
        if (is_start(*p)) members.push_back(event_of(*p));
      }
      members_.push_back(std::move(members));
    }
    for (auto& m : members_) {
      // Members with a key stand first, and lead.
      if (m.size() > 1)
        std::sort(m.begin(), m.end(), [&](node a, node b) {
          return std::tuple{!has_key(a), node_key(a)} < std::tuple{!has_key(b), node_key(b)};
        });
      keyed_.push_back(!m.empty() && has_key(m.front()));
    }
  }

  void join_groups() {
    after_.resize(size());
    before_.resize(size());
    waits_.assign(size(), 0);
    placed_.assign(size(), false);
    std::vector<std::pair<group, group>> joins;
    for (auto const& c : net_.constraints())
      if (c.at_least >= 0 && !solved_.set_aside[c.by]) joins.emplace_back(group_of_[c.from], group_of_[c.to]);
    for (point p = 0; p < net_.points(); p += 2) joins.emplace_back(group_of_[p], group_of_[p + 1]);
    joins.erase(std::remove_if(joins.begin(), joins.end(), [](auto const& j) { return j.first == j.second; }), joins.end());
    std::sort(joins.begin(), joins.end());
    joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
    for (auto const& [a, b] : joins) {
      after_[a].push_back(b);
      before_[b].push_back(a);
    }
    looked_.assign(size(), 0);
    find_depths();
    for (group g = 0; g < size(); ++g)
      for (group const next : after_[g])
        if (depth_[g] <= depth_[next]) ++waits_[next];
  }

  /// How a group hangs together with those that have a key. 0: it has one, or follows one that has. 1: it precedes one of those.
  /// 2: it follows one of depth 1. 3: it precedes one of depth 2, and so on. A group of even depth waits for its predecessors of
  /// lesser or equal depth, and stands directly after the last. One of odd depth stands directly before the first successor
  /// that needs it, or directly after its own last predecessor. So nobody waits for what is never placed.
  void find_depths() {
    depth_.assign(size(), apart);
    std::vector<group> layer;
    for (group g = 0; g < size(); ++g)
      if (keyed_[g]) layer.push_back(g);
    for (group const g : layer) depth_[g] = 0;
    for (std::uint32_t depth = 0; !layer.empty(); ++depth) {
      auto const& neighbours = depth % 2 == 0 ? after_ : before_;
      for (std::size_t i = 0; i < layer.size(); ++i)
        for (group const g : neighbours[layer[i]])
          if (depth_[g] == apart) {
            depth_[g] = depth;
            layer.push_back(g);
          }
      auto const& others = depth % 2 == 0 ? before_ : after_;
      std::vector<group> next;
      for (group const near : layer)
        for (group const g : others[near])
          if (depth_[g] == apart) {
            depth_[g] = depth + 1;
            next.push_back(g);
          }
      layer = std::move(next);
    }
  }

  /// Places a group: before it those that it needs and didn't wait for, directly after it those without a key that waited for
  /// nothing else.
  void place(group first) {
    std::vector<group> todo{first};
    while (!todo.empty()) {
      group const g = todo.back();
      if (placed_[g]) {
        todo.pop_back();
        continue;
      }
      auto const needed = std::find_if(before_[g].begin() + static_cast<std::ptrdiff_t>(looked_[g]), before_[g].end(),
                                       [&](group b) { return !placed_[b]; });
      looked_[g] = static_cast<std::size_t>(needed - before_[g].begin());
      if (needed != before_[g].end()) {
        todo.push_back(*needed);
        continue;
      }
      todo.pop_back();
      placed_[g] = true;
      row_.insert(row_.end(), members_[g].begin(), members_[g].end());
      for (auto next = after_[g].rbegin(); next != after_[g].rend(); ++next) {
        if (depth_[g] > depth_[*next] || --waits_[*next] != 0) continue;
        if (keyed_[*next]) ready_.push({key(*next), *next});
        else todo.push_back(*next);
      }
    }
  }

  /// What hangs together with nothing that has a key: whole components, which wait for their own only.
  void place_unknown() {
    least_first<waiting> open;
    for (group g = 0; g < size(); ++g)
      if (!placed_[g] && waits_[g] == 0) open.push({key(g), g});
    while (!open.empty()) {
      auto const [by, g] = open.top();
      open.pop();
      placed_[g] = true;
      auto const before = row_.size();
      row_.insert(row_.end(), members_[g].begin(), members_[g].end());
      turn(by, before);
      for (group const next : after_[g])
        if (--waits_[next] == 0) open.push({key(next), next});
    }
  }

  network const& net_;
  solution const& solved_;
  std::vector<time::instant> const& earliest_;
  std::vector<group> group_of_;
  std::vector<std::vector<node>> members_;
  std::vector<bool> keyed_;
  std::vector<std::vector<group>> after_, before_;
  std::vector<std::uint32_t> waits_;
  std::vector<bool> placed_;
  std::vector<node> row_;
  std::vector<ordering::turn> turns_;
  least_first<waiting> ready_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::size_t> looked_;  ///< how many of a group's predecessors are known to be placed
};

/// Pairs of points of which the second is later for certain only because something may be at most so long: a way that leads on by
/// more seconds than it leads back. The placer follows ways that never lead back. Ways of up to some thirty points are looked at.
[[nodiscard]] inline std::vector<std::pair<point, point>> later_in_all(network const& net, solution const& solved) {
  std::vector<std::pair<point, point>> found;
  auto const& all = net.constraints();
  auto const leads_back = [&](constraint const& c) { return c.at_least < 0 && !solved.set_aside[c.by]; };
  if (std::none_of(all.begin(), all.end(), leads_back)) return found;
  struct reached {
    point at;
    std::int64_t seconds;
    std::uint32_t strict;
  };
  constexpr std::size_t most = 32;
  arcs const in{net, false};
  std::vector<reached> seen;
  for (auto const& c : all) {
    if (!leads_back(c)) continue;
    seen.assign(1, {c.from, c.at_least, 0});
    for (std::size_t i = 0; i < seen.size(); ++i) {
      auto const there = seen[i];
      auto const come = [&](point at, std::int64_t at_least, bool strict) {
        reached const now{at, moved(there.seconds, at_least), there.strict + (strict ? 1U : 0U)};
        if (at == c.to) return;
        auto const known = std::find_if(seen.begin(), seen.end(), [&](reached const& r) { return r.at == at; });
        if (known == seen.end() && seen.size() < most) seen.push_back(now);
        else if (known != seen.end() && std::pair{known->seconds, known->strict} < std::pair{now.seconds, now.strict}) *known = now;
        if (event_of(at) != event_of(c.to) && (now.seconds > 0 || (now.seconds == 0 && now.strict > 0))) found.emplace_back(at, c.to);
      };
      if (!is_start(there.at)) come(there.at - 1, 0, false);
      for (auto const* a = in.begin(there.at); a != in.end(there.at); ++a)
        if (auto const& way = all[a->number]; !solved.set_aside[way.by]) come(a->to, way.at_least, way.strict);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace detail

SINEDIE_INLINE ordering order(network const& net, solution const& solved, std::vector<time::instant> const& earliest) {
  if (earliest.size() != net.events()) sinedie::detail::raise(errc::bad_argument, "an order needs one key for each event");
  if (solved.limits.size() != net.events() || solved.set_aside.size() != net.statements())
    sinedie::detail::raise(errc::bad_argument, "the solution is another network's");
  auto const later = detail::later_in_all(net, solved);
  if (later.empty()) return detail::placer{net, solved, earliest}.run();
  network told = net;
  solution with;
  with.limits = solved.limits;
  with.set_aside = solved.set_aside;
  for (auto const& [from, to] : later) {
    told.require(from, to, 0, told.statements());
    with.set_aside.push_back(0);
  }
  return detail::placer{told, with, earliest}.run();
}

SINEDIE_INLINE bool ways::lead(node first, node then) {
  auto const from = end_of(first), to = start_of(then);
  seen_.assign(1, from);
  for (std::size_t i = 0; i < seen_.size(); ++i)
    for (auto const *a = forward_.begin(seen_[i]), *end = forward_.end(seen_[i]); a != end; ++a) {
      if (a->at_least < 0 || solved_.set_aside[net_.constraints()[a->number].by]) continue;
      if (a->to == to) return true;
      if (seen_.size() < 64 && std::find(seen_.begin(), seen_.end(), a->to) == seen_.end()) seen_.push_back(a->to);
    }
  return false;
}

SINEDIE_INLINE std::vector<certainty> certainties(network const& net, solution const& solved, std::vector<node> const& row) {
  ways known{net, solved};
  std::vector<certainty> why(row.size(), certainty::conventional);
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (solved.limits[row[i - 1]].end_max < solved.limits[row[i]].start_min) why[i] = certainty::by_limits;
    else if (known.lead(row[i - 1], row[i])) why[i] = certainty::by_relation;
  }
  return why;
}

}  // namespace sinedie::chronology
