// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include "io/picture_layout.hpp"

#include <algorithm>

#include "io/picture_talks.hpp"

namespace sinedie_test::picture_layout_test {

using namespace sinedie;
using namespace sinedie::detail;

namespace {

picture_axis between(char const* from, char const* to) {
  return {static_cast<double>(time::dating{from}.start_min().seconds()), static_cast<double>(time::dating{to}.start_min().seconds())};
}
std::vector<std::string> labels(picture_axis const& a, std::size_t most, std::string_view language = "en") {
  std::vector<std::string> found;
  for (auto const& m : axis_marks(a, most, language)) found.push_back(m.label);
  return found;
}

}  // namespace

TEST_CASE("marks on the axis are at round places of the calendar", "[picture]") {
  CHECK(labels(between("2025-01-20", "2025-05-10"), 6) == std::vector<std::string>{"Feb 2025", "Mar", "Apr", "May"});
  CHECK(labels(between("2024-11-20", "2025-02-10"), 6, "fr") == std::vector<std::string>{"déc.", "janv. 2025", "févr."});
  CHECK(labels(between("2025-02-26", "2025-03-09"), 6) == std::vector<std::string>{"27", "1 Mar 2025", "3", "5", "7", "9"});
  CHECK(labels(between("1967", "1992"), 6) == std::vector<std::string>{"1970", "1975", "1980", "1985", "1990"});
  auto const hours = labels(between("2025-02-18T09:00:00Z", "2025-02-18T14:00:00Z"), 6);
  REQUIRE(hours.size() == 6);
  CHECK(hours[0] == "18 Feb 2025 09:00");
  CHECK(hours[1] == "10:00");
}

TEST_CASE("whatever the stretch, marks are few, ordered and on it", "[picture]") {
  for (double length : {1.0, 60.0, 3600.0, 86400.0, 1e6, 1e7, 1e8, 1e9, 6e11, 1e13, 1e15, 9e18})
    for (double from : {0.0, -6e11, 1.7e9})
      for (std::size_t most : {2U, 6U, 14U}) {
        CAPTURE(length, from, most);
        auto const marks = axis_marks({from, from + length}, most, "en");
        CHECK(marks.size() <= most * 2 + 2);
        for (std::size_t i = 0; i < marks.size(); ++i) {
          CHECK((marks[i].at >= 0 && marks[i].at <= 1));
          if (i > 0) CHECK(marks[i - 1].at < marks[i].at);
        }
      }
}

TEST_CASE("years before the common era and far ones are marked as they are spelled", "[picture]") {
  auto const far = labels({-3.8e11, 2.6e11}, 5);
  REQUIRE(!far.empty());
  CHECK(far.front() == "−10000");
  CHECK(labels({-6.3e10, -6.1e10}, 5).front() == "−0020");
}

TEST_CASE("a few events far away don't make a dot of the rest", "[picture]") {
  dossier d;
  for (int i = 0; i < 12; ++i) d.add(event{"e" + std::to_string(i)}.on("2025-02-" + std::to_string(10 + i)).held());
  d.add(event{"long-ago"}.on("1648-10-24").held());
  auto const p = picture_of(d);
  auto const axis = axis_of(p, {});
  CHECK(axis.from > static_cast<double>(time::dating{"2025-01-01"}.start_min().seconds()));
  CHECK(axis.to < static_cast<double>(time::dating{"2025-04-01"}.start_min().seconds()));
  picture_options how;
  how.window = time::dating{"1600/2030"}.hull();
  CHECK(axis_of(p, how).from == static_cast<double>(time::dating{"1600"}.start_min().seconds()));
}

TEST_CASE("lanes hold what has a date and the rest stands apart", "[picture]") {
  auto const p = picture_of(sinedie_test::talks());
  auto const l = layout_of(p, {}, lanes_by::party);
  REQUIRE(l.lanes.size() == 2);
  CHECK(l.undated.size() == 4);
  CHECK(l.lanes[0].name.get("fr") == "Alande");
  CHECK(l.lanes[0].events.size() == 6);
  CHECK(l.lanes[1].events.size() == 5);
  auto const few = layout_of(p, {}, lanes_by::party, 1);
  REQUIRE(few.lanes.size() == 2);
  CHECK(few.lanes[1].id.empty());
  auto const none = layout_of(p, {}, lanes_by::none);
  REQUIRE(none.lanes.size() == 1);
  CHECK(none.lanes[0].events.size() == 6);
}

TEST_CASE("links run from the earlier to the later, and without order where there is none", "[picture]") {
  dossier d;
  d.add(event{"a"}.held().on("2025-01-01"));
  d.add(event{"b"}.announced().after("a"));
  d.add(event{"c"}.cancelled().after("a"));
  d.add(event{"d"}.held().on("2024-01-01").after("a"));
  d.add(event{"e"}.maybe_same_as("a"));
  auto const p = picture_of(d);
  auto const links = links_of(p);
  REQUIRE(links.size() == 4);
  using kind = picture_link::sort;
  auto const between = [&](std::string const& from, std::string const& to) {
    auto const found = std::find_if(links.begin(), links.end(), [&](picture_link const& l) {
      return p.events[l.from].id == from && p.events[l.to].id == to;
    });
    REQUIRE(found != links.end());
    return *found;
  };
  CHECK((between("a", "b").what == kind::certain && between("a", "b").directed));
  CHECK(between("a", "c").what == kind::loose);
  CHECK(between("a", "d").what == kind::clash);
  CHECK((between("e", "a").what == kind::loose && !between("e", "a").directed));
}

}  // namespace sinedie_test::picture_layout_test
