// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The obvious slow way to answer a query: each entry in turn, each term by its definition, nothing prepared.
///
/// It reads entries and the dossier through the public interface and shares no code with the engine but the vocabulary of
/// kinds, folding, and the three-valued relations of time, which have oracles of their own. `fault` plants a mistake that every
/// comparison has to notice: it takes what is before for what is after.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/time/relations.hpp>
#include <sinedie/timeline/detail/allen.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie_test {

class straight_scan {
 public:
  straight_scan(sinedie::dossier const& d, sinedie::timeline const& t, bool fault = false) : d_{d}, t_{t}, fault_{fault} {}

  struct verdict {
    bool kept;
    sinedie::truth known;
  };

  /// The ids of the events found, in order.
  [[nodiscard]] std::vector<std::string> find(sinedie::query const& q) const {
    std::vector<std::string> ids;
    for (auto const e : t_)
      if (judge(q, e).kept) ids.push_back(e.id().str());
    return ids;
  }

  [[nodiscard]] verdict judge(sinedie::query const& q, sinedie::entry const& e) const {
    using namespace sinedie;
    std::vector<verdict> stack;
    for (auto const& s : q.steps()) {
      if (s.what == query::op::term) {
        auto const& t = q.terms()[s.term];
        auto const known = term_truth(t, e);
        bool const kept = keeps(t, known, e);
        stack.push_back({kept, t.mode == term_mode::plain ? known : to_truth(kept)});
        continue;
      }
      auto joined = stack.back();
      stack.pop_back();
      if (s.what == query::op::negation) joined = {!joined.kept, !joined.known};
      if (s.what == query::op::certainly || s.what == query::op::possibly) {
        joined.kept = s.what == query::op::certainly ? joined.known == truth::yes : joined.known != truth::no;
        joined.known = to_truth(joined.kept);
      }
      for (std::uint32_t i = 1; i < s.count; ++i) {
        auto const other = stack.back();
        stack.pop_back();
        if (s.what == query::op::conjunction) joined = {joined.kept && other.kept, joined.known & other.known};
        else joined = {joined.kept || other.kept, joined.known | other.known};
      }
      stack.push_back(joined);
    }
    return stack.empty() ? verdict{true, truth::yes} : stack.back();
  }

 private:
  using limits = sinedie::time::limits;
  using truth = sinedie::truth;

  /// Whether `who` acts for `whole` within `when`: by each office and organ in turn, as far as they lead.
  [[nodiscard]] truth acts(std::string const& who, std::string const& whole, limits const& when, std::size_t left = 8) const {
    if (who == whole) return truth::yes;
    auto const p = d_.find_party(who);
    if (!p || left == 0) return truth::no;
    auto const v = p->value();
    auto best = truth::no;
    if (v.organ_of()) best = best | acts(v.organ_of()->str(), whole, when, left - 1);
    for (auto const& o : v.offices()) {
      auto const held = o.when && o.when->dating() ? sinedie::time::intersects(o.when->dating()->limits(), when) : truth::maybe;
      best = best | (held & acts(o.of.str(), whole, when, left - 1));
    }
    return best;
  }
  [[nodiscard]] truth acts(sinedie::participation const& p, std::string const& whole, limits const& when, bool exactly) const {
    if (p.party == whole) return truth::yes;
    if (exactly) return truth::no;
    return acts(p.on_behalf_of ? p.on_behalf_of->str() : p.party.str(), whole, when);
  }

  [[nodiscard]] bool lies_in(std::string venue, std::string const& outer) const {
    for (;;) {
      if (venue == outer) return true;
      auto const v = d_.find_venue(venue);
      if (!v || !v->value().in()) return false;
      venue = v->value().in()->str();
    }
  }

  template <typename One>
  [[nodiscard]] static truth somewhere(sinedie::claim_fields const& f, One one) {
    using how = sinedie::venue_choice::how;
    auto best = truth::no;
    if (!f.venues) return best;
    for (auto const& c : *f.venues) {
      if (c.kind == how::not_in) continue;
      auto all = truth::yes;
      auto any = truth::no;
      for (auto const& v : c.venues) all = all & one(v.str()), any = any | one(v.str());
      auto const here = all == truth::yes ? truth::yes : any == truth::no ? truth::no : truth::maybe;
      best = best | (c.kind == how::possible ? here & truth::maybe : here);
    }
    return best;
  }

