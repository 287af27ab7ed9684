// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The text of a dating that is too long for it, and how many share it.

#include <atomic>
#include <cstddef>
#include <string>

#include <sinedie/time/detail/dating_class.hpp>

namespace sinedie::detail {

/// What doesn't fit into a dating itself.
struct stated_text {
  std::string text;
  std::string canonical;
  mutable std::atomic<std::size_t> shares = 1;
};

SINEDIE_INLINE void stated_share::take(stated_text const& s) noexcept { s.shares.fetch_add(1, std::memory_order_relaxed); }

SINEDIE_INLINE void stated_share::drop(stated_text const& s) noexcept {
  if (s.shares.fetch_sub(1, std::memory_order_acq_rel) == 1) delete &s;
}

}  // namespace sinedie::detail
