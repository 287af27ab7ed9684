// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include <sinedie/timeline/detail/planner.hpp>

namespace sinedie::detail {

SINEDIE_INLINE planner::planner(bound_query const& asked, std::vector<explanation::step>* told)
    : asked_{asked}, in_{asked.in()}, told_{told} {}

SINEDIE_INLINE std::string planner::text_of(operand const& o) const {
  if (o.last - o.first == 1) return to_string(*asked_.terms()[asked_.asked().steps()[o.first].term].asked);
  std::string text;
  for (auto at = o.first; at < o.last; ++at)
    if (auto const& s = asked_.asked().steps()[at]; s.what == query::op::term)
      text += (text.empty() ? "(" : " … ") + to_string(*asked_.terms()[s.term].asked);
  return text + ')';
}

SINEDIE_INLINE void planner::note(operand const& o, char const* index, std::size_t touched) {
  if (told_) told_->push_back({text_of(o), index, o.known ? o.estimate : in_.entries.size(), touched});
}

/// The operands of a conjunction, in the order of the text; any other part is one operand.
SINEDIE_INLINE std::vector<planner::operand> planner::operands(std::size_t first, std::size_t last) const {
  std::vector<operand> parts;
  auto const steps = asked_.asked().steps();
  if (first == last) return parts;
  auto const& root = steps[last - 1];
  if (root.what != query::op::conjunction) {
    parts.push_back({first, last, {}, nullptr, 0, false, false, false, "judged"});
    return parts;
  }
  // Where each operand begins: that of a step is the beginning of its first operand.
  std::vector<std::size_t> open;
  for (auto at = first; at + 1 < last; ++at) {
    if (steps[at].what == query::op::term) open.push_back(at);
    else open.resize(open.size() - (steps[at].count - 1));
  }
  open.push_back(last - 1);
  for (std::size_t k = 0; k + 1 < open.size(); ++k) parts.push_back({open[k], open[k + 1], {}, nullptr, 0, false, false, false, "judged"});
  return parts;
}

SINEDIE_INLINE planner::window planner::window_of(bound_term const& t) const {
  auto const [first, last] = *reach_of(t);
  auto const limits = [&](std::uint32_t i) -> time::limits const& { return in_.entries.limits(i); };
  auto const& index = in_.index().by_time;
  window w{first.is_past() ? 0 : index.place_of(first, limits), index.place_of(last.is_bounded() ? last.plus(1) : last, limits), 0};
  w.same_day = begins_day(first) ? w.from : std::min(w.from, index.place_of(time::instant{std::int64_t{civil_day(first)} * 86400}, limits));
  return w;
}

/// Candidates of a window: those that the index lists, and all that it doesn't know.
SINEDIE_INLINE void planner::by_window(operand const& o, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) const {
  auto const& t = *o.window;
  auto const [from, to] = *reach_of(t);
  auto const& index = in_.index();
  auto const limits = [&](std::uint32_t i) -> time::limits const& { return in_.entries.limits(i); };
  index.by_time.list(from, to, limits, found);
  if (!is_sure(t)) std::erase_if(found, [&](std::uint32_t i) { return !asked_.of(i, t).kept; });
  auto const merge = [&](std::vector<std::uint32_t> const& more) {
    auto const at = std::ssize(found);
    for (auto const i : more)
      if (asked_.of(i, t).kept) found.push_back(i);
    merge_tail(found, 0, at);
  };
  merge(index.vague);
  if (takes_nowhere(t)) merge(index.nowhere);
  if (first > 0 || last < in_.entries.size()) {
    found.erase(std::lower_bound(found.begin(), found.end(), last), found.end());
    found.erase(found.begin(), std::lower_bound(found.begin(), found.end(), first));
  }
}

/// What all lists have and a window keeps. Between the places at which the window begins and ends, all but what is odd is kept
/// as it is, where the term is sure; before, only what is odd may be; behind, only what the window index doesn't know.
SINEDIE_INLINE void planner::clipped(std::vector<posting> const& lists, bound_term const& t, std::uint32_t first, std::uint32_t last,
                                     std::vector<std::uint32_t>& found) const {
  auto const& index = in_.index();
  auto const limits = [&](std::uint32_t i) -> time::limits const& { return in_.entries.limits(i); };
  auto const w = window_of(t);
  auto const judge = [&](std::uint32_t i) {
    if (asked_.of(i, t).kept) found.push_back(i);
  };
  std::vector<std::uint32_t> part;
  auto const in_part = [&](std::uint32_t from, std::uint32_t to, std::optional<posting> more) {
    part.clear();
    if (to <= from) return;
    auto all = lists;
    if (more) all.push_back(*more);
    intersect(std::move(all), from, to, part);
  };
  std::size_t least = in_.entries.size();
  for (auto const& l : lists) least = std::min(least, l.size());
  auto const begin = reach_of(t)->first;
  auto const before = std::min(w.same_day, last);
  auto const& unknown = index.by_time.left_out();
  // Nothing that the index knows and that stands before `low` reaches the window.
  auto low = std::min(first, before);
  if (begin.is_bounded()) low = std::clamp(index.by_time.first_active(begin), low, before);
  if (!unknown.empty() && unknown.front() < low) {
    in_part(first, low, posting{unknown});
    for (auto const i : part) judge(i);
  }
  auto rest = low;
  if (begin.is_bounded() && least > 8 * (index.by_time.estimate(begin, begin) + 64)) {
    std::vector<std::uint32_t> active;
    index.by_time.active(begin, limits, active);
    auto const indexed = std::ssize(active);
    auto const from = std::lower_bound(unknown.begin(), unknown.end(), low);
    active.insert(active.end(), from, std::lower_bound(from, unknown.end(), before));
    merge_tail(active, 0, indexed);
    for (auto const i : active)
      if (i >= low && i < before && std::all_of(lists.begin(), lists.end(), [&](posting const& l) { return l.has(i); })) judge(i);
    rest = before;
  }
  rest = std::max(first, rest);
  auto const until = std::min(last, w.to);
  auto skip = std::lower_bound(unknown.begin(), unknown.end(), w.from);
  bool const sure = is_sure(t);
  if (sure && rest >= w.from && (skip == unknown.end() || *skip >= until)) {
    if (rest < until) intersect(lists, rest, until, found);
  } else {
    in_part(rest, until, std::nullopt);
    for (auto const i : part) {
      if (i < before && !index.is_odd(i)) continue;
      while (skip != unknown.end() && *skip < i) ++skip;
      if (sure && i >= w.from && (skip == unknown.end() || *skip != i)) found.push_back(i);
      else judge(i);
    }
  }
  if (unknown.empty()) return;
  in_part(std::max({first, before, w.to}), last, posting{unknown});
  for (auto const i : part) judge(i);
}

/// Drops what the term doesn't keep; where it asks for nothing but the profile, each profile is judged once.
SINEDIE_INLINE void planner::judge(operand const& o, std::vector<std::uint32_t>& candidates) const {
  auto const& steps = asked_.asked().steps();
  if (o.last - o.first > 1) {
    std::erase_if(candidates, [&](std::uint32_t i) { return !asked_.of(i, o.first, o.last).kept; });
    return;
  }
  auto const& t = asked_.terms()[steps[o.first].term];
  if (!is_of_profile(t.asked->key) || candidates.size() < 256) {
    std::erase_if(candidates, [&](std::uint32_t i) { return !asked_.of(i, t).kept; });
    return;
  }
  std::vector<signed char> known(in_.entries.profiles().size(), -1);
  std::erase_if(candidates, [&](std::uint32_t i) {
    auto& k = known[in_.entries.profile_number(i)];
    if (k < 0) k = asked_.of(i, t).kept ? 1 : 0;
    return k == 0;
  });
}

SINEDIE_INLINE void planner::all_of(std::vector<operand>& parts, std::uint32_t first, std::uint32_t last,
                                    std::vector<std::uint32_t>& found) {
  for (auto& o : parts) look_up(o);
  std::sort(parts.begin(), parts.end(), [](operand const& a, operand const& b) {
    if (a.known != b.known) return a.known;
    return a.known && a.estimate != b.estimate ? a.estimate < b.estimate : a.first < b.first;
  });
  auto& lead = parts.front();
  std::vector<std::uint32_t> candidates;
  if (!lead.known || lead.estimate > in_.entries.size() / 2) {
    if (told_) told_->push_back({{}, "scan", in_.entries.size(), last - first});
    candidates.reserve(last - first);
    for (auto i = first; i < last; ++i) candidates.push_back(i);
  } else if (!is_single(lead) && !lead.window) {
    // Lists to be put together: those of the first operand, or the least of them.
    auto const size = [](std::vector<posting> const& lists) {
      std::size_t all = 0;
      for (auto const& l : lists) all += l.size();
      return all;
    };
    auto least = lead.lists.begin();
    for (auto l = lead.lists.begin(); l != lead.lists.end(); ++l)
      if (size(*l) < size(*least)) least = l;
    unite(*least, first, last, candidates);
    for (auto l = lead.lists.begin(); l != lead.lists.end(); ++l)
      if (l != least)
        std::erase_if(candidates,
                      [&](std::uint32_t i) { return std::none_of(l->begin(), l->end(), [&](auto const& p) { return p.has(i); }); });
    note(lead, lead.index, lead.estimate);
    lead.done = lead.exact;
  } else {
    std::vector<posting> single;
    operand* clip = nullptr;
    for (auto& o : parts) {
      if (o.window && !clip) clip = &o;
      if (!is_single(o)) continue;
      for (auto const& l : o.lists) single.push_back(l.front());
      note(o, o.index, o.estimate);
      o.done = o.exact;
    }
    if (single.empty()) {
      by_window(*clip, first, last, candidates);
    } else if (clip) {
      clipped(single, *clip->window, first, last, candidates);
    } else {
      intersect(single, first, last, candidates);
    }
    if (clip) {
      note(*clip, single.empty() ? "window" : "places", candidates.size());
      clip->done = true;
    }
  }
  for (auto const& o : parts) {
    if (o.done) continue;
    note(o, "judged", candidates.size());
    judge(o, candidates);
  }
  if (found.empty()) found = std::move(candidates);
  else found.insert(found.end(), candidates.begin(), candidates.end());
}

SINEDIE_INLINE void planner::append(std::size_t first_step, std::size_t last_step, std::uint32_t first, std::uint32_t last,
                                    std::vector<std::uint32_t>& found) {
  auto parts = operands(first_step, last_step);
  if (parts.empty()) {
    for (auto i = first; i < last; ++i) found.push_back(i);
    if (told_) told_->push_back({{}, "scan", in_.entries.size(), last - first});
    return;
  }
  all_of(parts, first, last, found);
}

SINEDIE_INLINE std::vector<std::uint32_t> planner::list(std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> found;
  auto const steps = asked_.asked().steps();
  if (steps.empty() || steps.back().what != query::op::disjunction) {
    append(0, steps.size(), first, last, found);
    return found;
  }
  // Alternatives one by one, where all together look at less than everything.
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at + 1 < steps.size(); ++at) {
    if (steps[at].what == query::op::term) open.push_back(at);
    else open.resize(open.size() - (steps[at].count - 1));
  }
  open.push_back(steps.size() - 1);
  std::size_t work = 0;
  for (std::size_t k = 0; k + 1 < open.size() && work < in_.entries.size(); ++k) {
    auto parts = operands(open[k], open[k + 1]);
    std::size_t least = in_.entries.size();
    for (auto& o : parts) {
      look_up(o);
      if (o.known) least = std::min(least, o.estimate + 1);
    }
    work += least;
  }
  if (work >= in_.entries.size()) {
    append(0, steps.size(), first, last, found);
    return found;
  }
  for (std::size_t k = 0; k + 1 < open.size(); ++k) append(open[k], open[k + 1], first, last, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

SINEDIE_INLINE std::vector<std::uint32_t> planner::list(std::uint32_t first, std::uint32_t last, std::size_t most, bool reversed) {
  std::vector<std::uint32_t> found;
  if (most >= last - first) {
    found = list(first, last);
    if (reversed) std::reverse(found.begin(), found.end());
    return found;
  }
  // In stretches that grow, so that the first few are found without all the others.
  std::uint64_t stretch = std::max<std::uint64_t>(1024, (last - first) / 64);
  while (first < last && found.size() < most) {
    auto const length = static_cast<std::uint32_t>(std::min<std::uint64_t>(stretch, last - first));
    auto part = reversed ? list(last - length, last) : list(first, first + length);
    if (reversed) {
      std::reverse(part.begin(), part.end());
      last -= length;
    } else {
      first += length;
    }
    auto const room = std::min(most - found.size(), part.size());
    found.insert(found.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(room));
    stretch *= 4;
  }
  return found;
}

SINEDIE_INLINE std::size_t planner::count(std::uint32_t first, std::uint32_t last) {
  auto const steps = asked_.asked().steps();
  if (steps.empty()) return last - first;
  bool const whole = first == 0 && last == in_.entries.size();
  if (whole && steps.size() == 1) {
    operand o{0, 1, {}, nullptr, 0, false, false, false, "judged"};
    look_up(o);
    if (o.known && o.exact && o.lists.size() == 1 && o.lists.front().size() == 1) return o.lists.front().front().size();
    if (o.window && is_sure(*o.window)) {
      auto const [from, to] = *reach_of(*o.window);
      auto n = in_.index().by_time.count(from, to, [&](std::uint32_t i) -> time::limits const& { return in_.entries.limits(i); });
      for (auto const i : in_.index().vague) n += asked_.of(i, *o.window).kept ? std::size_t{1} : 0;
      if (takes_nowhere(*o.window))
        for (auto const i : in_.index().nowhere) n += asked_.of(i, *o.window).kept ? std::size_t{1} : 0;
      return n;
    }
  }
  return list(first, last).size();
}

}  // namespace sinedie::detail
