// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A timeline for people and for programs: a listing, Markdown, JSON; and what `check` has to say of it.
///
///     timeline const talks{load("talks.json")};
///     std::cout << show_table(talks, talks.select(query{"no_date_yet"}));
///
/// Text from a dossier is made harmless for where it goes. JSON is described by `docs/show.schema.json` and
/// `docs/check.schema.json`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

struct showing {
  std::string language = "en";  ///< of words, and of titles and names where they have it: `en` or `fr`
  std::size_t width = 80;       ///< columns of a listing; 40 at least
  bool coloured = false;        ///< with ANSI colours
  bool ids = false;             ///< with ids
};

[[nodiscard]] std::string show_table(timeline const& t, selection const& what, showing const& how = {});
[[nodiscard]] std::string show_markdown(timeline const& t, selection const& what, showing const& how = {});
[[nodiscard]] std::string show_json(timeline const& t, selection const& what, showing const& how = {});
/// Those that stand apart (`timeline::apart`), under a line that says what they are.
[[nodiscard]] std::string apart_table(timeline const& t, selection const& what, showing const& how = {});
[[nodiscard]] std::string apart_markdown(timeline const& t, selection const& what, showing const& how = {});

/// What `check` lists besides, where it is asked to.
struct checking {
  bool overdue = false;                    ///< planned events whose latest possible start has passed
  std::optional<std::uint32_t> quiet = {};  ///< events still to come of which there was no news for so many days
};

/// Contradictions, each with what dropping one of its statements would gain, and findings; "nothing to report" where there are
/// none.
[[nodiscard]] std::string check_text(timeline const& t, showing const& how = {}, checking const& also = {});
[[nodiscard]] std::string check_markdown(timeline const& t, showing const& how = {}, checking const& also = {});
[[nodiscard]] std::string check_json(timeline const& t, showing const& how = {}, checking const& also = {});
/// The findings that these list: the timeline's, then what is odd (`sinedie/timeline/oddities.hpp`), what is overdue, what has gone
/// quiet.
[[nodiscard]] std::vector<finding> findings_of(timeline const& t, checking const& also = {});

}  // namespace sinedie
