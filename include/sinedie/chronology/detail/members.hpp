// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The dates of which a stated one-of set is one.

#include <string_view>
#include <vector>

#include <sinedie/time/dating.hpp>

namespace sinedie::chronology::detail {

/// Each member's limits, as they were stated; none of what isn't a one-of set. A range counts as one member, from its first day
/// to its last.
[[nodiscard]] inline std::vector<time::limits> members_of(time::dating const& d) {
  std::vector<time::limits> found;
  auto text = d.text();
  if (!d.has_alternatives() || text.size() < 2 || text.front() != '[' || text.back() != ']') return found;
  text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    auto const comma = text.find(',');
    auto member = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    while (!member.empty() && member.front() == ' ') member.remove_prefix(1);
    while (!member.empty() && member.back() == ' ') member.remove_suffix(1);
    auto const dots = member.find("..");
    auto const one = [&](std::string_view part) { return time::dating::try_parse(part, d.stated_in()); };
    if (dots == std::string_view::npos) {
      if (auto const day = one(member)) found.push_back(day->limits());
      continue;
    }
    auto hull = time::limits::none();
    if (auto const first = one(member.substr(0, dots))) hull.start_min = hull.end_min = first->start_min();
    if (auto const last = one(member.substr(dots + 2))) hull.start_max = hull.end_max = last->end_max();
    found.push_back(hull);
  }
  return found;
}

}  // namespace sinedie::chronology::detail
