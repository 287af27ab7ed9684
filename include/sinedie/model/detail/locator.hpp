// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where an entry of a dossier is written: which block of its storage, and which row in it. What a block holds is known to the bodies
/// only, so that whoever reads entries needn't read how they are stored.

#include <cstdint>

namespace sinedie::detail {

class block;
using row_number = std::uint32_t;

/// Which block, and which row in it.
struct locator {
  block const* home = nullptr;  ///< null: removed
  row_number row = 0;

  friend bool operator==(locator const&, locator const&) = default;
};

}  // namespace sinedie::detail
