// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/planner.hpp>

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"
#include "straight_scan.hpp"

namespace sinedie_test::planner_test {

using namespace sinedie;

namespace {

std::vector<std::string> ids(selection const& s) {
  std::vector<std::string> list;
  for (auto const e : s) list.push_back(e.id().str());
  return list;
}

/// Many events of few parties, so that each index has something to do; most of a day, some long, some undated.
dossier crowd(std::mt19937_64& dice, std::size_t n) {
  sinedie_test::random_world world{dice};
  auto d = world.people();
  for (std::size_t i = 0; i < n; ++i) {
    auto e = world.some_event("e" + std::to_string(i), 0);
    if (i == 0) e.kind("custom.x");
    auto const first = time::instant{(18000 + static_cast<std::int64_t>(world.below(2500))) * 86400};
    if (!world.one_in(12)) {
      auto const day = time::to_day_string(first);
      if (world.one_in(8))
        e.on(time::dating{day + '/' + time::to_day_string(first.plus(86400 * static_cast<std::int64_t>(1 + world.below(400))))});
      else e.on(time::dating{day});
    }
    d.add(e);
  }
  return d;
}

}  // namespace

TEST_CASE("each index finds what a straight scan finds and is taken") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::map<std::string, std::size_t> taken;
  std::size_t compared = 0;
  std::size_t noticed = 0;
  for (auto round = sinedie_test::rounds(2); round > 0; --round) {
    constexpr std::size_t n = 9000;
    auto const d = crowd(dice, n);
    timeline const t{d};
    sinedie_test::straight_scan const scan{d, t};
    sinedie_test::random_world world{dice};
    for (int i = 0; i < 60; ++i) {
      auto const year = std::to_string(2019 + world.below(7));
      auto const q =
          i % 3 == 0   ? query{world.any(std::vector<std::string>{
                             "between:guild,green during:" + year, "party:guild certainly during:" + year,
                                     "venue:hall on:" + year + "-03-01",
                             "during:" + year + "-02", "possibly during:" + year + "-05-05", "status:held during:" + year + "/2025",
                             "kind:summit after:" + year, "topic:gas before:" + year, "series:talks during:" + year, "off during:" + year,
                             "undated party:green", "between:guild,green", "id:e7 or id:e8", "round:talks,2 venue:isle",
                             "within:P10D," + year + "-06-01 guest:guild", "allen:during," + year + " venue:port"})}
          : i % 3 == 1 ? world.some_term(n)
                       : world.some_query(n);
      INFO(q.text());
      auto const answer = t.select(q);
      auto const list = ids(answer);
      REQUIRE(list == scan.find(q));
      REQUIRE(t.count(q) == list.size());
      auto const e = t.explain(q);
      REQUIRE(e.answered == list.size());
      for (auto const& s : e.steps) ++taken[s.index];
      std::vector<std::string> firsts;
      for (auto const entry : t.select(q, {.first = 5, .reversed = false, .after = {}})) firsts.push_back(entry.id().str());
      REQUIRE(firsts ==
              std::vector<std::string>(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, list.size()))));
      ++compared;
      // A planted fault: the last is forgotten.
      if (!list.empty() && ids(t.select(q, {.first = list.size() - 1, .reversed = false, .after = {}})) != list) ++noticed;
    }
  }
  for (auto const* index :
       {"parties", "pairs", "venues", "kinds", "statuses", "flags", "topics", "series", "window", "places", "judged", "scan"}) {
    INFO(index);
    CHECK(taken[index] > 0);
  }
  CHECK(noticed > compared / 2);
  std::cout << compared << " queries of 9000 events compared with a straight scan; taken:";
  for (auto const& [index, times] : taken) std::cout << ' ' << index << ' ' << times;
  std::cout << "; a planted fault noticed " << noticed << " times\n";
}

TEST_CASE("the timeline doesn't hang on the number of threads") {
  std::mt19937_64 dice{sinedie_test::seed()};
  auto const d = crowd(dice, 3000);
  timeline_options one;
  one.threads = 1;
  timeline_options many;
  many.threads = 3;
  timeline const a{d, one};
  timeline const b{d, many};
  sinedie_test::random_world world{dice};
  CHECK(ids(a.select({})) == ids(b.select({})));
  CHECK(a.compilation().index().bytes() == b.compilation().index().bytes());
  for (int i = 0; i < 40; ++i) {
    auto const q = world.some_query(3000);
    INFO(q.text());
    CHECK(ids(a.select(q)) == ids(b.select(q)));
  }
}

}  // namespace sinedie_test::planner_test
