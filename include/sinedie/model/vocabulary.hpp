// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The closed word lists of the model: each enumerator has exactly one word, the same in C++, in files and in queries.
///
///     to_string(party_kind::state);              // "state"
///     to_enum<party_kind>("state");              // party_kind::state
///     words<mode>();                             // "in_person", "telephone", …
///
/// (The kinds of events and venues are open; see `event_kind.hpp`.)

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie {

enum class party_kind : unsigned char { state, organisation, person, delegation, group };
enum class mode : unsigned char { in_person, telephone, video, written };

/// Why an event has no date.
enum class why_undated : unsigned char {
  unannounced,  ///< planned, and nobody has named a day
  withheld,     ///< known to some, told to nobody
  unstated,     ///< it happened; the source doesn't say when
};

/// Where a date comes from: a source states it, or somebody inferred it.
enum class basis : unsigned char { stated, inferred };

enum class report_kind : unsigned char { statement, press, document, dataset };
enum class rank : unsigned char { preferred, normal, deprecated };

namespace detail {

template <typename Enum>
struct words_of;

template <>
struct words_of<party_kind> {
  static constexpr std::array<std::string_view, 5> list{"state", "organisation", "person", "delegation", "group"};
};
template <>
struct words_of<mode> {
  static constexpr std::array<std::string_view, 4> list{"in_person", "telephone", "video", "written"};
};
template <>
struct words_of<why_undated> {
  static constexpr std::array<std::string_view, 3> list{"unannounced", "withheld", "unstated"};
};
template <>
struct words_of<basis> {
  static constexpr std::array<std::string_view, 2> list{"stated", "inferred"};
};
template <>
struct words_of<report_kind> {
  static constexpr std::array<std::string_view, 4> list{"statement", "press", "document", "dataset"};
};
template <>
struct words_of<rank> {
  static constexpr std::array<std::string_view, 3> list{"preferred", "normal", "deprecated"};
};

template <typename Enum>
concept worded = requires { words_of<Enum>::list.size(); };

}  // namespace detail

/// All words of a list, in the order of its enumerators.
template <detail::worded Enum>
[[nodiscard]] constexpr std::span<std::string_view const> words() noexcept {
  return detail::words_of<Enum>::list;
}

template <detail::worded Enum>
[[nodiscard]] constexpr std::string_view to_string(Enum e) noexcept {
  return detail::words_of<Enum>::list[static_cast<std::size_t>(e)];
}

/// The enumerator of that word; nothing for any other.
template <detail::worded Enum>
[[nodiscard]] constexpr std::optional<Enum> to_enum(std::string_view word) noexcept {
  auto const& list = detail::words_of<Enum>::list;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace sinedie
