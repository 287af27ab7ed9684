// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/ways.hpp>
#include <sinedie/chronology/detail/least_first.hpp>
#include <sinedie/chronology/detail/rings.hpp>
#include <sinedie/chronology/order.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

namespace detail {

/// Groups are what must start at one time, mostly a single event: none of them waits for another of its own group, but whatever waits
/// for one waits for all. An end that waits for more than its own start is a group without members; every other end goes with its
/// start.
class placer {
 public:
  placer(network const& net, solution const& solved, std::vector<time::instant> const& wanted) : net_{net}, solved_{solved} {
    own_.reserve(net.events());
    for (node v = 0; v < net.events(); ++v) own_.push_back(own_date(solved.limits[v], wanted[v]));
    make_groups();
    join_groups();
    inherit();
  }

  [[nodiscard]] ordering run() {
    ordering made;
    left_ = waits_;
    open_ready(true);
    while (!ready_.empty()) {
      auto const [by, v] = ready_.top();
      ready_.pop();
      made.placed.push_back(v);
      made.placed_by.push_back(by);
      place(v);
    }
    // Whole groups of events that hang together: they wait for their own only.
    open_ready(false);
    while (!ready_.empty()) {
      auto const v = ready_.top().second;
      ready_.pop();
      made.unplaced.push_back(v);
      place(v);
    }
    return made;
  }

 private:
  using group = std::uint32_t;
  using source = order_key::source;
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;
  using waiting = std::pair<order_key, node>;
  struct dates {
    time::instant least, greatest;
  };

  [[nodiscard]] group size() const noexcept { return static_cast<group>(members_.size()); }

