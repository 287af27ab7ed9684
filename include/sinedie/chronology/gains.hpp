// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What dropping each statement of a contradiction would gain, and so which of them to doubt first: a suggestion, never an action.
///
/// Dropping one lets others of the contradiction back in, as far as they can hold together with all that is in force. Where several
/// can't all come back, those with the lower numbers do.

#include <vector>

#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/chronology/statement.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// One for each statement of that contradiction, in its order. Solves what hangs together with it again for each pair of its
/// statements, at most.
[[nodiscard]] std::vector<drop> gains(network const& net, solution const& solved, clash const& of, watcher* watching = nullptr);

/// Those first that settle the contradiction; among these, those with the least footing (one for each statement); then those that
/// free most; then the later ones.
void rank(std::vector<drop>& drops, std::vector<int> const& footing);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/gains-inl.hpp>
#endif
