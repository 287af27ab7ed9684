// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Memory that ends at the k-th allocation, for every k. It replaces the operators of the whole program, so one file of a program
/// includes it.

#include <atomic>
#include <cstdlib>
#include <new>

#include "catch.hpp"

namespace sinedie_test {

inline thread_local long allocations_left = -1;  ///< until one fails; negative: none will
inline std::atomic<long> allocations_living{0};

struct all_in_turn {
  long operator()(long k) const { return k + 1; }
};

/// Calls `run` with memory ending at the first allocation, then at the one that `next` names, … until it succeeds, and `look` after
/// each that failed; says how many failed. What `run` throws beside `std::bad_alloc`, or leaks, fails the test.
template <typename Run, typename Look, typename Next = all_in_turn>
long failures(Run run, Look look, Next next = {}) {
  run();  // what is made once and kept is made now
  long failed = 0;
  for (long k = 0;; k = next(k)) {
    long const before = allocations_living;
    allocations_left = k;
    bool ended = false;
    try {
      run();
    } catch (std::bad_alloc const&) {
      ended = true;
    }
    allocations_left = -1;
    if (allocations_living != before) FAIL("allocation " << k << " of those that fail leaks " << allocations_living - before);
    if (!ended) return failed;
    ++failed;
    look();
  }
}

}  // namespace sinedie_test

void* operator new(std::size_t bytes) {
  if (sinedie_test::allocations_left >= 0 && sinedie_test::allocations_left-- == 0) throw std::bad_alloc{};
  void* const place = std::malloc(bytes == 0 ? 1 : bytes);
  if (place == nullptr) throw std::bad_alloc{};
  ++sinedie_test::allocations_living;
  return place;
}
void* operator new(std::size_t bytes, std::nothrow_t const&) noexcept {
  try {
    return operator new(bytes);
  } catch (std::bad_alloc const&) {
    return nullptr;
  }
}
void operator delete(void* place) noexcept {
  if (place != nullptr) --sinedie_test::allocations_living;
  std::free(place);
}
void operator delete(void* place, std::size_t) noexcept { operator delete(place); }
void operator delete(void* place, std::nothrow_t const&) noexcept { operator delete(place); }
