// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/dual_date.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::dual_date_test {

using namespace sinedie;
using time::calendar;
using time::civil_day;
using time::dating;
using time::dual_date;

TEST_CASE("a dual date names one day twice, and keeps how it was written", "[dual_date]") {
  dual_date const d{"1/14 February 1918"};
  CHECK(d.day() == -18949);
  CHECK(d.julian() == civil_day{1918, 2, 1});
  CHECK(d.gregorian() == civil_day{1918, 2, 14});
  CHECK(d.text() == "1/14 February 1918");
  CHECK(d.to_dating() == dating{"1918-02-01", calendar::julian});
  CHECK(d.to_dating().limits() == dating{"1918-02-14"}.limits());
  for (char const* const same : {"1/14 février 1918", "1er/14 FÉVRIER 1918", "01/14 fevrier 1918", "1 february/14 february 1918",
                                 "1 February 1918/14 February 1918"}) {
    CAPTURE(same);
    CHECK(dual_date{same} == d);
  }
  CHECK(dual_date{"31 January/13 February 1918"}.gregorian() == civil_day{1918, 2, 13});
  CHECK(dual_date{"19 décembre 1917/1er janvier 1918"}.julian() == civil_day{1917, 12, 19});
  CHECK(dual_date{"20 juillet/2 août 1914"}.gregorian() == civil_day{1914, 8, 2});
  CHECK(dual_date{"29 February/13 March 1900"}.julian() == civil_day{1900, 2, 29});
  CHECK(dual_date{"5/15 October 1582"}.gregorian() == civil_day{1582, 10, 15});
}

TEST_CASE("a pair that isn't one day, or isn't a pair, is refused with the place and what was expected", "[dual_date]") {
  struct { char const* text; errc code; std::size_t offset; } const bad[] = {
      {"", errc::empty, 0},
      {"1/15 February 1918", errc::conflict, 2},
      {"14/1 February 1918", errc::conflict, 3},
      {"1/14 February 1818", errc::conflict, 2},
      {"30/14 February 1918", errc::no_such_day, 0},
      {"16/29 February 1900", errc::no_such_day, 3},
      {"0/14 February 1918", errc::no_such_day, 0},
      {"1918-02-01/14", errc::bad_syntax, 2},
      {"1 February 1918", errc::bad_syntax, 15},
      {"1/14", errc::bad_syntax, 4},
      {"1/14 February", errc::bad_syntax, 13},
      {"1/14 Febuary 1918", errc::bad_syntax, 5},
      {"1/14 February 191", errc::bad_syntax, 17},
      {"1/14 February 19181", errc::bad_syntax, 18},
      {"1/14 February 1918 ", errc::trailing_text, 18},
      {" 1/14 February 1918", errc::bad_syntax, 0},
      {"100/14 February 1918", errc::bad_syntax, 2},
      {"\xD9\xA1/14 February 1918", errc::bad_syntax, 0},
      {"1/14 f\xC3", errc::bad_syntax, 5}};
  for (auto const& [text, code, offset] : bad) {
    CAPTURE(text);
    auto const d = dual_date::try_parse(text);
    REQUIRE_FALSE(d);
    CHECK(d.error().code == code);
    CHECK(d.error().offset == offset);
    CHECK_FALSE(d.error().expected.empty());
  }
  CHECK(dual_date::try_parse("1/15 February 1918").error().expected == "14 February 1918");
  CHECK(dual_date::try_parse(std::string(100000, '1')).error().code == errc::too_long);
  CHECK_THROWS_AS(dual_date{"1/15 February 1918"}, error);
}

TEST_CASE("a day is told with both its dates in English and French", "[dual_date]") {
  CHECK(dual_date::of(-18949).text() == "1/14 February 1918");
  CHECK(dual_date::of(-18949, time::tongue::french).text() == "1er/14 février 1918");
  CHECK(dual_date::of(-18993, time::tongue::french).text() == "19 décembre 1917/1er janvier 1918");
}

TEST_CASE("every day of five centuries goes into a dual date and comes back, and no neighbour passes for it", "[dual_date]") {
  int compared = 0, wrong = 0, caught = 0;
  for (std::int64_t day = time::days_from_civil({1500, 1, 1}); day < time::days_from_civil({2000, 1, 1}); ++day, ++compared) {
    dual_date const d = dual_date::of(day);
    wrong += dual_date{d.text()}.day() == day && d.to_dating().start_min().seconds() == day * 86400 ? 0 : 1;
    if (day % 7 == 0) {
      dual_date const in_french = dual_date::of(day, time::tongue::french);
      wrong += dual_date{in_french.text()}.day() == day ? 0 : 1;
    }
    // Planted: a first digit that is one off.
    std::string other = d.text();
    other[0] = other[0] == '9' ? '8' : static_cast<char>(other[0] + 1);
    caught += dual_date::try_parse(other) ? 0 : 1;
  }
  WARN(compared << " days written as dual dates and read again");
  CHECK(compared == 182621);
  CHECK(wrong == 0);
  CHECK(caught == compared);
}

}  // namespace sinedie_test::dual_date_test
