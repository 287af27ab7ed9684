// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/comparison.hpp>
#include <sinedie/time/detail/readings.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "catch.hpp"
#include "fuzz/comparison.hpp"
#include "soak.hpp"

namespace sinedie_test::comparison_test {

using namespace sinedie;
using time::allen;
using time::dating;
using time::instant;

namespace {

using point = std::int64_t;
using reading = std::pair<point, point>;
using readings = std::set<reading>;
constexpr point no_start = INT64_MIN;
constexpr point no_end = INT64_MAX;

/// A few dates in a row, and of each the seconds that matter: two at its beginning, which follow each other, and its last.
struct small_calendar {
  std::vector<std::string> names;
  std::vector<std::pair<std::string, std::vector<std::size_t>>> masks;  // and the dates that they may mean
  std::vector<std::array<point, 3>> seconds = {};
  std::vector<point> all = {};  // with some before and behind

  void lay() {
    for (auto const& name : names) {
      dating const d{name};
      seconds.push_back({d.start_min().seconds(), d.start_min().seconds() + 1, d.end_max().seconds()});
    }
    point const early = seconds.front()[0] - 100000000;
    point const late = seconds.back()[2] + 100000000;
    all = {early, early + 1, early + 500};
    for (auto const& s : seconds) all.insert(all.end(), s.begin(), s.end());
    all.insert(all.end(), {late, late + 1, late + 500});
  }
  [[nodiscard]] readings within(std::size_t cell) const { return within(cell, cell); }
  [[nodiscard]] readings within(std::size_t from, std::size_t to) const {
    readings r;
    for (auto i = from; i <= to; ++i)
      for (auto k = i; k <= to; ++k)
        for (auto const s : seconds[i])
          for (auto const e : seconds[k])
            if (s <= e) r.emplace(s, e);
    return r;
  }
};

struct expression {
  std::string text;
  readings all;
};

class maker {
 public:
  maker(small_calendar const& in, std::mt19937& random) : in_{in}, random_{random} {}

  expression any() {
    switch (below(in_.masks.empty() ? 6 : 8)) {
      case 0: return single();
      case 1:
      case 2: return interval();
      case 3:
      case 4: return one_of();
      case 5: return all_of();
      default: break;
    }
    auto const& [text, cells] = in_.masks[below(in_.masks.size())];
    expression e{text, {}};
    for (auto const c : cells) e.all.merge(in_.within(c));
    return e;
  }

 private:
  small_calendar const& in_;
  std::mt19937& random_;

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_); }
  std::pair<std::size_t, std::size_t> two() {
    auto const a = below(in_.names.size());
    auto const b = below(in_.names.size());
    return std::minmax(a, b);
  }
  expression single() {
    auto const c = below(in_.names.size());
    return {in_.names[c], in_.within(c)};
  }
  expression interval() {
    auto const [i, j] = two();
    auto const from = below(4);
    auto const to = from < 2 && below(2) == 0 ? 2 : below(4);
    auto const end = [&](std::size_t form, std::size_t cell, point open) -> std::pair<std::string, std::vector<point>> {
      if (form == 0) return {"..", {open}};
      if (form == 1) return {"", in_.all};
      if (!in_.masks.empty() && below(3) == 0) {
        auto const& [text, cells] = in_.masks[below(in_.masks.size())];
        std::vector<point> points;
        for (auto const c : cells) points.insert(points.end(), in_.seconds[c].begin(), in_.seconds[c].end());
        return {text, points};
      }
      return {in_.names[cell], {in_.seconds[cell].begin(), in_.seconds[cell].end()}};
    };
    auto const [start_text, starts] = end(from, i, no_start);
    auto const [end_text, ends] = end(to, j, no_end);
    expression e{start_text + '/' + end_text, {}};
    for (auto const s : starts)
      for (auto const t : ends)
        if (s <= t) e.all.emplace(s, t);
    if (e.text.find_first_of("0123456789") == std::string::npos || e.all.empty()) return single();
    return e;
  }
  expression one_of() {
    expression e{"[", {}};
    for (std::size_t n = 1 + below(3), k = 0; k < n; ++k) {
      if (k != 0) e.text += ',';
      auto const [i, j] = two();
      bool const range = below(3) == 0 && i < j;
      e.text += in_.names[i] + (range ? ".." + in_.names[j] : "");
      for (auto c = i; c <= (range ? j : i); ++c) e.all.merge(in_.within(c));
    }
    e.text += ']';
    return e;
  }
  expression all_of() {
    expression e{"{", {{no_end, no_start}}};
    for (std::size_t n = 1 + below(3), k = 0; k < n; ++k) {
      if (k != 0) e.text += ',';
      bool const masked = !in_.masks.empty() && below(3) == 0;
      auto const c = below(masked ? in_.masks.size() : in_.names.size());
      e.text += masked ? in_.masks[c].first : in_.names[c];
      readings joined;
      for (auto const cell : masked ? in_.masks[c].second : std::vector{c})
        for (auto const& [s, t] : e.all)
          for (auto const& [from, to] : in_.within(cell)) joined.emplace(std::min(s, from), std::max(t, to));
      e.all = std::move(joined);
    }
    e.text += '}';
    return e;
  }
};

