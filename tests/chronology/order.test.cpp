// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/order.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <random>

#include <sinedie/error.hpp>

#include "catch.hpp"
#include "soak.hpp"

using namespace sinedie;
using namespace sinedie::chronology;

namespace {

time::limits window(std::int64_t first, std::int64_t last) { return time::limits::within({time::instant{first}, time::instant{last}}); }

/// `earlier` has ended when `later` starts.
struct precedence {
  node earlier, later;
  std::int64_t at_least = 0;
};

/// Statement v dates event v; after them come the precedences.
network of(std::vector<time::limits> const& stated, std::vector<precedence> const& precedences) {
  auto const n = static_cast<node>(stated.size());
  network net{n};
  for (node v = 0; v < n; ++v) net.date(v, stated[v], v);
  for (statement_number k = 0; k < precedences.size(); ++k)
    net.relate(relation_kind::before, precedences[k].earlier, precedences[k].later, {precedences[k].at_least, no_gap}, n + k);
  return net;
}

/// Events that lie on rings with each other have the same number; those that don't, 0.
std::vector<int> rings(network const& net) {
  auto const n = net.events();
  std::vector<std::vector<bool>> leads(n, std::vector<bool>(n));
  for (auto const& c : net.constraints()) leads[event_of(c.from)][event_of(c.to)] = true;
  for (node k = 0; k < n; ++k)
    for (node i = 0; i < n; ++i)
      for (node j = 0; j < n; ++j) leads[i][j] = leads[i][j] || (leads[i][k] && leads[k][j]);
  std::vector<int> ring(n, 0);
  int count = 0;
  for (node v = 0; v < n; ++v) {
    if (!leads[v][v] || ring[v] != 0) continue;
    ++count;
    for (node w = v; w < n; ++w)
      if (leads[v][w] && leads[w][v]) ring[w] = count;
  }
  return ring;
}

std::vector<time::instant> starts(solution const& s) {
  std::vector<time::instant> keys;
  for (auto const& l : s.limits) keys.push_back(l.start_min);
  return keys;
}

std::vector<node> row_of(network const& net) {
  auto const solved = solve(net);
  auto const made = order(net, solved, starts(solved));
  auto row = made.placed;
  row.insert(row.end(), made.unplaced.begin(), made.unplaced.end());
  return row;
}

network random_network(std::mt19937& dice, bool rings) {
  auto const n = 2 + dice() % 9;
  std::vector<time::limits> stated;
  for (std::size_t i = 0; i < n; ++i) {
    auto const first = static_cast<std::int64_t>(dice() % 12);
    auto const last = first + static_cast<std::int64_t>(dice() % 4);
    stated.push_back(dice() % 2 == 0 ? time::limits::none() : window(first, last));
  }
  std::vector<precedence> precedences;
  for (std::size_t k = 0; k < n; ++k) {
    auto a = static_cast<node>(dice() % n), b = static_cast<node>(dice() % n);
    if (!rings && a > b) std::swap(a, b);
    if (a != b) precedences.push_back({a, b, static_cast<std::int64_t>(dice() % 2)});
  }
  return of(std::move(stated), std::move(precedences));
}

/// What the row must keep, by definition and without the sweeps: precedences that are in force, limits, rings together.
/// Where a ring stands together it may force what is outside of it out of the order of limits (p of 2029 precedes one member,
/// another precedes a of 2020), so limits are asked for where there is no ring.
int broken(network const& net, solution const& solved, std::vector<node> const& row) {
  std::vector<std::size_t> place(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = i;
  int count = 0;
  auto const ring_of = rings(net);
  bool const any_ring = std::any_of(ring_of.begin(), ring_of.end(), [](auto ring) { return ring != 0; });
  for (auto const& c : net.constraints())
    if (auto const a = event_of(c.from), b = event_of(c.to); !solved.set_aside[c.by] && (ring_of[a] == 0 || ring_of[a] != ring_of[b]))
      count += place[a] > place[b];
  for (std::size_t i = 0; any_ring && i + 1 < row.size(); ++i)
    for (std::size_t k = i + 2; k < row.size(); ++k)
      count += ring_of[row[i]] != 0 && ring_of[row[i]] == ring_of[row[k]] && ring_of[row[k - 1]] != ring_of[row[k]];
  for (node a = 0; a < row.size() && !any_ring; ++a)
    for (node b = 0; b < row.size(); ++b)
      if (solved.limits[a].end_max < solved.limits[b].start_min)
        count += place[a] > place[b];
  return count;
}

}  // namespace

TEST_CASE("an undated event stands before what it precedes, and that before what is later", "[order]") {
  // p, undated, before a of February; b of March
  CHECK(row_of(of({time::limits::none(), window(31, 58), window(59, 89)}, {{0, 1}})) == std::vector<node>{0, 1, 2});
  CHECK(row_of(of({window(59, 89), window(31, 58), time::limits::none()}, {{2, 1}})) == std::vector<node>{2, 1, 0});
}

TEST_CASE("what follows something stands after it, and nothing known stands last", "[order]") {
  CHECK(row_of(of({time::limits::none(), time::limits::none(), window(5, 6)}, {{2, 1}})) == std::vector<node>{2, 1, 0});
  auto const net = of({time::limits::none(), window(1, 2)}, {});
  auto const solved = solve(net);
  auto const made = order(net, solved, starts(solved));
  CHECK(made.placed == std::vector<node>{1});
  CHECK(made.unplaced == std::vector<node>{0});
}

TEST_CASE("without a key an event stands directly after its last predecessor, else directly before its first successor", "[order]") {
  // Node 1 has a key (the day of knowledge) and no latest end, so nothing limits what precedes it.
  auto const net = of({time::limits::none(), time::limits::none(), window(3, 4)}, {{0, 1}});
  auto const solved = solve(net);
  auto const made = order(net, solved, {time::instant::past(), time::instant{9}, time::instant{3}});
  CHECK(made.placed == std::vector<node>{2, 0, 1});
  auto const twice = of({time::limits::none(), time::limits::none(), time::limits::none(), window(3, 4)}, {{0, 1}, {0, 2}});
  auto const again = solve(twice);
  CHECK(order(twice, again, {time::instant::past(), time::instant{9}, time::instant::past(), time::instant{3}}).placed ==
        std::vector<node>{3, 0, 2, 1});
}

TEST_CASE("the members of a ring stand together", "[order]") {
  auto const net = of({window(1, 1), window(2, 2), window(3, 3), window(9, 9)}, {{0, 3}, {3, 0}});
  CHECK(row_of(net) == std::vector<node>{0, 3, 1, 2});
}

TEST_CASE("the row is total and keeps all that is certain", "[order]") {
  std::mt19937 dice{20250218};
  int compared = 0;
  int caught = 0;
  for (int i = 0; i < 20000; ++i) {
    auto const net = random_network(dice, i % 2 == 0);
    auto const solved = solve(net);
    auto row = row_of(net);
    auto sorted = row;
    std::sort(sorted.begin(), sorted.end());
    for (node v = 0; v < sorted.size(); ++v) REQUIRE(sorted[v] == v);
    REQUIRE(row.size() == net.events());
    REQUIRE(broken(net, solved, row) == 0);
    ++compared;
    std::reverse(row.begin(), row.end());  // the planted fault
    caught += broken(net, solved, row) > 0;
  }
  WARN("order: " << compared << " networks compared, " << caught << " planted faults seen");
  CHECK(caught > compared / 2);
}

TEST_CASE("what hangs together with something that has a key, however loosely, is placed", "[order]") {
  // Node 1 has a key. 0 precedes it and 2; 3 precedes 2 only.
  auto const net = of({time::limits::none(), time::limits::none(), time::limits::none(), time::limits::none()}, {{0, 1}, {0, 2}, {3, 2}});
  auto const past = time::instant::past();
  auto const made = order(net, solve(net), {past, time::instant{9}, past, past});
  CHECK(made.placed == std::vector<node>{0, 3, 2, 1});
  CHECK(made.unplaced.empty());
}

TEST_CASE("what can't start before the unbounded future stands last, and what ends in the unbounded past first", "[order]") {
  auto never_ends = window(10, 19), always_was = window(30, 39);
  never_ends.end_min = never_ends.end_max = time::instant::future();
  always_was.start_min = always_was.start_max = time::instant::past();
  CHECK(row_of(of({never_ends, time::limits::none(), window(50, 59)}, {{0, 1}})) == std::vector<node>{0, 2, 1});
  CHECK(row_of(of({always_was, time::limits::none(), window(20, 29)}, {{1, 0}})) == std::vector<node>{1, 2, 0});
}

namespace {

/// Keys of some nodes that have no date, as planned events have the day of knowledge for one.
std::vector<time::instant> some_keys(std::mt19937_64& dice, solution const& s) {
  auto keys = starts(s);
  for (std::size_t v = 0; v < keys.size(); ++v)
    if (dice() % 4 == 0) keys[v] = std::min(std::max(keys[v], time::instant{static_cast<std::int64_t>(dice() % 12)}), s.limits[v].end_max);
  return keys;
}

/// Few dates, some of them open, and a relation or less for each node: much is undated and hangs together loosely.
network loose_network(std::mt19937_64& dice) {
  auto const n = 2 + dice() % 10;
  std::vector<time::limits> stated(n);
  for (auto& l : stated) {
    if (dice() % 3 != 0) continue;
    auto const first = static_cast<std::int64_t>(dice() % 12);
    l = window(first, first + static_cast<std::int64_t>(dice() % 4));
    if (dice() % 4 == 0) l.end_min = l.end_max = time::instant::future();
    else if (dice() % 4 == 0) l.start_min = l.start_max = time::instant::past();
  }
  std::vector<precedence> precedences;
  for (std::size_t k = 0; k < n; ++k) {
    auto a = static_cast<node>(dice() % n), b = static_cast<node>(dice() % n);
    if (a > b) std::swap(a, b);
    if (a != b) precedences.push_back({a, b, static_cast<std::int64_t>(dice() % 2)});
  }
  return of(std::move(stated), std::move(precedences));
}

/// Undated nodes with relations that neither follow directly on what precedes them nor directly precede what follows: one with
/// a key is between.
int astray(network const& net, solution const& solved, std::vector<node> const& row, std::vector<bool> const& keyed) {
  std::vector<std::size_t> place(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = i;
  int count = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (keyed[row[at]]) continue;
    std::size_t last = row.size(), first = row.size();
    for (auto const& c : net.constraints()) {
      auto const earlier = event_of(c.from), later = event_of(c.to);
      if (solved.set_aside[c.by]) continue;
      if (later == row[at] && (last == row.size() || place[earlier] > last)) last = place[earlier];
      if (earlier == row[at]) first = std::min(first, place[later]);
    }
    auto const none_between = [&](std::size_t from, std::size_t to) {
      for (auto i = from + 1; i < to; ++i)
        if (keyed[row[i]]) return false;
      return true;
    };
    if (last == row.size() && first == row.size()) continue;
    count += !((last != row.size() && none_between(last, at)) || (first != row.size() && none_between(at, first)));
  }
  return count;
}

}  // namespace

TEST_CASE("what is undated keeps close to its relations, and only what has no tie to any key is apart", "[order]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  int compared = 0, undated = 0, caught = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(20000); ++i) {
    auto const net = loose_network(dice);
    auto const n = net.events();
    auto const solved = solve(net);
    auto const keys = some_keys(dice, solved);
    auto const made = order(net, solved, keys);
    auto row = made.unplaced;  // first: then it counts if anything apart has to follow something that isn't
    row.insert(row.end(), made.placed.begin(), made.placed.end());
    REQUIRE(row.size() == n);
    REQUIRE(broken(net, solved, row) == 0);

    std::vector<bool> keyed(n);
    for (node v = 0; v < n; ++v) keyed[v] = !keys[v].is_past() || !solved.limits[v].end_max.is_future();
    auto tied = keyed;
    for (std::size_t round = 0; round < n; ++round)
      for (auto const& c : net.constraints())
        if (auto const a = event_of(c.from), b = event_of(c.to); !solved.set_aside[c.by] && tied[a] != tied[b]) tied[a] = tied[b] = true;
    for (auto const v : made.placed) REQUIRE(tied[v]);
    for (auto const v : made.unplaced) REQUIRE_FALSE(tied[v]);
    REQUIRE(astray(net, solved, row, keyed) == 0);
    ++compared;
    for (auto const v : made.placed) undated += !keyed[v];
    // The planted fault: what is undated all at the end, as if nothing were known of it.
    std::vector<node> undated_last;
    for (bool const dated : {true, false})
      std::copy_if(row.begin(), row.end(), std::back_inserter(undated_last), [&](node v) { return keyed[v] == dated; });
    row = undated_last;
    caught += broken(net, solved, row) > 0 || astray(net, solved, row, keyed) > 0;
  }
  WARN("order: " << compared << " loose networks compared, " << undated << " undated events placed, " << caught << " planted faults seen");
  CHECK(undated > compared / 4);
  CHECK(caught > compared / 4);
}

