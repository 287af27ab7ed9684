// SPDX-License-Identifier: BSL-1.0
// Networks of events with 2.8 relations each, a tenth of them dated: both bounds of everything, against two runs of
// Boost.Graph's Bellman-Ford on the same constraints; contradictions; single insertions; and networks built to be hard.
// From statements is from what is stated (dates and relations with gaps) to all limits, of Sine Die with what gave each of them.
// Boost.Graph is timed three ways: its runs alone on graphs that are ready, which flatters it; from statements, as Sine Die is; and
// so with its map of predecessors, which is what an explanation would need.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/version.hpp>

#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/solve.hpp>

using namespace sinedie;
using namespace sinedie::chronology;

namespace {

/// The processor's time for this program: on a busy machine the hours go to others.
struct clock_type {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<clock_type>;
  static time_point now() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return time_point{std::chrono::seconds{t.tv_sec} + std::chrono::nanoseconds{t.tv_nsec}};
  }
};
constexpr std::int64_t day = 86400;

/// What is stated, before anything is laid.
struct stated {
  node events = 0;
  struct date { node at; std::int64_t first; };
  struct relation { node earlier, later; std::int64_t at_least, at_most; };
  std::vector<date> dates;
  std::vector<relation> relations;
  std::vector<std::int64_t> places;
};

/// Events on thirty years of days, numbered as their ids would fall; relations to others that are near in time.
stated easy(node n, node reach) {
  std::mt19937_64 dice{20250402};
  stated s;
  s.events = n;
  std::vector<std::int64_t> times(n);
  for (auto& t : times) t = static_cast<std::int64_t>(dice() % 11000) * day;
  std::sort(times.begin(), times.end());
  std::vector<node> number(n);
  for (node v = 0; v < n; ++v) number[v] = v;
  std::shuffle(number.begin(), number.end(), dice);
  s.places.resize(n);
  for (node v = 0; v < n; ++v) s.places[number[v]] = times[v];
  std::size_t const count = static_cast<std::size_t>(n) * 28 / 10;
  for (std::size_t k = 0; k < count; ++k) {
    auto const a = static_cast<node>(dice() % n);
    auto const b = static_cast<node>(std::min<std::uint64_t>(n - 1, a + 1 + dice() % reach));
    if (a == b || times[b] < times[a] + day) continue;
    auto const gap = times[b] - times[a] - day;
    auto const least = dice() % 4 == 0 ? static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(gap / day + 1)) * day : 0;
    s.relations.push_back({number[a], number[b], least, no_gap});
  }
  for (node v = 0; v < n; ++v)
    if (dice() % 10 == 0) s.dates.push_back({v, s.places[v]});
  return s;
}

/// Chains against the order of their numbers, in which every fourth link is also held from above, so that paths lead back and
/// forth through them: long negative paths.
stated chains(node n) {
  std::mt19937_64 dice{7};
  stated s;
  s.events = n;
  for (node v = 0; v + 1 < n; ++v) {
    if (v % 1000 == 999) continue;
    auto const least = static_cast<std::int64_t>(dice() % 10) * day;
    s.relations.push_back({v + 1, v, least, v % 4 == 0 ? least + 30 * day : no_gap});
  }
  for (node v = 0; v < n; v += 500) s.dates.push_back({v, static_cast<std::int64_t>(n - v % 1000) * 40 * day});
  return s;
}

/// One chain through all events against the order of their numbers, of relations that go back and forth in time: it leads as far
/// back as forward, so that what is longest isn't known before its end, and every fourth link is held from above as well.
stated long_path(node n) {
  std::mt19937_64 dice{13};
  stated s;
  s.events = n;
  for (node v = 0; v + 1 < n; ++v) {
    auto const least = static_cast<std::int64_t>(dice() % 10) * day;
    s.relations.push_back({v + 1, v, least, v % 4 == 0 ? least + 2 * day : no_gap});
  }
  s.dates.push_back({n - 1, 0});
  s.dates.push_back({0, static_cast<std::int64_t>(n) * 40 * day});
  return s;
}

/// A grid whose neighbours are bound from both sides, so that it is one single group that leads back to itself.
stated grid(node n) {
  std::mt19937_64 dice{11};
  stated s;
  auto const side = static_cast<node>(std::max(2, static_cast<int>(std::sqrt(static_cast<double>(n)))));
  s.events = side * side;
  for (node y = 0; y < side; ++y)
    for (node x = 0; x < side; ++x) {
      auto const v = y * side + x;
      auto const slack = static_cast<std::int64_t>(dice() % 5) * day;
      if (x + 1 < side) s.relations.push_back({v, v + 1, 0, 3 * day + slack});
      if (y + 1 < side) s.relations.push_back({v, v + side, 0, 3 * day + slack});
    }
  s.dates.push_back({0, 0});
  return s;
}

