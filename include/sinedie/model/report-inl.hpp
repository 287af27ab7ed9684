// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/report.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE report::report(report const&) = default;
SINEDIE_INLINE report::report(report&&) noexcept = default;
SINEDIE_INLINE report& report::operator=(report const&) = default;
SINEDIE_INLINE report& report::operator=(report&&) noexcept = default;
SINEDIE_INLINE report::~report() = default;
SINEDIE_INLINE bool report::equals(report const& other) const {
  return id_ == other.id_ &&
         about_ == other.about_ &&
         document_ == other.document_ &&
         kind_ == other.kind_ &&
         rank_ == other.rank_ &&
         citing_ == other.citing_ &&
         said_ == other.said_ &&
         says_ == other.says_ &&
         denies_ == other.denies_ &&
         supersedes_ == other.supersedes_ &&
         retracts_ == other.retracts_ &&
         source_ == other.source_ &&
         url_ == other.url_ &&
         published_ == other.published_ &&
         extensions_ == other.extensions_;
}

SINEDIE_INLINE report& report::about(event_id e) & { return about_ = std::move(e), *this; }
SINEDIE_INLINE report&& report::about(event_id e) && { return std::move(about(std::move(e))); }
SINEDIE_INLINE report& report::in(document_id d) & { return document_ = std::move(d), *this; }
SINEDIE_INLINE report&& report::in(document_id d) && { return std::move(in(std::move(d))); }
SINEDIE_INLINE report& report::kind(report_kind k) & { return kind_ = k, *this; }
SINEDIE_INLINE report&& report::kind(report_kind k) && { return std::move(kind(k)); }
SINEDIE_INLINE report& report::ranked(sinedie::rank r) & { return rank_ = r, *this; }
SINEDIE_INLINE report&& report::ranked(sinedie::rank r) && { return std::move(ranked(r)); }
SINEDIE_INLINE report& report::cites(citation c) & { return citing_.push_back(std::move(c)), *this; }
SINEDIE_INLINE report&& report::cites(citation c) && { return std::move(cites(std::move(c))); }
SINEDIE_INLINE report& report::said(date_statement d) & { return said_ = std::move(d), *this; }
SINEDIE_INLINE report&& report::said(date_statement d) && { return std::move(said(std::move(d))); }
SINEDIE_INLINE report& report::says(claim c) & { return says_ = std::move(c), *this; }
SINEDIE_INLINE report&& report::says(claim c) && { return std::move(says(std::move(c))); }
SINEDIE_INLINE report& report::denies(claim c) & { return denies_ = std::move(c), *this; }
SINEDIE_INLINE report&& report::denies(claim c) && { return std::move(denies(std::move(c))); }
SINEDIE_INLINE report& report::supersedes(report_id r) & { return supersedes_.push_back(std::move(r)), *this; }
SINEDIE_INLINE report&& report::supersedes(report_id r) && { return std::move(supersedes(std::move(r))); }
SINEDIE_INLINE report& report::retracts(report_id r) & { return retracts_.push_back(std::move(r)), *this; }
SINEDIE_INLINE report&& report::retracts(report_id r) && { return std::move(retracts(std::move(r))); }
SINEDIE_INLINE report& report::source(localized s) & { return source_ = std::move(s), *this; }
SINEDIE_INLINE report&& report::source(localized s) && { return std::move(source(std::move(s))); }
SINEDIE_INLINE report& report::url(std::string u) & { return url_ = std::move(u), *this; }
SINEDIE_INLINE report&& report::url(std::string u) && { return std::move(url(std::move(u))); }
SINEDIE_INLINE report& report::published(date_statement d) & { return published_ = std::move(d), *this; }
SINEDIE_INLINE report&& report::published(date_statement d) && { return std::move(published(std::move(d))); }
SINEDIE_INLINE report& report::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE report&& report::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE std::vector<citation> report::citing() && noexcept { return std::move(citing_); }
SINEDIE_INLINE std::vector<report_id> report::supersedes() && noexcept { return std::move(supersedes_); }
SINEDIE_INLINE std::vector<report_id> report::retracts() && noexcept { return std::move(retracts_); }
SINEDIE_INLINE std::vector<sinedie::extension> report::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
