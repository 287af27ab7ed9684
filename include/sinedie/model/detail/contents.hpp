// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a dossier holds: blocks of rows, and of each sort of entry the ids and where their rows are.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/error.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/detail/string_index.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie::detail {

/// The live entries of one sort: where each is, and which place an id has.
struct shelf {
  std::vector<locator> places;  ///< in order of addition; a null home was removed

  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::optional<std::uint32_t> place_of(std::string_view id) const noexcept;
  [[nodiscard]] locator find(std::string_view id) const noexcept;
  /// The id of a place, as its block has it.
  [[nodiscard]] std::string_view id_at(std::uint32_t place) const noexcept;
  /// Ids and their places, in the order of the ids. O(n log n).
  [[nodiscard]] std::vector<std::pair<std::string_view, std::uint32_t>> in_order() const;

  /// `place_of` or `put` will be asked for this shortly.
  void fetch(std::string_view id) const noexcept;
  /// Makes room, so that so many times `put` can't fail.
  void make_room(std::size_t more = 1);
  /// An entry whose id isn't there, after `make_room`; `id` lives as long as its block.
  void put(std::string_view id, locator at) noexcept;
  void remove(std::uint32_t place) noexcept;
  /// Whether no id of `more` is here.
  [[nodiscard]] bool is_apart_from(shelf const& more) const noexcept;
  /// All that `more` has, in its order, after `make_room`; no id of it is here.
  void take_over(shelf const& more) noexcept;
  /// Forgets the places of what was removed; the others keep their order.
  void close_gaps();

 private:
  static constexpr std::size_t ahead = 16;  // so many ids before one is needed, memory is fetched for it
  std::vector<std::string_view> ids_;  // of each place
  string_index index_;
};

/// `; nearest known: "a", "b"`, or nothing where nothing is near.
[[nodiscard]] std::string nearest_known(shelf const& known, std::string_view id);

/// What a dossier holds, and what a timeline is compiled from.
struct contents {
  std::vector<detail::shared<block const>> blocks;
  std::array<shelf, 6> shelves;
  localized title;
  localized note;
  std::optional<std::chrono::sys_days> as_of;
  std::vector<extension> extensions;

  [[nodiscard]] shelf const& of(sort s) const noexcept;
  [[nodiscard]] shelf& of(sort s) noexcept;
};

/// Everything that refers to nothing, or round in a ring, or is both declared and reported.
[[nodiscard]] std::vector<problem> integrity_problems(contents const& all);
/// Whether every reference leads somewhere: a glance at the columns, each name of a block looked up once.
[[nodiscard]] bool references_are_well(contents const& all);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/detail/contents-inl.hpp>
#endif
