// SPDX-License-Identifier: BSL-1.0
// A timeline that grows while others read it.
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  using namespace sinedie;
  dossier talks;
  talks.add(party{"russia"}).add(party{"united-states"});
  talks.add(event{"first-round"}.between("russia", "united-states").on("2025-02-18").held());
  talks.add(event{"second-round"}.between("russia", "united-states").announced().after("first-round"));
  timeline const before{talks};
  auto const print = [](char const* what, timeline const& t) {
    std::cout << what << ':';
    for (auto const entry : t) std::cout << ' ' << entry.id();
    std::cout << '\n';
  };

  // [value]
  auto const after = before.adding(event{"visit"}.between("russia").on("2025-04-02").held());
  auto const dated = after.amending(event{"second-round"}.between("russia", "united-states").on("2025-02-27").held().after("first-round"));
  print("before", before);
  print("after", after);
  print("dated", dated);
  print("without the visit", dated.removing(event_id{"visit"}));
  // [/value]

  // [chronicle]
  chronicle kept{dated};
  auto const reading = kept.now();  // goes on showing what it shows, whoever adds what
  kept.add(event{"third-round"}.between("russia", "united-states").announced().after("second-round"));
  std::cout << reading.count(query{"no_date_yet"}) << " without a date, then " << kept.now().count(query{"no_date_yet"}) << '\n';
  // [/chronicle]
}
