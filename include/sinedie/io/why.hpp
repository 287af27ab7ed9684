// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Why an event is when it is, where it stands, and what its flags are for: a table, Markdown, JSON (described by `docs/why.schema.json`).
///
///     timeline const talks{load("talks.json")};
///     conclusions const known{talks};
///     std::cout << why_table(talks, known, event_id{"second-round"});
///
/// An event that the timeline doesn't have is an error (`errc::unknown_id`).

#include <string>

#include <sinedie/io/show.hpp>
#include <sinedie/timeline/conclusions.hpp>

namespace sinedie {

[[nodiscard]] std::string why_table(timeline const& t, conclusions const& known, event_id const& id, showing const& how = {});
[[nodiscard]] std::string why_markdown(timeline const& t, conclusions const& known, event_id const& id, showing const& how = {});
[[nodiscard]] std::string why_json(timeline const& t, conclusions const& known, event_id const& id, showing const& how = {});

}  // namespace sinedie
