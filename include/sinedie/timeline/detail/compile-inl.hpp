// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include <sinedie/chronology/detail/members.hpp>
#include <sinedie/chronology/detail/ways.hpp>
#include <sinedie/detail/prefetch.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/timeline/detail/compile.hpp>
#include <sinedie/timeline/detail/day_reading.hpp>
#include <sinedie/timeline/detail/realised.hpp>
#include <sinedie/timeline/detail/wanted_date.hpp>

namespace sinedie::detail {

/// Turns what stands on a day into a network, has it solved and ordered, and says what came of it.
class compiler : public day_reading {
 public:
  using day_reading::day_reading;

  [[nodiscard]] detail::shared<compiled const> run() {
    read_all();
    tell_disputes();
    lay_network();
    solution_ = chronology::solve(laid_.network(), watching_);
    tell_clashes();
    find_hard();
    take_solution();
    place_entries(in_order());
    for (auto& f : made_->kept->odd.on(day_)) made_->findings.push_back(std::move(f));
    return made_;
  }

 private:
  using node = chronology::node;

  /// By what one comes to its place among those of its kind.
  struct turn {
    chronology::order_key by;
    std::uint32_t row;
    friend bool operator<(turn const& a, turn const& b) noexcept { return std::tie(a.by, a.row) < std::tie(b.by, b.row); }
  };

  void tell_disputes() {
    for (auto const e : disputed_) {
      auto const in = by_.read(e, day_);
      for (auto& d : disputes_of(*made_->told, by_, e, in, day_)) made_->disputes.push_back(std::move(d));
    }
  }

  void lay_network() {
    laid_.begin(made_->all);
    auto const& told = *made_->told;
    auto const& series = made_->all.of(sort::series);
    std::vector<node> number(joined_.empty() ? 0 : told.events(), nobody);
    for (node n = 0; n < joined_.size(); ++n) number[rows_[joined_[n].row].event] = n;
    std::vector<chronology::round_of> rounds;
    std::vector<node> targets;
    for (node n = 0; n < joined_.size(); ++n) {
      auto const& j = joined_[n];
      auto const& row = rows_[j.row];
      rounds.clear();
      for (auto const& at : j.rounds) {
        auto const r = one_of(field::series, at);
        if (auto const found = series.place_of(r.name)) rounds.push_back({series.id_at(*found), r.round});
      }
      targets.clear();
      for (auto const other : made_->kept->related.of(row.event)) targets.push_back(other == nobody ? nobody : number[other]);
      auto const s = from_cell<status>(j.profile.status);
      auto const last = n + 1 < joined_.size() ? joined_[n + 1].first_report : progress_.size();
      laid_.add({told.event(row.event), told.event_id_text(row.event), row.stated, j.inferred, s && occurs(*s) == truth::no,
                 j.dated_by, j.dated_on, s == status::under_way},
                {progress_.data() + j.first_report, last - j.first_report}, rounds, targets);
    }
    hard_.assign(joined_.empty() ? 0 : told.events(), false);
    for (auto const& s : laid_.lay()) {
      made_->findings.push_back({"suspended", id_of(s.owner), {s.text, s.french}});
      hard_[group_of(s.owner)] = true;
    }
  }
  [[nodiscard]] std::uint32_t group_of(node n) const { return made_->kept->related.group[rows_[joined_[n].row].event]; }
  [[nodiscard]] bool is_hard(read_event const& row) const {
    return !hard_.empty() && hard_[made_->kept->related.group[row.event]];
  }

  /// Groups of which not all is said by their limits. In the others every statement that ties two events says that one has ended
  /// before the other starts, and by their limits it has for certain: so each stands where its key says, and whatever happens
  /// to other groups, nothing about these changes.
  void find_hard() {
    auto const& net = laid_.network();
    for (node n = 0; n < joined_.size(); ++n) {
      auto const& j = joined_[n];
      if (j.contradictory) hard_[group_of(n)] = true;
      if (!j.rounds.empty()) hard_[group_of(n)] = true;
    }
    for (auto const& c : net.constraints()) {
      auto const from = chronology::event_of(c.from), to = chronology::event_of(c.to);
      bool const plain = from != to && !chronology::is_start(c.from) && chronology::is_start(c.to) && c.lead() >= 0 &&
                         solution_.limits[from].end_max < solution_.limits[to].start_min;
      if (!plain) hard_[group_of(from)] = hard_[group_of(to)] = true;
    }
    for (auto& row : rows_) row.plain = !is_hard(row);
  }
  [[nodiscard]] event_id id_of(node n) const { return event_id{made_->told->event_id_text(rows_[joined_[n].row].event)}; }

