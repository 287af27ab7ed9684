// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <sinedie/io/picture.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <sinedie/io/display.hpp>

#include "io/picture_talks.hpp"

namespace sinedie_test::picture_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Holds `text` against the approved one. Whoever changes what a chart looks like sets SINEDIE_APPROVE once, and reads the diff.
void check_approved(std::string const& text, std::string const& name) {
  std::string const path = SINEDIE_SOURCE_DIR "/tests/io/data/picture/" + name;
  if (std::getenv("SINEDIE_APPROVE") != nullptr) std::ofstream{path, std::ios::binary} << text;
  std::ifstream in{path, std::ios::binary};
  CHECK(text == std::string{std::istreambuf_iterator<char>{in}, {}});
}
std::string chart(std::size_t columns, std::string const& language = "en", std::optional<lanes_by> lanes = {}) {
  picture_options how;
  how.columns = columns;
  how.language = language;
  how.lanes = lanes;
  return show_chart(sinedie_test::talks(), how);
}
std::size_t widest(std::string const& text) {
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    most = std::max(most, display_width(std::string_view{text}.substr(begin, end - begin)));
    begin = end + 1;
  }
  return most;
}

}  // namespace

TEST_CASE("the chart at 80, 120 and 200 columns is the approved one", "[picture]") {
  check_approved(chart(80), "chart-80.txt");
  check_approved(chart(120, "fr", lanes_by::party), "chart-120-fr.txt");
  check_approved(chart(200), "chart-200.txt");
  CHECK(chart(80) != chart(81));
}

TEST_CASE("no line of a chart is wider than the window", "[picture]") {
  for (std::size_t columns = 40; columns <= 240; columns += 7) {
    CAPTURE(columns);
    CHECK(widest(chart(columns)) <= columns);
    CHECK(widest(chart(columns, "fr", lanes_by::venue)) <= columns);
    picture_options how;
    how.columns = columns;
    CHECK(widest(show_chart(sinedie_test::hostile_talks(), how)) <= columns);
  }
}

TEST_CASE("a chart without colour has no escape sequence, and with colour the same words", "[picture]") {
  auto const plain = chart(100);
  CHECK(plain.find('\x1b') == std::string::npos);
  picture_options how;
  how.columns = 100;
  how.coloured = true;
  auto coloured = show_chart(sinedie_test::talks(), how);
  CHECK(coloured != plain);
  for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == plain);
}

TEST_CASE("nothing, only undated events, and all on one day make pictures too", "[picture]") {
  CHECK(show_chart(dossier{}) == "No events\n");
  CHECK_THAT(show_svg(dossier{}), ContainsSubstring("No events"));
  dossier undated;
  for (int i = 0; i < 3; ++i) undated.add(event{"e" + std::to_string(i)}.announced());
  CHECK_THAT(show_chart(undated), ContainsSubstring("Without a date (3)"));
  CHECK_THAT(show_svg(undated), ContainsSubstring("Without a date · 3"));
  dossier same;
  for (int i = 0; i < 50; ++i) same.add(event{"e" + std::to_string(i)}.on("2025-02-18").held());
  CHECK_THAT(show_chart(same), ContainsSubstring("18 Feb 2025"));
  CHECK_THAT(show_svg(same), ContainsSubstring(">e49<"));
}

TEST_CASE("ten thousand years on one axis, and what has no beginning", "[picture]") {
  dossier d;
  d.add(event{"first"}.on("-9999").held()).add(event{"last"}.on("9999-12-31").scheduled()).add(event{"always"}.on("../2025").held());
  d.add(event{"far"}.on("Y-170000000").held());
  CHECK_THAT(show_chart(d), ContainsSubstring("first"));
  CHECK_THAT(show_svg(d), ContainsSubstring("always"));
}

TEST_CASE("many events are a line of density each lane", "[picture]") {
  dossier d;
  auto const from = std::chrono::sys_days{std::chrono::year{2020} / 1 / 1};
  for (int i = 0; i < 3000; ++i)
    d.add(event{"e" + std::to_string(i)}.on(from + std::chrono::days{i % 1500}).held().topic(i % 3 ? "peace" : "trade"));
  picture_options how;
  how.lanes = lanes_by::topic;
  auto const text = show_chart(d, how);
  CHECK_THAT(text, ContainsSubstring("peace (2000)"));
  CHECK(text.size() < 4000);
  CHECK(show_svg(d, how).size() < 200'000);
}

TEST_CASE("text of a drawing stays text", "[picture]") {
  auto const svg = show_svg(sinedie_test::hostile_talks());
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("<img") == std::string::npos);
  CHECK(svg.find("\xE2\x80\xAE") == std::string::npos);
  CHECK_THAT(svg, ContainsSubstring("&lt;/script&gt;&lt;script&gt;"));
  CHECK(svg.find('\x1b') == std::string::npos);
  CHECK(svg.find("\xEF\xBF\xBF") == std::string::npos);
}

TEST_CASE("size, lanes and window of a drawing are those that were asked for", "[picture]") {
  picture_options how;
  how.width = 900;
  how.height = 1500;
  how.window = time::dating{"2025-02/2025-03"}.hull();
  how.lanes = lanes_by::venue;
  auto const svg = show_svg(sinedie_test::talks(), how);
  CHECK_THAT(svg, ContainsSubstring("width=\"900\" height=\"1500\""));
  CHECK_THAT(svg, ContainsSubstring(">Portia<"));
  CHECK(svg.find(">Signing of the protocol<") == std::string::npos);
  CHECK_THAT(svg, ContainsSubstring("1 ▸"));
}

TEST_CASE("a query that names nobody known is an error", "[picture]") {
  picture_options how;
  how.only = query{"party:atlantis"};
  CHECK_THROWS_AS(show_chart(sinedie_test::talks(), how), error);
  CHECK_THROWS_AS(show_svg(sinedie_test::talks(), how), error);
}

}  // namespace sinedie_test::picture_test
