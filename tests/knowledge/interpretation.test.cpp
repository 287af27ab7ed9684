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
  d.add(party{"russia"}).add(party{"united-states"}).add(party{"turkiye"}).add(series{"rounds"});
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

TEST_CASE("a denied value goes, a wider one beside it stays, and nothing that was superseded returns", "[interpretation]") {
  auto const said = plan("r1", "2025-04-01", claim{}.announced().on("2025-05-10"));
  auto const denial = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05"));
  CHECK(date(on({said, denial}, april(1))) == "2025-05-10");
  CHECK(date(on({said, denial}, april(2))) == "silent");
  CHECK(on({said, denial}, april(2)).disputed.empty());
  CHECK(on({said, denial}, april(2)).marks.postponed);  // it has had a date
  CHECK_FALSE(on({said, denial}, april(2)).marks.denied_by_some);
  auto const again = plan("r3", "2025-04-03", claim{}.on("2025-05-10"));
  CHECK(date(on({said, denial, again}, april(3))) == "2025-05-10");
  CHECK(on({said, denial, again}, april(3)).marks.denied_by_some);
  auto const higher = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05")).ranked(rank::preferred);
  CHECK(date(on({said, higher, again}, april(3))) == "silent");
  auto const narrow = report{"r2", "x"}.published("2025-04-02").denies(claim{}.on("2025-05-10"));
  CHECK(date(on({plan("r0", "2025-04-01", claim{}.announced().on("2025-05")), said, narrow}, april(2))) == "2025-05");
  // What took its place is gone, and what it took the place of doesn't come back.
  auto const first = plan("r0", "2025-03-30", claim{}.on("2025-05-03"));
  CHECK(date(on({first, said, narrow}, april(2))) == "silent");
  CHECK(date(on({first, said, narrow, plan("r3", "2025-04-03", claim{}.on("2025-05-03"))}, april(3))) == "2025-05-03");
  // Once a date of higher rank is denied, one of lower rank isn't measured by it.
  auto const ranked = plan("r1", "2025-04-01", claim{}.announced().on("2025-05-10")).ranked(rank::preferred);
  auto const other = plan("r3", "2025-04-03", claim{}.on("2025-05-12"));
  CHECK(date(on({ranked, narrow, other}, april(3))) == "2025-05-12");
  CHECK_FALSE(on({ranked, narrow, other}, april(3)).marks.moved);  // it took no date's place
  // A denial of lower rank than testimony disputes it.
  auto const held = plan("r1", "2025-05-11", claim{}.held().on("2025-05-10")).ranked(rank::preferred);
  auto const late = report{"r2", "x"}.published("2025-05-12").denies(claim{}.on("2025-05-10"));
  auto const s = on({held, late}, std::nullopt);
  CHECK(date(s) == "2025-05-10");
  CHECK(s.disputed.has(field::when));
  CHECK(s.marks.denied_by_some);
}

