// SPDX-License-Identifier: BSL-1.0
// What the example dossiers say on some days, each in a table: day, event, status, stated, expected, venues, flags. A venue that is
// only possible has a question mark, one of several a bar between them. Every column of every row is compared.
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/timeline/knowledge.hpp>

#include "catch.hpp"

namespace sinedie_test::dossiers_test {

using namespace sinedie;

namespace {

std::filesystem::path const source{SINEDIE_SOURCE_DIR};

std::string line_of(std::string const& day, entry const& e) {
  std::string line = day + ' ' + e.id().str() + ' ' + (e.status() ? std::string{to_string(*e.status())} : "-");
  for (auto const* const d : {e.stated(), e.expected()}) line += ' ' + (d ? std::string{d->text()} : "-");
  std::string venues;
  auto const f = e.fields();
  if (f.venues)
    for (auto const& choice : *f.venues) {
      std::string one;
      for (auto const& v : choice.venues) one += (one.empty() ? "" : "|") + v.str();
      if (choice.kind == venue_choice::how::possible) one += '?';
      if (choice.kind == venue_choice::how::not_in) one.insert(0, "not:");
      venues += (venues.empty() ? "" : ",") + one;
    }
  std::string marks;
  for (auto const m : e.flags()) marks += (marks.empty() ? "" : ",") + std::string{to_string(m)};
  return line + ' ' + (venues.empty() ? "-" : venues) + ' ' + (marks.empty() ? "-" : marks);
}

/// Holds a dossier against its table; gives the number of days.
std::size_t hold(std::string const& name) {
  std::ifstream file{source / "tests/io/data/dossiers" / (name + ".txt")};
  REQUIRE(file);
  std::map<std::string, std::vector<std::string>> days;
  for (std::string line; std::getline(file, line);) days[line.substr(0, 10)].push_back(line);
  knowledge const k{load(source / "examples/data" / (name + ".json"))};
  for (auto const& [day, expected] : days) {
    std::vector<std::string> shown;
    for (auto const e : k.as_of(*dossier{}.as_of(day).as_of())) shown.push_back(line_of(day, e));
    CHECK(shown == expected);
  }
  return days.size();
}

}  // namespace

TEST_CASE("the dossier of Russia and the United States in 2025 says what was known on each day", "[dossiers]") {
  CHECK(hold("russia-us-2025") >= 15);
  knowledge const k{load(source / "examples/data/russia-us-2025.json")};
  // The denied meeting says who denied what.
  auto const denied = k.who_says_so("riyadh-2");
  REQUIRE(denied.front().of == field::status);
  CHECK(denied.front().value == "denied");
  CHECK(denied.front().those(stance::gives) == std::vector{report_id{"riyadh-2-denial"}});
  // The third round was announced, left without a date, and cancelled.
  std::vector<change_kind> life;
  for (auto const& c : k.history("moscow-3"))
    if (!c.of || *c.of == field::status || *c.of == field::when) life.push_back(c.kind);
  CHECK(life == std::vector{change_kind::first_heard_of, change_kind::announced, change_kind::said_undated, change_kind::cancelled});
  // Budapest was put off and never had a date.
  for (auto const& c : k.history("budapest")) CHECK(c.kind != change_kind::dated);
}

TEST_CASE("the dossier of the Black Sea Grain Initiative says what was known on each day", "[dossiers]") {
  CHECK(hold("black-sea-grain") >= 15);
  knowledge const k{load(source / "examples/data/black-sea-grain.json")};
  auto const disputes = k.as_of().disputes();
  REQUIRE(disputes.size() == 1);
  CHECK(disputes[0].event == event_id{"ext3"});
  CHECK(disputes[0].values == std::vector<std::string>{"2023-05-18", "2023-05-17"});
}

TEST_CASE("the dossier of Cold War talks says what may have been known on each day", "[dossiers]") { CHECK(hold("cold-war-talks") >= 15); }

TEST_CASE("the dossier of Minsk and Istanbul says what was known on each day", "[dossiers]") { CHECK(hold("minsk") >= 15); }

}  // namespace sinedie_test::dossiers_test
