// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include <sinedie/timeline/detail/planner.hpp>

namespace sinedie::detail {

SINEDIE_INLINE bool takes_nowhere(bound_term const& t) {
  if (takes_reference(t.asked->key) && t.number != nobody) return true;  // it may be the event itself
  auto const known = time_truth(t, time::limits::none());
  return known == truth::yes || (known == truth::maybe && t.asked->mode == term_mode::possibly);
}

SINEDIE_INLINE bool is_sure(bound_term const& t) noexcept {
  bool const window = t.asked->key == term_key::during || t.asked->key == term_key::on;
  return window && t.windows.empty() && t.asked->mode != term_mode::certainly;
}
SINEDIE_INLINE bool is_of_profile(term_key key) noexcept {
  switch (key) {
    case term_key::kind:
    case term_key::cameo:
    case term_key::plover:
    case term_key::status:
    case term_key::occurred:
    case term_key::planned:
    case term_key::may_occur:
    case term_key::off:
    case term_key::everything:
    case term_key::mode:
    case term_key::why:
    case term_key::topic:
    case term_key::series:
    case term_key::round:
    case term_key::datedness:
    case term_key::flagged: return true;
    default: return false;
  }
}
SINEDIE_INLINE void planner::look_up(operand& o) const {
  auto const& step = asked_.asked().steps()[o.last - 1];
  if (step.what != query::op::term) return;
  auto const& t = asked_.terms()[step.term];
  auto const& index = in_.index();
  auto const know = [&](char const* name, std::vector<posting> lists, bool exact) {
    std::size_t size = 0;
    for (auto const& l : lists) size += l.size();
    std::erase_if(lists, [](posting const& l) { return l.empty(); });
    if (lists.empty()) lists.emplace_back();
    o.estimate = o.known ? std::min(o.estimate, size) : size;
    o.exact = (!o.known || o.exact) && exact;
    o.known = true;
    o.index = name;
    o.lists.push_back(std::move(lists));
  };
  auto const mark = [&](std::size_t m) { return index.mark[m]; };
  switch (t.asked->key) {
    case term_key::host:
    case term_key::ground:
    case term_key::premises: {
      if (t.third_country) return;
      std::vector<posting> lists;
      for (auto const v : t.numbers) lists.push_back(index.venue[v]);
      if (t.asked->key == term_key::host)
        for (auto const who : t.actors.front()) lists.push_back(index.party[who]);
      return know("venues", std::move(lists), false);
    }
    case term_key::party:
    case term_key::guest:
    case term_key::role:
    case term_key::between: {
      if (t.parties.empty()) return;
      bool exact = !t.in_role && !t.asked->exactly;
      for (std::size_t k = 0; k < t.parties.size(); ++k) exact = exact && t.actors[k] == t.parties[k];
      if (exact && t.parties.size() == 2 && t.parties[0].size() == 1 && t.parties[1].size() == 1 && t.parties[0] != t.parties[1]) {
        if (auto const both = index.pair(t.parties[0][0], t.parties[1][0]); !both.empty()) return know("pairs", {posting{both}}, true);
      }
      for (auto const& actors : t.actors) {
        std::vector<posting> lists;
        for (auto const who : actors) lists.push_back(index.party[who]);
        know("parties", std::move(lists), exact);
      }
      return;
    }
    case term_key::venue: {
      std::vector<posting> lists;
      for (auto const v : t.numbers) lists.push_back(index.venue[v]);
      return know("venues", std::move(lists), t.asked->mode != term_mode::certainly);
    }
    case term_key::kind: {
      std::vector<posting> lists;
      for (std::size_t k = 0; k < t.kinds.size(); ++k)
        if (t.kinds[k]) lists.push_back(index.kind[k]);
      return know("kinds", std::move(lists), true);
    }
    case term_key::status: return know("statuses", {mark(static_cast<std::size_t>(*to_status(t.asked->value)))}, true);
    case term_key::planned: {
      std::vector<posting> lists;
      for (std::size_t s = 0; s < status_words.size(); ++s)
        if (is_planned(static_cast<status>(s))) lists.push_back(mark(s));
      return know("statuses", std::move(lists), true);
    }
    case term_key::occurred:
    case term_key::may_occur:
    case term_key::off: {
      auto const wanted = t.asked->key == term_key::occurred ? truth::yes : t.asked->key == term_key::off ? truth::no : truth::maybe;
      std::vector<posting> lists;
      for (std::size_t s = 0; s < status_words.size(); ++s)
        if (occurs(static_cast<status>(s)) == wanted) lists.push_back(mark(s));
      if (wanted == truth::maybe) lists.push_back(mark(silent_mark));
      return know("statuses", std::move(lists), true);
    }
    case term_key::flagged: return know("flags", {mark(first_flag_mark + static_cast<std::size_t>(t.asked->flag))}, true);
    case term_key::topic: {
      std::vector<posting> lists;
      if (auto const found = index.topics.find(t.folded); found != index.topics.end())
        for (auto const m : found->second) lists.push_back(index.matter[m]);
      else if (t.folded.empty()) return;
      return know("topics", std::move(lists), true);
    }
    case term_key::series:
    case term_key::round: {
      if (t.numbers.empty()) return;
      std::vector<posting> lists;
      for (auto const s : t.numbers)
        if (s < index.series.size())
          for (auto const m : index.series[s]) lists.push_back(index.matter[m]);
      return know("series", std::move(lists), t.asked->key == term_key::series);
    }
    case term_key::id: return know("ids", {posting{t.numbers}}, true);
    case term_key::during:
    case term_key::before:
    case term_key::after:
    case term_key::on:
    case term_key::allen:
    case term_key::within: return look_up_time(o, t);
    default: return;
  }
}

SINEDIE_INLINE std::optional<std::pair<time::instant, time::instant>> reach_of(bound_term const& t) {
  auto const& r = t.reference;
  switch (t.asked->key) {
    case term_key::before: return std::pair{time::instant::past(), r.start_max.plus(-1)};
    case term_key::after: return std::pair{r.end_min.plus(1), time::instant::future()};
    case term_key::within: return std::pair{r.start_min.plus(-t.most), r.end_max.plus(t.most)};
    case term_key::allen: {
      auto const relation = *to_relation_kind(t.asked->value);
      if (relation == relation_kind::before || relation == relation_kind::after) return std::nullopt;
      return std::pair{r.start_min.plus(-1), r.end_max.plus(1)};
    }
    default: return std::pair{r.start_min, r.end_max};
  }
}

SINEDIE_INLINE void planner::look_up_time(operand& o, bound_term const& t) const {
  auto const reach = reach_of(t);
  if (!reach || reach->second < reach->first) return;
  o.window = &t;
  o.known = true;
  o.index = "window";
  o.estimate = in_.index().by_time.estimate(reach->first, reach->second) + in_.index().vague.size();
  if (takes_nowhere(t)) o.estimate += in_.index().nowhere.size();
}

}  // namespace sinedie::detail
