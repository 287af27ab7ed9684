// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/timeline.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/where.hpp>

#include "catch.hpp"

namespace sinedie_test::timeline_test {

using namespace sinedie;

namespace {

dossier talks() {
  dossier d;
  d.as_of("2025-04-06");
  d.add(party{"russia", "Russia"}).add(party{"united-states", "United States"});
  d.add(party{"lavrov", "Sergey Lavrov"}.office({"russia", "Minister", "2004-03-09/.."}));
  d.add(venue{"turkiye"}).add(venue{"istanbul", localized{"Istanbul"}.in("tr", "İstanbul")}.in("turkiye")).add(venue{"riyadh"});
  d.add(series{"talks"});
  d.add(event{"second"}.between("russia", "united-states").at("istanbul").announced().after("first").kind("negotiation"));
  d.add(event{"first"}.between("russia", "united-states").at("riyadh").on("2025-02-18").held().kind("negotiation"));
  d.add(event{"speech"}.with("lavrov").on("2025-03?").held().kind("statement").topic("Grain"));
  d.add(event{"visit"}.between("russia").possible().expected("2025-04-02/2025-04-04").kind("visit"));
  d.add(event{"dropped"}.between("russia").cancelled());
  return d;
}

std::string ids(selection const& s) {
  std::string text;
  for (auto const e : s) text += (text.empty() ? "" : " ") + e.id().str();
  return text;
}

}  // namespace

TEST_CASE("the second round stands after the first, is bounded by it, and has no date yet", "[timeline]") {
  timeline const t{talks()};
  auto const second = *t.find_event("second");
  CHECK(second.position() > t.find_event("first")->position());
  CHECK(second.has(flag::undated));
  CHECK(second.has(flag::no_date_yet));
  CHECK(second.has(flag::derived));
  CHECK_FALSE(second.has(flag::overdue));
  CHECK(second.datedness() == time::datedness::bounded);
  CHECK(second.limits().start_min == time::dating{"2025-04-06"}.start_min());
  CHECK(t.find_event("first")->datedness() == time::datedness::exact);
  CHECK_FALSE(t.find_event("first")->has(flag::undated));
  CHECK_FALSE(t.find_event("none"));
}

TEST_CASE("entries and selections keep what they show when timeline and dossier are gone", "[timeline]") {
  std::vector<entry> kept;
  std::optional<selection> held, grown_held;
  time::dating const* stated = nullptr;
  std::optional<event_view> described;
  {
    auto d = std::make_unique<dossier>(talks());
    auto t = std::make_unique<timeline>(*d);
    d.reset();
    kept = {(*t)[0], *t->find_event("first"), *t->begin(), *t->begin().operator->().operator->()};
    stated = kept[1].stated();
    described = kept[1].event();
    held = t->select(where::party("russia"));
    auto const grown = t->adding(event{"third", "The third"}.between("russia").announced().after("second"));
    t.reset();
    kept.push_back(*grown.find_event("third"));
    kept.push_back(*grown.find_event("first"));
    for (auto const e : grown)
      if (e.id() == "third") kept.push_back(e);
    grown_held = grown.select(where::party("russia"));
  }
  CHECK(kept[0] == kept[2]);
  CHECK(kept[2] == kept[3]);
  CHECK(stated->text() == "2025-02-18");
  CHECK(described->value().id() == "first");
  CHECK(kept[1].event().title() == described->title());
  REQUIRE(kept.size() == 7);
  CHECK(kept[4].title().get("en") == "The third");
  CHECK(kept[4] == kept[6]);
  CHECK(kept[5].status() == status::held);
  CHECK(kept[5].limits() == kept[1].limits());
  CHECK(held->size() == 5);
  CHECK(grown_held->size() == 6);
  CHECK((*held)[0].id() == "first");
  int met = 0;
  for (auto const e : timeline{talks()}.select(where::party("russia"))) met += e.has(flag::undated);
  CHECK(met == 3);
}

TEST_CASE("flags tell a plan without a date from a deed without one and from what never came to be", "[timeline]") {
  dossier d;
  d.add(event{"planned"}.announced()).add(event{"held"}.held()).add(event{"off"}.cancelled()).add(event{"silent"});
  d.add(event{"put-off"}.postponed()).add(event{"open"}.held().on("../.."));
  timeline const t{d};
  auto const flags_of = [&](char const* id) { return t.find_event(id)->flags(); };
  CHECK(flags_of("planned") == flags{}.set(flag::undated).set(flag::no_date_yet));
  CHECK(flags_of("held") == flags{}.set(flag::undated).set(flag::date_unstated));
  CHECK(flags_of("off") == flags{}.set(flag::undated).set(flag::never_dated));
  CHECK(flags_of("silent") == flags{}.set(flag::undated));
  CHECK(flags_of("put-off") == flags{}.set(flag::undated).set(flag::no_date_yet).set(flag::postponed));
  CHECK(flags_of("open") == flags{}.set(flag::undated).set(flag::date_unstated));
}

TEST_CASE("a plan is overdue once its latest stated or expected start is past, never a deadline, and nothing without a day",
          "[timeline]") {
  timeline const t{talks()};
  CHECK_FALSE(t.find_event("visit")->has(flag::overdue));  // it is only possible
  CHECK(t.find_event("visit")->has(flag::expected));
  dossier d;
  d.add(event{"late"}.scheduled().on("2025-04-05")).add(event{"today"}.scheduled().on("2025-04-06"));
  d.add(event{"deadline"}.kind("deadline").scheduled().on("2025-04-01"));
  for (auto const e : timeline{d}) CHECK_FALSE(e.has(flag::overdue));
  d.as_of("2025-04-06");
  timeline const dated{d};
  CHECK(dated.find_event("late")->has(flag::overdue));
  CHECK_FALSE(dated.find_event("today")->has(flag::overdue));
  CHECK_FALSE(dated.find_event("deadline")->has(flag::overdue));
}

TEST_CASE("rounds of a series follow each other, whatever the order of entry", "[timeline]") {
  dossier d;
  d.add(series{"s"})
      .add(event{"c"}.in_series("s", 3))
      .add(event{"a"}.in_series("s", 5).held())
      .add(event{"b"}.in_series("s", 1).on("2025"));
  timeline const t{d};
  CHECK(ids(t.select({})) == "b c a");
  CHECK(t[1].after_previous() == chronology::certainty::by_relation);
}

TEST_CASE("a clash of dates is a finding with its statements, and the rest stands", "[timeline]") {
  dossier d;
  d.add(event{"a"}.held().on("2025-03")).add(event{"b"}.held().on("2025-02").after("a")).add(event{"c"}.announced().after("b"));
  timeline const t{d};
  REQUIRE(t.contradictions().size() == 1);
  auto const& c = t.contradictions()[0];
  REQUIRE(c.statements.size() == 3);
  CHECK(to_sentence(c) ==
        "It can't all be true that \"a\" is dated 2025-03, that \"b\" is dated 2025-02, and that \"b\" is after \"a\".");
  CHECK(t.find_event("a")->has(flag::contradictory));
  CHECK_FALSE(t.find_event("c")->has(flag::contradictory));
  CHECK(ids(t.select({})) == "b c a");  // c starts in February at the earliest, a in March
}

TEST_CASE("relations to what doesn't occur are suspended and listed", "[timeline]") {
  dossier d;
  d.add(event{"off"}.cancelled().on("2025-03")).add(event{"b"}.announced().after("off"));
  timeline const t{d};
  REQUIRE(t.findings().size() == 1);
  CHECK(t.findings()[0].kind == "suspended");
  CHECK_FALSE(t.find_event("b")->limits().any());
}

TEST_CASE("a dangling reference stops compiling with every problem", "[timeline]") {
  dossier d;
  d.add(event{"a"}.after("x").at("y"));
  try {
    timeline const t{d};
    FAIL("compiled");
  } catch (error const& e) {
    CHECK(e.problems().size() == 2);
  }
}

TEST_CASE("a timeline and a selection outlive their dossier", "[timeline]") {
  std::optional<dossier> d{talks()};
  std::optional<timeline> t{*d};
  auto const found = t->select(where::party("russia"));
  d->amend("first", [](event& e) { e.cancelled(); });
  d.reset();
  CHECK(t->find_event("first")->status() == status::held);
  t.reset();
  CHECK(found.size() == 5);
  CHECK(found[0].id() == "first");
  int count = 0;
  for (auto const e : timeline{talks()}.select(where::undated())) count += e.has(flag::undated);
  CHECK(count == 3);
}

TEST_CASE("queries find by party, office, nested venue, kind, status, topic and time", "[timeline]") {
  timeline const t{talks()};
  CHECK(ids(t.select(query{"party:united-states"})) == "first second");
  CHECK(t.select(query{"party:russia"}).size() == 5);
  CHECK(ids(t.select(query{"party:lavrov"})) == "speech");
  CHECK(ids(t.select(query{"exactly party:russia kind:statement"})) == "");
  CHECK(ids(t.select(query{"venue:turkiye"})) == "second");
  CHECK(ids(t.select(query{"venue:ISTANBUL"})) == "second");
  CHECK(ids(t.select(query{"exactly venue:turkiye"})) == "");
  CHECK(ids(t.select(query{"kind:meeting"})) == "first second");
  CHECK(ids(t.select(query{"exactly kind:meeting"})) == "");
  CHECK(ids(t.select(query{"status:possible"})) == "visit");
  CHECK(ids(t.select(query{"topic:grain"})) == "speech");
  CHECK(ids(t.select(query{"during:2025-02"})) == "first");
  CHECK(ids(t.select(query{"on:2025-02-18"})) == "first");
  CHECK(ids(t.select(query{"on:2025-03-10"})) == "speech");
  CHECK(ids(t.select(query{"certainly on:2025-03-10"})) == "");
  CHECK(ids(t.select(query{"before:2025-03"})) == "first");
  CHECK(ids(t.select(query{"after:2025-02 not after:2025-04"})) == "speech visit second");
  CHECK(ids(t.select(query{"during:2025-04-03"})) == "visit");
  CHECK(t.select(query{"during:2025-04-03"}).possibly_more() == 1);  // second, dropped
}

TEST_CASE("an unknown party or venue in a query is an error with the nearest known", "[timeline]") {
  timeline const t{talks()};
  try {
    (void)t.select(query{"venue:istambul"});
    FAIL("found");
  } catch (error const& e) {
    CHECK(e.code() == errc::unknown_id);
    CHECK(std::string{e.what()}.find("istanbul") != std::string::npos);
  }
  CHECK_THROWS_AS(t.select(where::party("rusia")), error);
  CHECK_THROWS_AS(t.select(where::series("x")), error);
}

TEST_CASE("certainly is within plain, plain within possibly, and not is the complement", "[timeline]") {
  std::mt19937 dice{1815};
  static constexpr char const* dates[] = {"2024",       "2025-02",    "2025-02-18", "2025-03?",  "2024/2025",
                                          "2025-01/..", "../2025-03", "/2025-02",   "2025-05-01"};
  static constexpr char const* keys[] = {"during:", "before:", "after:", "on:"};
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    dossier d;
    d.as_of("2025-03-15");
    auto const n = 1 + static_cast<int>(dice() % 10);
    for (int i = 0; i < n; ++i) {
      event e{"e" + std::to_string(i)};
      if (dice() % 3 != 0) e.status(static_cast<status>(dice() % 10));
      if (dice() % 2 == 0) e.on(dates[dice() % 9]);
      if (dice() % 3 == 0) e.expected(dates[dice() % 5]);
      if (i > 0 && dice() % 2 == 0) e.after("e" + std::to_string(dice() % static_cast<unsigned>(i)));
      d.add(e);
    }
    timeline const t{d};
    REQUIRE(t.size() == static_cast<std::size_t>(n));
    for (auto const* key : keys)
      for (auto const* date : {"2025-02", "2025-02-18", "2024", "2025"}) {
        std::string const term = std::string{key} + date;
        auto const has = [](selection const& s, entry const& e) {
          return std::any_of(s.begin(), s.end(), [&](auto const& x) { return x == e; });
        };
        auto const certainly = t.select(query{"certainly " + term});
        auto const plain = t.select(query{term});
        auto const possibly = t.select(query{"possibly " + term});
        auto const negated = t.select(query{"not " + term});
        for (auto const e : t) {
          REQUIRE((!has(certainly, e) || has(plain, e)));
          REQUIRE((!has(plain, e) || has(possibly, e)));
          REQUIRE(has(negated, e) != has(plain, e));
        }
        REQUIRE(plain.size() + plain.possibly_more() == possibly.size());
        ++compared;
      }
  }
  WARN("timeline: " << compared << " queries compared");
}

