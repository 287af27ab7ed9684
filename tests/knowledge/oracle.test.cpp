// SPDX-License-Identifier: BSL-1.0
// Interpretation held against a slow one: report by report, as the rules read, for every field and every mark.
#include <sinedie/knowledge/detail/interpretation.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include <sinedie/knowledge/account.hpp>
#include <sinedie/model/detail/contents.hpp>

#include "catch.hpp"
#include "random_reports.hpp"
#include "soak.hpp"

namespace sinedie_test::oracle_test {

using namespace sinedie;
using namespace sinedie_test;
using detail::agreement;

namespace {

std::chrono::sys_days march(unsigned n) {
  return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::March / 1} + std::chrono::days{n} - std::chrono::days{1};
}

/// One report, read once.
struct heard {
  report const* from;
  time::instant first, last;
  bool preferred, deprecated, denies_event, named;
  bool witness = false;

  [[nodiscard]] claim_fields says() const {
    auto f = from->says() ? from->says()->fields() : claim_fields{};
    if (f.status == status::postponed && !f.when) f.when = date_statement::none();  // put off without a new date
    return f;
  }
  [[nodiscard]] claim_fields denies() const { return from->denies() ? from->denies()->fields() : claim_fields{}; }
  [[nodiscard]] std::optional<status> stage() const {
    auto const s = says().status;
    return denies_event || !s ? std::nullopt : std::optional<status>{*s};
  }
};

bool mentions(claim_fields const& f, field of) {
  switch (of) {
    case field::status: return f.status.has_value();
    case field::when: return f.when.has_value();
    case field::expected: return f.expected.has_value();
    case field::why_undated: return f.why_undated.has_value();
    case field::venues: return f.venues.has_value();
    case field::parties: return f.parties.has_value();
    case field::modes: return f.modes.has_value();
    case field::topics: return f.topics.has_value();
    case field::series: return f.series.has_value();
    case field::by: break;
  }
  return f.by.has_value();
}
std::optional<time::dating> date_in(claim_fields const& f, field of) {
  auto const& d = of == field::when ? f.when : f.expected;
  return d && d->dating() ? std::optional{*d->dating()} : std::nullopt;
}

/// The dates of `random_press`, by the days of March 2025 on which they may start and end, counted on into April; 99: without end.
struct days_meant {
  bool lasts;
  std::vector<int> starts, ends;
  bool qualified = false;
};
days_meant meaning(std::string const& date) {
  auto const days = [](int from, int to) {
    std::vector<int> list;
    for (int d = from; d <= to; ++d) list.push_back(d);
    return list;
  };
  static std::map<std::string, days_meant> const known{
      {"2025-03", {false, days(1, 31), {}}},
      {"2025-03-10", {false, {10}, {}}},
      {"2025-03-11", {false, {11}, {}}},
      {"2025-03-12", {false, {12}, {}}},
      {"2025-04", {false, days(32, 61), {}}},
      {"2025-04-02", {false, {33}, {}}},
      {"2025-03-1X", {false, days(10, 19), {}}},
      {"[2025-03-10,2025-03-14]", {false, {10, 14}, {}}},
      {"2025-03?", {false, days(1, 31), {}, true}},
      {"2025-03-10/2025-03-12", {true, {10}, {12}}},
      {"2025-03-10/..", {true, {10}, days(10, 99)}},
      {"2025-02-20", {false, {-8}, {}}},
      {"2025-03-08/2025-03-20", {false, days(8, 20), {}}},
      {"2025-03-15/..", {false, days(15, 99), {}}},
  };
  return known.at(date);
}
bool overlap(std::vector<int> const& a, std::vector<int> const& b) {
  return std::any_of(a.begin(), a.end(), [&](int d) { return std::find(b.begin(), b.end(), d) != b.end(); });
}
bool among(std::vector<int> const& few, std::vector<int> const& many) {
  return std::all_of(few.begin(), few.end(), [&](int d) { return std::find(many.begin(), many.end(), d) != many.end(); });
}

std::vector<field> all_fields() {
  std::vector<field> list;
  for (std::size_t i = 0; i < field_count; ++i) list.push_back(static_cast<field>(i));
  return list;
}

/// The words that a list has, each with all that is said of it.
std::vector<std::string> words_in(claim_fields const& f, field of) {
  std::vector<std::string> list;
  if (of == field::parties && f.parties)
    for (auto const& p : *f.parties) list.push_back(p.party.str());
  if (of == field::modes && f.modes)
    for (auto const m : *f.modes) list.emplace_back(to_string(m));
  if (of == field::topics && f.topics) list = *f.topics;
  if (of == field::series && f.series)
    for (auto const& r : *f.series) list.push_back(r.series.str() + ' ' + std::to_string(r.round.value_or(0)));
  if (of == field::by && f.by)
    for (auto const& p : *f.by) list.push_back(p.str());
  if (of == field::venues && f.venues)
    for (auto const& c : *f.venues)
      for (auto const& v : c.venues) list.push_back(std::to_string(static_cast<int>(c.kind)) + v.str());
  return list;
}
/// What a claim says of a list, in full.
std::string spelled(claim_fields const& f, field of) {
  std::string text;
  for (auto const& w : words_in(f, of)) text += w + ' ';
  return text.empty() ? std::string{explicitly_none} : text;
}
bool is_sum(field f) { return f == field::parties || f == field::topics || f == field::series || f == field::by; }

/// One of a list that adds up, and which report lists it.
struct item {
  std::string name, detail;
  heard const* by = nullptr;
  bool gone = false;
  bool barred = false;      ///< somebody of higher rank had denied it before
  bool said_again = false;  ///< somebody else had
};
std::vector<item> items_in(claim_fields const& c, field of) {
  std::vector<item> list;
  if (of == field::parties && c.parties)
    for (auto const& p : *c.parties) list.push_back({p.party.str(), p.role});
  if (of == field::topics && c.topics)
    for (auto const& t : *c.topics) list.push_back({t, {}});
  if (of == field::series && c.series)
    for (auto const& r : *c.series) list.push_back({r.series.str(), r.round ? std::to_string(*r.round) : std::string{}});
  if (of == field::by && c.by)
    for (auto const& p : *c.by) list.push_back({p.str(), {}});
  return list;
}
/// Whether all that `a` says is said by `b`.
bool said_by(item const& a, item const& b) { return a.name == b.name && (a.detail.empty() || a.detail == b.detail); }

/// Which places there are within one: `random_press` has a hall in a port on an isle, and a town.
std::vector<std::string> within(std::string const& venue) {
  if (venue == "isle") return {"isle", "port", "hall"};
  if (venue == "port") return {"port", "hall"};
  return {venue};
}
bool lies_in(std::string const& inner, std::string const& outer) {
  auto const all = within(outer);
  return std::find(all.begin(), all.end(), inner) != all.end();
}

struct verdict {
  bool exists = false;
  knowledge_marks marks;
  std::map<field, std::string> value;
  std::map<field, bool> disputed;
  friend bool operator==(verdict const&, verdict const&) = default;
};

/// Which rule to get wrong, to see that it shows.
enum class fault { none, rank_is_ignored, denials_are_ignored, nesting_is_ignored, witnesses_are_ignored };

class slow_reading {
 public:
  /// `certain`: only what was out for certain.
  slow_reading(press const& all, std::string about, time::instant end, fault wrong, bool certain = false)
      : about_{std::move(about)}, end_{end}, wrong_{wrong} {
    auto const is_out = [&](heard const& r) { return (certain ? r.last : r.first) <= end; };
    std::vector<heard> everything;
    for (auto const& r : all.reports) everything.push_back(hear(r));
    for (std::size_t i = 0; i < everything.size(); ++i) {
      auto& r = everything[i];
      r.named = r.from->citing().empty();
      for (auto const& c : r.from->citing()) {
        if (c.party() != nullptr) r.named = true;
        if (auto const* const other = c.report())
          for (std::size_t k = 0; k < i; ++k) r.named = r.named || (everything[k].from->id() == *other && everything[k].named);
      }
    }
    std::vector<bool> gone(everything.size(), false);
    for (std::size_t i = everything.size(); i-- > 0;) {
      auto const& r = everything[i];
      if (gone[i] || r.deprecated || !is_out(r)) continue;
      for (auto const& target : r.from->retracts())
        for (std::size_t k = 0; k < i; ++k)
          if (everything[k].from->id() == target) gone[k] = true;
    }
    for (std::size_t i = 0; i < everything.size(); ++i) {
      auto const& r = everything[i];
      if (r.from->about()->str() != about_) continue;
      reported_ = true;
      if (!is_out(r) || r.deprecated) continue;
      out_ = true;
      if (!gone[i]) counting_.push_back(r);
    }
    std::sort(counting_.begin(), counting_.end(), [](heard const& a, heard const& b) {
      if (a.first != b.first) return a.first < b.first;
      if (a.last != b.last) return a.last < b.last;
      return a.from->id().str() < b.from->id().str();
    });
    // Who testifies: by a status of one's own, or without any when somebody had by then.
    for (auto& r : counting_) r.witness = bears_witness(r);
    auto const own = counting_;
    for (auto& r : counting_) {
      if (r.witness || r.denies_event || (r.stage() && !replaced(r, field::status)) || wrong_ == fault::witnesses_are_ignored) continue;
      r.witness = std::any_of(own.begin(), own.end(), [&](heard const& w) { return w.witness && w.first <= r.last; });
    }
  }

