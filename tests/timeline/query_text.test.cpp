// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/query_text.hpp>

#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/model/relation.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::query_text_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

problem refused(std::string_view text) {
  auto const q = query::try_parse(text);
  INFO(text);
  REQUIRE(!q);
  CHECK_THROWS_AS(query{text}, error);
  return q.error();
}

struct wrong {
  std::string text;
  errc code;
  std::size_t offset;
  std::string found;
  std::string in_message;
};

query random_term(std::mt19937_64& random) {
  static std::vector<std::string> const values{
      "a",  "russia", "Saudi Arabia", "(x)", "\"",   "\\",        "a\\b",     "x:y",       ":",  "and",    "or",
      "-",  "a,b",    " ",            "not", "\n",   "undated",   "party:x",  "certainly", "'",  "x\\\"", "a\"b)",
      "\xC2\xA0", "\\\\\"", "\xF0\x9F\x95\x8A", "\xC5\x82\xC3\xB3" "d\xC5\xBA"};
  static std::vector<std::string> const dates{
      "2025", "2025-02", "2025-02-18/..", "2025-02-18/2025-02-20", "[2025-01,2025-03]", "2025-02-18?", "2025-01-01T10:00:00"};
  auto const value = [&] { return values[random() % values.size()]; };
  auto const date = [&] { return std::string_view{dates[random() % dates.size()]}; };
  query q;
  switch (random() % 20) {
    case 0: q = where::party(value()); break;
    case 1: q = where::venue(value()); break;
    case 2: q = where::kind(value()); break;
    case 3: return where::status(static_cast<sinedie::status>(random() % 10));
    case 4: return where::topic(value());
    case 5: return where::series(value());
    case 6: q = where::during(date()); break;
    case 7: q = where::before(date()); break;
    case 8: q = where::after(date()); break;
    case 9: q = where::on(date()); break;
    case 10: q = where::between({value(), value(), value()}); break;
    case 11: q = where::only({value()}); break;
    case 12: q = random() % 2 ? where::role(value()) : where::role(value(), value()); break;
    case 13: return random() % 2 ? where::round(7) : where::round(value(), 12);
    case 14: q = where::allen(static_cast<relation_kind>(random() % 13), event_id{"second-round"}); break;
    case 15: q = where::allen(static_cast<relation_kind>(random() % 13), time::dating{date()}); break;
    case 16: q = where::within(time::duration{"P1M3D"}, event_id{"x\\y"}); break;
    case 17: q = where::within(time::duration{"PT4H"}, time::dating{date()}); break;
    case 18: q = random() % 2 ? where::ground(value()) : where::premises("third-country"); break;
    case 19: return random() % 2 ? where::planned() : where::third_country();
    default: return where::has(static_cast<sinedie::flag>(random() % 18));
  }
  term_key const key = q.terms().front().key;
  if (random() % 3 == 0) q = random() % 2 ? where::certainly(q) : where::possibly(q);
  if (takes_exactly(key) && random() % 3 == 0) q = where::exactly(q);
  return q;
}

query random_query(std::mt19937_64& random, int depth) {
  if (depth == 0 || random() % 5 == 0) return random_term(random);
  if (random() % 4 == 0) return !random_query(random, depth - 1);
  if (random() % 8 == 0) {
    auto all = random_query(random, depth - 1) && where::off();
    return random() % 2 == 0 ? where::certainly(std::move(all)) : where::possibly(std::move(all));
  }
  bool const all = random() % 2 == 0;
  query q = random_query(random, depth - 1);
  for (auto more = 1 + random() % 3; more > 0; --more) {
    query next = random_query(random, depth - 1);
    q = all ? std::move(q) && std::move(next) : std::move(q) || std::move(next);
  }
  return q;
}

/// The same query written at length: other blanks, `and` spelt out, parentheses that nobody needs.
std::string at_length(query const& q, std::mt19937_64& random) {
  std::vector<std::string> stack;
  auto const blank = [&] { return std::string{random() % 3 == 0 ? "\t\n" : random() % 2 == 0 ? "\xE2\x80\x83" : " "}; };
  for (query::step const& s : q.steps()) {
    if (s.what == query::op::term) {
      stack.push_back(to_string(q.terms()[s.term]));
      continue;
    }
    std::size_t const from = stack.size() - s.count;
    std::string text = s.what == query::op::negation    ? "(not" + blank()
                       : s.what == query::op::certainly ? "(certainly ( "
                       : s.what == query::op::possibly  ? "(possibly( "
                                                        : "( ";
    for (std::size_t i = from; i < stack.size(); ++i) {
      if (i != from) text += blank() + (s.what == query::op::disjunction ? "or" : random() % 2 == 0 ? "and" : "") + blank();
      text += stack[i];
    }
    stack.resize(from);
    bool const twice = s.what == query::op::certainly || s.what == query::op::possibly;
    stack.push_back(text + blank() + (twice ? "))" : ")"));
  }
  return stack.back();
}

}  // namespace

