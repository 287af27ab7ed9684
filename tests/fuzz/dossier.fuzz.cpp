// SPDX-License-Identifier: BSL-1.0
// Any bytes as a dossier's file, for libFuzzer (CMake: SINEDIE_FUZZ, with clang).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dossier.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (!sinedie_fuzz::dossier_holds(std::string_view{reinterpret_cast<char const*>(data), size})) __builtin_trap();
  return 0;
}
