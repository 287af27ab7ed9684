// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A small dossier with one of each thing that a picture tells apart, and one whose texts would like to be more than text.

#include <string>

#include <sinedie/model/dossier.hpp>

namespace sinedie_test {

[[nodiscard]] inline sinedie::dossier talks() {
  using namespace sinedie;
  dossier d;
  d.title(localized{"Talks on the strait"}.in("fr", "Pourparlers sur le détroit")).as_of("2025-04-06");
  d.add(party{"aland", localized{"Aland"}.in("fr", "Alande")}.kind(party_kind::state))
      .add(party{"beland", "Beland"}.kind(party_kind::state));
  d.add(party{"moreau", "Ambassador Moreau"}.kind(party_kind::person).office({"aland", "Ambassador", {}}));
  d.add(venue{"portia", "Portia"}).add(venue{"geneva", "Geneva"}).add(series{"rounds", "The rounds"});
  d.add(event{"blockade", "The blockade"}.kind("situation").between("aland", "beland").on("2024-11/2025-01").held());
  d.add(
      event{"first-round", "First round, Portia"}.between("aland", "beland").at("portia").on("2025-02-18").held().with(party_id{"moreau"}));
  d.add(event{"envoys", "Envoys meet"}.between("moreau", "beland").on("2025-03").held().after("first-round"));
  d.add(event{"port-calls", "Port calls resume"}.between("aland").on("2025-03-05/..").under_way());
  d.add(event{"visit", "Visit of the delegation"}.between("beland").expected("2025-04-10/2025-04-20").possible());
  d.add(event{"second-round", "Second round, Geneva"}.between("aland", "beland").at("geneva").announced().after("envoys"));
  d.add(event{"signing", "Signing of the protocol"}.between("aland", "beland").scheduled().on("2025-05-02").after("second-round"));
  d.add(event{"summit", "Summit"}.between("aland", "beland").postponed().no_date());
  d.add(event{"rumour", "A meeting in secret"}.between("aland", "beland").on("2025-01-20~").denied());
  d.add(event{"letter", "A letter nobody has seen"});
  return d;
}

/// A title for each thing that a browser, an XML parser or a terminal might act on.
[[nodiscard]] inline sinedie::dossier hostile_talks() {
  using namespace sinedie;
  dossier d;
  d.title("</script><script>window.hit=1</script><!-- ");
  d.note("</style><img src=x onerror=window.hit=1>");
  d.add(party{"aland", "<img src=x onerror=\"window.hit=1\">"}).add(party{"beland", "\" onmouseover=\"window.hit=1"});
  d.add(venue{"portia", "]]></text><script>window.hit=1</script>"});
  int n = 0;
  std::string heap = "Heap";
  for (int i = 0; i < 4000; ++i) heap += "\xCC\x88";  // combining diaeresis
  for (std::string const& title :
       {std::string{"</script><script>window.hit=1</script>"}, std::string{"<img src=x onerror=window.hit=1>"}, std::string{"<!--<script>"},
        std::string{"javascript:window.hit=1"}, std::string{"line\xE2\x80\xA8separator"},
        std::string{"\xE2\x80\xAE"
                    "desrever"},
        std::string{"\x1b[31mred\x1b[0m"}, std::string{"&lt;b&gt; &amp; 'quotes' \"double\" ]]>"}, heap, std::string(10000, 'W'),
        std::string{"\xEF\xBF\xBF nonsense"}, std::string{"${window.hit=1} {{hit}} `hit`"},
        std::string{"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xE4\xBC\x9A\xE8\xAB\x87"}}) {
    ++n;
    event e{"e" + std::to_string(n), title};
    e.between("aland", "beland").at("portia").note(title);
    if (n % 4 != 0) e.on("2025-02-" + std::to_string(10 + n)).held();
    d.add(e);
    d.add(report{"r" + std::to_string(n), "e" + std::to_string(n)}
              .source(title)
              .url("javascript:window.hit=1")
              .published("2025-03-01")
              .says(claim{}.topic(title)));
  }
  return d;
}

}  // namespace sinedie_test
