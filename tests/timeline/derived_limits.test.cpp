// SPDX-License-Identifier: BSL-1.0
// What a dossier says, and what follows from it: a straightforward reading of the rules, solved over all pairs of points.
#include <sinedie/timeline/conclusions.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "chronology/reference.hpp"
#include "soak.hpp"

namespace sinedie_test::derived_limits_test {

using namespace sinedie;
using namespace sinedie_test;

namespace {

constexpr std::int64_t day = 86400;

/// Days are counted from the first of 2025.
std::int64_t second_of(std::int64_t d) { return (20089 + d) * day; }
std::string text_of(std::int64_t d) {
  std::chrono::year_month_day const on{std::chrono::sys_days{std::chrono::days{20089 + d}}};
  auto const two = [](unsigned n) { return std::string{n < 10 ? "0" : ""} + std::to_string(n); };
  return std::to_string(static_cast<int>(on.year())) + '-' + two(static_cast<unsigned>(on.month())) + '-' +
         two(static_cast<unsigned>(on.day()));
}

/// A date, and the windows of days that it may mean: one; several; or, of what lasts, one of the start and one of the end.
struct some_date {
  std::string text;
  std::vector<std::pair<std::int64_t, std::int64_t>> windows;
  bool lasts = false, open = false;
};

some_date any_date_about(std::mt19937_64& dice, std::int64_t d) {
  auto const upto = [&](std::int64_t n) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(n)); };
  auto const from = d - upto(4), to = d + upto(4);
  switch (dice() % 9) {
    case 0: return {text_of(from) + '/' + text_of(to), {{from, from}, {to, to}}, true};
    case 1: return {text_of(from) + "/..", {{from, from}}, true, true};
    case 2: return {text_of(from) + '/', {{from, from}}, true};
    case 3: return {"[" + text_of(d - 20) + ',' + text_of(d) + ',' + text_of(d + 9) + ']', {{d - 20, d - 20}, {d, d}, {d + 9, d + 9}}};
    case 4: return {"[" + text_of(from) + ".." + text_of(to) + ']', {{from, to}}};
    case 5: {
      // The ninth of any month.
      some_date nine{"2025-XX-09", {}};
      for (std::int64_t i = 0; i < 365; ++i)
        if (text_of(i).ends_with("-09")) nine.windows.emplace_back(i, i);
      return nine;
    }
    case 6: return {"2025-02", {{31, 58}}};
    default: return {text_of(d), {{d, d}}};
  }
}

/// One statement as the rules read it.
struct said {
  std::string key;  ///< what tells it from the others
  std::vector<constraint> constraints = {};
  std::vector<bound> bounds = {};
  std::vector<std::pair<std::int64_t, std::int64_t>> windows = {};  ///< of a choice
  node of = 0;                                                       ///< whose choice it is
  bool start_only = false;                                           ///< of which only the start is told
};

std::string key_of(statement::sort kind, std::string const& event, std::string const& other = "", std::string const& report = "") {
  return std::string{to_string(kind)} + ' ' + event + ' ' + other + ' ' + report;
}
std::string key_of(statement const& s) {
  return key_of(s.kind, s.event.str(), s.other ? s.other->str() : "", s.report ? s.report->str() : "");
}

/// Limits of all statements together, choices drawn to what fits; nothing where they can't hold.
std::optional<std::vector<time::limits>> limits_by_rules(node n, std::vector<said const*> const& all) {
  std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> left(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) left[i] = all[i]->windows;
  for (;;) {
    network net{n};
    for (statement_number by = 0; by < all.size(); ++by) {
      for (auto const& c : all[by]->constraints) net.require(c.from, c.to, c.at_least, by, c.strict);
      for (auto const& b : all[by]->bounds) net.limit(b.at, b.earliest, b.value, by);
      if (!left[by].empty()) {
        auto const last = all[by]->start_only ? start_of(all[by]->of) : end_of(all[by]->of);
        net.limit(start_of(all[by]->of), true, time::instant{second_of(left[by].front().first)}, by);
        net.limit(last, false, time::instant{second_of(left[by].back().second + 1) - 1}, by);
      }
      net.note(by);
    }
    auto const found = limits_of(net, std::vector<std::uint8_t>(net.statements(), 0));
    if (!found) return std::nullopt;
    bool changed = false;
    for (std::size_t by = 0; by < all.size(); ++by) {
      auto const& l = (*found)[all[by]->of];
      auto const misses = [&](auto const& w) {
        time::instant const first{second_of(w.first)}, last{second_of(w.second + 1) - 1};
        bool const starts = first <= l.start_max && l.start_min <= last;
        return !starts || (!all[by]->start_only && (l.end_max < first || last < l.end_min));
      };
      if (left[by].empty() || std::erase_if(left[by], misses) == 0) continue;
      if (left[by].empty()) return std::nullopt;
      changed = true;
    }
    if (!changed) return found;
  }
}

