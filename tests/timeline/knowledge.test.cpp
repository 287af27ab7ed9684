// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/archive.hpp>
#include <sinedie/timeline/knowledge.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <string>

#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/conclusions.hpp>

#include "catch.hpp"
#include "knowledge/random_reports.hpp"
#include "soak.hpp"

namespace sinedie_test::knowledge_test {

using namespace sinedie;
using namespace sinedie_test;

namespace {

std::chrono::sys_days march(unsigned n) {
  return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::March / 1} + std::chrono::days{n} - std::chrono::days{1};
}
report plan(char const* id, char const* published, claim c) { return report{id, "x"}.published(published).says(std::move(c)); }

std::string bounds(time::limits const& l) {
  return time::to_bound_string(l.start_min, false) + '|' + time::to_bound_string(l.start_max, true) + '|' +
         time::to_bound_string(l.end_min, false) + '|' + time::to_bound_string(l.end_max, true);
}

/// All that a timeline says, as text: order, values, flags, limits, and what is wrong with it.
std::string all_of(timeline const& t) {
  std::string text;
  for (auto const e : t) {
    text += e.id().str() + ' ' + (e.status() ? std::string{to_string(*e.status())} : "-") + ' ' + bounds(e.limits()) + ' ' +
            std::to_string(e.flags().bits()) + ' ' + std::to_string(static_cast<int>(e.after_previous()));
    auto const f = e.fields();
    for (auto const* const d : {e.stated(), e.expected()}) text += ' ' + (d ? std::string{d->text()} : "-");
    if (f.venues)
      for (auto const& choice : *f.venues)
        for (auto const& v : choice.venues) text += ' ' + v.str();
    if (f.parties)
      for (auto const& p : *f.parties) text += ' ' + p.party.str();
    for (auto const& a : t.who_says_so(e.id())) {
      text += "\n  " + std::string{to_string(a.of)} + '=' + a.value + (a.disputed ? "!" : "");
      for (auto const& v : a.voices) text += ' ' + v.report.str() + ':' + std::string{to_string(v.how)} + ':' + v.value;
    }
    text += '\n';
  }
  for (auto const& c : t.contradictions()) text += to_sentence(c) + '\n';
  for (auto const& d : t.disputes()) text += "dispute " + d.event.str() + std::string{to_string(d.of)} + '\n';
  for (auto const& f : t.findings()) text += f.kind + f.event->str() + f.text + '\n';
  return text;
}

struct step {
  std::string from, to;
  change_kind kind;
  friend bool operator==(step const&, step const&) = default;
};
/// What changed, by event, field and whether it is the value or the dispute that changed.
using steps = std::map<std::tuple<std::string, int, bool>, step>;

steps steps_of(std::vector<event_changes> const& all) {
  steps found;
  for (auto const& e : all)
    for (auto const& c : e.changes) {
      bool const argued = c.kind == change_kind::disputed || c.kind == change_kind::settled;
      auto const [at, fresh] = found.try_emplace({e.event.str(), c.of ? static_cast<int>(*c.of) : -1, argued}, step{c.from, c.to, c.kind});
      CHECK(fresh);
    }
  return found;
}

steps composed(steps first, steps const& second) {
  for (auto const& [key, s] : second) {
    auto const [at, fresh] = first.try_emplace(key, s);
    if (fresh) continue;
    at->second.to = s.to;
    if (at->second.from == at->second.to) {
      first.erase(at);
      continue;
    }
    auto const of = static_cast<field>(std::get<1>(key));
    at->second.kind = kind_of_change(of, at->second.from, at->second.to);
  }
  return first;
}

}  // namespace

TEST_CASE("a knowledge object gives the timeline of any day", "[knowledge]") {
  dossier d;
  d.add(event{"x"});
  d.add(plan("r1", "2025-03-01", claim{}.announced().no_date()));
  d.add(plan("r2", "2025-03-10", claim{}.held().on("2025-03-09")));
  knowledge const k{d};
  CHECK(k.as_of(march(1) - std::chrono::days{1}).empty());
  CHECK(k.as_of(march(1))[0].has(flag::no_date_yet));
  CHECK(k.as_of(march(10))[0].status() == status::held);
  CHECK(k.as_of()[0].status() == status::held);
  CHECK(k.days() == std::vector{march(1), march(10)});
  d.as_of("2025-03-02");
  CHECK(knowledge{d}.as_of()[0].has(flag::no_date_yet));
}

