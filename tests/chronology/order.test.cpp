// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/order.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

#include <sinedie/error.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::order_test {

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

/// Nothing is wanted: limits decide.
std::vector<time::instant> nothing(network const& net) { return std::vector<time::instant>(net.events(), time::instant::past()); }

/// The order as it is defined, slowly: for networks whose statements all say that one has ended before another starts.
std::vector<node> slow_row(network const& net, solution const& solved, std::vector<time::instant> const& wanted, bool inheriting = true) {
  auto const n = net.events();
  std::vector<std::vector<bool>> precedes(n, std::vector<bool>(n, false));
  for (auto const& c : net.constraints())
    if (!solved.set_aside[c.by]) precedes[event_of(c.from)][event_of(c.to)] = true;
  std::vector<std::optional<time::instant>> own(n);
  for (node v = 0; v < n; ++v) {
    auto const& l = solved.limits[v];
    if (wanted[v] != time::instant::past()) own[v] = std::min(std::max(wanted[v], l.start_min), l.start_max);
    else if (l.start_min != time::instant::past()) own[v] = l.start_min;
    else if (l.end_max == time::instant::past()) own[v] = l.end_max;
    else if (l.start_max.is_bounded()) own[v] = l.start_max;
    else if (l.end_min.is_bounded()) own[v] = l.end_min;
  }
  // from, to: which way a date is handed on; only those without one hand it on further
  auto const met = [&](node from, bool forward, std::vector<bool> const& has) {
    std::vector<bool> seen(n, false);
    std::vector<node> todo{from}, found;
    while (!todo.empty()) {
      auto const v = todo.back();
      todo.pop_back();
      for (node w = 0; w < n; ++w) {
        if (seen[w] || !(forward ? precedes[w][v] : precedes[v][w])) continue;
        seen[w] = true;
        has[w] ? found.push_back(w) : todo.push_back(w);
      }
    }
    return found;
  };
  struct key {
    time::instant date;
    int side;
    time::instant end;
  };
  std::vector<std::optional<key>> keys(n);
  std::vector<bool> has(n, false);
  for (node v = 0; v < n; ++v)
    if (own[v]) keys[v] = key{*own[v], 1, solved.limits[v].end_max}, has[v] = true;
  auto const take = [&](bool forward) {
    auto const before = has;
    bool any = false;
    auto const known = keys;
    for (node v = 0; v < n; ++v) {
      if (before[v]) continue;
      for (auto const w : met(v, forward, before)) {
        auto const date = known[w]->date;
        if (keys[v] && !(forward ? keys[v]->date < date : date < keys[v]->date)) continue;
        keys[v] = key{date, forward ? 2 : 0, time::instant::past()};
        has[v] = any = true;
      }
    }
    return any;
  };
  // The first time both ways count what events own.
  if (inheriting) {
    auto const only_own = has;
    take(true);
    auto const forward = keys;
    keys.assign(n, std::nullopt);
    for (node v = 0; v < n; ++v)
      if (only_own[v]) keys[v] = forward[v];
    has = only_own;
    take(false);
    for (node v = 0; v < n; ++v)
      if (forward[v]) keys[v] = forward[v], has[v] = true;
    for (bool more = true; more;) {
      more = take(true);
      more = take(false) || more;
    }
  }
  std::vector<node> row;
  std::vector<bool> placed(n, false);
  while (row.size() < n) {
    std::optional<node> least;
    auto const rank = [&](node v) {
      return keys[v] ? std::tuple{0, keys[v]->date, keys[v]->side, keys[v]->end, v}
                     : std::tuple{1, time::instant::past(), 1, time::instant::past(), v};
    };
    for (node v = 0; v < n; ++v) {
      bool ready = !placed[v];
      for (node w = 0; w < n && ready; ++w) ready = placed[w] || !precedes[w][v];
      if (ready && (!least || rank(v) < rank(*least))) least = v;
    }
    row.push_back(*least);
    placed[*least] = true;
  }
  return row;
}

