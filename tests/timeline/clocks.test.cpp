// SPDX-License-Identifier: BSL-1.0
// Events whose times state their offsets from UTC: what relates two of them counts by one clock.
#include <sinedie/time/comparison.hpp>
#include <sinedie/timeline/conclusions.hpp>

#include <array>
#include <random>
#include <string>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::clocks_test {

using namespace sinedie;
using time::allen;
using time::dating;

namespace {

event held(char const* id, std::string const& when) {
  event e{id};
  e.on(when).held();
  return e;
}

std::string order_of(timeline const& t) {
  std::string row;
  for (auto const e : t) row += e.id().str();
  return row;
}

/// Minutes around midnight, by a clock or by none.
std::string any_time(std::mt19937& random) {
  constexpr std::array<char const*, 6> times{"2025-02-27T21:00", "2025-02-27T23:59", "2025-02-28T02:00",
                                             "2025-02-28T02:01", "2025-02-28T05:00", "2025-02-28T05:01"};
  constexpr std::array<char const*, 4> clocks{"", "Z", "+03:00", "-05:00"};
  return std::string{times[random() % times.size()]} + clocks[random() % clocks.size()];
}

}  // namespace

TEST_CASE("a relation that holds by one clock clashes with nothing, and puts its events in order", "[clocks]") {
  // 23:30-05:00 on the 27th is 04:30 UTC on the 28th, and 03:00+03:00 on the 28th is midnight.
  dossier d;
  d.add(held("a", "2025-02-27T23:30-05:00"));
  d.add(held("b", "2025-02-28T03:00+03:00").before("a"));
  timeline const t{d};
  CHECK(t.contradictions().empty());
  CHECK(order_of(t) == "ba");
  CHECK(t.find_event("a")->stated()->start_clock().minutes().count() == -300);
  conclusions const known{t};
  CHECK(known.precedes(event_id{"b"}, event_id{"a"}) == truth::yes);
  CHECK(known.precedes(event_id{"a"}, event_id{"b"}) == truth::no);
  CHECK(known.stands(event_id{"a"}, relation_kind::after, event_id{"b"}) == truth::yes);

  dossier other;
  other.add(held("a", "2025-02-27T23:30-05:00").before("b"));
  other.add(held("b", "2025-02-28T03:00+03:00"));
  CHECK(timeline{other}.contradictions().size() == 1);
  // Where one of them states no offset, what the clocks showed is all there is.
  dossier bare;
  bare.add(held("a", "2025-02-27T23:30-05:00").before("b"));
  bare.add(held("b", "2025-02-28T03:00"));
  CHECK(timeline{bare}.contradictions().empty());
}

TEST_CASE("limits are passed on between clocks, shifted by their difference", "[clocks]") {
  dossier d;
  d.add(held("a", "2025-02-27T23:00:00-05:00"));
  event b{"b"};
  b.on("2025-02-28/2025-03-01T12:00:00+03:00").held().after("a");
  d.add(std::move(b));
  event c{"c"};
  c.on("[2025-02-28T07:00:00+03:00,2025-02-28T06:00:00+03:00]").held().after("a");
  d.add(std::move(c));
  timeline const t{d};
  CHECK(t.contradictions().empty());
  // Not both of its dates state an offset: by what the clocks showed.
  CHECK(t.find_event("b")->limits().start_min == dating{"2025-02-28"}.start_min());
  // 23:00-05:00 is 07:00+03:00 on the next day: 06:00 is too early.
  CHECK(t.find_event("c")->limits().start_min == dating{"2025-02-28T07:00:00"}.start_min());
}

TEST_CASE("two dated events clash with a relation just where no pair of their readings allows it", "[clocks]") {
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  constexpr std::array<std::pair<relation_kind, allen>, 13> kinds{{{relation_kind::before, allen::before},
                                                                   {relation_kind::after, allen::after},
                                                                   {relation_kind::meets, allen::meets},
                                                                   {relation_kind::met_by, allen::met_by},
                                                                   {relation_kind::overlaps, allen::overlaps},
                                                                   {relation_kind::overlapped_by, allen::overlapped_by},
                                                                   {relation_kind::starts, allen::starts},
                                                                   {relation_kind::started_by, allen::started_by},
                                                                   {relation_kind::during, allen::during},
                                                                   {relation_kind::contains, allen::contains},
                                                                   {relation_kind::finishes, allen::finishes},
                                                                   {relation_kind::finished_by, allen::finished_by},
                                                                   {relation_kind::equals, allen::equals}}};
  int compared = 0, clashed = 0, caught = 0;
  for (std::size_t n = 0; n < sinedie_test::rounds(2000); ++n) {
    auto const x = any_time(random), y = any_time(random);
    auto const [kind, relation] = kinds[random() % kinds.size()];
    CAPTURE(x, y, to_string(kind));
    dossier d;
    d.add(held("a", x).related(kind, event_id{"b"}));
    d.add(held("b", y));
    timeline const t{d};
    auto const by_readings = time::compare(dating{x}, dating{y});
    // `before` in a dossier: has ended when the other starts.
    auto const allowed = kind == relation_kind::before  ? by_readings.precedes()
                         : kind == relation_kind::after ? time::compare(dating{y}, dating{x}).precedes()
                                                        : by_readings.of(relation);
    REQUIRE(t.contradictions().empty() == (allowed != truth::no));
    if (t.contradictions().empty()) {
      if (kind == relation_kind::before) REQUIRE(order_of(t) == "ab");
      if (kind == relation_kind::after) REQUIRE(order_of(t) == "ba");
    }
    auto const bare = [](std::string const& text) { return dating{text.substr(0, 16)}; };
    clashed += !t.contradictions().empty();
    caught += (time::compare(bare(x), bare(y)).of(relation) == truth::no) != (by_readings.of(relation) == truth::no);  // the planted fault
    ++compared;
  }
  CHECK(compared >= 2000);
  CHECK(clashed > 300);
  CHECK(caught > 100);
  WARN("clocks: " << compared << " pairs compared, " << clashed << " of them clash, " << caught << " planted faults seen");
}

}  // namespace sinedie_test::clocks_test