allen relation_of(reading const& a, reading const& b) {
  auto const after = [](point x, point y) { return x == no_end || y == no_start ? point{0} : y - x; };
  if (a.second < b.first) return after(a.second, b.first) == 1 ? allen::meets : allen::before;
  if (b.second < a.first) return after(b.second, a.first) == 1 ? allen::met_by : allen::after;
  if (a.first == b.first) return a.second == b.second ? allen::equals : a.second < b.second ? allen::starts : allen::started_by;
  if (a.second == b.second) return a.first > b.first ? allen::finishes : allen::finished_by;
  if (a.first < b.first) return a.second < b.second ? allen::overlaps : allen::contains;
  return a.second < b.second ? allen::during : allen::overlapped_by;
}

bool one_day(reading const& a, reading const& b) {
  auto const day = [](point s) { return s >= 0 ? s / 86400 : (s - 86399) / 86400; };
  if (a.first == no_start || b.first == no_start || a.second == no_end || b.second == no_end) return false;
  return day(a.first) == day(a.second) && day(a.first) == day(b.first) && day(a.first) == day(b.second);
}

std::vector<small_calendar> calendars() {
  std::vector<small_calendar> all{
      {{"2025-02-26", "2025-02-27", "2025-02-28", "2025-03-01", "2025-03-02"}, {}},
      {{"2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"},
       {{"2025-0X", {0, 1, 2, 3, 4, 5, 6, 7, 8}}, {"2025-1X", {9, 10, 11}}, {"2025-XX", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
        {"2025-X2", {1, 11}}, {"202X-X2", {}}}},
      {{"1998", "1999", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010"},
       {{"200X", {2, 3, 4, 5, 6, 7, 8, 9, 10, 11}}, {"X002", {}}}}};
  for (auto& c : all) {
    std::erase_if(c.masks, [](auto const& m) { return m.second.empty(); });
    c.lay();
  }
  return all;
}

/// A reading by the clock on the spot, and by UTC where that is known.
struct clocked_reading {
  reading local;
  reading utc;

  friend auto operator<=>(clocked_reading const&, clocked_reading const&) = default;
};

struct clocked_expression {
  std::string text;
  bool on_clocks = true;
  std::set<clocked_reading> all;
};

/// Minutes around midnight, by several clocks and by none: two of them are the same, follow each other or lie apart, by any clock.
class clocked_maker {
 public:
  explicit clocked_maker(std::mt19937& random) : random_{random} {
    for (char const* const clock : {"", "Z", "+03:00", "-05:00"})
      for (char const* const time : {"2025-02-27T21:00", "2025-02-27T21:01", "2025-02-28T02:00", "2025-02-28T02:01", "2025-02-28T05:00",
                                     "2025-02-28T05:01", "2025-02-27T23:59"})
        add(time, clock);
  }

  clocked_expression any() {
    auto const form = below(5);
    if (form == 0) return single(one());
    if (form < 3) return interval();
    return form == 3 ? one_of() : all_of();
  }

 private:
  struct cell {
    std::string text;
    bool has_clock;
    point offset;
    std::array<point, 3> seconds;  ///< by the clock on the spot
  };
  std::mt19937& random_;
  std::vector<cell> cells_;

  void add(std::string const& time, std::string const& clock) {
    dating const local{time};
    point const offset = clock == "+03:00" ? 10800 : clock == "-05:00" ? -18000 : 0;
    auto const first = local.start_min().seconds();
    auto const last = local.end_max().seconds();
    cells_.push_back({time + clock, !clock.empty(), offset, {first, std::min(first + 1, last), last}});
  }
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_); }
  cell const& one() { return cells_[below(cells_.size())]; }

  static std::vector<clocked_reading> within(cell const& c) {
    std::vector<clocked_reading> r;
    for (auto const s : c.seconds)
      for (auto const e : c.seconds)
        if (s <= e) r.push_back({{s, e}, {s - c.offset, e - c.offset}});
    return r;
  }
  static clocked_expression single(cell const& c) {
    auto const r = within(c);
    return {c.text, c.has_clock, {r.begin(), r.end()}};
  }
  // By the clock of its start.
  clocked_expression interval() {
    auto const& from = one();
    auto const& to = one();
    clocked_expression e{from.text + '/' + to.text, from.has_clock && to.has_clock, {}};
    point const shift = e.on_clocks ? from.offset - to.offset : 0;
    for (auto const s : from.seconds)
      for (auto const t : to.seconds)
        if (s <= t + shift) e.all.insert({{s, t + shift}, {s - from.offset, t + shift - from.offset}});
    return e.all.empty() ? single(from) : e;
  }
  clocked_expression one_of() {
    clocked_expression e{"[", true, {}};
    for (std::size_t n = 2 + below(2), k = 0; k < n; ++k) {
      auto const& c = one();
      e.text += (k == 0 ? "" : ",") + c.text;
      e.on_clocks = e.on_clocks && c.has_clock;
      auto const r = within(c);
      e.all.insert(r.begin(), r.end());
    }
    e.text += ']';
    return e;
  }
  clocked_expression all_of() {
    clocked_expression e{"{", true, {{{no_end, no_start}, {no_end, no_start}}}};
    for (std::size_t n = 2 + below(2), k = 0; k < n; ++k) {
      auto const& c = one();
      e.text += (k == 0 ? "" : ",") + c.text;
      e.on_clocks = e.on_clocks && c.has_clock;
      std::set<clocked_reading> joined;
      auto const hull = [](reading const& a, reading const& b) {
        return reading{std::min(a.first, b.first), std::max(a.second, b.second)};
      };
      for (auto const& x : e.all)
        for (auto const& y : within(c)) joined.insert({hull(x.local, y.local), hull(x.utc, y.utc)});
      e.all = std::move(joined);
    }
    e.text += '}';
    return e;
  }
};

}  // namespace

