// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/rings.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology::detail {

SINEDIE_INLINE groups group_finder::find(arcs const& out, std::vector<point> const& listed, std::vector<std::uint8_t> const& open) {
  constexpr std::uint32_t closed = 0xFFFFFFFFU;
  struct call {
    point at;
    arc const* next;
    bool own_tried;
  };
  auto &number = number_, &low = low_;
  std::vector<point> path;
  std::vector<call> calls;
  groups found;
  auto const enter = [&](point p) {
    number[p] = low[p] = ++count_;
    path.push_back(p);
    calls.push_back({p, out.begin(p), false});
  };
  for (point const root : listed) {
    if (number[root] != 0) continue;
    enter(root);
    while (!calls.empty()) {
      auto& c = calls.back();
      point const p = c.at;
      point to = closed;
      if (!c.own_tried) {
        c.own_tried = true;
        if (is_start(p)) to = p + 1;
        else continue;
      } else if (c.next != out.end(p)) {
        auto const& a = *c.next++;
        if (a.number == arc::gone) continue;
        to = a.to;
      } else {
        if (low[p] == number[p]) {
          found.first.push_back(static_cast<std::uint32_t>(found.members.size()));
          point member = closed;
          do {
            member = path.back();
            path.pop_back();
            low[member] = closed;
            found.members.push_back(member);
          } while (member != p);
        }
        calls.pop_back();
        if (!calls.empty()) low[calls.back().at] = std::min(low[calls.back().at], low[p]);
        continue;
      }
      if (!open[to]) continue;
      if (number[to] == 0) enter(to);
      else if (low[to] != closed) low[p] = std::min(low[p], number[to]);
    }
  }
  // Tarjan closes a group after all that it leads to.
  groups sorted;
  sorted.members.reserve(found.members.size());
  auto end = found.members.size();
  for (std::size_t g = found.first.size(); g-- > 0;) {
    sorted.first.push_back(static_cast<std::uint32_t>(sorted.members.size()));
    auto const from = found.members.begin() + static_cast<std::ptrdiff_t>(found.first[g]);
    sorted.members.insert(sorted.members.end(), from, found.members.begin() + static_cast<std::ptrdiff_t>(end));
    std::sort(sorted.members.begin() + static_cast<std::ptrdiff_t>(sorted.first.back()), sorted.members.end());
    end = found.first[g];
  }
  return sorted;
}

SINEDIE_INLINE ring_finder::ring_finder(network const& net, arcs const& out, point const* begin, point const* end,
                                        std::vector<std::uint32_t>& local, std::vector<std::uint8_t>& aside, pace& going)
    : net_{net}, aside_{aside}, pace_{going}, size_{static_cast<std::uint32_t>(end - begin)}, members_{begin}, local_{local} {
  for (std::uint32_t i = 0; i < size_; ++i) local[begin[i]] = i;
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < size_; ++i) {
    point const p = begin[i];
    first_.push_back(static_cast<std::uint32_t>(list_.size()));
    if (is_start(p) && inside(p + 1)) list_.push_back({local[p + 1], own, 0, false});
    for (auto const* a = out.begin(p); a != out.end(p); ++a)
      if (a->number != arc::gone && inside(a->to)) {
        list_.push_back({local[a->to], a->number, a->at_least, net.constraints()[a->number].strict});
        sum += static_cast<std::uint64_t>(a->at_least < 0 ? -a->at_least : a->at_least);
        if (sum > std::uint64_t{1} << 62U)
          sinedie::detail::raise(errc::out_of_range, "the gaps between " + std::to_string(size_) +
                                                         " points that lead back to each other add up to more seconds than the axis holds");
      }
  }
  first_.push_back(static_cast<std::uint32_t>(list_.size()));
}

/// Whether no gap is negative, and what isn't strict leads round in no ring.
SINEDIE_INLINE bool ring_finder::every_ring_clashes() const {
  std::vector<std::uint32_t> waits(size_, 0);
  auto const plain = [](inner const& a) { return a.at_least == 0 && !a.strict; };
  for (auto const& a : list_) {
    if (a.at_least < 0) return false;
    if (plain(a)) ++waits[a.to];
  }
  std::vector<std::uint32_t> ready;
  for (std::uint32_t i = 0; i < size_; ++i)
    if (waits[i] == 0) ready.push_back(i);
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (auto const* a = begin(ready[i]); a != end(ready[i]); ++a)
      if (plain(*a) && --waits[a->to] == 0) ready.push_back(a->to);
  return ready.size() == size_;
}

