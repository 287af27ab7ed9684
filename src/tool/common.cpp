// SPDX-License-Identifier: BSL-1.0
#include "common.hpp"

#include "waiting.hpp"

#include <charconv>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <sinedie/io/display.hpp>
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>
#include <sinedie/model/names.hpp>

namespace sinedie::tool {

void complain(std::string_view text) {
  // Names of files and words from the command line are attacker text like all other.
  std::string const line = "sinedie: " + sanitized(text) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void write_out(arguments const& a, std::string const& text) {
  if (a.has("-o")) {
    save_atomically(a.value("-o"), text);
    return;
  }
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    detail::raise(errc::unwritable, "standard output can't be written");
}

std::string format_of(arguments const& a, std::span<std::string_view const> known) {
  auto const format = a.has("--json") ? std::string{"json"} : a.value("--format", known.front());
  if (a.has("--json") && a.has("--format") && a.value("--format") != "json")
    detail::raise(errc::bad_argument, "--json and --format " + a.value("--format") + " can't both be meant");
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    std::string list;
    for (auto const word : known) list.append(list.empty() ? "" : word == known.back() ? " and " : ", ").append(word);
    detail::raise(errc::bad_argument, "there is no format " + detail::quoted(format) + "; there are " + list);
  }
  return format;
}

showing showing_of(arguments const& a) {
  showing how;
  how.language = a.value("--lang", "en");
  if (how.language != "en" && how.language != "fr")
    detail::raise(errc::bad_argument, "there is no language " + detail::quoted(how.language) + "; there are en and fr");
  bool const terminal = !a.has("-o") && isatty(STDOUT_FILENO) == 1;
  char const* const no_colour = std::getenv("NO_COLOR");
  how.coloured = terminal && (no_colour == nullptr || *no_colour == '\0');
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) how.width = size.ws_col;
  how.ids = a.has("--ids");
  return how;
}

export_options exporting_of(arguments const& a) {
  export_options how;
  how.language = showing_of(a).language;
  how.made = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return how;
}

void complain_of(std::vector<loss> const& losses) {
  for (auto const& l : losses) complain("not written: " + to_string(l));
}

void complain_of_more(std::size_t more) {
  if (more > 0)
    complain(std::to_string(more) + " more would do if what is uncertain counted; ask with `possibly`");
}

query query_of(arguments const& a) { return a.has("--where") ? query{a.value("--where")} : query{}; }

std::chrono::sys_days day_of(arguments const& a, std::string_view option) { return *dossier{}.as_of(a.value(option)).as_of(); }

std::uint32_t days_of(arguments const& a, std::string_view option) {
  auto const text = a.value(option);
  std::uint32_t days = 0;
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (wrong != std::errc{} || end != text.data() + text.size())
    detail::raise(errc::bad_argument, std::string{option} + " can't be " + detail::quoted(text) + "; it is a number of days from 0 on");
  return days;
}

knowledge_day as_of(arguments const& a) { return a.has("--as-of") ? day_of(a, "--as-of") : knowledge_day{}; }
knowledge_day as_of(arguments const& a, dossier const& d) {
  auto const asked = as_of(a);
  return asked || d.as_of() ? asked : std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

dossier load_all(arguments const& a, std::size_t files, knowledge_day day) {
  if (files == 0) detail::raise(errc::bad_argument, "no file is given");
  reading how;
  how.as_of = day ? day : as_of(a);
  std::vector<std::filesystem::path> const named(a.rest().begin(), a.rest().begin() + static_cast<std::ptrdiff_t>(files));
  waiting const shown{"reading " + (files == 1 ? a.rest().front() : std::to_string(files) + " files")};
  return load(named, how);
}
dossier load_all(arguments const& a) { return load_all(a, a.rest().size()); }

timeline compiled(arguments const& a, dossier const& d, unknown_events unknown) {
  timeline_options options;
  options.unknown = unknown;
  options.as_of = as_of(a, d);
  waiting const shown{"putting " + std::to_string(d.events().size()) + " events in order"};
  return timeline{d, options};
}

timeline compiled(arguments const& a, unknown_events unknown) { return compiled(a, load_all(a), unknown); }

void raise_unknown(std::string_view what, std::string_view word, std::span<std::string_view const> known) {
  std::string message = "there is no " + std::string{what} + ' ' + detail::quoted(word);
  auto const near = nearest(word, std::vector<std::string_view>(known.begin(), known.end()), 1);
  if (!near.empty()) message += "; did you mean " + near.front() + '?';
  constexpr std::size_t few = 16;
  if (near.empty() && known.size() <= few)
    for (auto const each : known) message += (each == known.front() ? "; expected one of " : ", ") + std::string{each};
  detail::raise(errc::bad_argument, message);
}

}  // namespace sinedie::tool
