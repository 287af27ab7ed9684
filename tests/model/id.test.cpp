// SPDX-License-Identifier: BSL-1.0
#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/id.hpp>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::id_test {

using namespace sinedie;

namespace {

template <typename A, typename B>
concept comparable = requires(A const& a, B const& b) { a == b; };
template <typename A, typename B>
concept ordered = requires(A const& a, B const& b) { a < b; };

// What must not compile.
static_assert(comparable<party_id, party_id>);
static_assert(!comparable<party_id, venue_id>);
static_assert(!comparable<event_id, report_id>);
static_assert(!ordered<series_id, document_id>);
static_assert(!std::is_convertible_v<party_id, venue_id>);
static_assert(!std::is_constructible_v<party_id, venue_id>);
static_assert(!std::is_constructible_v<party_id, std::nullptr_t>);
static_assert(!std::is_constructible_v<party_id, int>);
static_assert(!std::is_default_constructible_v<party_id>);
// What must.
static_assert(std::is_convertible_v<char const*, event_id>);
static_assert(std::is_convertible_v<std::string, event_id>);
static_assert(std::is_convertible_v<std::string_view, event_id>);
static_assert(std::is_nothrow_move_constructible_v<event_id>);
static_assert(comparable<event_id, char const*>);

}  // namespace

TEST_CASE("an id compares with ids of its kind and with strings, by bytes") {
  event_id const id{"first-round"};
  CHECK(id == "first-round");
  CHECK("first-round" == id);
  CHECK(id == std::string{"first-round"});
  CHECK(id == std::string_view{"first-round"});
  CHECK(id == event_id{"first-round"});
  CHECK(id != "First-round");
  CHECK(id != event_id{"second-round"});
  CHECK(id != "not an id");
  CHECK(id < "g");
  CHECK(event_id{"Z"} < event_id{"a"});
  CHECK(event_id{"z"} < event_id{"\xC3\xA9"});
  CHECK(id.str() == "first-round");
}

TEST_CASE("whatever is allowed in an id stands in it as it is") {
  for (std::string const text : {"a", "RU", "visit_2", "a/b#c", "\xC4\xB0stanbul", "\xE4\xBC\x9A\xE8\xAB\x87", "-", "e\xCC\x81", "'", "..",
                                 "\xF0\x9F\x95\x8A"}) {
    CHECK(party_id{text}.str() == text);
    CHECK(venue_id::try_parse(text).value() == text);
  }
  CHECK(party_id{std::string(128, 'x')}.str().size() == 128);
}

TEST_CASE("what can't be an id is refused with the offset, what stood there, and what is allowed") {
  struct row {
    std::string text;
    std::size_t offset;
    std::string found;
  };
  using namespace std::string_literals;
  std::vector<row> const rows{
      {"", 0, ""},
      {"first round", 5, " "},
      {"a\xC2\xA0" "b", 1, "\xC2\xA0"},
      {"ab\xE3\x80\x80", 2, "\xE3\x80\x80"},
      {"a\xE2\x80\xA8", 1, "\xE2\x80\xA8"},
      {"\xE1\x9A\x80", 0, "\xE1\x9A\x80"},
      {"a\nb", 1, "\n"},
      {"a\0b"s, 1, "\0"s},
      {"a\x7F", 1, "\x7F"},
      {"a\xC2\x9B", 1, "\xC2\x9B"},
      {"\x1B[31m", 0, "\x1B"},
      {"x\"", 1, "\""},
      {"event:x", 5, ":"},
      {"(x", 0, "("},
      {"x)", 1, ")"},
      {"a,b", 1, ","},
      {"ok\xFF", 2, "\xFF"},
      {"\xED\xA0\x80", 0, "\xED"},
      {"a\xC3", 1, "\xC3"},
      {std::string(129, 'x'), 128, ""},
      {std::string(1 << 20, ' '), 128, ""},
  };
  for (row const& r : rows) {
    CAPTURE(r.text.substr(0, 20));
    auto const tried = event_id::try_parse(r.text);
    REQUIRE_FALSE(tried);
    CHECK(tried.error().code == errc::bad_id);
    CHECK(tried.error().offset == r.offset);
    CHECK(tried.error().found == r.found);
    CHECK_THAT(tried.error().message, Catch::Matchers::ContainsSubstring("event id") &&
                                          Catch::Matchers::ContainsSubstring("offset " + std::to_string(r.offset)) &&
                                          Catch::Matchers::ContainsSubstring("1 to 128 bytes"));
    CHECK(tried.error().message.size() < 500);
    CHECK_THROWS_AS(event_id{r.text}, error);
  }
  char const* nothing = nullptr;
  CHECK_THROWS_AS(event_id{nothing}, error);
}

TEST_CASE("every character of Unicode is allowed in an id unless it is named as not allowed") {
  // The slow model: the list, as the documentation gives it.
  std::vector<char32_t> const white{0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x20,   0x85,   0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
                                    0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
  std::size_t cases = 0;
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "x";
    detail::append_utf8(text, c);
    bool const forbidden = std::ranges::count(white, c) != 0 || c < 32 || (c >= 127 && c <= 159) || c == U'"' || c == U':' || c == U'(' ||
                           c == U')' || c == U',';
    wrong += party_id::try_parse(text).has_value() == forbidden;
    ++cases;
  }
  CHECK(wrong == 0);
  WARN("ids: " << cases << " characters tried");
}

TEST_CASE("ids hash and sort") {
  std::unordered_set<party_id> const set{"russia", "united-states", "russia"};
  CHECK(set.size() == 2);
  std::vector<party_id> list{"b", "a", "B"};
  std::ranges::sort(list);
  CHECK(list == std::vector<party_id>{"B", "a", "b"});
}

}  // namespace sinedie_test::id_test