  void make_groups() {
    auto const n = net_.points();
    sinedie::chronology::detail::arcs forward{net_, true};
    std::vector<std::uint8_t> joined_end(n, 0);
    for (std::uint32_t i = 0; i < net_.constraints().size(); ++i) {
      auto const& c = net_.constraints()[i];
      if (c.lead() < 0 || solved_.set_aside[c.by]) forward.remove(c, i);
      else if (!is_start(c.to) && c.from != c.to - 1) joined_end[c.to] = 1;
    }
    std::vector<point> every(n);
    for (point p = 0; p < n; ++p) every[p] = p;
    auto const found = sinedie::chronology::detail::group_finder{n}.find(forward, every, std::vector<std::uint8_t>(n, 1));
    group_of_.assign(n, 0);
    // Numbered by their first points, and so by the ids of their events.
    std::vector<std::uint32_t> of_first(n, nowhere);
    for (std::uint32_t i = 0; i < found.first.size(); ++i) of_first[found.members[found.first[i]]] = i;
    for (auto const i : of_first) {
      if (i == nowhere) continue;
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
  }

  void join_groups() {
    after_.resize(size());
    before_.resize(size());
    waits_.assign(size(), 0);
    placed_of_.assign(size(), 0);
    std::vector<std::pair<group, group>> joins;
    for (auto const& c : net_.constraints())
      if (c.lead() >= 0 && !solved_.set_aside[c.by]) joins.emplace_back(group_of_[c.from], group_of_[c.to]);
    for (point p = 0; p < net_.points(); p += 2) joins.emplace_back(group_of_[p], group_of_[p + 1]);
    joins.erase(std::remove_if(joins.begin(), joins.end(), [](auto const& j) { return j.first == j.second; }), joins.end());
    std::sort(joins.begin(), joins.end());
    joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
    for (auto const& [a, b] : joins) {
      after_[a].push_back(b);
      before_[b].push_back(a);
      ++waits_[b];
    }
  }

  [[nodiscard]] std::vector<group> topological() const {
    std::vector<group> row;
    row.reserve(size());
    auto left = waits_;
    for (group g = 0; g < size(); ++g)
      if (left[g] == 0) row.push_back(g);
    for (std::size_t i = 0; i < row.size(); ++i)
      for (group const next : after_[row[i]])
        if (--left[next] == 0) row.push_back(next);
    return row;
  }

  /// Of the groups to be met on the way, in `row`'s order, gives each that has no dates yet those of its neighbours.
  template <typename Row, typename Better>
  static void hand_on(Row const& row, std::vector<std::vector<group>> const& neighbours, std::vector<std::optional<dates>> const& of,
                      std::vector<std::optional<time::instant>>& handed, Better better) {
    for (group const g : row) {
      if (of[g]) continue;
      for (group const near : neighbours[g]) {
        auto const date = of[near] ? std::optional{better.of(*of[near])} : handed[near];
        if (date && (!handed[g] || better(*date, *handed[g]))) handed[g] = date;
      }
    }
  }
  struct greatest {
    [[nodiscard]] static time::instant of(dates const& d) noexcept { return d.greatest; }
    [[nodiscard]] bool operator()(time::instant a, time::instant b) const noexcept { return b < a; }
  };
  struct least {
    [[nodiscard]] static time::instant of(dates const& d) noexcept { return d.least; }
    [[nodiscard]] bool operator()(time::instant a, time::instant b) const noexcept { return a < b; }
  };

  void inherit() {
    std::vector<std::optional<dates>> own(size());
    bool all = true;
    for (group g = 0; g < size(); ++g) {
      for (node const v : members_[g])
        if (auto const d = own_[v]) own[g] = own[g] ? dates{std::min(own[g]->least, *d), std::max(own[g]->greatest, *d)} : dates{*d, *d};
      for (node const v : members_[g]) all = all && own_[v];
    }
    inherited_.resize(size());
    if (all) return;
    auto const row = topological();
    std::vector<std::optional<time::instant>> earlier(size()), later(size());
    hand_on(row, before_, own, earlier, greatest{});
    hand_on(std::vector<group>{row.rbegin(), row.rend()}, after_, own, later, least{});
    std::vector<group> found;
    for (group g = 0; g < size(); ++g) {
      // A member without a date starts when one with a date does: with it, but behind it.
      if (own[g]) inherited_[g] = order_key{own[g]->greatest, source::predecessors};
      else if (earlier[g]) inherited_[g] = order_key{*earlier[g], source::predecessors};
      else if (later[g]) inherited_[g] = order_key{*later[g], source::successors};
      if (inherited_[g] && !own[g]) found.push_back(g);
    }
    hand_further(row, std::move(found));
  }

  /// What neither precedes nor follows anything with a date may still precede what follows such a thing, and so on: it inherits what
  /// that inherited. So nobody waits for what is never placed. Each group is met once; linear but for sorting.
  void hand_further(std::vector<group> const& row, std::vector<group> layer) {
    std::vector<std::uint32_t> place(size());
    for (std::uint32_t i = 0; i < row.size(); ++i) place[row[i]] = i;
    while (!layer.empty()) {
      auto met = spread(layer, true, place);
      layer.insert(layer.end(), met.begin(), met.end());
      auto const back = spread(layer, false, place);
      met.insert(met.end(), back.begin(), back.end());
      layer = std::move(met);
    }
  }

  /// Gives all that is met from `layer`, one way, and has nothing yet, what it inherits; and lists it.
  [[nodiscard]] std::vector<group> spread(std::vector<group> const& layer, bool forward, std::vector<std::uint32_t> const& place) {
    auto const& ahead = forward ? after_ : before_;
    auto const& behind = forward ? before_ : after_;
    auto const from = forward ? source::predecessors : source::successors;
    auto const is_better = [&](time::instant a, time::instant b) { return forward ? b < a : a < b; };
    std::vector<group> met;
    auto const meet = [&](group g) {
      for (group const near : ahead[g]) {
        if (inherited_[near]) continue;
        inherited_[near] = order_key{forward ? time::instant::past() : time::instant::future(), from};
        met.push_back(near);
      }
    };
    for (group const g : layer) meet(g);
    for (std::size_t i = 0; i < met.size(); ++i) meet(met[i]);
    std::sort(met.begin(), met.end(), [&](group a, group b) { return forward ? place[a] < place[b] : place[b] < place[a]; });
    for (group const g : met)
      for (group const near : behind[g])
        if (inherited_[near] && is_better(inherited_[near]->date, inherited_[g]->date)) inherited_[g]->date = inherited_[near]->date;
    return met;
  }

  [[nodiscard]] bool is_known(group g) const noexcept { return inherited_[g] || (!members_[g].empty() && own_[members_[g].front()]); }
  [[nodiscard]] order_key key(group g, node v) const {
    if (own_[v]) return {*own_[v], source::own, solved_.limits[v].end_max};
    return inherited_[g] ? *inherited_[g] : order_key{time::instant::past()};
  }

  void open_ready(bool known) {
    for (group g = 0; g < size(); ++g)
      if (waits_[g] == 0 && is_known(g) == known) open(g);
  }

  /// All that a group waited for is placed.
  void open(group first) {
    std::vector<group> todo{first};
    while (!todo.empty()) {
      group const g = todo.back();
      todo.pop_back();
      for (node const v : members_[g]) ready_.push({key(g, v), v});
      if (members_[g].empty()) release(g, todo);
    }
  }
  void release(group g, std::vector<group>& todo) {
    for (group const next : after_[g])
      if (--left_[next] == 0) todo.push_back(next);
  }
  void place(node v) {
    group const g = group_of_[start_of(v)];
    if (++placed_of_[g] < members_[g].size()) return;
    std::vector<group> todo;
    release(g, todo);
    for (group const next : todo) open(next);
  }

  network const& net_;
  solution const& solved_;
  std::vector<std::optional<time::instant>> own_;  ///< one an event
  std::vector<group> group_of_;
  std::vector<std::vector<node>> members_;
  std::vector<std::vector<group>> after_, before_;
  std::vector<std::uint32_t> waits_, left_;
  std::vector<std::optional<order_key>> inherited_;  ///< one a group: the key of its members without a date
  std::vector<std::uint32_t> placed_of_;             ///< one a group: how many of its members are placed
  least_first<waiting> ready_;
};

/// Ways to a point, or from it, through what is in force; the point itself is the first. Up to some thirty points are met.
class ways_near {
 public:
  struct reached {
    point at;
    std::int64_t seconds;
    std::uint32_t before;  ///< the one before it on its way
  };

