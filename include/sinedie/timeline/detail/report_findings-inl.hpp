// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/timeline/detail/report_findings.hpp>

namespace sinedie::detail {

class report_examiner {
 public:
  explicit report_examiner(ledger const& from) : from_{from} {}

  /// Those that are published never.
  [[nodiscard]] std::vector<finding> never_published() {
    never();
    return std::exchange(found_, {});
  }
  /// Calls `take` with a report and what is odd about it, for each. Whether any report is linked with others.
  template <typename Take>
  [[nodiscard]] bool each(Take take) {
    for (std::uint32_t e = 0; e < from_.events(); ++e)
      for (auto r = from_.first_of(e); r != from_.last_of(e); ++r) {
        look(e, r);
        for (auto& f : found_) take(r, std::move(f));
        found_.clear();
      }
    return linked_;
  }
  /// The rings of reports that may have been published by then.
  [[nodiscard]] std::vector<finding> rings_by(time::instant end) {
    end_ = end;
    rings();
    return std::exchange(found_, {});
  }

 private:
  void tell(char const* kind, std::string_view event, in_both text) { found_.push_back({kind, event_id{event}, std::move(text)}); }
  [[nodiscard]] in_both named(std::uint32_t r) const { return in_both{"report ", "le rapport "} + in_both::named(from_.id_of(r)); }

  /// Those that their own `published`, or their document's, says were never published.
  void never() {
    auto const& all = from_.all();
    std::vector<std::pair<std::string_view, std::string_view>> list;
    for (auto const& [id, place] : all.of(sort::report).in_order()) {
      auto const at = all.of(sort::report).places[place];
      auto const& columns = at.home->reports();
      auto const never = [](block const* home, row_number date) { return date != 0 && !home->dating(date); };
      bool is_never = never(at.home, columns.published[at.row]);
      if (columns.published[at.row] == 0 && columns.document[at.row] != 0) {
        auto const in = all.of(sort::document).find(at.home->string(columns.document[at.row]));
        is_never = in.home && never(in.home, in.home->documents().published[in.row]);
      }
      if (is_never) list.emplace_back(at.home->string(columns.about[at.row]), id);
    }
    for (auto const& [event, id] : list)
      tell("published_never", event,
           in_both{"report ", "le rapport "} + in_both::named(id) + in_both{" about ", " sur "} + in_both::named(event) +
               in_both{" is published never, and has no effect", " n'est jamais publié, et n'a pas d'effet"});
  }

  /// The date of a plan that was past when it was told.
  [[nodiscard]] static time::dating const* stale_date(told const& t) {
    return !t.deprecated && is_stale(t, statement_days(t)) ? t.home->dating(t.home->claims().when[t.says - 1]) : nullptr;
  }

  void look(std::uint32_t e, std::uint32_t r) {
    auto const& t = from_[r];
    auto const& columns = t.home->reports();
    bool const acts = !columns.supersedes[t.row].empty() || !columns.retracts[t.row].empty();
    linked_ = linked_ || acts || !columns.citing[t.row].empty();
    auto const event = from_.event_id_text(e);
    if (t.says_of == 0 && t.denies_of == 0 && !t.denies_event && !acts)
      tell("says_nothing", event,
           named(r) + in_both{" about ", " sur "} + in_both::named(event) +
               in_both{" says nothing and denies nothing", " ne dit rien et ne dément rien"});
    if (t.denies != 0 && t.says != 0) look_at_denial(event, r);
    if (auto const* const date = stale_date(t))
      tell("stale", event,
           named(r) + in_both{" tells of ", " donne "} + in_both::named(event) + in_both{" as planned for ", " pour prévu le "} +
               date->text() + (date->lasts() ? in_both{", a start that had passed when it said so", ", début passé quand il le disait"}
                                             : in_both{", which had passed when it said so", ", jour passé quand il le disait"}));
  }

  /// A report that denies what it says itself: the event, beside a status by which it isn't off; a value within the denied one.
  void look_at_denial(std::string_view event, std::uint32_t r) {
    auto const& t = from_[r];
    auto const says = [&](field f) {
      return named(r) + in_both{" says of ", " dit de "} + in_both::named(event) + in_both{": ", " : "} +
             in_both{to_string(f), in_french(f)} + " " + value_text(t.home, t.says, f);
    };
    auto const status = from_cell<sinedie::status>(t.status);
    if (t.denies_of == 0 && status && occurs(*status) != truth::no)
      tell("denies_itself", event, says(field::status) + in_both{", and denies the event", ", et dément l'événement"});
    for (std::size_t i = 0; i < field_count; ++i) {
      auto const f = static_cast<field>(i);
      if ((unsigned{t.says_of} & unsigned{t.denies_of}) >> i == 0) break;
      if (((unsigned{t.says_of} & unsigned{t.denies_of}) >> i & 1U) == 0) continue;
      auto const how = agree(from_.all(), f, {t.home, t.denies}, {t.home, t.says}, false);
      // Of a status only what is the same: "not just announced, scheduled" is no contradiction.
      if (how == agreement::same || (how == agreement::narrower && f != field::status))
        tell("denies_itself", event, says(f) + in_both{", and denies it", ", et le dément"});
    }
  }

