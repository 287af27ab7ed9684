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
  if (in.denied) fields.status = status::denied;
  if (fields.when && fields.when->dating() && in.given_by(field::why_undated) != ledger::nobody) fields.why_undated.reset();
  return fields;
}

[[nodiscard]] inline time::span whole_days(time::instant first, time::instant last) {
  auto const a = first.is_bounded() ? day_of(first) : std::nullopt;
  auto const b = last.is_bounded() ? day_of(last) : std::nullopt;
  return {a ? time::span::day(*a).first() : first, b ? time::span::day(*b).last() : last};
}

/// When the cited statement was made, else when it was published.
[[nodiscard]] inline time::span statement_days(told const& t) {
  if (auto const* const said = t.home->dating(t.home->reports().said[t.row])) return whole_days(said->start_min(), said->end_max());
  if (t.first.is_past() && t.last.is_past()) return time::span::always();
  return whole_days(t.first, t.last);
}

/// A plan that names a date which was past when it was told.
[[nodiscard]] inline bool is_stale(told const& t, time::span on) {
  if (t.status == silent || t.denies_event || !is_planned(static_cast<status>(t.status)) || !on.first().is_bounded()) return false;
  auto const* const date = t.home->dating(t.home->claims().when[t.says - 1]);
  return date && !date->is_empty() && date->end_max() < on.first();
}

SINEDIE_INLINE void add_progress(ledger const& from, interpreter const& by, std::vector<progress>& to) {
  auto witnessed = time::instant::future();
  for (auto const r : by.counting())
    if (from[r].testifies && !by.replaced(r, field::status)) witnessed = std::min(witnessed, from[r].last);
  for (auto const r : by.counting()) {
    auto const& t = from[r];
    if (t.status == silent || t.denies_event || by.replaced(r, field::status)) continue;
    auto const s = static_cast<status>(t.status);
    auto const on = statement_days(t);
    if (s == status::possible || (!is_planned(s) && !t.testifies) || on == time::span::always()) continue;
    // A plan told after somebody bore witness is behind the times.
    if (is_planned(s) && (is_stale(t, on) || witnessed < t.first)) continue;
    auto const stage = is_planned(s) ? progress::stage::planned : s == status::held ? progress::stage::held : progress::stage::under_way;
    to.push_back({{t.home, t.row}, stage, on});
  }
}

SINEDIE_INLINE std::optional<progress> declared_progress(contents const& all, status s, time::dating const* when) {
  if (!all.as_of || s == status::possible || occurs(s) == truth::no) return std::nullopt;
  auto const on = time::span::day(*all.as_of);
  if (is_planned(s) && when && !when->is_empty() && when->end_max() < on.first()) return std::nullopt;
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
  if (in.given_by(field::status) != ledger::nobody || in.denied) add_progress(from, by, s.reports);
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
