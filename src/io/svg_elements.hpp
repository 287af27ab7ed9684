// SPDX-License-Identifier: BSL-1.0
#pragma once

/// SVG, an element at a time. Numbers are to a tenth of a pixel and don't depend on the locale; text is escaped.
///
/// Presentation attributes only, no style sheet: that is what every program that reads SVG understands. `more` is attributes,
/// beginning with a blank.

#include <array>
#include <string>
#include <string_view>

namespace sinedie::detail::svg {

[[nodiscard]] std::string number(double v);
/// "x y", as in a path.
[[nodiscard]] std::string at(double x, double y);
/// ` stroke="…" stroke-width="…"`.
[[nodiscard]] std::string stroked(std::string_view colour, double width);

/// The opening tag of the whole.
[[nodiscard]] std::string opening(double width, double height);
[[nodiscard]] std::string rect(double x, double y, double w, double h, std::string_view fill, std::string_view more = {});
[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, std::string_view stroke, double width,
                               std::string_view more = {});
[[nodiscard]] std::string circle(double x, double y, double r, std::string_view fill, std::string_view more = {});
[[nodiscard]] std::string path(std::string_view steps, std::string_view fill, std::string_view more = {});
[[nodiscard]] std::string words(double x, double y, std::string_view text, std::string_view fill, double size, std::string_view more = {});

/// From left to right; the opacity at the beginning, in the middle, at the end.
[[nodiscard]] std::string gradient(std::string_view id, std::string_view colour, std::array<double, 3> opacity);
[[nodiscard]] std::string hatch(std::string_view id, std::string_view colour);
[[nodiscard]] std::string arrow_head(std::string_view id, std::string_view colour);

/// Pixels that a text takes at most: letters of a sans-serif face, generously.
[[nodiscard]] double width_of(std::string_view text, double size);
/// `text`, harmless, in at most `room` pixels; empty where not even one letter fits.
[[nodiscard]] std::string fitted(std::string_view text, double size, double room);

}  // namespace sinedie::detail::svg
