// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Classes of ASCII characters, whatever the locale.

namespace sinedie::detail {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace sinedie::detail
