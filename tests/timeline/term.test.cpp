// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/term.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::term_test {

using namespace sinedie;

static_assert(to_string(term_key::party) == "party" && to_string(term_key::flagged) == "flagged");
static_assert(!to_term_key("Party") && !to_term_key(""));

TEST_CASE("each key has a word that leads back to it") {
  for (std::size_t i = 0; i < term_key_words.size(); ++i) {
    auto const key = static_cast<term_key>(i);
    CHECK(to_term_key(to_string(key)) == key);
  }
  CHECK(to_string(term_key::on) == "on");
}

TEST_CASE("exactly goes with what nests, and a third country with where it is") {
  std::string with_third_country;
  std::string with_exactly;
  for (std::size_t i = 0; i < term_key_words.size(); ++i) {
    auto const key = static_cast<term_key>(i);
    if (takes_third_country(key)) with_third_country += std::string{to_string(key)} + ' ';
    if (takes_exactly(key)) with_exactly += std::string{to_string(key)} + ' ';
  }
  CHECK(with_third_country == "host ground premises ");
  CHECK(with_exactly == "party host guest role between only venue kind ");
}

TEST_CASE("terms are equal where all of them is") {
  term const a{term_key::during, "2025", time::dating{"2025"}, {}, term_mode::plain, false};
  term b = a;
  CHECK(a == b);
  b.mode = term_mode::possibly;
  CHECK(a != b);
  b = a;
  b.when = time::dating{"2026"};
  CHECK(a != b);
}

}  // namespace sinedie_test::term_test