TEST_CASE("events of which nothing is known stand last, first, apart or not at all", "[timeline]") {
  dossier d;
  d.add(event{"z"}.on("2025")).add(event{"a"});
  CHECK(ids(timeline{d}.select({})) == "z a");
  CHECK(ids(timeline{d, {{}, unknown_events::first}}.select({})) == "a z");
  timeline const apart{d, {{}, unknown_events::apart}};
  CHECK(ids(apart.select({})) == "z");
  CHECK(ids(apart.apart()) == "a");
  timeline const hidden{d, {{}, unknown_events::hidden}};
  CHECK(hidden.size() == 1);
  CHECK_FALSE(hidden.find_event("a"));
  CHECK(timeline{dossier{}}.empty());
}

TEST_CASE("reports published after the day of knowledge don't count", "[timeline]") {
  dossier d;
  d.add(event{"visit"}).add(document{"early"}.published("2025-04-01")).add(document{"late"}.published("2025-04-05"));
  d.add(report{"r1", "visit"}.in("early").says(claim{}.possible().expected("2025-04")));
  d.add(report{"r2", "visit"}.in("late").says(claim{}.scheduled().on("2025-04-10")));
  auto const on = [&](char const* day) {
    d.as_of(day);
    return timeline{d};
  };
  CHECK_FALSE(on("2025-03-31").find_event("visit"));
  CHECK(on("2025-04-01").find_event("visit")->status() == status::possible);
  CHECK(on("2025-04-01").find_event("visit")->has(flag::no_date_yet));
  CHECK(on("2025-04-05").find_event("visit")->status() == status::scheduled);
  CHECK_FALSE(on("2025-04-05").find_event("visit")->has(flag::undated));
}

