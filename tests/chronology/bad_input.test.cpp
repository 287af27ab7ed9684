// SPDX-License-Identifier: BSL-1.0
// Networks that are wrong, or too much.
#include <cstdint>

#include <sinedie/chronology/solve.hpp>
#include <sinedie/error.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::bad_input_test {

using namespace sinedie_test;

namespace {

template <typename Act>
errc refused(Act act) {
  try {
    act();
  } catch (error const& e) {
    return e.code();
  }
  FAIL("no error");
  return errc::cancelled;
}

class never : public watcher {
 public:
  bool go_on(std::uint64_t) override { return false; }
};

}  // namespace

TEST_CASE("what makes no sense is an error and leaves the network as it was", "[bad_input]") {
  network net{3};
  net.relate(relation_kind::before, 0, 1, {}, 0);
  auto const constraints = net.constraints();
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 1, {}, 1); }) == errc::self_reference);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {10, 9}, 1); }) == errc::reversed);
  CHECK(refused([&] { net.last(1, {10, 9}, 1); }) == errc::reversed);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {std::int64_t{1} << 62U, no_gap}, 1); }) == errc::out_of_range);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {0, std::int64_t{1} << 62U}, 1); }) == errc::out_of_range);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 2, {-1, no_gap}, 1); }) == errc::bad_argument);
  CHECK(refused([&] { net.relate(relation_kind::before, 1, 3, {}, 1); }) == errc::bad_argument);
  CHECK(refused([&] { net.date(7, window(0, 1), 1); }) == errc::bad_argument);
  CHECK(net.constraints() == constraints);
  CHECK(solve(net).clashes.empty());
}

TEST_CASE("everything before everything that comes later is solved with its own date alone", "[bad_input]") {
  // Five thousand events have twelve million relations; that many where there is time, else a tenth of them.
  node const n = rounds(1) > 1 ? 5000 : 1582;
  network net{n};
  net.reserve(std::size_t{n} * (n - 1) / 2, 4);
  net.date(0, window(100, 199), 0);
  statement_number by = 1;
  for (node a = 0; a < n; ++a)
    for (node b = a + 1; b < n; ++b) net.relate(relation_kind::before, a, b, {}, by++);
  auto const solved = solve(net);
  CHECK(solved.clashes.empty());
  CHECK(solved.limits[n - 1].start_min == time::instant{100});
  never hasty;
  CHECK(refused([&] { (void)solve(net, &hasty); }) == errc::cancelled);
}

TEST_CASE("a chain of relations against the order of the numbers is solved without recursion", "[bad_input]") {
  node const n = rounds(1) > 1 ? 10'000'001 : 1'000'001;  // ten million relations, or a tenth of them
  network net{n};
  net.reserve(n, 2);
  for (node v = 0; v + 1 < n; ++v) net.relate(relation_kind::after, v, v + 1, {1, no_gap}, v);
  net.date(n - 1, window(0, 9), n);
  auto const solved = solve(net);
  CHECK(solved.clashes.empty());
  CHECK(solved.limits[0].start_min == time::instant{static_cast<std::int64_t>(n) - 1});
}

TEST_CASE("none and one and many of whom nothing is known are defined", "[bad_input]") {
  CHECK(solve(network{}).limits.empty());
  CHECK(solve(network{1}).limits == std::vector<time::limits>{time::limits::none()});
  CHECK(solve(network{1000}).limits == std::vector<time::limits>(1000, time::limits::none()));
  network same{500};
  for (node v = 0; v < 500; ++v) same.date(v, window(0, 86399), v);
  CHECK(solve(same).limits == std::vector<time::limits>(500, window(0, 86399)));
}

}  // namespace sinedie_test::bad_input_test