TEST_CASE("a denial concerns what was published by its last possible day", "[interpretation]") {
  auto const denial = report{"r2", "x"}.published("2025-04-02/2025-04-06").denies(claim{});
  auto const within = plan("r1", "2025-04-05", claim{}.announced());
  CHECK(on({within, denial}, april(9)).fields.status == status::denied);
  auto const after = plan("r1", "2025-04-07", claim{}.announced());
  CHECK(on({after, denial}, april(9)).fields.status == status::announced);
  CHECK(on({after, denial}, april(9)).marks.denied_by_some);
  // Testimony that came later doesn't help a denial, nor hurt it.
  auto const held = plan("r3", "2025-04-08", claim{}.held()).ranked(rank::preferred);
  CHECK(on({within, denial, held}, april(7)).fields.status == status::denied);
  CHECK(on({within, denial, held}, april(9)).fields.status == status::held);
  // What outranks no denial stays denied.
  auto const firm = report{"r2", "x"}.published("2025-04-02").denies(claim{}).ranked(rank::preferred);
  CHECK(on({firm, after}, april(9)).fields.status == status::denied);
  CHECK_FALSE(on({firm, after}, april(9)).marks.denied_by_some);
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

TEST_CASE("a report that may have come out at any time is never known for certain", "[interpretation]") {
  auto const undated = report{"r1", "x"}.says(claim{}.scheduled().on("2025-05-10"));
  CHECK(on({undated}, april(1)).marks.maybe_known);
  CHECK_FALSE(on({undated}, std::nullopt).marks.maybe_known);
  CHECK_FALSE(on({undated, plan("r2", "2025-04-01", claim{}.scheduled().on("2025-05-10"))}, april(1)).marks.maybe_known);
  // Nor can it be told whether it came before another one.
  CHECK(on({undated, plan("r2", "2025-04-01", claim{}.scheduled().on("2025-05-11"))}, april(1)).disputed.has(field::when));
}

TEST_CASE("a report without a status testifies once somebody has", "[interpretation]") {
  auto const planned = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-10"));
  auto const held = plan("r2", "2025-04-11", claim{}.held());
  auto const later = plan("r3", "2025-04-12", claim{}.on("2025-04-09"));
  CHECK(date(on({planned, held, later}, april(12))) == "2025-04-09");
  CHECK_FALSE(on({planned, held, later}, april(12)).marks.presumed);
  CHECK(on({planned, held, later}, april(12)).marks.moved);
  // Before anybody had testified it told a plan; by its last possible day counts.
  auto const earlier = plan("r3", "2025-04-05", claim{}.on("2025-04-09"));
  CHECK(on({planned, held, earlier}, april(12)).marks.presumed);
  CHECK_FALSE(on({planned, held, plan("r3", "2025-04-05/2025-04-11", claim{}.on("2025-04-09"))}, april(12)).marks.presumed);
  // What an event declares counts as testimony.
  auto const s = on({plan("r1", "2025-04-01", claim{}.on("2025-03-10")), plan("r2", "2025-04-02", claim{}.on("2025-03-11"))}, april(2),
                    event{"x"}.held());
  CHECK(s.disputed.has(field::when));
  CHECK_FALSE(s.marks.presumed);
}

TEST_CASE("a planned date that can't be by what the status says of its day isn't presumed", "[interpretation]") {
  auto const planned = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-20").expected("2025-04-18/2025-04-22").at("istanbul"));
  auto const early = on({planned, plan("r2", "2025-04-12", claim{}.held())}, april(30));
  CHECK(date(early) == "silent");
  CHECK_FALSE(early.fields.expected);
  CHECK(early.marks.presumed);  // the venue
  auto const late = on({planned, plan("r2", "2025-04-25", claim{}.held())}, april(30));
  CHECK(date(late) == "2025-04-20");
  CHECK(late.fields.expected->dating()->text() == "2025-04-18/2025-04-22");
  // By the day of the cited statement, not that of its publication.
  CHECK(date(on({planned, plan("r2", "2025-04-25", claim{}.held()).said("2025-04-12")}, april(30))) == "silent");
  // One of its readings is enough.
  auto const wide = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04"));
  CHECK(date(on({wide, plan("r2", "2025-04-12", claim{}.held())}, april(30))) == "2025-04");
  auto const days = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-10/2025-04-12"));
  CHECK(date(on({days, plan("r2", "2025-04-11", claim{}.held())}, april(30))) == "silent");
  CHECK(date(on({days, plan("r2", "2025-04-11", claim{}.under_way())}, april(30))) == "2025-04-10/2025-04-12");
  CHECK(date(on({days, plan("r2", "2025-04-13", claim{}.under_way())}, april(30))) == "silent");
}

TEST_CASE("put off without a new date says that there is none", "[interpretation]") {
  auto const planned = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-20"));
  auto const off = on({planned, plan("r2", "2025-04-02", claim{}.postponed())}, april(2));
  CHECK(date(off) == "none");
  CHECK(off.marks.postponed);
  auto const moved = on({planned, plan("r2", "2025-04-02", claim{}.postponed().on("2025-05-20"))}, april(2));
  CHECK(date(moved) == "2025-05-20");
  CHECK(moved.marks.moved);
  CHECK_FALSE(moved.marks.postponed);
  // Of lower rank, it takes no date away.
  auto const firm = plan("r1", "2025-04-01", claim{}.scheduled().on("2025-04-20")).ranked(rank::preferred);
  CHECK(date(on({firm, plan("r2", "2025-04-02", claim{}.postponed())}, april(2))) == "2025-04-20");
}

TEST_CASE("of plans told on one day the firmest stands, of those with the highest rank", "[interpretation]") {
  auto const status_of = [](std::vector<report> const& all) { return *on(all, april(9)).fields.status; };
  auto const possible = plan("r1", "2025-04-02", claim{}.possible());
  auto const scheduled = plan("r2", "2025-04-02", claim{}.scheduled());
  CHECK(status_of({possible, scheduled}) == status::scheduled);
  CHECK(on({possible, scheduled}, april(9)).disputed.empty());
  CHECK(status_of({plan("r3", "2025-04-02", claim{}.possible()), scheduled}) == status::scheduled);  // whatever they are called
  CHECK(status_of({plan("r1", "2025-04-02", claim{}.possible()).ranked(rank::preferred), scheduled}) == status::possible);
  CHECK(status_of({scheduled, plan("r3", "2025-04-03", claim{}.possible())}) == status::possible);  // on another day
  CHECK(on({scheduled, plan("r3", "2025-04-02", claim{}.cancelled())}, april(9)).disputed.has(field::status));
  CHECK(on({possible, plan("r2", "2025-04-01/2025-04-03", claim{}.scheduled())}, april(9)).disputed.has(field::status));
}

TEST_CASE("a date and an interval agree where their starts can, and a qualified date gives way to a witness who is sure",
          "[interpretation]") {
  auto const both = [](claim a, claim b) {
    return on({plan("r1", "2025-04-01", std::move(a)), plan("r2", "2025-04-02", std::move(b))}, april(2));
  };
  for (bool const swapped : {false, true}) {
    auto const told = [&](claim a, claim b) { return swapped ? both(std::move(b), std::move(a)) : both(std::move(a), std::move(b)); };
    auto const interval = told(claim{}.held().on("2025-02"), claim{}.held().on("2025-02-27/2025-02-28"));
    CHECK(date(interval) == "2025-02-27/2025-02-28");
    CHECK(interval.disputed.empty());
    CHECK(told(claim{}.held().on("2025-02-28"), claim{}.held().on("2025-02-27/2025-02-28")).disputed.has(field::when));
    CHECK(date(told(claim{}.on("2025-05-10/2025-05-12"), claim{}.on("2025-05-10"))) == "2025-05-10/2025-05-12");  // among plans too
    CHECK(date(told(claim{}.held().on("2025-02-10/.."), claim{}.held().on("2025-02-10/2025-02-12"))) == "2025-02-10/2025-02-12");
    auto const sure = told(claim{}.held().on("2025-02-27?"), claim{}.held().on("2025-02"));
    CHECK(date(sure) == "2025-02");
    CHECK(told(claim{}.held().on("2025-02-27?"), claim{}.held().on("2025-03")).disputed.empty());
    CHECK(told(claim{}.held().on("[2025-02-01,2025-02-27]"), claim{}.held().on("2025-02-12")).disputed.has(field::when));
  }
}

TEST_CASE("of compatible plans of which none is narrower the later stands", "[interpretation]") {
  auto const s = on({plan("r1", "2025-04-01", claim{}.on("2025-05-01/2025-05-20")).ranked(rank::preferred),
                     plan("r2", "2025-04-02", claim{}.on("2025-05-01/..").expected("2025-06")),
                     plan("r3", "2025-04-03", claim{}.expected("2025-06-15/2025-07-15"))}, april(3));
  CHECK(date(s) == "2025-05-01/2025-05-20");
  CHECK(s.fields.expected->dating()->text() == "2025-06-15/2025-07-15");
}

TEST_CASE("parties, topics, series and actors add up", "[interpretation]") {
  auto const first = plan("r1", "2025-04-01", claim{}.scheduled().between("russia", "united-states").topic("grain").by(party_id{"russia"}));
  auto const second =
      plan("r2", "2025-04-02", claim{}.with("turkiye", "host").with("russia", "guest").topic("fish").in_series("rounds", 2));
  auto names = [](standing const& s) {
    std::string text;
    for (auto const& p : *s.fields.parties) text += p.party.str() + (p.role.empty() ? "" : ':' + p.role) + ' ';
    return text;
  };
  auto const s = on({first, second}, april(2));
  CHECK(names(s) == "united-states turkiye:host russia:guest ");
  CHECK(*s.fields.topics == std::vector<std::string>{"grain", "fish"});
  CHECK(s.fields.by->size() == 1);
  CHECK(s.fields.series->front().round == 2U);
  CHECK(s.disputed.empty());
  CHECK_FALSE(s.marks.presumed);
  // One list that holds all is shown as it is.
  CHECK(names(on({first, plan("r2", "2025-04-02", claim{}.between("turkiye", "united-states", "russia"))}, april(2))) ==
        "turkiye united-states russia ");
  // Beside testimony, who is only on the list of a plan is presumed.
  auto const held = plan("r3", "2025-04-03", claim{}.held().between("russia", "united-states").topic("grain").by(party_id{"russia"}));
  CHECK_FALSE(on({first, held}, april(3)).marks.presumed);
  CHECK(on({first, second, held}, april(3)).marks.presumed);
  // A denial takes one name away.
  auto const denial = report{"r4", "x"}.published("2025-04-04").denies(claim{}.between("turkiye"));
  CHECK(names(on({first, second, denial}, april(4))) == "united-states russia:guest ");
  // Of rounds, the later plan's stands, and a witness's before any plan's.
  auto const third = plan("r5", "2025-04-05", claim{}.in_series("rounds", 3));
  CHECK(on({second, third}, april(5)).fields.series->front().round == 3U);
  CHECK(on({second, third}, april(5)).disputed.empty());
  CHECK(on({plan("r2", "2025-04-04/2025-04-06", claim{}.in_series("rounds", 2)), third}, april(6)).disputed.has(field::series));
  auto const witness = plan("r4", "2025-04-04", claim{}.held().in_series("rounds", 2));
  CHECK(on({witness, plan("r5", "2025-04-03", claim{}.in_series("rounds", 3))}, april(5)).fields.series->front().round == 2U);
  // Explicitly none, of a plan, takes away what was planned before.
  claim_fields none;
  none.topics.emplace();
  CHECK(on({first, second, plan("r6", "2025-04-06", claim{}.describe(none))}, april(6)).fields.topics->empty());
  auto const dropped = plan("r6", "2025-04-06", claim{}.describe(none));
  auto const after = on({first, dropped, plan("r7", "2025-04-07", claim{}.topic("fish"))}, april(7));
  CHECK(after.fields.topics == std::vector<std::string>{"fish"});
}

TEST_CASE("an event exists from the first report that counts", "[interpretation]") {
  auto const exists = [](std::vector<report> const& all, unsigned day) {
    dossier d;
    d.add(event{"x"}).add(event{"y"});
    for (auto const& r : all) d.add(r);
    auto const contents = d.contents();
    auto const known = standings(contents, april(day));
    return std::any_of(known.begin(), known.end(), [](standing const& s) { return s.id == "x"; });
  };
  auto const deprecated = plan("r1", "2025-04-01", claim{}.announced()).ranked(rank::deprecated);
  CHECK_FALSE(exists({deprecated}, 9));
  CHECK_FALSE(exists({deprecated, plan("r2", "2025-04-05", claim{}.announced())}, 4));
  CHECK(exists({deprecated, plan("r2", "2025-04-05", claim{}.announced())}, 5));
  // Whose reports are all retracted stays, bare.
  auto const retracted = plan("r2", "2025-04-02", claim{}.announced().on("2025-05-10"));
  auto const s = on({retracted, report{"r3", "y"}.published("2025-04-03").retracts("r2")}, april(3));
  CHECK(date(s) == "silent");
  CHECK_FALSE(s.fields.status);
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
  REQUIRE(s.reports.size() == 2);  // plans that testimony displaced limit nothing
  CHECK(s.reports[0].reached == progress::stage::under_way);
  CHECK(s.reports[1].reached == progress::stage::held);
  CHECK(s.reports[1].on == time::span::day(april(7)));
  auto const before = on(all, april(4));
  REQUIRE(before.reports.size() == 1);  // what is possible tells nothing, what is stale neither
  CHECK(before.reports[0].reached == progress::stage::planned);
  CHECK(before.reports[0].on == time::span::day(april(1) - std::chrono::days{1}));
  // What may have been said later than the day of knowledge was said by then.
  auto const window = on({plan("r1", "2025-04-01/2025-04-20", claim{}.held())}, april(5));
  CHECK(window.reports[0].on == time::span{time::span::day(april(1)).first(), time::span::day(april(5)).last()});
}

}  // namespace sinedie_test::interpretation_test