  ways_near(network const& net, solution const& solved, bool forward)
      : net_{net}, solved_{solved}, arcs_{net, forward}, forward_{forward} {}

  /// Where they don't lead through `without`.
  [[nodiscard]] std::vector<reached> const& of(point first, point without) {
    seen_.assign(1, {first, 0, 0});
    todo_.assign(1, 0);
    // What is in force holds no ring that grows, so each is settled after as many rounds as its way is long.
    for (std::size_t next = 0; next < todo_.size() && next < most * most; ++next) {
      auto const i = todo_[next];
      auto const there = seen_[i];
      auto const come = [&](point at, std::int64_t at_least) {
        reached const now{at, moved(there.seconds, at_least), i};
        if (at == without) return;
        auto const known = std::find_if(seen_.begin(), seen_.end(), [&](reached const& r) { return r.at == at; });
        if (known == seen_.end() && seen_.size() == most) return;
        if (known != seen_.end() && known->seconds >= now.seconds) return;
        todo_.push_back(static_cast<std::uint32_t>(known - seen_.begin()));
        if (known == seen_.end()) seen_.push_back(now);
        else *known = now;
      };
      if (is_start(there.at) == forward_) come(forward_ ? there.at + 1 : there.at - 1, 0);
      for (auto const* a = arcs_.begin(there.at); a != arcs_.end(there.at); ++a)
        if (auto const& way = net_.constraints()[a->number]; !solved_.set_aside[way.by]) come(a->to, way.lead());
    }
    return seen_;
  }

