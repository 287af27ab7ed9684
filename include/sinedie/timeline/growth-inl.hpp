// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a timeline grows: what hangs together with a change is compiled by itself and laid over the rest.

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/entry_problems.hpp>
#include <sinedie/timeline/detail/compile.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie::detail {

/// Finds what a change concerns, and makes the overlay that shows it.
class grower {
 public:
  grower(detail::shared<compiled const> base, detail::shared<overlay const> before, std::vector<event_change> changes)
      : base_{std::move(base)}, before_{std::move(before)} {
    std::sort(changes.begin(), changes.end(), [](event_change const& a, event_change const& b) { return a.id < b.id; });
    for (auto const& c : changes) {
      auto const at = c.at.home ? c.at : former(c.id);
      seeds_.push_back(at.home->string(at.home->events().id[at.row]));
    }
    if (!before_) {
      changes_ = std::move(changes);
      return;
    }
    auto old = before_->changes.begin();
    for (auto& c : changes) {
      for (; old != before_->changes.end() && old->id < c.id; ++old) changes_.push_back(*old);
      if (old != before_->changes.end() && old->id == c.id) ++old;
      changes_.push_back(std::move(c));
    }
    changes_.insert(changes_.end(), old, before_->changes.end());
  }

  /// Null where reports are about any of the events that it concerns, or plans are realised.
  [[nodiscard]] detail::shared<overlay const> run() {
    if (base_->kept->given || any_plan()) return nullptr;
    index_changes();
    for (;;) {
      if (!find_concerned()) return nullptr;
      absorb();
      compile_concerned();
      auto made = merged();
      if (auto const torn = torn_apart(*made); !torn.empty()) {
        seeds_.insert(seeds_.end(), torn.begin(), torn.end());
        continue;
      }
      tell(*made);
      made->changes = std::move(changes_);
      return made;
    }
  }

  /// What the whole holds, with all changes.
  [[nodiscard]] contents afresh() const { return changed(base_->kept->given ? base_->kept->given->all : base_->all, changes_); }

 private:
  [[nodiscard]] locator former(std::string_view id) const { return described(*base_, before_.get(), id); }
  [[nodiscard]] locator current(std::string_view id) const {
    auto const* const c = change_of(changes_, id);
    return c ? c->at : former(id);
  }
  [[nodiscard]] static std::string_view id_at(locator at) { return at.home->string(at.home->events().id[at.row]); }

  template <typename Take>
  static void each_round(locator at, Take take) {
    for (auto const& r : at.home->claims().series[at.home->events().claim[at.row] - 1])
      if (r.round != 0) take(at.home->string(r.series));
  }

  /// Whether any of the changed is a plan of which something came.
  [[nodiscard]] bool any_plan() const {
    return std::any_of(changes_.begin(), changes_.end(), [](event_change const& c) {
      if (!c.at.home) return false;
      auto const relations = c.at.home->events().relations[c.at.row];
      return std::any_of(relations.begin(), relations.end(), [](auto const& r) { return r.kind == relation_kind::realised_as; });
    });
  }

  /// Who among the changed relates to whom, and is which series' round.
  void index_changes() {
    for (auto const& c : changes_) {
      if (!c.at.home) continue;
      for (auto const& r : c.at.home->events().relations[c.at.row]) owners_[c.at.home->string(r.other)].push_back(id_at(c.at));
      each_round(c.at, [&](std::string_view series) { rounds_[series].push_back(id_at(c.at)); });
    }
  }

  /// Everything that hangs together with a seed, as it was or as it is now; whether no report is about any of it.
  [[nodiscard]] bool find_concerned() {
    auto const& order = ranks_of(*base_);
    concerned_.clear();
    list_.clear();
    std::unordered_map<std::string_view, bool> rows;
    auto const come = [&](std::string_view id) {
      if (concerned_.try_emplace(id).second) list_.push_back(id);
    };
    for (auto const id : seeds_) come(id);
    for (std::size_t i = 0; i < list_.size(); ++i) {
      auto const id = list_[i];
      if (auto const e = base_->told->find_event(id); e && base_->told->reported(*e)) return false;
      auto const look = [&](locator at) {
        if (!at.home) return;
        for (auto const& r : at.home->events().relations[at.row]) come(at.home->string(r.other));
        each_round(at, [&](std::string_view series) {
          if (!rows.try_emplace(series).second) return;
          if (auto const number = base_->series.find(series); number != nobody)
            for (auto const place : order.rounds_of(number)) come(base_->entries.id(place));
          if (auto const found = rounds_.find(series); found != rounds_.end())
            for (auto const other : found->second) come(other);
        });
      };
      auto const was = former(id), is = current(id);
      look(was);
      if (is != was) look(is);
      if (auto const place = base_->find(id)) order.each_owner(*place, [&](std::uint32_t owner) { come(base_->entries.id(owner)); });
      if (auto const found = owners_.find(id); found != owners_.end())
        for (auto const owner : found->second) come(owner);
    }
    return true;
  }

