// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How long tests with random input go on. Usually a moment, from the same seed on every run; `./dev soak` makes it many times
/// longer, from a seed that it prints.
///
///     std::mt19937_64 random{sinedie_test::seed()};
///     for (std::size_t i = 0; i < sinedie_test::rounds(1000); ++i) …

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace sinedie_test {

/// The number from the environment variable `name`, or `otherwise`.
[[nodiscard]] inline std::uint64_t number(char const* name, std::uint64_t otherwise) {
  char const* const text = std::getenv(name);
  std::uint64_t const value = text != nullptr ? std::strtoull(text, nullptr, 10) : 0;
  return value != 0 ? value : otherwise;
}

/// `usual` rounds, times the factor that `./dev soak` was given.
[[nodiscard]] inline std::size_t rounds(std::size_t usual) { return usual * static_cast<std::size_t>(number("SINEDIE_SOAK", 1)); }

[[nodiscard]] inline std::uint64_t seed() { return number("SINEDIE_SEED", 20250402); }

}  // namespace sinedie_test
