// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/report_findings.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <sinedie/timeline/timeline.hpp>

#include "catch.hpp"

namespace sinedie_test::report_findings_test {

using namespace sinedie;

namespace {

report plan(char const* id, char const* published, claim c) { return report{id, "x"}.published(published).says(std::move(c)); }

std::vector<std::string> told(std::vector<report> const& all, char const* as_of = nullptr) {
  dossier d;
  d.add(event{"x"}).add(party{"red"}).add(party{"blue"});
  for (auto const& r : all) d.add(r);
  if (as_of != nullptr) d.as_of(as_of);
  std::vector<std::string> list;
  timeline const t{d};
  for (auto const& f : t.findings()) list.push_back(f.kind + " " + f.event->str() + ": " + f.text);
  return list;
}

}  // namespace

TEST_CASE("a report that says nothing is named", "[findings]") {
  CHECK(told({plan("r1", "2025-03-01", claim{})}) ==
        std::vector<std::string>{"says_nothing x: report \"r1\" about \"x\" says nothing and denies nothing"});
  CHECK(told({report{"r1", "x"}.published("2025-03-01")}).size() == 1);
  CHECK(told({report{"r1", "x"}.published("2025-03-01").denies(claim{})}).empty());
  CHECK(told({plan("r1", "2025-03-01", claim{}.held()), report{"r2", "x"}.published("2025-03-02").retracts("r1")}).empty());
  CHECK(told({plan("r1", "2025-03-03", claim{})}, "2025-03-02").empty());
}

TEST_CASE("a report that is published never is named", "[findings]") {
  std::vector<std::string> const named{"published_never x: report \"r1\" about \"x\" is published never, and has no effect"};
  CHECK(told({report{"r1", "x"}.published(date_statement::none()).says(claim{}.held())}) == named);
  dossier d;
  d.add(event{"x"}).add(document{"paper"}.published(date_statement::none()));
  d.add(report{"r1", "x"}.in("paper").says(claim{}.held()));
  timeline const t{d};
  CHECK(t.empty());
  REQUIRE(t.findings().size() == 1);
  CHECK(t.findings()[0].kind == "published_never");
}

TEST_CASE("a plan for a date that had passed is named", "[findings]") {
  CHECK(told({plan("r1", "2025-03-02", claim{}.scheduled().on("2025-03-01"))}) ==
        std::vector<std::string>{"stale x: report \"r1\" tells of \"x\" as planned for 2025-03-01, which had passed when it said so"});
  CHECK(told({plan("r1", "2025-03-01", claim{}.scheduled().on("2025-03-01"))}).empty());
  CHECK(told({plan("r1", "2025-03-02", claim{}.scheduled().on("2025-03-01")).said("2025-02-27")}).empty());
  CHECK(told({plan("r1", "2025-03-02", claim{}.held().on("2025-03-01"))}).empty());
}

TEST_CASE("a report that denies what it says is named", "[findings]") {
  auto const both = [](claim says, claim denies) {
    return told({report{"r1", "x"}.published("2025-03-02").says(std::move(says)).denies(std::move(denies))});
  };
  CHECK(both(claim{}.held().on("2025-03-01"), claim{}) ==
        std::vector<std::string>{"denies_itself x: report \"r1\" says of \"x\": status held, and denies the event"});
  CHECK(both(claim{}.held().on("2025-03-01"), claim{}.on("2025-03")) ==
        std::vector<std::string>{"denies_itself x: report \"r1\" says of \"x\": when 2025-03-01, and denies it"});
  CHECK(both(claim{}.scheduled().between("red", "blue"), claim{}.scheduled().between("red")).size() == 2);
  // What is denied and what is said instead.
  CHECK(both(claim{}.on("2025-03-02"), claim{}.on("2025-03-01")).empty());
  CHECK(both(claim{}.scheduled(), claim{}.announced()).empty());
  CHECK(both(claim{}.on("2025-03"), claim{}.on("2025-03-01")).empty());
  CHECK(both(claim{}.denied(), claim{}).empty());
  CHECK(both(claim{}.on("2025-03-01"), claim{}).empty());
  CHECK(told({report{"r1", "x"}.published("2025-03-02").says(claim{}.held()).denies(claim{})}, "2025-03-01").empty());
}

TEST_CASE("reports that go round in a ring are named", "[findings]") {
  auto const a = plan("a", "2025-03-01", claim{}.announced());
  auto const b = plan("b", "2025-03-02", claim{}.announced());
  auto const c = plan("c", "2025-03-03", claim{}.announced());
  using list = std::vector<std::string>;
  CHECK(told({report{a}.retracts("b"), report{b}.retracts("c"), report{c}.retracts("a")}) ==
        list{"ring_of_reports x: \"a\" retracts \"b\" retracts \"c\" retracts \"a\": that is a ring"});
  CHECK(told({report{a}.supersedes("b"), report{b}.supersedes("a")}) ==
        list{"ring_of_reports x: \"a\" supersedes \"b\" supersedes \"a\": that is a ring"});
  CHECK(told({report{a}.cites(report_id{"b"}), report{b}.cites(report_id{"a"})}) ==
        list{"ring_of_reports x: \"a\" cites \"b\" cites \"a\": that is a ring"});
  CHECK(told({a, report{b}.retracts("a"), report{c}.retracts("b").retracts("a")}).empty());
  // The ring closes with the last of them; until then there is none.
  CHECK(told({report{a}.retracts("b"), report{b}.retracts("c"), report{c}.retracts("a")}, "2025-03-02").empty());
}

TEST_CASE("a long ring of reports is walked without recursion", "[findings]") {
  std::vector<report> all;
  for (int i = 0; i < 20000; ++i)
    all.push_back(report{report_id{"r" + std::to_string(i)}, "x"}.published("2025-03-01").says(claim{}.announced()).retracts(
        "r" + std::to_string((i + 1) % 20000)));
  auto const found = told(all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].size() < 400);
}

}  // namespace sinedie_test::report_findings_test
