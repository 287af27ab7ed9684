// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <sinedie/io/picture_model.hpp>
#include <sinedie/timeline/conclusions.hpp>

#include <algorithm>
#include <cstdio>
#include <random>

#include "io/picture_talks.hpp"
#include "soak.hpp"

namespace sinedie_test::picture_model_test {

using namespace sinedie;
using part = picture_bar::sort;

namespace {

time::instant day(std::int64_t n) { return time::instant{n * 86400}; }
time::limits limits(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  return {day(a), day(b).plus(86399), day(c), day(d).plus(86399)};
}
std::vector<picture_bar> bars(time::limits const& l) { return bars_of(l, std::nullopt, l, false); }

picture_state const& last(picture const& p, std::string const& id) {
  auto const found = std::find_if(p.events.begin(), p.events.end(), [&](auto const& e) { return e.id == id; });
  REQUIRE(found != p.events.end());
  auto const* const s = found->at(p.days.size() - 1);
  REQUIRE(s != nullptr);
  return *s;
}

/// What bars may say of a date whose start and end lie on some days: found by looking at every reading.
struct slow_bars {
  std::vector<bool> always;  ///< of each day: whether it lies in every reading
  std::vector<bool> ever;    ///< whether it lies in any
};
slow_bars slowly(time::limits const& l, std::int64_t days) {
  slow_bars s{std::vector<bool>(static_cast<std::size_t>(days), true), std::vector<bool>(static_cast<std::size_t>(days), false)};
  auto const number = [](time::instant i) { return i.seconds() / 86400; };
  for (auto a = number(l.start_min); a <= number(l.start_max); ++a)
    for (auto b = std::max(a, number(l.end_min)); b <= number(l.end_max); ++b)
      for (std::int64_t k = 0; k < days; ++k) {
        bool const in = a <= k && k <= b;
        auto const i = static_cast<std::size_t>(k);
        s.always[i] = s.always[i] && in;
        s.ever[i] = s.ever[i] || in;
      }
  return s;
}

/// Whether bars tell the same as `slowly`, moved by `fault` days.
bool agrees(time::limits const& l, std::int64_t fault) {
  constexpr std::int64_t days = 14;
  auto const slow = slowly(l, days);
  for (std::int64_t k = 0; k < days; ++k) {
    auto const noon = day(k + fault).plus(43200);
    bool solid = false;
    bool any = false;
    for (auto const& b : bars(l)) {
      bool const in = b.from <= noon && noon < b.to;
      any = any || in;
      solid = solid || (in && b.what == part::solid);
    }
    if (solid != slow.always[static_cast<std::size_t>(k)] || any != slow.ever[static_cast<std::size_t>(k)]) return false;
  }
  return true;
}

/// The words of the statements that give an event's limit on a day, by the picture's steps.
std::vector<std::string> chain(picture const& p, std::uint32_t day, std::uint32_t limit, std::string_view language) {
  std::vector<std::uint32_t> numbers;
  auto const add = [&](std::uint32_t n) {
    if (std::find(numbers.begin(), numbers.end(), n) == numbers.end()) numbers.push_back(n);
  };
  for (auto const& [of, shorter] : p.days[day].shorter)
    if (of == limit) std::for_each(shorter.begin(), shorter.end(), add), limit = no_name;
  bool const whole = limit == no_name;
  for (std::size_t i = 0; limit != no_name && i < 4 * p.events.size(); ++i) {
    picture_why const* found = nullptr;
    for (auto const& w : p.why)
      if (w.event == limit / 4 && w.since <= day) found = &w;
    if (found == nullptr) break;
    auto const& step = found->steps[limit % 4];
    if (step.by != no_name) add(step.by);
    limit = step.from;
  }
  for (std::size_t i = 0; i < numbers.size() && !whole; ++i)
    for (auto const& [by, on] : p.days[day].rests_on)
      if (by == numbers[i]) std::for_each(on.begin(), on.end(), add);
  std::vector<std::string> words;
  for (auto const n : numbers) words.push_back(p.statements[n].text.get(language));
  return words;
}
/// The same by asking for conclusions.
std::vector<std::string> slow_chain(conclusions const& known, std::string const& id, std::uint32_t limit, std::string_view language) {
  auto const r = known.why(event_id{id}, language);
  reason const* const all[] = {&r.earliest_start, &r.latest_start, &r.earliest_end, &r.latest_end};
  std::vector<std::string> words;
  for (auto const& s : all[limit]->chain) {
    auto text = s.text;
    // Of a date, a picture has the EDTF alone.
    if (s.kind == statement::sort::date) {
      auto const before = std::string{language == "fr" ? " est daté de " : " is dated "};
      text = text.substr(text.find(before) + before.size());
      text = text.substr(0, text.find(' '));
    }
    words.push_back(text);
  }
  return words;
}

/// Events some of which are dated, a few by a choice of dates, and related at random, with months for gaps; and reports one by one.
dossier tangle(std::mt19937_64& random) {
  std::uniform_int_distribution<int> any(0, 11);
  dossier d;
  d.as_of("2025-12-31");
  for (int i = 0; i < 12; ++i) {
    event e{"e" + std::to_string(i)};
    if (i % 3 == 0) {
      auto const month = "2025-" + std::string{i < 9 ? "0" : "1"} + std::to_string(i < 9 ? i + 1 : i - 9);
      auto const kind = any(random);
      e.on(kind < 2 ? "2025-XX-15" : kind < 4 ? "[" + month + ",2025-06,2025-11]" : month).held();
    }
    for (int k = 0; k < 2; ++k)
      if (auto const o = any(random); o != i) {
        if (any(random) < 6) e.after("e" + std::to_string(o), gap{time::duration{"P1M"}, time::duration{"P7M"}});
        else e.before("e" + std::to_string(o));
      }
    d.add(e);
  }
  for (int i = 1; i < 12; i += 3)
    d.add(report{"r" + std::to_string(i), "e" + std::to_string(i)}
              .published("2025-0" + std::to_string(1 + i % 9) + "-05")
              .says(claim{}.announced()));
  return d;
}

}  // namespace

TEST_CASE("a day is solid and a month is a window", "[picture]") {
  CHECK(bars(limits(3, 3, 3, 3)) == std::vector<picture_bar>{{part::solid, day(3), day(4)}});
  CHECK(bars(limits(0, 27, 0, 27)) == std::vector<picture_bar>{{part::window, day(0), day(28)}});
}

TEST_CASE("an interval with vague ends rises and falls around what is certain", "[picture]") {
  auto const b = bars(limits(0, 3, 8, 11));
  REQUIRE(b.size() == 3);
  CHECK((b[0].what == part::rising && b[1].what == part::solid && b[2].what == part::falling));
  CHECK((b[0].from == day(0) && b[0].to == b[1].from && b[1].to == b[2].from && b[2].to == day(12)));
}

TEST_CASE("what has no end goes on, and what has an unknown one fades", "[picture]") {
  auto const open = time::dating{"2025-03-05/.."}.limits();
  CHECK(bars(open) == std::vector<picture_bar>{{part::solid, open.start_min, time::instant::future()}});
  auto const unknown = time::dating{"2025-03-05/"}.limits();
  auto const b = bars(unknown);
  REQUIRE(b.size() == 2);
  CHECK((b[0].what == part::solid && b[1].what == part::falling && b[1].to.is_future()));
  auto const begun = bars(time::dating{"../2025-03-05"}.limits());
  CHECK((begun.size() == 1 && begun[0].what == part::solid && begun[0].from.is_past()));
}

TEST_CASE("bars say of each day what all readings say, and a bar out of place is noticed", "[picture]") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::uniform_int_distribution<std::int64_t> any(0, 11);
  std::size_t compared = 0;
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(2000); ++i) {
    std::int64_t n[4] = {any(random), any(random), any(random), any(random)};
    std::sort(std::begin(n), std::end(n));
    bool const nested = i % 2 == 0;  // start and end windows apart, or overlapping
    auto const l = nested ? limits(n[0], n[1], n[2], n[3]) : limits(n[0], n[2], n[1], n[3]);
    CAPTURE(n[0], n[1], n[2], n[3], nested);
    ++compared;
    CHECK(agrees(l, 0));
    if (!agrees(l, 1)) ++noticed;
  }
  std::printf("bars compared with every reading: %zu dates, %zu planted faults noticed\n", compared, noticed);
  CHECK(noticed == compared);
}

