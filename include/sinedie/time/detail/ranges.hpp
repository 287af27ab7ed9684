// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What two bounds of a start and two of an end leave of seconds, and how two such extents may stand to each other.
///
/// In each of Allen's relations the four points stand in a row, so choosing the least second that is possible, point by point,
/// finds a pair of readings wherever there is one.

#include <cstdint>

#include <sinedie/time/calendar.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::detail {

inline constexpr time::instant least_second{INT64_MIN + 1};
inline constexpr time::instant last_second{INT64_MAX - 1};

/// All seconds from one to another; either may be an unbounded end, if both are.
struct second_range {
  time::instant first;
  time::instant last;

  /// What two bounds leave: no bound on a side leaves every second there is, both bounds at an unbounded end leave only that.
  [[nodiscard]] static constexpr second_range between(time::instant least, time::instant most) noexcept {
    bool const open = least == most && !least.is_bounded();
    if (open) return {least, most};
    return {least.is_past() ? least_second : least, most.is_future() ? last_second : most};
  }
  [[nodiscard]] constexpr std::optional<time::instant> from(time::instant i) const noexcept {
    if (last < i) return std::nullopt;
    return i < first ? first : i;
  }
};

/// Allen's relations in the order of his table, each followed after seven by its converse.
enum class chain : unsigned char { before, meets, overlaps, starts, during, finishes, equals };

/// Whether some start and end of each stand in that relation, as bare comparisons. `chosen` holds the least second that is possible
/// for the point before.
[[nodiscard]] constexpr bool stands(chain relation, second_range const& a_start, second_range const& a_end, second_range const& b_start,
                                    second_range const& b_end) noexcept {
  constexpr auto past = time::instant::past();
  time::instant chosen = past;
  auto const held = [&](second_range const& r) {
    if (chosen < r.first) chosen = r.first;
    return chosen <= r.last;
  };
  auto const later = [&](second_range const& r, std::int64_t by) {
    if (!(chosen < last_second)) return false;
    chosen = chosen.is_past() ? least_second : chosen.plus(by);
    return held(r);
  };
  auto const same = [&](second_range const& r, second_range const& s) {
    if (chosen < s.first) chosen = s.first;
    return held(r) && chosen <= s.last;
  };
  switch (relation) {
    case chain::before: return held(a_start) && held(a_end) && later(b_start, 2) && held(b_end);
    case chain::meets: {
      if (!held(a_start) || !held(a_end) || b_start.last.is_past()) return false;
      if (chosen < b_start.first.plus(-1)) chosen = b_start.first.plus(-1);
      return chosen.is_bounded() && chosen <= a_end.last && later(b_start, 1) && held(b_end);
    }
    case chain::overlaps: return held(a_start) && later(b_start, 1) && held(a_end) && later(b_end, 1);
    case chain::starts: return same(a_start, b_start) && held(a_end) && later(b_end, 1);
    case chain::during: return held(b_start) && later(a_start, 1) && held(a_end) && later(b_end, 1);
    case chain::finishes: return held(b_start) && later(a_start, 1) && same(a_end, b_end);
    case chain::equals: break;
  }
  return same(a_start, b_start) && same(a_end, b_end);
}

/// The first second of a day.
[[nodiscard]] constexpr time::instant day_start(time::instant i) noexcept {
  return time::instant{floor_div(i.seconds(), 86400) * 86400};
}
/// Of the axis' outermost days only the second one is whole.
inline constexpr time::instant least_day = day_start(least_second.plus(std::int64_t{2} * 86400));

/// What two bounds of a start and two of an end leave.
struct range_pair {
  second_range start;
  second_range end;

  constexpr explicit range_pair(time::limits const& l) noexcept
      : start{second_range::between(l.start_min, l.start_max)}, end{second_range::between(l.end_min, l.end_max)} {}
};
[[nodiscard]] constexpr bool stands(chain relation, range_pair const& a, range_pair const& b) noexcept {
  return stands(relation, a.start, a.end, b.start, b.end);
}

/// Whether a reading of each lies within one day, the same: on the days of a tight start and end, from the later one's first to the
/// earlier one's last.
[[nodiscard]] constexpr bool share_day(range_pair const& a, range_pair const& b) noexcept {
  auto const dated = [](range_pair const& p) { return p.start.first.is_bounded() && p.end.first.is_bounded(); };
  if (!dated(a) || !dated(b)) return false;
  auto first = least_day;
  for (auto const end : {a.end.first, b.end.first})
    if (first < end) first = end;
  auto const last = a.start.last < b.start.last ? a.start.last : b.start.last;
  return least_day <= last && day_start(first) <= day_start(last);
}

/// Whether no reading of either leaves that one day.
[[nodiscard]] constexpr bool within_one_day(time::limits const& a, time::limits const& b) noexcept {
  auto const bounded = [](time::limits const& l) { return l.start_min.is_bounded() && l.end_max.is_bounded(); };
  if (!bounded(a) || !bounded(b)) return false;
  auto const day = day_start(a.start_min);
  return day == day_start(a.end_max) && day == day_start(b.start_min) && day == day_start(b.end_max);
}

}  // namespace sinedie::detail
