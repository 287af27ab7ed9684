// SPDX-License-Identifier: BSL-1.0
// Who met whom, how often and where, and when they didn't speak.
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  using namespace sinedie;
  dossier d;
  d.add(party{"russia", "Russia"}.kind(party_kind::state)).add(party{"united-states", "United States"}.kind(party_kind::state));
  d.add(party{"saudi-arabia", "Saudi Arabia"}.kind(party_kind::state));
  d.add(party{"gorbachev"}.office({"russia", "General Secretary", "1985-03-11/1991-12-25"}));
  d.add(party{"reagan"}.office({"united-states", "President", "1981-01-20/1989-01-20"}));
  for (auto const* country : {"switzerland", "iceland", "united-states", "saudi-arabia", "turkiye"}) d.add(venue{country}.kind("country"));
  d.add(venue{"geneva", "Geneva"}.in("switzerland")).add(venue{"reykjavik", "Reykjavik"}.in("iceland"));
  d.add(venue{"washington", "Washington"}.in("united-states")).add(venue{"riyadh", "Riyadh"}.in("saudi-arabia"));
  d.add(venue{"istanbul", "Istanbul"}.in("turkiye"));
  d.add(event{"geneva-1985"}.kind("summit").between("gorbachev", "reagan").at("geneva").on("1985-11-19/1985-11-21").held());
  d.add(event{"reykjavik-1986"}.kind("summit").between("gorbachev", "reagan").at("reykjavik").on("1986-10-11/1986-10-12").held());
  d.add(event{"washington-1987"}.kind("summit").between("gorbachev", "reagan").at("washington").on("1987-12-07/1987-12-10").held());
  d.add(event{"riyadh-2025"}.kind("negotiation").between("russia", "united-states", "saudi-arabia").at("riyadh").on("2025-02-18").held());
  d.add(event{"istanbul-2025"}.kind("negotiation").between("russia", "united-states").at("istanbul").on("2025-02-27").held());
  d.add(event{"second-round"}.kind("negotiation").between("russia", "united-states").at("istanbul").announced().after("istanbul-2025"));
  timeline const t{d};

  // [count]
  auto const meetings = where::between("russia", "united-states") && where::kind("meeting") && where::occurred();
  for (auto const& group : count_by(t, meetings, grouping::year).groups) std::cout << group.key() << ": " << group.count << '\n';
  for (auto const& group : count_by(t, meetings, grouping::venue).groups)
    std::cout << t.name(venue_id{group.key()}) << ": " << group.count << '\n';
  for (auto const& group : count_by(t, {}, grouping::pair).groups) std::cout << group.key() << ": " << group.count << '\n';
  std::cout << "in third countries: " << t.count(meetings && where::third_country()) << '\n';
  // [/count]

  // [silence]
  for (auto const& s : silences(t, meetings, 1))
    std::cout << "silent for " << s.at_least / 86400 << " days, from " << s.last << " to " << s.next << '\n';
  for (auto const& r : runs(t, meetings, time::duration{"P14D"}))
    std::cout << "never two weeks apart: " << r.events.front() << " to " << r.events.back() << '\n';
  // [/silence]

  // [pages]
  listing page{.first = 2, .reversed = true, .after = {}};
  do {
    auto const found = t.select(where::party("russia"), page);
    for (auto const entry : found) std::cout << entry.id() << ' ';
    std::cout << '\n';
    page.after = found.next_page();
  } while (page.after);
  // [/pages]
}
