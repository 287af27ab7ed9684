// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/timeline/detail/ranks.hpp>
#include <sinedie/timeline/detail/wanted_date.hpp>

namespace sinedie::detail {

/// Where an entry should stand, other than by its limits; see `wanted_date`.
[[nodiscard]] SINEDIE_INLINE time::instant wanted_at(compiled const& in, std::uint32_t place) {
  auto const& p = in.entries.profile(place);
  auto expected = time::instant::past();
  if (p.has(flag::expected))
    if (auto const window = expected_window(in.entries.known(place).fields)) expected = window->start_min;
  return wanted_date(in.entries.limits(place), in.entries.stated(place), expected, from_cell<status>(p.status), in.options.as_of);
}

/// Of what nothing ties to others.
[[nodiscard]] inline ranks::rank rank_by(unknown_events unknown, time::limits const& l, time::instant wanted, std::string_view id) {
  auto const date = chronology::own_date(l, wanted);
  auto const zone = static_cast<unsigned char>((unknown == unknown_events::first) == date.has_value() ? 1 : 0);
  if (!date) return {zone, {time::instant::past()}, id};
  return {zone, {*date, chronology::order_key::source::own, l.end_max}, id};
}

SINEDIE_INLINE ranks::ranks(compiled const& in) {
  auto const& entries = in.entries;
  std::vector<bool> in_row(entries.matters().size(), false);
  for (std::size_t m = 0; m < in_row.size(); ++m)
    for (auto const& [series, round] : entries.matters()[m].rounds) in_row[m] = in_row[m] || round != 0;
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    auto const at = entries.event(i);
    for (auto const& r : at.home->events().relations[at.row]) {
      auto const other = in.find(at.home->string(r.other));
      if (!other) continue;
      relating_.emplace_back(*other, i);
      places.push_back(i);
      places.push_back(*other);
    }
    auto const m = entries.profile(i).matter;
    if (!in_row[m]) continue;
    places.push_back(i);
    for (auto const& [series, round] : entries.matters()[m].rounds) {
      auto& list = rounds_[series];
      if (round != 0 && (list.empty() || list.back() != i)) list.push_back(i);
    }
  }
  std::sort(relating_.begin(), relating_.end());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  if (!places.empty()) rank_related(in, places);
}

/// Lays what hangs together once more, to see in which turn each of it was placed.
SINEDIE_INLINE void ranks::rank_related(compiled const& in, std::vector<std::uint32_t> const& places) {
  auto row = places;
  std::sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) { return in.entries.id(a) < in.entries.id(b); });
  std::vector<standing> known;
  std::vector<time::instant> keys;
  for (auto const place : row) {
    known.push_back(in.entries.known(place));
    keys.push_back(wanted_at(in, place));
  }
  chronology::constraints laid;
  (void)laid.lay(in.all, known);
  auto const solved = chronology::solve(laid.network());
  auto const order = chronology::order(laid.network(), solved, keys);
  bool const unknown_first = in.options.unknown == unknown_events::first;
  auto const zone = [&](bool known_of) { return static_cast<unsigned char>(unknown_first == known_of ? 1 : 0); };
  rank by{zone(true), {time::instant::past()}, {}};
  for (std::size_t i = 0; i < order.placed.size(); ++i) {
    by = std::max(by, rank{zone(true), order.placed_by[i], known[order.placed[i]].id});
    related_.push_back({row[order.placed[i]], by});
  }
  by = {zone(false), {time::instant::past()}, {}};
  for (auto const n : order.unplaced) {
    by = std::max(by, rank{zone(false), {time::instant::past()}, known[n].id});
    related_.push_back({row[n], by});
  }
  std::sort(related_.begin(), related_.end(), [](placed const& a, placed const& b) { return a.place < b.place; });
}

SINEDIE_INLINE bool ranks::is_related(std::uint32_t place) const noexcept {
  auto const at = std::lower_bound(related_.begin(), related_.end(), place, [](placed const& a, std::uint32_t p) { return a.place < p; });
  return at != related_.end() && at->place == place;
}

SINEDIE_INLINE ranks::rank ranks::of(compiled const& in, std::uint32_t place) const {
  auto const at = std::lower_bound(related_.begin(), related_.end(), place, [](placed const& a, std::uint32_t p) { return a.place < p; });
  if (at != related_.end() && at->place == place) return at->by;
  return rank_by(in.options.unknown, in.entries.limits(place), wanted_at(in, place), in.entries.id(place));
}

SINEDIE_INLINE ranks const& ranks_of(compiled const& in) {
  return *in.order.get([&] { return detail::shared<ranks const>::make(in); });
}

}  // namespace sinedie::detail
