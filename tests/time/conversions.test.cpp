// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/conversions.hpp>

#include <random>
#include <string>
#include <unordered_set>

#include <sinedie/time.hpp>
#include <sinedie/time/posix_time.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>

#include "catch.hpp"

namespace sinedie_test::conversions_test {

using namespace sinedie;
using namespace std::chrono_literals;
using time::dating;
using time::instant;

namespace greg = boost::gregorian;
namespace posix = boost::posix_time;

namespace {

errc code_of(auto call) {
  try {
    static_cast<void>(call());
  } catch (error const& e) {
    return e.code();
  }
  return errc::cancelled;  // nothing was thrown
}

// What needs no heap is there while compiling.
constexpr instant day{time::days_from_civil({2025, 2, 18}) * 86400};
static_assert(time::to_sys_days(day) == std::chrono::sys_days{2025y / 2 / 18});
static_assert(time::to_sys_seconds(day.plus(5)) == std::chrono::sys_days{2025y / 2 / 18} + 5s);
static_assert(time::to_year_month(day) == 2025y / 2);
static_assert(time::to_year(day.plus(-50 * 86400)) == 2024y);
static_assert(time::to_span(2024y / 2).last() == instant::of(std::chrono::sys_days{2024y / 3 / 1}).plus(-1));
static_assert(time::to_span(2024y).contains(time::to_span(2024y / 12)));
static_assert(time::span::day(std::chrono::sys_days{2025y / 2 / 18}).contains(day));
static_assert(time::limits::within(time::to_span(2025y / 2)).hull() == time::to_span(2025y / 2));
static_assert(precedes(time::limits::within(time::to_span(2024y)), time::limits::within(time::to_span(2025y))) == truth::yes);
static_assert(time::compare(time::limits::within(time::to_span(2024y)), time::limits::none()).same_day() == truth::maybe);
static_assert(time::civil_from_days(time::days_from_civil({1918, 2, 1}, time::calendar::julian)) == time::civil_day{1918, 2, 14});

}  // namespace

TEST_CASE("std::chrono's days, months, years and seconds become datings and come back", "[conversions]") {
  CHECK(dating{2025y / 2 / 18} == dating{"2025-02-18"});
  CHECK(dating{std::chrono::sys_days{2025y / 2 / 18}} == dating{"2025-02-18"});
  CHECK(dating{2025y / 2 / std::chrono::last} == dating{"2025-02-28"});
  CHECK(dating{2025y / 2} == dating{"2025-02"});
  CHECK(dating{2025y} == dating{"2025"});
  CHECK(dating{std::chrono::year{-44}} == dating{"-0044"});
  CHECK(dating{std::chrono::year{-44} / 3} == dating{"-0044-03"});
  CHECK(dating{std::chrono::year{7} / 3} == dating{"0007-03"});
  CHECK(dating{std::chrono::year{12345}} == dating{"Y12345"});
  CHECK(dating{std::chrono::year{-12345}} == dating{"Y-12345"});
  CHECK(dating{std::chrono::sys_days{2025y / 2 / 18} + 10h + 5s} == dating{"2025-02-18T10:00:05Z"});
  CHECK(time::to_sys_days(dating{"2025-02-18?"}) == std::chrono::sys_days{2025y / 2 / 18});
  CHECK(time::to_sys_days(dating{"2025-02-18T10:00Z"}) == std::chrono::sys_days{2025y / 2 / 18});
  CHECK(time::to_year_month(dating{"2025-02"}) == 2025y / 2);
  CHECK(time::to_year_month(dating{"[2025-02-01,2025-02-18]"}) == 2025y / 2);
  CHECK(time::to_year(dating{"2025-XX"}) == 2025y);
  CHECK(time::to_sys_seconds(dating{"2025-02-18T10:00:05Z"}) == std::chrono::sys_days{2025y / 2 / 18} + 10h + 5s);
}

TEST_CASE("a conversion never chooses, rolls over or wraps", "[conversions]") {
  // a day that isn't there: sys_days would say 2 March
  CHECK(code_of([] { return dating{2025y / 2 / 30}; }) == errc::bad_argument);
  CHECK(code_of([] { return dating{2025y / 13}; }) == errc::bad_argument);
  CHECK(code_of([] { return dating{std::chrono::year{-32768}}; }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_span(2025y / 0); }) == errc::bad_argument);
  // which one?
  CHECK(code_of([] { return time::to_sys_days(dating{"2025-02"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_boost_date(dating{"2025-02"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_boost_date(dating{"[2025-02-01,2025-02-18]"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_year_month(dating{"2025-21"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_year(dating{"202X"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_sys_seconds(dating{"2025-02-18T10:00Z"}); }) == errc::bad_argument);
  CHECK(code_of([] { return time::to_ptime(dating{"2025-02-18"}); }) == errc::bad_argument);
  // out of their range
  CHECK(code_of([] { return time::to_sys_days(dating{"2025/.."}); }) == errc::out_of_range);
  CHECK(code_of([] { return time::to_sys_days(dating{"Y-5000000"}.start_min()); }) == errc::cancelled);  // it fits
  CHECK(code_of([] { return time::to_sys_days(dating{"Y-17E7"}.start_min()); }) == errc::out_of_range);
  CHECK(code_of([] { return time::to_year(dating{"Y32768"}); }) == errc::out_of_range);
  CHECK(code_of([] { return time::to_boost_date(dating{"1399-12-31"}); }) == errc::out_of_range);
  CHECK(code_of([] { return time::to_date_period(dating{"2025/"}); }) == errc::out_of_range);
  CHECK(code_of([] { return dating{std::chrono::sys_days{std::chrono::year{10000} / 1 / 1}}; }) == errc::out_of_range);
  CHECK(code_of([] { return dating{std::chrono::sys_days{std::chrono::year{-9999} / 1 / 1} - 1s}; }) == errc::out_of_range);
  CHECK(dating{std::chrono::sys_days{std::chrono::year{-9999} / 1 / 1}} == dating{"-9999-01-01"});
  CHECK(dating{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}} == dating{"9999-12-31"});
}

TEST_CASE("Boost's dates, periods and times become datings and come back", "[conversions]") {
  greg::date const first{2025, 2, 18};
  CHECK(dating{first} == dating{"2025-02-18"});
  CHECK(time::to_boost_date(dating{"2025-02-18"}) == first);
  greg::date_period const three{first, greg::date_duration{3}};
  CHECK(time::to_dating(three) == dating{"2025-02-18/2025-02-20"});
  CHECK((time::to_date_period(dating{"2025-02-18/2025-02-20"}) == three));
  CHECK((time::to_date_period(dating{"2025-02"}) == greg::date_period{greg::date{2025, 2, 1}, greg::date{2025, 3, 1}}));
  CHECK(code_of([&] { return time::to_dating(greg::date_period{first, greg::date_duration{0}}); }) == errc::bad_argument);
  CHECK(code_of([&] { return time::to_dating(greg::date_period{first, greg::date{greg::pos_infin}}); }) == errc::bad_argument);
  posix::ptime const ten{first, posix::hours{10}};
  CHECK(time::to_dating(ten) == dating{"2025-02-18T10:00:00"});
  CHECK(time::to_ptime(dating{"2025-02-18T10:00:00Z"}) == ten);
  CHECK(time::to_ptime(dating{"2025-02-18T10:00:00+03:00"}) == ten);  // what the clock showed
  posix::time_period const hour{ten, posix::hours{1}};
  CHECK(time::to_dating(hour) == dating{"2025-02-18T10:00:00/2025-02-18T10:59:59"});
  CHECK((time::to_time_period(dating{"2025-02-18T10:00:00Z/2025-02-18T10:59:59Z"}) == hour));
  CHECK((time::to_time_period(dating{"2025-02-18T10"}) == hour));
  CHECK(code_of([] { return time::to_dating(posix::ptime{posix::not_a_date_time}); }) == errc::bad_argument);
  CHECK(code_of([&] { return time::to_dating(posix::time_period{ten, posix::hours{0}}); }) == errc::bad_argument);
  CHECK(time::to_dating(time::span{instant::past(), day.plus(-1)}) == dating{"../2025-02-17"});
  CHECK(time::to_dating(time::span::always()) == dating{"../.."});
}

TEST_CASE("random days and periods survive the way there and back", "[conversions]") {
  std::mt19937 random{7};
  int compared = 0, caught = 0;
  for (int n = 0; n < 5000; ++n) {
    auto const start = std::chrono::sys_days{1400y / 1 / 1} + std::chrono::days{random() % 3000000};
    auto const length = static_cast<long>(1 + random() % 1000);
    std::chrono::year_month_day const ymd{start};
    greg::date const boost_day{static_cast<unsigned short>(int{ymd.year()}), static_cast<unsigned short>(unsigned{ymd.month()}),
                               static_cast<unsigned short>(unsigned{ymd.day()})};
    greg::date_period const period{boost_day, greg::date_duration{length}};
    dating const lasting = time::to_dating(period);
    REQUIRE(dating{start} == dating{boost_day});
    REQUIRE(time::to_sys_days(dating{boost_day}) == start);
    REQUIRE(time::to_boost_date(dating{start}) == boost_day);
    REQUIRE((time::to_date_period(lasting) == period));
    REQUIRE(time::to_sys_days(lasting.end_max()) == start + std::chrono::days{length - 1});
    REQUIRE(time::to_year_month(dating{ymd.year() / ymd.month()}) == ymd.year() / ymd.month());
    caught += time::to_sys_days(lasting.end_max()) != start + std::chrono::days{length};  // the planted fault: the end taken as inside
    ++compared;
  }
  CHECK(caught == compared);
  WARN("conversions: " << compared << " days and periods there and back, " << caught << " planted faults seen");
}

TEST_CASE("values of time are keys of hash tables", "[conversions]") {
  std::unordered_set<instant> instants{instant{}, instant{86400}, instant::past(), instant::future(), instant{0}};
  CHECK(instants.size() == 4);
  std::unordered_set<time::span> spans{time::to_span(2025y), time::to_span(2025y / 1), time::to_span(2025y)};
  CHECK(spans.size() == 2);
  auto const year = dating{"2025"}.limits();
  std::unordered_set<time::limits> limits{time::limits::none(), year, dating{"2025-02"}.limits(), year};
  CHECK(limits.size() == 3);
  std::unordered_set<dating> datings{dating{"2004-06~-11"}, dating{"~2004-~06-11"}, dating{"2004-06~-11", time::calendar::julian}};
  CHECK(datings.size() == 2);
  std::unordered_set<time::duration> durations{time::duration{"P7D"}, time::duration{"P1W"}, time::duration{"P1W"}};
  CHECK(durations.size() == 2);
  std::unordered_set<time::dual_date> dual{time::dual_date{"1/14 February 1918"}, time::dual_date{"1er/14 février 1918"}};
  CHECK(dual.size() == 1);
  // Consecutive days spread over a table's slots.
  std::unordered_set<std::size_t> low;
  for (std::int64_t n = 0; n < 4096; ++n) low.insert(std::hash<instant>{}(instant{n * 86400}) % 4096);
  CHECK(low.size() > 2000);
}

}  // namespace sinedie_test::conversions_test
