// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Who says so: for a value that stands, the reports that give it, those that it superseded, and those against it.
///
///     for (auto const& v : account.voices) print(v.report, to_string(v.how), v.value);   // r2 gives 2025-04-10; r1 superseded …

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/knowledge/day.hpp>
#include <sinedie/knowledge/detail/forward.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {

/// How a report stands to the value that is shown.
enum class stance : std::uint8_t {
  gives,       ///< says it, or what can be right together with it
  superseded,  ///< said something else: a later plan, testimony or denial took its place
  against,     ///< says what can't be right together with it, or denies it
  discounted,  ///< retracted or deprecated
};
inline constexpr std::array<std::string_view, 4> stance_words{"gives", "superseded", "against", "discounted"};
[[nodiscard]] constexpr std::string_view to_string(stance s) noexcept { return stance_words[static_cast<std::size_t>(s)]; }

struct voice {
  report_id report;
  stance how;
  bool denies;        ///< `value` is what it denies; empty: the event itself
  std::string value;  ///< see `change`

  friend bool operator==(voice const&, voice const&) = default;
};

/// Of one field on a day.
struct account {
  field of;
  std::string value;           ///< that stands; empty: none any more
  bool declared = false;       ///< by the event itself, by no report
  bool disputed = false;
  std::vector<voice> voices = {};   ///< in order of publication

  [[nodiscard]] std::vector<report_id> those(stance how) const;
  friend bool operator==(account const&, account const&) = default;
};

/// Statements about one field of which not all can be right.
struct dispute {
  event_id event;
  field of;
  std::vector<report_id> reports;    ///< those that give what is shown first
  std::vector<std::string> values;   ///< what each of them says; a denial begins with `not `

  friend bool operator==(dispute const&, dispute const&) = default;
};

namespace detail {

/// The value of a field by an interpretation.
[[nodiscard]] std::string standing_text(ledger const& from, std::uint32_t event, interpretation const& in, field f);
/// Who says so. `by` must have read the event on that day last, and `in` be what it found.
[[nodiscard]] account account_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in, knowledge_day day,
                                 field f);
/// The same for each field that has a value, or of which anybody says or denies anything.
[[nodiscard]] std::vector<account> accounts_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in,
                                               knowledge_day day);
/// All disputes about one event, by the same rule.
[[nodiscard]] std::vector<dispute> disputes_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in,
                                               knowledge_day day);
/// The name of a report's source, its own or its document's; else the document's id; else nothing.
[[nodiscard]] std::string source_name(contents const& all, std::string_view report, std::string_view language);

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/account-inl.hpp>
#endif
