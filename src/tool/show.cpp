// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include <sinedie/io/picture.hpp>
#include <sinedie/timeline/where.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 3> synopsis{
    "FILE… [--where QUERY] [--as-of DAY] [--undated last|first|apart|only|hide] [--first N] [--after EVENT] [--reversed]",
    "FILE… --format csv|jsonl|ics|geojson|dot|mermaid|timelinejs|vis|plover [--where QUERY]",
    "FILE… --format html|svg|chart [--lanes BY] [--window EDTF] [--size WIDTH[xHEIGHT]] [--dark]"};

constexpr std::string_view about =
    "Prints the events of one or more dossiers in order, and says which have no date. A `~` marks what stands behind the entry "
    "above it only by convention. How many more events the query might have meant is told on standard error.";

constexpr std::array<option, 12> options{{
    {"--where", "QUERY",
     "only what answers the query: terms such as party:russia, between:russia,united-states, host:third-country, venue:istanbul, "
     "kind:meeting, status:held, during:2025-02, within:P30D,event:ID, text:grain, undated and other flags, joined by blanks, or, "
     "not and parentheses, and taken as strictly as certainly or possibly say; docs/query.md has them all"},
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day, else today"},
    {"--undated", "PLACE",
     "last or first: where events stand of which nothing at all is known; apart: those in a list of their own; only: no other "
     "events than undated ones; hide: none of them",
     "last first apart only hide"},
    {"--first", "N",
     "at most so many; a line on standard error says how to go on"},
    {"--after", "EVENT",
     "go on behind that event"},
    {"--reversed", "",
     "the last in the order first"},
    {"--ids", "",
     "with ids"},
    {"--format", "FORMAT",
     "table, markdown or json; a picture: html (a page that needs nothing else), svg, chart (plain text); or for another program: "
     "csv, jsonl, ics, geojson, dot, mermaid, timelinejs, vis, plover; what that can't say is listed on standard error "
     "(docs/formats.md)",
     "table markdown json html svg chart csv jsonl ics geojson dot mermaid timelinejs vis plover"},
    {"--lanes", "BY",
     "of a picture: party, venue, series, topic or none",
     "party venue series topic none"},
    {"--window", "EDTF",
     "of a picture: the part of the axis to draw, such as 2025-01/2025-04"},
    {"--size", "WxH",
     "of an svg: pixels, 1200 wide and as high as need be; of a chart: columns"},
    {"--dark", "",
     "an svg for a dark ground"},
}};

constexpr std::array<std::string_view, 8> examples{
    "show talks.json",
    "show talks.json --where \"party:russia venue:istanbul no_date_yet\"",
    "show talks.json --where \"between:russia,united-states host:third-country after:2025 occurred\"",
    "show talks.json --where \"certainly during:2025-02\" --json",
    "show talks.json --undated only --lang fr",
    "show talks.json --format html -o talks.html",
    "show talks.json --format ics -o talks.ics",
    "show talks.json --format svg --lanes venue --window 2025-02/2025-04 -o talks.svg"};

/// Which part of the answer `--first`, `--after` and `--reversed` ask for.
[[nodiscard]] listing listing_of(arguments const& a) {
  listing which;
  which.reversed = a.has("--reversed");
  if (a.has("--after")) which.after = event_id{a.value("--after")};
  if (!a.has("--first")) return which;
  auto const text = a.value("--first");
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), which.first);
  if (wrong != std::errc{} || end != text.data() + text.size() || which.first == 0)
    detail::raise(errc::bad_argument, "--first can't be " + detail::quoted(text) + "; it is a whole number from 1 on");
  return which;
}

[[nodiscard]] std::string shown(timeline const& t, selection const& what, std::string const& format, showing const& how) {
  return format == "json" ? show_json(t, what, how) : format == "markdown" ? show_markdown(t, what, how) : show_table(t, what, how);
}

