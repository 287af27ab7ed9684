// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The slow and obvious solver: all pairs of points by Floyd and Warshall's algorithm, then the bounds. And random networks of
/// all kinds of statements for it.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include <sinedie/chronology/network.hpp>

namespace sinedie_test {

using namespace sinedie;
using namespace sinedie::chronology;

inline constexpr std::int64_t no_path = std::numeric_limits<std::int64_t>::min() / 4;

/// Least distance in seconds, and how often along it something is strictly later.
using length = std::pair<std::int64_t, std::int64_t>;

/// One row and column a point: how much later the column's is for certain, by constraints alone.
inline std::vector<std::vector<length>> all_pairs(network const& net, std::vector<std::uint8_t> const& left_out) {
  auto const n = net.points();
  std::vector<std::vector<length>> far(n, std::vector<length>(n, {no_path, 0}));
  for (point p = 0; p < n; ++p) far[p][p] = {0, 0};
  for (point p = 0; p < n; p += 2) far[p][p + 1] = {0, 0};
  for (auto const& c : net.constraints())
    if (!left_out[c.by]) far[c.from][c.to] = std::max(far[c.from][c.to], {c.at_least, c.strict ? 1 : 0});
  for (point k = 0; k < n; ++k)
    for (point i = 0; i < n; ++i) {
      if (far[i][k].first == no_path) continue;
      for (point j = 0; j < n; ++j)
        if (far[k][j].first != no_path) {
          // Rings that grow without end are cut off.
          length sum{std::min<std::int64_t>(far[i][k].first + far[k][j].first, std::int64_t{1} << 50U),
                     std::min<std::int64_t>(far[i][k].second + far[k][j].second, 1 << 20)};
          far[i][j] = std::max(far[i][j], sum);
        }
    }
  return far;
}

/// The limits of all that isn't left out; nothing where that can't hold.
inline std::optional<std::vector<time::limits>> limits_of(network const& net, std::vector<std::uint8_t> const& left_out) {
  auto const n = net.points();
  auto const far = all_pairs(net, left_out);
  for (point p = 0; p < n; ++p)
    if (far[p][p] > length{0, 0}) return std::nullopt;
  std::vector<time::instant> earliest(n, time::instant::past()), latest(n, time::instant::future());
  for (auto const& b : net.bounds()) {
    if (left_out[b.by]) continue;
    for (point p = 0; p < n; ++p) {
      if (b.earliest && far[b.at][p].first != no_path) earliest[p] = std::max(earliest[p], b.value.plus(far[b.at][p].first));
      if (!b.earliest && far[p][b.at].first != no_path) latest[p] = std::min(latest[p], b.value.plus(-far[p][b.at].first));
    }
  }
  std::vector<time::limits> all;
  for (node v = 0; v < net.events(); ++v) {
    all.push_back({earliest[2 * v], latest[2 * v], earliest[2 * v + 1], latest[2 * v + 1]});
    if (all.back().start_max < all.back().start_min || all.back().end_max < all.back().end_min) return std::nullopt;
  }
  return all;
}

inline time::limits window(std::int64_t first, std::int64_t last) {
  return time::limits::within({time::instant{first}, time::instant{last}});
}

/// A single date, one that lasts, or one with an open end.
inline time::limits any_date(std::mt19937_64& dice, std::int64_t around) {
  auto const first = around + static_cast<std::int64_t>(dice() % 6) - 3;
  auto l = window(first, first + static_cast<std::int64_t>(dice() % 6));
  switch (dice() % 10) {
    case 0: l.end_min = l.end_max = time::instant::future(); break;
    case 1: l.start_min = l.start_max = time::instant::past(); break;
    case 2:
    case 3: l.end_max = l.end_max.plus(static_cast<std::int64_t>(dice() % 6)); break;
    case 4: l.end_max = time::instant::future(); break;
    default: break;
  }
  return l;
}

/// Each event has a place of its own on the axis, which what is stated of it keeps to, but for one in `wrong`.
inline network random_network(std::mt19937_64& dice, node n, unsigned wrong, std::vector<std::int64_t>* places = nullptr) {
  std::vector<std::int64_t> at(n);
  for (auto& t : at) t = static_cast<std::int64_t>(dice() % (8 * n));
  if (places) *places = at;
  network net{n};
  statement_number by = 0;
  auto const errs = [&] { return dice() % wrong == 0; };
  for (node v = 0; v < n; ++v) {
    if (dice() % 3 == 0) net.date(v, any_date(dice, 100 * (errs() ? static_cast<std::int64_t>(dice() % (8 * n)) : at[v])), by++);
    else if (dice() % 8 == 0) {
      bool const earliest = dice() % 2 == 0;
      net.limit(2 * v + static_cast<point>(dice() % 2), earliest, time::instant{100 * at[v] + (earliest ? -20 : 20)}, by++);
    }
    if (dice() % 5 == 0) {
      auto const least = static_cast<std::int64_t>(dice() % 8);
      net.last(v, {least, dice() % 2 == 0 ? no_gap : least + static_cast<std::int64_t>(dice() % 8)}, by++);
    }
  }
  for (std::size_t k = 0; k < 2 * n; ++k) {
    auto a = static_cast<node>(dice() % n), b = static_cast<node>(dice() % n);
    if (a == b) continue;
    if (at[a] > at[b]) std::swap(a, b);
    if (errs()) std::swap(a, b);
    auto const kind = static_cast<relation_kind>(dice() % 18);
    switch (kind) {
      case relation_kind::before:
      case relation_kind::prepares:
      case relation_kind::after:
      case relation_kind::follows_up: {
        if (kind == relation_kind::after || kind == relation_kind::follows_up) std::swap(a, b);
        distance gap;
        if (dice() % 2 == 0) gap.least = static_cast<std::int64_t>(dice() % 8);
        if (dice() % 3 == 0)
          gap.most = std::max<std::int64_t>(gap.least, 100 * std::abs(at[b] - at[a]) + static_cast<std::int64_t>(dice() % 40) - 15);
        net.relate(kind, a, b, gap, by++);
        break;
      }
      default:
        // What holds two events together would make nearly everything clash, if it weren't rare.
        if (dice() % 12 == 0) net.relate(kind, a, b, {}, by++);
        else net.relate(relation_kind::before, a, b, {}, by++);
    }
  }
  return net;
}

}  // namespace sinedie_test
