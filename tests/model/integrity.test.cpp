// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/dossier.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::integrity_test {

using namespace sinedie;

TEST_CASE("a whole dossier has nothing to complain of", "[integrity]") {
  dossier d;
  d.add(event{"b"}.after("a").at("riyadh").between("russia"));
  d.add(event{"a"}).add(venue{"riyadh"}).add(party{"russia"});
  CHECK(d.check().empty());
}

TEST_CASE("every reference to nothing is named, with its place and the nearest known", "[integrity]") {
  dossier d;
  d.add(venue{"istanbul"}).add(party{"russia"});
  d.add(party{"lavrov"}.organ_of("russa").office({"rusia"}).member_of({"nowhere"}));
  d.add(venue{"residence"}.in("istambul").premises_of("usa"));
  d.add(event{"e"}
            .between("russia", "russiaa")
            .with({"russia", "", party_id{"xx"}})
            .at("istanbull")
            .at(venue_choice::possible("q1"))
            .at_one_of({"istanbul", "q2"})
            .not_in({"q3"})
            .in_series("s", 1)
            .after("f"));
  d.add(document{"doc"}.cites(party_id{"q4"}));
  d.add(report{"r", "g"}.in("dok").cites(report_id{"r9"}).says(claim{}.at("q5").by(party_id{"q6"})).supersedes("r8").retracts("r7"));
  auto const problems = d.check();
  std::string pointers;
  for (auto const& p : problems) {
    CHECK(p.code == errc::unknown_id);
    pointers += p.where.pointer + '\n';
  }
  CHECK(pointers ==
        "/parties/1/organ_of\n/parties/1/offices/0/of\n/parties/1/memberships/0/in\n"
        "/venues/1/in\n/venues/1/premises_of\n"
        "/events/0/parties/1\n/events/0/parties/2/for\n/events/0/venues/0\n/events/0/venues/1/venue\n/events/0/venues/2/one_of/1\n"
        "/events/0/venues/3/not_in/0\n/events/0/series/0/id\n/events/0/relations/0/after\n"
        "/documents/0/citing/0\n"
        "/reports/0/about\n/reports/0/document\n/reports/0/citing/0/report\n/reports/0/says/venues/0\n/reports/0/says/by/0\n"
        "/reports/0/supersedes/0\n/reports/0/retracts/0\n");
  CHECK(problems[0].message.find("\"russa\"") != std::string::npos);
  CHECK(problems[0].message.find("nearest known: \"russia\"") != std::string::npos);
}

TEST_CASE("venues that lie in each other in a ring are named once", "[integrity]") {
  dossier d;
  d.add(venue{"a"}.in("b")).add(venue{"b"}.in("c")).add(venue{"c"}.in("a")).add(venue{"d"}.in("a")).add(venue{"e"});
  auto const problems = d.check();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == errc::ring);
  CHECK(problems[0].message.find("\"a\" lies in \"b\" lies in \"c\" lies in \"a\"") != std::string::npos);
  CHECK(problems[0].where.pointer == "/venues/0/in");
}

TEST_CASE("a ring of a hundred thousand venues is named without running out of stack", "[integrity]") {
  dossier d;
  constexpr int n = 100000;
  for (int i = 0; i < n; ++i) d.add(venue{"v" + std::to_string(i)}.in("v" + std::to_string((i + 1) % n)));
  auto const problems = d.check();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.size() < 400);
}

TEST_CASE("a value that is both declared and reported is named with both places", "[integrity]") {
  dossier d;
  d.add(event{"visit"}.possible().on("2025-04"));
  d.add(report{"r", "visit"}.says(claim{}.announced().on("2025-04-03").at("washington")));
  d.add(venue{"washington"});
  auto const problems = d.check();
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == errc::declared_and_reported);
  CHECK(problems[0].where.pointer == "/reports/0/says/status");
  CHECK(problems[0].message.find("\"visit\"") != std::string::npos);
  CHECK(problems[0].message.find("\"r\"") != std::string::npos);
  CHECK(problems[1].where.pointer == "/reports/0/says/when");
}

TEST_CASE("places are counted among the entries that are left", "[integrity]") {
  dossier d;
  d.add(event{"a"}).add(event{"b"}.after("a")).add(event{"c"}.after("a"));
  d.remove(event_id{"a"});
  auto const problems = d.check();
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].where.pointer == "/events/0/relations/0/after");
  CHECK(problems[1].where.pointer == "/events/1/relations/0/after");
  d.add(event{"e"}.held()).add(report{"r", "e"}.says(claim{}.held()));
  auto const all = d.check();
  REQUIRE(all.size() == 3);
  CHECK(all[2].where.pointer == "/reports/0/says/status");
  CHECK(all[2].other.pointer == "/events/2/status");
}

}  // namespace sinedie_test::integrity_test