network lay(stated const& s) {
  network net{s.events};
  net.reserve(s.relations.size() * 2, s.dates.size() * 4);
  statement_number by = 0;
  for (auto const& d : s.dates) net.date(d.at, time::limits::within({time::instant{d.first}, time::instant{d.first + day - 1}}), by++);
  for (auto const& r : s.relations) net.relate(relation_kind::before, r.earlier, r.later, {r.at_least, r.at_most}, by++);
  return net;
}

double milliseconds(clock_type::time_point from) { return std::chrono::duration<double, std::milli>(clock_type::now() - from).count(); }

template <typename Work>
double median(int runs, Work work) {
  std::vector<double> all;
  for (int i = 0; i < runs; ++i) {
    auto const from = clock_type::now();
    work();
    all.push_back(milliseconds(from));
  }
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

/// Boost.Graph's: shortest paths from an origin, on the constraints as they stand or turned round.
struct weight { std::int64_t value = 0; };
using usual_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, weight>;
using compressed_graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, weight>;

template <typename Graph>
struct peer {
  Graph g;
  std::size_t origin;

  peer(stated const& s, bool earliest) : origin{std::size_t{2} * s.events} {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<weight> weights;
    edges.reserve(s.relations.size() * 2 + s.events + s.dates.size() * 2);
    weights.reserve(edges.capacity());
    auto const edge = [&](std::uint32_t from, std::uint32_t to, std::int64_t w) {
      if (earliest) edges.emplace_back(from, to);
      else edges.emplace_back(to, from);
      weights.push_back({w});
    };
    // As distances: the earliest of `to` is the earliest of `from` plus at_least, so its negation is shortest.
    for (auto const& r : s.relations) {
      edge(end_of(r.earlier), start_of(r.later), -r.at_least);
      if (r.at_most != no_gap) edge(start_of(r.later), end_of(r.earlier), r.at_most);
    }
    for (node v = 0; v < s.events; ++v) edge(start_of(v), end_of(v), 0);
    for (auto const& d : s.dates)
      for (point const p : {start_of(d.at), end_of(d.at)}) {
        edges.emplace_back(static_cast<std::uint32_t>(origin), p);
        weights.push_back({earliest ? -d.first : d.first + day - 1});
      }
    if constexpr (std::is_same_v<Graph, compressed_graph>)
      g = Graph{boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), weights.begin(), origin + 1};
    else g = Graph{edges.begin(), edges.end(), weights.begin(), origin + 1};
  }
  std::vector<std::int64_t> run(bool predecessors = false) const {
    auto constexpr far = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> distance(origin + 1, far);
    distance[origin] = 0;
    auto const closed = [](std::int64_t a, std::int64_t b) { return a == far ? far : a + b; };
    auto const index = boost::get(boost::vertex_index, g);
    auto const parameters = boost::weight_map(boost::get(&weight::value, g))
                                .distance_map(boost::make_iterator_property_map(distance.begin(), index))
                                .distance_combine(closed);
    auto const n = static_cast<int>(origin + 1);
    if (!predecessors) {
      boost::bellman_ford_shortest_paths(g, n, parameters);
      return distance;
    }
    std::vector<std::size_t> before(origin + 1);
    for (std::size_t i = 0; i < before.size(); ++i) before[i] = i;
    boost::bellman_ford_shortest_paths(g, n, parameters.predecessor_map(boost::make_iterator_property_map(before.begin(), index)));
    return distance;
  }
};

std::size_t disagreements(network const& net, solution const& s, std::vector<std::int64_t> const& early,
                          std::vector<std::int64_t> const& late) {
  constexpr auto far = std::numeric_limits<std::int64_t>::max();
  std::size_t count = 0;
  for (point p = 0; p < net.points(); ++p) {
    auto const& l = s.limits[event_of(p)];
    auto const from = is_start(p) ? l.start_min : l.end_min, to = is_start(p) ? l.start_max : l.end_max;
    count += early[p] == far ? !from.is_past() : from != time::instant{-early[p]};
    count += late[p] == far ? !to.is_future() : to != time::instant{late[p]};
  }
  return count;
}

template <typename Graph>
void run_peer(char const* name, stated const& s, network const& net, solution const& solved, double ours) {
  peer<Graph> const early{s, true}, late{s, false};
  std::vector<std::int64_t> a, b;
  int const runs = s.events >= 1000000 ? 1 : 3;
  double const ready = median(runs, [&] {
    a = early.run();
    b = late.run();
  });
  auto const wrong = disagreements(net, solved, a, b);
  std::printf("  Boost, %-33s %10.2f ms   %.1f times as long; %zu limits differ\n", name, ready, ready / ours, wrong);
  for (bool const predecessors : {false, true}) {
    double const all = median(runs, [&] {
      a = peer<Graph>{s, true}.run(predecessors);
      b = peer<Graph>{s, false}.run(predecessors);
    });
    auto const* const what = predecessors ? "from statements, with predecessors" : "from statements";
    std::printf("    %-38s %10.2f ms   %.1f times\n", what, all, all / ours);
  }
}