SINEDIE_INLINE std::vector<clash> ring_finder::run() {
  ordered_ = every_ring_clashes();
  if (ordered_) walk_deep();
  else correct_labels();
  return std::move(found_);
}

SINEDIE_INLINE std::vector<point> ring_finder::order() const {
  std::vector<point> row;
  row.reserve(size_);
  for (auto i = finished_.rbegin(); i != finished_.rend(); ++i) row.push_back(members_[*i]);
  return row;
}

SINEDIE_INLINE void ring_finder::set_aside(std::vector<support> links) {
  clash c{minimal(net_, {std::move(links)}, pace_)};
  for (auto const s : c.statements) aside_[s] = 1;
  found_.push_back(std::move(c));
}

/// Depth first. Where the walk comes to a point that it stands on, that stretch is a ring: it is set aside, and the walk goes
/// on from where it began. A finished point lies on no ring, and is never looked at again.
SINEDIE_INLINE void ring_finder::walk_deep() {
  constexpr std::uint32_t none = 0xFFFFFFFFU;
  constexpr std::uint32_t done = 0xFFFFFFFEU;
  std::vector<std::uint32_t> place(size_, none);  // on the path
  std::vector<std::uint32_t> path, by;            // the points of the path, and the arc that leads to each
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  auto const enter = [&](std::uint32_t v, std::uint32_t arc) {
    place[v] = static_cast<std::uint32_t>(path.size());
    path.push_back(v);
    by.push_back(arc);
  };
  for (std::uint32_t root = 0; root < size_; ++root) {
    if (place[root] == none) enter(root, own);
    while (!path.empty()) {
      auto const u = path.back();
      look();
      if (next[u] == first_[u + 1]) {
        finished_.push_back(u);
        place[u] = done;
        path.pop_back();
        by.pop_back();
        continue;
      }
      auto const at = next[u];
      auto const& a = list_[at];
      if (!holds(a) || place[a.to] == done) {
        ++next[u];
      } else if (place[a.to] == none) {
        enter(a.to, at);
      } else {
        auto const back = place[a.to];
        std::vector<support> ring;
        for (auto i = back + 1; i < path.size(); ++i)
          if (list_[by[i]].number != own) ring.push_back(support::by_constraint(list_[by[i]].number));
        if (a.number != own) ring.push_back(support::by_constraint(a.number));
        std::vector<std::uint32_t> const through(path.begin() + back, path.end());
        set_aside(shorter(std::move(ring), through));
        // The first point of the ring stays, if the path to it does; arcs that were tried lead to finished points, or are gone.
        auto stays = back + 1;
        for (auto const s : found_.back().statements)
          for (auto [c, last] = laid_by(net_.constraints(), s); c < last; ++c)
            if (auto const v = net_.constraints()[c].from; inside(v) && place[local_[v]] < stays) stays = place[local_[v]] + 1;
        for (; path.size() > stays; path.pop_back(), by.pop_back()) place[path.back()] = none;
      }
    }
  }
}

