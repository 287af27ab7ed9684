// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>

#include <sinedie/chronology/detail/calendar_hull.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

SINEDIE_INLINE network::mark_type network::mark() const noexcept {
  return {statements_, constraints_.size(), bounds_.size(), calendar_gaps_.size(), choices_.size()};
}

SINEDIE_INLINE void network::tighten(std::size_t constraint, std::int64_t at_least) { constraints_[constraint].at_least = at_least; }
SINEDIE_INLINE void network::tighten(std::size_t bound, time::instant value) { bounds_[bound].value = value; }
SINEDIE_INLINE void network::note(statement_number by) {
  using sinedie::detail::raise;
  // The highest bit tells bounds from constraints where a solution says what gave a limit.
  constexpr std::size_t most = 0x7FFFFFF0U;
  if (by >= most || constraints_.size() >= most || bounds_.size() >= most) [[unlikely]] raise(errc::limit, "a network is full");
  if (statements_ != 0 && by + 1 < statements_) [[unlikely]]
    raise(errc::bad_argument, "statement " + std::to_string(by) + " is laid after statement " + std::to_string(statements_ - 1));
  statements_ = by + 1;
}

SINEDIE_INLINE void network::refuse(node a, node b, distance d, statement_number by) const {
  using sinedie::detail::raise;
  auto const name = [&] { return "statement " + std::to_string(by); };
  if (a >= events_ || b >= events_)
    raise(errc::bad_argument, name() + " names event " + std::to_string(a >= events_ ? a : b) + " of " + std::to_string(events_));
  if (d.least < 0) raise(errc::bad_argument, name() + " has a negative gap, " + std::to_string(d.least));
  if (d.least > d.most)
    raise(errc::reversed,
          name() + " has a gap of at least " + std::to_string(d.least) + " and at most " + std::to_string(d.most) + " seconds");
  if (d.least > longest_gap || (d.most != no_gap && d.most > longest_gap))
    raise(errc::out_of_range, name() + " has a gap of " + std::to_string(d.least > longest_gap ? d.least : d.most) + " seconds");
}

SINEDIE_INLINE void network::set_clock(node v, std::int16_t minutes) {
  check(v, v, {}, statements_);
  if (clocks_.size() <= v) clocks_.resize(std::size_t{v} + 1, no_clock);
  clocks_[v] = minutes;
}

SINEDIE_INLINE void network::limit(point at, bool earliest, time::instant value, statement_number by) {
  check(event_of(at), event_of(at), {}, by);
  note(by);
  if (value != (earliest ? time::instant::past() : time::instant::future())) bounds_.push_back({at, earliest, value, by});
}

SINEDIE_INLINE void network::date(node v, time::limits const& l, statement_number by) {
  auto const tight = l.tightened();
  if (!tight)
    sinedie::detail::raise(errc::reversed, "statement " + std::to_string(by) + " dates an event so that it ends before it starts");
  limit(start_of(v), true, tight->start_min, by);
  limit(start_of(v), false, tight->start_max, by);
  limit(end_of(v), true, tight->end_min, by);
  limit(end_of(v), false, tight->end_max, by);
}

SINEDIE_INLINE void network::date_one_of(node v, std::vector<time::limits> members, statement_number by) {
  if (members.empty()) sinedie::detail::raise(errc::bad_argument, "statement " + std::to_string(by) + " dates an event on one of no days");
  auto hull = members.front();
  for (auto const& m : members) hull = detail::hull_of(hull, m);
  date(v, hull, by);
  if (members.size() > 1) choices_.push_back({v, by, std::move(members)});
}

SINEDIE_INLINE void network::require(point from, point to, std::int64_t at_least, statement_number by, bool strict,
                                     std::int16_t clocks) {
  if (from >= points() || to >= points() || from == to || at_least > longest_gap || at_least < -longest_gap)
    sinedie::detail::raise(errc::bad_argument, "statement " + std::to_string(by) + " can't be laid between points " + std::to_string(from) +
                                                   " and " + std::to_string(to) + " of " + std::to_string(points()) + ", at least " +
                                                   std::to_string(at_least) + " seconds apart");
  note(by);
  constraints_.push_back({from, to, at_least, by, strict && at_least == std::int64_t{clocks} * 60, clocks});
}

SINEDIE_INLINE void network::last(node v, distance d, statement_number by) {
  check(v, v, d, by);
  if (d.least > 0) require(start_of(v), end_of(v), d.least, by);
  if (d.most != no_gap) require(end_of(v), start_of(v), -d.most, by);
  if (d.least == 0 && d.most == no_gap) note(by);
}