void compare(char const* family, stated const& s, bool contradictions, bool with_peers = true) {
  auto const net = lay(s);
  auto const solved = solve(net);
  std::printf("%s: %u events, %zu relations, %zu dated; %zu contradictions\n", family, s.events, s.relations.size(), s.dates.size(),
              solved.clashes.size());
  int const runs = s.events >= 1000000 ? 3 : 5;
  double const ours = median(runs, [&] { (void)solve(lay(s)); });
  double const solving = median(runs, [&] { (void)solve(net); });
  std::printf("  from statements to all limits            %10.2f ms   (of which solving %.2f)\n", ours, solving);
  if (!with_peers) return;
  run_peer<usual_graph>("adjacency_list", s, net, solved, ours);
  run_peer<compressed_graph>("compressed_sparse_row_graph", s, net, solved, ours);
  if (!contradictions) return;

  // A ring through some chain of relations; and a relation from a late date to an early one.
  auto ring = s;
  std::vector<std::vector<node>> after(s.events);
  for (auto const& r : s.relations) after[r.earlier].push_back(r.later);
  node end = s.relations[s.relations.size() / 2].earlier;
  node const start = end;
  for (int i = 0; i < 6 && !after[end].empty(); ++i) end = after[end].front();
  ring.relations.push_back({end, start, 0, no_gap});
  auto dated = s;
  auto const [low, high] =
      std::minmax_element(s.dates.begin(), s.dates.end(), [](auto const& x, auto const& y) { return x.first < y.first; });
  dated.relations.push_back({high->at, low->at, 0, no_gap});
  for (auto const& [what, planted] : {std::pair<char const*, stated const*>{"ring", &ring}, {"clash of two dates", &dated}}) {
    auto const with = lay(*planted);
    double const time = median(runs, [&] { (void)solve(with); });
    auto const found = solve(with);
    std::printf("  with a planted %-20s      %10.2f ms   %.2f times a consistent solve; %zu contradiction of %zu statements\n", what, time,
                time / solving, found.clashes.size(), found.clashes.empty() ? 0 : found.clashes[0].statements.size());
  }
}

/// Relations that hold, added one by one to a solved network.
void insert(stated const& s, int count) {
  growing g{lay(s)};
  std::mt19937_64 dice{99};
  std::vector<double> times;
  std::vector<statement_number> added;
  for (int i = 0; i < count; ++i) {
    node a = 0, b = 0;
    do {
      a = static_cast<node>(dice() % s.events);
      b = static_cast<node>(dice() % s.events);
      if (s.places[a] > s.places[b]) std::swap(a, b);
    } while (s.places[b] < s.places[a] + day);
    auto const from = clock_type::now();
    added.push_back(g.add([&](network& n, statement_number by) { n.relate(relation_kind::before, a, b, distance{}, by); }));
    times.push_back(std::chrono::duration<double, std::micro>(clock_type::now() - from).count());
  }
  auto const tell = [](char const* what, std::vector<double> all) {
    double sum = 0;
    for (auto const t : all) sum += t;
    std::sort(all.begin(), all.end());
    std::printf("  %-40s %10.2f us on average; median %.2f, 99th percentile %.2f, longest %.1f\n", what,
                sum / static_cast<double>(all.size()), all[all.size() / 2], all[all.size() * 99 / 100], all.back());
  };
  tell("one statement added", times);
  auto const check = solve(g.network());
  std::size_t differ = 0;
  for (node v = 0; v < s.events; ++v) differ += g.limits(v) != check.limits[v] ? 1U : 0U;
  std::printf("  %zu limits differ from those of solving afresh; %zu contradictions\n", differ, g.clashes().size());
  times.clear();
  for (auto const by : added) {
    auto const from = clock_type::now();
    g.withdraw(by);
    times.push_back(std::chrono::duration<double, std::micro>(clock_type::now() - from).count());
  }
  tell("one statement withdrawn", times);
}

}  // namespace

int main(int argc, char** argv) {
  auto const largest = argc > 1 ? static_cast<node>(std::atoi(argv[1])) : 1000000;
  std::printf("Boost %s: two runs of bellman_ford_shortest_paths; times are the processor's, medians\n\n",
              BOOST_LIB_VERSION);
  for (node const n : {10000U, 100000U, 1000000U}) {
    if (n > largest) break;
    auto const s = easy(n, 1000);
    compare("relations up to 1,000 places on", s, true);
    insert(s, 20000);
    compare("relations up to 20 places on", easy(n, 20), false);
  }
  std::printf("\nhard networks\n");
  for (node const n : {1000U, 10000U, 100000U, 1000000U}) {
    if (n > largest) break;
    // Boost's time goes with events times the longest path here, so the longest is left out where that would be hours.
    compare("chains of 1,000 against their numbers", chains(n), false, n <= 100000);
    compare("one chain against its numbers", long_path(n), false, n <= 10000);
    compare("a grid bound from both sides", grid(n), false, true);
  }
}
