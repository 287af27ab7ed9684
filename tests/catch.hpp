// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Catch2, version 2 or 3, under one spelling: version 3's. Tests include this and neither version's own header.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>

#include <string>

namespace Catch::Matchers {
inline auto ContainsSubstring(std::string const& text, CaseSensitive::Choice sensitivity = CaseSensitive::Yes) {
  return Contains(text, sensitivity);
}
}  // namespace Catch::Matchers
#endif
