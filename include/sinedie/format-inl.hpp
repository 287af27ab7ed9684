// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <fmt/format.h>

#include <sinedie/format.hpp>

namespace sinedie::detail {

SINEDIE_INLINE void refuse_format(char const* why) { throw fmt::format_error{why}; }

}  // namespace sinedie::detail
