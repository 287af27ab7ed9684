// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Up to eight bytes looked at together, as one word: the first is the lowest, whatever the order of bytes in memory.
///
///     unmarked_bytes("Riyadh, 1", 0, [](std::uint64_t w) { return bytes_that_are(',', w) | bytes_below(0x20, w); })   // 6

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sinedie::detail {

inline constexpr std::uint64_t each_byte = 0x0101010101010101U;
inline constexpr std::uint64_t high_bits = each_byte * 0x80U;

/// `count` bytes, 1 to 8, and zeros behind fewer.
[[nodiscard]] inline std::uint64_t bytes_at(char const* at, std::size_t count) noexcept {
  auto const byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i); };
  if constexpr (std::endian::native == std::endian::little) {
    // Two loads that may overlap: a copy of so many bytes as are only known here would cost a call.
    if (count >= 4) {
      std::uint32_t first = 0, last = 0;
      std::memcpy(&first, at, 4);
      std::memcpy(&last, at + count - 4, 4);
      return first | std::uint64_t{last} << (8 * (count - 4));
    }
    return byte(0) | byte(count / 2) | byte(count - 1);
  } else {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) word |= byte(i);
    return word;
  }
}

// The high bit of each byte that is so. What stands after the first one found may be wrong, but for `bytes_other_than`.
[[nodiscard]] constexpr std::uint64_t bytes_that_are(char c, std::uint64_t word) noexcept {
  auto const zeros = word ^ (each_byte * static_cast<unsigned char>(c));
  return (zeros - each_byte) & ~zeros & high_bits;
}
[[nodiscard]] constexpr std::uint64_t bytes_other_than(char c, std::uint64_t word) noexcept {
  auto const others = word ^ (each_byte * static_cast<unsigned char>(c));
  return (((others & ~high_bits) + ~high_bits) | others) & high_bits;
}
/// `least`: 128 at most.
[[nodiscard]] constexpr std::uint64_t bytes_below(unsigned char least, std::uint64_t word) noexcept {
  return (word - each_byte * least) & ~word & high_bits;
}

/// How many bytes of `text` from `at` on stand before the first that `marks(word)` marks.
template <typename Marks>
[[nodiscard]] std::size_t unmarked_bytes(std::string_view text, std::size_t at, Marks marks) noexcept {
  auto const before = [](std::uint64_t found) { return static_cast<std::size_t>(std::countr_zero(found)) / 8; };
  std::size_t const begin = at;
  for (; text.size() - at >= 8; at += 8)
    if (auto const found = marks(bytes_at(text.data() + at, 8)); found != 0) return at - begin + before(found);
  auto const rest = text.size() - at;
  if (rest == 0) return at - begin;
  auto const ahead = before(marks(bytes_at(text.data() + at, rest)));
  return at - begin + (ahead < rest ? ahead : rest);
}

}  // namespace sinedie::detail