/// A dossier at random, and what it says.
struct world {
  dossier told;
  std::vector<said> all;
  std::vector<bool> off;
  std::vector<std::optional<some_date>> dates;
  std::vector<unsigned> group;  ///< events that statements tie together
};

class teller {
 public:
  teller(std::mt19937_64& dice, node n, unsigned wrong) : dice_{dice}, n_{n}, wrong_{wrong} {}

  world tell() {
    made_.off.assign(n_, false);
    made_.dates.resize(n_);
    made_.group.resize(n_);
    std::iota(made_.group.begin(), made_.group.end(), 0U);
    for (node v = 0; v < n_; ++v) at_.push_back(below(100));
    made_.told.as_of(text_of(as_of));
    made_.told.add(series{series_id{"s"}});
    for (node v = 0; v < n_; ++v) made_.off[v] = one_in(12);
    std::vector<event> events;
    for (node v = 0; v < n_; ++v) events.push_back(one(v));
    relate(events);
    rounds(events);
    for (auto& e : events) made_.told.add(std::move(e));
    for (auto& r : reports_) made_.told.add(std::move(r));
    return std::move(made_);
  }

 private:
  static constexpr std::int64_t as_of = 60;

  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(dice_() % static_cast<std::uint64_t>(n)); }
  bool one_in(unsigned n) { return dice_() % n == 0; }
  std::int64_t place(node v) { return one_in(wrong_) ? below(100) : at_[v]; }
  static std::string id(node v) { return std::string{"e"} + static_cast<char>('a' + v / 26) + static_cast<char>('a' + v % 26); }
  static bound no_earlier(point p, std::int64_t second) { return {p, true, time::instant{second}, 0}; }
  static bound no_later(point p, std::int64_t second) { return {p, false, time::instant{second}, 0}; }

  event one(node v) {
    event e{id(v)};
    bool const situation = one_in(6);
    if (situation) e.kind("situation");
    if (!one_in(3)) made_.dates[v] = any_date_about(dice_, place(v));
    auto const& date = made_.dates[v];
    auto said_first = as_of;
    bool const reported = !made_.off[v] && one_in(3);
    auto const told_from = reported ? below(as_of - 4) : as_of;
    std::optional<status> how;
    if (made_.off[v]) how = status::cancelled;
    else if (!one_in(3)) how = status_on(v, told_from);
    if (how && reported) {
      auto const count = 1 + below(2);
      for (std::int64_t i = 0; i < count; ++i) {
        auto const first = std::min(told_from + i, as_of - 4), last = first + below(4);
        claim c;
        c.status(*how);
        if (date && i == 0) c.on(date->text), said_first = first;
        auto const name = "r" + std::to_string(reports_.size());
        reports_.push_back(report{report_id{name}, event_id{e.id()}}.published(text_of(first) + '/' + text_of(last)).says(c));
        limit_by_status(v, *how, situation, i == 0 ? date : std::nullopt, first, last, name);
      }
      auto const dated_by = "r" + std::to_string(reports_.size() - static_cast<std::size_t>(count));
      if (date) lay_date(v, *date, how, said_first, key_of(statement::sort::date, id(v), "", dated_by));
    } else {
      if (how) e.status(*how);
      if (date) e.on(date->text);
      if (date) lay_date(v, *date, how, as_of, key_of(statement::sort::date, id(v)));
      if (how && !made_.off[v]) limit_by_status(v, *how, situation, date, as_of, as_of, "");
    }
    if (one_in(5)) last(v, e);
    return e;
  }

  /// What fits the event's place on the axis, mostly.
  status status_on(node v, std::int64_t told) {
    static constexpr status known[] = {status::held, status::under_way, status::announced, status::scheduled, status::possible};
    if (one_in(wrong_)) return known[dice_() % 5];
    if (at_[v] + 12 < told) return status::held;
    if (at_[v] < told) return made_.dates[v] && made_.dates[v]->lasts ? status::possible : status::under_way;
    return told < at_[v] - 4 ? known[2 + dice_() % 2] : status::possible;
  }

  void lay_date(node v, some_date const& d, std::optional<status> how, std::int64_t said_on, std::string key) {
    said s{std::move(key), {}, {}, {}, v, false};
    auto const first = second_of(d.windows.front().first), last = second_of(d.windows.front().second + 1) - 1;
    if (d.lasts) {
      s.bounds = {no_earlier(start_of(v), first), no_later(start_of(v), last)};
      if (d.windows.size() == 2) {
        s.bounds.push_back(no_earlier(end_of(v), second_of(d.windows[1].first)));
        s.bounds.push_back(no_later(end_of(v), second_of(d.windows[1].second + 1) - 1));
      }
      if (d.open) s.bounds.push_back(no_earlier(end_of(v), second_of(said_on)));
    } else {
      s.windows = d.windows;
      s.start_only = how == status::under_way;
    }
    if (!made_.off[v]) made_.all.push_back(std::move(s));
  }

  /// `date`: what is said with it. A plan that would have begun before it was told limits nothing.
  void limit_by_status(node v, status how, bool situation, std::optional<some_date> const& date, std::int64_t first, std::int64_t last,
                       std::string const& report) {
    said s{key_of(statement::sort::status, id(v), "", report)};
    if (how == status::held) s.bounds = {no_later(situation ? start_of(v) : end_of(v), second_of(last + 1) - 1)};
    if (how == status::under_way) s.bounds = {no_later(start_of(v), second_of(last + 1) - 1), no_earlier(end_of(v), second_of(first))};
    bool const stale = date && date->windows[date->lasts ? 0 : date->windows.size() - 1].second < first;
    if ((how == status::announced || how == status::scheduled) && !stale) s.bounds = {no_earlier(start_of(v), second_of(first))};
    if (!s.bounds.empty()) made_.all.push_back(std::move(s));
  }

  void last(node v, event& e) {
    bool const hours = one_in(2);
    auto const least = made_.dates[v] && !one_in(wrong_) ? hours ? 0 : 1 : below(4), most = least + below(4);
    auto const text = [&](std::int64_t k) { return hours ? "PT" + std::to_string(24 * k) + 'H' : 'P' + std::to_string(k) + 'D'; };
    e.lasting({time::duration{text(least)}, time::duration{text(most)}});
    said s{key_of(statement::sort::duration, id(v))};
    s.constraints = {{start_of(v), end_of(v), (hours ? least : std::max<std::int64_t>(least - 1, 0)) * day, 0, false},
                     {end_of(v), start_of(v), -most * day, 0, false}};
    if (!made_.off[v]) made_.all.push_back(std::move(s));
  }

  void tie(node a, node b) {
    auto const from = made_.group[a], to = made_.group[b];
    for (auto& g : made_.group)
      if (g == from) g = to;
  }

  void relate(std::vector<event>& events) {
    std::map<std::pair<node, node>, bool> related;
    for (node k = 0; k < n_; ++k) {
      auto a = static_cast<node>(dice_() % n_), b = static_cast<node>(dice_() % n_);
      if (a == b || std::exchange(related[{a, b}], true)) continue;
      auto kind = static_cast<relation_kind>(one_in(20) ? dice_() % 18 : 0);
      if (kind == relation_kind::before && at_[a] > at_[b]) kind = relation_kind::after;
      if (kind == relation_kind::realised_as) continue;  // it makes one of two
      gap g;
      bool const gaps = kind == relation_kind::before || kind == relation_kind::after;
      auto const apart = std::abs(at_[a] - at_[b]);
      if (gaps && one_in(3)) g.at_least = time::duration{'P' + std::to_string(below(apart + 1)) + 'D'};
      if (gaps && one_in(3)) g.at_most = time::duration{"PT" + std::to_string(24 * (apart + below(3))) + 'H'};
      events[a].related(kind, event_id{id(b)}, g);
      if (made_.off[a] || made_.off[b]) continue;
      if (auto s = relation(kind, a, b, g); !s.constraints.empty()) made_.all.push_back(std::move(s)), tie(a, b);
    }
  }

  /// Of two extents of whole seconds; "earlier" is strict where only their order is asked for.
  said relation(relation_kind kind, node a, node b, gap const& g) {
    using enum relation_kind;
    said s{key_of(statement::sort::relation, id(a), id(b))};
    auto const no_later_than = [&](point p, point q) { s.constraints.push_back({p, q, 0, 0, false}); };
    auto const earlier = [&](point p, point q) { s.constraints.push_back({p, q, 0, 0, true}); };
    auto const same = [&](point p, point q) { no_later_than(p, q), no_later_than(q, p); };
    auto const as = start_of(a), ae = end_of(a), bs = start_of(b), be = end_of(b);
    auto const precede = [&](point end, point start) {
      auto const least = g.at_least ? g.at_least->seconds_min() : 0;
      auto const together = g.at_most && g.at_most->seconds_max() == 0;
      s.constraints.push_back({end, start, least, 0, least == 0 && !together});
      if (g.at_most) s.constraints.push_back({start, end, -g.at_most->seconds_max(), 0, false});
    };
    switch (kind) {
      case before: case prepares: precede(ae, bs); break;
      case after: case follows_up: precede(be, as); break;
      case meets: earlier(ae, bs), s.constraints.push_back({bs, ae, -1, 0, false}); break;
      case met_by: earlier(be, as), s.constraints.push_back({as, be, -1, 0, false}); break;
      case overlaps: earlier(as, bs), no_later_than(bs, ae), earlier(ae, be); break;
      case overlapped_by: earlier(bs, as), no_later_than(as, be), earlier(be, ae); break;
      case starts: same(as, bs), earlier(ae, be); break;
      case started_by: same(as, bs), earlier(be, ae); break;
      case during: earlier(bs, as), earlier(ae, be); break;
      case contains: earlier(as, bs), earlier(be, ae); break;
      case finishes: same(ae, be), earlier(bs, as); break;
      case finished_by: same(ae, be), earlier(as, bs); break;
      case equals: same(as, bs), same(ae, be); break;
      case part_of: no_later_than(bs, as), no_later_than(ae, be); break;
      case realised_as: case maybe_same_as: break;
    }
    return s;
  }

  void rounds(std::vector<event>& events) {
    std::map<std::uint32_t, std::vector<node>> of_round;
    for (node v = 0; v < n_; ++v) {
      if (!one_in(5)) continue;
      auto const number = static_cast<std::uint32_t>(1 + at_[v] / 12);
      events[v].in_series(series_id{"s"}, number);
      if (!made_.off[v]) of_round[number].push_back(v);
    }
    for (auto at = of_round.begin(); at != of_round.end() && std::next(at) != of_round.end(); ++at)
      for (auto const a : at->second)
        for (auto const b : std::next(at)->second) {
          said s{key_of(statement::sort::series, id(a), id(b))};
          s.constraints.push_back({end_of(a), start_of(b), 0, 0, true});
          made_.all.push_back(std::move(s));
          tie(a, b);
        }
  }

  std::mt19937_64& dice_;
  node n_;
  unsigned wrong_;
  world made_;
  std::vector<std::int64_t> at_;
  std::vector<report> reports_;
};

