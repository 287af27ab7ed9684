// SPDX-License-Identifier: BSL-1.0
// The bodies of the model floor, once.
#include <sinedie/model/affiliation-inl.hpp>
#include <sinedie/model/checked-inl.hpp>
#include <sinedie/model/claim-inl.hpp>
#include <sinedie/model/date_statement-inl.hpp>
#include <sinedie/model/detail/block-inl.hpp>
#include <sinedie/model/detail/block_reports-inl.hpp>
#include <sinedie/model/detail/contents-inl.hpp>
#include <sinedie/model/detail/name_table-inl.hpp>
#include <sinedie/model/document-inl.hpp>
#include <sinedie/model/dossier-inl.hpp>
#include <sinedie/model/entry_problems-inl.hpp>
#include <sinedie/model/event-inl.hpp>
#include <sinedie/model/fold-inl.hpp>
#include <sinedie/model/glance-inl.hpp>
#include <sinedie/model/id-inl.hpp>
#include <sinedie/model/integrity-inl.hpp>
#include <sinedie/model/names-inl.hpp>
#include <sinedie/model/oddities-inl.hpp>
#include <sinedie/model/party-inl.hpp>
#include <sinedie/model/report-inl.hpp>
#include <sinedie/model/series-inl.hpp>
#include <sinedie/model/text-inl.hpp>
#include <sinedie/model/venue-inl.hpp>
#include <sinedie/model/views-inl.hpp>
