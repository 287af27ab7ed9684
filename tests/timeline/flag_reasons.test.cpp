// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/entry.hpp>

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include <sinedie/timeline/timeline.hpp>

#include "catch.hpp"

namespace sinedie_test::flag_reasons_test {

using namespace sinedie;

namespace {

/// An event for each flag, as of 1 May 2025.
dossier all_flags() {
  dossier d;
  d.as_of("2025-05-01");
  d.add(party{"russia"}.name(localized{"Russia"}.in("fr", "Russie")));
  d.add(document{"gazette"}.source("The Gazette").published("2025-04-02"));
  d.add(document{"later"}.source("The Gazette").published("2025-04-20"));
  d.add(document{"wire"}.published("2025-04-28/2025-05-10"));
  auto const told = [&](char const* report_id_text, char const* about, char const* in, claim says) {
    d.add(report{report_id_text, about}.in(in).cites(party_id{"russia"}).says(std::move(says)));
  };
  d.add(event{"first"}.on("2025-02-18").held());
  d.add(event{"second"}.after("first"));
  told("r1", "second", "gazette", claim{}.announced().no_date(why_undated::unannounced).by("russia").expected("2025-04-10/2025-04-30"));
  d.add(event{"held"}.held().before("first"));
  d.add(event{"off"}.cancelled());
  d.add(event{"vague"}.on("2025-03~").held().after("first"));
  d.add(event{"doubtful"}.on(date_statement{time::dating{"2025-03-04?"}}.as_written("mardi", "fr").inferred()).held());
  d.add(event{"put-off"});
  told("p1", "put-off", "gazette", claim{}.scheduled().on("2025-06-10"));
  told("p2", "put-off", "later", claim{}.postponed());
  d.add(event{"moved"});
  told("m1", "moved", "gazette", claim{}.scheduled().on("2025-06-10"));
  told("m2", "moved", "later", claim{}.scheduled().on("2025-06-15"));
  d.add(event{"late"}.scheduled().on("2025-04-10"));
  d.add(event{"presumed"});
  told("q1", "presumed", "gazette", claim{}.scheduled().on("2025-04-15"));
  told("q2", "presumed", "later", claim{}.held());
  d.add(event{"hearsay"});
  d.add(report{"h1", "hearsay"}.in("wire").cites(unnamed{"an official"}).says(claim{}.possible()));
  d.add(event{"argued"});
  told("x1", "argued", "gazette", claim{}.held().on("2025-02-26"));
  told("x2", "argued", "later", claim{}.held().on("2025-02-27"));
  d.add(event{"denied"});
  d.add(report{"y1", "denied"}.in("gazette").ranked(rank::preferred).says(claim{}.held().on("2025-03-30")));
  d.add(report{"y2", "denied"}.in("later").denies({}));
  d.add(event{"clash"}.on("2025-01-10").held().after("first"));
  return d;
}

struct sentence {
  std::string event;
  flag why;
  std::string english, french;
};

std::vector<sentence> const& right() {
  static std::vector<sentence> const all{
      {"clash", flag::contradictory,
       "It takes part in a contradiction of 3 statements with \"first\"; they can't all be right.",
       "L'événement prend part à une contradiction de 3 énoncés avec « first » ; ils ne peuvent pas tous être "
       "exacts."},
      {"held", flag::undated,
       "Nobody has stated a date.",
       "Personne n'a donné de date."},
      {"held", flag::date_unstated,
       "Its status is \"held\", as the dossier declares (as of 1 May 2025), but nobody says when; it falls by 18 February "
       "2025.",
       "Son état est « tenu », comme le déclare le dossier (au 1er mai 2025), mais personne ne dit quand ; il tombe "
       "au plus tard le 18 février 2025."},
      {"held", flag::derived,
       "It is limited by what else is known: it falls by 18 February 2025.",
       "Ce que l'on sait d'autre le borne : il tombe au plus tard le 18 février 2025."},
      {"first", flag::contradictory,
       "It takes part in a contradiction of 3 statements with \"clash\"; they can't all be right.",
       "L'événement prend part à une contradiction de 3 énoncés avec « clash » ; ils ne peuvent pas tous être "
       "exacts."},
      {"argued", flag::disputed,
       "Those who tell of it clash on its date: 2025-02-27 (report \"x2\" (The Gazette) of 20 April 2025) and 2025-02-26 "
       "(report \"x1\" (The Gazette) of 2 April 2025).",
       "Ceux qui en parlent se contredisent sur sa date : 2025-02-27 (le rapport « x2 » (The Gazette) du 20 avril "
       "2025) et 2025-02-26 (le rapport « x1 » (The Gazette) du 2 avril 2025)."},
      {"vague", flag::approximate,
       "Its date, around March 2025, is marked as approximate.",
       "Sa date, vers mars 2025, est marquée comme approximative."},
      {"doubtful", flag::uncertain,
       "Its date, perhaps 4 March 2025, is marked as uncertain.",
       "Sa date, peut-être 4 mars 2025, est marquée comme incertaine."},
      {"doubtful", flag::inferred,
       "Its date, perhaps 4 March 2025, was inferred from what the source says (\"mardi\").",
       "Sa date, peut-être 4 mars 2025, a été déduite de ce que dit la source (« mardi »)."},
      {"denied", flag::denied_by_some,
       "It is denied by report \"y2\" (The Gazette) of 20 April 2025, which doesn't prevail.",
       "L'événement est démenti par le rapport « y2 » (The Gazette) du 20 avril 2025, qui ne l'emporte pas."},
      {"late", flag::overdue,
       "It was to start by 10 April 2025, and by 1 May 2025 nobody says that it was held.",
       "L'événement devait commencer au plus tard le 10 avril 2025, et le 1er mai 2025 personne ne dit qu'il a eu "
       "lieu."},
      {"second", flag::undated,
       "Nobody has stated a date; report \"r1\" (The Gazette) of 2 April 2025 says that there is none; none was announced.",
       "Personne n'a donné de date ; le rapport « r1 » (The Gazette) du 2 avril 2025 dit qu'il n'y en a pas ; aucune "
       "n'a été annoncée."},
      {"second", flag::no_date_yet,
       "It is announced by Russia, as report \"r1\" (The Gazette) of 2 April 2025 says, and nobody has named a day; it "
       "doesn't fall before 2 April 2025.",
       "L'événement est annoncé (Russie), comme le dit le rapport « r1 » (The Gazette) du 2 avril 2025, et "
       "personne n'a nommé de jour ; il ne tombe pas avant le 2 avril 2025."},
      {"second", flag::expected,
       "It is foreseen between 10 April 2025 and 30 April 2025, as report \"r1\" (The Gazette) of 2 April 2025 says; that "
       "doesn't date it.",
       "L'événement est attendu entre le 10 avril 2025 et le 30 avril 2025, comme le dit le rapport « r1 » (The "
       "Gazette) du 2 avril 2025 ; cela ne le date pas."},
      {"second", flag::derived,
       "It is limited by what else is known: it doesn't fall before 2 April 2025.",
       "Ce que l'on sait d'autre le borne : il ne tombe pas avant le 2 avril 2025."},
      {"second", flag::overdue,
       "It was expected by 30 April 2025, as report \"r1\" (The Gazette) of 2 April 2025 says, and by 1 May 2025 nobody "
       "says that it was held.",
       "L'événement était attendu au plus tard le 30 avril 2025, comme le dit le rapport « r1 » (The Gazette) du 2 "
       "avril 2025, et le 1er mai 2025 personne ne dit qu'il a eu lieu."},
      {"presumed", flag::presumed,
       "Its status is \"held\", as report \"q2\" (The Gazette) of 20 April 2025 says, but only plans tell its date (report "
       "\"q1\" (The Gazette) of 2 April 2025).",
       "Son état est « tenu », comme le dit le rapport « q2 » (The Gazette) du 20 avril 2025, mais seuls des plans "
       "disent sa date (le rapport « q1 » (The Gazette) du 2 avril 2025)."},
      {"hearsay", flag::undated,
       "Nobody has stated a date.",
       "Personne n'a donné de date."},
      {"hearsay", flag::no_date_yet,
       "It is possible, as report \"h1\" (wire) published between 28 April 2025 and 10 May 2025 says, and nobody has "
       "named a day; nothing limits when it falls.",
       "L'événement est possible, comme le dit le rapport « h1 » (wire) publié entre le 28 avril 2025 et le 10 mai "
       "2025, et personne n'a nommé de jour ; rien ne borne le moment où il tombe."},
      {"hearsay", flag::maybe_known,
       "What stands rests on what may not have been published by 1 May 2025: \"h1\", published between 28 April 2025 "
       "and 10 May 2025.",
       "Ce qui vaut repose sur ce qui n'était peut-être pas encore publié le 1er mai 2025 : « h1 », publié "
       "entre le 28 avril 2025 et le 10 mai 2025."},
      {"hearsay", flag::unconfirmed,
       "Whoever tells of it relies in the end on somebody unnamed: report \"h1\" (wire) published between 28 April 2025 "
       "and 10 May 2025.",
       "Tous ceux qui en parlent s'appuient en fin de compte sur quelqu'un qui n'est pas nommé : le rapport « h1 » "
       "(wire) publié entre le 28 avril 2025 et le 10 mai 2025."},
      {"put-off", flag::postponed,
       "It was to be on 2025-06-10 (report \"p1\" (The Gazette) of 2 April 2025), and has no date now, as report \"p2\" (The Gazette) of "
       "20 April 2025 says.",
       "L'événement devait avoir lieu le 2025-06-10 (le rapport « p1 » (The Gazette) du 2 avril 2025), et n'a plus de date, comme le dit "
       "le rapport « p2 » (The Gazette) du 20 avril 2025."},
      {"put-off", flag::undated,
       "Nobody has stated a date; report \"p2\" (The Gazette) of 20 April 2025 says that there is none.",
       "Personne n'a donné de date ; le rapport « p2 » (The Gazette) du 20 avril 2025 dit qu'il n'y en a pas."},
      {"put-off", flag::no_date_yet,
       "It is postponed, as report \"p2\" (The Gazette) of 20 April 2025 says, and nobody has named a day; it doesn't fall before 20 "
       "April 2025.",
       "L'événement est reporté, comme le dit le rapport « p2 » (The Gazette) du 20 avril 2025, et personne n'a nommé de jour ; il ne "
       "tombe pas avant le 20 avril 2025."},
      {"put-off", flag::derived,
       "It is limited by what else is known: it doesn't fall before 20 April 2025.",
       "Ce que l'on sait d'autre le borne : il ne tombe pas avant le 20 avril 2025."},
      {"moved", flag::moved,
       "It was to be on 2025-06-10 (report \"m1\" (The Gazette) of 2 April 2025), and is now dated 2025-06-15, as report "
       "\"m2\" (The Gazette) of 20 April 2025 says.",
       "L'événement devait avoir lieu le 2025-06-10 (le rapport « m1 » (The Gazette) du 2 avril 2025), et est à "
       "présent daté du 2025-06-15, comme le dit le rapport « m2 » (The Gazette) du 20 avril 2025."},
      {"off", flag::undated,
       "Nobody has stated a date.",
       "Personne n'a donné de date."},
      {"off", flag::never_dated,
       "Its status is \"cancelled\", as the dossier declares (as of 1 May 2025), and it has no date.",
       "Son état est « annulé », comme le déclare le dossier (au 1er mai 2025), et il n'a pas de date."},
  };
  return all;
}

}  // namespace

TEST_CASE("each flag says in a sentence why it stands, in English and French") {
  timeline const t{all_flags()};
  std::set<flag> seen;
  for (auto const& s : right()) {
    auto const e = t.find_event(event_id{s.event});
    REQUIRE(e);
    INFO(s.event << ' ' << to_string(s.why));
    CHECK(e->why(s.why) == s.english);
    CHECK(e->why(s.why, "fr") == s.french);
    seen.insert(s.why);
  }
  CHECK(seen.size() == flag_words.size());
  std::size_t flags = 0;
  for (auto const e : t) flags += e.flags().size();
  CHECK(flags == right().size());
}

TEST_CASE("a flag that doesn't stand says nothing, and each that stands says something on every day") {
  auto const d = all_flags();
  std::size_t said = 0;
  for (int day = 1; day <= 30; ++day) {
    timeline const t{d, {.as_of = std::chrono::sys_days{std::chrono::year{2025} / 4 / day}}};
    for (auto const e : t)
      for (std::size_t i = 0; i < flag_words.size(); ++i) {
        auto const f = static_cast<flag>(i);
        for (auto const* language : {"en", "fr", "de"}) CHECK(e.why(f, language).empty() == !e.has(f));
        if (!e.has(f)) continue;
        CHECK(e.why(f).ends_with('.'));
        ++said;
      }
  }
  CHECK(said > 500);
}

TEST_CASE("a timeline that has grown says why too") {
  timeline const t{dossier{}.add(event{"a"}.on("2025-02-18").held())};
  auto const more = t.adding(event{"b"}.announced().after("a"));
  CHECK(more.find_event(event_id{"b"})->why(flag::no_date_yet) ==
        "It is announced, as the dossier declares, and nobody has named a day; it doesn't fall before 18 February 2025.");
}

}  // namespace sinedie_test::flag_reasons_test
