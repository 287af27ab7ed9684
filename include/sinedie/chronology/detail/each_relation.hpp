// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What an event states about others, each thing once; and how long a stated duration is.

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include <sinedie/chronology/distance.hpp>
#include <sinedie/chronology/numbers.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/time/duration_sum.hpp>

namespace sinedie::chronology::detail {

/// The months of a duration, and its other units in seconds.
[[nodiscard]] inline calendar_length length_of(time::duration const& d) {
  auto const parts = time::parts_of(d);
  calendar_length l;
  l.months = parts.months;
  l.seconds = parts.seconds;
  return l;
}

/// Calls `take` with the place of each of an event's relations that doesn't say what one before it says. O(n log n).
template <typename Take>
void each_once(sinedie::detail::block const& home, std::span<sinedie::detail::relation_cell const> all, std::span<node const> targets,
               Take take) {
  auto const text = [&](sinedie::detail::row_number row) {
    auto const d = home.duration(row);
    return d ? d->text() : std::string{};
  };
  auto const key = [&](std::uint32_t k) { return std::tuple{all[k].kind, targets[k], text(all[k].at_least), text(all[k].at_most)}; };
  constexpr std::uint32_t few = 16;
  std::set<decltype(key(0))> seen;
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    bool fresh = true;
    if (all.size() > few) {
      fresh = seen.insert(key(k)).second;
    } else {
      for (std::uint32_t i = 0; i < k && fresh; ++i) fresh = targets[i] != targets[k] || key(i) != key(k);
    }
    if (fresh) take(k);
  }
}

}  // namespace sinedie::chronology::detail
