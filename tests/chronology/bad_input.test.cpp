// SPDX-License-Identifier: BSL-1.0
// Networks that are wrong, or too much.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include <sinedie/chronology/comparison.hpp>
#include <sinedie/chronology/gains.hpp>
#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::bad_input_test {

using namespace sinedie_test;

namespace {

template <typename Act>
errc refused(Act act) {
  try {
    act();
  } catch (error const& e) {
    return e.code();
  }
  FAIL("no error");
  return errc::cancelled;
}

class never : public watcher {
 public:
  bool go_on(std::uint64_t) override { return false; }
};

}  // namespace

TEST_CASE("what makes no sense is an error and leaves the network as it was", "[bad_input]") {
  network net{3};
  net.relate(relation_kind::before, 0, 1, {}, 0);
  auto const constraints = net.constraints();
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 1, {}, 1); }) == errc::self_reference);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {10, 9}, 1); }) == errc::reversed);
  CHECK(refused([&] { net.last(1, {10, 9}, 1); }) == errc::reversed);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {std::int64_t{1} << 62U, no_gap}, 1); }) == errc::out_of_range);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {0, std::int64_t{1} << 62U}, 1); }) == errc::out_of_range);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {-1, no_gap}, 1); }) == errc::bad_argument);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 3, {}, 1); }) == errc::bad_argument);
  CHECK(refused([&] { net.date(7, window(0, 1), 1); }) == errc::bad_argument);
  CHECK(net.constraints() == constraints);
  CHECK(solve(net).clashes.empty());
}

TEST_CASE("everything before everything that comes later is solved with its own date alone", "[bad_input]") {
  // Five thousand events have twelve million relations; that many where there is time, else a tenth of them.
  node const n = rounds(1) > 1 ? 5000 : 1582;
  network net{n};
  net.reserve(std::size_t{n} * (n - 1) / 2, 4);
  net.date(0, window(100, 199), 0);
  statement_number by = 1;
  for (node a = 0; a < n; ++a)
    for (node b = a + 1; b < n; ++b) net.relate(relation_kind::before, a, b, {}, by++);
  auto const solved = solve(net);
  CHECK(solved.clashes.empty());
  CHECK(solved.limits[n - 1].start_min == time::instant{100});
  never hasty;
  CHECK(refused([&] { (void)solve(net, &hasty); }) == errc::cancelled);
}

TEST_CASE("a chain of relations against the order of the numbers is solved without recursion", "[bad_input]") {
  node const n = rounds(1) > 1 ? 10'000'001 : 1'000'001;  // ten million relations, or a tenth of them
  network net{n};
  net.reserve(n, 2);
  for (node v = 0; v + 1 < n; ++v) net.relate(relation_kind::after, v, v + 1, {1, no_gap}, v);
  net.date(n - 1, window(0, 9), n);
  auto const solved = solve(net);
  CHECK(solved.clashes.empty());
  CHECK(solved.limits[0].start_min == time::instant{static_cast<std::int64_t>(n) - 1});
}

TEST_CASE("none and one and many of whom nothing is known are defined", "[bad_input]") {
  CHECK(solve(network{}).limits.empty());
  CHECK(solve(network{1}).limits == std::vector<time::limits>{time::limits::none()});
  CHECK(solve(network{1000}).limits == std::vector<time::limits>(1000, time::limits::none()));
  network same{500};
  for (node v = 0; v < 500; ++v) same.date(v, window(0, 86399), v);
  CHECK(solve(same).limits == std::vector<time::limits>(500, window(0, 86399)));
}

/// Statements that reach to the ends of the axis.
class far_out {
 public:
  explicit far_out(std::uint64_t seed) : dice_{seed} {}

  std::int64_t below(std::uint64_t n) { return static_cast<std::int64_t>(dice_() % n); }

  void lay(network& net, statement_number by) {
    auto const v = static_cast<node>(below(net.events())), w = static_cast<node>(below(net.events()));
    calendar_length const least{below(dice_() % 3 == 0 ? 100000 : 14), below(2) * 1000000}, most{below(100000), 0};
    switch (dice_() % 7) {
      case 0: return net.date(v, days(), by);
      case 1: return net.limit(2 * v, dice_() % 2 == 0, time::instant{second()}, by);
      case 2: return net.last(v, apart(), by);
      case 3: return net.last(v, &least, dice_() % 2 == 0 ? &most : nullptr, by, below(2) * 86400);
      case 4: return net.date_one_of(v, {days(), days(), days()}, by);
      case 5: return v == w ? net.note(by) : net.relate(static_cast<relation_kind>(dice_() % 4), v, w, apart(), by);
      default: return v == w ? net.note(by) : net.relate(relation_kind::before, v, w, &least, dice_() % 2 == 0 ? &most : nullptr, by);
    }
  }

