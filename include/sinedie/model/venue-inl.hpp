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

SINEDIE_INLINE venue& venue::kind(std::string word) & { return kind_ = detail::checked_kind(std::move(word)), *this; }
SINEDIE_INLINE venue&& venue::kind(std::string word) && { return std::move(kind(std::move(word))); }
SINEDIE_INLINE venue& venue::name(localized n) & { return name_ = std::move(n), *this; }
SINEDIE_INLINE venue&& venue::name(localized n) && { return std::move(name(std::move(n))); }
SINEDIE_INLINE venue& venue::alias(std::string a) & { return aliases_.push_back(std::move(a)), *this; }
SINEDIE_INLINE venue&& venue::alias(std::string a) && { return std::move(alias(std::move(a))); }
SINEDIE_INLINE venue& venue::in(venue_id outer) & { return in_ = std::move(outer), *this; }
SINEDIE_INLINE venue&& venue::in(venue_id outer) && { return std::move(in(std::move(outer))); }
SINEDIE_INLINE venue& venue::premises_of(party_id owner) & { return premises_of_ = std::move(owner), *this; }
SINEDIE_INLINE venue&& venue::premises_of(party_id owner) && { return std::move(premises_of(std::move(owner))); }
SINEDIE_INLINE venue& venue::at(coordinates c) & { return at_ = detail::checked_coordinates(c), *this; }
SINEDIE_INLINE venue&& venue::at(coordinates c) && { return std::move(at(c)); }
SINEDIE_INLINE venue& venue::zone(std::string z) & { return zone_ = std::move(z), *this; }
SINEDIE_INLINE venue&& venue::zone(std::string z) && { return std::move(zone(std::move(z))); }
SINEDIE_INLINE venue& venue::note(localized t) & { return note_ = std::move(t), *this; }
SINEDIE_INLINE venue&& venue::note(localized t) && { return std::move(note(std::move(t))); }
SINEDIE_INLINE venue& venue::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE venue&& venue::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE std::vector<std::string> venue::aliases() && noexcept { return std::move(aliases_); }
SINEDIE_INLINE std::vector<sinedie::extension> venue::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
