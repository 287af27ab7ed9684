// SPDX-License-Identifier: BSL-1.0
// The chronology on data that nobody here made up.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <sinedie/timeline/conclusions.hpp>

#include "catch.hpp"
#include "data.hpp"

namespace sinedie_test::real_chronology_test {

using namespace sinedie;

namespace {

/// Rows of a CSV file by the names of its header; quotes as in RFC 4180.
std::vector<std::map<std::string, std::string>> rows_of(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  std::stringstream all;
  all << in.rdbuf();
  std::string const text = all.str();
  std::vector<std::vector<std::string>> cells{{std::string{}}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') cells.back().back() += text[i++];
    else if (c == '"') quoted = !quoted;
    else if (!quoted && c == ',') cells.back().emplace_back();
    else if (!quoted && c == '\n') cells.push_back({std::string{}});
    else if (c != '\r') cells.back().back() += c;
  }
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t r = 1; r < cells.size(); ++r) {
    if (cells[r].size() != cells[0].size()) continue;
    rows.emplace_back();
    for (std::size_t i = 0; i < cells[r].size(); ++i) rows.back()[cells[0][i]] = cells[r][i];
  }
  return rows;
}

/// Gives the event its date; one that isn't EDTF leaves it undated.
bool date(event& e, std::string const& text) {
  if (text.empty() || text == "NA") return true;
  auto const d = time::dating::try_parse(text);
  if (!d) return false;
  e.on(*d);
  return true;
}

struct real {
  dossier all;
  std::size_t broken = 0;  ///< dates that aren't EDTF
};

/// Each treaty as *signed*, then *in force*, then *terminated*; those of which there is a day, or that must be between.
real treaties(std::filesystem::path const& ggo, std::filesystem::path const& ieadb) {
  real r;
  std::map<std::string, int> seen;
  for (auto const* const file : {&ggo, &ieadb})
    for (auto const& row : rows_of(*file)) {
      auto id = std::string{file == &ggo ? "g:" : "i:"} + row.at("treatyID");
      for (auto& c : id)
        if (c == ':' || c == '"' || c == '(' || c == ')' || c == ',' || c == ' ') c = '_';
      if (int const n = seen[id]++; n > 0) id += "#" + std::to_string(n + 1);
      event is_signed{event_id{id + "/signed"}}, force{event_id{id + "/force"}}, ended{event_id{id + "/terminated"}};
      auto const give = [&](event& e, std::string const& text) { r.broken += !date(e, text); };
      give(is_signed, row.at("Signature"));
      give(force, row.at("Force"));
      bool const ends = !row.at("Term").empty() && row.at("Term") != "NA";
      give(ended, row.at("Term"));
      // A treaty may enter into force on the day on which it is signed, but not before it.
      force.related(relation_kind::follows_up, event_id{id + "/signed"});
      if (ends) ended.related(relation_kind::follows_up, event_id{id + "/force"});
      r.all.add(std::move(is_signed)).add(std::move(force));
      if (ends) r.all.add(std::move(ended));
    }
  return r;
}

}  // namespace

TEST_CASE("treaties as signed, in force and terminated load and solve, and those whose own dates clash are listed", "[real]") {
  auto const ggo = sinedie_test::real_data("treaties/ggo_agreements.csv");
  auto const ieadb = sinedie_test::real_data("treaties/ieadb_agreements.csv");
  if (!ggo || !ieadb) return;
  auto const r = treaties(*ggo, *ieadb);
  timeline const t{r.all};
  CHECK(t.size() > 13000);
  CHECK(t.contradictions().size() > 10);
  conclusions const known{t};
  std::size_t undated = 0, bounded = 0;
  for (auto const e : t) {
    if (e.stated()) continue;
    ++undated;
    bounded += e.limits().any();
  }
  CHECK(bounded > 1000);
  std::size_t settled = 0;
  for (std::size_t i = 0; i < t.contradictions().size(); ++i) {
    // Of one treaty, and no other.
    auto const& c = t.contradictions()[i];
    REQUIRE(c.events.size() >= 2);
    auto const own = c.events[0].str().substr(0, c.events[0].str().find('/'));
    for (auto const& id : c.events) CHECK(id.str().substr(0, id.str().find('/')) == own);
    settled += known.drops(i).front().settles;
  }
  CHECK(settled == t.contradictions().size());
  WARN("treaties: " << t.size() << " events, " << undated << " undated, " << bounded << " of them with limits; " << r.broken
                    << " dates that aren't EDTF; " << t.contradictions().size() << " contradictions, the first: "
                    << to_sentence(t.contradictions().front()));
}

TEST_CASE("the visits of a century and a half solve, and nothing in them clashes", "[real]") {
  auto const travels = sinedie_test::real_data("us_travel/us_leader_travels.csv");
  auto const visits = sinedie_test::real_data("us_travel/foreign_leader_visits_us.csv");
  if (!travels || !visits) return;
  dossier d;
  for (auto const* const file : {&travels, &visits})
    for (auto const& row : rows_of(**file)) {
      event e{event_id{row.at("id")}};
      auto const& from = row.at("start_date");
      auto const& to = row.at("end_date");
      if (!date(e, from == to || to.empty() ? from : from + "/" + to)) continue;
      d.add(std::move(e));
    }
  timeline const t{d};
  CHECK(t.size() > 7000);
  CHECK(t.contradictions().empty());
  conclusions const known{t};
  auto const groups = known.open_groups();
  std::size_t longest = 0, most = 0;
  for (auto const& g : groups) {
    most += g.size();
    longest = std::max(longest, g.size());
  }
  CHECK(longest > 1);
  WARN("visits: " << t.size() << " events in " << groups.size() << " groups of open order with " << most << " of them, the largest of "
                  << longest);
}

TEST_CASE("the cold-war talks solve with their relations", "[real]") {
  auto const talks = sinedie_test::real_data("series/cold_war_talks.csv");
  if (!talks) return;
  dossier d;
  std::size_t relations = 0;
  for (auto const& row : rows_of(*talks)) {
    event e{event_id{row.at("id")}};
    if (row.at("kind") == "held") e.held();
    else e.scheduled();
    REQUIRE(date(e, row.at("date_edtf")));
    if (auto const& text = row.at("relation"); !text.empty()) {
      auto const blank = text.find(' ');
      e.related(*to_relation_kind(text.substr(0, blank)), event_id{text.substr(blank + 1)});
      ++relations;
    }
    d.add(std::move(e));
  }
  timeline const t{d};
  CHECK(t.size() == 16);
  CHECK(relations == 13);
  conclusions const known{t};
  for (auto const& c : t.contradictions()) WARN("cold war: " << to_sentence(c));
  CHECK(known.precedes(event_id{"glassboro"}, event_id{"salt2-signed"}) == truth::yes);
  CHECK(known.stands(event_id{"begin-visit"}, relation_kind::contains, event_id{"camp-david"}) != truth::no);
}

}  // namespace sinedie_test::real_chronology_test
