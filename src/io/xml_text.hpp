// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Text on its way into XML or HTML, as content or between quotes: harmless first (`sanitized`), then escaped.

#include <string>
#include <string_view>

namespace sinedie::detail {

/// Characters that XML 1.0 doesn't allow become U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace sinedie::detail
