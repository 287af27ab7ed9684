// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/show.hpp>

#include <fstream>
#include <iterator>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/display.hpp>
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::listing_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

dossier talks() {
  dossier d;
  d.title("Talks").as_of("2025-04-06");
  d.add(party{"russia", localized{"Russia"}.in("fr", "Russie")}).add(party{"united-states", "United States"});
  d.add(venue{"riyadh", "Riyadh"}).add(venue{"istanbul", "Istanbul"});
  d.add(event{"second", "Second round"}.between("russia", "united-states").at("istanbul").announced().after("first"));
  d.add(event{"first", "First round"}.between("russia", "united-states").at("riyadh").on("2025-02-18").held());
  d.add(event{"visit", "A visit"}.with("russia").expected("2025-04-08/2025-04-10").possible().by(mode::video));
  d.add(event{"call"}.on(date_statement{"2025-02-18"}.inferred()).held());
  return d;
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string listed(dossier const& d, showing const& how = {}, query const& q = {}) {
  timeline const t{d};
  return show_table(t, t.select(q), how);
}

}  // namespace

TEST_CASE("a listing tells when, what, who, where and how far, and marks what stands by convention", "[listing]") {
  CHECK(listed(talks()) ==
        "Talks\n"
        "as of 6 April 2025\n"
        "\n"
        "  18 February 2025          call\n"
        "  (inferred)                held\n"
        "~ 18 February 2025          First round\n"
        "                            Russia, United States · Riyadh · held\n"
        "  no date yet               Second round\n"
        "  not before 6 April 2025   Russia, United States · Istanbul · announced\n"
        "~ no date yet               A visit\n"
        "  expected between 8 April  Russia · by video · possible\n"
        "  2025 and 10 April 2025\n"
        "\n"
        "~ stands behind the entry above by convention: nothing says which of them comes\n"
        "first\n"
        "\n"
        "4 events as of 6 April 2025; 2 without a date, of which 2 have no date yet\n");
}

TEST_CASE("a listing in French", "[listing]") {
  showing french;
  french.language = "fr";
  auto const text = listed(talks(), french);
  for (auto const* const words : {"au 6 avril 2025", "18 février 2025", "(déduite)", "pas encore de date", "pas avant le 6 avril",
                                  "attendu entre le 8", "et le 10 avril", "Russie", "par visioconférence", "par convention"})
    CHECK_THAT(text, ContainsSubstring(words));
}

TEST_CASE("where the order is certain, no mark and no line explains it", "[listing]") {
  auto const text = listed(talks(), {}, where::venue("riyadh") || where::venue("istanbul"));
  CHECK_THAT(text, !ContainsSubstring("~"));
  CHECK_THAT(text, !ContainsSubstring("convention"));
  // Certain step by step, by a relation and by limits, with one left out between them.
  dossier d;
  d.add(event{"a"}.before("b")).add(event{"b"}.before("c")).add(event{"c"}.topic("t")).add(event{"d"});
  d.amend("a", [](event& e) { e.topic("t"); });
  CHECK_THAT(listed(d, {}, where::topic("t")), !ContainsSubstring("~"));
  CHECK_THAT(listed(d), ContainsSubstring("~ no date                   d"));
}

TEST_CASE("no line of a listing is wider than it may be, and none acts on the terminal", "[listing]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::vector<std::string> const pieces{"talks ", "переговоры ", "会談", "محادثات ", "e\xCC\x81", "\x1b[31m", "\xE2\x80\xAE", "\t", "\n",
                                        "W"};
  std::size_t compared = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(300); ++i) {
    dossier d;
    auto const words = [&] {
      std::string text{"x"};
      for (auto n = dice() % 30; n > 0; --n) text += pieces[dice() % pieces.size()];
      return text;
    };
    d.title(words()).as_of("2025-04-06").add(party{"p", words()}).add(venue{"v", words()});
    d.add(event{"e", words()}.with("p").at("v").announced()).add(event{"f", words()}.with("p").held().on("2025-02~"));
    for (std::size_t const width : {std::size_t{40}, std::size_t{60}, std::size_t{80}, std::size_t{120}, std::size_t{200}}) {
      showing how;
      how.width = width;
      how.ids = dice() % 2 == 0;
      auto const text = listed(d, how);
      REQUIRE(text.find('\x1b') == std::string::npos);
      for (auto const& line : lines_of(text)) {
        INFO(line);
        REQUIRE(display_width(line) <= width);
        REQUIRE((line.empty() || line.back() != ' '));
        ++compared;
      }
    }
  }
  CHECK(compared > 5000);
}

