// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The floor of time: truth, instants, spans, calendars, datings. It knows nothing of diplomacy.
/// `time/posix_time.hpp`, and `time/stated_date.hpp` for the members of a list one by one, stand apart.

#include <sinedie/time/adoption.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/comparison.hpp>
#include <sinedie/time/conversions.hpp>
#include <sinedie/time/datedness.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/dual_date.hpp>
#include <sinedie/time/dual_year.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/time/duration_sum.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/limits.hpp>
#include <sinedie/time/precision.hpp>
#include <sinedie/time/qualifiers.hpp>
#include <sinedie/time/relations.hpp>
#include <sinedie/time/span.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/time/truth.hpp>
#include <sinedie/time/words.hpp>
