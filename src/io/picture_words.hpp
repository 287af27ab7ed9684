// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The words and signs that a chart and a drawing share: how a status looks, what is concluded about an event without a date.

#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/picture_model.hpp>

namespace sinedie::detail {

/// How a status looks, told apart by shape: what is planned is hollow, what was put off broken, what doesn't occur crossed.
enum class look : unsigned char { held, under_way, planned, postponed, off, unknown };

[[nodiscard]] look look_of(picture_state const& s) noexcept;
/// One character for each.
[[nodiscard]] std::string_view sign_of(look l) noexcept;
/// In the words of a legend.
[[nodiscard]] std::string_view legend_of(look l, std::string_view language) noexcept;

/// `!` contradictory, `≠` disputed or denied by some, `?` uncertain, `~` approximate; the first that applies, else a blank.
[[nodiscard]] std::string_view caution_of(picture_state const& s) noexcept;

/// The event's title on one line and harmless, else its id.
[[nodiscard]] std::string title_of(picture_event const& e, std::string_view language);

/// "no date yet; expected 2025-04; from 2025-02-27", as the table says it.
[[nodiscard]] std::string when_of(picture_state const& s, std::string_view language);
/// "announced, overdue".
[[nodiscard]] std::string status_of(picture_event const& e, picture_state const& s, std::string_view language);

/// A word of the picture's own: `undated`, `as of`, …
[[nodiscard]] std::string picture_word(std::string_view english, std::string_view language);

/// How many of the events start in each of `n` equal stretches of the axis. What starts outside, or nowhere, counts in none.
[[nodiscard]] std::vector<std::size_t> counts_along(picture const& p, std::vector<std::uint32_t> const& events, double from, double to,
                                                    std::size_t n);

}  // namespace sinedie::detail
