// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a reader of somebody else's format brings back: a dossier, what it rejected, and what it didn't take over.
///
/// Such a reader doesn't stop at one bad entry and never drops one silently: each thing that the file holds as an event is in
/// the dossier or among the rejected, with line, column and reason. What an event has beyond what a dossier can say (alarms,
/// recurrence) is in the remarks, by kind.
///
///     auto const in = read_calendar(text);
///     for (auto const& r : in.rejected) std::cerr << to_string(r) << '\n';   // "7:1: VEVENT "a": the time zone … isn't in the file"

#include <cstddef>
#include <string>
#include <vector>

#include <sinedie/error.hpp>
#include <sinedie/model/dossier.hpp>

namespace sinedie {

/// Something that can't be read, and stays out.
struct rejected {
  std::string what;  ///< `VEVENT "talks-1"`, `a line`
  problem why;       ///< with line and column in the file

  friend bool operator==(rejected const&, rejected const&) = default;
};

/// `line:column: what: why`, harmless on a terminal.
[[nodiscard]] std::string to_string(rejected const& r);

/// Something that the file says and the dossier doesn't.
struct remark {
  std::string what;                        ///< "recurrence: only the first occurrence is read"
  std::size_t count = 0;                   ///< how often it was met
  std::vector<std::string> examples = {};  ///< ids of events or names of properties, the first five

  friend bool operator==(remark const&, remark const&) = default;
};

/// `what: count (examples)`, harmless on a terminal.
[[nodiscard]] std::string to_string(remark const& r);

struct imported_dossier {
  dossier what;
  std::vector<sinedie::rejected> rejected;  ///< in the order of the file
  std::vector<remark> remarks;              ///< each `what` once
};

}  // namespace sinedie
