// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What somebody stated about when something happens, in words, and sets of such statements that can't all hold.
///
/// Contradictions are data, never errors: they are set aside, and the rest of the dossier is used. Which of its statements to
/// doubt is only suggested: first those without which all the others of it could hold with the rest of the dossier; among these,
/// first what is itself called uncertain or inferred, last what a preferred report says.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/stated.hpp>

namespace sinedie {

/// One thing that somebody stated and that takes part in a contradiction.
struct statement {
  enum class sort : unsigned char { date, relation, series, status, duration };

  sort kind;
  event_id event;                   ///< of a relation, the event that states it
  std::optional<event_id> other;    ///< of a relation or series, the other event
  stated<report_id> report;         ///< the report that said it, where one did
  std::string text;                 ///< the statement as a sentence without its full stop
  std::string source = {};          ///< who published that report; empty where there is none, or it doesn't say
  stated<relation_kind> relation = {};  ///< of a relation, which one

  friend bool operator==(statement const&, statement const&) = default;
};

[[nodiscard]] constexpr std::string_view to_string(statement::sort s) noexcept {
  switch (s) {
    case statement::sort::date: return "date";
    case statement::sort::relation: return "relation";
    case statement::sort::series: return "series";
    case statement::sort::status: return "status";
    case statement::sort::duration: break;
  }
  return "duration";
}

/// Statements that can't all hold, minimal: without any one of them the others could.
struct contradiction {
  std::vector<statement> statements;
  std::vector<event_id> events;  ///< sorted

  friend bool operator==(contradiction const&, contradiction const&) = default;
};

/// What dropping one statement of a contradiction would gain.
struct drop {
  std::uint32_t statement;  ///< its place in the contradiction
  std::uint32_t freed;      ///< how many of the others could then hold with all that is in force
  bool settles;             ///< all of them

  friend bool operator==(drop const&, drop const&) = default;
};

/// "It can't all be true that A, that B, and that C."
[[nodiscard]] std::string to_sentence(contradiction const& c, std::string_view language = "en");

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/statement-inl.hpp>
#endif
