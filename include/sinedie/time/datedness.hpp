// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How well something is dated, from best to worst. An event is *undated* when nothing is stated: `bounded` or `unknown`.

#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie::time {

enum class datedness : unsigned char {
  exact,    ///< stated, to the day or finer
  partial,  ///< stated, but coarser, a choice, or open
  bounded,  ///< nothing stated, but something limits or foresees it
  unknown,  ///< nothing stated, nothing concluded
};

/// "exact", "partial", "bounded" or "unknown".
[[nodiscard]] constexpr std::string_view to_string(datedness d) noexcept {
  switch (d) {
    case datedness::exact: return "exact";
    case datedness::partial: return "partial";
    case datedness::bounded: return "bounded";
    case datedness::unknown: break;
  }
  return "unknown";
}

}  // namespace sinedie::time
