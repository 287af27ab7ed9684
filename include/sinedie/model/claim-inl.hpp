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

SINEDIE_INLINE venue_choice venue_choice::certain(venue_id v) { return {how::certain, {std::move(v)}}; }
SINEDIE_INLINE venue_choice venue_choice::possible(venue_id v) { return {how::possible, {std::move(v)}}; }
SINEDIE_INLINE venue_choice venue_choice::one_of(std::vector<venue_id> v) { return {how::one_of, std::move(v)}; }
SINEDIE_INLINE venue_choice venue_choice::one_of(std::initializer_list<venue_id> v) { return {how::one_of, v}; }
SINEDIE_INLINE venue_choice venue_choice::not_in(std::vector<venue_id> v) { return {how::not_in, std::move(v)}; }
SINEDIE_INLINE venue_choice venue_choice::not_in(std::initializer_list<venue_id> v) { return {how::not_in, v}; }
SINEDIE_INLINE claim& claim::by(party_id who) & { return detail::say(fields_.by, std::move(who)), *this; }
SINEDIE_INLINE claim&& claim::by(party_id who) && { return std::move(by(std::move(who))); }

}  // namespace sinedie
