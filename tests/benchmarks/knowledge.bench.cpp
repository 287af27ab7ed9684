// SPDX-License-Identifier: BSL-1.0
// Events with five reports each: the timeline of a day, that of another day, the history of one event, memory for each report.
// Before anything is timed, histories are held against the timelines of their days. Three events in ten follow another one, of
// about a year before; of those one in a hundred follows an event of much the same time, which its dates mostly contradict.
//
//     bench_knowledge [EVENTS]   // 1,000,000 without a number

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <boost/version.hpp>

#include <sinedie/timeline/knowledge.hpp>
#include <sinedie/timeline/where.hpp>

using namespace sinedie;

namespace {

/// The processor's time for this program.
double seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

std::chrono::sys_days day(std::size_t n) {
  return std::chrono::sys_days{std::chrono::year{2020} / std::chrono::January / 1} + std::chrono::days{static_cast<int>(n)};
}

dossier press(std::size_t events) {
  std::mt19937_64 dice{20250402};
  dossier d;
  for (int i = 0; i < 50; ++i) d.add(party{"party" + std::to_string(i)}).add(venue{"venue" + std::to_string(i)});
  for (std::size_t i = 0; i < events; ++i) {
    std::string const id = "event" + std::to_string(i);
    event e{id};
    e.kind("meeting");
    auto const year = events / 8;
    if (i > 0 && dice() % 10 < 3) {
      bool const near = dice() % 100 == 0 || i <= year;
      auto const back = near ? dice() % std::min<std::size_t>(i, 100) : year + dice() % std::min<std::size_t>(i - year, 100);
      if (i > year || dice() % 100 == 0) e.after("event" + std::to_string(i - 1 - back));
    }
    d.add(e);
    std::size_t out = i * 3000 / events + dice() % 100;
    auto const when = day(out + 200);
    for (int n = 0; n < 5; ++n) {
      report r{report_id{id + "." + std::to_string(n)}, event_id{id}};
      claim c;
      if (n == 0) c.announced().between("party" + std::to_string(dice() % 50), "party" + std::to_string(dice() % 50));
      if (n == 1) c.scheduled().on(when);
      if (n == 2) c.on(when + std::chrono::days{dice() % 20}).at("venue" + std::to_string(dice() % 50));
      if (n == 3) c.no_date();
      if (n == 4) c.held().on(when + std::chrono::days{30});
      if (n == 4) out += 240;
      r.published(day(out)).says(std::move(c));
      out += 1 + dice() % 20;
      d.add(r);
    }
  }
  return d;
}

}  // namespace

int main(int count, char** words) {
  std::size_t const events = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1000000;
  std::printf("%zu events with 5 reports each; Boost %s, %s\n", events, BOOST_LIB_VERSION, __VERSION__);
  auto const d = press(events);
  double t = seconds();
  knowledge const k{d};
  double const opened = seconds() - t;
  std::mt19937_64 dice{7};

  t = seconds();
  auto const first = k.as_of(day(1500));
  double const one = seconds() - t;

  std::size_t checked = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    event_id const id{"event" + std::to_string(dice() % events)};
    std::string last;
    for (auto const& c : k.history(id, day(1500)))
      if (c.of == field::status) last = c.to;
    auto const e = first.find_event(id);
    std::string const shown = e && e->status() ? std::string{to_string(*e->status())} : std::string{};
    if (shown != last) {
      std::printf("event %s: the history ends with \"%s\", the timeline shows \"%s\"\n", id.str().c_str(), last.c_str(), shown.c_str());
      return 1;
    }
    ++checked;
  }
  std::printf("%zu histories end as the timeline has them\n", checked);

  std::vector<double> later, looked_up;
  std::size_t contradictions = 0;
  for (int i = 0; i < 25; ++i) {
    auto const on = day(dice() % 3400);
    t = seconds();
    auto const other = k.as_of(on);
    later.push_back(seconds() - t);
    contradictions = std::max(contradictions, other.contradictions().size());
    t = seconds();
    if (other.count(where::party("party1")) > events) return 1;
    looked_up.push_back(seconds() - t);
  }
  std::sort(looked_up.begin(), looked_up.end());
  std::sort(later.begin(), later.end());
  std::vector<double> lives;
  for (int i = 0; i < 2000; ++i) {
    event_id const id{"event" + std::to_string(dice() % events)};
    t = seconds();
    auto const life = k.history(id);
    lives.push_back(seconds() - t);
    if (life.empty()) return 1;
  }
  std::sort(lives.begin(), lives.end());
  auto const& told = k.archive()->told;
  std::printf("%-48s %10.3f s\n", "checked, and reports put in order, once", opened);
  std::printf("%-48s %10.3f s\n", "the timeline of a first day", one);
  std::printf("%-48s %10.3f s   (%.3f to %.3f)\n", "the timeline of another day, median of 25", later[12], later.front(), later.back());
  std::printf("%-48s %10.3f   of the first compilation from the dossier\n", "ratio", later[12] / (opened + one));
  std::printf("%-48s %10.3f   by the longest of 25\n", "", later.back() / (opened + one));
  std::printf("%-48s %10.3f s   (%.3f to %.3f)\n", "the first query on it, which indexes it", looked_up[12], looked_up.front(),
              looked_up.back());
  std::printf("%-48s %10zu\n", "contradictions, at most", contradictions);
  std::printf("%-48s %10.1f us  (99 of 100 under %.1f)\n", "the history of one event, median of 2000", lives[1000] * 1e6,
              lives[1980] * 1e6);
  std::printf("%-48s %10.1f bytes\n", "a knowledge object, for each report",
              static_cast<double>(k.bytes()) / static_cast<double>(told.reports()));
  std::printf("%-48s %10.1f bytes\n", "of that the ledger",
              static_cast<double>(told.bytes()) / static_cast<double>(told.reports()));
}
