// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <sinedie/chronology/chain-inl.hpp>
#include <sinedie/chronology/comparison.hpp>
#include <sinedie/chronology/detail/all_reached.hpp>
#include <sinedie/chronology/detail/each_statement.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

namespace detail {

inline bool comes_later(all_reached const& found, point p) {
  auto const way = found.find(p);
  return way != found.end() && way->second.is_later();
}

}  // namespace detail

SINEDIE_INLINE comparison::comparison(network const& net, solution const& solved)
    : net_{&net}, solved_{&solved}, out_{net, true}, in_{net, false} {
  if (solved.limits.size() != net.events() || solved.set_aside.size() != net.statements())
    sinedie::detail::raise(errc::bad_argument, "the solution is another network's");
}

SINEDIE_INLINE time::instant comparison::earliest(point p) const noexcept {
  return detail::limit_at(solved_->limits[event_of(p)], p, true);
}
SINEDIE_INLINE time::instant comparison::latest(point p) const noexcept {
  return detail::limit_at(solved_->limits[event_of(p)], p, false);
}

SINEDIE_INLINE bool comparison::apart(point from, point to) const noexcept {
  return latest(from).plus(std::int64_t{net_->clocks_between(event_of(from), event_of(to))} * 60) < earliest(to);
}

/// By a queue: what is in force holds no ring that grows, so each label is settled after as many rounds as its way is long.
SINEDIE_INLINE detail::all_reached comparison::reach(point from, bool forward, std::optional<point> until, bool on_axis,
                                                     detail::fence const* within) const {
  detail::all_reached found;
  found[from] = detail::lead{};
  found[from].before = from;
  std::vector<point> queue{from};  // those before `next` are done
  std::unordered_map<point, bool> waiting;
  auto const come = [&](point at, detail::lead const& there, point to, std::int64_t at_least, bool strict, std::uint32_t by) {
    if (within != nullptr && within->lowest[to] > within->last) return;
    detail::lead const now{detail::moved(there.seconds, at_least), there.strict || strict, by, at, there.steps + 1};
    auto const [known, fresh] = found.try_emplace(to, now);
    if (!fresh) {
      if (std::pair{now.seconds, now.strict} <= std::pair{known->second.seconds, known->second.strict}) return;
      known->second = now;
    }
    if (auto& w = waiting[to]; !w) {
      w = true;
      queue.push_back(to);
    }
  };
  auto const& arcs = forward ? out_ : in_;
  auto const& tight = solved_->tightened_distances;
  for (std::size_t next = 0; next < queue.size();) {
    point const at = queue[next++];
    if (next > 4096 && 2 * next > queue.size()) {
      queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(next));
      next = 0;
    }
    waiting[at] = false;
    detail::lead const there = found[at];
    if (until && at == *until && there.is_later()) break;
    if (is_start(at) == forward) come(at, there, forward ? at + 1 : at - 1, 0, false, 0xFFFFFFFFU);
    for (auto const* a = arcs.begin(at); a != arcs.end(at); ++a) {
      auto const& c = net_->constraints()[a->number];
      if (solved_->set_aside[c.by]) continue;
      auto at_least = a->at_least;
      if (!tight.empty()) {
        auto const t = std::lower_bound(tight.begin(), tight.end(), a->number,
                                        [](tightened_distance const& x, std::uint32_t n) { return x.constraint < n; });
        if (t != tight.end() && t->constraint == a->number) at_least = t->at_least;
      }
      if (!on_axis) at_least -= std::int64_t{c.clocks} * 60;
      come(at, there, a->to, at_least, c.strict, a->number);
    }
  }
  return found;
}

SINEDIE_INLINE std::vector<statement_number> comparison::along(detail::all_reached const& found, point to) const {
  detail::each_statement chain;
  auto at = found.find(to);
  for (std::size_t i = 0; at != found.end() && i <= found.size() && at->second.steps != 0; ++i, at = found.find(at->second.before)) {
    if (at->second.last == 0xFFFFFFFFU) continue;
    chain.add(net_->constraints()[at->second.last].by);
  }
  auto way = chain.take();
  std::reverse(way.begin(), way.end());
  detail::each_statement all{way};
  detail::add_what_is_rested_on(all, *solved_);
  return all.take();
}

SINEDIE_INLINE truth comparison::precedes(node a, node b) const {
  if (a == b) return truth::no;
  if (apart(end_of(a), start_of(b))) return truth::yes;
  if (detail::comes_later(reach(end_of(a), true, start_of(b)), start_of(b))) return truth::yes;
  if (latest(start_of(b)).plus(net_->clocks_between(b, a) * 60) <= earliest(end_of(a))) return truth::no;
  auto const back = reach(start_of(b), true);
  auto const way = back.find(end_of(a));
  return way != back.end() && way->second.seconds >= 0 ? truth::no : truth::maybe;
}

