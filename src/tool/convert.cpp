// SPDX-License-Identifier: BSL-1.0
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>
#include <sinedie/io/import.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 1> synopsis{
    "IN… [-o OUT] [--from FORMAT] [--to FORMAT] [--as-of DAY] [--map ROLE=COLUMN,…] [--mapping FILE] [--reference-day DAY] "
    "[--rejects FILE] [--strict]"};

constexpr std::string_view about =
    "Writes one or more dossiers as one, in the newest version of the format, always in the same layout; or for another program; "
    "or makes a dossier of a table or of machine-coded event data. The same id with equal content in several files is one entry; "
    "with different content it is an error that names both places.";

constexpr std::array<option, 8> options{{
    {"--from", "FORMAT",
     "dossier, csv, tsv, gdelt, icews, plover, jsonl, ics, timelinejs; without it, what the name of IN says. - is standard input; "
     "what is packed with gzip is unpacked",
     "dossier csv tsv gdelt icews plover jsonl ics timelinejs"},
    {"--to", "FORMAT",
     "dossier (without it, unless OUT's name says otherwise), csv, jsonl, ics, geojson, dot, mermaid, timelinejs, vis, plover; "
     "docs/formats.md says what each holds",
     "dossier csv jsonl ics geojson dot mermaid timelinejs vis plover"},
    {"--map", "ROLE=COLUMN",
     "which column means what, where its header doesn't say; several with commas between; ROLE:=TEXT is the same in each row"},
    {"--mapping", "FILE",
     "the same, one a line",
     {}, true},
    {"--reference-day", "DAY",
     "the day on which rows without an as_of of their own were reported"},
    {"--rejects", "FILE",
     "the rows and components that were rejected, with line, column and reason, as CSV",
     {}, true},
    {"--strict", "",
     "stop at the first that is rejected, or not read or taken over as it stands"},
    {"--as-of", "DAY",
     "what was known at the end of that day; without it, the dossier's own day"},
}};

constexpr std::string_view notes =
    "From csv, tsv, gdelt, icews and jsonl to csv and jsonl, files may be larger than memory: they go through row by row. Rows "
    "that are rejected, and what a format can't say, are listed on standard error, and the exit status is 1: nothing is made up to "
    "fill a gap.";

constexpr std::array<std::string_view, 7> examples{
    "convert talks.json more.json -o all.json",
    "convert talks.json -o talks.ics",
    "convert visits.csv -o visits.json",
    "convert treaties.csv --map \"id=treatyID,date=Signature,kind:=treaty\" --rejects bad.csv -o treaties.json",
    "convert 20180125.export.CSV.gz --from gdelt -o events.json",
    "convert big.csv.gz -o big.jsonl",
    "convert calendar.ics --rejects bad.csv -o talks.json"};

// What `--to` asks for, else what the name of the output ends with; nothing: a dossier.
[[nodiscard]] std::optional<export_format> target_of(arguments const& a) {
  if (a.has("--to")) {
    auto const word = a.value("--to");
    if (word == "dossier") return std::nullopt;
    if (auto const f = to_export_format(word)) return f;
    std::vector<std::string_view> known(export_words.begin(), export_words.end());
    known.push_back("dossier");
    raise_unknown("format", word, known);
  }
  auto const name = a.value("-o");
  for (auto const f : {export_format::csv, export_format::jsonl, export_format::ics, export_format::geojson, export_format::dot})
    if (name.ends_with('.' + std::string{to_string(f)})) return f;
  return name.ends_with(".mmd") ? std::optional{export_format::mermaid} : std::nullopt;
}

// The same of an input; nothing: a dossier.
[[nodiscard]] std::optional<import_format> origin_of(arguments const& a, std::string const& name) {
  if (!a.has("--from")) {
    if (name == "-") detail::raise(errc::bad_argument, "of standard input, say --from FORMAT");
    return import_format_of(name);
  }
  auto const word = a.value("--from");
  if (word == "dossier") return std::nullopt;
  if (auto const f = to_import_format(word)) return f;
  std::vector<std::string_view> known(import_words.begin(), import_words.end());
  known.emplace_back("dossier");
  raise_unknown("format", word, known);
}

// What came of one file, on standard error.
void tell(arguments const& a, std::string const& file, import_format format, import_summary const& told) {
  complain(detail::quoted(file) + ": " + to_string(told));
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(most, told.rejections.size()); ++i)
    complain(std::string{"rejected: line "} + to_string(told.rejections[i]));
  if (told.rejected > most && !a.has("--rejects")) complain("…; --rejects FILE has all of them");
  bool const whole = format == import_format::ics || format == import_format::timelinejs;
  for (auto const& w : told.warnings) complain((whole ? "not taken over: " : "read differently: ") + to_string(w));
}

// How the files are to be read, apart from the format of each.
[[nodiscard]] importing importing_of(arguments const& a) {
  importing how;
  how.strict = a.has("--strict");
  how.mapping = a.value("--map");
  if (a.has("--mapping")) how.mapping += '\n' + read_file(a.value("--mapping"));
  if (a.has("--reference-day")) how.reference_day = day_of(a, "--reference-day");
  if (isatty(STDERR_FILENO) == 1) how.progress = [](std::size_t rows) { complain(std::to_string(rows) + " rows …"); };
  return how;
}

