// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <sinedie/chronology/constraints.hpp>
#include <sinedie/chronology/detail/each_relation.hpp>
#include <sinedie/chronology/detail/members.hpp>
#include <sinedie/chronology/words.hpp>
#include <sinedie/error.hpp>
#include <sinedie/knowledge/account.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/event_kind.hpp>

namespace sinedie::chronology {

struct constraints::work {
  [[nodiscard]] std::vector<suspension> lay(sinedie::detail::contents const& all, std::vector<standing> const& known);
  void begin(sinedie::detail::contents const& all);
  void add(bearing const& b, std::span<progress const> reports, std::span<round_of const> of_series, std::span<node const> targets);
  [[nodiscard]] std::vector<suspension> lay();
  [[nodiscard]] statement stated(statement_number s, std::string_view language) const;
  [[nodiscard]] int footing(statement_number s) const;
  [[nodiscard]] std::optional<node> find(std::string_view id) const;

  /// Where a statement stands.
  struct source {
    statement::sort kind;
    node owner;
    node other;
    std::uint32_t place;  ///< among the owner's relations or what says its status, or in `rounds_`
  };
  struct rounds {
    std::string_view series;
    std::uint32_t first;
    std::uint32_t next;
  };

  [[nodiscard]] bool is_off(node n) const noexcept { return known_[n].off; }
  [[nodiscard]] std::span<progress const> reports_of(node n) const noexcept {
    return {reports_.data() + first_report_[n], first_report_[n + 1] - first_report_[n]};
  }
  [[nodiscard]] statement_number next(statement::sort kind, node owner, node other, std::uint32_t place);
  void lay_date(node n);
  void lay_status(node n, std::uint32_t k);
  void lay_duration(node n);
  void lay_relation(node owner, std::uint32_t k, sinedie::detail::relation_cell const& r, node other);
  void lay_rounds();