  /// Small parts are compiled together with what is new, so that there are never many.
  void absorb() {
    constexpr std::size_t most = 256;
    if (!before_) return;
    auto const& parts = before_->parts();
    for (auto p = parts.rbegin(); p != parts.rend(); ++p) {
      if (p->standing > 2 * list_.size() || p->standing + list_.size() > most) return;
      for (std::uint32_t row = 0; row < p->positions.size(); ++row)
        if (auto const id = p->made->entries.id(row); p->positions[row] != nobody && concerned_.try_emplace(id).second) list_.push_back(id);
    }
  }

  void compile_concerned() {
    contents own;
    own.as_of = base_->all.as_of;
    own.of(sort::series) = base_->all.of(sort::series);
    auto& shelf = own.of(sort::event);
    for (auto const id : list_) {
      auto const at = current(id);
      if (!at.home) continue;
      shelf.make_room();
      shelf.put(id_at(at), at);
    }
    for (auto const& c : changes_)
      if (c.keeps && concerned_.contains(c.id)) own.blocks.push_back(c.keeps);
    auto how = base_->options;
    how.threads = 1;
    fresh_ = shelf.places.empty() ? nullptr : compile(detail::shared<archive const>::make(std::move(own), base_->kept), how);
  }

  [[nodiscard]] detail::shared<overlay> merged() const {
    std::vector<overlay::part> parts;
    std::vector<overlay::spot> kept;
    std::vector<std::uint32_t> hidden;
    std::vector<std::uint32_t> gone;
    for (auto const id : list_)
      if (auto const place = base_->find(id)) gone.push_back(*place);
    std::sort(gone.begin(), gone.end());
    if (before_) {
      std::vector<std::vector<bool>> stands;
      for (auto const& p : before_->parts()) stands.emplace_back(p.positions.size(), true);
      for (auto const id : list_)
        if (auto const at = before_->find(id); at && at->part != overlay::base_part) stands[at->part][at->row] = false;
      std::vector<std::uint32_t> number(before_->parts().size(), nobody);
      for (auto const& s : before_->spots()) {
        if (!stands[s.part][s.row]) continue;
        if (number[s.part] == nobody) number[s.part] = 0;
        kept.push_back(s);
      }
      for (std::size_t p = 0; p < number.size(); ++p) {
        if (number[p] == nobody) continue;
        number[p] = static_cast<std::uint32_t>(parts.size());
        parts.push_back({before_->parts()[p].made});
      }
      for (auto& s : kept) s.part = number[s.part];
      std::set_union(gone.begin(), gone.end(), before_->hidden().begin(), before_->hidden().end(), std::back_inserter(hidden));
    } else {
      hidden = std::move(gone);
    }
    auto const& order = ranks_of(*base_);
    std::vector<overlay::spot> come;
    if (fresh_) {
      auto const& own = ranks_of(*fresh_);
      auto const number = static_cast<std::uint32_t>(parts.size());
      parts.push_back({fresh_});
      for (std::uint32_t row = 0; row < fresh_->entries.size(); ++row) {
        auto const rank = own.of(*fresh_, row);
        std::uint32_t low = 0, high = static_cast<std::uint32_t>(base_->entries.size());
        while (low < high) {
          auto const middle = low + (high - low) / 2;
          if (order.of(*base_, middle) < rank) low = middle + 1;
          else high = middle;
        }
        come.push_back({low, number, row});
      }
    }
    std::vector<overlay::spot> spots;
    auto const rank = [&](overlay::spot const& s) { return ranks_of(*parts[s.part].made).of(*parts[s.part].made, s.row); };
    auto const precedes = [&](overlay::spot const& a, overlay::spot const& b) {
      return a.before != b.before ? a.before < b.before : rank(a) < rank(b);
    };
    std::merge(kept.begin(), kept.end(), come.begin(), come.end(), std::back_inserter(spots), precedes);
    return detail::shared<overlay>::make(base_, std::move(parts), std::move(spots), std::move(hidden));
  }

