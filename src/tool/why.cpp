// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <sinedie/io/why.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "FILE… EVENT [--as-of DAY]"};

constexpr std::string_view about =
    "Says what gives an event its limits, its place and its flags: for each limit the statements that make it so, why each flag "
    "stands, who stands before and after it and whether that is certain, the contradictions it takes part in, and, where it has no "
    "date, whose date would tell most about it.";

constexpr std::array<option, 1> options{{
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day, else today"},
}};

constexpr std::array<std::string_view, 3> examples{
    "why talks.json second-round",
    "why talks.json second-round --lang fr",
    "why talks.json more.json second-round --json"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  if (a.rest().size() < 2) detail::raise(errc::bad_argument, "why needs a file and an event");
  event_id const asked{a.rest().back()};
  auto const t = compiled(a, load_all(a, a.rest().size() - 1));
  conclusions const known{t};
  write_out(a, format == "json"       ? why_json(t, known, asked, how)
               : format == "markdown" ? why_markdown(t, known, asked, how)
                                      : why_table(t, known, asked, how));
  return done;
}

}  // namespace

command const why_command{"why", "what gives an event its limits, its place and its flags", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
