// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Whoever has one of these for a flag is alone; others sleep meanwhile. (All that is needed of `<mutex>`, at a tenth of its lines.)
///
///     one_at_a_time const lock{writing_};

#include <atomic>

namespace sinedie::detail {

class one_at_a_time {
 public:
  explicit one_at_a_time(std::atomic_flag& flag) noexcept : flag_{flag} {
    while (flag_.test_and_set(std::memory_order_acquire)) flag_.wait(true, std::memory_order_relaxed);
  }
  one_at_a_time(one_at_a_time const&) = delete;
  one_at_a_time& operator=(one_at_a_time const&) = delete;
  ~one_at_a_time() {
    flag_.clear(std::memory_order_release);
    flag_.notify_one();
  }

 private:
  std::atomic_flag& flag_;
};

}  // namespace sinedie::detail
