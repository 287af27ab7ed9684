// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/words.hpp>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "data.hpp"
#include "time/edtf_disputed.hpp"

namespace sinedie_test::words_test {

using namespace sinedie;
using time::dating;
using time::tongue;

TEST_CASE("datings in words in English and French", "[words]") {
  struct { char const* text; char const* english; char const* french; } const cases[] = {
      {"2025-02-27", "27 February 2025", "27 février 2025"},
      {"2025-04-01", "1 April 2025", "1er avril 2025"},
      {"2025-02", "February 2025", "février 2025"},
      {"2025", "2025", "2025"},
      {"2025-02~", "around February 2025", "vers février 2025"},
      {"2025-04?", "perhaps April 2025", "peut-être avril 2025"},
      {"2025%", "perhaps around 2025", "peut-être vers 2025"},
      {"2004-06-~11", "11 June 2004 (approximate: day)", "11 juin 2004 (approximatif : jour)"},
      {"?2004-06-~11", "11 June 2004 (uncertain: year; approximate: day)", "11 juin 2004 (incertain : année; approximatif : jour)"},
      {"2009/2017", "from 2009 to 2017", "de 2009 à 2017"},
      {"2025-02-18/2025-02-27", "from 18 February 2025 to 27 February 2025", "du 18 février 2025 au 27 février 2025"},
      {"2009~/2017", "from around 2009 to 2017", "de 2009 environ à 2017"},
      {"2025-02-18/", "since 18 February 2025, end unknown", "depuis le 18 février 2025, fin inconnue"},
      {"2025-02-18/..", "since 18 February 2025, without an end", "depuis le 18 février 2025, sans fin"},
      {"../2025", "until 2025, without a beginning", "jusqu'en 2025, sans début"},
      {"/2025-02-18", "until 18 February 2025, beginning unknown", "jusqu'au 18 février 2025, début inconnu"},
      {"../..", "without a beginning, without an end", "sans début, sans fin"},
      {"2010-08/2010-10", "from August 2010 to October 2010", "d'août 2010 à octobre 2010"},
      {"201X", "the 2010s", "les années 2010"},
      {"20XX", "the years 2000 to 2099", "les années 2000 à 2099"},
      {"XXXX", "an unknown year", "une année inconnue"},
      {"1X20", "a year of the form 1X20", "une année de la forme 1X20"},
      {"2004-XX", "an unknown month of 2004", "un mois inconnu de 2004"},
      {"1985-04-XX", "an unknown day of April 1985", "un jour inconnu d'avril 1985"},
      {"1985-XX-XX", "an unknown day of an unknown month of 1985", "un jour inconnu d'un mois inconnu de 1985"},
      {"156X-12-25", "25 December of the 1560s", "25 décembre des années 1560"},
      {"2004-1X-2X", "a day of the form 2X of a month of the form 1X of 2004", "un jour de la forme 2X d'un mois de la forme 1X de 2004"},
      {"2001-21", "spring 2001", "le printemps 2001"},
      {"2001-26", "summer 2001 (northern hemisphere)", "l'été 2001 (hémisphère nord)"},
      {"2001-32", "winter 2001 (southern hemisphere)", "l'hiver 2001 (hémisphère sud)"},
      {"2001-34", "the second quarter of 2001", "le deuxième trimestre 2001"},
      {"2001-37", "the first third of 2001", "le premier quadrimestre 2001"},
      {"2001-41", "the second half of 2001", "le deuxième semestre 2001"},
      {"-0044-03-15", "15 March 45 BC", "15 mars 45 av. J.-C."},
      {"0000", "1 BC", "1 av. J.-C."},
      {"Y170000002", "170000002", "170000002"},
      {"Y-17E7", "170000001 BC", "170000001 av. J.-C."},
      {"1950S2", "1950 (to 2 significant digits)", "1950 (2 chiffres significatifs)"},
      {"[1667,1668,1670..1672]", "one of these dates: 1667; 1668; from 1670 to 1672", "une de ces dates : 1667; 1668; de 1670 à 1672"},
      {"[..1760-12-03]", "one of these dates: 3 December 1760 or earlier", "une de ces dates : le 3 décembre 1760 ou plus tôt"},
      {"{1960,1961-12..}", "each of these dates: 1960; December 1961 and later", "chacune de ces dates : 1960; décembre 1961 et plus tard"},
      {"2025-02-18T10:30:00Z", "18 February 2025 at 10:30:00 UTC", "18 février 2025 à 10:30:00 UTC"},
      {"2025-02-18T10:30:00+03:00", "18 February 2025 at 10:30:00 (UTC+03:00)", "18 février 2025 à 10:30:00 (UTC+03:00)"}};
  for (auto const& [text, english, french] : cases) {
    CAPTURE(text);
    CHECK(time::in_words(dating{text}) == english);
    CHECK(time::in_words(dating{text}, tongue::french) == french);
  }
  CHECK(time::in_words(dating{"1918-02-01", time::calendar::julian}) == "1 February 1918 (Julian calendar)");
  CHECK(time::in_words(dating{"1918-02-01", time::calendar::unknown}, tongue::french) ==
        "1er février 1918 (calendrier julien ou grégorien)");
  CHECK(time::no_date_in_words(true) == "no date yet");
  CHECK(time::no_date_in_words(false, tongue::french) == "sans date");
  CHECK(time::to_tongue("fr-CA") == tongue::french);
  CHECK(time::to_tongue("frisian") == tongue::english);
}

namespace {

/// Holds the words of each of the datings against those of all others.
void tell_apart(std::vector<std::string> const& texts, int least) {
  int told = 0;
  int caught = 0;
  for (auto const in : {tongue::english, tongue::french}) {
    std::map<std::string, dating> seen;
    std::map<std::string, dating> short_of_something;  // the planted fault: qualifiers left out
    for (auto const& text : texts) {
      auto const d = dating::try_parse(text);
      if (!d) continue;
      CAPTURE(text);
      auto const words = time::in_words(*d, in);
      CHECK_FALSE(words.empty());
      auto const same = [&](dating const& other) {
        return other.limits() == d->limits() && other.uncertain() == d->uncertain() && other.approximate() == d->approximate() &&
               other.has_alternatives() == d->has_alternatives() && other.lasts() == d->lasts();
      };
      auto const [found, fresh] = seen.emplace(words, *d);
      CAPTURE(words, found->second.text());
      if (!fresh) CHECK(same(found->second));
      auto plain = words;
      for (std::string const part : {"perhaps ", "peut-être ", "around ", "vers "})
        if (auto const where = plain.find(part); where != std::string::npos) plain.erase(where, part.size());
      auto const [other, first] = short_of_something.emplace(plain, *d);
      caught += !first && !same(other->second);
      ++told;
    }
  }
  WARN("words: " << told << " datings told, " << caught << " planted faults seen");
  CHECK(told > least);
  CHECK(caught > 0);
}

}  // namespace

TEST_CASE("what doesn't mean the same isn't told in the same words", "[words]") {
  std::vector<std::string> texts{
      "2004-01", "2004-01?", "?2004-01", "2004-?01", "2004-01~", "2004-01%", "2004-~01", "2004/2005", "2004/..", "2004/", "../2004",
      "/2004",
      "[2004,2005]", "{2004,2005}", "[2004..2005]", "{2004..2005}", "[2004..]", "{2004..}", "[..2004]", "{..2004}", "200X", "20XX", "2XXX",
      "2004-XX", "2004-XX-XX", "2004-01-XX", "2004-21", "2004-25", "2004-29", "2004-33", "2004-37", "2004-40", "1950S2", "1950S3", "1950",
      "2004~/2005", "2004/2005~"};
  for (auto const& group : sinedie_test::disputed_groups)
    for (auto const* e = group.first; e != group.last; ++e) texts.emplace_back(e->text);
  tell_apart(texts, 70);
}

TEST_CASE("what test suites agree on isn't told in the same words where it doesn't mean the same", "[words]") {
  auto const file = sinedie_test::real_data("edtf/edtf_consensus_public.jsonl");
  if (!file) return;
  std::vector<std::string> texts;
  std::ifstream in{*file};
  for (std::string line; std::getline(in, line);) {
    auto const at = line.find("\"input\": \"") + 10;
    texts.push_back(line.substr(at, line.find('"', at) - at));
  }
  tell_apart(texts, 400);
}

}  // namespace sinedie_test::words_test
