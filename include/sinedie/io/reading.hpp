// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How much a reader takes in, and how it goes about it. The defaults suit files from strangers on an ordinary machine.

#include <chrono>
#include <cstddef>
#include <optional>

namespace sinedie {

struct reading {
  std::size_t bytes = std::size_t{256} << 20U;   ///< of one file or text
  std::size_t records = 10'000'000;              ///< entries of one file, of all kinds together
  std::size_t string = std::size_t{1} << 20U;    ///< bytes of one string, as written
  std::size_t depth = 64;                        ///< objects and arrays inside each other
  std::size_t problems = 1000;                   ///< after so many a reader stops, and says so
  unsigned threads = 0;                          ///< that take part at most, of large files; 0: as many as the machine has
  /// The day of knowledge that is going to be asked for: files that name different ones can be merged with it. The whole has none of
  /// its own then, and nothing that they declare is limited by it; otherwise it keeps that of the files.
  std::optional<std::chrono::sys_days> as_of = {};
};

}  // namespace sinedie
