// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Floor 3: what was known on a given day. Of all that was declared and reported about an event, which statement stands.

#include <sinedie/model.hpp>

#include <sinedie/knowledge/account.hpp>
#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/day.hpp>
#include <sinedie/knowledge/field.hpp>
#include <sinedie/knowledge/marks.hpp>
#include <sinedie/knowledge/slips.hpp>
#include <sinedie/knowledge/standing.hpp>
