// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/solve.hpp>

#include <algorithm>
#include <set>

#include <sinedie/error.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::solve_test {

using namespace sinedie_test;

namespace {

using statements = std::vector<statement_number>;

std::vector<std::uint8_t> none_left_out(network const& net) { return std::vector<std::uint8_t>(net.statements(), 0); }

/// How much of what a solution claims the slow solver denies.
struct disagreements {
  int limits = 0, minimal = 0, disjoint = 0, aside = 0;
  [[nodiscard]] int all() const { return limits + minimal + disjoint + aside; }
};

disagreements compare(network const& net, solution const& s) {
  disagreements d;
  auto const slow = limits_of(net, s.set_aside);
  d.limits += !slow || *slow != s.limits;
  d.aside += limits_of(net, none_left_out(net)).has_value() != s.clashes.empty();
  std::set<statement_number> clashing;
  for (auto const& c : s.clashes) {
    auto const all = only(net, c.statements);
    auto out = none_left_out(all);
    d.minimal += limits_of(all, out).has_value();
    for (auto& left : out) {
      left = 1;
      d.minimal += !limits_of(all, out);
      left = 0;
    }
    for (auto const by : c.statements) d.disjoint += !clashing.insert(by).second;
  }
  for (statement_number by = 0; by < net.statements(); ++by) d.aside += s.set_aside[by] && !clashing.contains(by);
  return d;
}

/// Lays events that have dates, and reports that gainsay some of them: those come back or don't. The events are every `of`-th from
/// the `k`-th on.
void lay_gainsaid(network& net, std::uint64_t from, node n, bool calendar, node k, node of) {
  std::mt19937_64 dice{from};
  auto const day = [&] { return 86400 * static_cast<std::int64_t>(dice() % (20 * n)); };
  for (node v = 0; v < n; ++v) {
    auto const at = of * v + k;
    if (dice() % 3 != 0) {
      auto const first = day();
      if (calendar && dice() % 3 == 0)
        net.date_one_of(at, {window(first, first + 86399), window(first + 10 * 86400, first + 11 * 86400)}, net.statements());
      else net.date(at, window(first, first + day() / 2), net.statements());
    }
    for (auto told = dice() % 3; told > 0; --told) {
      bool const earliest = dice() % 2 == 0;
      time::instant const day_told{day() + 864000 * n * (earliest ? 3 : 0)};
      net.limit(2 * at + static_cast<point>(dice() % 2), earliest, day_told, net.statements());
    }
  }
  for (node i = 0; i < n; ++i) {
    auto const a = static_cast<node>(dice() % n), b = static_cast<node>(dice() % n);
    if (a == b) continue;
    auto const first = of * std::min(a, b) + k, then = of * std::max(a, b) + k;
    calendar_length const month{.months = 1};
    if (calendar && dice() % 3 == 0) net.relate(relation_kind::before, first, then, &month, nullptr, net.statements());
    else net.relate(relation_kind::before, first, then, distance{}, net.statements());
  }
}

class stopper : public watcher {
 public:
  explicit stopper(std::uint64_t after) : after_{after} {}
  bool go_on(std::uint64_t steps) override { return ++asked, steps < after_; }
  int asked = 0;

 private:
  std::uint64_t after_;
};

}  // namespace

TEST_CASE("an undated event that follows something starts no earlier than that ended", "[solve]") {
  network net{3};
  net.date(0, window(10, 19), 0);
  net.date(2, window(50, 59), 1);
  net.relate(relation_kind::after, 1, 0, {5, no_gap}, 2);
  net.relate(relation_kind::before, 1, 2, {}, 3);
  auto const s = solve(net);
  CHECK(s.clashes.empty());
  CHECK(s.limits[1].start_min == time::instant{15});
  CHECK(s.limits[1].end_max == time::instant{59});
  CHECK(net.constraints()[s.earliest_by[start_of(1)].place()].by == 2);
  CHECK(s.earliest_by[end_of(1)].is_own());
  CHECK(s.earliest_by[start_of(0)].is_bound());
}

TEST_CASE("a ring is reported with a shortest one on it, and the rest goes on", "[solve]") {
  network net{5};
  net.date(4, window(7, 8), 0);
  statement_number by = 1;
  for (auto const& [a, b] : std::vector<std::pair<node, node>>{{0, 1}, {1, 2}, {2, 0}, {1, 0}, {4, 3}})
    net.relate(relation_kind::before, a, b, {}, by++);
  auto const s = solve(net);
  REQUIRE(s.clashes.size() == 1);
  CHECK(s.clashes[0].statements == statements{1, 4});
  CHECK(s.limits[3].start_min == time::instant{7});
}

