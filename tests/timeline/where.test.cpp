// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/where.hpp>

#include <chrono>
#include <string>

#include "catch.hpp"

namespace sinedie_test::where_test {

using namespace sinedie;

namespace {

errc code_of(auto const& action) {
  try {
    action();
  } catch (error const& e) {
    return e.code();
  }
  return errc::unreadable;  // which no query raises
}

}  // namespace

TEST_CASE("each builder gives the term of its text") {
  CHECK(where::party("russia") == query{"party:russia"});
  CHECK(where::venue("Saudi Arabia") == query{"venue:\"Saudi Arabia\""});
  CHECK(where::kind("summit") == query{"kind:summit"});
  CHECK(where::status(status::under_way) == query{"status:under_way"});
  CHECK(where::topic("grain") == query{"topic:grain"});
  CHECK(where::series("rounds") == query{"series:rounds"});
  CHECK(where::during("2025-02") == query{"during:2025-02"});
  CHECK(where::before(std::string{"2025-02"}) == query{"before:2025-02"});
  CHECK(where::after(time::dating{"2025-02"}) == query{"after:2025-02"});
  CHECK(where::on(std::string_view{"2025-02-18"}) == query{"on:2025-02-18"});
  CHECK(where::undated() == query{"undated"});
  CHECK(where::host("x") == query{"host:x"});
  CHECK(where::guest("x") == query{"guest:x"});
  CHECK(where::role("speaker") == query{"role:speaker"});
  CHECK(where::role("speaker", "A B") == query{"role:speaker,\"A B\""});
  CHECK(where::between("a", "b") == query{"between:a,b"});
  CHECK(where::between({"a", "b", "c, d"}) == query{"between:a,b,\"c, d\""});
  CHECK(where::only({"a"}) == query{"only:a"});
  CHECK(where::third_country() == query{"host:third-country"});
  CHECK(where::ground("x") == query{"ground:x"});
  CHECK(where::premises("third-country") == query{"premises:third-country"});
  CHECK(where::cameo("04") == query{"cameo:04"});
  CHECK(where::plover("CONSULT") == query{"plover:CONSULT"});
  CHECK(where::occurred() == query{"occurred"});
  CHECK(where::planned() == query{"planned"});
  CHECK(where::may_occur() == query{"may_occur"});
  CHECK(where::off() == query{"off"});
  CHECK(where::mode(mode::telephone) == query{"mode:telephone"});
  CHECK(where::why_undated(why_undated::withheld) == query{"why:withheld"});
  CHECK(where::round(2) == query{"round:2"});
  CHECK(where::round("rounds", 12) == query{"round:rounds,12"});
  CHECK(where::datedness(time::datedness::partial) == query{"datedness:partial"});
  CHECK(where::source("The Gazette") == query{"source:\"The Gazette\""});
  CHECK(where::id("visit") == query{"id:visit"});
  CHECK(where::text("grain") == query{"text:grain"});
  CHECK(where::allen(relation_kind::during, event_id{"x"}) == query{"allen:during,event:x"});
  CHECK(where::allen(relation_kind::met_by, time::dating{"[2025-01,2025-03]"}) == query{"allen:met_by,\"[2025-01,2025-03]\""});
  CHECK(where::within(time::duration{"P30D"}, event_id{"x"}) == query{"within:P30D,event:x"});
  CHECK(where::within(time::duration{"P1M"}, time::dating{"2025-02"}) == query{"within:P1M,2025-02"});
  for (std::size_t i = 0; i < flag_words.size(); ++i) CHECK(where::has(static_cast<flag>(i)) == query{flag_words[i]});
  for (std::size_t i = 0; i < status_words.size(); ++i) {
    CHECK(where::status(static_cast<status>(i)).text() == "status:" + std::string{status_words[i]});
  }
  CHECK(where::certainly(where::during("2025-02")) == query{"certainly during:2025-02"});
  CHECK(where::possibly(where::exactly(where::venue("x"))) == query{"possibly exactly venue:x"});
  CHECK(where::exactly(where::possibly(where::venue("x"))) == query{"possibly exactly venue:x"});
  CHECK(where::exactly(where::kind("x")) == query{"exactly kind:x"});
}

TEST_CASE("a term holds its value as given, and its date or flag") {
  query const q = where::during("2025-02");
  REQUIRE(q.terms().size() == 1);
  CHECK(q.terms().front().key == term_key::during);
  CHECK(q.terms().front().value == "2025-02");
  CHECK(q.terms().front().when == time::dating{"2025-02"});
  query const f = where::has(flag::overdue);
  CHECK(f.terms().front().key == term_key::flagged);
  CHECK(f.terms().front().flag == flag::overdue);
  CHECK(f.terms().front().value == "overdue");
  CHECK(!f.terms().front().when);
}

TEST_CASE("a civil day makes a query that reads back") {
  using namespace std::chrono_literals;
  query const q = where::on(time::dating{std::chrono::sys_days{2025y / 2 / 18}});
  CHECK(q.text() == "on:2025-02-18");
  CHECK(query{q.text()} == q);
}

TEST_CASE("values that no query can hold are refused") {
  CHECK(code_of([] { (void)where::party(""); }) == errc::empty);
  CHECK(code_of([] { (void)where::kind("a\xFF"); }) == errc::bad_encoding);
  CHECK(code_of([] { (void)where::during("2025-02-30"); }) == errc::no_such_day);
  CHECK(code_of([] { (void)where::between({"a"}); }) == errc::bad_argument);
  CHECK(code_of([] { (void)where::between(std::vector<std::string>(65, "a")); }) == errc::bad_argument);
  CHECK(code_of([] { (void)where::only({}); }) == errc::bad_argument);
  CHECK(code_of([] { (void)where::between("a", ""); }) == errc::empty);
  CHECK(code_of([] { (void)where::cameo("4"); }) == errc::bad_syntax);
  CHECK(code_of([] { (void)where::cameo("04X"); }) == errc::bad_syntax);
  CHECK(code_of([] { (void)where::round(0); }) == errc::bad_argument);
  CHECK(code_of([] { (void)where::allen(relation_kind::part_of, event_id{"x"}); }) == errc::bad_argument);
  CHECK(code_of([] { (void)where::within(time::duration{"P1D"}, time::dating{"1917-10-25", time::calendar::julian}); }) ==
        errc::bad_argument);
  CHECK(code_of([] { (void)where::during(time::dating{"1917-10-25", time::calendar::julian}); }) == errc::bad_argument);
}

TEST_CASE("certainly and possibly go with a term or with whatever is joined") {
  for (auto const prefix : {&where::certainly, &where::possibly}) {
    for (query const& q : {query{}, where::party("a"), where::venue("a"), where::during("2025"), where::before("2025"), where::kind("a"),
                           where::after("2025"), where::on("2025"), where::between("a", "b"), where::host("a"), where::third_country(),
                           where::within(time::duration{"P1D"}, event_id{"x"}), where::allen(relation_kind::meets, event_id{"x"}),
                           where::undated(), !where::party("a"), where::party("a") && where::party("b"),
                           !(where::off() || where::undated()),
                           where::off() || where::certainly(where::on("2025")), !where::possibly(where::off() && where::undated())}) {
      CHECK(query{prefix(q).text()} == prefix(q));
      CHECK(prefix(prefix(q)) == prefix(q));
      CHECK((!!prefix(q)) == prefix(q));
    }
  }
  CHECK(where::certainly(where::off() && !where::undated()).text() == "certainly (off not undated)");
  CHECK((!where::possibly(where::off() || where::undated()) && where::off()).text() == "not possibly (off or undated) off");
  for (auto const& q : {where::party("a"), where::off() && where::undated()}) {
    CHECK(code_of([&] { (void)where::certainly(where::possibly(q)); }) == errc::bad_argument);
    CHECK(code_of([&] { (void)where::possibly(where::certainly(q)); }) == errc::bad_argument);
  }
}

TEST_CASE("exactly goes with parties or a venue or a kind") {
  for (query const& q : {where::party("a"), where::venue("a"), where::kind("a"), where::between("a", "b"), where::only({"a"})})
    CHECK(where::exactly(q).terms().front().exactly);
  for (query const& q : {query{}, where::during("2025"), where::status(status::held), where::topic("a"), where::series("a"),
                         where::undated(), !where::party("a"), where::party("a") || where::party("b")}) {
    CHECK(code_of([&] { (void)where::exactly(q); }) == errc::bad_argument);
  }
}

}  // namespace sinedie_test::where_test