TEST_CASE("comparison agrees with every pair of readings, by UTC where all clocks are known", "[comparison]") {
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  clocked_maker make{random};
  int compared = 0, by_utc = 0, caught = 0;
  for (std::size_t n = 0; n < sinedie_test::rounds(2000); ++n) {
    auto const a = make.any();
    auto const b = make.any();
    CAPTURE(a.text, b.text);
    bool const clocks = a.on_clocks && b.on_clocks;
    unsigned found = 0, by_local = 0;
    bool some = false, all = true;
    for (auto const& x : a.all)
      for (auto const& y : b.all) {
        by_local |= 1U << static_cast<unsigned>(relation_of(x.local, y.local));
        found |= 1U << static_cast<unsigned>(clocks ? relation_of(x.utc, y.utc) : relation_of(x.local, y.local));
        bool const same = one_day(x.local, y.local);
        some = some || same;
        all = all && same;
      }
    dating const left{a.text}, right{b.text};
    REQUIRE(left.on_clocks() == a.on_clocks);
    auto const got = time::compare(left, right);
    auto const day = all ? truth::yes : some ? truth::maybe : truth::no;
    for (unsigned r = 0; r < 13; ++r) {
      CAPTURE(time::to_string(static_cast<allen>(r)));
      REQUIRE(got.of(static_cast<allen>(r)) == time::comparison(found, day).of(static_cast<allen>(r)));
    }
    REQUIRE(got.same_day() == day);
    caught += found != by_local;  // the planted fault: to pass over the clocks
    by_utc += clocks;
    ++compared;
  }
  WARN("comparison: " << compared << " pairs by the clock compared, " << by_utc << " of them by UTC, " << caught << " planted faults seen");
  CHECK(compared >= 2000);
  CHECK(by_utc > 200);
  CHECK(caught > 100);
}

TEST_CASE("comparison agrees with every pair of readings", "[comparison]") {
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  int compared = 0;
  int caught = 0;
  for (auto const& calendar : calendars()) {
    maker make{calendar, random};
    for (std::size_t n = 0; n < sinedie_test::rounds(700); ++n) {
      auto const a = make.any();
      auto const b = make.any();
      CAPTURE(a.text, b.text);
      unsigned found = 0;
      bool some = false;
      bool all = true;
      for (auto const& x : a.all)
        for (auto const& y : b.all) {
          found |= 1U << static_cast<unsigned>(relation_of(x, y));
          bool const same = one_day(x, y);
          some = some || same;
          all = all && same;
        }
      time::comparison const expected{found, all ? truth::yes : some ? truth::maybe : truth::no};
      dating const left{a.text};
      dating const right{b.text};
      auto const got = time::compare(left, right);
      for (unsigned r = 0; r < 13; ++r) {
        CAPTURE(time::to_string(static_cast<allen>(r)));
        REQUIRE(got.of(static_cast<allen>(r)) == expected.of(static_cast<allen>(r)));
      }
      REQUIRE(got == expected);
      // The planted fault: to judge lists and unspecified digits by their hull.
      caught += !(time::compare(left.limits(), right.limits()) == expected);
      ++compared;
    }
  }
  WARN("comparison: " << compared << " pairs compared, " << caught << " planted faults seen");
  CHECK(compared >= 2100);
  CHECK(caught > 100);
}

