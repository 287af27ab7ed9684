// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/timeline/detail/day_reading.hpp>

namespace sinedie::detail {

SINEDIE_INLINE day_reading::day_reading(detail::shared<archive const> from, timeline_options const& options,
                                        detail::shared<rows_read const> before)
    : before_{std::move(before)},
      made_{detail::shared<compiled>::make(std::move(from))},
      day_{options.as_of ? options.as_of : made_->all.as_of},
      end_{day_ ? time::span::day(*day_).last() : time::instant::future()},
      by_{*made_->told},
      columns_{made_->all, *made_->told, day_, made_->parties, made_->venues, made_->series} {
  last_day_ = day_ ? day_number(end_) : no_day;
  made_->options = options;
  made_->options.as_of = day_;
  made_->options.watching = nullptr;  // the timeline outlives it
  watching_ = options.watching;
  if (before_) columns_.learn_from(before_->made->entries, before_->profiles);
}

SINEDIE_INLINE bool day_reading::is_kept(read_event const& row) noexcept { return row.again && row.plain && !row.expected; }

SINEDIE_INLINE bool day_reading::is_worth_more() const {
  if (!before_) return true;
  auto const count = [](auto const& rows, auto which) { return std::count_if(rows.begin(), rows.end(), which); };
  auto const settled = count(rows_, [](read_event const& row) { return is_kept(row) && row.until == never; });
  auto const taken = count(rows_, [](read_event const& row) { return row.taken; });
  auto const settled_before = count(before_->rows, [](rows_read::kept_event const& row) { return row.until == never; });
  return settled >= settled_before || taken < settled / 2;
}

SINEDIE_INLINE detail::shared<rows_read const> day_reading::take_rows() {
  auto r = detail::shared<rows_read>::make();
  r->rows.reserve(static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), is_kept)));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& row = rows_[i];
    if (!is_kept(row)) continue;
    r->rows.push_back({row.event, row.profile, row.where, row.extent, made_->by_id[i], row.from, row.until, row.disputed, row.stated});
  }
  r->last_day = last_day_;
  r->profiles = columns_.take_profiles();
  r->made = std::move(made_);
  return r;
}

SINEDIE_INLINE void day_reading::mark_related() {
  auto const& table = made_->kept->related;
  related_.assign(made_->told->events(), false);
  for (std::size_t i = 0; i < table.owners.size(); ++i) {
    auto const owner = table.owners[i];
    if (!exists(owner)) continue;
    for (auto k = table.begins[i]; k < table.begins[i + 1]; ++k) {
      auto const other = table.others[k];
      if (other == nobody || !exists(other)) continue;
      related_[owner] = true;
      related_[other] = true;
    }
  }
}

SINEDIE_INLINE void day_reading::find_known() {
  auto const n = made_->told->events();
  auto const& group = made_->kept->related.group;
  fresh_.assign(n, false);
  again_.assign(n, not_again);
  std::uint32_t old = 0;
  auto const& rows = before_->rows;
  auto const day = day_ ? last_day_ : never;
  for (std::uint32_t e = 0; e < n; ++e) {
    bool const kept = old < rows.size() && rows[old].event == e;
    auto const at = kept ? old++ : not_again;
    if (kept && rows[at].from <= day && day < rows[at].until) again_[e] = at;
    else if (exists(e, std::max(last_day_, before_->last_day))) fresh_[group[e]] = true;
  }
}

SINEDIE_INLINE void day_reading::read_all() {
  mark_related();
  auto const n = made_->told->events();
  rows_.reserve(n);
  if (before_) find_known();
  for (std::uint32_t e = 0; e < n; ++e) {
    if (before_ && again_[e] != not_again && take_again(again_[e])) continue;
    if (exists(e)) read(e);
  }
}

SINEDIE_INLINE bool day_reading::take_again(std::uint32_t old) {
  auto const& was = before_->rows[old];
  if (fresh_[made_->kept->related.group[was.event]]) return false;
  read_event row{was.event,
                 columns_.profile_again(was.profile),
                 columns_.where_again(was.where),
                 columns_.extent_again(was.extent),
                 columns_.people(),
                 nobody,
                 was.stated,
                 nullptr,
                 columns_.extent_at(was.extent),
                 std::nullopt,
                 was.from,
                 was.until,
                 true,
                 true,
                 was.disputed,
                 true};
  columns_.who_again(before_->made->entries.who(was.place));
  auto const status = from_cell<sinedie::status>(before_->profiles[was.profile].status);
  if (!row.stated && status && is_planned(*status)) {
    row.planned = status;  // it is wanted on the day
    row.taken = false;
  }
  if (row.disputed) disputed_.push_back(row.event);
  rows_.push_back(row);
  return true;
}

