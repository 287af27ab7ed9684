// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/exports.hpp>

#include <algorithm>
#include <cstdio>
#include <random>
#include <string>

#include "catch.hpp"
#include "io/cell_guard.hpp"
#include "soak.hpp"

namespace sinedie_test::exports_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

exported all_of(dossier const& d, export_format f) {
  timeline const t{d};
  return export_events(f, t, t.select({}));
}

bool lost(exported const& e, std::string_view what, std::string_view id) {
  return std::any_of(e.losses.begin(), e.losses.end(), [&](loss const& l) {
    return l.what == what && std::find(l.examples.begin(), l.examples.end(), id) != l.examples.end();
  });
}

dossier talks() {
  dossier d;
  d.as_of("2025-04-06");
  d.add(party{"russia", "Russia"}.code("RU")).add(party{"united-states", "United States"});
  d.add(venue{"istanbul", "Istanbul"}.at(coordinates{41.01, 28.98}));
  d.add(event{"first", "First round"}.kind("negotiation").between("russia", "united-states").on("2025-02-18").held());
  d.add(event{"month", "Some day in March"}.on("2025-03").at("istanbul"));
  d.add(event{"second", "Second round"}.kind("negotiation").between("russia", "united-states").announced().after("first")
            .no_date(why_undated::unannounced));
  d.add(event{"camp", "Thirteen days"}.kind("summit").on("1978-09-05/1978-09-17").held());
  return d;
}

}  // namespace

TEST_CASE("a calendar gives no date to what has none") {
  auto const out = all_of(talks(), export_format::ics).text;
  auto const block = [&](std::string const& id) {
    auto const uid = out.find("UID:" + id + "\r\n");
    REQUIRE(uid != std::string::npos);
    auto const begin = out.rfind("BEGIN:", uid);
    return out.substr(begin, out.find("END:", uid) - begin);
  };
  CHECK_THAT(block("first"), ContainsSubstring("BEGIN:VEVENT") && ContainsSubstring("DTSTART;VALUE=DATE:20250218\r\n"));
  CHECK_THAT(block("first"), !ContainsSubstring("DTEND"));
  CHECK_THAT(block("camp"), ContainsSubstring("DTSTART;VALUE=DATE:19780905\r\n") && ContainsSubstring("DTEND;VALUE=DATE:19780918\r\n"));
  CHECK_THAT(block("month"), ContainsSubstring("BEGIN:VTODO") && ContainsSubstring("X-SINEDIE-DATE:2025-03\r\n"));
  CHECK_THAT(block("second"), ContainsSubstring("BEGIN:VTODO") && ContainsSubstring("X-SINEDIE-WHY-UNDATED:unannounced"));
  for (auto const* const id : {"month", "second"})
    CHECK_THAT(block(id), !ContainsSubstring("DTSTART") && !ContainsSubstring("DUE"));
}

TEST_CASE("formats that demand a date leave out what has none and say so") {
  for (auto const f : {export_format::timelinejs, export_format::vis, export_format::plover}) {
    CAPTURE(to_string(f));
    auto const out = all_of(talks(), f);
    CHECK_THAT(out.text, !ContainsSubstring("Second round"));
    CHECK(lost(out, "left out, having no date", "second"));
    CHECK_THAT(out.text, ContainsSubstring("Thirteen days"));
  }
  CHECK_THAT(all_of(talks(), export_format::timelinejs).text, ContainsSubstring("\"start_date\": {\"year\": 2025, \"month\": 3}"));
  CHECK(lost(all_of(talks(), export_format::plover), "left out, having no PLOVER class", "month"));
}

TEST_CASE("who is alone in what has a direction becomes its source, which is said") {
  dossier d;
  d.add(party{"russia", "Russia"});
  d.add(event{"threat"}.kind("threat").on("2025-02-18").held().between("russia"));
  d.add(event{"talks"}.kind("negotiation").on("2025-02-18").held().between("russia"));
  constexpr std::string_view said = "that nobody said who acts on whom: the first party is the source, the others are targets";
  auto const out = all_of(d, export_format::plover);
  CHECK(lost(out, said, "threat"));
  CHECK_FALSE(lost(out, said, "talks"));
}

