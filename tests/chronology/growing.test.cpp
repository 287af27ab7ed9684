// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/growing.hpp>

#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::growing_test {

using namespace sinedie_test;

namespace {

/// Adds what a statement of another network says.
statement_number copy(growing& to, network const& from, statement_number s) {
  return to.add([&](network& n, statement_number by) {
    for (auto const& c : from.constraints())
      if (c.by == s) n.require(c.from, c.to, c.at_least, by, c.strict);
    for (auto const& b : from.bounds())
      if (b.by == s) n.limit(b.at, b.earliest, b.value, by);
  });
}

/// The same statements, those that were withdrawn saying nothing, solved afresh.
solution afresh(growing const& g) {
  network all{g.network().events()};
  std::size_t c = 0, b = 0;
  for (statement_number s = 0; s < g.network().statements(); ++s) {
    auto const& constraints = g.network().constraints();
    auto const& bounds = g.network().bounds();
    for (; c < constraints.size() && constraints[c].by == s; ++c)
      if (auto const& x = constraints[c]; !g.is_withdrawn(s)) all.require(x.from, x.to, x.at_least, s, x.strict);
    for (; b < bounds.size() && bounds[b].by == s; ++b)
      if (auto const& x = bounds[b]; !g.is_withdrawn(s)) all.limit(x.at, x.earliest, x.value, s);
    all.note(s);
  }
  return solve(all);
}

int differences(growing const& g, solution const& s) {
  int count = g.clashes() != s.clashes;
  for (node v = 0; v < g.network().events(); ++v) count += g.limits(v) != s.limits[v];
  for (statement_number i = 0; i < g.network().statements(); ++i) count += g.is_set_aside(i) != (s.set_aside[i] != 0);
  return count;
}

}  // namespace

TEST_CASE("a relation bounds as soon as it is added and not any more once it is withdrawn", "[growing]") {
  growing talks{network{2}};
  auto const date = talks.add([](network& n, statement_number by) { n.date(0, window(10, 19), by); });
  CHECK(talks.limits(0) == window(10, 19));
  auto const after = talks.add([](network& n, statement_number by) { n.relate(relation_kind::after, 1, 0, {5, no_gap}, by); });
  CHECK(talks.limits(1).start_min == time::instant{15});
  talks.withdraw(after);
  CHECK(talks.limits(1) == time::limits::none());
  CHECK_THROWS_AS(talks.withdraw(after), error);
  talks.withdraw(date);
  CHECK(talks.limits(0) == time::limits::none());
  CHECK(talks.add_event() == 2);
}

TEST_CASE("a ring without any date is seen when it closes and gone when it opens", "[growing]") {
  growing g{network{3}};
  for (node v = 0; v < 3; ++v) {
    CHECK(g.clashes().empty());
    g.add([&](network& n, statement_number by) { n.relate(relation_kind::before, v, (v + 1) % 3, {}, by); });
  }
  REQUIRE(g.clashes().size() == 1);
  CHECK(g.clashes()[0].statements == std::vector<statement_number>{0, 1, 2});
  g.withdraw(1);
  CHECK(g.clashes().empty());
  CHECK_FALSE(g.is_set_aside(0));
}

TEST_CASE("what can't be laid changes nothing", "[growing]") {
  growing g{network{2}};
  CHECK_THROWS_AS(g.add([](network& n, statement_number by) {
                    n.relate(relation_kind::before, 0, 1, {}, by);
                    n.relate(relation_kind::before, 0, 9, {}, by);
                  }),
                  error);
  CHECK(g.network().constraints().empty());
  CHECK(g.network().statements() == 0);
  CHECK_THROWS_AS(g.withdraw(0), error);
}

