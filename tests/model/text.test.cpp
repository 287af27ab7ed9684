// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/text.hpp>

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::text_test {

using namespace sinedie;

namespace {

static_assert(std::is_convertible_v<char const*, localized>);
static_assert(std::is_convertible_v<std::string, localized>);
static_assert(!std::is_constructible_v<localized, std::nullptr_t>);
static_assert(!std::is_constructible_v<localized, int>);

errc code_of(auto&& act) {
  try {
    (void)act();
  } catch (error const& e) {
    return e.code();
  }
  return errc::bad_argument;
}

}  // namespace

TEST_CASE("a plain string is an untagged text") {
  localized const name = "Russia";
  CHECK(name.get() == "Russia");
  CHECK(name.get("fr") == "Russia");
  CHECK(name.entries() == std::vector<localized::entry>{{"", "Russia"}});
  CHECK(name == localized{std::string{"Russia"}});
  CHECK_FALSE(name.empty());
  CHECK(localized{}.empty());
  CHECK(localized{}.get("en").empty());
}

TEST_CASE("languages chain on a named text and on a temporary") {
  localized name{"Russia"};
  name.in("fr", "Russie").in("ru", "\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F");
  CHECK(name == localized{"Russia"}.in("ru", "\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F").in("fr", "Russie"));
  CHECK(name.entries()[0].language.empty());
  CHECK(name.entries()[1].language == "fr");
  CHECK(name.entries()[2].language == "ru");
  CHECK(localized{}.in("fr", "Russie").get("fr") == "Russie");
}

TEST_CASE("asking falls back in the order that is documented") {
  auto const name = localized{"plain"}.in("zh", "zh").in("zh-Hant", "zh-Hant").in("en-GB", "en-GB").in("de", "de");
  CHECK(name.get("zh-Hant") == "zh-Hant");
  CHECK(name.get("zh-hant") == "zh-Hant");
  CHECK(name.get("zh-Hant-TW") == "zh-Hant");
  CHECK(name.get("zh-Hans") == "zh");
  CHECK(name.get("en") == "en-GB");
  CHECK(name.get("en-US") == "en-GB");
  CHECK(name.get("e") == "plain");
  CHECK(name.get("fr") == "plain");
  CHECK(name.get("") == "plain");
  CHECK(name.get("-") == "plain");
  CHECK(localized{}.in("en", "E").in("de", "D").get("fr") == "E");
  CHECK(localized{}.in("tr", "T").in("de", "D").get("fr") == "D");
}

TEST_CASE("tags are checked, and kept in the usual case") {
  CHECK(localized{}.in("ZH-hANT-tw", "x").entries()[0].language == "zh-Hant-TW");
  CHECK(localized{}.in("EN-x-AB-CDEF", "x").entries()[0].language == "en-x-ab-cdef");
  CHECK(localized{}.in("es-419", "x").entries()[0].language == "es-419");
  for (std::string const tag : {"", "-", "en-", "-en", "en--GB", "e n", "1en", "en_GB", "fran\xC3\xA7" "ais", "abcdefghi", "en\n"}) {
    CAPTURE(tag);
    CHECK(detail::why_no_language(tag));
    CHECK(code_of([&] { return localized{}.in(tag, "x"); }) == errc::bad_syntax);
  }
  CHECK_FALSE(detail::why_no_language("abcdefgh-abcdefgh-abcdefgh-abcdefgh"));
  CHECK(detail::why_no_language("abcdefgh-abcdefgh-abcdefgh-abcdefgh-a")->offset == 35);
  CHECK(code_of([] { return localized{}.in("fr", "a").in("FR", "b"); }) == errc::duplicate_key);
}

TEST_CASE("what isn't UTF-8, and NUL, is refused with its offset, and other control characters are kept") {
  using namespace std::string_literals;
  auto const encoding = localized::try_parse("Riy\xC4\xFF");
  REQUIRE_FALSE(encoding);
  CHECK(encoding.error().code == errc::bad_encoding);
  CHECK(encoding.error().offset == 3);
  auto const nul = localized::try_parse("a\0b"s);
  REQUIRE_FALSE(nul);
  CHECK(nul.error().code == errc::bad_character);
  CHECK(nul.error().offset == 1);
  CHECK(code_of([] { return localized{"\xFF"}; }) == errc::bad_encoding);
  CHECK(code_of([] { return localized{"x"}.in("fr", "a\0"s); }) == errc::bad_character);
  CHECK(localized{"\x1B[31m\xE2\x80\xAE"}.get() == "\x1B[31m\xE2\x80\xAE");
  localized kept{"x"};
  CHECK_THROWS_AS(kept.in("fr", "\xFF"), error);
  CHECK(kept == localized{"x"});
}

TEST_CASE("the order in which languages are given never matters") {
  std::vector<std::string> tags{"ar", "en", "fr", "ru", "zh-Hans", "zh-Hant"};
  localized const expected = [&] {
    localized built;
    for (auto const& tag : tags) built.in(tag, "in " + tag);
    return built;
  }();
  std::size_t cases = 0;
  do {
    localized built;
    for (auto const& tag : tags) built.in(tag, "in " + tag);
    REQUIRE(built == expected);
    ++cases;
  } while (std::ranges::next_permutation(tags).found);
  WARN("texts: " << cases << " orders tried");
}

}  // namespace sinedie_test::text_test
