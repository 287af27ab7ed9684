// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What has to hold of any bytes that are read as a dossier. The fuzz target and the test that replays its corpus share it.

#include <string>
#include <string_view>

#include <sinedie/io/dossier_file.hpp>

#include "io/dossier_draft.hpp"

namespace sinedie_fuzz {

/// What a quick look takes, a thorough one takes too, and it is the same.
[[nodiscard]] inline bool looks_agree(std::string_view text) {
  auto const quick = sinedie::detail::draft_dossier(text, {}, sinedie::detail::scrutiny::quick);
  if (!quick) return true;
  auto const thorough = sinedie::detail::draft_dossier(text, {}, sinedie::detail::scrutiny::thorough);
  return thorough && thorough->problems.empty() && thorough->numbers == quick->numbers &&
         sinedie::to_json(thorough->whole) == sinedie::to_json(quick->whole);
}

/// Either problems, each in a place or of a limit, or a dossier whose written text reads as the same and is written the same.
[[nodiscard]] inline bool dossier_holds(std::string_view text) {
  if (!looks_agree(text)) return false;
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