SINEDIE_INLINE void day_reading::read(std::uint32_t e) {
  auto const& told = *made_->told;
  auto const at = told.event(e);
  said const declared{at.home, at.home->events().claim[at.row]};
  interpretation in;
  if (told.reported(e)) in = by_.read(e, day_);
  else in.by.fill(ledger::nobody);
  auto const source = [&](field f) { return in.given_by(f) == ledger::nobody ? declared : told[in.given_by(f)].claim(); };

  detail::profile p;
  p.kind = columns_.kind(at);
  auto rounds = listed_of(told, e, in, field::series);
  p.matter = columns_.matter(listed_of(told, e, in, field::topics), rounds);
  std::erase_if(rounds, [](listed_at const& r) { return one_of(field::series, r).round == 0; });
  if (auto const s = source(field::status); s.claim != 0) p.status = s.home->claims().status[s.claim - 1];
  if (in.denied) p.status = static_cast<std::uint8_t>(status::denied);
  if (auto const s = source(field::why_undated); s.claim != 0) p.why = s.home->claims().why[s.claim - 1];
  if (auto const s = source(field::modes); s.claim != 0)
    for (auto const m : s.home->claims().modes[s.claim - 1]) p.modes = static_cast<std::uint8_t>(p.modes | 1U << static_cast<unsigned>(m));
  p.told = told.reported(e);

  auto const who = in.pieces.empty() ? columns_.who(source(field::parties)) : columns_.who(listed_of(told, e, in, field::parties));
  read_event row{e, 0, columns_.where(source(field::venues)), 0, who, nobody, nullptr, nullptr, {}, {},
                 {}, {}, true, true, false, false};
  bool inferred = false;
  if (auto const s = source(field::when); s.claim != 0) {
    auto const cell = s.home->claims().when[s.claim - 1];
    row.stated = s.home->dating(cell);
    inferred = s.home->is_inferred(cell);
    if (row.stated && in.given_by(field::why_undated) != ledger::nobody) p.why = silent;
    if (row.stated && row.stated->is_empty()) row.stated = nullptr;
  }
  if (auto const s = source(field::expected); s.claim != 0) {
    row.expected = s.home->dating(s.home->claims().expected[s.claim - 1]);
    if (row.expected && row.expected->is_empty()) row.expected = nullptr;
  }
  auto const status = from_cell<sinedie::status>(p.status);
  auto const due = due_by(row, status, p);
  p.flags = flags_of(row, in, status, inferred && row.stated, due);
  if (!row.stated && status && is_planned(*status)) row.planned = status;
  row.disputed = !in.disputed.empty();
  if (row.disputed) disputed_.push_back(e);
  set_reach(row, due);

  auto const first_report = progress_.size();
  if (in.given_by(field::status) != ledger::nobody || in.denied) add_progress(told, by_, day_, progress_);
  else if (auto const by_day = status ? declared_progress(made_->all, *status, row.stated) : std::nullopt) progress_.push_back(*by_day);
  bool const off = status && occurs(*status) == truth::no;
  auto const dated = in.given_by(field::when);
  auto const dated_on = first_said(told, dated);
  bool const going_on = status == sinedie::status::under_way;
  auto const date = row.stated ? chronology::limits_as_said(*row.stated, dated_on, going_on) : time::limits::none();
  auto const own = rounds.empty() && is_alone(e, row) ? own_limits(date, p, off, first_report) : std::nullopt;
  if (own) {
    progress_.erase(progress_.begin() + static_cast<std::ptrdiff_t>(first_report), progress_.end());
    row.limits = *own;
    finish(row, p, false, date);
  } else {
    row.joined = static_cast<std::uint32_t>(joined_.size());
    joined_.push_back({static_cast<std::uint32_t>(rows_.size()), inferred, false,
                       dated == ledger::nobody ? locator{} : locator{told[dated].home, told[dated].row}, dated_on, date,
                       std::move(rounds), first_report, p});
  }
  rows_.push_back(row);
}