TEST_CASE("a history tells every change with its day and reports", "[knowledge]") {
  dossier d;
  d.add(venue{"port"}).add(venue{"town"}).add(event{"x"});
  d.add(plan("r1", "2025-03-01", claim{}.announced()));
  d.add(plan("r2", "2025-03-02", claim{}.scheduled().on("2025-03-20").at("port")));
  d.add(plan("r3", "2025-03-03", claim{}.on("2025-03-25").at("town")));
  d.add(plan("r4", "2025-03-04", claim{}.postponed().no_date()));
  d.add(plan("r5", "2025-03-05", claim{}.announced()));
  d.add(plan("r6", "2025-03-06/2025-03-08", claim{}.on("2025-04-01")));
  d.add(plan("r7", "2025-04-02", claim{}.held().on("2025-04-01").at("town")));
  d.add(plan("r8", "2025-04-03", claim{}.held().on("2025-04-02")));
  knowledge const k{d};
  auto const history = k.history("x");
  std::vector<std::string> told;
  for (auto const& c : history) {
    std::string line = c.day ? time::to_day_string(time::instant::of(*c.day)).substr(5) : "always";
    line += ' ' + std::string{to_string(c.kind)} + ' ' + c.from + '>' + c.to;
    for (auto const& r : c.reports) line += ' ' + r.str();
    told.push_back(line);
  }
  CHECK(told == std::vector<std::string>{"03-01 first_heard_of > r1", "03-01 announced >announced r1",
                                         "03-02 scheduled announced>scheduled r1 r2", "03-02 dated >2025-03-20 r2",
                                         "03-02 venue_named >port r2",
                                         "03-03 moved 2025-03-20>2025-03-25 r3", "03-03 venue_changed port>town r3",
                                         "03-04 postponed scheduled>postponed r4", "03-04 lost_its_date 2025-03-25>none r4",
                                         "03-05 announced postponed>announced r5", "03-06 dated none>2025-04-01 r6",
                                         "04-02 held announced>held r7", "04-03 moved 2025-04-01>2025-04-02 r8",
                                         "04-03 disputed >when r8 r7"});
  CHECK(history[10].certain_from == march(8));
  CHECK_FALSE(history[9].certain_from);
  CHECK(k.history("x", march(3)).size() == 7);
  CHECK(k.history("x", march(1) - std::chrono::days{5}).empty());
  CHECK_THROWS_WITH(k.history("y"), Catch::Matchers::ContainsSubstring("no event \"y\""));
  CHECK_THROWS_WITH(k.compare(march(2), march(1)), Catch::Matchers::ContainsSubstring("earlier"));
}

TEST_CASE("who says so names those who give a value and those whom it superseded and those against it", "[knowledge]") {
  dossier d;
  d.add(event{"x"});
  d.add(plan("r1", "2025-03-01", claim{}.scheduled().on("2025-03-20")));
  d.add(plan("r2", "2025-03-21", claim{}.held().on("2025-03-21")).ranked(rank::preferred));
  d.add(plan("r3", "2025-03-22", claim{}.held().on("2025-03")));
  d.add(plan("r4", "2025-03-23", claim{}.held().on("2025-03-22")).ranked(rank::deprecated));
  d.add(report{"r5", "x"}.published("2025-03-24").denies(claim{}.on("2025-03-21")));
  auto const accounts = knowledge{d}.who_says_so("x");
  REQUIRE(accounts.size() == 2);
  CHECK(accounts[0].of == field::status);
  CHECK(accounts[0].those(stance::gives) == std::vector{report_id{"r2"}, report_id{"r3"}});
  CHECK(accounts[0].those(stance::superseded) == std::vector{report_id{"r1"}});
  CHECK(accounts[1].value == "2025-03-21");
  CHECK(accounts[1].disputed);
  CHECK(accounts[1].those(stance::gives) == std::vector{report_id{"r2"}, report_id{"r3"}});
  CHECK(accounts[1].those(stance::superseded) == std::vector{report_id{"r1"}});
  CHECK(accounts[1].those(stance::discounted) == std::vector{report_id{"r4"}});
  CHECK(accounts[1].those(stance::against) == std::vector{report_id{"r5"}});
  auto const disputes = timeline{d}.disputes();
  REQUIRE(disputes.size() == 1);
  CHECK(disputes[0].values == std::vector<std::string>{"2025-03-21", "2025-03", "not 2025-03-21"});
}

