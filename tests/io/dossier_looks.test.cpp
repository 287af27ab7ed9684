// SPDX-License-Identifier: BSL-1.0
// A quick look at a file takes nothing that a thorough one refuses, and what it takes is the same.
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>

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
using detail::look;

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
    auto const quick = detail::draft_dossier(text, how, look::quick);
    auto const thorough = detail::draft_dossier(text, how, look::thorough);
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

}  // namespace sinedie_test::dossier_looks_test