SINEDIE_INLINE void network::relate(relation_kind kind, node a, node b, distance gap, statement_number by) {
  check(a, b, gap, by);
  if (a == b)
    sinedie::detail::raise(errc::self_reference,
                           "statement " + std::to_string(by) + " relates event " + std::to_string(a) + " to itself");
  note(by);
  auto const ask = [&](point from, point to, std::int64_t at_least, bool strict = false) {
    auto const clocks = clocks_between(event_of(from), event_of(to));
    constraints_.push_back({from, to, at_least + std::int64_t{clocks} * 60, by, strict && at_least == 0, clocks});
  };
  // "Not at the same time" is left out where a gap of nothing at most asks for just that.
  auto const precede = [&](node first, node then) {
    ask(end_of(first), start_of(then), gap.least, gap.most != 0);
    if (gap.most != no_gap) ask(start_of(then), end_of(first), -gap.most);
  };
  auto const same = [&](point p, point q) {
    ask(p, q, 0);
    ask(q, p, 0);
  };
  auto const sooner = [&](point p, point q) { ask(p, q, 0, true); };
  switch (kind) {
    case relation_kind::before:
    case relation_kind::prepares: return precede(a, b);
    case relation_kind::after:
    case relation_kind::follows_up: return precede(b, a);
    case relation_kind::meets:
    case relation_kind::met_by: {
      auto const first = kind == relation_kind::meets ? a : b, then = kind == relation_kind::meets ? b : a;
      sooner(end_of(first), start_of(then));
      return ask(start_of(then), end_of(first), -1);
    }
    case relation_kind::overlaps:
    case relation_kind::overlapped_by: {
      auto const first = kind == relation_kind::overlaps ? a : b, then = kind == relation_kind::overlaps ? b : a;
      sooner(start_of(first), start_of(then));
      ask(start_of(then), end_of(first), 0);
      return sooner(end_of(first), end_of(then));
    }
    case relation_kind::starts:
    case relation_kind::started_by:
      same(start_of(a), start_of(b));
      return kind == relation_kind::starts ? sooner(end_of(a), end_of(b)) : sooner(end_of(b), end_of(a));
    case relation_kind::during:
    case relation_kind::contains: {
      auto const inner = kind == relation_kind::during ? a : b, outer = kind == relation_kind::during ? b : a;
      sooner(start_of(outer), start_of(inner));
      return sooner(end_of(inner), end_of(outer));
    }
    case relation_kind::finishes:
    case relation_kind::finished_by:
      same(end_of(a), end_of(b));
      return kind == relation_kind::finishes ? sooner(start_of(b), start_of(a)) : sooner(start_of(a), start_of(b));
    case relation_kind::equals:
      same(start_of(a), start_of(b));
      return same(end_of(a), end_of(b));
    case relation_kind::part_of:
      ask(start_of(b), start_of(a), 0);
      return ask(end_of(a), end_of(b), 0);
    case relation_kind::realised_as:
    case relation_kind::maybe_same_as: return;
  }
}

SINEDIE_INLINE void network::relate(relation_kind kind, node a, node b, calendar_length const* least, calendar_length const* most,
                                    statement_number by) {
  auto const anywhere = time::span{time::instant::past(), time::instant::future()};
  auto const first = static_cast<std::uint32_t>(constraints_.size());
  relate(kind, a, b, {least ? detail::hull_of(*least, anywhere).least : 0, most ? detail::hull_of(*most, anywhere).most : no_gap}, by);
  if (constraints_.size() == first) return;
  // The first constraint leads from the earlier end, which is the anchor, and the second back.
  auto const anchor = constraints_[first].from;
  auto const less = [&](std::uint32_t at) { return std::int64_t{constraints_[at].clocks} * -60; };
  if (least && least->months != 0) calendar_gaps_.push_back({first, anchor, true, less(first), *least});
  if (most && most->months != 0) calendar_gaps_.push_back({first + 1, anchor, false, less(first + 1), *most});
}

SINEDIE_INLINE void network::last(node v, calendar_length const* least, calendar_length const* most, statement_number by,
                                  std::int64_t less) {
  auto const anywhere = time::span{time::instant::past(), time::instant::future()};
  auto at = static_cast<std::uint32_t>(constraints_.size());
  auto const from = least ? std::max<std::int64_t>(detail::hull_of(*least, anywhere).least - less, 0) : 0;
  last(v, {from, most ? detail::hull_of(*most, anywhere).most : no_gap}, by);
  if (least && least->months != 0) calendar_gaps_.push_back({at, start_of(v), true, less, *least});
  if (from > 0) ++at;
  if (most && most->months != 0) calendar_gaps_.push_back({at, start_of(v), false, 0, *most});
}

SINEDIE_INLINE void network::add(calendar_gap g) { calendar_gaps_.push_back(g); }
SINEDIE_INLINE void network::add(choice c) { choices_.push_back(std::move(c)); }

SINEDIE_INLINE void network::back_to(mark_type const& m) noexcept {
  statements_ = m.statements;
  constraints_.erase(constraints_.begin() + static_cast<std::ptrdiff_t>(m.constraints), constraints_.end());
  bounds_.erase(bounds_.begin() + static_cast<std::ptrdiff_t>(m.bounds), bounds_.end());
  calendar_gaps_.erase(calendar_gaps_.begin() + static_cast<std::ptrdiff_t>(m.calendar_gaps), calendar_gaps_.end());
  choices_.erase(choices_.begin() + static_cast<std::ptrdiff_t>(m.choices), choices_.end());
}

SINEDIE_INLINE void network::reserve(std::size_t constraints, std::size_t bounds) {
  constraints_.reserve(constraints);
  bounds_.reserve(bounds);
}

}  // namespace sinedie::chronology
