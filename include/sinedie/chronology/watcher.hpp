// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Whoever watches a long solve: told how far it has got, and asked whether it should go on.

#include <cstdint>

namespace sinedie::chronology {

/// Called from the thread that solves.
class watcher {
 public:
  watcher() = default;
  watcher(watcher const&) = delete;
  watcher& operator=(watcher const&) = delete;
  virtual ~watcher() = default;
  /// `steps` grows; false stops, and whatever was asked for throws `errc::cancelled` and leaves everything as it was.
  [[nodiscard]] virtual bool go_on(std::uint64_t steps) = 0;
};

}  // namespace sinedie::chronology