 private:
  network const& net_;
  solution const& solved_;
  arcs arcs_;
  bool forward_;
  static constexpr std::size_t most = 32;
  std::vector<reached> seen_;
  std::vector<std::uint32_t> todo_;
};

/// Pairs of points of which the second is no earlier for certain only because something may be at most so long: a way that leads on
/// by no less than it leads back. The placer follows ways that never lead back. Of pairs on one way those are given between which no
/// other lies, and none that limits keep apart: whatever stands before the one or behind the other they keep apart as well.
[[nodiscard]] inline std::vector<std::pair<point, point>> later_in_all(network const& net, solution const& solved) {
  std::vector<std::pair<point, point>> found;
  auto const& all = net.constraints();
  auto const leads_back = [&](constraint const& c) { return c.lead() < 0 && !solved.set_aside[c.by]; };
  if (std::none_of(all.begin(), all.end(), leads_back)) return found;
  ways_near to{net, solved, false}, on{net, solved, true};
  // No two clocks are three days apart.
  bool const by_clocks = std::any_of(all.begin(), all.end(), [](constraint const& c) { return c.clocks != 0; });
  std::int64_t const between_clocks = by_clocks ? 3 * 86400 : 0;
  auto const kept_apart = [&](point from, point then) {
    auto const &a = solved.limits[event_of(from)], &b = solved.limits[event_of(then)];
    return (is_start(from) ? a.start_max : a.end_max).plus(between_clocks) < (is_start(then) ? b.start_min : b.end_min);
  };
  for (auto const& c : all) {
    if (!leads_back(c)) continue;
    auto const& before = to.of(c.from, c.to);
    auto const& after = on.of(c.to, c.from);
    auto const leads_on = [&](std::size_t x, std::size_t y) {
      return event_of(before[x].at) != event_of(after[y].at) && moved(moved(before[x].seconds, c.lead()), after[y].seconds) >= 0;
    };
    // Of two neighbours on a way, whether the placer knows them to be in order.
    auto const in_order = [](auto const& way, std::size_t i) { return i != 0 && way[i].seconds >= way[way[i].before].seconds; };
    for (std::size_t x = 0; x < before.size(); ++x)
      for (std::size_t y = 0; y < after.size(); ++y) {
        if (!leads_on(x, y)) continue;
        bool const nearer = (in_order(before, x) && leads_on(before[x].before, y)) || (in_order(after, y) && leads_on(x, after[y].before));
        if (!nearer && !kept_apart(before[x].at, after[y].at)) found.emplace_back(before[x].at, after[y].at);
      }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace detail

SINEDIE_INLINE std::optional<time::instant> own_date(time::limits const& l, time::instant wanted) noexcept {
  if (!wanted.is_past()) return std::min(std::max(wanted, l.start_min), l.start_max);
  if (!l.start_min.is_past()) return l.start_min;
  // What ended before everything comes before everything.
  if (l.end_max.is_past()) return l.end_max;
  if (l.start_max.is_bounded()) return l.start_max;
  if (l.end_min.is_bounded()) return l.end_min;
  return std::nullopt;
}

SINEDIE_INLINE ordering order(network const& net, solution const& solved, std::vector<time::instant> const& wanted) {
  if (wanted.size() != net.events()) sinedie::detail::raise(errc::bad_argument, "an order needs one key for each event");
  if (solved.limits.size() != net.events() || solved.set_aside.size() != net.statements())
    sinedie::detail::raise(errc::bad_argument, "the solution is another network's");
  auto const later = detail::later_in_all(net, solved);
  if (later.empty()) return detail::placer{net, solved, wanted}.run();
  network told = net;
  solution with;
  with.limits = solved.limits;
  with.set_aside = solved.set_aside;
  for (auto const& [from, to] : later) {
    told.require(from, to, 0, told.statements());
    with.set_aside.push_back(0);
  }
  return detail::placer{told, with, wanted}.run();
}

SINEDIE_INLINE std::vector<certainty> certainties(network const& net, solution const& solved, std::vector<node> const& row) {
  detail::ways known{net, solved};
  std::vector<certainty> why(row.size(), certainty::conventional);
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (solved.limits[row[i - 1]].end_max < solved.limits[row[i]].start_min) why[i] = certainty::by_limits;
    else if (known.lead(row[i - 1], row[i])) why[i] = certainty::by_relation;
  }
  return why;
}

}  // namespace sinedie::chronology
