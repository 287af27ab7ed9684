// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <sinedie/time/comparison.hpp>
#include <sinedie/timeline/detail/allen.hpp>

namespace sinedie::detail {

/// The floor of time has its own word for it. Precondition: one of the thirteen.
[[nodiscard]] inline time::allen to_allen(relation_kind relation) noexcept { return *time::to_allen(to_string(relation)); }

SINEDIE_INLINE bool allen_possible(relation_kind relation, time::limits const& a, time::limits const& b) noexcept {
  return time::possible(to_allen(relation), a, b);
}

SINEDIE_INLINE truth allen_truth(relation_kind relation, time::limits const& a, time::limits const& b) noexcept {
  auto const asked = to_allen(relation);
  if (!time::possible(asked, a, b)) return truth::no;
  for (unsigned other = 0; other < time::allen_words.size(); ++other)
    if (static_cast<time::allen>(other) != asked && time::possible(static_cast<time::allen>(other), a, b)) return truth::maybe;
  return truth::yes;
}

SINEDIE_INLINE truth within_truth(std::int64_t least, std::int64_t most, time::limits const& a, time::limits const& b) noexcept {
  return time::intersects(a, time::limits{b.start_min.plus(-most), b.start_max.plus(-least), b.end_min.plus(least), b.end_max.plus(most)});
}

}  // namespace sinedie::detail
