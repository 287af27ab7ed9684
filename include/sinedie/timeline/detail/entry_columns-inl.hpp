// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/timeline/detail/entry_columns.hpp>

namespace sinedie::detail {

SINEDIE_INLINE id_numbers::id_numbers(shelf const& of) {
  ids_.reserve(of.size());
  for (auto const& [id, place] : of.in_order()) ids_.push_back(id);
}
SINEDIE_INLINE std::uint32_t id_numbers::find(std::string_view id) const noexcept {
  auto const found = std::lower_bound(ids_.begin(), ids_.end(), id);
  return found != ids_.end() && *found == id ? static_cast<std::uint32_t>(found - ids_.begin()) : nobody;
}

SINEDIE_INLINE standing entry_columns::known(std::uint32_t place) const {
  if (profile(place).told) {
    if (auto const at = std::lower_bound(kept_.begin(), kept_.end(), place); at != kept_.end() && *at == place)
      return standings_[static_cast<std::size_t>(at - kept_.begin())];
    interpreter by{*ledger_};
    return *standing_of(*ledger_, by, *ledger_->find_event(id(place)), day_);
  }
  auto const at = event(place);
  standing s;
  s.event = at;
  s.id = id(place);
  s.fields = at.home->claim_at(at.home->events().claim[at.row]);
  s.dated_on = first_said(*ledger_, ledger::nobody);
  add_declared_progress(ledger_->all(), s);
  return s;
}
SINEDIE_INLINE compiled_entry entry_columns::operator[](std::uint32_t place) const {
  return {known(place), flags(place), limits(place), static_cast<chronology::certainty>(profile(place).certainty)};
}
SINEDIE_INLINE flags entry_columns::flags(std::uint32_t place) const noexcept {
  sinedie::flags f;
  for (std::size_t i = 0; i < flag_words.size(); ++i) f.set(static_cast<flag>(i), profile(place).has(static_cast<flag>(i)));
  return f;
}

SINEDIE_INLINE time::dating const* entry_columns::stated(std::uint32_t place) const noexcept {
  auto const& p = profile(place);
  if (!p.dated) return nullptr;
  if (p.told) return told_dates(place).stated;
  auto const at = event(place);
  return at.home->dating(at.home->claims().when[at.home->events().claim[at.row] - 1]);
}
SINEDIE_INLINE time::dating const* entry_columns::expected(std::uint32_t place) const noexcept {
  auto const& p = profile(place);
  if (!p.has(flag::expected)) return nullptr;
  if (p.told) return told_dates(place).expected;
  auto const at = event(place);
  return at.home->dating(at.home->claims().expected[at.home->events().claim[at.row] - 1]);
}

SINEDIE_INLINE std::size_t entry_columns::bytes() const noexcept {
  std::size_t lists = 0;
  for (auto const& w : wheres_)
    for (auto const& c : w) lists += sizeof c + c.venues.capacity() * 4;
  for (auto const& m : matters_) lists += m.topics.capacity() * sizeof(std::string) + m.rounds.capacity() * 8;
  return 4 * (event_.capacity() + extent_.capacity() + profile_.capacity() + where_.capacity() + who_begins_.capacity() + who_.capacity() +
              told_.capacity() + kept_.capacity()) +
         dates_.capacity() * sizeof(dates) +
         extents_.capacity() * sizeof(time::limits) + profiles_.capacity() * sizeof(detail::profile) +
         wheres_.capacity() * sizeof(decltype(wheres_)::value_type) +
         participations_.capacity() * sizeof(acting) + matters_.capacity() * sizeof(matter) +
         lists;
}

// --- filling ---------------------------------------------------------------------------------------------------------------------

SINEDIE_INLINE columns_builder::columns_builder(contents const& all, ledger const& told, knowledge_day day, id_numbers const& parties,
                                                id_numbers const& venues, id_numbers const& series)
    : parties_{parties}, venues_{venues}, series_{series}, single_(venues.size(), nobody), plainly_(parties.size(), nobody) {
  made_.events_ = &all.of(sort::event).places;
  made_.ledger_ = &told;
  made_.day_ = day;
  made_.wheres_.emplace_back();
}

template <typename Look>
std::uint32_t columns_builder::meaning(block const* home, std::vector<std::uint32_t> meanings::* column, symbol s, Look look) {
  if (blocks_.empty() || blocks_[last_block_].first != home) {
    auto const is_home = [&](auto const& b) { return b.first == home; };
    last_block_ = static_cast<std::size_t>(std::find_if(blocks_.begin(), blocks_.end(), is_home) - blocks_.begin());
    if (last_block_ == blocks_.size()) blocks_.emplace_back(home, meanings{});
  }
  auto& known = blocks_[last_block_].second.*column;
  if (s >= known.size()) known.resize(std::size_t{s} + s / 2 + 64, unread);
  if (known[s] == unread) known[s] = look(home->string(s));
  return known[s];
}
SINEDIE_INLINE std::uint32_t columns_builder::party(block const* home, symbol s) {
  return meaning(home, &meanings::parties, s, [&](std::string_view id) { return parties_.find(id); });
}
SINEDIE_INLINE std::uint32_t columns_builder::venue(block const* home, symbol s) {
  return meaning(home, &meanings::venues, s, [&](std::string_view id) { return venues_.find(id); });
}
SINEDIE_INLINE std::uint32_t columns_builder::role(block const* home, symbol s) {
  if (s == 0) return 0;
  return meaning(home, &meanings::roles, s, [&](std::string_view word) { return role_of(fold(word)); });
}
SINEDIE_INLINE std::uint32_t columns_builder::role_of(std::string const& folded) {
  if (folded.empty()) return 0U;
  return known_roles_.number(made_.roles_, folded, [](word_hash& h, std::string const& word) { h.take(std::string_view{word}); });
}
SINEDIE_INLINE std::uint32_t columns_builder::kind_of(std::string_view word) {
  if (word.empty()) return 0;
  return known_kinds_.number(made_.kinds_, word, [](word_hash& h, std::string_view one) { h.take(one); });
}
SINEDIE_INLINE std::uint32_t columns_builder::kind(locator event) {
  auto const s = event.home->events().kind[event.row];
  if (s == 0) return 0;
  return meaning(event.home, &meanings::kinds, s, [&](std::string_view word) { return kind_of(word); });
}

SINEDIE_INLINE void columns_builder::add_actor(block const* home, participation_cell const& cell) {
  auto const one = party(home, cell.party);
  bool const is_plain = cell.role == 0 && cell.on_behalf_of == 0;
  if (is_plain && plainly_[one] != nobody) return who_.push_back(plainly_[one]);
  acting const a{one, role(home, cell.role), cell.on_behalf_of == 0 ? nobody : party(home, cell.on_behalf_of)};
  auto const number = acting_of(a);
  if (is_plain) plainly_[one] = number;
  who_.push_back(number);
}
SINEDIE_INLINE std::uint32_t columns_builder::who(said c) {
  auto const first = people();
  if (c.claim == 0) return first;
  for (auto const& cell : c.home->claims().parties[c.claim - 1]) add_actor(c.home, cell);
  (void)next_row(who_.size());
  return first;
}
SINEDIE_INLINE std::uint32_t columns_builder::who(std::vector<listed_at> const& all) {
  auto const first = people();
  for (auto const& at : all) add_actor(at.list.home, at.list.home->claims().parties[at.list.claim - 1][at.place]);
  (void)next_row(who_.size());
  return first;
}

SINEDIE_INLINE std::uint32_t columns_builder::acting_of(acting const& a) {
  return known_acting_.number(made_.participations_, a, [](word_hash& h, acting const& one) {
    h.take(std::uint64_t{one.party} << 32U | one.role);
    h.take(one.on_behalf);
  });
}

SINEDIE_INLINE std::uint32_t columns_builder::where(said c) {
  if (c.claim == 0) return 0;
  auto const cells = c.home->claims().venues[c.claim - 1];
  if (cells.empty()) return 0;
  bool const single = cells.size() == 1 && cells[0].kind == venue_choice::how::certain;
  auto const there = single ? venue(c.home, cells[0].venue) : nobody;
  if (single && single_[there] != nobody) return single_[there];
  std::vector<choice_of_venues> choices;
  for (auto const& cell : cells) {
    if (cell.opens) choices.push_back({cell.kind, {}});
    choices.back().venues.push_back(venue(c.home, cell.venue));
  }
  auto const number = where_of(choices);
  if (single) single_[there] = number;
  return number;
}
SINEDIE_INLINE std::uint32_t columns_builder::where_of(std::vector<choice_of_venues> const& choices) {
  if (choices.empty()) return 0;
  return known_wheres_.number(made_.wheres_, choices, [](word_hash& h, std::vector<choice_of_venues> const& list) {
    for (auto const& each : list) {
      h.take(static_cast<std::uint64_t>(each.kind) << 32U | each.venues.size());
      for (auto const v : each.venues) h.take(v);
    }
  });
}

SINEDIE_INLINE std::uint32_t columns_builder::matter(std::vector<listed_at> const& topics, std::vector<listed_at> const& series) {
  detail::matter m;
  for (auto const& at : topics) m.topics.push_back(fold(one_of(field::topics, at).name));
  for (auto const& at : series) {
    auto const r = one_of(field::series, at);
    m.rounds.emplace_back(series_.find(r.name), r.round);
  }
  return matter_of(m);
}
SINEDIE_INLINE std::uint32_t columns_builder::matter_of(detail::matter const& m) {
  if (m.topics.empty() && m.rounds.empty()) return 0;
  return known_matters_.number(made_.matters_, m, [](word_hash& h, detail::matter const& one) {
    for (auto const& t : one.topics) h.take(std::string_view{t});
    for (auto const& [s, r] : one.rounds) h.take(std::uint64_t{s} << 32U | r);
  });
}

SINEDIE_INLINE std::uint32_t columns_builder::extent(time::limits const& l) {
  return known_extents_.number(made_.extents_, l, [](word_hash& h, time::limits const& one) {
    for (auto const i : {one.start_min, one.start_max, one.end_min, one.end_max}) h.take(static_cast<std::uint64_t>(i.seconds()));
  });
}

SINEDIE_INLINE std::uint32_t columns_builder::profile(detail::profile const& p) {
  return known_profiles_.number(profiles_, p, [](word_hash& h, detail::profile const& one) {
    h.take(std::uint64_t{one.kind} << 32U | one.matter);
    h.take(std::uint64_t{one.flags} << 32U | std::uint64_t{one.status} << 24U | std::uint64_t{one.why} << 16U |
           std::uint64_t{one.modes} << 8U | one.datedness);
    h.take((one.told ? 1U : 0U) | (one.dated ? 2U : 0U) | (one.placed ? 4U : 0U) | (one.simple ? 8U : 0U));
  });
}

SINEDIE_INLINE void columns_builder::date(detail::profile& p, time::dating const* d, time::limits const& limits, bool expected) {
  p.dated = d != nullptr;
  if (d) {
    auto const& own = d->limits();
    p.placed = own.places();
    p.datedness = static_cast<std::uint8_t>(d->datedness());
    p.simple = !d->has_alternatives() && own.start_min <= limits.start_min && limits.start_max <= own.start_max &&
               own.end_min <= limits.end_min && limits.end_max <= own.end_max;
    return;
  }
  p.datedness = static_cast<std::uint8_t>(limits.any() || expected ? time::datedness::bounded : time::datedness::unknown);
}

SINEDIE_INLINE void columns_builder::learn_from(entry_columns const& old, std::vector<detail::profile> const& profiles) {
  old_ = &old;
  old_profiles_ = &profiles;
  wheres_again_.assign(old.wheres_.size(), nobody);
  profiles_again_.assign(profiles.size(), nobody);
  extents_again_.assign(old.extents_.size(), nobody);
  acting_again_.assign(old.participations_.size(), nobody);
}
SINEDIE_INLINE std::uint32_t columns_builder::where_again(std::uint32_t old) {
  if (wheres_again_[old] == nobody) wheres_again_[old] = where_of(old_->wheres_[old]);
  return wheres_again_[old];
}
SINEDIE_INLINE detail::profile columns_builder::translated(detail::profile p) {
  p.kind = kind_of(old_->kinds_[p.kind]);
  p.matter = matter_of(old_->matters_[p.matter]);
  return p;
}
SINEDIE_INLINE std::uint32_t columns_builder::profile_again(std::uint32_t old) {
  if (profiles_again_[old] == nobody) profiles_again_[old] = profile(translated((*old_profiles_)[old]));
  return profiles_again_[old];
}
SINEDIE_INLINE std::uint32_t columns_builder::extent_again(std::uint32_t old) {
  if (extents_again_[old] == nobody) extents_again_[old] = extent(old_->extents_[old]);
  return extents_again_[old];
}
SINEDIE_INLINE void columns_builder::who_again(std::span<std::uint32_t const> old) {
  for (auto const n : old) {
    if (acting_again_[n] == nobody) {
      auto a = old_->participations_[n];
      a.role = role_of(old_->roles_[a.role]);
      acting_again_[n] = acting_of(a);
    }
    who_.push_back(acting_again_[n]);
  }
}

SINEDIE_INLINE void columns_builder::reserve(std::size_t entries) {
  for (auto* const column : {&made_.event_, &made_.extent_, &made_.profile_, &made_.where_}) column->reserve(entries);
  made_.who_begins_.reserve(entries + 1);
  made_.who_.reserve(who_.size());
}

SINEDIE_INLINE void columns_builder::put(numbers const& of, chronology::certainty from_previous) {
  made_.event_.push_back(of.event);
  made_.extent_.push_back(of.extent);
  made_.where_.push_back(of.where);
  if (of.profile >= in_place_.size()) in_place_.resize(profiles_.size(), {nobody, nobody, nobody});
  auto& number = in_place_[of.profile][static_cast<std::size_t>(from_previous)];
  if (number == nobody) {
    number = static_cast<std::uint32_t>(made_.profiles_.size());
    made_.profiles_.push_back(profiles_[of.profile]);
    made_.profiles_.back().certainty = static_cast<std::uint8_t>(from_previous);
  }
  made_.profile_.push_back(number);
  for (auto i = of.first_who; i != of.last_who; ++i) made_.who_.push_back(who_[i]);
  made_.who_begins_.push_back(static_cast<std::uint32_t>(made_.who_.size()));
  if (!profiles_[of.profile].told) return;
  made_.told_.push_back(static_cast<std::uint32_t>(made_.size() - 1));
  made_.dates_.push_back({of.stated, of.expected});
}

SINEDIE_INLINE void columns_builder::keep(standing s) {
  made_.kept_.push_back(static_cast<std::uint32_t>(made_.size() - 1));
  made_.standings_.push_back(std::move(s));
}

SINEDIE_INLINE entry_columns columns_builder::finish() {
  made_.extents_.shrink_to_fit();
  return std::move(made_);
}

}  // namespace sinedie::detail
