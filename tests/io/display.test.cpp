// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/display.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::display_test {

using namespace sinedie;

namespace {

std::string of(std::u32string_view characters) {
  std::string text;
  for (char32_t const c : characters) detail::append_utf8(text, c);
  return text;
}

/// What must never reach a terminal, from the lists of the Unicode Standard: the slow model, written apart from the library's.
bool acts(std::string_view text) {
  for (detail::utf8_step const step : detail::utf8_steps{text}) {
    char32_t const c = step.character;
    bool const control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool const direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    bool const separator = c == 0x2028 || c == 0x2029;
    bool const zero_width = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x2061 && c <= 0x2064) || c == 0x180E;
    bool const tag = c >= 0xE0000 && c <= 0xE007F;
    if (!step.valid || control || direction || separator || zero_width || tag) return true;
  }
  return false;
}

template <typename Random>
std::string random_text(Random& random, std::size_t longest) {
  std::string text;
  std::size_t const length = random() % (longest + 1);
  for (std::size_t i = 0; i < length; ++i) {
    constexpr std::array<std::pair<unsigned, unsigned>, 12> blocks{
        {{0x20, 0x20}, {0x61, 0x7A}, {0x61, 0x7A}, {0x00, 0x7F}, {0x80, 0x24F}, {0x300, 0x36F},
         {0x600, 0x6FF}, {0x2000, 0x206F}, {0x4E00, 0x4FFF}, {0xAC00, 0xAFFF}, {0x1F300, 0x1F6FF}, {0xE0000, 0xE007F}}};
    auto const [first, last] = blocks[random() % blocks.size()];
    if (random() % 20 == 0) {
      text += static_cast<char>(0x80 + random() % 0x80);
    } else {
      detail::append_utf8(text, static_cast<char32_t>(first + random() % (last - first + 1)));
    }
  }
  return text;
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t const end = text.find('\n', i);
    lines.push_back(text.substr(i, end - i));
    i = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("what could act on a terminal is shown as what it is") {
  CHECK(sanitized("Riyadh\x1b[31m") == "Riyadh\\u{1b}[31m");
  CHECK(sanitized(of(U"a\u202Eb")) == "a\\u{202e}b");
  CHECK(sanitized(of(U"a\u2066b\u2069")) == "a\\u{2066}b\\u{2069}");
  CHECK(sanitized(of(U"a\u200Bb\uFEFF")) == "a\\u{200b}b\\u{feff}");
  CHECK(sanitized(of(U"a\u2028b")) == "a\\u{2028}b");
  CHECK(sanitized(of(U"\U000E0041")) == "\\u{e0041}");
  CHECK(sanitized("\xC2\x9B" "1m") == "\\u{9b}1m");
  CHECK(sanitized("a\rb\x7F\b") == "a\\u{d}b\\u{7f}\\u{8}");
  CHECK(sanitized("a\xFF\xC3") == "a\\x{ff}\\x{c3}");
  CHECK(sanitized("a\nb\tc") == "a b c");
  CHECK(sanitized(std::string(1, '\0')) == "\\u{0}");
  std::string const harmless = of(U"İstanbul — 会談 «Ωμ» e\u0301 \U0001F54A");
  CHECK(sanitized(harmless) == harmless);
  // A joiner inside a Persian word is spelling; elsewhere it hides.
  std::string const persian = of(U"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645");
  CHECK(sanitized(persian) == persian);
  CHECK(sanitized(of(U"pay\u200Cpal")) == "pay\\u{200c}pal");
  CHECK(sanitized(of(U"\u06CC\u200C")) == of(U"\u06CC") + "\\u{200c}");
}

TEST_CASE("hidden characters are listed with their places") {
  CHECK(hidden_characters(of(U"a\u202Eb\u200B")) == std::vector<hidden_character>{{1, 0x202E}, {5, 0x200B}});
  CHECK(hidden_characters("a\n\tb").empty());
  CHECK(hidden_characters("a\xFF") == std::vector<hidden_character>{{1, 0xFFFD}});
  CHECK(hidden_characters(std::string(1000, '\a')).size() == 100);
  CHECK(hidden_characters(std::string(1000, '\a'), 3).size() == 3);
}

TEST_CASE("widths are columns of a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width(of(U"e\u0301")) == 1);
  CHECK(display_width(of(U"会談")) == 4);
  CHECK(display_width("") == 0);
  CHECK(display_width(of(U"\u202E")) == 8);
  CHECK(cut("Consul General", 8) == "Consul " + of(U"\u2026"));
  CHECK(cut("Consul", 6) == "Consul");
  CHECK(cut("Consul", 1) == of(U"\u2026"));
  CHECK(cut("Consul", 0).empty());
  CHECK(cut(of(U"会談会談"), 4) == of(U"会\u2026"));
  CHECK(cut(of(U"ae\u0301bcd"), 3) == of(U"ae\u0301\u2026"));
}

TEST_CASE("a joiner that a line breaks off after goes with the break") {
  std::string const joined = of(U"\u0645\u06CC\u200C\u062E\u0648");
  CHECK(wrapped(joined, 2) == std::vector<std::string>{of(U"\u0645\u06CC"), of(U"\u062E\u0648")});
  CHECK(wrapped(joined, 4) == std::vector<std::string>{joined});
  CHECK(cut(joined, 3) == of(U"\u0645\u06CC\u2026"));
}

TEST_CASE("a heap of combining marks is cut, and quickly") {
  std::string heap = "e";
  for (int i = 0; i < 100000; ++i) heap += of(U"\u0301");
  auto const begin = std::chrono::steady_clock::now();
  CHECK(sanitized(heap).size() < 40);
  CHECK(cut(heap + "xyz", 3).size() < 40);
  CHECK(wrapped(heap, 10).size() == 1);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{10});
}

