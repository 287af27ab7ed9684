// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Floor 5: the compiled view. A dossier on a day of knowledge: ordered, indexed, flagged, and open to queries.

#include <sinedie/knowledge.hpp>

#include <sinedie/timeline/chronicle.hpp>
#include <sinedie/timeline/conclusions.hpp>
#include <sinedie/timeline/counts.hpp>
#include <sinedie/timeline/entry.hpp>
#include <sinedie/timeline/explanation.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/knowledge.hpp>
#include <sinedie/timeline/lateness.hpp>
#include <sinedie/timeline/oddities.hpp>
#include <sinedie/timeline/options.hpp>
#include <sinedie/timeline/query.hpp>
#include <sinedie/timeline/query_text.hpp>
#include <sinedie/timeline/silences.hpp>
#include <sinedie/timeline/term.hpp>
#include <sinedie/timeline/timeline.hpp>
#include <sinedie/timeline/where.hpp>