  [[nodiscard]] verdict read() {
    verdict v;
    v.exists = !reported_ || out_;
    if (counting_.empty()) return v;
    status_(v);
    for (auto const f : all_fields())
      if (is_sum(f)) sum(v, f);
      else if (f != field::status) other(v, f);
    mark(v);
    return v;
  }
  /// After `read`: whether another reading found the same, by values that say the same.
  [[nodiscard]] bool stands_as(verdict const& mine, slow_reading const& other, verdict const& theirs) const {
    if (!theirs.exists || mine.marks != theirs.marks || mine.disputed != theirs.disputed || denied_ != other.denied_) return false;
    for (auto const f : all_fields()) {
      auto const a = shown_.find(f);
      auto const b = other.shown_.find(f);
      if (is_sum(f)) {
        auto const said = [&](verdict const& v) { return v.value.contains(f) ? v.value.at(f) : std::string{}; };
        if (said(mine) != said(theirs)) return false;
        continue;
      }
      if ((a == shown_.end()) != (b == other.shown_.end())) return false;
      if (a == shown_.end()) continue;
      if (f == field::status) {
        if (a->second.stage() != b->second.stage()) return false;
      } else if (claims(a->second.says(), b->second.says(), f, false) != agreement::same) {
        return false;
      }
    }
    return true;
  }

