// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/evaluate.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/time/spell.hpp>

#include "catch.hpp"
#include "random_dossier.hpp"
#include "soak.hpp"
#include "straight_scan.hpp"

namespace sinedie_test::evaluate_test {

using namespace sinedie;

namespace {

std::vector<std::string> ids(selection const& s) {
  std::vector<std::string> list;
  for (auto const e : s) list.push_back(e.id().str());
  return list;
}

/// One way in which a date may be meant: a start in [s0, s1] and an end in [e0, e1].
struct meant {
  std::int64_t s0, s1, e0, e1;
};
struct told_date {
  char const* text;
  std::vector<meant> ways;
};

std::int64_t first_of(char const* day) { return time::dating{day}.limits().start_min.seconds(); }
std::int64_t last_of(char const* day) { return time::dating{day}.limits().end_max.seconds(); }
meant window(char const* from, char const* to) { return {first_of(from), last_of(to), first_of(from), last_of(to)}; }

std::vector<told_date> const& told_dates() {
  static auto const all = [] {
    std::vector<told_date> list{
        {"2025-02-18", {window("2025-02-18", "2025-02-18")}},
        {"2025-02", {window("2025-02", "2025-02")}},
        {"[2025-01-31,2025-03-02]", {window("2025-01-31", "2025-01-31"), window("2025-03-02", "2025-03-02")}},
        {"[2025-01,2025-03]", {window("2025-01", "2025-01"), window("2025-03", "2025-03")}},
        {"[2025-02-01,2025-02-18..2025-02-20]",
         {window("2025-02-01", "2025-02-01"), window("2025-02-18", "2025-02-18"), window("2025-02-19", "2025-02-19"),
          window("2025-02-20", "2025-02-20")}},
        {"2025-02-10/2025-02-18", {{first_of("2025-02-10"), last_of("2025-02-10"), first_of("2025-02-18"), last_of("2025-02-18")}}},
        {"2025-01/2025-02", {{first_of("2025-01"), last_of("2025-01"), first_of("2025-02"), last_of("2025-02")}}},
        {"{2025-01-05,2025-02-18}", {{first_of("2025-01-05"), last_of("2025-01-05"), first_of("2025-02-18"), last_of("2025-02-18")}}},
        {"2025-02-1X", {}},
        {"2025-01-XX", {}}};
    for (int day = 10; day < 20; ++day) {
      auto const text = "2025-02-" + std::to_string(day);
      list[8].ways.push_back(window(text.c_str(), text.c_str()));
    }
    for (int day = 1; day < 32; ++day) {
      auto const text = "2025-01-" + std::string{day < 10 ? "0" : ""} + std::to_string(day);
      list[9].ways.push_back(window(text.c_str(), text.c_str()));
    }
    return list;
  }();
  return all;
}

using extent = std::pair<std::int64_t, std::int64_t>;

/// Readings of `d` within limits: of all, those whose ends lie on a second where anything can change.
std::vector<extent> concrete(told_date const& d, time::limits const& known, std::vector<std::int64_t> points) {
  for (auto const& w : d.ways) points.insert(points.end(), {w.s0, w.s1, w.e0, w.e1});
  for (auto const i : {known.start_min, known.start_max, known.end_min, known.end_max})
    if (i.is_bounded()) points.push_back(i.seconds());
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  auto const in = [](std::int64_t p, time::instant least, time::instant most) {
    return least <= time::instant{p} && time::instant{p} <= most;
  };
  std::vector<extent> all;
  for (auto const& w : d.ways)
    for (auto const s : points) {
      if (s < w.s0 || s > w.s1 || !in(s, known.start_min, known.start_max)) continue;
      for (auto const e : points)
        if (s <= e && w.e0 <= e && e <= w.e1 && in(e, known.end_min, known.end_max)) all.push_back({s, e});
    }
  return all;
}

bool stand(relation_kind r, extent a, extent b) {
  auto const [s, e] = a;
  auto const [t, f] = b;
  switch (r) {
    case relation_kind::before: return e + 1 < t;
    case relation_kind::meets: return e + 1 == t;
    case relation_kind::overlaps: return s < t && t <= e && e < f;
    case relation_kind::starts: return s == t && e < f;
    case relation_kind::during: return t < s && e < f;
    case relation_kind::finishes: return t < s && e == f;
    case relation_kind::equals: return s == t && e == f;
    case relation_kind::after: return stand(relation_kind::before, b, a);
    case relation_kind::met_by: return stand(relation_kind::meets, b, a);
    case relation_kind::overlapped_by: return stand(relation_kind::overlaps, b, a);
    case relation_kind::started_by: return stand(relation_kind::starts, b, a);
    case relation_kind::contains: return stand(relation_kind::during, b, a);
    default: return stand(relation_kind::finishes, b, a);
  }
}

}  // namespace

TEST_CASE("random queries find what a straight scan finds and count what they list") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::size_t compared = 0;
  std::size_t found = 0;
  std::size_t noticed = 0;
  for (std::size_t round = sinedie_test::rounds(60); round > 0; --round) {
    auto const n = 1 + world.below(40);
    auto const d = world.some_dossier(n);
    timeline const t{d};
    sinedie_test::straight_scan const scan{d, t};
    sinedie_test::straight_scan const wrong{d, t, true};
    std::vector<query> asked;
    for (int i = 0; i < 60; ++i) asked.push_back(world.some_query(n));
    for (auto const& q : asked) {
      // Not every event is there on the day of knowledge.
      bool known = true;
      for (auto const& term : q.terms())
        if ((takes_reference(term.key) && !term.when && !t.find_event(term.others.front())) ||
            (term.key == term_key::id && !t.find_event(term.value)))
          known = false;
      if (!known) {
        CHECK_THROWS_AS(t.select(q), error);
        continue;
      }
      INFO(q.text());
      auto const answer = t.select(q);
      auto const list = ids(answer);
      REQUIRE(list == scan.find(q));
      REQUIRE(t.count(q) == list.size());
      REQUIRE(ids(t.select(query{q.text()})) == list);
      std::size_t more = 0;
      for (auto const e : t)
        if (auto const v = scan.judge(q, e); !v.kept && possibly(v.known)) ++more;
      REQUIRE(answer.possibly_more() == more);
      ++compared;
      found += list.size();
      if (wrong.find(q) != list) ++noticed;
    }
  }
  CHECK(found > compared);
  CHECK(noticed > compared / 50);
  std::cout << compared << " queries compared with a straight scan, " << found << " events found; a planted fault noticed " << noticed
            << " times\n";
}

