// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/time/dual_date-inl.hpp>
#include <sinedie/time/dual_year.hpp>

namespace sinedie::time {

SINEDIE_INLINE dual_year::dual_year(std::string_view text) : dual_year{try_parse(text).value()} {}

SINEDIE_INLINE result<dual_year> dual_year::try_parse(std::string_view text) {
  auto const day = detail::dual_reader{text}.day_of_two_years();
  if (!day) return day.error();
  return dual_year{std::string{text}, *day};
}

SINEDIE_INLINE dating dual_year::to_dating() const { return detail::stated_julian(day_); }

}  // namespace sinedie::time