TEST_CASE("comparisons of days that follow each other compose", "[knowledge]") {
  std::mt19937_64 dice{seed()};
  random_press world{dice};
  std::size_t compared = 0;
  for (std::size_t i = 0; i < rounds(400); ++i) {
    knowledge const k{world.some().dossier()};
    for (int n = 0; n < 6; ++n) {
      std::vector<unsigned> d{static_cast<unsigned>(world.below(30)), static_cast<unsigned>(world.below(30)),
                              static_cast<unsigned>(world.below(30))};
      std::sort(d.begin(), d.end());
      auto const whole = steps_of(k.compare(march(d[0]), march(d[2])));
      REQUIRE(composed(steps_of(k.compare(march(d[0]), march(d[1]))), steps_of(k.compare(march(d[1]), march(d[2])))) == whole);
      // Histories are the same, day by day.
      steps lives;
      for (auto const& [id, e] : std::map<std::string, int>{{"e0", 0}, {"e1", 1}, {"e2", 2}, {"e3", 3}}) {
        if (!k.archive()->told.find_event(id)) continue;
        for (auto const& c : k.history(event_id{id}))
          if (c.day && *c.day > march(d[0]) && *c.day <= march(d[2])) lives = composed(lives, steps_of({{event_id{id}, {c}}}));
      }
      REQUIRE(lives == whole);
      compared += whole.size();
    }
  }
  std::cout << "compared " << compared << " changes\n";
  CHECK(compared > 1000);
}

TEST_CASE("what is published later never shows through", "[knowledge]") {
  std::mt19937_64 dice{seed() + 1};
  random_press world{dice};
  std::size_t seen = 0;
  for (std::size_t i = 0; i < rounds(400); ++i) {
    auto p = world.some();
    auto const day = march(static_cast<unsigned>(1 + world.below(20)));
    auto const before = all_of(knowledge{p.dossier()}.as_of(day));
    auto const histories = [&](press const& of) {
      knowledge const k{of.dossier()};
      std::vector<std::vector<change>> all;
      for (auto const& e : of.events) all.push_back(k.history(e.id(), day));
      return all;
    };
    auto const lives = histories(p);
    std::vector<std::string> reported;
    for (auto const& r : p.reports) reported.push_back(r.about()->str());
    if (reported.empty()) continue;
    auto const had = p.reports.size();
    for (std::size_t n = 0; n < 5; ++n) {
      auto r = world.some_report(random_press::name('z', n), reported[world.below(reported.size())], had);
      r.published(random_press::day(static_cast<std::size_t>((day - march(1)).count()) + 2 + world.below(5)));
      p.reports.push_back(std::move(r));
    }
    auto const full = p.dossier();
    REQUIRE(all_of(knowledge{full}.as_of(day)) == before);
    REQUIRE(histories(p) == lives);
    seen += all_of(knowledge{full}.as_of()) != before;
  }
  CHECK(seen > 50);
}