// Calls `work` with a file for what is rejected, where one is asked for. It is there once `work` has done all its work.
template <typename Work>
void with_rejects(arguments const& a, importing& how, Work work) {
  if (!a.has("--rejects")) return work();
  save_atomically(a.value("--rejects"), [&](text_sink const& put) {
    put(rejections_head());
    how.rejected = [&put](rejection const& r) {
      std::string row;
      append_rejection(row, r);
      put(row);
    };
    work();
  });
}

// From rows to rows, without a dossier between: memory doesn't grow with the files.
[[nodiscard]] int stream(arguments const& a, import_format format, export_format to) {
  auto how = importing_of(a);
  how.format = format;
  how.limits.records = static_cast<std::size_t>(-1);
  std::vector<std::filesystem::path> const files(a.rest().begin(), a.rest().end());
  converted out;
  with_rejects(a, how, [&] {
    if (a.has("-o")) {
      save_atomically(a.value("-o"), [&](text_sink const& put) { out = convert_rows(files, how, to, put); });
      return;
    }
    out = convert_rows(files, how, to, [](std::string_view line) {
      if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
        detail::raise(errc::unwritable, "standard output can't be written");
    });
    if (std::fflush(stdout) != 0) detail::raise(errc::unwritable, "standard output can't be written");
  });
  bool complete = out.losses.empty();
  for (std::size_t i = 0; i < files.size(); ++i) {
    tell(a, a.rest()[i], format, out.told[i]);
    complete = complete && out.told[i].rejected == 0;
  }
  complain_of(out.losses);
  complain("row by row: whether an id comes twice, or a relation leads nowhere, isn't known");
  return complete ? done : something_to_report;
}

// All files as one dossier.
[[nodiscard]] dossier read_files(arguments const& a, std::vector<std::optional<import_format>> const& formats, bool& complete) {
  reading dossiers;
  dossiers.as_of = as_of(a);
  std::vector<std::filesystem::path> named;
  std::vector<import_source> others;
  std::vector<dossier> parts;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    auto const& file = a.rest()[i];
    if (formats[i]) others.push_back({file, *formats[i]});
    else if (file == "-") parts.push_back(read_dossier(read_standard_input(dossiers), dossiers));
    else named.emplace_back(file);
  }
  if (!others.empty()) {
    auto how = importing_of(a);
    imported_files in;
    with_rejects(a, how, [&] { in = import_events(others, how); });
    for (std::size_t i = 0; i < others.size(); ++i) {
      auto const& told = in.told[i];
      tell(a, others[i].file.string(), others[i].format, told);
      bool const whole = others[i].format == import_format::ics || others[i].format == import_format::timelinejs;
      complete = complete && told.rejected == 0 && !(whole && !told.warnings.empty());
    }
    parts.push_back(std::move(in.what));
  }
  if (!named.empty()) parts.push_back(load(named, dossiers));
  auto all = parts.size() == 1 ? std::move(parts.front()) : merge(parts, dossiers.as_of);
  if (dossiers.as_of) all.as_of(*dossiers.as_of);
  return all;
}

int run(arguments const& a) {
  auto const as = target_of(a);
  if (a.rest().empty()) detail::raise(errc::bad_argument, "no file is given");
  std::vector<std::optional<import_format>> formats;
  bool only_dossiers = true;
  for (auto const& name : a.rest()) {
    if (name == "-" && std::count(a.rest().begin(), a.rest().end(), name) > 1)
      detail::raise(errc::bad_argument, "standard input is named twice");
    formats.push_back(origin_of(a, name));
    only_dossiers = only_dossiers && !formats.back();
  }
  if (only_dossiers)
    for (auto const* const o : {"--map", "--mapping", "--reference-day", "--strict", "--rejects"})
      if (a.has(o))
        detail::raise(errc::bad_argument, std::string{o} + " is for other formats than a dossier's own, of which nothing is rejected");
  bool const rows = std::all_of(formats.begin(), formats.end(), [&](auto const& f) { return f && f == formats.front() && has_rows(*f); });
  if (rows && (as == export_format::jsonl || as == export_format::csv)) return stream(a, *formats.front(), *as);
  bool complete = true;
  auto const d = read_files(a, formats, complete);
  if (as) {
    auto const t = compiled(a, d);
    auto const out = export_events(*as, t, t.select({}), exporting_of(a));
    write_out(a, out.text);
    complain_of(out.losses);
    return complete && out.losses.empty() ? done : something_to_report;
  }
  if (a.has("-o")) save(d, a.value("-o"));
  else write_out(a, to_json(d));
  return complete ? done : something_to_report;
}

}  // namespace

command const convert_command{
    "convert", "dossiers as one, for another program, or from its files", synopsis, about, options, notes, examples, run};

}  // namespace sinedie::tool
