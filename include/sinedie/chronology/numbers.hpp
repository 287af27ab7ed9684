// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a network of constraints counts: events, each with a start and an end, and statements.

#include <cstdint>

namespace sinedie::chronology {

using node = std::uint32_t;              ///< an event
using point = std::uint32_t;             ///< the start or the end of one
using statement_number = std::uint32_t;  ///< a statement of the network

[[nodiscard]] constexpr point start_of(node v) noexcept { return 2 * v; }
[[nodiscard]] constexpr point end_of(node v) noexcept { return 2 * v + 1; }
[[nodiscard]] constexpr node event_of(point p) noexcept { return p / 2; }
[[nodiscard]] constexpr bool is_start(point p) noexcept { return p % 2 == 0; }

}  // namespace sinedie::chronology
