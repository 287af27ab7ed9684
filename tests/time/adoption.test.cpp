// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/adoption.hpp>

#include <set>
#include <string>

#include <sinedie/time/spell.hpp>

#include "catch.hpp"

namespace sinedie_test::adoption_test {

using namespace sinedie;
using time::adoption;
using time::adoption_in;
using time::calendar;
using time::civil_day;
using time::dating;

TEST_CASE("the day after the last Julian one is the first Gregorian one, everywhere", "[adoption]") {
  std::set<std::string_view> codes;
  std::size_t days = 0;
  for (adoption const& a : time::adoptions()) {
    CAPTURE(a.code);
    CHECK(codes.insert(a.code).second);
    CHECK(adoption_in(a.code) == &a);
    CHECK_FALSE(a.source.empty());
    CHECK_FALSE(a.place.empty());
    CHECK(a.written(a.changed() - 1) == a.last_julian);
    CHECK(a.written(a.changed()) == a.first_gregorian);
    CHECK(a.day_as_written(a.last_julian) == a.changed() - 1);
    CHECK(a.day_as_written(a.first_gregorian) == a.changed());
    CHECK((a.skipped() >= 10 && a.skipped() <= 13));
    // Every day of fifty years around has one date, and every date one day or none.
    std::int64_t never = 0;
    for (std::int64_t d = a.changed() - 9000; d < a.changed() + 9000; ++d, ++days)
      if (a.day_as_written(a.written(d)) != d) FAIL_CHECK("day " << d);
    for (std::int64_t y = a.first_gregorian.year - 2; y <= a.first_gregorian.year + 2; ++y)
      for (int m = 1; m <= 12; ++m)
        for (int d = 1; d <= time::days_in_month(y, m, calendar::gregorian); ++d) never += a.existed({y, m, d}) ? 0 : 1;
    CHECK(never == a.skipped());
  }
  WARN(time::adoptions().size() << " adoptions, " << days << " days");
  CHECK(codes.size() >= 20);
}

TEST_CASE("what the books agree on", "[adoption]") {
  struct { char const* code; civil_day first; std::int64_t skipped; } const known[] = {
      {"RU", {1918, 2, 14}, 13}, {"GB", {1752, 9, 14}, 11},  {"GR", {1923, 3, 1}, 13},  {"IT", {1582, 10, 15}, 10},
      {"ES", {1582, 10, 15}, 10}, {"FR", {1582, 12, 20}, 10}, {"SE", {1753, 3, 1}, 11}, {"BG", {1916, 4, 14}, 13}};
  for (auto const& [code, first, skipped] : known) {
    CAPTURE(code);
    REQUIRE(adoption_in(code) != nullptr);
    CHECK(adoption_in(code)->first_gregorian == first);
    CHECK(adoption_in(code)->skipped() == skipped);
  }
  CHECK(adoption_in("ru") == nullptr);
  CHECK(adoption_in("XX") == nullptr);
  CHECK(adoption_in("") == nullptr);
}

TEST_CASE("a date as written in a country is Julian before the change and Gregorian after it", "[adoption]") {
  adoption const& russia = *adoption_in("RU");
  CHECK(dating_in(russia, "1917-10-25").stated_in() == calendar::julian);
  CHECK(dating_in(russia, "1917-10-25").text() == "1917-10-25");
  CHECK(time::to_day_string(dating_in(russia, "1917-10-25").start_min()) == "1917-11-07");
  CHECK(dating_in(russia, "1918-01-31") == dating{"1918-01-31", calendar::julian});
  CHECK(dating_in(russia, "1918-02-14") == dating{"1918-02-14"});
  CHECK(dating_in(russia, "1918-01").stated_in() == calendar::julian);
  CHECK(dating_in(russia, "1918-03").stated_in() == calendar::gregorian);
  CHECK(dating_in(russia, "1900-02-29").stated_in() == calendar::julian);
  CHECK(dating_in(*adoption_in("GB"), "1750-09/1751").stated_in() == calendar::julian);
  CHECK(dating_in(russia, "1918-03-03/..").stated_in() == calendar::gregorian);
  // What holds days of both is read in both.
  CHECK(dating_in(russia, "1918").stated_in() == calendar::unknown);
  CHECK(dating_in(russia, "1917-03/1918-03").stated_in() == calendar::unknown);
}

TEST_CASE("days that never were are refused, wherever they stand", "[adoption]") {
  adoption const& russia = *adoption_in("RU");
  CHECK_FALSE(russia.existed({1918, 2, 1}));
  CHECK_FALSE(russia.existed({1918, 2, 13}));
  CHECK(russia.existed({1918, 1, 31}));
  CHECK_FALSE(russia.existed({1917, 2, 29}));
  CHECK_FALSE(russia.existed({1917, 13, 1}));
  CHECK_FALSE(russia.existed({1917, 0, 1}));
  CHECK_FALSE(russia.existed({1917, 1, 0}));
  CHECK_FALSE(russia.existed({2100, 2, 29}));
  struct { char const* text; errc code; std::size_t offset; } const bad[] = {
      {"1918-02-05", errc::no_such_day, 0},  {"1918-01-01/1918-02-05", errc::no_such_day, 11}, {"1918-02-05/1918-03", errc::no_such_day, 0},
      {"1918-02-30", errc::no_such_day, 8},  {"soon", errc::bad_syntax, 0},                     {"", errc::empty, 0},
      {"1918-03/1918-01", errc::reversed, 8}, {"1918-03/x", errc::bad_syntax, 8}};
  for (auto const& [text, code, offset] : bad) {
    CAPTURE(text);
    auto const d = time::try_dating_in(russia, text);
    REQUIRE_FALSE(d);
    CHECK(d.error().code == code);
    CHECK(d.error().offset == offset);
  }
  CHECK(time::try_dating_in(russia, "1918-02-05").error().message.find("1918-01-31") != std::string::npos);
  CHECK_THROWS_AS(time::dating_in(*adoption_in("GB"), "1752-09-10"), error);
  CHECK(time::try_dating_in(russia, "1752-09-10"));
}

TEST_CASE("a country is found by code or by what names it alone, in any case", "[adoption]") {
  using time::adoption_named;
  auto const code = [](std::string_view text) {
    auto const* const found = adoption_named(text);
    return found != nullptr ? found->code : std::string_view{"none"};
  };
  CHECK(code("RU") == "RU");
  CHECK(code("ru") == "RU");
  CHECK(code("russia") == "RU");
  CHECK(code("Great Britain") == "GB");
  CHECK(code("bohemia") == "CZ");
  CHECK(code("the Protestant states of Germany") == "DE");
  CHECK(code("germany") == "DE");
  CHECK(code("united states") == "US");
  for (char const* const unclear : {"", "the", "british colonies", "protestant", "russ", "atlantis", "R", "land", " "}) {
    CAPTURE(unclear);
    CHECK(adoption_named(unclear) == nullptr);
  }
  for (auto const& each : time::adoptions()) {
    CHECK(adoption_named(each.code) == &each);
    CHECK(adoption_named(each.place) == &each);
  }
}

}  // namespace sinedie_test::adoption_test
