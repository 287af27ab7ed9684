// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Allen's relations between two things of which only limits are known, with three answers.
///
/// *Yes* exactly where every pair of readings stands in that relation, *no* exactly where none does. The thirteen exclude each
/// other and leave nothing out: `meets` is end + 1 s = start, `before` leaves a gap. What has no end ends where everything
/// without an end does, and nowhere else. The floor of time answers; here its words are those of a dossier's relations.
///
///     auto const day = [](char const* d) { return time::dating{d}.limits(); };
///     allen_truth(relation_kind::meets, day("2025-02-18"), day("2025-02-19"));    // maybe: it may have ended at noon
///     allen_truth(relation_kind::before, day("2025-02"), day("2025-04"));         // yes
///
/// Source: Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983. Constant time.

#include <sinedie/config.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/time/limits.hpp>
#include <sinedie/time/truth.hpp>

namespace sinedie::detail {

/// Whether some reading of `a` stands in `relation`, one of the thirteen, to some reading of `b`. Precondition: tight limits.
[[nodiscard]] bool allen_possible(relation_kind relation, time::limits const& a, time::limits const& b) noexcept;
[[nodiscard]] truth allen_truth(relation_kind relation, time::limits const& a, time::limits const& b) noexcept;

/// Whether `a` meets `b`, or is no further away than `least` to `most` seconds, on either side.
[[nodiscard]] truth within_truth(std::int64_t least, std::int64_t most, time::limits const& a, time::limits const& b) noexcept;

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/allen-inl.hpp>
#endif
