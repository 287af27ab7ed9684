// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

#include <sinedie/time/calendar.hpp>
#include <sinedie/time/duration.hpp>

namespace sinedie::detail {

struct month_days {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// How many days that many months take, from whichever day of the Gregorian calendar. Each bound is reached.
[[nodiscard]] inline month_days days_of_months(std::int64_t months) {
  // The calendar repeats after 4,800 months of 146,097 days. What was found once is kept: files say P1M over and over.
  constexpr int cycle = 4800;
  static std::array<std::atomic<std::uint64_t>, cycle> known{};
  auto const rest = static_cast<int>(months % cycle);
  auto& kept = known[static_cast<std::size_t>(rest)];
  std::uint64_t packed = kept.load(std::memory_order_relaxed);
  if (packed == 0 && rest != 0) {
    std::int64_t least = 146097, most = 0;
    for (int from = 0; from < cycle; ++from) {
      int const to = from + rest;
      std::int64_t const year = 2000 + from / 12, then = 2000 + to / 12;
      int const last = time::days_in_month(then, to % 12 + 1);
      std::int64_t const far = time::days_from_civil({then, to % 12 + 1, 1}) - time::days_from_civil({year, from % 12 + 1, 1});
      // All days that both months have lead equally far; those that only the first has lead to the other's last, so less far.
      least = std::min(least, far - std::max(0, time::days_in_month(year, from % 12 + 1) - last));
      most = std::max(most, far);
    }
    packed = static_cast<std::uint64_t>(least) << 32U | static_cast<std::uint64_t>(most);
    kept.store(packed, std::memory_order_relaxed);
  }
  std::int64_t const whole = months / cycle * 146097;
  return {whole + static_cast<std::int64_t>(packed >> 32U), whole + static_cast<std::int64_t>(packed & 0xFFFFFFFFU)};
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE duration::duration(std::string_view iso8601) : duration{try_parse(iso8601).value()} {}

SINEDIE_INLINE result<duration> duration::try_parse(std::string_view iso8601) {
  struct unit {
    char letter;
    bool of_day;
    std::int64_t most;
  };
  static constexpr std::int64_t day = 86400;
  static constexpr unit units[] = {{'Y', false, 366 * day}, {'M', false, 31 * day}, {'W', false, 7 * day}, {'D', false, day},
                                   {'H', true, 3600},        {'M', true, 60},         {'S', true, 1}};
  // Far beyond any negotiation, and so small that sums of a few never leave the axis.
  static constexpr std::int64_t longest = std::int64_t{1} << 58U;
  std::size_t at = 0;
  auto const fail = [&](errc code, std::string const& why, std::string expected) {
    problem p;
    p.code = code;
    p.offset = at;
    p.found = at < iso8601.size() ? std::string{iso8601.substr(at, 1)} : std::string{};
    p.message = detail::quoted(iso8601) + " isn't a duration: " + why + " (at byte " + std::to_string(at) + "; expected " + expected + ')';
    p.expected = std::move(expected);
    return p;
  };
  if (iso8601.empty()) return fail(errc::empty, "it is empty", "P");
  if (iso8601.size() > 128) return fail(errc::too_long, "it has more than 128 bytes", "a duration such as P1D");
  if (iso8601[at] != 'P') return fail(errc::bad_syntax, "it doesn't begin with P", "P");
  ++at;
  duration made;
  std::int64_t months = 0;
  std::int64_t exact = 0;  // seconds of all units but years and months
  std::size_t next = 0;  // among the units
  bool in_day = false;
  bool any = false;
  while (at < iso8601.size()) {
    if (iso8601[at] == 'T') {
      if (in_day) return fail(errc::bad_syntax, "a second T", "a number");
      in_day = true;
      any = false;
      if (next < 4) next = 4;
      ++at;
      continue;
    }
    std::size_t const first = at;
    std::int64_t count = 0;
    for (; at < iso8601.size() && iso8601[at] >= '0' && iso8601[at] <= '9'; ++at) {
      if (count > longest / 10) return fail(errc::out_of_range, "its number is too large", "a smaller number");
      count = count * 10 + (iso8601[at] - '0');
    }
    if (at == first)
      return fail(errc::bad_syntax, any ? "text follows it" : "a number is missing", any ? "a number or the end" : "a digit");
    if (at == iso8601.size()) return fail(errc::bad_syntax, "a unit is missing", in_day ? "H, M or S" : "Y, M, W or D");
    std::size_t found = next;
    while (found < std::size(units) && (units[found].letter != iso8601[at] || units[found].of_day != in_day)) ++found;
    if (found == std::size(units))
      return fail(errc::bad_syntax, "this unit can't stand here",
                  in_day ? "H, M or S, each once and in this order" : "Y, M, W or D, each once and in this order");
    if (count > longest / units[found].most || made.most_ > longest - count * units[found].most)
      return fail(errc::out_of_range, "it is too long", "less than some nine thousand million years");
    made.most_ += count * units[found].most;
    if (found < 2) months += count * (found == 0 ? 12 : 1);
    else exact += count * units[found].most;
    next = found + 1;
    any = true;
    ++at;
  }
  if (!any) return fail(errc::bad_syntax, "no unit is given", "a number and a unit");
  auto const days = detail::days_of_months(months);
  made.least_ = days.least * day + exact;
  made.most_ = days.most * day + exact;
  made.text_ = iso8601;
  return made;
}

}  // namespace sinedie::time
