// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a timeline is made of: the entries in their order, and what was noticed while ordering them. Built once, never changed.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/chronology.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/account.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/timeline/detail/archive.hpp>
#include <sinedie/timeline/detail/entry_columns.hpp>
#include <sinedie/model/finding.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/options.hpp>
#include <sinedie/timeline/detail/indexes.hpp>
#include <sinedie/timeline/detail/lazily.hpp>

namespace sinedie {

namespace detail {

class ranks;

class compiled {
 public:
  explicit compiled(detail::shared<archive const> from) : kept{std::move(from)} {}

  detail::shared<archive const> kept;  ///< what doesn't depend on the day; the references that follow look into it
  archive const& whole = kept->around ? *kept->around : *kept;
  contents const& all = kept->all;
  ledger const* told = &kept->told;
  id_numbers const& parties = whole.parties;
  id_numbers const& venues = whole.venues;
  id_numbers const& series = whole.series;
  venue_tree const& places = whole.places;
  affiliations const& who = whole.who;
  name_index<party_id> const& party_names = whole.party_names;
  name_index<venue_id> const& venue_names = whole.venue_names;
  timeline_options options;
  entry_columns entries;                ///< in order; from `shown` on, those that stand apart or are hidden
  std::size_t shown = 0;
  std::vector<std::uint32_t> by_id;     ///< places in the order of ids
  std::vector<contradiction> contradictions;
  std::vector<dispute> disputes;
  std::vector<finding> findings;
  lazily<ranks> order;  ///< by what each came to its place; see `ranks_of`

  /// The place of the entry of that event; nothing where it doesn't exist on the day of knowledge.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const noexcept {
    auto const at = std::lower_bound(by_id.begin(), by_id.end(), id,
                                     [&](std::uint32_t place, std::string_view i) { return entries.id(place) < i; });
    if (at != by_id.end() && entries.id(*at) == id) return *at;
    // A plan that was realised is found where the event stands.
    auto const& plans = kept->stand_ins;
    auto const plan = std::lower_bound(plans.begin(), plans.end(), id, [](auto const& p, std::string_view i) { return p.first < i; });
    return plan != plans.end() && plan->first == id ? find(plan->second) : std::nullopt;
  }

  /// Where to look things up. Built by whoever asks first, which takes about as long as the rest of compiling.
  [[nodiscard]] indexes const& index() const;

 private:
  lazily<indexes> index_;
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/compiled-inl.hpp>
#endif
