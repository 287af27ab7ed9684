// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How far an event has got, as somebody says.
///
/// Five statuses are *planned*: nobody says that it began. Whether it `occurs` follows from the status and from nothing else:
/// what is under way or was held does, what was cancelled, lapsed or was denied doesn't, and the rest may.
///
///     is_planned(status::announced);   // true
///     occurs(status::announced);       // truth::maybe

#include <array>
#include <optional>
#include <string_view>

#include <sinedie/time/truth.hpp>

namespace sinedie {

enum class status : unsigned char {
  possible,   ///< somebody thinks it may happen
  proposed,   ///< one side asks for it
  announced,  ///< it will happen, details may be missing
  scheduled,  ///< it will happen as arranged
  postponed,  ///< put off
  under_way,
  held,       ///< has happened; of a situation: is or was the case
  cancelled,
  lapsed,     ///< its time went by without it
  denied,     ///< somebody says that there was no such thing
};

inline constexpr std::array<std::string_view, 10> status_words{"possible",  "proposed", "announced", "scheduled", "postponed",
                                                               "under_way", "held",     "cancelled", "lapsed",    "denied"};

[[nodiscard]] constexpr std::string_view to_string(status s) noexcept { return status_words[static_cast<unsigned char>(s)]; }

/// The status of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<status> to_status(std::string_view word) noexcept {
  for (std::size_t i = 0; i < status_words.size(); ++i)
    if (status_words[i] == word) return static_cast<status>(i);
  return std::nullopt;
}

[[nodiscard]] constexpr bool is_planned(status s) noexcept { return s <= status::postponed; }

[[nodiscard]] constexpr truth occurs(status s) noexcept {
  if (is_planned(s)) return truth::maybe;
  return to_truth(s == status::under_way || s == status::held);
}

}  // namespace sinedie
