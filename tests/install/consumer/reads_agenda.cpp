// SPDX-License-Identifier: BSL-1.0
// What a shared library hands out is read here, and what it throws is caught by its type.
#include <sinedie/timeline.hpp>

#include "agenda.hpp"

int main() {
  auto const t = agenda();
  bool undated = false;
  for (auto const entry : t.select(sinedie::query{"no_date_yet"})) undated = entry.id() == "second-round";
  if (t.size() != 2 || !undated) return 1;
  try {
    (void)agenda_on("2025-02-30");
  } catch (sinedie::error const& e) {
    return e.code() == sinedie::errc::no_such_day ? 0 : 2;
  }
  return 3;
}
