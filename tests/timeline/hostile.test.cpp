// SPDX-License-Identifier: BSL-1.0
// Queries made to break the engine, and memory that ends at the k-th allocation: an error or an answer, and nothing changed.
#include <sinedie/timeline/timeline.hpp>

#include <iostream>
#include <string>
#include <vector>

#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "ending_memory.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"

namespace sinedie_test::hostile_test {

using namespace sinedie;

namespace {

/// From the 400th allocation on only some are tried.
template <typename Run, typename Look>
long failures(Run run, Look look) {
  return sinedie_test::failures(run, look, [](long k) { return k + (k < 400 ? 1 : 1 + k / 16); });
}

errc code_of(std::string const& text) {
  auto const q = query::try_parse(text);
  return q ? errc::unreadable : q.error().code;  // which no query is
}
std::string repeated(std::string const& what, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += what;
  return text;
}
std::string shown(timeline const& t) {
  std::string text;
  for (auto const e : t) text += e.id().str() + ' ' + std::to_string(e.flags().bits()) + '\n';
  return text;
}

}  // namespace

TEST_CASE("queries nested ten thousand deep are an error, in text and in C++") {
  CHECK(code_of(repeated("(", 10000) + "undated" + repeated(")", 10000)) == errc::limit);
  CHECK(code_of(repeated("(", 10000)) == errc::limit);
  CHECK(code_of(repeated("not (", 10000) + "undated" + repeated(")", 10000)) == errc::limit);
  CHECK(code_of(repeated("(a:b or ", 5000)) != errc::unreadable);
  // A row of negations is no nesting.
  CHECK(query{repeated("not ", 10000) + "undated"} == query{"undated"});
  CHECK(query{repeated("not ", 10001) + "undated"} == query{"not undated"});
  auto const deepen = [] {
    auto q = where::undated();
    for (int i = 0; i < 10000; ++i) q = i % 2 == 0 ? std::move(q) && where::party("red") : std::move(q) || where::party("blue");
  };
  CHECK_THROWS_AS(deepen(), error);
}

TEST_CASE("a million terms in text are an error, for text is limited, and a million in C++ are answered") {
  CHECK(code_of(repeated("undated ", 1000000)) == errc::too_long);
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  timeline const t{world.some_dossier(20)};
  auto all = where::party("red");
  auto any = where::party("red");
  for (int i = 0; i < 1000000; ++i) {
    all = std::move(all) && where::party("red");
    any = std::move(any) || where::party("red");
  }
  CHECK(t.count(all) == t.count(where::party("red")));
  CHECK(t.count(any) == t.count(where::party("red")));
}

TEST_CASE("the empty query finds everything, which its text says, and an empty text is refused") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  timeline const t{world.some_dossier(20)};
  timeline const none{dossier{}};
  CHECK(t.select({}).size() == t.size());
  CHECK(t.count(query{"everything"}) == t.size());
  CHECK(t.count(query{"not everything"}) == 0);
  CHECK_FALSE(query::try_parse("   "));
  CHECK(none.count({}) == 0);
  CHECK_FALSE(none.first({}));
}

TEST_CASE("a window that ends before it starts is an error, not an empty answer") {
  for (auto const* text : {"during:2025-03/2025-02", "on:2025-02-02/2025-02-01", "before:2025/2024", "within:P1D,2025-03/2025-02",
                           "allen:during,2025-03/2025-02"}) {
    INFO(text);
    auto const q = query::try_parse(text);
    REQUIRE_FALSE(q);
    CHECK(q.error().offset.has_value());
  }
}

TEST_CASE("names that aren't known are errors in a timeline that has grown too, with the nearest of what is there now") {
  dossier d;
  d.add(party{"russia"}).add(event{"first-round"}.kind("talks.a").between("russia"));
  auto const t = timeline{d}.adding(event{"second-round"}.kind("quarrel").after("first-round"));
  auto const said = [&](std::string const& text) {
    try {
      (void)t.count(query{text});
    } catch (error const& e) {
      return std::string{e.what()};
    }
    return std::string{};
  };
  CHECK(t.count(query{"kind:quarrel"}) == 1);
  CHECK(t.count(query{"kind:talks.a"}) == 1);
  CHECK_NOTHROW((void)t.count(query{"allen:before,event:second-round"}));
  CHECK(said("kind:quarel").find("\"quarrel\"") != std::string::npos);
  CHECK(said("id:secondround").find("\"second-round\"") != std::string::npos);
  CHECK(said("party:rusia").find("\"russia\"") != std::string::npos);
  auto const gone = t.removing(event_id{"second-round"});
  CHECK_THROWS_AS(gone.count(query{"id:second-round"}), error);
  CHECK_THROWS_AS(t.removing(event_id{"first-round"}), error);
  CHECK_THROWS_AS(t.adding(event{"second-round"}), error);
  CHECK_THROWS_AS(t.adding(event{"third-round"}.between("rusia")), error);
  CHECK_THROWS_AS(t.amending(event{"third-round"}), error);
  CHECK(t.size() == 2);
}

TEST_CASE("memory that ends while a timeline is compiled, grown or asked is one exception, and the old one is intact") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  auto const d = world.some_dossier(12, false);
  timeline_options how;
  how.threads = 1;
  timeline const t{d, how};
  auto const expected = shown(t);
  auto const look = [&] {
    if (shown(t) != expected) FAIL("the timeline isn't what it was");
  };
  auto const fresh = world.some_event("n", 10);
  auto const compiled = failures([&] { timeline const made{d, how}; }, look);
  auto const grown = failures([&] { auto const made = t.adding(fresh); }, look);
  auto const later = t.adding(fresh);
  query const q{"party:red during:2025 or venue:isle not undated"};
  auto const asked = failures([&] { (void)later.select(q); }, look);
  CHECK(compiled > 100);
  CHECK(grown > 50);
  CHECK(asked > 3);
  std::cout << "  memory ended " << compiled << " times while compiling, " << grown << " while growing, " << asked << " while asked\n";
}

}  // namespace sinedie_test::hostile_test
