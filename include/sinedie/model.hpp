// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Floor 2: who, where and what. The parties, the venues and the events, what relates them, what was reported of them, and the
/// dossier that holds all of it.

#include <sinedie/time.hpp>

#include <sinedie/model/affiliation.hpp>
#include <sinedie/model/checked.hpp>
#include <sinedie/model/claim.hpp>
#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/document.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/model/entry_problems.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/finding.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/names.hpp>
#include <sinedie/model/oddities.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/report.hpp>
#include <sinedie/model/series.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/text.hpp>
#include <sinedie/model/venue.hpp>
#include <sinedie/model/views.hpp>
#include <sinedie/model/vocabulary.hpp>