TEST_CASE("a picture has each event with what stands about it", "[picture]") {
  auto const p = picture_of(sinedie_test::talks());
  REQUIRE(p.days.size() == 1);
  CHECK(p.days[0].order.size() == 10);
  CHECK(last(p, "first-round").stated == "2025-02-18");
  CHECK(last(p, "visit").bars ==
        std::vector<picture_bar>{{part::expected, time::dating{"2025-04-10"}.start_min(), time::dating{"2025-04-21"}.start_min()}});
  auto const second = last(p, "second-round");
  CHECK(second.undated());
  REQUIRE(second.bars.size() == 1);
  CHECK((second.bars[0].what == part::derived && second.bars[0].from == time::dating{"2025-04-06"}.start_min()));
  CHECK(last(p, "letter").bars.empty());
}

TEST_CASE("what a person does in an office is in the lane of the state", "[picture]") {
  auto const p = picture_of(sinedie_test::talks());
  for (auto const& part_of : last(p, "envoys").parties) CHECK(p.parties[part_of.lane].id == (part_of.index == 2 ? "aland" : "beland"));
}

TEST_CASE("a query leaves only what answers it", "[picture]") {
  picture_options how;
  how.only = query{"undated"};
  auto const p = picture_of(sinedie_test::talks(), how);
  CHECK(p.days[0].order.size() == 4);
  CHECK(std::count_if(p.events.begin(), p.events.end(), [](auto const& e) { return e.at(0) != nullptr; }) == 4);
}

