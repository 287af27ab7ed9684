// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/duration_sum.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <sinedie/time/spell.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::duration_sum_test {

using namespace sinedie;
using time::calendar;
using time::dating;
using time::duration;
using time::instant;

namespace {

std::string bounds(time::limits const& l) {
  auto const one = [](instant i, bool end) {
    return i.is_past() ? std::string{"past"} : i.is_future() ? std::string{"future"} : time::to_bound_string(i, end);
  };
  return one(l.start_min, false) + ' ' + one(l.start_max, true) + ' ' + one(l.end_min, false) + ' ' + one(l.end_max, true);
}

/// A calendar duration as the oracle has it, and its text.
struct stretch {
  int months = 0, days = 0, hours = 0;
  std::string text;
};

/// Walks month by month and day by day, by the rules as they are told.
std::int64_t walk(std::int64_t second, stretch const& by, int sign, calendar in, bool planted) {
  std::int64_t number = second / 86400 - (second % 86400 < 0 ? 1 : 0);
  std::int64_t const of_day = second - number * 86400;
  auto day = time::civil_from_days(number, in);
  int const stated = day.day;
  for (int i = 0; i < by.months; ++i) {
    day.month += sign;
    if (day.month == 13) day.month = 1, ++day.year;
    if (day.month == 0) day.month = 12, --day.year;
  }
  day.day = 1;
  number = time::days_from_civil(day, in);
  int const length = time::days_in_month(day.year, day.month, in);
  // Planted: a day that the month doesn't have runs over into the next, as many a library has it.
  number += (planted ? stated : std::min(stated, length)) - 1;
  return (number + sign * by.days) * 86400 + of_day + sign * by.hours * 3600;
}

/// Where in a window a reading may begin or end so that no other one leads farther: its ends, and the first and the last second of
/// each day in it. Within a day, later leads later.
std::vector<std::int64_t> places(instant first, instant last) {
  std::vector<std::int64_t> found{first.seconds()};
  std::int64_t const day = 86400;
  for (std::int64_t s = first.seconds() / day * day - day; s <= last.seconds(); s += day)
    for (std::int64_t const at : {s, s + day - 1})
      if (first.seconds() < at && at < last.seconds()) found.push_back(at);
  found.push_back(last.seconds());
  return found;
}

/// Every reading of `l`, each moved: the hull. `l` is bounded.
std::optional<time::limits> enumerate(time::limits const& l, stretch const& by, int sign, calendar in, bool planted,
                                      std::size_t& readings) {
  std::optional<time::limits> hull;
  auto const ends = places(l.end_min, l.end_max);
  for (std::int64_t const s : places(l.start_min, l.start_max)) {
    instant const start{walk(s, by, sign, in, planted)};
    for (std::int64_t const e : ends) {
      if (e < s) continue;
      ++readings;
      instant const end = std::max(start, instant{walk(e, by, sign, in, planted)});
      if (!hull) hull = time::limits{start, start, end, end};
      hull = time::limits{std::min(hull->start_min, start), std::max(hull->start_max, start), std::min(hull->end_min, end),
                          std::max(hull->end_max, end)};
    }
  }
  return hull;
}

stretch any_stretch(std::mt19937_64& random, bool hours) {
  auto const upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  stretch s;
  int const years = upto(3) == 0 ? upto(5) : 0;
  int const months = upto(14), weeks = upto(4) == 0 ? upto(3) : 0, days = upto(2) == 0 ? upto(40) : 0;
  s.months = years * 12 + months;
  s.days = weeks * 7 + days;
  s.hours = hours && upto(1) == 0 ? upto(30) : 0;
  s.text = "P" + std::to_string(years) + 'Y' + std::to_string(months) + 'M' + std::to_string(weeks) + 'W' + std::to_string(days) + 'D';
  if (s.hours != 0) s.text += "T" + std::to_string(s.hours) + 'H';
  return s;
}

}  // namespace

