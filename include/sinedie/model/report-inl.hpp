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

}  // namespace sinedie
