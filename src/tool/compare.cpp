// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <sinedie/io/history.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "FILE… --from DAY --to DAY"};

constexpr std::string_view about =
    "Tells what was known of each event at the end of one day and not, or otherwise, at the end of an earlier one.";

constexpr std::array<option, 3> options{{
    {"--from", "DAY",
     "the earlier day"},
    {"--to", "DAY",
     "the later day"},
    {"--ids", "",
     "with the ids of events"},
}};

constexpr std::array<std::string_view, 2> examples{
    "compare talks.json --from 2025-04-01 --to 2025-04-11",
    "compare talks.json --from 2025-04-01 --to 2025-04-11 --json"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  for (auto const* const side : {"--from", "--to"})
    if (!a.has(side))
      detail::raise(errc::bad_argument, std::string{"compare needs two days: --from DAY --to DAY; "} + side + " is missing");
  auto const from = day_of(a, "--from");
  auto const to = day_of(a, "--to");
  knowledge const k{load_all(a, a.rest().size(), to)};
  write_out(a, format == "json"       ? compare_json(k, from, to, how)
               : format == "markdown" ? compare_markdown(k, from, to, how)
                                      : compare_table(k, from, to, how));
  return done;
}

}  // namespace

command const compare_command{"compare", "what changed between two days of knowledge", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
