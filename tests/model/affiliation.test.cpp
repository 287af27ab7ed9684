// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/affiliation.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::affiliation_test {

using namespace sinedie;

TEST_CASE("an office counts while it lasts, an organ always, a membership never", "[affiliation]") {
  dossier d;
  d.add(party{"russia"}).add(party{"league"}).add(party{"ministry"}.organ_of("russia"));
  d.add(party{"lavrov"}.office({"russia", "Minister", "2004-03-09/.."}).member_of({"league"}));
  d.add(party{"aide"}.office({"ministry"})).add(party{"stranger"});
  affiliations const who{d};
  auto const in = [](char const* edtf) { return time::dating{edtf}.limits(); };
  CHECK(who.acts_for("lavrov", "russia", in("2025-04-01")) == truth::yes);
  CHECK(who.acts_for("lavrov", "russia", in("2004")) == truth::maybe);
  CHECK(who.acts_for("lavrov", "russia", in("2003")) == truth::no);
  CHECK(who.acts_for("lavrov", "russia", time::limits::none()) == truth::maybe);
  CHECK(who.acts_for("lavrov", "league", in("2025")) == truth::no);
  CHECK(who.acts_for("ministry", "russia", in("1950")) == truth::yes);
  CHECK(who.acts_for("aide", "russia", in("2025")) == truth::maybe);  // an office without a date
  CHECK(who.acts_for("stranger", "russia", in("2025")) == truth::no);
  CHECK(who.acts_for("nobody", "russia", in("2025")) == truth::no);
  CHECK(who.acts_for("russia", "russia", in("2025")) == truth::yes);
}

TEST_CASE("offices that lead round in a ring end", "[affiliation]") {
  dossier d;
  d.add(party{"a"}.office({"b"})).add(party{"b"}.office({"c"})).add(party{"c"}.office({"a"})).add(party{"x"});
  affiliations const who{d};
  CHECK(who.acts_for("a", "c", time::limits::none()) == truth::maybe);
  CHECK(who.acts_for("a", "x", time::limits::none()) == truth::no);
}

}  // namespace sinedie_test::affiliation_test
