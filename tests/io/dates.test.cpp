// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/dates.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::dates_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;
using time::adoption_named;
using time::calendar;

namespace {

showing in_french() {
  showing how;
  how.language = "fr";
  return how;
}

std::string rows(std::vector<std::string> const& inputs, written_in in = {}, showing const& how = {}) {
  auto wide = how;
  wide.width = 200;
  return dates_table(inputs, in, wide);
}

}  // namespace

TEST_CASE("a plain date has the members that every date has, and no more", "[dates]") {
  CHECK(date_json("2025-02") ==
        "{\"input\": \"2025-02\", \"valid\": true, \"level\": 0, \"canonical\": \"2025-02\", \"precision\": \"month\", \"qualifiers\": [], "
        "\"components\": {\"year\": [], \"month\": [], \"day\": []}, \"earliest\": \"2025-02-01\", \"latest\": \"2025-02-28\", "
        "\"error\": null}\n");
  CHECK_THAT(date_json("2025-02-30"),
             ContainsSubstring("\"valid\": false") && ContainsSubstring("\"code\": \"bad_date\", \"offset\": 8"));
  CHECK_THAT(rows({"2025-02"}), !ContainsSubstring("Style"));
  CHECK_THAT(rows({"2025-02", "2025"}), ContainsSubstring("month") && ContainsSubstring("year"));
  CHECK_THAT(rows({"2025-02", "2025"}, {}, in_french()), ContainsSubstring(" mois ") && ContainsSubstring(" année "));
}

TEST_CASE("which components are doubtful is told of the whole", "[dates]") {
  CHECK_THAT(date_json("2004-06~-11"),
             ContainsSubstring("\"qualifiers\": [\"approximate\"]") &&
                 ContainsSubstring("\"components\": {\"year\": [\"approximate\"], \"month\": [\"approximate\"], \"day\": []}"));
  CHECK_THAT(date_json("2004/2005-%06"),
             ContainsSubstring("\"components\": {\"year\": [], \"month\": [\"uncertain\", \"approximate\"], \"day\": []}"));
}

TEST_CASE("a dual date is read as it stands, with its pair checked", "[dates]") {
  for (char const* const text : {"1/14 February 1918", "1er/14 février 1918"}) {
    CAPTURE(text);
    CHECK_THAT(date_json(text), ContainsSubstring("\"canonical\": \"1918-02-01\"") && ContainsSubstring("\"earliest\": \"1918-02-14\"") &&
                                    ContainsSubstring("\"calendar\": \"julian\", \"dual\": \"1/14 February 1918\""));
  }
  CHECK_THAT(date_json("1/15 February 1918"),
             ContainsSubstring("\"code\": \"bad_date\", \"offset\": 2") && ContainsSubstring("\"expected\": \"14 February 1918\""));
  CHECK_THAT(rows({"1/14 February 1918", "1918-02-14", "1918"}),
             ContainsSubstring("Old and New Style") && ContainsSubstring("1/14 February 1918"));
  CHECK_THAT(rows({"19 December 1917/1 January 1918"}, {}, in_french()),
             ContainsSubstring("ancien et nouveau style") && ContainsSubstring("19 décembre 1917/1er janvier 1918"));
  CHECK(*try_read_date("1/14 February 1918") == time::dating{"1918-02-01", calendar::julian});
}

TEST_CASE("a day with both its years is read as it stands, with its pair checked", "[dates]") {
  CHECK_THAT(date_json("10 February 1698/99"),
             ContainsSubstring("\"canonical\": \"1699-02-10\"") && ContainsSubstring("\"earliest\": \"1699-02-20\"") &&
                 ContainsSubstring("\"calendar\": \"julian\", \"dual\": \"10/20 February 1699\""));
  CHECK_THAT(date_json("10 February 1698/97"),
             ContainsSubstring("\"code\": \"bad_date\", \"offset\": 17") && ContainsSubstring("\"expected\": \"1699\""));
}

TEST_CASE("a comparison says in which calendars its dates were read where one isn't Gregorian", "[dates]") {
  auto const old = *try_read_date("1/14 February 1918");
  CHECK_THAT(comparison_json(old, time::dating{"1918-02-14"}),
             ContainsSubstring("\"a\": \"1918-02-01\"") && ContainsSubstring("\"same_day\": \"yes\"") &&
                 ContainsSubstring("\"calendars\": {\"a\": \"julian\", \"b\": \"gregorian\"}"));
  CHECK_THAT(comparison_json(time::dating{"2025-02"}, time::dating{"2025-02-27"}), !ContainsSubstring("calendars"));
  CHECK_THAT(comparison_table(old, time::dating{"1918-02-14"}), ContainsSubstring("1918-02-01 (Julian)"));
}

TEST_CASE("what only looks a little like a dual date keeps EDTF's answer", "[dates]") {
  for (char const* const text : {"27/02/2025", "1/14", "2004-01-01/open", "unknown/2004", "12", "Spring, 2002", "2025/2026", ""}) {
    CAPTURE(text);
    auto const read = try_read_date(text);
    auto const edtf = time::dating::try_parse(text);
    REQUIRE(read.has_value() == edtf.has_value());
    if (!read) CHECK(read.error() == edtf.error());
  }
  CHECK_THAT(try_read_date("12/25 Feb 1918").error().message, ContainsSubstring("isn't a dual date: that is no month"));
}

TEST_CASE("a date as written in a country is Julian before its change and Gregorian after it", "[dates]") {
  auto const& russia = *adoption_named("russia");
  CHECK_THAT(date_json("1917-10-25", russia),
             ContainsSubstring("\"earliest\": \"1917-11-07\"") &&
                 ContainsSubstring("\"calendar\": \"julian\", \"country\": \"RU\", \"dual\": \"25 October/7 November 1917\""));
  CHECK_THAT(date_json("1918-02-14", russia),
             ContainsSubstring("\"earliest\": \"1918-02-14\"") && ContainsSubstring("\"calendar\": \"gregorian\""));
  CHECK_THAT(date_json("1918", russia), ContainsSubstring("\"calendar\": \"unknown\", \"country\": \"RU\"}"));
  CHECK_THAT(date_json("1918-02-05", russia), ContainsSubstring("\"code\": \"bad_date\"") && ContainsSubstring("1918-01-31"));
  CHECK_THAT(date_json("1918-02-01", calendar::julian), ContainsSubstring("\"calendar\": \"julian\", \"dual\": \"1/14 February 1918\""));
  CHECK_THAT(rows({"1917-10-25", "1918-02-05"}, russia),
             ContainsSubstring("25 October/7 November 1917") && ContainsSubstring("was never a date in Russia"));
}

}  // namespace sinedie_test::dates_test