TEST_CASE("two dates with unspecified digits have relations just where two of their windows do", "[comparison]") {
  // Within four centuries, by listing all windows: years, months and days.
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  auto const one = [&](std::vector<char const*> const& of) { return std::string{of[random() % of.size()]}; };
  auto const any = [&] {
    std::string text = one({"19XX", "20XX", "2XX0", "200X", "2X04", "1X99", "2XX1", "20X4", "2000", "1999", "-004X", "-00X4", "X000"});
    if (random() % 5 == 0) return text;
    if (random() % 5 == 0) return text + '-' + one({"21", "22", "23", "24", "30", "33", "36", "37", "41"});
    text += '-' + one({"XX", "0X", "1X", "X2", "02", "12", "01", "06"});
    if (random() % 4 != 0) text += '-' + one({"XX", "0X", "1X", "2X", "3X", "X1", "X9", "28", "29", "30", "31", "01", "13"});
    return text;
  };
  struct windows {
    std::vector<std::pair<point, point>> list;
    explicit windows(dating const& d) {
      auto const parts = detail::readings_of(d);
      if (!parts.front().coupled) {
        list.emplace_back(d.start_min().seconds(), d.end_max().seconds());
        return;
      }
      for (auto w = parts.front().start.series->seek(detail::least_second); w; w = parts.front().start.series->seek(w->last.plus(1)))
        list.emplace_back(w->first.seconds(), w->last.seconds());
    }
  };
  int compared = 0, apart = 0, caught = 0;
  for (std::size_t n = 0; n < sinedie_test::rounds(300); ++n) {
    auto const x = any(), y = any();
    auto const a = dating::try_parse(x), b = dating::try_parse(y);
    if (!a || !b || a->is_empty() || b->is_empty() || !a->has_alternatives() || !b->has_alternatives()) continue;
    CAPTURE(x, y);
    windows const of_a{*a}, of_b{*b};
    bool shared = false, follows = false, leads = false;
    for (std::size_t i = 0, k = 0; i < of_a.list.size() && k < of_b.list.size();) {
      auto const& [s, e] = of_a.list[i];
      auto const& [from, to] = of_b.list[k];
      shared = shared || (s <= to && from <= e);
      follows = follows || e + 1 == from;
      leads = leads || to + 1 == s;
      if (e < to) ++i;
      else ++k;
    }
    // A window of the other that begins where this one ends may be passed by above.
    for (auto const& [s, e] : of_a.list) {
      auto const next = std::lower_bound(of_b.list.begin(), of_b.list.end(), std::pair{e + 1, point{0}},
                                         [](auto const& v, auto const& w) { return v.first < w.first; });
      follows = follows || (next != of_b.list.end() && next->first == e + 1);
      auto const before = std::lower_bound(of_b.list.begin(), of_b.list.end(), std::pair{point{0}, s - 1},
                                           [](auto const& v, auto const& w) { return v.second < w.second; });
      leads = leads || (before != of_b.list.end() && before->second == s - 1);
    }
    auto const got = time::compare(*a, *b);
    for (auto const r : {allen::overlaps, allen::starts, allen::during, allen::finishes, allen::equals, allen::contains, allen::started_by})
      REQUIRE(got.possible(r) == shared);
    REQUIRE(got.possible(allen::meets) == (shared || follows));
    REQUIRE(got.possible(allen::met_by) == (shared || leads));
    REQUIRE((got.same_day() != truth::no) == shared);
    // As the ends of intervals, of which the other ends are unknown.
    dating const from_a{x + '/'}, from_b{y + '/'}, until_a{'/' + x}, until_b{'/' + y};
    REQUIRE(time::compare(from_a, from_b).possible(allen::starts) == shared);
    REQUIRE(time::compare(until_a, until_b).possible(allen::finishes) == shared);
    REQUIRE(time::compare(until_a, from_b).possible(allen::meets) == (shared || follows));
    REQUIRE(time::compare(from_a, until_b).possible(allen::met_by) == (shared || leads));
    apart += !shared;
    caught += shared != (time::compare(a->limits(), b->limits()).intersects() != truth::no);  // the planted fault: by their hulls
    ++compared;
  }
  WARN("comparison: " << compared << " pairs with unspecified digits compared, " << apart << " share nothing, " << caught
                      << " planted faults seen");
  CHECK(compared > 150);
  CHECK(apart > 30);
  CHECK(caught > 10);
}

