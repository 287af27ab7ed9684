// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/chronology/detail/least_first.hpp>
#include <sinedie/chronology/detail/sweeper.hpp>

namespace sinedie::chronology::detail {

SINEDIE_INLINE void sweeper::sweep_backward(solution& made) {
  constexpr std::size_t step = 8;
  auto* const latest = latest_.data();
  auto const* const row = row_.data();
  // Only where a gap was held back at the last second of the axis could a point be pulled before its earliest.
  bool const held_back = far_ == too_far;
  auto group_at = groups_.rbegin();
  for (std::size_t i = done_; i-- > 0;) {
    if (i >= 3 * step) {
      out_.fetch_place(row[i - 3 * step]);
      out_.fetch_list(row[i - 2 * step]);
      __builtin_prefetch(latest + row[i - step], 1);
      out_.fetch_ends(row[i - step], latest);
    }
    look(out_.end(row[i]) - out_.begin(row[i]));
    if (group_at != groups_.rend() && group_at->end == i + 1) {
      settle_group_backward(*group_at);
      i = group_at->begin;
      ++group_at;
      continue;
    }
    point const p = row[i];
    auto own = latest[p];
    auto const push = [&](std::int64_t value, support by) {
      if (held_back) value = std::max(value, points_[p].value);
      bool const sooner = value < own.value;
      own.value = sooner ? value : own.value;
      own.by = sooner ? by : own.by;
    };
    for (auto const *a = out_.begin(p), *end = out_.end(p); a != end; ++a)
      if (a->number != arc::gone) push(moved(latest[a->to].value, -a->at_least), support::by_constraint(a->number));
    if (is_start(p)) push(latest[p + 1].value, support::by_own_other_point());
    latest[p] = own;
  }
  auto const n = net_.events();
  // What is told takes a third of the memory that finding it took, which isn't needed any more.
  out_ = {};
  leading_ = {};
  row_ = {};
  queue_ = {};
  made.limits.reserve(n);
  made.earliest_by.reserve(net_.points());
  made.latest_by.reserve(net_.points());
  for (node v = 0; v < n; ++v) {
    auto const &s = points_[start_of(v)], &e = points_[end_of(v)];
    auto const &ls = latest[start_of(v)], &le = latest[end_of(v)];
    made.limits.push_back({cooked(s.value), cooked(ls.value), cooked(e.value), cooked(le.value)});
    made.earliest_by.push_back(s.by);
    made.earliest_by.push_back(e.by);
    made.latest_by.push_back(ls.by);
    made.latest_by.push_back(le.by);
  }
}

SINEDIE_INLINE void sweeper::settle_group_backward(group const& g) {
  auto& latest = latest_;
  struct back {
    std::uint32_t from;
    std::int64_t at_least;
    support by;
  };
  auto const size = static_cast<std::uint32_t>(g.end - g.begin);
  auto const* const members = row_.data() + g.begin;
  for (std::uint32_t i = 0; i < size; ++i) local_[members[i]] = i;
  auto const inside = [&](point p) { return local_[p] < size && members[local_[p]] == p; };
  std::vector<std::uint32_t> first(size + 1, 0);
  std::vector<back> list;
  auto const each = [&](auto const& use) {
    for (std::uint32_t i = 0; i < size; ++i) {
      point const p = members[i];
      if (is_start(p) && inside(p + 1)) use(i, p + 1, 0, support::by_own_other_point());
      for (auto const* a = out_.begin(p); a != out_.end(p); ++a)
        if (a->number != arc::gone && inside(a->to)) use(i, a->to, a->at_least, support::by_constraint(a->number));
    }
  };
  each([&](std::uint32_t, point to, std::int64_t, support) { ++first[local_[to]]; });
  for (std::uint32_t i = 0, sum = 0; i <= size; ++i) first[i] = sum += first[i];
  list.resize(first[size]);
  each([&](std::uint32_t from, point to, std::int64_t at_least, support by) { list[--first[local_[to]]] = {from, at_least, by}; });

  using waiting = std::pair<std::int64_t, std::uint32_t>;
  least_first<waiting> queue;
  auto const ahead = [&](std::uint32_t i, std::int64_t value) { return moved(value, -g.potentials[i]); };
  auto const push = [&](std::uint32_t i, std::int64_t value, support by) {
    value = std::max(value, points_[members[i]].value);
    if (value >= latest[members[i]].value) return false;
    latest[members[i]] = {value, by};
    return true;
  };
  for (std::uint32_t i = 0; i < size; ++i) {
    point const p = members[i];
    if (is_start(p) && !inside(p + 1)) push(i, latest[p + 1].value, support::by_own_other_point());
    for (auto const* a = out_.begin(p); a != out_.end(p); ++a)
      if (a->number != arc::gone && !inside(a->to)) push(i, moved(latest[a->to].value, -a->at_least), support::by_constraint(a->number));
    if (latest[p].value != far_future) queue.push({ahead(i, latest[p].value), i});
  }
  while (!queue.empty()) {
    auto const [distance, i] = queue.top();
    queue.pop();
    auto const value = latest[members[i]].value;
    if (distance != ahead(i, value)) continue;
    look();
    for (auto k = first[i]; k != first[i + 1]; ++k)
      if (auto const from = list[k].from; push(from, moved(value, -list[k].at_least), list[k].by))
        queue.push({ahead(from, latest[members[from]].value), from});
  }
}

}  // namespace sinedie::chronology::detail
