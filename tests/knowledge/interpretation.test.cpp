// SPDX-License-Identifier: BSL-1.0
#include <sinedie/knowledge/detail/interpretation.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/contents.hpp>

#include "catch.hpp"

namespace sinedie_test::interpretation_test {

using namespace sinedie;

namespace {

std::chrono::sys_days april(unsigned n) { return std::chrono::year{2025} / std::chrono::April / std::chrono::day{n}; }

/// What stands about the event `x` on a day of April.
standing on(std::vector<report> const& all, knowledge_day day, event x = event{"x"}) {
  dossier d;
  d.add(venue{"turkiye"}).add(venue{"istanbul"}.in("turkiye")).add(venue{"moscow"}).add(x).add(event{"y"});
  for (auto const& r : all) d.add(r);
  auto const contents = d.contents();
  for (auto& s : standings(contents, day))
    if (s.id == "x") return s;
  FAIL("x doesn't exist on that day");
  throw 0;
}
report plan(char const* id, char const* published, claim c) { return report{id, "x"}.published(published).says(std::move(c)); }
std::string date(standing const& s) {
  if (!s.fields.when) return "silent";
  return s.fields.when->dating() ? std::string{s.fields.when->dating()->text()} : "none";
}

}  // namespace

TEST_CASE("a later plan confirms or refines or supersedes", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.announced().on("2025-05")),
                                plan("r2", "2025-04-02", claim{}.on("2025-05-10")), plan("r3", "2025-04-03", claim{}.on("2025-05")),
                                plan("r4", "2025-04-04", claim{}.on("2025-05-12")), plan("r5", "2025-04-05", claim{}.no_date())};
  CHECK(date(on(all, april(1))) == "2025-05");
  CHECK(date(on(all, april(2))) == "2025-05-10");
  CHECK_FALSE(on(all, april(2)).marks.moved);
  CHECK(date(on(all, april(3))) == "2025-05-10");
  CHECK(date(on(all, april(4))) == "2025-05-12");
  CHECK(on(all, april(4)).marks.moved);
  CHECK(on(all, april(4)).disputed.empty());
  CHECK(date(on(all, april(5))) == "none");
  CHECK(on(all, april(5)).marks.postponed);
  CHECK_FALSE(on(all, april(5)).marks.moved);
  CHECK(on(all, april(5)).fields.status == status::announced);
}

TEST_CASE("a plan of lower rank doesn't supersede", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.scheduled().on("2025-05-10")).ranked(rank::preferred),
                                plan("r2", "2025-04-02", claim{}.cancelled().on("2025-05-12"))};
  CHECK(date(on(all, april(2))) == "2025-05-10");
  CHECK(on(all, april(2)).fields.status == status::scheduled);
  CHECK(on(all, april(2)).disputed.empty());
}

TEST_CASE("testimony displaces plans field by field and what nobody bore witness to is presumed", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-10").at("istanbul")),
                                plan("r2", "2025-04-11", claim{}.held().on("2025-04-11"))};
  auto const s = on(all, april(11));
  CHECK(s.fields.status == status::held);
  CHECK(date(s) == "2025-04-11");
  CHECK(s.marks.moved);
  CHECK(s.marks.presumed);  // the venue
  CHECK(s.fields.venues->front().venues.front() == venue_id{"istanbul"});
  auto const both = on({all[0], all[1], plan("r3", "2025-04-12", claim{}.held().at("istanbul"))}, april(12));
  CHECK_FALSE(both.marks.presumed);
  CHECK_FALSE(on({all[0]}, april(11)).marks.presumed);
}

TEST_CASE("of what is under way only the start is borne witness to", "[interpretation]") {
  std::vector<report> all{plan("r1", "2025-04-10", claim{}.under_way().on("2025-04-10/2025-04-12"))};
  CHECK(on(all, april(10)).marks.presumed);
  all.push_back(plan("r2", "2025-04-13", claim{}.held().on("2025-04-10/2025-04-11")));
  CHECK(date(on(all, april(13))) == "2025-04-10/2025-04-11");
  CHECK(on(all, april(13)).disputed.empty());
  CHECK_FALSE(on(all, april(13)).marks.presumed);
  CHECK(on(all, april(13)).fields.status == status::held);
  all.push_back(plan("r3", "2025-04-14", claim{}.held().on("2025-04-09/2025-04-11")));
  CHECK(on(all, april(14)).disputed.has(field::when));
}