SINEDIE_INLINE void day_reading::set_reach(read_event& row, std::optional<time::instant> due_by) const {
  auto const& told = *made_->told;
  if (!day_) row.again = false;
  // What came out in the course of a day counts from that day on, and what may have come out by then is over with it.
  for (auto r = told.first_of(row.event); r != told.last_of(row.event) && row.again; ++r) {
    auto const& t = told[r];
    // What may have been witnessed later than this day, or said later than it came out, was by its end, which is another one on
    // another day.
    auto const said = statement_days(t);
    row.again = !t.retracted && !(t.testifies && t.first <= end_ && end_ < said.last()) && said.first() <= t.first;
  }
  auto last = time::instant::past(), next = time::instant::future();
  told.each_turn(row.event, [&](time::instant i) {
    if (i <= end_) last = std::max(last, i);
    else next = std::min(next, i);
  });
  row.from = day_number(last);
  row.until = next.is_future() ? never : day_number(next);
  if (!day_ || !due_by || !due_by->is_bounded()) return;
  auto const overdue_from = day_number(*due_by) + 1;
  if (*due_by < time::instant::of(*day_)) row.from = std::max(row.from, overdue_from);
  else row.until = std::min(row.until, overdue_from);
}

SINEDIE_INLINE bool day_reading::is_alone(std::uint32_t e, read_event const& row) const {
  if (related_[e] || (row.stated && row.stated->has_alternatives())) return false;
  auto const at = made_->told->event(e);
  return at.home->events().at_least[at.row] == 0 && at.home->events().at_most[at.row] == 0;
}

SINEDIE_INLINE std::optional<time::limits> day_reading::own_limits(time::limits const& own, detail::profile const& p, bool off,
                                                                   std::size_t first_report) const {
  auto const date = own.tightened();
  if (!date) return std::nullopt;
  auto l = *date;
  for (auto i = first_report; !off && i < progress_.size(); ++i) {
    auto const& r = progress_[i];
    auto const first = r.on.first(), last = r.on.last();
    if (r.reached == progress::stage::planned) {
      l.start_min = std::max(l.start_min, first);
      continue;
    }
    if (first.is_past() && last.is_future()) continue;
    bool const ended = r.reached == progress::stage::held && !kind_within(columns_.kind_word(p.kind), "situation");
    auto& latest = ended ? l.end_max : l.start_max;
    latest = std::min(latest, last);
    if (r.reached == progress::stage::under_way) l.end_min = std::max(l.end_min, first);
  }
  return l.tightened();
}

SINEDIE_INLINE void day_reading::finish(read_event& row, detail::profile p, bool contradictory, time::limits const& own) {
  auto f = p.flags;
  auto const put = [&](flag which, bool on) { f |= on ? 1U << static_cast<unsigned>(which) : 0U; };
  put(flag::derived, row.limits != own.tightened().value_or(own));
  put(flag::contradictory, contradictory);
  p.flags = f;
  columns_builder::date(p, row.stated, row.limits, row.expected != nullptr);
  row.profile = columns_.profile(p);
  row.extent = columns_.extent(row.limits);
}

SINEDIE_INLINE std::optional<time::instant> day_reading::due_by(read_event const& row, std::optional<status> s,
                                                                detail::profile const& p) const {
  bool const meant = s && is_planned(*s) && *s != status::possible && (row.stated || row.expected);
  if (!meant || kind_within(columns_.kind_word(p.kind), "deadline")) return std::nullopt;
  return row.stated ? row.stated->start_max() : row.expected->end_max();
}

SINEDIE_INLINE std::uint32_t day_reading::flags_of(read_event const& row, interpretation const& in, std::optional<status> s, bool inferred,
                                                   std::optional<time::instant> due_by) const {
  auto const* const date = row.stated;
  auto const& marks = in.marks;
  flags x;
  if (!date) {
    x.set(flag::undated);
    if (s && is_planned(*s)) x.set(flag::no_date_yet);
    if (s && occurs(*s) == truth::yes) x.set(flag::date_unstated);
    if (s && occurs(*s) == truth::no) x.set(flag::never_dated);
  }
  x.set(flag::expected, row.expected != nullptr);
  x.set(flag::approximate, date && date->approximate());
  x.set(flag::uncertain, date && date->uncertain());
  x.set(flag::inferred, inferred);
  x.set(flag::postponed, !date && (marks.postponed || s == status::postponed));
  x.set(flag::moved, marks.moved);
  x.set(flag::presumed, marks.presumed);
  x.set(flag::maybe_known, marks.maybe_known);
  x.set(flag::disputed, !in.disputed.empty());
  x.set(flag::denied_by_some, marks.denied_by_some);
  x.set(flag::unconfirmed, marks.unconfirmed);
  x.set(flag::overdue, day_ && due_by && *due_by < time::instant::of(*day_));
  return x.bits();
}

}  // namespace sinedie::detail
