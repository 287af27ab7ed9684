// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>

#include "fuzz/dossier.hpp"
#include "io/json_text.hpp"
#include "soak.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <simdjson.h>

namespace sinedie_test::dossier_file_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

std::string const folder = SINEDIE_SOURCE_DIR "/tests/io/data/";
std::string every_member() { return read_file(folder + "every-member.json"); }

std::vector<problem> problems_of(std::string_view json, reading const& how = {}) {
  try {
    (void)read_dossier(json, how);
    return {};
  } catch (error const& e) {
    return std::vector<problem>(e.problems().begin(), e.problems().end());
  }
}

// The pointers of all values outside members that begin with x-.
std::vector<std::string> pointers_of(std::string const& json) {
  simdjson::dom::parser parser;
  std::vector<std::string> found;
  std::vector<std::pair<std::string, simdjson::dom::element>> open{{"", parser.parse(json).value()}};
  while (!open.empty()) {
    auto const [pointer, value] = open.back();
    open.pop_back();
    found.push_back(pointer);
    if (value.is_object()) {
      for (auto const member : value.get_object()) {
        if (member.key.starts_with("x-") && pointer.find("/attributes") == std::string::npos) continue;
        std::string inner = pointer;
        detail::append_pointer(inner, member.key);
        open.emplace_back(inner, member.value);
      }
    } else if (value.is_array()) {
      std::size_t index = 0;
      for (auto const item : value.get_array()) {
        std::string inner = pointer;
        detail::append_pointer(inner, index++);
        open.emplace_back(inner, item);
      }
    }
  }
  return found;
}

std::string replaced(std::string text, detail::json_extent const& at, std::string_view by) {
  return text.replace(at.begin, at.end - at.begin, by);
}

bool has(std::vector<problem> const& problems, errc code, std::string const& pointer) {
  for (problem const& p : problems) {
    if (p.code == code && p.where.pointer == pointer) return true;
  }
  return false;
}

std::string minimal(std::string const& members) { return "{\"sinedie\": 1, " + members + "}"; }

struct scratch {
  scratch() {
    std::string name = (fs::temp_directory_path() / "sinedie-dossier-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path = name;
  }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;
  ~scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path put(char const* name, std::string const& text) const {
    std::ofstream{path / name, std::ios::binary} << text;
    return path / name;
  }
  fs::path path;
};

}  // namespace

TEST_CASE("a file with every member comes back byte for byte") {
  std::string const text = every_member();
  dossier const d = read_dossier(text);
  CHECK(d.parties().size() == 6);
  CHECK(d.events().size() == 4);
  CHECK(d.reports().size() == 4);
  CHECK(to_json(d) == text);
}

