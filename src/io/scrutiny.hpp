// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace sinedie::detail {

/// How closely a text is looked at. Nearly all are well, and a quick look can tell; it stops at the first doubt, and what exactly is
/// wrong takes a thorough one.
enum class scrutiny : unsigned char { quick, thorough };

}  // namespace sinedie::detail
