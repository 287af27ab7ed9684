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
    std::cout << entry.id() << ':';
    for (auto const f : {flag::no_date_yet, flag::date_unstated, flag::postponed, flag::overdue})
      if (entry.has(f)) std::cout << ' ' << to_string(f);
    if (auto const why = entry.fields().why_undated) std::cout << ", " << to_string(*why);
    if (auto const* const window = entry.expected()) std::cout << ", expected " << window->text();
    if (entry.limits().start_min.is_bounded()) std::cout << ", not before " << time::to_day_string(entry.limits().start_min);
    std::cout << '\n';
  }
  // [/print]
}
