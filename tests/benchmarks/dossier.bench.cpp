// SPDX-License-Identifier: BSL-1.0
// A dossier of 100,000 events read (and checked whole) and written, beside what Boost.JSON and nlohmann's library take to parse the
// same bytes and no more. Each peer is a program of its own, `peers/<name>_json.cpp`, where its library is installed. All answers are
// compared before anything is timed; then all take turns. Memory is what malloc holds for the dossier, beside the file's size.
//
//     build/bench/bench/bench_dossier 1000000 3   # how many events, and how many rounds; 100,000 and 9 without them
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <malloc.h>
#include <unistd.h>

#include <fmt/format.h>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>

namespace {

using namespace sinedie;

/// Meetings over sixty years as files tell of them: most dated, some planned, a tenth undated; offices, nested venues, reports.
dossier made(std::size_t events) {
  std::mt19937 random{7};
  auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  dossier d;
  d.as_of("2025-04-06").title(localized{"Sixty years of meetings"});
  std::size_t const parties = 200, venues = 300, sources = events / 50 + 1;
  for (std::size_t i = 0; i < parties; ++i) d.add(party{fmt::format("state-{}", i), fmt::format("The State of {}", i)});
  for (std::size_t i = 0; i < venues; ++i) {
    venue v{fmt::format("city-{}", i), localized{fmt::format("City {}", i)}.in("fr", fmt::format("Ville n° {}", i))};
    if (i >= 20) v.in(fmt::format("city-{}", i % 20));
    d.add(v);
  }
  for (std::size_t i = 0; i < 100; ++i) d.add(series{fmt::format("series-{}", i), fmt::format("Talks {}", i)});
  for (std::size_t i = 0; i < sources; ++i)
    d.add(document{fmt::format("paper-{}", i)}.source(fmt::format("Paper {}", i % 30)).published(fmt::format("{}", 1965 + i % 60)));
  for (std::size_t i = 0; i < events; ++i) {
    auto const year = 1965 + i * 60 / events;
    event e{fmt::format("event-{}", i), fmt::format("Meeting of ministers, the {}th of its kind", i)};
    e.kind(below(3) == 0 ? "negotiation" : "meeting");
    auto const first = below(parties);
    e.between(fmt::format("state-{}", first), fmt::format("state-{}", (first + 1 + below(parties - 1)) % parties));
    e.at(fmt::format("city-{}", below(venues)));
    auto const form = below(10);
    if (form < 7) e.held().on(fmt::format("{}-{:02}-{:02}", year, 1 + below(12), 1 + below(28)));
    else if (form == 7) e.held().on(fmt::format("{}-{:02}~", year, 1 + below(12)));
    else if (form == 8) e.announced().expected(fmt::format("{}-{:02}/{}", year, 1 + below(12), year + 1));
    else e.announced().no_date(why_undated::unannounced);
    if (below(4) == 0) e.in_series(fmt::format("series-{}", below(100)), static_cast<std::uint32_t>(1 + i));
    if (i > 0 && below(3) == 0) e.after(fmt::format("event-{}", i - 1 - below(std::min<std::size_t>(i, 100))));
    if (below(5) == 0) e.note(fmt::format("They spoke of fisheries, of the border and of “question {}”.", below(1000)));
    d.add(e);
    if (below(5) == 0)
      d.add(report{fmt::format("report-{}", i), fmt::format("event-{}", i)}.in(fmt::format("paper-{}", below(sources))).says(
          claim{}.topic(fmt::format("topic-{}", below(50)))));
  }
  return d;
}

double seconds_of(auto work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> of) {
  std::sort(of.begin(), of.end());
  return of[of.size() / 2];
}

struct peer {
  std::string program;
  std::string name = {};
  std::vector<double> seconds = {};

  /// Parses the file once in a process of its own: how many events it found, and how long it took.
  std::size_t run(std::string const& file, bool timed) {
    auto* const out = ::popen(('"' + program + "\" \"" + file + '"').c_str(), "r");
    char called[64] = {};
    std::size_t events = 0;
    double took = 0;
    bool const told = out && std::fscanf(out, "%63s %zu %lf", called, &events, &took) == 3;
    if (!out || ::pclose(out) != 0 || !told) return 0;
    name = called;
    if (timed) seconds.push_back(took);
    return events;
  }
};

std::size_t held() { return ::mallinfo2().uordblks + ::mallinfo2().hblkhd; }

}  // namespace

int main(int argc, char** argv) {
  auto const number = [&](int i, std::size_t otherwise) {
    return argc > i ? static_cast<std::size_t>(std::strtoull(argv[i], nullptr, 10)) : otherwise;
  };
  auto const events = number(1, 100000);
  auto const rounds = number(2, 9);
  namespace fs = std::filesystem;
  auto const file = fs::temp_directory_path() / fmt::format("sinedie-bench-{}.json", ::getpid());
  save(made(events), file);
  reading together, alone;
  together.bytes = alone.bytes = std::size_t{1} << 40U;
  alone.threads = 1;
  auto const text = read_file(file, together);
  auto const megabytes = static_cast<double>(text.size()) / 1e6;
  auto const each = static_cast<double>(events);

  std::vector<peer> peers;
  auto const beside = fs::path{argv[0]}.parent_path();
  for (char const* const name : {"peer_boost_json", "peer_nlohmann_json"})
    if (fs::exists(beside / name)) peers.push_back({(beside / name).string()});
    else std::printf("%s isn't there: its library wasn't found\n", name);
  bool same = true;
  for (auto& p : peers)
    if (auto const found = p.run(file.string(), false); found != events)
      std::printf("%s found %zu events, not %zu\n", p.program.c_str(), found, events), same = false;

  auto const before = held();
  auto const read = read_dossier(text, together);
  auto const memory = static_cast<double>(held() - before);
  if (read.events().size() != events || to_json(read) != text) std::puts("what was read isn't what was written"), same = false;
  std::vector<double> times, times_alone, writing;
  for (std::size_t i = 0; same && i < rounds; ++i) {
    times.push_back(seconds_of([&] { same = same && read_dossier(text, together).events().size() == events; }));
    times_alone.push_back(seconds_of([&] { same = same && read_dossier(text, alone).events().size() == events; }));
    writing.push_back(seconds_of([&] { same = same && to_json(read).size() == text.size(); }));
    for (auto& p : peers) same = same && p.run(file.string(), true) == events;
  }
  fs::remove(file);
  if (!same) return 1;
  auto const took = median(times), took_alone = median(times_alone);
  std::printf("a dossier of %zu events, %.1f MB:\n", events, megabytes);
  std::printf("read and checked            %8.1f ms %8.1f MB/s, by %u threads\n", took * 1e3, megabytes / took,
              std::max(1U, std::thread::hardware_concurrency()));
  std::printf("by one thread               %8.1f ms %8.1f MB/s\n", took_alone * 1e3, megabytes / took_alone);
  for (auto const& p : peers)
    std::printf("%-27s %8.1f ms %8.1f MB/s; reading is %.2f times as fast, by one thread %.2f\n", ("parsed by " + p.name).c_str(),
                median(p.seconds) * 1e3, megabytes / median(p.seconds), median(p.seconds) / took, median(p.seconds) / took_alone);
  std::printf("written                     %8.1f ms %8.1f MB/s; %.2f times as fast as read\n", median(writing) * 1e3,
              megabytes / median(writing), took / median(writing));
  auto const bytes = static_cast<double>(text.size());
  std::printf("held in memory              %8.0f bytes an event; the file has %.0f\n", memory / each, bytes / each);
}
