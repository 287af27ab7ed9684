// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where the marks of qualified components stand: to the left of a component, for it alone, or to its right, for it and all before it.
///
/// One doubt about several components can be spelled in many ways: `?2004-?06-11`, `2004?-06?-11`, `2004-06?-11`. The canonical one
/// has the fewest marks.

#include <array>
#include <cstdint>
#include <span>

namespace sinedie::detail {

struct edtf_marks {
  std::array<std::uint8_t, 3> left{};
  std::array<std::uint8_t, 3> right{};

  [[nodiscard]] constexpr int count() const noexcept {
    int marks = 0;
    for (auto const q : left) marks += q != 0;
    for (auto const q : right) marks += q != 0;
    return marks;
  }
  friend constexpr bool operator==(edtf_marks const&, edtf_marks const&) noexcept = default;
};

/// The fewest marks that qualify the components of a date so, each by the bits of its doubts. Of several that are as few: one behind
/// a uniform beginning where the rest has none; else one before each component; else as far to the right as may be.
[[nodiscard]] constexpr edtf_marks found_fewest_marks(std::span<std::uint8_t const> quality) noexcept {
  auto const size = static_cast<int>(quality.size());
  auto const at = [&](int i) { return quality[static_cast<std::size_t>(i)]; };
  auto const add = [](std::uint8_t& to, std::uint8_t bit) { to = static_cast<std::uint8_t>(to | bit); };
  // How many of the first components have that doubt.
  auto const beginning = [&](std::uint8_t bit) {
    int n = 0;
    while (n < size && (at(n) & bit) != 0) ++n;
    return n;
  };
  // A mark of each doubt behind so many components, and before each of the others that have it.
  auto const spelled = [&](int uncertain, int approximate) {
    edtf_marks m;
    std::uint8_t bit = 1;
    for (int const behind : {uncertain, approximate}) {
      if (behind > 0) add(m.right[static_cast<std::size_t>(behind - 1)], bit);
      for (int i = behind; i < size; ++i)
        if ((at(i) & bit) != 0) add(m.left[static_cast<std::size_t>(i)], bit);
      bit = 2;
    }
    return m;
  };
  int const u = beginning(1);
  int const a = beginning(2);
  int uniform = 0;
  while (uniform < size && at(uniform) == at(0)) ++uniform;
  bool others = false;
  for (int i = uniform; i < size; ++i) others = others || at(i) != 0;
  auto best = others ? spelled(0, 0) : spelled((at(0) & 1U) != 0 ? uniform : 0, (at(0) & 2U) != 0 ? uniform : 0);
  for (int i = u; i >= 0; --i)
    for (int k = a; k >= 0; --k)
      if (auto const other = spelled(i, k); other.count() < best.count()) best = other;
  return best;
}

/// All there are, found beforehand: of one component, of two and of three.
inline constexpr auto edtf_all_marks = [] {
  std::array<edtf_marks, 4 + 16 + 64> all{};
  std::size_t next = 0;
  for (unsigned size = 1; size <= 3; ++size)
    for (unsigned bits = 0; bits < 1U << 2 * size; ++bits) {
      std::array<std::uint8_t, 3> quality{};
      for (unsigned i = 0; i < size; ++i) quality[i] = static_cast<std::uint8_t>(bits >> 2 * i & 3U);
      all[next++] = found_fewest_marks(std::span{quality}.first(size));
    }
  return all;
}();

/// As above. Precondition: one component to three, each qualified by the two bits of its doubts.
[[nodiscard]] constexpr edtf_marks const& fewest_marks(std::span<std::uint8_t const> quality) noexcept {
  constexpr std::size_t before[] = {0, 0, 4, 20};
  std::size_t bits = 0;
  for (auto i = quality.size(); i-- > 0;) bits = bits << 2U | quality[i];
  return edtf_all_marks[before[quality.size()] + bits];
}

}  // namespace sinedie::detail
