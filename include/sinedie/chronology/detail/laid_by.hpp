// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What one statement laid in a network.

#include <algorithm>
#include <cstddef>
#include <utility>

#include <sinedie/chronology/network.hpp>

namespace sinedie::chronology::detail {

/// Those of a list in order of `by` that one statement laid: a range of places.
template <typename List>
[[nodiscard]] std::pair<std::size_t, std::size_t> laid_by(List const& list, statement_number by) {
  auto const less = [](auto const& c, statement_number s) { return c.by < s; };
  auto const first = std::lower_bound(list.begin(), list.end(), by, less);
  auto last = first;
  while (last != list.end() && last->by == by) ++last;
  return {static_cast<std::size_t>(first - list.begin()), static_cast<std::size_t>(last - list.begin())};
}

}  // namespace sinedie::chronology::detail