TEST_CASE("a chain from one date to another that can't follow it is reported with both dates and both dates stay", "[solve]") {
  network net{4};
  net.date(0, window(100, 109), 0);
  net.date(2, window(50, 59), 1);
  for (node v = 0; v < 3; ++v) net.relate(relation_kind::before, v, v + 1, {}, 2 + v);
  auto const s = solve(net);
  REQUIRE(s.clashes.size() == 1);
  CHECK(s.clashes[0].statements == statements{0, 1, 2, 3});
  CHECK(s.set_aside == std::vector<std::uint8_t>{0, 0, 1, 1, 0});
  CHECK(s.limits[0] == window(100, 109));
  CHECK(s.limits[3].start_min == time::instant{50});
}

TEST_CASE("of dates that can't come back together the first does", "[solve]") {
  network net{2};
  net.date(0, window(100, 109), 0);
  net.limit(end_of(0), false, time::instant{50}, 1);
  auto const s = solve(net);
  REQUIRE(s.clashes.size() == 1);
  CHECK(s.clashes[0].statements == statements{0, 1});
  CHECK(s.set_aside == std::vector<std::uint8_t>{0, 1});
  CHECK(s.limits[0] == window(100, 109));
}

TEST_CASE("an odd date out shares no second contradiction", "[solve]") {
  network net{4};
  net.date(0, window(100, 109), 0);
  for (node v = 1; v < 4; ++v) net.date(v, window(50, 59), v);
  for (node v = 1; v < 4; ++v) net.relate(relation_kind::before, 0, v, {}, 3 + v);
  auto const s = solve(net);
  REQUIRE(s.clashes.size() == 1);
  CHECK(compare(net, s).all() == 0);
  CHECK(s.set_aside[0]);
  CHECK(s.limits[0].end_max == time::instant{59});
}

TEST_CASE("every relation of Allen holds days together as it should", "[solve]") {
  auto const of = [](relation_kind k) {
    network net{2};
    net.date(0, *time::limits::lasting({time::instant{10}, time::instant{19}}, {time::instant{30}, time::instant{39}}), 0);
    net.relate(k, 1, 0, {}, 1);
    return solve(net).limits[1];
  };
  using enum relation_kind;
  auto const past = time::instant::past(), future = time::instant::future();
  auto const at = [](std::int64_t s) { return time::instant{s}; };
  CHECK(of(before) == time::limits{past, at(19), past, at(19)});
  CHECK(of(after) == time::limits{at(30), future, at(30), future});
  CHECK(of(meets) == time::limits{past, at(19), at(9), at(19)});
  CHECK(of(met_by) == time::limits{at(30), at(40), at(30), future});
  CHECK(of(overlaps) == time::limits{past, at(19), at(10), at(39)});
  CHECK(of(overlapped_by) == time::limits{at(10), at(39), at(30), future});
  CHECK(of(starts) == time::limits{at(10), at(19), at(10), at(39)});
  CHECK(of(started_by) == time::limits{at(10), at(19), at(30), future});
  CHECK(of(during) == time::limits{at(10), at(39), at(10), at(39)});
  CHECK(of(contains) == time::limits{past, at(19), at(30), future});
  CHECK(of(finishes) == time::limits{at(10), at(39), at(30), at(39)});
  CHECK(of(finished_by) == time::limits{past, at(19), at(30), at(39)});
  CHECK(of(equals) == time::limits{at(10), at(19), at(30), at(39)});
  CHECK(of(part_of) == time::limits{at(10), at(39), at(10), at(39)});
  CHECK(of(follows_up) == of(after));
  CHECK(of(prepares) == of(before));
  CHECK(of(realised_as) == time::limits::none());
}

TEST_CASE("what lasts so long ends so much later", "[solve]") {
  network net{1};
  net.date(0, window(0, 86399), 0);
  net.last(0, {3600, 7200}, 1);
  auto const s = solve(net);
  CHECK(s.clashes.empty());
  CHECK(s.limits[0] == time::limits{time::instant{0}, time::instant{82799}, time::instant{3600}, time::instant{86399}});
}

