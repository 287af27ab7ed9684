// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where to look things up in a timeline: by party, pair, venue, kind, mark, matter, and by time.
///
/// Lists are of places in the order of the timeline. A party's list has the events in which it takes part itself or in whose
/// name somebody does; those who act for it by office are found through `affiliations`. A venue's list has the events of which
/// it is one of the venues, or may be. Pairs have lists of their own where both parties are so busy that putting their lists
/// together would take longer. Statuses and flags are *marks*.
///
/// By time, events with a date that places them stand in the window index, as far as they stand in the order of their starts.
/// The others, the undated among them, are in lists of their own: `vague` what anything is known of, `nowhere` the rest.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/timeline/detail/entry_columns.hpp>
#include <sinedie/timeline/detail/postings.hpp>
#include <sinedie/timeline/detail/window_index.hpp>

namespace sinedie::detail {

/// Marks: the statuses, then silence, then the flags.
inline constexpr std::size_t silent_mark = status_words.size();
inline constexpr std::size_t first_flag_mark = silent_mark + 1;
inline constexpr std::size_t mark_count = first_flag_mark + flag_words.size();

/// Venues that lie within each other, and the states they belong to.
struct venue_tree {
  std::vector<std::uint32_t> outer;     ///< one a venue; `nobody` at the top
  std::vector<std::uint32_t> within;    ///< what lies directly within venue v: [begins[v], begins[v + 1])
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> country;   ///< the nearest around it, itself included; `nobody` where nobody tells
  std::vector<std::uint32_t> state;     ///< of a country: the party; `nobody` where there is none
  std::vector<std::uint32_t> owner;     ///< whose premises it is, or the nearest around it within the country; `nobody` of the rest

  /// The state in whose country it lies; `nobody` where there is none, or nobody tells.
  [[nodiscard]] std::uint32_t ground_of(std::uint32_t venue) const noexcept {
    return country[venue] == nobody ? nobody : state[country[venue]];
  }

  /// Itself and all that lies within it, sorted.
  [[nodiscard]] std::vector<std::uint32_t> all_within(std::uint32_t venue) const;
};

class indexes {
 public:
  /// `threads`: at least 1; the result doesn't hang on it.
  void build(entry_columns const& entries, std::uint32_t parties, std::uint32_t venues, unsigned threads);

  posting_lists party, venue, kind, mark, matter;
  window_index by_time;
  std::vector<std::uint32_t> vague;    ///< not in `by_time`, and something is known of when they are
  std::vector<std::uint32_t> nowhere;  ///< nothing is known of when they are
  std::vector<std::uint64_t> odd;      ///< bit n: place n lasts longer than a day, or isn't in `by_time`
  std::unordered_map<std::string, std::vector<std::uint32_t>> topics;  ///< folded; the matters that have it
  std::vector<std::vector<std::uint32_t>> series;                      ///< the matters that have a round of it

  /// The events of both parties, where they have a list.
  [[nodiscard]] std::span<std::uint32_t const> pair(std::uint32_t a, std::uint32_t b) const noexcept;
  [[nodiscard]] bool is_odd(std::uint32_t place) const noexcept { return (odd[place / 64] >> (place % 64) & 1U) != 0; }
  /// Without the pairs, which `pair_bytes` counts.
  [[nodiscard]] std::size_t bytes() const noexcept;
  [[nodiscard]] std::size_t pair_bytes() const noexcept;

 private:
  void index_time(entry_columns const& entries);
  void index_people(entry_columns const& entries, std::uint32_t parties);
  void index_pairs(entry_columns const& entries);

  struct stretch {
    std::uint32_t from = 0;
    std::uint32_t size = 0;
  };
  std::unordered_map<std::uint64_t, stretch> pairs_;
  std::vector<std::uint32_t> pair_places_;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/indexes-inl.hpp>
#endif