 private:
  static heard hear(report const& r) {
    static std::map<std::string, std::string> const documents{{"paper", "2025-03-04"}, {"weekly", "2025-03-03/2025-03-09"}};
    heard h{&r, time::instant::past(), time::instant::future(), r.rank() == rank::preferred, r.rank() == rank::deprecated, false, true};
    std::optional<time::dating> on;
    if (r.published()) on = *r.published()->dating();
    else if (r.document() && documents.contains(r.document()->str())) on = time::dating{documents.at(r.document()->str())};
    if (on) h.first = on->start_min(), h.last = on->end_max();
    h.denies_event = h.says().status == status::denied || (r.denies() && *r.denies() == claim{});
    return h;
  }
  [[nodiscard]] bool bears_witness(heard const& r) const {
    auto const s = r.stage();
    return (s == status::held || s == status::under_way) && !replaced(r, field::status) && wrong_ != fault::witnesses_are_ignored;
  }

  [[nodiscard]] static bool has(heard const& r, field f) { return mentions(r.says(), f) && (f != field::status || r.stage().has_value()); }
  [[nodiscard]] bool replaced(heard const& r, field f) const {
    return std::any_of(counting_.begin(), counting_.end(), [&](heard const& by) {
      bool const speaks = mentions(by.says(), f) || mentions(by.denies(), f) || (f == field::status && by.denies_event);
      auto const& list = by.from->supersedes();
      return speaks && std::find(list.begin(), list.end(), r.from->id()) != list.end();
    });
  }

  // --- values ------------------------------------------------------------------------------------------------------------------

  static agreement stages(status a, status b) {
    if (a == b) return agreement::same;
    auto const pair = [&](status x, status y) { return (a == x && b == y) || (a == y && b == x); };
    bool const one_stage = pair(status::possible, status::proposed) || pair(status::announced, status::scheduled) ||
                           pair(status::under_way, status::held);
    if (!one_stage) return agreement::clash;
    return b > a ? agreement::narrower : agreement::wider;
  }
  static agreement boxes(bool b_in_a, bool a_in_b) {
    return b_in_a && a_in_b ? agreement::same : b_in_a ? agreement::narrower : a_in_b ? agreement::wider : agreement::overlapping;
  }
  static agreement dates(std::optional<time::dating> const& p, std::optional<time::dating> const& q, field f, bool testified, bool start) {
    if (!p && !q) return agreement::same;
    if (!p || !q) return !testified ? agreement::clash : !p ? agreement::narrower : agreement::wider;
    auto a = meaning(std::string{p->text()});
    auto b = meaning(std::string{q->text()});
    if (f == field::expected) a.lasts = b.lasts = false;
    auto const doubt = a.qualified == b.qualified ? agreement::same : a.qualified ? agreement::narrower : agreement::wider;
    if (testified && doubt != agreement::same) return doubt;
    if (!overlap(a.starts, b.starts)) return agreement::clash;
    if (a.lasts != b.lasts) return b.lasts ? agreement::narrower : agreement::wider;
    if (start) return boxes(among(b.starts, a.starts), among(a.starts, b.starts));
    if (a.lasts && !overlap(a.ends, b.ends)) return agreement::clash;
    auto const how = boxes(among(b.starts, a.starts) && among(b.ends, a.ends), among(a.starts, b.starts) && among(a.ends, b.ends));
    return how == agreement::same ? doubt : how;
  }
  static agreement boxes_or_clash(bool b_in_a, bool a_in_b) { return b_in_a || a_in_b ? boxes(b_in_a, a_in_b) : agreement::clash; }
  /// A nested venue refines, so does one more venue, or one for certain among those that were possible.
  [[nodiscard]] agreement places(std::vector<venue_choice> const& a, std::vector<venue_choice> const& b) const {
    using how = venue_choice::how;
    using names = std::vector<std::string>;
    auto const in = [&](std::string const& inner, std::string const& outer) {
      return wrong_ == fault::nesting_is_ignored ? inner == outer : lies_in(inner, outer);
    };
    auto const named = [](std::vector<venue_choice> const& list, bool positive) {
      names all;
      for (auto const& c : list)
        for (auto const& v : c.venues)
          if ((c.kind != how::not_in) == positive) all.push_back(v.str());
      return all;
    };
    auto const sure = [](std::vector<venue_choice> const& list) {
      return std::all_of(list.begin(), list.end(), [](venue_choice const& c) { return c.kind == how::certain; });
    };
    auto const p = named(a, true), q = named(b, true), not_p = named(a, false), not_q = named(b, false);
    // Every place of one lies in a place of the other, and in none that is left out.
    auto const inside = [&](names const& inner, names const& not_inner, names const& outer, names const& not_outer) {
      if (inner.empty())
        return outer.empty() && std::all_of(not_outer.begin(), not_outer.end(), [&](auto const& w) {
                 return std::find(not_inner.begin(), not_inner.end(), w) != not_inner.end();
               });
      return std::all_of(inner.begin(), inner.end(), [&](auto const& v) {
        bool const allowed = outer.empty() || std::any_of(outer.begin(), outer.end(), [&](auto const& o) { return in(v, o); });
        return allowed && std::none_of(not_outer.begin(), not_outer.end(), [&](auto const& o) { return in(v, o); });
      });
    };
    bool const b_inside = inside(q, not_q, p, not_p), a_inside = inside(p, not_p, q, not_q);
    if (sure(a) && sure(b)) {
      // Each venue that one names is one that the other names, or lies around it.
      auto const reached = [&](names const& outer, names const& inner) {
        return std::all_of(outer.begin(), outer.end(), [&](auto const& o) {
          return std::any_of(inner.begin(), inner.end(), [&](auto const& v) { return in(v, o); });
        });
      };
      auto const how_much = boxes_or_clash(reached(p, q), reached(q, p));
      return how_much == agreement::clash && (a_inside || b_inside) ? agreement::overlapping : how_much;
    }
    if (a_inside && b_inside && sure(a) != sure(b)) return sure(b) ? agreement::narrower : agreement::wider;
    if (a_inside || b_inside) return boxes(b_inside, a_inside);
    if (sure(a) || sure(b)) return agreement::clash;
    bool share = p.empty() && q.empty();
    for (auto const& v : p)
      for (auto const& w : q) share = share || in(v, w) || in(w, v);
    return share ? agreement::overlapping : agreement::clash;
  }
  [[nodiscard]] agreement claims(claim_fields const& a, claim_fields const& b, field f, bool testified) const {
    if (f == field::when || f == field::expected) return dates(date_in(a, f), date_in(b, f), f, testified, false);
    if (f == field::why_undated) return a.why_undated == b.why_undated ? agreement::same : agreement::clash;
    if (f == field::status) return stages(*a.status, *b.status);
    auto const p = words_in(a, f), q = words_in(b, f);
    if (p.empty() && q.empty()) return agreement::same;
    if (p.empty() || q.empty()) return !testified ? agreement::clash : p.empty() ? agreement::narrower : agreement::wider;
    if (f == field::venues) return places(*a.venues, *b.venues);
    auto const inside = [](std::vector<std::string> const& few, std::vector<std::string> const& many) {
      return std::all_of(few.begin(), few.end(), [&](auto const& w) { return std::find(many.begin(), many.end(), w) != many.end(); });
    };
    return boxes_or_clash(inside(p, q), inside(q, p));
  }
  [[nodiscard]] agreement agree(heard const& a, heard const& b, field f, bool testified) const {
    if (a.from == b.from) return agreement::same;
    bool const start = testified && f == field::when && (a.stage() == status::under_way || b.stage() == status::under_way);
    if (!start) return claims(a.says(), b.says(), f, testified);
    auto const how = dates(date_in(a.says(), f), date_in(b.says(), f), f, testified, true);
    if (how != agreement::same || a.stage() == b.stage()) return how;
    return a.stage() == status::under_way ? agreement::narrower : agreement::wider;
  }

