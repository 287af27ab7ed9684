// SPDX-License-Identifier: BSL-1.0
// Queries on a timeline of a million events (or as many as the first argument says) against SQLite, CRoaring and
// Boost.Geometry on the same rows: every answer is compared in full before anything is timed.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/version.hpp>

#include <sinedie/sinedie.hpp>

#include "measure.hpp"
#include "peers/rows.hpp"
#if defined(SINEDIE_BENCH_ROARING)
#include "peers/roaring.hpp"
#endif
#if defined(SINEDIE_BENCH_SQLITE)
#include "peers/sqlite.hpp"
#endif

using namespace sinedie_bench;
namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

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
using places = std::vector<std::uint32_t>;

double seconds(clock_type::time_point from) { return std::chrono::duration<double>(clock_type::now() - from).count(); }

/// One question, in numbers and as a query.
struct asked {
  std::uint32_t a = 0, b = 0, venue = 0, kind = 0;
  std::int32_t from = 0, to = 0;
  sinedie::query q{};
};

/// Median over runs of all questions, in microseconds a question.
double time_of(std::vector<asked> const& all, std::function<void(asked const&, places&)> const& answer) {
  std::vector<double> runs;
  places found;
  auto const begin = clock_type::now();
  while (runs.size() < 5 || (runs.size() < 101 && seconds(begin) < 0.7)) {
    auto const from = clock_type::now();
    for (auto const& each : all) {
      answer(each, found);
      keep(found);
    }
    runs.push_back(seconds(from) * 1e6 / static_cast<double>(all.size()));
  }
  std::sort(runs.begin(), runs.end());
  return runs[runs.size() / 2];
}

struct contender {
  std::string name;
  std::function<void(asked const&, places&)> answer;
  double wanted = 0;  ///< how many times as fast Sine Die is to be
};

bool all_agree = true;

void compare(std::string const& what, std::vector<asked> const& questions, std::vector<contender> const& of) {
  std::size_t results = 0;
  std::vector<places> answers;
  places found;
  for (auto const& each : questions) {
    of.front().answer(each, found);
    answers.push_back(found);
    results += found.size();
  }
  for (std::size_t k = 1; k < of.size(); ++k) {
    std::size_t differ = 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      of[k].answer(questions[i], found);
      bool const ordered = of[k].name.find("in no order") == std::string::npos;
      if (!ordered) std::sort(found.begin(), found.end());
      differ += found != answers[i] ? 1U : 0U;
    }
    if (differ != 0) {
      all_agree = false;
      std::printf("%s: %s answers %zu of %zu questions otherwise; not timed\n", what.c_str(), of[k].name.c_str(), differ, questions.size());
    }
  }
  if (!all_agree) return;
  std::printf("%s (%zu questions, %.1f results each, e.g. %s)\n", what.c_str(), questions.size(),
              static_cast<double>(results) / static_cast<double>(questions.size()), questions.front().q.text().c_str());
  double const ours = time_of(questions, of.front().answer);
  std::printf("  %-44s %11.3f us   %.2f ns a result\n", of.front().name.c_str(), ours,
              ours * 1000 * static_cast<double>(questions.size()) / static_cast<double>(std::max<std::size_t>(results, 1)));
  for (std::size_t k = 1; k < of.size(); ++k) {
    double const theirs = time_of(questions, of[k].answer);
    std::printf("  %-44s %11.3f us   %8.2f times ours", of[k].name.c_str(), theirs, theirs / ours);
    if (of[k].wanted > 0) std::printf("; wanted %g: %s", of[k].wanted, theirs >= ours * of[k].wanted ? "holds" : "MISSED");
    std::printf("\n");
  }
}

