// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/knowledge/detail/listed.hpp>

namespace sinedie::detail {

SINEDIE_INLINE std::size_t length_of(said c, field f) noexcept {
  if (c.claim == 0) return 0;
  auto const& claims = c.home->claims();
  std::size_t const i = c.claim - 1;
  if (f == field::parties) return claims.parties[i].size();
  if (f == field::series) return claims.series[i].size();
  return f == field::topics ? claims.topics[i].size() : claims.by[i].size();
}

SINEDIE_INLINE list_item one_of(field f, listed_at at) noexcept {
  auto const* const home = at.list.home;
  auto const& claims = home->claims();
  std::size_t const i = at.list.claim - 1;
  if (f == field::parties) {
    auto const& cell = claims.parties[i][at.place];
    return {home->string(cell.party), home->string(cell.role), home->string(cell.on_behalf_of), 0};
  }
  if (f == field::series) {
    auto const& cell = claims.series[i][at.place];
    return {home->string(cell.series), {}, {}, cell.round};
  }
  return {home->string(f == field::topics ? claims.topics[i][at.place] : claims.by[i][at.place])};
}

}  // namespace sinedie::detail
