// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What has to hold of any two datings that are compared. The fuzz target and the test that replays its corpus share it.

#include <string_view>

#include <sinedie/time/comparison.hpp>
#include <sinedie/time/dating.hpp>

namespace sinedie_fuzz {

/// The two datings of a text, `A|B`, have converse relations, of which some may be; what may be is no less with a margin, nor by their
/// limits alone. Text that isn't two datings holds nothing.
[[nodiscard]] inline bool pair_holds(std::string_view text) {
  using namespace sinedie::time;
  auto const bar = text.find('|');
  if (bar == std::string_view::npos) return true;
  for (auto const in : {calendar::gregorian, calendar::unknown}) {
    auto const a = dating::try_parse(text.substr(0, bar));
    auto const b = dating::try_parse(text.substr(bar + 1), in);
    if (!a || !b) continue;
    auto const ab = compare(*a, *b);
    auto const ba = compare(*b, *a);
    auto const about = compare(*a, *b, margin{1});
    auto const hulls = compare(a->limits(), b->limits());
    bool const by_utc = a->on_clocks() && b->on_clocks();
    bool any = false;
    for (unsigned r = 0; r < allen_words.size(); ++r) {
      auto const relation = static_cast<allen>(r);
      any = any || ab.possible(relation);
      if (ab.possible(relation) != ba.possible(converse(relation))) return false;
      if (ab.possible(relation) && !about.possible(relation)) return false;
      if (ab.possible(relation) && !by_utc && !hulls.possible(relation)) return false;
    }
    if (!any || ab.same_day() != ba.same_day()) return false;
    if (!compare(*a, *a).possible(allen::equals)) return false;
  }
  return true;
}

}  // namespace sinedie_fuzz
