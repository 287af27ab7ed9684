// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What there is to read about the command, and what shells complete: all made from the commands and their options.

#include <string>
#include <string_view>

#include "command.hpp"

namespace sinedie::tool {

/// What `--help` prints of that command; the overview for any other word.
[[nodiscard]] std::string help(std::string_view name);

/// The manual page, for `man`.
[[nodiscard]] std::string manual_page();

/// What a shell reads to complete: `bash`, `zsh`, `fish`; empty for any other.
[[nodiscard]] std::string completion(std::string_view shell);

}  // namespace sinedie::tool
