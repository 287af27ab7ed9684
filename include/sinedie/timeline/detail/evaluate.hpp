// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Judges an entry by a query: each term gives a truth, its mode a decision, and *and*, *or*, *not* join both. `certainly` and
/// `possibly` of a parenthesis decide by the truths alone that are joined in it.
///
/// A term's truth says what is known; the decision says whether the term keeps the entry, by its mode. Plain terms keep *yes*,
/// and *maybe* where the entry is *placed*: a stated or expected window bounds its start or its end on both sides (and a window
/// that is only expected meets what is asked for); what an event is compared with has to be placed too. Of parties and venues a
/// plain term keeps *maybe* always: an office that may have been held, a venue that is one of several.
///
/// Entries are judged from the columns, without putting them together. Never recursive.

#include <cstdint>
#include <vector>

#include <sinedie/timeline/detail/binding.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie::detail {

/// A query whose names have been found.
class bound_query {
 public:
  /// Throws `errc::unknown_id` and `errc::unknown_word` as `bind` does. Refers to `in` only.
  bound_query(compiled const& in, query const& q, overlay const* over = nullptr);

  struct answer {
    bool kept;
    truth known;
  };
  /// Linear in the query and in the entry's lists.
  [[nodiscard]] answer of(std::uint32_t place) const { return of(place, 0, query_.steps().size()); }
  /// What the steps in [first, last) say, which are one operand.
  [[nodiscard]] answer of(std::uint32_t place, std::size_t first, std::size_t last) const;
  [[nodiscard]] answer of(std::uint32_t place, bound_term const& t) const;

  [[nodiscard]] query const& asked() const noexcept { return query_; }
  [[nodiscard]] std::vector<bound_term> const& terms() const noexcept { return terms_; }
  [[nodiscard]] compiled const& in() const noexcept { return *in_; }

 private:
  [[nodiscard]] truth term_truth(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] truth acting_truth(bound_term const& t, std::size_t named, acting const& a, std::uint32_t place) const;
  [[nodiscard]] truth party_truth(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] truth venue_truth(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] truth hosted_truth(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] truth takes_part(std::uint32_t party, std::uint32_t place) const;
  [[nodiscard]] truth third_country_truth(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] truth time_truth_of(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] bool comes_from(bound_term const& t, std::uint32_t place) const;
  [[nodiscard]] bool keeps(bound_term const& t, truth known, std::uint32_t place) const;

  compiled const* in_;
  query query_;
  std::vector<bound_term> terms_;
};

/// The truth of a term about time for what is known of when something is.
[[nodiscard]] truth time_truth(bound_term const& t, time::limits const& known);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/evaluate-inl.hpp>
#endif
