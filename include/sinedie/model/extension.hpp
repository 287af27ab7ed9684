// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A member of somebody else's, kept as it came.
///
/// Files may carry members whose names begin with `x-`, anywhere. They mean nothing here; they are stored with where they stood
/// inside their entry and written back there.

#include <string>

#include <sinedie/config.hpp>

namespace sinedie {

struct extension {
  std::string pointer;  ///< RFC 6901 JSON pointer inside the entry, ending in a name that begins with `x-`
  std::string json;     ///< the value, as JSON text

  friend bool operator==(extension const&, extension const&) = default;
};

}  // namespace sinedie
