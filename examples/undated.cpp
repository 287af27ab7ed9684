// SPDX-License-Identifier: BSL-1.0
// What has no date yet, and why.
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  using namespace sinedie;
  dossier talks;
  talks.as_of("2025-04-06");
  // [build]
  talks.add(event{"riyadh"}.held().no_date(why_undated::unstated));
  talks.add(event{"istanbul"}.announced().no_date(why_undated::unannounced).after("consultations"));
  talks.add(event{"consultations"}.held().on("2025-02-27"));
  talks.add(event{"visit"}.scheduled().expected("2025-04-02/2025-04-05"));
  talks.add(event{"summit"}.postponed());
  // [/build]

  // [print]
  for (auto const entry : timeline{talks}.select(where::undated())) {
    std::cout << entry.id() << ": " << to_string(entry.datedness()) << '\n';
    for (auto const f : entry.flags()) std::cout << "  " << to_string(f) << ": " << entry.why(f) << '\n';
  }
  // [/print]
  // [french]
  std::cout << timeline{talks}.find_event("istanbul")->why(flag::no_date_yet, "fr") << '\n';
  // [/french]
}
