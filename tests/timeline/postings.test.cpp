// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/postings.hpp>

#include <iostream>
#include <random>
#include <set>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::postings_test {

using namespace sinedie;
using detail::posting;
using detail::posting_lists;

namespace {

std::vector<std::uint32_t> all(posting const& p, std::uint32_t first = 0, std::uint32_t last = 0xFFFFFFFFU) {
  std::vector<std::uint32_t> list;
  p.each(first, last, [&](std::uint32_t place) { list.push_back(place); });
  return list;
}

}  // namespace

TEST_CASE("galloping finds what a search from the front finds") {
  std::vector<std::uint32_t> const list{1, 3, 3, 7, 20, 21, 100};
  for (std::size_t from = 0; from <= list.size(); ++from)
    for (std::uint32_t key = 0; key < 110; ++key) {
      std::size_t expected = from;
      while (expected < list.size() && list[expected] < key) ++expected;
      REQUIRE(detail::gallop(list, from, key) == expected);
    }
}

TEST_CASE("lists and bitmaps are intersected and united as sets are") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t bitmaps = 0;
  std::size_t noticed = 0;
  for (auto round = sinedie_test::rounds(300); round > 0; --round) {
    auto const places = 1 + static_cast<std::uint32_t>(dice() % 3000);
    std::vector<std::set<std::uint32_t>> sets(5);
    std::vector<std::uint64_t> odds{2, 3, 30, 200, 100000};
    for (std::size_t k = 0; k < sets.size(); ++k)
      for (std::uint32_t i = 0; i < places; ++i)
        if (dice() % odds[k] == 0) sets[k].insert(i);
    auto const lists = posting_lists::build(sets.size(), places, [&](auto emit) {
      for (std::uint32_t i = 0; i < places; ++i)
        for (std::uint32_t k = 0; k < sets.size(); ++k)
          if (sets[k].contains(i)) emit(k, i);
    });
    bitmaps += lists.bitmaps();
    auto const first = static_cast<std::uint32_t>(dice() % places);
    auto const last = first + static_cast<std::uint32_t>(dice() % places);
    std::vector<posting> some;
    std::vector<std::size_t> chosen;
    for (std::size_t k = 0; k < sets.size(); ++k) {
      REQUIRE(all(lists[k]) == std::vector<std::uint32_t>(sets[k].begin(), sets[k].end()));
      REQUIRE(lists[k].size() == sets[k].size());
      if (dice() % 2 == 0 || (k + 1 == sets.size() && some.empty())) some.push_back(lists[k]), chosen.push_back(k);
    }
    std::vector<std::uint32_t> both, any, expected_both, expected_any;
    for (auto i = first; i < last; ++i) {
      auto const has = [&](std::size_t k) { return sets[k].contains(i); };
      if (std::all_of(chosen.begin(), chosen.end(), has)) expected_both.push_back(i);
      if (std::any_of(chosen.begin(), chosen.end(), has)) expected_any.push_back(i);
    }
    detail::intersect(some, first, last, both);
    detail::unite(some, first, last, any);
    REQUIRE(both == expected_both);
    REQUIRE(any == expected_any);
    ++compared;
    // A planted fault: one place less.
    if (!any.empty() && (any.pop_back(), any != expected_any)) ++noticed;
  }
  CHECK(bitmaps > compared);
  CHECK(noticed > compared / 2);
  CHECK(posting_lists{}[7].empty());
  std::cout << compared << " intersections and unions compared with sets, " << bitmaps
            << " bitmaps among the lists; a planted fault noticed " << noticed << " times\n";
}

TEST_CASE("a plain list longer than a bitmap is intersected with it") {
  std::vector<std::uint32_t> long_list(2000);
  for (std::uint32_t i = 0; i < long_list.size(); ++i) long_list[i] = i;
  auto const lists = posting_lists::build(1, 2000, [](auto emit) {
    for (std::uint32_t i = 0; i < 2000; i += 3) emit(0, i);
  });
  REQUIRE(lists[0].is_bitmap());
  std::vector<std::uint32_t> found;
  detail::intersect({posting{long_list}, lists[0]}, 0, 10, found);
  CHECK(found == std::vector<std::uint32_t>{0, 3, 6, 9});
}

}  // namespace sinedie_test::postings_test