TEST_CASE("each construction has one spelling and is read from it") {
  for (std::string const text :
       {"party:russia", "venue:\"Saudi Arabia\"", "kind:negotiation.technical", "status:under_way", "topic:grain", "series:round",
        "during:2025-02", "before:2025-02-18", "after:2025", "on:2025-02-18", "undated", "no_date_yet", "denied_by_some", "postponed",
        "not undated", "certainly during:2025-02", "possibly exactly party:russia", "exactly kind:meeting", "party:a venue:b",
        "party:a or venue:b", "party:a venue:b or not undated", "(party:a or venue:b) undated", "not (party:a venue:b)",
        "not (party:a or venue:b)", "during:2025-01-01T10:00:00", "during:\"[2025-01,2025-03]\"", "party:\"a \\\"b\\\" \\\\c\"",
        "party:and", "party:a:b", "party:a\\b", "between:a,b,\"c d\"", "only:a", "role:speaker,\"a,b\"", "round:2", "round:talks,2",
        "allen:met_by,event:x", "allen:before,\"[2025-01,2025-03]\"", "within:P30D,event:x", "within:PT4H,2025-02", "occurred",
 "not host:third-country", "certainly premises:third-country", "planned",
        "certainly (party:a or venue:b)", "not possibly (party:a venue:b) undated", "certainly (not undated)", "not everything",
        "party:a or everything", "possibly status:held",
        "exactly only:a,b", "cameo:046", "plover:CONSULT", "text:\"a b\"",
        "possibly within:P1D,event:x", "why:withheld", "mode:in_person", "datedness:exact", "source:a", "id:a"}) {
    CHECK(query{text}.text() == text);
  }
}

TEST_CASE("other spellings lead to the same query") {
  auto const same = [](std::string_view given, std::string_view canonical) { CHECK(query{given}.text() == canonical); };
  same("party:a and venue:b", "party:a venue:b");
  same("  ( ( undated ) )\n", "undated");
  same("party:\"russia\"", "party:russia");
  same("party:a or (venue:b and topic:c)", "party:a or venue:b topic:c");
  same("party:a or (venue:b or topic:c)", "party:a or venue:b or topic:c");
  same("(party:a venue:b)(topic:c)undated", "party:a venue:b topic:c undated");
  same("not not undated", "undated");
  same("not not not undated", "not undated");
  same("not(not(party:a or undated))", "party:a or undated");
  same("not(undated)", "not undated");
  same("exactly certainly party:a", "certainly exactly party:a");
  same("certainly (party:a)", "certainly party:a");
  same("certainly((certainly (off undated)))", "certainly (off undated)");
  same("not (certainly (off undated))", "not certainly (off undated)");
  same("(everything)", "everything");
  same("not not everything", "everything");
  same("party:a\xC2\xA0venue:b", "party:a venue:b");
}

TEST_CASE("not binds closer than and, and and closer than or") {
  auto const a = [] { return where::party("a"); };
  auto const b = [] { return where::party("b"); };
  auto const c = [] { return where::party("c"); };
  CHECK(query{"party:a or party:b party:c"} == (a() || (b() && c())));
  CHECK(query{"party:a party:b or party:c"} == ((a() && b()) || c()));
  CHECK(query{"(party:a or party:b) party:c"} == ((a() || b()) && c()));
  CHECK(query{"not party:a party:b"} == (!a() && b()));
  CHECK(query{"party:a not party:b or party:c"} == ((a() && !b()) || c()));
  CHECK(query{"not (party:a or party:b) and party:c"} == (!(a() || b()) && c()));
}

