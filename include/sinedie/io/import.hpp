// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Events from what people already have: spreadsheets, machine-coded event data, calendars, timelines.
///
/// Columns are recognised by their headers (`date`, `start`, `parties`, `city`, `status`, …) or named in a mapping; what isn't
/// recognised is kept as an attribute of the event. A bad row never stops a reader and is never dropped in silence: it is
/// rejected with its line, its column and the reason, and rows read plus rows rejected are the rows of the file.
///
///     auto const in = import_events("treaties.csv", {.mapping = "id=treatyID, date=Signature, kind:=treaty"});
///     in.what;                  // a dossier
///     in.told.rejected;         // how many; in.told.rejections has the first of them
///
/// Where a row says when it was reported (`as_of`), a report published on that day says what the row says. docs/formats.md has
/// the columns, and what becomes of CAMEO's and PLOVER's codes.

#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/exports.hpp>
#include <sinedie/io/reading.hpp>
#include <sinedie/model/dossier.hpp>

namespace sinedie {

enum class import_format : unsigned char { csv, tsv, gdelt, icews, plover, jsonl, ics, timelinejs };

inline constexpr std::array<std::string_view, 8> import_words{"csv", "tsv", "gdelt", "icews", "plover", "jsonl", "ics", "timelinejs"};

[[nodiscard]] constexpr std::string_view to_string(import_format f) noexcept { return import_words[static_cast<std::size_t>(f)]; }

/// The format of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<import_format> to_import_format(std::string_view word) noexcept {
  for (std::size_t i = 0; i < import_words.size(); ++i)
    if (import_words[i] == word) return static_cast<import_format>(i);
  return std::nullopt;
}

/// Whether it is read row by row, so that a file may be larger than memory.
[[nodiscard]] constexpr bool has_rows(import_format f) noexcept { return f <= import_format::icews || f == import_format::jsonl; }

/// What the end of a file's name says, before `.gz`; nothing for any other.
[[nodiscard]] std::optional<import_format> import_format_of(std::filesystem::path const& name);

/// A row that isn't among the events, and why.
struct rejection {
  std::size_t line = 0;    ///< of its start; from 1
  std::size_t column = 0;  ///< in bytes, from 1; 0 where it is the row as a whole
  std::string reason;
  std::string row;         ///< as it stood, cut where it is very long
};

/// `17, column 3: "30 February" …`, harmless on a terminal.
[[nodiscard]] std::string to_string(rejection const& r);
/// Rejections as CSV: the header, and a row for each, `line,column,reason,row`.
[[nodiscard]] std::string rejections_head();
void append_rejection(std::string& csv, rejection const& r);

struct importing {
  import_format format = import_format::csv;
  /// `ROLE=COLUMN` and `ROLE:=TEXT`, separated by commas or line ends; see docs/formats.md. Only tables have columns to name.
  std::string mapping = {};
  /// The day on which rows without an `as_of` of their own were reported, and the dossier's day of knowledge.
  std::optional<std::chrono::sys_days> reference_day = {};
  bool strict = false;                                   ///< throws at the first that is rejected or read with a warning
  std::size_t cells = 10'000;                            ///< of one row
  reading limits = {};                                   ///< `string` is the longest row; `problems` how many rejections are kept
  std::function<void(rejection const&)> rejected = {};   ///< called for each, in the order of the file
  std::function<void(std::size_t)> progress = {};        ///< called now and then with the number of rows so far
};

struct import_summary {
  std::size_t rows = 0;
  std::size_t read = 0;
  std::size_t rejected = 0;
  std::vector<rejection> rejections;  ///< the first of them
  /// What was read, though not as written, or not taken over: `what` was done, to how many.
  std::vector<loss> warnings;
};

/// `4532 rows: 4290 read, 242 rejected`.
[[nodiscard]] std::string to_string(import_summary const& s);

struct imported {
  dossier what;
  import_summary told;
};

/// Throws `sinedie::error` where the file can't be read at all, the mapping is wrong, or no column is recognised.
/// O(n log n) in the file. A file packed with gzip is unpacked; `-` is standard input.
[[nodiscard]] imported import_events(std::filesystem::path const& file, importing const& how = {});
[[nodiscard]] imported import_text(std::string_view text, importing const& how = {});

struct import_source {
  std::filesystem::path file;
  import_format format = import_format::csv;
};
struct imported_files {
  dossier what;
  std::vector<import_summary> told;  ///< of each file
};
/// Several files as one dossier, each in its own format: parties and venues that have the same name in several are one, an id that
/// comes again is rejected with both places. Rows without an id of their own are `row-7` in the first file and `file-2-row-7` in
/// the second. `how.format` doesn't matter.
[[nodiscard]] imported_files import_events(std::vector<import_source> const& files, importing const& how);

struct converted {
  std::vector<import_summary> told;  ///< of each file
  std::vector<loss> losses;          ///< what couldn't be written
};

/// From rows to rows, `csv` or `jsonl`, without a dossier between: files may be larger than memory, and each event goes to `write`
/// as soon as it is read. Only what a row says by itself can be known so: an id may come twice, a relation may lead nowhere, the
/// day on which a row was reported stays a column, or becomes the attribute `as_of`. CSV has a column for each attribute, so
/// the files are read twice, and standard input is kept in a temporary file. Throws `errc::bad_argument` for a format without rows.
[[nodiscard]] converted convert_rows(std::vector<std::filesystem::path> const& files, importing const& how, export_format to,
                                     std::function<void(std::string_view)> const& write);

}  // namespace sinedie
