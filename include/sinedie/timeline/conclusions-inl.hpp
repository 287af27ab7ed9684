// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

#include <sinedie/chronology.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/timeline/conclusions.hpp>
#include <sinedie/timeline/detail/binding-inl.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/detail/one_at_a_time.hpp>

namespace sinedie {

struct conclusions::parts {
  detail::shared<detail::compiled const> from;
  std::vector<standing> standings;
  chronology::constraints laid;
  chronology::solution solved;
  std::optional<chronology::comparison> known;
  std::vector<chronology::node> row;  ///< as the timeline has it

  /// Made when it is asked for, by one thread at a time.
  [[nodiscard]] std::vector<drop> gains(chronology::clash const& c) const {
    detail::one_at_a_time const alone{trying_};
    try {
      if (!trials_) trials_.emplace(laid.network(), solved);
      return trials_->of(c);
    } catch (...) {
      trials_.reset();  // it may have been given up halfway
      throw;
    }
  }

 private:
  mutable std::atomic_flag trying_;
  mutable std::optional<chronology::gain_finder> trials_;
};

SINEDIE_INLINE std::vector<chronology::missing_round> const& conclusions::missing_rounds() const noexcept {
  return made_->laid.missing_rounds();
}

SINEDIE_INLINE std::string to_sentence(reason const& r, std::string_view language) {
  bool const fr = language == "fr";
  auto const which = static_cast<std::size_t>(r.which);
  if (!r.value.is_bounded()) {
    constexpr std::array<std::string_view, 4> english{"how early it may start", "how late it may start", "how early it may end",
                                                      "how late it may end"};
    constexpr std::array<std::string_view, 4> french{"quand il peut commencer au plus tôt", "quand il peut commencer au plus tard",
                                                     "quand il peut s'achever au plus tôt", "quand il peut s'achever au plus tard"};
    return std::string{fr ? "Rien ne dit " : "Nothing says "} + std::string{(fr ? french : english)[which]} + '.';
  }
  constexpr std::array<std::string_view, 4> english{"Not before ", "Starts by ", "Not over before ", "Over by "};
  constexpr std::array<std::string_view, 4> french{"Pas avant le ", "Commence au plus tard le ", "Ne s'achève pas avant le ",
                                                   "S'achève au plus tard le "};
  auto text = std::string{(fr ? french : english)[which]} + chronology::day_words(r.value, language);
  for (std::size_t i = 0; i < r.chain.size(); ++i) {
    if (i == 0) text += fr ? ", parce que " : ", because ";
    else if (i + 1 == r.chain.size()) text += fr ? " et que " : " and ";
    else text += fr ? ", que " : ", ";
    text += r.chain[i].text;
  }
  return text + '.';
}

SINEDIE_INLINE std::string to_sentence(missing_fact const& m, std::string_view language) {
  bool const fr = language == "fr";
  auto text = (fr ? "Ce qui le daterait le mieux : la date de " : "What would date it best: the date of ") +
              chronology::quoted_in(m.event.str(), language);
  if (m.limits_earliest && m.limits_latest) text += fr ? ", qui le bornerait des deux côtés" : ", which would limit it on both sides";
  else if (m.limits_earliest) text += fr ? ", qui dirait quand il est au plus tôt" : ", which would limit how early it may be";
  else text += fr ? ", qui dirait quand il est au plus tard" : ", which would limit how late it may be";
  return text + '.';
}

SINEDIE_INLINE conclusions::conclusions(timeline const& t, chronology::watcher* watching) {
  auto made = detail::shared<parts>::make();
  made->from = t.shared_compilation();
  auto const& in = *made->from;
  made->standings = detail::standings(*in.told, in.options.as_of);
  (void)made->laid.lay(in.all, made->standings);
  made->solved = chronology::solve(made->laid.network(), watching);
  made->known.emplace(made->laid.network(), made->solved);
  made->row.resize(in.by_id.size());
  for (chronology::node v = 0; v < made->row.size(); ++v) made->row[in.by_id[v]] = v;
  made_ = std::move(made);
}

SINEDIE_INLINE chronology::node conclusions::find(event_id const& id) const {
  if (auto const found = made_->laid.find(id.str())) return *found;
  if (auto const place = made_->from->find(id.str()))
    if (auto const found = made_->laid.find(made_->from->entries.id(*place))) return *found;
  std::vector<std::string_view> ids;
  for (auto const& s : made_->standings) ids.push_back(s.id);
  detail::raise_unknown(errc::unknown_id, "event", id.str(), nearest(id.str(), ids));
}

SINEDIE_INLINE std::vector<statement> conclusions::stated(std::vector<chronology::statement_number> const& all,
                                                          std::string_view language) const {
  std::vector<statement> words;
  for (auto const s : all) words.push_back(made_->laid.stated(s, language));
  return words;
}

/// Two that stand next to each other: what is told is the one that isn't asked about.
SINEDIE_INLINE std::optional<neighbour> conclusions::between(std::uint32_t first, std::uint32_t then, bool previous,
                                                             std::string_view language) const {
  auto const a = made_->row[first], b = made_->row[then];
  neighbour n{event_id{made_->standings[previous ? a : b].id}, chronology::certainty::conventional, {}};
  if (made_->known->apart(chronology::end_of(a), chronology::start_of(b))) {
    n.order = chronology::certainty::by_limits;
    n.by = stated(made_->known->grounds_by_limits(a, b), language);
  } else if (auto const by = made_->known->grounds(a, b); !by.empty()) {
    n.order = chronology::certainty::by_relation;
    n.by = stated(by, language);
  }
  return n;
}

SINEDIE_INLINE reasons conclusions::why(event_id const& id, std::string_view language) const {
  auto const v = find(id);
  auto const& limits = made_->solved.limits[v];
  auto const give = [&](reason::limit which, time::instant value, chronology::point at, bool earliest) {
    return reason{which, value, stated(chronology::chain_of(made_->laid.network(), made_->solved, at, earliest), language)};
  };
  using limit = reason::limit;
  reasons r{id,
            give(limit::earliest_start, limits.start_min, chronology::start_of(v), true),
            give(limit::latest_start, limits.start_max, chronology::start_of(v), false),
            give(limit::earliest_end, limits.end_min, chronology::end_of(v), true),
            give(limit::latest_end, limits.end_max, chronology::end_of(v), false),
            std::nullopt,
            std::nullopt,
            {}};
  auto const place = made_->from->by_id[v];
  if (place < made_->from->shown) {
    if (place > 0) r.previous = between(place - 1, place, true, language);
    if (place + 1 < made_->from->shown) r.next = between(place, place + 1, false, language);
  }
  auto const& all = made_->from->contradictions;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (std::find(all[i].events.begin(), all[i].events.end(), id) != all[i].events.end()) r.contradictions.push_back(i);
  return r;
}

SINEDIE_INLINE truth conclusions::precedes(event_id const& a, event_id const& b) const { return made_->known->precedes(find(a), find(b)); }

SINEDIE_INLINE truth conclusions::stands(event_id const& a, relation_kind kind, event_id const& b) const {
  return made_->known->stands(find(a), kind, find(b));
}

SINEDIE_INLINE std::vector<statement> conclusions::grounds(event_id const& a, event_id const& b, std::string_view language) const {
  return stated(made_->known->grounds(find(a), find(b)), language);
}

SINEDIE_INLINE std::vector<std::vector<event_id>> conclusions::open_groups() const {
  std::vector<std::vector<event_id>> groups;
  for (auto const& g : chronology::open_groups(*made_->known, made_->row)) {
    if (g.size() < 2) continue;
    groups.emplace_back();
    for (auto const v : g) groups.back().emplace_back(made_->standings[v].id);
  }
  return groups;
}

SINEDIE_INLINE std::vector<missing_fact> conclusions::would_date(event_id const& id) const {
  auto const v = find(id);
  std::vector<missing_fact> facts;
  if (detail::stated_date(made_->standings[v].fields)) return facts;
  for (auto const& m : chronology::would_date(*made_->known, v))
    facts.push_back({event_id{made_->standings[m.event].id}, m.limits_earliest, m.limits_latest});
  return facts;
}

SINEDIE_INLINE sinedie::contradiction conclusions::in_words(std::size_t contradiction, std::string_view language) const {
  auto told = made_->from->contradictions.at(contradiction);
  told.statements = stated(made_->solved.clashes.at(contradiction).statements, language);
  return told;
}

SINEDIE_INLINE std::vector<drop> conclusions::drops(std::size_t contradiction) const {
  auto const& clash = made_->solved.clashes.at(contradiction);
  auto drops = made_->gains(clash);
  std::vector<int> footing;
  for (auto const s : clash.statements) footing.push_back(made_->laid.footing(s));
  chronology::rank(drops, footing);
  return drops;
}

}  // namespace sinedie