TEST_CASE("a date moved by months is as wide as it must be", "[duration]") {
  CHECK(bounds(add(dating{"2025-02"}, duration{"P1M"})) == "2025-03-01 2025-03-28 2025-03-01 2025-03-28");
  CHECK(bounds(add(dating{"2025-01"}, duration{"P1M"})) == "2025-02-01 2025-02-28 2025-02-01 2025-02-28");
  CHECK(bounds(add(dating{"2025-01-31"}, duration{"P1M"})) == "2025-02-28 2025-02-28 2025-02-28 2025-02-28");
  CHECK(bounds(add(dating{"2024-02-29"}, duration{"P1Y"})) == "2025-02-28 2025-02-28 2025-02-28 2025-02-28");
  CHECK(bounds(add(dating{"2025-01-31"}, duration{"P1M1D"})) == "2025-03-01 2025-03-01 2025-03-01 2025-03-01");
  CHECK(bounds(subtract(dating{"2025-03-31"}, duration{"P1M"})) == "2025-02-28 2025-02-28 2025-02-28 2025-02-28");
  CHECK(bounds(subtract(dating{"2025-02-18"}, duration{"P2W"})) == "2025-02-04 2025-02-04 2025-02-04 2025-02-04");
  CHECK(bounds(add(dating{"2009/2017"}, duration{"P6M"})) == "2009-07-01 2010-06-30 2017-07-01 2018-06-30");
  CHECK(bounds(add(dating{"2025-02-18T10:00:00Z"}, duration{"PT4H"})) ==
        "2025-02-18T14:00:00 2025-02-18T14:00:00 2025-02-18T14:00:00 2025-02-18T14:00:00");
}

TEST_CASE("unbounded ends stay unbounded, and what dates nothing still dates nothing", "[duration]") {
  CHECK(bounds(add(dating{"2025-02-18/.."}, duration{"P1M"})) == "2025-03-18 2025-03-18 future future");
  CHECK(bounds(add(dating{"2025-02-18/"}, duration{"P1M"})) == "2025-03-18 2025-03-18 2025-03-18 future");
  CHECK(bounds(subtract(dating{"../2025"}, duration{"P1Y"})) == "past past 2024-01-01 2024-12-31");
  CHECK(add(dating{"../.."}, duration{"P1Y"}) == time::limits::none());
}

TEST_CASE("Julian datings move by Julian months, those of an unknown calendar by both", "[duration]") {
  dating const leap{"1900-02-29", calendar::julian};  // no Gregorian date
  CHECK(add(leap, duration{"P1M"}) == dating{"1900-03-29", calendar::julian}.limits());
  CHECK(add(dating{"1900-01-31", calendar::julian}, duration{"P1M"}) == leap.limits());
  CHECK(add(dating{"1918-01-15", calendar::unknown}, duration{"P1M"}) == dating{"1918-02-15", calendar::unknown}.limits());
  CHECK(add(dating{"1900-02-29", calendar::unknown}, duration{"P1M"}) == dating{"1900-03-29", calendar::julian}.limits());
}

TEST_CASE("a sum beyond the axis is an error that names both", "[duration]") {
  auto const far = time::try_add(dating{"Y289000000000"}, duration{"P8000000000Y"});
  REQUIRE_FALSE(far);
  CHECK(far.error().code == errc::out_of_range);
  CHECK(far.error().message.find("Y289000000000") != std::string::npos);
  CHECK(far.error().message.find("P8000000000Y") != std::string::npos);
  CHECK_FALSE(time::try_subtract(dating{"Y-289000000000"}, duration{"P8000000000Y"}));
  CHECK_FALSE(time::try_add(time::limits::within(time::span{instant{INT64_MAX - 10}, instant{INT64_MAX - 5}}), duration{"PT10S"}));
  CHECK(time::try_add(time::limits::within(time::span{instant{INT64_MAX - 10}, instant{INT64_MAX - 5}}), duration{"PT1S"}));
}

TEST_CASE("a duration takes a least and a greatest number of days, each reached from some day", "[duration]") {
  auto const is = [](char const* text, std::int64_t least, std::int64_t most) {
    CAPTURE(text);
    CHECK(days_of(duration{text}) == time::day_count{least, most});
  };
  is("P1M", 28, 31);
  is("P2M", 59, 62);
  is("P12M", 365, 366);
  is("P1Y", 365, 366);
  is("P4Y", 1460, 1461);  // 1897 to 1901 lacks the leap day
  is("P400Y", 146097, 146097);
  is("P2W1D", 15, 15);
  is("PT4H", 0, 1);
  is("P1MT36H", 29, 33);
  CHECK(parts_of(duration{"P1Y2M3DT4H5M6S"}) == time::duration_parts{14, 3 * 86400 + 4 * 3600 + 5 * 60 + 6});

  // Each anchor of three hundred years and more, walked.
  int compared = 0;
  for (int months = 1; months <= 50; ++months) {
    std::int64_t least = INT64_MAX, most = 0;
    stretch const by{months, 0, 0, {}};
    for (std::int64_t day = 0; day < 146097; day += months % 10 == 0 ? 1 : 97) {
      std::int64_t const far = walk(day * 86400, by, 1, calendar::gregorian, false) / 86400 - day;
      least = std::min(least, far);
      most = std::max(most, far);
      ++compared;
    }
    auto const found = days_of(duration{"P" + std::to_string(months) + 'M'});
    CHECK((months % 10 == 0 ? found == time::day_count{least, most} : found.least <= least && most <= found.most));
  }
  WARN(compared << " anchors of months walked");
}

