// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One event of a timeline: what stands about it on the day of knowledge, its flags, and what can be concluded about when it is.
///
/// A small value that looks into the timeline it came from and stays valid as long as that timeline, a copy of it, or a
/// selection from it lives.
///
///     if (entry.has(flag::no_date_yet)) print(entry.id(), entry.limits().start_min);   // not before …

#include <cstdint>
#include <optional>
#include <string_view>

#include <sinedie/timeline/compiled.hpp>
#include <sinedie/timeline/overlay.hpp>

namespace sinedie {

class entry {
 public:
  entry(detail::compiled const& in, std::uint32_t position) noexcept : in_{&in}, row_{position}, position_{position} {}
  /// Of a timeline that has grown, by its position there.
  entry(detail::overlay const& over, std::uint32_t position) noexcept : entry{over, over.at(position)} {}
  entry(detail::overlay const& over, detail::overlay::found const& at) noexcept
      : in_{at.in}, over_{&over}, row_{at.row}, position_{at.position} {}

  [[nodiscard]] event_id id() const { return event_id{in_->entries.id(row_)}; }
  /// The event as the dossier has it, titles, notes, relations and attributes included.
  [[nodiscard]] event_view event() const noexcept { return event_view{in_->entries.event(row_)}; }
  [[nodiscard]] std::string_view kind() const noexcept { return event().kind(); }
  [[nodiscard]] localized title() const { return event().title(); }
  /// What stands: declared, or said by the reports that count. Put together on each call; linear in its lists.
  [[nodiscard]] claim_fields fields() const { return in_->entries.known(row_).fields; }
  [[nodiscard]] std::optional<sinedie::status> status() const noexcept {
    return detail::from_cell<sinedie::status>(in_->entries.profile(row_).status);
  }
  /// `maybe` where there is no status.
  [[nodiscard]] truth occurs() const noexcept { return status() ? sinedie::occurs(*status()) : truth::maybe; }

  /// The date that somebody named; null where nobody did.
  [[nodiscard]] time::dating const* stated() const noexcept { return in_->entries.stated(row_); }
  /// The window in which it is foreseen; null where none is.
  [[nodiscard]] time::dating const* expected() const noexcept { return in_->entries.expected(row_); }
  [[nodiscard]] time::datedness datedness() const noexcept {
    return static_cast<time::datedness>(in_->entries.profile(row_).datedness);
  }
  /// The tightest limits, from its own date and from other events. An expected window limits nothing.
  [[nodiscard]] time::limits const& limits() const noexcept { return in_->entries.limits(row_); }

  [[nodiscard]] sinedie::flags flags() const noexcept { return in_->entries.flags(row_); }
  [[nodiscard]] bool has(flag f) const noexcept { return in_->entries.profile(row_).has(f); }

  /// Its place in the timeline, from 0.
  [[nodiscard]] std::uint32_t position() const noexcept { return position_; }
  /// Why it stands after the entry before it: for certain by limits or by a relation, or only by convention.
  [[nodiscard]] chronology::certainty after_previous() const noexcept {
    return over_ ? over_->after_previous(position_) : static_cast<chronology::certainty>(in_->entries.profile(row_).certainty);
  }

  /// For what is built on entries: what it was compiled into.
  [[nodiscard]] detail::compiled const& compilation() const noexcept { return *in_; }

  /// The same entry of the same compilation.
  friend bool operator==(entry const&, entry const&) = default;

 private:
  detail::compiled const* in_;
  detail::overlay const* over_ = nullptr;
  std::uint32_t row_;
  std::uint32_t position_;
};

}  // namespace sinedie
