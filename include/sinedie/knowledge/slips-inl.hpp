// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/knowledge/slips.hpp>

namespace sinedie {

SINEDIE_INLINE slips& slips::operator+=(slips const& other) noexcept {
  events += other.events;
  moves += other.moves;
  losses += other.losses;
  unmeasured += other.unmeasured;
  net_days += other.net_days;
  total_days += other.total_days;
  undated_days += other.undated_days;
  return *this;
}

namespace detail {

/// Days from the earliest start of one date to that of another; nothing where one isn't bounded, or lies beyond civil days.
[[nodiscard]] inline std::optional<std::int64_t> days_between(std::string_view from, std::string_view to) {
  auto const a = time::dating{from}.start_min();
  auto const b = time::dating{to}.start_min();
  if (!a.is_bounded() || !b.is_bounded()) return std::nullopt;
  auto const x = day_of(a);
  auto const y = day_of(b);
  if (!x || !y) return std::nullopt;
  return std::int64_t{y->time_since_epoch().count()} - std::int64_t{x->time_since_epoch().count()};
}

}  // namespace detail

SINEDIE_INLINE slips slips_in(std::vector<change> const& history, knowledge_day until) {
  slips s;
  s.events = 1;
  std::string date;  // the last that was named
  bool dated = false;
  bool to_come = true;
  knowledge_day since;
  auto const pass = [&](knowledge_day day) {
    if (since && day && *day > *since && to_come && !dated)
      s.undated_days += std::int64_t{day->time_since_epoch().count()} - std::int64_t{since->time_since_epoch().count()};
    if (day) since = day;
  };
  for (auto const& c : history) {
    if (until && c.day && *c.day > *until) break;
    pass(c.day);
    if (c.of == field::status) {
      auto const now = to_status(c.to);
      to_come = !now || is_planned(*now);
    }
    if (c.of != field::when || c.kind == change_kind::disputed || c.kind == change_kind::settled) continue;
    bool const was = dated;
    dated = !c.to.empty() && c.to != explicitly_none;
    s.losses += was && !dated ? 1U : 0U;
    if (!dated) continue;
    if (!date.empty() && kind_of_change(field::when, date, c.to) == change_kind::moved) {
      ++s.moves;
      if (auto const far = detail::days_between(date, c.to)) {
        s.net_days += *far;
        s.total_days += *far < 0 ? -*far : *far;
      } else {
        ++s.unmeasured;
      }
    }
    date = c.to;
  }
  if (until) pass(until);
  return s;
}

}  // namespace sinedie