std::vector<node> row_of(network const& net) {
  auto const solved = solve(net);
  auto const made = order(net, solved, nothing(net));
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

/// What the row must keep, by definition and without keys: precedences that are in force, and limits. What was set aside binds nothing.
int broken(network const& net, solution const& solved, std::vector<node> const& row) {
  std::vector<std::size_t> place(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = i;
  int count = 0;
  for (auto const& c : net.constraints())
    if (auto const a = event_of(c.from), b = event_of(c.to); !solved.set_aside[c.by]) count += place[a] > place[b];
  for (node a = 0; a < row.size(); ++a)
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
  auto const made = order(net, solved, nothing(net));
  CHECK(made.placed == std::vector<node>{1});
  CHECK(made.unplaced == std::vector<node>{0});
}

TEST_CASE("without a date an event stands before all that own the least of its successors'", "[order]") {
  // Node 1 wants a date (the day of knowledge) and no latest end, so nothing limits what precedes it.
  auto const net = of({time::limits::none(), time::limits::none(), window(3, 4)}, {{0, 1}});
  auto const solved = solve(net);
  auto const made = order(net, solved, {time::instant::past(), time::instant{9}, time::instant::past()});
  CHECK(made.placed == std::vector<node>{2, 0, 1});
  auto const twice = of({time::limits::none(), time::limits::none(), time::limits::none(), window(3, 4)}, {{0, 1}, {0, 2}});
  auto const again = solve(twice);
  CHECK(order(twice, again, {time::instant::past(), time::instant{9}, time::instant::past(), time::instant::past()}).placed ==
        std::vector<node>{3, 0, 1, 2});
}

TEST_CASE("without a date an event stands after all that own the greatest of its predecessors'", "[order]") {
  // 0 and 3 are plans that want one day; nothing limits either, nor what follows: 1 follows 0, 2 follows 1.
  auto const none = time::limits::none();
  auto const net = of({none, none, none, none, window(20, 29)}, {{0, 1}, {1, 2}});
  auto const past = time::instant::past();
  auto const made = order(net, solve(net), {time::instant{10}, past, past, time::instant{10}, past});
  CHECK(made.placed == std::vector<node>{0, 3, 1, 2, 4});
  CHECK(made.unplaced.empty());
}

TEST_CASE("a date is the earliest start, else the latest, else the earliest end, moved into the limits where wanted", "[order]") {
  auto const at = [](std::int64_t s) { return time::instant{s}; };
  auto const past = time::instant::past(), future = time::instant::future();
  auto const date = [&](time::instant start_min, time::instant start_max, time::instant end_min, time::instant end_max, time::instant w) {
    return own_date({start_min, start_max, end_min, end_max}, w);
  };
  CHECK(date(at(1), at(2), at(3), at(4), past) == at(1));
  CHECK(date(past, at(2), at(3), at(4), past) == at(2));
  CHECK(date(past, future, at(3), future, past) == at(3));
  CHECK_FALSE(date(past, future, past, future, past));
  CHECK(date(at(5), at(8), at(5), at(9), at(3)) == at(5));
  CHECK(date(at(5), at(8), at(5), at(9), at(6)) == at(6));
  CHECK(date(at(5), at(8), at(5), at(9), at(12)) == at(8));
  CHECK(date(past, future, past, future, at(12)) == at(12));
}

TEST_CASE("what was set aside binds nothing", "[order]") {
  // A ring of the first and the last: each stands by its date.
  auto const net = of({window(1, 1), window(2, 2), window(3, 3), window(9, 9)}, {{0, 3}, {3, 0}});
  CHECK(row_of(net) == std::vector<node>{0, 1, 2, 3});
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

TEST_CASE("what hangs together with something that has a date, however loosely, is placed", "[order]") {
  // Node 1 wants a date. 0 precedes it and 2; 3 precedes 2 only.
  auto const net = of({time::limits::none(), time::limits::none(), time::limits::none(), time::limits::none()}, {{0, 1}, {0, 2}, {3, 2}});
  auto const past = time::instant::past();
  auto const made = order(net, solve(net), {past, time::instant{9}, past, past});
  CHECK(made.placed == std::vector<node>{0, 3, 1, 2});
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

/// What some nodes want, as planned events want the day of knowledge.
std::vector<time::instant> some_wanted(std::mt19937_64& dice, solution const& s) {
  std::vector<time::instant> wanted(s.limits.size(), time::instant::past());
  for (auto& w : wanted)
    if (dice() % 4 == 0) w = time::instant{static_cast<std::int64_t>(dice() % 12)};
  return wanted;
}

/// Few dates, some of them open, and a relation or less for each node: much is undated and hangs together loosely.
network loose_network(std::mt19937_64& dice, bool rings) {
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
    if (!rings && a > b) std::swap(a, b);
    if (a != b) precedences.push_back({a, b, static_cast<std::int64_t>(dice() % 2)});
  }
  return of(std::move(stated), std::move(precedences));
}

}  // namespace

TEST_CASE("the row is the one that the definition gives, and only what has no tie to any date is apart", "[order]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  int compared = 0, undated = 0, clashing = 0, caught = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(20000); ++i) {
    auto const net = loose_network(dice, i % 3 == 0);
    auto const n = net.events();
    auto const solved = solve(net);
    auto const wanted = some_wanted(dice, solved);
    auto const made = order(net, solved, wanted);
    auto row = made.unplaced;  // first: then it counts if anything apart has to follow something that isn't
    row.insert(row.end(), made.placed.begin(), made.placed.end());
    REQUIRE(row.size() == n);
    REQUIRE(broken(net, solved, row) == 0);

    row = made.placed;
    row.insert(row.end(), made.unplaced.begin(), made.unplaced.end());
    REQUIRE(row == slow_row(net, solved, wanted));
    std::vector<bool> dated(n);
    for (node v = 0; v < n; ++v) dated[v] = own_date(solved.limits[v], wanted[v]).has_value();
    auto tied = dated;
    for (std::size_t round = 0; round < n; ++round)
      for (auto const& c : net.constraints())
        if (auto const a = event_of(c.from), b = event_of(c.to); !solved.set_aside[c.by] && tied[a] != tied[b]) tied[a] = tied[b] = true;
    for (auto const v : made.placed) REQUIRE(tied[v]);
    for (auto const v : made.unplaced) REQUIRE_FALSE(tied[v]);
    ++compared;
    clashing += !solved.clashes.empty();
    for (auto const v : made.placed) undated += !dated[v];
    // The planted fault: nobody inherits.
    caught += row != slow_row(net, solved, wanted, false);
  }
  INFO(compared << " networks compared, " << clashing << " with clashes, " << undated << " dateless placed, " << caught << " faults seen");
  CHECK(compared >= 20000);
  CHECK(clashing > compared / 20);
  CHECK(undated > compared / 4);
  CHECK(caught > compared / 20);
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
  auto const made = order(net, solved, nothing(net));
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

}  // namespace sinedie_test::order_test
