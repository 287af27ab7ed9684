// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is wrong with an entry by itself: relations to itself, rounds that don't count, gaps that can't hold, text that isn't
/// UTF-8. Pointers are those of the entry's file form, relative to the entry.

#include <vector>

#include <sinedie/error.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/report.hpp>
#include <sinedie/model/series.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie::detail {

[[nodiscard]] std::vector<problem> entry_problems(party const& p);
[[nodiscard]] std::vector<problem> entry_problems(venue const& v);
[[nodiscard]] std::vector<problem> entry_problems(series const& s);
[[nodiscard]] std::vector<problem> entry_problems(event const& e);
[[nodiscard]] std::vector<problem> entry_problems(document const& d);
[[nodiscard]] std::vector<problem> entry_problems(report const& r);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/entry_problems-inl.hpp>
#endif
