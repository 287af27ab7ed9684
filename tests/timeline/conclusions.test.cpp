// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/conclusions.hpp>

#include <algorithm>

#include <sinedie/error.hpp>
#include <sinedie/time/spell.hpp>

#include "catch.hpp"

namespace sinedie_test::conclusions_test {

using namespace sinedie;

namespace {

/// "The second round follows Riyadh, comes before the summit, and an article of 2 April says it is still to come."
dossier talks() {
  dossier d;
  d.as_of("2025-04-06");
  d.add(event{"riyadh"}.held().on("2025-02-18"));
  d.add(event{"second-round"}.after("riyadh").before("summit"));
  d.add(event{"summit"}.scheduled().on("2025-05-30"));
  d.add(report{"article", "second-round"}.published("2025-04-02").says(claim{}.announced()));
  return d;
}

event_id const riyadh{"riyadh"}, second{"second-round"}, summit{"summit"};

}  // namespace

TEST_CASE("an event without a date falls between what the statements say, and each limit names them", "[conclusions]") {
  timeline const t{talks()};
  conclusions const known{t};
  auto const r = known.why(second);
  CHECK(to_sentence(r.earliest_start) ==
        "Not before 2 April 2025, because report \"article\" of 2 April 2025 says that \"second-round\" is still to come.");
  CHECK(to_sentence(r.latest_end) ==
        "Over by 30 May 2025, because \"second-round\" is before \"summit\" and \"summit\" is dated 2025-05-30.");
  REQUIRE(r.latest_end.chain.size() == 2);
  CHECK(r.latest_end.chain[0].kind == statement::sort::relation);
  CHECK(r.latest_end.chain[0].relation == relation_kind::before);
  CHECK_FALSE(r.latest_end.chain[1].relation);
  CHECK(r.latest_end.chain[1].event == summit);
  CHECK(r.earliest_start.chain[0].report == report_id{"article"});
  REQUIRE(r.previous);
  CHECK(r.previous->event == riyadh);
  CHECK(r.previous->order == chronology::certainty::by_limits);
  REQUIRE(r.previous->by.size() == 2);
  CHECK(r.previous->by[0].text == "\"riyadh\" is dated 2025-02-18");
  CHECK(r.previous->by[1].report == report_id{"article"});
  REQUIRE(r.next);
  CHECK(r.next->order == chronology::certainty::by_relation);
  REQUIRE(r.next->by.size() == 1);
  CHECK(r.next->by[0].event == second);
  CHECK(r.contradictions.empty());
}

TEST_CASE("the same is told in French", "[conclusions]") {
  timeline const t{talks()};
  conclusions const known{t};
  auto const r = known.why(second, "fr");
  CHECK(to_sentence(r.earliest_start, "fr") ==
        "Pas avant le 2 avril 2025, parce que le rapport « article » du 2 avril 2025 dit que « second-round » est encore à venir.");
  CHECK(to_sentence(r.latest_end, "fr") ==
        "S'achève au plus tard le 30 mai 2025, parce que « second-round » a lieu avant « summit » et que « summit » est daté de "
        "2025-05-30.");
}

TEST_CASE("a relation that an event states twice is one statement", "[conclusions]") {
  for (std::size_t const others : {0U, 40U}) {
    dossier d;
    d.as_of("2025-04-06").add(event{"talks"}.held().on("2025-02-18")).add(event{"summit"}.held().on("2025-02-10"));
    event e{"round"};
    gap const months{time::duration{"P1M"}, time::duration{"P7M"}};
    e.after("talks", months).after("talks", months).before("summit").before("summit");
    for (std::size_t i = 0; i < others; ++i) e.after("other-" + std::to_string(i));
    for (std::size_t i = 0; i < others; ++i) d.add(event{"other-" + std::to_string(i)});
    d.add(e);
    timeline const t{d};
    conclusions const known{t};
    REQUIRE(t.contradictions().size() == 1);
    CHECK(t.contradictions()[0].statements.size() == 4);
    for (auto const& dropped : known.drops(0)) CHECK(dropped.settles);
  }
}

TEST_CASE("a limit that nothing gives says so", "[conclusions]") {
  dossier d;
  d.add(event{"talks"});
  timeline const t{d};
  conclusions const known{t};
  auto const r = known.why(event_id{"talks"});
  CHECK(to_sentence(r.earliest_start) == "Nothing says how early it may start.");
  CHECK(to_sentence(r.latest_end, "fr") == "Rien ne dit quand il peut s'achever au plus tard.");
  CHECK(r.earliest_start.chain.empty());
  CHECK_FALSE(r.previous);
  CHECK_FALSE(r.next);
}

TEST_CASE("a gap of months and other units is as long as both together, from the day on which it begins", "[conclusions]") {
  struct { char const* gap; char const* day; } const cases[] = {{"P3D", "21 February 2025"},       {"P1M", "18 March 2025"},
                                                                {"P2M", "18 April 2025"},          {"P1Y", "18 February 2026"},
                                                                {"P1Y2M3D", "21 April 2026"},      {"P6M", "18 August 2025"}};
  for (auto const& [gap_text, day] : cases) {
    CAPTURE(gap_text);
    dossier d;
    d.add(event{"riyadh"}.held().on("2025-02-18"));
    d.add(event{"second-round"}.after("riyadh", gap{time::duration{gap_text}, std::nullopt}));
    timeline const t{d};
    conclusions const known{t};
    auto const told = to_sentence(known.why(second).earliest_start);
    CHECK(told.starts_with("Not before " + std::string{day} + ","));
  }
}

TEST_CASE("what lasts whole days needn't fill the first and the last", "[conclusions]") {
  auto const ends = [](char const* lasts) {
    dossier d;
    d.add(event{"visit"}.held().on("2025-03-10T18:00:00/").lasting({time::duration{lasts}, time::duration{lasts}}));
    auto const l = timeline{d}[0].limits();
    return time::to_day_string(l.end_min) + ' ' + time::to_day_string(l.end_max);
  };
  auto const hours = [](char const* lasts) {
    dossier d;
    d.add(event{"call"}.held().on("2025-03-10T18:00:00/").lasting({time::duration{lasts}, time::duration{lasts}}));
    auto const l = timeline{d}[0].limits();
    return l.end_min == l.end_max ? l.end_min.seconds() - l.start_min.seconds() : -1;
  };
  CHECK(ends("P1D") == "2025-03-10 2025-03-11");
  CHECK(ends("P3D") == "2025-03-12 2025-03-13");
  CHECK(ends("P1W") == "2025-03-16 2025-03-17");
  CHECK(ends("P1M") == "2025-04-09 2025-04-10");  // a month from 10 March on has 31 days
  CHECK(hours("PT72H") == 72 * 3600);
  CHECK(hours("P1DT12H") == 36 * 3600);
  dossier d;
  d.add(event{"day"}.held().on("2025-03-10").lasting({time::duration{"P1D"}, time::duration{"P1D"}}));
  d.add(event{"stay"}.held().on("2025-03-10/2025-03-12").lasting({time::duration{"P3D"}, time::duration{"P3D"}}));
  d.add(event{"month"}.held().on("2025-03-01/2025-03-31").lasting({time::duration{"P1M"}, time::duration{"P1M"}}));
  timeline const t{d};
  CHECK(t.contradictions().empty());
  CHECK(t.find_event("day")->limits() == time::dating{"2025-03-10"}.limits());
}

TEST_CASE("a date of which no alternative fits is told beside what it clashes with", "[conclusions]") {
  auto const told = [](char const* date, char const* before) {
    dossier d;
    d.add(event{"first"}.held().on("2025-02-01")).add(event{"last"}.held().on(before));
    d.add(event{"talks"}.held().on(date).after("first").before("last"));
    return timeline{d};
  };
  for (auto const* const date : {"[2025-01-05,2025-03-05]", "2025-XX-05"}) {
    CAPTURE(date);
    auto const t = told(date, "2025-02-04");
    REQUIRE(t.findings().size() == 1);
    CHECK(t.findings()[0].kind == "choice");
    CHECK(t.findings()[0].event == event_id{"talks"});
    CHECK(t.findings()[0].text == "\"talks\" is dated " + std::string{date} + ", and none of these dates fits what else is known");
    CHECK(t.findings()[0].french ==
          "« talks » est daté de " + std::string{date} + ", et aucune de ces dates ne s'accorde avec le reste de ce qu'on sait");
    CHECK(t.contradictions().size() == 1);
    CHECK(told(date, "2025-04").findings().empty());
  }
  // Of what is dated by unspecified digits only what fits is left.
  CHECK(told("2025-XX-05", "2025-04").find_event("talks")->limits().start_min == time::dating{"2025-02-05"}.start_min());
  CHECK(told("2025-XX-05", "2025-04").find_event("talks")->limits().end_max == time::dating{"2025-04-05"}.end_max());
  // Days that follow each other are no choice.
  CHECK(told("2025-01-XX", "2025-04").findings().empty());
}

TEST_CASE("an event that isn't there is an error with the nearest", "[conclusions]") {
  timeline const t{talks()};
  conclusions const known{t};
  try {
    (void)known.why(event_id{"second-rond"});
    FAIL("no error");
  } catch (sinedie::error const& e) {
    CHECK(e.code() == errc::unknown_id);
    CHECK(std::string{e.what()}.find("second-round") != std::string::npos);
  }
}

TEST_CASE("a statement names who published the report, its document's source or its own", "[conclusions]") {
  auto d = talks();
  d.add(document{"morning"}.source(localized{"The Agency"}.in("fr", "L'Agence")).published("2025-04-03/2025-04-04"));
  d.add(report{"told", "second-round"}.in("morning").says(claim{}.announced()));
  d.add(event{"dinner"});
  d.add(report{"eaten", "dinner"}.source("Somebody").published("2025-03-02").says(claim{}.held().on("2025-03-01")));
  timeline const t{d};
  conclusions const known{t};
  auto const r = known.why(second);
  REQUIRE(r.earliest_start.chain.size() == 1);
  CHECK(r.earliest_start.chain[0].source == "The Agency");
  CHECK(r.earliest_start.chain[0].text ==
        "report \"told\" (The Agency; between 3 April 2025 and 4 April 2025) says that \"second-round\" is still to come");
  CHECK(known.why(second, "fr").earliest_start.chain[0].source == "L'Agence");
  auto const dinner = known.why(event_id{"dinner"});
  REQUIRE(dinner.earliest_start.chain.size() == 1);
  CHECK(dinner.earliest_start.chain[0].text == "\"dinner\" is dated 2025-03-01 (report \"eaten\", Somebody)");
  // What is only declared has no source.
  CHECK(r.latest_end.chain[0].source.empty());
}

TEST_CASE("making a timeline asks its watcher, and is given up where that says no", "[conclusions]") {
  struct watching : chronology::watcher {
    explicit watching(bool answer) : says{answer} {}
    bool go_on(std::uint64_t) override { return ++asked, says; }
    bool says;
    int asked = 0;
  };
  dossier d;
  std::string before;
  for (int i = 0; i < 40000; ++i) {
    auto const id = "e" + std::to_string(i);
    event e{id};
    if (!before.empty()) e.after(before);
    d.add(std::move(e));
    before = id;
  }
  watching patient{true}, hasty{false};
  timeline_options how;
  how.watching = &patient;
  CHECK(timeline{d, how}.size() == 40000);
  CHECK(patient.asked > 0);
  how.watching = &hasty;
  try {
    timeline const t{d, how};
    FAIL("went on");
  } catch (error const& e) {
    CHECK(e.code() == errc::cancelled);
  }
  CHECK(hasty.asked == 1);
  CHECK(timeline{d}.size() == 40000);  // and all is as it was
}

TEST_CASE("what follows between two undated events is told with its grounds", "[conclusions]") {
  dossier d;
  d.add(event{"a"}.before("b")).add(event{"b"}.before("c")).add(event{"c"}).add(event{"d"});
  timeline const t{d};
  conclusions const known{t};
  event_id const a{"a"}, c{"c"}, e{"d"};
  CHECK(known.precedes(a, c) == truth::yes);
  CHECK(known.precedes(c, a) == truth::no);
  CHECK(known.precedes(a, e) == truth::maybe);
  CHECK(known.stands(a, relation_kind::overlaps, c) == truth::no);
  CHECK(known.stands(a, relation_kind::meets, c) == truth::maybe);
  CHECK(known.grounds(a, c).size() == 2);
  CHECK(known.grounds(a, e).empty());
  // Everything is open to "d", and through it to each other.
  REQUIRE(known.open_groups().size() == 1);
  CHECK(known.open_groups()[0].size() == 4);
}

TEST_CASE("what would date an event is the date that nobody stated and that tells most", "[conclusions]") {
  dossier d;
  d.add(event{"treaty"}.after("talks").before("summit")).add(event{"talks"}.held()).add(event{"summit"}.on("2025-06-01"));
  timeline const t{d};
  conclusions const known{t};
  auto const best = known.would_date(event_id{"treaty"});
  REQUIRE(best.size() == 1);
  CHECK(best[0].event == event_id{"talks"});
  CHECK(to_sentence(best[0]) == "What would date it best: the date of \"talks\", which would limit how early it may be.");
  CHECK(known.would_date(summit).empty());
}

TEST_CASE("a contradiction tells which statement to doubt first and what that gains", "[conclusions]") {
  dossier d;
  d.add(event{"a"}.on("2025-03-01?").before("b")).add(event{"b"}.on("2025-02-01"));
  timeline const t{d};
  REQUIRE(t.contradictions().size() == 1);
  conclusions const known{t};
  auto const drops = known.drops(0);
  REQUIRE(drops.size() == 3);
  CHECK(drops[0].settles);
  CHECK(known.in_words(0, "fr").statements[drops[0].statement].text == "« a » est daté de 2025-03-01?");
  CHECK(known.why(event_id{"a"}).contradictions == std::vector<std::uint32_t>{0});
}

TEST_CASE("missing rounds of a complete series are listed", "[conclusions]") {
  dossier d;
  d.add(sinedie::series{series_id{"rounds"}}.complete(true));
  d.add(event{"first"}.in_series("rounds", 1)).add(event{"third"}.in_series("rounds", 3));
  timeline const t{d};
  conclusions const known{t};
  REQUIRE(known.missing_rounds().size() == 1);
  CHECK(known.missing_rounds()[0].round == 2);
  REQUIRE(t.findings().size() == 1);
  CHECK(t.findings()[0].kind == "missing_round");
}

}  // namespace sinedie_test::conclusions_test
