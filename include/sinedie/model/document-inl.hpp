// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/document.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE document::document(document const&) = default;
SINEDIE_INLINE document::document(document&&) noexcept = default;
SINEDIE_INLINE document& document::operator=(document const&) = default;
SINEDIE_INLINE document& document::operator=(document&&) noexcept = default;
SINEDIE_INLINE document::~document() = default;
SINEDIE_INLINE bool document::equals(document const& other) const {
  return id_ == other.id_ &&
         source_ == other.source_ &&
         title_ == other.title_ &&
         url_ == other.url_ &&
         published_ == other.published_ &&
         citing_ == other.citing_ &&
         extensions_ == other.extensions_;
}

}  // namespace sinedie
