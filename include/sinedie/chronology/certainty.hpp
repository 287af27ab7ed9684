// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Why one event stands before another: for certain, by the limits of both or by statements that lead from one to the other, or only by
/// convention.

namespace sinedie::chronology {

enum class certainty : unsigned char { conventional, by_limits, by_relation };

}  // namespace sinedie::chronology