TEST_CASE("a window holds an interval just where it holds a start and an end of it in order", "[comparison]") {
  // By listing all days and windows of a century whose digits fit.
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  auto const one = [&](std::vector<char const*> const& of) { return std::string{of[random() % of.size()]}; };
  auto const any = [&](bool days) {
    std::string text = one({"20XX", "20XX", "20XX", "200X", "20X4", "20X1", "20X0"});
    if (!days && random() % 4 == 0) return text;
    if (random() % 4 == 0) return text + '-' + one({"21", "22", "23", "24", "33", "36", "37", "41"});
    text += '-' + one({"XX", "XX", "0X", "1X", "X2", "02", "12", "01", "06"});
    if (days || random() % 3 != 0) text += '-' + one({"XX", "0X", "1X", "2X", "3X", "X1", "X9", "28", "29", "30", "31", "01", "15"});
    return text;
  };
  // A part of a year is a run of months; a winter's last two belong to the year before theirs.
  struct month_run {
    int first, count;
  };
  auto const part = [](std::string const& text) -> month_run {
    static std::map<std::string, month_run> const runs{{"21", {3, 3}}, {"22", {6, 3}}, {"23", {9, 3}}, {"24", {12, 3}},
                                                       {"33", {1, 3}}, {"36", {10, 3}}, {"37", {1, 4}}, {"41", {7, 6}}};
    auto const found = text.size() == 7 ? runs.find(text.substr(5)) : runs.end();
    return found == runs.end() ? month_run{0, 0} : found->second;
  };
  auto const year_in = [](month_run of, std::string const& day) {
    int const year = std::stoi(day.substr(0, 4));
    return fmt::format("{:04}", std::stoi(day.substr(5, 2)) < of.first ? year - 1 : year);
  };
  auto const fits = [&](std::string digits, std::string day) {
    if (auto const run = part(digits); run.count != 0) {
      int const month = std::stoi(day.substr(5, 2));
      if ((month - run.first + 12) % 12 >= run.count) return false;
      digits.resize(4);
      day = year_in(run, day);
    }
    for (std::size_t i = 0; i < digits.size(); ++i)
      if (digits[i] != 'X' && digits[i] != day[i]) return false;
    return true;
  };
  std::vector<std::string> century;
  for (int year = 2000; year < 2101; ++year)
    for (int month = 1; month <= (year == 2100 ? 2 : 12); ++month)
      for (int day = 1; day <= time::days_in_month(year, month); ++day)
        century.push_back(fmt::format("{:04}-{:02}-{:02}", year, month, day));
  int compared = 0, apart = 0, caught = 0;
  for (std::size_t n = 0; n < sinedie_test::rounds(150); ++n) {
    auto const window = any(false), start = any(true), end = any(true);
    auto const a = dating::try_parse(random() % 4 == 0 ? "[2000-01-01..2100-02-28]" : window), b = dating::try_parse(start + '/' + end);
    if (!a || !b || a->is_empty() || b->is_empty() || !a->has_alternatives()) continue;
    CAPTURE(a->text(), b->text());
    auto const run = part(window);
    auto const window_of = [&](std::string const& day) {
      return a->text() != window ? day : run.count != 0 ? year_in(run, day) : day.substr(0, window.size());
    };
    bool both = false, opens = false, closes = false, ever_started = false, started = false;
    for (std::size_t i = 0; i < century.size(); ++i) {
      auto const& day = century[i];
      if (i == 0 || window_of(day) != window_of(century[i - 1])) started = false;
      bool const in_window = a->text() != window || fits(window, day);
      opens = opens || (in_window && fits(start, day) && std::any_of(century.begin() + static_cast<std::ptrdiff_t>(i), century.end(),
                                                                     [&](auto const& later) { return fits(end, later); }));
      started = started || (in_window && fits(start, day));
      ever_started = ever_started || fits(start, day);
      both = both || (in_window && started && fits(end, day));
      closes = closes || (in_window && ever_started && fits(end, day));
    }
    auto const got = time::compare(*a, *b);
    for (auto const r : {allen::equals, allen::started_by, allen::contains, allen::finished_by}) REQUIRE(got.possible(r) == both);
    for (auto const r : {allen::overlaps, allen::starts}) REQUIRE(got.possible(r) == opens);
    for (auto const r : {allen::overlapped_by, allen::finishes}) REQUIRE(got.possible(r) == closes);
    apart += !both;
    caught += both != (opens && closes);  // the planted fault: the start in one window, the end in another
    ++compared;
  }
  WARN("comparison: " << compared << " windows and intervals compared, " << apart << " don't hold it, " << caught
                      << " planted faults seen");
  CHECK(compared > 70);
  CHECK(apart > 20);
  CHECK(caught > 3);
}

