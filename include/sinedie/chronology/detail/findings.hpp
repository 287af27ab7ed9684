// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What came of a solve so far: contradictions, and which statements are out of force.

#include <cstdint>
#include <utility>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/solution.hpp>

namespace sinedie::chronology::detail {

/// What can't all hold, and what therefore is out of force.
struct findings {
  explicit findings(network const& net) : aside(net.statements(), 0), tentative(net.statements(), 0) {}

  std::vector<clash> clashes;
  std::vector<std::uint8_t> aside;      ///< one a statement
  std::vector<std::uint8_t> tentative;  ///< one a statement: it only bounds points, was in a contradiction, and came back for now

  /// Takes a contradiction in, and gives the statements that leave for it. Where one of those came back before, it is that one
  /// alone, and the contradiction isn't told: it is another's already.
  [[nodiscard]] std::vector<statement_number> take(network const& net, clash c) {
    for (auto i = c.statements.rbegin(); i != c.statements.rend(); ++i)
      if (tentative[*i]) {
        tentative[*i] = 0;
        aside[*i] = 1;
        return {*i};
      }
    std::vector<statement_number> leaving;
    for (auto const s : c.statements) {
      auto const [i, end] = laid_by(net.constraints(), s);
      if (i == end) tentative[s] = 1;
      else aside[s] = 1, leaving.push_back(s);
    }
    clashes.push_back(std::move(c));
    return leaving;
  }
};

}  // namespace sinedie::chronology::detail
