// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The readings of a dating, as sets of seconds that can be searched without listing them.
///
/// A reading is an extent [start, end]. Of most datings the start and the end are chosen freely, each from a set of its own, the
/// start not after the end. Of a date with unspecified digits, and of a member of a list, both come from the same window of a
/// series. Each set answers one question: which is its least second that isn't before a given one?
///
/// In each of Allen's relations the four points stand in a row, so choosing the least second that is possible, point by point,
/// finds a pair of readings wherever there is one.

#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/units.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::detail {

/// `by` seconds after `i`, or the least second after the unbounded past; nothing behind the unbounded future.
[[nodiscard]] constexpr std::optional<time::instant> beyond(time::instant i, std::int64_t by) noexcept {
  if (by == 0) return i;
  if (i.is_future() || i == last_second) return std::nullopt;
  return i.is_past() ? least_second : i.plus(by);
}

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

/// The seconds of an end of an interval, or of one window after another.
struct second_set {
  second_range range{};
  std::optional<edtf_units> series = {};  ///< where there is one, it alone counts

  [[nodiscard]] std::optional<time::instant> from(time::instant i) const;
};

/// A part of a dating's readings.
struct readings_part {
  bool coupled = false;  ///< both points come from the same window of `start`
  second_set start;
  second_set end;
};

/// The parts that together are all readings; `margin`, what is uncertain or approximate may be off by that many of its own units.
/// Precondition of `clock::utc`: the dating is on clocks; of a margin: it isn't an interval.
[[nodiscard]] std::vector<readings_part> readings_of(time::dating const& d, clock by = clock::local, std::int64_t margin = 0);

/// The same as limits, one for each window that digits or a list leave. Of more than a thousand, all that a member leaves count as
/// one, or all of the dating: then some are no readings, but every reading is among them.
[[nodiscard]] std::vector<time::limits> alternatives_of(time::dating const& d);

/// Allen's relations in the order of his table, each followed after seven by its converse.
enum class chain : unsigned char { before, meets, overlaps, starts, during, finishes, equals };

template <typename A, typename B>
[[nodiscard]] constexpr std::optional<time::instant> common(A const& a, B const& b, time::instant from, std::int64_t shift = 0) {
  auto const shifted = [&](time::instant i, std::int64_t by) { return i.is_bounded() ? i.plus(by) : i; };
  for (auto x = a.from(from); x;) {
    if (shift != 0 && !x->is_bounded()) return std::nullopt;
    auto const y = b.from(shifted(*x, shift));
    if (!y) return std::nullopt;
    if (*y == shifted(*x, shift)) return x;
    x = a.from(shifted(*y, -shift));
  }
  return std::nullopt;
}

/// Whether some start and end of each stand in that relation.
template <typename AS, typename AE, typename BS, typename BE>
[[nodiscard]] constexpr bool stands(chain relation, AS const& a_start, AE const& a_end, BS const& b_start, BE const& b_end) {
  using point = std::optional<time::instant>;
  auto const after = [](auto const& set, point const& before, std::int64_t by) -> point {
    auto const least = before ? beyond(*before, by) : before;
    return least ? set.from(*least) : least;
  };
  constexpr auto past = time::instant::past();
  point x;
  switch (relation) {
    case chain::before: return after(b_end, after(b_start, after(a_end, a_start.from(past), 0), 2), 0).has_value();
    case chain::meets: {
      x = a_start.from(past);
      if (x) x = common(a_end, b_start, *x, 1);
      return x && after(b_end, beyond(*x, 1), 0);
    }
    case chain::overlaps: return after(b_end, after(a_end, after(b_start, a_start.from(past), 1), 0), 1).has_value();
    case chain::starts: return after(b_end, after(a_end, common(a_start, b_start, past), 0), 1).has_value();
    case chain::during: return after(b_end, after(a_end, after(a_start, b_start.from(past), 1), 0), 1).has_value();
    case chain::finishes: {
      x = after(a_start, b_start.from(past), 1);
      return x && common(a_end, b_end, *x);
    }
    case chain::equals: break;
  }
  x = common(a_start, b_start, past);
  return x && common(a_end, b_end, *x);
}

/// The same of four ranges, as bare comparisons. `chosen` holds the least second that is possible for the point before.
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

/// The first day, from that of `i` on, within which some start and end lie.
template <typename Start, typename End>
[[nodiscard]] constexpr std::optional<time::instant> day_from(Start const& start, End const& end, time::instant i) {
  for (auto s = start.from(i); s && s->is_bounded();) {
    auto const e = end.from(*s);
    if (!e || !e->is_bounded()) return std::nullopt;
    if (day_start(*e) == day_start(*s)) return day_start(*s);
    s = start.from(day_start(*e));
  }
  return std::nullopt;
}
/// Whether two series of days have one in common.
template <typename A, typename B>
[[nodiscard]] constexpr bool share_day(A next_of_a, B next_of_b) {
  for (auto x = next_of_a(least_day); x;) {
    auto const y = next_of_b(*x);
    if (!y) return false;
    if (*x == *y) return true;
    x = next_of_a(*y);
  }
  return false;
}

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

/// Whether a reading of one stands in that relation to a reading of the other.
[[nodiscard]] bool stands(chain relation, readings_part const& a, readings_part const& b);

/// Whether a reading of each lies within one day, the same.
[[nodiscard]] bool share_day(readings_part const& a, readings_part const& b);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/detail/readings-inl.hpp>
#endif
