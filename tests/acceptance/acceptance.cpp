// SPDX-License-Identifier: BSL-1.0
#include <sinedie/sinedie.hpp>
int main() {
  sinedie::dossier talks;
  talks.add(sinedie::party{"russia", "Russia"});
  talks.add(sinedie::party{"united-states", "United States"});
  talks.add(sinedie::venue{"riyadh", "Riyadh"});
  talks.add(sinedie::venue{"istanbul", "Istanbul"});
  talks.add(sinedie::event{"second-round"}.between("russia", "united-states").at("istanbul").announced().after("first-round"));
  talks.add(sinedie::event{"first-round"}.between("russia", "united-states").at("riyadh").on("2025-02-18").held());
  sinedie::timeline timeline{talks};
  int undated = 0;
  for (auto const& entry : timeline) undated += entry.has(sinedie::flag::no_date_yet);
  namespace where = sinedie::where;
  auto const both = timeline.select(where::party("russia") && where::venue("istanbul"));
  return timeline.begin()->id() == "first-round" && undated == 1 && both.size() == 1 ? 0 : 1;
}
