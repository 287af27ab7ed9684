// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <sinedie/io/history.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 2> synopsis{
    "FILE… EVENT [--as-of DAY]",
    "FILE… --slips [--by party|pair|venue|kind|status|year|month] [--as-of DAY]"};

constexpr std::string_view about =
    "Tells how what was known of an event changed: when it was first heard of, announced, dated, moved, held, cancelled, with each "
    "change's day, reports and source; then what stands, and who says so, who said otherwise, and who is against it. With --slips "
    "tells of all events how often and how far their dates moved, how often they were lost, and for how many days there was none.";

constexpr std::array<option, 4> options{{
    {"--as-of", "DAY",
     "until the end of that day; without it, until the dossier's own day"},
    {"--slips", "",
     "how dates slipped, event by event"},
    {"--by", "GROUP",
     "with --slips, in groups: an event counts in each of its groups",
     "party pair venue kind status year month"},
    {"--ids", "",
     "with --slips, with the ids of events"},
}};

constexpr std::array<std::string_view, 3> examples{
    "history talks.json second-round",
    "history talks.json second-round --as-of 2025-04-01 --json",
    "history talks.json --slips --by venue"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  for (auto const* const only : {"--by", "--ids"})
    if (a.has(only) && !a.has("--slips")) detail::raise(errc::bad_argument, std::string{only} + " goes with --slips");
  if (a.has("--slips")) {
    std::optional<grouping> by;
    if (a.has("--by") && !(by = to_grouping(a.value("--by")))) raise_unknown("grouping", a.value("--by"), grouping_words);
    auto const until = as_of(a);
    knowledge const k{load_all(a, a.rest().size())};
    write_out(a, format == "json"       ? slips_json(k, by, until)
                 : format == "markdown" ? slips_markdown(k, by, until, how)
                                        : slips_table(k, by, until, how));
    return done;
  }
  if (a.rest().size() < 2) detail::raise(errc::bad_argument, "history needs a file and the id of an event: history FILE EVENT");
  auto const day = as_of(a);
  event_id const id{a.rest().back()};
  knowledge const k{load_all(a, a.rest().size() - 1)};
  write_out(a, format == "json"       ? history_json(k, id, day, how)
               : format == "markdown" ? history_markdown(k, id, day, how)
                                      : history_table(k, id, day, how));
  return done;
}

}  // namespace

command const history_command{"history", "how what was known of an event changed", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
