// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a dossier holds, checked once and looked up once, for timelines of as many days of knowledge as are asked for.
///
/// Nothing in it depends on the day. Never changes once made; timelines co-own it, and any number of threads may read it.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/affiliation.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/model/names.hpp>
#include <sinedie/timeline/detail/entry_columns.hpp>
#include <sinedie/timeline/detail/indexes.hpp>
#include <sinedie/timeline/detail/report_findings.hpp>

namespace sinedie::detail {

/// Which events relate to which, by their numbers in the ledger.
struct relation_table {
  std::vector<std::uint32_t> owners;  ///< events with relations, ascending
  std::vector<std::uint32_t> begins;  ///< one more than owners
  std::vector<std::uint32_t> others;  ///< `nobody` where a relation says nothing about time
  std::vector<std::uint32_t> group;   ///< one an event: the first of those that hang together with it by relations, on whatever day

  /// One for each of an event's relations.
  [[nodiscard]] std::span<std::uint32_t const> of(std::uint32_t event) const noexcept {
    auto const at = std::lower_bound(owners.begin(), owners.end(), event);
    if (at == owners.end() || *at != event) return {};
    auto const i = static_cast<std::size_t>(at - owners.begin());
    return {others.data() + begins[i], begins[i + 1] - begins[i]};
  }
};

struct archive {
  /// Throws with all that is wrong with the whole. Where an archive `around` it is given, this one has some of that one's events,
  /// and none of its parties and venues: they are looked up there, and nothing is checked.
  /// Neither is anything checked that comes from one that was `given`.
  explicit archive(contents of, detail::shared<archive const> around = {}, detail::shared<archive const> given = {});
  archive(archive const&) = delete;
  archive& operator=(archive const&) = delete;
  archive(archive&&) = delete;
  archive& operator=(archive&&) = delete;
  ~archive() = default;

  detail::shared<archive const> around;
  detail::shared<archive const> given;  ///< the dossier's own, where this one has plans realised (`realised.hpp`)
  contents all;
  ledger told;  ///< what `all`'s reports say, in order of publication
  report_oddities odd;
  std::vector<std::uint32_t> shelved;  ///< one an event of the ledger: its place on the shelf
  relation_table related;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> realised;          ///< plans, and what came of each; by the ledger's numbers
  std::vector<std::pair<std::string_view, std::string_view>> stand_ins;  ///< ids of plans that are realised, by whom; sorted
  id_numbers parties, venues, series;
  affiliations who;
  name_index<party_id> party_names;
  name_index<venue_id> venue_names;
  venue_tree places;

 private:
  void number_relations();
  void index_names();
  void draw_map();
  [[nodiscard]] std::uint32_t state_of(locator country, std::string_view id) const;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/archive-inl.hpp>
#endif
