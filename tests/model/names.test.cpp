// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/names.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <sinedie/model/detail/name_table.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::names_test {

using namespace sinedie;

namespace {

using ids = std::vector<venue_id>;

// The slow model: the whole table, as the textbook has it.
std::size_t slow_distance(std::u32string const& a, std::u32string const& b, bool swaps = true) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      bool const swapped = swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

name_index<venue_id> places() {
  name_index<venue_id> index;
  index.add("istanbul", localized{"Istanbul"}
                            .in("tr", "\xC4\xB0stanbul")
                            .in("ru", "\xD0\xA1\xD1\x82\xD0\xB0\xD0\xBC\xD0\xB1\xD1\x83\xD0\xBB"));
  index.add("istanbul", "Constantinople");
  index.add("riyadh", "Riyadh");
  index.add("riyadh", "Riyad");
  index.add("washington", "Washington");
  index.add("washington-state", "Washington");
  index.add("paris", std::string{"Paris"});
  index.add(venue_id{"us-residence"});
  return index;
}

template <typename Id>
std::vector<Id> just_ids(std::vector<suggestion<Id>> const& suggestions) {
  std::vector<Id> list;
  for (auto const& s : suggestions) list.push_back(s.id);
  return list;
}

}  // namespace

TEST_CASE("a name is found in any spelling that folds alike, in any language, and by alias") {
  auto const index = places();
  CHECK(index.find("ISTANBUL") == ids{"istanbul"});
  CHECK(index.find("\xC4\xB0stanbul") == ids{"istanbul"});
  CHECK(index.find("\xD0\xA1\xD0\xA2\xD0\x90\xD0\x9C\xD0\x91\xD0\xA3\xD0\x9B") == ids{"istanbul"});
  CHECK(index.find("constantinople") == ids{"istanbul"});
  CHECK(index.find("Riyad") == ids{"riyadh"});
  CHECK(index.find("US residence") == ids{"us-residence"});
  CHECK(index.find("washington") == ids{"washington", "washington-state"});
  CHECK(index.find("Istambul").empty());
  CHECK(index.find("").empty());
  CHECK(index.find("\xE2\x80\x94").empty());
  CHECK_FALSE(index.empty());
  CHECK(name_index<party_id>{}.find("x").empty());
}

TEST_CASE("what is near is suggested, the nearest first, and never found") {
  auto const index = places();
  auto const near = index.suggest("Istambul");
  REQUIRE(near.size() == 1);
  CHECK(near[0] == suggestion<venue_id>{"istanbul", "Istanbul", 1});
  CHECK(just_ids(index.suggest("Riyahd")) == ids{"riyadh"});
  CHECK(just_ids(index.suggest("wash")) == ids{"washington", "washington-state"});
  CHECK(just_ids(index.suggest("wash", 1)) == ids{"washington"});
  CHECK(index.suggest("xy").empty());
  CHECK(index.suggest("").empty());
  CHECK(index.suggest("Istambul", 0).empty());
  CHECK(index.suggest("Kathmandu").empty());
}

TEST_CASE("look-alikes from another script are reported, both ways, and never merged") {
  auto index = places();
  std::string const spoof = "P\xD0\xB0ris";
  CHECK(index.find(spoof).empty());
  CHECK(index.look_alikes(spoof) == ids{"paris"});
  CHECK(index.look_alikes("Paris").empty());
  index.add("spoof", spoof);
  CHECK(index.look_alikes("PARIS") == ids{"spoof"});
  CHECK(index.look_alikes(spoof) == ids{"paris"});
  CHECK(index.look_alikes("P\xD0\xB0r\xD1\x96s") == ids{"paris", "spoof"});
  CHECK(index.find("Paris") == ids{"paris"});
  CHECK(index.look_alikes("Vienna").empty());
}

TEST_CASE("the order in which names are added never matters") {
  std::vector<std::pair<std::string, std::string>> names{
      {"a", "Minsk"}, {"b", "MINSK"}, {"c", "Minks"}, {"d", "Mins"}, {"e", "M\xC3\xADnsk"}, {"e", "Pinsk"}};
  std::mt19937_64 random{sinedie_test::seed()};
  std::optional<std::vector<suggestion<venue_id>>> expected;
  for (int i = 0; i < 50; ++i) {
    std::ranges::shuffle(names, random);
    name_index<venue_id> index;
    for (auto const& [id, name] : names) index.add(id, name);
    CHECK(index.find("minsk") == ids{"a", "b", "e"});
    auto const near = index.suggest("Minsk", 9);
    if (!expected) expected = near;
    CHECK(near == *expected);
  }
  CHECK(just_ids(*expected) == ids{"a", "b", "e", "c", "d"});
}

