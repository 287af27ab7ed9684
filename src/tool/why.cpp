// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <filesystem>
#include <vector>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/why.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<option, 1> options{{{"--as-of", true}}};

constexpr std::string_view help_text = R"(usage: sinedie why FILE… EVENT [--as-of DAY] [--format table|markdown|json] [-o FILE]

Says what gives an event its limits and its place: for each limit the statements that make it so, who stands before and
after it and whether that is certain, the contradictions it takes part in, and, where it has no date, whose date would tell
most about it.

  --as-of DAY   what was known at the end of that day; without it, the dossier's own day
  -o FILE       write to a file, whole or not at all

examples:
  sinedie why talks.json second-round
  sinedie why talks.json second-round --lang fr
  sinedie why talks.json more.json second-round --json
)";

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  if (a.rest().size() < 2) detail::raise(errc::bad_argument, "why needs a file and an event");
  event_id const asked{a.rest().back()};
  reading from;
  from.as_of = as_of(a);
  timeline_options options_of;
  options_of.as_of = from.as_of;
  timeline const t{load(std::vector<std::filesystem::path>(a.rest().begin(), a.rest().end() - 1), from), options_of};
  conclusions const known{t};
  write_out(a, format == "json"       ? why_json(t, known, asked, how)
               : format == "markdown" ? why_markdown(t, known, asked, how)
                                      : why_table(t, known, asked, how));
  return done;
}

}  // namespace

command const why_command{"why", "why     FILE… EVENT [--as-of DAY] [-o FILE]", help_text, options, run};

}  // namespace sinedie::tool
