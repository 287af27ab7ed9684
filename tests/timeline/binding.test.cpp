// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/detail/binding.hpp>

#include <string>

#include <sinedie/timeline/timeline.hpp>
#include <sinedie/timeline/where.hpp>

#include "catch.hpp"

namespace sinedie_test::binding_test {

using namespace sinedie;

namespace {

dossier world() {
  dossier d;
  d.add(party{"russia", localized{"Russia"}.in("fr", "Russie")}.kind(party_kind::state)).add(party{"un", "United Nations"}.alias("UNO"));
  d.add(venue{"turkiye", "Türkiye"}.kind("country"))
      .add(venue{"ru", "Russia"}.kind("country"))
      .add(venue{"istanbul", "Istanbul"}.in("turkiye"));
  d.add(series{"normalisation", "Normalising relations"}).add(document{"article"}.source("The Gazette"));
  d.add(event{"first-round"}.kind("negotiation.technical").on("2025-02-27").held());
  d.add(report{"r1", "first-round"}.in("article"));
  return d;
}

problem problem_of(timeline const& t, std::string const& text) {
  try {
    (void)t.select(query{text});
  } catch (error const& e) {
    return e.problems().front();
  }
  FAIL(text << " was answered");
  return {};
}

}  // namespace

TEST_CASE("names are found in any language and spelling") {
  timeline const t{world()};
  auto const bound = [&](std::string const& text) { return detail::bind(t.compilation(), query{text}).front(); };
  query const q{"party:RUSSIE"};
  CHECK(t.compilation().parties[detail::bind(t.compilation(), q).front().parties.front().front()] == "russia");
  CHECK_NOTHROW(t.select(query{"party:uno venue:\"turkiye\" venue:Türkiye venue:İSTANBUL"}));
  CHECK_NOTHROW(t.select(query{"series:\"NORMALISING relations\" or round:normalisation,2"}));
  CHECK_NOTHROW(t.select(query{"kind:negotiation.technical kind:meeting kind:summit source:\"the gazette\" source:article"}));
  query const within{"within:P1M,event:first-round"};
  auto const b = detail::bind(t.compilation(), within).front();
  CHECK(b.least == 28 * 86400);
  CHECK(b.most == 31 * 86400);
  (void)bound;
}

TEST_CASE("what isn't known is an error with the nearest known") {
  timeline const t{world()};
  struct unknown {
    std::string text, found, nearest;
    errc code;
  };
  for (auto const& u : {unknown{"party:rusia", "rusia", "\"russia\"", errc::unknown_id},
                        unknown{"between:un,rusia", "rusia", "\"russia\"", errc::unknown_id},
                        unknown{"venue:istambul", "istambul", "\"istanbul\"", errc::unknown_id},
                        unknown{"series:normalization", "normalization", "\"normalisation\"", errc::unknown_id},
                        unknown{"id:first-rond", "first-rond", "\"first-round\"", errc::unknown_id},
                        unknown{"allen:before,event:first-rond", "first-rond", "\"first-round\"", errc::unknown_id},
                        unknown{"kind:metting", "metting", "\"meeting\"", errc::unknown_word},
                        unknown{"plover:CONSULTS", "CONSULTS", "\"CONSULT\"", errc::unknown_word},
                        unknown{"source:gazette", "gazette", "", errc::unknown_id},
                        unknown{"source:\"the gazete\"", "the gazete", "\"The Gazette\"", errc::unknown_id}}) {
    auto const p = problem_of(t, u.text);
    CHECK(p.code == u.code);
    CHECK(p.found == u.found);
    CHECK(p.expected.find(u.nearest) != std::string::npos);
    CHECK(p.message.find(u.found) != std::string::npos);
  }
  CHECK(problem_of(t, "cameo:21").code == errc::unknown_word);
  CHECK(problem_of(t, "text:\"—\"").code == errc::bad_argument);
}

TEST_CASE("a country's state bears its id or name or alias") {
  timeline const t{world()};
  auto const& in = t.compilation();
  CHECK(in.parties[in.places.state[in.venues.find("ru")]] == "russia");
  CHECK(in.places.state[in.venues.find("turkiye")] == detail::nobody);
}

}  // namespace sinedie_test::binding_test