TEST_CASE("what a file says is what the dossier holds") {
  dossier const d = read_dossier(every_member());
  CHECK(d.as_of() == std::chrono::sys_days{std::chrono::year{2025} / 4 / 6});
  CHECK(d.title().get("fr") == "Chaque membre une fois");

  party const lavrov = d.find_party("lavrov")->value();
  REQUIRE(lavrov.offices().size() == 3);
  CHECK(lavrov.offices()[0].when->dating()->text() == "2004-03-09/..");
  CHECK(lavrov.offices()[1].when->is_none());
  CHECK_FALSE(lavrov.offices()[2].when.has_value());
  CHECK(lavrov.memberships()[0].in == "security-council");
  REQUIRE(lavrov.extensions().size() == 1);
  CHECK(lavrov.extensions()[0].pointer == "/offices/1/x-unsure");

  venue const istanbul = d.find_venue("istanbul")->value();
  CHECK(istanbul.at() == coordinates{41.01, 28.98});
  CHECK(istanbul.in() == venue_id{"turkiye"});

  event const second = d.find_event("second-round")->value();
  claim_fields const& f = second.fields();
  CHECK(f.status == status::announced);
  CHECK(f.when->is_none());
  CHECK(f.expected->as_written() == "au printemps");
  CHECK(f.expected->basis() == basis::inferred);
  CHECK(f.why_undated == why_undated::unannounced);
  REQUIRE(f.venues->size() == 4);
  CHECK((*f.venues)[1] == venue_choice::possible("us-residence"));
  CHECK((*f.venues)[2] == venue_choice::one_of({"istanbul", "riyadh"}));
  CHECK((*f.venues)[3] == venue_choice::not_in({"turkiye"}));
  CHECK((*f.parties)[0] == participation{"lavrov", "speaker", party_id{"russia"}});
  CHECK_FALSE(f.modes.has_value());
  CHECK(second.relations()[0].gap.at_most->text() == "P3M");
  CHECK(second.attributes()[1].key == "x-not-an-extension");

  event const treaty = d.find_event("treaty")->value();
  CHECK(treaty.fields().when->dating()->stated_in() == time::calendar::julian);
  CHECK(treaty.fields().venues->empty());
  CHECK(treaty.fields().parties->empty());
  CHECK_FALSE(treaty.fields().status.has_value());

  report const r1 = d.find_report("r1")->value();
  CHECK(r1.citing()[1] == citation{report_id{"r0"}});
  CHECK(r1.says()->fields().by->front() == "russia");
  report const r2 = d.find_report("r2")->value();
  CHECK(r2.says().has_value());
  CHECK_FALSE(r2.denies().has_value());
  CHECK(d.find_report("r0")->value().rank() == rank::normal);
  CHECK_FALSE(d.find_report("r3")->value().rank().has_value());
  CHECK(d.find_report("r3")->value().said()->is_none());
}

TEST_CASE("the dossier of April 2025 reads, and writing what was written changes nothing") {
  std::string const text = read_file(SINEDIE_SOURCE_DIR "/examples/data/istanbul-april-2025.json");
  std::string const once = to_json(read_dossier(text));
  CHECK(to_json(read_dossier(once)) == once);
}

TEST_CASE("a value of the wrong type is told at its own pointer, for every member there is") {
  std::string const text = every_member();
  auto const pointers = pointers_of(text);
  auto const places = detail::locate_json(text, pointers);
  std::size_t tried = 0;
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    std::string const& at = pointers[i];
    if (at.empty()) continue;
    REQUIRE(places[i].found());
    bool const coordinate = at.find("/at/") != std::string::npos;
    for (std::string const wrong : {"7.5", "[7.5]", "{\"zz\": 7.5}", "\"\\t no such thing : (\""}) {
      if (coordinate && wrong == "7.5") continue;
      bool const is_text = wrong.front() == '"';
      if (is_text) {
        // free text may say anything
        bool free = false;
        for (char const* word : {"/title", "/note", "/name", "/aliases/", "/zone", "/role", "/topics/", "/attributes/",
                                 "/as_written", "/source", "/url", "/unnamed"}) {
          free = free || at.find(word) != std::string::npos;
        }
        if (free) continue;
      }
      auto const problems = problems_of(replaced(text, places[i], wrong));
      INFO(at << " as " << wrong);
      REQUIRE_FALSE(problems.empty());
      bool told = false;
      for (problem const& p : problems)
        told = told || (p.where.pointer.starts_with(at) && p.where.line > 0 && p.where.column > 0 && !p.message.empty());
      CHECK(told);
      ++tried;
    }
  }
  std::cout << "dossier_file: " << tried << " wrong values in " << pointers.size() << " places\n";
}

TEST_CASE("a misspelt member is told at its key, with the nearest that there is") {
  std::string const text = every_member();
  auto const pointers = pointers_of(text);
  auto const places = detail::locate_json(text, pointers);
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    std::string const& at = pointers[i];
    bool const map = at.find("/attributes/") != std::string::npos || at.find("/name/") != std::string::npos ||
                     at.find("/title/") != std::string::npos || at.find("/note/") != std::string::npos ||
                     at.find("/unnamed/") != std::string::npos;
    if (at.empty() || map || places[i].key == detail::nowhere) continue;
    std::string misspelt = text;
    misspelt.insert(places[i].key + 2, "qq");  // after the first letter
    auto const key = at.substr(at.rfind('/') + 1);
    std::string const wrong = at.substr(0, at.rfind('/') + 1) + key.substr(0, 1) + "qq" + key.substr(1);
    auto const problems = problems_of(misspelt);
    INFO(wrong);
    REQUIRE(has(problems, errc::unknown_member, wrong));
  }
  auto const one = problems_of(minimal("\"events\": [\n{\"id\": \"a\", \"expectd\": null}]"));
  REQUIRE(one.size() == 1);
  CHECK(one[0].code == errc::unknown_member);
  CHECK(one[0].where.line == 2);
  CHECK(one[0].where.column == 13);
  CHECK_THAT(one[0].message, ContainsSubstring("did you mean \"expected\"?"));
}

