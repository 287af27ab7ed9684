// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include <sinedie/time/duration-inl.hpp>
#include <sinedie/time/duration_sum.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::detail {

/// Moves instants by months, then by seconds, forwards or backwards.
class mover {
 public:
  mover(time::duration_parts by, int sign, time::calendar in) noexcept : months_{sign * by.months}, seconds_{sign * by.seconds}, in_{in} {}

  /// The earliest and the latest place to which what lies in [first, last] is moved; nothing beyond the axis.
  [[nodiscard]] std::optional<time::limits> window(time::instant first, time::instant last) const {
    auto low = one(first), high = one(last);
    if (!low || !high) return std::nullopt;
    // Several last days of a month may be moved to one and the same: then the time of day decides, not the day.
    if (months_ != 0 && first.is_bounded() && first < last) {
      std::int64_t const day = floor_div(first.seconds(), 86400);
      for (std::int64_t next = day + 1; next <= day + 3; ++next) {
        time::instant const start{next * 86400};
        if (last < start) break;
        if (auto const there = one(start); there && *there < *low) low = there;
      }
    }
    if (months_ != 0 && last.is_bounded() && first < last) {
      std::int64_t const day = floor_div(last.seconds(), 86400);
      for (std::int64_t before = day - 1; before >= day - 3; --before) {
        time::instant const end{before * 86400 + 86399};
        if (end < first) break;
        if (auto const there = one(end); there && *high < *there) high = there;
      }
    }
    return time::limits{*low, *high, *low, *high};
  }

 private:
  std::int64_t months_;
  std::int64_t seconds_;
  time::calendar in_;

  [[nodiscard]] std::optional<time::instant> one(time::instant i) const {
    if (!i.is_bounded()) return i;
    std::int64_t seconds = i.seconds();
    if (months_ != 0) {
      std::int64_t const number = floor_div(seconds, 86400);
      std::int64_t const of_day = seconds - number * 86400;
      time::civil_day day = time::civil_from_days(number, in_);
      std::int64_t const month = day.month - 1 + months_;
      day.year += floor_div(month, 12);
      if (day.year > time::farthest_year || day.year < -time::farthest_year) return std::nullopt;
      day.month = static_cast<int>(month - floor_div(month, 12) * 12) + 1;
      day.day = std::min(day.day, time::days_in_month(day.year, day.month, in_));
      seconds = time::days_from_civil(day, in_) * 86400 + of_day;
    }
    time::instant const from{seconds};
    time::instant const to = from.plus(seconds_);
    // Held back at the outermost second, it would be a date that follows from nothing.
    if (to.seconds() - seconds != seconds_) return std::nullopt;
    return to;
  }
};

[[nodiscard]] inline problem beyond_the_axis(std::string const& when, char const* verb, time::duration const& d) {
  problem p;
  p.code = errc::out_of_range;
  p.message = when + ' ' + verb + ' ' + quoted(d.text()) + " lies outside the axis of time";
  p.found = d.text();
  p.expected = "a result within 290,000,000,000 years of the year 0000";
  return p;
}

[[nodiscard]] inline result<time::limits> moved(time::limits const& when, time::duration const& d, int sign, time::calendar in) {
  mover const by{time::parts_of(d), sign, in};
  auto const start = by.window(when.start_min, when.start_max);
  auto const end = by.window(when.end_min, when.end_max);
  if (!start || !end) {
    auto const spelled = [](time::instant i, char const* none) { return i.is_bounded() ? time::to_day_string(i) : std::string{none}; };
    return beyond_the_axis("from " + spelled(when.start_min, "the past") + " to " + spelled(when.end_max, "the future"),
                           sign > 0 ? "plus" : "less", d);
  }
  return time::limits{start->start_min, start->start_max, std::max(end->end_min, start->start_min),
                      std::max(end->end_max, start->start_max)};
}

[[nodiscard]] inline result<time::limits> moved(time::dating const& when, time::duration const& d, int sign) {
  using time::calendar;
  if (when.is_empty()) return when.limits();
  auto const name = [&](result<time::limits> r) -> result<time::limits> {
    if (r) return r;
    return beyond_the_axis(quoted(when.text()), sign > 0 ? "plus" : "less", d);
  };
  if (when.stated_in() != calendar::unknown) return name(moved(when.limits(), d, sign, when.stated_in()));
  std::optional<time::limits> hull;
  for (calendar const in : {calendar::gregorian, calendar::julian}) {
    auto const read = time::dating::try_parse(when.text(), in);
    if (!read) continue;  // a day that only the other calendar has
    auto there = name(moved(read->limits(), d, sign, in));
    if (!there) return there;
    hull = !hull ? *there
                 : time::limits{std::min(hull->start_min, there->start_min), std::max(hull->start_max, there->start_max),
                                std::min(hull->end_min, there->end_min), std::max(hull->end_max, there->end_max)};
  }
  return hull.value_or(when.limits());
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE duration_parts parts_of(duration const& d) {
  duration_parts parts;
  bool in_day = false;
  std::int64_t count = 0;
  // The text was checked when it was parsed: its sums fit.
  for (char const c : d.text()) {
    if (c >= '0' && c <= '9') {
      count = count * 10 + (c - '0');
      continue;
    }
    switch (c) {
      case 'T': in_day = true; break;
      case 'Y': parts.months += count * 12; break;
      case 'W': parts.seconds += count * 7 * 86400; break;
      case 'D': parts.seconds += count * 86400; break;
      case 'H': parts.seconds += count * 3600; break;
      case 'S': parts.seconds += count; break;
      case 'M': (in_day ? parts.seconds : parts.months) += count * (in_day ? 60 : 1); break;
      default: break;
    }
    count = 0;
  }
  return parts;
}

SINEDIE_INLINE day_count days_of(duration const& d) {
  duration_parts const parts = parts_of(d);
  auto const found = detail::days_of_months(parts.months);
  return {found.least + parts.seconds / 86400, found.most + parts.seconds / 86400 + (parts.seconds % 86400 != 0 ? 1 : 0)};
}

SINEDIE_INLINE result<limits> try_add(limits const& when, duration const& d, calendar in) { return detail::moved(when, d, 1, in); }
SINEDIE_INLINE result<limits> try_subtract(limits const& when, duration const& d, calendar in) { return detail::moved(when, d, -1, in); }
SINEDIE_INLINE result<limits> try_add(dating const& when, duration const& d) { return detail::moved(when, d, 1); }
SINEDIE_INLINE result<limits> try_subtract(dating const& when, duration const& d) { return detail::moved(when, d, -1); }

SINEDIE_INLINE limits add(limits const& when, duration const& d, calendar in) {
  return try_add(when, d, in).value();
}

SINEDIE_INLINE limits subtract(limits const& when, duration const& d, calendar in) {
  return try_subtract(when, d, in).value();
}

SINEDIE_INLINE limits add(dating const& when, duration const& d) { return try_add(when, d).value(); }
SINEDIE_INLINE limits subtract(dating const& when, duration const& d) { return try_subtract(when, d).value(); }

}  // namespace sinedie::time
