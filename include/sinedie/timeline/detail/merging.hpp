// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Asks a timeline that has grown: its base and each of its parts by their own plans, and merges what they find.
///
/// Whatever number of places of the base is hidden: a list costs what it costs in the base, and one step more for each of them
/// that lies within its reach.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <sinedie/timeline/detail/evaluate.hpp>
#include <sinedie/timeline/detail/overlay.hpp>
#include <sinedie/timeline/detail/planner.hpp>

namespace sinedie::detail {

class merged_query {
 public:
  /// Refers to the overlay.
  merged_query(overlay const& over, query const& q);

  /// At most `most` positions in [first, last) that the query keeps, in order, or in reverse from the last on.
  [[nodiscard]] std::vector<std::uint32_t> list(std::uint32_t first, std::uint32_t last, std::size_t most, bool reversed,
                                                std::vector<explanation::step>* told = nullptr) const;
  [[nodiscard]] std::size_t count() const;
  /// How many that aren't kept may answer.
  [[nodiscard]] std::size_t possibly_more() const;

 private:
  overlay const& over_;
  bound_query base_;
  std::vector<bound_query> parts_;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/merging-inl.hpp>
#endif
