// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/dating.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <sinedie/time/conversions.hpp>
#include <sinedie/time/posix_time.hpp>
#include <sinedie/time/spell.hpp>

#include "catch.hpp"
#include "data.hpp"
#include "soak.hpp"

namespace sinedie_test::dating_test {

using namespace sinedie;
using time::calendar;
using time::dating;
using time::datedness;

namespace {

std::string bounds(dating const& d) {
  auto const one = [](time::instant i, bool end) {
    return i.is_past() ? std::string{"past"} : i.is_future() ? std::string{"future"} : time::to_bound_string(i, end);
  };
  return one(d.start_min(), false) + ' ' + one(d.start_max(), true) + ' ' + one(d.end_min(), false) + ' ' + one(d.end_max(), true);
}

/// The value of a member in one line of JSON whose strings have no escapes but \" and \\; empty where it isn't a string.
std::string member(std::string const& line, std::string const& key) {
  auto at = line.find('"' + key + "\": \"");
  if (at == std::string::npos) return {};
  std::string text;
  for (at += key.size() + 5; at < line.size() && line[at] != '"'; ++at) text += line[at] == '\\' ? line[++at] : line[at];
  return text;
}

}  // namespace

TEST_CASE("a single date is a window, an interval lasts", "[dating]") {
  CHECK(bounds(dating{"2025-02"}) == "2025-02-01 2025-02-28 2025-02-01 2025-02-28");
  CHECK(bounds(dating{"2009/2017"}) == "2009-01-01 2009-12-31 2017-01-01 2017-12-31");
  CHECK(bounds(dating{"2025-02-18/.."}) == "2025-02-18 2025-02-18 future future");
  CHECK(bounds(dating{"2025-02-18/"}) == "2025-02-18 2025-02-18 2025-02-18 future");
  CHECK(bounds(dating{"../2025"}) == "past past 2025-01-01 2025-12-31");
  CHECK(bounds(dating{"-0044-03-15"}) == "-0044-03-15 -0044-03-15 -0044-03-15 -0044-03-15");
  CHECK(dating{"2025-02-18/"}.end() == time::endpoint::unknown);
  CHECK(dating{"2025-02-18/.."}.end() == time::endpoint::open);
  CHECK_FALSE(dating{"2025-02"}.lasts());
  CHECK(dating{"2025/2025"}.lasts());
}

TEST_CASE("ends with unspecified digits bound each other no wider than their members do", "[dating]") {
  CHECK(bounds(dating{"2004-XX-25/2004-03"}) == "2004-01-25 2004-03-25 2004-03-01 2004-03-31");
  CHECK(bounds(dating{"1919-XX-02/1919-XX-01"}) == "1919-01-02 1919-11-02 1919-02-01 1919-12-01");
  CHECK(bounds(dating{"2004-03/2004-XX-25"}) == "2004-03-01 2004-03-31 2004-03-25 2004-12-25");
  CHECK(bounds(dating{"200X/2004"}) == "2000-01-01 2004-12-31 2004-01-01 2004-12-31");
  CHECK(bounds(dating{"202X-02-29/"}) == "2020-02-29 2028-02-29 2020-02-29 future");
  CHECK_FALSE(dating::try_parse("2004-XX-25/2004-01-24"));

  // Of random pairs of patterns, all pairs of days in order are listed.
  std::mt19937_64 random{sinedie_test::seed()};
  int compared = 0, caught = 0;
  auto const pattern = [&] {
    std::string text = "2004-00-00";
    text[3] = "45X"[random() % 3];
    text[5] = "01X"[random() % 3];
    text[6] = "012X"[random() % 4];
    text[8] = "012X"[random() % 4];
    text[9] = "0159X"[random() % 5];
    return text;
  };
  auto const days_of = [](std::string const& text) {
    std::vector<std::int64_t> days;
    for (int y = 2000; y < 2010; ++y)
      for (int m = 1; m <= 12; ++m)
        for (int d = 1; d <= time::days_in_month(y, m); ++d) {
          std::string const day = time::to_day_string(time::instant{time::days_from_civil({y, m, d}) * 86400});
          bool fits = true;
          for (std::size_t i = 0; i < day.size(); ++i) fits = fits && (text[i] == 'X' || text[i] == day[i]);
          if (fits) days.push_back(time::days_from_civil({y, m, d}));
        }
    return days;
  };
  for (std::size_t n = 0; n < sinedie_test::rounds(400); ++n) {
    auto const a = pattern(), b = pattern();
    auto const d = dating::try_parse(a + '/' + b);
    std::int64_t start_min = INT64_MAX, start_max = INT64_MIN, end_min = INT64_MAX, end_max = INT64_MIN;
    auto const ends = days_of(b);
    for (auto const x : days_of(a))
      for (auto const y : ends)
        if (x <= y) {
          start_min = std::min(start_min, x), start_max = std::max(start_max, x);
          end_min = std::min(end_min, y), end_max = std::max(end_max, y);
        }
    CAPTURE(a, b);
    REQUIRE((d.has_value() || start_max == INT64_MIN));
    if (!d) continue;
    REQUIRE(start_max != INT64_MIN);
    REQUIRE(d->start_min() == time::instant{start_min * 86400});
    REQUIRE(d->start_max() == time::instant{start_max * 86400 + 86399});
    REQUIRE(d->end_min() == time::instant{end_min * 86400});
    REQUIRE(d->end_max() == time::instant{end_max * 86400 + 86399});
    caught += d->start_max() != d->end_max();  // the planted fault: only clipped at the other end
    ++compared;
  }
  CHECK(compared > 50);
  CHECK(caught > 20);
  WARN("dating: " << compared << " intervals between patterns compared, " << caught << " planted faults seen");
}

TEST_CASE("a time with an offset is converted to UTC", "[dating]") {
  // On the axis stands what the clock on the spot showed; its offset stands beside it.
  dating const there{"2025-02-27T23:30:00-05:00"};
  CHECK(there.start_min() == dating{"2025-02-27T23:30:00"}.start_min());
  CHECK(there.start_clock() == time::clock_offset{std::chrono::minutes{-300}});
  CHECK(there.on_clocks());
  CHECK_FALSE(dating{"2025-02-27T23:30:00"}.on_clocks());
  CHECK_FALSE(dating{"2025-02-27T23:30:00Z/2025-02-28"}.on_clocks());
  CHECK(dating{"../2025-02-27T23:30:00Z"}.on_clocks());
  dating const between{"2025-04-10T10:00+03:00/2025-04-10T09:30Z"};
  CHECK(between.end_max() == dating{"2025-04-10T12:30:59"}.end_max());
  CHECK(between.end_clock() == time::clock_offset{std::chrono::minutes{0}});
  CHECK(between.canonical() == "2025-04-10T10:00+03:00/2025-04-10T09:30Z");
  CHECK_FALSE(between.level());
  CHECK_FALSE(dating{"2025-02-18T10:00Z"}.level());
  CHECK_FALSE(dating{"2025-02-18T10:00:00.5Z"}.level());
  CHECK(dating{"2025-02-18T10:00:00Z"}.level() == 0);
  CHECK(dating{"2025-02-18T10:00:00Z"}.precision() == time::precision::second);
  CHECK(dating{"2004-XX-25"}.precision() == time::precision::day);
  CHECK(dating{"20XX"}.precision() == time::precision::year);
  CHECK(dating{"2004-23/2005"}.precision() == time::precision::year);
  CHECK_FALSE(dating{"../.."}.precision());
  CHECK(dating{"2004-XX-25"}.datedness() == time::datedness::partial);
}

TEST_CASE("qualifiers are kept and widen nothing", "[dating]") {
  CHECK(dating{"2025-04?"}.uncertain());
  CHECK_FALSE(dating{"2025-04?"}.approximate());
  CHECK(dating{"2025-04~"}.approximate());
  CHECK((dating{"2025-04%"}.uncertain() && dating{"2025-04%"}.approximate()));
  CHECK(bounds(dating{"2025-04%"}) == bounds(dating{"2025-04"}));
}

TEST_CASE("datedness is exact to the day, partial when coarser or open, unknown when nothing is said", "[dating]") {
  CHECK(dating{"2025-02-18"}.datedness() == datedness::exact);
  CHECK(dating{"2025-02"}.datedness() == datedness::partial);
  CHECK(dating{"2025-02-18/.."}.datedness() == datedness::partial);
  CHECK(dating{"../.."}.datedness() == datedness::unknown);
  CHECK(dating{"../.."}.is_empty());
}

TEST_CASE("Julian dates are converted and keep their stated form, and either calendar is both", "[dating]") {
  CHECK(bounds(dating{"1918-02-01", calendar::julian}) == "1918-02-14 1918-02-14 1918-02-14 1918-02-14");
  CHECK(dating{"1918-02-01", calendar::julian}.text() == "1918-02-01");
  CHECK(bounds(dating{"1918-02-01", calendar::unknown}) == "1918-02-01 1918-02-14 1918-02-01 1918-02-14");
  CHECK(dating::try_parse("1900-02-29", calendar::julian));
  CHECK_FALSE(dating::try_parse("1900-02-29"));
  CHECK_FALSE(dating{"1918-02-01", calendar::julian} == dating{"1918-02-01"});
}

TEST_CASE("what isn't a date is refused with the value, the offset and what was expected", "[dating]") {
  struct { char const* text; errc code; std::size_t offset; } const bad[] = {
      {"", errc::empty, 0},
      {"2025-02-30", errc::no_such_day, 8},
      {"2025-13", errc::no_such_day, 5},
      {"20250227", errc::bad_syntax, 4},
      {"27/02/2025", errc::bad_syntax, 2},
      {"2025-04/2025-02", errc::reversed, 8},
      {"2025-02-18 trailing", errc::trailing_text, 10},
      {" 2025", errc::bad_syntax, 0},
      {"+1918-02-14", errc::bad_syntax, 0},
      {"1918-2-14", errc::bad_syntax, 6},
      {"25:61:61", errc::bad_syntax, 2},
      {"2025-02-18T25:61:61Z", errc::no_such_time, 11},
      {"\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA5", errc::bad_syntax, 0}};
  for (auto const& [text, code, offset] : bad) {
    CAPTURE(text);
    auto const d = dating::try_parse(text);
    REQUIRE_FALSE(d);
    CHECK(d.error().code == code);
    CHECK(d.error().offset == offset);
    CHECK_FALSE(d.error().expected.empty());
    if (code != errc::empty) CHECK(d.error().message.find(text) != std::string::npos);
  }
  CHECK_FALSE(dating::try_parse(std::string(1000000, '9')));
  CHECK_FALSE(dating::try_parse(std::string(100000, '[')));
}

TEST_CASE("text after any valid date is never swallowed, and no cut of it crashes", "[dating]") {
  int tried = 0;
  for (std::string const whole : {"2025-02-18T10:00:00+03:00", "[2025-01..2025-03,2026]", "{..2025,2026}", "15XX-12-XX",
                                  "2004-06-~01/2004-06-20%", "Y-17E7"})
    for (std::size_t cut = 0; cut <= whole.size(); ++cut)
      for (char const c : {' ', 'x', '\0', '/', '-', '\xff'}) {
        auto const text = whole.substr(0, cut) + c + whole.substr(cut);
        auto const d = dating::try_parse(text);
        if (d) CHECK(dating{d->canonical()}.limits() == d->limits());
        else CHECK(d.error().offset.value_or(0) <= text.size());
        ++tried;
      }
  CHECK(tried > 500);
}

TEST_CASE("Boost and the standard go in and out, and special values are refused", "[dating]") {
  boost::gregorian::date const day{2025, 2, 18};
  CHECK(dating{day} == dating{"2025-02-18"});
  CHECK(dating{std::chrono::sys_days{std::chrono::year{2025} / 2 / 18}} == dating{"2025-02-18"});
  CHECK(time::to_boost_date(dating{day}.start_min()) == day);
  CHECK_THROWS_AS(dating{boost::gregorian::date{boost::gregorian::not_a_date_time}}, error);
  CHECK_THROWS_AS(time::to_boost_date(dating{"1399"}.start_min()), error);
  CHECK_THROWS_AS(time::to_boost_date(time::instant::future()), error);
  auto const moment = time::to_ptime(dating{"2025-02-18T10:00:00Z"}.start_min());
  CHECK(time::to_instant(moment) == dating{"2025-02-18T10:00:00Z"}.start_min());
}

TEST_CASE("EDTF means what the public test suites agree on", "[dating]") {
  auto const file = sinedie_test::real_data("edtf/edtf_consensus_public.jsonl");
  if (!file) return;
  std::ifstream in{*file};
  int compared = 0, caught = 0;
  for (std::string line; std::getline(in, line);) {
    auto const input = member(line, "input");
    bool const valid = line.find("\"valid\": true") != std::string::npos;
    CAPTURE(input);
    auto const d = dating::try_parse(input);
    CHECK(d.has_value() == valid);
    ++compared;
    if (!d) continue;
    // The suites let an unspecified digit be anything; a month 00 or a day 00 doesn't exist, so only month 10 and day 10 fit.
    if (input == "1930-X0-10/1930-10-30" || input == "2018-05-X0/2018-05-11") {
      CHECK(time::to_day_string(d->start_min()) == (input.front() == '1' ? "1930-10-10" : "2018-05-10"));
      continue;
    }
    if (auto const lower = member(line, "lower"); !lower.empty()) {
      CHECK(time::to_day_string(d->start_min()) == lower);
      caught += time::to_day_string(d->end_max().plus(86400)) != member(line, "upper");  // the planted fault
    }
    if (auto const upper = member(line, "upper"); !upper.empty()) CHECK(time::to_day_string(d->end_max()) == upper);
  }
  WARN("dating: " << compared << " expressions compared, " << caught << " planted faults seen");
  CHECK(compared == 303);
  CHECK(caught > 50);
}

}  // namespace sinedie_test::dating_test
