// SPDX-License-Identifier: BSL-1.0
// The readings that docs/edtf.md decides, hostile text, and the corpus of the fuzz target.
#include <sinedie/time/dating.hpp>
#include <sinedie/time/spell.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "data.hpp"
#include "fuzz/edtf.hpp"
#include "time/edtf_disputed.hpp"

namespace sinedie_test::edtf_test {

using namespace sinedie;
using time::dating;
using time::datedness;

namespace {

std::string bounds(dating const& d) {
  auto const or_dots = [](std::string text) { return text.empty() ? ".." : text; };
  return or_dots(time::to_start_string(d.start_min(), false, d)) + ' ' + or_dots(time::to_end_string(d.end_max(), true, d));
}

struct reading {
  char const* text;
  char const* bounds;  ///< empty: an error
};

constexpr reading decided[] = {
    // parts of a year
    {"2001-21", "2001-03-01 2001-05-31"}, {"2001-22", "2001-06-01 2001-08-31"}, {"2001-23", "2001-09-01 2001-11-30"},
    {"2001-24", "2001-12-01 2002-02-28"}, {"2003-24", "2003-12-01 2004-02-29"}, {"2001-25", "2001-03-01 2001-05-31"},
    {"2001-28", "2001-12-01 2002-02-28"}, {"2001-29", "2001-09-01 2001-11-30"}, {"2001-30", "2001-12-01 2002-02-28"},
    {"2001-31", "2001-03-01 2001-05-31"}, {"2001-32", "2001-06-01 2001-08-31"}, {"2001-33", "2001-01-01 2001-03-31"},
    {"2001-36", "2001-10-01 2001-12-31"}, {"2001-37", "2001-01-01 2001-04-30"}, {"2001-39", "2001-09-01 2001-12-31"},
    {"2001-40", "2001-01-01 2001-06-30"}, {"2001-41", "2001-07-01 2001-12-31"}, {"2001-42", ""}, {"2001-20", ""},
    // unspecified digits
    {"202X-02-29", "2020-02-29 2028-02-29"}, {"2025-02-3X", ""}, {"2023-02-29", ""}, {"1900-02-29", ""},
    {"1930-X0-10", "1930-10-10 1930-10-10"}, {"-01XX", "-0199-01-01 -0100-12-31"}, {"XXXX-12-25", "0000-12-25 9999-12-25"},
    {"XXXX", ".. .."}, {"XXXX-XX", ".. .."}, {"XXXX-XX-XX", ".. .."}, {"16XX~", "1600-01-01 1699-12-31"},
    // intervals
    {"2025-04/2025-02", ""}, {"2025/2025-03", "2025-01-01 2025-03-31"}, {"2025-02-18/..", "2025-02-18 .."},
    {"2025-02-18/", "2025-02-18 .."}, {"../..", ".. .."}, {"/", ".. .."}, {"2003-22/2004-22", "2003-06-01 2004-08-31"},
    {"0000/0000", "0000-01-01 0000-12-31"}, {"~-0100/~2020", "-0100-01-01 2020-12-31"}, {"2012-24/2012-21", ""},
    {"1919-XX-02/1919-XX-01", "1919-01-02 1919-12-01"},
    // sets
    {"[1670..1672]", "1670-01-01 1672-12-31"}, {"[..1760-12-03]", ".. 1760-12-03"}, {"[1760-12..]", "1760-12-01 .."},
    {"{1960,1961-12}", "1960-01-01 1961-12-31"}, {"[2002..2001]", ""}, {"{2002..2001}", ""}, {"[1667, 1668]", "1667-01-01 1668-12-31"},
    {"{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", ".. .."}, {"{}", ""}, {"[]", ""},
    // years
    {"0000", "0000-01-01 0000-12-31"}, {"-0000", ""}, {"-0000-01-01", ""}, {"Y12345", "+12345-01-01 +12345-12-31"},
    {"Y-17E7", "-170000000-01-01 -170000000-12-31"}, {"Y1745", ""}, {"1950S2", "1950-01-01 1950-12-31"}, {"Y290000000001", ""},
    {"19", ""}, {"199", ""}, {"12004-06", ""},
    // times
    {"2020-05-01T24:00:00Z", "2020-05-02 2020-05-02T00:00:00Z"}, {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z 2016-12-31"},
    {"2019-08-17T22:59:60Z", ""}, {"2019-08-17T24:00:01Z", ""}, {"2020-05-01T10", "2020-05-01T10:00:00 2020-05-01T10:59:59"},
    {"2020-05-01T10:30Z", "2020-05-01T10:30:00Z 2020-05-01T10:30:59Z"}, {"2020-05-01T00:00:00+15:00", ""},
    {"2025-02-27T23:30-05:00", "2025-02-27T23:30:00-05:00 2025-02-27T23:30:59-05:00"},
    {"2025-02-28T03:00+03:00/2025-02-27T23:30-05:00", "2025-02-28T03:00:00+03:00 2025-02-27T23:30:59-05:00"},
    {"2025-02-27T23:30-05:00/2025-02-28T03:00+03:00", ""}, {"[2025-02-27T23:30Z,2025-02-27]", "2025-02-27 2025-02-27"},
    {"2020-05-01T00:00:00-13:00", ""}, {"2020-05-01T00:00:00-00:00", ""}, {"2020-05-01T10:30:00\xE2\x88\x92" "05:00", ""},
    // drafts, words, blanks
    {"199u", ""}, {"198x", ""}, {"y170000002", ""}, {"(2004)?", ""}, {"2004-01-01/open", ""}, {"unknown/2004", ""}, {"1984?~", ""},
    {"Spring, 2002", ""}, {"1670..1673", ""}, {" 2020", ""}, {"2020 ", ""}, {"2003-23?", "2003-09-01 2003-11-30"}};

}  // namespace

TEST_CASE("what implementations read differently is read as it was decided", "[edtf]") {
  int compared = 0;
  for (auto const& [text, expected] : decided) {
    CAPTURE(text);
    auto const d = dating::try_parse(text);
    CHECK((d ? bounds(*d) : std::string{}) == expected);
    ++compared;
  }
  CHECK(dating{"1950S2"}.approximate());
  CHECK(dating{"1985-04-12T23:20:30+04"}.canonical() == "1985-04-12T23:20:30+04:00");
  CHECK(dating{"2020-05-01T10:30:45.500Z"}.text() == "2020-05-01T10:30:45.500Z");
  CHECK(dating{"[1667, 1668]"}.canonical() == "[1667,1668]");
  CHECK(dating{"2004-06~-11"} == dating{"~2004-~06-11"});
  CHECK(dating{"XXXX-XX"}.datedness() == datedness::unknown);
  WARN("edtf: " << compared << " decided readings compared");
}

TEST_CASE("each of the expressions that implementations read differently has its decided outcome, and its reason", "[edtf]") {
  namespace fs = std::filesystem;
  std::ifstream in{fs::path{SINEDIE_SOURCE_DIR} / "docs" / "edtf.md"};
  std::string const reasons{std::istreambuf_iterator<char>{in}, {}};
  std::set<std::string> decided_here;
  int compared = 0, valid = 0, caught = 0;
  std::string before;  // the outcome of the expression before: the planted fault takes it for this one's
  for (auto const& group : sinedie_test::disputed_groups) {
    CAPTURE(group.name);
    auto const row = '|' + std::string{" "} + group.name + " | " + std::to_string(group.last - group.first) + " |";
    CHECK(reasons.find(row) != std::string::npos);
    for (auto const* e = group.first; e != group.last; ++e) {
      CAPTURE(e->text);
      auto const d = dating::try_parse(e->text);
      auto const outcome =
          d ? bounds(*d) : '!' + std::string{to_string(d.error().code)} + ' ' + std::to_string(d.error().offset.value_or(9999));
      CHECK(outcome == e->outcome);
      CHECK(sinedie_fuzz::holds(e->text));
      CHECK(decided_here.insert(e->text).second);
      valid += d.has_value();
      caught += before != e->outcome;
      before = outcome;
      ++compared;
    }
  }
  CHECK(compared == 224);
  CHECK(caught > 100);
  WARN("edtf: " << compared << " disputed expressions have their decided outcome, " << valid << " of them are read; " << caught
                << " planted faults seen");
}

TEST_CASE("no disputed expression is left undecided", "[edtf]") {
  auto const file = sinedie_test::real_data("edtf/edtf_disputed.jsonl");
  if (!file) return;
  std::set<std::string> decided_here;
  for (auto const& group : sinedie_test::disputed_groups)
    for (auto const* e = group.first; e != group.last; ++e) decided_here.insert(e->text);
  std::ifstream in{*file};
  int lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    std::string const key = "\"input\": \"";
    std::string text;
    for (auto at = line.find(key) + key.size(); at < line.size() && line[at] != '"'; ++at)
      text += line[at] == '\\' ? line[++at] : line[at];
    CAPTURE(text);
    CHECK(decided_here.contains(text));
  }
  CHECK(lines == 224);
}

TEST_CASE("hostile text is refused with its place", "[edtf]") {
  using namespace std::string_literals;
  std::string dense = "[";
  for (int i = 0; i < 5000; ++i) dense += "2025,";
  for (std::string const& text : {std::string(1 << 20, '['), std::string(1 << 20, 'X'), 'Y' + std::string(10000, '9'),
                                  "Y1E"s + std::string(10000, '9'), "20\0" "25"s, "2025\0"s, "\0"s,
                                  "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA5"s, "\xFF\xFE"s, "2025-\xC3"s,
                                  std::string(60000, '?'), std::string(60000, '/'), std::string(60000, '.'), dense}) {
    CAPTURE(text.substr(0, 20), text.size());
    auto const d = dating::try_parse(text);
    REQUIRE_FALSE(d);
    CHECK(sinedie_fuzz::holds(text));
    CHECK(d.error().message.size() < 1000);
  }
}

TEST_CASE("whatever holds of any text holds of the corpus", "[edtf]") {
  namespace fs = std::filesystem;
  int replayed = 0;
  for (auto const& entry : fs::directory_iterator{fs::path{SINEDIE_SOURCE_DIR} / "tests" / "fuzz" / "edtf"}) {
    std::ifstream in{entry.path(), std::ios::binary};
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    CAPTURE(entry.path().filename().string());
    CHECK(sinedie_fuzz::holds(text));
    ++replayed;
  }
  WARN("edtf: " << replayed << " inputs of the fuzz corpus replayed");
  CHECK(replayed > 50);
}

}  // namespace sinedie_test::edtf_test
