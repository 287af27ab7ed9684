// SPDX-License-Identifier: BSL-1.0
// Gaps in months against a solver that tries every day of the anchor's window.
#include <algorithm>
#include <chrono>
#include <map>

#include <sinedie/chronology/solve.hpp>
#include <sinedie/time/calendar.hpp>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::calendar_gaps_test {

using namespace sinedie_test;

namespace {

constexpr std::int64_t day = 86400;

/// Days from a day to the same one so many months on; one that the month there doesn't have counts as its last.
std::int64_t days_on(std::chrono::sys_days from, int months) {
  using namespace std::chrono;
  year_month_day const d{from};
  auto const then = year_month{d.year(), d.month()} + std::chrono::months{months};
  auto const last = year_month_day{then / std::chrono::last}.day();
  return (sys_days{then / std::min(d.day(), last)} - from).count();
}

/// The least and the most days, tried one by one from each day of the window; from each of 400 years where it has no ends.
std::pair<std::int64_t, std::int64_t> tried(int months, time::instant first, time::instant last) {
  static std::map<int, std::pair<std::int64_t, std::int64_t>> anywhere;
  bool const bounded = first.is_bounded() && last.is_bounded() && last.seconds() - first.seconds() < 146097 * day;
  if (!bounded)
    if (auto const known = anywhere.find(months); known != anywhere.end()) return known->second;
  auto const begin = bounded ? sinedie::detail::floor_div(first.seconds(), day) : 0;
  auto const end = bounded ? sinedie::detail::floor_div(last.seconds(), day) : 146096;
  std::int64_t least = no_gap, most = 0;
  for (auto d = begin; d <= end; ++d) {
    auto const on = days_on(std::chrono::sys_days{std::chrono::days{d}}, months);
    least = std::min(least, on);
    most = std::max(most, on);
  }
  if (!bounded) anywhere[months] = {least, most};
  return {least, most};
}

struct month_gap {
  node first, then;
  int least, most;  ///< months
};

struct made {
  network net;                  ///< with calendar gaps
  network plain;                ///< the same without: each gap by two statements of which distances can be set
  std::vector<month_gap> gaps;
  std::vector<std::pair<std::size_t, std::size_t>> places;  ///< of the least and the most among the plain network's constraints
};

/// Dates around 2000 to 2003, some of them wide, and gaps of a few months between neighbours.
made random_months(std::mt19937_64& dice) {
  auto const n = static_cast<node>(2 + dice() % 5);
  made m{network{n}, network{n}, {}, {}};
  statement_number by = 0;
  for (node v = 0; v < n; ++v) {
    if (dice() % 2 == 0) continue;
    auto const first = (10957 + 60 * v + static_cast<std::int64_t>(dice() % 50)) * day;
    auto const l = window(first, first + static_cast<std::int64_t>(1 + dice() % 40) * day - 1);
    m.net.date(v, l, by);
    m.plain.date(v, l, by++);
  }
  for (node v = 0; v + 1 < n; ++v) {
    int const least = 1 + static_cast<int>(dice() % 3), most = least + static_cast<int>(dice() % 3);
    calendar_length const from{least, 0}, to{most, 0};
    m.net.relate(relation_kind::before, v, v + 1, &from, &to, by);
    auto const at = m.plain.constraints().size();
    m.plain.require(end_of(v), start_of(v + 1), 0, by);
    m.plain.require(start_of(v + 1), end_of(v), -4000 * day, by++);
    m.gaps.push_back({v, v + 1, least, most});
    m.places.emplace_back(at, at + 1);
  }
  return m;
}

/// Limits to a fixpoint, every gap as long as some day of its anchor's window makes it; nothing where that can't hold.
std::optional<std::vector<time::limits>> by_days(made const& m, std::int64_t fault = 0) {
  auto net = m.plain;
  std::vector<std::uint8_t> const all(net.statements(), 0);
  auto anywhere = std::vector<time::limits>(net.events());
  for (auto now = std::optional{anywhere};;) {
    bool changed = false;
    for (std::size_t i = 0; i < m.gaps.size(); ++i) {
      auto const& g = m.gaps[i];
      auto const& l = (*now)[g.first];
      auto const least = tried(g.least, l.end_min, l.end_max).first * day + fault;
      auto const most = tried(g.most, l.end_min, l.end_max).second * day;
      auto const set = [&](std::size_t place, std::int64_t at_least) {
        if (net.constraints()[place].at_least >= at_least) return;
        net.tighten(place, at_least);
        changed = true;
      };
      set(m.places[i].first, least);
      set(m.places[i].second, -most);
    }
    if (!changed) return now;
    now = limits_of(net, all);
    if (!now) return std::nullopt;
  }
}

}  // namespace

TEST_CASE("gaps in months give the limits that trying every day gives", "[calendar]") {
  std::mt19937_64 dice{seed()};
  std::size_t compared = 0, contradictory = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(400); ++round) {
    auto const m = random_months(dice);
    auto const solved = solve(m.net);
    auto const slow = by_days(m);
    CAPTURE(round);
    CHECK(slow.has_value() == solved.clashes.empty());
    ++compared;
    if (!slow) {
      ++contradictory;
      continue;
    }
    CHECK(*slow == solved.limits);
    // The planted fault: a month that is a day too long.
    auto const wrong = by_days(m, day);
    caught += !wrong || *wrong != solved.limits;
  }
  CHECK(contradictory > 20);
  CHECK(contradictory < compared / 2);
  CHECK(caught > (compared - contradictory) / 2);
  WARN("calendar gaps: " << compared << " networks compared, " << contradictory << " of them contradictory, " << caught
                         << " planted faults seen");
}

}  // namespace sinedie_test::calendar_gaps_test