TEST_CASE("neighbours know whether limits, a relation or only convention orders them", "[order]") {
  auto const none = time::limits::none();
  auto const net = of({window(1, 2), window(2, 3), window(5, 6), none}, {{2, 3}});
  auto const solved = solve(net);
  CHECK(certainties(net, solved, {0, 1, 2, 3}) == std::vector<certainty>{certainty::conventional, certainty::conventional,
                                                                         certainty::by_limits, certainty::by_relation});
}

TEST_CASE("an order of another network's solution or keys is refused", "[order]") {
  auto const net = of({time::limits::none()}, {});
  CHECK_THROWS_AS(order(net, solve(net), {}), error);
  CHECK_THROWS_AS(order(net, solve(network{}), {time::instant::past()}), error);
}

TEST_CASE("events that start together stand together and what they hold apart stays apart", "[order]") {
  // 0 and 3 start together; 1 is before both by dates, 2 after.
  network net{4};
  for (node v = 0; v < 4; ++v) net.date(v, v == 0 ? time::limits::none() : window(10 * v, 10 * v + 9), v);
  net.relate(relation_kind::starts, 0, 3, {}, 4);
  CHECK(row_of(net) == std::vector<node>{1, 2, 0, 3});
}

TEST_CASE("an order through the ends of others is kept", "[order]") {
  // 0 ends with 1, which has ended when 2 starts; none of them has a date.
  network net{3};
  net.relate(relation_kind::finishes, 2, 1, {}, 0);
  net.relate(relation_kind::before, 1, 0, {}, 1);
  auto const solved = solve(net);
  auto const made = order(net, solved, starts(solved));
  CHECK(made.unplaced == std::vector<node>{1, 2, 0});
  CHECK(certainties(net, solved, made.unplaced)[2] == certainty::by_relation);
}

TEST_CASE("a chain of a million is ordered without running out of stack", "[order]") {
  auto const n = static_cast<node>(sinedie_test::rounds(200000));
  std::vector<precedence> chain;
  for (node v = 0; v + 1 < n; ++v) chain.push_back({v + 1, v});
  auto net = of(std::vector<time::limits>(n), chain);
  CHECK(row_of(net).front() == n - 1);
  net.relate(relation_kind::before, 0, n - 1, {}, 2 * n);
  auto const solved = solve(net);
  REQUIRE(solved.clashes.size() == 1);
  CHECK(solved.clashes[0].statements.size() == n);
}

TEST_CASE("what follows only from how long something is at most is kept in the row", "[order]") {
  // 2 ends ten days before 1 starts; 0 ends at most five before, and lasts at most one: it comes after 2.
  network net{3};
  net.relate(relation_kind::before, 2, 1, {10, no_gap}, 0);
  net.relate(relation_kind::before, 0, 1, {0, 5}, 1);
  net.last(0, {0, 1}, 2);
  auto const made = order(net, solve(net), std::vector<time::instant>(3, time::instant::past()));
  CHECK(made.unplaced == std::vector<node>{2, 0, 1});
}
