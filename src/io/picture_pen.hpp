// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How a drawing in SVG draws what is known of one event: a sign for its status, a bar for each stretch of time.
///
/// Status is told apart by shape, and by colour besides; so is what is certain from what isn't.

#include <string>
#include <string_view>

#include "picture_layout.hpp"
#include "picture_words.hpp"

namespace sinedie::detail {

struct palette {
  std::string_view ground, ink, faint, rule, band, held, planned, off, warn;

  [[nodiscard]] std::string_view of(look l) const noexcept;
};
[[nodiscard]] palette const& palette_of(bool dark) noexcept;

struct picture_pen {
  palette const& colours;
  picture_axis axis;
  double left = 0;  ///< pixels between which the axis runs
  double right = 1;

  [[nodiscard]] double x_of(double share) const noexcept { return left + share * (right - left); }
  /// At most half a width outside.
  [[nodiscard]] double x_of(time::instant i) const noexcept;
  /// The same, held between left and right.
  [[nodiscard]] double within(time::instant i) const noexcept;

  /// Gradients, hatching and arrow head, for the head of the drawing.
  [[nodiscard]] std::string definitions() const;
  /// Held: a disc. Under way: half of one. Planned: a ring. Put off: a broken ring. Off: a cross. Status not given: a small ring.
  /// Part of a column of a histogram.
  [[nodiscard]] std::string column(look l, double x, double y, double width, double height) const;
  [[nodiscard]] std::string sign(look l, double x, double y) const;
  /// A bar around the height `y`; with `tips`, what goes on outside gets a point at the edge.
  [[nodiscard]] std::string bar(picture_bar const& b, look l, double y, bool tips) const;
  /// The same for a legend, between two pixels.
  [[nodiscard]] std::string stretch(picture_bar::sort what, look l, double from, double to, double y) const;
};

}  // namespace sinedie::detail
