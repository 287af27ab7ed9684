// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Measures how long something takes, as the median of several runs, and prints it on a line.
///
/// A benchmark is a program of its own, tests/benchmarks/<name>.bench.cpp. It prints one line for each thing that it measures:
/// what, the time for one of its items, and the spread of the runs, so that a noisy machine shows.
///
///     measure("fold a name", names.size(), [&] { for (auto const& n : names) keep(fold(n)); });

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace sinedie_bench {

/// Makes the compiler believe that a value is used.
template <class T>
void keep(T const& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

template <class Work>
void measure(std::string const& what, std::size_t items, Work work) {
  using clock = std::chrono::steady_clock;
  std::vector<double> runs;
  auto const begin = clock::now();
  while (runs.size() < 5 || (runs.size() < 101 && clock::now() - begin < std::chrono::seconds{1})) {
    auto const start = clock::now();
    work();
    runs.push_back(std::chrono::duration<double, std::nano>(clock::now() - start).count() / static_cast<double>(items));
  }
  std::sort(runs.begin(), runs.end());
  std::printf("%-48s %12.1f ns each   (%.1f to %.1f, %zu runs of %zu)\n", what.c_str(), runs[runs.size() / 2], runs.front(),
              runs.back(), runs.size(), items);
}

}  // namespace sinedie_bench