TEST_CASE("distances agree with the whole table") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(60000);
  std::size_t planted = 0;  // a table without swaps: the comparison must see the difference
  auto const word = [&] {
    std::u32string text(random() % 9, U'a');
    for (char32_t& c : text) c = static_cast<char32_t>(U'a' + random() % 3);
    return text;
  };
  for (std::size_t i = 0; i < cases; ++i) {
    auto const a = word();
    auto const b = word();
    std::size_t const most = random() % 5;
    std::size_t const model = slow_distance(a, b);
    auto const fast = detail::distance(a, b, most);
    REQUIRE(fast == (model <= most ? std::optional{model} : std::nullopt));
    REQUIRE(fast == detail::distance(b, a, most));
    planted += slow_distance(a, b, false) != model;
  }
  CHECK(planted > 100);
  WARN("names: " << cases << " distances compared with the whole table");
}

TEST_CASE("suggestions are exactly what a look at every name gives") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const rounds = sinedie_test::rounds(300);
  std::size_t cases = 0;
  std::size_t planted = 0;  // a model without the names that begin as the text does
  for (std::size_t r = 0; r < rounds; ++r) {
    auto const word = [&] {
      std::string text(1 + random() % 12, 'a');
      for (char& c : text) c = static_cast<char>('a' + random() % 4);
      return text;
    };
    name_index<venue_id> index;
    std::set<std::string> names;
    for (int i = 0; i < 40; ++i) names.insert(word());
    for (auto const& name : names) index.add(name, name);
    std::string const text = word();
    std::u32string const letters(text.begin(), text.end());
    std::size_t const most = letters.size() <= 2 ? 0 : letters.size() <= 5 ? 1 : letters.size() <= 9 ? 2 : 3;
    std::vector<std::pair<std::size_t, std::string>> model;
    std::size_t by_steps = 0;
    for (auto const& name : names) {
      std::size_t const steps = slow_distance(letters, std::u32string(name.begin(), name.end()));
      if (steps <= most) {
        model.emplace_back(steps, name);
        ++by_steps;
      } else if (name.starts_with(text)) {
        model.emplace_back(name.size() - text.size() + 3, name);
      }
    }
    std::ranges::sort(model);
    std::vector<std::pair<std::size_t, std::string>> real;
    for (auto const& s : index.suggest(text, 100)) real.emplace_back(s.distance, s.name);
    REQUIRE(real == model);
    std::vector<std::string> words;
    for (auto const& [steps, name] : model) words.push_back(name);
    REQUIRE(nearest(text, names, 100) == words);
    planted += by_steps != model.size();
    ++cases;
  }
  CHECK(planted > 0);
  WARN("names: " << cases << " lists of suggestions compared with a look at every name");
}

TEST_CASE("the nearest words answer did you mean") {
  constexpr std::array<std::string_view, 6> words{"party", "venue", "status", "series", "why_undated", "undated"};
  CHECK(nearest("statsu", words) == std::vector<std::string>{"status"});
  CHECK(nearest("Venues", words) == std::vector<std::string>{"venue"});
  CHECK(nearest("why-undated", words) == std::vector<std::string>{"why_undated"});
  CHECK(nearest("zzz", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(nearest("part", std::vector<std::string>{"party", "parts", "part"}, 2) == std::vector<std::string>{"part", "parts"});
}

TEST_CASE("a hundred thousand names and a query of a megabyte are no burden") {
  auto const begin = std::chrono::steady_clock::now();
  name_index<venue_id> index;
  for (int i = 0; i < 100000; ++i) {
    std::string const name = "place " + std::to_string(i * 7919 % 100003);
    index.add("v" + std::to_string(i), name);
  }
  auto const milliseconds = [&] { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(); };
  double const built = milliseconds();
  CHECK(index.find("PLACE 7919") == ids{"v1"});
  CHECK(index.suggest("plaec 7919")[0].id == "v1");
  double const suggested = milliseconds();
  CHECK(index.suggest(std::string(1 << 20, 'p')).empty());
  CHECK(index.find(std::string(1 << 20, 'p')).empty());
  CHECK(index.look_alikes(std::string(1 << 20, 'p')).empty());
  double const all = milliseconds();
  CHECK(all < 60000);
  WARN("names: 100000 added in " << built << " ms, one suggestion in " << suggested - built << " ms, three queries of 1 MiB in "
                                 << all - suggested << " ms");
}

}  // namespace sinedie_test::names_test
