// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How two datings lie to each other: Allen's thirteen relations, and what follows from them, each with three answers.
///
/// *Yes* exactly where every pair of readings agrees, *no* exactly where none does. A reading is an extent in whole seconds: of a
/// single date any extent inside its window, of an interval any start and end in order, of one of several dates a reading of one
/// of them, of all of several the hull of one reading of each. *Meets* is end + 1 s = start; *before* leaves a gap; *precedes* is
/// either.
///
///     compare(dating{"2025-02"}, dating{"2025-02-27"}).of(allen::before);   // maybe: at some time in February
///     precedes(dating{"2025-02-18"}, dating{"2025-02-19"});                 // yes
///     intersects(dating{"2025-02"}, dating{"[2025-01,2025-03]"});           // no: judged by members, not by their hull
///     certainly_before(dating{"2025-01"}, dating{"2025-03"});               // true
///
/// Qualifiers widen nothing unless a margin is asked for: `margin{1}` lets what is uncertain or approximate be off by one of the
/// units to which it was stated, so that `2025-02~` may be January or March: each member of a list by itself, and each window of
/// unspecified digits up to a thousand; more of them, and those at the ends of intervals, as one.
///
/// Cost: constant for dates and intervals; for lists by the pairs of their members; for unspecified digits by the digits, whatever
/// they leave open, but of a winter (which reaches into the year after its own) by its years, and between two calendars by the
/// months that they name; for all-of lists by the ways to fill the unspecified digits of their members. Where there are more than a
/// thousand of these, the answer may be *maybe* though readings agree; it is never a false *yes* or *no*.
///
/// Source: Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983.

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <sinedie/time/conversions.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/ranges.hpp>
#include <sinedie/time/relations.hpp>
#include <sinedie/time/truth.hpp>

namespace sinedie::time {

/// Each relation's converse is seven further on, or back; `equals` is its own.
enum class allen : unsigned char {
  before,
  meets,
  overlaps,
  starts,
  during,
  finishes,
  equals,
  after,
  met_by,
  overlapped_by,
  started_by,
  contains,
  finished_by,
};

inline constexpr std::array<std::string_view, 13> allen_words{
    "before", "meets", "overlaps", "starts", "during", "finishes", "equals", "after", "met_by", "overlapped_by", "started_by", "contains",
    "finished_by"};

[[nodiscard]] constexpr std::string_view to_string(allen r) noexcept { return allen_words[static_cast<std::size_t>(r)]; }
/// Nothing where it isn't one of the thirteen words.
[[nodiscard]] std::optional<allen> to_allen(std::string_view word) noexcept;
/// What b is to a where a is that to b.
[[nodiscard]] constexpr allen converse(allen r) noexcept {
  auto const n = static_cast<unsigned>(r);
  return r == allen::equals ? r : static_cast<allen>(n < 7 ? n + 7 : n - 7);
}

/// By how many units of its precision a qualified date may be off.
struct margin {
  unsigned units = 0;
};

/// What two things may be to each other.
class comparison {
 public:
  constexpr comparison(unsigned possible, truth same_day) noexcept : possible_{possible}, same_day_{same_day} {}

  [[nodiscard]] constexpr bool possible(allen r) const noexcept { return (possible_ & bit(r)) != 0; }
  [[nodiscard]] constexpr truth of(allen r) const noexcept { return any_of(bit(r)); }
  /// One has ended when the other starts: before or meets.
  [[nodiscard]] constexpr truth precedes() const noexcept { return any_of(bit(allen::before) | bit(allen::meets)); }
  /// They share a second.
  [[nodiscard]] constexpr truth intersects() const noexcept {
    return !any_of(bit(allen::before) | bit(allen::meets) | bit(allen::after) | bit(allen::met_by));
  }
  /// Both lie within one civil day.
  [[nodiscard]] constexpr truth same_day() const noexcept { return same_day_; }

  friend constexpr bool operator==(comparison const&, comparison const&) noexcept = default;

 private:
  [[nodiscard]] static constexpr unsigned bit(allen r) noexcept { return 1U << static_cast<unsigned>(r); }
  [[nodiscard]] constexpr truth any_of(unsigned those) const noexcept {
    return (possible_ & those) == 0 ? truth::no : (possible_ & ~those) == 0 ? truth::yes : truth::maybe;
  }

