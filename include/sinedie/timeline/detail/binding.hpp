// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A query's terms with their names found in one timeline: which parties, venues, events, kinds, codes a value means.
///
/// A value is first an id, then a name; one name may be that of several. What isn't known is an error that gives the nearest
/// known, never an empty answer.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/detail/overlay.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie::detail {

struct bound_term {
  term const* asked = nullptr;
  std::vector<std::vector<std::uint32_t>> parties;  ///< for each party named, all that the name may mean
  std::vector<std::vector<std::uint32_t>> actors;   ///< for each party named, all that may act for one of those, themselves included
  std::vector<std::uint32_t> numbers;               ///< venues with all within, or that may be somebody's; series; sorted
  bool third_country = false;                       ///< instead of a party
  std::vector<std::string_view> documents;          ///< of a source: those of that id
  std::vector<bool> kinds;                          ///< which kinds of the timeline the word takes
  std::string folded;                               ///< of topics, sources, texts; of codes in upper case
  std::uint32_t role = 0;                           ///< number of the role asked for; `nobody`: nobody has it
  bool in_role = false;
  std::uint32_t number = 0;                         ///< of a round; place of an event
  time::limits reference = {};                      ///< what is compared with, as a whole
  std::vector<time::limits> readings = {};          ///< of an event that is compared with, each alternative that its limits leave
  std::vector<time::span> windows = {};             ///< of `during` and `on`, where they aren't one: apart, in order
  std::int64_t least = 0;                           ///< seconds of `within`
  std::int64_t most = 0;
};

/// The alternatives of a stated date that the limits of its event leave; those of the date where they leave none, as they do where it
/// was set aside.
[[nodiscard]] std::vector<time::limits> readings_left(time::dating const& stated, time::limits const& known);

/// One a term. Throws `errc::unknown_id`, `errc::unknown_word` with the nearest known. Refers to both. Where `in` is the base or a
/// part of a timeline that has grown, what the whole of it knows is known.
[[nodiscard]] std::vector<bound_term> bind(compiled const& in, query const& q, overlay const* over = nullptr);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/binding-inl.hpp>
#endif