  // --- who stands ---------------------------------------------------------------------------------------------------------------

  /// Those that say the same with the same rank; of witnesses also with the same status. They stand and fall together.
  [[nodiscard]] std::vector<heard> with(std::vector<heard> const& standing, heard const& s, field f, bool testified) const {
    std::vector<heard> list;
    for (auto const& o : standing)
      if (o.preferred == s.preferred && (!testified || o.stage() == s.stage()) && agree(o, s, f, testified) == agreement::same)
        list.push_back(o);
    return list;
  }

  [[nodiscard]] bool concerns(heard const& d, bool event, heard const& s, field f) const {
    if (event) return true;
    auto const how = claims(d.denies(), s.says(), f, false);
    return how == agreement::same || how == agreement::narrower;
  }
  struct against {
    heard by;
    bool event;
    bool prevails;
  };
  [[nodiscard]] std::vector<against> denials(field f) const {
    std::vector<against> list;
    if (wrong_ == fault::denials_are_ignored) return list;
    for (auto const& d : counting_) {
      if (replaced(d, f)) continue;
      for (bool const event : {true, false}) {
        if (event ? f != field::status || !d.denies_event : !mentions(d.denies(), f)) continue;
        bool prevails = true;
        for (auto const& w : counting_)
          if (w.witness && w.first <= d.last && w.preferred && !d.preferred &&
              (event || (has(w, f) && !replaced(w, f) && concerns(d, false, w, f))))
            prevails = false;
        list.push_back({d, event, prevails});
      }
    }
    return list;
  }
  [[nodiscard]] static bool one_day(heard const& a, heard const& b) {
    auto const day = [](time::instant i) { return detail::day_of(i); };
    if (day(a.first) && day(a.first) == day(a.last) && day(b.first) == day(b.last) && day(a.first) == day(b.first)) return true;
    return a.first == b.first && a.last == b.last && a.from->document() && a.from->document() == b.from->document();
  }

