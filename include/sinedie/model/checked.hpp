// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Values that are checked where they are given: words of open vocabularies, country codes, coordinates.

#include <string>

#include <sinedie/config.hpp>

namespace sinedie {

/// Degrees, WGS 84: latitude −90 to 90, north positive; longitude −180 to 180, east positive.
struct coordinates {
  double latitude = 0;
  double longitude = 0;

  friend bool operator==(coordinates const&, coordinates const&) = default;
};

namespace detail {

/// `word` where it is made like an id; throws `errc::unknown_word` that names it otherwise.
[[nodiscard]] std::string checked_kind(std::string word);
/// `code` where it is one to eight upper-case letters, digits or hyphens; throws `errc::unknown_word` otherwise.
[[nodiscard]] std::string checked_code(std::string code);
/// `c` where it lies on the globe; throws `errc::out_of_range` otherwise.
[[nodiscard]] coordinates checked_coordinates(coordinates c);

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/checked-inl.hpp>
#endif
