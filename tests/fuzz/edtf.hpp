// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What has to hold of any bytes that are read as a dating. The fuzz target and the test that replays its corpus share it.

#include <string_view>

#include <sinedie/time/dating.hpp>

namespace sinedie_fuzz {

/// Either an error inside the text, or a dating whose bounds are in order, that keeps its text, and whose canonical spelling
/// means the same and is its own canonical spelling.
[[nodiscard]] inline bool holds(std::string_view text) {
  using sinedie::time::calendar;
  using sinedie::time::dating;
  for (auto const in : {calendar::gregorian, calendar::julian, calendar::unknown}) {
    auto const d = dating::try_parse(text, in);
    if (!d) {
      auto const& e = d.error();
      if (!e.offset || *e.offset > text.size() || e.message.empty() || e.expected.empty()) return false;
      continue;
    }
    if (d->text() != text) return false;
    if (d->start_max() < d->start_min() || d->end_max() < d->end_min() || d->end_max() < d->start_min()) return false;
    if (d->level() && (*d->level() < 0 || *d->level() > 2)) return false;
    auto const again = dating::try_parse(d->canonical(), in);
    if (!again || again->canonical() != d->canonical() || again->limits() != d->limits() || again->level() != d->level()) return false;
    if (again->uncertain() != d->uncertain() || again->approximate() != d->approximate()) return false;
    if (again->precision() != d->precision() || again->start_clock() != d->start_clock() || again->end_clock() != d->end_clock())
      return false;
  }
  return true;
}

}  // namespace sinedie_fuzz