TEST_CASE("each day on which a report comes is a day of the picture", "[picture]") {
  dossier d;
  d.as_of("2025-12-31");
  d.add(event{"summit", "Summit"});
  d.add(report{"r1", "summit"}.published("2025-10-16").says(claim{}.announced().expected("2025-10/2025-11")));
  d.add(report{"r2", "summit"}.published("2025-10-22").says(claim{}.postponed().no_date()));
  auto const p = picture_of(d);
  REQUIRE(p.days.size() == 3);
  REQUIRE(p.events[0].at(0) != nullptr);
  CHECK(p.events[0].at(0)->status == status::announced);
  CHECK(p.events[0].at(1)->status == status::postponed);
  CHECK(p.reports.size() == 2);
  CHECK(picture_of(d, {}, picture_days::last).days.size() == 1);
}

TEST_CASE("an event that nobody has heard of yet isn't shown", "[picture]") {
  dossier d;
  d.as_of("2025-12-31");
  d.add(event{"summit"}).add(event{"old"}.on("2024").held());
  d.add(report{"r0", "summit"}.published("2025-10-22").says(claim{}.announced()));
  d.add(event{"other"});
  d.add(report{"r1", "other"}.published("2025-01-10").says(claim{}.announced()));
  auto const p = picture_of(d);
  REQUIRE(p.days.size() == 3);
  CHECK(p.days[0].order.size() == 2);
  auto const summit = std::find_if(p.events.begin(), p.events.end(), [](auto const& e) { return e.id == "summit"; });
  REQUIRE(summit != p.events.end());
  CHECK(summit->at(0) == nullptr);
  CHECK(summit->at(1) != nullptr);
}

TEST_CASE("with more days of change than can be kept some are left out, and it says how many", "[picture]") {
  dossier d;
  d.as_of("2030-01-01");
  d.add(event{"e"});
  auto when = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1};
  for (int i = 0; i < 900; ++i)
    d.add(report{"r" + std::to_string(i), "e"}.published(when + std::chrono::days{i}).says(claim{}.announced()));
  auto const p = picture_of(d);
  CHECK(p.days.size() == 730);
  CHECK(p.days_left_out == 171);
  CHECK(p.days.back().day == std::chrono::sys_days{std::chrono::year{2030} / 1 / 1});
  CHECK(p.days.front().day == when);
}

TEST_CASE("rounds of a series are linked, one to the next", "[picture]") {
  dossier d;
  d.add(series{"talks", "Talks"});
  for (unsigned i : {3U, 1U, 2U}) d.add(event{"round-" + std::to_string(i)}.in_series("talks", i));
  auto const p = picture_of(d);
  REQUIRE(p.relations.size() == 2);
  for (auto const& r : p.relations) CHECK((r.rounds && p.events[r.from].id < p.events[r.to].id));
}

