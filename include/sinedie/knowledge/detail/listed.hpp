// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a list says, one thing at a time. What several reports say of parties, topics, series and actors adds up.

#include <compare>
#include <cstdint>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

/// A claim where it is stored. Rows of claims count from 1; 0 is none.
struct said {
  block const* home;
  row_number claim;
};

[[nodiscard]] constexpr bool adds_up(field f) noexcept {
  return f == field::parties || f == field::topics || f == field::series || f == field::by;
}

/// One of a list: a party with its role and whom it acts for; a series with its round; a topic; an actor.
struct list_item {
  std::string_view name;
  std::string_view role = {};
  std::string_view on_behalf_of = {};
  std::uint32_t round = 0;  ///< 0: none

  [[nodiscard]] bool is_plain() const noexcept { return role.empty() && on_behalf_of.empty() && round == 0; }
  /// Whether this is said by the other one too, which may say more of the same.
  [[nodiscard]] bool is_said_by(list_item const& other) const noexcept {
    return name == other.name && (role.empty() || role == other.role) &&
           (on_behalf_of.empty() || on_behalf_of == other.on_behalf_of) && (round == 0 || round == other.round);
  }
  /// Whether both can't be: two rounds of one series.
  [[nodiscard]] bool clashes_with(list_item const& other) const noexcept {
    return round != 0 && other.round != 0 && round != other.round && name == other.name;
  }
  friend auto operator<=>(list_item const&, list_item const&) = default;
};

/// Where one of a list is written.
struct listed_at {
  said list;
  std::uint32_t place;
};

/// How many a claim lists; `f` adds up. A claim of 0 lists none.
[[nodiscard]] std::size_t length_of(said c, field f) noexcept;
[[nodiscard]] list_item one_of(field f, listed_at at) noexcept;

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/listed-inl.hpp>
#endif