  struct told_so_far {
    std::vector<heard> standing;
    std::vector<heard> had;     ///< that gave way
    std::vector<heard> denied;  ///< that was denied away
    std::optional<heard> event_denied_by;
  };
  /// What stands of a field when all have spoken, plans alone or witnesses alone.
  [[nodiscard]] told_so_far listen(field f, bool testified, verdict& v) const {
    told_so_far t;
    auto const all = denials(f);
    std::vector<heard> cancelled;
    auto const hold_against = [&](against const& d) {
      std::vector<heard> left;
      for (auto const& s : t.standing) {
        bool const concerned = concerns(d.by, d.event, s, f);
        if (concerned && d.prevails) t.denied.push_back(s);
        else left.push_back(s);
        if (concerned && !d.prevails && !d.event) v.disputed[f] = true;
      }
      t.standing = left;
      if (!d.prevails) return;
      if (!d.event && f == field::status && d.by.denies().status == status::cancelled) cancelled.clear();
      if (d.event && (!t.event_denied_by || d.by.preferred || !t.event_denied_by->preferred)) t.event_denied_by = d.by;
    };
    // Each denial is held against the others as soon as somebody speaks who certainly came after it.
    std::vector<against> waiting = all, over;
    for (std::size_t i = 1; i < waiting.size(); ++i)
      for (auto k = i; k > 0 && waiting[k].by.last < waiting[k - 1].by.last; --k) std::swap(waiting[k], waiting[k - 1]);
    for (auto const& d : all)
      if (!d.prevails) v.marks.denied_by_some = true;
    for (auto const& r : counting_) {
      if (!has(r, f)) continue;
      if (replaced(r, f)) {
        t.had.push_back(r);
        continue;
      }
      if (r.witness != testified) continue;
      while (!waiting.empty() && waiting.front().by.last < r.first) {
        hold_against(waiting.front());
        over.push_back(waiting.front());
        waiting.erase(waiting.begin());
      }
      bool barred = false, denied = false;
      for (auto const& d : over) {
        if (!d.prevails || !concerns(d.by, d.event, r, f)) continue;
        (d.by.preferred && !r.preferred ? barred : denied) = true;
      }
      if (barred) continue;
      if (denied) v.marks.denied_by_some = true;
      if (testified) t.standing.push_back(r);
      else tell_plan(t, r, f, cancelled);
    }
    for (auto const& d : waiting) hold_against(d);
    return t;
  }
  void tell_plan(told_so_far& t, heard const& r, field f, std::vector<heard>& cancelled) const {
    bool passed = false;
    std::vector<heard> left, gone;
    for (auto const& s : t.standing) {
      auto const group = with(t.standing, s, f, false);
      auto last = group.front();
      for (auto const& o : group)
        if (!(o.last < last.last)) last = o;
      bool stays = true;
      bool const ranks_differ = s.preferred != r.preferred;
      auto const clash = agree(s, r, f, false) == agreement::clash;
      if (f == field::status && *s.stage() <= status::scheduled && *r.stage() <= status::scheduled && one_day(last, r)) {
        if (ranks_differ) (r.preferred ? stays : passed) = !r.preferred;
        else if (clash) (*r.stage() > *s.stage() ? stays : passed) = !(*r.stage() > *s.stage());
      } else if (clash && last.last < r.first) {
        if (s.preferred && !r.preferred && wrong_ != fault::rank_is_ignored) passed = true;
        else stays = false;
      }
      (stays ? left : gone).push_back(s);
    }
    if (f == field::status && is_planned(*r.stage()))
      for (auto const& c : cancelled) passed = passed || c.last < r.first;
    if (passed) return;
    if (f == field::status && r.stage() == status::cancelled) cancelled.push_back(r);
    t.had.insert(t.had.end(), gone.begin(), gone.end());
    left.push_back(r);
    t.standing = left;
  }

  /// The one shown: of each value who may have said it last; then the later, or the higher rank first where some clash; then what
  /// narrows it.
  [[nodiscard]] heard const* choose(std::vector<heard> const& standing, field f, bool testified) const {
    auto const place = [&](heard const& r) {
      return std::find_if(counting_.begin(), counting_.end(), [&](heard const& o) { return o.from == r.from; }) - counting_.begin();
    };
    std::vector<heard const*> speakers;
    for (auto const& s : standing) {
      bool best = true;
      for (auto const& o : with(standing, s, f, testified)) best = best && (o.last != s.last ? o.last < s.last : place(o) <= place(s));
      if (best) speakers.push_back(&s);
    }
    bool const by_rank = clash(standing, f, testified);
    std::sort(speakers.begin(), speakers.end(), [&](heard const* a, heard const* b) {
      return by_rank && a->preferred != b->preferred ? a->preferred : place(*a) > place(*b);
    });
    heard const* shown = nullptr;
    for (auto const* const s : speakers)
      if (!shown || agree(*shown, *s, f, testified) == agreement::narrower) shown = s;
    return shown;
  }
  [[nodiscard]] bool clash(std::vector<heard> const& standing, field f, bool testified) const {
    for (auto const& a : standing)
      for (auto const& b : standing)
        if (agree(a, b, f, testified) == agreement::clash) return true;
    return false;
  }

