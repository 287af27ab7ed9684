// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The statements that give a limit.

#include <cstddef>
#include <vector>

#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// Of a point, what gives its limit: the statements from the one that speaks of it to the one that bounds it, each once. Behind
/// them come those that a calendar gap or a choice of dates on the way rests on, where it was tightened. Empty where there is no
/// limit. Alone they give the same limit, and of up to 64 none can be left out.
[[nodiscard]] std::vector<statement_number> chain_of(network const& net, solution const& solved, point at, bool earliest);

namespace detail {

/// Statements of a chain beyond which it isn't looked through.
inline constexpr std::size_t most_looked_through = 64;

/// A chain that was looked through for statements that the others can do without: one that rests on what was tightened, or comes back
/// to an event. Others have none.
struct looked_through {
  std::vector<statement_number> chain;
  std::size_t tried = 0;  ///< how many statements; none where it wasn't looked through
  bool shorter = false;   ///< some were left out
};
[[nodiscard]] looked_through look_through(network const& net, solution const& solved, point at, bool earliest);

}  // namespace detail

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/chain-inl.hpp>
#endif
