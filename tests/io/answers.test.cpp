// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/answers.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::answers_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

timeline talks() {
  dossier d;
  d.add(party{"russia", localized{}.in("en", "Russia").in("fr", "Russie")}).add(party{"united-states", "United States\x1b[31m"});
  d.add(event{"a"}.between("russia", "united-states").on("2025-02-18").held()).add(event{"b"});
  return timeline{d};
}

}  // namespace

TEST_CASE("counts are shown by names and harmless") {
  auto const t = talks();
  auto const c = count_by(t, {}, grouping::pair);
  auto const text = counts_table(t, c, grouping::pair);
  CHECK_THAT(text, ContainsSubstring("Russia – United States\\u{1b}[31m"));
  CHECK_THAT(text, ContainsSubstring("none"));
  CHECK_THAT(text, ContainsSubstring("2 events\n"));
  CHECK(text.find('\x1b') == std::string::npos);
  showing french;
  french.language = "fr";
  CHECK_THAT(counts_table(t, c, grouping::pair, french), ContainsSubstring("Russie"));
  CHECK_THAT(counts_markdown(t, c, grouping::pair), ContainsSubstring("| events |"));
  CHECK(counts_json(c) ==
        "{\"total\": 2, \"groups\": [{\"key\": \"russia,united-states\", \"count\": 1}, {\"key\": \"none\", \"count\": 1}]}\n");
}

TEST_CASE("an explanation says what was looked at") {
  auto const e = talks().explain(query{"party:russia undated"});
  CHECK(e.query == "party:russia undated");
  CHECK(e.answered == 0);
  CHECK_FALSE(e.steps.empty());
  CHECK_THAT(explanation_table(e), ContainsSubstring("party:russia"));
  CHECK_THAT(explanation_table(e), ContainsSubstring("0 found in "));
  CHECK_THAT(explanation_markdown(e), ContainsSubstring("| touched |"));
  CHECK_THAT(explanation_json(e), ContainsSubstring("\"answered\": 0"));
  showing french;
  french.language = "fr";
  CHECK_THAT(explanation_table(e, french), ContainsSubstring("0 trouvé en "));
  CHECK_THAT(explanation_markdown(e, french), ContainsSubstring("| regardés |"));
}

}  // namespace sinedie_test::answers_test