SINEDIE_INLINE std::vector<statement_number> comparison::grounds(node a, node b) const {
  if (a == b) return {};
  auto const ahead = reach(end_of(a), true, start_of(b));
  bool const by_a_way = detail::comes_later(ahead, start_of(b));
  if (!by_a_way && !apart(end_of(a), start_of(b))) return {};
  auto chain = by_a_way ? along(ahead, start_of(b)) : both_limits(a, b);
  detail::cut_down(chain, [&](std::vector<statement_number> const& rest) {
    detail::said_alone const alone{*net_, rest};
    auto const first = alone.find(a), second = alone.find(b);
    if (!first || !second) return false;
    auto const start = start_of(*second);
    return apart(alone.solved.limits[*first], a, alone.solved.limits[*second], b) ||
           detail::comes_later(comparison{alone.net, alone.solved}.reach(end_of(*first), true, start), start);
  });
  return chain;
}

SINEDIE_INLINE std::vector<statement_number> comparison::grounds_by_limits(node a, node b) const {
  if (a == b || !apart(end_of(a), start_of(b))) return {};
  auto chain = both_limits(a, b);
  detail::cut_down(chain, [&](std::vector<statement_number> const& rest) {
    detail::said_alone const alone{*net_, rest};
    auto const first = alone.find(a), second = alone.find(b);
    return first && second && apart(alone.solved.limits[*first], a, alone.solved.limits[*second], b);
  });
  return chain;
}

SINEDIE_INLINE std::vector<statement_number> comparison::both_limits(node a, node b) const {
  detail::each_statement both{chain_of(*net_, *solved_, end_of(a), false)};
  for (auto const s : chain_of(*net_, *solved_, start_of(b), true)) both.add(s);
  return both.take();
}

SINEDIE_INLINE bool comparison::apart(time::limits const& of_a, node a, time::limits const& of_b, node b) const noexcept {
  return of_a.end_max.plus(std::int64_t{net_->clocks_between(a, b)} * 60) < of_b.start_min;
}

namespace detail {

/// Least distances between four points: a's start and end, b's start and end.
class four_by_four {
 public:
  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min() / 4;
  static constexpr std::int64_t endless = std::int64_t{1} << 60U;

  four_by_four() {
    for (auto& row : far_) row.fill(none);
    for (std::size_t i = 0; i < 4; ++i) far_[i][i] = 0;
  }
  void ask(std::size_t x, std::size_t y, std::int64_t by) noexcept { far_[x][y] = std::max(far_[x][y], by); }
  [[nodiscard]] bool asks(std::size_t x, std::size_t y, std::int64_t by) const noexcept { return far_[x][y] >= by; }
  /// Draws the distances together; whether all of them can hold.
  [[nodiscard]] bool close() noexcept {
    for (std::size_t k = 0; k < 4; ++k)
      for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j)
          if (far_[i][k] != none && far_[k][j] != none)
            far_[i][j] = std::max(far_[i][j], std::min(endless, std::max(far_[i][k] + far_[k][j], -endless)));
    for (std::size_t i = 0; i < 4; ++i)
      if (far_[i][i] > 0) return false;
    return true;
  }

 private:
  std::array<std::array<std::int64_t, 4>, 4> far_;
};

struct asked_distance {
  std::size_t from, to;
  std::int64_t at_least;
};

/// What a relation asks for between four points; nothing for what says nothing about time.
[[nodiscard]] inline std::vector<asked_distance> distances_of(relation_kind kind) {
  constexpr std::size_t as = 0, ae = 1, bs = 2, be = 3;
  using r = relation_kind;
  auto const turned = [](std::vector<asked_distance> all) {
    for (auto& d : all) d.from ^= 2U, d.to ^= 2U;
    return all;
  };
  switch (kind) {
    case r::before: return {{ae, bs, 2}};
    case r::meets: return {{ae, bs, 1}, {bs, ae, -1}};
    case r::overlaps: return {{as, bs, 1}, {bs, ae, 0}, {ae, be, 1}};
    case r::starts: return {{as, bs, 0}, {bs, as, 0}, {ae, be, 1}};
    case r::during: return {{bs, as, 1}, {ae, be, 1}};
    case r::finishes: return {{bs, as, 1}, {ae, be, 0}, {be, ae, 0}};
    case r::equals: return {{as, bs, 0}, {bs, as, 0}, {ae, be, 0}, {be, ae, 0}};
    case r::after: return turned(distances_of(r::before));
    case r::met_by: return turned(distances_of(r::meets));
    case r::overlapped_by: return turned(distances_of(r::overlaps));
    case r::started_by: return turned(distances_of(r::starts));
    case r::contains: return turned(distances_of(r::during));
    case r::finished_by: return turned(distances_of(r::finishes));
    case r::part_of: return {{bs, as, 0}, {ae, be, 0}};
    case r::prepares: return {{ae, bs, 1}};
    case r::follows_up: return {{be, as, 1}};
    case r::realised_as:
    case r::maybe_same_as: break;
  }
  return {};
}

}  // namespace detail

