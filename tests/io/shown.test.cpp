// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include "io/shown.hpp"

#include <string>

#include <sinedie/time/dating.hpp>

namespace sinedie_test::shown_test {

using namespace sinedie;
using namespace sinedie::detail;
using Catch::Matchers::ContainsSubstring;

namespace {

shown_event announced_round() {
  shown_event e;
  e.id = "second-round";
  e.kind = "negotiation";
  e.title = "Second round";
  e.status = status::announced;
  e.limits.start_min = time::instant::of(std::chrono::sys_days{std::chrono::year{2025} / 2 / 27});
  e.limits.end_min = e.limits.start_min;
  e.datedness = time::datedness::bounded;
  e.parties = {{"russia", "Russia"}, {"united-states", "United States", false}};
  e.venues = {{"istanbul", "Istanbul"}};
  e.modes = {mode::in_person};
  e.series = {{"normalisation", 2}, {"embassies"}};
  e.flags = {"undated", "no_date_yet", "derived"};
  return e;
}

}  // namespace

TEST_CASE("an event without a date says so, and what can be concluded") {
  shown_words const english{"en"};
  shown_words const french{"fr-CH"};
  shown_event e = announced_round();
  CHECK(when_in_words(e, english) == "no date yet\nfrom 2025-02-27");
  CHECK(when_in_words(e, french) == "pas encore de date\nà partir du 2025-02-27");
  e.expected = "2025-04";
  e.limits.end_max = time::instant::of(std::chrono::sys_days{std::chrono::year{2025} / 5 / 31}).plus(86399);
  CHECK(when_in_words(e, english) == "no date yet\nexpected 2025-04\nbetween 2025-02-27 and 2025-05-31");
  e.limits = {};
  e.expected.clear();
  e.flags = {"undated", "date_unstated"};
  CHECK(when_in_words(e, english) == "date not stated");
  e.flags = {"undated", "never_dated"};
  CHECK(when_in_words(e, english) == "never had a date");
  e.flags = {"undated"};
  CHECK(when_in_words(e, english) == "no date");
  e.stated = "2025-02~";
  e.flags = {"inferred"};
  CHECK(when_in_words(e, english) == "2025-02~ (inferred)");
}

TEST_CASE("a status comes with what else there is to know") {
  shown_words const english{"en"};
  shown_event e = announced_round();
  CHECK(status_in_words(e, english) == "announced");
  e.flags.push_back("overdue");
  e.flags.push_back("contradictory");
  CHECK(status_in_words(e, english) == "announced, overdue, contradictory");
  CHECK(status_in_words(e, shown_words{"fr"}) == "annoncé, en retard, contradictoire");
  e.flags = {"postponed"};
  e.status = status::postponed;
  CHECK(status_in_words(e, english) == "postponed");
  e.status = status::held;
  e.kind = "situation";
  CHECK(status_in_words(e, english) == "is the case, date put off");
}

TEST_CASE("rows fit the width, and name who may have taken part with a question mark") {
  shown_words const english{"en"};
  for (std::size_t const width : {80U, 120U}) {
    std::string const text = table_of({announced_round()}, english, width >= 110).text(width);
    CHECK_THAT(text, ContainsSubstring("no date yet"));
    CHECK_THAT(text, ContainsSubstring("Istanbul"));
    CHECK((text.find("second-round") != std::string::npos) == (width == 120));
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t const end = std::min(text.find('\n', begin), text.size());
      CHECK(display_width(std::string_view{text}.substr(begin, end - begin)) <= width);
      begin = end + 1;
    }
  }
  CHECK_THAT(table_of({announced_round()}, english, true).markdown(), ContainsSubstring("United States?"));
}

TEST_CASE("the summary counts what has no date") {
  shown_words const english{"en"};
  auto const day = std::chrono::sys_days{std::chrono::year{2025} / 4 / 6};
  CHECK(summary_of({announced_round()}, day, english) == "1 event as of 6 April 2025; 1 without a date, of which 1 has no date yet");
  CHECK(summary_of({}, {}, english) == "no events");
  CHECK(summary_of({announced_round(), announced_round()}, {}, shown_words{"fr"}) ==
        "2 événements ; 2 sans date, dont 2 n’ont pas encore de date");
}

TEST_CASE("the JSON of an event has every member, with null where there is nothing") {
  std::string text;
  json_writer out{text, 10'000};
  write_event(out, announced_round());
  CHECK(
      text ==
      R"({"id": "second-round", "kind": "negotiation", "title": "Second round", "status": "announced", "occurs": "maybe", "stated": null, )"
      R"("expected": null, "datedness": "bounded", "start": {"earliest": "2025-02-27", "latest": null}, )"
      R"("end": {"earliest": "2025-02-27", "latest": null}, "parties": ["russia", "united-states"], "venues": ["istanbul"], )"
      R"("modes": ["in_person"], "topics": [], "series": [{"id": "normalisation", "round": 2}, {"id": "embassies", "round": null}], )"
      R"("flags": ["undated", "no_date_yet", "derived"]})"
      "\n");
}

}  // namespace sinedie_test::shown_test