  void status_(verdict& v) {
    testified_ = std::any_of(counting_.begin(), counting_.end(), [&](heard const& r) { return bears_witness(r); });
    auto const told = listen(field::status, testified_, v);
    auto const* const shown = choose(told.standing, field::status, testified_);
    denied_ = !shown && told.event_denied_by;
    if (denied_) {
      v.value[field::status] = "denied";
      shown_.insert_or_assign(field::status, *told.event_denied_by);
    } else if (shown) {
      v.value[field::status] = to_string(*shown->stage());
      shown_.insert_or_assign(field::status, *shown);
    }
    if (clash(told.standing, field::status, testified_)) v.disputed[field::status] = true;
    for (auto const& d : counting_)
      if (d.denies_event && !denied_ && !replaced(d, field::status) && wrong_ != fault::denials_are_ignored) v.marks.denied_by_some = true;
    for (auto const& w : told.standing) {
      if (!testified_ || denied_) break;
      auto const said = days_said(w);
      (w.stage() == status::held ? held_by_ : begun_by_) = std::min(w.stage() == status::held ? held_by_ : begun_by_, said.second);
      if (w.stage() == status::under_way) not_over_before_ = std::max(not_over_before_, said.first);
    }
  }
  /// First and last day of March on which a statement may have been made, none later than the day of knowledge.
  [[nodiscard]] std::pair<int, int> days_said(heard const& r) const {
    auto const number = [&](time::instant i, int unbounded) {
      if (!i.is_bounded()) return unbounded;
      return static_cast<int>((*detail::day_of(i) - march(1)).count()) + 1;
    };
    auto first = r.first, last = r.last;
    if (r.from->said()) first = r.from->said()->dating()->start_min(), last = r.from->said()->dating()->end_max();
    int const end = end_.is_future() ? 1000 : number(end_, 1000);
    return {std::min(number(first, -1000), end), std::min(number(last, 1000), end)};
  }
  /// Whether a planned date or window can be, by what witnesses say of how far it had got.
  [[nodiscard]] bool fits(heard const& s, field f) const {
    if (f != field::when && f != field::expected) return true;
    auto const d = date_in(s.says(), f);
    if (!d) return true;
    auto const m = meaning(std::string{d->text()});
    int const earliest = *std::min_element(m.starts.begin(), m.starts.end());
    if (earliest > std::min(held_by_, begun_by_)) return false;
    if (f == field::expected || !m.lasts) return true;
    auto const [first, last] = std::minmax_element(m.ends.begin(), m.ends.end());
    return *first <= held_by_ && not_over_before_ <= *last;
  }

  void other(verdict& v, field f) {
    bool told = false, witnessed = false;
    for (auto const& r : counting_) {
      told = told || has(r, f);
      witnessed = witnessed || (has(r, f) && r.witness && !replaced(r, f));
    }
    if (!told) return;
    auto t = listen(f, witnessed, v);
    bool const behind = testified_ && !denied_ && !witnessed;
    if (behind) std::erase_if(t.standing, [&](heard const& s) { return !fits(s, f); });
    if (clash(t.standing, f, witnessed)) v.disputed[f] = true;
    if (f == field::when) dates_ = t;
    auto const* const shown = choose(t.standing, f, witnessed);
    if (!shown) return;
    shown_.insert_or_assign(f, *shown);
    if (f == field::when || f == field::expected) {
      auto const d = date_in(shown->says(), f);
      v.value[f] = d ? std::string{d->text()} : std::string{explicitly_none};
    } else if (f == field::why_undated) {
      if (is_dated()) v.disputed.erase(f);
      else v.value[f] = to_string(*shown->says().why_undated);
    } else {
      v.value[f] = spelled(shown->says(), f);
    }
    if (behind && v.value.contains(f) && v.value[f] != explicitly_none) presumed_ = true;
  }
  [[nodiscard]] bool is_dated() const {
    auto const when = shown_.find(field::when);
    return when != shown_.end() && date_in(when->second.says(), field::when).has_value();
  }

  /// Each thing on anybody's list stands unless it is denied; of the rounds of a series one.
  void sum(verdict& v, field f) {
    std::vector<item> all;
    for (auto const& r : counting_)
      if (!replaced(r, f))
        for (auto& i : items_in(r.says(), f)) {
          i.by = &r;
          all.push_back(i);
        }
    // By their last day, as everywhere: an item that one has taken away isn't there for the next.
    auto in_order = counting_;
    for (std::size_t i = 1; i < in_order.size(); ++i)
      for (auto k = i; k > 0 && in_order[k].last < in_order[k - 1].last; --k) std::swap(in_order[k], in_order[k - 1]);
    for (auto const& d : in_order) {
      if (!mentions(d.denies(), f) || replaced(d, f) || wrong_ == fault::denials_are_ignored) continue;
      auto const denied = items_in(d.denies(), f);
      auto const is_denied = [&](item const& i) {
        return std::any_of(denied.begin(), denied.end(), [&](item const& x) { return said_by(x, i); });
      };
      bool const prevails = d.preferred || std::none_of(all.begin(), all.end(), [&](item const& i) {
                              return i.by->witness && i.by->preferred && i.by->first <= d.last && is_denied(i);
                            });
      if (!prevails) v.marks.denied_by_some = true;
      for (auto& i : all) {
        if (i.gone || !is_denied(i)) continue;
        bool const later = d.last < i.by->first;
        if (!later && prevails) i.gone = true;
        if (!later && !prevails) v.disputed[f] = true;
        if (later && prevails) (d.preferred && !i.by->preferred ? i.barred : i.said_again) = true;
        i.gone = i.gone || i.barred;
      }
    }
    for (auto const& i : all)
      if (i.said_again && !i.barred) v.marks.denied_by_some = true;
    if (f == field::series) rounds(v, all);
    std::erase_if(all, [](item const& i) { return i.gone; });
    std::string text;
    std::vector<std::string> words;
    for (auto const& i : all) {
      bool more = false, witnessed = false;
      for (auto const& o : all) {
        more = more || (said_by(i, o) && o.detail != i.detail);
        witnessed = witnessed || (o.name == i.name && o.by->witness);
      }
      if (testified_ && !denied_ && !witnessed) presumed_ = true;
      if (!more) words.push_back(i.name + ' ' + i.detail);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (auto const& w : words) text += w + ';';
    if (!words.empty()) v.value[f] = text;
  }
  /// There is one series.
  void rounds(verdict& v, std::vector<item>& all) const {
    // A round stands as long as anybody of that rank who said it may have said it last.
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (all[k].gone || all[k].detail.empty()) continue;
      std::vector<std::size_t> give_way;
      bool passed = false;
      for (std::size_t i = 0; i < k; ++i) {
        if (all[i].gone || all[i].detail.empty() || all[i].detail == all[k].detail) continue;
        auto last = time::instant::past();
        for (std::size_t j = 0; j < k; ++j)
          if (!all[j].gone && all[j].detail == all[i].detail && all[j].by->preferred == all[i].by->preferred &&
              all[j].by->witness == all[i].by->witness)
            last = std::max(last, all[j].by->last);
        if (all[i].by->witness != all[k].by->witness) {
          if (all[k].by->witness) give_way.push_back(i);
          else passed = true;
          continue;
        }
        if (all[k].by->witness || !(last < all[k].by->first)) v.disputed[field::series] = true;
        if (all[i].by->preferred && !all[k].by->preferred) passed = true;
        else give_way.push_back(i);
      }
      for (auto const i : give_way) all[i].gone = true;
      all[k].gone = passed;
    }
  }

