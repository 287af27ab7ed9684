// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/detail/string_index.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::string_index_test {

using sinedie::detail::string_index;

namespace {

// The planted fault: an index of the same kind that forgets without moving up what had been pushed on.
class forgetful {
 public:
  void insert(std::uint32_t hashed, std::uint32_t number) {
    auto at = hashed % slots_.size();
    while (slots_[at]) at = (at + 1) % slots_.size();
    slots_[at] = number;
  }
  void erase(std::uint32_t number) { *std::find(slots_.begin(), slots_.end(), std::optional{number}) = std::nullopt; }
  [[nodiscard]] bool finds(std::uint32_t hashed, std::uint32_t number) const {
    for (auto at = hashed % slots_.size(); slots_[at]; at = (at + 1) % slots_.size())
      if (slots_[at] == number) return true;
    return false;
  }

 private:
  std::vector<std::optional<std::uint32_t>> slots_ = std::vector<std::optional<std::uint32_t>>(256);
};

}  // namespace

TEST_CASE("an index finds what a map finds, whatever collides, comes and goes") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0, caught = 0;
  for (std::size_t round = sinedie_test::rounds(200); round > 0; --round) {
    string_index index;
    std::map<std::string, std::uint32_t> known;
    std::vector<std::string> strings;
    auto const few = 1 + dice() % 40;  // hashes: many strings share one
    auto const hash = [&](std::string const& s) { return static_cast<std::uint32_t>(std::stoul(s) % few * 0x10001U); };
    auto const find = [&](std::string const& s) { return index.find(hash(s), [&](std::uint32_t n) { return strings[n] == s; }); };
    if (dice() % 2 == 0) index.make_room(dice() % 100);
    forgetful planted;
    bool fails = false;
    for (int step = 0; step < 200; ++step) {
      auto const s = std::to_string(dice() % 100);
      auto const there = known.find(s);
      if (there == known.end()) {
        index.make_room();
        auto const number = static_cast<std::uint32_t>(strings.size());
        strings.push_back(s);
        index.insert(hash(s), number);
        planted.insert(hash(s), number);
        known.emplace(s, number);
      } else if (dice() % 2 == 0) {
        index.erase(hash(s), there->second);
        planted.erase(there->second);
        known.erase(there);
      }
      REQUIRE(index.size() == known.size());
      for (auto const& [text, number] : known) {
        REQUIRE(find(text) == number);
        fails = fails || !planted.finds(hash(text), number);
      }
      REQUIRE_FALSE(find(std::to_string(100 + dice() % 100)).has_value());
      compared += known.size() + 1;
    }
    caught += fails;
  }
  std::cout << "string_index: " << compared << " look-ups compared; " << caught << " planted faults seen\n";
  CHECK(compared > 1'000'000);
  CHECK(caught > 150);
}

TEST_CASE("two indexes hash differently, and a copy as its original") {
  string_index const one, other;
  std::size_t same = 0;
  for (int i = 0; i < 1000; ++i) same += one.hash("event-" + std::to_string(i)) == other.hash("event-" + std::to_string(i));
  CHECK(same < 10);
  string_index const copy{one};
  CHECK(copy.hash("Riyadh") == one.hash("Riyadh"));
}

TEST_CASE("strings of every length are told apart by every byte") {
  string_index const index;
  std::size_t collisions = 0, compared = 0;
  for (std::size_t length = 1; length < 40; ++length) {
    std::string const base(length, 'a');
    for (std::size_t i = 0; i < length; ++i) {
      for (char const c : {'b', '\x01', '\xFF'}) {
        auto other = base;
        other[i] = c;
        collisions += index.hash(other) == index.hash(base);
        ++compared;
      }
    }
    collisions += index.hash(base) == index.hash(base + 'a');
    collisions += index.hash(base) == index.hash(base + '\0');
  }
  CHECK(compared > 2000);
  CHECK(collisions <= 1);  // one in four thousand million is to be expected, by chance
}

}  // namespace sinedie_test::string_index_test
