// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/stated.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/status.hpp>

#include "catch.hpp"

namespace sinedie_test::stated_test {

using namespace sinedie;

TEST_CASE("silence isn't an empty list", "[stated]") {
  stated<std::vector<int>> silent;
  stated<std::vector<int>> const none{std::vector<int>{}};
  CHECK_FALSE(silent.has_value());
  CHECK_FALSE(static_cast<bool>(silent));
  REQUIRE(none.has_value());
  CHECK(none->empty());
  CHECK(silent != none);
  CHECK_THROWS_AS(silent.value(), std::bad_optional_access);
  CHECK(silent.value_or({1, 2}) == std::vector{1, 2});
  silent.emplace(std::size_t{3}, 7);
  CHECK(silent.value() == std::vector{7, 7, 7});
  silent.reset();
  CHECK(silent == stated<std::vector<int>>{std::nullopt});
}

TEST_CASE("copies are copies, and what was moved from can be used again", "[stated]") {
  stated<std::string> const long_one{std::string(100, 'x')};
  auto copy = long_one;
  CHECK(copy == long_one);
  *copy = "another";
  CHECK(long_one->size() == 100);
  auto moved = std::move(copy);
  CHECK(*moved == "another");
  copy = long_one;
  CHECK(copy == long_one);
  copy = stated<std::string>{};
  CHECK_FALSE(copy.has_value());
  moved = std::string{"a third"};
  CHECK(*std::move(moved) == "a third");
}

TEST_CASE("an optional value comes and goes", "[stated]") {
  stated<status> const held{std::optional{status::held}};
  stated<status> const silent{std::optional<status>{}};
  CHECK(held.value() == status::held);
  CHECK_FALSE(silent.has_value());
  std::optional<status> const back = held;
  std::optional<status> const nothing = silent;
  CHECK(back == status::held);
  CHECK_FALSE(nothing.has_value());
}

TEST_CASE("silence equals an empty optional, whichever stands first", "[stated]") {
  stated<status> const silent, held{status::held};
  std::optional<status> const empty, announced{status::announced}, same{status::held};
  CHECK(silent == empty);
  CHECK(empty == silent);
  CHECK(held == same);
  CHECK(same == held);
  CHECK(held != empty);
  CHECK(empty != held);
  CHECK(held != announced);
  CHECK(silent != announced);
  CHECK(announced != silent);
  CHECK(silent == std::nullopt);
  CHECK(held != std::nullopt);
  CHECK(held == status::held);
  CHECK(silent != status::held);
}

TEST_CASE("a date is stated by its text", "[stated]") {
  struct entry {
    stated<date_statement> when = {};
  };
  entry const e{"2025-02-18"};
  REQUIRE(e.when.has_value());
  CHECK(e.when->dating()->text() == "2025-02-18");
  CHECK_THROWS_AS(entry{"2025-02-30"}, sinedie::error);
}

}  // namespace sinedie_test::stated_test