TEST_CASE("limits are those of all pairs and contradictions are minimal and disjoint", "[solve]") {
  std::mt19937_64 dice{seed()};
  int compared = 0, contradictory = 0, clashes = 0, caught = 0;
  for (std::size_t i = 0; i < rounds(3000); ++i) {
    auto const n = 2 + static_cast<node>(dice() % (i % 20 == 0 ? 59 : i % 4 == 0 ? 24 : 8));
    auto const net = random_network(dice, n, 20 + 40 * n);
    auto s = solve(net);
    auto const d = compare(net, s);
    CAPTURE(i, n, d.limits, d.minimal, d.disjoint, d.aside);
    REQUIRE(d.all() == 0);
    ++compared;
    contradictory += !s.clashes.empty();
    clashes += static_cast<int>(s.clashes.size());
    // The planted faults: a limit a second too tight, and one statement too many in a contradiction.
    auto const v = dice() % n;
    s.limits[v].end_max = s.limits[v].end_max.is_bounded() ? s.limits[v].end_max.plus(-1) : time::instant{1000000};
    caught += compare(net, s).limits > 0;
    if (s.clashes.empty()) continue;
    for (statement_number by = 0; by < net.statements(); ++by)
      if (auto& c = s.clashes[0].statements; std::find(c.begin(), c.end(), by) == c.end()) {
        c.insert(std::upper_bound(c.begin(), c.end(), by), by);
        REQUIRE(compare(net, s).minimal > 0);
        break;
      }
  }
  WARN("solve: " << compared << " networks compared, " << contradictory << " of them contradictory, " << clashes
                 << " contradictions proven minimal, " << caught << " planted faults seen");
  CHECK(caught == compared);
  CHECK(contradictory > compared / 5);
}

TEST_CASE("what is given the same twice gives the same", "[solve]") {
  std::mt19937_64 dice{seed()};
  for (int i = 0; i < 200; ++i) {
    auto const net = random_network(dice, 12, 9);
    auto const a = solve(net), b = solve(net);
    REQUIRE(a.clashes == b.clashes);
    REQUIRE(a.limits == b.limits);
    REQUIRE(a.set_aside == b.set_aside);
  }
}

TEST_CASE("what hangs together with nothing else comes out as it would alone", "[solve]") {
  std::mt19937_64 dice{seed()};
  std::size_t compared = 0, contradictory = 0;
  for (std::size_t i = 0; i < rounds(600); ++i) {
    node const n[] = {2 + static_cast<node>(dice() % 12), 2 + static_cast<node>(dice() % 12)};
    std::uint64_t const from[] = {dice(), dice()};
    bool const calendar = i % 3 == 0;
    network net{2 * std::max(n[0], n[1])};
    lay_gainsaid(net, from[0], n[0], calendar, 0, 2);
    statement_number const first[] = {0, net.statements()};
    lay_gainsaid(net, from[1], n[1], calendar, 1, 2);
    auto const both = solve(net);
    for (unsigned k = 0; k < 2; ++k) {
      network own{n[k]};
      lay_gainsaid(own, from[k], n[k], calendar, 0, 1);
      auto const alone = solve(own);
      CAPTURE(i, k);
      for (node v = 0; v < n[k]; ++v) REQUIRE(both.limits[2 * v + k] == alone.limits[v]);
      for (statement_number s = 0; s < own.statements(); ++s) REQUIRE(both.set_aside[first[k] + s] == alone.set_aside[s]);
      std::vector<clash> clashes;
      for (auto const& c : both.clashes) {
        if ((c.statements.front() >= first[1]) != (k == 1)) continue;
        clashes.push_back(c);
        for (auto& s : clashes.back().statements) s -= first[k];
      }
      REQUIRE(clashes == alone.clashes);
      ++compared;
      contradictory += alone.clashes.size() > 1 ? 1U : 0U;
    }
  }
  WARN("solve: " << compared << " networks beside others compared, " << contradictory << " with several contradictions");
  CHECK(contradictory > compared / 3);
}

TEST_CASE("no date stays away that could hold with all that is in force", "[solve]") {
  std::mt19937_64 dice{seed()};
  std::size_t away = 0, back = 0, noticed = 0;
  for (std::size_t i = 0; i < rounds(600); ++i) {
    auto const n = 2 + static_cast<node>(dice() % 12);
    network net{n};
    lay_gainsaid(net, dice(), n, false, 0, 1);
    auto const s = solve(net);
    REQUIRE(compare(net, s).all() == 0);
    std::vector<bool> relates(net.statements(), false);
    for (auto const& c : net.constraints()) relates[c.by] = true;
    auto const could_come_back = [&](std::vector<std::uint8_t> out, statement_number by) {
      out[by] = 0;
      return !relates[by] && limits_of(net, out).has_value();
    };
    for (auto const& c : s.clashes)
      for (auto const by : c.statements) {
        if (s.set_aside[by]) {
          REQUIRE_FALSE(could_come_back(s.set_aside, by));
          ++away;
          continue;
        }
        ++back;
        // Planted: one that did come back is kept away.
        auto kept_away = s.set_aside;
        kept_away[by] = 1;
        noticed += could_come_back(kept_away, by) ? 1U : 0U;
      }
  }
  WARN("solve: of the dates in contradictions " << back << " came back and " << away << " statements stayed away");
  CHECK(away > 500);
  CHECK(noticed == back);
}

