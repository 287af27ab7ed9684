// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Asks for memory that will be wanted soon, where the compiler can.

namespace sinedie::detail {

inline void prefetch([[maybe_unused]] void const* where) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(where);
#endif
}

}  // namespace sinedie::detail
