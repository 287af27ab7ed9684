// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What has to hold of any bytes that are read as a dossier. The fuzz target and the test that replays its corpus share it.

#include <string>
#include <string_view>

#include <sinedie/io/dossier_file.hpp>

namespace sinedie_fuzz {

/// Either problems, each in a place or of a limit, or a dossier whose written text reads as the same and is written the same.
[[nodiscard]] inline bool dossier_holds(std::string_view text) {
  auto const stable = [](sinedie::dossier const& d) {
    auto const once = sinedie::to_json(d);
    return sinedie::to_json(sinedie::read_dossier(once)) == once;
  };
  try {
    return stable(sinedie::read_dossier(text));
  } catch (sinedie::error const& e) {
    for (auto const& p : e.problems())
      if ((p.where.line == 0 && p.code != sinedie::errc::limit) || p.message.empty()) return false;
    return !e.problems().empty();
  }
}

}  // namespace sinedie_fuzz
