// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/detail/share_out.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

namespace sinedie::detail {

SINEDIE_INLINE indexes const& compiled::index() const {
  return *index_.get([&] {
    auto built = detail::shared<indexes>::make();
    built->build(entries, parties.size(), venues.size(), threads_of(options.threads));
    return built;
  });
}

}  // namespace sinedie::detail
