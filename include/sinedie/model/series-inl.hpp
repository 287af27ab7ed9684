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

SINEDIE_INLINE series& series::name(localized n) & { return name_ = std::move(n), *this; }
SINEDIE_INLINE series&& series::name(localized n) && { return std::move(name(std::move(n))); }
SINEDIE_INLINE series& series::complete(bool c) & { return complete_ = c, *this; }
SINEDIE_INLINE series&& series::complete(bool c) && { return std::move(complete(c)); }
SINEDIE_INLINE series& series::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE series&& series::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE std::vector<sinedie::extension> series::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
