// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include <sinedie/knowledge/detail/history.hpp>

namespace sinedie::detail {

/// Whether two interpretations may give a field different values.
[[nodiscard]] inline bool may_differ(interpretation const& a, interpretation const& b, field f) {
  if (a.given_by(f) != b.given_by(f)) return true;
  if (f == field::status) return a.denied != b.denied;
  if (adds_up(f)) return a.pieces != b.pieces;
  return f == field::why_undated && a.given_by(field::when) != b.given_by(field::when);
}

/// Compares what an interpreter finds on one day with what it found on an earlier one.
class change_finder {
 public:
  change_finder(ledger const& from, interpreter& by, std::uint32_t event) : from_{from}, by_{by}, event_{event} {}

  /// What it finds on that day; `exists` only where the day is told or the event always was.
  [[nodiscard]] interpretation read(knowledge_day day) { return by_.read(event_, day); }

  /// Precondition: `read(day)` gave `b` last.
  [[nodiscard]] std::vector<change> between(interpretation const& a, interpretation const& b, knowledge_day day,
                                            std::optional<std::chrono::sys_days> told_on) {
    std::vector<change> found;
    if (!b.exists) return found;
    if (!a.exists) {
      change c{told_on, {}, change_kind::first_heard_of, {}, {}, {}, {}};
      for (auto const r : by_.counting()) c.reports.emplace_back(from_.id_of(r));
      date(c, by_.counting());
      found.push_back(std::move(c));
    }
    for (std::size_t i = 0; i < field_count; ++i) {
      auto const f = static_cast<field>(i);
      bool const maybe = !a.exists || may_differ(a, b, f);
      bool const argued = a.exists && a.disputed.has(f);
      if (!maybe && argued == b.disputed.has(f)) continue;
      if (maybe) {
        auto const was = a.exists ? standing_text(from_, event_, a, f) : std::string{};
        auto now = standing_text(from_, event_, b, f);
        if (was != now) add(found, {told_on, {}, kind_of_change(f, was, now), f, was, std::move(now), {}}, b, day);
      }
      std::string const name{to_string(f)};
      if (b.disputed.has(f) && !argued) add(found, {told_on, {}, change_kind::disputed, f, {}, name, {}}, b, day);
      if (!b.disputed.has(f) && argued) add(found, {told_on, {}, change_kind::settled, f, name, {}, {}}, b, day);
    }
    return found;
  }

 private:
  void add(std::vector<change>& into, change c, interpretation const& b, knowledge_day day) {
    auto const a = account_of(from_, by_, event_, b, day, *c.of);
    c.reports = a.those(stance::gives);
    std::set<std::string_view> named;
    for (auto const& v : a.voices)
      if (v.how == stance::gives) named.insert(v.report.str());
    if (c.kind == change_kind::disputed || c.reports.empty()) {
      for (auto const& v : a.voices)
        if (v.how == stance::against && named.insert(v.report.str()).second) c.reports.push_back(v.report);
    }
    std::vector<std::uint32_t> giving;
    for (auto r = from_.first_of(event_); r != from_.last_of(event_); ++r)
      if (named.contains(from_.id_of(r))) giving.push_back(r);
    date(c, giving);
    into.push_back(std::move(c));
  }

  /// The first day by which one of those reports was out for certain, where that is later.
  void date(change& c, std::vector<std::uint32_t> const& reports) const {
    auto sure = time::instant::future();
    for (auto const r : reports) sure = std::min(sure, from_[r].last);
    if (reports.empty() || !sure.is_bounded()) return;
    auto const day = day_of(sure);
    if (day && (!c.day || *day > *c.day)) c.certain_from = day;
  }

  ledger const& from_;
  interpreter& by_;
  std::uint32_t event_;
};

/// A day before all of them, on which only what was always known was.
[[nodiscard]] inline knowledge_day day_before(std::vector<std::chrono::sys_days> const& days) {
  if (days.empty()) return {};
  return days.front() == std::chrono::sys_days::min() ? days.front() : days.front() - std::chrono::days{1};
}

SINEDIE_INLINE std::vector<change> history_of(ledger const& from, interpreter& by, std::uint32_t event, knowledge_day until) {
  change_finder finder{from, by, event};
  interpretation before;
  before.exists = false;
  auto const days = from.days_of(event);
  auto const start = day_before(days);
  auto now = finder.read(start);
  auto list = finder.between(before, now, start, {});
  before = now;
  for (auto const day : days) {
    if (until && day > *until) break;
    now = finder.read(day);
    auto more = finder.between(before, now, day, day);
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    before = now;
  }
  return list;
}

/// Whether a report of the event, or one that retracts some, has come out between two ends, or may have.
[[nodiscard]] inline bool news_between(ledger const& from, std::uint32_t event, time::instant after, time::instant end) {
  bool news = false;
  from.each_turn(event, [&](time::instant i) { news = news || (after < i && i <= end); });
  for (auto r = from.first_of(event); r != from.last_of(event) && !news; ++r) news = from[r].retracted;
  return news;
}

SINEDIE_INLINE std::vector<event_changes> changes_between(ledger const& from, std::chrono::sys_days earlier, std::chrono::sys_days later) {
  auto const after = time::span::day(earlier).last();
  auto const end = time::span::day(later).last();
  std::vector<event_changes> found;
  interpreter by{from};
  for (std::uint32_t e = 0; e < from.events(); ++e) {
    if (!news_between(from, e, after, end)) continue;
    change_finder finder{from, by, e};
    auto const before = finder.read(earlier);
    auto const now = finder.read(later);
    auto changes = finder.between(before, now, later, later);
    if (!changes.empty()) found.push_back({event_id{from.event_id_text(e)}, std::move(changes)});
  }
  return found;
}

SINEDIE_INLINE std::vector<std::chrono::sys_days> days_of_change(ledger const& from) {
  std::vector<std::chrono::sys_days> list;
  auto const tidy = [&] {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  interpreter by{from};
  std::size_t next = 1U << 16U;
  for (std::uint32_t e = 0; e < from.events(); ++e) {
    auto const days = from.days_of(e);
    if (days.empty()) continue;
    auto before = by.read(e, day_before(days));
    for (auto const day : days) {
      auto now = by.read(e, day);
      bool same = before.exists == now.exists && before.disputed == now.disputed && before.marks == now.marks;
      for (std::size_t i = 0; i < field_count && same; ++i) {
        auto const f = static_cast<field>(i);
        same = !may_differ(before, now, f) || standing_text(from, e, before, f) == standing_text(from, e, now, f);
      }
      if (!same) list.push_back(day);
      before = now;
    }
    if (list.size() < next) continue;
    tidy();
    next = list.size() * 2 + (1U << 16U);
  }
  tidy();
  return list;
}

}  // namespace sinedie::detail