constexpr std::array<std::string_view, 15> formats{"table", "markdown", "json", "html",    "svg",        "chart", "csv",   "jsonl",
                                                   "ics",   "geojson",  "dot",  "mermaid", "timelinejs", "vis",   "plover"};

[[nodiscard]] std::size_t number(std::string const& text) {
  std::size_t n = 0;
  auto const [end, bad] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (bad != std::errc{} || end != text.data() + text.size() || n == 0 || n > 100'000)
    detail::raise(errc::bad_argument,
                  "--size can't be " + detail::quoted(text) + "; it is a width, or a width and a height, such as 1200x800");
  return n;
}

[[nodiscard]] picture_options picture_of(arguments const& a, showing const& how, query only) {
  picture_options p;
  p.language = how.language;
  p.columns = how.width;
  p.coloured = how.coloured;
  p.only = std::move(only);
  p.dark = a.has("--dark");
  constexpr std::array<std::string_view, 5> kinds{"none", "party", "venue", "series", "topic"};
  if (a.has("--lanes")) {
    auto const found = std::find(kinds.begin(), kinds.end(), a.value("--lanes"));
    if (found == kinds.end())
      detail::raise(errc::bad_argument,
                    "--lanes can't be " + detail::quoted(a.value("--lanes")) + "; it is party, venue, series, topic or none");
    p.lanes = static_cast<lanes_by>(found - kinds.begin());
  }
  if (a.has("--window")) p.window = time::dating{a.value("--window")}.hull();
  if (a.has("--size")) {
    auto const size = a.value("--size");
    auto const x = size.find('x');
    p.width = p.columns = number(size.substr(0, x));
    if (x != std::string::npos) p.height = number(size.substr(x + 1));
  }
  return p;
}

int run(arguments const& a) {
  auto const format = format_of(a, formats);
  auto const how = showing_of(a);
  auto const undated = a.value("--undated", "last");
  constexpr std::array<std::string_view, 5> places{"last", "first", "apart", "only", "hide"};
  if (std::find(places.begin(), places.end(), undated) == places.end())
    detail::raise(errc::bad_argument, "--undated can't be " + detail::quoted(undated) + "; it is last, first, apart, only or hide");
  auto asked = query_of(a);
  auto unknown = unknown_events::last;
  if (undated == "first") unknown = unknown_events::first;
  if (undated == "apart" && (format == "table" || format == "markdown")) unknown = unknown_events::apart;
  if (undated == "only") asked = asked && where::undated();
  if (undated == "hide") asked = asked && !where::undated();
  if (format == "html" || format == "svg" || format == "chart") {
    auto picture = picture_of(a, how, std::move(asked));
    auto const d = load_all(a);
    picture.as_of = as_of(a, d);
    write_out(a, format == "html" ? show_page(d, picture) : format == "svg" ? show_svg(d, picture) : show_chart(d, picture));
    return done;
  }
  auto const t = compiled(a, unknown);
  if (auto const as = to_export_format(format)) {
    auto const what = t.select(asked, listing_of(a));
    auto const out = export_events(*as, t, what, exporting_of(a));
    write_out(a, out.text);
    complain_of(out.losses);
    if (auto const next = what.next_page()) complain("there are more; go on with --after " + next->str());
    return done;
  }
  auto const what = t.select(asked, listing_of(a));
  auto text = shown(t, what, format, how);
  auto more = what.possibly_more();
  if (unknown == unknown_events::apart) {
    auto const apart = t.apart(asked);
    more += apart.possibly_more();
    text += '\n' + (format == "markdown" ? apart_markdown(t, apart, how) : apart_table(t, apart, how));
  }
  write_out(a, text);
  if (auto const next = what.next_page()) complain("there are more; go on with --after " + next->str());
  if (format != "json") complain_of_more(more);
  return done;
}

}  // namespace

command const show_command{"show", "the events in order, and which have no date", synopsis, about, options, {}, examples, run};

}  // namespace sinedie::tool
