// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Decides where to look first, and answers.
///
/// A query is a conjunction of operands (one, where it is anything else). Of each operand that an index knows, how many events
/// it would find is known before any is looked at. The least decides: its lists are put together with those of other operands
/// that have a single list; candidates that lie outside a window are dropped by their places alone where that is certain; what
/// is left is judged by those operands that aren't certain yet. A disjunction whose operands each find little is answered
/// operand by operand, and put together. Where no index helps, every entry is judged.
///
/// Answers come in the order of the timeline. The work for the first few is done in stretches that grow.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/timeline/detail/evaluate.hpp>
#include <sinedie/timeline/detail/postings.hpp>
#include <sinedie/timeline/explanation.hpp>

namespace sinedie {

namespace detail {

/// The window outside of which a term about time keeps nothing that the window index knows; nothing where there is none.
[[nodiscard]] std::optional<std::pair<time::instant, time::instant>> reach_of(bound_term const& t);
/// Whether every event of the window index that meets the window is kept.
[[nodiscard]] bool is_sure(bound_term const& t) noexcept;
/// Whether what nothing is known of is kept too: where the window is everything, or where *maybe* is enough.
[[nodiscard]] bool takes_nowhere(bound_term const& t);
/// Whether the answer hangs on the profile alone.
[[nodiscard]] bool is_of_profile(term_key key) noexcept;

class planner {
 public:
  /// Refers to the query.
  explicit planner(bound_query const& asked, std::vector<explanation::step>* told = nullptr);

  /// The places in [first, last) that the query keeps, in order.
  [[nodiscard]] std::vector<std::uint32_t> list(std::uint32_t first, std::uint32_t last);
  /// At most `most` of them, from the first on, or from the last on in reverse.
  [[nodiscard]] std::vector<std::uint32_t> list(std::uint32_t first, std::uint32_t last, std::size_t most, bool reversed);
  /// How many; without a list where an index knows.
  [[nodiscard]] std::size_t count(std::uint32_t first, std::uint32_t last);

 private:
  /// A part of the query that stands by itself: steps [first, last).
  struct operand {
    std::size_t first;
    std::size_t last;
    std::vector<std::vector<posting>> lists;  // an event must be in one of each
    bound_term const* window = nullptr;       // its term, where the window index knows it
    std::size_t estimate = 0;                 // where `known`
    bool known = false;                       // to an index
    bool exact = false;                       // whoever is on the lists is kept
    bool done = false;                        // needs no judging any more
    char const* index = "judged";
  };
  struct window {
    std::uint32_t from, to;   // what stands here and isn't odd meets the window
    std::uint32_t same_day;   // from here on, what ends on the day on which the window begins may still meet it
  };

  [[nodiscard]] std::vector<operand> operands(std::size_t first, std::size_t last) const;
  void look_up(operand& o) const;
  void look_up_time(operand& o, bound_term const& t) const;
  void append(std::size_t first_step, std::size_t last_step, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found);
  void all_of(std::vector<operand>& parts, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found);
  void by_window(operand const& o, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) const;
  void clipped(std::vector<posting> const& lists, bound_term const& t, std::uint32_t first, std::uint32_t last,
               std::vector<std::uint32_t>& found) const;
  void judge(operand const& o, std::vector<std::uint32_t>& candidates) const;
  [[nodiscard]] static bool is_single(operand const& o) noexcept {
    return !o.lists.empty() && std::all_of(o.lists.begin(), o.lists.end(), [](auto const& l) { return l.size() == 1; });
  }
  [[nodiscard]] window window_of(bound_term const& t) const;
  void note(operand const& o, char const* index, std::size_t touched);
  [[nodiscard]] std::string text_of(operand const& o) const;

  bound_query const& asked_;
  compiled const& in_;
  std::vector<explanation::step>* told_;
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/planner-inl.hpp>
#include <sinedie/timeline/detail/planner_lookup-inl.hpp>
#endif