  /// Who `who` acts for in the end, perhaps or for certain.
  void principals(std::string const& who, limits const& when, std::set<std::string>& all, std::size_t left = 8) const {
    auto const v = d_.find_party(who)->value();
    bool further = false;
    auto const go = [&](std::string const& whole) {
      further = true;
      if (left > 0) principals(whole, when, all, left - 1);
    };
    if (v.organ_of()) go(v.organ_of()->str());
    for (auto const& o : v.offices())
      if (!o.when || !o.when->dating() || sinedie::time::intersects(o.when->dating()->limits(), when) != truth::no) go(o.of.str());
    if (!further) all.insert(who);
  }

  /// Whether somebody takes part for `state`, other than by hosting or mediating between two others.
  [[nodiscard]] truth takes_part(std::string const& state, sinedie::claim_fields const& f, limits const& when) const {
    auto meeting = truth::no;
    auto anyhow = truth::no;
    std::set<std::string> others;
    for (auto const& p : *f.parties) {
      auto const here = acts(p, state, when, false);
      auto const role = sinedie::fold(p.role);
      anyhow = anyhow | here;
      if (role == "host" || role == "mediator") continue;
      meeting = meeting | here;
      if (here == truth::no) principals(p.on_behalf_of ? p.on_behalf_of->str() : p.party.str(), when, others);
    }
    return meeting == truth::no && others.size() > 1 ? truth::no : anyhow;
  }

  /// The state in whose country it lies, by the worlds of random_dossier.hpp, where a state has its country's id or name; empty:
  /// in one that has no state; nothing: nobody says in which.
  [[nodiscard]] std::optional<std::string> ground(std::string venue) const {
    for (;;) {
      auto const v = d_.find_venue(venue);
      if (v->value().kind() == "country") break;
      if (!v->value().in()) return std::nullopt;
      venue = v->value().in()->str();
    }
    std::string const state = venue == "blueland" ? "blue" : venue;
    return d_.find_party(state) ? state : std::string{};
  }
  /// Whose premises it is, or is a part of.
  [[nodiscard]] std::string owner(std::string venue) const {
    for (;;) {
      auto const v = d_.find_venue(venue)->value();
      if (v.kind() == "country") return {};
      if (v.premises_of()) return v.premises_of()->str();
      if (!v.in()) return {};
      venue = v.in()->str();
    }
  }

  [[nodiscard]] truth hosted(sinedie::term const& t, std::string const& venue, sinedie::claim_fields const& f, limits const& when) const {
    using sinedie::term_key;
    bool const third = t.value == "third-country";
    auto by_ground = truth::no;
    auto by_premises = truth::no;
    if (auto const state = ground(venue)) {
      if (!third) by_ground = sinedie::to_truth(*state == t.value);
      else by_ground = state->empty() ? truth::yes : !takes_part(*state, f, when);
    }
    if (auto const whose = owner(venue); !whose.empty()) {
      if (!third) {
        by_premises = t.exactly ? sinedie::to_truth(whose == t.value) : acts(whose, t.value, when);
      } else {
        std::set<std::string> all;
        principals(whose, when, all);
        by_premises = truth::yes;
        for (auto const& each : all) by_premises = by_premises & !takes_part(each, f, when);
      }
    }
    return t.key == term_key::ground ? by_ground : t.key == term_key::premises ? by_premises : by_ground | by_premises;
  }