  sinedie::detail::contents const* all_ = nullptr;
  std::vector<bearing> known_;
  std::vector<progress> reports_;
  std::vector<std::size_t> first_report_, first_target_;  ///< one more than events
  std::vector<node> targets_;
  std::vector<std::pair<round_of, node>> said_rounds_;
  chronology::network network_;
  std::vector<source> sources_;
  std::vector<rounds> rounds_;
  std::vector<missing_round> missing_;
  std::vector<suspension> suspended_;
};

SINEDIE_INLINE constraints::constraints() : work_{new work} {}
SINEDIE_INLINE constraints::~constraints() { delete work_; }

SINEDIE_INLINE std::vector<suspension> constraints::lay(sinedie::detail::contents const& all, std::vector<standing> const& known) {
  return work_->lay(all, known);
}
SINEDIE_INLINE void constraints::begin(sinedie::detail::contents const& all) { work_->begin(all); }
SINEDIE_INLINE void constraints::add(bearing const& b, std::span<progress const> reports, std::span<round_of const> of_series,
                                     std::span<node const> targets) {
  work_->add(b, reports, of_series, targets);
}
SINEDIE_INLINE std::vector<suspension> constraints::lay() { return work_->lay(); }
SINEDIE_INLINE network const& constraints::network() const noexcept { return work_->network_; }
SINEDIE_INLINE std::vector<missing_round> const& constraints::missing_rounds() const noexcept { return work_->missing_; }
SINEDIE_INLINE statement constraints::stated(statement_number s, std::string_view language) const { return work_->stated(s, language); }
SINEDIE_INLINE int constraints::footing(statement_number s) const { return work_->footing(s); }
SINEDIE_INLINE std::pair<node, node> constraints::events(statement_number s) const noexcept {
  return {work_->sources_[s].owner, work_->sources_[s].other};
}
SINEDIE_INLINE statement::sort constraints::kind(statement_number s) const noexcept { return work_->sources_[s].kind; }
SINEDIE_INLINE std::optional<node> constraints::find(std::string_view id) const { return work_->find(id); }

SINEDIE_INLINE std::optional<node> constraints::work::find(std::string_view id) const {
  auto const at = std::lower_bound(known_.begin(), known_.end(), id, [](bearing const& s, std::string_view i) { return s.id < i; });
  if (at == known_.end() || at->id != id) return std::nullopt;
  return static_cast<node>(at - known_.begin());
}

SINEDIE_INLINE statement_number constraints::work::next(statement::sort kind, node owner, node other, std::uint32_t place) {
  sources_.push_back({kind, owner, other, place});
  return static_cast<statement_number>(sources_.size() - 1);
}

SINEDIE_INLINE std::vector<suspension> constraints::work::lay(sinedie::detail::contents const& all, std::vector<standing> const& known) {
  begin(all);
  auto const& shelf = all.of(sinedie::detail::sort::series);
  std::vector<round_of> of_series;
  std::vector<node> targets;
  auto const find = [&](std::string_view id) {
    auto const at = std::lower_bound(known.begin(), known.end(), id, [](standing const& s, std::string_view i) { return s.id < i; });
    return at == known.end() || at->id != id ? nobody : static_cast<node>(at - known.begin());
  };
  for (auto const& s : known) {
    auto const* const date = sinedie::detail::stated_date(s.fields);
    of_series.clear();
    if (s.fields.series)
      for (auto const& r : *s.fields.series)
        if (auto const found = shelf.place_of(r.series.str()); r.round && found) of_series.push_back({shelf.id_at(*found), *r.round});
    targets.clear();
    for (auto const& r : s.event.home->events().relations[s.event.row]) targets.push_back(find(s.event.home->string(r.other)));
    add({s.event, s.id, date, date && s.fields.when->basis() == basis::inferred,
         s.fields.status && occurs(*s.fields.status) == truth::no, s.dated_by, s.dated_on, s.fields.status == status::under_way},
        s.reports, of_series, targets);
  }
  return lay();
}

SINEDIE_INLINE void constraints::work::begin(sinedie::detail::contents const& all) { *this = work{}, all_ = &all; }

SINEDIE_INLINE void constraints::work::add(bearing const& b, std::span<progress const> reports, std::span<round_of const> of_series,
                                     std::span<node const> targets) {
  if (known_.empty()) first_report_.assign(1, 0), first_target_.assign(1, 0);
  auto const n = static_cast<node>(known_.size());
  known_.push_back(b);
  reports_.insert(reports_.end(), reports.begin(), reports.end());
  first_report_.push_back(reports_.size());
  targets_.insert(targets_.end(), targets.begin(), targets.end());
  first_target_.push_back(targets_.size());
  for (auto const& r : of_series) said_rounds_.emplace_back(r, n);
}

SINEDIE_INLINE std::vector<suspension> constraints::work::lay() {
  auto const n = static_cast<node>(known_.size());
  network_ = chronology::network{n};
  for (node i = 0; i < n; ++i) lay_date(i);
  for (node i = 0; i < n; ++i)
    if (auto const* const d = known_[i].when; d && d->on_clocks())
      network_.set_clock(i, static_cast<std::int16_t>(d->start_clock().minutes().count()));
  for (node i = 0; i < n; ++i)
    if (!is_off(i))
      for (std::uint32_t k = 0; k < reports_of(i).size(); ++k) lay_status(i, k);
  for (node i = 0; i < n; ++i)
    if (!is_off(i)) lay_duration(i);
  for (node i = 0; i < n; ++i) {
    auto const at = known_[i].event;
    auto const relations = at.home->events().relations[at.row];
    std::span<node const> const targets{targets_.data() + first_target_[i], relations.size()};
    detail::each_once(*at.home, relations, targets, [&](std::uint32_t k) { lay_relation(i, k, relations[k], targets[k]); });
  }
  lay_rounds();
  return std::move(suspended_);
}

SINEDIE_INLINE time::limits limits_as_said(time::dating const& when, time::instant dated_on, bool under_way) {
  auto l = when.limits();
  if (under_way && !when.lasts()) {
    l.end_min = time::instant::past();
    l.end_max = time::instant::future();
  } else if (when.lasts() && when.end() == time::endpoint::open) {
    l.end_min = std::max(l.start_min, dated_on);
  }
  return l;
}

SINEDIE_INLINE void constraints::work::lay_date(node n) {
  auto const* const d = known_[n].when;
  if (!d) return;
  auto const by = next(statement::sort::date, n, n, 0);
  auto const& known = known_[n];
  if (auto members = detail::members_of(*d); members.size() > 1) {
    if (known.under_way)
      for (auto& m : members) m.end_min = time::instant::past(), m.end_max = time::instant::future();
    network_.date_one_of(n, std::move(members), by);
  } else {
    network_.date(n, limits_as_said(*d, known.dated_on, known.under_way), by);
  }
}

SINEDIE_INLINE void constraints::work::lay_status(node n, std::uint32_t k) {
  auto const& known = known_[n];
  auto const& r = reports_of(n)[k];
  auto const first = r.on.first(), last = r.on.last();
  if (r.reached == progress::stage::planned ? first.is_past() : first.is_past() && last.is_future()) return;
  auto const by = next(statement::sort::status, n, n, k);
  auto const kind = known.event.home->string(known.event.home->events().kind[known.event.row]);
  network_.note(by);
  if (r.reached == progress::stage::planned) return network_.limit(start_of(n), true, first, by);
  // Of a situation, `held` says that it is or was the case.
  bool const ended = r.reached == progress::stage::held && !kind_within(kind, "situation");
  network_.limit(ended ? end_of(n) : start_of(n), false, last, by);
  if (r.reached == progress::stage::under_way) network_.limit(end_of(n), true, first, by);
}

SINEDIE_INLINE void constraints::work::lay_duration(node n) {
  auto const at = known_[n].event;
  auto const& columns = at.home->events();
  auto const least = at.home->duration(columns.at_least[at.row]), most = at.home->duration(columns.at_most[at.row]);
  if (!least && !most) return;
  auto const from = least ? detail::length_of(*least) : calendar_length{};
  auto const to = most ? detail::length_of(*most) : calendar_length{};
  // Who stays three days may come on the first one's evening and go on the last one's morning; three times 24 hours are that long.
  bool const in_days = least && least->text().find('T') == std::string::npos;
  network_.last(n, least ? &from : nullptr, most ? &to : nullptr, next(statement::sort::duration, n, n, 0), in_days ? 86400 : 0);
}

SINEDIE_INLINE void constraints::work::lay_relation(node owner, std::uint32_t k, sinedie::detail::relation_cell const& r, node other) {
  auto const& known = known_;
  auto const home = known[owner].event.home;
  if (other == nobody || r.kind == relation_kind::realised_as || r.kind == relation_kind::maybe_same_as) return;
  if (is_off(owner) || is_off(other)) {
    auto const off = known[is_off(owner) ? owner : other].id;
    auto const related = [&](std::string_view language) {
      return quoted_in(known[owner].id, language) + ' ' + std::string{relation_words(r.kind, language)} + ' ' +
             quoted_in(known[other].id, language);
    };
    suspended_.push_back({owner, related("en") + " has no effect: " + quoted_in(off, "en") + " doesn't occur",
                          related("fr") + " ne compte pas, car " + quoted_in(off, "fr") + " n'a pas lieu"});
    return;
  }
  auto const least = home->duration(r.at_least), most = home->duration(r.at_most);
  auto const from = least ? detail::length_of(*least) : calendar_length{};
  auto const to = most ? detail::length_of(*most) : calendar_length{};
  network_.relate(r.kind, owner, other, least ? &from : nullptr, most ? &to : nullptr,
                  next(statement::sort::relation, owner, other, k));
}

/// Each round precedes the next one that there is. Between two rounds with several events each, all are related. In a complete
/// series the rounds that no event has are inferred.
SINEDIE_INLINE void constraints::work::lay_rounds() {
  auto const& shelf = all_->of(sinedie::detail::sort::series);
  using numbered = std::pair<std::uint32_t, node>;
  std::vector<std::pair<std::string_view, numbered>> by_series;
  for (auto const& [said, n] : said_rounds_)
    if (!is_off(n)) by_series.push_back({said.series, {said.round, n}});
  std::sort(by_series.begin(), by_series.end());
  std::vector<numbered> row;
  for (auto next_series = by_series.begin(); next_series != by_series.end();) {
    std::string_view const series = next_series->first;
    row.clear();
    for (; next_series != by_series.end() && next_series->first == series; ++next_series) row.push_back(next_series->second);
    auto const at = shelf.find(series);
    bool const complete = at.home->series().complete[at.row] == 1;
    for (std::size_t first = 0, last = 0; first < row.size(); first = last) {
      while (last < row.size() && row[last].first == row[first].first) ++last;
      if (last == row.size()) break;
      // A gap of a million by_series is a slip rather than that many events.
      if (complete && row[last].first - row[first].first < 1000)
        for (auto r = row[first].first + 1; r < row[last].first; ++r)
          missing_.push_back({series_id{series}, r, row[first].second, row[last].second});
      for (std::size_t next_one = last; next_one < row.size() && row[next_one].first == row[last].first; ++next_one)
        for (std::size_t i = first; i < last; ++i) {
          auto const a = row[i].second, b = row[next_one].second;
          if (a == b) continue;
          rounds_.push_back({series, row[i].first, row[next_one].first});
          network_.relate(relation_kind::before, a, b, distance{},
                          next(statement::sort::series, a, b, static_cast<std::uint32_t>(rounds_.size() - 1)));
        }
    }
  }
}

SINEDIE_INLINE int constraints::work::footing(statement_number s) const {
  auto const& from = sources_[s];
  auto const& known = known_[from.owner];
  auto const of_rank = [&](sinedie::detail::locator report) {
    auto const cell = report.home->reports().rank[report.row];
    return cell == static_cast<std::uint8_t>(rank::preferred) ? 2 : cell == static_cast<std::uint8_t>(rank::deprecated) ? 0 : 1;
  };
  if (from.kind == statement::sort::status) {
    auto const report = reports_of(from.owner)[from.place].report;
    return report.home ? of_rank(report) : 1;
  }
  if (from.kind != statement::sort::date) return 1;
  auto const* const d = known.when;
  if (d && (d->uncertain() || d->approximate() || known.inferred)) return 0;
  return known.dated_by.home ? of_rank(known.dated_by) : 1;
}

SINEDIE_INLINE statement constraints::work::stated(statement_number number, std::string_view language) const {
  bool const fr = language == "fr";
  auto const& from = sources_[number];
  auto const& known = known_[from.owner];
  statement s{from.kind, event_id{known.id}, std::nullopt, std::nullopt, quoted_in(known.id, language), {}};
  auto const told_by = [&](sinedie::detail::locator r) {
    auto const id = r.home->string(r.home->reports().id[r.row]);
    s.report = report_id{id};
    s.source = sinedie::detail::source_name(*all_, id, language);
  };
  auto const& columns = known.event.home->events();
  auto const home = known.event.home;
  auto const range = [&](sinedie::detail::row_number least, sinedie::detail::row_number most) {
    auto const from_text = home->duration(least), to_text = home->duration(most);
    return gap_words(from_text ? from_text->text() : "", to_text ? to_text->text() : "", language);
  };
  switch (from.kind) {
    case statement::sort::date:
      s.text += (fr ? " est daté de " : " is dated ") + std::string{known.when->text()};
      if (known.dated_by.home) {
        told_by(known.dated_by);
        s.text += (fr ? " (rapport " : " (report ") + quoted_in(s.report->str(), language) +
                  (s.source.empty() ? "" : ", " + s.source) + ')';
      }
      break;
    case statement::sort::status: {
      auto const& r = reports_of(from.owner)[from.place];
      if (!r.report.home) {
        auto const day = day_words(r.on.first(), language);
        s.text += r.reached == progress::stage::planned     ? (fr ? " est encore à venir le " : " is still to come on ")
                  : r.reached == progress::stage::under_way ? (fr ? " est en cours le " : " is under way on ")
                                                            : (fr ? " a eu lieu au plus tard le " : " has been held by ");
        s.text += day;
        break;
      }
      told_by(r.report);
      auto const first = day_words(r.on.first(), language), last = day_words(r.on.last(), language);
      auto const when = r.on.first().is_past()   ? (fr ? " (au plus tard le " : " (by ") + last + ")"
                        : r.on.last().is_future() ? (fr ? " (à partir du " : " (from ") + first + (fr ? ")" : " on)")
                        : first == last           ? (fr ? " du " : " of ") + first
                                                  : (fr ? " (entre le " : " (between ") + first + (fr ? " et le " : " and ") + last + ")";
      auto const what = r.reached == progress::stage::planned     ? (fr ? " est encore à venir" : " is still to come")
                        : r.reached == progress::stage::under_way ? (fr ? " est en cours" : " is under way")
                                                                  : (fr ? " a eu lieu" : " has been held");
      // "report "r1" (The Agency) of 2 April", "report "r1" (The Agency; by 2 April)"
      auto const told = s.source.empty() ? when : when.starts_with(" (") ? " (" + s.source + "; " + when.substr(2)
                                                                        : " (" + s.source + ')' + when;
      s.text = (fr ? "le rapport " : "report ") + quoted_in(s.report->str(), language) + told +
               (fr ? " dit que " : " says that ") + s.text + what;
      break;
    }
    case statement::sort::duration:
      s.text += (fr ? " dure" : " lasts") + [&] {
        auto words = range(columns.at_least[known.event.row], columns.at_most[known.event.row]);
        if (!fr) words = words.substr(words.find(" at "));
        return words;
      }();
      break;
    case statement::sort::relation: {
      auto const cell = columns.relations[known.event.row][from.place];
      s.other = event_id{known_[from.other].id};
      s.relation = cell.kind;
      s.text.append(" ").append(relation_words(cell.kind, language)).append(" ") += quoted_in(s.other->str(), language);
      s.text += range(cell.at_least, cell.at_most);
      break;
    }
    case statement::sort::series: {
      auto const& r = rounds_[from.place];
      s.other = event_id{known_[from.other].id};
      auto const word = std::string{fr ? "le tour " : "round "};
      s.text += (fr ? " est " : " is ") + word + std::to_string(r.first) + (fr ? " et " : " and ");
      s.text += quoted_in(s.other->str(), language) + ' ' + word + std::to_string(r.next) + (fr ? " de " : " of ");
      s.text += quoted_in(r.series, language);
      break;
    }
  }
  return s;
}

}  // namespace sinedie::chronology
