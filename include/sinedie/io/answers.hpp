// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Answers that aren't lists of events: how many in each group, and how a query was answered.
///
///     timeline const talks{load("talks.json")};
///     std::cout << counts_table(talks, count_by(talks, query{"occurred"}, grouping::pair));
///
/// JSON is described by `docs/count.schema.json` and `docs/explain.schema.json`.

#include <string>

#include <sinedie/io/show.hpp>
#include <sinedie/timeline/counts.hpp>

namespace sinedie {

/// Parties and venues by their names; the total in a line below.
[[nodiscard]] std::string counts_table(timeline const& t, counts const& c, grouping g, showing const& how = {});
[[nodiscard]] std::string counts_markdown(timeline const& t, counts const& c, grouping g, showing const& how = {});
[[nodiscard]] std::string counts_json(counts const& c);

[[nodiscard]] std::string explanation_table(explanation const& e, showing const& how = {});
[[nodiscard]] std::string explanation_markdown(explanation const& e, showing const& how = {});
[[nodiscard]] std::string explanation_json(explanation const& e);

}  // namespace sinedie
