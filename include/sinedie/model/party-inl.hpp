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

SINEDIE_INLINE party& party::kind(party_kind k) & { return kind_ = k, *this; }
SINEDIE_INLINE party&& party::kind(party_kind k) && { return std::move(kind(k)); }
SINEDIE_INLINE party& party::name(localized n) & { return name_ = std::move(n), *this; }
SINEDIE_INLINE party&& party::name(localized n) && { return std::move(name(std::move(n))); }
SINEDIE_INLINE party& party::alias(std::string a) & { return aliases_.push_back(std::move(a)), *this; }
SINEDIE_INLINE party&& party::alias(std::string a) && { return std::move(alias(std::move(a))); }
SINEDIE_INLINE party& party::code(std::string c) & { return code_ = detail::checked_code(std::move(c)), *this; }
SINEDIE_INLINE party&& party::code(std::string c) && { return std::move(code(std::move(c))); }
SINEDIE_INLINE party& party::organ_of(party_id whole) & { return organ_of_ = std::move(whole), *this; }
SINEDIE_INLINE party&& party::organ_of(party_id whole) && { return std::move(organ_of(std::move(whole))); }
SINEDIE_INLINE party& party::office(sinedie::office o) & { return offices_.push_back(std::move(o)), *this; }
SINEDIE_INLINE party&& party::office(sinedie::office o) && { return std::move(office(std::move(o))); }
SINEDIE_INLINE party& party::member_of(membership m) & { return memberships_.push_back(std::move(m)), *this; }
SINEDIE_INLINE party&& party::member_of(membership m) && { return std::move(member_of(std::move(m))); }
SINEDIE_INLINE party& party::note(localized t) & { return note_ = std::move(t), *this; }
SINEDIE_INLINE party&& party::note(localized t) && { return std::move(note(std::move(t))); }
SINEDIE_INLINE party& party::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE party&& party::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE std::vector<std::string> party::aliases() && noexcept { return std::move(aliases_); }
SINEDIE_INLINE std::vector<sinedie::office> party::offices() && noexcept { return std::move(offices_); }
SINEDIE_INLINE std::vector<membership> party::memberships() && noexcept { return std::move(memberships_); }
SINEDIE_INLINE std::vector<sinedie::extension> party::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