TEST_CASE("many threads may read one timeline and compile one dossier", "[timeline][threads]") {
  dossier const d = talks();
  timeline const t{d};
  std::vector<std::thread> readers;
  std::vector<std::size_t> found(4, 0);
  for (std::size_t i = 0; i < found.size(); ++i)
    readers.emplace_back([&, i] { found[i] = t.select(query{"party:russia"}).size() + timeline{d}.size(); });
  for (auto& r : readers) r.join();
  for (auto const n : found) CHECK(n == 10);
}

namespace {

std::string limits_text(timeline const& t, char const* id) {
  auto const& l = t.find_event(id)->limits();
  return time::to_bound_string(l.start_min, false) + '|' + time::to_bound_string(l.start_max, true) + '|' +
         time::to_bound_string(l.end_min, false) + '|' + time::to_bound_string(l.end_max, true);
}

}  // namespace

TEST_CASE("what a declared status says limits by the dossier's own day, whatever day is asked for", "[timeline]") {
  dossier d;
  d.as_of("2025-04-06");
  d.add(event{"held"}.held()).add(event{"going"}.under_way()).add(event{"plan"}.announced()).add(event{"put-off"}.postponed());
  d.add(event{"perhaps"}.possible()).add(event{"off"}.cancelled()).add(event{"silent"});
  d.add(event{"friction"}.kind("situation").held());
  d.add(event{"missed"}.announced().on("2025-03-01")).add(event{"today"}.announced().on("2025-04-06"));
  d.add(event{"since"}.under_way().on("2025-02-18")).add(event{"spell"}.under_way().on("2025-02-18/2025-05"));
  d.add(event{"in-office"}.held().kind("situation").on("2004-03-09/.."));
  for (timeline const& t : {timeline{d}, timeline{d, {.as_of = std::chrono::sys_days{std::chrono::year{2025} / 5 / 1}}}}) {
    CHECK(limits_text(t, "held") == "|2025-04-06||2025-04-06");
    CHECK(limits_text(t, "going") == "|2025-04-06|2025-04-06|");
    CHECK(limits_text(t, "plan") == "2025-04-06||2025-04-06|");
    CHECK(limits_text(t, "put-off") == "2025-04-06||2025-04-06|");
    CHECK(limits_text(t, "perhaps") == "|||");
    CHECK(limits_text(t, "off") == "|||");
    CHECK(limits_text(t, "silent") == "|||");
    CHECK(limits_text(t, "friction") == "|2025-04-06||");
    // The plan's own day is past: it limits nothing, and is overdue.
    CHECK(limits_text(t, "missed") == "2025-03-01|2025-03-01|2025-03-01|2025-03-01");
    CHECK(t.find_event("missed")->has(flag::overdue));
    CHECK(limits_text(t, "today") == "2025-04-06|2025-04-06|2025-04-06|2025-04-06");
    // A single date of what is under way is that of its start; an end that hasn't come comes later than the day.
    CHECK(limits_text(t, "since") == "2025-02-18|2025-02-18|2025-04-06|");
    CHECK(limits_text(t, "spell") == "2025-02-18|2025-02-18|2025-05-01|2025-05-31");
    CHECK(limits_text(t, "in-office") == "2004-03-09|2004-03-09|2025-04-06|");
    CHECK(t.contradictions().empty());
  }
  CHECK_FALSE(timeline{d}.find_event("today")->has(flag::overdue));

  // Without a day nothing of this is known, and an open end is only not before its start.
  timeline const dayless{dossier{d}.as_of(std::nullopt)};
  CHECK(limits_text(dayless, "held") == "|||");
  CHECK(limits_text(dayless, "plan") == "|||");
  CHECK(limits_text(dayless, "in-office") == "2004-03-09|2004-03-09|2004-03-09|");
}

