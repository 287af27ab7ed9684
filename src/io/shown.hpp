// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A timeline as it is about to be shown: plain values, in order, names already chosen. What renders them knows nothing else.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <sinedie/io/display.hpp>
#include <sinedie/io/show.hpp>
#include <sinedie/model/claim.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/vocabulary.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/limits.hpp>

#include "json_writer.hpp"

namespace sinedie::detail {

/// The columns and the style of a listing.
[[nodiscard]] inline std::size_t width_of(showing const& how) { return std::max<std::size_t>(how.width, 40); }
[[nodiscard]] inline style style_of(showing const& how) { return how.coloured ? style::coloured : style::plain; }

/// Text that stands alone above a listing, an empty line behind it.
[[nodiscard]] inline std::string heading(std::string_view text, std::size_t width) {
  std::string laid;
  for (auto const& line : wrapped(sanitized(text), width)) laid += line + '\n';
  return laid + '\n';
}

struct shown_name {
  std::string id;
  std::string name;      ///< empty: the id will do
  bool certain = true;
};

struct shown_event {
  std::string id;
  std::string kind;
  std::string title;
  std::optional<sinedie::status> status;
  truth occurs = truth::maybe;
  std::string stated;    ///< EDTF; empty: undated
  std::string expected;  ///< EDTF; empty: none
  std::string stated_in_words, expected_in_words;
  std::optional<time::dating> when;  ///< as stated; bounds are told by its clocks
  time::datedness datedness = time::datedness::unknown;
  time::limits limits;
  std::vector<shown_name> parties;
  std::vector<shown_name> venues;
  std::vector<mode> modes;
  std::vector<std::string> topics;
  std::vector<series_round> series;
  std::vector<std::string> flags;  ///< by their words

  bool by_convention = false;      ///< nothing says that it comes after the one before it

  [[nodiscard]] bool has(std::string_view flag) const;
};

/// The words of one language.
class shown_words {
 public:
  /// French for `fr` and what narrows it, else English.
  explicit shown_words(std::string_view language);
  [[nodiscard]] std::string_view operator()(std::string_view english) const;
  [[nodiscard]] std::string_view language() const noexcept { return french_ ? "fr" : "en"; }

 private:
  bool french_;
};

/// Before what stands behind another one by convention only, and what that means.
inline constexpr std::string_view by_convention_mark = "~ ";
inline constexpr std::string_view convention_note =
    "stands behind the entry above by convention: nothing says which of them comes first";

inline constexpr std::string_view apart_note = "apart, for nothing at all is known of when these are";
inline constexpr std::string_view nothing_apart = "something is known of when each of them is: none stands apart";

/// Who takes part, and where or by what means; with a question mark behind what is only possible.
[[nodiscard]] std::string parties_in_words(shown_event const& e);
[[nodiscard]] std::string venues_in_words(shown_event const& e, shown_words const& say);
/// When it falls, dates as EDTF; lines are separated by line feeds.
[[nodiscard]] std::string when_in_words(shown_event const& e, shown_words const& say);
/// The same, a line each, dates in words too.
[[nodiscard]] std::vector<std::string> when_lines(shown_event const& e, shown_words const& say);
/// Its status, and what else there is to know at a glance.
[[nodiscard]] std::string status_in_words(shown_event const& e, shown_words const& say);

/// Two columns, at least two lines an event: when; what, and below it who, where, status. Lines of at most `width` columns, which is at
/// least 40. Where an event stands by convention only, it bears a mark that the last line explains.
[[nodiscard]] std::string listing_text(std::vector<shown_event> const& events, shown_words const& say, std::size_t width, style how,
                                       bool with_ids);
[[nodiscard]] table table_of(std::vector<shown_event> const& events, shown_words const& say, bool with_ids);
/// "19 events as of 2025-04-06; 9 without a date, of which 1 has no date yet."
[[nodiscard]] std::string summary_of(std::vector<shown_event> const& events, std::optional<std::chrono::sys_days> as_of,
                                     shown_words const& say);

/// The object of one event in the JSON of `show`.
void write_event(json_writer& out, shown_event const& e);
/// A limit as `show` writes it: its day, with the time where it isn't the day's first (of an end, last) second.
/// By the clock of that end of the event's own date, where it has one; empty where it is unbounded.
enum class which_end : bool { start, end };
[[nodiscard]] std::string bound_text(time::dating const* own, which_end of, time::instant i, bool is_latest);
/// The same in JSON; null where there is none.
void write_bound(json_writer& out, std::string const& bound);
/// The day, or null.
void write_day(json_writer& out, std::optional<std::chrono::sys_days> day);

}  // namespace sinedie::detail
