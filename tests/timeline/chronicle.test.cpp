// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/chronicle.hpp>
#include <sinedie/timeline/detail/overlay.hpp>

#include <atomic>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"

namespace sinedie_test::chronicle_test {

using namespace sinedie;

namespace {

std::vector<std::string> ids(timeline const& t, query const& q = {}) {
  std::vector<std::string> list;
  for (auto const e : t.select(q)) list.push_back(e.id().str());
  return list;
}

}  // namespace

TEST_CASE("what a chronicle shows is what its dossier holds, however often it is compiled afresh", "[growth]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::size_t changes = 0;
  std::size_t settlings = 0;
  for (auto round = sinedie_test::rounds(3); round > 0; --round) {
    std::size_t n = 300;
    auto d = world.some_dossier(n, false);
    chronicle kept{timeline{d}, 40};
    for (int step = 0; step < 700; ++step, ++changes) {
      auto const name = "e" + std::to_string(world.below(n));
      auto const what = world.below(8);
      if (what == 0 && d.find_event(name)) {
        bool removed = true;
        try {
          kept.remove(event_id{name});
        } catch (error const&) {
          removed = false;
        }
        dossier next = d;
        next.remove(event_id{name});
        REQUIRE(next.check().empty() == removed);
        if (removed) d = next;
      } else if (what < 3 && d.find_event(name)) {
        auto const e = world.some_event(name, 0);
        kept.amend(e);
        d.amend(e);
      } else {
        auto const e = world.some_event("e" + std::to_string(n++), 0);
        kept.add(e);
        d.add(e);
      }
      if (step % 70 == 0) REQUIRE(ids(kept.now()) == ids(timeline{d}));
    }
    timeline const fresh{d};
    auto const now = kept.now();
    REQUIRE(ids(now) == ids(fresh));
    for (int i = 0; i < 50; ++i) {
      auto const q = world.some_query(1);  // e0 may have gone
      INFO(q.text());
      if (!d.find_event("e0")) break;
      REQUIRE(ids(now, q) == ids(fresh, q));
      REQUIRE(now.count(q) == fresh.count(q));
    }
    settlings += kept.settlings();
  }
  CHECK(settlings > 0);
  std::cout << "  chronicles: " << changes << " changes, compiled afresh " << settlings << " times\n";
}

TEST_CASE("many events laid over a timeline stand where they would", "[growth]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  auto d = world.some_dossier(500, false);
  timeline grown{d};
  for (int i = 0; i < 900; ++i) {
    auto const e = world.some_event("n" + std::to_string(i), 0);
    grown = grown.adding(e);
    d.add(e);
  }
  std::vector<event> batch;
  for (int i = 0; i < 300; ++i) d.add(batch.emplace_back(world.some_event("m" + std::to_string(i), 0)));
  grown = grown.adding(batch);
  CHECK(grown.changes() == 1200);
  CHECK(grown.laid_over()->parts().size() > 3);
  timeline const fresh{d};
  REQUIRE(ids(grown) == ids(fresh));
  for (int i = 0; i < 60; ++i) {
    auto const q = world.some_query(500);
    INFO(q.text());
    REQUIRE(ids(grown, q) == ids(fresh, q));
    REQUIRE(grown.count(q) == fresh.count(q));
  }
}

TEST_CASE("readers go on undisturbed while new timelines are made", "[growth][threads]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::vector<event> fresh;
  for (int i = 0; i < 200; ++i) fresh.push_back(world.some_event("n" + std::to_string(i), 0));
  timeline const first{world.some_dossier(200, false)};
  auto const expected = ids(first);
  chronicle kept{first, 30};
  std::atomic<bool> over{false};
  std::atomic<std::size_t> looks{0}, wrong{0};
  {
    std::vector<std::jthread> readers;
    for (int r = 0; r < 3; ++r)
      readers.emplace_back([&] {
        std::size_t most = 0;
        do {
          auto const now = kept.now();
          // Of one timeline all answers agree, and nothing that was shown goes again.
          auto const all = now.select({});
          std::size_t without = 0;
          for (auto const e : now) without += e.has(flag::undated) ? 1U : 0U;
          bool const well = all.size() == now.size() && now.size() >= most && now.count(query{"undated"}) == without &&
                            now.count(query{"not undated"}) + without == now.size() && ids(first) == expected;
          most = now.size();
          wrong += well ? 0U : 1U;
          ++looks;
        } while (!over);
      });
    for (auto const& e : fresh) kept.add(e);
    over = true;
  }
  CHECK(wrong == 0);
  CHECK(looks >= 3);
  CHECK(kept.now().size() == first.size() + fresh.size());
  std::cout << "  " << looks << " looks by three readers while 200 events were added\n";
}

}  // namespace sinedie_test::chronicle_test
