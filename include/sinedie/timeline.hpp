// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Floor 5: the compiled view. A dossier on a day of knowledge: ordered, indexed, flagged, and open to queries.

#include <sinedie/chronology.hpp>

#include <sinedie/timeline/allen.hpp>
#include <sinedie/timeline/archive.hpp>
#include <sinedie/timeline/binding.hpp>
#include <sinedie/timeline/chronicle.hpp>
#include <sinedie/timeline/compile.hpp>
#include <sinedie/timeline/compiled.hpp>
#include <sinedie/timeline/conclusions.hpp>
#include <sinedie/timeline/counts.hpp>
#include <sinedie/timeline/entry.hpp>
#include <sinedie/timeline/entry_columns.hpp>
#include <sinedie/timeline/evaluate.hpp>
#include <sinedie/timeline/finding.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/indexes.hpp>
#include <sinedie/timeline/knowledge.hpp>
#include <sinedie/timeline/lateness.hpp>
#include <sinedie/timeline/lazily.hpp>
#include <sinedie/timeline/merging.hpp>
#include <sinedie/timeline/one_at_a_time.hpp>
#include <sinedie/timeline/overlay.hpp>
#include <sinedie/timeline/planner.hpp>
#include <sinedie/timeline/postings.hpp>
#include <sinedie/timeline/query.hpp>
#include <sinedie/timeline/query_text.hpp>
#include <sinedie/timeline/ranks.hpp>
#include <sinedie/timeline/report_findings.hpp>
#include <sinedie/timeline/silences.hpp>
#include <sinedie/timeline/term.hpp>
#include <sinedie/timeline/term_values.hpp>
#include <sinedie/timeline/timeline.hpp>
#include <sinedie/timeline/where.hpp>
#include <sinedie/timeline/window_index.hpp>
