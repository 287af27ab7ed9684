// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Dossiers in and out of their file format (JSON, version 1; see `docs/format.md`).
///
/// Reading looks at everything before it complains: the error it throws has all of a file's problems, each with line, column,
/// JSON pointer, what was found and what was expected. What is read has been checked whole (`dossier::check`), so every
/// reference in it leads somewhere. Writing is deterministic: the same content gives the same bytes, and writing what was read
/// changes none once it has been written.
///
///     auto const talks = load("talks.json");
///     save(talks, "copy.json");
///     load({"talks.json", "more.json"});   // one dossier; an id in both must mean the same

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/reading.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

/// Throws `sinedie::error` with all problems. A failing `try_…` gives the first and says how many there are.
[[nodiscard]] dossier read_dossier(std::string_view json, reading const& how = {});
[[nodiscard]] result<dossier> try_read_dossier(std::string_view json, reading const& how = {});

/// From a file; problems name it.
[[nodiscard]] dossier load(std::filesystem::path const& file, reading const& how = {});
[[nodiscard]] result<dossier> try_load(std::filesystem::path const& file, reading const& how = {});

/// Several files as one dossier: references may lead from one into another. An id with equal content in several is one entry;
/// with different content it is an error that names both places. So are different days of knowledge, unless `how.as_of` says which
/// one is going to be asked for. Title, note and members of one's own are those of the first file that has them. Throws
/// `errc::bad_argument` for none.
[[nodiscard]] dossier load(std::vector<std::filesystem::path> const& files, reading const& how = {});
[[nodiscard]] result<dossier> try_load(std::vector<std::filesystem::path> const& files, reading const& how = {});
[[nodiscard]] inline dossier load(std::initializer_list<std::filesystem::path> files, reading const& how = {}) {
  return load(std::vector<std::filesystem::path>{files}, how);
}

/// The same of dossiers in memory. What they refer to isn't checked.
[[nodiscard]] dossier merge(std::vector<dossier> const& dossiers, std::optional<std::chrono::sys_days> as_of = {});

/// The dossier as a file's text. What it refers to isn't checked. Throws `errc::bad_argument` where a member of one's own has a
/// pointer to nothing that is written, `errc::malformed` where it isn't JSON, `errc::out_of_range` where the day of knowledge
/// has no four-digit year.
[[nodiscard]] std::string to_json(dossier const& d);

/// Checks the whole, then saves it whole or not at all (see `save_atomically`).
void save(dossier const& d, std::filesystem::path const& file);

}  // namespace sinedie
