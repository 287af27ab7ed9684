// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Asks a watcher now and then whether to go on, through all that a solve does, one sweep after another.

#include <cstdint>

#include <sinedie/chronology/watcher.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology::detail {

class pace {
 public:
  explicit pace(watcher* watching) noexcept : watching_{watching} {}
  pace(pace const&) = delete;
  pace& operator=(pace const&) = delete;

  /// Throws `errc::cancelled` where the watcher says so.
  void step(std::uint64_t steps = 1) {
    if (watching_ != nullptr) count(steps);
  }

 private:
  void count(std::uint64_t steps) {
    auto const before = steps_ >> 16U;
    steps_ += steps;
    if (steps_ >> 16U != before && !watching_->go_on(steps_)) sinedie::detail::raise(errc::cancelled, "the solve was stopped");
  }

  watcher* watching_;
  std::uint64_t steps_ = 0;
};

}  // namespace sinedie::chronology::detail
