// SPDX-License-Identifier: BSL-1.0
// Reading dates: plain days against Boost's parser and against std::from_chars with std::chrono's validation; then expressions
// of all levels against a plain day. Comparing them: plain pairs, and lists and masks by the number of their members.
#include "measure.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <boost/date_time/gregorian/gregorian.hpp>
#include <boost/version.hpp>

#include <sinedie/time/comparison.hpp>
#include <sinedie/time/conversions.hpp>
#include <sinedie/time/dating.hpp>

namespace {

std::int64_t from_chars_day(std::string const& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  char const* const at = text.data();
  if (text.size() != 10 || at[4] != '-' || at[7] != '-') return -1;
  if (std::from_chars(at, at + 4, year).ptr != at + 4 || std::from_chars(at + 5, at + 7, month).ptr != at + 7 ||
      std::from_chars(at + 8, at + 10, day).ptr != at + 10)
    return -1;
  std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return date.ok() ? std::chrono::sys_days{date}.time_since_epoch().count() : -1;
}

double median(std::vector<double> of) {
  std::sort(of.begin(), of.end());
  return of[of.size() / 2];
}

double nanoseconds_each(std::size_t items, auto work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count() / static_cast<double>(items);
}

double median_of(std::size_t items, auto work) {
  std::vector<double> runs;
  for (int run = 0; run < 31; ++run) runs.push_back(nanoseconds_each(items, work));
  return median(runs);
}

/// One way to read dates: what it took in each round, and how many times as long as a plain day in the same round.
struct way {
  std::vector<double> took = {};
  std::vector<double> ratios = {};

  void add(double nanoseconds, double plain) {
    took.push_back(nanoseconds);
    ratios.push_back(nanoseconds / plain);
  }
};

}  // namespace

int main() {
  using namespace sinedie_bench;
  using sinedie::time::dating;
  std::printf("Boost.Date_Time %s, gregorian::from_simple_string; std::from_chars of libstdc++ %d\n", BOOST_LIB_VERSION, __GLIBCXX__);
  std::vector<std::string> days;
  for (int i = 0; i < 10000; ++i)
    days.push_back(boost::gregorian::to_iso_extended_string(boost::gregorian::date{1900, 1, 1} + boost::gregorian::days{i * 7}));
  std::shuffle(days.begin(), days.end(), std::mt19937{7});
  for (auto const& text : days) {
    auto const boost_day = boost::gregorian::from_simple_string(text);
    auto const ours = dating{text}.start_min();
    if (sinedie::time::to_instant(boost_day) != ours || from_chars_day(text) * 86400 != ours.seconds()) {
      std::printf("answers differ on %s\n", text.c_str());
      return 1;
    }
  }
  std::vector<std::string> mixed;
  for (int i = 0; i < 100; ++i)
    for (char const* const text : {"2025", "2025-02", "2025-02-18", "2025-02~", "2009/2017", "2025-02-18/..", "2025-02-18T10:00:00Z",
                                   "2025-23", "Y170000002", "202X", "2025-XX", "2004-?06-~11", "15XX-12-25", "1950S2",
                                   "[2025-01,2025-03]", "{1960,1961-12}", "[1670..1672]", "2025-41", "Y-17E7", "-0044-03-15"})
      mixed.emplace_back(text);
  auto const ours = [](std::vector<std::string> const& texts) {
    return nanoseconds_each(texts.size(), [&] {
      for (auto const& text : texts) keep(dating::try_parse(text));
    });
  };
  // All ways in turn, round by round: whatever slows the machine slows all of them.
  way plain, of_boost, of_chars, all;
  for (int round = 0; round < 61; ++round) {
    double const day = ours(days);
    plain.add(day, day);
    all.add(ours(mixed), day);
    auto const by = [&](auto read) {
      return nanoseconds_each(days.size(), [&] {
        for (auto const& text : days) keep(read(text));
      });
    };
    of_chars.add(by([](auto const& text) { return from_chars_day(text); }), day);
    of_boost.add(by([](auto const& text) { return boost::gregorian::from_simple_string(text); }), day);
  }
  std::printf("a plain day                                  %8.1f ns\n", median(plain.took));
  auto const print = [](char const* what, way const& w) {
    std::printf("%-44s %8.1f ns, %.2f times a plain day\n", what, median(w.took), median(w.ratios));
  };
  print("boost::gregorian::from_simple_string", of_boost);
  print("std::from_chars and std::chrono validation", of_chars);
  print("expressions of all levels, mixed", all);

  std::vector<std::pair<dating, dating>> pairs;
  for (std::size_t i = 0; i + 1 < 2000; i += 2) pairs.emplace_back(dating{days[i]}, dating{days[i + 1]});
  auto const compared = [](std::vector<std::pair<dating, dating>> const& of) {
    return median_of(of.size(), [&] {
      for (auto const& [a, b] : of) keep(sinedie::time::compare(a, b));
    });
  };
  std::printf("all relations of two plain days              %8.1f ns\n", compared(pairs));
  // Ranges and masks are leapt through; a list of single dates is read member by member.
  double few = 0;
  for (int const members : {10, 100, 1000, 100000}) {
    auto const last = std::to_string(100000 + members - 1);
    dating const range{"[Y100000..Y" + last + "]"};
    dating const other{"[Y99990..Y100005,Y" + last + "]"};
    std::vector<std::pair<dating, dating>> const ranges(20, {range, other});
    auto const took = compared(ranges);
    if (members == 10) few = took;
    std::printf("all relations of two lists, %6d in a range  %8.1f ns, %.2f times as long as of ten\n", members, took, took / few);
  }
  for (auto const& [a, b] : {std::pair{"202X-0X-12", "2025-XX-13"}, std::pair{"XXXX-0X-12", "2XXX-XX-13"},
                             std::pair{"202X-XX-1X", "202X-XX-15/202X-XX-17"}, std::pair{"XXXX-XX-1X", "XXXX-XX-15/XXXX-XX-17"}}) {
    std::vector<std::pair<dating, dating>> const masks(20, {dating{a}, dating{b}});
    std::printf("all relations of %s and %s     %8.1f ns\n", a, b, compared(masks));
  }
}
