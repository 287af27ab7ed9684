// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where things stand in a picture, for all of its forms: the stretch of the axis that is drawn, its marks, the lanes.
///
/// Positions are shares of the stretch: 0 where it begins, 1 where it ends. Whoever draws multiplies by columns or pixels.

#include <cstdint>
#include <string>
#include <vector>

#include <sinedie/io/picture_model.hpp>

namespace sinedie::detail {

/// A stretch of time that isn't empty, in seconds.
struct picture_axis {
  double from = 0;
  double to = 1;

  /// May lie outside 0 and 1; unbounded ends lie far outside.
  [[nodiscard]] double at(time::instant i) const noexcept;
};

struct axis_mark {
  double at = 0;
  std::string label;
  bool major = false;  ///< begins a longer unit than its neighbours: a year among months
};

/// At most `most` marks, at round places of the calendar.
[[nodiscard]] std::vector<axis_mark> axis_marks(picture_axis const& axis, std::size_t most, std::string_view language);

/// The bounded points of bars, from the first to the last; nothing where there is none.
[[nodiscard]] std::optional<picture_axis> extent_of(std::vector<picture_bar> const& bars);

/// The stretch on which most of the events lie: all of it, unless a few lie so far away that the rest would be a dot.
/// The window that was asked for, where one was.
[[nodiscard]] picture_axis axis_of(picture const& p, picture_options const& how);

struct picture_lane {
  std::string id;  ///< empty: of those without
  localized name;
  std::vector<std::uint32_t> events;  ///< in order; by place in the picture's list
};

struct picture_layout {
  picture_axis axis;
  lanes_by by = lanes_by::none;
  std::vector<picture_lane> lanes;     ///< of events with a date; the fullest first
  std::vector<std::uint32_t> undated;  ///< in order
};

/// Of the picture's last day. Beyond `most` lanes, the rest is one.
[[nodiscard]] picture_layout layout_of(picture const& p, picture_options const& how, lanes_by otherwise, std::size_t most = 24);

/// A relation between two events that are shown.
struct picture_link {
  enum class sort : unsigned char {
    certain,  ///< the one has ended when the other starts, or they lie in each other, for certain
    loose,    ///< no order follows: perhaps the same, realised as, or suspended since one of them doesn't occur
    clash,    ///< can't hold together with other statements, and is set aside
  };
  std::uint32_t from = 0;  ///< the earlier, where `directed`
  std::uint32_t to = 0;
  bool directed = false;
  sort what = sort::certain;
};

/// Those that stand on the picture's last day.
[[nodiscard]] std::vector<picture_link> links_of(picture const& p);

/// The lanes that say most: the first of parties, series, venues and topics that at least half of the dated events have, else what
/// most of them have, else none. Of the picture's last day.
[[nodiscard]] lanes_by usual_lanes(picture const& p);

}  // namespace sinedie::detail
