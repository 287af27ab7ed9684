// SPDX-License-Identifier: BSL-1.0
// When an event without a date can be, by which statements, and what would tell more.
#include <iostream>

#include <sinedie/sinedie.hpp>

int main() {
  using namespace sinedie;
  // [build]
  dossier talks;
  talks.as_of("2025-04-06");
  talks.add(event{"riyadh"}.held().on("2025-02-18")).add(event{"summit"}.scheduled());
  talks.add(event{"second-round"}.after("riyadh").before("summit"));
  talks.add(event{"experts"}.prepares("second-round"));
  talks.add(event{"handover"}.scheduled().on("2025-06-30").after("summit"));
  talks.add(report{"article", "second-round"}.published("2025-04-02").says(claim{}.announced()));
  // [/build]

  // [why]
  timeline const t{talks};
  conclusions const known{t};
  event_id const second{"second-round"};
  for (auto const* const language : {"en", "fr"}) {
    auto const why = known.why(second, language);
    std::cout << to_sentence(why.earliest_start, language) << '\n' << to_sentence(why.latest_end, language) << '\n';
  }
  // [/why]

  // [place]
  auto const why = known.why(second);
  for (auto const& n : {why.previous, why.next})
    if (n) std::cout << n->event << (n->order == chronology::certainty::conventional ? ": by convention\n" : ": for certain\n");
  // [/place]

  // [pairs]
  std::cout << "experts before handover: " << to_string(known.precedes(event_id{"experts"}, event_id{"handover"})) << '\n';
  for (auto const& s : known.grounds(event_id{"experts"}, event_id{"handover"})) std::cout << "  " << s.text << '\n';
  for (auto const& group : known.open_groups()) {
    std::cout << "in any order:";
    for (auto const& id : group) std::cout << ' ' << id;
    std::cout << '\n';
  }
  // [/pairs]

  // [missing]
  if (auto const facts = known.would_date(second); !facts.empty()) std::cout << to_sentence(facts.front()) << '\n';
  // [/missing]

  // [contradiction]
  talks.amend(event{"summit"}.scheduled().on("2025-03"));
  timeline const other{talks};
  conclusions const clashing{other};
  for (std::size_t i = 0; i < other.contradictions().size(); ++i) {
    auto const all = clashing.in_words(i, "en");
    std::cout << to_sentence(all) << '\n';
    for (auto const& d : clashing.drops(i)) std::cout << "  frees " << d.freed << ": " << all.statements[d.statement].text << '\n';
  }
  // [/contradiction]
}
