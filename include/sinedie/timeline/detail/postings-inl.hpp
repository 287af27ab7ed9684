// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <utility>

#include <sinedie/timeline/detail/postings.hpp>

namespace sinedie::detail {

/// Appends the places of a bitmap in [first, last): counted first, so that each is written without a look at the room.
SINEDIE_INLINE void decode(posting const& of, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) {
  auto const words = of.words();
  auto const begin = static_cast<std::size_t>(first / 64);
  auto const end = std::min(words.size(), (static_cast<std::size_t>(last) + 63) / 64);
  if (last <= first || end <= begin) return;
  auto const clipped = [&](std::size_t w) {
    auto bits = words[w];
    if (w == begin) bits &= ~std::uint64_t{0} << (first % 64);
    if (w == last / 64) bits &= ~(~std::uint64_t{0} << (last % 64));
    return bits;
  };
  std::size_t count = 0;
  for (auto w = begin; w < end; ++w) count += static_cast<std::size_t>(std::popcount(clipped(w)));
  auto at = found.size();
  found.resize(at + count);
  auto* out = found.data() + at;
  for (auto w = begin; w < end; ++w)
    for (auto bits = clipped(w); bits != 0; bits &= bits - 1)
      *out++ = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

SINEDIE_INLINE void intersect(std::vector<posting> lists, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) {
  std::sort(lists.begin(), lists.end(), [](posting const& a, posting const& b) { return a.size() < b.size(); });
  auto const& shortest = lists.front();
  if (lists.size() == 1 && !shortest.is_bitmap()) {
    auto const list = shortest.list();
    auto const from = std::lower_bound(list.begin(), list.end(), first);
    found.insert(found.end(), from, std::lower_bound(from, list.end(), last));
    return;
  }
  if (lists.size() == 1) return decode(shortest, first, last, found);
  if (std::all_of(lists.begin(), lists.end(), [](posting const& l) { return l.is_bitmap(); })) {
    for (std::size_t w = first / 64; w < shortest.words().size() && w * 64 < last; ++w) {
      auto bits = shortest.words()[w];
      for (std::size_t k = 1; k < lists.size() && bits != 0; ++k) bits &= lists[k].words()[w];
      for (; bits != 0; bits &= bits - 1) {
        auto const place = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        if (place >= first && place < last) found.push_back(place);
      }
    }
    return;
  }
  std::vector<std::size_t> at(lists.size(), 0);
  shortest.each(first, last, [&](std::uint32_t place) {
    for (std::size_t k = 1; k < lists.size(); ++k) {
      if (lists[k].is_bitmap()) {
        if (!lists[k].has(place)) return;
        continue;
      }
      auto const list = lists[k].list();
      at[k] = gallop(list, at[k], place);
      if (at[k] == list.size() || list[at[k]] != place) return;
    }
    found.push_back(place);
  });
}

SINEDIE_INLINE void unite(std::vector<posting> const& lists, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) {
  auto const begin = static_cast<std::ptrdiff_t>(found.size());
  for (auto const& l : lists) l.each(first, last, [&](std::uint32_t place) { found.push_back(place); });
  if (lists.size() < 2) return;
  std::sort(found.begin() + begin, found.end());
  found.erase(std::unique(found.begin() + begin, found.end()), found.end());
}

}  // namespace sinedie::detail
