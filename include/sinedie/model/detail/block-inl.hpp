// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/model/detail/block.hpp>

namespace sinedie::detail {

SINEDIE_INLINE row_number block::add_text(localized const& t) {
  if (t.empty()) return 0;
  for (auto const& [language, text] : t.entries()) texts_.add({strings_.intern(language), strings_.keep_text(text)});
  texts_.close();
  return next_row(texts_.size());
}

SINEDIE_INLINE localized block::text(row_number r) const {
  localized t;
  if (r == 0) return t;
  auto const cells = texts_[r - 1];
  t.entries_.reserve(cells.size());
  for (auto const& cell : cells) t.entries_.push_back({std::string{strings_[cell.language]}, std::string{strings_[cell.text]}});
  return t;
}

SINEDIE_INLINE row_number block::add_date(std::optional<date_statement> const& d) {
  if (!d) return 0;
  row_number dating = 0;
  if (auto const* const stated = d->dating()) {
    auto const hashed = known_datings_.hash(stated->text());
    auto const known = known_datings_.find(hashed, [&](std::uint32_t n) {
      return datings_[n - 1].text() == stated->text() && datings_[n - 1].stated_in() == stated->stated_in();
    });
    if (known) {
      dating = *known;
    } else {
      known_datings_.make_room();
      datings_.push_back(*stated);
      dating = next_row(datings_.size());
      known_datings_.insert(hashed, dating);
    }
  }
  dates_.push_back({dating, strings_.intern(d->as_written()), strings_.intern(d->language()), to_cell(d->basis())});
  return next_row(dates_.size());
}

SINEDIE_INLINE std::optional<date_statement> block::date(row_number r) const {
  if (r == 0) return std::nullopt;
  auto const& cell = dates_[r - 1];
  auto d = cell.dating == 0 ? date_statement::none() : date_statement{datings_[cell.dating - 1]};
  if (cell.as_written != 0 || cell.language != 0)
    d.as_written(std::string{strings_[cell.as_written]}, std::string{strings_[cell.language]});
  d.on_basis(from_cell<basis>(cell.basis));
  return d;
}

SINEDIE_INLINE time::dating const* block::dating(row_number r) const noexcept {
  if (r == 0 || dates_[r - 1].dating == 0) return nullptr;
  return &datings_[dates_[r - 1].dating - 1];
}

SINEDIE_INLINE row_number block::add_duration(std::optional<time::duration> const& d) {
  if (!d) return 0;
  durations_.push_back(*d);
  return next_row(durations_.size());
}
SINEDIE_INLINE std::optional<time::duration> block::duration(row_number r) const {
  return r == 0 ? std::nullopt : std::optional<time::duration>{durations_[r - 1]};
}

SINEDIE_INLINE void block::add_extensions(ragged<extension_cell>& column, std::vector<extension> const& list) {
  for (auto const& e : list) column.add({strings_.intern(e.pointer), strings_.intern(e.json)});
  column.close();
}
SINEDIE_INLINE std::vector<extension> block::extensions_of(std::span<extension_cell const> cells) const {
  std::vector<extension> list;
  for (auto const& c : cells) list.push_back({std::string{strings_[c.pointer]}, std::string{strings_[c.json]}});
  return list;
}
SINEDIE_INLINE void block::add_strings(ragged<symbol>& column, std::vector<std::string> const& list) {
  for (auto const& s : list) column.add(strings_.intern(s));
  column.close();
}

SINEDIE_INLINE void block::add_citations(ragged<citation_cell>& column, std::vector<citation> const& list) {
  for (auto const& c : list) {
    if (auto const* const p = c.party()) column.add({0, strings_.intern(p->str()), 0, 0, false});
    if (auto const* const r = c.report()) column.add({1, strings_.intern(r->str()), 0, 0, false});
    if (auto const* const u = c.unnamed()) column.add({2, 0, add_text(u->who), u->count.value_or(0), u->count.has_value()});
  }
  column.close();
}
SINEDIE_INLINE citation block::citation_of(citation_cell const& c) const {
  if (c.kind == 0) return id<party_id>(c.id);
  if (c.kind == 1) return id<report_id>(c.id);
  return unnamed{text(c.who), c.counted ? std::optional<std::uint32_t>{c.count} : std::nullopt};
}

SINEDIE_INLINE row_number block::add_claim(claim_fields const& f) {
  std::uint16_t said = 0;
  auto const note = [&](bool present, claim_columns::field bit) {
    if (present) said = static_cast<std::uint16_t>(said | bit);
  };
  claims_.status.push_back(to_cell(f.status));
  claims_.why.push_back(to_cell(f.why_undated));
  claims_.when.push_back(add_date(f.when));
  claims_.expected.push_back(add_date(f.expected));
  if (f.venues)
    for (auto const& choice : *f.venues) {
      bool opens = true;
      for (auto const& v : choice.venues) claims_.venues.add({choice.kind, std::exchange(opens, false), strings_.intern(v.str())});
    }
  claims_.venues.close();
  if (f.parties)
    for (auto const& p : *f.parties)
      claims_.parties.add(
          {strings_.intern(p.party.str()), strings_.intern(p.role), p.on_behalf_of ? strings_.intern(p.on_behalf_of->str()) : 0});
  claims_.parties.close();
  if (f.modes)
    for (auto const m : *f.modes) claims_.modes.add(m);
  claims_.modes.close();
  if (f.topics)
    for (auto const& t : *f.topics) claims_.topics.add(strings_.intern(t));
  claims_.topics.close();
  if (f.series)
    for (auto const& s : *f.series) claims_.series.add({strings_.intern(s.series.str()), s.round.value_or(0)});
  claims_.series.close();
  if (f.by)
    for (auto const& p : *f.by) claims_.by.add(strings_.intern(p.str()));
  claims_.by.close();
  note(f.venues.has_value(), claim_columns::venues_said);
  note(f.parties.has_value(), claim_columns::parties_said);
  note(f.modes.has_value(), claim_columns::modes_said);
  note(f.topics.has_value(), claim_columns::topics_said);
  note(f.series.has_value(), claim_columns::series_said);
  note(f.by.has_value(), claim_columns::by_said);
  claims_.said.push_back(said);
  return next_row(claims_.said.size());
}

SINEDIE_INLINE claim_fields block::claim_at(row_number r) const {
  claim_fields f;
  if (r == 0) return f;
  std::size_t const i = r - 1;
  f.status = from_cell<status>(claims_.status[i]);
  f.why_undated = from_cell<why_undated>(claims_.why[i]);
  f.when = date(claims_.when[i]);
  f.expected = date(claims_.expected[i]);
  auto const said = claims_.said[i];
  if (said & claim_columns::venues_said) {
    f.venues.emplace();
    for (auto const& cell : claims_.venues[i]) {
      if (cell.opens) f.venues->push_back({cell.kind, {}});
      f.venues->back().venues.push_back(id<venue_id>(cell.venue));
    }
  }
  if (said & claim_columns::parties_said) {
    f.parties.emplace();
    for (auto const& cell : claims_.parties[i]) {
      participation p{id<party_id>(cell.party), std::string{strings_[cell.role]}, std::nullopt};
      if (cell.on_behalf_of != 0) p.on_behalf_of = id<party_id>(cell.on_behalf_of);
      f.parties->push_back(std::move(p));
    }
  }
  if (said & claim_columns::modes_said) f.modes.emplace(claims_.modes[i].begin(), claims_.modes[i].end());
  if (said & claim_columns::topics_said) {
    f.topics.emplace();
    for (auto const s : claims_.topics[i]) f.topics->emplace_back(strings_[s]);
  }
  if (said & claim_columns::series_said) {
    f.series.emplace();
    for (auto const& cell : claims_.series[i])
      f.series->push_back({id<series_id>(cell.series), cell.round == 0 ? std::nullopt : std::optional<std::uint32_t>{cell.round}});
  }
  if (said & claim_columns::by_said) {
    f.by.emplace();
    for (auto const s : claims_.by[i]) f.by->push_back(id<party_id>(s));
  }
  return f;
}

SINEDIE_INLINE void block::cut_back(std::size_t const (&rows)[10]) noexcept {
  auto const cut = [](std::size_t n, auto&... columns) {
    auto const one = [n](auto& c) {
      if constexpr (requires { c.truncate(n); }) c.truncate(n);
      else c.erase(c.begin() + static_cast<std::ptrdiff_t>(n < c.size() ? n : c.size()), c.end());
    };
    (one(columns), ...);
  };
  auto& c = claims_;
  cut(rows[0], c.status, c.why, c.when, c.expected, c.said, c.venues, c.parties, c.modes, c.topics, c.series, c.by);
  auto& e = events_;
  cut(rows[1], e.id, e.kind, e.title, e.note, e.claim, e.at_least, e.at_most, e.relations, e.attributes, e.extensions);
  auto& p = parties_;
  cut(rows[2], p.id, p.kind, p.name, p.note, p.code, p.organ_of, p.aliases, p.offices, p.memberships, p.extensions);
  auto& v = venues_;
  cut(rows[3], v.id, v.kind, v.in, v.premises_of, v.zone, v.name, v.note, v.at, v.aliases, v.extensions);
  auto& s = series_;
  cut(rows[4], s.id, s.name, s.complete, s.extensions);
  auto& d = documents_;
  cut(rows[5], d.id, d.url, d.source, d.title, d.published, d.citing, d.extensions);
  auto& r = reports_;
  cut(rows[6], r.id, r.about, r.document, r.url, r.kind, r.rank, r.said, r.says, r.denies, r.source, r.published, r.citing, r.supersedes,
      r.retracts, r.extensions);
  cut(rows[7], texts_);
  cut(rows[8], dates_);
  cut(rows[9], durations_);
}

template <typename Fill>
row_number block::whole(std::size_t rows, Fill fill) {
  std::size_t const before[10] = {claims_.said.size(),  events_.id.size(),  parties_.id.size(), venues_.id.size(), series_.id.size(),
                                  documents_.id.size(), reports_.id.size(), texts_.size(),      dates_.size(),     durations_.size()};
  try {
    fill();
  } catch (...) {
    cut_back(before);
    throw;
  }
  return next_row(rows);
}

SINEDIE_INLINE row_number block::append(event const& e) {
  auto& c = events_;
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(e.id().str()));
    c.kind.push_back(strings_.intern(e.kind()));
    c.title.push_back(add_text(e.title()));
    c.note.push_back(add_text(e.note()));
    c.claim.push_back(add_claim(e.fields()));
    c.at_least.push_back(add_duration(e.lasting().at_least));
    c.at_most.push_back(add_duration(e.lasting().at_most));
    for (auto const& r : e.relations())
      c.relations.add({r.kind, strings_.intern(r.other.str()), add_duration(r.gap.at_least), add_duration(r.gap.at_most)});
    c.relations.close();
    for (auto const& a : e.attributes()) c.attributes.add({strings_.intern(a.key), strings_.intern(a.value)});
    c.attributes.close();
    add_extensions(c.extensions, e.extensions());
  });
}