TEST_CASE("an event of which one hears later shows through nowhere, by no name, alias, limit, order or suggestion", "[knowledge]") {
  std::mt19937_64 dice{seed() + 4};
  random_press world{dice};
  std::size_t later = 0, found = 0;
  for (std::size_t i = 0; i < rounds(400); ++i) {
    auto p = world.some();
    auto const day = march(static_cast<unsigned>(1 + world.below(20)));
    // What is found by every sort of name, in order, and what an unknown name is said to be near to.
    auto const seen = [&](dossier const& d) {
      auto const t = knowledge{d}.as_of(day);
      auto text = all_of(t);
      for (auto const* const q :
           {"venue:\"the harbour\"", "venue:Isle", "party:\"crimson land\"", "party:Blue", "between:red,blue", "topic:grain",
            "series:rounds", "round:2", "undated", "no_date_yet", "possibly during:2025-03", "kind:meeting"}) {
        text += std::string{q} + ':';
        for (auto const e : t.select(query{q})) text += ' ' + e.id().str(), ++found;
        text += " +" + std::to_string(t.select(query{q}).possibly_more()) + '\n';
      }
      for (auto const* const id : {"late0", "late9", "e9"}) {
        text += t.find_event(id) ? "there" : "not there";
        try {
          (void)t.count(query{std::string{"within:P3D,event:"} + id});
        } catch (error const& e) {
          text += e.what();
        }
      }
      conclusions const known{t};
      for (auto const e : t)
        for (auto const& s : {known.why(e.id()).earliest_start, known.why(e.id()).latest_end}) text += to_sentence(s) + '\n';
      return text;
    };
    auto const before = seen(p.dossier());
    auto const had = p.events.size();
    for (std::size_t n = 0; n < 3; ++n) {
      event e{event_id{"late" + std::to_string(n)}};
      e.kind("meeting");
      auto const other = [&] { return event_id{random_press::name('e', world.below(had))}; };
      if (world.one_in(2)) e.before(other());
      else e.after(other());
      if (world.one_in(2)) e.part_of(other());
      p.events.push_back(std::move(e));
      for (std::size_t k = 0; k < 2; ++k) {
        auto r = world.some_report("y" + std::to_string(n * 2 + k), "late" + std::to_string(n), 0);
        r.published(random_press::day(static_cast<std::size_t>((day - march(1)).count()) + 2 + world.below(5)));
        p.reports.push_back(std::move(r));
      }
    }
    auto const full = p.dossier();
    REQUIRE(seen(full) == before);
    later += knowledge{full}.as_of(march(31)).size() > had ? 1U : 0U;
  }
  CHECK(later > 300);
  CHECK(found > 1000);
}

TEST_CASE("the order of reports never matters", "[knowledge]") {
  std::mt19937_64 dice{seed() + 2};
  random_press world{dice};
  for (std::size_t i = 0; i < rounds(300); ++i) {
    auto p = world.some();
    knowledge const a{p.dossier()};
    std::shuffle(p.reports.begin(), p.reports.end(), dice);
    std::shuffle(p.events.begin(), p.events.end(), dice);
    knowledge const b{p.dossier()};
    REQUIRE(a.days() == b.days());
    for (auto const& e : p.events) {
      REQUIRE(a.history(e.id()) == b.history(e.id()));
      REQUIRE(a.who_says_so(e.id()) == b.who_says_so(e.id()));
    }
    auto const day = march(static_cast<unsigned>(1 + world.below(25)));
    REQUIRE(all_of(a.as_of(day)) == all_of(b.as_of(day)));
    REQUIRE(all_of(a.as_of()) == all_of(b.as_of()));
  }
}

TEST_CASE("the days of change are those on which what reports give changed", "[knowledge]") {
  std::mt19937_64 dice{seed() + 3};
  random_press world{dice};
  auto const known = [](timeline const& t) {
    std::map<std::string, std::string> all;
    for (auto const e : t) {
      auto f = e.flags();
      for (auto const of : {flag::overdue, flag::derived, flag::contradictory}) f.set(of, false);
      auto& text = all[e.id().str()] = std::to_string(f.bits());
      for (auto const& a : t.who_says_so(e.id()))
        if (!a.value.empty() || a.disputed) text += ' ' + std::string{to_string(a.of)} + '=' + a.value + (a.disputed ? "!" : "");
    }
    return all;
  };
  for (std::size_t i = 0; i < rounds(60); ++i) {
    knowledge const k{world.some().dossier()};
    auto const days = k.days();
    auto before = known(k.as_of(march(1) - std::chrono::days{1}));
    for (unsigned n = 1; n <= 31; ++n) {
      auto now = known(k.as_of(march(n)));
      bool const told = std::binary_search(days.begin(), days.end(), march(n));
      REQUIRE((now != before) == told);
      before = std::move(now);
    }
  }
}

}  // namespace sinedie_test::knowledge_test
