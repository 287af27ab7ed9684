// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/oddities.hpp>

#include <chrono>
#include <string>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::oddities_test {

using namespace sinedie;

namespace {

std::vector<std::string> told(dossier const& d) {
  std::vector<std::string> list;
  for (auto const& f : oddities(d)) list.push_back(f.kind + (f.event ? " " + f.event->str() : "") + ": " + f.text);
  return list;
}
using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a plain dossier has nothing odd", "[oddities]") {
  dossier d;
  d.add(party{"russia", localized{"Russia"}.in("fr", "Russie").in("ru", "Россия")}.alias("Russian Federation"));
  d.add(venue{"istanbul", localized{"Istanbul"}.in("tr", "İstanbul")}).add(venue{"riyadh", "الرياض"});
  d.add(event{"talks", "Talks"}.note("They met.\nNothing came of it.\n\tOr so it was said.").on("2025-02-18"));
  CHECK(told(d).empty());
  CHECK(told(dossier{}).empty());
}

TEST_CASE("two of one name are told once, and not where kinds or places tell them apart", "[oddities]") {
  dossier d;
  d.add(party{"rf", "Russia"}.kind(party_kind::state).alias("Russian Federation"));
  d.add(party{"ru", localized{"RUSSIA"}.in("fr", "Russian federation")}.kind(party_kind::state));
  d.add(party{"delegation", "Russia"}.kind(party_kind::delegation));
  d.add(venue{"us"}).add(venue{"geneva", "Geneva"}).add(venue{"geneva-ny", "Geneva"}.in("us"));
  d.add(venue{"geneve", localized{"Genève"}.in("en", "GENEVA")});
  CHECK(told(d) == lines{"duplicate: parties \"rf\" and \"ru\" have one name, \"RUSSIA\"",
                         "duplicate: venues \"geneva\" and \"geneve\" have one name, \"GENEVA\""});
}

TEST_CASE("names that look alike in two scripts are told", "[oddities]") {
  dossier d;
  d.add(venue{"istanbul", "Istanbul"}).add(venue{"false", "Ist\xD0\xB0nbul"});
  d.add(party{"left", "CCCP"}).add(party{"right", "\xD0\xA1\xD0\xA1\xD0\xA1\xD0\xA0"});
  CHECK(told(d) == lines{"look_alike: a name of party \"right\", \"\xD0\xA1\xD0\xA1\xD0\xA1\xD0\xA0\", looks like one of \"left\", "
                         "in letters of another script",
                         "look_alike: a name of venue \"false\", \"Ist\xD0\xB0nbul\", looks like one of \"istanbul\", "
                         "in letters of another script"});
}

TEST_CASE("a weekday that isn't the date's is told, in the language it is written in", "[oddities]") {
  dossier d;
  auto const date = [](char const* edtf, char const* written, char const* language) {
    return date_statement{edtf}.as_written(written, language);
  };
  d.add(event{"a"}.on(date("2025-04-01", "mardi", "fr")));
  d.add(event{"b"}.on(date("2025-04-01", "le mercredi 1er avril", "fr")));
  d.add(event{"c"}.on(date("2025-04-02", "on Tuesday", "")));
  d.add(event{"d"}.on(date("2025-04-02", "Tuesday or Wednesday", "en")));
  d.add(event{"e"}.on(date("2025-04", "Tuesday", "en")));
  d.add(event{"f"}.on(date("2025-04-02", "mardi gras", "en")));
  d.add(event{"g"}.on(date("1917-10-25", "Wednesday", "en")));  // a Thursday by this calendar
  d.add(event{"h"}.on(date_statement{time::dating{"1917-10-25", time::calendar::julian}}.as_written("Wednesday", "en")));
  d.add(report{"r", "a"}.said(date("2025-04-01", "Sunday", "en")).published(date("1969-12-31", "Thursday", "en")));
  CHECK(told(d) == lines{"weekday b: the date of event \"b\": \"le mercredi 1er avril\" is a Wednesday, 2025-04-01 a Tuesday",
                         "weekday c: the date of event \"c\": \"on Tuesday\" is a Tuesday, 2025-04-02 a Wednesday",
                         "weekday g: the date of event \"g\": \"Wednesday\" is a Wednesday, 1917-10-25 a Thursday",
                         "weekday a: the day of publication of report \"r\": \"Thursday\" is a Thursday, 1969-12-31 a Wednesday",
                         "weekday a: `said` of report \"r\": \"Sunday\" is a Sunday, 2025-04-01 a Tuesday"});
}

TEST_CASE("the day of the week is that of the standard library", "[oddities]") {
  int compared = 0, caught = 0;
  for (std::int64_t day = -800000; day < 800000; day += 331) {
    std::chrono::weekday const is{std::chrono::sys_days{std::chrono::days{day}}};
    REQUIRE(detail::weekday_of(day) + 1 == is.iso_encoding());
    caught += day < 0 && static_cast<std::int64_t>(detail::weekday_of(day)) != (day + 3) % 7;  // the planted fault: a plain remainder
    ++compared;
  }
  CHECK(compared > 4000);
  CHECK(caught > 1000);
}

TEST_CASE("characters that don't show, and names that are blank, are told", "[oddities]") {
  dossier d;
  d.add(event{"x", "Talks \xE2\x80\xAEsklat"}.note("a\xE2\x80\x8B" "b\xE2\x80\x8B").attribute("k", "\x1B[31m"));
  d.add(party{"p", "  "}.alias("A\xC2\x85"));
  d.add(document{"d"}.source("paper\x7F"));
  CHECK(told(d) == lines{"odd_text: the name of party \"p\" is blank", "odd_text: an alias of party \"p\" has U+0085 at byte 1",
                         "odd_text x: the title of event \"x\" has U+202E at byte 6",
                         "odd_text x: the note of event \"x\" has U+200B at byte 1, and 1 more that don't show",
                         "odd_text x: attribute \"k\" of event \"x\" has U+001B at byte 0",
                         "odd_text: the source of document \"d\" has U+007F at byte 5"});
}

}  // namespace sinedie_test::oddities_test
