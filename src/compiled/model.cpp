// SPDX-License-Identifier: BSL-1.0
// The bodies of the model floor, once.
#include <sinedie/model/affiliation-inl.hpp>
#include <sinedie/model/block-inl.hpp>
#include <sinedie/model/block_reports-inl.hpp>
#include <sinedie/model/checked-inl.hpp>
#include <sinedie/model/dossier-inl.hpp>
#include <sinedie/model/entry_problems-inl.hpp>
#include <sinedie/model/fold-inl.hpp>
#include <sinedie/model/glance-inl.hpp>
#include <sinedie/model/id-inl.hpp>
#include <sinedie/model/integrity-inl.hpp>
#include <sinedie/model/names-inl.hpp>
#include <sinedie/model/text-inl.hpp>