 private:
  std::int64_t second() {
    switch (dice_() % 5) {
      case 0: return std::numeric_limits<std::int64_t>::max() - 1 - below(5);
      case 1: return std::numeric_limits<std::int64_t>::min() + 1 + below(5);
      case 2: return (std::int64_t{1} << (40U + dice_() % 22)) * (dice_() % 2 == 0 ? 1 : -1);
      case 3: return below(1000);
      default: return static_cast<std::int64_t>(dice_());
    }
  }
  std::int64_t gap() {
    switch (dice_() % 4) {
      case 0: return network::longest_gap - below(3);
      case 1: return std::int64_t{1} << (30U + dice_() % 29);
      default: return below(100);
    }
  }
  time::limits days() {
    auto const x = second(), y = second();
    return window(std::min(x, y), std::max(x, y));
  }
  distance apart() {
    auto const x = gap(), y = gap();
    return {std::min(x, y), dice_() % 2 == 0 ? std::max(x, y) : no_gap};
  }

  std::mt19937_64 dice_;
};

TEST_CASE("networks that reach to the ends of the axis are solved or refused, and come to an end", "[bad_input]") {
  far_out wild{seed()};
  std::size_t solved = 0, refused_ones = 0, contradictory = 0;
  for (std::size_t round = 0; round < rounds(3000); ++round) {
    network net{2 + static_cast<node>(wild.below(7))};
    try {
      for (auto k = 2 + wild.below(10); k > 0; --k) wild.lay(net, net.statements());
      auto const s = solve(net);
      for (auto const& l : s.limits) REQUIRE((l.start_min <= l.start_max && l.end_min <= l.end_max));
      gain_finder finder{net, s};
      for (auto const& c : s.clashes) {
        auto const drops = finder.of(c);
        REQUIRE(drops.size() == c.statements.size());
      }
      comparison const known{net, s};
      // What solves, explains itself.
      REQUIRE_NOTHROW([&] {
        for (point p = 0; p < net.points(); ++p)
          for (bool const earliest : {true, false}) (void)chain_of(net, s, p, earliest);
        for (node v = 0; v < net.events(); ++v)
          for (node w = 0; w < net.events(); ++w) (void)known.grounds(v, w), (void)known.grounds_by_limits(v, w);
      }());
      for (node v = 0; v < net.events(); ++v)
        for (auto const& m : would_date(known, v)) REQUIRE(m.event < net.events());
      ++solved;
      contradictory += s.clashes.empty() ? 0U : 1U;
    } catch (error const& e) {
      REQUIRE((e.code() == errc::out_of_range || e.code() == errc::reversed));
      ++refused_ones;
    }
  }
  WARN("at the ends of the axis: " << solved << " networks solved, " << contradictory << " of them contradictory, " << refused_ones
                                   << " refused");
  CHECK(contradictory > solved / 8);
  CHECK(refused_ones < solved);
}

TEST_CASE("a growing network of which a part can't be solved stays as it was", "[bad_input]") {
  far_out wild{seed() + 1};
  std::size_t unsolved = 0, stuck = 0, compared = 0;
  for (std::size_t round = 0; round < rounds(3000); ++round) {
    growing g{network{2 + static_cast<node>(wild.below(3))}};
    auto const shown = [&] {
      std::vector<time::limits> all;
      for (node v = 0; v < g.network().events(); ++v) all.push_back(g.limits(v));
      return std::pair{all, g.clashes()};
    };
    for (auto k = 4 + wild.below(12); k > 0; --k) {
      auto const before = shown();
      auto const n = g.network().statements();
      auto const s = static_cast<statement_number>(wild.below(n + 1));
      bool const removing = wild.below(4) == 0 && s < n && !g.is_withdrawn(s);
      bool const out_of_force = removing && g.is_set_aside(s);
      try {
        if (removing) g.withdraw(s);
        else (void)g.add([&](network& net, statement_number by) { wild.lay(net, by); });
      } catch (error const& e) {
        CAPTURE(round, e.what());
        REQUIRE((e.code() == errc::out_of_range || e.code() == errc::reversed));
        REQUIRE(shown() == before);
        if (removing) {
          REQUIRE_FALSE(g.is_withdrawn(s));
          REQUIRE(g.is_set_aside(s) == out_of_force);
          ++stuck;
        } else if (g.network().statements() > n) {
          REQUIRE(g.is_withdrawn(n));
          ++unsolved;
        }
      }
    }
    std::vector<statement_number> left;
    for (statement_number s = 0; s < g.network().statements(); ++s)
      if (!g.is_withdrawn(s)) left.push_back(s);
    auto const spoken_of = chronology::detail::events_of(g.network(), left);
    auto const afresh = solve(only(g.network(), left));
    for (std::size_t i = 0; i < spoken_of.size(); ++i) REQUIRE(g.limits(spoken_of[i]) == afresh.limits[i]);
    ++compared;
  }
  WARN("growing at the ends of the axis: " << compared << " networks compared; " << unsolved << " statements not solved, " << stuck
                                           << " not withdrawn");
  CHECK(unsolved > 0);
}

}  // namespace sinedie_test::bad_input_test
