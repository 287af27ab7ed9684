// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Floor 4: what can be concluded about when things happen, and in what order. Relations as constraints, derived limits,
/// contradictions, the order.

#include <sinedie/knowledge.hpp>

#include <sinedie/chronology/certainty.hpp>
#include <sinedie/chronology/comparison.hpp>
#include <sinedie/chronology/constraints.hpp>
#include <sinedie/chronology/distance.hpp>
#include <sinedie/chronology/gains.hpp>
#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/missing_round.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/numbers.hpp>
#include <sinedie/chronology/order.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/chronology/solve.hpp>
#include <sinedie/chronology/statement.hpp>
#include <sinedie/chronology/watcher.hpp>
#include <sinedie/chronology/words.hpp>
