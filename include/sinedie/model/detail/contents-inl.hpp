// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/names.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::string nearest_known(shelf const& known, std::string_view id) {
  std::vector<std::string_view> ids;
  ids.reserve(known.size());
  for (auto const& [name, place] : known.in_order()) ids.push_back(name);
  std::string text;
  for (auto const& near : nearest(id, ids, 3)) text += (text.empty() ? "; nearest known: " : ", ") + quoted(near);
  return text;
}

SINEDIE_INLINE std::vector<std::pair<std::string_view, std::uint32_t>> shelf::in_order() const {
  std::vector<std::pair<std::string_view, std::uint32_t>> list;
  list.reserve(size());
  for (std::uint32_t i = 0; i < places.size(); ++i)
    if (places[i].home) list.emplace_back(ids_[i], i);
  std::sort(list.begin(), list.end());
  return list;
}

SINEDIE_INLINE void shelf::make_room(std::size_t more) {
  index_.make_room(more);
  auto const make = [more](auto& list) {
    if (list.capacity() - list.size() < more) list.reserve(std::max(list.size() + more, list.size() * 2 + 8));
  };
  make(places);
  make(ids_);
}

SINEDIE_INLINE void shelf::put(std::string_view id, locator at) noexcept {
  index_.insert(index_.hash(id), static_cast<std::uint32_t>(places.size()));
  places.push_back(at);
  ids_.push_back(id);
}

SINEDIE_INLINE bool shelf::is_apart_from(shelf const& more) const noexcept {
  for (std::size_t i = 0; i < more.places.size(); ++i) {
    if (i + ahead < more.places.size()) fetch(more.ids_[i + ahead]);
    if (more.places[i].home && place_of(more.ids_[i])) return false;
  }
  return true;
}

SINEDIE_INLINE void shelf::take_over(shelf const& more) noexcept {
  for (std::size_t i = 0; i < more.places.size(); ++i) {
    if (i + ahead < more.places.size()) fetch(more.ids_[i + ahead]);
    if (more.places[i].home) put(more.ids_[i], more.places[i]);
  }
}

SINEDIE_INLINE void shelf::remove(std::uint32_t place) noexcept {
  index_.erase(index_.hash(ids_[place]), place);
  places[place] = {};
}

SINEDIE_INLINE void shelf::close_gaps() {
  std::vector<std::uint32_t> moved(places.size());
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    moved[i] = next;
    if (!places[i].home) continue;
    places[next] = places[i];
    ids_[next++] = ids_[i];
  }
  places.resize(next);
  ids_.resize(next);
  index_.renumber([&](std::uint32_t place) { return moved[place]; });
}

SINEDIE_INLINE std::size_t shelf::size() const noexcept { return index_.size(); }

SINEDIE_INLINE std::optional<std::uint32_t> shelf::place_of(std::string_view id) const noexcept {
  return index_.find(index_.hash(id), [&](std::uint32_t place) { return ids_[place] == id; });
}

SINEDIE_INLINE locator shelf::find(std::string_view id) const noexcept {
  auto const place = place_of(id);
  return place ? places[*place] : locator{};
}

SINEDIE_INLINE std::string_view shelf::id_at(std::uint32_t place) const noexcept { return ids_[place]; }
SINEDIE_INLINE void shelf::fetch(std::string_view id) const noexcept { index_.fetch(index_.hash(id)); }
SINEDIE_INLINE shelf const& contents::of(sort s) const noexcept { return shelves[static_cast<std::size_t>(s)]; }
SINEDIE_INLINE shelf& contents::of(sort s) noexcept { return shelves[static_cast<std::size_t>(s)]; }

}  // namespace sinedie::detail
