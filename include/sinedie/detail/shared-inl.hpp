// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <new>

#include <sinedie/detail/shared.hpp>

namespace sinedie::detail {

[[nodiscard]] inline std::atomic<std::size_t>& counter(unsigned char* at) noexcept {
  return *std::launder(reinterpret_cast<std::atomic<std::size_t>*>(at));
}
[[nodiscard]] inline std::atomic<std::size_t> const& counter(unsigned char const* at) noexcept {
  return *std::launder(reinterpret_cast<std::atomic<std::size_t> const*>(at));
}

SINEDIE_INLINE counted::counted() noexcept {
  static_assert(sizeof(std::atomic<std::size_t>) == sizeof shares_ && alignof(std::atomic<std::size_t>) <= alignof(std::size_t));
  ::new (static_cast<void*>(shares_)) std::atomic<std::size_t>{1};
}
SINEDIE_INLINE counted::~counted() = default;

SINEDIE_INLINE void counted::take() noexcept { counter(shares_).fetch_add(1, std::memory_order_relaxed); }
SINEDIE_INLINE void counted::drop() noexcept {
  if (counter(shares_).fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
}
SINEDIE_INLINE bool counted::has_one_share() const noexcept { return counter(shares_).load(std::memory_order_acquire) == 1; }

}  // namespace sinedie::detail
