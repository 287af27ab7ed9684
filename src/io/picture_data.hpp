// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A picture as the page's script reads it: JSON in columns, harmless inside a script element.
///
/// Time is in days since 1970-01-01, to a millionth; null where it has no bound. A text is a string, or [English, French] where
/// they differ. What most events have alike is written short: a bar of one day is the day's number, a stated date that says just
/// that is 0.

#include <string>

#include "picture_layout.hpp"

namespace sinedie::detail {

[[nodiscard]] std::string picture_data(picture const& p, picture_options const& how);

}  // namespace sinedie::detail
