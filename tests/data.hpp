// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Real data that doesn't ship with the sources. SINEDIE_DATA names its folder; where it isn't set, a test that asks for
/// a file is reported by CTest as skipped, by the text that this prints, never as passed.

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "catch.hpp"

namespace sinedie_test {

/// The file in the folder of real data; nothing, said as a warning, where no folder is named. Then a test returns at once.
inline std::optional<std::filesystem::path> real_data(std::filesystem::path const& file) {
  if (char const* const folder = std::getenv("SINEDIE_DATA")) {
    REQUIRE(std::filesystem::exists(folder / file));
    return folder / file;
  }
  WARN("this test is skipped: SINEDIE_DATA names no folder with " << file.string());
  return std::nullopt;
}

}  // namespace sinedie_test