TEST_CASE("a picture names the reports that disagree, from the day on which they do", "[picture]") {
  dossier d;
  d.as_of("2025-04-06");
  d.add(event{"swap"});
  auto const said = [&](char const* id, char const* day, char const* when) {
    d.add(report{id, "swap"}.published(day).says(claim{}.status(status::held).on(when)));
  };
  said("first", "2025-03-25", "2025-03-22");
  said("second", "2025-03-26", "2025-03-24");
  auto const p = picture_of(d);
  auto const now = last(p, "swap");
  REQUIRE(now.disputes.size() == 1);
  CHECK(now.disputes[0].field == "when");
  REQUIRE(now.disputes[0].reports.size() == 2);
  CHECK(p.reports[now.disputes[0].reports[0]].id == "first");
  CHECK(p.reports[now.disputes[0].reports[1]].id == "second");
  CHECK(p.events[0].states.front().disputes.empty());
}

TEST_CASE("a picture's reasons are those of conclusions, on every day and in both languages, and a lost step is noticed", "[picture]") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t compared = 0, statements = 0, noticed = 0, tangles = 0, shorter = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(30); ++i, ++tangles) {
    auto const d = tangle(random);
    auto p = picture_of(d);
    REQUIRE_FALSE(p.why_on_last_day_only);
    auto spoilt = p;
    for (auto& w : spoilt.why)
      for (auto& s : w.steps) s.from = no_name;
    for (std::uint32_t day = 0; day < p.days.size(); ++day) {
      timeline_options options;
      options.as_of = p.days[day].day;
      timeline const t{d, options};
      conclusions const known{t};
      for (std::uint32_t e = 0; e < p.events.size(); ++e) {
        if (!t.find_event(p.events[e].id)) continue;
        bool plain = true;
        for (auto const& w : p.why) plain = plain && (w.event != e || w.since > day);
        for (std::uint32_t limit = 0; limit < 4; ++limit) {
          CAPTURE(day, p.events[e].id, limit);
          auto const wanted = slow_chain(known, p.events[e].id, limit, day % 2 == 0 ? "en" : "fr");
          // Of an event that nothing else bears on, the picture leaves its own date out.
          if (plain) {
            CHECK(wanted.size() <= 1);
            continue;
          }
          CHECK(chain(p, day, 4 * e + limit, day % 2 == 0 ? "en" : "fr") == wanted);
          if (chain(spoilt, day, 4 * e + limit, day % 2 == 0 ? "en" : "fr") != wanted) ++noticed;
          ++compared;
          statements += wanted.size();
        }
      }
      CHECK(p.days[day].clashes.size() == p.days[day].contradictions.size());
      shorter += p.days[day].shorter.size();
    }
  }
  std::printf("reasons compared with conclusions: %zu tangles, %zu limits, %zu statements, %zu chains shorter than their steps, "
              "%zu planted faults noticed\n", tangles, compared, statements, shorter, noticed);
  CHECK(shorter > tangles);
  CHECK(statements > compared / 2);
  CHECK(noticed > tangles);
}

TEST_CASE("with too many events and days to explain them all, the last day is explained, and it says so", "[picture]") {
  dossier d;
  d.as_of("2025-12-31");
  for (int i = 0; i < 4001; ++i) d.add(event{"e" + std::to_string(i)}.related(relation_kind::after, event_id{"first"}));
  d.add(event{"first"}.on("2025-01-01").held());
  auto const start = std::chrono::sys_days{std::chrono::year{2025} / 2 / 1};
  for (int i = 0; i < 49; ++i)
    d.add(report{"r" + std::to_string(i), "first"}.published(start + std::chrono::days{i}).says(claim{}.topic("trade")));
  auto const p = picture_of(d);
  REQUIRE(p.days.size() * p.events.size() > 200'000);
  CHECK(p.why_on_last_day_only);
  CHECK(p.why.size() == p.events.size());
  CHECK(std::all_of(p.why.begin(), p.why.end(), [&](auto const& w) { return w.since + 1 == p.days.size(); }));
}

}  // namespace sinedie_test::picture_model_test
