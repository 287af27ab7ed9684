// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How what stands is known: whether a date was lost or moved, whether what stands rests on plans alone, on doubtful days of
/// publication, on sources that nobody names.

namespace sinedie {

/// What there is to know about how it is known. The timeline's flags of these names.
struct knowledge_marks {
  bool postponed = false;
  bool moved = false;
  bool presumed = false;
  bool maybe_known = false;
  bool denied_by_some = false;
  bool unconfirmed = false;

  friend bool operator==(knowledge_marks const&, knowledge_marks const&) = default;
};

}  // namespace sinedie
