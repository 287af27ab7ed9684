// SPDX-License-Identifier: BSL-1.0
// What did we know on a given day, how did it change, and who said so?

#include <iostream>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/sinedie.hpp>

using namespace sinedie;
using namespace std::chrono;

int main() {
  knowledge const talks{load("examples/data/russia-us-2025.json")};

  // [days]
  for (auto const day : {sys_days{2025y / April / 8}, sys_days{2025y / April / 11}}) {
    auto const then = talks.as_of(day);
    auto const round = then.find_event("istanbul-2");
    std::cout << time::to_day_string(time::instant::of(day)) << ": the second round is " << to_string(*round->status())
              << (round->has(flag::no_date_yet) ? ", with no date yet\n" : ", on ");
    if (round->stated()) std::cout << round->stated()->text() << '\n';
  }
  // [/days]

  // [history]
  std::cout << "\nThe third round, in Moscow:\n";
  for (auto const& c : talks.history("moscow-3")) {
    if (c.of && *c.of != field::status && *c.of != field::when) continue;
    std::cout << "  " << time::to_day_string(time::instant::of(*c.day)) << ' ' << to_string(c.kind) << " by "
              << talks.source(c.reports.front()) << '\n';
  }
  // [/history]

  // [compare]
  std::cout << "\nFrom 15 to 22 October:\n";
  for (auto const& e : talks.compare(2025y / October / 15, 2025y / October / 22))
    for (auto const& c : e.changes)
      if (c.of == field::status)
        std::cout << "  " << talks.title(e.event) << ": " << (c.from.empty() ? "unheard of" : c.from) << ", then " << c.to << '\n';
  // [/compare]

  // [who]
  std::cout << "\nThe second meeting in Riyadh:\n";
  for (auto const& a : talks.who_says_so("riyadh-2"))
    for (auto const& v : a.voices)
      std::cout << "  " << to_string(a.of) << ' ' << a.value << ": " << v.report << (v.denies ? " denies it\n" : " says so\n");
  // [/who]
}