TEST_CASE("names in many scripts keep their columns as approved", "[listing]") {
  std::string const folder = SINEDIE_SOURCE_DIR "/tests/io/data/listing/";
  auto const d = load(folder + "names.json");
  std::size_t compared = 0;
  for (std::size_t const width : {std::size_t{60}, std::size_t{80}, std::size_t{120}, std::size_t{200}})
    for (std::string const language : {"en", "fr"}) {
      showing how;
      how.width = width;
      how.language = language;
      auto const text = listed(d, how);
      std::ifstream file{folder + std::to_string(width) + '-' + language + ".txt", std::ios::binary};
      std::string const approved{std::istreambuf_iterator<char>{file}, {}};
      INFO(width << ' ' << language);
      CHECK(text == approved);
      for (auto const& line : lines_of(text)) CHECK(display_width(line) <= width);
      ++compared;
    }
  CHECK(compared == 8);
}

TEST_CASE("what check lists is told in French too, with nothing left in English", "[listing]") {
  dossier d;
  d.as_of("2025-05-01").add(party{"russia", "Russia"}.kind(party_kind::state)).add(party{"rossiya", "Russia"}.kind(party_kind::state));
  d.add(party{"lavrov", "Lavrov"}.office({"russia", "Minister", "2004-03-09/.."})).add(party{"odd", "Odd\xE2\x80\xAEname"});
  d.add(series{"rounds"}.complete(true));
  d.add(event{"a"}.on(date_statement{"2025-02-18"}.as_written("lundi", "fr")).held().between("russia").kind("meeting"));
  d.amend("a", [](event& e) { e.in_series("rounds", 1); });
  d.add(event{"b"}.on("2025-02-18").held().between("russia").kind("meeting"));
  d.add(event{"c"}.on("2025-02-20").held().in_series("rounds", 3));
  d.add(event{"off"}.cancelled().after("a"));
  d.add(event{"old"}.on("1990").with("lavrov").held());
  d.add(event{"late"}.scheduled().on("2025-04-10"));
  d.add(event{"clash"}.on("2025-01-10").held().after("a"));
  d.add(event{"told"});
  d.add(report{"r1", "told"}.published("2025-02-27").says(claim{}.held().on("2025-02-26")));
  d.add(report{"r2", "told"}.published("2025-02-28").says(claim{}.held().on("2025-02-27")));
  d.add(event{"odd-reports"});
  d.add(report{"e1", "odd-reports"}.published("2025-02-01"));
  d.add(report{"e2", "odd-reports"}.published(date_statement::none()).says(claim{}.announced()));
  d.add(report{"e3", "odd-reports"}.published("2025-02-10").says(claim{}.scheduled().on("2025-02-01")).cites(report_id{"e4"}));
  d.add(report{"e4", "odd-reports"}.published("2025-02-11").says(claim{}.announced()).denies({}).cites(report_id{"e3"}));
  d.add(event{"quiet"});
  d.add(report{"q", "quiet"}.published("2024-01-01").says(claim{}.announced()));
  timeline const t{d};
  showing french;
  french.language = "fr";
  auto const text = check_text(t, french, {.overdue = true, .quiet = 90});
  std::ifstream file{SINEDIE_SOURCE_DIR "/tests/io/data/listing/check-fr.txt", std::ios::binary};
  CHECK(text == std::string{std::istreambuf_iterator<char>{file}, {}});
  CHECK(lines_of(text).size() == 19);
  CHECK_THAT(check_markdown(t, french), ContainsSubstring("- **contradiction**\xC2\xA0: "));
  CHECK_THAT(check_json(t, french), ContainsSubstring("n'a pas d'effet"));
  CHECK(lines_of(check_text(t, {}, {.overdue = true, .quiet = 90})).size() == lines_of(text).size());
}

TEST_CASE("colours end where they begin, and change no words", "[listing]") {
  showing coloured;
  coloured.coloured = true;
  auto const text = listed(talks(), coloured);
  std::string plain;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') CHECK_FALSE(open);
    if (text[i] != '\x1b') {
      plain += text[i];
      continue;
    }
    auto const end = text.find('m', i);
    open = text.substr(i, end - i) != "\x1b[0";
    i = end;
  }
  CHECK_THAT(text, ContainsSubstring("\x1b[33mno date yet\x1b[0m"));
  CHECK(plain == listed(talks()));
}

}  // namespace sinedie_test::listing_test
