// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/history.hpp>

#include <string>

#include <sinedie/io/show.hpp>

#include "catch.hpp"

namespace sinedie_test::history_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

std::chrono::sys_days april(unsigned n) {
  return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::April / 1} + std::chrono::days{n} - std::chrono::days{1};
}

/// A round that moves and loses its date, a visit expected by the 5th, and a meeting held as planned.
dossier talks() {
  dossier d;
  d.as_of("2025-04-30");
  d.add(party{"red", "Red Land"}).add(party{"blue", "Blue | Land\x1b[31m"}).add(venue{"port", "The Port"}).add(venue{"hall"});
  d.add(event{"round"}.kind("negotiation").title(localized{}.in("en", "The round").in("fr", "Le tour")));
  d.add(event{"visit"}.kind("visit")).add(event{"meeting"}.kind("meeting"));
  auto const tell = [&](char const* id, char const* about, char const* day, claim c) {
    d.add(report{id, about}.published(day).source("The Gazette").says(std::move(c)));
  };
  tell("r1", "round", "2025-04-01", claim{}.scheduled().on("2025-04-10").between("red", "blue").at("port"));
  tell("r2", "round", "2025-04-04", claim{}.on("2025-04-14"));
  tell("r3", "round", "2025-04-12", claim{}.postponed().no_date());
  tell("r4", "visit", "2025-04-02", claim{}.announced().expected("2025-04-03/2025-04-05").between("red"));
  tell("r5", "meeting", "2025-04-03", claim{}.scheduled().on("2025-04-08"));
  tell("r6", "meeting", "2025-04-08", claim{}.held().on("2025-04-08"));
  return d;
}

}  // namespace

TEST_CASE("slips are shown event by event and in groups", "[knowledge]") {
  knowledge const k{talks()};
  auto const each = slips_table(k, std::nullopt, {});
  CHECK_THAT(each, ContainsSubstring("The round"));
  CHECK_THAT(each, ContainsSubstring("visit"));
  CHECK(each.find("meeting") == std::string::npos);  // never slipped
  CHECK(slips_table(k, std::nullopt, april(1)) == "no date moved, was lost or waited for\n");
  showing french;
  french.language = "fr";
  french.ids = true;
  CHECK_THAT(slips_table(k, std::nullopt, {}, french), ContainsSubstring("Le tour (round)"));
  CHECK_THAT(slips_table(k, std::nullopt, april(1), french), ContainsSubstring("aucune date"));

  auto const parties = slips_table(k, grouping::party, {});
  CHECK_THAT(parties, ContainsSubstring("Red Land"));
  CHECK(parties.find('\x1b') == std::string::npos);
  CHECK_THAT(slips_table(k, grouping::venue, {}), ContainsSubstring("The Port"));
  auto const pairs = slips_markdown(k, grouping::pair, {});
  CHECK_THAT(pairs, ContainsSubstring("Blue \\| Land\\\\u{1b}\\[31m – Red Land"));
  CHECK_THAT(pairs, ContainsSubstring("| 1 | 1 | 1 | 4 | 4 | 18 |"));

  auto json = slips_json(k, grouping::kind, april(12));
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  CHECK(json ==
        R"({"as_of":"2025-04-12","by":"kind","groups":[)"
        R"({"key":"meeting","events":1,"moves":0,"losses":0,"unmeasured":0,"net_days":0,"total_days":0,"undated_days":0},)"
        R"({"key":"negotiation","events":1,"moves":1,"losses":1,"unmeasured":0,"net_days":4,"total_days":4,"undated_days":0},)"
        R"({"key":"visit","events":1,"moves":0,"losses":0,"unmeasured":0,"net_days":0,"total_days":0,"undated_days":10}]})");
}

TEST_CASE("check lists what is overdue and what has gone quiet where it is asked to", "[knowledge]") {
  timeline const t{talks()};
  CHECK(check_text(t) == "odd_text: the name of party \"blue\" has U+001B at byte 11\n");
  checking also;
  also.overdue = true;
  also.quiet = 20;
  auto const text = check_text(t, {}, also);
  CHECK_THAT(text, ContainsSubstring("overdue: \"visit\" was expected by 5 April 2025, and nobody says that it was held\n"));
  CHECK_THAT(text, ContainsSubstring("quiet: nothing was heard of \"visit\" since 2 April 2025, 28 days before\n"));
  CHECK(text.find("\"round\"") == std::string::npos);  // 18 days
  CHECK(findings_of(t, also).size() == 3);
  CHECK_THAT(check_markdown(t, {}, also), ContainsSubstring("- **overdue**: "));
  CHECK_THAT(check_json(t, {}, also), ContainsSubstring("{\"kind\": \"quiet\", \"event\": \"visit\", \"text\": "));
  also.quiet = 18;
  CHECK_THAT(check_text(t, {}, also), ContainsSubstring("\"round\" since 12 April 2025, 18 days before"));
}

TEST_CASE("histories and comparisons are shown with day, change, reports and source", "[knowledge]") {
  knowledge const k{talks()};
  auto const life = history_table(k, event_id{"round"}, {});
  for (auto const* const part : {"2025-04-04", "moved", "2025-04-10 → 2025-04-14", "lost its date", "The Gazette (r3)",
                                 "The date moved 1 time, by 4 days in all. Without a date while it was to come: 18 days.",
                                 "What stands as of 2025-04-30"})
    CHECK_THAT(life, ContainsSubstring(part));
  CHECK_THAT(history_markdown(k, event_id{"round"}, april(4)), ContainsSubstring("| 2025-04-04 | moved |"));
  CHECK(history_table(k, event_id{"round"}, april(1) - std::chrono::days{1}) == "not heard of by then\n");
  CHECK_THAT(history_json(k, event_id{"visit"}, {}), ContainsSubstring("\"undated_days\": 28"));
  auto const between = compare_table(k, april(2), april(8));
  CHECK_THAT(between, ContainsSubstring("The round"));
  CHECK_THAT(between, ContainsSubstring("held"));
  CHECK(compare_table(k, april(9), april(11)) == "nothing changed from 2025-04-09 to 2025-04-11\n");
}

}  // namespace sinedie_test::history_test