TEST_CASE("all problems of a file come together, each with line, pointer, value and what was expected") {
  std::string const text = R"({
  "sinedie": 1,
  "as_of": "2025-04",
  "parties": [
    {"id": "russia", "kind": "sate"},
    {"id": "russia"},
    {"id": "has blank"},
    {"name": "nobody"}
  ],
  "venues": [{"id": "istanbul", "in": "istanbul"}, {"id": "a", "in": "b"}, {"id": "b", "in": "a"}],
  "events": [
    {"id": "e1", "when": "2025-02-30"},
    {"id": "e2", "when": "2025-13"},
    {"id": "e3", "when": 20250227},
    {"id": "e4", "when": "27/02/2025"},
    {"id": "e5", "when": "2025-04/2025-02"},
    {"id": "e6", "relations": [{"after": "e6"}, {"after": "nothing"}]},
    {"id": "e7", "parties": ["russia", "rusia"], "status": "maybe", "series": [{"id": "s", "round": 0}]},
    {"id": "e8", "status": "held", "status": "denied"},
    {"id": "e9", "colour": "red"}
  ],
  "reports": [{"id": "r1"}, {"id": "r2", "about": "e1", "document": "none"}]
})";
  auto const problems = problems_of(text);
  struct expected_problem {
    errc code;
    char const* pointer;
    std::size_t line;
  };
  expected_problem const table[] = {
      {errc::bad_syntax, "/as_of", 3},
      {errc::unknown_word, "/parties/0/kind", 5},
      {errc::duplicate_id, "/parties/1/id", 6},
      {errc::bad_id, "/parties/2/id", 7},
      {errc::missing_member, "/parties/3", 8},
      {errc::self_reference, "/venues/0/in", 10},
      {errc::no_such_day, "/events/0/when", 12},
      {errc::no_such_day, "/events/1/when", 13},
      {errc::wrong_type, "/events/2/when", 14},
      {errc::bad_syntax, "/events/3/when", 15},
      {errc::reversed, "/events/4/when", 16},
      {errc::self_reference, "/events/5/relations/0/after", 17},
      {errc::unknown_id, "/events/5/relations/1/after", 17},
      {errc::unknown_id, "/events/6/parties/1", 18},
      {errc::unknown_word, "/events/6/status", 18},
      {errc::out_of_range, "/events/6/series/0/round", 18},
      {errc::unknown_id, "/events/6/series/0/id", 18},
      {errc::duplicate_key, "/events/7/status", 19},
      {errc::unknown_member, "/events/8/colour", 20},
      {errc::missing_member, "/reports/0", 22},
      {errc::unknown_id, "/reports/1/document", 22},
      {errc::ring, "/venues/1/in", 10},
  };
  for (expected_problem const& e : table) {
    INFO(e.pointer);
    bool found = false;
    for (problem const& p : problems) {
      if (p.where.pointer != e.pointer) continue;
      if (p.code == e.code) found = true;
      CHECK(p.where.line == e.line);
      CHECK(p.where.column > 0);
    }
    CHECK(found);
  }
  CHECK(problems.size() == std::size(table));
  for (problem const& p : problems) UNSCOPED_INFO(to_string(p));
  CHECK(has(problems, errc::unknown_id, "/events/6/parties/1"));
}

