// SPDX-License-Identifier: BSL-1.0
// Asks a timeline, in C++ and in text, and how strictly to take what is uncertain.
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  using namespace sinedie;
  dossier talks;
  talks.add(party{"russia", "Russia"}.kind(party_kind::state)).add(party{"united-states"}.kind(party_kind::state));
  talks.add(party{"lavrov", "Sergey Lavrov"}.office({"russia", "Minister", "2004-03-09/.."}));
  talks.add(venue{"turkiye"}.kind("country")).add(venue{"istanbul", "Istanbul"}.in("turkiye"));
  talks.add(venue{"residence"}.in("istanbul").premises_of("united-states"));
  talks.add(event{"briefing"}.with("lavrov").on("2025-04-01").held());
  talks.add(event{"february"}.between("russia", "united-states").at("residence").on("2025-02").held());
  talks.add(event{"second-round"}.between("russia").at("istanbul").announced().after("briefing"));
  timeline const t{talks};

  // [ask]
  auto const built = where::party("russia") && where::venue("turkiye") && where::undated();
  query const parsed{"party:russia and venue:turkiye and undated"};
  std::cout << built.text() << ": " << t.select(built).size() << (built == parsed ? " (the same)\n" : " (another)\n");

  for (auto const* text : {"certainly on:2025-02-18", "on:2025-02-18", "possibly on:2025-02-18", "after:2025-03",
                           "party:russia not undated", "certainly (not on:2025-02-18)", "between:russia,united-states host:third-country",
                           "premises:united-states", "host:third-country during:2025-04"}) {
    auto const found = t.select(query{text});
    std::cout << text << ':';
    for (auto const entry : found) std::cout << ' ' << entry.id();
    if (auto const more = found.possibly_more(); more > 0) std::cout << " and perhaps " << more << " more";
    std::cout << '\n';
  }
  // [/ask]

  // [error]
  try {
    (void)t.select(where::venue("istambul"));
  } catch (error const& e) {
    std::cout << e.what() << '\n';
  }
  // [/error]
}
