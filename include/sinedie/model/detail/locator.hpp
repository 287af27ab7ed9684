// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where an entry of a dossier is written: which block of its storage, and which row in it. What a block holds is known to the bodies
/// only, so that whoever reads entries needn't read how they are stored.

#include <array>
#include <cstdint>
#include <string_view>

namespace sinedie::detail {

class block;
using row_number = std::uint32_t;

enum class sort : unsigned char { party, venue, series, event, document, report };

[[nodiscard]] constexpr std::string_view sort_word(sort s) noexcept {
  constexpr std::array<std::string_view, 6> words{"party", "venue", "series", "event", "document", "report"};
  return words[static_cast<std::size_t>(s)];
}

/// Which block, and which row in it.
struct locator {
  block const* home = nullptr;  ///< null: removed
  row_number row = 0;

  friend bool operator==(locator const&, locator const&) = default;
};

}  // namespace sinedie::detail
