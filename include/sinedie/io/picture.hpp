// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A dossier as a picture: who met whom where, what is certain, what is only a window, what has no date yet.
///
/// One model of what is to be seen (`picture_model.hpp`) is drawn in three ways: a chart for the terminal that is plain text, an
/// SVG drawing for papers and slides, and a page, one HTML file that needs nothing else, in which the reader chooses lanes,
/// searches, and moves through the days of knowledge.
///
///     save_atomically("talks.html", show_page(load("talks.json")));
///     std::cout << show_chart(talks, {.columns = 120});
///
/// What is certain is solid; a window fades towards its limits; what is expected is hatched; what was concluded is dashed. What
/// has no date yet stands apart, with what can be concluded. Text from the dossier stays text wherever it goes.

#include <cstddef>
#include <optional>
#include <string>

#include <sinedie/model/dossier.hpp>
#include <sinedie/time/span.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie {

/// What the lanes of a picture stand for. By party, what a person does in an office and what an organ does counts in the lane of
/// the state or organisation behind it.
enum class lanes_by : unsigned char { none, party, venue, series, topic };

struct picture_options {
  std::string language = "en";                      ///< of words, titles and names: `en` or `fr`; the page has both
  std::optional<lanes_by> lanes = {};               ///< without: parties, or what else there is; a chart has none
  std::optional<time::span> window = {};            ///< part of the axis; without: where most events are
  query only = {};                                  ///< what is shown
  std::optional<std::chrono::sys_days> as_of = {};  ///< the day of knowledge; without: the dossier's own
  std::size_t columns = 80;                         ///< of a chart, at least 40
  bool coloured = false;                            ///< a chart with ANSI colours
  std::size_t width = 1200;                         ///< of a drawing, in pixels, at least 320
  std::size_t height = 0;                           ///< of a drawing, at least; without: what it needs
  bool dark = false;                                ///< a drawing for a dark ground
};

/// Each throws `sinedie::error` as compiling a timeline does, and where the query names what isn't known.
/// O((n + m) log n) in events and relations for each day of knowledge; charts and drawings look at one day only.
[[nodiscard]] std::string show_chart(dossier const& d, picture_options const& how = {});
/// Well-formed XML, text as text.
[[nodiscard]] std::string show_svg(dossier const& d, picture_options const& how = {});
/// A whole HTML file. It asks for nothing from anywhere.
[[nodiscard]] std::string show_page(dossier const& d, picture_options const& how = {});

}  // namespace sinedie
