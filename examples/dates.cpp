// SPDX-License-Identifier: BSL-1.0
#include <chrono>
#include <iostream>

#include <sinedie/time.hpp>

using namespace sinedie;
using namespace sinedie::time;

int main() {
  // [meaning]
  dating const visit{"2004-06~-11/2004-07"};  // ISO 8601-2, levels 0 to 2
  std::cout << in_words(visit) << '\n' << in_words(visit, tongue::french) << '\n';
  std::cout << "starts " << to_bound_string(visit.start_min(), false) << ", ends " << to_bound_string(visit.end_min(), false) << " to "
            << to_bound_string(visit.end_max(), true) << '\n';
  for (auto const c : all_components)
    if (visit.start_qualifiers().approximate(c)) std::cout << "approximate: " << to_string(c) << '\n';
  // [/meaning]

  // [comparison]
  dating const february{"2025-02"};  // at some time in February
  std::cout << "before the 27th: " << to_string(before(february, dating{"2025-02-27"})) << '\n'
            << "over by 1 March: " << to_string(precedes(february, dating{"2025-03-01"})) << '\n'
            << "in January or March: " << to_string(during(february, dating{"[2025-01,2025-03]"})) << '\n';
  // [/comparison]

  // [wrong]
  auto const read = dating::try_parse("2025-02-30");
  if (!read) std::cout << read.error().message << '\n';
  // [/wrong]

  // [conversion]
  using namespace std::chrono_literals;
  std::cout << dating{2025y / 2}.text() << ' ' << to_boost_date(dating{2025y / 2 / 18}).year() << '\n';
  try {
    static_cast<void>(to_boost_date(february));
  } catch (error const& e) {
    std::cout << e.what() << '\n';
  }
  // [/conversion]

  // [calendars]
  adoption const& russia = *adoption_named("Russia");
  dating const october = dating_in(russia, "1917-10-25");
  std::cout << to_day_string(october.start_min()) << '\n';
  std::cout << dual_date{"1/14 February 1918"}.to_dating().text() << '\n';
  std::cout << to_day_string(add(dating{"2025-01-31"}, duration{"P1M"}).start_min) << '\n';
  // [/calendars]
}
