// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/flag.hpp>

#include <algorithm>
#include <bitset>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::flag_test {

using namespace sinedie;

static_assert(std::forward_iterator<flags::iterator>);
static_assert(sizeof(flags) == 4);
static_assert(flags{flag::overdue}.has(flag::overdue) && !flags{flag::overdue}.has(flag::undated));
static_assert(to_string(flag::no_date_yet) == "no_date_yet" && to_string(flag::contradictory) == "contradictory");
static_assert(to_flag("denied_by_some") == flag::denied_by_some && !to_flag("Undated") && !to_flag(""));

TEST_CASE("each flag has a word of its own and is found by it") {
  std::set<std::string_view> words;
  std::size_t count = 0;
  for (flag const f : all_flags) {
    CHECK(static_cast<std::size_t>(f) == count++);
    CHECK(words.insert(to_string(f)).second);
    CHECK(to_flag(to_string(f)) == f);
    CHECK(*try_parse_flag(to_string(f)) == f);
  }
  CHECK(count == 18);
  CHECK(all_flags.size() == 18);
}

TEST_CASE("a word that is no flag is named with the nearest flags, or with all") {
  auto const near = try_parse_flag("overdeu");
  REQUIRE_FALSE(near.has_value());
  CHECK(near.error().code == errc::unknown_word);
  CHECK(near.error().message == "\"overdeu\" is no flag; did you mean overdue?");
  CHECK(near.error().expected == "overdue");
  auto const far = try_parse_flag("xyzzy");
  REQUIRE_FALSE(far.has_value());
  CHECK(far.error().expected.find("undated, no_date_yet, ") == 0);
  CHECK(try_parse_flag("").error().code == errc::unknown_word);
}

TEST_CASE("a set of flags goes through its members in the order of the enumeration") {
  flags marks{flag::contradictory, flag::undated, flag::overdue, flag::undated};
  CHECK(marks.size() == 3);
  CHECK(std::vector<flag>(marks.begin(), marks.end()) == std::vector<flag>{flag::undated, flag::overdue, flag::contradictory});
  marks.set(flag::overdue, false).set(flag::moved).set(flag::disputed, false);
  CHECK(marks == flags{flag::moved, flag::undated, flag::contradictory});
  CHECK(flags{}.empty());
  CHECK(flags{}.begin() == flags{}.end());
}

TEST_CASE("a set of flags agrees with a set of numbers") {
  std::mt19937_64 random{sinedie_test::seed()};
  flags marks;
  flags others;
  std::bitset<18> model;
  std::bitset<18> other_model;
  for (std::size_t i = 0; i < sinedie_test::rounds(2000); ++i) {
    std::size_t const n = random() % 18;
    bool const on = random() % 2 == 0;
    bool const first = random() % 2 == 0;
    (first ? marks : others).set(static_cast<flag>(n), on);
    (first ? model : other_model).set(n, on);
    CHECK(marks.bits() == model.to_ulong());
    CHECK(marks.size() == model.count());
    CHECK((marks | others).bits() == (model | other_model).to_ulong());
    CHECK((marks & others).bits() == (model & other_model).to_ulong());
    CHECK(static_cast<std::size_t>(std::distance(marks.begin(), marks.end())) == model.count());
    CHECK(std::all_of(marks.begin(), marks.end(), [&](flag f) { return model.test(static_cast<std::size_t>(f)); }));
  }
}

}  // namespace sinedie_test::flag_test
