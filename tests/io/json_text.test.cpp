// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include "io/json_text.hpp"
#include "io/json_verdicts.hpp"
#include "soak.hpp"

#include <chrono>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <simdjson.h>

namespace sinedie_test::json_text_test {

using namespace sinedie;
using namespace sinedie::detail;
using Catch::Matchers::ContainsSubstring;

namespace {

std::vector<problem> check(std::string_view text) { return check_json(text, {}); }

struct wrong_text {
  std::string text;
  errc code;
  std::size_t line;
  std::size_t column;
  std::string message;
};

std::string const everything = R"({ "sinedie": 1, "as_of": "2025-04-06", "a/b": {"m~n": [1, 2.5, -0.0, 1e-7, 18446744073709551615]},
  "text": "caf\u00e9 \ud83d\ude00 é 日本 \"q\" \\ \/ \b\f\n\r\t", "none": null, "yes": true, "no": false,
  "deep": [[[[{}]]], {"x": {"y": []}}], "": "empty key" })";

}  // namespace

TEST_CASE("a well-formed text has nothing wrong") {
  CHECK(check(everything).empty());
  for (char const* text : {"0", " -1 ", "\"\"", "[]", "{}", "true", "null", "\xEF\xBB\xBF{}", "1e308", "-9223372036854775808",
                           "18446744073709551615", "1e-400", "0e999999999999", "\r\n\t [ ] "}) {
    INFO(text);
    CHECK(check(text).empty());
  }
}

TEST_CASE("the first error is told with its line and column") {
  std::string const nul{"{\"a\":\0 1}", 9};
  wrong_text const table[] = {
      {"", errc::malformed, 1, 1, "nothing but blanks"},
      {"  \n ", errc::malformed, 2, 2, "nothing but blanks"},
      {"hello", errc::malformed, 1, 1, "\"hello\""},
      {"{\"a\": 1,}", errc::malformed, 1, 9, "one too many"},
      {"[1,\n 2,\n]", errc::malformed, 3, 1, "one too many"},
      {"[1 2]", errc::malformed, 1, 4, "a comma or ]"},
      {"{\"a\" 1}", errc::malformed, 1, 6, "a colon"},
      {"{\"a\": 1} {}", errc::malformed, 1, 10, "after the end"},
      {"1 2", errc::malformed, 1, 3, "after the end"},
      {"// x\n{}", errc::malformed, 1, 1, "no comments"},
      {"{\n/* x */}", errc::malformed, 2, 1, "no comments"},
      {"[NaN]", errc::malformed, 1, 2, "\"NaN\""},
      {"[Infinity]", errc::malformed, 1, 2, "\"Infinity\""},
      {"[-Infinity]", errc::malformed, 1, 2, "no JSON number"},
      {"[True]", errc::malformed, 1, 2, "\"True\""},
      {"[nulls]", errc::malformed, 1, 2, "\"nulls\""},
      {"{'a': 1}", errc::malformed, 1, 2, "double quotes"},
      {"{a: 1}", errc::malformed, 1, 2, "a key"},
      {"[1}", errc::malformed, 1, 3, "a comma or ]"},
      {"{\"a\": 1]", errc::malformed, 1, 8, "a comma or }"},
      {"]", errc::malformed, 1, 1, "a value"},
      {"[01]", errc::malformed, 1, 2, "no JSON number"},
      {"[1.]", errc::malformed, 1, 2, "no JSON number"},
      {"[.5]", errc::malformed, 1, 2, "a value"},
      {"[+1]", errc::malformed, 1, 2, "a value"},
      {"[0x10]", errc::malformed, 1, 2, "no JSON number"},
      {"[1e400]", errc::out_of_range, 1, 2, "too large"},
      {"[-1e400]", errc::out_of_range, 1, 2, "too large"},
      {"[123456789012345678901234567890]", errc::out_of_range, 1, 2, "too large"},
      {"[-9223372036854775809]", errc::out_of_range, 1, 2, "too large"},
      {"[\"\\ud800\"]", errc::bad_encoding, 1, 3, "surrogate"},
      {"[\"\\udc00\"]", errc::bad_encoding, 1, 3, "surrogate"},
      {"[\"\\ud800\\u0041\"]", errc::bad_encoding, 1, 3, "surrogate"},
      {"[\"\\x41\"]", errc::malformed, 1, 3, "no such escape"},
      {"[\"\\u12g4\"]", errc::malformed, 1, 3, "four hexadecimal digits"},
      {"[\"\\u0000\"]", errc::bad_character, 1, 3, "NUL"},
      {"[\"a\nb\"]", errc::bad_character, 1, 4, "line ends inside"},
      {"[\"a\tb\"]", errc::bad_character, 1, 4, "0x09"},
      {nul, errc::bad_character, 1, 6, "NUL"},
      {"[\"caf\xE9\"]", errc::bad_encoding, 1, 6, "0xE9 at offset 5"},
      {"[\"\xC0\xAF\"]", errc::bad_encoding, 1, 3, "UTF-8"},
      {"[\"\xED\xA0\x80\"]", errc::bad_encoding, 1, 3, "UTF-8"},
      {"[\xA0]", errc::bad_encoding, 1, 2, "UTF-8"},
      {"[\xC2\xA0]", errc::malformed, 1, 2, "a value"},
      {"\xEF\xBB\xBF{,}", errc::malformed, 1, 2, "a key"},
      {std::string{"{\0\"\0", 4}, errc::bad_encoding, 1, 1, "UTF-16"},
      {std::string{"\xFF\xFE{\0", 4}, errc::bad_encoding, 1, 1, "UTF-16"},
      {std::string{"\xFE\xFF\0{", 4}, errc::bad_encoding, 1, 1, "UTF-16"},
      {std::string{"\0\0\0{", 4}, errc::bad_encoding, 1, 1, "UTF-32"},
  };
  for (wrong_text const& wrong : table) {
    INFO(wrong.text);
    auto const problems = check(wrong.text);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == wrong.code);
    CHECK(problems[0].where.line == wrong.line);
    CHECK(problems[0].where.column == wrong.column);
    CHECK_THAT(problems[0].message, ContainsSubstring(wrong.message));
    CHECK(problems[0].offset.has_value());
  }
}

