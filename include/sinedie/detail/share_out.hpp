// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Works that don't hang on each other, done by several threads.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace sinedie::detail {

/// As many as were asked for; where none were, as many as the machine has.
[[nodiscard]] inline unsigned threads_of(unsigned asked) noexcept {
  return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

/// Does the works, by so many threads at most, this one among them; fewer where no more can be had. Of those that throw, the first by
/// its place is thrown on, once all have ended.
template <typename Works>
void share_out(Works const& works, unsigned threads) {
  std::vector<std::exception_ptr> failed(works.size());
  std::atomic<std::size_t> next{0};
  auto const take_one_after_another = [&] {
    for (std::size_t i = next++; i < works.size(); i = next++) {
      try {
        works[i]();
      } catch (...) {
        failed[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    try {
      for (std::size_t t = 1; t < std::min<std::size_t>(threads, works.size()); ++t) others.emplace_back(take_one_after_another);
    } catch (std::system_error const&) {
      // those that there are do all
    }
    take_one_after_another();
  }
  for (auto const& e : failed)
    if (e) std::rethrow_exception(e);
}

}  // namespace sinedie::detail
