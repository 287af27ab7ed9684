// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Boost's `posix_time`. Before 1.80 it converts integers to enumerations that don't hold them, which clang 16 to 19 take for an error
/// unless told.

#if defined(__clang__)
#pragma clang diagnostic push
#if __has_warning("-Wenum-constexpr-conversion")
#pragma clang diagnostic ignored "-Wenum-constexpr-conversion"
#endif
#endif
#include <boost/date_time/posix_time/posix_time_types.hpp>
#if defined(__clang__)
#pragma clang diagnostic pop
#endif
