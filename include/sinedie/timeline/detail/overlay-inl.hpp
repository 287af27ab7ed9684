// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/timeline/detail/compile.hpp>
#include <sinedie/timeline/detail/overlay.hpp>

namespace sinedie::detail {

SINEDIE_INLINE overlay::overlay(detail::shared<compiled const> base, std::vector<part> parts, std::vector<spot> spots,
                                std::vector<std::uint32_t> hidden)
    : base_{std::move(base)}, parts_{std::move(parts)}, spots_{std::move(spots)}, hidden_{std::move(hidden)} {
  for (auto& p : parts_) {
    p.positions.assign(p.made->entries.size(), nobody);
    p.standing = 0;
  }
  auto const base_shown = static_cast<std::uint32_t>(base_->shown);
  shown_ = base_shown - hidden_before(base_shown);
  positions_.reserve(spots_.size());
  std::size_t gone = 0;
  for (auto const& s : spots_) {
    while (gone < hidden_.size() && hidden_[gone] < s.before) ++gone;
    positions_.push_back(static_cast<std::uint32_t>(s.before - gone + positions_.size()));
    parts_[s.part].positions[s.row] = positions_.back();
    ++parts_[s.part].standing;
    if (s.row < parts_[s.part].made->shown) ++shown_;
  }
}

SINEDIE_INLINE std::uint32_t overlay::place_from(std::uint32_t position) const noexcept {
  auto const before = static_cast<std::uint32_t>(std::lower_bound(positions_.begin(), positions_.end(), position) - positions_.begin());
  auto const nth = position - before;  // of those of the base that aren't hidden
  // Hidden are all that have no more than `nth` visible ones before them.
  std::size_t low = 0, high = hidden_.size();
  while (low < high) {
    auto const middle = low + (high - low) / 2;
    if (hidden_[middle] - middle <= nth) low = middle + 1;
    else high = middle;
  }
  return nth + static_cast<std::uint32_t>(low);
}

SINEDIE_INLINE overlay::found overlay::at(std::uint32_t position, hint& from) const noexcept {
  auto const spots_hold = [&] {
    return (from.spots == 0 || positions_[from.spots - 1] < position) &&
           (from.spots == positions_.size() || positions_[from.spots] >= position);
  };
  if (!spots_hold())
    from.spots = static_cast<std::uint32_t>(std::lower_bound(positions_.begin(), positions_.end(), position) - positions_.begin());
  if (from.spots != positions_.size() && positions_[from.spots] == position) {
    auto const& s = spots_[from.spots];
    return {parts_[s.part].made.get(), s.row, s.part, position};
  }
  auto const nth = position - from.spots;
  bool const hidden_hold = (from.hidden == 0 || hidden_[from.hidden - 1] - (from.hidden - 1) <= nth) &&
                           (from.hidden == hidden_.size() || hidden_[from.hidden] - from.hidden > nth);
  if (!hidden_hold) from.hidden = place_from(position) - nth;
  return {base_.get(), nth + from.hidden, base_part, position};
}

SINEDIE_INLINE std::uint32_t overlay::position_of(std::uint32_t place) const noexcept {
  auto const spots = std::upper_bound(spots_.begin(), spots_.end(), place, [](std::uint32_t p, spot const& s) { return p < s.before; });
  return static_cast<std::uint32_t>(place - hidden_before(place) + static_cast<std::uint32_t>(spots - spots_.begin()));
}

SINEDIE_INLINE std::optional<overlay::found> overlay::find(std::string_view id) const noexcept {
  for (std::uint32_t p = 0; p < parts_.size(); ++p)
    if (auto const row = parts_[p].made->find(id); row && parts_[p].positions[*row] != nobody)
      return found{parts_[p].made.get(), *row, p, parts_[p].positions[*row]};
  auto const place = base_->find(id);
  if (!place || is_hidden(*place)) return std::nullopt;
  return found{base_.get(), *place, base_part, position_of(*place)};
}

SINEDIE_INLINE chronology::certainty overlay::after_previous(std::uint32_t position) const noexcept {
  if (position == 0) return chronology::certainty::conventional;
  auto const before = at(position - 1);
  auto const here = at(position);
  if (before.in == here.in && before.row + 1 == here.row)
    return static_cast<chronology::certainty>(here.in->entries.profile(here.row).certainty);
  // Whoever hangs together and is next to each other here is next to each other in its part.
  auto const& a = before.in->entries;
  auto const& b = here.in->entries;
  return ends_before(a.limits(before.row), a.stated(before.row), b.limits(here.row), b.stated(here.row))
             ? chronology::certainty::by_limits
             : chronology::certainty::conventional;
}

SINEDIE_INLINE void overlay::to_positions(std::vector<std::uint32_t>& places) const {
  if (places.empty()) return;
  auto gone = static_cast<std::size_t>(hidden_before(places.front()));
  auto come = static_cast<std::size_t>(
      std::upper_bound(spots_.begin(), spots_.end(), places.front(), [](std::uint32_t p, spot const& s) { return p < s.before; }) -
      spots_.begin());
  auto* out = places.data();
  auto const* in = places.data();
  auto const* const end = in + places.size();
  while (in != end) {
    // As far as nothing comes and nothing goes, all move by as much.
    auto const next_gone = gone < hidden_.size() ? hidden_[gone] : nobody;
    auto const next_come = come < spots_.size() ? spots_[come].before : nobody;
    auto const stop = std::min(next_gone, next_come);
    auto const shift = static_cast<std::uint32_t>(come) - static_cast<std::uint32_t>(gone);
    while (in != end && *in < stop) *out++ = *in++ + shift;
    if (in == end) break;
    if (next_gone <= next_come && *in == next_gone) ++in;
    if (next_gone <= next_come) ++gone;
    else ++come;
    // What lies before the next one is passed over.
    if (in == end) break;
    if (gone < hidden_.size() && hidden_[gone] < *in) gone = hidden_before(*in);
    if (come < spots_.size() && spots_[come].before < *in)
      while (come < spots_.size() && spots_[come].before < *in) ++come;
  }
  places.resize(static_cast<std::size_t>(out - places.data()));
}

SINEDIE_INLINE event_change const* change_of(std::vector<event_change> const& list, std::string_view id) {
  auto const at = std::lower_bound(list.begin(), list.end(), id, [](event_change const& c, std::string_view i) { return c.id < i; });
  return at != list.end() && at->id == id ? &*at : nullptr;
}

SINEDIE_INLINE locator described(compiled const& base, overlay const* over, std::string_view id) {
  if (over)
    if (auto const* const c = change_of(over->changes, id)) return c->at;
  return base.all.of(sort::event).find(id);
}

SINEDIE_INLINE contents changed(contents of, std::vector<event_change> const& changes) {
  auto& shelf = of.of(sort::event);
  for (auto const& c : changes) {
    auto const known = shelf.place_of(c.id);
    if (!known) {
      if (!c.at.home) continue;
      shelf.make_room();
      shelf.put(c.at.home->string(c.at.home->events().id[c.at.row]), c.at);
    } else if (c.at.home) {
      shelf.places[*known] = c.at;
    } else {
      shelf.remove(*known);
    }
    if (c.keeps) of.blocks.push_back(c.keeps);
  }
  return of;
}

SINEDIE_INLINE detail::shared<compiled const> const& overlay::settled() const {
  return settled_.get([&] { return compile(detail::shared<archive const>::make(changed(base_->all, changes)), base_->options); });
}

}  // namespace sinedie::detail
