// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>
#include <charconv>
#include <iostream>
#include <string>
#include <vector>

#include <sinedie/io/dates.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "EXPRESSION… [--versus B] [--margin N] [--calendar gregorian|julian|unknown | --country C]"};

constexpr std::string_view about =
    "Says what dates mean that are written in EDTF (ISO 8601-2, levels 0 to 2), or how they relate to another. A dual date such as "
    "`1/14 February 1918`, Old Style before New Style, is read too, and its pair checked; so is a day with both its years, `10 "
    "February 1698/99`, from when England's year began on 25 March.\n\n`-` reads expressions from standard input, one a line.";

constexpr std::array<option, 4> options{{
    {"--versus", "B",
     "how each relates to B: yes where all that they can mean agrees, no where nothing does"},
    {"--margin", "N",
     "what is uncertain or approximate may be off by N of its own units (with --versus)"},
    {"--calendar", "CALENDAR",
     "the calendar of the expressions; `unknown` is Julian or Gregorian",
     "gregorian julian unknown"},
    {"--country", "C",
     "as written there: Julian until the country changed, Gregorian from then on (RU, Russia, Greece …)",
     "ES IT PL PT VA FR BE CZ HU DE DK NO IS CH CA GB IE US FI SE BG RU UA RS RO GR"},
}};

constexpr std::string_view notes =
    "Exit status 1 where an expression isn't valid.";

constexpr std::array<std::string_view, 6> examples{
    "date 2025-02~ 2009/2017 \"[2025-04-09,2025-04-10]\"",
    "date 2025-02 --versus 2025-02-27",
    "date 1918-02-01 --calendar julian --lang fr",
    "date 1917-10-25 1918-02-05 --country russia",
    "date \"1/14 February 1918\" --json",
    "date - --json < dates.txt"};

[[nodiscard]] time::calendar calendar_of(arguments const& a) {
  constexpr std::array<std::string_view, 3> known{"gregorian", "julian", "unknown"};
  auto const word = a.value("--calendar", known.front());
  for (std::size_t i = 0; i < known.size(); ++i)
    if (word == known[i]) return static_cast<time::calendar>(i);
  raise_unknown("calendar", word, known);
}

[[nodiscard]] written_in source_of(arguments const& a) {
  if (!a.has("--country")) return calendar_of(a);
  if (a.has("--calendar")) detail::raise(errc::bad_argument, "--country says which calendar it is: --calendar can't stand beside it");
  auto const text = a.value("--country");
  if (auto const* const there = time::adoption_named(text)) return *there;
  std::string codes;
  for (auto const& each : time::adoptions()) codes += (codes.empty() ? "" : ", ") + std::string{each.code};
  detail::raise(errc::bad_argument, "the change of calendar of no country, or of several, is known as " + detail::quoted(text) +
                                        "; known are " + codes + " and their names");
}

[[nodiscard]] time::margin margin_of(arguments const& a) {
  time::margin m;
  auto const text = a.value("--margin", "0");
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), m.units);
  if (wrong != std::errc{} || end != text.data() + text.size() || m.units > 1000000)
    detail::raise(errc::bad_argument, "--margin takes a number from 0 to 1000000, not " + detail::quoted(text));
  return m;
}

[[nodiscard]] std::vector<std::string> expressions(arguments const& a) {
  if (a.rest().empty()) detail::raise(errc::bad_argument, "no date is given");
  std::vector<std::string> all;
  for (auto const& word : a.rest()) {
    if (word != "-") {
      all.push_back(word);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (line.ends_with('\r')) line.pop_back();
      all.push_back(line);
    }
    if (std::cin.bad()) detail::raise(errc::unreadable, "standard input can't be read");
  }
  return all;
}

int run(arguments const& a) {
  auto const format = format_of(a);
  auto const how = showing_of(a);
  auto const in = source_of(a);
  auto const wider = margin_of(a);
  auto const given = expressions(a);
  bool valid = true;
  std::string text;
  if (!a.has("--versus")) {
    for (auto const& each : given) {
      valid = valid && try_read_date(each, in);
      if (format == "json") text += date_json(each, in);
    }
    if (format == "table") text = dates_table(given, in, how);
    if (format == "markdown") text = dates_markdown(given, in, how);
  } else {
    auto const other = try_read_date(a.value("--versus"), in).value();
    for (auto const& each : given) {
      auto const d = try_read_date(each, in);
      valid = valid && d;
      if (format != "json" && !text.empty()) text += '\n';
      if (!d && format == "json") text += comparison_json(each, d.error(), other);
      else if (!d) text += dates_table(std::vector{each}, in, how);
      else if (format == "json") text += comparison_json(*d, other, wider);
      else text += format == "markdown" ? comparison_markdown(*d, other, wider, how) : comparison_table(*d, other, wider, how);
    }
  }
  write_out(a, text);
  return valid ? done : something_to_report;
}

}  // namespace

command const date_command{"date", "what dates mean, or how they relate to another", synopsis, about, options, notes, examples, run};

}  // namespace sinedie::tool
