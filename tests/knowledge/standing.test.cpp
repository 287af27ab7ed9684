// SPDX-License-Identifier: BSL-1.0
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::standing_test {

using namespace sinedie;

namespace {

std::chrono::sys_days day(int month, unsigned n) {
  return std::chrono::year{2025} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{n};
}

std::vector<report> reports() {
  return {report{"r1", "visit"}.published("2025-04-01").says(claim{}.possible().expected("2025-04").at("moscow")),
          report{"r2", "visit"}.published("2025-04-03").says(claim{}.scheduled().on("2025-04-10")),
          report{"r3", "visit"}.published("2025-04-02/2025-04-09").says(claim{}.announced()),
          report{"r4", "visit"}.published("2025-04-08").ranked(rank::deprecated).says(claim{}.cancelled()),
          report{"r5", "visit"}.published("2025-04-08").says(claim{}.no_date())};
}

dossier of(std::vector<report> const& all) {
  dossier d;
  d.add(event{"visit"}.topic("grain")).add(event{"own"}.held());
  for (auto const& r : all) d.add(r);
  return d;
}

}  // namespace

TEST_CASE("an event exists from its first report, and one without reports always", "[standing]") {
  auto const all = of(reports()).contents();
  auto const early = standings(all, day(3, 31));
  REQUIRE(early.size() == 1);
  CHECK(early[0].id == "own");
  CHECK(standings(all, day(4, 1)).size() == 2);
}

TEST_CASE("each field is what the last report says that isn't silent about it", "[standing]") {
  auto const all = of(reports()).contents();
  auto const on = [&](int month, unsigned n) { return standings(all, day(month, n))[1].fields; };
  CHECK(on(4, 1).status == status::possible);
  CHECK(on(4, 2).status == status::announced);  // it may have been published on the 2nd
  CHECK(on(4, 3).status == status::scheduled);
  CHECK(on(4, 3).when->dating()->text() == "2025-04-10");
  CHECK(on(4, 3).expected->dating()->text() == "2025-04");
  CHECK(on(4, 8).status == status::scheduled);  // a deprecated report never counts
  CHECK(on(4, 8).when->is_none());              // "no date" is something said
  CHECK(on(4, 8).topics->front() == "grain");   // what is only declared is known with the event
  CHECK(standings(all, std::nullopt)[1].fields == on(4, 8));
}

TEST_CASE("the order of entry decides nothing", "[standing]") {
  auto list = reports();
  auto const expected = standings(of(list).contents(), std::nullopt)[1].fields;
  int compared = 0;
  std::sort(list.begin(), list.end(), [](auto const& a, auto const& b) { return a.id() < b.id(); });
  do {
    REQUIRE(standings(of(list).contents(), std::nullopt)[1].fields == expected);
    ++compared;
  } while (std::next_permutation(list.begin(), list.end(), [](auto const& a, auto const& b) { return a.id() < b.id(); }));
  CHECK(compared == 120);
}

}  // namespace sinedie_test::standing_test
