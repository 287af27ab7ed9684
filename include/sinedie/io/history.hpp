// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What was known over time, for people and for programs: the life of an event, and what changed between two days.
///
///     knowledge const talks{load("talks.json")};
///     std::cout << history_table(talks, "second-round", {});
///
/// JSON is described by `docs/history.schema.json`, `docs/compare.schema.json` and `docs/slips.schema.json`.

#include <chrono>
#include <optional>
#include <string>

#include <sinedie/io/show.hpp>
#include <sinedie/timeline/lateness.hpp>

namespace sinedie {

/// Every change until the end of a day (without one, the dossier's own), then what stands and who says so.
[[nodiscard]] std::string history_table(knowledge const& k, event_id const& id, knowledge_day until, showing const& how = {});
[[nodiscard]] std::string history_markdown(knowledge const& k, event_id const& id, knowledge_day until, showing const& how = {});
[[nodiscard]] std::string history_json(knowledge const& k, event_id const& id, knowledge_day until, showing const& how = {});

/// What changed from the end of one day to the end of another, event by event.
[[nodiscard]] std::string compare_table(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to, showing const& how = {});
[[nodiscard]] std::string compare_markdown(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to,
                                           showing const& how = {});
[[nodiscard]] std::string compare_json(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to, showing const& how = {});

/// How the dates of all events known on a day slipped (without one, the dossier's own): in groups, or event by event where none is
/// asked for. Groups and events that never slipped and never went without a date are left out of the table and of Markdown.
[[nodiscard]] std::string slips_table(knowledge const& k, std::optional<grouping> by, knowledge_day until, showing const& how = {});
[[nodiscard]] std::string slips_markdown(knowledge const& k, std::optional<grouping> by, knowledge_day until, showing const& how = {});
[[nodiscard]] std::string slips_json(knowledge const& k, std::optional<grouping> by, knowledge_day until);

}  // namespace sinedie
