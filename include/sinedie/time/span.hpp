// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A stretch of the axis that is never empty: from its first second to its last, both inside.
///
/// Either end may be unbounded. `end()` is one past the last second, as half-open software likes it.
///
///     auto const day = span::day(std::chrono::sys_days{});
///     day.first().seconds();   // 0
///     day.last().seconds();    // 86399

#include <chrono>

#include <sinedie/error.hpp>
#include <sinedie/time/instant.hpp>

namespace sinedie::time {

class span {
 public:
  /// Throws `errc::reversed` where `last` is earlier than `first`.
  constexpr span(instant first, instant last) : first_{first}, last_{last} {
    if (last < first) detail::raise(errc::reversed, "a span ends before it begins");
  }
  [[nodiscard]] static constexpr span day(std::chrono::sys_days day) {
    return span{instant::of(day), instant::of(day).plus(86399)};
  }
  [[nodiscard]] static constexpr span always() { return span{instant::past(), instant::future()}; }

  [[nodiscard]] constexpr instant first() const noexcept { return first_; }
  [[nodiscard]] constexpr instant last() const noexcept { return last_; }
  /// One second past `last()`; the unbounded future where `last()` is.
  [[nodiscard]] constexpr instant end() const noexcept { return last_.plus(1); }

  [[nodiscard]] constexpr bool contains(instant i) const noexcept { return first_ <= i && i <= last_; }
  [[nodiscard]] constexpr bool contains(span other) const noexcept { return first_ <= other.first_ && other.last_ <= last_; }
  [[nodiscard]] constexpr bool intersects(span other) const noexcept { return first_ <= other.last_ && other.first_ <= last_; }

  friend constexpr bool operator==(span, span) noexcept = default;

 private:
  instant first_;
  instant last_;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::span> {
  [[nodiscard]] std::size_t operator()(sinedie::time::span s) const noexcept {
    constexpr std::hash<sinedie::time::instant> of{};
    return of(s.first()) * 31 + of(s.last());
  }
};
