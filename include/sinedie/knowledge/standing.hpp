// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which statements stand about each event on a day of knowledge.
///
/// A day D means to the end of D. A report counts from the earliest day on which its publication may have been; without a day
/// of publication it always counts. An event that reports are about exists from the first that counts, deprecated ones never doing
/// so; one without reports exists always.
///
/// Each field is decided by itself: the declared value, else what the reports that stand give (`interpretation.hpp`). A value is
/// never declared and reported at once; `dossier::check` sees to that.

#include <cstdint>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/day.hpp>
#include <sinedie/knowledge/detail/forward.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/knowledge/marks.hpp>
#include <sinedie/model/claim.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie {

/// What says how far an event had got, and so limits when it can be: a report that counts, isn't stale, and wasn't belied; or the
/// event's own declaration, as of the dossier's day.
struct progress {
  enum class stage : unsigned char { planned, under_way, held };  ///< `planned` leaves out what is merely possible

  detail::locator report;  ///< no home where it is declared
  stage reached;
  /// The day or days on which the cited statement may have been made, else those of the publication; whole days. Unbounded where
  /// nothing tells. What is declared is so by the dossier's own day.
  time::span on;
};

/// What stands about one event, and by which reports.
struct standing {
  detail::locator event;
  std::string_view id;  ///< into the dossier's storage
  claim_fields fields;
  knowledge_marks marks = {};
  field_set disputed = {};             ///< fields on which those that stand clash
  detail::locator dated_by = {};       ///< the report that gave `fields.when`; no home where it was declared, or is silent
  time::instant dated_on = {};         ///< the first day on which that was said; `instant::past()` where nothing tells
  std::vector<progress> reports = {};  ///< what limits when it can be: reports in order of publication, or what is declared
};

/// One standing for each event that exists on that day, sorted by id. O(n log n) in events and reports.
[[nodiscard]] std::vector<standing> standings(detail::contents const& all, knowledge_day day);

namespace detail {

/// The same from a ledger, which may serve many days.
[[nodiscard]] std::vector<standing> standings(ledger const& from, knowledge_day day);
/// One event's; nothing where it doesn't exist on that day.
[[nodiscard]] std::optional<standing> standing_of(ledger const& from, interpreter& by, std::uint32_t event, knowledge_day day);
/// Whether it is a plan that names a date on which it would have begun when it was told. `on`: `statement_days` of it.
[[nodiscard]] bool is_stale(told const& t, time::span on);
/// The reports of the event that was read last, on that day, which limit when it can be, added to a list in order of publication.
void add_progress(ledger const& from, interpreter const& by, knowledge_day day, std::vector<progress>& to);
/// What a declared status says by the dossier's own day; nothing where it has none, or the status tells nothing about time, or the
/// plan would have begun by then by its own date.
[[nodiscard]] std::optional<progress> declared_progress(contents const& all, status s, time::dating const* when);
/// The same of an event whose status is declared, added to its standing.
void add_declared_progress(contents const& all, standing& s);
/// The first day on which a date was said: the report's, else the dossier's own day; `instant::past()` where nothing tells.
[[nodiscard]] time::instant first_said(ledger const& from, std::uint32_t dated_by);
/// The values that an interpretation stands for.
[[nodiscard]] claim_fields fields_of(ledger const& from, std::uint32_t event, interpretation const& in);

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/standing-inl.hpp>
#endif