  void mark(verdict& v) const {
    auto& m = v.marks;
    bool const dated = is_dated();
    auto const state = shown_.find(field::status);
    bool const planned = !denied_ && (state == shown_.end() || is_planned(*state->second.stage()));
    auto const differs = [&](heard const& o) {
      if (!date_in(o.says(), field::when)) return false;
      return !dated || claims(o.says(), shown_.at(field::when).says(), field::when, false) == agreement::clash;
    };
    // Another date stood before: one that gave way, or a plan that clashes with what witnesses say.
    auto others = dates_.had;
    verdict unused;
    auto const plans = listen(field::when, false, unused);
    others.insert(others.end(), plans.had.begin(), plans.had.end());
    if (!dated) {
      others.insert(others.end(), dates_.denied.begin(), dates_.denied.end());
      others.insert(others.end(), plans.denied.begin(), plans.denied.end());
    }
    bool const witnessed = std::any_of(counting_.begin(), counting_.end(), [&](heard const& r) {
      return r.witness && has(r, field::when) && !replaced(r, field::when);
    });
    if (witnessed) others.insert(others.end(), plans.standing.begin(), plans.standing.end());
    bool const another = std::any_of(others.begin(), others.end(), differs);
    m.moved = dated && another;
    m.postponed = !dated && planned && (another || (state != shown_.end() && state->second.stage() == status::postponed));
    m.presumed = presumed_;
    if (testified_ && !denied_ && dated) {
      auto const& by = shown_.at(field::when);
      auto const d = *date_in(by.says(), field::when);
      if (by.witness && by.stage() == status::under_way && d.lasts() && d.end() == time::endpoint::bounded) m.presumed = true;
    }
    m.unconfirmed = std::none_of(counting_.begin(), counting_.end(), [](heard const& r) { return r.named; });
  }

