// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/minimal.hpp>
#include <sinedie/chronology/detail/sweeper.hpp>

namespace sinedie::chronology::detail {

/// Looks through a group for dates that clash over a statement or two: that is told rather than a long ring, of which the
/// statements between them are part as well. Where any do, the group waits for the next sweep.
SINEDIE_INLINE bool sweeper::clashes_across(point const* begin, point const* end) {
  auto const size = static_cast<std::uint32_t>(end - begin);
  auto const inside = [&](point p) { return local_[p] < size && begin[local_[p]] == p; };
  std::vector<state> before;
  before.reserve(size);
  for (auto const* p = begin; p != end; ++p) before.push_back(points_[*p]);
  auto const clashing = [&](point p) { return is_late(p); };
  for (int pass = 0; pass < 2 && std::none_of(begin, end, clashing); ++pass)
    for (auto const* p = begin; p != end; ++p) {
      auto const value = points_[*p].value;
      if (is_start(*p) && inside(*p + 1)) pull(*p + 1, value, support::by_own_other_point());
      for (auto const* a = out_.begin(*p); a != out_.end(*p); ++a)
        if (a->number != arc::gone && inside(a->to)) pull(a->to, moved(value, a->at_least), support::by_constraint(a->number));
    }
  auto const taken = found_.taken;
  longest_chain_ = 1000;
  for (auto const* p = begin; p != end; ++p)
    if (clashing(*p)) clashes_at(*p);
  longest_chain_ = points_.size();
  if (taken == found_.taken) {
    for (std::uint32_t i = 0; i < size; ++i) points_[begin[i]] = before[i];
    return false;
  }
  for (auto const* p = begin; p != end; ++p) {
    settle_now(*p);
    row_[done_++] = *p;
  }
  clean_ = false;
  return true;
}

/// The chain of statements that leads to an earliest value past the latest that is stated.
SINEDIE_INLINE void sweeper::clashes_at(point p) {
  clean_ = false;
  if (!first_only_) clash_of(p, p, {});
}

/// The chain that pulls `p`, by a last link from `at` where one is given.
SINEDIE_INLINE void sweeper::clash_of(point p, point at, support last) {
  trail found;
  found.links.push_back(latest_[p].by);
  if (last.any()) found.links.push_back(last);
  for (auto by = points_[at].by; ; by = points_[at].by) {
    if (by.is_own()) {
      --at;
      continue;
    }
    // In a ring that hasn't been looked at yet what pulls may itself be pulled.
    if (!by.any() || found.links.size() > longest_chain_) break;
    found.links.push_back(by);
    if (by.is_bound()) break;
    at = net_.constraints()[by.place()].from;
  }
  std::reverse(found.links.begin(), found.links.end());
  // A chain through what was set aside, or let go, in this sweep is looked for again in the next.
  bool usable = found.links.front().is_bound() && found.links.size() > 1;
  for (auto const& link : found.links) usable = usable && !found_.aside[stated_by(net_, link)];
  if (usable) {
    auto value = raw(net_.bounds()[found.links.front().place()].value);
    for (auto const& link : found.links)
      if (link.is_constraint()) value = moved(value, net_.constraints()[link.place()].at_least);
    usable = value > latest_[p].value;
  }
  if (usable)
    for (auto const s : found_.take(net_, {minimal(net_, found, pace_)})) cut(s);
}

/// What follows isn't pulled by what has been set aside; that is swept once more.
SINEDIE_INLINE void sweeper::let_go(point p) {
  auto const own = stated_earliest(p);
  bool const own_holds = own.by.any() && own.value <= latest_[p].value;
  points_[p].value = own_holds ? own.value : far_past;
  points_[p].by = own_holds ? own.by : support{};
}

/// By what is in force at this moment: what has been set aside elsewhere since must not decide here.
SINEDIE_INLINE sweeper::stated sweeper::stated_earliest(point p) {
  auto const& all = net_.bounds();
  if (first_earliest_.empty()) {
    first_earliest_.assign(net_.points(), no_bound);
    next_earliest_.assign(all.size(), no_bound);
    for (auto i = static_cast<std::uint32_t>(all.size()); i-- > 0;)
      if (all[i].earliest) next_earliest_[i] = std::exchange(first_earliest_[all[i].at], i);
  }
  stated best{far_past, {}};
  for (auto i = first_earliest_[p]; i != no_bound; i = next_earliest_[i])
    if (auto const value = raw(all[i].value); !found_.aside[all[i].by] && value > best.value) best = {value, support::by_bound(i)};
  return best;
}

/// Takes out a statement that this sweep may have come by. What it had pulled must be swept again; where it had pulled nothing,
/// what waited for it waits no longer.
SINEDIE_INLINE void sweeper::cut(statement_number s) {
  if (auto const [i, last] = laid_by(net_.bounds(), s); i != last) clean_ = false;
  for (auto [i, last] = laid_by(net_.constraints(), s); i < last; ++i) {
    auto const& c = net_.constraints()[i];
    out_.remove(c, static_cast<std::uint32_t>(i));
    --leading_[c.to];
    if (is_settled(c.from)) clean_ = false;
    else if (!is_settled(c.to) && (--points_[c.to].waits & settled) == 0 && (open_.empty() || !open_[c.to])) queue_[ready_++] = c.to;
  }
}

/// Among points that wait for each other in rings, looks for dates that clash over a single statement: mostly that closed the
/// ring, and the two dates tell more than all that lies on it. Then goes on with what waits for nothing any more.
SINEDIE_INLINE void sweeper::cut_single_links() {
  for (point p = 0; p < net_.points(); ++p) {
    if (is_settled(p) || points_[p].value == far_past) continue;
    for (auto const* a = out_.begin(p); a != out_.end(p); ++a)
      if (a->number != arc::gone && moved(points_[p].value, a->at_least) > latest_[a->to].value)
        clash_of(a->to, p, support::by_constraint(a->number));
  }
  drain();
}

}  // namespace sinedie::chronology::detail
