// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/gains.hpp>

#include <algorithm>

#include <sinedie/chronology/solve.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::gains_test {

using namespace sinedie_test;

TEST_CASE("dropping any statement of a ring lets the others hold", "[gains]") {
  network net{3};
  for (statement_number s = 0; s < 3; ++s) net.relate(relation_kind::before, s, (s + 1) % 3, {}, s);
  auto const solved = solve(net);
  REQUIRE(solved.clashes.size() == 1);
  auto drops = gains(net, solved, solved.clashes[0]);
  CHECK(drops == std::vector<drop>{{0, 2, true}, {1, 2, true}, {2, 2, true}});
  rank(drops, {1, 0, 1});
  CHECK(drops.front().statement == 1);
  rank(drops, {1, 1, 1});
  CHECK(drops.front().statement == 2);
}

TEST_CASE("what a second clash stands on isn't settled by dropping another statement of the first", "[gains]") {
  // Event 0 can't be both in 0..9 and in 50..59, whoever says where it stands to event 1.
  network net{2};
  net.date(0, window(0, 9), 0);
  net.date(0, window(50, 59), 1);
  net.relate(relation_kind::before, 1, 0, {}, 2);
  net.date(1, window(20, 29), 3);
  auto const solved = solve(net);
  REQUIRE(solved.clashes.size() == 1);
  auto const drops = gains(net, solved, solved.clashes[0]);
  REQUIRE(drops.size() == 2);
  // Without the first date the second fits what else is known; without the second the first still doesn't.
  CHECK(drops[0].settles);
  CHECK_FALSE(drops[1].settles);
}

TEST_CASE("gains are what the slow solver finds for each statement left out", "[gains][oracle]") {
  std::mt19937_64 dice{seed()};
  std::size_t compared = 0, unsettled = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(250); ++round) {
    auto const net = random_network(dice, static_cast<node>(2 + dice() % 16), 4);
    auto const solved = solve(net);
    gain_finder finder{net, solved};
    for (auto const& c : solved.clashes) {
      auto const found = finder.of(c);
      REQUIRE(gains(net, solved, c) == found);
      for (auto const& d : found) {
        auto left_out = solved.set_aside;
        for (auto const s : c.statements) left_out[s] = 0;
        left_out[c.statements[d.statement]] = 1;
        CHECK(d.settles == limits_of(net, left_out).has_value());
        CHECK((d.freed == c.statements.size() - 1) == d.settles);
        // One by one, lower numbers first.
        left_out = solved.set_aside;
        left_out[c.statements[d.statement]] = 1;
        std::uint32_t freed = 0;
        for (auto const s : c.statements) {
          if (s == c.statements[d.statement]) continue;
          auto const before = left_out[s];
          left_out[s] = 0;
          if (limits_of(net, left_out)) ++freed;
          else left_out[s] = before;
        }
        CHECK(d.freed == freed);
        // The planted fault: that dropping nothing settles it.
        left_out = solved.set_aside;
        for (auto const s : c.statements) left_out[s] = 0;
        caught += !limits_of(net, left_out).has_value();
        unsettled += !d.settles;
        ++compared;
      }
    }
  }
  CHECK(caught == compared);
  CHECK(unsettled > 10);
  WARN(compared << " gains compared, of which " << unsettled << " don't settle the contradiction");
}

TEST_CASE("of a thousand statements that go round in a ring any one may be dropped", "[gains]") {
  constexpr node n = 1000;
  network net{2 * n};
  for (node v = 0; v < n; ++v) net.relate(relation_kind::before, v, (v + 1) % n, {}, v);
  // Where a second, longer ring goes through one of two statements, only that one settles them.
  for (node v = 0; v < n; ++v) net.relate(relation_kind::before, n + v, n + (v + 1) % n, {}, n + v);
  net.relate(relation_kind::before, n + 1, n, {}, 2 * n);
  auto const solved = solve(net);
  REQUIRE(solved.clashes.size() == 2);
  gain_finder finder{net, solved};
  auto const ring = finder.of(solved.clashes[0]);
  REQUIRE(ring.size() == n);
  CHECK(std::all_of(ring.begin(), ring.end(), [](drop const& d) { return d.settles && d.freed == n - 1; }));
  CHECK(finder.of(solved.clashes[1]) == std::vector<drop>{{0, 1, true}, {1, 0, false}});
}

TEST_CASE("what is too long to be tried isn't", "[gains]") {
  constexpr node n = gain_finder::most_tried + 1;
  network net{n};
  for (node v = 0; v < n; ++v) net.relate(relation_kind::before, v, (v + 1) % n, {}, v);
  auto const solved = solve(net);
  REQUIRE(solved.clashes.size() == 1);
  CHECK(gains(net, solved, solved.clashes[0]).empty());
}

}  // namespace sinedie_test::gains_test
