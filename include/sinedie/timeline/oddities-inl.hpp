// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/model/affiliation.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/model/oddities.hpp>
#include <sinedie/time/comparison.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/oddities.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

namespace detail {

class duplicate_finder {
 public:
  explicit duplicate_finder(timeline const& t) : t_{t}, all_{t.compilation().all} {}

  std::vector<finding> run() {
    std::vector<likeness> list;
    for (std::uint32_t i = 0; i < t_.size(); ++i)
      if (auto key = key_of(t_[i]); !key.empty()) list.push_back({std::move(key), i});
    std::sort(list.begin(), list.end(),
              [](auto const& a, auto const& b) { return std::tie(a.key, a.position) < std::tie(b.key, b.position); });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // the later one first
    for (std::size_t i = 0; i < list.size(); ++i) {
      // Among many of one key the nearest are looked at, so that no key costs more than its length.
      auto const first = i - std::min(i, most_looked_at);
      for (auto k = first; k < i; ++k) {
        if (list[k].key != list[i].key || told_apart(t_[list[k].position], t_[list[i].position])) continue;
        pairs.emplace_back(list[i].position, list[k].position);
        break;
      }
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<finding> found;
    for (auto const& [later, sooner] : pairs) found.push_back(told(t_[sooner], t_[later]));
    return found;
  }

 private:
  static constexpr std::size_t most_looked_at = 16;
  struct likeness {
    std::string key;
    std::uint32_t position;
  };

  timeline const& t_;
  contents const& all_;

  [[nodiscard]] static std::optional<std::int64_t> day_of(entry const& e) {
    auto const* const d = e.stated();
    if (d == nullptr || !d->start_min().is_bounded() || !d->end_max().is_bounded()) return std::nullopt;
    auto const day = floor_div(d->start_min().seconds(), 86400);
    return floor_div(d->end_max().seconds(), 86400) == day ? std::optional{day} : std::nullopt;
  }

  // The day, or for want of a date the title, and the parties; empty where it can't be anybody's duplicate.
  [[nodiscard]] static std::string key_of(entry const& e) {
    if (e.occurs() == truth::no) return {};
    auto const f = e.fields();
    if (!f.parties || f.parties->empty()) return {};
    std::vector<std::string_view> parties;
    for (auto const& p : *f.parties) parties.push_back(p.party.str());
    std::sort(parties.begin(), parties.end());
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    std::string key;
    if (auto const day = day_of(e)) {
      key = std::to_string(*day);
    } else {
      auto const title = e.title();
      key = e.stated() == nullptr && !title.empty() ? fold(title.get()) : std::string{};
      if (key.empty()) return {};
      key.insert(0, 1, '=');
    }
    for (auto const p : parties) key.append(1, '\n').append(p);
    return key;
  }

  [[nodiscard]] bool told_apart(entry const& a, entry const& b) const {
    auto const x = a.fields(), y = b.fields();
    bool const one_title = !a.title().empty() && fold(a.title().get()) == fold(b.title().get());
    bool const one_kind = !a.kind().empty() && a.kind() == b.kind();
    if (!one_title && !one_kind) return true;
    if (!a.kind().empty() && !b.kind().empty() && !kind_within(a.kind(), b.kind()) && !kind_within(b.kind(), a.kind())) return true;
    if (a.stated() && b.stated() && time::same_day(*a.stated(), *b.stated()) == truth::no) return true;
    bool const hours = a.stated() && b.stated() && a.stated()->precision() && *a.stated()->precision() < time::precision::day &&
                       b.stated()->precision() && *b.stated()->precision() < time::precision::day;
    if (hours && time::intersects(*a.stated(), *b.stated()) == truth::no) return true;
    if (apart(x.modes, y.modes) || apart(x.topics, y.topics) || other_places(x, y) || other_rounds(x, y)) return true;
    return related(a, b) || related(b, a);
  }

  template <typename List>
  [[nodiscard]] static bool apart(List const& a, List const& b) {
    if (!a || !b || a->empty() || b->empty()) return false;
    return std::none_of(a->begin(), a->end(), [&](auto const& v) { return std::find(b->begin(), b->end(), v) != b->end(); });
  }
  [[nodiscard]] static bool other_rounds(claim_fields const& a, claim_fields const& b) {
    if (!a.series || !b.series) return false;
    for (auto const& r : *a.series)
      for (auto const& s : *b.series)
        if (r.series == s.series && r.round && s.round && *r.round != *s.round) return true;
    return false;
  }
  [[nodiscard]] static bool related(entry const& a, entry const& b) {
    auto const event = a.event().value();
    auto const& list = event.relations();
    return std::any_of(list.begin(), list.end(), [&](auto const& r) { return r.other == b.id(); });
  }

  [[nodiscard]] bool other_places(claim_fields const& a, claim_fields const& b) const {
    auto const certain = [](claim_fields const& f) {
      std::vector<venue_id> list;
      if (f.venues)
        for (auto const& c : *f.venues)
          if (c.kind == venue_choice::how::certain) list.push_back(c.venues.front());
      return list;
    };
    auto const x = certain(a), y = certain(b);
    if (x.empty() || y.empty()) return false;
    for (auto const& v : x)
      for (auto const& w : y)
        if (lies_in(v, w) || lies_in(w, v)) return false;
    return true;
  }
  [[nodiscard]] bool lies_in(venue_id inner, venue_id const& outer) const {
    for (int steps = 0; steps < 64; ++steps) {
      if (inner == outer) return true;
      auto const at = all_.of(sort::venue).find(inner.str());
      auto const in = at.home ? venue_view{at, nullptr}.value().in() : std::nullopt;
      if (!in) return false;
      inner = *in;
    }
    return false;
  }

  [[nodiscard]] static finding told(entry const& sooner, entry const& later) {
    auto const day = day_of(later);
    auto const when = day ? in_both{" on ", " le "} + time::to_day_string(time::instant{*day * 86400})
                          : in_both{", neither with a date", ", ni l'un ni l'autre daté"};
    return {"duplicate", later.id(),
            in_both::named(sooner.id().str()) + in_both{" and ", " et "} + in_both::named(later.id().str()) +
                in_both{" may be one event: the same parties", " sont peut-être un seul événement : les mêmes parties"} + when};
  }
};

}  // namespace detail

SINEDIE_INLINE std::vector<finding> likely_duplicates(timeline const& t) { return detail::duplicate_finder{t}.run(); }

SINEDIE_INLINE std::vector<finding> office_gaps(timeline const& t) {
  using detail::in_both;
  auto const& all = t.compilation().all;
  affiliations const acting{all};
  std::unordered_map<std::string, std::vector<office>> offices;
  for (auto const at : all.of(detail::sort::party).places) {
    if (at.home == nullptr) continue;
    auto const p = party_view{at, nullptr}.value();
    if (!p.offices().empty()) offices.emplace(p.id().str(), p.offices());
  }
  std::vector<finding> found;
  if (offices.empty()) return found;
  for (auto const e : t) {
    auto const f = e.fields();
    if (!f.parties || !e.limits().any()) continue;
    for (auto const& p : *f.parties) {
      auto const held = p.on_behalf_of ? offices.end() : offices.find(p.party.str());
      if (held == offices.end()) continue;
      bool const none = std::all_of(held->second.begin(), held->second.end(), [&](office const& o) {
        return acting.acts_for(p.party.str(), o.of.str(), e.limits()) == truth::no;
      });
      if (!none) continue;
      auto const when = e.stated() ? " (" + std::string{e.stated()->text()} + ')' : std::string{};
      found.push_back({"office_gap", e.id(),
                       in_both::named(p.party.str()) + in_both{" takes part in ", " prend part à "} + in_both::named(e.id().str()) + when +
                           in_both{", when none of the offices that are listed was held",
                                   ", quand aucune des fonctions indiquées n'était exercée"}});
    }
  }
  return found;
}

SINEDIE_INLINE std::vector<finding> oddities(timeline const& t) {
  auto all = detail::oddities(t.compilation().all);
  for (auto const& more : {likely_duplicates(t), office_gaps(t)}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace sinedie
