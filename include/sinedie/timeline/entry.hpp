// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One event of a timeline: what stands about it on the day of knowledge, its flags, and what can be concluded about when it is.
///
/// A small value that keeps what it shows, also when the timeline is gone. What it returns by reference or pointer is good as long as
/// it, the timeline or a selection from it lives.
///
///     if (entry.has(flag::no_date_yet)) print(entry.id(), entry.limits().start_min);   // not before …

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <sinedie/chronology/certainty.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/model/views.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/timeline/detail/forward.hpp>
#include <sinedie/timeline/flag.hpp>

namespace sinedie {

class entry {
 public:
  /// `keeper` keeps what it is of.
  entry(detail::compiled const& in, std::uint32_t position, detail::shared<void const> keeper) noexcept
      : in_{&in}, row_{position}, position_{position}, keeper_{std::move(keeper)} {}
  /// Of a timeline that has grown, by its position there.
  entry(detail::overlay const& over, std::uint32_t position, detail::shared<void const> keeper) noexcept;
  entry(detail::overlay const& over, detail::compiled const& in, std::uint32_t row, std::uint32_t position,
        detail::shared<void const> keeper) noexcept
      : in_{&in}, over_{&over}, row_{row}, position_{position}, keeper_{std::move(keeper)} {}

  [[nodiscard]] event_id id() const;
  /// The event as the dossier has it, titles, notes, relations and attributes included.
  [[nodiscard]] event_view event() const noexcept;
  [[nodiscard]] std::string_view kind() const noexcept;
  [[nodiscard]] localized title() const;
  /// What stands: declared, or said by the reports that count. Put together on each call; linear in its lists.
  [[nodiscard]] claim_fields fields() const;
  [[nodiscard]] std::optional<sinedie::status> status() const noexcept;
  /// `maybe` where there is no status.
  [[nodiscard]] truth occurs() const noexcept;

  /// The date that somebody named; null where nobody did.
  [[nodiscard]] time::dating const* stated() const noexcept;
  /// The window in which it is foreseen; null where none is.
  [[nodiscard]] time::dating const* expected() const noexcept;
  [[nodiscard]] time::datedness datedness() const noexcept;
  /// The tightest limits, from its own date and from other events. An expected window limits nothing.
  [[nodiscard]] time::limits const& limits() const noexcept;

  [[nodiscard]] sinedie::flags flags() const noexcept;
  [[nodiscard]] bool has(flag f) const noexcept;
  /// One sentence, in English or French, that says why the flag stands on it: by whom, when, within which limits. Empty where it
  /// doesn't bear the flag. Linear in its reports; `conclusions` gives the statements behind its limits.
  [[nodiscard]] std::string why(flag f, std::string_view language = "en") const;

  /// Its place in the timeline, from 0.
  [[nodiscard]] std::uint32_t position() const noexcept { return position_; }
  /// Why it stands after the entry before it: for certain by limits or by a relation, or only by convention.
  [[nodiscard]] chronology::certainty after_previous() const noexcept;

  /// For what is built on entries: what it was compiled into.
  [[nodiscard]] detail::compiled const& compilation() const noexcept { return *in_; }

  /// The same entry of the same compilation.
  friend bool operator==(entry const& a, entry const& b) noexcept {
    return a.in_ == b.in_ && a.over_ == b.over_ && a.row_ == b.row_ && a.position_ == b.position_;
  }

 private:
  detail::compiled const* in_;
  detail::overlay const* over_ = nullptr;
  std::uint32_t row_;
  std::uint32_t position_;
  detail::shared<void const> keeper_;

  [[nodiscard]] event_view stored() const noexcept;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/entry-inl.hpp>
#include <sinedie/timeline/flag_reasons-inl.hpp>
#endif