/// A ring of fewest links through one of these points, as long as there is time for that; else the one that was found.
SINEDIE_INLINE std::vector<support> ring_finder::shorter(std::vector<support> ring, std::vector<std::uint32_t> const& through) {
  auto const enough = std::max<std::uint64_t>(500000, 2 * list_.size());
  std::vector<std::uint32_t> from(size_, own), seen;
  for (auto const start : through) {
    if (ring.size() <= 2 || shortening_ > enough) break;
    seen.assign(1, start);
    std::fill(from.begin(), from.end(), own);
    shortening_ += size_;
    bool closed = false;
    // Own arcs cost nothing in words but a step here, so what is found is near enough to the fewest statements.
    for (std::size_t i = 0; i < seen.size() && !closed; ++i) {
      auto const u = seen[i];
      for (auto k = first_[u]; k != first_[u + 1] && !closed; ++k) {
        ++shortening_;
        auto const& a = list_[k];
        if (!holds(a) || (from[a.to] != own && a.to != start)) continue;
        if (a.to == start) {
          std::vector<support> shorter_one;
          if (a.number != own) shorter_one.push_back(support::by_constraint(a.number));
          for (auto v = u; v != start;) {
            auto const& link = list_[from[v]];
            if (link.number != own) shorter_one.push_back(support::by_constraint(link.number));
            v = static_cast<std::uint32_t>(std::upper_bound(first_.begin(), first_.end(), from[v]) - first_.begin()) - 1;
          }
          std::reverse(shorter_one.begin(), shorter_one.end());
          if (shorter_one.size() < ring.size()) ring = std::move(shorter_one);
          closed = true;
        } else {
          from[a.to] = k;
          seen.push_back(a.to);
        }
      }
    }
  }
  return ring;
}

SINEDIE_INLINE void ring_finder::correct_labels() {
  labels_.assign(size_, {});
  next_.resize(size_);
  prev_.resize(size_);
  depth_.assign(size_, 0);
  parent_.assign(size_, own);
  parent_arc_.assign(size_, own);
  for (std::uint32_t i = 0; i < size_; ++i) next_[i] = prev_[i] = i;
  queued_.assign(size_, 0);
  do {
    cut_ = false;
    queue_.clear();
    for (std::uint32_t i = 0; i < size_; ++i) queue_.push_back(i), queued_[i] = 1;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      if (head > size_ && head * 2 > queue_.size()) {
        queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(head));
        head = 0;
      }
      auto const u = queue_[head];
      if (!queued_[u]) continue;
      queued_[u] = 0;
      while (!scan(u)) {}
    }
  } while (cut_);  // points that hung below what was set aside may have been passed over
}

/// False where a contradiction was set aside, and the arcs of `u` are to be looked at again.
SINEDIE_INLINE bool ring_finder::scan(std::uint32_t u) {
  for (auto k = first_[u]; k != first_[u + 1]; ++k) {
    auto const& a = list_[k];
    look();
    auto const better = after(labels_[u], a);
    if (!(labels_[a.to] < better) || !holds(a)) continue;
    if (a.to == u || take_out_subtree(a.to, u)) {
      std::vector<support> ring;
      if (a.number != own) ring.push_back(support::by_constraint(a.number));
      bool whole = true;
      for (auto v = u; v != a.to; v = parent_[v]) {
        auto const& link = list_[parent_arc_[v]];
        whole = whole && holds(link);
        if (link.number != own) ring.push_back(support::by_constraint(link.number));
      }
      // Else the tree still hung on something that has been set aside, and there is no ring.
      if (whole) {
        std::reverse(ring.begin(), ring.end());
        set_aside(std::move(ring));
        cut_ = true;
        return false;
      }
    }
    labels_[a.to] = better;
    parent_[a.to] = u;
    parent_arc_[a.to] = k;
    depth_[a.to] = depth_[u] + 1;
    next_[a.to] = next_[u];
    prev_[next_[u]] = a.to;
    next_[u] = a.to;
    prev_[a.to] = u;
    if (!queued_[a.to]) queued_[a.to] = 1, queue_.push_back(a.to);
  }
  return true;
}

/// Takes `v` and what hangs below it out of the tree: all of that will be found anew. Whether `sought` was among it.
SINEDIE_INLINE bool ring_finder::take_out_subtree(std::uint32_t v, std::uint32_t sought) {
  bool found = false;
  auto x = next_[v];
  while (x != v && depth_[x] > depth_[v]) {
    auto const after_x = next_[x];
    found = found || x == sought;
    next_[x] = prev_[x] = x;
    depth_[x] = 0;
    queued_[x] = 0;
    x = after_x;
    look();
  }
  if (x != v) {
    auto const before = prev_[v];
    next_[before] = x;
    prev_[x] = before;
  }
  next_[v] = prev_[v] = v;
  depth_[v] = 0;
  return found;
}

}  // namespace sinedie::chronology::detail
