// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include <sinedie/timeline/detail/window_index.hpp>

namespace sinedie::detail {

SINEDIE_INLINE void merge_tail(std::vector<std::uint32_t>& list, std::ptrdiff_t first, std::ptrdiff_t second) {
  if (first == second || second == std::ssize(list) || list[static_cast<std::size_t>(second) - 1] < list[static_cast<std::size_t>(second)])
    return;
  std::vector<std::uint32_t> const head(list.begin() + first, list.begin() + second);
  std::vector<std::uint32_t> const tail(list.begin() + second, list.end());
  std::merge(head.begin(), head.end(), tail.begin(), tail.end(), list.begin() + first);
}

SINEDIE_INLINE void day_directory::build(std::vector<civil_number> days, std::vector<std::uint32_t> before) {
  days_ = std::move(days);
  before_ = std::move(before);
  dense_.clear();
  if (days_.empty()) return;
  auto const reach = static_cast<std::uint64_t>(static_cast<std::int64_t>(days_.back()) - days_.front()) + 1;
  if (reach > std::uint64_t{before_.back()} / 4 + 65536) return;
  dense_.reserve(reach);
  for (std::size_t k = 0; k < days_.size(); ++k)
    while (dense_.size() <= static_cast<std::size_t>(static_cast<std::int64_t>(days_[k]) - days_.front())) dense_.push_back(before_[k]);
}

SINEDIE_INLINE void window_index::set_checkpoints(std::vector<civil_number> const& starts) {
  constexpr std::uint32_t least = 512;
  std::vector<std::uint32_t> open;  // active at the last look, and all that started since
  std::uint32_t since = 0;
  std::size_t awaited = least;
  for (std::uint32_t k = 0; k < starts.size(); ++k) {
    if (since >= awaited) {
      open.erase(std::remove_if(open.begin(), open.end(), [&](std::uint32_t o) { return long_end_[o] < starts[k]; }), open.end());
      if (since >= std::max<std::size_t>(least, open.size())) {
        checkpoints_.push_back({k, static_cast<std::uint32_t>(active_.size()), static_cast<std::uint32_t>(active_.size() + open.size())});
        active_.insert(active_.end(), open.begin(), open.end());
        since = 0;
        awaited = least;
      } else {
        awaited = open.size();
      }
    }
    open.push_back(k);
    ++since;
  }
}

SINEDIE_INLINE std::uint32_t window_index::first_active(time::instant i) const noexcept {
  if (!i.is_bounded()) return 0;
  auto const day = civil_day(i);
  auto const back = static_cast<std::int64_t>(day) - middling;
  constexpr auto least = std::numeric_limits<civil_number>::min();
  auto const place = starts_.before(back < least ? least : static_cast<civil_number>(back));
  // All long ones from the last checkpoint before that day on, and of those before it the first that goes on.
  auto const started = static_cast<std::size_t>(std::lower_bound(long_.begin(), long_.end(), place) - long_.begin());
  auto const after = std::lower_bound(checkpoints_.begin(), checkpoints_.end(), started,
                                      [](checkpoint const& c, std::size_t n) { return c.long_ones < n; });
  std::size_t since = 0;
  if (after != checkpoints_.begin()) {
    auto const& c = *(after - 1);
    since = c.long_ones;
    for (auto k = c.from; k < c.to; ++k)
      if (long_end_[active_[k]] >= day) return long_[active_[k]];
  }
  for (auto k = since; k < started; ++k)
    if (long_end_[k] >= day) return long_[k];
  return place;
}

SINEDIE_INLINE void window_index::each_between(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) const {
  if (last <= first) return;
  auto skip = std::lower_bound(left_out_.begin(), left_out_.end(), first);
  found.reserve(found.size() + (last - first));
  for (;;) {
    auto const stop = skip == left_out_.end() ? last : std::min(*skip, last);
    auto const at = found.size();
    found.resize(at + (stop - first));
    for (auto i = at; i < found.size(); ++i) found[i] = first++;
    if (stop == last) return;
    first = stop + 1;
    ++skip;
  }
}

SINEDIE_INLINE std::size_t window_index::bytes() const noexcept {
  return starts_.bytes() + ends_.bytes() +
         4 * (left_out_.capacity() + middle_.capacity() + long_.capacity() + middle_end_.capacity() + long_end_.capacity() +
              active_.capacity()) +
         sizeof(checkpoint) * checkpoints_.capacity();
}

}  // namespace sinedie::detail