TEST_CASE("random text is shown harmlessly, within its width, and the same when shown again") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(20000);
  std::size_t planted = 0;  // replacing only ASCII's controls: the model must see what that forgets
  for (std::size_t i = 0; i < cases; ++i) {
    std::string const text = random_text(random, 16);
    std::string const clean = sanitized(text);
    REQUIRE_FALSE(acts(clean));
    REQUIRE(sanitized(clean) == clean);
    REQUIRE(hidden_characters(clean).empty());
    REQUIRE(display_width(clean) == display_width(text));
    std::string naive = text;
    for (char& c : naive) c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    planted += acts(naive);

    std::size_t const width = random() % 12;
    std::string const shorter = cut(text, width);
    REQUIRE(display_width(shorter) <= width);
    REQUIRE_FALSE(acts(shorter));
    if (display_width(text) <= width) REQUIRE(shorter == clean);

    std::size_t const wide = width + 2;
    auto const lines = wrapped(text, wide);
    REQUIRE_FALSE(lines.empty());
    std::string all;
    for (std::string const& line : lines) {
      REQUIRE(display_width(line) <= wide);
      REQUIRE_FALSE(acts(line));
      REQUIRE((line.empty() || line.back() != ' '));
      all += line;
    }
  }
  CHECK(planted > cases / 10);
  WARN("display: " << cases << " random texts sanitized, cut and wrapped");
}

