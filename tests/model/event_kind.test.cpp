// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/event_kind.hpp>

#include <set>

#include "catch.hpp"

namespace sinedie_test::event_kind_test {

using namespace sinedie;

TEST_CASE("kinds form a tree: a summit is a meeting, and a meeting is a contact", "[event_kind]") {
  STATIC_REQUIRE(kind_within("summit", "summit"));
  STATIC_REQUIRE(kind_within("summit", "meeting"));
  STATIC_REQUIRE(kind_within("summit", "contact"));
  STATIC_REQUIRE_FALSE(kind_within("meeting", "summit"));
  STATIC_REQUIRE_FALSE(kind_within("statement", "contact"));
}

TEST_CASE("a dotted word lies below what stands before its last dot", "[event_kind]") {
  STATIC_REQUIRE(kind_within("negotiation.technical", "negotiation"));
  STATIC_REQUIRE(kind_within("negotiation.technical.grain", "meeting"));
  STATIC_REQUIRE_FALSE(kind_within("negotiations", "negotiation"));
}

TEST_CASE("an unknown word is itself and lies below nothing", "[event_kind]") {
  STATIC_REQUIRE(kind_within("tea", "tea"));
  STATIC_REQUIRE_FALSE(kind_within("tea", "meeting"));
  STATIC_REQUIRE_FALSE(kind_within("", "meeting"));
}

TEST_CASE("every known parent is known, and no walk upward goes round", "[event_kind]") {
  std::set<std::string_view> seen;
  for (auto const& k : known_kinds) {
    CHECK(seen.insert(k.word).second);
    int steps = 0;
    for (auto word = k.word; !word.empty(); word = parent_kind(word)) {
      CHECK(find_kind(word) != nullptr);
      REQUIRE(++steps < 10);
    }
  }
}

TEST_CASE("codes go by kind and status: an announced meeting is an agreement to meet", "[event_kind]") {
  CHECK(codes_of("meeting", status::announced).plover == "AGREE");
  CHECK(codes_of("meeting", status::announced).cameo == "036");
  CHECK(codes_of("meeting", status::held).plover == "CONSULT");
  CHECK(codes_of("negotiation.technical", status::held).cameo == "046");
  CHECK(codes_of("meeting", status::cancelled).cameo.empty());
  CHECK(codes_of("meeting", std::nullopt).cameo.empty());
  CHECK(codes_of("tea", status::held).cameo.empty());
}

}  // namespace sinedie_test::event_kind_test
