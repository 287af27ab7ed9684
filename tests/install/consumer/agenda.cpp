// SPDX-License-Identifier: BSL-1.0
#include "agenda.hpp"

sinedie::timeline agenda() {
  sinedie::dossier d;
  d.add(sinedie::event{"first-round"}.on("2025-02-18").held());
  d.add(sinedie::event{"second-round"}.announced().after("first-round"));
  return sinedie::timeline{d};
}

sinedie::timeline agenda_on(std::string_view edtf) {
  sinedie::dossier d;
  d.add(sinedie::event{"round"}.on(edtf));
  return sinedie::timeline{d};
}