TEST_CASE("a date that is open or one of several is not made into another one") {
  dossier d;
  d.add(event{"open"}.on("2025-02-18/..")).add(event{"choice"}.on("[2025-02-18,2025-02-20]")).add(event{"far"}.on("Y170000002"));
  d.add(event{"year-one"}.on("0001-03-04")).add(event{"bce"}.on("-0044-03-15"));
  auto const slides = all_of(d, export_format::timelinejs);
  CHECK(lost(slides, "left out, having a date that the format can't tell", "choice"));
  CHECK(lost(slides, "ends of intervals that are open, unknown or vague", "open"));
  CHECK_THAT(slides.text, ContainsSubstring("\"year\": -44"));
  auto const items = all_of(d, export_format::vis);
  CHECK(lost(items, "left out, having a start or end that is open or not of the years 100 to 9999", "open"));
  CHECK(lost(items, "left out, having a start or end that is open or not of the years 100 to 9999", "year-one"));
  auto const calendar = all_of(d, export_format::ics).text;
  CHECK_THAT(calendar, ContainsSubstring("DTSTART;VALUE=DATE:00010304") && !ContainsSubstring("DTSTART;VALUE=DATE:-"));
  CHECK_THAT(calendar, ContainsSubstring("X-SINEDIE-DATE:2025-02-18/.."));
}

TEST_CASE("a day in another calendar is written as the Gregorian day it means") {
  dossier d;
  d.add(event{"peace"}.on(time::dating{"1918-02-14", time::calendar::julian}));
  auto const out = all_of(d, export_format::csv);
  CHECK_THAT(out.text, ContainsSubstring("1918-02-27"));
  CHECK(lost(out, "dates stated in another calendar: written as the Gregorian days they mean", "peace"));
  CHECK_THAT(all_of(d, export_format::ics).text, ContainsSubstring("DTSTART;VALUE=DATE:19180227"));
}

TEST_CASE("arrows of a graph are certain or conventional") {
  auto const dot = all_of(talks(), export_format::dot).text;
  CHECK_THAT(dot, ContainsSubstring("class=certain, label=\"dates\""));
  CHECK_THAT(dot, ContainsSubstring("label=\"after\""));
  dossier loose;
  loose.add(event{"a"}.on("2025")).add(event{"b"}.on("2025"));
  CHECK_THAT(all_of(loose, export_format::dot).text, ContainsSubstring("e0 -> e1 [style=dashed"));
  CHECK_THAT(all_of(loose, export_format::mermaid).text, ContainsSubstring("e0 -.-> e1"));
  CHECK_THAT(all_of(talks(), export_format::mermaid).text, ContainsSubstring(" -->|dates| ") && ContainsSubstring(":::undated"));
}

TEST_CASE("a map shows certain venues only") {
  auto d = talks();
  d.add(event{"perhaps"}.at(venue_choice::possible("istanbul")));
  auto const out = all_of(d, export_format::geojson);
  CHECK_THAT(out.text, ContainsSubstring("\"coordinates\": [28.98, 41.01]"));
  CHECK(lost(out, "on no map, since no certain venue has coordinates", "perhaps"));
}

