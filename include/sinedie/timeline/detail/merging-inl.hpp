// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/timeline/detail/merging.hpp>

namespace sinedie::detail {

SINEDIE_INLINE merged_query::merged_query(overlay const& over, query const& q) : over_{over}, base_{over.base(), q, &over} {
  parts_.reserve(over.parts().size());
  for (auto const& p : over.parts()) parts_.emplace_back(*p.made, q, &over);
}

SINEDIE_INLINE std::vector<std::uint32_t> merged_query::list(std::uint32_t first, std::uint32_t last, std::size_t most, bool reversed,
                                                             std::vector<explanation::step>* told) const {
  if (last <= first || most == 0) return {};
  auto const begin = over_.place_from(first);
  auto const end = std::max(begin, over_.place_from(last));
  // Of the first few that the base finds, some may be hidden.
  auto const hidden = over_.hidden().size();
  auto const wanted = most > over_.size() ? static_cast<std::size_t>(end - begin) : std::min<std::size_t>(end - begin, most + hidden);
  auto found = planner{base_, told}.list(begin, end, wanted, reversed);
  if (reversed) std::reverse(found.begin(), found.end());
  over_.to_positions(found);
  auto const own = std::ssize(found);
  std::size_t touched = 0;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    auto const& part = over_.parts()[p];
    touched += part.standing;
    for (auto const row : planner{parts_[p]}.list(0, static_cast<std::uint32_t>(part.made->shown)))
      if (auto const at = part.positions[row]; at != nobody && first <= at && at < last) found.push_back(at);
  }
  if (told) told->push_back({{}, "overlay", over_.spots().size() + hidden, touched});
  std::sort(found.begin() + own, found.end());
  merge_tail(found, 0, own);
  if (reversed) std::reverse(found.begin(), found.end());
  if (found.size() > most) found.resize(most);
  return found;
}

SINEDIE_INLINE std::size_t merged_query::count() const {
  auto n = planner{base_}.count(0, static_cast<std::uint32_t>(over_.base().shown));
  for (auto const place : over_.hidden())
    if (place < over_.base().shown && base_.of(place).kept) --n;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    auto const& part = over_.parts()[p];
    auto const shown = static_cast<std::uint32_t>(part.made->shown);
    if (part.standing == part.positions.size()) {
      n += planner{parts_[p]}.count(0, shown);
      continue;
    }
    for (auto const row : planner{parts_[p]}.list(0, shown)) n += part.positions[row] != nobody ? 1U : 0U;
  }
  return n;
}

SINEDIE_INLINE std::size_t merged_query::possibly_more() const {
  std::size_t more = 0;
  auto const look = [&](bound_query const& asked, std::uint32_t row) {
    auto const answer = asked.of(row);
    if (!answer.kept && possibly(answer.known)) ++more;
  };
  auto next = over_.hidden().begin();
  for (std::uint32_t i = 0; i < over_.base().shown; ++i) {
    if (next != over_.hidden().end() && *next == i) ++next;
    else look(base_, i);
  }
  for (std::size_t p = 0; p < parts_.size(); ++p)
    for (std::uint32_t row = 0; row < over_.parts()[p].made->shown; ++row)
      if (over_.parts()[p].positions[row] != nobody) look(parts_[p], row);
  return more;
}

}  // namespace sinedie::detail
