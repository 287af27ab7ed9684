// SPDX-License-Identifier: BSL-1.0
#include <sinedie/detail/utf8.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::utf8_test {

using namespace sinedie::detail;

namespace {

// The slow model: encode every scalar value by the textbook's arithmetic, and look whether one of them begins the text.
std::size_t slow_sequence(std::string_view text) {
  auto const byte = [&](std::size_t i) -> long { return i < text.size() ? static_cast<unsigned char>(text[i]) : -1; };
  struct form {
    long lead, mask, least;
    std::size_t length;
  };
  for (form const f : {form{0x00, 0x80, 0, 1}, form{0xC0, 0xE0, 0x80, 2}, form{0xE0, 0xF0, 0x800, 3}, form{0xF0, 0xF8, 0x10000, 4}}) {
    if (text.empty() || (byte(0) & f.mask) != f.lead) continue;
    long value = byte(0) & ~f.mask;
    for (std::size_t i = 1; i < f.length; ++i) {
      if (byte(i) < 0 || byte(i) / 64 != 2) return 0;
      value = value * 64 + byte(i) % 64;
    }
    return value < f.least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? 0 : f.length;
  }
  return 0;
}

static_assert(utf8_sequence("a") == 1);
static_assert(utf8_sequence("\xC3\xA9") == 2);
static_assert(!first_invalid_utf8("Riyadh"));
static_assert(first_invalid_utf8("Riy\xC4") == 3);

}  // namespace

TEST_CASE("the length of a UTF-8 sequence agrees with the arithmetic of the encoding, on every two bytes and many more") {
  std::size_t cases = 0;
  std::size_t wrong = 0;
  std::size_t planted = 0;  // what a check that forgets overlong forms would get wrong: the suite must see it
  auto const compare = [&](std::string_view text) {
    std::size_t const model = slow_sequence(text);
    wrong += utf8_sequence(text) != model;
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    bool const overlong = text.size() > 1 && byte(0) == 0xC0 && (byte(1) & 0xC0U) == 0x80;
    planted += (overlong ? 2U : utf8_sequence(text)) != model;
    ++cases;
  };
  compare("");
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) compare(std::string{static_cast<char>(a), static_cast<char>(b)});
    for (int b = 0x7E; b < 0xC3; ++b) {
      for (int c : {0x00, 0x7F, 0x80, 0xA0, 0xBF, 0xC0}) {
        for (int d : {0x41, 0x7F, 0x80, 0xBF, 0xC0}) {
          compare(std::string{static_cast<char>(a), static_cast<char>(b), static_cast<char>(c), static_cast<char>(d)});
        }
        compare(std::string{static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)});
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(planted > 0);
  WARN("utf-8: " << cases << " texts compared with the arithmetic");
}

TEST_CASE("every character comes back from its bytes") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    bool const surrogate = c >= 0xD800 && c <= 0xDFFF;
    std::string text;
    append_utf8(text, c);
    utf8_step const step = utf8_step_at(text, 0);
    wrong += !step.valid || step.length != text.size() || step.character != (surrogate ? U'\uFFFD' : c);
  }
  CHECK(wrong == 0);
  std::string text;
  append_utf8(text, 0x110000);
  CHECK(text == "\xEF\xBF\xBD");
}

TEST_CASE("steps cover a text without gap, whatever its bytes, and find the first fault") {
  std::mt19937 random{7};
  std::size_t cases = 0;
  for (; cases < 20000; ++cases) {
    std::string text(random() % 24, '\0');
    constexpr std::array<unsigned char, 12> bytes{0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF};
    for (char& c : text) c = static_cast<char>(bytes[random() % bytes.size()]);
    std::size_t at = 0;
    std::optional<std::size_t> fault;
    for (utf8_step const step : utf8_steps{text}) {
      REQUIRE(step.offset == at);
      REQUIRE(step.length > 0);
      if (!step.valid && !fault) fault = at;
      at += step.length;
    }
    REQUIRE(at == text.size());
    REQUIRE(first_invalid_utf8(text) == fault);
  }
  WARN("utf-8: " << cases << " texts walked");
}

TEST_CASE("controls, white space and hidden characters are told apart") {
  CHECK(is_control(0x1B));
  CHECK(is_control(0x9B));
  CHECK_FALSE(is_control(U' '));
  CHECK(is_white_space(0x3000));
  CHECK_FALSE(is_white_space(0x200B));
  for (unsigned c :
       {0xADU, 0x200BU, 0x200DU, 0x200EU, 0x202EU, 0x2028U, 0x2066U, 0x2069U, 0xFEFFU, 0x061CU, 0xE0041U}) {
    CHECK(is_hidden(static_cast<char32_t>(c)));
  }
  for (unsigned c : {0x41U, 0xE9U, 0x301U, 0x20U, 0x2026U, 0x4E2DU, 0x1F54AU}) CHECK_FALSE(is_hidden(static_cast<char32_t>(c)));
}

}  // namespace sinedie_test::utf8_test
