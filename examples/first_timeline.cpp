// SPDX-License-Identifier: BSL-1.0
// Builds a dossier, has it ordered, and prints it.

// [program]
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  sinedie::dossier talks;
  talks.add(sinedie::party{"russia", "Russia"}).add(sinedie::party{"united-states", "United States"});
  talks.add(sinedie::venue{"riyadh", "Riyadh"}).add(sinedie::venue{"istanbul", "Istanbul"});
  talks.add(sinedie::event{"second-round"}.between("russia", "united-states").at("istanbul").announced().after("first-round"));
  talks.add(sinedie::event{"first-round"}.between("russia", "united-states").at("riyadh").on("2025-02-18").held());

  for (auto const entry : sinedie::timeline{talks}) {
    std::cout << entry.id() << ": ";
    if (auto const* const date = entry.stated()) std::cout << date->text();
    if (entry.has(sinedie::flag::no_date_yet)) std::cout << "no date yet";
    if (entry.has(sinedie::flag::derived)) std::cout << ", not before " << sinedie::time::to_day_string(entry.limits().start_min);
    std::cout << '\n';
  }
}
// [/program]