  std::string about_;
  time::instant end_;
  fault wrong_;
  bool reported_ = false;
  bool out_ = false;
  bool testified_ = false;
  bool denied_ = false;
  bool presumed_ = false;
  int held_by_ = 1000, begun_by_ = 1000, not_over_before_ = -1000;
  told_so_far dates_;
  std::map<field, heard> shown_;
  std::vector<heard> counting_;
};

verdict quick(press const& all, detail::ledger const& from, std::uint32_t e, knowledge_day day) {
  detail::interpreter by{from};
  auto const in = by.read(e, day);
  verdict v;
  v.exists = in.exists;
  if (!in.exists) return v;
  v.marks = in.marks;
  for (auto const f : all_fields()) {
    if (in.disputed.has(f)) v.disputed[f] = true;
    if (is_sum(f)) {
      std::vector<std::string> words;
      for (auto const& at : detail::listed_of(from, e, in, f)) {
        auto const one = detail::one_of(f, at);
        words.push_back(std::string{one.name} + ' ' + (one.round != 0 ? std::to_string(one.round) : std::string{one.role}));
      }
      std::sort(words.begin(), words.end());
      for (auto const& w : words) v.value[f] += w + ';';
      continue;
    }
    bool const list = f == field::venues || f == field::modes;
    if (!list) {
      if (auto text = detail::standing_text(from, e, in, f); !text.empty()) v.value[f] = std::move(text);
    } else if (in.given_by(f) != detail::ledger::nobody) {
      auto const id = from.id_of(in.given_by(f));
      auto const r = std::find_if(all.reports.begin(), all.reports.end(), [&](report const& one) { return one.id().str() == id; });
      v.value[f] = spelled(r->says()->fields(), f);
    }
  }
  return v;
}

/// What the slow way finds, with what rests on reports that may not have been out yet.
verdict slow_verdict(press const& all, std::string const& about, knowledge_day day, fault wrong) {
  auto const end = day ? time::span::day(*day).last() : time::instant::future();
  slow_reading reading{all, about, end, wrong};
  auto v = reading.read();
  if (!v.exists) return {};
  if (!day) return v;
  slow_reading sure{all, about, end, wrong, true};
  auto const certain = sure.read();
  v.marks.maybe_known = !reading.stands_as(v, sure, certain);
  return v;
}

/// A report in a line, to see what two readings differ about.
std::string in_a_line(report const& r) {
  auto const dated = [](char const* word, auto const& d) {
    return d ? std::string{word} + (d->dating() ? std::string{d->dating()->text()} : "none") : std::string{};
  };
  std::string line = r.id().str() + dated(" published ", r.published()) + dated(" said ", r.said());
  if (r.document()) line += " in " + r.document()->str();
  if (r.rank() == rank::preferred) line += " preferred";
  if (r.rank() == rank::deprecated) line += " deprecated";
  auto const told = [&](char const* word, claim const& c) {
    line += word;
    auto const& f = c.fields();
    if (f.status) line += ' ' + std::string{to_string(*f.status)};
    line += dated(" when ", f.when) + dated(" expected ", f.expected);
    if (f.why_undated) line += " why " + std::string{to_string(*f.why_undated)};
    for (auto const of : {field::venues, field::modes})
      if (mentions(f, of)) line += ' ' + std::string{to_string(of)} + ' ' + spelled(f, of);
    for (auto const of : all_fields())
      if (is_sum(of) && mentions(f, of))
        for (auto const& i : items_in(f, of)) line += ' ' + std::string{to_string(of)} + ' ' + i.name + ':' + i.detail;
  };
  if (r.says()) told(" says", *r.says());
  if (r.denies()) told(" DENIES", *r.denies());
  for (auto const& of : r.supersedes()) line += " supersedes " + of.str();
  for (auto const& of : r.retracts()) line += " retracts " + of.str();
  return line;
}

/// How often each field had a value, or was disputed, and each mark was set.
struct census {
  std::map<std::string, std::size_t> seen;
  void take(verdict const& v) {
    for (auto const& each : v.value) ++seen[std::string{to_string(each.first)}];
    for (auto const& each : v.disputed) ++seen[std::string{to_string(each.first)} + " disputed"];
    auto const& m = v.marks;
    for (auto const& [name, set] : std::map<std::string, bool>{{"postponed", m.postponed},
                                                               {"moved", m.moved},
                                                               {"presumed", m.presumed},
                                                               {"maybe_known", m.maybe_known},
                                                               {"denied_by_some", m.denied_by_some},
                                                               {"unconfirmed", m.unconfirmed}})
      if (set) ++seen[name];
  }
};

/// How many of the cases agree, of how many.
std::pair<std::size_t, std::size_t> compare(std::uint64_t seed, std::size_t dossiers, fault wrong, census* met = nullptr) {
  std::mt19937_64 dice{seed};
  random_press world{dice};
  std::size_t same = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < dossiers; ++i) {
    auto const p = world.some();
    auto const contents = p.dossier().contents();
    detail::ledger const from{contents};
    for (auto const& e : p.events)
      for (unsigned n = 0; n <= 28; n += 1 + static_cast<unsigned>(world.below(4))) {
        knowledge_day const day = n == 28 ? knowledge_day{} : knowledge_day{march(n)};
        auto slow = slow_verdict(p, e.id().str(), day, wrong);
        auto const fast = quick(p, from, *from.find_event(e.id().str()), day);
        ++all;
        if (met) met->take(fast);
        same += slow == fast ? 1U : 0U;
        if (wrong == fault::none && slow != fast) {
          UNSCOPED_INFO("dossier " << i << ", " << e.id().str() << ", day " << n);
          auto const marks = [](knowledge_marks const& m) {
            return std::to_string(m.postponed) + std::to_string(m.moved) + std::to_string(m.presumed) + std::to_string(m.maybe_known) +
                   std::to_string(m.denied_by_some) + std::to_string(m.unconfirmed);
          };
          UNSCOPED_INFO("exists " << slow.exists << fast.exists << ", marks " << marks(slow.marks) << ' ' << marks(fast.marks));
          for (auto const& r : p.reports)
            if (r.about()->str() == e.id().str()) UNSCOPED_INFO(in_a_line(r));
          for (auto const f : all_fields())
            UNSCOPED_INFO(to_string(f) << ": slow " << slow.value[f] << (slow.disputed[f] ? "!" : "") << ", fast "
                                       << verdict{fast}.value[f] << (verdict{fast}.disputed[f] ? "!" : ""));
          FAIL_CHECK("the two readings differ");
          return {same, all};
        }
      }
  }
  return {same, all};
}

}  // namespace

TEST_CASE("a slow reading of the rules gives the same on thousands of random dossiers", "[interpretation]") {
  census met;
  auto const [same, all] = compare(seed(), rounds(3000), fault::none, &met);
  std::cout << "held " << all << " readings against a slow one\n";
  CHECK(same == all);
  CHECK(all > 10000);
  // Each field with a value, all ten; disputes about all but topics and actors, those by denials included; and each mark.
  for (auto const f : all_fields()) CHECK(met.seen[std::string{to_string(f)}] > 100);
  for (auto const f : {field::status, field::when, field::expected, field::why_undated, field::venues, field::modes, field::series})
    CHECK(met.seen[std::string{to_string(f)} + " disputed"] > 10);
  for (auto const* const mark : {"postponed", "moved", "presumed", "maybe_known", "denied_by_some", "unconfirmed"})
    CHECK(met.seen[mark] > 100);
}

TEST_CASE("a slow reading that gets a rule wrong is found out", "[interpretation]") {
  for (auto const wrong : {fault::rank_is_ignored, fault::denials_are_ignored, fault::nesting_is_ignored, fault::witnesses_are_ignored}) {
    auto const [same, all] = compare(seed(), 400, wrong);
    CHECK(same < all);
  }
}

}  // namespace sinedie_test::oracle_test