TEST_CASE("what can't be read is refused with its offset, what stood there and what is wrong") {
  std::vector<wrong> const all{
      {"partyy:a", errc::unknown_word, 0, "partyy", "did you mean 'party'"},
      {"undated venu:b", errc::unknown_word, 8, "venu", "did you mean 'venue'"},
      {"disputd", errc::unknown_word, 0, "disputd", "did you mean 'disputed'"},
      {"undated AND disputed", errc::unknown_word, 8, "AND", "did you mean 'and'"},
      {"held", errc::unknown_word, 0, "held", "did you mean 'status:held'"},
      {"party", errc::unknown_word, 0, "party", "a key stands before ':'"},
      {"flagged:undated", errc::unknown_word, 0, "flagged", "flags stand alone"},
      {"flagged", errc::unknown_word, 0, "flagged", "no word of queries"},
      {"undated:x", errc::unknown_word, 0, "undated", "flags stand alone"},
      {"(undated", errc::bad_syntax, 8, "", "'(' at offset 0 isn't closed"},
      {"undated)", errc::bad_syntax, 7, ")", "closes nothing"},
      {"party:\"a", errc::bad_syntax, 8, "", "'\"' at offset 6 isn't closed"},
      {"party:\"a\\\"", errc::bad_syntax, 10, "", "isn't closed"},
      {"party:\"a\\", errc::bad_syntax, 9, "", "'\\'"},
      {"party:\"a\\n\"", errc::bad_syntax, 9, "n", "'\\'"},
      {"party:\"a\"b", errc::bad_syntax, 9, "b", "right behind"},
      {"party:a\"b\"", errc::bad_character, 7, "\"", "begins no value"},
      {"\"a\"", errc::bad_character, 0, "\"", "begins no value"},
      {"party:a,b", errc::bad_character, 7, ",", "in double quotes"},
      {"party:a(b)", errc::bad_character, 7, "(", "in double quotes"},
      {"undated(disputed)", errc::bad_character, 7, "(", "white space"},
      {":a", errc::bad_syntax, 0, ":", "without a key"},
      {"party:", errc::empty, 6, "", "no value"},
      {"party: a", errc::empty, 6, "", "no value"},
      {"party:\"\"", errc::empty, 7, "", "no value"},
      {"status:hold", errc::unknown_word, 7, "hold", "possible, proposed, announced, scheduled, postponed, under_way, held"},
      {"undated status:\"x y\"", errc::unknown_word, 16, "x y", "no status"},
      {"()", errc::bad_syntax, 1, ")", "missing after '('"},
      {"and", errc::bad_syntax, 0, "and", "missing at the beginning"},
      {"undated or", errc::bad_syntax, 10, "", "missing after 'or'"},
      {"undated or or disputed", errc::bad_syntax, 11, "or", "missing after 'or'"},
      {"(undated and ) ", errc::bad_syntax, 13, ")", "missing after 'and'"},
      {"not", errc::bad_syntax, 3, "", "missing after 'not'"},
      {"not not", errc::bad_syntax, 7, "", "missing after 'not'"},
      {"certainly", errc::bad_syntax, 9, "", "missing after 'certainly'"},
      {"certainly ()", errc::bad_syntax, 11, ")", "missing after '('"},
      {"certainly exactly (party:a)", errc::bad_syntax, 18, "(", "missing after 'exactly'"},
      {"certainly (possibly party:a)", errc::bad_syntax, 10, "(", "says \"possibly\" behind 'certainly'"},
      {"off possibly(certainly (off undated))", errc::bad_syntax, 12, "(", "says \"certainly\" behind 'possibly'"},
      {"third_country", errc::unknown_word, 0, "third_country", "did you mean 'host:third-country'"},
      {"", errc::empty, 0, "", "an empty query"},
      {" \t", errc::empty, 2, "", "an empty query"},
      {"certainly not party:a", errc::bad_syntax, 10, "not", "missing after 'certainly'"},
      {"certainly possibly party:a", errc::bad_syntax, 10, "possibly", "can't follow"},
      {"exactly exactly party:a", errc::bad_syntax, 8, "exactly", "can't follow"},
      {"exactly during:2025", errc::bad_syntax, 8, "during:2025", "behind 'exactly'"},
      {"undated\xFF", errc::bad_encoding, 7, "\xFF", "UTF-8"},
      {"during:2025-02-30", errc::no_such_day, 15, "3", "2025-02-30"},
      {"undated during:\"2025-02-30\"", errc::no_such_day, 24, "3", "2025-02-30"},
      {"during:\"\\\"2025\"", errc::bad_syntax, 8, "\"", "'during'"},
      {"before:soon", errc::bad_syntax, 7, "s", "soon"},
      {"between:a", errc::bad_syntax, 9, "", "has one value"},
      {"between:a,", errc::empty, 10, "", "an empty value"},
      {"between:a,,b", errc::empty, 10, "", "an empty value"},
      {"between:a, b", errc::empty, 10, "", "an empty value"},
      {"role:a,b,c", errc::bad_character, 8, ",", "behind value 2"},
      {"allen:during", errc::bad_syntax, 12, "", "has one value"},
      {"allen:inside,event:x", errc::unknown_word, 6, "inside", "no relation of Allen's"},
      {"allen:befor,event:x", errc::unknown_word, 6, "befor", "did you mean 'before'"},
      {"allen:during,event:", errc::empty, 19, "", "an empty value"},
      {"allen:during,event:\"a b\"", errc::bad_id, 21, " b", "no event id"},
      {"allen:during,soon", errc::bad_syntax, 13, "s", "soon"},
      {"within:30,event:x", errc::bad_syntax, 7, "30", "isn't a duration"},
      {"within:\"P1Q\",2025", errc::bad_syntax, 10, "Q", "isn't a duration"},
      {"round:0", errc::bad_syntax, 6, "0", "no number of a round"},
      {"round:talks,two", errc::bad_syntax, 12, "two", "no number of a round"},
      {"cameo:4x", errc::bad_syntax, 7, "x", "no code of CAMEO"},
      {"mode:phone", errc::unknown_word, 5, "phone", "no mode"},
      {"why:unanounced", errc::unknown_word, 4, "unanounced", "did you mean 'unannounced'"},
      {"datedness:exactly", errc::unknown_word, 10, "exactly", "did you mean 'exact'"},
      {"id:\"a b\"", errc::bad_id, 5, " b", "no event id"},
      {"ocurred", errc::unknown_word, 0, "ocurred", "did you mean 'occurred'"},
      {"occurred:yes", errc::unknown_word, 0, "occurred", "it stands alone"},
  };
  for (wrong const& w : all) {
    INFO(w.text);
    problem const p = refused(w.text);
    CHECK(p.code == w.code);
    CHECK(p.offset == w.offset);
    CHECK(p.found.substr(0, w.found.size()) == w.found);
    CHECK(p.found.empty() == w.found.empty());
    CHECK_THAT(p.message, ContainsSubstring(w.in_message));
    CHECK(!p.expected.empty());
  }
}