TEST_CASE("testimonies that agree refine each other and others are disputed", "[interpretation]") {
  std::vector<report> all{plan("r1", "2025-04-01", claim{}.held().on("2025-02-27")),
                          plan("r2", "2025-04-02", claim{}.held().on("2025-02"))};
  CHECK(date(on(all, april(2))) == "2025-02-27");
  CHECK(on(all, april(2)).disputed.empty());
  all.push_back(plan("r3", "2025-04-03", claim{}.held().on("2025-02-26")));
  CHECK(on(all, april(3)).disputed.has(field::when));
  CHECK(date(on(all, april(3))) == "2025-02-26");
  all.push_back(plan("r4", "2025-04-04", claim{}.held().on("2025-02-25")).ranked(rank::preferred));
  CHECK(date(on(all, april(4))) == "2025-02-25");
  all.push_back(plan("r5", "2025-04-05", claim{}.held().on("2025-02-26")));
  CHECK(date(on(all, april(5))) == "2025-02-25");
  CHECK(on(all, april(5)).disputed.has(field::when));
  CHECK(on({plan("r1", "2025-04-01", claim{}.held().no_date()), plan("r2", "2025-04-02", claim{}.held().on("2025-02"))}, april(2))
            .disputed.empty());
}

TEST_CASE("plans that clash are disputed where their order can't be told unless one supersedes", "[interpretation]") {
  std::vector<report> all{plan("r1", "2025-04-01/2025-04-05", claim{}.scheduled().on("2025-05-10")),
                          plan("r2", "2025-04-03", claim{}.scheduled().on("2025-05-12"))};
  auto const s = on(all, april(6));
  CHECK(s.disputed.has(field::when));
  CHECK(date(s) == "2025-05-12");
  CHECK_FALSE(s.marks.moved);
  all[0].supersedes("r2");
  CHECK(on(all, april(6)).disputed.empty());
  CHECK(date(on(all, april(6))) == "2025-05-10");
  CHECK(on(all, april(6)).marks.moved);
  auto const later = on({all[0], all[1], plan("r3", "2025-04-08", claim{}.on("2025-05-12"))}, april(8));
  CHECK(later.disputed.empty());  // said again after both
  CHECK(date(later) == "2025-05-12");
}

TEST_CASE("a retraction takes a report away from its own publication on", "[interpretation]") {
  std::vector<report> all{plan("r1", "2025-04-01", claim{}.scheduled().on("2025-05-10")),
                          plan("r2", "2025-04-02", claim{}.on("2025-05-11")), report{"r3", "y"}.published("2025-04-03").retracts("r2"),
                          report{"r4", "y"}.published("2025-04-04").retracts("r3")};
  CHECK(date(on(all, april(2))) == "2025-05-11");
  CHECK(date(on(all, april(3))) == "2025-05-10");
  CHECK_FALSE(on(all, april(3)).marks.moved);
  CHECK(date(on(all, april(4))) == "2025-05-11");
}

TEST_CASE("a denial prevails over plans and over testimony of no higher rank", "[interpretation]") {
  auto const said = plan("r1", "2025-04-01", claim{}.held().on("2025-03-25"));
  auto const denial = report{"r2", "x"}.published("2025-04-02").denies(claim{});
  CHECK(on({said, denial}, april(1)).fields.status == status::held);
  CHECK(on({said, denial}, april(2)).fields.status == status::denied);
  auto const better = plan("r1", "2025-04-01", claim{}.held()).ranked(rank::preferred);
  CHECK(on({better, denial}, april(2)).fields.status == status::held);
  CHECK(on({better, denial}, april(2)).marks.denied_by_some);
  auto const planned = plan("r1", "2025-04-01", claim{}.announced());
  CHECK(on({planned, denial}, april(2)).fields.status == status::denied);
  auto const again = plan("r3", "2025-04-03", claim{}.announced());
  CHECK(on({planned, denial, again}, april(3)).fields.status == status::announced);
  CHECK(on({planned, denial, again}, april(3)).marks.denied_by_some);
}