TEST_CASE("an id given twice names both places") {
  auto const problems = problems_of(minimal("\"events\": [\n{\"id\": \"a\"},\n{\"id\": \"b\"},\n {\"id\": \"a\"}]"));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == errc::duplicate_id);
  CHECK(problems[0].where.pointer == "/events/2/id");
  CHECK(problems[0].where.line == 4);
  CHECK_THAT(problems[0].message, ContainsSubstring("/events/0, line 2, column 8"));
}

TEST_CASE("what stands under a key that is given twice is told at its own place") {
  auto const problems = problems_of("{\"sinedie\": 1, \"reports\": 1,\n"
                                    " \"events\": [{\"id\": \"e\",\n"
                                    "  \"venues\": [7],\n"
                                    "  \"venues\": [8, 9],\n"
                                    "  \"venues\": [\"a\", {\"venue\": 10}]}],\n"
                                    " \"reports\": [\n"
                                    "  {\"id\": \"r\", \"about\": \"e\", \"citing\": \"lavrov\"}]}");
  std::vector<std::string> found;
  for (auto const& p : problems)
    found.push_back(std::to_string(p.where.line) + ':' + std::to_string(p.where.column) + ' ' + p.where.pointer + ' ' +
                    std::string{to_string(p.code)});
  CHECK(found == std::vector<std::string>{"1:27 /reports wrong_type", "3:14 /events/0/venues/0 wrong_type",
                                          "4:3 /events/0/venues duplicate_key", "4:14 /events/0/venues/0 wrong_type",
                                          "4:17 /events/0/venues/1 wrong_type", "5:3 /events/0/venues duplicate_key",
                                          "5:29 /events/0/venues/1/venue wrong_type", "6:2 /reports duplicate_key",
                                          "7:39 /reports/0/citing wrong_type"});
}

TEST_CASE("a value that is declared and reported is told with both places") {
  auto const problems = problems_of("{\"sinedie\": 1, \"events\": [{\"id\": \"d\"},\n"
                                    "  {\"id\": \"e\",\n"
                                    "   \"when\": \"2025\"}], \"reports\": [\n"
                                    "  {\"id\": \"r\", \"about\": \"e\", \"says\": {\"when\": \"2025-02\"}}]}");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where.line == 4);
  CHECK(problems[0].where.pointer == "/reports/0/says/when");
  CHECK(problems[0].other.line == 3);
  CHECK(problems[0].other.column == 12);
  CHECK(problems[0].other.pointer == "/events/1/when");
  CHECK_THAT(problems[0].message, ContainsSubstring("line 3 (at /events/1/when)"));
}