TEST_CASE("each of many texts gets the verdict of the grammar") {
  std::size_t accepted = 0, refused = 0;
  for (auto const text : sinedie_test::json_texts) {
    CAPTURE(text);
    CHECK(check(text).empty());
    ++accepted;
  }
  for (auto const text : sinedie_test::json_faults) {
    CAPTURE(text);
    auto const problems = check(text);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.line >= 1);
    CHECK(problems[0].where.column >= 1);
    CHECK_FALSE(problems[0].message.empty());
    ++refused;
  }
  CHECK(accepted >= 60);
  CHECK(refused >= 150);
}

TEST_CASE("a text cut at any byte is one error, never accepted") {
  REQUIRE(check(everything).empty());
  for (std::size_t cut = 0; cut < everything.size(); ++cut) {
    auto const problems = check(std::string_view{everything}.substr(0, cut));
    INFO(cut);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.line >= 1);
    CHECK(problems[0].where.column >= 1);
  }
}

TEST_CASE("nesting is accepted to 64 and refused beyond, a hundred thousand levels too") {
  for (std::size_t const depth : {1U, 63U, 64U}) {
    CHECK(check(std::string(depth, '[') + std::string(depth, ']')).empty());
  }
  for (std::size_t const depth : {65U, 100'000U}) {
    auto const problems = check(std::string(depth, '[') + std::string(depth, ']'));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == errc::limit);
    CHECK(problems[0].where.column == 65);
  }
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(check(objects).at(0).code == errc::limit);
}

TEST_CASE("a string longer than its limit is refused") {
  json_bounds bounds;
  bounds.string = 10;
  CHECK(check_json("[\"1234567890\"]", bounds).empty());
  auto const problems = check_json("[\"12345678901\"]", bounds);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == errc::limit);
  CHECK(problems[0].where.column == 2);
}

TEST_CASE("a key given twice is told with both places, however it is escaped") {
  auto const problems = check("{\"a\": 1,\n \"b\": {\"x\": [0, {\"k/\": 1, \"k/\": 2, \"k\\/\": 3}]},\n \"\\u0061\": 2}");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == errc::duplicate_key);
  CHECK(problems[0].where.line == 2);
  CHECK(problems[0].where.column == 27);
  CHECK(problems[0].where.pointer == "/b/x/1/k~1");
  CHECK_THAT(problems[0].message, ContainsSubstring("line 2, column 18"));
  CHECK(problems[1].where.column == 36);
  CHECK_THAT(problems[1].message, ContainsSubstring("line 2, column 18"));
  CHECK(problems[2].where.line == 3);
  CHECK(problems[2].where.column == 2);
  CHECK(problems[2].where.pointer == "/a");
  CHECK_THAT(problems[2].message, ContainsSubstring("line 1, column 2"));
  CHECK(check("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}, \"A\": 1, \"\": 1}").empty());
}

TEST_CASE("a hundred thousand keys cost what they weigh, equal or not") {
  std::string distinct = "{";
  std::string equal = "{";
  for (int i = 0; i < 100'000; ++i) {
    distinct += (i ? ",\"" : "\"") + std::string(40, 'k') + std::to_string(i) + "\":0";
    equal += i ? ",\"k\":0" : "\"k\":0";
  }
  auto const begin = std::chrono::steady_clock::now();
  CHECK(check(distinct + '}').empty());
  CHECK(check(equal + '}').size() == json_bounds{}.problems);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{5});
}

