// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Four bounds: the start lies in [start_min, start_max], the end in [end_min, end_max], and start ≤ end.
///
/// This is the shape of everything that is known about when something happens, whether a source stated it or it was
/// concluded from other events. Its *readings* are all extents [start, end] that fit. A single date such as 2025-02 is a
/// window: start and end both lie somewhere in February. Only intervals last: 2009/2017 starts somewhere in 2009 and ends
/// somewhere in 2017.
///
/// Invariant of a value made by the named makers: the bounds are tight, so each of them is reached by some reading
/// (start_min ≤ start_max ≤ end_max, start_min ≤ end_min ≤ end_max).

#include <optional>

#include <sinedie/time/instant.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie::time {

struct limits {
  instant start_min = instant::past();
  instant start_max = instant::future();
  instant end_min = instant::past();
  instant end_max = instant::future();

  /// Nothing is known: all four bounds are unbounded.
  [[nodiscard]] static constexpr limits none() noexcept { return {}; }
  /// Some extent inside `window`.
  [[nodiscard]] static constexpr limits within(span window) noexcept {
    return {window.first(), window.last(), window.first(), window.last()};
  }
  /// The start somewhere in `start`, the end somewhere in `end`, made tight; nothing where no start precedes or equals an end.
  [[nodiscard]] static constexpr std::optional<limits> lasting(span start, span end) noexcept {
    return limits{start.first(), start.last(), end.first(), end.last()}.tightened();
  }

  /// The same readings with each bound reached by one; nothing where there is no reading.
  [[nodiscard]] constexpr std::optional<limits> tightened() const noexcept {
    limits l = *this;
    if (l.end_min < l.start_min) l.end_min = l.start_min;
    if (l.end_max < l.start_max) l.start_max = l.end_max;
    if (l.start_max < l.start_min || l.end_max < l.end_min) return std::nullopt;
    return l;
  }
  /// The readings that both allow; nothing where there is none.
  [[nodiscard]] constexpr std::optional<limits> meet(limits const& other) const noexcept {
    auto const later = [](instant a, instant b) { return a < b ? b : a; };
    auto const earlier = [](instant a, instant b) { return a < b ? a : b; };
    return limits{later(start_min, other.start_min), earlier(start_max, other.start_max), later(end_min, other.end_min),
                  earlier(end_max, other.end_max)}
        .tightened();
  }

  /// From the earliest start to the latest end.
  [[nodiscard]] constexpr span hull() const { return span{start_min, end_max}; }
  /// Whether any bound is bounded: something is known.
  [[nodiscard]] constexpr bool any() const noexcept {
    return start_min.is_bounded() || start_max.is_bounded() || end_min.is_bounded() || end_max.is_bounded();
  }
  /// Whether the start, or the end, is bounded on both sides.
  [[nodiscard]] constexpr bool places() const noexcept {
    return (start_min.is_bounded() && start_max.is_bounded()) || (end_min.is_bounded() && end_max.is_bounded());
  }

  friend constexpr bool operator==(limits const&, limits const&) noexcept = default;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::limits> {
  [[nodiscard]] std::size_t operator()(sinedie::time::limits const& l) const noexcept {
    constexpr std::hash<sinedie::time::instant> of{};
    return ((of(l.start_min) * 31 + of(l.start_max)) * 31 + of(l.end_min)) * 31 + of(l.end_max);
  }
};
