// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What was noticed about a dossier that is worth a second look: statements that have no effect, likely slips. Findings are data, never
/// errors.

#include <optional>
#include <string>

#include <sinedie/model/id.hpp>

namespace sinedie {

struct finding {
  std::string kind;               ///< "suspended": a relation to an event that doesn't occur; "look_alike"; …
  std::optional<event_id> event;  ///< the event that it is about, if it is about one
  std::string text;

  friend bool operator==(finding const&, finding const&) = default;
};

}  // namespace sinedie
