// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/term_values.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::term_values_test {

using namespace sinedie;

TEST_CASE("closed words and numbers and lengths are judged where names aren't") {
  CHECK_FALSE(detail::fault_in(term_key::party, 0, 1, "anything at all"));
  CHECK_FALSE(detail::fault_in(term_key::kind, 0, 1, "unheard.of"));
  CHECK_FALSE(detail::fault_in(term_key::status, 0, 1, "held"));
  CHECK_FALSE(detail::fault_in(term_key::allen, 0, 2, "equals"));
  CHECK_FALSE(detail::fault_in(term_key::within, 0, 2, "P1Y2M3DT4H"));
  CHECK_FALSE(detail::fault_in(term_key::within, 1, 2, "an-event"));
  CHECK_FALSE(detail::fault_in(term_key::round, 0, 2, "A Series"));
  CHECK_FALSE(detail::fault_in(term_key::round, 1, 2, "999999999"));
  CHECK(detail::fault_in(term_key::round, 1, 2, "1000000000"));
  CHECK(detail::fault_in(term_key::round, 0, 1, "007"));
  CHECK(detail::fault_in(term_key::allen, 0, 2, "part_of")->code == errc::unknown_word);
  CHECK(detail::fault_in(term_key::cameo, 0, 1, "0841") == std::nullopt);
  CHECK(detail::fault_in(term_key::cameo, 0, 1, "08412")->offset == 4);
  auto const fault = detail::fault_in(term_key::status, 0, 1, "helt");
  REQUIRE(fault);
  CHECK(fault->hint == "; did you mean 'held'?");
  CHECK(fault->expected.find("under_way") != std::string::npos);
}

TEST_CASE("several near words are offered as a choice") {
  CHECK(detail::did_you_mean({}).empty());
  CHECK(detail::did_you_mean({"a", "b", "c"}) == "; did you mean 'a', 'b' or 'c'?");
  CHECK(detail::upper_case("Consult-1") == "CONSULT-1");
}

}  // namespace sinedie_test::term_values_test
