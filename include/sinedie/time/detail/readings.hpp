// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The readings of a dating, as sets of seconds that can be searched without listing them.
///
/// A reading is an extent [start, end]. Of most datings the start and the end are chosen freely, each from a set of its own, the
/// start not after the end. Of a date with unspecified digits, and of a member of a list, both come from the same window of a
/// series. Each set answers one question: which is its least second that isn't before a given one?
/// How a pair of them is found that stands in a relation: see `ranges.hpp`.

#include <cstdint>
#include <optional>
#include <vector>

#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/ranges.hpp>
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

/// Whether a reading of one stands in that relation to a reading of the other.
[[nodiscard]] bool stands(chain relation, readings_part const& a, readings_part const& b);

/// Whether a reading of each lies within one day, the same.
[[nodiscard]] bool share_day(readings_part const& a, readings_part const& b);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/detail/readings-inl.hpp>
#endif
