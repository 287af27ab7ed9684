// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/why.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::why_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("why as a table has a line for each limit and the place in sentences", "[why]") {
  dossier d;
  d.add(event{"talks"}.held().on("2025-02-18")).add(event{"round"}.after("talks"));
  timeline const t{d};
  conclusions const known{t};
  auto const text = why_table(t, known, event_id{"round"});
  CHECK_THAT(text, ContainsSubstring("starts, earliest  2025-02-18"));
  CHECK_THAT(text, ContainsSubstring("\"talks\" is dated 2025-02-18"));
  CHECK_THAT(text, ContainsSubstring("Nothing says how late it may end."));
  CHECK_THAT(text, ContainsSubstring("Stands after \"talks\", for certain, by a relation"));
  showing french;
  french.language = "fr";
  CHECK_THAT(why_markdown(t, known, event_id{"round"}, french), ContainsSubstring("Se place après « talks », pour sûr"));
}

TEST_CASE("why as JSON gives bounds and chains as data", "[why]") {
  dossier d;
  d.add(event{"talks"}.held().on("2025-02-18")).add(event{"round"}.after("talks"));
  timeline const t{d};
  conclusions const known{t};
  auto const json = why_json(t, known, event_id{"round"});
  CHECK_THAT(json, ContainsSubstring("\"latest\": {\"value\": null, \"chain\": []"));
  CHECK_THAT(json, ContainsSubstring("\"value\": \"2025-02-18\""));
  CHECK_THAT(json, ContainsSubstring("\"order\": \"relation\""));
}

TEST_CASE("check says what leaving a statement out would gain", "[why][check]") {
  dossier d;
  d.add(event{"a"}.before("b")).add(event{"b"}.before("a"));
  timeline const t{d};
  CHECK_THAT(check_text(t), ContainsSubstring("without this all else could hold: \"b\" is before \"a\""));
  CHECK_THAT(check_json(t), ContainsSubstring("{\"statement\": 1, \"frees\": 1, \"settles\": true}"));
  showing french;
  french.language = "fr";
  CHECK_THAT(check_text(t, french), ContainsSubstring("Tout ne peut pas être vrai : « a » a lieu avant « b »"));
}

}  // namespace sinedie_test::why_test
