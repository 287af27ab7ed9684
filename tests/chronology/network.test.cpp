// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/network.hpp>

#include <sinedie/error.hpp>

#include "catch.hpp"

namespace sinedie_test::network_test {

using namespace sinedie;
using namespace sinedie::chronology;

namespace {

template <typename Lay>
errc refused(Lay lay) {
  network net{2};
  net.relate(relation_kind::before, 0, 1, {}, 5);
  try {
    lay(net);
  } catch (error const& e) {
    return e.code();
  }
  return errc::empty;
}

}  // namespace

TEST_CASE("what can't be laid is refused with the reason", "[network]") {
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 0, {}, 6); }) == errc::self_reference);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 2, {}, 6); }) == errc::bad_argument);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 1, {5, 4}, 6); }) == errc::reversed);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 1, {-1, 4}, 6); }) == errc::bad_argument);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 1, {std::int64_t{1} << 62U, no_gap}, 6); }) == errc::out_of_range);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 1, {0, std::int64_t{1} << 62U}, 6); }) == errc::out_of_range);
  CHECK(refused([](network& n) { n.last(1, {std::int64_t{1} << 62U, no_gap}, 6); }) == errc::out_of_range);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 0, 1, {}, 4); }) == errc::bad_argument);
  time::limits const reversed{time::instant{9}, time::instant{9}, time::instant{1}, time::instant{1}};
  CHECK(refused([&](network& n) { n.date(0, reversed, 6); }) == errc::reversed);
  CHECK(refused([](network& n) { n.require(0, 0, 1, 6); }) == errc::bad_argument);
  CHECK(refused([](network& n) { n.relate(relation_kind::before, 1, 0, {}, 6); }) == errc::empty);
}

TEST_CASE("bounds that are unbounded say nothing", "[network]") {
  network net{1};
  net.date(0, time::limits::none(), 0);
  CHECK(net.bounds().empty());
  CHECK(net.statements() == 1);
}

}  // namespace sinedie_test::network_test