node number_of(event_id const& id) { return static_cast<node>((id.str()[1] - 'a') * 26 + (id.str()[2] - 'a')); }

/// What a timeline claims that a plain reading of the rules denies.
struct differences {
  std::size_t limits = 0, minimal = 0, feasible = 0;
  [[nodiscard]] std::size_t all() const { return limits + minimal + feasible; }
};

differences compare(world const& w, timeline const& t, std::int64_t fault = 0) {
  differences d;
  std::map<std::string, said const*> by_key;
  for (auto const& s : w.all) by_key[s.key] = &s;
  auto const n = static_cast<node>(w.off.size());
  auto const holds = [&](std::vector<said const*> const& some) { return limits_by_rules(n, some).has_value(); };
  std::vector<bool> clashing(n, false);
  for (auto const& c : t.contradictions()) {
    for (auto const& id : c.events) clashing[w.group[number_of(id)]] = true;
    std::vector<said const*> some;
    for (auto const& s : c.statements) {
      INFO(s.text);
      auto const found = by_key.find(key_of(s));
      REQUIRE(found != by_key.end());
      some.push_back(found->second);
    }
    d.minimal += holds(some) ? 1U : 0U;
    for (std::size_t i = 0; i < some.size(); ++i) {
      auto fewer = some;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      d.minimal += holds(fewer) ? 0U : 1U;
    }
  }
  // Groups of events in which nothing clashes are compared, each by itself.
  for (node g = 0; g < n; ++g) {
    std::vector<said const*> some;
    auto const group_of = [&](said const& s) {
      return w.group[s.constraints.empty() ? s.bounds.empty() ? s.of : event_of(s.bounds[0].at) : event_of(s.constraints[0].from)];
    };
    for (auto const& s : w.all)
      if (group_of(s) == g) some.push_back(&s);
    auto const slow = limits_by_rules(n, some);
    d.feasible += slow.has_value() == clashing[g] ? 1U : 0U;
    if (!slow) continue;
    for (auto const e : t) {
      auto const v = number_of(e.id());
      if (w.group[v] != g || w.off[v]) continue;
      auto expected = (*slow)[v];
      if (fault != 0 && expected.start_min.is_bounded()) expected.start_min = expected.start_min.plus(fault);
      d.limits += e.limits() == expected ? 0U : 1U;
    }
  }
  return d;
}

}  // namespace

