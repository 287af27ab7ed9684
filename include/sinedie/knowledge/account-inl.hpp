// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <set>
#include <string_view>

#include <sinedie/knowledge/account.hpp>
#include <sinedie/knowledge/change-inl.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>

namespace sinedie {

SINEDIE_INLINE std::vector<report_id> account::those(stance how) const {
  std::vector<report_id> list;
  for (auto const& v : voices)
    if (v.how == how) list.push_back(v.report);
  return list;
}

}  // namespace sinedie

namespace sinedie::detail {

/// What a report says of a field. Put off without a new date is explicitly none.
[[nodiscard]] inline std::string told_text(told const& t, field f) {
  auto text = value_text(t.home, t.says, f);
  if (text.empty() && f == field::when && t.says_anything_of(f)) text = explicitly_none;
  return text;
}

SINEDIE_INLINE std::string standing_text(ledger const& from, std::uint32_t event, interpretation const& in, field f) {
  if (f == field::status && in.denied) return std::string{to_string(status::denied)};
  auto const by = in.given_by(f);
  if (by != ledger::nobody && f == field::why_undated) {
    // Why there is no date is beside the point once there is one.
    auto const dated = in.given_by(field::when);
    auto const at = from.event(event);
    auto const home = dated != ledger::nobody ? from[dated].home : at.home;
    auto const claim = dated != ledger::nobody ? from[dated].says : at.home->events().claim[at.row];
    if (home->dating(home->claims().when[claim - 1])) return {};
  }
  if (in.is_put_together(f)) {
    std::string text;
    for (auto const& at : listed_of(from, event, in, f)) list_value(text, item_text(f, one_of(f, at)));
    return text;
  }
  if (by != ledger::nobody) return told_text(from[by], f);
  auto const at = from.event(event);
  return value_text(at.home, at.home->events().claim[at.row], f);
}

SINEDIE_INLINE account account_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in, knowledge_day day,
                                  field f) {
  account a{f, standing_text(from, event, in, f)};
  auto const shown = in.given_by(f);
  auto const declared = from.event(event);
  a.declared = shown == ledger::nobody && !value_text(declared.home, declared.home->events().claim[declared.row], f).empty();
  a.disputed = in.disputed.has(f);
  auto const fates = by.fates(f);
  auto const& counting = by.counting();
  auto const bit = [&](std::uint16_t bits) { return (unsigned{bits} >> static_cast<unsigned>(f) & 1U) != 0; };
  bool const denied = f == field::status && in.denied;
  bool const witnessed = shown != ledger::nobody && !denied && by.testifies(shown);
  auto const stance_of = [&](std::uint32_t r, interpreter::fate fate) {
    auto const& t = from[r];
    if (fate == interpreter::fate::superseded || fate == interpreter::fate::denied) return stance::superseded;
    bool const displaced = fate == interpreter::fate::displaced;
    if (fate == interpreter::fate::passed_over || shown == ledger::nobody) return displaced ? stance::superseded : stance::against;
    if (r == shown || (denied && t.denies_event)) return stance::gives;
    if (denied || (f == field::status && t.denies_event)) return stance::against;
    if (by.agree_of(f, shown, r, witnessed && !displaced) != agreement::clash) return stance::gives;
    return displaced ? stance::superseded : stance::against;
  };
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  std::size_t n = 0;
  for (auto r = from.first_of(event); r != from.last_of(event) && from[r].first <= end; ++r) {
    auto const& t = from[r];
    while (n < counting.size() && counting[n] < r) ++n;
    bool const counts = n < counting.size() && counting[n] == r;
    report_id const id{from.id_of(r)};
    if (bit(t.says_of))
      a.voices.push_back({id, counts ? stance_of(r, fates[n]) : stance::discounted, false, told_text(t, f)});
    else if (f == field::status && t.denies_event)
      a.voices.push_back({id, counts ? stance_of(r, fates[n]) : stance::discounted, true, {}});
    if (bit(t.denies_of)) a.voices.push_back({id, counts ? stance::against : stance::discounted, true, value_text(t.home, t.denies, f)});
  }
  return a;
}

SINEDIE_INLINE std::vector<account> accounts_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in,
                                                knowledge_day day) {
  std::vector<account> list;
  for (std::size_t i = 0; i < field_count; ++i) {
    auto a = account_of(from, by, event, in, day, static_cast<field>(i));
    if (!a.value.empty() || !a.voices.empty()) list.push_back(std::move(a));
  }
  return list;
}

SINEDIE_INLINE std::vector<dispute> disputes_of(ledger const& from, interpreter& by, std::uint32_t event, interpretation const& in,
                                                knowledge_day day) {
  std::vector<dispute> found;
  for (std::size_t i = 0; i < field_count; ++i) {
    auto const f = static_cast<field>(i);
    if (!in.disputed.has(f)) continue;
    auto const a = account_of(from, by, event, in, day, f);
    dispute d{event_id{from.event_id_text(event)}, f, {}, {}};
    std::set<std::string_view> named;
    for (auto const how : {stance::gives, stance::against})
      for (auto const& v : a.voices) {
        if (v.how != how || !named.insert(v.report.str()).second) continue;
        d.reports.push_back(v.report);
        d.values.push_back(v.denies ? v.value.empty() ? std::string{to_string(status::denied)} : "not " + v.value : v.value);
      }
    found.push_back(std::move(d));
  }
  return found;
}

SINEDIE_INLINE std::string source_name(contents const& all, std::string_view report, std::string_view language) {
  auto const at = all.of(sort::report).find(report);
  if (!at.home) return {};
  auto const& columns = at.home->reports();
  auto name = at.home->text(columns.source[at.row]).get(language);
  if (!name.empty() || columns.document[at.row] == 0) return name;
  std::string_view const document = at.home->string(columns.document[at.row]);
  auto const in = all.of(sort::document).find(document);
  if (in.home) name = in.home->text(in.home->documents().source[in.row]).get(language);
  return name.empty() ? std::string{document} : name;
}

}  // namespace sinedie::detail
