// SPDX-License-Identifier: BSL-1.0
// A quick look at a file takes nothing that a thorough one refuses, and what it takes is the same.
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>
#include <sinedie/model/detail/contents.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "io/dossier_draft.hpp"
#include "soak.hpp"
#include "timeline/random_dossier.hpp"

namespace sinedie_test::dossier_looks_test {

using namespace sinedie;
using detail::scrutiny;

namespace {

std::vector<std::string> good_files() {
  std::vector<std::string> texts;
  for (auto const& file : std::filesystem::directory_iterator{SINEDIE_SOURCE_DIR "/examples/data"})
    if (file.path().extension() == ".json") texts.push_back(read_file(file.path()));
  std::mt19937_64 dice{sinedie_test::seed()};
  random_world world{dice};
  for (int i = 0; i < 20; ++i) texts.push_back(to_json(world.some_dossier(2 + world.below(8))));
  return texts;
}

}  // namespace

TEST_CASE("a quick look takes nothing that a thorough one refuses, and gives the same") {
  auto const texts = good_files();
  REQUIRE(texts.size() > 24);
  std::mt19937_64 dice{sinedie_test::seed() + 1};
  auto const pick = [&](std::size_t n) { return static_cast<std::size_t>(dice() % n); };
  static constexpr char const* pieces[] = {
      "null", "[]", "{}", "\"a\"", "1e999", "true", ",", "\"x-y\": 1,", "\"id\": \"russia\",", "\\u0000", "\\uD800",
      "\xC3", "\x01", "{\"a\": 1, \"a\": 2}", " ", "é", "\\\"", "]", "}", "[", "\n"};
  reading narrow;
  narrow.depth = 5;
  narrow.string = 300;
  std::size_t taken = 0, refused = 0, doubled = 0, hesitant = 0;
  for (std::size_t n = sinedie_test::rounds(20'000); n > 0; --n) {
    auto text = texts[pick(texts.size())];
    if (text.size() > 6000) continue;  // the shorter ones have all there is
    auto const at = pick(text.size());
    switch (pick(6)) {
      case 0: text.erase(at, 1 + pick(6)); break;
      case 1: text.insert(at, pieces[pick(std::size(pieces))]); break;
      case 2: text[at] = static_cast<char>('a' + pick(26)); break;
      case 3: text[at] = static_cast<char>('0' + pick(10)); break;
      case 4: {  // a member again, somewhere behind a comma
        auto const from = text.find(", \"", at), to = from == std::string::npos ? from : text.find(", \"", from + 1);
        if (to != std::string::npos) text.insert(to, text.substr(from, to - from));
        break;
      }
      default: text.insert(at, text.substr(pick(text.size()), pick(40)));
    }
    auto const& how = n % 8 == 0 ? narrow : reading{};
    auto const quick = detail::draft_dossier(text, how, scrutiny::quick);
    auto const thorough = detail::draft_dossier(text, how, scrutiny::thorough);
    INFO(text);
    REQUIRE(thorough);
    if (quick) {
      for (auto const& p : thorough->problems) UNSCOPED_INFO(to_string(p));
      REQUIRE(thorough->problems.empty());
      REQUIRE(quick->problems.empty());
      REQUIRE(quick->complete == thorough->complete);
      REQUIRE(quick->numbers == thorough->numbers);
      REQUIRE(to_json(quick->whole) == to_json(thorough->whole));
      ++taken;
    } else if (thorough->problems.empty()) {
      ++hesitant;
      bool const reason = text.find("\"x-") != std::string::npos || text.find("\\u") != std::string::npos;
      if (!reason) FAIL("a quick look was enough");
    } else {
      // What a look that skipped the check of keys would have taken.
      bool only = true;
      for (auto const& p : thorough->problems) only = only && p.code == errc::duplicate_key;
      doubled += only;
      ++refused;
    }
  }
  std::cout << "dossier_looks: " << taken << " texts taken, " << refused << " refused, of them " << doubled
            << " for doubled keys alone; " << hesitant << " looked at twice\n";
  CHECK(taken > 2000);
  CHECK(refused > 5000);
  CHECK(doubled > 200);
}

TEST_CASE("a large file read by several threads is what one reads, and what is wrong with it is told all the same", "[threads]") {
  dossier d;
  std::size_t const many = 20'000;
  for (int i = 0; i < 100; ++i) d.add(party{"state-" + std::to_string(i), "State " + std::to_string(i)});
  for (std::size_t i = 0; i < many; ++i) {
    event e{"event-" + std::to_string(i), "Meeting " + std::to_string(i) + " of some ministers of foreign affairs and of their deputies"};
    e.between("state-" + std::to_string(i % 100), "state-" + std::to_string((i + 1) % 100)).held();
    e.on("1970-01-" + std::to_string(10 + i % 20));
    if (i > 0) e.after("event-" + std::to_string(i - 1 - i * 37 % std::min<std::size_t>(i, 50)));
    d.add(e);
    if (i % 2 != 0) continue;
    d.add(report{"report-" + std::to_string(i), "event-" + std::to_string(i)}.says(claim{}.topic("ceasefire, prisoners and borders")));
  }
  auto const text = to_json(d);
  reading one, several;
  one.threads = 1;
  several.threads = 5;
  auto const alone = read_dossier(text, one), together = read_dossier(text, several);
  CHECK(d.contents().blocks.size() == 1);
  CHECK(alone.contents().blocks.size() == 1);
  REQUIRE(together.contents().blocks.size() > 2);
  CHECK(to_json(alone) == text);
  CHECK(to_json(together) == text);
  REQUIRE(together.find_event("event-19999"));
  CHECK(together.find_event("event-19999")->value() == d.find_event("event-19999")->value());
  // It can still be changed.
  std::size_t referring = 0;  // to event 3, which has no report
  for (auto const e : d.events()) {
    auto const value = e.value();
    for (auto const& r : value.relations()) referring += r.other == "event-3";
  }
  auto changed = together;
  changed.remove(event_id{"event-3"}).amend("event-15000", [](event& e) { e.cancelled(); }).add(event{"one-more"});
  CHECK(changed.events().size() == many);
  CHECK(together.events().size() == many);
  CHECK(together.check().empty());
  CHECK(referring > 0);
  CHECK(changed.check().size() == referring);

  auto const problems_of = [](std::string const& json, reading const& how) {
    std::string all;
    auto const read = [&] { (void)read_dossier(json, how); };
    try {
      read();
    } catch (error const& e) {
      for (auto const& p : e.problems()) all += to_string(p) + '\n';
    }
    return all;
  };
  auto const with = [&](std::string_view from, std::string_view to) {
    auto other = text;
    auto const at = other.find(from);
    REQUIRE(at != std::string::npos);
    return other.replace(at, from.size(), to);
  };
  for (auto const& bad :
       {with("\"id\": \"event-17000\"", "\"id\": \"event-17\""), with("\"id\": \"report-0\"", "\"id\": \"report-19998\""),
        with("{\"after\": \"event-1\"}", "{\"after\": \"event-x\"}"), with("\"id\": \"event-12000\"", "\"id\": 12000"),
        with("\"about\": \"event-9000\"", "\"about\": \"event-none\"")}) {
    auto const told = problems_of(bad, several);
    CHECK_FALSE(told.empty());
    CHECK(told == problems_of(bad, one));
  }
  reading few = several;
  few.records = many + many / 2 + 99;
  CHECK(problems_of(text, few).find("there are more than 30099 entries") != std::string::npos);
}

}  // namespace sinedie_test::dossier_looks_test
