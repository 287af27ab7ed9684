// SPDX-License-Identifier: BSL-1.0
// The bodies of the chronology floor, once.
#include <sinedie/chronology/chain-inl.hpp>
#include <sinedie/chronology/comparison-inl.hpp>
#include <sinedie/chronology/constraints-inl.hpp>
#include <sinedie/chronology/detail/calendar_hull-inl.hpp>
#include <sinedie/chronology/detail/minimal-inl.hpp>
#include <sinedie/chronology/detail/rings-inl.hpp>
#include <sinedie/chronology/detail/sweeper-inl.hpp>
#include <sinedie/chronology/detail/sweeper_back-inl.hpp>
#include <sinedie/chronology/detail/sweeper_clashes-inl.hpp>
#include <sinedie/chronology/detail/tightener-inl.hpp>
#include <sinedie/chronology/detail/ways-inl.hpp>
#include <sinedie/chronology/gains-inl.hpp>
#include <sinedie/chronology/growing-inl.hpp>
#include <sinedie/chronology/growing_afresh-inl.hpp>
#include <sinedie/chronology/network-inl.hpp>
#include <sinedie/chronology/open_groups-inl.hpp>
#include <sinedie/chronology/order-inl.hpp>
#include <sinedie/chronology/solve-inl.hpp>
#include <sinedie/chronology/statement-inl.hpp>
#include <sinedie/chronology/words-inl.hpp>
