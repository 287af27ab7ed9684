// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/views.hpp>

namespace sinedie {

SINEDIE_INLINE detail::kept_row::kept_row(locator at) noexcept : at_{at}, keeper_{shared<block const>::in(at.home)} {}

SINEDIE_INLINE std::string_view event_view::id_text() const noexcept { return at_.home->string(at_.home->events().id[at_.row]); }
SINEDIE_INLINE std::string_view event_view::kind() const noexcept { return at_.home->string(at_.home->events().kind[at_.row]); }
SINEDIE_INLINE localized event_view::title() const { return at_.home->text(at_.home->events().title[at_.row]); }
SINEDIE_INLINE localized event_view::note() const { return at_.home->text(at_.home->events().note[at_.row]); }
SINEDIE_INLINE std::optional<sinedie::status> event_view::status() const noexcept {
  auto const cell = at_.home->claims().status[at_.home->events().claim[at_.row] - 1];
  return cell == 255 ? std::nullopt : std::optional{static_cast<sinedie::status>(cell)};
}
SINEDIE_INLINE claim_fields event_view::fields() const { return at_.home->claim_at(at_.home->events().claim[at_.row]); }
SINEDIE_INLINE event event_view::value() const { return at_.home->event_at(at_.row); }
SINEDIE_INLINE std::string_view party_view::id_text() const noexcept { return at_.home->string(at_.home->parties().id[at_.row]); }
SINEDIE_INLINE localized party_view::name() const { return at_.home->text(at_.home->parties().name[at_.row]); }
SINEDIE_INLINE party party_view::value() const { return at_.home->party_at(at_.row); }
SINEDIE_INLINE std::string_view venue_view::id_text() const noexcept { return at_.home->string(at_.home->venues().id[at_.row]); }
SINEDIE_INLINE localized venue_view::name() const { return at_.home->text(at_.home->venues().name[at_.row]); }
SINEDIE_INLINE venue venue_view::value() const { return at_.home->venue_at(at_.row); }
SINEDIE_INLINE std::string_view series_view::id_text() const noexcept { return at_.home->string(at_.home->series().id[at_.row]); }
SINEDIE_INLINE localized series_view::name() const { return at_.home->text(at_.home->series().name[at_.row]); }
SINEDIE_INLINE sinedie::series series_view::value() const { return at_.home->series_at(at_.row); }
SINEDIE_INLINE std::string_view document_view::id_text() const noexcept { return at_.home->string(at_.home->documents().id[at_.row]); }
SINEDIE_INLINE document document_view::value() const { return at_.home->document_at(at_.row); }
SINEDIE_INLINE std::string_view report_view::id_text() const noexcept { return at_.home->string(at_.home->reports().id[at_.row]); }
SINEDIE_INLINE std::string_view report_view::about() const noexcept { return at_.home->string(at_.home->reports().about[at_.row]); }
SINEDIE_INLINE report report_view::value() const { return at_.home->report_at(at_.row); }

}  // namespace sinedie