  /// What the dates of random_dossier.hpp that leave a choice may mean.
  [[nodiscard]] static std::vector<limits> readings(sinedie::time::dating const& d) {
    using sinedie::time::dating;
    if (d.text() == "[2025-01,2025-03]") return {dating{"2025-01"}.limits(), dating{"2025-03"}.limits()};
    if (d.text() == "2025-02-1X") {
      std::vector<limits> all;
      for (char c = '0'; c <= '9'; ++c) all.push_back(dating{"2025-02-1" + std::string{c}}.limits());
      return all;
    }
    if (d.text() == "[2025-02-18,2025-03-01..]") {
      auto later = dating{"2025-03-01"}.limits();
      later.start_max = later.end_max = sinedie::time::instant::future();  // on one of the days; the axis' last is far away
      return {dating{"2025-02-18"}.limits(), later};
    }
    return {d.limits()};
  }
  /// Of an event: those that its limits leave; all, where they leave none.
  [[nodiscard]] static std::vector<limits> readings(sinedie::entry const& e) {
    if (!e.stated()) return {e.limits()};
    auto const all = readings(*e.stated());
    std::vector<limits> left;
    for (auto const& one : all)
      if (auto const both = one.meet(e.limits())) left.push_back(*both);
    return left.empty() ? all : left;
  }

  /// What all pairs agree on.
  template <typename Of>
  [[nodiscard]] static truth agreed(std::vector<limits> const& a, std::vector<limits> const& b, Of of) {
    bool yes = false, no = false;
    for (auto const& x : a)
      for (auto const& y : b) {
        auto const one = of(x, y);
        yes = yes || one != truth::no;
        no = no || one != truth::yes;
      }
    return yes && no ? truth::maybe : sinedie::to_truth(yes);
  }

  [[nodiscard]] std::vector<limits> reference(sinedie::term const& t) const {
    if (t.when) return {sinedie::time::extent_of(t.when->hull())};
    return readings(*t_.find_event(t.others.front()));
  }
  [[nodiscard]] truth when_truth(sinedie::term const& t, std::vector<limits> const& known) const {
    using namespace sinedie;
    auto const agrees = [&](auto of) { return agreed(known, reference(t), of); };
    switch (t.key) {
      case term_key::before:
      case term_key::after:
        return agrees([&](limits const& l, limits const& whole) {
          return (t.key == term_key::before) != fault_ ? time::precedes(l, whole) : time::precedes(whole, l);
        });
      case term_key::allen:
        return agrees([&](limits const& l, limits const& r) { return detail::allen_truth(*to_relation_kind(t.value), l, r); });
      case term_key::within: {
        time::duration const d{t.value};
        return agrees([&](limits const& l, limits const& r) { return detail::within_truth(d.seconds_min(), d.seconds_max(), l, r); });
      }
      default: break;
    }
    // Any of several windows: of each reading, that none of them is met leaves it in a gap.
    auto const windows = readings(*t.when);
    bool met = false;
    bool missed = false;
    for (auto const& l : known) {
      auto from = time::instant::past();
      for (auto const& w : windows) {
        met = met || time::intersects(l, time::extent_of(w.hull())) != truth::no;
        if (auto const first = w.hull().first(); first.is_bounded() && from < first)
          missed = missed || l.meet(limits::within({from, first.plus(-1)})).has_value();
        from = w.hull().last().is_bounded() ? w.hull().last().plus(1) : time::instant::future();
      }
      if (from.is_bounded()) missed = missed || l.meet(limits::within({from, time::instant::future()})).has_value();
    }
    return met && missed ? truth::maybe : to_truth(met);
  }

  [[nodiscard]] bool keeps(sinedie::term const& t, truth known, sinedie::entry const& e) const {
    using namespace sinedie;
    if (known != truth::maybe) return known == truth::yes;
    if (t.mode != term_mode::plain) return t.mode == term_mode::possibly;
    if (!is_about_time(t.key)) return true;
    if (takes_reference(t.key) && !t.when) {
      bool starts = true, ends = true;  // whether each reading bounds them on both sides
      for (auto const& one : readings(*t_.find_event(t.others.front()))) {
        starts = starts && one.start_min.is_bounded() && one.start_max.is_bounded();
        ends = ends && one.end_min.is_bounded() && one.end_max.is_bounded();
      }
      if (!starts && !ends) return false;
    }
    if (takes_reference(t.key) && t.when && !time::extent_of(t.when->hull()).places()) return false;
    if (auto const* const date = e.stated()) return date->limits().places();
    auto const* const window = e.expected();
    return window && limits::within(window->hull()).places() && when_truth(t, {limits::within(window->hull())}) != truth::no;
  }

