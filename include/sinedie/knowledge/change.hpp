// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One step in the life of an event, as far as it was known: first heard of, announced, dated, moved, held, ...
///
/// Each field changes by itself, from one value to another, and the two values alone decide what the change is called; so changes
/// from Monday to Tuesday and from Tuesday to Wednesday compose to those from Monday to Wednesday. Values are texts: words and
/// ids as in files, dates in EDTF, `none` where somebody says that there is none, empty where nobody says anything.
///
///     second-round, 2025-06-16:  cancelled, from "announced" to "cancelled", by report "tass-16-june"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/field.hpp>
#include <sinedie/knowledge/day.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie {

enum class change_kind : std::uint8_t {
  first_heard_of,
  // of its status: the new one, or none any more
  possible,
  proposed,
  announced,
  scheduled,
  postponed,
  under_way,
  held,
  cancelled,
  lapsed,
  denied,
  status_withdrawn,
  // of its date
  said_undated,   ///< explicitly none, where nothing had been said
  dated,          ///< had none before
  date_refined,   ///< narrower
  date_widened,
  date_changed,   ///< otherwise, but both could be right
  moved,          ///< both can't be right
  lost_its_date,
  // of the window in which it is foreseen
  expected,
  expectation_changed,
  expectation_dropped,
  why_undated,    ///< another reason for having no date
  venue_named,
  venue_changed,
  venue_dropped,
  parties_changed,
  modes_changed,
  topics_changed,
  series_changed,
  actors_changed,
  disputed,       ///< those who speak of the field can't all be right any more; `to` names the field
  settled,        ///< they can again; `from` names the field
};

inline constexpr std::array<std::string_view, 33> change_words{
    "first_heard_of", "possible",       "proposed",        "announced",     "scheduled",      "postponed",           "under_way",
    "held",           "cancelled",      "lapsed",          "denied",        "status_withdrawn", "said_undated",      "dated",
    "date_refined",   "date_widened",   "date_changed",    "moved",         "lost_its_date",  "expected",            "expectation_changed",
    "expectation_dropped", "why_undated", "venue_named",   "venue_changed", "venue_dropped",  "parties_changed",     "modes_changed",
    "topics_changed", "series_changed", "actors_changed",  "disputed",      "settled"};

[[nodiscard]] constexpr std::string_view to_string(change_kind k) noexcept { return change_words[static_cast<std::size_t>(k)]; }

/// The same in the words of the command's JSON, which tell apart what most readers look for; in the order of the enumeration.
inline constexpr std::array<std::string_view, change_words.size()> change_words_in_short{
    "first_heard", "status", "status", "announced", "status",   "status",   "under_way", "held",     "cancelled", "status",   "denied",
    "status",      "undated", "dated", "dated",     "dated",    "dated",    "moved",     "undated",  "expected",  "expected", "expected",
    "why_undated", "venue",  "venue",  "venue",     "parties",  "modes",    "topics",    "series",   "by",        "disputed", "settled"};
[[nodiscard]] constexpr std::string_view in_short(change_kind k) noexcept { return change_words_in_short[static_cast<std::size_t>(k)]; }

/// What `none` is called among values.
inline constexpr std::string_view explicitly_none = "none";

struct change {
  /// The earliest day on which it may have been known; nothing: always.
  std::optional<std::chrono::sys_days> day;
  /// The day from which it was known for certain, where the days of publication that it rests on are windows that end later.
  std::optional<std::chrono::sys_days> certain_from;
  change_kind kind;
  std::optional<field> of;  ///< nothing: the event itself
  std::string from;
  std::string to;
  std::vector<report_id> reports;  ///< that give the new value; of a value that is gone, those against it

  friend bool operator==(change const&, change const&) = default;
};

/// What changed about one event between two days.
struct event_changes {
  event_id event;
  std::vector<change> changes;

  friend bool operator==(event_changes const&, event_changes const&) = default;
};

/// What a change of a field from one value to another is called.
[[nodiscard]] change_kind kind_of_change(field of, std::string_view from, std::string_view to);

namespace detail {

/// A field's value in a claim (a row of claims, from 1) as text; see `change`.
[[nodiscard]] std::string value_text(block const* home, row_number claim, field f);

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/change-inl.hpp>
#endif
