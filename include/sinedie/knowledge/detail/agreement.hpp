// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How two values that were said of one field lie to each other: can both be right, and which says more?
///
/// Compatible values have a reading in common: `2025-02` and `2025-02-27`, Türkiye and Istanbul. A narrower value refines the
/// other. What clashes can't both be right.
///
/// - A date and an interval agree where their starts can, and the interval says more. `..` may be any end not before its start.
///   Of one-of sets and unspecified digits the members decide. Between witnesses a date that is `?` or `~` gives way to one that isn't.
/// - Of status, `possible` and `proposed` (it may come to be), `announced` and `scheduled` (it will), `under_way` and `held` (it
///   did) are three pairs in which the second says more; values of different pairs clash, as does every other two.
/// - Venues refine each other by nesting, a certain venue refines a choice that it is one of. One of two lists of certain venues
///   says more if it names, for each of the other, that venue or one within it.
/// - Of modes the longer list says more; two of which neither holds the other clash.
/// - Lists of parties, topics, series and actors add up (`listed.hpp`): none clashes with another.
/// - *Explicitly none* clashes with a value among plans. From a witness it says only that he didn't know: any value refines it.

#include <sinedie/config.hpp>
#include <sinedie/knowledge/detail/listed.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/model/dossier.hpp>

namespace sinedie::detail {

/// Of a second value, seen from the first.
enum class agreement : unsigned char { same, narrower, wider, overlapping, clash };

/// Which statement says more. Different statuses that aren't two steps of one stage clash.
[[nodiscard]] constexpr agreement agree(status a, status b) noexcept {
  auto const stage = [](status s) {
    switch (s) {
      case status::possible:
      case status::proposed:
        return 1;
      case status::announced:
      case status::scheduled:
        return 2;
      case status::under_way:
      case status::held:
        return 3;
      default:
        return 0;
    }
  };
  if (a == b) return agreement::same;
  if (stage(a) == 0 || stage(a) != stage(b)) return agreement::clash;
  return b > a ? agreement::narrower : agreement::wider;
}

/// `testified`: both are from witnesses. Precondition: neither claim is silent on `f`.
/// O(n log n) in the lengths of lists, times the depth of venues.
[[nodiscard]] agreement agree(contents const& all, field f, said a, said b, bool testified);

/// The same of dates of which only the start is borne witness to.
[[nodiscard]] agreement agree_on_start(time::dating const* a, time::dating const* b);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/agreement-inl.hpp>
#endif
