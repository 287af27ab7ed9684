// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/series.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE series::series(series const&) = default;
SINEDIE_INLINE series::series(series&&) noexcept = default;
SINEDIE_INLINE series& series::operator=(series const&) = default;
SINEDIE_INLINE series& series::operator=(series&&) noexcept = default;
SINEDIE_INLINE series::~series() = default;
SINEDIE_INLINE bool series::equals(series const& other) const {
  return id_ == other.id_ &&
         name_ == other.name_ &&
         complete_ == other.complete_ &&
         extensions_ == other.extensions_;
}

}  // namespace sinedie
