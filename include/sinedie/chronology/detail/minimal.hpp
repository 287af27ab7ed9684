// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Cuts a set of statements that can't all hold down to a minimal one.

#include <vector>

#include <sinedie/chronology/detail/pace.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology::detail {

/// Points in a row, and the constraints or bounds that lead along it: of a ring, back to the first; of a chain, from one bound
/// to another.
struct trail {
  std::vector<support> links;
};

/// The statements of the trail, without those that the rest can do without; ascending. What can be seen to be needed isn't tried:
/// time is linear in the trail for each statement that is left.
[[nodiscard]] std::vector<statement_number> minimal(network const& net, trail const& found, pace& going);

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/minimal-inl.hpp>
#endif
