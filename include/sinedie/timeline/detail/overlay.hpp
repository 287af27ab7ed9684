// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What changed since a timeline was compiled, laid over it: the entries that are new or otherwise, and a mask of those that are
/// not as they were.
///
/// The base is the compilation of all that was there before, and is shared by every timeline that grew from it. Each *part* is the
/// compilation of some events that hang together with a change, by the same means and against the same archive of parties and
/// venues. An entry of a part that stands is a *spot* before a place of the base; places of the base that no longer hold are
/// *hidden*. So positions of the timeline, places of the base and rows of parts are found from each other by searching lists as
/// long as the changes are many, and a query is asked of the base and of each part, and what they find is merged.
///
/// Never changes once made; any number of threads may read it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/detail/forward.hpp>
#include <sinedie/timeline/detail/lazily.hpp>
#include <sinedie/timeline/detail/ranks.hpp>

namespace sinedie::detail {

/// An event that was added, amended or, without a home, removed.
struct event_change {
  std::string id;
  locator at;
  detail::shared<block const> keeps;
};

/// The change of an event in a list by id; null where it isn't changed.
[[nodiscard]] event_change const* change_of(std::vector<event_change> const& list, std::string_view id);

class overlay {
 public:
  static constexpr std::uint32_t base_part = 0xFFFFFFFFU;

  struct spot {
    std::uint32_t before;  ///< the place of the base that it stands before
    std::uint32_t part;
    std::uint32_t row;
  };
  struct part {
    detail::shared<compiled const> made;
    std::vector<std::uint32_t> positions = {};  ///< of each row, in the timeline; `nobody` where it no longer holds
    std::uint32_t standing = 0;                 ///< how many hold
  };
  struct found {
    compiled const* in;
    std::uint32_t row;
    std::uint32_t part;
    std::uint32_t position;
  };

  /// `spots` in order; `hidden` ascending. Sets the positions of the parts.
  overlay(detail::shared<compiled const> base, std::vector<part> parts, std::vector<spot> spots, std::vector<std::uint32_t> hidden);

  [[nodiscard]] compiled const& base() const noexcept { return *base_; }
  [[nodiscard]] detail::shared<compiled const> const& shared_base() const noexcept { return base_; }
  [[nodiscard]] std::vector<part> const& parts() const noexcept { return parts_; }
  [[nodiscard]] std::vector<spot> const& spots() const noexcept { return spots_; }
  [[nodiscard]] std::vector<std::uint32_t> const& hidden() const noexcept { return hidden_; }
  /// Entries in all, those that aren't shown included.
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(base_->entries.size() - hidden_.size() + spots_.size());
  }
  [[nodiscard]] std::uint32_t shown() const noexcept { return shown_; }

  /// How many spots and hidden places come before a position: what finding it took, for the next one.
  using hint = overlay_hint;

  /// Precondition: `position < size()`. O(log k), as all that follow.
  [[nodiscard]] found at(std::uint32_t position) const noexcept {
    hint from;
    return at(position, from);
  }
  /// The same, and O(1) where the hint is that of a position with as many spots and hidden places before it.
  [[nodiscard]] found at(std::uint32_t position, hint& from) const noexcept;
  [[nodiscard]] std::optional<found> find(std::string_view id) const noexcept;
  [[nodiscard]] bool is_hidden(std::uint32_t place) const noexcept { return std::binary_search(hidden_.begin(), hidden_.end(), place); }
  /// Precondition: the place isn't hidden.
  [[nodiscard]] std::uint32_t position_of(std::uint32_t place) const noexcept;
  /// The first place of the base whose position is that one or a later one, hidden or not.
  [[nodiscard]] std::uint32_t place_from(std::uint32_t position) const noexcept;
  /// Why an entry stands behind the one before it.
  [[nodiscard]] chronology::certainty after_previous(std::uint32_t position) const noexcept;

  /// Places of the base, in order, to positions; those that are hidden are left out.
  void to_positions(std::vector<std::uint32_t>& places) const;

  /// As one compilation, made afresh when first asked for.
  [[nodiscard]] detail::shared<compiled const> const& settled() const;

  std::vector<event_change> changes;  ///< since the base, by id; the last of each
  detail::shared<std::vector<contradiction> const> contradictions;
  detail::shared<std::vector<finding> const> findings;

 private:
  [[nodiscard]] std::uint32_t hidden_before(std::uint32_t place) const noexcept {
    return static_cast<std::uint32_t>(std::lower_bound(hidden_.begin(), hidden_.end(), place) - hidden_.begin());
  }

  detail::shared<compiled const> base_;
  std::vector<part> parts_;
  std::vector<spot> spots_;
  std::vector<std::uint32_t> positions_;  // of spots
  std::vector<std::uint32_t> hidden_;
  std::uint32_t shown_ = 0;
  lazily<compiled> settled_;
};

/// Where an event is described now, with the changes that lie over a compilation; no home where there is none.
[[nodiscard]] locator described(compiled const& base, overlay const* over, std::string_view id);
/// What an archive holds, with these changes.
[[nodiscard]] contents changed(contents of, std::vector<event_change> const& changes);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/overlay-inl.hpp>
#endif