TEST_CASE("limits and contradictions are those that a plain reading of what a dossier says gives", "[limits]") {
  std::mt19937_64 dice{seed()};
  std::size_t compared = 0, contradictory = 0, minimal = 0, bounded = 0, caught = 0;
  for (std::size_t round = 0; round < rounds(600); ++round) {
    auto const n = 2 + static_cast<node>(dice() % (round % 30 == 0 ? 59 : round % 4 == 0 ? 20 : 8));
    auto const w = teller{dice, n, 12 + 12 * n}.tell();
    timeline const t{w.told};
    auto const d = compare(w, t);
    CAPTURE(round, n, d.limits, d.minimal, d.feasible);
    REQUIRE(d.all() == 0);
    ++compared;
    contradictory += t.contradictions().empty() ? 0U : 1U;
    minimal += t.contradictions().size();
    std::size_t here = 0;
    for (auto const e : t) here += e.limits().start_min.is_bounded() ? 1U : 0U;
    bounded += here;
    caught += compare(w, t, 1).limits > 0 ? 1U : 0U;
  }
  WARN("dossiers read plainly: " << compared << " compared, " << contradictory << " of them contradictory, " << minimal
                                 << " contradictions proven minimal, " << bounded << " events bounded, " << caught
                                 << " planted faults seen");
  CHECK(contradictory > compared / 6);
  CHECK(contradictory < compared / 2);
  CHECK(bounded > 2 * compared);
  CHECK(caught > compared / 2);
}

