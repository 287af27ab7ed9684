// SPDX-License-Identifier: BSL-1.0
#pragma once

/// By how much a clock was ahead of UTC, where that was stated.
///
/// Times lie on the axis as the clock on the spot showed them, and this stands beside them. It counts only where two things whose
/// clocks are both known meet; see `dating::on_clocks`.
///
///     dating{"2025-02-27T23:30:00-05:00"}.start_clock().minutes();   // -300
///     dating{"2025-02-27T23:30:00"}.start_clock().stated();          // false

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie::time {

class clock_offset {
 public:
  /// Not stated.
  constexpr clock_offset() noexcept = default;
  /// Whole minutes east of UTC, less than a day.
  constexpr explicit clock_offset(std::chrono::minutes east) noexcept : minutes_{static_cast<std::int16_t>(east.count())} {}

  [[nodiscard]] constexpr bool stated() const noexcept { return minutes_ != none; }
  /// East of UTC; zero where it wasn't stated.
  [[nodiscard]] constexpr std::chrono::minutes minutes() const noexcept { return std::chrono::minutes{stated() ? minutes_ : 0}; }
  [[nodiscard]] constexpr std::int64_t seconds() const noexcept { return stated() ? std::int64_t{minutes_} * 60 : 0; }

  friend constexpr bool operator==(clock_offset, clock_offset) noexcept = default;

 private:
  static constexpr std::int16_t none = INT16_MIN;
  std::int16_t minutes_ = none;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::clock_offset> {
  [[nodiscard]] std::size_t operator()(sinedie::time::clock_offset clock) const noexcept {
    return clock.stated() ? static_cast<std::size_t>(clock.minutes().count() + 1440) : 0;
  }
};
