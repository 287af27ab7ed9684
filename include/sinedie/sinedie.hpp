// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The library: floors 1 to 5, and the conversions and formatters that stand in headers of their own.
/// What reads and writes files is floor 6: `sinedie/io/…`, target `sinedie::io`.

#include <sinedie/config.hpp>
#include <sinedie/error.hpp>
#include <sinedie/format.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time.hpp>
#include <sinedie/time/posix_time.hpp>
#include <sinedie/model.hpp>
#include <sinedie/knowledge.hpp>
#include <sinedie/chronology.hpp>
#include <sinedie/timeline.hpp>
