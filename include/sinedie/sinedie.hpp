// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The library as applications speak to it: time, the model, knowledge and the timeline, with the conversions and formatters that
/// stand in headers of their own. What two floors have beside that is included by name:
/// `sinedie/chronology.hpp`, networks as numbers, for who brings constraints of their own;
/// `sinedie/io/…`, what reads and writes files, target `sinedie::io`.

#include <sinedie/config.hpp>
#include <sinedie/error.hpp>
#include <sinedie/format.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time.hpp>
#include <sinedie/time/posix_time.hpp>
#include <sinedie/time/stated_date.hpp>
#include <sinedie/model.hpp>
#include <sinedie/knowledge.hpp>
#include <sinedie/chronology/words.hpp>
#include <sinedie/timeline.hpp>
