// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/chronology/detail/ways.hpp>

namespace sinedie::chronology::detail {

SINEDIE_INLINE ways::ways(network const& net, solution const& solved) : net_{net}, solved_{solved}, forward_{net, true} {
  for (auto const& c : net.constraints())
    back_ = back_ || (c.lead() < 0 && event_of(c.from) != event_of(c.to) && !solved.set_aside[c.by]);
}

SINEDIE_INLINE bool ways::lead(node first, node then) {
  return lead_on(end_of(first), start_of(then)) || (back_ && lead_to_and_fro(end_of(first), start_of(then)));
}

/// Through what only leads on, and not through the length of any third event, since that would stand between the two.
SINEDIE_INLINE bool ways::lead_on(point from, point to) {
  seen_.assign(1, from);
  for (std::size_t i = 0; i < seen_.size(); ++i)
    for (auto const *a = forward_.begin(seen_[i]), *end = forward_.end(seen_[i]); a != end; ++a) {
      if (auto const& c = net_.constraints()[a->number]; c.lead() < 0 || solved_.set_aside[c.by]) continue;
      if (a->to == to) return true;
      if (seen_.size() < most && std::find(seen_.begin(), seen_.end(), a->to) == seen_.end()) seen_.push_back(a->to);
    }
  return false;
}

/// A third event may stand behind both where something leads back from it: "at most so long before".
SINEDIE_INLINE bool ways::lead_to_and_fro(point from, point to) {
  reached_.assign(1, {from, 0, false, true});
  auto const& tight = solved_.tightened_distances;
  auto const come = [&](point at, std::int64_t seconds, bool strict) {
    auto const known = std::find_if(reached_.begin(), reached_.end(), [&](reached const& r) { return r.at == at; });
    if (known == reached_.end()) {
      if (reached_.size() < most) reached_.push_back({at, seconds, strict, true});
    } else if (known->seconds < seconds || (known->seconds == seconds && !known->strict && strict)) {
      *known = {at, seconds, strict, true};
    }
  };
  // What is in force holds no ring that grows, so this comes to rest.
  for (bool moved_on = true; moved_on;) {
    moved_on = false;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      if (!reached_[i].waiting) continue;
      moved_on = true;
      reached_[i].waiting = false;
      auto const at = reached_[i];
      if (at.at == to && (at.seconds > 0 || (at.seconds == 0 && at.strict))) return true;
      if (is_start(at.at)) come(at.at + 1, at.seconds, at.strict);
      for (auto const *a = forward_.begin(at.at), *end = forward_.end(at.at); a != end; ++a) {
        auto const& c = net_.constraints()[a->number];
        if (solved_.set_aside[c.by]) continue;
        auto lead = c.lead();
        auto const t = std::lower_bound(tight.begin(), tight.end(), a->number,
                                        [](tightened_distance const& x, std::uint32_t n) { return x.constraint < n; });
        if (t != tight.end() && t->constraint == a->number) lead = t->at_least - std::int64_t{c.clocks} * 60;
        come(a->to, moved(at.seconds, lead), at.strict || c.strict);
      }
    }
  }
  return false;
}

}  // namespace sinedie::chronology::detail
