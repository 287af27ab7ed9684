// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How an event stands to another one in time, as a source says.
///
/// `before` in a dossier means *has ended when the other starts*. Gaps are measured from the earlier end to the later start.
/// `part_of` starts no earlier and ends no later; `follows_up` starts when the other has ended; `prepares` has ended when the
/// other starts; `realised_as` names the event that a plan became; `maybe_same_as` is listed and never merged.
///
/// Source of the thirteen: Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983.

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/time/duration.hpp>

namespace sinedie {

enum class relation_kind : unsigned char {
  before,
  after,
  meets,
  met_by,
  overlaps,
  overlapped_by,
  starts,
  started_by,
  during,
  contains,
  finishes,
  finished_by,
  equals,
  part_of,
  follows_up,
  prepares,
  realised_as,
  maybe_same_as,
};

inline constexpr std::array<std::string_view, 18> relation_words{
    "before", "after",    "meets",       "met_by", "overlaps", "overlapped_by", "starts",   "started_by",  "during",
    "contains", "finishes", "finished_by", "equals", "part_of",  "follows_up",    "prepares", "realised_as", "maybe_same_as"};

[[nodiscard]] constexpr std::string_view to_string(relation_kind k) noexcept { return relation_words[static_cast<unsigned char>(k)]; }

/// The kind of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<relation_kind> to_relation_kind(std::string_view word) noexcept {
  for (std::size_t i = 0; i < relation_words.size(); ++i)
    if (relation_words[i] == word) return static_cast<relation_kind>(i);
  return std::nullopt;
}

/// Least and greatest distance between the earlier end and the later start.
struct gap {
  stated<time::duration> at_least;
  stated<time::duration> at_most;

  friend bool operator==(gap const&, gap const&) = default;
};

struct relation {
  relation_kind kind;
  event_id other;
  sinedie::gap gap = {};

  friend bool operator==(relation const&, relation const&) = default;
};

}  // namespace sinedie
