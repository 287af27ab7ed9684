// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/status.hpp>

#include "catch.hpp"

namespace sinedie_test::status_test {

using sinedie::status;
using sinedie::truth;

TEST_CASE("five statuses are planned, and a plan may occur", "[status]") {
  int planned = 0;
  for (auto const word : sinedie::status_words) {
    auto const s = sinedie::to_status(word);
    REQUIRE(s);
    if (!is_planned(*s)) continue;
    ++planned;
    CHECK(occurs(*s) == truth::maybe);
  }
  CHECK(planned == 5);
}

TEST_CASE("what is under way or held occurs, what was cancelled, lapsed or denied doesn't", "[status]") {
  STATIC_REQUIRE(occurs(status::under_way) == truth::yes);
  STATIC_REQUIRE(occurs(status::held) == truth::yes);
  STATIC_REQUIRE(occurs(status::cancelled) == truth::no);
  STATIC_REQUIRE(occurs(status::lapsed) == truth::no);
  STATIC_REQUIRE(occurs(status::denied) == truth::no);
}

TEST_CASE("every status is spelt by exactly one word, and that word reads back", "[status]") {
  for (unsigned char i = 0; i < sinedie::status_words.size(); ++i)
    CHECK(sinedie::to_status(to_string(static_cast<status>(i))) == static_cast<status>(i));
  CHECK_FALSE(sinedie::to_status("Held"));
  CHECK_FALSE(sinedie::to_status(""));
  CHECK_FALSE(sinedie::to_status("held "));
}

}  // namespace sinedie_test::status_test
