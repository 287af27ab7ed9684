// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The three answers to a question about uncertain things (Kleene's strong logic of indeterminacy).
///
/// `maybe` isn't a probability: it says that some concrete readings of what was stated agree and others don't. The bool
/// shortcuts keep that: whatever is `certainly` is also `possibly`.
///
///     truth::maybe & truth::no    // no
///     truth::maybe | truth::yes   // yes
///     !truth::maybe               // maybe

#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie {

enum class truth : unsigned char { no, maybe, yes };

[[nodiscard]] constexpr truth operator!(truth a) noexcept {
  return a == truth::maybe ? truth::maybe : a == truth::yes ? truth::no : truth::yes;
}
[[nodiscard]] constexpr truth operator&(truth a, truth b) noexcept { return a < b ? a : b; }
[[nodiscard]] constexpr truth operator|(truth a, truth b) noexcept { return a < b ? b : a; }

[[nodiscard]] constexpr bool certainly(truth a) noexcept { return a == truth::yes; }
[[nodiscard]] constexpr bool possibly(truth a) noexcept { return a != truth::no; }
[[nodiscard]] constexpr truth to_truth(bool known) noexcept { return known ? truth::yes : truth::no; }

/// "no", "maybe" or "yes".
[[nodiscard]] constexpr std::string_view to_string(truth a) noexcept {
  return a == truth::no ? "no" : a == truth::maybe ? "maybe" : "yes";
}

namespace time {
using sinedie::truth;
}

}  // namespace sinedie
