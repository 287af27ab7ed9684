// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How two things of which little is known lie to each other, with three answers.
///
/// *Yes* exactly where every pair of readings agrees, *no* exactly where none does. `precedes` is Allen's *before* or *meets*:
/// one has ended when the other starts, gap or none.
///
///     precedes(dating{"2025-02-18"}.limits(), dating{"2025-02-19"}.limits());   // yes
///     intersects(dating{"2025-02"}.limits(), dating{"2025-02-18"}.limits());    // maybe: "at some time in February"
///
/// Precondition: the limits are tight (see `limits.hpp`).

#include <sinedie/time/limits.hpp>
#include <sinedie/time/truth.hpp>

namespace sinedie::time {

[[nodiscard]] constexpr truth precedes(limits const& a, limits const& b) noexcept {
  if (a.end_max < b.start_min) return truth::yes;
  return a.end_min < b.start_max ? truth::maybe : truth::no;
}

/// Whether they share a second.
[[nodiscard]] constexpr truth intersects(limits const& a, limits const& b) noexcept { return !(precedes(a, b) | precedes(b, a)); }

/// All of a window's seconds, as one extent: what a question such as "in February" asks about.
[[nodiscard]] constexpr limits extent_of(span window) noexcept { return {window.first(), window.first(), window.last(), window.last()}; }

}  // namespace sinedie::time
