// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What was noticed about a dossier beside contradictions: statements that have no effect, for instance.
///
/// Findings are data, never errors.

#include <string>

#include <sinedie/chronology/statement.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie {

/// Something else worth a look.
struct finding {
  std::string kind;  ///< "suspended": a relation to an event that doesn't occur
  event_id event;
  std::string text;

  friend bool operator==(finding const&, finding const&) = default;
};

}  // namespace sinedie