TEST_CASE("thousands of entries that differ between two files are told without reading either again for each") {
  std::string one = "{\"sinedie\": 1, \"events\": [", two = one;
  for (int i = 0; i < 20'000; ++i) {
    auto const id = "{\"id\": \"e" + std::to_string(i) + "\", \"title\": ";
    one += (i == 0 ? "" : ",\n") + id + "\"one\"}";
    two += (i == 0 ? "" : ",\n") + id + "\"two\"}";
  }
  fs::path const folder_of_both = fs::temp_directory_path() / "sinedie-differing";
  fs::create_directories(folder_of_both);
  save_atomically(folder_of_both / "one.json", one + "]}");
  save_atomically(folder_of_both / "two.json", two + "]}");
  auto const problems = [&] {
    try {
      (void)load({folder_of_both / "one.json", folder_of_both / "two.json"});
      return std::vector<problem>{};
    } catch (error const& e) {
      return std::vector<problem>(e.problems().begin(), e.problems().end());
    }
  }();
  fs::remove_all(folder_of_both);
  REQUIRE(problems.size() == 20'000);
  CHECK(problems.back().where.line == 20'000);
  CHECK(problems.back().other.line == 20'000);
  CHECK(problems.back().other.file.ends_with("one.json"));
}

TEST_CASE("what isn't JSON is one error with line and column") {
  for (std::string const text :
       {"", "hello", "{\"sinedie\": 1,}", "{\"sinedie\": 1} 2", "{\"sinedie\": 1, \"note\": \"caf\xE9\"}", "[1e400]"}) {
    auto const problems = problems_of(text);
    INFO(text);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.line == 1);
    CHECK(problems[0].where.column >= 1);
  }
  CHECK(problems_of(std::string(100'000, '[')).at(0).code == errc::limit);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"x-a\":";
  CHECK(problems_of(deep).at(0).code == errc::limit);
  CHECK(problems_of("\xEF\xBB\xBF{\"sinedie\": 1}").empty());
  CHECK(has(problems_of("[]"), errc::wrong_type, ""));
  CHECK(has(problems_of("{}"), errc::missing_member, ""));
  CHECK(has(problems_of("{\"sinedie\": 2}"), errc::out_of_range, "/sinedie"));
}

TEST_CASE("a file cut at any byte is never half loaded") {
  std::string text = every_member();
  text.pop_back();  // the last line break may go
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    auto const problems = problems_of(std::string_view{text}.substr(0, cut));
    if (problems.size() != 1 || problems[0].where.line == 0) FAIL("cut at " << cut);
  }
}

TEST_CASE("whatever a mutated file says, reading it ends with a dossier that writes itself stably or with problems that have places") {
  std::string const text = every_member();
  std::mt19937_64 random{sinedie_test::seed()};
  auto const pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::size_t read = 0;
  std::size_t refused = 0;
  static constexpr char const* pieces[] = {
      "null", "[]", "{}", "\"a\"", "1", "true", ",", "\"x-y\": 1,", "2025-02-30", "\"id\": \"russia\",", "\\u0000", "\xC3"};
  std::size_t const rounds = sinedie_test::rounds(4'000);
  for (std::size_t i = 0; i < rounds; ++i) {
    std::string mutated = text;
    for (std::size_t n = 1 + pick(2); n > 0; --n) {
      std::size_t const at = pick(mutated.size());
      switch (pick(5)) {
        case 0: mutated.erase(at, 1 + pick(6)); break;
        case 1: mutated.insert(at, pieces[pick(std::size(pieces))]); break;
        case 2: mutated[at] = static_cast<char>('a' + pick(26)); break;
        case 3: mutated[at] = static_cast<char>('0' + pick(10)); break;
        default: {
          std::size_t const from = pick(mutated.size());
          std::size_t const length = pick(40);
          mutated.insert(at, mutated.substr(from, length));
        }
      }
    }
    try {
      std::string const once = to_json(read_dossier(mutated));
      REQUIRE(to_json(read_dossier(once)) == once);
      ++read;
    } catch (error const& e) {
      for (problem const& p : e.problems()) {
        if (p.where.line == 0 && p.code != errc::limit) FAIL(to_string(p));
      }
      ++refused;
    }
  }
  std::cout << "dossier_file: " << rounds << " mutated files: " << read << " read, " << refused << " refused\n";
  CHECK(read > 0);
  CHECK(refused > 0);
}

TEST_CASE("limits hold: bytes, entries, strings, problems") {
  reading how;
  how.bytes = 20;
  CHECK(problems_of(minimal("\"note\": \"longer than that\""), how).at(0).code == errc::limit);
  how = {};
  how.records = 2;
  CHECK(has(problems_of(minimal("\"events\": [{\"id\": \"a\"}], \"parties\": [{\"id\": \"a\"}, {\"id\": \"b\"}]"), how),
            errc::limit, "/parties/1"));
  how = {};
  how.string = 4;
  CHECK(problems_of(minimal("\"note\": \"12345\""), how).at(0).code == errc::limit);
  how = {};
  how.problems = 10;
  std::string events = "\"events\": [";
  for (int i = 0; i < 1000; ++i) events += (i ? ",{\"id\": \"e" : "{\"id\": \"e") + std::to_string(i) + "\", \"when\": 1}";
  auto const problems = problems_of(minimal(events + "]"), how);
  CHECK(problems.size() == 11);
  CHECK(problems.back().code == errc::limit);
}

TEST_CASE("the day of knowledge that the caller names is the one") {
  reading how;
  how.as_of = std::chrono::sys_days{std::chrono::year{2025} / 5 / 1};
  CHECK(read_dossier(minimal("\"as_of\": \"2025-04-06\""), how).as_of() == std::chrono::sys_days{std::chrono::year{2025} / 4 / 6});
  CHECK(read_dossier("{\"sinedie\": 1}").as_of() == std::nullopt);
}

TEST_CASE("a dossier built in C++ comes back equal from its file") {
  dossier d;
  d.add(party{"russia", localized{"Russia"}.in("fr", "Russie")}.kind(party_kind::state));
  d.add(event{"second-round", "Second"}.between("russia").announced().no_date(why_undated::unannounced).no_venue_yet());
  d.extension({"/x-a~1b", "[1, 2]"});
  std::string const text = to_json(d);
  dossier const back = read_dossier(text);
  CHECK(back.find_party("russia")->value() == d.find_party("russia")->value());
  CHECK(back.find_event("second-round")->value() == d.find_event("second-round")->value());
  REQUIRE(back.extensions().size() == 1);
  CHECK(back.extensions()[0].pointer == "/x-a~1b");
  CHECK(to_json(back) == text);
}

TEST_CASE("a member of one's own that can't be written is an error, not lost") {
  dossier d;
  d.add(event{"a"}.extension({"/relations/0/x-y", "1"}));
  CHECK_THROWS_WITH(to_json(d), ContainsSubstring("stands in nothing that is written"));
  dossier bad;
  bad.add(event{"a"}.extension({"/x-y", "{"}));
  CHECK_THROWS_AS(to_json(bad), error);
  dossier plain;
  plain.extension({"/title", "\"t\""});
  CHECK_THROWS_WITH(to_json(plain), ContainsSubstring("doesn't begin with x-"));
}

TEST_CASE("files merge: equal entries are one, different ones an error that names both places") {
  scratch const here;
  fs::path const a =
      here.put("a.json", minimal("\"as_of\": \"2025-04-06\",\n\"parties\": [{\"id\": \"p\", \"name\": \"P\"}],\n\"events\": "
                                 "[{\"id\": \"e\", \"parties\": [\"p\"], \"relations\": [{\"after\": \"f\"}]}]"));
  fs::path const b = here.put(
      "b.json", minimal("\"events\": [{\"id\": \"f\"}],\n\"parties\": [{\"name\": \"P\", \"id\": \"p\"}, {\"id\": \"q\"}]"));
  dossier const both = load({a, b});
  CHECK(both.parties().size() == 2);
  CHECK(both.events().size() == 2);
  CHECK(both.as_of().has_value());
  // alone, a refers to nothing
  CHECK_THROWS_WITH(load(a), ContainsSubstring("\"f\""));

  fs::path const c = here.put("c.json", minimal("\"as_of\": \"2025-04-07\",\n\n\"parties\": [\n{\"id\": \"p\", \"name\": \"Other\"}]"));
  try {
    (void)load({a, b, c});
    FAIL("merged");
  } catch (error const& e) {
    REQUIRE(e.problems().size() == 2);
    for (problem const& p : e.problems()) {
      CHECK(p.where.file == c.string());
      CHECK_THAT(p.message, ContainsSubstring(a.string()));
    }
    bool entry = false;
    bool day = false;
    for (problem const& p : e.problems()) {
      if (p.code == errc::duplicate_id) {
        entry = true;
        CHECK(p.where.line == 4);
        CHECK(p.where.pointer == "/parties/0");
        CHECK_THAT(p.message, ContainsSubstring("line 2"));
      } else {
        day = true;
        CHECK(p.code == errc::conflict);
        CHECK(p.where.pointer == "/as_of");
        CHECK(p.where.line == 1);
      }
    }
    CHECK(entry);
    CHECK(day);
  }
  reading how;
  how.as_of = std::chrono::sys_days{std::chrono::year{2025} / 4 / 30};
  fs::path const e = here.put("e.json", minimal("\"as_of\": \"2025-04-08\""));
  CHECK(load({a, b, e}, how).as_of() == std::nullopt);  // of its own; nothing tells which
  CHECK_THROWS_AS(load(std::vector<fs::path>{}), error);
  CHECK_THROWS_AS(load({a, here.path / "missing.json"}), error);

  fs::path const dangling = here.put("dangling.json", minimal("\"events\": [\n{\"id\": \"g\", \"venues\": [\"nowhere\"]}]"));
  try {
    (void)load({b, dangling});
    FAIL("loaded");
  } catch (error const& x) {
    REQUIRE(x.problems().size() == 1);
    CHECK(x.where().file == dangling.string());
    CHECK(x.where().line == 2);
    CHECK(x.where().pointer == "/events/0/venues/0");
  }
}

TEST_CASE("dossiers in memory merge as files do") {
  dossier a;
  a.add(event{"e"}.held()).add(party{"p"});
  dossier b;
  b.add(event{"e"}.held()).add(event{"f"});
  CHECK(merge({a, b}).events().size() == 2);
  CHECK(merge({}).events().empty());
  dossier c;
  c.add(event{"e"}.cancelled());
  try {
    (void)merge({a, c});
    FAIL("merged");
  } catch (error const& e) {
    CHECK(e.code() == errc::duplicate_id);
    CHECK_THAT(std::string{e.what()}, ContainsSubstring("dossier 1 (at /events/0)"));
  }
  CHECK(a.events().size() == 1);
}

TEST_CASE("what can't be loaded or saved leaves everything as it was") {
  scratch const here;
  dossier d;
  d.add(event{"a"}.after("nothing"));
  fs::path const file = here.put("d.json", "old");
  CHECK_THROWS_AS(save(d, file), error);
  CHECK(read_file(file) == "old");
  d.add(event{"nothing"});
  save(d, file);
  CHECK(to_json(load(file)) == read_file(file));
  auto const folder_instead = try_load(here.path);
  REQUIRE_FALSE(folder_instead.has_value());
  CHECK_THAT(folder_instead.error().message, ContainsSubstring("it is a folder"));
  auto const bad = try_load(here.put("bad.json", "{\"sinedie\": 1,\n \"events\": [{\"when\": 1}]}"));
  REQUIRE_FALSE(bad.has_value());
  CHECK_THAT(bad.error().message, ContainsSubstring("the first of 2 problems"));
  CHECK_THAT(to_string(bad.error()), ContainsSubstring("bad.json:2:"));
  CHECK_FALSE(try_read_dossier("").has_value());
  CHECK(try_read_dossier("{\"sinedie\": 1}").has_value());
}

TEST_CASE("the reader takes what the schema's samples call valid and refuses what they call invalid") {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  auto const dangling_only = [](std::vector<problem> const& problems) {
    for (problem const& p : problems) {
      if (p.code != errc::unknown_id) return false;
    }
    return true;
  };
  for (auto const& file : fs::directory_iterator{SINEDIE_SOURCE_DIR "/tests/schema/valid"}) {
    if (!file.path().filename().string().starts_with("dossier-")) continue;
    auto const problems = problems_of(read_file(file.path()));
    INFO(file.path());
    for (problem const& p : problems) UNSCOPED_INFO(to_string(p));
    CHECK(dangling_only(problems));
    ++valid;
  }
  for (auto const& file : fs::directory_iterator{SINEDIE_SOURCE_DIR "/tests/schema/invalid"}) {
    if (!file.path().filename().string().starts_with("dossier-")) continue;
    auto const problems = problems_of(read_file(file.path()));
    INFO(file.path());
    CHECK_FALSE(dangling_only(problems));
    ++invalid;
  }
  CHECK(valid > 5);
  CHECK(invalid > 50);
}

TEST_CASE("whatever holds of any file holds of the corpus, the samples and the real dossiers") {
  std::size_t replayed = 0;
  for (auto const* const where : {"/tests/fuzz/dossier", "/tests/schema/valid", "/tests/schema/invalid", "/examples/data"})
    for (auto const& file : fs::directory_iterator{SINEDIE_SOURCE_DIR + std::string{where}}) {
      if (std::string_view{where}.starts_with("/tests/schema") && !file.path().filename().string().starts_with("dossier-")) continue;
      INFO(file.path());
      CHECK(sinedie_fuzz::dossier_holds(read_file(file.path())));
      ++replayed;
    }
  CHECK(replayed > 180);
}

}  // namespace sinedie_test::dossier_file_test
