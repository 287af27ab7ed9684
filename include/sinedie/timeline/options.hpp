// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How a timeline is made: on which day of knowledge, where events of which nothing is known stand, who watches.
///
///     timeline const then{talks, {.as_of = 2025y / April / 1, .unknown = unknown_events::first}};

#include <chrono>
#include <optional>

#include <sinedie/chronology/watcher.hpp>

namespace sinedie {

/// Where events of which nothing at all is known stand.
enum class unknown_events : unsigned char { last, first, apart, hidden };

struct timeline_options {
  /// The day of knowledge; without one, the dossier's own.
  std::optional<std::chrono::sys_days> as_of = {};
  unknown_events unknown = unknown_events::last;
  /// How many threads may index it; 0: as many as the machine has cores. The timeline doesn't depend on it.
  unsigned threads = 0;
  /// Told how far the solve has got, and asked whether to go on; where it says no, `errc::cancelled` is thrown and there is no
  /// timeline. Only used while the timeline is made.
  chronology::watcher* watching = nullptr;
};

}  // namespace sinedie
