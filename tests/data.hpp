// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Real data that doesn't ship with the sources. SINEDIE_DATA names its folder; a test that asks for a file which isn't there is
/// reported by CTest as skipped, by the text that this prints, never as passed.

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "catch.hpp"

namespace sinedie_test {

/// The file in the folder of real data; nothing, said as a warning, where it isn't here. Then a test returns at once.
inline std::optional<std::filesystem::path> real_data(std::filesystem::path const& file) {
  if (char const* const folder = std::getenv("SINEDIE_DATA"); folder && std::filesystem::exists(folder / file)) return folder / file;
  WARN("skipped for want of data: " << file.string() << "; SINEDIE_DATA names its folder");
  return std::nullopt;
}

}  // namespace sinedie_test
