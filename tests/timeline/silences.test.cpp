// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/silences.hpp>

#include <string>
#include <vector>

#include <sinedie/timeline/where.hpp>

#include "catch.hpp"

namespace sinedie_test::silences_test {

using namespace sinedie;

namespace {

constexpr std::int64_t day = 86400;

dossier talks() {
  dossier d;
  d.add(party{"a"}).add(party{"b"});
  d.add(event{"first"}.between("a", "b").on("2020-01-01").held());
  d.add(event{"long"}.between("a", "b").on("2020-01-05/2020-03-01").held());
  d.add(event{"inside"}.between("a", "b").on("2020-02-01").held());
  d.add(event{"vague"}.between("a", "b").on("2021").held());
  d.add(event{"undated"}.between("a", "b").held().after("long"));
  d.add(event{"last"}.between("a", "b").on("2024-06-15").held());
  d.add(event{"alone"}.with("a").on("2022").held());
  return d;
}

std::string spelled(run const& r) {
  std::string text;
  for (auto const& id : r.events) text += (text.empty() ? "" : " ") + id.str();
  return text;
}

}  // namespace

TEST_CASE("the longest silence lies between the latest end before it and the next start") {
  timeline const t{talks()};
  auto const q = where::between("a", "b") && where::occurred();
  auto const found = silences(t, q, 10);
  REQUIRE(found.size() == 3);
  // Of 2021 nobody knows when: the silence may have begun in January.
  CHECK(found[0].last == "vague");
  CHECK(found[0].next == "last");
  CHECK(found[0].at_least == (365 + 365 + 166) * day);
  CHECK(found[0].at_most > found[0].at_least);
  CHECK(found[0].perhaps_broken == 1);
  CHECK(found[1].last == "long");
  CHECK(found[1].next == "vague");
  CHECK(found[1].at_least == 305 * day);
  CHECK(found[2].last == "first");
  CHECK(found[2].next == "long");
  CHECK(found[2].at_least == 3 * day);
  CHECK(found[2].at_most == 5 * day - 2);  // from the first second of the one day to the last of the other
  CHECK(found[2].perhaps_broken == 0);
  CHECK(silences(t, q, 1).size() == 1);
  CHECK(silences(t, where::party("b") && where::off(), 3).empty());
}

TEST_CASE("a run is of events none of which is further from those before than asked") {
  timeline const t{talks()};
  auto const q = where::between("a", "b");
  auto const close = runs(t, q, time::duration{"P7D"});
  REQUIRE(close.size() == 1);
  CHECK(spelled(close[0]) == "first long inside");
  auto const wide = runs(t, q, time::duration{"P1Y"});
  REQUIRE(wide.size() == 1);
  CHECK(spelled(wide[0]) == "first long inside vague");
  CHECK(runs(t, q, time::duration{"PT1H"}).size() == 1);
}

}  // namespace sinedie_test::silences_test
