// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Reads TimelineJS's JSON: each slide becomes an event, each era one of kind `era`, the title slide the dossier's title.
///
/// Dates are objects of year, month, day, hour, minute and second, finer parts missing where nobody knows them: they become a
/// window or a moment of just that precision, with an end an interval. Headlines and texts are HTML there: tags go, entities
/// are decoded, and what is left is plain text; a remark says how often. A slide without a date stays, undated.
///
///     auto const in = read_timelinejs(R"({"events": [{"start_date": {"year": 2025, "month": 2},
///                                                     "text": {"headline": "Talks in <b>Riyadh</b>"}}]})");
///     // one event, "Talks in Riyadh", some time in 2025-02
///
/// `display_date` is the date's wording; where it is EDTF that agrees with the start, as in this library's own timelines, it is
/// the exact date.

#include <string_view>

#include <sinedie/io/reading.hpp>
#include <sinedie/io/rejected.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

/// Fails as a whole where the text isn't JSON, or an object without events (`errc::malformed`, `errc::missing_member`, …).
[[nodiscard]] imported_dossier read_timelinejs(std::string_view json, reading const& how = {});
[[nodiscard]] result<imported_dossier> try_read_timelinejs(std::string_view json, reading const& how = {});

}  // namespace sinedie
