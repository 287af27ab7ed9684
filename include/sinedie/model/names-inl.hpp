// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include <sinedie/model/detail/name_table.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/model/names.hpp>

namespace sinedie::detail {

struct id_table::kept {
  [[nodiscard]] std::vector<std::string_view> ids_of(std::vector<std::uint32_t> const& owners) const {
    std::vector<std::string_view> found;
    found.reserve(owners.size());
    for (auto const owner : owners) found.emplace_back(ids[owner]);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::vector<std::string> ids;
  string_index numbers;
  name_table names;
};

SINEDIE_INLINE id_table::id_table() : kept_{nullptr} {}
SINEDIE_INLINE id_table::id_table(id_table const& other) : kept_{other.kept_ != nullptr ? new kept{*other.kept_} : nullptr} {}
SINEDIE_INLINE id_table::id_table(id_table&& other) noexcept : kept_{std::exchange(other.kept_, nullptr)} {}
SINEDIE_INLINE id_table& id_table::operator=(id_table other) noexcept {
  std::swap(kept_, other.kept_);
  return *this;
}
SINEDIE_INLINE id_table::~id_table() { delete kept_; }

SINEDIE_INLINE void id_table::add(std::string_view id, std::string_view name) {
  if (kept_ == nullptr) kept_ = new kept;
  kept_->names.add(number_in(kept_->ids, kept_->numbers, id, [](auto& each) -> auto& { return each; }), name);
}

SINEDIE_INLINE bool id_table::empty() const noexcept { return kept_ == nullptr || kept_->ids.empty(); }

SINEDIE_INLINE std::vector<std::string_view> id_table::find(std::string_view text) const {
  return kept_ != nullptr ? kept_->ids_of(kept_->names.find(text)) : std::vector<std::string_view>{};
}

SINEDIE_INLINE std::vector<std::string_view> id_table::look_alikes(std::string_view text) const {
  return kept_ != nullptr ? kept_->ids_of(kept_->names.look_alikes(text)) : std::vector<std::string_view>{};
}

SINEDIE_INLINE std::vector<id_table::near_id> id_table::suggest(std::string_view text, std::size_t most) const {
  std::vector<near_id> found;
  if (kept_ == nullptr) return found;
  for (auto const& each : kept_->names.near(text))
    for (auto const id : kept_->ids_of(*each.owners)) {
      if (found.size() >= most) return found;
      if (std::ranges::find(found, id, &near_id::id) == found.end()) found.push_back({id, each.spelled, each.distance});
    }
  return found;
}

SINEDIE_INLINE std::vector<std::string> nearest_of(std::string_view text, std::vector<std::string> known, std::size_t most) {
  nearness near{fold(text)};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (auto& word : known)
    if (auto const distance = near.to(fold(word))) found.emplace_back(*distance, std::move(word));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > most) found.resize(most);
  std::vector<std::string> words;
  for (auto& [distance, word] : found) words.push_back(std::move(word));
  return words;
}

}  // namespace sinedie::detail
