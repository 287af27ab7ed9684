// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The names of Catch2's version 3 that the tests use: a stub, for compiling against, made of version 2. What only version 2 has of
/// them isn't there.

#include <catch2/catch.hpp>

#include <string>

namespace Catch::Matchers {
inline auto ContainsSubstring(std::string const& text, CaseSensitive::Choice sensitivity = CaseSensitive::Yes) {
  return Contains(text, sensitivity);
}
}  // namespace Catch::Matchers

#define Contains the_matcher_of_version_2
