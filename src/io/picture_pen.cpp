// SPDX-License-Identifier: BSL-1.0
#include "picture_pen.hpp"

#include <algorithm>

#include "svg_elements.hpp"

namespace sinedie::detail {

namespace {

/// The definitions' ids end in a letter for each colour.
[[nodiscard]] char letter_of(look l) noexcept {
  return l == look::held || l == look::under_way ? 'h' : l == look::planned || l == look::postponed ? 'p' : 'o';
}

[[nodiscard]] std::string defined(std::string_view id, look l) { return "url(#" + std::string{id} + '-' + letter_of(l) + ')'; }

}  // namespace

palette const& palette_of(bool dark) noexcept {
  static constexpr palette on_white{"#ffffff", "#1c2430", "#5d6673", "#d9dce1", "#f5f6f8", "#1f4e79", "#a8500f", "#7b828c", "#b3261e"};
  static constexpr palette on_black{"#14181f", "#e8eaee", "#a3abb8", "#343b47", "#1b212b", "#8ab8e6", "#f0a86b", "#8a93a1", "#ff8a80"};
  return dark ? on_black : on_white;
}

std::string_view palette::of(look l) const noexcept {
  auto const letter = letter_of(l);
  return letter == 'h' ? held : letter == 'p' ? planned : off;
}

double picture_pen::x_of(time::instant i) const noexcept { return x_of(std::clamp(axis.at(i), -0.5, 1.5)); }
double picture_pen::within(time::instant i) const noexcept { return std::clamp(x_of(i), left, right); }

std::string picture_pen::definitions() const {
  std::string made = "<defs>\n";
  for (auto const l : {look::held, look::planned, look::off}) {
    std::string const end{'-', letter_of(l)};
    auto const colour = colours.of(l);
    made += svg::gradient("rising" + end, colour, {0, 0.3, 0.7});
    made += svg::gradient("falling" + end, colour, {0.7, 0.3, 0});
    made += svg::gradient("window" + end, colour, {0, 0.6, 0});
    made += svg::hatch("hatch" + end, colour);
  }
  return made + svg::arrow_head("arrow", colours.faint) + "</defs>\n";
}

std::string picture_pen::sign(look l, double x, double y) const {
  auto const colour = colours.of(l);
  auto const stroke = svg::stroked(colour, 1.6);
  switch (l) {
    case look::held:
      return svg::circle(x, y, 5, colour);
    case look::under_way:
      return svg::circle(x, y, 4.4, colours.ground, stroke) +
             svg::path("M" + svg::at(x, y - 4.4) + "A4.4 4.4 0 0 0 " + svg::at(x, y + 4.4) + 'z', colour);
    case look::planned:
      return svg::circle(x, y, 4.4, colours.ground, stroke);
    case look::postponed:
      return svg::circle(x, y, 4.4, colours.ground, stroke + " stroke-dasharray=\"2.4 2.2\"");
    case look::off:
      return svg::line(x - 4, y - 4, x + 4, y + 4, colour, 1.8) + svg::line(x - 4, y + 4, x + 4, y - 4, colour, 1.8);
    case look::unknown:
      break;
  }
  return svg::circle(x, y, 2.5, colours.ground, stroke);
}

std::string picture_pen::column(look l, double x, double y, double width, double height) const {
  auto const letter = letter_of(l);
  if (letter == 'h') return svg::rect(x, y, width, height, colours.held);
  return svg::rect(x, y, width, height, letter == 'p' ? defined("hatch", l) : std::string{colours.ground},
                   svg::stroked(colours.of(l), 0.6));
}

std::string picture_pen::stretch(picture_bar::sort what, look l, double from, double to, double y) const {
  using part = picture_bar::sort;
  auto const colour = colours.of(l);
  double const length = std::max(to - from, 2.0);
  switch (what) {
    case part::solid:
      return svg::rect(from, y - 4, length, 8, colour, " rx=\"1.5\"");
    case part::rising:
      return svg::rect(from, y - 4, length, 8, defined("rising", l));
    case part::falling:
      return svg::rect(from, y - 4, length, 8, defined("falling", l));
    case part::window:
      return svg::rect(from, y - 5, length, 10, defined("window", l));
    case part::expected:
      return svg::rect(from, y - 5, length, 10, defined("hatch", l), svg::stroked(colour, 0.8));
    case part::derived:
      break;
  }
  return svg::line(from, y, to, y, colour, 1.4, " stroke-dasharray=\"5 4\"");
}

std::string picture_pen::bar(picture_bar const& b, look l, double y, bool tips) const {
  auto const colour = colours.of(l);
  double const from = within(b.from);
  double const to = within(b.to);
  bool const goes_left = x_of(b.from) < left;
  bool const goes_right = x_of(b.to) > right;
  auto made = stretch(b.what, l, from, to, y);
  if (b.what == picture_bar::sort::derived) {
    if (!goes_left) made += svg::line(from, y - 5, from, y + 5, colour, 1.4);
    if (!goes_right) made += svg::line(to, y - 5, to, y + 5, colour, 1.4);
  }
  auto const tip = [&](double x, double way) {
    auto const back = x - way * 6;
    return svg::path("M" + svg::at(back, y - 5) + 'L' + svg::at(x, y) + 'L' + svg::at(back, y + 5), "none", svg::stroked(colour, 1.6));
  };
  if (tips && goes_left && to >= left) made += tip(left + 1, -1);
  if (tips && goes_right && from <= right) made += tip(right - 1, 1);
  return made;
}

}  // namespace sinedie::detail
