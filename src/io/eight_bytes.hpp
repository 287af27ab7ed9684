// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Bytes looked at eight at a time. Where the order of bytes in memory isn't the usual one, nothing is, and all byte by byte.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sinedie::detail {

inline constexpr bool by_eights = std::endian::native == std::endian::little;
inline constexpr std::uint64_t each_byte = 0x0101010101010101U;
inline constexpr std::uint64_t high_bits = each_byte * 0x80U;

[[nodiscard]] inline std::uint64_t eight_bytes(char const* at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}
/// The high bit of each byte that is zero, or is `c`, or is below `least` (128 at most). What stands after the first one found may be
/// wrong.
[[nodiscard]] constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept { return (word - each_byte) & ~word & high_bits; }
[[nodiscard]] constexpr std::uint64_t bytes_that_are(char c, std::uint64_t word) noexcept {
  return zero_bytes(word ^ (each_byte * static_cast<unsigned char>(c)));
}
[[nodiscard]] constexpr std::uint64_t bytes_below(unsigned char least, std::uint64_t word) noexcept {
  return (word - each_byte * least) & ~word & high_bits;
}
/// How many bytes stand before the first whose high bit is set.
[[nodiscard]] constexpr std::size_t bytes_before(std::uint64_t marks) noexcept {
  return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
}

/// How many bytes of `text` from `at` on `marks(word)` marks none of; perhaps up to seven too few at the end of the text.
template <typename Marks>
[[nodiscard]] std::size_t unmarked_bytes(std::string_view text, std::size_t at, Marks marks) noexcept {
  std::size_t const begin = at;
  if constexpr (by_eights) {
    for (; at + 8 <= text.size(); at += 8)
      if (std::uint64_t const found = marks(eight_bytes(text.data() + at)); found != 0) return at - begin + bytes_before(found);
  }
  return at - begin;
}

}  // namespace sinedie::detail
