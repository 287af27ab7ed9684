// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Plans and what came of them (`realised_as`), shown as one.
///
/// On a day on which both are known, the plan leaves the timeline and the event takes over from it, field by field, what nobody says
/// of the event itself; and it has the relations of both. Until the event is heard of, the plan stands alone. A plan may be the event
/// of an earlier plan; plans that lead round in a ring stay as they are.
///
///     agreed --realised_as--> met      // one entry, "met": the date and venue told of it, the topics told of the plan


#include <sinedie/config.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/day.hpp>
#include <sinedie/timeline/detail/archive.hpp>

namespace sinedie::detail {

/// The archive in which these are one on that day; the same archive where there are none. As costly as making an archive.
[[nodiscard]] detail::shared<archive const> with_plans_realised(detail::shared<archive const> from, knowledge_day day);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/realised-inl.hpp>
#endif