SINEDIE_INLINE truth comparison::stands(node a, relation_kind kind, node b) const {
  auto const asked = detail::distances_of(kind);
  if (asked.empty())
    sinedie::detail::raise(errc::bad_argument, std::string{to_string(kind)} + " says nothing about when two events are");
  std::array<point, 4> const points{start_of(a), end_of(a), start_of(b), end_of(b)};
  std::array<detail::all_reached, 4> ahead;
  for (std::size_t i = 0; i < 4; ++i) ahead[i] = reach(points[i], true);
  auto const clocks = [&](std::size_t i, std::size_t j) {
    return std::int64_t{net_->clocks_between(event_of(points[i]), event_of(points[j]))} * 60;
  };
  auto const known = [&](bool strictly) {
    detail::four_by_four all;
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = 0; j < 4; ++j) {
        if (points[i] == points[j]) all.ask(i, j, 0);
        auto const from = latest(points[i]), to = earliest(points[j]);
        // What has no end ends where everything without an end does, whatever gaps there are.
        if ((from.is_past() && latest(points[j]).is_past()) || (to.is_future() && earliest(points[i]).is_future())) {
          all.ask(i, j, 0);
          continue;
        }
        if (auto const way = ahead[i].find(points[j]); way != ahead[i].end())
          all.ask(i, j, std::clamp(way->second.seconds, -all.endless, all.endless) + (strictly && way->second.strict ? 1 : 0));
        if (from.is_past() || to.is_future()) all.ask(i, j, all.endless);
        else if (from.is_bounded() && to.is_bounded())
          all.ask(i, j, std::clamp(detail::moved(detail::moved(to.seconds(), -from.seconds()), -clocks(i, j)), -all.endless, all.endless));
      }
    return all;
  };
  auto all = known(true);
  if (!all.close()) {
    all = known(false);
    (void)all.close();
  }
  if (std::all_of(asked.begin(), asked.end(), [&](auto const& d) { return all.asks(d.from, d.to, d.at_least); })) return truth::yes;
  for (auto const& d : asked) all.ask(d.from, d.to, d.at_least);
  return all.close() ? truth::maybe : truth::no;
}

SINEDIE_INLINE std::vector<missing_date> would_date(comparison const& known, node v) {
  auto const& limits = known.solved().limits;
  auto const ahead = known.reach(end_of(v), true, std::nullopt, true);
  auto const behind = known.reach(start_of(v), false, std::nullopt, true);
  std::vector<node> others;
  for (auto const* found : {&ahead, &behind})
    for (auto const& [p, way] : *found)
      if (event_of(p) != v) others.push_back(event_of(p));
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  auto const shrunk = [](time::instant from, time::instant to) {
    return from.is_bounded() && to.is_bounded() ? detail::moved(to.seconds(), -from.seconds()) : no_gap;
  };
  std::vector<missing_date> all;
  for (auto const x : others) {
    auto const& l = limits[x];
    if (shrunk(l.start_min, l.end_max) < 86400) continue;
    missing_date m{x, false, false, 0, 0, 0xFFFFFFFFU};
    for (point const p : {start_of(x), end_of(x)}) {
      // As late as it may be, its date would push the other's start so far; as early, it would pull its end.
      if (auto const way = behind.find(p); way != behind.end()) {
        auto const then = (is_start(p) ? l.start_max : l.end_max).plus(way->second.seconds);
        if (limits[v].start_min < then) {
          m.limits_earliest = true;
          m.seconds = std::max(m.seconds, shrunk(limits[v].start_min, then));
          m.steps = std::min(m.steps, way->second.steps);
        }
      }
      if (auto const way = ahead.find(p); way != ahead.end()) {
        auto const then = (is_start(p) ? l.start_min : l.end_min).plus(-way->second.seconds);
        if (then < limits[v].end_max) {
          m.limits_latest = true;
          m.seconds = std::max(m.seconds, shrunk(then, limits[v].end_max));
          m.steps = std::min(m.steps, way->second.steps);
        }
      }
    }
    m.opened = (m.limits_earliest && limits[v].start_min.is_past() ? 1U : 0U) +
               (m.limits_latest && limits[v].end_max.is_future() ? 1U : 0U);
    if (m.limits_earliest || m.limits_latest) all.push_back(m);
  }
  std::sort(all.begin(), all.end(), [](missing_date const& x, missing_date const& y) {
    return std::tuple{y.opened, y.seconds, x.steps, x.event} < std::tuple{x.opened, x.seconds, y.steps, y.event};
  });
  return all;
}

}  // namespace sinedie::chronology