TEST_CASE("nothing can follow what never ends nor precede what always was", "[solve]") {
  network net{2};
  auto never_ends = window(10, 19);
  never_ends.end_min = never_ends.end_max = time::instant::future();
  net.date(0, never_ends, 0);
  net.date(1, window(50, 59), 1);
  net.relate(relation_kind::before, 0, 1, {}, 2);
  CHECK(solve(net).clashes.size() == 1);
  network other{2};
  other.date(0, never_ends, 0);
  other.relate(relation_kind::before, 0, 1, {}, 1);
  CHECK(solve(other).limits[1].start_min.is_future());
}

TEST_CASE("gaps past the last second of the axis are held back there", "[solve]") {
  network net{2};
  auto const last = std::numeric_limits<std::int64_t>::max() - 10;
  net.date(0, window(last, last), 0);
  net.relate(relation_kind::before, 0, 1, {100, no_gap}, 1);
  auto const s = solve(net);
  CHECK(s.clashes.empty());
  CHECK(s.limits[1].start_min == time::instant{std::numeric_limits<std::int64_t>::max() - 1});
}

TEST_CASE("a hundred thousand contradictions are found without a sweep for each", "[solve]") {
  constexpr node n = 200000;
  network net{n};
  for (node v = 0; v < n; ++v) net.date(v, window(n - v, n - v), v);
  for (node v = 0; v + 1 < n; ++v) net.relate(relation_kind::before, v, v + 1, {}, n + v);
  auto const s = solve(net);
  CHECK(s.clashes.size() == n / 2);
}

TEST_CASE("a chain and a ring of a hundred thousand are solved without running out of stack", "[solve]") {
  auto const n = static_cast<node>(rounds(100000));
  network net{n};
  net.date(0, window(1, 2), 0);
  for (node v = 0; v + 1 < n; ++v) net.relate(v % 2 == 0 ? relation_kind::before : relation_kind::meets, v, v + 1, {}, v + 1);
  CHECK(solve(net).limits[n - 1].start_min == time::instant{1});
  net.relate(relation_kind::before, n - 1, 0, {}, n);
  auto const s = solve(net);
  REQUIRE(s.clashes.size() == 1);
  CHECK(s.clashes[0].statements.size() == n);
  CHECK(s.limits[0] == window(1, 2));
}

TEST_CASE("where everything precedes everything the contradictions are pairs", "[solve]") {
  constexpr node n = 60;
  network net{n};
  statement_number by = 0;
  for (node a = 0; a < n; ++a)
    for (node b = 0; b < n; ++b)
      if (a != b) net.relate(relation_kind::before, a, b, {}, by++);
  auto const s = solve(net);
  CHECK(s.clashes.size() == n * (n - 1) / 2);
  for (auto const& c : s.clashes) CHECK(c.statements.size() == 2);
}

TEST_CASE("a long solve tells how far it is and can be stopped", "[solve]") {
  network net{300000};
  for (node v = 0; v + 1 < 300000; ++v) net.relate(relation_kind::before, v, v + 1, {}, v);
  stopper patient{1U << 30U}, hasty{1};
  CHECK(solve(net, &patient).clashes.empty());
  CHECK(patient.asked > 3);
  try {
    (void)solve(net, &hasty);
    FAIL("went on");
  } catch (error const& e) {
    CHECK(e.code() == errc::cancelled);
  }
  CHECK(hasty.asked == 1);
}

TEST_CASE("a solve of many short sweeps can be stopped too", "[solve]") {
  // Each month's length hangs on the day to which the last one led, so a sweep draws one gap after another.
  constexpr node n = 400;
  network net{n};
  calendar_length const month{1, 0}, nothing{};
  net.date(0, window(0, 0), 0);
  for (node v = 0; v + 1 < n; ++v) {
    net.relate(relation_kind::before, v, v + 1, &month, &month, net.statements());
    net.last(v + 1, nullptr, &nothing, net.statements());
  }
  stopper patient{1U << 30U}, hasty{1};
  auto const s = solve(net, &patient);
  CHECK(s.clashes.empty());
  CHECK(s.limits[48].start_min == time::instant{1461 * 86400});  // four years on
  CHECK(s.limits[48].end_max == time::instant{1461 * 86400});
  CHECK(patient.asked > 3);
  CHECK_THROWS_AS(solve(net, &hasty), error);
  CHECK(hasty.asked == 1);
}

TEST_CASE("gaps that lead round in a ring and add up past the axis are an error", "[solve]") {
  network net{40};
  for (node v = 0; v < 40; ++v)
    net.relate(relation_kind::before, v, (v + 1) % 40, {network::longest_gap - 1, network::longest_gap}, v);
  CHECK_THROWS_AS(solve(net), error);
}

}  // namespace sinedie_test::solve_test