TEST_CASE("a text of 64 KiB is read and one byte more is refused") {
  std::string text = "undated";
  while (text.size() + 8 <= query::most_bytes) text += " undated";
  text.append(query::most_bytes - text.size(), ' ');
  CHECK(query{text}.terms().size() > 8000);
  problem const p = refused(text + ' ');
  CHECK(p.code == errc::too_long);
  CHECK(p.offset == query::most_bytes);
  CHECK_THAT(p.message, ContainsSubstring("65537 bytes"));
}

TEST_CASE("parentheses are read 64 deep and no deeper") {
  auto const nested = [](std::size_t n) { return std::string(n, '(') + "undated" + std::string(n, ')'); };
  CHECK(query{nested(64)}.text() == "undated");
  problem const p = refused(nested(65));
  CHECK(p.code == errc::limit);
  CHECK(p.offset == 64U);
  CHECK(refused(std::string(query::most_bytes, '(')).code == errc::limit);
  std::string nots;
  while (nots.size() + 4 + 7 <= query::most_bytes) nots += "not ";
  CHECK(query{nots + "undated"}.terms().size() == 1);
}

TEST_CASE("a term prints as it stands in a query") {
  query const q{"possibly exactly venue:\"a b\""};
  std::ostringstream out;
  out << q.terms().front();
  CHECK(out.str() == "possibly exactly venue:\"a b\"");
}

TEST_CASE("a random query is read back from its text, and from the same said at length") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(4000);
  std::size_t planted = 0;
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < cases; ++i) {
    query const q = random_query(random, static_cast<int>(random() % 5));
    std::string const text = q.text();
    INFO(text);
    query const again{text};
    REQUIRE(again == q);
    REQUIRE(again.text() == text);
    std::string const longer = at_length(q, random);
    INFO(longer);
    REQUIRE(query{longer} == q);
    // A planted fault: one term more is another query and another text.
    query const other = q && where::topic("planted");
    ++planted;
    if (!(query{other.text()} == q) && other.text() != text) ++noticed;
  }
  CHECK(noticed == planted);
  std::cout << cases << " random queries read back, " << noticed << " planted faults found\n";
}

TEST_CASE("garbage is read or refused within its bounds, and never the same text in two ways") {
  static std::vector<std::string> const pieces{
      "(",    ")",       "\"",       "\\",     ":",           ",",       " ",          "\n",       "and ",      "or ",
      "not ", "party:",  "venue:",   "during:", "status:held", "2025-02", "certainly ", "exactly ", "undated",   "disputed ",
      "a",    "x y",     "2025-13",  "flagged", "kind:x ",     "\\\"",    "\xC2\xA0",   "\xFF",     "\xC3",      "party:\"a b\""};
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(20000);
  std::size_t read = 0;
  for (std::size_t i = 0; i < cases; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) {
      if (random() % 16 == 0) {
        text += static_cast<char>(static_cast<unsigned char>(random() % 256));
      } else {
        text += pieces[random() % pieces.size()];
      }
    }
    auto const q = query::try_parse(text);
    if (q) {
      ++read;
      REQUIRE(query{q->text()} == *q);
      REQUIRE(query{q->text()}.text() == q->text());
    } else {
      INFO(detail::quoted(text));
      REQUIRE(q.error().offset.has_value());
      REQUIRE(*q.error().offset <= text.size());
      REQUIRE(q.error().found.size() <= text.size() - *q.error().offset);
      REQUIRE(!q.error().message.empty());
    }
  }
  CHECK(read > cases / 100);
  CHECK(read < cases);
  std::cout << cases << " texts of garbage, " << read << " of them queries\n";
}

}  // namespace sinedie_test::query_text_test
