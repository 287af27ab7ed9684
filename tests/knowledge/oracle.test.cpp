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
  bool preferred, deprecated, testifies, denies_event, named;

  [[nodiscard]] claim_fields says() const { return from->says() ? from->says()->fields() : claim_fields{}; }
  [[nodiscard]] claim_fields denies() const { return from->denies() ? from->denies()->fields() : claim_fields{}; }
  [[nodiscard]] status stage() const { return denies_event ? status::denied : *says().status; }
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
  if (of == field::parties && f.parties)
    for (auto const& p : *f.parties) text += '(' + p.role + ')';
  return text.empty() ? std::string{explicitly_none} : text;
}

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
      : about_{std::move(about)}, wrong_{wrong} {
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
      if (!is_out(r)) continue;
      out_ = true;
      if (!gone[i] && !r.deprecated) counting_.push_back(r);
    }
    std::sort(counting_.begin(), counting_.end(), [](heard const& a, heard const& b) {
      if (a.first != b.first) return a.first < b.first;
      if (a.last != b.last) return a.last < b.last;
      return a.from->id().str() < b.from->id().str();
    });
  }

  [[nodiscard]] verdict read() {
    verdict v;
    v.exists = !reported_ || out_;
    if (counting_.empty()) return v;
    status_(v);
    for (auto const f : all_fields())
      if (f != field::status) other(v, f);
    mark(v);
    return v;
  }
  /// After `read`: whether another reading found the same, by values that say the same.
  [[nodiscard]] bool stands_as(verdict const& mine, slow_reading const& other, verdict const& theirs) const {
    if (!theirs.exists || mine.marks != theirs.marks || mine.disputed != theirs.disputed || denied_ != other.denied_) return false;
    for (auto const f : all_fields()) {
      auto const a = shown_.find(f);
      auto const b = other.shown_.find(f);
      if ((a == shown_.end()) != (b == other.shown_.end())) return false;
      if (a != shown_.end() && agree(a->second, b->second, f, false) != agreement::same) return false;
    }
    return true;
  }

 private:
  static heard hear(report const& r) {
    static std::map<std::string, std::string> const documents{{"paper", "2025-03-04"}, {"weekly", "2025-03-03/2025-03-09"}};
    heard h{&r,    time::instant::past(), time::instant::past(), r.rank() == rank::preferred, r.rank() == rank::deprecated,
            false, false,                 true};
    std::optional<time::dating> on;
    if (r.published()) on = *r.published()->dating();
    else if (r.document() && documents.contains(r.document()->str())) on = time::dating{documents.at(r.document()->str())};
    if (on) h.first = on->start_min(), h.last = on->end_max();
    auto const s = h.says().status;
    h.testifies = s == status::held || s == status::under_way;
    h.denies_event = s == status::denied || (r.denies() && *r.denies() == claim{});
    return h;
  }

  [[nodiscard]] bool speaks(heard const& r, field f) const { return mentions(r.says(), f) || (f == field::status && r.denies_event); }
  [[nodiscard]] bool replaced(heard const& r, field f) const {
    return std::any_of(counting_.begin(), counting_.end(), [&](heard const& by) {
      auto const& list = by.from->supersedes();
      return speaks(by, f) && std::find(list.begin(), list.end(), r.from->id()) != list.end();
    });
  }

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
  static agreement dates(std::optional<time::dating> const& a, std::optional<time::dating> const& b, field f, bool testified, bool start) {
    if (!a && !b) return agreement::same;
    if (!a || !b) return !testified ? agreement::clash : !a ? agreement::narrower : agreement::wider;
    auto const x = a->limits();
    auto const y = b->limits();
    auto const in = [](time::instant p, time::instant q, time::instant from, time::instant to) { return from <= p && q <= to; };
    if (start) {
      if (x.start_max < y.start_min || y.start_max < x.start_min) return agreement::clash;
      return boxes(in(y.start_min, y.start_max, x.start_min, x.start_max), in(x.start_min, x.start_max, y.start_min, y.start_max));
    }
    auto const doubt = [&] {
      bool const p = a->uncertain() || a->approximate();
      bool const q = b->uncertain() || b->approximate();
      return p == q ? agreement::same : p ? agreement::narrower : agreement::wider;
    };
    if (f == field::expected) {
      auto const p = a->hull();
      auto const q = b->hull();
      if (p.last() < q.first() || q.last() < p.first()) return agreement::clash;
      if (p == q) return doubt();
      return boxes(in(q.first(), q.last(), p.first(), p.last()), in(p.first(), p.last(), q.first(), q.last()));
    }
    if (!x.meet(y)) return agreement::clash;
    if (x == y) return doubt();
    return boxes(in(y.start_min, y.start_max, x.start_min, x.start_max) && in(y.end_min, y.end_max, x.end_min, x.end_max),
                 in(x.start_min, x.start_max, y.start_min, y.start_max) && in(x.end_min, x.end_max, y.end_min, y.end_max));
  }
  static agreement boxes_or_clash(bool b_in_a, bool a_in_b) { return b_in_a || a_in_b ? boxes(b_in_a, a_in_b) : agreement::clash; }
  /// Lists of words: more words say more; lists of which each has one that the other hasn't clash.
  static agreement lists(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    auto const among = [](std::vector<std::string> const& few, std::vector<std::string> const& many) {
      return std::all_of(few.begin(), few.end(), [&](auto const& w) { return std::find(many.begin(), many.end(), w) != many.end(); });
    };
    return boxes_or_clash(among(a, b), among(b, a));
  }
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
  static agreement rounds_of(std::vector<series_round> const& a, std::vector<series_round> const& b) {
    // There is one series, and one round at most in each list.
    auto const p = a.front().round, q = b.front().round;
    if (p && q && p != q) return agreement::clash;
    return boxes(!p || q.has_value(), !q || p.has_value());
  }
  [[nodiscard]] agreement claims(claim_fields const& a, claim_fields const& b, field f, bool testified) const {
    if (f == field::when || f == field::expected) return dates(date_in(a, f), date_in(b, f), f, testified, false);
    if (f == field::why_undated) return a.why_undated == b.why_undated ? agreement::same : agreement::clash;
    bool const nothing = words_in(a, f).empty(), nor = words_in(b, f).empty();
    if (nothing && nor) return agreement::same;
    if (nothing || nor) return !testified ? agreement::clash : nothing ? agreement::narrower : agreement::wider;
    if (f == field::venues) return places(*a.venues, *b.venues);
    if (f == field::series) return rounds_of(*a.series, *b.series);
    auto const how = lists(words_in(a, f), words_in(b, f));
    if (f != field::parties || how != agreement::same) return how;
    auto const told = [](claim_fields const& c) {
      return std::count_if(c.parties->begin(), c.parties->end(), [](participation const& p) { return !p.role.empty(); });
    };
    return told(b) > told(a) ? agreement::narrower : told(b) < told(a) ? agreement::wider : agreement::same;
  }
  [[nodiscard]] agreement agree(heard const& a, heard const& b, field f, bool testified) const {
    if (a.from == b.from) return agreement::same;
    if (f == field::status) return stages(a.stage(), b.stage());
    if (f != field::when) return claims(a.says(), b.says(), f, testified);
    bool const start = testified && f == field::when && (a.stage() == status::under_way || b.stage() == status::under_way);
    auto const how = dates(date_in(a.says(), f), date_in(b.says(), f), f, testified, start);
    if (!start || how != agreement::same || a.stage() == b.stage()) return how;
    return b.stage() == status::held ? agreement::narrower : agreement::wider;
  }

  /// Those that say the same with the same rank; of witnesses also with the same status.
  [[nodiscard]] std::vector<heard> with(std::vector<heard> const& standing, heard const& s, field f, bool testified) const {
    std::vector<heard> list;
    for (auto const& o : standing)
      if (o.preferred == s.preferred && (!testified || o.stage() == s.stage()) && agree(o, s, f, testified) == agreement::same)
        list.push_back(o);
    return list;
  }

  [[nodiscard]] std::vector<heard> plans(field f, std::vector<heard>* superseded = nullptr) const {
    std::vector<heard> standing;
    for (auto const& r : counting_) {
      if (!speaks(r, f) || (r.testifies && !(f == field::status && r.denies_event))) continue;
      if (replaced(r, f)) {
        if (superseded) superseded->push_back(r);
        continue;
      }
      bool overruled = false;
      std::vector<heard> left;
      for (auto const& s : standing) {
        bool stays = true;
        auto last = time::instant::past();
        for (auto const& o : with(standing, s, f, false)) last = std::max(last, o.last);
        if (agree(s, r, f, false) == agreement::clash && last < r.first) {
          bool const off = f == field::status && s.stage() == status::cancelled && is_planned(r.stage());
          bool const outranked = s.preferred && !r.preferred && wrong_ != fault::rank_is_ignored;
          if (off || outranked) overruled = true;
          else stays = false;
        }
        if (stays) left.push_back(s);
      }
      if (overruled) continue;
      if (superseded)
        for (auto const& s : standing)
          if (std::none_of(left.begin(), left.end(), [&](heard const& o) { return o.from == s.from; })) superseded->push_back(s);
      left.push_back(r);
      standing = left;
    }
    return standing;
  }
  [[nodiscard]] std::vector<heard> testimony(field f) const {
    std::vector<heard> standing;
    for (auto const& r : counting_)
      if (r.testifies && speaks(r, f) && !replaced(r, f)) standing.push_back(r);
    return standing;
  }

  void deny(std::vector<heard>& standing, field f, bool testified, verdict& v) const {
    auto const all = standing;
    for (auto const& d : counting_) {
      if (!mentions(d.denies(), f) || wrong_ == fault::denials_are_ignored) continue;
      for (auto const& s : all) {
        agreement how = agreement::clash;
        if (f != field::status) how = claims(d.denies(), s.says(), f, false);
        else if (s.stage() != status::denied) how = stages(*d.denies().status, s.stage());
        if (how != agreement::same && how != agreement::narrower) continue;
        auto newest = time::instant::past();
        for (auto const& o : with(all, s, f, testified)) newest = std::max(newest, o.first);
        if (d.preferred && !s.preferred)
          std::erase_if(standing, [&](heard const& o) { return o.from == s.from; });
        else if (!(d.last < newest))
          v.disputed[f] = true;
      }
    }
  }

  /// The one shown: of each value who may have said it last, the higher rank, then the later; then what narrows it.
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
    std::sort(speakers.begin(), speakers.end(), [&](heard const* a, heard const* b) {
      return a->preferred != b->preferred ? a->preferred : place(*a) > place(*b);
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
    bool testified = false;
    bool witness_preferred = false;
    heard const* denial = nullptr;
    for (auto const& r : counting_) {
      if (replaced(r, field::status)) continue;
      if (r.testifies && !r.denies_event) testified = true, witness_preferred = witness_preferred || r.preferred;
      if (r.denies_event && (!denial || r.preferred || !denial->preferred)) denial = &r;
    }
    auto standing = testified ? testimony(field::status) : plans(field::status);
    deny(standing, field::status, testified, v);
    auto const* const shown = choose(standing, field::status, testified);
    bool denied = false;
    if (testified) {
      denied = denial && (denial->preferred || !witness_preferred);
    } else {
      if (clash(standing, field::status, false)) v.disputed[field::status] = true;
      denied = std::any_of(standing.begin(), standing.end(), [](heard const& s) { return s.stage() == status::denied; });
    }
    if (denied) v.value[field::status] = "denied";
    else if (shown) v.value[field::status] = to_string(shown->stage());
    if (denied && testified) shown_.insert_or_assign(field::status, *denial);
    else if (denied) shown_.insert_or_assign(field::status, *std::find_if(standing.begin(), standing.end(), [](heard const& s) {
                       return s.stage() == status::denied;
                     }));
    else if (shown) shown_.insert_or_assign(field::status, *shown);
    testified_ = testified;
    denied_ = denied;
    v.marks.denied_by_some = denial && !denied;
  }

  void other(verdict& v, field f) {
    bool told = false;
    bool witnessed = false;
    for (auto const& r : counting_) {
      told = told || speaks(r, f);
      witnessed = witnessed || (speaks(r, f) && r.testifies && wrong_ != fault::witnesses_are_ignored);
    }
    if (!told) return;
    auto standing = witnessed ? testimony(f) : plans(f);
    deny(standing, f, witnessed, v);
    bool const arguable = f != field::topics && f != field::by && f != field::why_undated;
    if (arguable && clash(standing, f, witnessed)) v.disputed[f] = true;
    auto const* const shown = choose(standing, f, witnessed);
    if (!shown) return;
    shown_.insert_or_assign(f, *shown);
    if (f == field::when || f == field::expected) {
      auto const d = date_in(shown->says(), f);
      v.value[f] = d ? std::string{d->text()} : std::string{explicitly_none};
    } else if (f == field::why_undated) {
      auto const when = shown_.find(field::when);
      if (when == shown_.end() || !date_in(when->second.says(), field::when)) v.value[f] = to_string(*shown->says().why_undated);
    } else {
      v.value[f] = spelled(shown->says(), f);
    }
  }

  [[nodiscard]] heard const* shown(field f) const {
    auto const at = shown_.find(f);
    return at == shown_.end() ? nullptr : &at->second;
  }

  void mark(verdict& v) const {
    auto& m = v.marks;
    auto const* const date = shown(field::when);
    auto const* const state = shown(field::status);
    bool const dated = date && date_in(date->says(), field::when);
    bool const planned = !state || is_planned(state->stage());
    if (date) {
      // Another date stood before: one that gave way among plans, or a plan that clashes with what witnesses say.
      std::vector<heard> others;
      auto const standing = plans(field::when, &others);
      if (date->testifies) others.insert(others.end(), standing.begin(), standing.end());
      bool const another = std::any_of(others.begin(), others.end(), [&](heard const& o) {
        if (!date_in(o.says(), field::when)) return false;
        return !dated || claims(o.says(), date->says(), field::when, false) == agreement::clash;
      });
      m.moved = another && dated;
      m.postponed = another && !dated && planned;
    }
    if (state && state->stage() == status::postponed && (!dated || date->last < state->first)) m.postponed = true;
    if (testified_ && !denied_) {
      auto const stays = [&](field f) { return shown(f) && !shown(f)->testifies; };
      m.presumed = (dated && !date->testifies) || stays(field::parties) || stays(field::modes);
      if (dated && date->stage() == status::under_way) {
        auto const d = *date_in(date->says(), field::when);
        m.presumed = m.presumed || (d.lasts() && d.end() == time::endpoint::bounded);
      }
      if (stays(field::venues) && !words_in(shown(field::venues)->says(), field::venues).empty()) m.presumed = true;
      if (stays(field::expected) && !dated && date_in(shown(field::expected)->says(), field::expected)) m.presumed = true;
    }
    m.unconfirmed = std::none_of(counting_.begin(), counting_.end(), [](heard const& r) { return r.named; });
  }

  std::string about_;
  fault wrong_;
  bool reported_ = false;
  bool out_ = false;
  bool testified_ = false;
  bool denied_ = false;
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
    bool const list = f != field::status && f != field::when && f != field::expected && f != field::why_undated;
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
  // Each field with a value, all ten; disputes about all but topics, actors and why there is no date, those by denials included;
  // and each mark.
  for (auto const f : all_fields()) CHECK(met.seen[std::string{to_string(f)}] > 100);
  for (auto const f : {field::status, field::when, field::expected, field::venues, field::parties, field::modes, field::series})
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