  /// Events that hang together with the one before them, between which something else went: whether their order is certain is for
  /// the compiler to say.
  [[nodiscard]] std::vector<std::string_view> torn_apart(overlay const& made) const {
    std::vector<std::string_view> found;
    auto const& order = ranks_of(*base_);
    auto const& hidden = made.hidden();
    for (std::size_t i = 0; order.any_related() && i < hidden.size();) {
      auto const first = hidden[i];
      auto last = first;
      for (++i; i < hidden.size() && hidden[i] == last + 1; ++i) last = hidden[i];
      if (first == 0 || last + 1 >= base_->entries.size()) continue;
      if (!order.is_related(first - 1) || !order.is_related(last + 1)) continue;
      if (made.position_of(last + 1) == made.position_of(first - 1) + 1) found.push_back(base_->entries.id(last + 1));
    }
    auto const& spots = made.spots();
    for (std::size_t i = 1; i < spots.size(); ++i) {
      auto const &a = spots[i - 1], &b = spots[i];
      if (a.part != b.part || a.row + 1 == b.row) continue;
      auto const& part = made.parts()[a.part];
      if (part.positions[a.row] + 1 != part.positions[b.row]) continue;
      auto const& own = ranks_of(*part.made);
      if (own.is_related(a.row) && own.is_related(b.row)) found.push_back(part.made->entries.id(b.row));
    }
    return found;
  }

  template <typename T, typename Concerns>
  [[nodiscard]] detail::shared<std::vector<T> const> told(detail::shared<std::vector<T> const> before, std::vector<T> const* fresh,
                                                           Concerns concerns) const {
    bool const less = std::any_of(before->begin(), before->end(), concerns);
    if (!less && (!fresh || fresh->empty())) return before;
    auto now = detail::shared<std::vector<T>>::make();
    std::remove_copy_if(before->begin(), before->end(), std::back_inserter(*now), concerns);
    if (fresh) now->insert(now->end(), fresh->begin(), fresh->end());
    return now;
  }

  /// Contradictions and findings: those of what is compiled anew in place of those it had.
  void tell(overlay& made) const {
    auto const is_concerned = [&](event_id const& id) { return concerned_.contains(std::string_view{id.str()}); };
    // Those of the base are the base's own.
    using contradictions = std::vector<contradiction>;
    using findings = std::vector<finding>;
    made.contradictions = told<contradiction>(
        before_ ? before_->contradictions : detail::shared<contradictions const>{base_, &base_->contradictions},
        fresh_ ? &fresh_->contradictions : nullptr,
        [&](contradiction const& c) { return std::any_of(c.events.begin(), c.events.end(), is_concerned); });
    made.findings = told<finding>(before_ ? before_->findings : detail::shared<findings const>{base_, &base_->findings},
                                  fresh_ ? &fresh_->findings : nullptr, [&](finding const& f) { return is_concerned(*f.event); });
  }

  detail::shared<compiled const> base_;
  detail::shared<overlay const> before_;
  std::vector<event_change> changes_;    // all since the base, by id
  std::vector<std::string_view> seeds_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> owners_, rounds_;
  std::unordered_map<std::string_view, bool> concerned_;  // only its keys are of account
  std::vector<std::string_view> list_;   // the same, in the order in which they were found
  detail::shared<compiled const> fresh_;
};

/// Looks at what a changed event refers to. `IsEvent` says whether there is an event of an id.
template <typename IsEvent>
class change_examiner {
 public:
  change_examiner(contents const& all, IsEvent is_event) : all_{all}, is_event_{std::move(is_event)} {}

  void look(event const& e) {
    auto const name = "event " + quoted(e.id().str());
    auto const refers = [&](sort s, std::string const& id) {
      if (s == sort::event ? is_event_(id) : all_.of(s).find(id).home != nullptr) return;
      problem p;
      p.code = errc::unknown_id;
      p.found = id;
      p.expected = "the id of a " + std::string{sort_word(s)};
      p.message = name + " refers to " + std::string{sort_word(s)} + ' ' + quoted(id) + ", and there is none" +
                  nearest_known(all_.of(s), id);
      problems_.push_back(std::move(p));
    };
    for (auto& p : entry_problems(e)) problems_.push_back(std::move(p));
    auto const& f = e.fields();
    if (f.parties)
      for (auto const& p : *f.parties) {
        refers(sort::party, p.party.str());
        if (p.on_behalf_of) refers(sort::party, p.on_behalf_of->str());
      }
    if (f.venues)
      for (auto const& c : *f.venues)
        for (auto const& v : c.venues) refers(sort::venue, v.str());
    if (f.series)
      for (auto const& s : *f.series) refers(sort::series, s.series.str());
    if (f.by)
      for (auto const& p : *f.by) refers(sort::party, p.str());
    for (auto const& r : e.relations()) refers(sort::event, r.other.str());
  }
  void complain(problem p) { problems_.push_back(std::move(p)); }
  void settle() {
    if (!problems_.empty()) raise(std::move(problems_));
  }

