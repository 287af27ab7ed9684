// SPDX-License-Identifier: BSL-1.0
// Any bytes as a dating, for libFuzzer: clang++ -std=c++20 -Iinclude -O1 -fsanitize=fuzzer,undefined (CMake: SINEDIE_FUZZ, with clang).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "edtf.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (!sinedie_fuzz::holds(std::string_view{reinterpret_cast<char const*>(data), size})) __builtin_trap();
  return 0;
}
