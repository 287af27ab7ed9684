// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/event.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE event::event(event const&) = default;
SINEDIE_INLINE event::event(event&&) noexcept = default;
SINEDIE_INLINE event& event::operator=(event const&) = default;
SINEDIE_INLINE event& event::operator=(event&&) noexcept = default;
SINEDIE_INLINE event::~event() = default;
SINEDIE_INLINE bool event::equals(event const& other) const {
  return id_ == other.id_ &&
         kind_ == other.kind_ &&
         title_ == other.title_ &&
         note_ == other.note_ &&
         fields_ == other.fields_ &&
         duration_ == other.duration_ &&
         relations_ == other.relations_ &&
         attributes_ == other.attributes_ &&
         extensions_ == other.extensions_;
}

}  // namespace sinedie
