// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/knowledge/standing.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>

namespace sinedie::detail {

inline void take_field(claim_fields& into, field f, claim_fields const& from) {
  switch (f) {
    case field::status:
      into.status = from.status;
      break;
    case field::when:
      into.when = from.when;
      break;
    case field::expected:
      into.expected = from.expected;
      break;
    case field::why_undated:
      into.why_undated = from.why_undated;
      break;
    case field::venues:
      into.venues = from.venues;
      break;
    case field::parties:
      into.parties = from.parties;
      break;
    case field::modes:
      into.modes = from.modes;
      break;
    case field::topics:
      into.topics = from.topics;
      break;
    case field::series:
      into.series = from.series;
      break;
    case field::by:
      into.by = from.by;
      break;
  }
}

/// The lists that add up, put together from where they are written.
inline void take_pieces(claim_fields& into, ledger const& from, std::uint32_t event, interpretation const& in) {
  if (in.is_put_together(field::parties)) {
    auto& list = into.parties.emplace();
    for (auto const& at : listed_of(from, event, in, field::parties)) {
      auto const one = one_of(field::parties, at);
      list.push_back({party_id{one.name}, std::string{one.role}, {}});
      if (!one.on_behalf_of.empty()) list.back().on_behalf_of = party_id{one.on_behalf_of};
    }
  }
  if (in.is_put_together(field::topics)) {
    auto& list = into.topics.emplace();
    for (auto const& at : listed_of(from, event, in, field::topics)) list.emplace_back(one_of(field::topics, at).name);
  }
  if (in.is_put_together(field::series)) {
    auto& list = into.series.emplace();
    for (auto const& at : listed_of(from, event, in, field::series)) {
      auto const one = one_of(field::series, at);
      list.push_back({series_id{one.name}, {}});
      if (one.round != 0) list.back().round = one.round;
    }
  }
  if (in.is_put_together(field::by)) {
    auto& list = into.by.emplace();
    for (auto const& at : listed_of(from, event, in, field::by)) list.emplace_back(one_of(field::by, at).name);
  }
}

SINEDIE_INLINE claim_fields fields_of(ledger const& from, std::uint32_t event, interpretation const& in) {
  auto const at = from.event(event);
  // What the event declares of itself is known as soon as the event is.
  auto fields = at.home->claim_at(at.home->events().claim[at.row]);
  std::uint32_t read = ledger::nobody;
  claim_fields said;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (in.by[i] == ledger::nobody) continue;
    if (read != in.by[i]) {
      read = in.by[i];
      said = from[read].home->claim_at(from[read].says);
    }
    take_field(fields, static_cast<field>(i), said);
  }
  if (!in.pieces.empty()) take_pieces(fields, from, event, in);
  // Put off without a new date is explicitly none.
  if (in.given_by(field::when) != ledger::nobody && !fields.when) fields.when = date_statement::none();
  if (in.denied) fields.status = status::denied;
  if (fields.when && fields.when->dating() && in.given_by(field::why_undated) != ledger::nobody) fields.why_undated.reset();
  return fields;
}

SINEDIE_INLINE bool is_stale(told const& t, time::span on) {
  if (t.status == silent || t.denies_event || !is_planned(static_cast<status>(t.status)) || !on.first().is_bounded()) return false;
  auto const* const date = t.home->dating(t.home->claims().when[t.says - 1]);
  return date && !date->is_empty() && date->start_max() < on.first();
}

SINEDIE_INLINE void add_progress(ledger const& from, interpreter const& by, knowledge_day day, std::vector<progress>& to) {
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  for (auto const r : by.status_givers()) {
    auto const& t = from[r];
    auto const s = static_cast<status>(t.status);
    auto const told_on = statement_days(t);
    if (s == status::possible || occurs(s) == truth::no || (is_planned(s) && is_stale(t, told_on))) continue;
    // What is known by then was said by then.
    time::span const on{std::min(told_on.first(), end), std::min(told_on.last(), end)};
    if (on == time::span::always()) continue;
    auto const stage = is_planned(s) ? progress::stage::planned : s == status::held ? progress::stage::held : progress::stage::under_way;
    to.push_back({{t.home, t.row}, stage, on});
  }
}

SINEDIE_INLINE std::optional<progress> declared_progress(contents const& all, status s, time::dating const* when) {
  if (!all.as_of || s == status::possible || occurs(s) == truth::no) return std::nullopt;
  auto const on = time::span::day(*all.as_of);
  if (is_planned(s) && when && !when->is_empty() && when->start_max() < on.first()) return std::nullopt;
  auto const stage = is_planned(s) ? progress::stage::planned : s == status::held ? progress::stage::held : progress::stage::under_way;
  return progress{{}, stage, on};
}

SINEDIE_INLINE void add_declared_progress(contents const& all, standing& s) {
  if (!s.fields.status) return;
  auto const* const when = s.fields.when ? s.fields.when->dating() : nullptr;
  if (auto const p = declared_progress(all, *s.fields.status, when)) s.reports.push_back(*p);
}

SINEDIE_INLINE time::instant first_said(ledger const& from, std::uint32_t dated_by) {
  if (dated_by != ledger::nobody) return statement_days(from[dated_by]).first();
  return from.all().as_of ? time::instant::of(*from.all().as_of) : time::instant::past();
}

SINEDIE_INLINE std::optional<standing> standing_of(ledger const& from, interpreter& by, std::uint32_t event, knowledge_day day) {
  auto const in = by.read(event, day);
  if (!in.exists) return std::nullopt;
  standing s{from.event(event), from.event_id_text(event), fields_of(from, event, in), in.marks, in.disputed, {}, {}};
  if (in.given_by(field::status) != ledger::nobody || in.denied) add_progress(from, by, day, s.reports);
  else add_declared_progress(from.all(), s);
  auto const dated = in.given_by(field::when);
  if (dated != ledger::nobody) s.dated_by = {from[dated].home, from[dated].row};
  s.dated_on = first_said(from, dated);
  return s;
}

SINEDIE_INLINE std::vector<standing> standings(ledger const& from, knowledge_day day) {
  interpreter by{from};
  std::vector<standing> found;
  found.reserve(from.events());
  for (std::uint32_t e = 0; e < from.events(); ++e)
    if (auto s = standing_of(from, by, e, day)) found.push_back(std::move(*s));
  return found;
}

}  // namespace sinedie::detail

namespace sinedie {

SINEDIE_INLINE std::vector<standing> standings(detail::contents const& all, knowledge_day day) {
  return detail::standings(detail::ledger{all}, day);
}

}  // namespace sinedie