SINEDIE_INLINE symbol block::id_of(sort s, row_number r) const noexcept {
  switch (s) {
    case sort::party: return parties_.id[r];
    case sort::venue: return venues_.id[r];
    case sort::series: return series_.id[r];
    case sort::event: return events_.id[r];
    case sort::document: return documents_.id[r];
    case sort::report: break;
  }
  return reports_.id[r];
}

SINEDIE_INLINE void block::reserve_events(std::size_t more) {
  auto const one = [more](auto& c) {
    if constexpr (requires { c.truncate(0); }) c.reserve(more);
    else c.reserve(c.size() + more);
  };
  auto const all = [&](auto&... columns) { (one(columns), ...); };
  auto& e = events_;
  all(e.id, e.kind, e.title, e.note, e.claim, e.at_least, e.at_most, e.relations, e.attributes, e.extensions);
  auto& c = claims_;
  all(c.status, c.why, c.when, c.expected, c.said, c.venues, c.parties, c.modes, c.topics, c.series, c.by);
  all(strings_, texts_, dates_);
}

SINEDIE_INLINE event block::event_at(row_number r) const {
  auto const& c = events_;
  event e{id<event_id>(c.id[r])};
  if (c.kind[r] != 0) e.kind(std::string{strings_[c.kind[r]]});
  e.title(text(c.title[r])).note(text(c.note[r])).describe(claim_at(c.claim[r])).lasting({duration(c.at_least[r]), duration(c.at_most[r])});
  for (auto const& cell : c.relations[r])
    e.related(cell.kind, id<event_id>(cell.other), {duration(cell.at_least), duration(cell.at_most)});
  for (auto const& cell : c.attributes[r]) e.attribute(std::string{strings_[cell.key]}, std::string{strings_[cell.value]});
  for (auto& x : extensions_of(c.extensions[r])) e.extension(std::move(x));
  return e;
}