 private:
  contents const& all_;
  IsEvent is_event_;
  std::vector<problem> problems_;
};

}  // namespace sinedie::detail

namespace sinedie {

SINEDIE_INLINE timeline timeline::changing(std::vector<detail::event_change> changes) const {
  detail::grower grows{in_, over_, std::move(changes)};
  if (auto over = grows.run()) return timeline{in_, std::move(over)};
  return timeline{detail::shared<detail::archive const>::make(grows.afresh()), in_->options};
}

SINEDIE_INLINE timeline timeline::adding(std::span<event const> events) const {
  if (events.empty()) return *this;
  std::unordered_map<std::string_view, bool> fresh;
  detail::change_examiner examines{in_->all, [&](std::string const& id) {
                                     return fresh.contains(id) || detail::described(*in_, over_.get(), id).home != nullptr;
                                   }};
  for (auto const& e : events) {
    std::string_view const id = e.id().str();
    if (!fresh.contains(id) && !detail::described(*in_, over_.get(), id).home) {
      fresh.try_emplace(id);
      continue;
    }
    problem p;
    p.code = errc::duplicate_id;
    p.message = "event " + detail::quoted(id) + " is there already";
    p.found = id;
    p.expected = "an id that no other event has";
    examines.complain(std::move(p));
  }
  for (auto const& e : events) examines.look(e);
  examines.settle();
  auto const home = detail::shared<detail::block>::make();
  std::vector<detail::event_change> changes;
  for (auto const& e : events) changes.push_back({e.id().str(), {home.get(), home->append(e)}, home});
  home->lend();
  return changing(std::move(changes));
}

SINEDIE_INLINE timeline timeline::amending(event const& e) const {
  auto const is_event = [&](std::string const& id) { return detail::described(*in_, over_.get(), id).home != nullptr; };
  if (!is_event(e.id().str()))
    detail::raise(errc::unknown_id, "event " + detail::quoted(e.id().str()) + " can't be amended: there is none" +
                                        detail::nearest_known(in_->all.of(detail::sort::event), e.id().str()));
  detail::change_examiner examines{in_->all, is_event};
  examines.look(e);
  examines.settle();
  auto const home = detail::shared<detail::block>::make();
  auto const row = home->append(e);
  home->lend();
  return changing({{e.id().str(), {home.get(), row}, home}});
}

SINEDIE_INLINE timeline timeline::removing(event_id const& id) const {
  auto const& shelf = in_->all.of(detail::sort::event);
  auto const at = detail::described(*in_, over_.get(), id.str());
  if (!at.home)
    detail::raise(errc::unknown_id, "there is no event " + detail::quoted(id.str()) + detail::nearest_known(shelf, id.str()));
  auto const refers = [&](detail::locator owner) {
    for (auto const& r : owner.home->events().relations[owner.row])
      if (owner.home->string(r.other) == id.str())
        detail::raise(errc::unknown_id, "event " + detail::quoted(id.str()) + " can't be removed: event " +
                                            detail::quoted(owner.home->string(owner.home->events().id[owner.row])) + " refers to it");
  };
  if (auto const place = in_->find(id.str()))
    detail::ranks_of(*in_).each_owner(*place, [&](std::uint32_t owner) {
      if (auto const now = detail::described(*in_, over_.get(), in_->entries.id(owner)); now.home) refers(now);
    });
  if (over_)
    for (auto const& c : over_->changes)
      if (c.at.home) refers(c.at);
  // Events that aren't known of yet may refer to it, too; that is for the check of the whole to say.
  if (in_->entries.size() != shelf.size()) {
    detail::grower const grows{in_, over_, {{id.str(), {}, {}}}};
    return timeline{detail::shared<detail::archive const>::make(grows.afresh()), in_->options};
  }
  return changing({{id.str(), {}, {}}});
}

}  // namespace sinedie
