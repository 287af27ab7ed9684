// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/claim.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE claim_fields::claim_fields() = default;
SINEDIE_INLINE claim_fields::claim_fields(claim_fields const&) = default;
SINEDIE_INLINE claim_fields::claim_fields(claim_fields&&) noexcept = default;
SINEDIE_INLINE claim_fields& claim_fields::operator=(claim_fields const&) = default;
SINEDIE_INLINE claim_fields& claim_fields::operator=(claim_fields&&) noexcept = default;
SINEDIE_INLINE claim_fields::~claim_fields() = default;
SINEDIE_INLINE bool claim_fields::operator==(claim_fields const&) const = default;

}  // namespace sinedie