TEST_CASE("values are found by their JSON pointers") {
  auto const found = locate_json(
      everything, {"", "/sinedie", "/a~1b/m~0n/1", "/deep/1/x/y", "/", "/deep/2", "/nothing", "/deep", "/a~1b/m~0n/01"});
  auto const text = [&](json_extent const& e) { return everything.substr(e.begin, e.end - e.begin); };
  CHECK(text(found[0]) == everything);
  CHECK(text(found[1]) == "1");
  CHECK(text(found[2]) == "2.5");
  CHECK(text(found[3]) == "[]");
  CHECK(text(found[4]) == "\"empty key\"");
  CHECK_FALSE(found[5].found());
  CHECK_FALSE(found[6].found());
  CHECK(text(found[7]) == R"([[[[{}]]], {"x": {"y": []}}])");
  CHECK_FALSE(found[8].found());
  CHECK(everything.substr(found[7].key, 6) == "\"deep\"");
  CHECK(found[2].key == nowhere);
  CHECK(locate_json("{\"a\": 1, \"\\u0061\": 2}", {"/a"})[0].begin == 6);
  std::string const second{"/a\0001", 4};
  std::string const third{"/a\0002", 4};
  auto const doubled = locate_json("{\"a\": [1], \"\\u0061\": [2], \"a\": [3]}", {"/a/0", second + "/0", third + "/0"});
  CHECK(doubled[0].begin == 7);
  CHECK(doubled[1].begin == 22);
  CHECK(doubled[2].begin == 32);
}

TEST_CASE("members whose names begin with x- are found, the outermost of them, in order") {
  std::string const text = R"({"a": {"x-one": {"x-inner": [1]}, "b": 2}, "\u0078-two": "t", "xx-": 0, "l": [{"x-3": null}]})";
  auto const seen = examine_json(text, {});
  REQUIRE(seen.problems.empty());
  REQUIRE(seen.own.size() == 3);
  CHECK(text.substr(seen.own[0].begin, seen.own[0].end - seen.own[0].begin) == R"({"x-inner": [1]})");
  CHECK(text.substr(seen.own[1].begin, seen.own[1].end - seen.own[1].begin) == "\"t\"");
  CHECK(text.substr(seen.own[2].key, 5) == "\"x-3\"");
}

TEST_CASE("the members of the outermost object are found, with the items of those that are lists") {
  std::string const text = " {\"a\": [1, [2, {\"x\": []}], \"3\"], \"\\u0062\": {\"c\": [4]}, \"d\": true, \"e\": [ ]} ";
  auto const seen = examine_json(text, {});
  auto const at = [&](json_stretch s) { return text.substr(s.begin, s.end - s.begin); };
  REQUIRE(seen.is_object);
  REQUIRE(seen.parts.size() == 4);
  CHECK(at(seen.parts[0].value) == "[1, [2, {\"x\": []}], \"3\"]");
  REQUIRE(seen.parts[0].items.size() == 3);
  CHECK(at(seen.parts[0].items[0]) == "1");
  CHECK(at(seen.parts[0].items[1]) == "[2, {\"x\": []}]");
  CHECK(at(seen.parts[0].items[2]) == "\"3\"");
  CHECK(seen.parts[1].key == "b");
  CHECK(at(seen.parts[1].value) == "{\"c\": [4]}");
  CHECK_FALSE(seen.parts[1].is_list);
  CHECK(at(seen.parts[2].value) == "true");
  CHECK(seen.parts[3].is_list);
  CHECK(seen.parts[3].items.empty());
  json_bounds few;
  few.items = 2;
  for (auto const& some : {examine_json("{\"a\": [{}, [[1], 2], {\"b\": 3}, []], \"c\": [[]]}", few),
                           skim_json("{\"a\": [{}, [[1], 2], {\"b\": 3}, []], \"c\": [[]]}", few).value()}) {
    REQUIRE(some.parts.size() == 2);
    REQUIRE(some.parts[0].items.size() == 2);
    CHECK(some.parts[0].items[1].begin == 11);
    CHECK(some.parts[0].items[1].end == 19);
    CHECK(some.parts[0].value.end == 34);
    REQUIRE(some.parts[1].items.size() == 1);
    CHECK(some.parts[1].items[0].end == 44);
  }
  CHECK_FALSE(examine_json("[{\"a\": 1}]", {}).is_object);
  CHECK(examine_json("[{\"a\": 1}]", {}).parts.empty());
}