SINEDIE_INLINE row_number block::append(party const& p) {
  auto& c = parties_;
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(p.id().str()));
    c.kind.push_back(to_cell(p.kind()));
    c.name.push_back(add_text(p.name()));
    c.note.push_back(add_text(p.note()));
    c.code.push_back(strings_.intern(p.code()));
    c.organ_of.push_back(p.organ_of() ? strings_.intern(p.organ_of()->str()) : 0);
    add_strings(c.aliases, p.aliases());
    for (auto const& o : p.offices()) c.offices.add({strings_.intern(o.of.str()), add_text(o.title), add_date(o.when)});
    c.offices.close();
    for (auto const& m : p.memberships()) c.memberships.add({strings_.intern(m.in.str()), add_date(m.when)});
    c.memberships.close();
    add_extensions(c.extensions, p.extensions());
  });
}

SINEDIE_INLINE party block::party_at(row_number r) const {
  auto const& c = parties_;
  party p{id<party_id>(c.id[r]), text(c.name[r])};
  if (auto const k = from_cell<party_kind>(c.kind[r])) p.kind(*k);
  p.note(text(c.note[r]));
  if (c.code[r] != 0) p.code(std::string{strings_[c.code[r]]});
  if (c.organ_of[r] != 0) p.organ_of(id<party_id>(c.organ_of[r]));
  for (auto const a : c.aliases[r]) p.alias(std::string{strings_[a]});
  for (auto const& o : c.offices[r]) p.office({id<party_id>(o.of), text(o.title), date(o.when)});
  for (auto const& m : c.memberships[r]) p.member_of({id<party_id>(m.in), date(m.when)});
  for (auto& x : extensions_of(c.extensions[r])) p.extension(std::move(x));
  return p;
}

