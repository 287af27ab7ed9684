// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/document.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE citation::citation(party_id p) : party_{std::move(p)} {}
SINEDIE_INLINE citation::citation(report_id r) : report_{std::move(r)} {}
SINEDIE_INLINE citation::citation(sinedie::unnamed u) : unnamed_{std::move(u)} {}
SINEDIE_INLINE bool citation::equals(citation const& other) const {
  return party_ == other.party_ && report_ == other.report_ && unnamed_ == other.unnamed_;
}

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

SINEDIE_INLINE document& document::source(localized s) & { return source_ = std::move(s), *this; }
SINEDIE_INLINE document&& document::source(localized s) && { return std::move(source(std::move(s))); }
SINEDIE_INLINE document& document::title(localized t) & { return title_ = std::move(t), *this; }
SINEDIE_INLINE document&& document::title(localized t) && { return std::move(title(std::move(t))); }
SINEDIE_INLINE document& document::url(std::string u) & { return url_ = std::move(u), *this; }
SINEDIE_INLINE document&& document::url(std::string u) && { return std::move(url(std::move(u))); }
SINEDIE_INLINE document& document::published(date_statement d) & { return published_ = std::move(d), *this; }
SINEDIE_INLINE document&& document::published(date_statement d) && { return std::move(published(std::move(d))); }
SINEDIE_INLINE document& document::cites(citation c) & { return citing_.push_back(std::move(c)), *this; }
SINEDIE_INLINE document&& document::cites(citation c) && { return std::move(cites(std::move(c))); }
SINEDIE_INLINE document& document::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE document&& document::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE std::vector<citation> document::citing() && noexcept { return std::move(citing_); }
SINEDIE_INLINE std::vector<sinedie::extension> document::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
