// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The day whose end one looks back from: what had been published by then is known, what came later isn't.

#include <chrono>
#include <optional>

namespace sinedie {

/// Which part of a dossier's knowledge to take: all of it, or what was published by the end of a day.
using knowledge_day = std::optional<std::chrono::sys_days>;

}  // namespace sinedie