TEST_CASE("each chain of statements, read plainly and alone, gives the limit that it is the chain of", "[limits]") {
  std::mt19937_64 dice{seed() + 1};
  std::size_t compared = 0, of_several = 0, left_out = 0;
  for (std::size_t round = 0; round < rounds(120); ++round) {
    auto const n = 2 + static_cast<node>(dice() % 14);
    auto const w = teller{dice, n, 12 + 12 * n}.tell();
    timeline const t{w.told};
    conclusions const known{t};
    std::map<std::string, said const*> by_key;
    for (auto const& s : w.all) by_key[s.key] = &s;
    for (auto const e : t) {
      auto const v = number_of(e.id());
      if (w.off[v]) continue;
      auto const r = known.why(e.id());
      for (auto const* const limit : {&r.earliest_start, &r.latest_start, &r.earliest_end, &r.latest_end}) {
        auto const alone = [&](std::size_t without) {
          std::vector<said const*> some;
          for (std::size_t i = 0; i < limit->chain.size(); ++i)
            if (i != without) some.push_back(by_key.at(key_of(limit->chain[i])));
          auto const l = limits_by_rules(n, some).value()[v];
          bool const start = limit == &r.earliest_start || limit == &r.latest_start;
          bool const earliest = limit == &r.earliest_start || limit == &r.earliest_end;
          return start ? (earliest ? l.start_min : l.start_max) : earliest ? l.end_min : l.end_max;
        };
        CAPTURE(round, e.id().str(), to_sentence(*limit));
        auto const none = limit->chain.size();
        REQUIRE(alone(none) == limit->value);
        REQUIRE((limit->chain.empty() || limit->value.is_bounded()));
        ++compared;
        of_several += limit->chain.size() > 1 ? 1U : 0U;
        // None of them can be left out.
        for (std::size_t i = 0; i < none; ++i) REQUIRE(alone(i) != limit->value);
        left_out += none;
      }
    }
  }
  WARN("chains read plainly: " << compared << ", of which " << of_several << " of several statements; " << left_out
                               << " statements, none of which could be left out");
  CHECK(of_several > 500);
  CHECK(left_out > compared);
}