TEST_CASE("lines are counted from 1 and columns in bytes") {
  line_map const lines{"\xEF\xBB\xBFone\ntwé\r\n\nend"};
  CHECK(lines.at(3).line == 1);
  CHECK(lines.at(3).column == 1);
  CHECK(lines.at(7).line == 2);
  CHECK(lines.at(7).column == 1);
  CHECK(lines.at(14).line == 4);
  CHECK(lines.at(17).column == 4);
}

TEST_CASE("escapes mean what they say") {
  CHECK(unescape_json(R"(a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é)") == "a\"\\/\b\f\n\r\té😀é");
}

namespace {

// Texts near the border of what is JSON: a good one with a few bytes deleted, doubled, exchanged or put in.
struct mutator {
  std::mt19937_64 random{sinedie_test::seed()};
  std::vector<std::string> seeds{everything,
                                 R"([{"id":"a","when":null},{"id":"b","n":[1,-2,3.5e+2,0]},"\u0041\\"])",
                                 R"({"a":[true,false,null],"b":{"c":{"d":"e\nf"}},"n":-12.75E-3})",
                                 "[[],{},[{}],\"\",0,\"\xC3\xA9\"]"};

  std::string next() {
    auto const pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::string text = seeds[pick(seeds.size())];
    static constexpr char const* pieces[] = {",", ":", "{", "}", "[", "]", "\"", "\\", "0", "1", "-", ".", "e", "E+", "\\u", "\\ud83d",
                                             "\\udc00", "null", "tru", " ", "\n", "\t", "\x01", "\x7F", "\xC3", "\xA9", "\xF0\x9F\x98\x80",
                                             "\xED\xA0\x80", "/", "//", "NaN", "1e400", "1e-400", "99999999999999999999", "\\/", "\\x",
                                             "\xEF\xBB\xBF", "[[[[", "]]]]", "\"a\":", ",\"a\":1"};
    for (std::size_t n = 1 + pick(4) / 3; n > 0 && !text.empty(); --n) {
      std::size_t const at = pick(text.size());
      switch (pick(6)) {
        case 0: text.erase(at, 1 + pick(4)); break;
        case 1: text.insert(at, pieces[pick(std::size(pieces))]); break;
        case 2: text[at] = static_cast<char>(1 + pick(255)); break;
        case 3: text.replace(at, 1, pieces[pick(std::size(pieces))]); break;
        case 4: text.resize(at); break;
        default: text.insert(at, text.substr(pick(text.size()), pick(12)));
      }
    }
    return text;
  }
};

struct agreement {
  std::size_t both = 0, neither = 0, only_simdjson = 0, unexplained = 0;
  std::string example;
};

// `accepts` gives nothing where it accepts, else why not.
agreement compare(std::size_t cases, std::function<std::vector<problem>(std::string_view)> const& refuses) {
  mutator texts;
  simdjson::dom::parser parser;
  agreement seen;
  for (std::size_t i = 0; i < cases; ++i) {
    std::string const text = texts.next();
    auto const problems = refuses(text);
    bool const ours = problems.empty() || problems[0].code == errc::duplicate_key;
    simdjson::padded_string const padded{std::string_view{text}.substr(byte_order_mark(text))};
    bool const theirs = parser.parse(padded).error() == simdjson::SUCCESS;
    if (ours && theirs) ++seen.both;
    if (!ours && !theirs) ++seen.neither;
    if (!ours && theirs) {
      // Ours is the stricter in these, and in no others.
      bool const known = problems[0].code == errc::limit || problems[0].message.find("NUL") != std::string::npos ||
                         problems[0].message.find("surrogate") != std::string::npos;
      ++(known ? seen.only_simdjson : seen.unexplained);
      if (!known) seen.example = text;
    }
    if (ours && !theirs) {
      ++seen.unexplained;
      seen.example = text;
    }
  }
  return seen;
}

std::size_t cases() { return sinedie_test::rounds(100'000); }

}  // namespace

TEST_CASE("our scanner and simdjson agree on what is JSON") {
  agreement const seen = compare(cases(), check);
  std::cout << "json_text: " << cases() << " mutated texts: " << seen.both << " accepted and " << seen.neither << " refused by both, "
            << seen.only_simdjson << " refused by us alone for a stated reason\n";
  INFO(seen.example);
  CHECK(seen.unexplained == 0);
  CHECK(seen.both > cases() / 20);
  CHECK(seen.neither > cases() / 20);
}

TEST_CASE("the comparison with simdjson finds a scanner that lets a trailing comma pass") {
  agreement const seen = compare(20'000, [](std::string_view text) {
    std::string lax{text};
    for (std::size_t at = lax.find(",]"); at != std::string::npos; at = lax.find(",]")) lax.erase(at, 1);
    return check(lax);
  });
  CHECK(seen.unexplained > 0);
}

}  // namespace sinedie_test::json_text_test
