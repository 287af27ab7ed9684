// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/chronology/detail/least_first.hpp>
#include <sinedie/chronology/detail/sweeper.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology::detail {

SINEDIE_INLINE sweeper::sweeper(network const& net, findings& found, pace& going)
    : net_{net}, found_{found}, pace_{going}, leading_(net.points(), 0),
      out_{net, true, [this](constraint const& c) {
             ++leading_[c.to];
             far_ = std::min(far_ + static_cast<std::uint64_t>(c.at_least < 0 ? -c.at_least : c.at_least), too_far);
           }} {
  for (point p = 1; p < net.points(); p += 2) ++leading_[p];
  if (std::find(found_.aside.begin(), found_.aside.end(), 1) == found_.aside.end()) return;
  for (std::uint32_t i = 0; i < net.constraints().size(); ++i)
    if (auto const& c = net.constraints()[i]; found_.aside[c.by]) {
      out_.remove(c, i);
      --leading_[c.to];
    }
}

SINEDIE_INLINE void sweeper::take_bounds() {
  auto const n = net_.points();
  points_.clear();
  points_.reserve(n);
  for (point p = 0; p < n; ++p) points_.push_back({far_past, {}, leading_[p]});
  latest_.assign(n, {far_future, {}});
  auto const& all = net_.bounds();
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& b = all[i];
    if (found_.aside[b.by]) continue;
    auto const value = raw(b.value);
    if (value < -farthest_date || value > farthest_date) far_ = too_far;
    if (b.earliest) {
      pull(b.at, value, support::by_bound(i));
    } else if (value < latest_[b.at].value) {
      latest_[b.at] = {value, support::by_bound(i)};
      points_[b.at].waits |= limited;
    }
  }
}

SINEDIE_INLINE bool sweeper::holds() {
  first_only_ = true;
  take_bounds();
  sweep_forward();
  return clean_;
}

SINEDIE_INLINE void sweeper::settle(solution& made) {
  for (;;) {
    auto const taken = found_.taken;
    clean_ = true;
    take_bounds();
    sweep_forward();
    if (clean_) break;
    found_.must_have_grown(taken);
  }
  sweep_backward(made);
}

SINEDIE_INLINE void sweeper::sweep_forward() {
  auto const n = net_.points();
  longest_chain_ = n;
  row_.resize(n);
  queue_.resize(std::size_t{n} + 1);
  done_ = next_ = ready_ = 0;
  open_.clear();
  groups_.clear();
  for (point p = 0; p < n; ++p) {
    queue_[ready_] = p;
    ready_ += waits(p) == 0 ? 1U : 0U;
  }
  drain();
  if (first_only_ && !clean_) return;
  if (done_ != n && !first_only_) cut_single_links();
  if (done_ != n && (clean_ || !first_only_)) settle_what_waits();
}

