// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/dual_year.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::dual_year_test {

using namespace sinedie;
using time::calendar;
using time::civil_day;
using time::dating;
using time::dual_year;

TEST_CASE("a day with both its years lies in the later one, and keeps how it was written", "[dual_year]") {
  dual_year const d{"10 February 1698/99"};
  CHECK(d.julian() == civil_day{1699, 2, 10});
  CHECK(d.text() == "10 February 1698/99");
  CHECK(d.to_dating() == dating{"1699-02-10", calendar::julian});
  CHECK(d.to_dating().limits() == dating{"1699-02-20"}.limits());
  for (char const* const same : {"10 February 1698/9", "10 February 1698/699", "10 february 1698/1699", "10 f\xC3\xA9vrier 1698/99"}) {
    CAPTURE(same);
    CHECK(dual_year{same} == d);
  }
  CHECK(std::hash<dual_year>{}(dual_year{"10 February 1698/9"}) == std::hash<dual_year>{}(d));
  CHECK(dual_year{"30 January 1648/9"}.to_dating().limits() == dating{"1649-02-09"}.limits());
  CHECK(dual_year{"24 March 1699/1700"}.julian() == civil_day{1700, 3, 24});
  CHECK(dual_year{"29 February 1699/00"}.to_dating().limits() == dating{"1700-03-11"}.limits());  // the first day of eleven
  CHECK(dual_year{"24 March 1750/51"}.julian() == civil_day{1751, 3, 24});
}

TEST_CASE("years that don't follow each other, and days that have one, are refused with the place and what was expected", "[dual_year]") {
  struct { char const* text; errc code; std::size_t offset; } const bad[] = {
      {"", errc::empty, 0},
      {"10 February 1698", errc::bad_syntax, 16},
      {"10 February 1698/", errc::bad_syntax, 17},
      {"10 February 1698/98", errc::conflict, 17},
      {"10 February 1698/97", errc::conflict, 17},
      {"10 February 1698/16990", errc::trailing_text, 21},
      {"10 February 1698/99 ", errc::trailing_text, 19},
      {"25 March 1698/99", errc::conflict, 0},
      {"10 April 1698/99", errc::conflict, 0},
      {"29 February 1698/99", errc::no_such_day, 0},
      {"30 February 1699/00", errc::no_such_day, 0},
      {"0 February 1698/99", errc::no_such_day, 0},
      {"10 February 1751/52", errc::conflict, 0},
      {"10 Febuary 1698/99", errc::bad_syntax, 3},
      {"10/98", errc::bad_syntax, 2},
      {"10 February/99", errc::bad_syntax, 11}};
  for (auto const& [text, code, offset] : bad) {
    CAPTURE(text);
    auto const d = dual_year::try_parse(text);
    REQUIRE_FALSE(d);
    CHECK(d.error().code == code);
    CHECK(d.error().offset == offset);
    CHECK_FALSE(d.error().expected.empty());
  }
}

}  // namespace sinedie_test::dual_year_test