/// What it costs to change a timeline by an event, and what queries cost with a thousand of them laid over it.
void grow(sinedie::timeline const& t, rows const& r, std::vector<std::pair<char const*, std::vector<asked> const*>> const& questions) {
  std::vector<double> times;
  auto const timed = [&](auto change) {
    auto const from = clock_type::now();
    change();
    times.push_back(seconds(from) * 1e6);
  };
  auto const tell = [&](char const* what) {
    std::sort(times.begin(), times.end());
    std::printf("  %-44s %11.1f us   95 %% within %.1f, all within %.1f\n", what, times[times.size() / 2], times[times.size() * 95 / 100],
                times.back());
    times.clear();
  };
  std::mt19937_64 dice{13};
  auto grown = t;
  auto const fresh = [&](std::uint32_t n) {
    auto e = event_of(r, static_cast<std::uint32_t>(dice() % r.size()));
    sinedie::event made{sinedie::event_id{numbered("n", n, 8)}};
    return made.describe(e.fields()).kind(e.kind());
  };
  std::printf("growth, by one event at a time\n");
  timed([&] { grown = grown.adding(fresh(0)); });
  tell("the first one, which prepares");
  for (std::uint32_t n = 1; n < 1000; ++n) timed([&] { grown = grown.adding(fresh(n)); });
  tell("adding an event, up to a thousand");
  auto other = grown;
  for (std::uint32_t n = 0; n < 200; ++n)
    timed([&] { other = other.amending(event_of(r, static_cast<std::uint32_t>(dice() % r.size())).status(sinedie::status::denied)); });
  tell("amending one, with a thousand laid over");
  for (std::uint32_t n = 0; n < 200; ++n) timed([&] { other = other.removing(sinedie::event_id{numbered("e", n * (r.size() / 200), 8)}); });
  tell("removing one, with a thousand laid over");
  std::size_t listed = 0;
  for (auto const e : other) listed += e.has(sinedie::flag::undated) ? 0U : 1U;
  if (listed != other.size() || other.size() != t.size() + 1000 - 200 || other.count({}) != other.size()) {
    std::printf("  the timeline doesn't show what changed\n");
    all_agree = false;
  }
  for (auto const& [what, list] : questions) {
    auto const of = [&](sinedie::timeline const& one) {
      return time_of(*list, [&](asked const& q, places& found) {
        auto const all = one.select(q.q);
        found.assign(all.positions().begin(), all.positions().end());
      });
    };
    std::printf("  %-36s %9.2f us, with a thousand laid over it %9.2f us\n", what, of(t), of(grown));
  }
  auto const& windows = *questions.back().second;
  auto const count_of = [&](sinedie::timeline const& one) {
    return time_of(windows, [&](asked const& q, places& found) { found.assign(1, static_cast<std::uint32_t>(one.count(q.q))); });
  };
  std::printf("  %-36s %9.2f us, with a thousand laid over it %9.2f us\n", "count in a window", count_of(t), count_of(grown));
}

}  // namespace

