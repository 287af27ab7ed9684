// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What solving a network gives: limits, what each of them came from, and the statements that can't all hold.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <sinedie/chronology/detail/roomy.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/watcher.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::chronology {

/// What gave a limit: a bound or constraint of the network by its place, the other point of the same event, or nothing.
class support {
 public:
  constexpr support() noexcept = default;
  [[nodiscard]] static constexpr support by_bound(std::size_t i) noexcept { return support{static_cast<std::uint32_t>(i) | high}; }
  [[nodiscard]] static constexpr support by_constraint(std::size_t i) noexcept { return support{static_cast<std::uint32_t>(i)}; }
  [[nodiscard]] static constexpr support by_own_other_point() noexcept { return support{0xFFFFFFFEU}; }

  [[nodiscard]] constexpr bool any() const noexcept { return code_ != 0xFFFFFFFFU; }
  [[nodiscard]] constexpr bool is_own() const noexcept { return code_ == 0xFFFFFFFEU; }
  [[nodiscard]] constexpr bool is_bound() const noexcept { return (code_ & high) != 0 && code_ < 0xFFFFFFFEU; }
  [[nodiscard]] constexpr bool is_constraint() const noexcept { return (code_ & high) == 0; }
  [[nodiscard]] constexpr std::uint32_t place() const noexcept { return code_ & ~high; }

  friend constexpr bool operator==(support, support) noexcept = default;

 private:
  static constexpr std::uint32_t high = 0x80000000U;
  constexpr explicit support(std::uint32_t code) noexcept : code_{code} {}
  std::uint32_t code_ = 0xFFFFFFFFU;
};

struct clash {
  std::vector<statement_number> statements;  ///< ascending

  friend bool operator==(clash const&, clash const&) = default;
};

/// What was drawn tighter than it was laid, because of where its anchor can be or which of several dates fit: a calendar gap or a
/// choice; and the statements that this rests on.
struct tightening {
  statement_number by;
  std::vector<statement_number> rests_on;  ///< ascending

  friend bool operator==(tightening const&, tightening const&) = default;
};

/// A constraint of the network whose distance was drawn tighter.
struct tightened_distance {
  std::uint32_t constraint;
  std::int64_t at_least;

  friend bool operator==(tightened_distance const&, tightened_distance const&) = default;
};

struct solution {
  detail::roomy<time::limits> limits;   ///< one an event
  std::vector<clash> clashes;           ///< in order of their first statements
  std::vector<std::uint8_t> set_aside;  ///< one a statement: whether it is out of force
  detail::roomy<support> earliest_by;   ///< one a point
  detail::roomy<support> latest_by;
  std::vector<tightening> tightenings;                  ///< ascending
  std::vector<tightened_distance> tightened_distances;  ///< ascending
};

namespace detail {

[[nodiscard]] constexpr time::instant limit_at(time::limits const& l, point at, bool earliest) noexcept {
  return is_start(at) ? (earliest ? l.start_min : l.start_max) : earliest ? l.end_min : l.end_max;
}

[[nodiscard]] inline statement_number stated_by(network const& net, support s) {
  return s.is_bound() ? net.bounds()[s.place()].by : net.constraints()[s.place()].by;
}

}  // namespace detail

}  // namespace sinedie::chronology
