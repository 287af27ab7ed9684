// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How what was known of events changed: of one event day by day, of all between two days.

#include <vector>

#include <sinedie/knowledge/account.hpp>
#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>

namespace sinedie::detail {

/// Every change of one event until the end of a day, in order; the first ones say what was known from the beginning.
[[nodiscard]] std::vector<change> history_of(ledger const& from, interpreter& by, std::uint32_t event, knowledge_day until);

/// What changed about all events between the ends of two days, by event; events about which nothing did are left out.
[[nodiscard]] std::vector<event_changes> changes_between(ledger const& from, std::chrono::sys_days earlier, std::chrono::sys_days later);

/// The days on which a value, a dispute or a mark of some event changed, in order.
[[nodiscard]] std::vector<std::chrono::sys_days> days_of_change(ledger const& from);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/history-inl.hpp>
#endif
