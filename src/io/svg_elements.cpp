// SPDX-License-Identifier: BSL-1.0
#include "svg_elements.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <sinedie/io/display.hpp>

#include "xml_text.hpp"

namespace sinedie::detail::svg {

namespace {

[[nodiscard]] std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string{name} + "=\"" + std::string{value} + '"';
}
[[nodiscard]] std::string attribute(std::string_view name, double value) { return attribute(name, number(value)); }

}  // namespace

std::string number(double v) {
  auto const tenths = static_cast<long long>(std::llround(std::clamp(v, -1e6, 1e9) * 10));
  auto text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths > -10) text.insert(0, "-");
  if (tenths % 10 != 0) text += '.' + std::to_string(std::llabs(tenths % 10));
  return text;
}

std::string at(double x, double y) { return number(x) + ' ' + number(y); }

std::string stroked(std::string_view colour, double width) { return attribute("stroke", colour) + attribute("stroke-width", width); }

std::string opening(double width, double height) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", width) + attribute("height", height) +
         attribute("viewBox", "0 0 " + at(width, height)) + attribute("role", "img") +
         attribute("font-family", "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif") + ">\n";
}

std::string rect(double x, double y, double w, double h, std::string_view fill, std::string_view more) {
  return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", w) + attribute("height", h) + attribute("fill", fill) +
         std::string{more} + "/>\n";
}

std::string line(double x1, double y1, double x2, double y2, std::string_view stroke, double width, std::string_view more) {
  return "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) + stroked(stroke, width) +
         std::string{more} + "/>\n";
}

std::string circle(double x, double y, double r, std::string_view fill, std::string_view more) {
  return "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", r) + attribute("fill", fill) + std::string{more} + "/>\n";
}

std::string path(std::string_view steps, std::string_view fill, std::string_view more) {
  return "<path" + attribute("d", steps) + attribute("fill", fill) + std::string{more} + "/>\n";
}

std::string words(double x, double y, std::string_view text, std::string_view fill, double size, std::string_view more) {
  return "<text" + attribute("x", x) + attribute("y", y) + attribute("fill", fill) + attribute("font-size", size) + std::string{more} +
         '>' + xml_escaped(text) + "</text>\n";
}

std::string gradient(std::string_view id, std::string_view colour, std::array<double, 3> opacity) {
  auto made = "<linearGradient" + attribute("id", id) + '>';
  constexpr std::array<std::string_view, 3> places{"0", "0.5", "1"};
  for (std::size_t i = 0; i < places.size(); ++i)
    made += "<stop" + attribute("offset", places[i]) + attribute("stop-color", colour) + attribute("stop-opacity", opacity[i]) + "/>";
  return made + "</linearGradient>\n";
}

std::string hatch(std::string_view id, std::string_view colour) {
  return "<pattern" + attribute("id", id) + attribute("width", "5") + attribute("height", "5") +
         attribute("patternUnits", "userSpaceOnUse") + attribute("patternTransform", "rotate(45)") + "><rect width=\"1.6\" height=\"5\"" +
         attribute("fill", colour) + "/></pattern>\n";
}

std::string arrow_head(std::string_view id, std::string_view colour) {
  return "<marker" + attribute("id", id) + attribute("viewBox", "0 0 8 8") + attribute("refX", "7") + attribute("refY", "4") +
         attribute("markerWidth", "7") + attribute("markerHeight", "7") + attribute("orient", "auto") + '>' +
         path("M0 0.5L8 4L0 7.5z", colour) + "</marker>\n";
}

double width_of(std::string_view text, double size) {
  double ems = 0;
  std::string others;
  for (char const c : text) {
    constexpr std::string_view narrow = "iljI.,:;'|!()[]ftr -/";
    constexpr std::string_view wide = "mwMW%@";
    if (static_cast<unsigned char>(c) >= 0x80)
      others += c;
    else if (narrow.find(c) != std::string_view::npos)
      ems += 0.36;
    else if (wide.find(c) != std::string_view::npos)
      ems += 0.95;
    else
      ems += c >= 'A' && c <= 'Z' ? 0.72 : 0.58;
  }
  return (ems + static_cast<double>(display_width(others)) * 0.7) * size;
}

std::string fitted(std::string_view text, double size, double room) {
  auto made = cut(text, 200);
  for (auto columns = display_width(made); columns > 1 && width_of(made, size) > room; --columns) made = cut(text, columns - 1);
  return width_of(made, size) > room ? std::string{} : made;
}

}  // namespace sinedie::detail::svg
