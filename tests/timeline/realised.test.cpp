// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/realised.hpp>

#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <sinedie/timeline/conclusions.hpp>
#include <sinedie/timeline/knowledge.hpp>
#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::realised_test {

using namespace sinedie;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> ids(timeline const& t) {
  std::vector<std::string> all;
  for (auto const e : t) all.push_back(e.id().str());
  return all;
}

/// A plan of April that a meeting of May came of; "before" prepares the plan, and "after" follows it up.
dossier talks() {
  dossier d;
  d.add(party{"russia"}).add(party{"turkiye"}).add(venue{"istanbul"}).add(venue{"ankara"});
  d.add(document{"april"}.source("The Gazette").published("2025-04-02")).add(document{"may"}.source("A Wire").published("2025-05-20"));
  d.add(event{"plan", "Second round"}.kind("negotiation").realised_as("met").after("first").before("summit"));
  d.add(report{"r1", "plan"}.in("april").says(claim{}.announced().between("russia").at("ankara").topic("grain").expected("2025-05")));
  d.add(event{"met"});
  d.add(report{"r2", "met"}.in("may").says(claim{}.held().on("2025-05-18").at("istanbul")));
  d.add(event{"first"}.on("2025-02-18").held());
  d.add(event{"summit"}.before("end"));
  d.add(event{"preparation"}.prepares("plan"));
  d.add(event{"end"}.on("2025-12-31").scheduled());
  return d;
}

}  // namespace

TEST_CASE("a plan stands alone until what came of it is heard of, and from then on they are one") {
  knowledge const k{talks()};
  auto const april = k.as_of(2025y / 4 / 10);
  CHECK(april.find_event(event_id{"plan"})->has(flag::no_date_yet));
  CHECK_FALSE(april.find_event(event_id{"met"}));
  auto const may = k.as_of(2025y / 5 / 20);
  CHECK(ids(may) == std::vector<std::string>{"first", "preparation", "met", "summit", "end"});
  auto const e = *may.find_event(event_id{"met"});
  CHECK(e.title().get() == "Second round");
  CHECK(e.kind() == "negotiation");
  CHECK(e.status() == status::held);
  CHECK(e.stated()->text() == "2025-05-18");
  CHECK(e.fields().venues->front().venues.front() == "istanbul");  // its own, not the plan's
  CHECK(e.fields().topics == std::vector<std::string>{"grain"});   // the plan's, for nobody says another
  CHECK(e.fields().parties->front().party == "russia");
  CHECK(e.expected()->text() == "2025-05");
  // The relations of both, and those of others to the plan.
  CHECK(may.find_event(event_id{"preparation"})->limits().end_max == time::dating{"2025-05-18"}.end_max());
  CHECK(may.find_event(event_id{"summit"})->limits().start_min == time::dating{"2025-05-18"}.start_min());
}

TEST_CASE("a date that only the plan has dates the event, whatever it says of why it has none") {
  dossier d;
  d.add(event{"plan"}.on("2025-03-01").realised_as("met")).add(event{"met"}.why_undated(why_undated::withheld));
  timeline const t{d};
  CHECK(t.find_event(event_id{"met"})->stated()->text() == "2025-03-01");
  CHECK_FALSE(t.find_event(event_id{"met"})->fields().why_undated);
}

TEST_CASE("what is shown as one is found by either id and by what is said of either") {
  timeline const t{talks(), {.as_of = std::chrono::sys_days{2025y / 6 / 1}}};
  CHECK(t.find_event(event_id{"plan"})->id() == "met");
  for (auto const* q : {"id:plan", "id:met", "topic:grain", "venue:istanbul", "source:\"The Gazette\" party:russia", "source:\"A Wire\"",
                        "kind:negotiation occurred", "allen:before,event:summit kind:negotiation"}) {
    INFO(q);
    auto const found = t.select(query{q});
    REQUIRE(found.size() == 1);
    CHECK(found[0].id() == "met");
  }
  CHECK(t.count(query{"venue:ankara"}) == 0);
  CHECK(t.count(query{"no_date_yet"}) == 0);
  conclusions const known{t};
  CHECK(known.why(event_id{"plan"}).earliest_start.value == known.why(event_id{"met"}).earliest_start.value);
  CHECK(known.precedes(event_id{"first"}, event_id{"plan"}) == truth::yes);
}

TEST_CASE("plans of plans lead to what came of them in the end, and a ring of plans stays as it is") {
  dossier d;
  d.add(event{"a"}.topic("one").realised_as("b")).add(event{"b"}.topic("two").title("B").realised_as("c")).add(event{"c"}.on("2025-01-01"));
  d.add(event{"x"}.realised_as("y")).add(event{"y"}.realised_as("x")).add(event{"z"}.realised_as("x"));
  timeline const t{d};
  CHECK(t.size() == 4);
  auto const c = *t.find_event(event_id{"a"});
  CHECK(c.id() == "c");
  CHECK(c.title().get() == "B");
  CHECK(c.fields().topics == std::vector<std::string>{"two"});  // the nearer plan's
  for (auto const* id : {"x", "y", "z"}) CHECK(t.find_event(event_id{id})->id() == id);
}