TEST_CASE("a status against a date is a contradiction, set aside, and the event is still placed by its date", "[timeline]") {
  dossier d;
  d.as_of("2025-04-06");
  d.add(event{"clash"}.held().on("2025-05-01")).add(event{"before"}.on("2025-04-30")).add(event{"behind"}.on("2025-05-02"));
  timeline const t{d};
  REQUIRE(t.contradictions().size() == 1);
  REQUIRE(t.contradictions()[0].statements.size() == 2);
  CHECK(t.contradictions()[0].statements[0].kind == statement::sort::date);
  CHECK(t.contradictions()[0].statements[1].kind == statement::sort::status);
  CHECK(t.contradictions()[0].statements[1].text == "\"clash\" has been held by 6 April 2025");
  CHECK_FALSE(t.contradictions()[0].statements[1].report);
  CHECK(t.find_event("clash")->has(flag::contradictory));
  CHECK(t.find_event("clash")->position() == 1);
  CHECK(t.find_event("clash")->stated()->text() == "2025-05-01");
}

TEST_CASE("what is merely possible is never overdue", "[timeline]") {
  dossier d;
  d.as_of("2025-04-06");
  d.add(event{"maybe"}.possible().on("2025-03-01")).add(event{"asked-for"}.proposed().on("2025-03-01"));
  d.add(event{"foreseen"}.announced().expected("2025-03")).add(event{"to-come"}.announced().expected("2025-04"));
  timeline const t{d};
  CHECK_FALSE(t.find_event("maybe")->has(flag::overdue));
  CHECK(t.find_event("asked-for")->has(flag::overdue));
  CHECK(t.find_event("foreseen")->has(flag::overdue));
  CHECK_FALSE(t.find_event("to-come")->has(flag::overdue));
}

TEST_CASE("a selection tells the positions of its entries, of a timeline that has grown too") {
  dossier d;
  for (char const* const id : {"a", "b", "c", "e"}) d.add(event{event_id{id}}.on("2025-04-0" + std::to_string(id[0] - 'a' + 1)).held());
  timeline const before{d};
  auto const after = before.adding(event{"d"}.on("2025-04-04").held()).removing(event_id{"b"});
  std::size_t seen = 0;
  for (timeline const& t : {before, after})
    for (bool const reversed : {false, true}) {
      listing how;
      how.reversed = reversed;
      auto const found = t.select(query{"after:2025-04-01"}, how);
      REQUIRE(found.positions().size() == found.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found.positions()[i] == found[i].position());
        CHECK(t[found.positions()[i]] == found[i]);
        ++seen;
      }
    }
  CHECK(seen == 12);
}

}  // namespace sinedie_test::timeline_test
