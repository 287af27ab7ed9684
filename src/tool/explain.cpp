// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <sinedie/io/answers.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "FILE… --where QUERY [--as-of DAY]"};

constexpr std::string_view about =
    "Answers a query and says how: which terms were looked up where, in which order, how many events each was thought to find and "
    "how many were looked at, and how long it took.";

constexpr std::array<option, 2> options{{
    {"--where", "QUERY",
     "the query: see `sinedie help show`"},
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day, else today"},
}};

constexpr std::array<std::string_view, 2> examples{
    "explain talks.json --where \"party:russia venue:istanbul\"",
    "explain talks.json --where \"during:2025\" --json"};

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  if (!a.has("--where")) detail::raise(errc::bad_argument, "explain needs a query: --where QUERY");
  auto const e = compiled(a).explain(query_of(a));
  write_out(a, format == "json" ? explanation_json(e) : format == "markdown" ? explanation_markdown(e, how) : explanation_table(e, how));
  return done;
}

}  // namespace

command const explain_command{"explain", "how a query was answered", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
