// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <memory>
#include <thread>

#include <sinedie/timeline/detail/compiled.hpp>

namespace sinedie::detail {

SINEDIE_INLINE indexes const& compiled::index() const {
  return *index_.get([&] {
    auto built = std::make_shared<indexes>();
    auto const threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    built->build(entries, parties.size(), venues.size(), threads);
    return built;
  });
}

}  // namespace sinedie::detail