  void tell_clashes() {
    for (auto const& clash : solution_.clashes) {
      contradiction c;
      std::vector<node> events;
      for (auto const by : clash.statements) {
        c.statements.push_back(laid_.stated(by));
        events.push_back(laid_.events(by).first);
        events.push_back(laid_.events(by).second);
      }
      std::sort(events.begin(), events.end());
      events.erase(std::unique(events.begin(), events.end()), events.end());
      for (auto const n : events) {
        c.events.push_back(id_of(n));
        joined_[n].contradictory = true;
      }
      for (auto const by : clash.statements) tell_choice(by);
      made_->contradictions.push_back(std::move(c));
    }
    for (auto const& m : laid_.missing_rounds())
      made_->findings.push_back({"missing_round", id_of(m.before),
                                 in_both{"round ", "le tour "} + std::to_string(m.round) + in_both{" of ", " de "} +
                                     in_both::named(m.series.str()) +
                                     in_both{" isn't among the events; it was after ", " n'est pas parmi les événements ; il suivait "} +
                                     in_both::named(id_of(m.after).str()) + in_both{" and before ", " et précédait "} +
                                     in_both::named(id_of(m.before).str())});
  }

  /// In a contradiction none of several dates fits, for with one that does the statements could hold.
  void tell_choice(chronology::statement_number by) {
    if (laid_.kind(by) != statement::sort::date) return;
    auto const n = laid_.events(by).first;
    auto const& date = *rows_[joined_[n].row].stated;
    if (chronology::detail::members_of(date).size() < 2) return;
    made_->findings.push_back({"choice", id_of(n),
                               in_both::named(id_of(n).str()) + in_both{" is dated ", " est daté de "} + date.text() +
                                   in_both{", and none of these dates fits what else is known",
                                           ", et aucune de ces dates ne s'accorde avec le reste de ce qu'on sait"}});
  }

  void take_solution() {
    for (node n = 0; n < joined_.size(); ++n) {
      auto& row = rows_[joined_[n].row];
      row.limits = solution_.limits[n];
      finish(row, joined_[n].profile, joined_[n].contradictory, joined_[n].own);
    }
  }

  [[nodiscard]] time::instant wanted(read_event const& row) const {
    return wanted_date(row.limits, row.stated, row.expected ? row.expected->start_min() : time::instant::past(), row.planned, day_);
  }

  struct both_orders {
    std::vector<std::uint32_t> placed, unplaced;  ///< of `rows_`
  };
  /// The network's order, and the others merged in by the same keys: they are ready from the first, so each comes as soon as
  /// nothing else that is ready has a lesser key.
  [[nodiscard]] both_orders in_order() const {
    std::vector<turn> fresh, unknown;
    auto const again = in_order_again(unknown);
    std::vector<node> hard;  // of the network
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      auto const& row = rows_[i];
      if (row.joined != nobody && !row.plain) {
        hard.push_back(row.joined);
        continue;
      }
      if (!row.taken) place(i, fresh, unknown);
    }
    std::sort(fresh.begin(), fresh.end());
    std::sort(unknown.begin(), unknown.end());
    std::vector<turn> alone(again.size() + fresh.size());
    std::merge(again.begin(), again.end(), fresh.begin(), fresh.end(), alone.begin());
    auto const order = order_of(hard);
    both_orders made;
    made.placed = merged(hard, order.placed, order.placed_by, alone);
    std::vector<chronology::order_key> const by_number(order.unplaced.size(), {time::instant::past()});
    made.unplaced = merged(hard, order.unplaced, by_number, unknown);
    return made;
  }

