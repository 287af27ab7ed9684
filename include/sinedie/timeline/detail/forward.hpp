// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The names of what a timeline is made of. How it is made is known to the bodies only, so that whoever uses timelines needn't read it.

#include <cstdint>

namespace sinedie::detail {

class compiled;
class kept_reading;
class overlay;
struct archive;
struct event_change;

/// How many changes, and hidden places, come before a position of a timeline that has grown: what finding it took, for the next one.
struct overlay_hint {
  std::uint32_t spots = 0;
  std::uint32_t hidden = 0;
};

}  // namespace sinedie::detail
