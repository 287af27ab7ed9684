// SPDX-License-Identifier: BSL-1.0
#include <sinedie/detail/eight_bytes.hpp>

#include <random>
#include <string>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::eight_bytes_test {

using namespace sinedie::detail;

TEST_CASE("bytes looked at together are found where looking at each finds them") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0, caught = 0;
  for (std::size_t n = sinedie_test::rounds(50'000); n > 0; --n) {
    std::string text(dice() % 40, 'a');
    for (auto& c : text) {
      auto const kind = dice() % 32;
      if (kind == 0) c = '"';
      else if (kind == 1) c = static_cast<char>(dice() % 32);
      else if (kind == 2) c = static_cast<char>(128 + dice() % 128);
      else if (kind < 9) c = ' ';
    }
    auto const at = dice() % (text.size() + 1);
    auto const by_one = [&](auto is) {
      std::size_t i = at;
      while (i < text.size() && !is(text[i])) ++i;
      return i - at;
    };
    auto const odd = [](char c) { return c == '"' || static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 127; };
    auto const marks = [](std::uint64_t w) { return (w & high_bits) | bytes_that_are('"', w) | bytes_below(0x20, w); };
    REQUIRE(unmarked_bytes(text, at, marks) == by_one(odd));
    REQUIRE(unmarked_bytes(text, at, [](std::uint64_t w) { return bytes_other_than(' ', w); }) == by_one([](char c) { return c != ' '; }));
    // The planted fault: controls aren't looked for.
    caught += unmarked_bytes(text, at, [](std::uint64_t w) { return (w & high_bits) | bytes_that_are('"', w); }) != by_one(odd);
    ++compared;
  }
  CHECK(compared >= 50'000);
  CHECK(caught > 1'000);
  std::string const eight = "\x01\xFF\x03\x04\x05\x06\x07\x80";
  std::uint64_t expected = 0;
  for (std::size_t count = 1; count <= 8; ++count) {
    expected |= std::uint64_t{static_cast<unsigned char>(eight[count - 1])} << (8 * (count - 1));
    CHECK(bytes_at(eight.data(), count) == expected);
  }
}

}  // namespace sinedie_test::eight_bytes_test