TEST_CASE("denying one field withdraws what was said with lower rank and disputes the rest", "[interpretation]") {
  auto const said = plan("r1", "2025-04-01", claim{}.announced().on("2025-05-10"));
  auto const denial = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05"));
  CHECK(date(on({said, denial}, april(2))) == "2025-05-10");
  CHECK(on({said, denial}, april(2)).disputed.has(field::when));
  auto const higher = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05")).ranked(rank::preferred);
  CHECK(date(on({said, higher}, april(2))) == "silent");
  CHECK(on({said, higher}, april(2)).disputed.empty());
  auto const again = plan("r3", "2025-04-03", claim{}.on("2025-05-10"));
  CHECK(on({said, denial, again}, april(3)).disputed.empty());
  auto const narrow = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05-10"));
  CHECK(on({plan("r1", "2025-04-01", claim{}.announced().on("2025-05")), narrow}, april(2)).disputed.empty());
}

TEST_CASE("after a cancellation only testimony or what supersedes it brings an event back", "[interpretation]") {
  std::vector<report> all{plan("r1", "2025-04-01", claim{}.scheduled()), plan("r2", "2025-04-02", claim{}.cancelled()),
                          plan("r3", "2025-04-03", claim{}.scheduled().at("istanbul"))};
  CHECK(on(all, april(3)).fields.status == status::cancelled);
  CHECK(on(all, april(3)).fields.venues.has_value());
  all[2].supersedes("r2");
  CHECK(on(all, april(3)).fields.status == status::scheduled);
  all[2] = plan("r3", "2025-04-03", claim{}.held());
  CHECK(on(all, april(3)).fields.status == status::held);
}

TEST_CASE("what rests on a report that may not be out yet is flagged until it must be", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.announced()), plan("r2", "2025-04-03/2025-04-05", claim{}.announced()),
                                plan("r3", "2025-04-04/2025-04-06", claim{}.on("2025-05-01"))};
  CHECK_FALSE(on(all, april(3)).marks.maybe_known);  // it only says again what is known
  CHECK(on(all, april(4)).marks.maybe_known);
  CHECK(on(all, april(5)).marks.maybe_known);
  CHECK_FALSE(on(all, april(6)).marks.maybe_known);
  CHECK_FALSE(on(all, std::nullopt).marks.maybe_known);
  CHECK(on({all[1]}, april(4)).marks.maybe_known);
}

TEST_CASE("an event is unconfirmed where all chains of citation end in the dark", "[interpretation]") {
  auto const dark = plan("r1", "2025-04-01", claim{}.announced()).cites(unnamed{"an official", 1});
  auto const reprint = plan("r2", "2025-04-02", claim{}.announced()).cites(report_id{"r1"});
  CHECK(on({dark, reprint}, april(2)).marks.unconfirmed);
  CHECK_FALSE(on({dark, reprint, plan("r3", "2025-04-03", claim{}.announced())}, april(3)).marks.unconfirmed);
}

TEST_CASE("deprecated reports never count and reports that are published never don't either", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.announced()),
                                plan("r2", "2025-04-02", claim{}.cancelled()).ranked(rank::deprecated),
                                report{"r3", "x"}.published(date_statement::none()).says(claim{}.cancelled())};
  CHECK(on(all, std::nullopt).fields.status == status::announced);
}

TEST_CASE("reports that limit when an event can be come with the days of what they cite", "[interpretation]") {
  std::vector<report> const all{plan("r1", "2025-04-01", claim{}.possible()),
                                plan("r2", "2025-04-02", claim{}.scheduled()).said("2025-03-31"),
                                plan("r3", "2025-04-03", claim{}.scheduled().on("2025-03-01")),
                                plan("r4", "2025-04-05", claim{}.under_way()),
                                plan("r5", "2025-04-07T10:00:00", claim{}.held()),
                                plan("r6", "2025-04-09", claim{}.scheduled())};
  auto const s = on(all, std::nullopt);
  REQUIRE(s.reports.size() == 3);
  CHECK(s.reports[0].reached == progress::stage::planned);
  CHECK(s.reports[0].on == time::span::day(april(1) - std::chrono::days{1}));
  CHECK(s.reports[1].reached == progress::stage::under_way);
  CHECK(s.reports[2].reached == progress::stage::held);
  CHECK(s.reports[2].on == time::span::day(april(7)));
}

}  // namespace sinedie_test::interpretation_test
