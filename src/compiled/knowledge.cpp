// SPDX-License-Identifier: BSL-1.0
// The bodies of floor 3, once.
#include <sinedie/knowledge/account-inl.hpp>
#include <sinedie/knowledge/detail/agreement-inl.hpp>
#include <sinedie/knowledge/change-inl.hpp>
#include <sinedie/knowledge/detail/history-inl.hpp>
#include <sinedie/knowledge/detail/interpretation-inl.hpp>
#include <sinedie/knowledge/detail/interpretation_fold-inl.hpp>
#include <sinedie/knowledge/detail/interpretation_lists-inl.hpp>
#include <sinedie/knowledge/detail/ledger-inl.hpp>
#include <sinedie/knowledge/detail/listed-inl.hpp>
#include <sinedie/knowledge/slips-inl.hpp>
#include <sinedie/knowledge/standing-inl.hpp>