TEST_CASE("growing gives what solving afresh gives after every statement added or withdrawn", "[growing]") {
  std::mt19937_64 dice{seed()};
  int compared = 0, contradictory = 0, withdrawals = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(60); ++round) {
    auto const n = 3 + static_cast<node>(dice() % (round % 4 == 0 ? 40 : 14));
    auto const source = random_network(dice, n, 10 + 10 * n);
    growing g{round % 3 == 0 ? source : network{n}};
    std::vector<statement_number> alive;
    if (round % 3 == 0)
      for (statement_number s = 0; s < source.statements(); ++s) alive.push_back(s);
    for (int step = 0; step < 80; ++step) {
      if (!alive.empty() && dice() % 5 < 2) {
        auto const k = dice() % alive.size();
        g.withdraw(alive[k]);
        alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(k));
        ++withdrawals;
      } else {
        alive.push_back(copy(g, source, static_cast<statement_number>(dice() % source.statements())));
      }
      auto const slow = afresh(g);
      CAPTURE(round, step, n);
      REQUIRE(differences(g, slow) == 0);
      ++compared;
      contradictory += !slow.clashes.empty();
      // The planted fault: one limit a second off.
      auto other = slow;
      auto& l = other.limits[dice() % n];
      l.start_min = l.start_min.is_bounded() ? l.start_min.plus(1) : time::instant{-1000};
      caught += differences(g, other) > 0;
    }
  }
  WARN("growing: " << compared << " states compared, " << withdrawals << " of them after a withdrawal, " << contradictory
                   << " contradictory, " << caught << " planted faults seen");
  CHECK(caught == compared);
  CHECK(contradictory > compared / 8);
  CHECK(contradictory < compared);
}

TEST_CASE("what was withdrawn comes back just where it can hold, and changes nothing where it can't", "[growing]") {
  std::mt19937_64 dice{seed()};
  std::size_t back = 0, kept_out = 0;
  for (std::size_t round = 0; round < rounds(150); ++round) {
    auto const n = 3 + static_cast<node>(dice() % 20);
    auto const source = random_network(dice, n, 8);
    auto const solved = solve(source);
    auto out = solved.set_aside;
    growing g{source, solved};
    REQUIRE(g.clashes().empty());
    for (statement_number s = 0; s < source.statements(); ++s)
      if (!out[s] && dice() % 4 == 0) g.withdraw(s), out[s] = 1;
    for (int step = 0; step < 40; ++step) {
      auto const s = static_cast<statement_number>(dice() % source.statements());
      if (!out[s]) {
        g.withdraw(s);
        out[s] = 1;
      } else {
        auto tried = out;
        tried[s] = 0;
        bool const fits = limits_of(source, tried).has_value();
        REQUIRE(g.restore(s) == fits);
        if (fits) out = tried;
        ++(fits ? back : kept_out);
      }
      auto const slow = limits_of(source, out);
      REQUIRE(slow);
      for (node v = 0; v < n; ++v) REQUIRE(g.limits(v) == (*slow)[v]);
    }
    CHECK_THROWS_AS(g.restore(source.statements()), error);
  }
  CHECK(back > 500);
  CHECK(kept_out > 100);
  CHECK_THROWS_AS((growing{network{1}, solve(network{2})}), error);
}

TEST_CASE("gaps in calendar months and choices are kept up too", "[growing]") {
  growing g{network{2}};
  calendar_length const month{1, 0};
  g.add([&](network& n, statement_number by) { n.relate(relation_kind::after, 1, 0, &month, nullptr, by); });
  g.add([](network& n, statement_number by) { n.date_one_of(0, {window(0, 86399), window(864000, 950399)}, by); });
  CHECK(g.limits(1).start_min == time::instant{31 * 86400});  // from 1 January 1970
  auto const late = g.add([](network& n, statement_number by) { n.limit(0, true, time::instant{500000}, by); });
  CHECK(g.limits(0) == window(864000, 950399));
  CHECK(g.limits(1).start_min == time::instant{864000 + 31 * 86400});
  g.withdraw(late);
  CHECK(g.limits(0) == window(0, 950399));
}

}  // namespace sinedie_test::growing_test
