// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How the date of an event slipped, as far as one could follow: how often and how far it moved, how long it had none.
///
///     auto const s = slips_of(talks, "second-round");
///     s.moves;          // 2
///     s.net_days;       // 27: from the first date that was named to the last
///     s.undated_days;   // 14: heard of, not yet held or called off, and without a date

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/day.hpp>

namespace sinedie {

struct slips {
  std::uint32_t events = 0;         ///< that they are the sum of
  std::uint32_t moves = 0;          ///< from one date to another that can't be right together with it, also after having none
  std::uint32_t losses = 0;         ///< from a date to none
  std::uint32_t unmeasured = 0;     ///< moves from or to a date whose start isn't bounded; they count in neither of the next two
  std::int64_t net_days = 0;        ///< from earliest start to earliest start; negative: brought forward
  std::int64_t total_days = 0;      ///< each move counted as it is long, whichever way it went
  std::int64_t undated_days = 0;    ///< while it was still to come

  slips& operator+=(slips const& other) noexcept;
  friend bool operator==(slips const&, slips const&) = default;
};

/// The slips that a history tells, up to the end of a day; without one, up to its last change.
[[nodiscard]] slips slips_in(std::vector<change> const& history, knowledge_day until = {});

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/slips-inl.hpp>
#endif
