// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <sinedie/io/answers.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<option, 3> options{{{"--where", true}, {"--as-of", true}, {"--by", true}}};

constexpr std::string_view help_text = R"(usage: sinedie count FILE… [--where QUERY] [--as-of DAY]
                     [--by party|pair|venue|kind|status|year|month] [-o FILE]

Counts the events of one or more dossiers that answer a query, all together or in groups.

  --where QUERY  only what answers the query (see `sinedie help show`)
  --as-of DAY    what was known at the end of that day; without it, the dossier's own day
  --by GROUP     how many of each; who acts for a state counts for it, and an event counts in each of its groups
  -o FILE        write to a file, whole or not at all

examples:
  sinedie count talks.json
  sinedie count talks.json --where "kind:meeting occurred" --by pair
  sinedie count talks.json --by month --json
)";

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  auto const asked = query_of(a);
  if (!a.has("--by")) {
    auto const t = compiled(a);
    auto const what = t.select(asked);
    counts c;
    c.total = what.size();
    complain_of_more(what);
    write_out(a, format == "json" ? counts_json(c) : std::to_string(c.total) + '\n');
    return done;
  }
  auto const by = to_grouping(a.value("--by"));
  if (!by) raise_unknown("grouping", a.value("--by"), grouping_words);
  auto const t = compiled(a);
  auto const c = count_by(t, asked, *by);
  complain_of_more(t.select(asked));
  write_out(a, format == "json" ? counts_json(c) : format == "markdown" ? counts_markdown(t, c, *by, how) : counts_table(t, c, *by, how));
  return done;
}

}  // namespace

command const count_command{"count", "count   FILE… [--where QUERY] [--by party|pair|venue|kind|status|year|month]", help_text, options,
                            run};

}  // namespace sinedie::tool