TEST_CASE("what precedes what follows from what is said, and its grounds alone say so", "[limits]") {
  std::mt19937_64 dice{seed() + 2};
  std::size_t yes = 0, open = 0, of_several = 0, left_out = 0;
  for (std::size_t round = 0; round < rounds(150); ++round) {
    auto const n = 2 + static_cast<node>(dice() % 12);
    auto const w = teller{dice, n, 12 + 12 * n}.tell();
    timeline const t{w.told};
    if (!t.contradictions().empty()) continue;
    conclusions const known{t};
    std::map<std::string, said const*> by_key;
    std::vector<said const*> all;
    for (auto const& s : w.all) by_key[s.key] = &s, all.push_back(&s);
    // With one of several dates, more can follow than from the first to the last of them.
    auto const chooses = [](said const* s) { return s->windows.size() > 1; };
    bool const choices = std::any_of(all.begin(), all.end(), chooses);
    for (auto const a : t)
      for (auto const b : t) {
        if (a.id() == b.id() || w.off[number_of(a.id())] || w.off[number_of(b.id())]) continue;
        said overlap{"the one hasn't ended when the other starts"};
        overlap.constraints = {{start_of(number_of(b.id())), end_of(number_of(a.id())), 0, 0, false}};
        auto const holds_beside = [&](std::vector<said const*> some) {
          some.push_back(&overlap);
          return limits_by_rules(n, some).has_value();
        };
        bool const precedes = known.precedes(a.id(), b.id()) == truth::yes;
        CAPTURE(round, a.id().str(), b.id().str());
        if (precedes || !choices) REQUIRE(precedes == !holds_beside(all));
        auto const grounds = known.grounds(a.id(), b.id());
        REQUIRE(grounds.empty() != precedes);
        ++(precedes ? yes : open);
        if (!precedes) continue;
        std::vector<said const*> some;
        for (auto const& s : grounds) some.push_back(by_key.at(key_of(s)));
        REQUIRE_FALSE(holds_beside(some));
        of_several += some.size() > 1 ? 1U : 0U;
        for (std::size_t i = 0; i < some.size() && std::none_of(some.begin(), some.end(), chooses); ++i) {
          auto fewer = some;
          fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
          REQUIRE(holds_beside(fewer));
          ++left_out;
        }
      }
  }
  WARN("pairs read plainly: " << yes << " that precede, " << of_several << " by several statements, " << open << " that needn't; "
                              << left_out << " statements, none of which could be left out");
  CHECK(open > 300);
  CHECK(of_several > 300);
  CHECK(left_out > yes);
}

}  // namespace sinedie_test::derived_limits_test
