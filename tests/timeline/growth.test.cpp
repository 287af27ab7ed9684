// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/timeline.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include <sinedie/timeline/counts.hpp>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"

namespace sinedie_test::growth_test {

using namespace sinedie;

namespace {

std::string shown(entry const& e) {
  auto const day = [](time::instant i) { return std::to_string(i.seconds()); };
  auto const& l = e.limits();
  return e.id().str() + ' ' + std::to_string(e.position()) + ' ' + std::to_string(e.flags().bits()) + ' ' + day(l.start_min) + ' ' +
         day(l.start_max) + ' ' + day(l.end_min) + ' ' + day(l.end_max) + ' ' + std::to_string(static_cast<int>(e.after_previous())) + ' ' +
         std::to_string(static_cast<int>(e.datedness())) + ' ' + std::string{e.status() ? to_string(*e.status()) : "-"} + ' ' +
         std::string{e.kind()} + '\n';
}
template <typename Entries>
std::string shown_all(Entries const& entries) {
  std::string text;
  for (auto const e : entries) text += shown(e);
  return text;
}
std::vector<std::string> ids(selection const& s) {
  std::vector<std::string> list;
  for (auto const e : s) list.push_back(e.id().str());
  return list;
}
std::vector<std::string> told(timeline const& t) {
  std::vector<std::string> all;
  for (auto const& f : t.findings()) all.push_back(f.kind + ' ' + f.event->str() + ' ' + f.text);
  for (auto const& c : t.contradictions()) {
    std::vector<std::string> lines;
    for (auto const& s : c.statements) lines.push_back(s.text);
    std::sort(lines.begin(), lines.end());
    auto& text = all.emplace_back("contradiction");
    for (auto const& line : lines) text += " / " + line;
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// What is answered to a query, in every way there is to ask.
std::string answers(timeline const& t, query const& q, std::size_t some, std::string const& from) {
  std::string text;
  auto const line = [&](std::vector<std::string> const& list) {
    for (auto const& id : list) text += id + ' ';
    text += '\n';
  };
  auto const one = [&](std::optional<entry> const& e) {
    text += (e ? e->id().str() + ' ' + std::to_string(e->position()) : "none") + '\n';
  };
  auto const all = t.select(q);
  line(ids(all));
  text += std::to_string(t.count(q)) + ' ' + std::to_string(t.explain(q).answered) + ' ' + std::to_string(all.possibly_more()) + '\n';
  line(ids(t.select(q, {.first = listing::all, .reversed = true, .after = {}})));
  for (bool const reversed : {false, true}) {
    listing page{.first = some, .reversed = reversed, .after = {}};
    for (int i = 0; i < 3; ++i) {
      auto const found = t.select(q, page);
      line(ids(found));
      if (!(page.after = found.next_page())) break;
    }
  }
  one(t.first(q));
  one(t.last(q));
  if (auto const e = t.find_event(from); e && e->position() < t.size()) {
    one(t.next(q, event_id{from}));
    one(t.previous(q, event_id{from}));
  }
  return text;
}

}  // namespace

TEST_CASE("a timeline that has grown is the one that would be compiled afresh", "[growth]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::size_t compared = 0, asked = 0, laid_over = 0, afresh = 0, refused = 0, noticed = 0, deepest = 0;
  for (auto round = sinedie_test::rounds(60); round > 0; --round) {
    bool const reported = round % 4 == 0;
    std::size_t n = 3 + world.below(40);
    auto d = world.some_dossier(n, reported);
    timeline_options how;
    how.unknown = static_cast<unknown_events>(world.below(4));
    how.threads = 1;
    timeline grown{d, how};
    for (int step = 0; step < 16; ++step) {
      auto const before = shown_all(grown);
      auto const id = world.below(n);
      auto const name = "e" + std::to_string(id);
      dossier next = d;
      std::optional<timeline> made;
      try {
        switch (world.below(4)) {
          case 0:
          case 1: {
            auto const e = world.some_event("e" + std::to_string(n), n);
            next.add(e);
            made = grown.adding(e);
            ++n;
            break;
          }
          case 2: {
            if (!d.find_event(name)) continue;
            auto e = world.some_event(name, id);
            if (world.one_in(3) && id + 1 < n) e.before(event_id{"e" + std::to_string(id + 1 + world.below(n - id - 1))});
            next.amend(e);
            made = grown.amending(e);
            break;
          }
          default:
            if (!d.find_event(name)) continue;
            next.remove(event_id{name});
            made = grown.removing(event_id{name});
        }
      } catch (error const&) {
        // What is refused is what the whole would be refused for, and nothing has changed.
        REQUIRE_FALSE(next.check().empty());
        REQUIRE(shown_all(grown) == before);
        ++refused;
        continue;
      }
      REQUIRE(next.check().empty());
      d = next;
      timeline const fresh{d, how};
      REQUIRE(shown_all(*made) == shown_all(fresh));
      REQUIRE(shown_all(made->apart()) == shown_all(fresh.apart()));
      REQUIRE(told(*made) == told(fresh));
      REQUIRE(shown_all(grown) == before);
      if (before != shown_all(*made)) ++noticed;
      ++compared;
      ++(made->changes() > 0 ? laid_over : afresh);
      deepest = std::max(deepest, made->changes());
      grown = *made;
      for (int i = 0; i < 6; ++i) {
        auto const from = "e" + std::to_string(world.below(n));
        auto const q = i == 0 ? query{} : world.some_query(n);
        INFO(q.text());
        std::string expected;
        try {
          expected = answers(fresh, q, 1 + static_cast<std::size_t>(i), from);
        } catch (error const& e) {
          // It names an event that isn't there.
          std::string said;
          try {
            (void)grown.select(q);
          } catch (error const& other) {
            said = other.what();
          }
          if (std::string{e.what()}.find("kind") == std::string::npos) REQUIRE(said == e.what());
          continue;
        }
        REQUIRE(answers(grown, q, 1 + static_cast<std::size_t>(i), from) == expected);
        auto const g = static_cast<grouping>(world.below(7));
        REQUIRE(count_by(grown, q, g).groups == count_by(fresh, q, g).groups);
        ++asked;
      }
    }
    auto const settled = grown.settled();
    REQUIRE(settled.changes() == 0);
    REQUIRE(shown_all(settled) == shown_all(grown));
  }
  CHECK(laid_over > compared / 2);
  CHECK(afresh > 0);
  CHECK(refused > 0);
  CHECK(deepest > 8);
  CHECK(noticed > compared / 2);
  std::cout << "  growth: " << compared << " changes compared with timelines compiled afresh (" << laid_over << " laid over, " << afresh
            << " compiled, " << refused << " refused), " << asked << " queries; without the change " << noticed << " would differ\n";
}

}  // namespace sinedie_test::growth_test
