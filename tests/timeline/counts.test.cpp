// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/counts.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"

namespace sinedie_test::counts_test {

using namespace sinedie;

namespace {

std::string listed(counts const& c) {
  std::string text = std::to_string(c.total) + ':';
  for (auto const& g : c.groups) text += ' ' + g.key() + '=' + std::to_string(g.count);
  return text;
}

dossier talks() {
  dossier d;
  d.add(party{"russia"}.kind(party_kind::state)).add(party{"united-states"}.kind(party_kind::state)).add(party{"un"});
  d.add(party{"lavrov"}.office({"russia", "Minister", "2004-03-09/.."})).add(party{"rubio"}.office({"united-states", {}, "2025-01-21/.."}));
  d.add(venue{"riyadh"}).add(venue{"istanbul"});
  d.add(event{"a"}.between("lavrov", "rubio").at("riyadh").on("2025-02-18").held().kind("meeting"));
  d.add(event{"b"}.between("russia", "united-states").at("istanbul").on("2025-02-27").held().kind("negotiation"));
  d.add(event{"c"}.between("russia", "united-states", "un").announced());
  d.add(event{"d"}.with("lavrov").on("1999").held().kind("statement"));
  d.add(event{"e"}.on("-0044-03-15"));
  return d;
}

}  // namespace

TEST_CASE("events count once in each of their groups and under none without one") {
  timeline const t{talks()};
  CHECK(listed(count_by(t, {}, grouping::party)) == "5: russia=3 united-states=3 lavrov=1 un=1 none=1");
  CHECK(listed(count_by(t, {}, grouping::pair)) == "5: russia,united-states=3 russia,un=1 un,united-states=1 none=2");
  CHECK(listed(count_by(t, {}, grouping::venue)) == "5: istanbul=1 riyadh=1 none=3");
  CHECK(listed(count_by(t, {}, grouping::kind)) == "5: meeting=1 negotiation=1 statement=1 none=2");
  CHECK(listed(count_by(t, {}, grouping::status)) == "5: held=3 announced=1 none=1");
  CHECK(listed(count_by(t, {}, grouping::year)) == "5: -0044=1 1999=1 2025=2 none=1");
  CHECK(listed(count_by(t, {}, grouping::month)) == "5: -0044-03=1 2025-02=2 none=2");
  CHECK(listed(count_by(t, where::status(status::denied), grouping::party)) == "0:");
  CHECK(to_grouping("pair") == grouping::pair);
  CHECK_FALSE(to_grouping("pairs"));
}

TEST_CASE("each group counts what the query for it alone finds") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::size_t compared = 0;
  for (auto round = sinedie_test::rounds(40); round > 0; --round) {
    auto const n = 1 + world.below(40);
    timeline const t{world.some_dossier(n)};
    auto const q = world.some_query(n);
    INFO(q.text());
    for (auto const& g : count_by(t, q, grouping::status).groups) {
      if (g.keys.empty()) continue;
      CHECK(g.count == t.count(q && where::status(*to_status(g.keys[0]))));
      ++compared;
    }
    for (auto const& g : count_by(t, q, grouping::kind).groups) {
      if (g.keys.empty()) continue;
      CHECK(g.count == t.count(q && where::exactly(where::kind(g.keys[0]))));
      ++compared;
    }
    for (auto const& g : count_by(t, q, grouping::party).groups) {
      // A state acts for nobody, so all who act for it count for it, unless they say that they act for somebody else.
      if (g.keys.empty() || (g.keys[0] != "red" && g.keys[0] != "guild")) continue;
      std::size_t found = 0;
      for (auto const e : t.select(q && where::party(g.keys[0]))) {
        auto const& f = e.fields();
        found += std::any_of(f.parties->begin(), f.parties->end(), [&](participation const& p) {
          auto const& actor = p.on_behalf_of ? *p.on_behalf_of : p.party;
          return possibly(t.compilation().who.acts_for(actor.str(), g.keys[0], e.limits()));
        }) ? 1U : 0U;
      }
      CHECK(g.count == found);
      ++compared;
    }
    for (auto const& g : count_by(t, q, grouping::venue).groups) {
      if (g.keys.empty()) continue;
      CHECK(g.count == t.count(q && where::possibly(where::exactly(where::venue(g.keys[0])))));
      ++compared;
    }
  }
  std::cout << compared << " groups compared with a query of their own\n";
}

}  // namespace sinedie_test::counts_test