  /// Walks what each report points at; a way that comes back to itself is told once, by its members in order.
  void rings() {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t r = 0; r < from_.reports(); ++r)
      if (from_[r].first <= end_) numbers.emplace(from_.id_of(r), r);
    auto const go_round = [&](in_both const& how, auto targets_of) {
      std::vector<std::vector<std::uint32_t>> to(from_.reports());
      for (auto const& each : numbers)
        targets_of(each.second, [&](std::string_view target) {
          if (auto const at = numbers.find(target); at != numbers.end()) to[each.second].push_back(at->second);
        });
      tell_rings(how, to);
    };
    go_round({"retracts", "retire"}, [&](std::uint32_t r, auto add) {
      for (auto const s : from_[r].home->reports().retracts[from_[r].row]) add(from_[r].home->string(s));
    });
    go_round({"supersedes", "remplace"}, [&](std::uint32_t r, auto add) {
      for (auto const s : from_[r].home->reports().supersedes[from_[r].row]) add(from_[r].home->string(s));
    });
    go_round({"cites", "cite"}, [&](std::uint32_t r, auto add) {
      for (auto const& c : from_[r].home->reports().citing[from_[r].row])
        if (c.kind == 1) add(from_[r].home->string(c.id));
    });
  }

  /// A walk in depth without recursion. From each start, the first way back to something on the way is told.
  void tell_rings(in_both const& how, std::vector<std::vector<std::uint32_t>> const& to) {
    enum : unsigned char { fresh, open, closed };
    std::vector<unsigned char> state(to.size(), fresh);
    std::vector<std::pair<std::uint32_t, std::size_t>> way;
    for (std::uint32_t start = 0; start < to.size(); ++start) {
      if (state[start] != fresh || to[start].empty()) continue;
      way.assign(1, {start, 0});
      state[start] = open;
      while (!way.empty()) {
        auto& [at, next] = way.back();
        if (next == to[at].size()) {
          state[at] = closed;
          way.pop_back();
          continue;
        }
        auto const target = to[at][next++];
        if (state[target] == fresh) {
          state[target] = open;
          way.emplace_back(target, 0);
        } else if (state[target] == open) {
          tell_ring(how, way, target);
        }
      }
    }
  }

  void tell_ring(in_both const& how, std::vector<std::pair<std::uint32_t, std::size_t>> const& way, std::uint32_t target) {
    auto const from = std::find_if(way.begin(), way.end(), [&](auto const& step) { return step.first == target; });
    in_both text{""};
    std::size_t named_so_far = 0;
    for (auto at = from; at != way.end(); ++at, ++named_so_far)
      if (named_so_far < 8) text += in_both::named(from_.id_of(at->first)) + " " + how + " ";
      else if (named_so_far == 8) text += "… ";
    auto const& t = from_[target];
    tell("ring_of_reports", t.home->string(t.home->reports().about[t.row]),
         text + in_both::named(from_.id_of(target)) + in_both{": that is a ring", " : c'est un cercle"});
  }

  ledger const& from_;
  time::instant end_ = time::instant::future();
  std::vector<finding> found_;
  bool linked_ = false;
};

SINEDIE_INLINE report_oddities::report_oddities(ledger const& from) : from_{from} {
  report_examiner by{from};
  never_ = by.never_published();
  bool const linked = by.each([&](std::uint32_t r, finding f) { odd_.push_back({from_[r].first, std::move(f)}); });
  rings_ = linked && !by.rings_by(time::instant::future()).empty();
}

SINEDIE_INLINE std::vector<finding> report_oddities::on(knowledge_day day) const {
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  auto found = never_;
  for (auto const& o : odd_)
    if (o.first <= end) found.push_back(o.what);
  if (rings_)
    for (auto& f : report_examiner{from_}.rings_by(end)) found.push_back(std::move(f));
  return found;
}

}  // namespace sinedie::detail