  /// Among those that have a date of their own, or the others.
  void place(std::uint32_t row, std::vector<turn>& dated, std::vector<turn>& unknown) const {
    auto const& limits = rows_[row].limits;
    if (auto const date = chronology::own_date(limits, wanted(rows_[row])))
      dated.push_back({{*date, chronology::order_key::source::own, limits.end_max}, row});
    else unknown.push_back({{time::instant::past()}, row});
  }
  /// Those that stand as they stood on the other day, and have a date: in the order in which they stood.
  [[nodiscard]] std::vector<turn> in_order_again(std::vector<turn>& unknown) const {
    std::vector<turn> list;
    if (!before_) return list;
    list.reserve(rows_.size());
    std::vector<std::uint32_t> row_at(before_->made->entries.size(), nobody);
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].taken) row_at[place_before(rows_[i])] = i;
    for (auto const i : row_at)
      if (i != nobody) place(i, list, unknown);
    return list;
  }

  /// Of that part of the network.
  [[nodiscard]] chronology::ordering order_of(std::vector<node> const& part) const {
    if (part.empty()) return {};
    auto const& net = laid_.network();
    std::vector<node> number(net.events(), nobody);
    for (node n = 0; n < part.size(); ++n) number[part[n]] = n;
    chronology::network own{static_cast<node>(part.size())};
    chronology::solution solved;
    std::vector<time::instant> keys;
    for (auto const n : part) {
      solved.limits.push_back(solution_.limits[n]);
      keys.push_back(wanted(rows_[joined_[n].row]));
    }
    for (auto const& c : net.constraints()) {
      auto const from = number[chronology::event_of(c.from)], to = number[chronology::event_of(c.to)];
      if (from == nobody) continue;
      own.require(2 * from + c.from % 2, 2 * to + c.to % 2, c.at_least, own.statements(), c.strict, c.clocks);
      solved.set_aside.push_back(solution_.set_aside[c.by]);
    }
    return chronology::order(own, solved, keys);
  }

  [[nodiscard]] std::vector<std::uint32_t> merged(std::vector<node> const& part, std::vector<node> const& order,
                                                  std::vector<chronology::order_key> const& by, std::vector<turn> const& alone) const {
    std::vector<std::uint32_t> row;
    row.reserve(order.size() + alone.size());
    auto next = alone.begin();
    for (std::size_t i = 0; i < order.size(); ++i) {
      turn const now{by[i], joined_[part[order[i]]].row};
      for (; next != alone.end() && *next < now; ++next) row.push_back(next->row);
      row.push_back(now.row);
    }
    for (; next != alone.end(); ++next) row.push_back(next->row);
    return row;
  }

  void place_entries(both_orders const& order) {
    auto& made = *made_;
    std::vector<std::uint32_t> list;
    list.reserve(rows_.size());
    auto const append = [&](std::vector<std::uint32_t> const& rows) { list.insert(list.end(), rows.begin(), rows.end()); };
    bool const aside = made.options.unknown == unknown_events::apart || made.options.unknown == unknown_events::hidden;
    if (made.options.unknown == unknown_events::first) append(order.unplaced);
    append(order.placed);
    made.shown = list.size() + (made.options.unknown == unknown_events::last ? order.unplaced.size() : 0);
    if (made.options.unknown == unknown_events::last || aside) append(order.unplaced);

    chronology::detail::ways known{laid_.network(), solution_};
    auto const& told = *made.told;
    auto const& shelved = made.kept->shelved;
    columns_.reserve(list.size());
    made.by_id.resize(list.size());  // rows come in the order of ids
    read_event const* before = nullptr;
    constexpr std::uint32_t ahead = 12;  // rows lie far from each other
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      if (i + ahead < list.size()) {
        prefetch(&rows_[list[i + ahead]]);
        prefetch(&rows_[list[i + ahead]].limits);
        prefetch(&made.by_id[list[i + ahead]]);
      }
      auto const at = list[i];
      auto const& row = rows_[at];
      made.by_id[at] = i;
      auto why = chronology::certainty::conventional;
      if (before && ends_before(before->limits, before->stated, row.limits, row.stated)) why = chronology::certainty::by_limits;
      else if (before && before->joined != nobody && row.joined != nobody && known.lead(before->joined, row.joined))
        why = chronology::certainty::by_relation;
      before = &row;
      auto const last_who = at + 1 < rows_.size() ? rows_[at + 1].first_who : columns_.people();
      columns_.put({shelved[row.event], row.extent, row.profile, row.where, row.first_who, last_who, row.stated, row.expected}, why);
      if (told.retractions().empty()) continue;
      bool retracted = false;
      for (auto r = told.first_of(row.event); r != told.last_of(row.event) && !retracted; ++r) retracted = told[r].retracted;
      if (retracted) columns_.keep(*standing_of(told, by_, row.event, day_));
    }
    made.entries = columns_.finish();
  }

  std::vector<bool> hard_;  ///< one a group, at its first event: not all is said by its limits
  chronology::constraints laid_;
  chronology::solution solution_;
};

SINEDIE_INLINE detail::shared<compiled const> compile(detail::shared<archive const> from, timeline_options const& options,
                                                       kept_reading* kept) {
  if (!from->realised.empty() && !from->given) {
    auto const day = options.as_of ? options.as_of : from->all.as_of;
    from = with_plans_realised(std::move(from), day);
    kept = nullptr;  // what is one on this day may be two on another
  }
  compiler by{std::move(from), options, kept ? kept->get() : nullptr};
  auto made = by.run();
  if (kept && by.is_worth_more()) kept->set(by.take_rows());
  return made;
}

}  // namespace sinedie::detail
