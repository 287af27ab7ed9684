// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/window_index.hpp>

#include <algorithm>
#include <iostream>
#include <random>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::window_index_test {

using namespace sinedie;
using time::instant;

static_assert(detail::civil_day(instant{-1}) == -1 && detail::civil_day(instant{0}) == 0 && detail::civil_day(instant{86399}) == 0);
static_assert(detail::civil_day(instant{-86400}) == -1 && detail::civil_day(instant{-86401}) == -2);
static_assert(detail::begins_day(instant{-86400}) && !detail::begins_day(instant{-86401}) && detail::begins_day(instant::past()));

namespace {

constexpr std::int64_t day = 86400;

/// Extents in the order of their starts: most of a day, some of days, some of years, some without an end, some within a day.
std::vector<time::limits> random_extents(std::mt19937_64& dice, std::size_t n, std::int64_t days) {
  std::vector<time::limits> all;
  for (std::size_t i = 0; i < n; ++i) {
    auto start = static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(days)) * day;
    auto end = start + day - 1;
    switch (dice() % 8) {
      case 0: end += static_cast<std::int64_t>(dice() % 10) * day; break;
      case 1: end += static_cast<std::int64_t>(dice() % 900) * day; break;
      case 2:
        start += static_cast<std::int64_t>(dice() % 40000);
        end = start + static_cast<std::int64_t>(dice() % 40000);
        break;
      default: break;
    }
    auto const last = dice() % 50 == 0 ? instant::future() : instant{end};
    all.push_back({instant{start}, instant{start}, last, last});
  }
  std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.start_min < b.start_min; });
  return all;
}

}  // namespace

TEST_CASE("windows are counted and listed as a look at each extent counts and lists them") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t fast = 0;
  std::size_t noticed = 0;
  for (auto round = sinedie_test::rounds(40); round > 0; --round) {
    auto const n = dice() % 4000;
    auto const days = static_cast<std::int64_t>(1 + dice() % (round % 3 == 0 ? 40000000 : 4000));
    auto const extents = random_extents(dice, n, days);
    std::vector<std::uint32_t> left_out;
    if (round % 2 == 0)
      for (std::uint32_t i = 0; i < n; ++i)
        if (dice() % 10 == 0) left_out.push_back(i);
    auto const limits = [&](std::uint32_t i) -> time::limits const& { return extents[i]; };
    detail::window_index index;
    index.build(static_cast<std::uint32_t>(n), left_out, limits);
    for (int k = 0; k < 50; ++k) {
      auto first = instant{static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(days + 20)) * day - 10 * day};
      auto last = first.plus(static_cast<std::int64_t>(1 + dice() % (k % 2 == 0 ? 3 : 800)) * day - 1);
      if (dice() % 4 == 0) first = first.plus(static_cast<std::int64_t>(dice() % 80000));
      if (dice() % 4 == 0) last = last.plus(-static_cast<std::int64_t>(dice() % 3000));
      if (dice() % 20 == 0) first = instant::past();
      if (dice() % 20 == 0) last = instant::future();
      if (last < first) continue;
      std::vector<std::uint32_t> expected, found;
      for (std::uint32_t i = 0; i < n; ++i)
        if (!std::binary_search(left_out.begin(), left_out.end(), i) && extents[i].start_min <= last && first <= extents[i].end_max)
          expected.push_back(i);
      index.list(first, last, limits, found);
      REQUIRE(found == expected);
      REQUIRE(index.count(first, last, limits) == expected.size());
      REQUIRE(index.estimate(first, last) >= expected.size());
      ++compared;
      if (detail::begins_day(first)) ++fast;
      // A planted fault: a window that begins a day later.
      found.clear();
      index.list(first.plus(day), last.plus(day), limits, found);
      if (found != expected) ++noticed;
    }
  }
  CHECK(fast > compared / 2);
  CHECK(fast < compared);
  CHECK(noticed > compared / 10);
  std::cout << compared << " windows compared with a look at each extent, " << fast
            << " of them counted by look-ups; a planted fault noticed " << noticed << " times\n";
}

TEST_CASE("the lists at the checkpoints are no longer than there are long extents") {
  std::mt19937_64 dice{sinedie_test::seed()};
  auto const extents = random_extents(dice, 60000, 4000);
  detail::window_index index;
  index.build(60000, {}, [&](std::uint32_t i) -> time::limits const& { return extents[i]; });
  std::size_t lasting = 0;
  for (auto const& e : extents) lasting += detail::civil_day(e.end_max) > detail::civil_day(e.start_min) ? 1U : 0U;
  CHECK(index.bytes() < lasting * 24 + 4000 * 24 + 65536);
}

TEST_CASE("a directory of distant days looks them up by search") {
  detail::day_directory d;
  d.build({-2000000000, 5, 2000000000}, {0, 1, 2, 3});
  CHECK(d.before(-2000000000) == 0);
  CHECK(d.before(-1999999999) == 1);
  CHECK(d.before(5) == 1);
  CHECK(d.before(6) == 2);
  CHECK(d.before(2000000001) == 3);
  CHECK(detail::day_directory{}.before(0) == 0);
}

}  // namespace sinedie_test::window_index_test