TEST_CASE("wrapping loses nothing and breaks at blanks where it can") {
  CHECK(wrapped("the second round has no date yet", 12) == std::vector<std::string>{"the second", "round has no", "date yet"});
  CHECK(wrapped("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
  CHECK(wrapped("a\nb", 10) == std::vector<std::string>{"a", "b"});
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("   ", 10) == std::vector<std::string>{""});
  CHECK(wrapped("abc", 0) == std::vector<std::string>{"a", "b", "c"});
  CHECK(wrapped(of(U"会談"), 1) == std::vector<std::string>{of(U"\u2026"), of(U"\u2026")});
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(5000);
  for (std::size_t i = 0; i < cases; ++i) {
    std::string text(random() % 60, ' ');
    for (char& c : text) c = random() % 5 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
    auto const lines = wrapped(text, 1 + random() % 20);
    REQUIRE(without_blanks(std::accumulate(lines.begin(), lines.end(), std::string{})) == without_blanks(text));
  }
  WARN("display: " << cases << " texts wrapped and put together again");
}

TEST_CASE("a table stands in columns, without blanks at the ends of its lines") {
  table t{{{"id"}, {"title"}, {.header = "n", .right = true}}};
  t.row({"first-round", "Talks in Riyadh", "1"}).row({"second-round", "", "22"}).row({"x"});
  CHECK(t.size() == 3);
  CHECK(t.text() ==
        "id            title             n\n"
        "------------  ---------------  --\n"
        "first-round   Talks in Riyadh   1\n"
        "second-round                   22\n"
        "x\n");
  CHECK(t.text(26) ==
        "id          title        n\n"
        "----------  ----------  --\n"
        "first-roun  Talks in     1\n"
        "d           Riyadh\n"
        "second-rou              22\n"
        "nd\n"
        "x\n");
  CHECK_THROWS_AS(t.row({"1", "2", "3", "4"}), error);
  CHECK(t.text(80, style::coloured).find("\x1b[1mid\x1b[0m") == 0);
  CHECK(table{{}}.text().empty());
  CHECK(table{{}}.markdown().empty());
}

TEST_CASE("a column may cut instead of wrapping, and keeps its least width") {
  table t{{{.header = "when", .least = 10}, {.header = "what", .cuts = true}}};
  t.row({"2025-02-18", "a very long title that nobody can read at a glance"});
  CHECK(t.text(24) ==
        "when        what\n"
        "----------  ------------\n"
        "2025-02-18  a very long" + of(U"\u2026") + "\n");
}

TEST_CASE("tables of random text keep their width and hold every row") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(1500);
  std::size_t planted = 0;  // laying out without shrinking: the law must see lines too long
  for (std::size_t i = 0; i < cases; ++i) {
    std::size_t const n = 1 + random() % 6;
    std::vector<column> columns;
    for (std::size_t k = 0; k < n; ++k) {
      columns.push_back({.header = random_text(random, 6), .least = random() % 8, .cuts = random() % 2 == 0, .right = random() % 3 == 0});
    }
    table t{columns};
    for (std::size_t r = random() % 5; r > 0; --r) {
      std::vector<std::string> cells;
      for (std::size_t k = random() % (n + 1); k > 0; --k) cells.push_back(random_text(random, 30));
      t.row(std::move(cells), static_cast<emphasis>(random() % 4));
    }
    std::size_t const width = 3 * n + random() % 100;
    for (std::string const& line : lines_of(t.text(width))) {
      REQUIRE(display_width(line) <= width);
      REQUIRE_FALSE(acts(line));
      REQUIRE((line.empty() || line.back() != ' '));
    }
    REQUIRE(lines_of(t.text(width)).size() >= t.size() + 2);
    for (std::string const& line : lines_of(t.text(100000))) planted += display_width(line) > width;
    auto const rows = lines_of(t.markdown());
    REQUIRE(rows.size() == t.size() + 2);
    for (std::string const& row : rows) {
      std::size_t bars = 0;
      for (std::size_t k = 0; k < row.size(); ++k) {
        if (row[k] == '\\') {
          ++k;
        } else {
          bars += row[k] == '|';
        }
      }
      REQUIRE(bars == n + 1);
    }
  }
  CHECK(planted > 0);
  WARN("display: " << cases << " random tables laid out");
}

TEST_CASE("Markdown and HTML are inert in a cell") {
  CHECK(markdown_escaped("a|b") == "a\\|b");
  CHECK(markdown_escaped("a\\|b") == "a\\\\\\|b");
  CHECK(markdown_escaped("`code`") == "\\`code\\`");
  CHECK(markdown_escaped("</script><!--") == "&lt;/script&gt;&lt;!--");
  CHECK(markdown_escaped("[x](javascript:alert)") == "\\[x\\](javascript:alert)");
  CHECK(markdown_escaped("a\nb") == "a<br>b");
  CHECK(markdown_escaped("AT&T &lt;") == "AT&amp;T &amp;lt;");
  CHECK(markdown_escaped("no_date_yet _x_ *y*") == "no_date_yet \\_x\\_ \\*y\\*");
  table t{{{"id"}, {.header = "n", .right = true}}};
  t.row({"a|b"});
  CHECK(t.markdown() == "| id | n |\n| --- | ---: |\n| a\\|b | |\n");
}

}  // namespace sinedie_test::display_test
