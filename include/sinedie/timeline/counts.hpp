// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How many events answer a query for each party, pair of parties, venue, kind, status, year or month.
///
///     for (auto const& group : count_by(talks, query{"kind:meeting occurred"}, grouping::pair))
///       print(group.keys[0], group.keys[1], group.count);
///
/// A participation counts for whom it acts: a minister for the state whose office was held then, an organ for its whole, with
/// `for` explicitly; whoever acts for nobody counts as himself. Of an office that may have been held the state counts too, as
/// in a plain query. A pair is two such parties of different participations. Venues and kinds count as named, not what they lie
/// within. An event counts once in each of its groups, so that groups may add up to more than there are events; what has no
/// group, or whose start may lie in several years or months, counts under `none`.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

enum class grouping : unsigned char { party, pair, venue, kind, status, year, month };

inline constexpr std::array<std::string_view, 7> grouping_words{"party", "pair", "venue", "kind", "status", "year", "month"};

[[nodiscard]] constexpr std::string_view to_string(grouping g) noexcept { return grouping_words[static_cast<unsigned char>(g)]; }
/// The grouping of that name; nothing for any other word.
[[nodiscard]] std::optional<grouping> to_grouping(std::string_view word) noexcept;

struct counted_group {
  std::vector<std::string> keys;  ///< ids or words; two of a pair, in the order of their bytes; none: what has no group
  std::size_t count = 0;

  /// The keys, joined by a comma; "none" where there are none.
  [[nodiscard]] std::string key() const;
  friend bool operator==(counted_group const&, counted_group const&) = default;
};

struct counts {
  std::size_t total = 0;              ///< events that answer the query
  std::vector<counted_group> groups;  ///< years and months in their order, others the largest first, then by key; `none` last
};

/// O(n) in the events that answer, beside answering.
[[nodiscard]] counts count_by(timeline const& t, query const& q, grouping g);

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/counts-inl.hpp>
#endif
