// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A point on the one civil axis: whole seconds since 1970-01-01T00:00:00, proleptic Gregorian, 64 bits.
///
/// The axis is what calendar and clock showed on the spot: a date lies on it as its civil day, a time as its clock time, whatever
/// the offset from UTC, which a dating keeps beside it. It has two more points, the unbounded past and the unbounded future, which
/// lie outside every day and are what "no bound on this side" means. They aren't sentinels to compute with: adding to them gives
/// them back, and `seconds()` of them is a broken precondition.
///
///     instant::past() < instant{0};                       // true
///     instant::of(std::chrono::sys_days{}).seconds();     // 0

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie::time {

class instant {
 public:
  /// 1970-01-01T00:00:00.
  constexpr instant() noexcept = default;
  /// Seconds since 1970-01-01T00:00:00. The two outermost values of the type are the unbounded ends.
  constexpr explicit instant(std::int64_t seconds) noexcept : seconds_{seconds} {}

  [[nodiscard]] static constexpr instant past() noexcept { return instant{std::numeric_limits<std::int64_t>::min()}; }
  [[nodiscard]] static constexpr instant future() noexcept { return instant{std::numeric_limits<std::int64_t>::max()}; }
  /// The first second of a civil day; exact, since every `sys_days` lies on the axis.
  [[nodiscard]] static constexpr instant of(std::chrono::sys_days day) noexcept {
    return instant{static_cast<std::int64_t>(day.time_since_epoch().count()) * 86400};
  }
  [[nodiscard]] static constexpr instant of(std::chrono::sys_seconds moment) noexcept {
    return instant{static_cast<std::int64_t>(moment.time_since_epoch().count())};
  }

  [[nodiscard]] constexpr bool is_past() const noexcept { return *this == past(); }
  [[nodiscard]] constexpr bool is_future() const noexcept { return *this == future(); }
  [[nodiscard]] constexpr bool is_bounded() const noexcept { return !is_past() && !is_future(); }

  /// Precondition: `is_bounded()`.
  [[nodiscard]] constexpr std::int64_t seconds() const noexcept { return seconds_; }

  /// This instant moved by `seconds`, held back at the outermost bounded second; unbounded ends stay where they are.
  [[nodiscard]] constexpr instant plus(std::int64_t seconds) const noexcept {
    if (!is_bounded()) return *this;
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min() + 1;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() - 1;
    if (seconds > 0) return instant{seconds_ > most - seconds ? most : seconds_ + seconds};
    if (seconds_ < 0 && seconds < least - seconds_) return instant{least};
    return instant{seconds_ + seconds};
  }

  friend constexpr bool operator==(instant, instant) noexcept = default;
  friend constexpr auto operator<=>(instant, instant) noexcept = default;

 private:
  std::int64_t seconds_ = 0;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::instant> {
  [[nodiscard]] std::size_t operator()(sinedie::time::instant i) const noexcept {
    // Whole days are usual: what they have in common is spread over all bits.
    auto const mixed = (i.is_past() ? 0 : i.is_future() ? 1 : static_cast<std::uint64_t>(i.seconds())) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed ^ mixed >> 32U);
  }
};