TEST_CASE("adding and taking away give the hull of every reading moved", "[duration]") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t compared = 0, readings = 0, caught = 0;
  auto const try_one = [&](time::limits const& given, bool hours) {
    auto const tight = given.tightened();
    if (!tight) return;
    stretch const by = any_stretch(random, hours);
    int const sign = random() % 2 == 0 ? 1 : -1;
    calendar const in = random() % 3 == 0 ? calendar::julian : calendar::gregorian;
    duration const d{by.text};
    auto const ours = sign > 0 ? add(*tight, d, in) : subtract(*tight, d, in);
    auto const hull = enumerate(*tight, by, sign, in, false, readings);
    auto const wrong = enumerate(*tight, by, sign, in, true, readings);
    ++compared;
    caught += hull == wrong ? 0U : 1U;
    if (ours == *hull) return;
    CAPTURE(bounds(*tight), by.text, sign, static_cast<int>(in));
    CHECK(bounds(ours) == bounds(*hull));
  };
  // Around the ends of months, where it matters; whole days, or from one hour to another.
  auto const around = [&](int most, bool hours) {
    auto const month = static_cast<std::int64_t>(random() % 2400);
    std::int64_t const day =
        time::days_from_civil({1800 + month / 12, static_cast<int>(month % 12) + 1, 28}) + static_cast<std::int64_t>(random() % 5);
    auto const hour = [&] { return static_cast<std::int64_t>(random() % 24) * 3600; };
    std::int64_t const width = static_cast<std::int64_t>(random() % static_cast<unsigned>(most)) * 86400;
    instant const first{day * 86400 + (hours ? hour() : 0)};
    return time::span{first, first.plus(width + (hours ? hour() : 86399))};
  };
  for (std::size_t i = 0; i < sinedie_test::rounds(3000); ++i) {
    bool const hours = random() % 2 == 0;
    auto const a = around(45, hours), b = around(30, hours);
    try_one(time::limits::within(a), hours);
    auto const shift = (a.first().seconds() - b.first().seconds()) / 86400 * 86400 + static_cast<std::int64_t>(random() % 20) * 86400;
    try_one(time::limits{a.first(), a.last(), b.first().plus(shift), b.last().plus(shift)}, hours);
  }
  WARN(compared << " sums compared, " << readings << " readings; the planted fault showed in " << caught);
  CHECK(compared > 4000);
  CHECK(caught > compared / 20);
}

TEST_CASE("a dating's days, each moved and listed, give the bounds of the sum", "[duration]") {
  std::mt19937_64 random{sinedie_test::seed() + 1};
  std::size_t compared = 0, caught = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(3000); ++i) {
    auto const two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string const year = std::to_string(1580 + random() % 500), month = two(1 + random() % 12);
    std::string const texts[] = {year, year + '-' + month, year + '-' + month + '-' + two(1 + random() % 28),
                                 year + '-' + two(21 + random() % 4)};
    calendar const in = random() % 2 == 0 ? calendar::julian : calendar::gregorian;
    dating const when{texts[random() % 4], in};
    stretch const by = any_stretch(random, true);
    int const sign = random() % 2 == 0 ? 1 : -1;
    instant low = instant::future(), high = instant::past(), wrong = instant::past();
    for (instant day = when.start_min(); day < when.end_max(); day = day.plus(86400)) {
      low = std::min(low, instant{walk(day.seconds(), by, sign, in, false)});
      high = std::max(high, instant{walk(day.plus(86399).seconds(), by, sign, in, false)});
      wrong = std::max(wrong, instant{walk(day.plus(86399).seconds(), by, sign, in, true)});
    }
    auto const ours = sign > 0 ? add(when, duration{by.text}) : subtract(when, duration{by.text});
    CAPTURE(when.text(), by.text, sign);
    if (ours != time::limits{low, high, low, high}) CHECK(bounds(ours) == bounds({low, high, low, high}));
    ++compared;
    caught += wrong == high ? 0U : 1U;
  }
  WARN(compared << " datings compared day by day; the planted fault showed in " << caught);
  CHECK(compared >= 3000);
  CHECK(caught > compared / 100);
}

}  // namespace sinedie_test::duration_sum_test
