// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The page's markup, style and script, embedded when the library was built (`picture.cmake`).

#include <string_view>

namespace sinedie::detail {

/// With places to fill: `%TITLE%`, `%DATA%`, …
[[nodiscard]] std::string_view page_markup() noexcept;
[[nodiscard]] std::string_view page_style() noexcept;
/// Put together at the first call.
[[nodiscard]] std::string_view page_script();

/// SHA-256, in hexadecimal digits.
[[nodiscard]] std::string_view page_style_hash() noexcept;
[[nodiscard]] std::string_view page_script_hash() noexcept;

}  // namespace sinedie::detail