TEST_CASE("a term about time has the truth of all that its date can mean and its limits leave") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t noticed = 0;
  std::map<term_key, std::array<std::size_t, 3>> seen;
  auto const any = [&](auto const& list) -> auto const& { return list[dice() % list.size()]; };
  std::vector<std::string> const bounds{"2025-01-10", "2025-02-14", "2025-02-19", "2025-03-01"};
  for (std::size_t round = sinedie_test::rounds(400); round > 0; --round) {
    auto const& x = any(told_dates());
    auto const& y = any(told_dates());
    dossier d;
    event e{"x"};
    e.on(x.text);
    if (dice() % 2 == 0) e.after("low");
    if (dice() % 3 == 0) e.before("high");
    d.add(std::move(e)).add(event{"y"}.on(y.text)).add(event{"low"}.on(any(bounds))).add(event{"high"}.on(any(bounds)));
    timeline const t{d};
    if (!t.contradictions().empty()) continue;
    auto const known_x = t.find_event("x")->limits();
    auto const known_y = t.find_event("y")->limits();

    for (int turn = 0; turn < 12; ++turn) {
      auto const& when = any(told_dates());
      auto const relation = static_cast<relation_kind>(dice() % 13);
      auto const by_event = dice() % 2 == 0;
      auto const key = static_cast<term_key>(static_cast<unsigned>(term_key::during) + dice() % 6);
      std::int64_t const distance = (dice() % 2 == 0 ? 2 : 12) * std::int64_t{86400};
      std::string const length = distance == 2 * 86400 ? "P2D" : "P12D";
      query q;
      switch (key) {
        case term_key::during: q = where::during(when.text); break;
        case term_key::on: q = where::on(when.text); break;
        case term_key::before: q = where::before(when.text); break;
        case term_key::after: q = where::after(when.text); break;
        case term_key::allen: q = by_event ? where::allen(relation, event_id{"y"}) : where::allen(relation, time::dating{when.text}); break;
        default:
          q = by_event ? where::within(time::duration{length}, event_id{"y"})
                       : where::within(time::duration{length}, time::dating{when.text});
      }
      // What is compared with: the readings of the other event, or all of the date as one extent.
      bool const event_asked = takes_reference(key) && by_event;
      auto const hull = time::dating{when.text}.hull();
      std::vector<std::int64_t> points;
      auto const around = [&](std::int64_t p) {
        for (auto const shift : {std::int64_t{0}, distance, -distance})
          points.insert(points.end(), {p + shift - 1, p + shift, p + shift + 1});
      };
      for (auto const& w : event_asked ? y.ways : when.ways)
        for (auto const p : {w.s0, w.s1, w.e0, w.e1}) around(p);
      for (auto const p : {known_y.start_min, known_y.start_max, known_y.end_min, known_y.end_max})
        if (event_asked) around(p.seconds());
      auto const of_x = concrete(x, known_x, points);
      for (auto const& [from, to] : of_x) points.insert(points.end(), {from - 1, from, from + 1, to - 1, to, to + 1});
      auto const others = event_asked ? concrete(y, known_y, points) : std::vector<extent>{{hull.first().seconds(), hull.last().seconds()}};
      REQUIRE(!of_x.empty());
      REQUIRE(!others.empty());
      bool yes = false, no = false;
      auto const holds = [&](extent a, extent b) {
        switch (key) {
          case term_key::before: return a.second < b.first;
          case term_key::after: return b.second < a.first;
          case term_key::allen: return stand(relation, a, b);
          case term_key::within: return a.first <= b.second + distance && b.first - distance <= a.second;
          default:
            return std::any_of(when.ways.begin(), when.ways.end(), [&](meant const& w) { return a.first <= w.e1 && w.s0 <= a.second; });
        }
      };
      for (auto const& a : of_x)
        for (auto const& b : others) (holds(a, b) ? yes : no) = true;
      auto const right = yes && no ? truth::maybe : to_truth(yes);
      auto const has = [&](query const& asked) { return t.count(asked && where::id("x")) == 1; };
      auto const told = has(where::certainly(q)) ? truth::yes : has(where::possibly(q)) ? truth::maybe : truth::no;
      INFO(q.text() << " of x on " << x.text << ", y on " << y.text << ", limits of x from " << time::to_day_string(known_x.start_min)
                    << " to " << time::to_day_string(known_x.end_max));
      REQUIRE(told == right);
      // The planted fault: the date's hull instead of its readings.
      time::limits const whole{time::instant{of_x.front().first}, known_x.start_max, known_x.end_min, known_x.end_max};
      if (takes_date(key) && key != term_key::before && key != term_key::after && time::intersects(whole, time::extent_of(hull)) != right)
        ++noticed;
      ++compared;
      ++seen[key][static_cast<std::size_t>(right)];
    }
  }
  CHECK(compared > 2000);
  CHECK(noticed > 20);
  CHECK(seen.size() == 6);
  for (auto const& [key, truths] : seen)
    for (auto const n : truths) {
      INFO(to_string(key));
      CHECK(n > 5);
    }
  std::cout << compared << " truths of terms about time compared with all readings; a planted fault noticed " << noticed << " times\n";
}