TEST_CASE("no cell is a formula and each reads back as it was") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::string const alphabet = "'=+-@\t\ra\",;\n";
  auto const compare = [&](auto guard) {
    std::size_t wrong = 0;
    std::mt19937_64 dice{sinedie_test::seed()};
    for (std::size_t i = 0; i < sinedie_test::rounds(20'000); ++i) {
      std::string text;
      for (auto n = dice() % 6; n > 0; --n) text += alphabet[dice() % alphabet.size()];
      auto const cell = guard(text);
      wrong += detail::acts_in_a_cell(cell) || detail::unguarded(cell) != text ? 1U : 0U;
    }
    return wrong;
  };
  CHECK(compare([](std::string const& t) { return detail::guarded(t); }) == 0);
  // Planted fault: a guard that forgets texts which begin with one of their own.
  CHECK(compare([](std::string const& t) { return detail::acts_in_a_cell(t) ? '\'' + t : t; }) > 0);
  std::printf("cells compared: %zu\n", sinedie_test::rounds(20'000));
}

TEST_CASE("text from outside does nothing in any format") {
  dossier d;
  std::string const evil = "=cmd()</script><img onerror=x>\x1b[31m\xE2\x80\xAE\nEND:VEVENT\r\nclick e0 \"javascript:x\" %%{init}%% \"];}\\";
  d.add(party{"p", evil}).add(venue{"v", evil});
  d.add(event{"e", evil}.kind("meeting").note(evil).between("p").at("v").on("2025-02-18").held().topic(evil).attribute(evil, evil));
  for (std::size_t i = 0; i < export_words.size(); ++i) {
    auto const f = static_cast<export_format>(i);
    CAPTURE(to_string(f));
    auto const out = all_of(d, f).text;
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
    if (f == export_format::csv) continue;   // where a comma and angle brackets are only text
    bool const plain_text = f == export_format::ics || f == export_format::dot;
    CHECK((plain_text || out.find("</script>") == std::string::npos));
    CHECK(out.find("\nclick") == std::string::npos);
    CHECK(out.find("\nEND:VEVENT") == out.rfind("\nEND:VEVENT"));
  }
  CHECK_THAT(all_of(d, export_format::csv).text, !ContainsSubstring(",=") && !ContainsSubstring("\"="));
  for (auto const f : {export_format::timelinejs, export_format::vis}) CHECK_THAT(all_of(d, f).text, !ContainsSubstring("<img"));
  CHECK_THAT(all_of(d, export_format::mermaid).text, !ContainsSubstring("<img") && !ContainsSubstring("%%"));
}

TEST_CASE("whatever an event has is written or listed as lost") {
  dossier d;
  d.add(party{"p"}).add(venue{"v"}).add(series{"s"}).add(event{"other"});
  d.add(event{"full", localized{}.in("en", "Title").in("fr", "Titre")}.kind("meeting").held().on(date_statement{"2025-02-18"}.inferred())
            .expected("2025").with("p", "speaker").at(venue_choice::possible("v")).by(mode::video).topic("t").in_series("s", 2)
            .after("other").lasting({time::duration{"PT1H"}, {}}).attribute("k", "v").note(localized{}.in("en", "N"))
            .extension({"/x-own", "1"}));
  // By format, the least number of things that must be listed for this event, counted by hand from docs/formats.md.
  struct expectation {
    export_format f;
    std::size_t least;
  };
  for (auto const& [f, least] : {expectation{export_format::jsonl, 0}, {export_format::csv, 5}, {export_format::ics, 7},
                                 {export_format::geojson, 9}, {export_format::dot, 15}, {export_format::timelinejs, 15},
                                 {export_format::vis, 15}, {export_format::plover, 14}}) {
    CAPTURE(to_string(f));
    auto const out = all_of(d, f);
    auto const n = static_cast<std::size_t>(std::count_if(out.losses.begin(), out.losses.end(), [](loss const& l) {
      return l.entries == "events" && std::find(l.examples.begin(), l.examples.end(), "full") != l.examples.end();
    }));
    CHECK(n >= least);
    if (least == 0) CHECK(n == 0);
  }
  CHECK(lost(all_of(d, export_format::csv), "roles of parties", "full"));
  CHECK(to_string(loss{"roles of parties", 7, "events", {"a", "b", "c", "d", "e\x1b"}}) ==
        "roles of parties: 7 events (a, b, c, d, e\\u{1b}, …)");
  CHECK(to_string(loss{"reports", 1, "reports", {"a"}}) == "reports: 1 report (a)");
}

TEST_CASE("a selection is written and relations out of it are listed") {
  timeline const t{talks()};
  auto const out = export_events(export_format::jsonl, t, t.select(query{"undated"}));
  CHECK(out.text == "{\"id\": \"second\", \"kind\": \"negotiation\", \"title\": \"Second round\", \"status\": \"announced\", "
                    "\"when\": null, \"why_undated\": \"unannounced\", \"parties\": [\"russia\", \"united-states\"], "
                    "\"relations\": [{\"after\": \"first\"}]}\n");
  CHECK(lost(out, "relations to events that aren't written lead nowhere", "second"));
}

}  // namespace sinedie_test::exports_test
