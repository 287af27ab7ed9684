// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <unordered_map>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/laid_by.hpp>
#include <sinedie/chronology/detail/minimal.hpp>

namespace sinedie::chronology {

// solve.hpp, which needs this header first.
network only(network const& net, std::vector<statement_number> const& ascending);

}  // namespace sinedie::chronology

namespace sinedie::chronology::detail {

// solve.hpp
bool holds(network const& net, pace& going);

/// The statements of a trail that have to be tried. What a statement says of two events is all that joins them, where no other
/// of the trail does and the trail comes to no event twice: without it the trail falls apart, and what is said beside it stays
/// within an event or between two neighbours. Of a ring, what is left can hold, if nothing is said of an event by itself (any
/// tree of relations can). Of a chain, each part can hold if the chain can without either of its bounds, which are tried.
/// Linear.
[[nodiscard]] inline std::vector<statement_number> doubtful(network const& net, trail const& found,
                                                            std::vector<statement_number> const& all) {
  struct pair_hash {
    std::size_t operator()(std::uint64_t k) const noexcept { return static_cast<std::size_t>((k * 0x9E3779B97F4A7C15U) >> 7U); }
  };
  std::unordered_map<std::uint64_t, statement_number, pair_hash> joins;
  std::unordered_map<node, bool> met;
  std::unordered_map<statement_number, bool> stated;
  std::vector<statement_number> doubts;
  std::size_t bounds = 0;
  for (std::size_t i = 0; i < found.links.size(); ++i) {
    auto const& link = found.links[i];
    auto const by = stated_by(net, link);
    if (!stated.emplace(by, true).second) return all;
    if (link.is_bound()) {
      ++bounds;
      doubts.push_back(by);
      if (auto const [b, e] = laid_by(net.constraints(), by); b != e || (i != 0 && i + 1 != found.links.size())) return all;
      continue;
    }
    if (auto const [b, e] = laid_by(net.bounds(), by); b != e) return all;
    auto const& c = net.constraints()[link.place()];
    auto const from = event_of(c.from), to = event_of(c.to);
    if (met.empty()) met.emplace(from, true);
    if (from == to) {
      if (bounds == 0) return all;
      doubts.push_back(by);
      continue;
    }
    bool const closes = i + 1 == found.links.size() && bounds == 0;
    if (!met.emplace(to, true).second && !closes) return all;
    auto const [other, fresh] = joins.emplace(std::uint64_t{std::min(from, to)} << 32U | std::max(from, to), by);
    if (!fresh) {
      if (bounds == 0 && found.links.size() > 2) return all;
      doubts.push_back(by);
      doubts.push_back(other->second);
    }
  }
  std::sort(doubts.begin(), doubts.end());
  doubts.erase(std::unique(doubts.begin(), doubts.end()), doubts.end());
  return doubts;
}

SINEDIE_INLINE std::vector<statement_number> minimal(network const& net, trail const& found, pace& going) {
  std::vector<statement_number> kept;
  kept.reserve(found.links.size());
  for (auto const& link : found.links) kept.push_back(stated_by(net, link));
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  if (kept.size() < 2) return kept;
  auto const tried = [&](statement_number by) {
    auto fewer = kept;
    fewer.erase(std::lower_bound(fewer.begin(), fewer.end(), by));
    bool const needed = holds(only(net, fewer), going);
    if (!needed) kept = std::move(fewer);
    return needed;
  };
  auto const all = kept;
  auto const doubts = doubtful(net, found, all);
  bool all_needed = true;
  for (std::size_t i = doubts.size(); i-- > 0;) all_needed = tried(doubts[i]) && all_needed;
  if (!all_needed && doubts.size() < all.size())
    for (std::size_t i = all.size(); i-- > 0;)
      if (!std::binary_search(doubts.begin(), doubts.end(), all[i])) (void)tried(all[i]);
  return kept;
}

}  // namespace sinedie::chronology::detail