TEST_CASE("what is certain is found plainly and what is found plainly is possible, for every kind of term") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  std::map<term_key, std::array<std::size_t, 3>> seen;  // no, maybe, yes
  std::size_t terms = 0;
  for (std::size_t round = sinedie_test::rounds(60); round > 0; --round) {
    auto const n = 10 + world.below(30);
    timeline const t{world.some_dossier(n, false)};
    auto const all = ids(t.select({}));
    auto const minus = [&](std::vector<std::string> const& those) {
      std::vector<std::string> rest;
      for (auto const& id : all)
        if (std::find(those.begin(), those.end(), id) == those.end()) rest.push_back(id);
      return rest;
    };
    auto const within = [](std::vector<std::string> const& few, std::vector<std::string> const& many) {
      return std::all_of(few.begin(), few.end(), [&](auto const& id) { return std::find(many.begin(), many.end(), id) != many.end(); });
    };
    for (int turn = 0; turn < 40; ++turn) {
      auto a = world.some_term(n);
      if (!a.empty() && a.terms().front().mode != term_mode::plain) continue;
      auto const b = world.some_query(n);
      INFO(a.text() << " and " << b.text());
      auto const sure = ids(t.select(where::certainly(a)));
      auto const plain = ids(t.select(a));
      auto const perhaps = ids(t.select(where::possibly(a)));
      REQUIRE(within(sure, plain));
      REQUIRE(within(plain, perhaps));
      REQUIRE(ids(t.select(!a)) == minus(plain));
      REQUIRE(ids(t.select(!(a && b))) == ids(t.select(!a || !b)));
      REQUIRE(ids(t.select(!(a || b))) == ids(t.select(!a && !b)));
      // Kleene's *not* turns the two around.
      REQUIRE(ids(t.select(where::certainly(!a))) == minus(perhaps));
      REQUIRE(ids(t.select(where::possibly(!a))) == minus(sure));
      for (auto const& q : {a || b, a && b, !(a && !b)}) {
        if (a.empty()) break;  // what is joined to it is b alone, which may say how strictly already
        auto const least = ids(t.select(where::certainly(q)));
        auto const most = ids(t.select(where::possibly(q)));
        REQUIRE(within(least, ids(t.select(q))));
        REQUIRE(within(ids(t.select(q)), most));
      }
      auto const key = a.empty() ? term_key::everything : a.terms().front().key;
      seen[key][0] += all.size() - perhaps.size();
      seen[key][1] += perhaps.size() - sure.size();
      seen[key][2] += sure.size();
      ++terms;
    }
  }
  CHECK(terms > 1000);
  // All kinds there are but `source`, which unreported worlds don't know.
  CHECK(seen.size() == term_key_words.size() - 1);
  for (auto const& [key, truths] : seen) {
    INFO(to_string(key));
    bool const hangs = is_about_time(key) || key <= term_key::venue || takes_third_country(key);
    CHECK((truths[0] > 0) == (key != term_key::everything));
    CHECK((truths[1] > 0) == hangs);
    CHECK(truths[2] > 0);
  }
  std::cout << terms << " terms of " << seen.size() << " kinds: what is certain is found plainly, and what is found is possible\n";
}

