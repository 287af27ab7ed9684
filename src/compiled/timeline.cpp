// SPDX-License-Identifier: BSL-1.0
// The bodies of the timeline floor, and of the formatters, once.
#include <sinedie/format-inl.hpp>
#include <sinedie/timeline/chronicle-inl.hpp>
#include <sinedie/timeline/conclusions-inl.hpp>
#include <sinedie/timeline/counts-inl.hpp>
#include <sinedie/timeline/detail/allen-inl.hpp>
#include <sinedie/timeline/detail/archive-inl.hpp>
#include <sinedie/timeline/detail/binding-inl.hpp>
#include <sinedie/timeline/detail/compile-inl.hpp>
#include <sinedie/timeline/detail/compiled-inl.hpp>
#include <sinedie/timeline/detail/day_reading-inl.hpp>
#include <sinedie/timeline/detail/entry_columns-inl.hpp>
#include <sinedie/timeline/detail/evaluate-inl.hpp>
#include <sinedie/timeline/detail/indexes-inl.hpp>
#include <sinedie/timeline/detail/merging-inl.hpp>
#include <sinedie/timeline/detail/overlay-inl.hpp>
#include <sinedie/timeline/detail/planner-inl.hpp>
#include <sinedie/timeline/detail/planner_lookup-inl.hpp>
#include <sinedie/timeline/detail/postings-inl.hpp>
#include <sinedie/timeline/detail/ranks-inl.hpp>
#include <sinedie/timeline/detail/realised-inl.hpp>
#include <sinedie/timeline/detail/report_findings-inl.hpp>
#include <sinedie/timeline/detail/term_values-inl.hpp>
#include <sinedie/timeline/detail/window_index-inl.hpp>
#include <sinedie/timeline/entry-inl.hpp>
#include <sinedie/timeline/flag-inl.hpp>
#include <sinedie/timeline/flag_reasons-inl.hpp>
#include <sinedie/timeline/growth-inl.hpp>
#include <sinedie/timeline/knowledge-inl.hpp>
#include <sinedie/timeline/lateness-inl.hpp>
#include <sinedie/timeline/oddities-inl.hpp>
#include <sinedie/timeline/query-inl.hpp>
#include <sinedie/timeline/query_print-inl.hpp>
#include <sinedie/timeline/query_text-inl.hpp>
#include <sinedie/timeline/silences-inl.hpp>
#include <sinedie/timeline/timeline-inl.hpp>
#include <sinedie/timeline/where-inl.hpp>

// The one of fmt's that ours end in, so that a program needs no more than `fmt/core.h` to print what is ours. (From fmt 11 on that
// header brings all of fmt.)
#if FMT_VERSION < 110000
template auto fmt::formatter<fmt::string_view>::format(fmt::string_view const&, fmt::format_context&) const
    -> decltype(std::declval<fmt::format_context&>().out());
#endif
