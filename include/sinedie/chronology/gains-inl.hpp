// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include <sinedie/chronology/gains.hpp>
#include <sinedie/error.hpp>

namespace sinedie::chronology {

SINEDIE_INLINE gain_finder::gain_finder(network const& net, solution const& solved, watcher* watching)
    : in_force_{net, solved}, pace_{watching} {}

/// What would lead past the ends of the axis can't.
SINEDIE_INLINE bool gain_finder::can_come_back(statement_number s) {
  try {
    return in_force_.restore(s);
  } catch (error const& e) {
    if (e.code() != errc::out_of_range) throw;
    return false;
  }
}

SINEDIE_INLINE gain_finder::statements gain_finder::take_back(statements const& some, statement_number dropped, bool all_or_none) {
  statements back;
  for (auto const s : some) {
    if (s == dropped) continue;
    pace_.step(64);
    if (can_come_back(s)) {
      back.push_back(s);
    } else if (all_or_none) {
      withdraw(back);
      return {};
    }
  }
  return back;
}

SINEDIE_INLINE void gain_finder::withdraw(statements const& some) {
  for (auto s = some.rbegin(); s != some.rend(); ++s) in_force_.withdraw(*s);
}

/// Of which all others can come back: by halves, those of one half being taken back while the other's are looked at.
SINEDIE_INLINE std::vector<bool> gain_finder::settling(statements const& away) {
  constexpr statement_number none = 0xFFFFFFFFU;
  struct stretch {
    std::size_t first, last;
    int looked_at = 0;       ///< halves
    statements back = {};
  };
  std::vector<bool> settles(away.size(), false);
  std::vector<stretch> open;
  if (!away.empty()) open.push_back({0, away.size()});
  while (!open.empty()) {
    auto& at = open.back();
    withdraw(std::exchange(at.back, {}));
    if (at.last - at.first == 1) settles[at.first] = true;
    if (at.last - at.first == 1 || at.looked_at == 2) {
      open.pop_back();
      continue;
    }
    auto const middle = at.first + (at.last - at.first) / 2;
    bool const front = at.looked_at++ == 0;
    auto const half = [&](bool of_front) {
      return statements(away.begin() + static_cast<std::ptrdiff_t>(of_front ? at.first : middle),
                        away.begin() + static_cast<std::ptrdiff_t>(of_front ? middle : at.last));
    };
    auto const others = half(!front);
    at.back = take_back(others, none, true);
    if (at.back.size() == others.size()) open.push_back(front ? stretch{at.first, middle} : stretch{middle, at.last});
  }
  return settles;
}

SINEDIE_INLINE std::vector<drop> gain_finder::of(clash const& c) {
  if (c.statements.size() > most_tried) return {};
  statements away;
  for (auto const s : c.statements)
    if (in_force_.is_withdrawn(s)) away.push_back(s);
  auto const held = static_cast<std::uint32_t>(c.statements.size() - away.size());
  auto const others = static_cast<std::uint32_t>(c.statements.size() - 1);
  bool const counted = c.statements.size() <= most_counted;
  auto const settles = settling(away);
  std::vector<drop> drops;
  for (std::uint32_t i = 0, k = 0; i < c.statements.size(); ++i) {
    auto const s = c.statements[i];
    bool const is_away = in_force_.is_withdrawn(s);
    if (is_away && settles[k++]) {
      drops.push_back({i, others, true});
      continue;
    }
    if (!is_away) in_force_.withdraw(s);
    auto const back = is_away && !counted ? statements{} : take_back(away, s, !counted);
    withdraw(back);
    if (!is_away) (void)in_force_.restore(s);
    auto const freed = held - (is_away ? 0U : 1U) + static_cast<std::uint32_t>(back.size());
    drops.push_back({i, freed, freed == others});
  }
  return drops;
}

SINEDIE_INLINE std::vector<drop> gains(network const& net, solution const& solved, clash const& of, watcher* watching) {
  return gain_finder{net, solved, watching}.of(of);
}

SINEDIE_INLINE void rank(std::vector<drop>& drops, std::vector<int> const& footing) {
  auto const key = [&](drop const& d) { return std::tuple{!d.settles, footing[d.statement], ~d.freed, ~d.statement}; };
  std::sort(drops.begin(), drops.end(), [&](drop const& x, drop const& y) { return key(x) < key(y); });
}

}  // namespace sinedie::chronology
