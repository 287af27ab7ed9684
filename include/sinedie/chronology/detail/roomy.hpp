// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Memory for long arrays that are read in no order.
///
/// A network of a million events takes a few hundred megabytes, and a sweep goes through them as the statements lead. With the
/// usual pages of four kilobytes each step costs a walk through the page tables as well, and each page of fresh memory a call of
/// the kernel. Where the system has larger pages for the asking (Linux, madvise), long arrays ask for them; elsewhere, and where
/// it has none left, all is as usual. Elements that are made without a value aren't set to anything.

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace sinedie::chronology::detail {

template <typename T>
class roomy_allocator {
 public:
  using value_type = T;

  roomy_allocator() = default;
  template <typename U>
  constexpr roomy_allocator(roomy_allocator<U> const&) noexcept {}  // NOLINT(google-explicit-constructor): allocators do

  [[nodiscard]] T* allocate(std::size_t n) {
    if (n > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_array_new_length{};
    auto const bytes = n * sizeof(T);
    if (bytes < long_array) return static_cast<T*>(::operator new(bytes));
    auto* const at = ::operator new(bytes, page);
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    // It is a wish: where it isn't granted, nothing else changes.
    (void)::madvise(at, bytes, MADV_HUGEPAGE);
#endif
    return static_cast<T*>(at);
  }
  void deallocate(T* at, std::size_t n) noexcept {
    if (n * sizeof(T) < long_array) ::operator delete(at);
    else ::operator delete(at, page);
  }

  template <typename U, typename... Values>
  void construct(U* at, Values&&... values) {
    if constexpr (sizeof...(Values) == 0 && std::is_trivially_copyable_v<U>) ::new (static_cast<void*>(at)) U;
    else ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }

  friend constexpr bool operator==(roomy_allocator, roomy_allocator) noexcept { return true; }

 private:
  static constexpr std::size_t long_array = std::size_t{2} << 20U;
  static constexpr std::align_val_t page{std::size_t{2} << 20U};
};

template <typename T>
using roomy = std::vector<T, roomy_allocator<T>>;

template <typename T>
[[nodiscard]] bool operator==(roomy<T> const& a, std::vector<T> const& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!(a[i] == b[i])) return false;
  return true;
}

}  // namespace sinedie::chronology::detail