TEST_CASE("a timeline whose plans are realised grows into what a timeline of the whole is") {
  dossier d;
  d.add(event{"plan"}.announced().after("first").realised_as("met")).add(event{"met"}).add(event{"first"}.on("2025-02-18"));
  timeline const t{d};
  CHECK(ids(t) == std::vector<std::string>{"first", "met"});
  CHECK(ids(t.adding(event{"third"}.after("met"))) == std::vector<std::string>{"first", "met", "third"});
  CHECK(ids(t.amending(event{"plan"}.announced().after("first"))) == std::vector<std::string>{"first", "plan", "met"});
  CHECK(ids(t.amending(event{"plan"}.realised_as("met")).removing("first")) == std::vector<std::string>{"met"});
  // And one that had none gets one.
  timeline const apart{dossier{}.add(event{"plan"}.announced()).add(event{"first"}.on("2025-02-18"))};
  CHECK(ids(apart.adding(std::vector{event{"met"}.on("2025-03-01")}).amending(event{"plan"}.realised_as("met"))) ==
        std::vector<std::string>{"first", "met"});
}

TEST_CASE("plans and what came of them are what one event is that says all of it") {
  std::mt19937_64 dice{sinedie_test::seed()};
  auto const below = [&](std::size_t n) { return static_cast<std::size_t>(dice() % n); };
  std::vector<std::string> const dates{"2025-01-05", "2025-02", "2025-03-10/2025-03-20", "[2025-01,2025-04]", "2025-05~"};
  std::size_t compared = 0;
  std::size_t noticed = 0;
  for (std::size_t round = sinedie_test::rounds(300); round > 0; --round) {
    dossier two, one;
    two.as_of("2025-03-15"), one.as_of("2025-03-15");
    auto const some = [&](event e) {
      if (below(2)) e.on(dates[below(dates.size())]);
      if (below(2)) e.status(static_cast<status>(below(10)));
      if (below(2)) e.topic(std::string(1, static_cast<char>('a' + below(3))));
      if (below(3) == 0) e.expected(dates[below(dates.size())]);
      if (below(3) == 0) e.by(mode::video);
      return e;
    };
    auto const n = 2 + below(4);
    auto plan = some(event{"plan"});
    auto met = some(event{"met"});
    std::vector<event> others;
    for (std::size_t i = 0; i < n; ++i) others.push_back(some(event{event_id{"e" + std::to_string(i)}}));
    event merged{"met"};
    auto f = met.fields();
    auto const& of_plan = plan.fields();
    if (!f.when) f.when = of_plan.when;
    if (!f.status) f.status = of_plan.status;
    if (!f.topics) f.topics = of_plan.topics;
    if (!f.expected) f.expected = of_plan.expected;
    if (!f.modes) f.modes = of_plan.modes;
    merged.describe(f);
    for (auto* const who : {&met, &plan})
      if (below(2)) {
        auto const other = event_id{"e" + std::to_string(below(n))};
        auto const kind = below(2) ? relation_kind::after : relation_kind::before;
        who->related(kind, other);
        merged.related(kind, other);
      }
    for (auto& o : others) {
      auto in_one = o;
      if (below(3) == 0) o.after("plan"), in_one.after("met");
      two.add(o), one.add(in_one);
    }
    two.add(plan.realised_as("met")).add(met);
    one.add(merged);
    timeline const a{two}, b{one};
    // Which of several statements that clash is set aside may hang on the order in which they are told.
    REQUIRE(a.contradictions().empty() == b.contradictions().empty());
    if (!a.contradictions().empty()) continue;
    REQUIRE(ids(a) == ids(b));
    for (std::size_t i = 0; i < a.size(); ++i) {
      REQUIRE(a[i].limits() == b[i].limits());
      REQUIRE(a[i].flags() == b[i].flags());
      REQUIRE(a[i].status() == b[i].status());
      REQUIRE(a[i].after_previous() == b[i].after_previous());
    }
    // The planted fault: the event by itself.
    one.amend("met", [&](event& e) { e = event{"met"}.describe(met.fields()); });
    timeline const alone{one};
    bool same = ids(alone) == ids(a);
    for (std::size_t i = 0; same && i < a.size(); ++i) same = alone[i].flags() == a[i].flags() && alone[i].limits() == a[i].limits();
    if (!same) ++noticed;
    ++compared;
  }
  CHECK(compared > 100);
  CHECK(noticed > 50);
  std::cout << compared << " plans and what came of them compared with one event; a planted fault noticed " << noticed << " times\n";
}

}  // namespace sinedie_test::realised_test