SINEDIE_INLINE row_number block::append(venue const& v) {
  auto& c = venues_;
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(v.id().str()));
    c.kind.push_back(strings_.intern(v.kind()));
    c.in.push_back(v.in() ? strings_.intern(v.in()->str()) : 0);
    c.premises_of.push_back(v.premises_of() ? strings_.intern(v.premises_of()->str()) : 0);
    c.zone.push_back(strings_.intern(v.zone()));
    c.name.push_back(add_text(v.name()));
    c.note.push_back(add_text(v.note()));
    c.at.push_back(v.at());
    add_strings(c.aliases, v.aliases());
    add_extensions(c.extensions, v.extensions());
  });
}

SINEDIE_INLINE venue block::venue_at(row_number r) const {
  auto const& c = venues_;
  venue v{id<venue_id>(c.id[r]), text(c.name[r])};
  if (c.kind[r] != 0) v.kind(std::string{strings_[c.kind[r]]});
  if (c.in[r] != 0) v.in(id<venue_id>(c.in[r]));
  if (c.premises_of[r] != 0) v.premises_of(id<party_id>(c.premises_of[r]));
  if (c.zone[r] != 0) v.zone(std::string{strings_[c.zone[r]]});
  v.note(text(c.note[r]));
  if (c.at[r]) v.at(*c.at[r]);
  for (auto const a : c.aliases[r]) v.alias(std::string{strings_[a]});
  for (auto& x : extensions_of(c.extensions[r])) v.extension(std::move(x));
  return v;
}

SINEDIE_INLINE row_number block::append(sinedie::series const& s) {
  auto& c = series_;
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(s.id().str()));
    c.name.push_back(add_text(s.name()));
    c.complete.push_back(s.complete() ? (*s.complete() ? 1 : 0) : silent);
    add_extensions(c.extensions, s.extensions());
  });
}

SINEDIE_INLINE sinedie::series block::series_at(row_number r) const {
  auto const& c = series_;
  sinedie::series s{id<series_id>(c.id[r]), text(c.name[r])};
  if (c.complete[r] != silent) s.complete(c.complete[r] == 1);
  for (auto& x : extensions_of(c.extensions[r])) s.extension(std::move(x));
  return s;
}

}  // namespace sinedie::detail
