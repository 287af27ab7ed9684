// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE venue::venue(venue const&) = default;
SINEDIE_INLINE venue::venue(venue&&) noexcept = default;
SINEDIE_INLINE venue& venue::operator=(venue const&) = default;
SINEDIE_INLINE venue& venue::operator=(venue&&) noexcept = default;
SINEDIE_INLINE venue::~venue() = default;
SINEDIE_INLINE bool venue::equals(venue const& other) const {
  return id_ == other.id_ &&
         kind_ == other.kind_ &&
         name_ == other.name_ &&
         aliases_ == other.aliases_ &&
         in_ == other.in_ &&
         premises_of_ == other.premises_of_ &&
         at_ == other.at_ &&
         zone_ == other.zone_ &&
         note_ == other.note_ &&
         extensions_ == other.extensions_;
}

}  // namespace sinedie