  [[nodiscard]] truth term_truth(sinedie::term const& t, sinedie::entry const& e) const {
    using namespace sinedie;
    auto const& f = e.fields();
    auto const folded = fold(t.value);
    std::vector<std::string> named{t.value};
    named.insert(named.end(), t.others.begin(), t.others.end());
    auto const taking_part = [&](std::string const& who, std::string const& role) {
      auto best = truth::no;
      for (auto const& p : *f.parties)
        if (role.empty() || fold(p.role) == role) best = best | acts(p, who, e.limits(), t.exactly);
      return best;
    };
    auto const has = [](auto const& list, auto holds) { return to_truth(list && std::any_of(list->begin(), list->end(), holds)); };
    switch (t.key) {
      case term_key::party:
      case term_key::between: {
        if (!f.parties) return truth::no;
        auto all = truth::yes;
        for (auto const& who : named) all = all & taking_part(who, "");
        return all;
      }
      case term_key::host:
      case term_key::ground:
      case term_key::premises: {
        if (t.value == "third-country" && (!f.parties || f.parties->empty())) return truth::no;
        auto const there = somewhere(f, [&](std::string const& v) { return hosted(t, v, f, e.limits()); });
        return t.key == term_key::host && f.parties ? there | taking_part(t.value, "host") : there;
      }
      case term_key::guest: return f.parties ? taking_part(t.value, "guest") : truth::no;
      case term_key::role:
        if (t.others.empty()) return has(f.parties, [&](auto const& p) { return fold(p.role) == folded; });
        return f.parties ? taking_part(t.others.front(), folded) : truth::no;
      case term_key::only: {
        if (!f.parties || f.parties->empty()) return truth::no;
        auto all = truth::yes;
        for (auto const& p : *f.parties) {
          auto best = truth::no;
          for (auto const& who : named) best = best | acts(p, who, e.limits(), t.exactly);
          all = all & best;
        }
        return all;
      }
      case term_key::venue:
        return somewhere(f, [&](std::string const& v) { return to_truth(t.exactly ? v == t.value : lies_in(v, t.value)); });
      case term_key::kind: return to_truth(t.exactly ? e.kind() == t.value : kind_within(e.kind(), t.value));
      case term_key::cameo: return to_truth(codes_of(e.kind(), e.status()).cameo.substr(0, t.value.size()) == t.value);
      case term_key::plover: return to_truth(fold(codes_of(e.kind(), e.status()).plover) == folded);
      case term_key::status: return to_truth(e.status() && to_string(*e.status()) == t.value);
      case term_key::mode: return has(f.modes, [&](auto const& m) { return to_string(m) == t.value; });
      case term_key::why: return to_truth(f.why_undated && to_string(*f.why_undated) == t.value);
      case term_key::topic: return has(f.topics, [&](auto const& topic) { return fold(topic) == folded; });
      case term_key::series: return has(f.series, [&](auto const& s) { return s.series == t.value; });
      case term_key::round:
        return has(f.series, [&](auto const& s) {
          return s.round && std::to_string(*s.round) == named.back() && (named.size() == 1 || s.series == named.front());
        });
      case term_key::datedness: return to_truth(to_string(e.datedness()) == t.value);
      case term_key::source: return truth::no;  // tested by example
      case term_key::id: return to_truth(e.id() == t.value);
      case term_key::text: {
        auto const event = d_.find_event(e.id());
        for (auto const& text : {event->title(), event->note()})
          for (auto const& each : text.entries())
            if (fold(each.text).find(folded) != std::string::npos) return truth::yes;
        return truth::no;
      }
      case term_key::occurred: return to_truth(e.occurs() == truth::yes);
      case term_key::planned: return to_truth(e.status() && *e.status() <= status::postponed);
      case term_key::everything: return truth::yes;
      case term_key::may_occur: return to_truth(e.occurs() == truth::maybe);
      case term_key::off: return to_truth(e.occurs() == truth::no);
      case term_key::flagged: return to_truth(e.has(t.flag));
      default: {
        if (takes_reference(t.key) && !t.when && t.others.front() == e.id().str())
          return to_truth(t.key == term_key::within || t.value == "equals");
        return when_truth(t, readings(e));
      }
    }
  }

  sinedie::dossier const& d_;
  sinedie::timeline const& t_;
  bool fault_;
};

}  // namespace sinedie_test
