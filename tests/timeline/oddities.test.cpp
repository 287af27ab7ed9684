// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/oddities.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::timeline_oddities_test {

using namespace sinedie;

namespace {

dossier base() {
  dossier d;
  for (char const* const id : {"red", "blue", "green"}) d.add(party{id});
  d.add(venue{"land"}).add(venue{"town"}.in("land")).add(venue{"house"}.in("town")).add(venue{"port"}.in("land"));
  d.add(series{"talks"});
  return d;
}
event meeting(char const* id) { return event{id}.kind("meeting").between("red", "blue"); }

std::vector<std::string> duplicates(std::vector<event> const& events) {
  auto d = base();
  for (auto const& e : events) d.add(e);
  std::vector<std::string> list;
  for (auto const& f : likely_duplicates(timeline{d})) list.push_back(f.event->str() + ": " + f.text);
  return list;
}
using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("events of the same parties on one day may be one", "[oddities]") {
  lines const one{"b: \"a\" and \"b\" may be one event: the same parties on 2025-02-18"};
  CHECK(duplicates({meeting("a").on("2025-02-18"), meeting("b").on("2025-02-18")}) == one);
  CHECK(duplicates({meeting("a").on("2025-02-18").at("town"), meeting("b").on("2025-02-18").at("house")}) == one);
  CHECK(duplicates({meeting("a").on("2025-02-18?"), event{"b"}.kind("meeting").between("blue", "red").on("2025-02-18")}) == one);
  CHECK(duplicates({event{"a", "The talks"}.between("red").on("2025-02-18"), event{"b", "the TALKS"}.between("red").on("2025-02-18")}) ==
        one);
  CHECK(duplicates({event{"a", "The talks"}.between("red").announced(), event{"b", "The talks"}.between("red").announced()}) ==
        lines{"b: \"a\" and \"b\" may be one event: the same parties, neither with a date"});
  // Each of many is told once, beside the first that it is like.
  std::vector<event> many;
  std::vector<std::string> const ids{"m00", "m01", "m02", "m03", "m04", "m05"};
  for (auto const& id : ids) many.push_back(meeting(id.c_str()).on("2025-02-18"));
  CHECK(duplicates(many).size() == ids.size() - 1);
}

TEST_CASE("what tells events apart makes them two", "[oddities]") {
  auto const a = [] { return meeting("a").on("2025-02-18"); };
  auto const b = [] { return meeting("b").on("2025-02-18"); };
  CHECK(duplicates({a(), meeting("b").on("2025-02-19")}).empty());
  CHECK(duplicates({a(), meeting("b").on("2025-02")}).empty());
  CHECK(duplicates({a(), meeting("b")}).empty());
  CHECK(duplicates({a(), event{"b"}.kind("meeting").between("red", "green").on("2025-02-18")}).empty());
  CHECK(duplicates({a(), event{"b"}.kind("treaty").between("red", "blue").on("2025-02-18")}).empty());
  CHECK(duplicates({a().at("house"), b().at("port")}).empty());
  CHECK(duplicates({a().by(mode::telephone), b().by(mode::in_person)}).empty());
  CHECK(duplicates({a().topic("grain"), b().topic("gas")}).empty());
  CHECK(duplicates({a().in_series("talks", 1), b().in_series("talks", 2)}).empty());
  CHECK(duplicates({a().cancelled(), b()}).empty());
  CHECK(duplicates({a(), b().after("a")}).empty());
  CHECK(duplicates({a().maybe_same_as("b"), b()}).empty());
  CHECK(duplicates({meeting("a").on("2025-02-18T10:00:00"), meeting("b").on("2025-02-18T15:00:00")}).empty());
  CHECK(duplicates({event{"a"}.on("2025-02-18"), event{"b"}.on("2025-02-18")}).empty());
}

TEST_CASE("who takes part without an office at the time is told", "[oddities]") {
  auto d = base();
  d.add(party{"minister"}
            .kind(party_kind::person)
            .office({"red", "Minister", "2004-03-09/.."})
            .office({"red", "Envoy", "1994/2004-03-08"}));
  d.add(party{"poet"}.kind(party_kind::person)).add(party{"guest"}.kind(party_kind::person).office({"blue", "Guest"}));
  d.add(event{"early"}.with("minister").on("1990-01-01")).add(event{"late"}.with("minister").on("2025-01-01"));
  d.add(event{"vague"}.with("minister").on("1990/2000")).add(event{"undated"}.with("minister"));
  d.add(event{"others"}.with("poet").with("guest").on("1990-01-01"));
  d.add(event{"asked"}.with({"minister", "", "green"}).on("1990-01-01"));
  std::vector<std::string> list;
  for (auto const& f : office_gaps(timeline{d})) list.push_back(f.kind + ' ' + f.event->str() + ": " + f.text);
  CHECK(list == lines{"office_gap early: \"minister\" takes part in \"early\" (1990-01-01), when none of the offices that are listed "
                      "was held"});
  CHECK(oddities(timeline{d}).size() == 1);
}

}  // namespace sinedie_test::timeline_oddities_test
