// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/allen.hpp>

#include <algorithm>
#include <iostream>
#include <random>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::allen_test {

using namespace sinedie;
using time::instant;

namespace {

struct extent {
  std::int64_t start, end;
};

/// The relation of two extents, by comparing their ends.
relation_kind relation_of(extent a, extent b) {
  using r = relation_kind;
  if (a.end + 1 < b.start) return r::before;
  if (a.end + 1 == b.start) return r::meets;
  if (b.end + 1 < a.start) return r::after;
  if (b.end + 1 == a.start) return r::met_by;
  if (a.start == b.start) return a.end == b.end ? r::equals : a.end < b.end ? r::starts : r::started_by;
  if (a.end == b.end) return a.start > b.start ? r::finishes : r::finished_by;
  if (a.start < b.start) return a.end > b.end ? r::contains : r::overlaps;
  return a.end < b.end ? r::during : r::overlapped_by;
}

bool reads(time::limits const& l, extent e) {
  return l.start_min.seconds() <= e.start && e.start <= l.start_max.seconds() && l.end_min.seconds() <= e.end &&
         e.end <= l.end_max.seconds() && e.start <= e.end;
}

time::limits random_limits(std::mt19937_64& dice) {
  for (;;) {
    auto const at = [&] { return static_cast<std::int64_t>(dice() % 7); };
    auto const l = time::limits{instant{at()}, instant{at()}, instant{at()}, instant{at()}}.tightened();
    if (l) return *l;
  }
}

}  // namespace

TEST_CASE("each relation is yes where all pairs of readings stand in it and no where none does") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t noticed = 0;
  for (auto round = sinedie_test::rounds(1500); round > 0; --round) {
    auto const a = random_limits(dice);
    auto const b = random_limits(dice);
    std::array<std::size_t, 13> seen{};
    std::size_t pairs = 0;
    for (std::int64_t s = 0; s < 7; ++s)
      for (std::int64_t e = s; e < 7; ++e)
        for (std::int64_t t = 0; t < 7 && reads(a, {s, e}); ++t)
          for (std::int64_t f = t; f < 7; ++f)
            if (reads(b, {t, f})) ++seen[static_cast<std::size_t>(relation_of({s, e}, {t, f}))], ++pairs;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      auto const expected = seen[i] == 0 ? truth::no : seen[i] == pairs ? truth::yes : truth::maybe;
      REQUIRE(detail::allen_truth(static_cast<relation_kind>(i), a, b) == expected);
      ++compared;
      // A planted fault: the converse instead.
      if (detail::allen_truth(static_cast<relation_kind>(i), b, a) != expected) ++noticed;
    }
  }
  CHECK(noticed > compared / 10);
  std::cout << compared << " relations compared with all pairs of readings, a planted fault noticed " << noticed << " times\n";
}

TEST_CASE("what has no end ends where everything without an end does") {
  time::limits const open{instant{10}, instant{10}, instant::future(), instant::future()};
  time::limits const later{instant{20}, instant{20}, instant::future(), instant::future()};
  time::limits const day{instant{0}, instant{0}, instant{9}, instant{9}};
  CHECK(detail::allen_truth(relation_kind::finished_by, open, later) == truth::yes);
  CHECK(detail::allen_truth(relation_kind::contains, open, later) == truth::no);
  CHECK(detail::allen_truth(relation_kind::meets, day, open) == truth::yes);
  CHECK(detail::allen_truth(relation_kind::equals, open, open) == truth::yes);
  auto const none = time::limits::none();
  for (int i = 0; i < 13; ++i) {
    // Something without a beginning and an end can't have ended; what is unknown may.
    CHECK(detail::allen_truth(static_cast<relation_kind>(i), none, day) == truth::maybe);
  }
}

TEST_CASE("within counts the distance from the end of the one to the start of the other on either side") {
  auto const day = [](std::int64_t n) {
    return time::limits{instant{n * 86400}, instant{n * 86400}, instant{n * 86400 + 86399}, instant{n * 86400 + 86399}};
  };
  constexpr std::int64_t one = 86400;
  CHECK(detail::within_truth(one, one, day(11), day(10)) == truth::yes);
  CHECK(detail::within_truth(one, one, day(9), day(10)) == truth::yes);
  CHECK(detail::within_truth(one, one, day(10), day(10)) == truth::yes);
  CHECK(detail::within_truth(one, one, day(12), day(10)) == truth::no);
  CHECK(detail::within_truth(28 * one, 31 * one, day(40), day(10)) == truth::maybe);
  CHECK(detail::within_truth(one, one, time::limits::none(), day(10)) == truth::maybe);
}

}  // namespace sinedie_test::allen_test