TEST_CASE("pages put together are the whole list in either direction") {
  std::mt19937_64 dice{sinedie_test::seed()};
  sinedie_test::random_world world{dice};
  for (int round = 0; round < 20; ++round) {
    auto const n = 1 + world.below(40);
    timeline const t{world.some_dossier(n, false)};
    auto const q = world.some_query(n);
    INFO(q.text());
    auto whole = ids(t.select(q));
    for (bool const reversed : {false, true}) {
      std::vector<std::string> pages;
      listing which{1 + world.below(5), reversed, {}};
      for (;;) {
        auto const page = t.select(q, which);
        REQUIRE(page.size() <= which.first);
        for (auto const& id : ids(page)) pages.push_back(id);
        which.after = page.next_page();
        if (!which.after) break;
        REQUIRE(page.size() == which.first);
      }
      REQUIRE(pages == whole);
      std::reverse(whole.begin(), whole.end());
    }
    CHECK((t.first(q) ? t.first(q)->id().str() : "") == (whole.empty() ? "" : whole.front()));
    CHECK((t.last(q) ? t.last(q)->id().str() : "") == (whole.empty() ? "" : whole.back()));
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
      CHECK(t.next(q, event_id{whole[i]})->id() == whole[i + 1]);
      CHECK(t.previous(q, event_id{whole[i + 1]})->id() == whole[i]);
    }
  }
  timeline const t{dossier{}.add(event{"a"})};
  CHECK_THROWS_AS(t.select({}, {.first = 1, .reversed = false, .after = event_id{"b"}}), error);
  CHECK(t.select({}, {.first = 0, .reversed = false, .after = {}}).empty());
}

