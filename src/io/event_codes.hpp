// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What the codes of machine-coded event data mean here: CAMEO's and PLOVER's to kinds, and to how far an event had got.
///
/// A code that says somebody intends to do something (CAMEO 03, PLOVER AGREE) is about an event that is announced: the record's
/// day is when that was said, and not when it will be. All others happened on the record's day.
///
///     of_cameo("042")            // visit, held
///     of_cameo("036")            // meeting, announced
///     of_plover("CONSULT", "phone")   // call, held
///
/// Sources: CAMEO codebook 1.1b3 (Schrodt 2012); PLOVER codebook and its conversion table (Open Event Data Alliance, 2021).

#include <optional>
#include <string>
#include <string_view>

#include <sinedie/model/status.hpp>

namespace sinedie::detail {

struct coded_kind {
  std::string kind;
  status how = status::held;
};

/// Nothing for what is no code of CAMEO's: two to four digits, the first two 01 to 20.
[[nodiscard]] std::optional<coded_kind> of_cameo(std::string_view code);
/// `mode` may be empty. Nothing for a word that isn't in capitals.
[[nodiscard]] std::optional<coded_kind> of_plover(std::string_view word, std::string_view mode = {});

}  // namespace sinedie::detail