TEST_CASE("a margin lets each qualified date be off by itself", "[comparison]") {
  std::mt19937 random{static_cast<std::mt19937::result_type>(sinedie_test::seed())};
  auto const below = [&](std::size_t n) { return random() % n; };
  std::vector<small_calendar> all{
      {{"1999", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010"},
       {{"200X", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}}},
      {{"2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11",
        "2025-12", "2026-01"},
       {{"2025-0X", {1, 2, 3, 4, 5, 6, 7, 8, 9}}, {"2025-1X", {10, 11, 12}}, {"2025-X2", {2, 12}}}}};
  int compared = 0, caught = 0, less = 0;
  for (auto& calendar : all) {
    calendar.lay();
    // A date, or one with unspecified digits; where it is qualified, it may be the unit before or after.
    struct part {
      std::string text;
      std::vector<readings> any_of;
    };
    auto const date = [&](bool mask) {
      bool const about = below(2) == 0;
      std::vector<std::size_t> cells{1 + below(calendar.names.size() - 2)};
      auto text = calendar.names[cells.front()];
      if (mask && below(3) == 0) std::tie(text, cells) = calendar.masks[below(calendar.masks.size())];
      part p{text + (about ? "~" : ""), {}};
      for (auto const c : cells) p.any_of.push_back(about ? calendar.within(c - 1, c + 1) : calendar.within(c));
      return p;
    };
    auto const any = [&] {
      auto const form = below(3);
      if (form == 0) {
        auto const p = date(true);
        expression e{p.text, {}};
        for (auto r : p.any_of) e.all.merge(r);
        return e;
      }
      if (form == 1) {
        expression e{"[", {}};
        for (std::size_t n = 1 + below(2), k = 0; k <= n; ++k) {
          if (k != 0) e.text += ',';
          if (below(3) == 0) {
            std::pair<std::size_t, std::size_t> const ends =
                std::minmax({1 + below(calendar.names.size() - 2), 1 + below(calendar.names.size() - 2)});
            auto const [i, j] = ends;
            bool const first = below(2) == 0, last = below(2) == 0;
            e.text += calendar.names[i] + (first ? "?" : "") + ".." + calendar.names[j] + (last ? "%" : "");
            for (auto c = i - first; c <= j + last; ++c) e.all.merge(calendar.within(c));
          } else {
            auto const p = date(true);
            e.text += p.text;
            for (auto r : p.any_of) e.all.merge(r);
          }
        }
        e.text += ']';
        return e;
      }
      expression e{"{", {{no_end, no_start}}};
      for (int k = 0; k < 2; ++k) {
        auto const p = date(true);
        e.text += (k != 0 ? "," : "") + p.text;
        readings joined;
        for (auto const& one : p.any_of)
          for (auto const& [s, t] : e.all)
            for (auto const& [from, to] : one) joined.emplace(std::min(s, from), std::max(t, to));
        e.all = std::move(joined);
      }
      e.text += '}';
      return e;
    };
    for (std::size_t n = 0; n < sinedie_test::rounds(300); ++n) {
      auto const a = any(), b = any();
      CAPTURE(a.text, b.text);
      unsigned found = 0;
      bool some = false;
      for (auto const& x : a.all)
        for (auto const& y : b.all) {
          found |= 1U << static_cast<unsigned>(relation_of(x, y));
          some = some || one_day(x, y);
        }
      time::comparison const expected{found, some ? truth::maybe : truth::no};
      dating const left{a.text}, right{b.text};
      REQUIRE(time::compare(left, right, time::margin{1}) == expected);
      caught += !(time::compare(left, right) == expected);  // the planted fault: no margin
      // All that may be is told by the limits too, if less sharply.
      auto const hulls = time::compare(time::widened(left, time::margin{1}), time::widened(right, time::margin{1}));
      for (unsigned r = 0; r < 13; ++r)
        if (expected.possible(static_cast<allen>(r))) REQUIRE(hulls.possible(static_cast<allen>(r)));
      less += !(hulls == expected);
      ++compared;
    }
  }
  WARN("comparison: " << compared << " pairs with a margin compared, " << caught << " planted faults seen, " << less
                      << " told less sharply by their limits");
  CHECK(compared >= 600);
  CHECK(caught > 60);
  CHECK(less > 20);
}

TEST_CASE("comparison has converses, and a margin never takes a possibility away", "[comparison]") {
  std::mt19937 random{7};
  auto const all = calendars();
  int widened = 0;
  for (auto const& calendar : all) {
    maker make{calendar, random};
    for (int n = 0; n < 300; ++n) {
      auto a = make.any().text;
      auto const b = make.any().text;
      CAPTURE(a, b);
      auto const one = time::compare(dating{a}, dating{b});
      auto const other = time::compare(dating{b}, dating{a});
      for (unsigned r = 0; r < 13; ++r) REQUIRE(one.of(static_cast<allen>(r)) == other.of(converse(static_cast<allen>(r))));
      if (a.find_first_of("[{/") != std::string::npos) continue;
      auto const about = time::compare(dating{a + '~'}, dating{b}, time::margin{1});
      for (unsigned r = 0; r < 13; ++r)
        if (one.possible(static_cast<allen>(r))) REQUIRE(about.possible(static_cast<allen>(r)));
      widened += !(about == one);
      // Without a qualifier nothing is widened; without a margin no qualifier does.
      REQUIRE(time::compare(dating{a}, dating{b}, time::margin{1}) == one);
      REQUIRE(time::compare(dating{a + '~'}, dating{b}) == one);
    }
  }
  CHECK(widened > 20);
}

TEST_CASE("ranges are compared as sets of seconds are", "[comparison]") {
  // All tight limits over a few seconds around midnight, and over the unbounded ends; the sets are searched second by second.
  std::vector<instant> points{instant::past(), instant{86398}, instant{86399}, instant{86400}, instant{86401}, instant::future()};
  std::vector<time::limits> all;
  for (auto const a : points)
    for (auto const b : points)
      for (auto const c : points)
        for (auto const d : points) {
          time::limits const l{a, b, c, d};
          if (l.tightened() == l) all.push_back(l);
        }
  int compared = 0, caught = 0;
  for (auto const& a : all)
    for (auto const& b : all) {
      detail::range_pair const x{a}, y{b};
      detail::second_set const of_x[] = {{x.start, {}}, {x.end, {}}};
      detail::second_set const of_y[] = {{y.start, {}}, {y.end, {}}};
      unsigned wrong = 0;
      for (unsigned r = 0; r < 7; ++r) {
        auto const relation = static_cast<detail::chain>(r);
        wrong += detail::stands(relation, x, y) != detail::stands(relation, of_x[0], of_x[1], of_y[0], of_y[1]);
      }
      auto const days = [](auto const& of) { return [&of](instant i) { return detail::day_from(of[0], of[1], i); }; };
      wrong += detail::share_day(x, y) != detail::share_day(days(of_x), days(of_y));
      caught += detail::stands(detail::chain::before, x, y) != (a.end_min < b.start_max);  // the planted fault: no gap is needed
      compared += 8;
      REQUIRE(wrong == 0);
    }
  WARN("comparison: " << compared << " answers on ranges compared, " << caught << " planted faults seen");
  CHECK(compared > 100000);
  CHECK(caught > 1000);
}

TEST_CASE("windows and extents are kept apart, and lists are judged by their members", "[comparison]") {
  dating const february{"2025-02"};
  CHECK(time::before(february, dating{"2025-02-27"}) == truth::maybe);
  CHECK(time::intersects(february, dating{"[2025-01,2025-03]"}) == truth::no);
  CHECK(time::precedes(dating{"2025-02-18"}, dating{"2025-02-19"}) == truth::yes);
  CHECK(time::before(dating{"2025-02-18"}, dating{"2025-02-19"}) == truth::maybe);
  CHECK(time::meets(dating{"2025-02-18"}, dating{"2025-02-19"}) == truth::maybe);
  CHECK(time::same_day(dating{"2025-02-18"}, dating{"2025-02-18"}) == truth::yes);
  CHECK(time::equals(dating{"2025-02-18"}, dating{"2025-02-18"}) == truth::maybe);
  CHECK(time::certainly_before(dating{"2025-01"}, dating{"2025-03"}));
  CHECK_FALSE(time::possibly_after(dating{"2025-01"}, dating{"2025-03"}));
  CHECK(time::intersects(dating{"1XXX-12-24"}, dating{"1XXX-12-25"}) == truth::no);
  CHECK(time::precedes(dating{"1XXX-12-24"}, dating{"1XXX-12-25"}) == truth::maybe);
  CHECK(time::intersects(dating{"2004-XX-31"}, dating{"2004-06"}) == truth::no);
  CHECK(time::finishes(dating{"2025/.."}, dating{"2024/.."}) == truth::yes);
  CHECK(time::finishes(dating{"2025/"}, dating{"2024/.."}) == truth::no);
  CHECK(time::intersects(dating{"[..1900]"}, dating{"[2000..]"}) == truth::no);
  CHECK(time::intersects(dating{"../.."}, february) == truth::maybe);
}

TEST_CASE("a margin counts units of the precision on either side", "[comparison]") {
  auto const bounds = [](char const* text, unsigned units) {
    auto const l = time::widened(dating{text}, time::margin{units});
    return std::pair{l.start_min, l.end_max};
  };
  auto const hull = [](char const* text) { return std::pair{dating{text}.start_min(), dating{text}.end_max()}; };
  CHECK(bounds("2025-02~", 1) == hull("2025-01/2025-03"));
  CHECK(bounds("2025-02?", 2) == hull("2024-12/2025-04"));
  CHECK(bounds("2025-03-01~", 1) == hull("2025-02-28/2025-03-02"));
  CHECK(bounds("2025~", 3) == hull("2022/2028"));
  CHECK(bounds("2009~/2017", 1) == hull("2008/2017"));
  CHECK(bounds("2025", 5) == hull("2025"));
}

TEST_CASE("a day is contained for certain, perhaps, or not", "[comparison]") {
  using namespace std::chrono;
  auto const day = sys_days{year{2025} / 2 / 18};
  CHECK(time::contains(dating{"2025-02-18"}, day) == truth::yes);
  CHECK(time::contains(dating{"2025-02"}, day) == truth::maybe);
  CHECK(time::contains(dating{"2025-02"}, boost::gregorian::date{2025, 3, 1}) == truth::no);
  CHECK(time::contains(dating{"2025-01/2025-03"}, day) == truth::yes);
  CHECK(time::contains(dating{"2025-02/2025-03"}, day) == truth::maybe);
  CHECK(time::contains(dating{"2025-03"}, day) == truth::no);
  CHECK(time::contains(dating{"[2025-01,2025-03]"}, day) == truth::no);
  CHECK(time::contains(dating{"2025-XX-18"}, day) == truth::maybe);
  CHECK(time::contains(dating{"2025-XX-19"}, day) == truth::no);
}

TEST_CASE("keys sort datings by earliest and by latest", "[comparison]") {
  CHECK(time::by_earliest{}(dating{"2025"}, dating{"2025-02"}));
  CHECK(time::by_latest{}(dating{"2025-02"}, dating{"2025"}));
  CHECK(time::by_earliest{}(dating{"../2025"}, dating{"1900"}));
}

TEST_CASE("long lists and wide series are compared in bounded time", "[comparison]") {
  std::string list = "[";
  for (int y = 1000; y < 1990; ++y) list += std::to_string(y) + ',';
  list += "1990]";
  CHECK(time::intersects(dating{list}, dating{"[1991..]"}) == truth::no);
  CHECK(time::intersects(dating{"XXXX-XX-1X"}, dating{"XXXX-XX-2X"}) == truth::no);
  CHECK(time::intersects(dating{list}, dating{list}) == truth::maybe);
  CHECK(time::contains(dating{"XXXX-XX-1X"}, dating{"XXXX-XX-15/XXXX-XX-17"}) == truth::no);
  CHECK(time::contains(dating{"2XXX-XX"}, dating{"XXXX-XX-15/XXXX-XX-17"}) == truth::maybe);
  CHECK(time::contains(dating{"2XXX-XX"}, dating{"XXXX-XX-17/XXXX-XX-15"}) == truth::no);
  CHECK(time::contains(dating{"[..2020-01-01]"}, dating{"XXXX-02-XX/XXXX-03-XX"}) == truth::no);
  CHECK(time::overlaps(dating{"XXXX-02-XX"}, dating{"XXXX-03-15/"}) == truth::no);
  CHECK(time::intersects(dating{"XXXX-21"}, dating{"XXXX-02-XX"}) == truth::no);
  CHECK(time::contains(dating{"XXXX-21"}, dating{"XXXX-05-XX/XXXX-03-XX"}) == truth::no);
  CHECK(time::same_day(dating{"XXXX-XX-15/XXXX-XX-17"}, dating{"2XXX-XX"}) == truth::no);
}

TEST_CASE("whatever holds of any two datings holds of the corpus", "[comparison]") {
  namespace fs = std::filesystem;
  int replayed = 0;
  for (auto const& entry : fs::directory_iterator{fs::path{SINEDIE_SOURCE_DIR} / "tests" / "fuzz" / "comparison"}) {
    std::ifstream in{entry.path(), std::ios::binary};
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    CAPTURE(text);
    CHECK(sinedie_fuzz::pair_holds(text));
    ++replayed;
  }
  CHECK(replayed > 20);
}

}  // namespace sinedie_test::comparison_test
