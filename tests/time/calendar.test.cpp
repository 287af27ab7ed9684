// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/calendar.hpp>

#include <chrono>
#include <cstdint>
#include <utility>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <sinedie/time/spell.hpp>

#include "catch.hpp"

namespace sinedie_test::calendar_test {

using namespace sinedie;
using time::calendar;
using time::civil_day;

namespace {

/// Counts the days of the Julian calendar one by one, by its rule alone: every fourth year has a day more.
struct julian_counter {
  civil_day at{1, 1, 1};
  std::int64_t day = -719164;  // 30 December 0000 in the Gregorian calendar

  void next() {
    int const lengths[] = {31, at.year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    ++day;
    if (++at.day <= lengths[at.month - 1]) return;
    at.day = 1;
    if (++at.month <= 12) return;
    at.month = 1;
    ++at.year;
  }
};

/// The Julian Day Number of a Julian date at noon, with every division rounded towards zero (after Fliegel and Van Flandern's
/// way of writing such formulas); for years from -4712.
std::int64_t julian_day_number(civil_day d) {
  return 367 * d.year - 7 * (d.year + 5001 + (d.month - 9) / 7) / 4 + 275 * d.month / 9 + d.day + 1729777;
}

/// How many of the days of the years 1 to 9999 a conversion gets wrong, and how many were looked at.
template <typename Number>
std::pair<int, int> against_julian_count(Number const& number) {
  int wrong = 0, compared = 0;
  for (julian_counter c; c.at.year < 10000; c.next(), ++compared) wrong += number(c.at) == c.day ? 0 : 1;
  return {wrong, compared};
}

}  // namespace

TEST_CASE("Gregorian days agree with the standard's on every day of the years 1 to 9999", "[calendar]") {
  using namespace std::chrono;
  int compared = 0, wrong = 0, caught = 0;
  for (sys_days d = year{1} / January / 1; d < sys_days{year{10000} / January / 1}; d += days{1}, ++compared) {
    year_month_day const theirs{d};
    civil_day const ours{static_cast<int>(theirs.year()), static_cast<int>(static_cast<unsigned>(theirs.month())),
                         static_cast<int>(static_cast<unsigned>(theirs.day()))};
    std::int64_t const number = d.time_since_epoch().count();
    wrong += time::days_from_civil(ours) == number && time::civil_from_days(number) == ours ? 0 : 1;
    caught += time::days_from_civil(ours, calendar::julian) == number ? 0 : 1;  // planted: the other calendar's rule
  }
  WARN(compared << " days compared with std::chrono");
  CHECK(compared == 3652059);
  CHECK(wrong == 0);
  CHECK(caught > 3000000);
}

TEST_CASE("Gregorian days agree with Boost's on every day of the years 1400 to 9999", "[calendar]") {
  using boost::gregorian::date;
  int compared = 0, wrong = 0, caught = 0;  // the last day ends the loop uncounted
  auto const epoch = date{1970, 1, 1}.day_number();
  for (date d{1400, 1, 1}; !d.is_special(); ++compared) {
    auto const ymd = d.year_month_day();
    civil_day const ours{static_cast<int>(ymd.year), static_cast<int>(ymd.month.as_number()), static_cast<int>(ymd.day)};
    auto const number = static_cast<std::int64_t>(d.day_number()) - static_cast<std::int64_t>(epoch);
    wrong += time::days_from_civil(ours) == number && time::civil_from_days(number) == ours ? 0 : 1;
    caught += time::civil_from_days(number + 1) == ours ? 0 : 1;  // planted: a day off
    if (d == date{9999, 12, 31}) break;
    d += boost::gregorian::date_duration{1};
  }
  WARN(compared + 1 << " days compared with Boost");
  CHECK(compared + 1 == 3141085);
  CHECK(wrong == 0);
  CHECK(caught == compared + 1);
}

TEST_CASE("Julian days agree with two independent counts on every day of the years 1 to 9999", "[calendar]") {
  auto const [wrong, compared] = against_julian_count([](civil_day d) { return time::days_from_civil(d, calendar::julian); });
  WARN(compared << " Julian days compared with a count by rule and with a Julian Day Number");
  CHECK(compared == 3652134);
  CHECK(wrong == 0);
  CHECK(against_julian_count([](civil_day d) { return julian_day_number(d) - 2440588; }).first == 0);
  CHECK(against_julian_count([](civil_day d) { return time::days_from_civil(d); }).first > 3000000);  // planted
  int back = 0;
  for (julian_counter c; c.at.year < 10000; c.next()) back += time::civil_from_days(c.day, calendar::julian) == c.at ? 0 : 1;
  CHECK(back == 0);
}

TEST_CASE("the two calendars meet where history says", "[calendar]") {
  STATIC_REQUIRE(time::days_from_civil({1582, 10, 5}, calendar::julian) == time::days_from_civil({1582, 10, 15}));
  STATIC_REQUIRE(time::days_from_civil({1752, 9, 3}, calendar::julian) == time::days_from_civil({1752, 9, 14}));
  STATIC_REQUIRE(time::days_from_civil({1918, 2, 1}, calendar::julian) == time::days_from_civil({1918, 2, 14}));
  STATIC_REQUIRE(time::days_from_civil({1900, 2, 29}, calendar::julian) == time::days_from_civil({1900, 3, 13}));
  STATIC_REQUIRE(time::days_from_civil({-4712, 1, 1}, calendar::julian) == -2440588);  // the Julian Day Number 0
}

}  // namespace sinedie_test::calendar_test
