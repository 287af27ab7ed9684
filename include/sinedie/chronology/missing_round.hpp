// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A round that must have been, and of which nobody tells: a complete series has a third and a fifth, so it has a fourth.

#include <cstdint>

#include <sinedie/chronology/numbers.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie::chronology {

/// A round of a complete series that is no event of the dossier: it must have been between two that are.
struct missing_round {
  series_id series;
  std::uint32_t round;
  node after;   ///< of an earlier round
  node before;  ///< of a later round
};

}  // namespace sinedie::chronology
