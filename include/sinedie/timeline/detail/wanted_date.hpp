// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where an event should stand in the order, other than by its limits: an undated plan where it is expected, else on the day of
/// knowledge; an event whose date was set aside, by that date all the same.

#include <optional>

#include <sinedie/chronology/order.hpp>
#include <sinedie/knowledge/day.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::detail {

/// `instant::past()` where its limits decide. `expected`: the earliest start of its expected window, `instant::past()` where there is
/// none.
[[nodiscard]] inline time::instant wanted_date(time::limits const& l, time::dating const* stated, time::instant expected,
                                               std::optional<status> s, knowledge_day day) {
  if (!stated) {
    if (!s || !is_planned(*s)) return time::instant::past();
    return expected.is_past() && day ? time::instant::of(*day) : expected;
  }
  auto const& own = stated->limits();
  bool const in_force = own.start_min <= l.start_min && l.start_max <= own.start_max;
  return in_force ? time::instant::past() : chronology::own_date(own, time::instant::past()).value_or(time::instant::past());
}

}  // namespace sinedie::detail
