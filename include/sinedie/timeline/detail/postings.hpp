// SPDX-License-Identifier: BSL-1.0
#pragma once

/// For each key, at which places it occurs: sorted lists where they are few, bitmaps where they are many.
///
/// Places are those of a timeline, so whatever comes out is in the order of time. A list of more than one place in 32 is kept as
/// a bitmap instead, which is smaller then. Two lists are intersected by galloping through the longer one; a bitmap is asked bit
/// by bit for what the shorter list has.
///
///     posting_lists const p = posting_lists::build(keys, places, [&](auto emit) { for (…) emit(key, place); });
///     p[russia].size();                             // how many events
///     intersect({p[russia], p[istanbul]}, found);   // appended to `found`, sorted
///
/// Source of the search: Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <sinedie/config.hpp>

namespace sinedie::detail {

/// The first element not less than `key` at or after `from`; cost grows with the logarithm of the distance.
[[nodiscard]] inline std::size_t gallop(std::span<std::uint32_t const> list, std::size_t from, std::uint32_t key) noexcept {
  std::size_t step = 1;
  std::size_t low = from;
  while (from < list.size() && list[from] < key) {
    low = from + 1;
    from += step;
    step *= 2;
  }
  return static_cast<std::size_t>(
      std::lower_bound(list.begin() + static_cast<std::ptrdiff_t>(low),
                       list.begin() + static_cast<std::ptrdiff_t>(std::min(from, list.size())), key) -
      list.begin());
}

/// Where one key occurs: a view.
class posting {
 public:
  posting() = default;
  explicit posting(std::span<std::uint32_t const> list) noexcept : list_{list}, size_{list.size()} {}
  posting(std::span<std::uint64_t const> words, std::size_t size) noexcept : words_{words}, size_{size} {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] bool is_bitmap() const noexcept { return !words_.empty(); }
  /// Precondition: not `is_bitmap()`.
  [[nodiscard]] std::span<std::uint32_t const> list() const noexcept { return list_; }
  /// Precondition: `is_bitmap()`.
  [[nodiscard]] std::span<std::uint64_t const> words() const noexcept { return words_; }
  [[nodiscard]] bool has(std::uint32_t place) const noexcept {
    if (is_bitmap()) return place / 64 < words_.size() && (words_[place / 64] >> (place % 64) & 1U) != 0;
    return std::binary_search(list_.begin(), list_.end(), place);
  }

  /// Calls `take` with each place in [first, last), in order.
  template <typename Take>
  void each(std::uint32_t first, std::uint32_t last, Take take) const {
    if (!is_bitmap()) {
      auto i = std::lower_bound(list_.begin(), list_.end(), first);
      for (; i != list_.end() && *i < last; ++i) take(*i);
      return;
    }
    for (std::size_t w = first / 64; w < words_.size() && w * 64 < last; ++w) {
      auto bits = words_[w];
      if (w == first / 64) bits &= ~std::uint64_t{0} << (first % 64);
      for (; bits != 0; bits &= bits - 1) {
        auto const place = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        if (place >= last) return;
        take(place);
      }
    }
  }

 private:
  std::span<std::uint32_t const> list_;
  std::span<std::uint64_t const> words_;
  std::size_t size_ = 0;
};

/// Appends to `found`, in order, the places in [first, last) of a bitmap.
void decode(posting const& of, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found);

/// Appends to `found`, in order, the places in [first, last) that all of `lists` have. Precondition: at least one list.
void intersect(std::vector<posting> lists, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found);

/// Appends to `found`, in order and once each, the places in [first, last) that any of `lists` has.
void unite(std::vector<posting> const& lists, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found);

/// The lists of keys 0 to `keys() - 1`.
class posting_lists {
 public:
  posting_lists() = default;

  /// `generate(emit)` is called twice, and must call `emit(key, place)` the same both times, for places below `places` that
  /// never decrease, the same key once a place at most.
  template <typename Generate>
  [[nodiscard]] static posting_lists build(std::size_t keys, std::size_t places, Generate generate) {
    posting_lists made;
    made.counts_.assign(keys, 0);
    generate([&](std::uint32_t key, std::uint32_t) { ++made.counts_[key]; });
    made.lay_out(places);
    std::vector<std::uint64_t> next(made.at_);
    generate([&](std::uint32_t key, std::uint32_t place) {
      if (made.is_bitmap(key)) made.words_[next[key] + place / 64] |= std::uint64_t{1} << (place % 64);
      else made.places_[next[key]++] = place;
    });
    return made;
  }

  [[nodiscard]] std::size_t keys() const noexcept { return counts_.size(); }
  [[nodiscard]] posting operator[](std::size_t key) const noexcept {
    if (key >= counts_.size()) return {};
    if (is_bitmap(key)) return {std::span{words_}.subspan(at_[key], words_each_), counts_[key]};
    return posting{std::span{places_}.subspan(at_[key], counts_[key])};
  }
  [[nodiscard]] std::size_t bytes() const noexcept {
    return counts_.capacity() * 4 + at_.capacity() * 8 + places_.capacity() * 4 + words_.capacity() * 8;
  }
  /// How many keys are kept as bitmaps.
  [[nodiscard]] std::size_t bitmaps() const noexcept { return words_each_ == 0 ? 0 : words_.size() / words_each_; }

 private:
  [[nodiscard]] bool is_bitmap(std::size_t key) const noexcept { return counts_[key] > most_listed_; }
  void lay_out(std::size_t places) {
    words_each_ = (places + 63) / 64;
    most_listed_ = std::max<std::size_t>(16, words_each_ * 2);
    std::uint64_t listed = 0;
    std::uint64_t words = 0;
    at_.resize(counts_.size());
    for (std::size_t key = 0; key < counts_.size(); ++key) {
      auto& next = is_bitmap(key) ? words : listed;
      at_[key] = next;
      next += is_bitmap(key) ? words_each_ : counts_[key];
    }
    places_.resize(listed);
    words_.assign(words, 0);
  }

  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> at_;  // where the key's places or words begin
  std::vector<std::uint32_t> places_;
  std::vector<std::uint64_t> words_;
  std::size_t words_each_ = 0;
  std::size_t most_listed_ = 0;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/postings-inl.hpp>
#endif