/// What is left waits for a ring of points that wait for each other. Going back from one to what it waits for leads to such a
/// ring; what that waits for, all in all, is settled as groups, and then much of the rest waits for nothing any more.
SINEDIE_INLINE void sweeper::settle_what_waits() {
  auto const n = net_.points();
  constexpr std::uint32_t none = 0xFFFFFFFFU;
  auto const& all = net_.constraints();
  std::vector<std::uint32_t> last_in(n, none), before(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (auto const& c = all[i]; !is_settled(c.to) && !is_settled(c.from)) before[i] = std::exchange(last_in[c.to], i);
  open_.assign(n, 0);
  group_finder finder{n};
  std::vector<point> path, waited_for;
  std::vector<std::uint8_t> on_path(n, 0);
  auto const holds = [&](constraint const& c) { return !is_settled(c.from) && !found_.aside[c.by]; };
  auto const take = [&](point p) {
    if (!open_[p]) open_[p] = 1, waited_for.push_back(p);
  };
  for (point root = 0; root < n; ++root) {
    if (!is_settled(root)) path.push_back(root), on_path[root] = 1;
    while (!path.empty()) {
      point const p = path.back();
      look();
      if (is_settled(p)) {
        on_path[p] = 0;
        path.pop_back();
        continue;
      }
      while (last_in[p] != none && !holds(all[last_in[p]])) last_in[p] = before[last_in[p]];
      point const back = !is_start(p) && !is_settled(p - 1) ? p - 1 : last_in[p] != none ? all[last_in[p]].from : p;
      if (!on_path[back]) {
        path.push_back(back);
        on_path[back] = 1;
        continue;
      }
      waited_for.clear();
      take(back);
      for (std::size_t i = 0; i < waited_for.size(); ++i) {
        point const q = waited_for[i];
        look();
        if (!is_start(q) && !is_settled(q - 1)) take(q - 1);
        for (auto k = last_in[q]; k != none; k = before[k])
          if (holds(all[k])) take(all[k].from);
      }
      std::sort(waited_for.begin(), waited_for.end());
      settle_groups(finder.find(out_, waited_for, open_));
      for (auto const q : waited_for) open_[q] = 0;
      if (first_only_ && !clean_) return;
      for (auto const q : waited_for) {
        auto const release = [&](point to) {
          if (!is_settled(to) && (--points_[to].waits & settled) == 0) queue_[ready_++] = to;
        };
        if (is_start(q)) release(q + 1);
        for (auto const* a = out_.begin(q); a != out_.end(q); ++a)
          if (a->number != arc::gone) release(a->to);
      }
      drain();
      if (first_only_ && !clean_) return;
    }
  }
}

/// Groups of points in topological order.
SINEDIE_INLINE void sweeper::settle_groups(groups const& found) {
  for (std::size_t g = 0; g < found.first.size() && (clean_ || !first_only_); ++g) {
    auto const* const begin = found.members.data() + found.first[g];
    auto const* const end = found.members.data() + (g + 1 < found.first.size() ? found.first[g + 1] : found.members.size());
    if (end - begin == 1) {
      settle_now(*begin);
      row_[done_++] = *begin;
      settle_point(*begin);
    } else {
      settle_group(begin, end);
    }
  }
}

/// Settles the points that wait for nothing, and those that then wait for nothing.
SINEDIE_INLINE void sweeper::drain() {
  constexpr std::size_t step = 8;
  auto* const points = points_.data();
  auto* const queue = queue_.data();
  // Whether it pulls and whether it is the last that was waited for can't be foreseen, so neither is a branch.
  auto const pull_to = [](state& at, std::int64_t then, support by) {
    bool const later = then > at.value;
    at.value = later ? then : at.value;
    at.by = later ? by : at.by;
    return (--at.waits & settled) == 0;
  };
  for (auto ready = ready_; next_ != ready; ready = ready_) {
    // What will be needed in a moment is asked for now, the farther ahead the longer the way to it.
    if (next_ + 3 * step < ready) {
      out_.fetch_place(queue[next_ + 3 * step]);
      out_.fetch_list(queue[next_ + 2 * step]);
      out_.fetch_ends(queue[next_ + step], points);
    }
    // An end that only its start was waited for comes with it, while both are at hand.
    bool also_end = true;
    for (point p = queue[next_++]; also_end; ++p) {
      points[p].waits |= settled;
      row_[done_++] = p;
      look(out_.end(p) - out_.begin(p));
      if (is_late(p)) {
        ready_ = ready;
        clashes_at(p);
        if (first_only_) return;
        let_go(p);
        ready = ready_;
      }
      auto const value = points[p].value;
      for (auto const *a = out_.begin(p), *end = out_.end(p); a != end; ++a) {
        if (a->number == arc::gone) continue;
        queue[ready] = a->to;
        ready += pull_to(points[a->to], moved(value, a->at_least), support::by_constraint(a->number)) ? 1U : 0U;
      }
      also_end = is_start(p) && pull_to(points[p + 1], value, support::by_own_other_point());
    }
    ready_ = ready;
  }
}

/// Without counting: for what comes after a group.
SINEDIE_INLINE void sweeper::settle_point(point p) {
  if (is_late(p)) {
    clashes_at(p);
    let_go(p);
  }
  auto const value = points_[p].value;
  if (is_start(p)) pull(p + 1, value, support::by_own_other_point());
  for (auto const* a = out_.begin(p); a != out_.end(p); ++a)
    if (a->number != arc::gone) pull(a->to, moved(value, a->at_least), support::by_constraint(a->number));
}

SINEDIE_INLINE void sweeper::settle_group(point const* begin, point const* end) {
  local_.resize(net_.points());
  ring_finder inside{net_, out_, begin, end, local_, found_.aside, pace_};
  auto contradictions = inside.run();
  auto const set_aside = [&](std::uint8_t out) {
    for (auto const& c : contradictions)
      for (auto const s : c.statements) found_.aside[s] = out;
  };
  if (!contradictions.empty() && !first_only_) {
    set_aside(0);
    if (clashes_across(begin, end)) return;
    set_aside(1);
  }
  for (auto& c : contradictions) {
    if (first_only_) {
      clean_ = false;
      return;
    }
    for (auto const s : found_.take(net_, std::move(c))) cut(s);
  }
  for (auto const* p = begin; p != end; ++p) settle_now(*p);
  if (inside.is_ordered()) {
    for (auto const p : inside.order()) {
      row_[done_++] = p;
      settle_point(p);
    }
    return;
  }
  settle_in_order(inside);
}

/// Dijkstra's algorithm from all points at once, by how far each lies behind its potential. A point is taken again in the rare
/// case that bounds held back at the end of the axis come in another order.
SINEDIE_INLINE void sweeper::settle_in_order(ring_finder const& inside) {
  using waiting = std::pair<std::int64_t, std::uint32_t>;
  least_first<waiting> queue;
  auto const behind = [&](std::uint32_t i, std::int64_t value) {
    return value == far_future ? far_past : moved(inside.potential(i), value == far_past + 1 ? far_future : -value);
  };
  for (std::uint32_t i = 0; i < inside.size(); ++i)
    if (auto const value = points_[inside.at(i)].value; value != far_past) queue.push({behind(i, value), i});
  while (!queue.empty()) {
    auto const [distance, i] = queue.top();
    queue.pop();
    auto const value = points_[inside.at(i)].value;
    if (distance != behind(i, value)) continue;
    look();
    for (auto const* a = inside.begin(i); a != inside.end(i); ++a) {
      if (!inside.holds(*a)) continue;
      auto const later = moved(value, a->at_least);
      auto const to = inside.at(a->to);
      if (later <= points_[to].value) continue;
      pull(to, later, a->number == ring_finder::own ? support::by_own_other_point() : support::by_constraint(a->number));
      queue.push({behind(a->to, later), a->to});
    }
  }
  group g{done_, done_ + inside.size(), {}};
  for (std::uint32_t i = 0; i < inside.size(); ++i) {
    row_[done_++] = inside.at(i);
    g.potentials.push_back(inside.potential(i));
  }
  groups_.push_back(std::move(g));
  // Chains lead through the group, so all are followed before any point lets go.
  for (std::uint32_t i = 0; i < inside.size(); ++i)
    if (auto const p = inside.at(i); is_late(p)) clashes_at(p);
  for (std::uint32_t i = 0; i < inside.size(); ++i) {
    auto const p = inside.at(i);
    if (is_late(p)) let_go(p);
    auto const value = points_[p].value;
    if (is_start(p) && !is_settled(p + 1)) pull(p + 1, value, support::by_own_other_point());
    for (auto const* a = out_.begin(p); a != out_.end(p); ++a)
      if (a->number != arc::gone && !is_settled(a->to))
        pull(a->to, moved(value, a->at_least), support::by_constraint(a->number));
  }
}

}  // namespace sinedie::chronology::detail
