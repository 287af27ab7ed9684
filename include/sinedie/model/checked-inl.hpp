// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <sinedie/error.hpp>
#include <sinedie/model/checked.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::string checked_kind(std::string word) {
  if (auto id = event_id::try_parse(word); !id)
    raise(errc::unknown_word, quoted(word) + " can't be a kind: a kind is a word made like an id, such as \"meeting\"");
  return word;
}

SINEDIE_INLINE std::string checked_code(std::string code) {
  auto const allowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  if (code.empty() || code.size() > 8 || !std::all_of(code.begin(), code.end(), allowed))
    raise(errc::unknown_word, quoted(code) + " isn't a country code: one to eight upper-case letters, digits or hyphens, such as \"RU\"");
  return code;
}

SINEDIE_INLINE coordinates checked_coordinates(coordinates c) {
  bool const on_globe = c.latitude >= -90 && c.latitude <= 90 && c.longitude >= -180 && c.longitude <= 180;
  if (!on_globe)
    raise(errc::out_of_range, "[" + std::to_string(c.latitude) + ", " + std::to_string(c.longitude) +
                                  "] isn't on the globe: latitude goes from -90 to 90, longitude from -180 to 180");
  return c;
}

}  // namespace sinedie::detail
