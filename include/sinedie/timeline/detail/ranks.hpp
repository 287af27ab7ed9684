// SPDX-License-Identifier: BSL-1.0
#pragma once

/// By what each entry of a compilation came to its place, and which entries hang together.
///
/// Whoever is related to nobody stands by its own key. Those that hang together through relations or rounds of a series are
/// placed among themselves, and each of them comes when the greatest key is due that it or one before it among these had. So
/// the order of all is the order by these *ranks*: what is added to a timeline finds its place in it by searching, and what
/// hangs together with nothing that changes keeps its own.
///
/// Making it looks at every entry once, and at those with relations as compiling does.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/chronology/order.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

namespace sinedie::detail {

class ranks {
 public:
  struct rank {
    unsigned char zone;  ///< those of which something is known, and those of which nothing is, as the options put them
    chronology::order_key by;
    std::string_view id;  ///< whose key it is

    friend bool operator<(rank const& a, rank const& b) noexcept {
      return std::tie(a.zone, a.by, a.id) < std::tie(b.zone, b.by, b.id);
    }
  };

  explicit ranks(compiled const& in);

  /// Never decreases from one place to the next.
  [[nodiscard]] rank of(compiled const& in, std::uint32_t place) const;
  [[nodiscard]] bool any_related() const noexcept { return !related_.empty(); }
  [[nodiscard]] bool is_related(std::uint32_t place) const noexcept;
  /// Calls `take` with the places of those that have a relation to that one.
  template <typename Take>
  void each_owner(std::uint32_t target, Take take) const {
    auto at = std::lower_bound(relating_.begin(), relating_.end(), std::pair{target, std::uint32_t{0}});
    for (; at != relating_.end() && at->first == target; ++at) take(at->second);
  }
  /// Places of the events that are some round of a series.
  [[nodiscard]] std::vector<std::uint32_t> const& rounds_of(std::uint32_t series) const noexcept {
    static std::vector<std::uint32_t> const nothing;
    auto const found = rounds_.find(series);
    return found == rounds_.end() ? nothing : found->second;
  }

 private:
  struct placed {
    std::uint32_t place;
    rank by;
  };

  void rank_related(compiled const& in, std::vector<std::uint32_t> const& places);

  std::vector<placed> related_;  // by place
  std::vector<std::pair<std::uint32_t, std::uint32_t>> relating_;  // target, owner
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> rounds_;
};

/// Those of a compilation, made when first asked for.
[[nodiscard]] ranks const& ranks_of(compiled const& in);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/ranks-inl.hpp>
#endif
