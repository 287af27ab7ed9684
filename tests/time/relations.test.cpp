// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/relations.hpp>

#include <utility>
#include <vector>

#include "catch.hpp"

namespace sinedie_test::relations_test {

using namespace sinedie;
using time::instant;
using time::limits;

namespace {

constexpr int axis = 5;

std::vector<limits> every_limits() {
  std::vector<limits> all;
  for (int a = 0; a < axis; ++a)
    for (int b = a; b < axis; ++b)
      for (int c = 0; c < axis; ++c)
        for (int d = c; d < axis; ++d) {
          limits const l{instant{a}, instant{b}, instant{c}, instant{d}};
          if (l.tightened() == l) all.push_back(l);
        }
  return all;
}

std::vector<std::pair<int, int>> readings(limits const& l) {
  std::vector<std::pair<int, int>> all;
  for (int s = 0; s < axis; ++s)
    for (int e = s; e < axis; ++e)
      if (instant{s} >= l.start_min && instant{s} <= l.start_max && instant{e} >= l.end_min && instant{e} <= l.end_max)
        all.emplace_back(s, e);
  return all;
}

template <typename Holds>
truth by_readings(limits const& a, limits const& b, Holds holds) {
  bool some = false, all = true;
  for (auto const& x : readings(a))
    for (auto const& y : readings(b)) {
      bool const one = holds(x, y);
      some = some || one;
      all = all && one;
    }
  return all ? truth::yes : some ? truth::maybe : truth::no;
}

}  // namespace

TEST_CASE("relations answer yes where every pair of readings agrees and no where none does", "[relations]") {
  auto const all = every_limits();
  auto const before = [](auto const& x, auto const& y) { return x.second < y.first; };
  auto const share = [](auto const& x, auto const& y) { return x.first <= y.second && y.first <= x.second; };
  int compared = 0, caught = 0;
  for (auto const& a : all)
    for (auto const& b : all) {
      REQUIRE(time::precedes(a, b) == by_readings(a, b, before));
      REQUIRE(time::intersects(a, b) == by_readings(a, b, share));
      caught += to_truth(a.end_max <= b.start_min) != by_readings(a, b, before);  // the planted fault
      compared += 2;
    }
  WARN("relations: " << compared << " pairs compared, " << caught << " planted faults seen");
  CHECK(caught > 0);
}

}  // namespace sinedie_test::relations_test
