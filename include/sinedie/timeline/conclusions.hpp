// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What can be concluded about a timeline's events, and by which statements.
///
///     conclusions const known{talks};
///     auto const r = known.why(event_id{"second-round"});
///     to_sentence(r.earliest_start);
///     // "Not before 2 April 2025, because report "article" of 2 April 2025 says that "second-round" is still to come."
///     known.precedes(event_id{"second-round"}, event_id{"summit"});   // yes, though neither has a date
///
/// Making one lays and solves the timeline's network again; it can then be asked any number of times, by any number of threads.
/// It co-owns what the timeline was compiled from. An event that the timeline doesn't have is an error (`errc::unknown_id`).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/chronology/certainty.hpp>
#include <sinedie/chronology/missing_round.hpp>
#include <sinedie/chronology/numbers.hpp>
#include <sinedie/chronology/statement.hpp>
#include <sinedie/chronology/watcher.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

/// One of an event's four limits: which, where it lies, and the statements that make it so, from the one that speaks of the event
/// to the one that bounds it. Without statements where the limit is unbounded.
struct reason {
  enum class limit : unsigned char { earliest_start, latest_start, earliest_end, latest_end };

  limit which;
  time::instant value;
  std::vector<statement> chain;
};

/// Who stands next to an event in the order, and why.
struct neighbour {
  event_id event;
  chronology::certainty order;
  std::vector<statement> by;  ///< none where the order is by convention
};

struct reasons {
  event_id event;
  reason earliest_start, latest_start, earliest_end, latest_end;
  std::optional<neighbour> previous, next;
  /// Those of `timeline::contradictions()` in which it takes part.
  std::vector<std::uint32_t> contradictions;
};

/// A date that nobody stated, and what it would tell of another event.
struct missing_fact {
  event_id event;        ///< whose date it is
  bool limits_earliest;  ///< it could make the other's earliest start later
  bool limits_latest;    ///< it could make the other's latest end earlier
};

/// "Not before 2 April 2025, because …", "Pas avant le 2 avril 2025, parce que …"; "Nothing says how early it may be."
[[nodiscard]] std::string to_sentence(reason const& r, std::string_view language = "en");
/// `It would be known best by the date of "summit", which would limit how late it may be.`
[[nodiscard]] std::string to_sentence(missing_fact const& m, std::string_view language = "en");

class conclusions {
 public:
  explicit conclusions(timeline const& t, chronology::watcher* watching = nullptr);

  /// Statements in words of a language (`en` or `fr`).
  [[nodiscard]] reasons why(event_id const& id, std::string_view language = "en") const;

  /// Whether `a` has ended when `b` starts, and whether it stands so to it, for all that is known of both: dates, and statements
  /// that lead from one to the other. As `chronology::comparison` says.
  [[nodiscard]] truth precedes(event_id const& a, event_id const& b) const;
  [[nodiscard]] truth stands(event_id const& a, relation_kind kind, event_id const& b) const;
  /// The statements by which `a` precedes `b`; none where it doesn't for certain.
  [[nodiscard]] std::vector<statement> grounds(event_id const& a, event_id const& b, std::string_view language = "en") const;

  /// Groups of at least two events whose order among each other is open, directly or through others; in the timeline's order.
  [[nodiscard]] std::vector<std::vector<event_id>> open_groups() const;

  /// Which date would tell most about when an undated event is: the best first. Empty for one that is dated, and for one that
  /// nothing relates to another event without an exact date.
  [[nodiscard]] std::vector<missing_fact> would_date(event_id const& id) const;

  /// One of the timeline's contradictions, by its place, in words of a language; and what dropping each of its statements would
  /// gain: those to doubt first come first. Of more than `chronology::gain_finder::most_tried` statements none is tried.
  [[nodiscard]] sinedie::contradiction in_words(std::size_t contradiction, std::string_view language) const;
  [[nodiscard]] std::vector<drop> drops(std::size_t contradiction) const;

  /// Rounds of complete series that are no events of the dossier.
  [[nodiscard]] std::vector<chronology::missing_round> const& missing_rounds() const noexcept;

 private:
  struct parts;

  [[nodiscard]] chronology::node find(event_id const& id) const;
  [[nodiscard]] std::vector<statement> stated(std::vector<chronology::statement_number> const& all, std::string_view language) const;
  [[nodiscard]] std::optional<neighbour> between(std::uint32_t first, std::uint32_t then, bool previous, std::string_view language) const;

  detail::shared<parts const> made_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/conclusions-inl.hpp>
#endif
