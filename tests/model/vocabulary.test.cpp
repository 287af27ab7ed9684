// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/vocabulary.hpp>

#include "catch.hpp"

namespace sinedie_test::vocabulary_test {

namespace {

template <typename Enum>
int round_trips() {
  int count = 0;
  for (auto const word : sinedie::words<Enum>()) {
    auto const e = sinedie::to_enum<Enum>(word);
    REQUIRE(e);
    CHECK(static_cast<int>(*e) == count++);
    CHECK(to_string(*e) == word);
  }
  CHECK_FALSE(sinedie::to_enum<Enum>("no such word"));
  return count;
}

}  // namespace

TEST_CASE("each word of a closed list stands for one enumerator, in its order", "[vocabulary]") {
  CHECK(round_trips<sinedie::party_kind>() == 5);
  CHECK(round_trips<sinedie::mode>() == 4);
  CHECK(round_trips<sinedie::why_undated>() == 3);
  CHECK(round_trips<sinedie::basis>() == 2);
  CHECK(round_trips<sinedie::report_kind>() == 4);
  CHECK(round_trips<sinedie::rank>() == 3);
  CHECK(to_string(sinedie::mode::in_person) == "in_person");
}

}  // namespace sinedie_test::vocabulary_test
