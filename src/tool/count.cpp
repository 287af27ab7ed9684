// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <sinedie/io/answers.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "FILE… [--where QUERY] [--as-of DAY] [--by party|pair|venue|kind|status|year|month]"};

constexpr std::string_view about =
    "Counts the events of one or more dossiers that answer a query, all together or in groups. How many more the query might have "
    "meant is told on standard error.";

constexpr std::array<option, 3> options{{
    {"--where", "QUERY",
     "only what answers the query: see `sinedie help show`"},
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day, else today"},
    {"--by", "GROUP",
     "how many of each; who acts for a state counts for it, and an event counts in each of its groups",
     "party pair venue kind status year month"},
}};

constexpr std::array<std::string_view, 3> examples{
    "count talks.json",
    "count talks.json --where \"kind:meeting occurred\" --by pair",
    "count talks.json --by month --json"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  auto const asked = query_of(a);
  if (!a.has("--by")) {
    auto const t = compiled(a);
    auto const what = t.select(asked);
    counts c;
    c.total = what.size();
    complain_of_more(what.possibly_more());
    write_out(a, format == "json" ? counts_json(c) : std::to_string(c.total) + '\n');
    return done;
  }
  auto const by = to_grouping(a.value("--by"));
  if (!by) raise_unknown("grouping", a.value("--by"), grouping_words);
  auto const t = compiled(a);
  auto const c = count_by(t, asked, *by);
  complain_of_more(t.select(asked).possibly_more());
  write_out(a, format == "json" ? counts_json(c) : format == "markdown" ? counts_markdown(t, c, *by, how) : counts_table(t, c, *by, how));
  return done;
}

}  // namespace

command const count_command{"count", "how many events answer a query", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
