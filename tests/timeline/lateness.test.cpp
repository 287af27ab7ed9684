// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/lateness.hpp>

#include "catch.hpp"

namespace sinedie_test::lateness_test {

using namespace sinedie;

namespace {

std::chrono::sys_days march(unsigned n) {
  return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::March / 1} + std::chrono::days{n} - std::chrono::days{1};
}
report plan(char const* id, char const* about, char const* published, claim c) {
  return report{id, about}.published(published).says(std::move(c));
}

dossier talks() {
  dossier d;
  d.add(party{"red"}).add(party{"blue"}).add(venue{"port"})
      .add(event{"x"}.kind("meeting"))
      .add(event{"y"}.kind("summit")).add(event{"z"}.kind("deadline"));
  d.add(plan("r1", "x", "2025-03-01", claim{}.announced().between("red", "blue").at("port")));
  d.add(plan("r2", "x", "2025-03-03", claim{}.scheduled().on("2025-03-20")));
  d.add(plan("r3", "x", "2025-03-05", claim{}.postponed().no_date()));
  d.add(plan("r4", "x", "2025-03-12", claim{}.scheduled().on("2025-03-30")));
  d.add(plan("r5", "x", "2025-03-13", claim{}.scheduled().on("2025-03-28")));
  d.add(plan("r6", "x", "2025-03-14", claim{}.on("2025-03")));
  d.add(plan("s1", "y", "2025-03-02", claim{}.announced().expected("2025-03-05/2025-03-10").between("red")));
  d.add(plan("t1", "z", "2025-03-02", claim{}.scheduled().on("2025-03-04")));
  return d;
}

}  // namespace

TEST_CASE("slips tell how often and how far a date moved and how long there was none", "[knowledge]") {
  knowledge const k{talks()};
  auto const s = slips_of(k, "x", march(31));
  CHECK(s.events == 1);
  CHECK(s.moves == 2);
  CHECK(s.losses == 1);
  CHECK(s.net_days == 8);
  CHECK(s.total_days == 12);
  CHECK(s.undated_days == 2 + 7);
  CHECK(slips_of(k, "x", march(4)).moves == 0);
  CHECK(slips_of(k, "y", march(12)).undated_days == 10);
  CHECK(slips_of(k, "z", march(12)) == slips{.events = 1});
}

TEST_CASE("what is never dated stops slipping once it is off", "[knowledge]") {
  dossier d;
  d.add(event{"x"}.kind("meeting"));
  d.add(plan("r1", "x", "2025-03-01", claim{}.announced()));
  d.add(plan("r2", "x", "2025-03-11", claim{}.cancelled()));
  CHECK(slips_of(knowledge{d}, "x", march(31)).undated_days == 10);
  d.add(plan("r3", "x", "2025-03-21", claim{}.announced().on("2025-04/..")).supersedes("r2"));
  d.add(plan("r4", "x", "2025-03-22", claim{}.on("../2025-03-25")));
  auto const s = slips_of(knowledge{d}, "x");
  CHECK(s.undated_days == 10);
  CHECK(s.moves == 1);
  CHECK(s.unmeasured == 1);
  CHECK(s.total_days == 0);
}

TEST_CASE("slips add up by party and venue and kind", "[knowledge]") {
  knowledge const k{talks()};
  auto const x = slips_of(k, "x", march(31));
  auto both = x;
  both += slips_of(k, "y", march(31));
  auto const z = slips_of(k, "z", march(31));
  CHECK(slips_by(k, grouping::party, march(31)) == std::vector<slip_group>{{"blue", x}, {"none", z}, {"red", both}});
  CHECK(both.events == 2);
  auto rest = z;
  rest += slips_of(k, "y", march(31));
  CHECK(slips_by(k, grouping::venue, march(31)) == std::vector<slip_group>{{"none", rest}, {"port", x}});
  CHECK(slips_by(k, grouping::kind, march(31)).size() == 3);
  auto const each = slips_by_event(k, march(31));
  REQUIRE(each.size() == 3);
  CHECK(each[0] == slip_group{"x", x});
  CHECK(each[2] == slip_group{"z", z});
}

TEST_CASE("what is overdue is told with the latest time at which it could have begun", "[knowledge]") {
  knowledge const k{talks()};
  CHECK(overdue(k.as_of(march(10))).empty());
  auto const late = overdue(k.as_of(march(11)));
  REQUIRE(late.size() == 1);
  CHECK(late[0].event == event_id{"y"});
  CHECK(late[0].latest == time::span::day(march(10)).last());
  CHECK_FALSE(late[0].stated);
  auto const later = overdue(k.as_of(march(40)));
  REQUIRE(later.size() == 2);
  CHECK(later[1].event == event_id{"x"});
  CHECK(later[1].stated);
  CHECK(overdue(k.as_of()).empty());  // without a day nothing is
}

TEST_CASE("what has gone quiet is told with the day of the last news", "[knowledge]") {
  auto d = talks();
  d.add(event{"held"}.kind("meeting")).add(plan("u1", "held", "2025-02-01", claim{}.held().on("2025-01-31")));
  d.add(event{"bare"}.kind("meeting"));
  knowledge const k{d};
  CHECK(without_news(k.as_of(march(14)), 12) == std::vector<quiet_event>{{"y", march(2)}, {"z", march(2)}});
  CHECK(without_news(k.as_of(march(14)), 13).empty());
  CHECK(without_news(k.as_of(march(20)), 6).size() == 3);
  CHECK(without_news(k.as_of(), 0).empty());
}

}  // namespace sinedie_test::lateness_test
