// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/detail/shared.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/detail/overlay.hpp>
#include <sinedie/timeline/entry.hpp>

namespace sinedie {

SINEDIE_INLINE entry::entry(detail::overlay const& over, std::uint32_t position, detail::shared<void const> keeper) noexcept
    : over_{&over}, keeper_{std::move(keeper)} {
  auto const at = over.at(position);
  in_ = at.in;
  row_ = at.row;
  position_ = at.position;
}
SINEDIE_INLINE event_id entry::id() const { return event_id{in_->entries.id(row_)}; }
SINEDIE_INLINE event_view entry::event() const noexcept { return {in_->entries.event(row_), keeper_}; }
SINEDIE_INLINE event_view entry::stored() const noexcept { return {in_->entries.event(row_), nullptr}; }
SINEDIE_INLINE std::string_view entry::kind() const noexcept { return stored().kind(); }
SINEDIE_INLINE localized entry::title() const { return stored().title(); }
SINEDIE_INLINE claim_fields entry::fields() const { return in_->entries.known(row_).fields; }
SINEDIE_INLINE std::optional<sinedie::status> entry::status() const noexcept {
  return detail::from_cell<sinedie::status>(in_->entries.profile(row_).status);
}
SINEDIE_INLINE truth entry::occurs() const noexcept { return status() ? sinedie::occurs(*status()) : truth::maybe; }
SINEDIE_INLINE time::dating const* entry::stated() const noexcept { return in_->entries.stated(row_); }
SINEDIE_INLINE time::dating const* entry::expected() const noexcept { return in_->entries.expected(row_); }
SINEDIE_INLINE time::datedness entry::datedness() const noexcept {
  return static_cast<time::datedness>(in_->entries.profile(row_).datedness);
}
SINEDIE_INLINE time::limits const& entry::limits() const noexcept { return in_->entries.limits(row_); }
SINEDIE_INLINE sinedie::flags entry::flags() const noexcept { return in_->entries.flags(row_); }
SINEDIE_INLINE bool entry::has(flag f) const noexcept { return in_->entries.profile(row_).has(f); }
SINEDIE_INLINE chronology::certainty entry::after_previous() const noexcept {
  return over_ ? over_->after_previous(position_) : static_cast<chronology::certainty>(in_->entries.profile(row_).certainty);
}

}  // namespace sinedie
