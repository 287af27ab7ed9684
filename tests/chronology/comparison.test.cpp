// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/comparison.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <numeric>

#include <sinedie/chronology/order.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::comparison_test {

using namespace sinedie_test;

namespace {

using statements = std::vector<statement_number>;

/// Least distances of everything in force, limits included, by the slow solver: an origin stands for the axis.
std::vector<std::vector<length>> distances(network const& net, solution const& s) {
  auto far = all_pairs(net, s.set_aside);
  auto const n = net.points();
  for (point i = 0; i < n; ++i)
    for (point j = 0; j < n; ++j) {
      auto const& from = s.limits[event_of(i)];
      auto const& to = s.limits[event_of(j)];
      auto const latest = is_start(i) ? from.start_max : from.end_max;
      auto const earliest = is_start(j) ? to.start_min : to.end_min;
      if (latest.is_bounded() && earliest.is_bounded()) far[i][j] = std::max(far[i][j], {earliest.seconds() - latest.seconds(), 0});
      if ((latest.is_past() && !earliest.is_past()) || (earliest.is_future() && !latest.is_future()))
        far[i][j] = {std::int64_t{1} << 40U, 0};
      if ((latest.is_past() && earliest.is_past()) || (latest.is_future() && earliest.is_future()))
        far[i][j] = std::max(far[i][j], {0, 0});
    }
  return far;
}

/// The same with nothing strict.
network loosened(network const& net) {
  network loose{net.events()};
  auto b = net.bounds().begin();
  for (auto const& c : net.constraints()) {
    for (; b != net.bounds().end() && b->by < c.by; ++b) loose.limit(b->at, b->earliest, b->value, b->by);
    loose.require(c.from, c.to, c.at_least, c.by);
  }
  for (; b != net.bounds().end(); ++b) loose.limit(b->at, b->earliest, b->value, b->by);
  while (loose.statements() < net.statements()) loose.note(loose.statements());
  return loose;
}

/// Whether a relation can hold beside all that is in force: a statement more for the slow solver.
bool can_relate(network const& net, solution const& s, relation_kind kind, node a, node b) {
  auto more = net;
  auto left_out = s.set_aside;
  more.relate(kind, a, b, {}, net.statements());
  left_out.push_back(0);
  return limits_of(more, left_out).has_value();
}

/// The planted fault: a solution that has lost one of its statements about two events, whatever its limits say.
solution forgetful(network const& net, solution solved, std::mt19937_64& dice) {
  if (net.constraints().empty()) return solved;
  auto const by = net.constraints()[dice() % net.constraints().size()].by;
  solved.set_aside[by] = 1;
  return solved;
}

std::vector<node> row_of(network const& net, solution const& s) {
  std::vector<time::instant> keys;
  for (auto const& l : s.limits) keys.push_back(l.start_min);
  auto made = order(net, s, keys);
  made.placed.insert(made.placed.end(), made.unplaced.begin(), made.unplaced.end());
  return made.placed;
}

/// Whether a row keeps all that is certain, also what only follows from a gap that is at most so long.
bool keeps(comparison const& known, std::vector<node> const& row) {
  for (std::size_t i = 0; i < row.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (known.precedes(row[i], row[j]) == truth::yes) return false;
  return true;
}

/// Components of the graph of pairs that no certainty puts in order.
std::vector<std::vector<node>> components(network const& net, comparison const& known) {
  std::vector<node> of(net.events());
  std::iota(of.begin(), of.end(), node{0});
  auto const top = [&](node v) {
    while (of[v] != v) v = of[v];
    return v;
  };
  for (node a = 0; a < net.events(); ++a)
    for (node b = a + 1; b < net.events(); ++b)
      if (known.precedes(a, b) != truth::yes && known.precedes(b, a) != truth::yes) of[top(b)] = top(a);
  std::vector<std::vector<node>> groups(net.events());
  for (node v = 0; v < net.events(); ++v) groups[top(v)].push_back(v);
  groups.erase(std::remove_if(groups.begin(), groups.end(), [](auto const& g) { return g.empty(); }), groups.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace

TEST_CASE("what two undated events have between them is told through a third", "[comparison]") {
  network net{3};
  net.relate(relation_kind::before, 0, 1, {}, 0);
  net.relate(relation_kind::follows_up, 2, 1, {}, 1);
  auto const solved = solve(net);
  comparison const known{net, solved};
  CHECK(known.precedes(0, 2) == truth::yes);
  CHECK(known.precedes(2, 0) == truth::no);
  CHECK(known.grounds(0, 2) == statements{0, 1});
  CHECK(known.grounds(2, 0).empty());
  CHECK(known.stands(0, relation_kind::meets, 2) == truth::maybe);
  CHECK(known.stands(0, relation_kind::during, 2) == truth::no);
  CHECK(known.stands(0, relation_kind::prepares, 2) == truth::yes);
  CHECK(known.stands(2, relation_kind::follows_up, 0) == truth::yes);
  CHECK_THROWS_AS(known.stands(0, relation_kind::realised_as, 2), sinedie::error);
}

TEST_CASE("what a date and a relation give together has both of them as its chain", "[comparison]") {
  network net{3};
  net.date(0, window(100, 199), 0);
  net.relate(relation_kind::after, 1, 0, {50, no_gap}, 1);
  net.relate(relation_kind::before, 1, 2, {}, 2);
  net.limit(end_of(2), false, time::instant{900'000}, 3);
  auto const solved = solve(net);
  CHECK(chain_of(net, solved, start_of(1), true) == statements{1, 0});
  CHECK(chain_of(net, solved, end_of(1), false) == statements{2, 3});
  CHECK(chain_of(net, solved, start_of(0), true) == statements{0});
  comparison const known{net, solved};
  auto const best = would_date(known, 1);
  REQUIRE(best.size() == 1);
  CHECK(best[0].event == 2);
  CHECK(best[0].limits_latest);
  CHECK_FALSE(best[0].limits_earliest);
}

TEST_CASE("a choice that was narrowed names what rules its members out", "[comparison]") {
  network net{2};
  net.date_one_of(0, {window(0, 9), window(500, 509)}, 0);
  net.relate(relation_kind::after, 0, 1, {}, 1);
  net.date(1, window(100, 199), 2);
  auto const solved = solve(net);
  REQUIRE(solved.limits[0].start_min == time::instant{500});
  CHECK(chain_of(net, solved, start_of(0), true) == statements{0, 1, 2});
}

TEST_CASE("each chain alone gives the limit that it is the chain of", "[comparison][oracle]") {
  std::mt19937_64 dice{seed()};
  std::size_t compared = 0;
  std::size_t caught = 0;
  for (std::size_t round = 0; round < rounds(150); ++round) {
    auto const net = random_network(dice, static_cast<node>(2 + dice() % 24), 60);
    auto const solved = solve(net);
    auto left_out = std::vector<std::uint8_t>(net.statements(), 1);
    for (point p = 0; p < net.points(); ++p)
      for (bool const earliest : {true, false}) {
        auto const& l = solved.limits[event_of(p)];
        auto const value = is_start(p) ? (earliest ? l.start_min : l.start_max) : (earliest ? l.end_min : l.end_max);
        auto chain = chain_of(net, solved, p, earliest);
        CHECK(chain.empty() == (value == (earliest ? time::instant::past() : time::instant::future())));
        auto const gives = [&] {
          for (auto const s : chain) left_out[s] = 0;
          auto const alone = limits_of(net, left_out);
          for (auto const s : chain) left_out[s] = 1;
          if (!alone) return false;
          auto const& a = (*alone)[event_of(p)];
          return value == (is_start(p) ? (earliest ? a.start_min : a.start_max) : (earliest ? a.end_min : a.end_max));
        };
        CHECK(gives());
        ++compared;
        // None of its statements can be left out.
        auto const whole = chain;
        for (auto const without : whole) {
          chain.clear();
          std::copy_if(whole.begin(), whole.end(), std::back_inserter(chain), [&](auto s) { return s != without; });
          CHECK_FALSE(gives());
        }
        chain = whole;
        if (!chain.empty() && dice() % 8 == 0) {
          // The planted fault: a chain without its last statement.
          left_out[chain.back()] = 1;
          auto shorter = chain;
          shorter.pop_back();
          for (auto const s : shorter) left_out[s] = 0;
          auto const alone = limits_of(net, left_out);
          for (auto const s : shorter) left_out[s] = 1;
          auto const& a = (*alone)[event_of(p)];
          caught += value != (is_start(p) ? (earliest ? a.start_min : a.start_max) : (earliest ? a.end_min : a.end_max));
        }
      }
  }
  CHECK(caught > compared / 50);
  WARN("chains of " << compared << " limits compared, " << caught << " planted faults caught");
}

TEST_CASE("relations between any two events are what all pairs of points say", "[comparison][oracle]") {
  std::mt19937_64 dice{seed() + 1};
  std::size_t compared = 0, certain = 0, impossible = 0, planted = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(60); ++round) {
    auto const net = random_network(dice, static_cast<node>(2 + dice() % 14), 60);
    auto const solved = solve(net);
    comparison const known{net, solved};
    auto const far = distances(net, solved);
    auto const fault = forgetful(net, solved, dice);
    comparison const faulty{net, fault};
    bool differs = false;
    for (node a = 0; a < net.events(); ++a)
      for (node b = 0; b < net.events(); ++b) {
        if (a == b) continue;
        auto const ahead = far[end_of(a)][start_of(b)];
        auto const back = far[start_of(b)][end_of(a)];
        auto const expected = ahead > length{0, 0} ? truth::yes : back >= length{0, 0} ? truth::no : truth::maybe;
        CHECK(known.precedes(a, b) == expected);
        differs = differs || faulty.precedes(a, b) != expected;
        CHECK(known.grounds(a, b).empty() == (expected != truth::yes));
        ++compared;
        if (dice() % 6 != 0) continue;
        // What may be can hold beside all else.
        auto const kind = static_cast<relation_kind>(dice() % 16);
        auto const told = known.stands(a, kind, b);
        bool const possible = can_relate(net, solved, kind, a, b);
        // What can only be without end, or without beginning, is all in one place.
        auto const never = [&](node v) { return solved.limits[v].end_min.is_future() || solved.limits[v].start_max.is_past(); };
        if (told != truth::no && !never(a) && !never(b)) CHECK((possible || can_relate(loosened(net), solved, kind, a, b)));
        certain += told == truth::yes;
        impossible += told == truth::no;
        // Of the thirteen at least one can hold, and one alone is certain.
        std::size_t open = 0, sure = 0;
        for (int other = 0; other <= static_cast<int>(relation_kind::equals); ++other) {
          auto const each = known.stands(a, static_cast<relation_kind>(other), b);
          open += each != truth::no;
          sure += each == truth::yes;
        }
        CHECK(open > 0);
        CHECK(sure == (open == 1 ? 1 : 0));
      }
    planted += fault.set_aside != solved.set_aside;
    caught += differs;
  }
  CHECK(certain > 20);
  CHECK(impossible > 200);
  CHECK(caught > 0);
  CHECK(caught <= planted);
  WARN("relations of " << compared << " pairs compared; of " << planted << " lost statements " << caught << " were noticed");
}

TEST_CASE("groups of open order are the components of all pairs that nothing puts in order", "[comparison][oracle]") {
  std::mt19937_64 dice{seed() + 2};
  std::size_t compared = 0, several = 0, others = 0, planted = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(150); ++round) {
    auto net = random_network(dice, static_cast<node>(2 + dice() % 20), 80);
    if (round % 3 == 0) {
      // Chains of layers, without a date.
      auto const n = static_cast<node>(4 + dice() % 16);
      net = network{n};
      statement_number by = 0;
      for (node v = 0; v + 3 < n; v += 2)
        for (node const a : {v, v + 1})
          for (node const b : {v + 2, v + 3})
            if (dice() % 12 != 0) net.relate(relation_kind::before, a, b, {}, by++);
    }
    auto const solved = solve(net);
    comparison const known{net, solved};
    auto const row = row_of(net, solved);
    // Members of a ring stand together, whatever else is known of each.
    if (!solved.clashes.empty() && !keeps(known, row)) {
      ++others;
      continue;
    }
    CHECK(keeps(known, row));
    auto groups = open_groups(known, row);
    several += groups.size() > 1;
    for (auto& g : groups) std::sort(g.begin(), g.end());
    std::sort(groups.begin(), groups.end());
    auto const expected = components(net, known);
    CHECK(groups == expected);
    ++compared;
    // Where nothing but relations puts events in order, one that is lost joins groups.
    auto const fault = forgetful(net, solved, dice);
    comparison const faulty{net, fault};
    auto found = open_groups(faulty, row);
    for (auto& g : found) std::sort(g.begin(), g.end());
    std::sort(found.begin(), found.end());
    planted += fault.set_aside != solved.set_aside;
    caught += found != expected;
  }
  CHECK(several > 20);
  CHECK(caught > 0);
  CHECK(caught <= planted);
  CHECK(others < compared / 2);
  WARN("groups of " << compared << " networks compared, " << others << " with rings left out; of " << planted << " lost statements "
                    << caught << " were noticed");
}

TEST_CASE("the order keeps what follows only from gaps that are at most so long", "[comparison][oracle]") {
  std::mt19937_64 dice{seed() + 3};
  std::size_t compared = 0, certain = 0, planted = 0, back_and_forth = 0;
  for (std::size_t round = 0; round < rounds(1500); ++round) {
    auto const n = static_cast<node>(3 + dice() % 6);
    network net{n};
    std::vector<std::int64_t> at(n);
    for (auto& t : at) t = static_cast<std::int64_t>(dice() % 12);
    for (std::size_t i = 0; i < 2 * n; ++i) {
      auto a = static_cast<node>(dice() % n), b = static_cast<node>(dice() % n);
      if (at[a] > at[b]) std::swap(a, b);
      if (at[a] == at[b]) continue;
      auto const apart = at[b] - at[a];
      auto const some = [&] { return static_cast<std::int64_t>(dice() % 3); };
      distance gap;
      if (dice() % 2 == 0) gap.least = std::max<std::int64_t>(apart - some(), 0);
      if (dice() % 2 == 0) gap.most = apart + some();
      net.relate(relation_kind::before, a, b, gap, net.statements());
    }
    auto const solved = solve(net);
    REQUIRE(solved.clashes.empty());
    comparison const known{net, solved};
    auto const row = row_of(net, solved);
    CAPTURE(round);
    REQUIRE(row.size() == n);
    REQUIRE(keeps(known, row));
    // Planted: two that are certain the other way round.
    for (std::size_t i = 0; i + 1 < n; ++i)
      if (known.precedes(row[i], row[i + 1]) == truth::yes) {
        auto swapped = row;
        std::swap(swapped[i], swapped[i + 1]);
        planted += keeps(known, swapped) ? 0U : 1U;
        ++certain;
      }
    // Neighbours know it, by whatever ways.
    auto const told = certainties(net, solved, row);
    for (std::size_t i = 1; i < n; ++i) {
      bool const precedes = known.precedes(row[i - 1], row[i]) == truth::yes;
      CHECK((told[i] != certainty::conventional) == precedes);
      back_and_forth += precedes && known.grounds(row[i - 1], row[i]).size() > 1 ? 1U : 0U;
    }
    ++compared;
  }
  CHECK(certain > compared);
  CHECK(back_and_forth > compared / 50);
  CHECK(planted == certain);
  WARN("the order of " << compared << " networks kept; of " << certain << " planted faults " << planted << " were noticed");
}

TEST_CASE("a chain of many undated events falls into as many groups", "[comparison]") {
  node const n = 20000;
  network net{n};
  for (node v = 0; v + 1 < n; ++v) net.relate(relation_kind::before, v, v + 1, {}, v);
  auto const solved = solve(net);
  comparison const known{net, solved};
  CHECK(open_groups(known, row_of(net, solved)).size() == n);
  CHECK(known.precedes(0, n - 1) == truth::yes);
  CHECK(known.grounds(0, n - 1).size() == n - 1);
}

TEST_CASE("events of which nothing is known are one group", "[comparison]") {
  network const net{500};
  auto const solved = solve(net);
  comparison const known{net, solved};
  CHECK(open_groups(known, row_of(net, solved)).size() == 1);
  CHECK(would_date(known, 7).empty());
}

}  // namespace sinedie_test::comparison_test
