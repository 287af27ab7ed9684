// SPDX-License-Identifier: BSL-1.0
// Who met whom where: three questions about a table of visits.
#include <fstream>
#include <iostream>

#include <sinedie/timeline.hpp>

#include "visits.hpp"

using namespace sinedie;

int main(int count, char const* const* words) try {
  std::ifstream table{count > 1 ? words[1] : "visits.csv"};
  if (!table) throw std::runtime_error{"the table can't be read"};
  timeline const t{read_visits(table)};

  // [ask]
  std::cout << "How many visits from each state?\n";
  for (auto const& group : count_by(t, !where::undated(), grouping::party).groups)
    if (group.key() != "united-states") std::cout << "  " << t.name(party_id{group.key()}) << ": " << group.count << '\n';

  std::cout << "\nWho of Ukraine and of Russia was there on the same days?\n";
  for (auto const russian : t.select(where::party("russia") && !where::undated()))
    for (auto const other : t.select(where::party("ukraine") && where::within(time::duration{"PT0S"}, russian.id())))
      std::cout << "  " << russian.title().get() << " and " << other.title().get() << ", " << other.stated()->text() << '\n';

  auto const undated = t.select(where::undated());
  std::cout << "\nWhere did they go on to? " << undated.size() << " stops, and nobody says on which days.\n";
  for (auto const entry : undated)
    std::cout << "  " << entry.title().get() << " Not before " << time::to_day_string(entry.limits().start_min) << ".\n";
  // [/ask]
} catch (std::exception const& e) {
  std::cerr << e.what() << '\n';
  return 2;
}
