// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Events for other people's programs: spreadsheets, calendars, maps, drawings of graphs, timelines, event data.
///
/// Each format can say only so much. What it couldn't say comes back beside the text, event by event: a format that demands a
/// date gets none that nobody stated, so the undated are left out of it and listed. Whatever comes from outside stays text:
/// no cell is a formula, no label is markup, no name moves a terminal's cursor.
///
///     timeline const talks{load("talks.json")};
///     auto const out = export_events(export_format::timelinejs, talks, talks.select({}));
///     save_atomically("talks.timeline.json", out.text);
///     for (auto const& l : out.losses) std::cerr << to_string(l) << '\n';   // "left out, having no date: 1 event (second-round)"
///
/// What each format holds is in `docs/formats.md`.

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

enum class export_format : unsigned char { csv, jsonl, ics, geojson, dot, mermaid, timelinejs, vis, plover };

inline constexpr std::array<std::string_view, 9> export_words{"csv",     "jsonl",      "ics", "geojson", "dot",
                                                              "mermaid", "timelinejs", "vis", "plover"};

[[nodiscard]] constexpr std::string_view to_string(export_format f) noexcept { return export_words[static_cast<std::size_t>(f)]; }

/// The format of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<export_format> to_export_format(std::string_view word) noexcept {
  for (std::size_t i = 0; i < export_words.size(); ++i)
    if (export_words[i] == word) return static_cast<export_format>(i);
  return std::nullopt;
}

/// Something that the format has no words for.
struct loss {
  std::string what;                        ///< "roles of parties"
  std::size_t count = 0;                   ///< of entries it was lost from
  std::string_view entries = "events";     ///< what was counted; empty for the dossier itself
  std::vector<std::string> examples = {};  ///< ids of the first of them, as many as were asked for

  friend bool operator==(loss const&, loss const&) = default;
};

/// `roles of parties: 3 events (a, b, c)`, harmless on a terminal.
[[nodiscard]] std::string to_string(loss const& l);

struct exported {
  std::string text;
  std::vector<loss> losses;  ///< each `what` once
};

struct export_options {
  std::string language = "en";                       ///< of titles, names and notes, where they have it
  /// When a calendar is made, for its DTSTAMP; without it the day of knowledge.
  std::optional<std::chrono::sys_seconds> made = {};
  std::size_t examples = 5;                          ///< how many ids each loss names
};

/// The selected events, as they stand on the day of knowledge. O(n) in events, parties, relations and text.
[[nodiscard]] exported export_events(export_format f, timeline const& t, selection const& what, export_options const& how = {});

}  // namespace sinedie
