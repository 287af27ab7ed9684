// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/detail/name_table.hpp>
#include <sinedie/model/fold.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::optional<std::size_t> distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return std::nullopt;
  // Rows are prefixes of `a`. In each only the columns within `most` of the diagonal matter: outside it is further anyway.
  std::size_t const far = most + 1;
  std::vector<std::size_t> before_last(b.size() + 1, far);
  std::vector<std::size_t> last(b.size() + 1, far);
  std::vector<std::size_t> row(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t const first = i > most ? i - most : 0;
    std::size_t const end = std::min(b.size(), i + most);
    std::size_t least = far;
    for (std::size_t j = first; j <= end; ++j) {
      std::size_t best = j == 0 ? i : std::min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U), (j > first ? row[j - 1] : far) + 1);
      if (j < i + most) best = std::min(best, last[j] + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = std::min(best, before_last[j - 2] + 1);
      row[j] = std::min(best, far);
      least = std::min(least, row[j]);
    }
    if (least == far) return std::nullopt;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  if (last[b.size()] > most) return std::nullopt;
  return last[b.size()];
}

[[nodiscard]] inline std::uint64_t letter_set(std::u32string_view letters) noexcept {
  std::uint64_t set = 0;
  for (char32_t const c : letters) set |= std::uint64_t{1} << (c % 61U);
  return set;
}

inline void letters_of(std::string_view folded, std::u32string& letters) {
  letters.clear();
  for (utf8_step const step : utf8_steps{folded}) letters += step.character;
}

SINEDIE_INLINE nearness::nearness(std::string_view folded) : text_{folded} {
  letters_of(text_, letters_);
  set_ = letter_set(letters_);
  std::size_t const n = letters_.size();
  most_ = n <= 2 ? 0 : n <= 5 ? 1 : n <= 9 ? 2 : 3;
}

SINEDIE_INLINE std::optional<std::size_t> nearness::to(std::string_view folded) {
  if (text_.empty() || folded.empty()) return std::nullopt;
  constexpr std::size_t longest_character = 4;
  bool const begins = folded.starts_with(text_);
  // By bytes first, without looking at a letter.
  bool const too_long = folded.size() > (letters_.size() + most_) * longest_character;
  if (!begins && (too_long || folded.size() + most_ < letters_.size())) return std::nullopt;
  letters_of(folded, other_);
  // A step takes at most one letter out of either set, and a hash can only hide differences.
  std::uint64_t const set = letter_set(other_);
  auto const apart = static_cast<std::size_t>(std::max(std::popcount(set & ~set_), std::popcount(set_ & ~set)));
  if (apart <= most_) {
    if (auto const steps = distance(letters_, other_, most_)) return steps;
  }
  if (begins) return other_.size() - letters_.size() + 3;
  return std::nullopt;
}

/// The number of a text in a list, where it is appended if it isn't there yet; `text_of(element)` is an element's.
template <typename T, typename TextOf>
[[nodiscard]] std::uint32_t number_in(std::vector<T>& list, string_index& numbers, std::string_view text, TextOf text_of) {
  auto const hashed = numbers.hash(text);
  if (auto const known = numbers.find(hashed, [&](std::uint32_t n) { return text_of(list[n]) == text; })) return *known;
  numbers.make_room();
  auto const number = static_cast<std::uint32_t>(list.size());
  list.push_back({});
  text_of(list.back()) = text;
  numbers.insert(hashed, number);
  return number;
}
/// Puts an element where it belongs in a sorted list that lacks it.
template <typename T>
void insert_sorted(std::vector<T>& list, T element) {
  auto const at = std::ranges::lower_bound(list, element);
  if (at == list.end() || *at != element) list.insert(at, std::move(element));
}

SINEDIE_INLINE void name_table::add(std::uint32_t owner, std::string_view name) {
  std::string key = fold(name);
  if (key.empty()) return;
  auto& entry = names_[number_in(names_, name_numbers_, key, [](auto& each) -> auto& { return each.key; })];
  if (entry.spelled.empty() || name < entry.spelled) entry.spelled = name;
  insert_sorted(entry.owners, owner);
  if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  std::string const bare = skeleton(name);
  if (bare == key) return;
  auto const number = number_in(disguises_, disguise_numbers_, bare, [](auto& each) -> auto& { return each.skeleton; });
  insert_sorted(disguises_[number].keys, std::move(key));
}

SINEDIE_INLINE name_table::named const* name_table::named_by(std::string_view key) const {
  auto const number = name_numbers_.find(name_numbers_.hash(key), [&](std::uint32_t n) { return names_[n].key == key; });
  return number ? &names_[*number] : nullptr;
}

SINEDIE_INLINE std::vector<std::uint32_t> name_table::find(std::string_view text) const {
  auto const* const here = named_by(fold(text));
  return here ? here->owners : std::vector<std::uint32_t>{};
}

SINEDIE_INLINE std::vector<std::uint32_t> name_table::look_alikes(std::string_view text) const {
  std::string const key = fold(text);
  std::string const bare = skeleton(text);
  std::vector<std::uint32_t> owners;
  auto const take = [&](std::string_view other) {
    if (other == key) return;
    if (auto const* const here = named_by(other)) owners.insert(owners.end(), here->owners.begin(), here->owners.end());
  };
  take(bare);
  auto const of_bare = [&](std::uint32_t n) { return disguises_[n].skeleton == bare; };
  if (auto const number = disguise_numbers_.find(disguise_numbers_.hash(bare), of_bare)) {
    for (std::string const& other : disguises_[*number].keys) take(other);
  }
  return owners;
}

SINEDIE_INLINE std::vector<name_table::near_name> name_table::near(std::string_view text) const {
  nearness near{fold(text)};
  std::vector<near_name> found;
  for (auto const& name : names_)
    if (auto const steps = near.to(name.key)) found.push_back({*steps, name.spelled, &name.owners});
  std::ranges::sort(found, [](near_name const& a, near_name const& b) {
    return std::tie(a.distance, a.spelled) < std::tie(b.distance, b.spelled);
  });
  return found;
}

}  // namespace sinedie::detail