TEST_CASE("a meeting on somebody's premises is on the ground of a state and has both as its hosts") {
  dossier d;
  d.add(party{"russia"}.kind(party_kind::state)).add(party{"usa"}.kind(party_kind::state)).add(party{"oman"}.kind(party_kind::state));
  d.add(party{"embassy"}.organ_of("russia"));
  d.add(venue{"turkiye", "Türkiye"}.kind("country")).add(venue{"istanbul"}.in("turkiye")).add(venue{"oman"}.kind("country"));
  d.add(venue{"residence"}.in("istanbul").premises_of("usa")).add(venue{"garden"}.in("residence"));
  d.add(venue{"russia"}.kind("country")).add(venue{"moscow"}.in("russia")).add(venue{"somewhere"});
  d.add(venue{"consulate"}.in("istanbul").premises_of("embassy"));
  d.add(event{"garden-talks"}.between("russia", "usa").at("garden"));
  d.add(event{"consulate-talks"}.between("russia", "usa").at("consulate"));
  d.add(event{"moscow-talks"}.between("russia", "usa").at("moscow"));
  d.add(event{"muscat"}.between("russia", "usa").with("oman", "host").at("oman"));
  d.add(event{"visit"}.between("russia").with("oman", "Host").at("oman"));
  d.add(event{"either"}.between("russia", "usa").at_one_of({"istanbul", "moscow"}));
  d.add(event{"nobody-knows"}.between("russia", "usa").at("somewhere"));
  timeline const t{d};
  auto const found = [&](char const* q) {
    auto list = ids(t.select(query{q}));
    std::sort(list.begin(), list.end());
    return list;
  };
  using list = std::vector<std::string>;
  CHECK(found("premises:usa") == list{"garden-talks"});
  CHECK(found("premises:russia") == list{"consulate-talks"});  // its organ's are its own
  CHECK_THROWS_AS(query{"exactly premises:russia"}, error);
  CHECK(found("ground:turkiye") == list{"consulate-talks", "either", "garden-talks"});
  CHECK(found("certainly ground:TÜRKİYE") == list{"consulate-talks", "garden-talks"});
  CHECK(found("host:russia") == list{"consulate-talks", "either", "moscow-talks"});
  CHECK(found("host:usa") == list{"garden-talks"});
  CHECK(found("host:turkiye not host:usa") == list{"consulate-talks", "either"});
  CHECK(found("host:oman") == list{"muscat", "visit"});
  CHECK(found("role:host,oman") == list{"muscat", "visit"});
  // Oman only hosts two others, but is one of the two in the visit.
  CHECK(found("host:third-country") == list{"consulate-talks", "either", "garden-talks", "muscat"});
  CHECK(found("certainly host:third-country") == list{"consulate-talks", "garden-talks", "muscat"});
  CHECK(found("premises:third-country").empty());
  CHECK(found("possibly ground:third-country not certainly ground:third-country") == list{"either"});
  CHECK_THROWS_AS(t.select(query{"ground:istanbul"}), error);
  CHECK_THROWS_AS(t.select(query{"premises:turkiye"}), error);
}

TEST_CASE("a million terms are answered in bounded time without recursion") {
  timeline const t{dossier{}.add(event{"a"}.held()).add(event{"b"})};
  query any = where::occurred();
  query all = where::occurred();
  for (int i = 1; i < 1000000; ++i) {
    any = std::move(any) || where::off();
    all = std::move(all) && where::occurred();
  }
  CHECK(ids(t.select(any)) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(all)) == std::vector<std::string>{"a"});
  CHECK(t.count(!std::move(all)) == 1);
}

TEST_CASE("reports are found by their source or document") {
  dossier d;
  d.add(document{"article"}.source("The Gazette").published("2025-02"));
  d.add(event{"a"}).add(event{"b"}).add(event{"c"});
  d.add(report{"r1", "a"}.in("article").says(claim{}.held()));
  d.add(report{"r2", "b"}.source("Somebody Else").says(claim{}.held()));
  timeline const t{d};
  CHECK(ids(t.select(where::source("the gazette"))) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(where::source("article"))) == std::vector<std::string>{"a"});
  CHECK(ids(t.select(query{"source:\"SOMEBODY ELSE\""})) == std::vector<std::string>{"b"});
  CHECK_THROWS_AS(t.select(where::source("gazete")), error);
}

}  // namespace sinedie_test::evaluate_test
