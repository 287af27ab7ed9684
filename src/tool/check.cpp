// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "FILE… [--as-of DAY] [--overdue] [--quiet DAYS]"};

constexpr std::string_view about =
    "Lists what can't all be true, in shortest lists of statements, those to doubt first on top, with what leaving each out would "
    "gain; what sources dispute; statements that have no effect; and what looks like a slip: likely duplicates, names that look "
    "alike in two scripts, a weekday that isn't the date's, people without an office at the time, characters that don't show.";

constexpr std::array<option, 3> options{{
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day, else today"},
    {"--overdue", "",
     "also planned events whose latest possible start, stated or expected, has passed"},
    {"--quiet", "DAYS",
     "also events still to come of which nothing was published for so many days"},
}};

constexpr std::string_view notes =
    "Exit status 1 where there is anything.";

constexpr std::array<std::string_view, 3> examples{
    "check talks.json",
    "check talks.json --overdue --quiet 90",
    "check talks.json more.json --json"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  checking also;
  also.overdue = a.has("--overdue");
  if (a.has("--quiet")) also.quiet = days_of(a, "--quiet");
  auto const t = compiled(a);
  write_out(a, format == "json"       ? check_json(t, how, also)
               : format == "markdown" ? check_markdown(t, how, also)
                                      : check_text(t, how, also));
  return t.contradictions().empty() && t.disputes().empty() && findings_of(t, also).empty() ? done : something_to_report;
}

}  // namespace

command const check_command{"check", "what can't all be true, disputes, slips", synopsis, about, options, notes, examples, run};

}  // namespace sinedie::tool
