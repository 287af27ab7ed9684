// SPDX-License-Identifier: BSL-1.0
#pragma once

/// CRoaring on the same rows: a bitmap of places for each party, venue, kind and status, run-optimised, and two plain arrays of
/// first and last days beside them. What it intersects comes out in the order of time.

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include <roaring/roaring.h>

#include "rows.hpp"

namespace sinedie_bench {

class roaring {
 public:
  using bitmap = roaring_bitmap_t;
  static constexpr std::int32_t longest = 1096;  // days; so far before a window may start what meets it

  explicit roaring(rows const& r) : rows_{r} {
    for (std::uint32_t k = 0; k < keys; ++k) maps_.push_back(roaring_bitmap_create());
    for (std::uint32_t n = 0; n < r.size(); ++n) {
      for (auto a = r.begins[n]; a < r.begins[n + 1]; ++a) roaring_bitmap_add(party(r.who[a]), n);
      roaring_bitmap_add(venue(r.venue[n]), n);
      roaring_bitmap_add(kind(r.kind[n]), n);
      roaring_bitmap_add(status(r.status[n]), n);
    }
    for (auto* const m : maps_) {
      roaring_bitmap_run_optimize(m);
      roaring_bitmap_shrink_to_fit(m);
    }
  }
  roaring(roaring const&) = delete;
  roaring& operator=(roaring const&) = delete;
  ~roaring() {
    for (auto* const m : maps_) roaring_bitmap_free(m);
  }

  [[nodiscard]] bitmap* party(std::uint32_t p) const { return maps_[p]; }
  [[nodiscard]] bitmap* venue(std::uint32_t v) const { return maps_[party_count + v]; }
  [[nodiscard]] bitmap* kind(std::uint32_t k) const { return maps_[party_count + venue_count + k]; }
  [[nodiscard]] bitmap* status(std::uint32_t s) const { return maps_[party_count + venue_count + kind_count + s]; }

  /// What all have, in order.
  void all_of(std::initializer_list<bitmap const*> of, std::vector<std::uint32_t>& found) const {
    auto at = of.begin();
    auto* both = roaring_bitmap_and(*at, *(at + 1));
    for (at += 2; at != of.end(); ++at) roaring_bitmap_and_inplace(both, *at);
    found.resize(roaring_bitmap_get_cardinality(both));
    roaring_bitmap_to_uint32_array(both, found.data());
    roaring_bitmap_free(both);
  }
  /// The same, of those that meet a window: no further back than what lasts longest, then by the two arrays.
  void all_of(std::initializer_list<bitmap const*> of, std::int32_t from, std::int32_t to, std::vector<std::uint32_t>& found) const {
    auto const place = [&](std::int32_t day) {
      return static_cast<std::uint64_t>(std::lower_bound(rows_.first.begin(), rows_.first.end(), day) - rows_.first.begin());
    };
    auto* both = roaring_bitmap_from_range(place(from - longest), place(to + 1), 1);
    for (auto const* const m : of) roaring_bitmap_and_inplace(both, m);
    found.resize(roaring_bitmap_get_cardinality(both));
    roaring_bitmap_to_uint32_array(both, found.data());
    roaring_bitmap_free(both);
    std::erase_if(found, [&](std::uint32_t n) { return rows_.last[n] < from; });
  }
  [[nodiscard]] std::size_t bytes() const {
    std::size_t all = rows_.size() * std::size_t{8};
    for (auto const* const m : maps_) all += roaring_bitmap_portable_size_in_bytes(m);
    return all;
  }

 private:
  static constexpr std::uint32_t keys = party_count + venue_count + kind_count + 10;
  rows const& rows_;
  std::vector<bitmap*> maps_;
};

}  // namespace sinedie_bench