  unsigned possible_;
  truth same_day_;
};

/// Whether some reading of `a` stands in that relation to some reading of `b`. Precondition: tight limits (`limits.hpp`).
[[nodiscard]] constexpr bool possible(allen r, limits const& a, limits const& b) {
  detail::range_pair const x{a};
  detail::range_pair const y{b};
  if (r > allen::equals) return detail::stands(static_cast<detail::chain>(converse(r)), y, x);
  return detail::stands(static_cast<detail::chain>(r), x, y);
}

/// Of two things of which only limits are known.
[[nodiscard]] constexpr comparison compare(limits const& a, limits const& b) {
  detail::range_pair const x{a};
  detail::range_pair const y{b};
  unsigned found = 0;
  for (unsigned r = 0; r < 7; ++r) {
    auto const relation = static_cast<detail::chain>(r);
    if (detail::stands(relation, x, y)) found |= 1U << r;
    if (r < 6 && detail::stands(relation, y, x)) found |= 1U << (r + 7);
  }
  if (!detail::share_day(x, y)) return {found, truth::no};
  return {found, detail::within_one_day(a, b) ? truth::yes : truth::maybe};
}

/// Of two datings, by their readings.
[[nodiscard]] comparison compare(dating const& a, dating const& b, margin wider = {});

/// The limits of a dating, wider by a margin wherever it is uncertain or approximate; held at the ends of the axis.
[[nodiscard]] limits widened(dating const& d, margin by);

/// Whether it may be going on, or happen, on that day: *yes* where it does in all readings.
[[nodiscard]] truth contains(dating const& d, std::chrono::sys_days day);
[[nodiscard]] inline truth contains(dating const& d, boost::gregorian::date day) { return contains(d, to_sys_days(to_instant(day))); }

// --- One question each -------------------------------------------------------------------------------------------------------
// Each relation as a truth, and as the two shortcuts `certainly_…` (only *yes*) and `possibly_…` (all but *no*).

#define SINEDIE_QUESTION(name, answer)                                                                                             \
  [[nodiscard]] inline truth name(dating const& a, dating const& b, margin wider = {}) { return compare(a, b, wider).answer; }     \
  [[nodiscard]] inline bool certainly_##name(dating const& a, dating const& b, margin wider = {}) {                                \
    return certainly(name(a, b, wider));                                                                                           \
  }                                                                                                                                \
  [[nodiscard]] inline bool possibly_##name(dating const& a, dating const& b, margin wider = {}) { return possibly(name(a, b, wider)); }

SINEDIE_QUESTION(precedes, precedes())
SINEDIE_QUESTION(intersects, intersects())
SINEDIE_QUESTION(same_day, same_day())
SINEDIE_QUESTION(before, of(allen::before))
SINEDIE_QUESTION(meets, of(allen::meets))
SINEDIE_QUESTION(overlaps, of(allen::overlaps))
SINEDIE_QUESTION(starts, of(allen::starts))
SINEDIE_QUESTION(during, of(allen::during))
SINEDIE_QUESTION(finishes, of(allen::finishes))
SINEDIE_QUESTION(equals, of(allen::equals))
SINEDIE_QUESTION(after, of(allen::after))
SINEDIE_QUESTION(met_by, of(allen::met_by))
SINEDIE_QUESTION(overlapped_by, of(allen::overlapped_by))
SINEDIE_QUESTION(started_by, of(allen::started_by))
SINEDIE_QUESTION(contains, of(allen::contains))
SINEDIE_QUESTION(finished_by, of(allen::finished_by))

#undef SINEDIE_QUESTION

// --- Sorting -----------------------------------------------------------------------------------------------------------------
// Datings have no order; these keys have, and say which one it is.

/// Sorts by earliest possible start, then by latest possible end. Unknown starts come first.
struct by_earliest {
  [[nodiscard]] bool operator()(dating const& a, dating const& b) const noexcept {
    return std::pair{a.start_min(), a.end_max()} < std::pair{b.start_min(), b.end_max()};
  }
};
/// Sorts by latest possible end, then by earliest possible start. Unknown ends come last.
struct by_latest {
  [[nodiscard]] bool operator()(dating const& a, dating const& b) const noexcept {
    return std::pair{a.end_max(), a.start_min()} < std::pair{b.end_max(), b.start_min()};
  }
};

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/comparison-inl.hpp>
#endif
