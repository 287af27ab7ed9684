// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What came of a solve so far: contradictions, and which statements are out of force.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology::detail {

/// What can't all hold, and what therefore is out of force.
struct findings {
  explicit findings(network const& net) : aside(net.statements(), 0), tentative(net.statements(), 0) {}

  std::vector<clash> clashes;
  std::vector<std::uint8_t> aside;      ///< one a statement
  enum coming_back : std::uint8_t { never = 0, came_back, on_trial };
  std::vector<std::uint8_t> tentative;  ///< one a statement: it only bounds points, was in a contradiction, and came back for now

  std::size_t taken = 0;  ///< contradictions, those included that aren't told

  /// Takes a contradiction in, and gives the statements that leave for it. Where one of those came back before, it is that one
  /// alone, the last that is on trial before all others, and the contradiction isn't told: it is another's already.
  [[nodiscard]] std::vector<statement_number> take(network const& net, clash c) {
    ++taken;
    for (auto const how : {on_trial, came_back})
      for (auto i = c.statements.rbegin(); i != c.statements.rend(); ++i)
        if (tentative[*i] == how) {
          tentative[*i] = never;
          aside[*i] = 1;
          return {*i};
        }
    std::vector<statement_number> leaving;
    for (auto const s : c.statements) {
      auto const [i, end] = laid_by(net.constraints(), s);
      if (i == end) tentative[s] = came_back;
      else aside[s] = 1, leaving.push_back(s);
    }
    clashes.push_back(std::move(c));
    return leaving;
  }

  /// What clashes is found, unless limits were held back at the ends of the axis: there a chain can't be told from what lies past it.
  void must_have_grown(std::size_t since) const {
    if (taken == since)
      sinedie::detail::raise(errc::out_of_range, "dates and gaps add up to more seconds than the axis holds");
  }

  /// Puts on trial what only bounds points and left beside something that has left as well since, where the limits now don't rule
  /// it out. Whether to solve once more: never after a trial through which nothing came, so trials end.
  [[nodiscard]] bool try_again(network const& net, std::span<time::limits const> now) {
    if (clashes.empty()) return false;
    bool came_through = tried_.empty();
    for (auto const s : tried_)
      if (!aside[s]) came_through = true, tentative[s] = came_back;
    tried_.clear();
    for (statement_number s = 0; came_through && s < aside.size(); ++s)
      if (aside[s] && may_come_back(net, s, now)) aside[s] = 0, tentative[s] = on_trial, tried_.push_back(s);
    return !tried_.empty();
  }

 private:
  [[nodiscard]] static bool may_come_back(network const& net, statement_number s, std::span<time::limits const> now) {
    if (auto const [i, end] = laid_by(net.constraints(), s); i != end) return false;
    auto const [first, last] = laid_by(net.bounds(), s);
    for (auto i = first; i < last; ++i) {
      auto const& b = net.bounds()[i];
      auto const& l = now[event_of(b.at)];
      if (b.earliest ? b.value > (is_start(b.at) ? l.start_max : l.end_max) : b.value < (is_start(b.at) ? l.start_min : l.end_min))
        return false;
    }
    return first != last;
  }

  std::vector<statement_number> tried_;
};

}  // namespace sinedie::chronology::detail
