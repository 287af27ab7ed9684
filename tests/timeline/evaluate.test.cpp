// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/evaluate.hpp>

#include <iostream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"
#include "straight_scan.hpp"

namespace sinedie_test::evaluate_test {

using namespace sinedie;

namespace {

std::vector<std::string> ids(selection const& s) {
  std::vector<std::string> list;
  for (auto const e : s) list.push_back(e.id().str());
  return list;
}

}  // namespace

TEST_CASE("random queries find what a straight scan finds and count what they list") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::size_t compared = 0;
  std::size_t found = 0;
  std::size_t noticed = 0;
  for (std::size_t round = sinedie_test::rounds(60); round > 0; --round) {
    auto const n = 1 + world.below(40);
    auto const d = world.some_dossier(n);
    timeline const t{d};
    sinedie_test::straight_scan const scan{d, t};
    sinedie_test::straight_scan const wrong{d, t, true};
    std::vector<query> asked;
    for (int i = 0; i < 60; ++i) asked.push_back(world.some_query(n));
    for (auto const& q : asked) {
      // Not every event is there on the day of knowledge.
      bool known = true;
      for (auto const& term : q.terms())
        if ((takes_reference(term.key) && !term.when && !t.find_event(term.others.front())) ||
            (term.key == term_key::id && !t.find_event(term.value)))
          known = false;
      if (!known) {
        CHECK_THROWS_AS(t.select(q), error);
        continue;
      }
      INFO(q.text());
      auto const answer = t.select(q);
      auto const list = ids(answer);
      REQUIRE(list == scan.find(q));
      REQUIRE(t.count(q) == list.size());
      REQUIRE(ids(t.select(query{q.text()})) == list);
      std::size_t more = 0;
      for (auto const e : t)
        if (auto const v = scan.judge(q, e); !v.kept && possibly(v.known)) ++more;
      REQUIRE(answer.possibly_more() == more);
      ++compared;
      found += list.size();
      if (wrong.find(q) != list) ++noticed;
    }
  }
  CHECK(found > compared);
  CHECK(noticed > compared / 50);
  std::cout << compared << " queries compared with a straight scan, " << found << " events found; a planted fault noticed " << noticed
            << " times\n";
}

TEST_CASE("pages put together are the whole list in either direction") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  for (int round = 0; round < 20; ++round) {
    auto const n = 1 + world.below(40);
    timeline const t{world.some_dossier(n, false)};
    auto const q = world.some_query(n);
    INFO(q.text());
    auto whole = ids(t.select(q));
    for (bool const reversed : {false, true}) {
      std::vector<std::string> pages;
      listing which{1 + world.below(5), reversed, {}};
      for (;;) {
        auto const page = t.select(q, which);
        REQUIRE(page.size() <= which.first);
        for (auto const& id : ids(page)) pages.push_back(id);
        which.after = page.next_page();
        if (!which.after) break;
        REQUIRE(page.size() == which.first);
      }
      REQUIRE(pages == whole);
      std::reverse(whole.begin(), whole.end());
    }
    CHECK((t.first(q) ? t.first(q)->id().str() : "") == (whole.empty() ? "" : whole.front()));
    CHECK((t.last(q) ? t.last(q)->id().str() : "") == (whole.empty() ? "" : whole.back()));
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
      CHECK(t.next(q, event_id{whole[i]})->id() == whole[i + 1]);
      CHECK(t.previous(q, event_id{whole[i + 1]})->id() == whole[i]);
    }
  }
  timeline const t{dossier{}.add(event{"a"})};
  CHECK_THROWS_AS(t.select({}, {.first = 1, .reversed = false, .after = event_id{"b"}}), error);
  CHECK(t.select({}, {.first = 0, .reversed = false, .after = {}}).empty());
}

TEST_CASE("a million terms are answered in bounded time without recursion") {
  timeline const t{dossier{}.add(event{"a"}.held()).add(event{"b"})};
  query any = where::occurred();
  query all = where::occurred();
  for (int i = 1; i < 1000000; ++i) {
    any = std::move(any) || where::off();
    all = std::move(all) && where::occurred();
  }
  CHECK(ids(t.select(any)) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(all)) == std::vector<std::string>{"a"});
  CHECK(t.count(!std::move(all)) == 1);
}

TEST_CASE("reports are found by their source or document") {
  dossier d;
  d.add(document{"article"}.source("The Gazette").published("2025-02"));
  d.add(event{"a"}).add(event{"b"}).add(event{"c"});
  d.add(report{"r1", "a"}.in("article").says(claim{}.held()));
  d.add(report{"r2", "b"}.source("Somebody Else").says(claim{}.held()));
  timeline const t{d};
  CHECK(ids(t.select(where::source("the gazette"))) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(where::source("article"))) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(query{"source:\"SOMEBODY ELSE\""})) == std::vector<std::string>{"b"});
  CHECK_THROWS_AS(t.select(where::source("gazete")), error);
}

}  // namespace sinedie_test::evaluate_test
