// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How a query was answered: which terms were looked up where, how much was expected of each, and how much was looked at.
///
///     timeline.explain(query{"party:russia during:2025-02"}).steps.front().index;   // parties

#include <cstddef>
#include <string>
#include <vector>

#include <sinedie/config.hpp>

namespace sinedie {

struct explanation {
  /// One of the things that were looked at, in the order of the work.
  struct step {
    std::string term;            ///< of the query; empty for what concerns the whole
    std::string index;           ///< where it was looked up: `parties`, `window`, …; `judged`: each candidate; `scan`: each entry
    std::size_t estimated = 0;   ///< entries that it was thought to find, at most
    std::size_t touched = 0;     ///< entries looked at
  };
  std::string query;
  std::vector<step> steps;
  std::size_t answered = 0;  ///< events found
  double microseconds = 0;   ///< from names to the list
};

}  // namespace sinedie
