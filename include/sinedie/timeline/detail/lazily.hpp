// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A part of something immutable that is made only when somebody asks for it, and then kept.
///
/// Any number of threads may ask. Where several ask at once before it is there, each makes one, and one of those, which are all
/// the same, is kept; so nobody waits for anybody, and what making one throws goes to who asked.
///
///     lazily<indexes> index;
///     index.get([&] { return detail::shared<indexes const>::make(columns); }).party(3);

#include <atomic>
#include <utility>

#include <sinedie/detail/shared.hpp>

namespace sinedie::detail {

template <typename T>
class lazily {
 public:
  lazily() = default;
  lazily(lazily const&) = delete;
  lazily& operator=(lazily const&) = delete;
  lazily(lazily&&) = delete;
  lazily& operator=(lazily&&) = delete;
  ~lazily() { delete known_.load(std::memory_order_acquire); }

  /// `make` gives a `detail::shared<T const>`. What is returned is valid as long as this.
  template <typename Make>
  [[nodiscard]] detail::shared<T const> const& get(Make make) const {
    auto const* known = known_.load(std::memory_order_acquire);
    if (known) return *known;
    auto const* const fresh = new detail::shared<T const>{make()};
    if (known_.compare_exchange_strong(known, fresh, std::memory_order_acq_rel, std::memory_order_acquire)) return *fresh;
    delete fresh;
    return *known;
  }

 private:
  mutable std::atomic<detail::shared<T const> const*> known_{nullptr};
};

}  // namespace sinedie::detail
