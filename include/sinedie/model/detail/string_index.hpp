// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which number a string has. The strings stand elsewhere: whoever asks says which string a number stands for.
///
/// Open addressing with linear probing; a slot holds a number and its string's hash, so that growing reads no string, and looking up
/// hardly ever one that isn't the right one. The hash differs between tables, so that strings can't be made to collide beforehand.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/detail/eight_bytes.hpp>

namespace sinedie::detail {

class string_index {
 public:
  string_index() noexcept : salt_{reinterpret_cast<std::uintptr_t>(this)} {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  [[nodiscard]] std::uint32_t hash(std::string_view text) const noexcept {
    auto const words = text.size() / 8;
    std::uint64_t h = mixed(salt_ ^ (text.size() * odd));
    for (std::size_t i = 0; i < words; ++i) h = mixed(h ^ bytes_at(text.data() + i * 8, 8));
    if (auto const rest = text.size() % 8; rest != 0) h = mixed(h ^ bytes_at(text.data() + words * 8, rest));
    return static_cast<std::uint32_t>(h >> 16U);
  }

  /// The number of a string; `hashed` is its hash, and `is(number)` says whether a number is the one.
  template <typename Is>
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t hashed, Is is) const {
    if (size_ == 0) return std::nullopt;
    for (std::size_t at = hashed & mask();; at = (at + 1) & mask()) {
      slot const& s = slots_[at];
      if (s.number == vacant) return std::nullopt;
      if (s.hash == hashed && is(s.number)) return s.number;
    }
  }

  /// A string will be looked for shortly: fetches the slot where that begins, since getting at memory takes longer than all else.
  void fetch([[maybe_unused]] std::uint32_t hashed) const noexcept {
#if defined(__GNUC__)
    if (!slots_.empty()) __builtin_prefetch(&slots_[hashed & mask()]);
#endif
  }

  /// Makes room, so that so many times `insert` can't fail.
  void make_room(std::size_t more = 1) {
    std::size_t slots = slots_.empty() ? 8 : slots_.size();
    while ((size_ + more) * 4 > slots * 3) slots *= 2;
    if (slots != slots_.size()) grow(slots);
  }
  /// A number whose string isn't there yet, after `make_room`.
  void insert(std::uint32_t hashed, std::uint32_t number) noexcept {
    settle(slots_, {hashed, number});
    ++size_;
  }
  /// Forgets a number that is there. What was pushed on by it moves up.
  void erase(std::uint32_t hashed, std::uint32_t number) noexcept {
    std::size_t gap = hashed & mask();
    while (slots_[gap].number != number) gap = (gap + 1) & mask();
    for (std::size_t at = (gap + 1) & mask(); slots_[at].number != vacant; at = (at + 1) & mask()) {
      if (((at - slots_[at].hash) & mask()) < ((at - gap) & mask())) continue;  // it stands no further on than where it wants to be
      slots_[gap] = slots_[at];
      gap = at;
    }
    slots_[gap] = {};
    --size_;
  }
  /// Gives numbers other numbers.
  template <typename Number>
  void renumber(Number number) {
    for (auto& s : slots_)
      if (s.number != vacant) s.number = number(s.number);
  }

 private:
  static constexpr std::uint32_t vacant = 0xFFFFFFFFU;
  static constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  struct slot {
    std::uint32_t hash = 0;
    std::uint32_t number = vacant;
  };

  [[nodiscard]] static std::uint64_t mixed(std::uint64_t h) noexcept {
    h *= 0xFF51AFD7ED558CCDU;
    return h ^ (h >> 32U);
  }
  [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }

  static void settle(std::vector<slot>& slots, slot s) noexcept {
    std::size_t at = s.hash & (slots.size() - 1);
    while (slots[at].number != vacant) at = (at + 1) & (slots.size() - 1);
    slots[at] = s;
  }
  void grow(std::size_t slots) {
    std::vector<slot> wider(slots);
    for (slot const& s : slots_)
      if (s.number != vacant) settle(wider, s);
    slots_ = std::move(wider);
  }

  std::uint64_t salt_;
  std::size_t size_ = 0;
  std::vector<slot> slots_;  // a power of two of them, three quarters taken at most; or none
};

}  // namespace sinedie::detail
