// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Words for what bears on when things happen, in English and French: relations, gaps, days.

#include <string>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/time/instant.hpp>

namespace sinedie::chronology {

/// "is after", "a lieu après".
[[nodiscard]] std::string_view relation_words(relation_kind k, std::string_view language);
/// `"id"`, « id ».
[[nodiscard]] std::string quoted_in(std::string_view id, std::string_view language);
/// " by at least P1D and at most P3M", or nothing.
[[nodiscard]] std::string gap_words(std::string_view at_least, std::string_view at_most, std::string_view language);
/// "2 April 2025", "2 avril 2025"; with the time of day where it is neither the first nor the last second of a day. Years that
/// don't have four digits as EDTF writes them.
[[nodiscard]] std::string day_words(time::instant i, std::string_view language);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/words-inl.hpp>
#endif
