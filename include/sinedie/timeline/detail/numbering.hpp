// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Numbers distinct values in the order in which they come, so that what many share is kept once.
///
///     numbering extents;
///     extents.number(list, value, take);   // the place of an equal value in `list`, which it joins where it is new
///
/// `take` feeds a value to a hash word by word. The hash differs between tables, so that values can't be made to collide
/// beforehand. A look-up is one read of a table of numbers and one of the value.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>

namespace sinedie::detail {

/// Hashes words one after another.
class word_hash {
 public:
  explicit word_hash(std::uint64_t salt) noexcept : state_{salt ^ 0x9E3779B97F4A7C15U} {}
  template <std::unsigned_integral Word>
  void take(Word word) noexcept {
    state_ = (state_ ^ word) * 0xFF51AFD7ED558CCDU;
    state_ ^= state_ >> 32U;
  }
  void take(std::string_view text) noexcept {
    take(text.size());
    for (char const c : text) take(static_cast<unsigned char>(c));
  }
  [[nodiscard]] std::size_t value() const noexcept { return static_cast<std::size_t>(state_ ^ (state_ >> 29U)); }

 private:
  std::uint64_t state_;
};

class numbering {
 public:
  numbering() : slots_(64, 0), salt_{reinterpret_cast<std::uintptr_t>(slots_.data())} {}

  /// `take(hash, value)` feeds the words of a value to the hash. All of `list` must have come by this table, from its first on.
  template <typename Value, typename Take>
  [[nodiscard]] std::uint32_t number(std::vector<Value>& list, Value const& value, Take take) {
    if (list.size() * 2 >= slots_.size()) grow(list, take);
    word_hash h{salt_};
    take(h, value);
    for (auto at = h.value() & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] == 0) {
        list.push_back(value);
        slots_[at] = static_cast<std::uint32_t>(list.size());
        return slots_[at] - 1;
      }
      if (list[slots_[at] - 1] == value) return slots_[at] - 1;
    }
  }

 private:
  template <typename Value, typename Take>
  void grow(std::vector<Value> const& list, Take take) {
    slots_.assign(slots_.size() * 4, 0);
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      word_hash h{salt_};
      take(h, list[i]);
      auto at = h.value() & (slots_.size() - 1);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = i + 1;
    }
  }

  std::vector<std::uint32_t> slots_;  ///< a number and one; 0: free
  std::uint64_t salt_;
};

}  // namespace sinedie::detail
