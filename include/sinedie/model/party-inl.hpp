// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/party.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE party::party(party const&) = default;
SINEDIE_INLINE party::party(party&&) noexcept = default;
SINEDIE_INLINE party& party::operator=(party const&) = default;
SINEDIE_INLINE party& party::operator=(party&&) noexcept = default;
SINEDIE_INLINE party::~party() = default;
SINEDIE_INLINE bool party::equals(party const& other) const {
  return id_ == other.id_ &&
         kind_ == other.kind_ &&
         name_ == other.name_ &&
         aliases_ == other.aliases_ &&
         code_ == other.code_ &&
         organ_of_ == other.organ_of_ &&
         offices_ == other.offices_ &&
         memberships_ == other.memberships_ &&
         note_ == other.note_ &&
         extensions_ == other.extensions_;
}

}  // namespace sinedie