int main(int argc, char** argv) {
  auto const n = argc > 1 ? static_cast<std::uint32_t>(std::atoi(argv[1])) : 1000000U;
  std::printf("Times are the processor's, medians of the runs; each answer is the list of places, walked through.\n");
  std::printf("Boost.Geometry %s: rtree of 1-dimensional boxes, rstar<16>, bulk loaded\n", BOOST_LIB_VERSION);
#if defined(SINEDIE_BENCH_ROARING)
  std::printf("CRoaring %d.%d.%d: one bitmap for each key, run-optimised\n", ROARING_VERSION_MAJOR, ROARING_VERSION_MINOR,
              ROARING_VERSION_REVISION);
#else
  std::printf("CRoaring isn't installed: left out\n");
#endif
#if defined(SINEDIE_BENCH_SQLITE)
  std::printf("SQLite %s, in memory, journal_mode=OFF, cache_size=4 GB, statements kept prepared, ANALYZE run:\n%s%s", sqlite3_libversion(),
              sqlite::definitions, sqlite::index_definitions);
#else
  std::printf("SQLite isn't installed: left out\n");
#endif

  auto const r = make_rows(n);
  std::printf("\n%u events, %.2f parties each\n", n, static_cast<double>(r.who.size()) / n);
  auto from = clock_type::now();
  auto made = std::make_unique<sinedie::dossier>(dossier_of(r));
  std::printf("dossier built from C++ in %.2f s\n", seconds(from));
  from = clock_type::now();
  sinedie::timeline const t{*made};
  std::printf("timeline compiled in %.2f s\n", seconds(from));
  made.reset();
  auto const& in = t.compilation();
  auto const per = [&](std::size_t bytes) { return static_cast<double>(bytes) / n; };
  std::printf("bytes an event: columns %.1f, indexes %.1f; the pairs apart %.1f\n", per(in.entries.bytes()), per(in.index().bytes()),
              per(in.index().pair_bytes()));
  std::size_t out_of_place = 0;
  for (std::uint32_t i = 0; i < n; ++i) out_of_place += in.entries.id(i) != numbered("e", i, 8) ? 1U : 0U;
  std::printf("%zu events stand elsewhere than the rows say\n\n", out_of_place);
  if (out_of_place != 0) return 1;

  auto const ours = contender{"Sine Die", [&](asked const& q, places& found) {
                                auto const all = t.select(q.q);
                                found.assign(all.positions().begin(), all.positions().end());
                              }};
  std::vector<contender> pair_at_venue{ours}, pair{ours}, in_year{ours}, venue_kind{ours}, by_status{ours}, window{ours};
#if defined(SINEDIE_BENCH_SQLITE)
  sqlite db{r};
  std::printf("SQLite: %.1f bytes an event\n", per(db.bytes()));
  using statement = sqlite::statement;
  statement const s_pair_at_venue{db, "SELECT place FROM pair WHERE a=? AND b=? AND venue=? AND first<=? AND last>=? ORDER BY place"};
  statement const s_join_at_venue{db,
                                  "SELECT x.place FROM part x JOIN part y ON y.place=x.place JOIN event e ON e.place=x.place "
                                  "WHERE x.party=? AND y.party=? AND e.venue=? AND e.first<=? AND e.last>=? ORDER BY x.place"};
  statement const s_pair{db, "SELECT place FROM pair WHERE a=? AND b=? ORDER BY place"};
  statement const s_join{db, "SELECT x.place FROM part x JOIN part y ON y.place=x.place WHERE x.party=? AND y.party=? ORDER BY x.place"};
  statement const s_party{db,
                          "SELECT x.place FROM part x JOIN event e ON e.place=x.place WHERE x.party=? AND e.first<=? AND e.last>=? "
                          "ORDER BY x.place"};
  statement const s_venue_kind{db, "SELECT place FROM event INDEXED BY event_venue "
                               "WHERE venue=? AND kind=? AND first<=? AND last>=? ORDER BY place"};
  statement const s_both{db, "SELECT place FROM event INDEXED BY event_venue_kind "
                         "WHERE venue=? AND kind=? AND first<=? AND last>=? ORDER BY place"};
  statement const s_status{db, "SELECT place FROM event WHERE status=? AND first BETWEEN ? AND ? AND last>=? ORDER BY place"};
  statement const s_window{db, "SELECT place FROM event WHERE first BETWEEN ? AND ? AND last>=? ORDER BY place"};
  pair_at_venue.push_back({"SQLite, pair table",
                           [&](asked const& q, places& f) { s_pair_at_venue({q.a, q.b, q.venue, q.to, q.from}, f); }, 1});
  pair_at_venue.push_back({"SQLite, indexed join",
                           [&](asked const& q, places& f) { s_join_at_venue({q.a, q.b, q.venue, q.to, q.from}, f); }, 5});
  pair.push_back({"SQLite, pair table", [&](asked const& q, places& f) { s_pair({q.a, q.b}, f); }, 1});
  pair.push_back({"SQLite, indexed join", [&](asked const& q, places& f) { s_join({q.a, q.b}, f); }, 5});
  in_year.push_back({"SQLite, indexed join", [&](asked const& q, places& f) { s_party({q.a, q.to, q.from}, f); }, 3});
  venue_kind.push_back({"SQLite, index of venues",
                        [&](asked const& q, places& f) { s_venue_kind({q.venue, q.kind, q.to, q.from}, f); }, 3});
  venue_kind.push_back({"SQLite, index of venue and kind together",
                        [&](asked const& q, places& f) { s_both({q.venue, q.kind, q.to, q.from}, f); }});
  by_status.push_back({"SQLite, index", [&](asked const& q, places& f) { s_status({7, q.from - 1096, q.to, q.from}, f); }, 50});
  window.push_back({"SQLite, index", [&](asked const& q, places& f) { s_window({q.from - 1096, q.to, q.from}, f); }});
#endif
#if defined(SINEDIE_BENCH_ROARING)
  roaring const maps{r};
  std::printf("CRoaring: %.1f bytes an event, days included\n", per(maps.bytes()));
  pair_at_venue.push_back({"CRoaring",
                           [&](asked const& q, places& f) {
                             maps.all_of({maps.party(q.a), maps.party(q.b), maps.venue(q.venue)}, f);
                             std::erase_if(f, [&](std::uint32_t i) { return r.first[i] > q.to || r.last[i] < q.from; });
                           },
                           1});
  pair.push_back({"CRoaring", [&](asked const& q, places& f) { maps.all_of({maps.party(q.a), maps.party(q.b)}, f); }, 1});
  in_year.push_back({"CRoaring", [&](asked const& q, places& f) { maps.all_of({maps.party(q.a)}, q.from, q.to, f); }});
  venue_kind.push_back({"CRoaring", [&](asked const& q, places& f) {
                          maps.all_of({maps.venue(q.venue), maps.kind(q.kind)}, f);
                          std::erase_if(f, [&](std::uint32_t i) { return r.first[i] > q.to || r.last[i] < q.from; });
                        }});
  by_status.push_back({"CRoaring", [&](asked const& q, places& f) { maps.all_of({maps.status(7)}, q.from, q.to, f); }});
#endif

  // The questions: of parties busy and less busy, by turns.
  std::mt19937_64 dice{11};
  auto const text = [](char const* prefix, std::uint32_t k, int digits) { return numbered(prefix, k, digits); };
  auto const during = [](asked& q, int first, int last) {
    q.from = day_number(first, 1, 1);
    q.to = day_number(last, 12, 31);
    return sinedie::query{"during:" + day_text(q.from) + '/' + day_text(q.to)};
  };
  std::vector<asked> q1, q2, q3, q4, q5, q6, q7;
  for (int i = 0; i < 24; ++i) {
    asked q;
    q.a = static_cast<std::uint32_t>(i % 8);
    q.b = q.a + 1 + static_cast<std::uint32_t>(dice() % 20);
    q.venue = static_cast<std::uint32_t>(dice() % venue_count);
    q.kind = static_cast<std::uint32_t>(dice() % kind_count);
    auto const both = sinedie::query{"between:" + text("p", q.a, 5) + ',' + text("p", q.b, 5)};
    auto const at = sinedie::query{"venue:" + text("v", q.venue, 3)};
    int const year = 1996 + i;
    q.q = both;
    q2.push_back(q);
    auto const five = during(q, year, year + 4);
    q.q = both && at && five;
    q1.push_back(q);
    q.q = at && sinedie::query{"kind:" + text("kind_", q.kind, 3)} && five;
    q4.push_back(q);
    q.a = static_cast<std::uint32_t>(i * i * 4);
    q.q = sinedie::query{"party:" + text("p", q.a, 5)} && during(q, year, year);
    q3.push_back(q);
    if (i < 8) {
      q.q = sinedie::query{"status:cancelled"} && during(q, year, year + 9);
      q5.push_back(q);
    }
    q.from = day_number(year, 3, 1) + i;
    q.to = q.from + 30;
    q.q = sinedie::query{"during:" + day_text(q.from) + '/' + day_text(q.to)};
    q6.push_back(q);
  }
  compare("two parties at a venue in five years", q1, pair_at_venue);
  compare("all events of a pair", q2, pair);
  compare("a party in a year", q3, in_year);
  compare("a venue and a kind in five years", q4, venue_kind);
  compare("a status over ten years", q5, by_status);

  // Terms and joints that no index answers by itself, or only in part.
  std::vector<asked> before, near, either, without, alone, sure;
  for (auto const& of : q3) {
    auto q = of;
    if (before.size() == 8) break;
    auto const day = day_text(q.from);
    q.q = sinedie::query{"before:" + day};
    before.push_back(q);
    q.q = sinedie::query{"within:P30D," + day};
    near.push_back(q);
    auto const two = "kind:" + text("kind_", q.kind, 3) + " or kind:" + text("kind_", (q.kind + 1) % kind_count, 3);
    q.q = sinedie::query{"(" + two + ") not status:cancelled"};
    either.push_back(q);
    q.q = sinedie::query{"not party:" + text("p", q.a, 5) + " venue:" + text("v", q.venue, 3)};
    without.push_back(q);
    q.q = sinedie::query{"only:" + text("p", q.a, 5) + ',' + text("p", q.b, 5)};
    alone.push_back(q);
    q.q = sinedie::query{"certainly (during:" + day + '/' + day_text(q.to) + " not status:cancelled)"};
    sure.push_back(q);
  }
  std::vector<contender> of_before{ours}, of_near{ours}, of_either{ours}, of_without{ours}, of_alone{ours}, of_sure{ours};
#if defined(SINEDIE_BENCH_SQLITE)
  statement const s_before{db, "SELECT place FROM event WHERE last<? ORDER BY place"};
  statement const s_near{db, "SELECT place FROM event WHERE first<=? AND last>=? ORDER BY place"};
  statement const s_either{db, "SELECT place FROM event WHERE kind IN (?,?) AND status<>7 ORDER BY place"};
  statement const s_without{db, "SELECT place FROM event e WHERE venue=? AND NOT EXISTS (SELECT 1 FROM part p WHERE p.place=e.place "
                                "AND p.party=?) ORDER BY place"};
  statement const s_alone{db, "SELECT DISTINCT x.place FROM part x WHERE x.party IN (?,?) AND NOT EXISTS (SELECT 1 FROM part y WHERE "
                              "y.place=x.place AND y.party NOT IN (?,?)) ORDER BY x.place"};
  statement const s_sure{db, "SELECT place FROM event WHERE first<=? AND last>=? AND status<>7 ORDER BY place"};
  of_before.push_back({"SQLite", [&](asked const& q, places& f) { s_before({q.from}, f); }});
  of_near.push_back({"SQLite", [&](asked const& q, places& f) { s_near({q.from + 30, q.from - 30}, f); }});
  of_either.push_back({"SQLite", [&](asked const& q, places& f) { s_either({q.kind, (q.kind + 1) % kind_count}, f); }});
  of_without.push_back({"SQLite", [&](asked const& q, places& f) { s_without({q.venue, q.a}, f); }});
  of_alone.push_back({"SQLite", [&](asked const& q, places& f) { s_alone({q.a, q.b, q.a, q.b}, f); }});
  of_sure.push_back({"SQLite", [&](asked const& q, places& f) { s_sure({q.to, q.from}, f); }});
#endif
  compare("all that was over before a day", before, of_before);
  compare("all within thirty days of a day", near, of_near);
  compare("two kinds, not cancelled", either, of_either);
  compare("a venue without a party", without, of_without);
  compare("nobody but two parties", alone, of_alone);
  compare("certainly in a year and not cancelled", sure, of_sure);

  using box = bg::model::box<bg::model::point<std::int32_t, 1, bg::cs::cartesian>>;
  using point = bg::model::point<std::int32_t, 1, bg::cs::cartesian>;
  auto const box_of = [](std::int32_t a, std::int32_t b) {
    point low, high;
    bg::set<0>(low, a);
    bg::set<0>(high, b);
    return box{low, high};
  };
  std::vector<std::pair<box, std::uint32_t>> boxes;
  for (std::uint32_t i = 0; i < n; ++i) boxes.emplace_back(box_of(r.first[i], r.last[i]), i);
  bgi::rtree<std::pair<box, std::uint32_t>, bgi::rstar<16>> const tree{boxes};
  boxes = {};
  window.push_back({"Boost.Geometry, in no order", [&](asked const& q, places& f) {
                      f.clear();
                      for (auto i = tree.qbegin(bgi::intersects(box_of(q.from, q.to))); i != tree.qend(); ++i) f.push_back(i->second);
                    }, 5});
  window.push_back({"Boost.Geometry, then sorted", [&](asked const& q, places& f) {
                      f.clear();
                      for (auto i = tree.qbegin(bgi::intersects(box_of(q.from, q.to))); i != tree.qend(); ++i) f.push_back(i->second);
                      std::sort(f.begin(), f.end());
                    }});
  compare("list a window of 31 days", q6, window);

  auto const as_number = [](places& f, std::size_t count) { f.assign(1, static_cast<std::uint32_t>(count)); };
  std::vector<contender> counted{{"Sine Die, timeline::count", [&](asked const& q, places& f) { as_number(f, t.count(q.q)); }}};
  counted.push_back({"Boost.Geometry", [&](asked const& q, places& f) {
                       std::size_t count = 0;
                       for (auto i = tree.qbegin(bgi::intersects(box_of(q.from, q.to))); i != tree.qend(); ++i) ++count;
                       as_number(f, count);
                     }});
#if defined(SINEDIE_BENCH_SQLITE)
  statement const s_count{db, "SELECT count(*) FROM event WHERE first BETWEEN ? AND ? AND last>=?"};
  counted.push_back({"SQLite, covering index", [&](asked const& q, places& f) { s_count({q.from - 1096, q.to, q.from}, f); }});
#endif
  compare("count in a window of 31 days", q6, counted);
  grow(t, r, {{"two parties at a venue in five years", &q1}, {"all events of a pair", &q2}, {"a party in a year", &q3},
              {"a venue and a kind in five years", &q4}, {"a status over ten years", &q5}, {"list a window of 31 days", &q6}});
  return all_agree ? 0 : 1;
}
