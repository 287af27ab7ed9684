// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology.hpp>
#include <sinedie/io/picture_model.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <variant>

#include "picture_reasons.hpp"
#include "picture_says.hpp"

namespace sinedie {

namespace {

constexpr std::int64_t one_day = 86400;
/// States that a picture may weigh up: events times days. Beyond it, days are left out, evenly.
constexpr std::size_t most_states = 1'000'000;
constexpr std::size_t most_days = 730;
/// Beyond so many, reasons are found for the last day only.
constexpr std::size_t most_explained = 200'000;

/// Whether an end is known to within a day, or known not to be there at all.
[[nodiscard]] bool is_sharp(time::instant least, time::instant most) {
  if (least == most) return true;
  return least.is_bounded() && most.is_bounded() && most < least.plus(one_day);
}

using places = detail::picture_places;
using detail::place_of;

/// Days on which a report begins to count, or ceases to count only perhaps.
[[nodiscard]] std::vector<std::chrono::sys_days> days_of_change(dossier const& d) {
  std::set<std::chrono::sys_days> days;
  auto const add = [&](time::instant i) {
    constexpr std::int64_t farthest = 4'000'000;
    auto const n = detail::floor_div(i.seconds(), one_day);
    if (n > -farthest && n < farthest) days.insert(std::chrono::sys_days{std::chrono::days{n}});
  };
  for (auto const view : d.reports()) {
    auto const r = view.value();
    auto published = r.published();
    if (!published && r.document()) {
      if (auto const in = d.find_document(*r.document())) published = in->value().published();
    }
    if (!published || !published->dating()) continue;
    auto const window = as_window(*published);
    if (window.start_min.is_bounded()) add(window.start_min);
    if (window.end_max.is_bounded() && !is_sharp(window.start_min, window.end_max)) add(window.end_max);
  }
  return {days.begin(), days.end()};
}

class builder {
 public:
  builder(dossier const& d, picture_options const& how) : dossier_{d}, how_{how} {}

  [[nodiscard]] picture run(picture_days which) {
    made_.title = dossier_.title();
    made_.note = dossier_.note();
    name_all();
    choose_days(which);
    name_events();
    if (which == picture_days::all) list_reports();
    if (which == picture_days::all) {
      reasons_.emplace(made_, event_at_, report_at_);
      made_.why_on_last_day_only = made_.days.size() > 1 && made_.days.size() * made_.events.size() > most_explained;
    }
    for (std::uint32_t day = 0; day < made_.days.size(); ++day) compile_day(day);
    relate();
    return std::move(made_);
  }

 private:
  void name_all() {
    for (auto const view : dossier_.parties()) {
      party_at_.emplace(view.id_text(), static_cast<std::uint32_t>(made_.parties.size()));
      auto const p = view.value();
      made_.parties.push_back({p.id().str(), p.name(), p.aliases()});
    }
    for (auto const view : dossier_.venues()) {
      venue_at_.emplace(view.id_text(), static_cast<std::uint32_t>(made_.venues.size()));
      auto const v = view.value();
      made_.venues.push_back({v.id().str(), v.name(), v.aliases()});
    }
    for (auto const view : dossier_.series()) {
      series_at_.emplace(view.id_text(), static_cast<std::uint32_t>(made_.series.size()));
      auto const s = view.value();
      made_.series.push_back({s.id().str(), s.name(), {}});
    }
    for (auto const view : dossier_.venues()) {
      auto const v = view.value();
      if (v.in()) made_.venues[place_of(venue_at_, view.id_text())].within = place_of(venue_at_, v.in()->str());
    }
    for (auto const view : dossier_.parties()) made_.parties[place_of(party_at_, view.id_text())].within = behind(view.value());
  }

  /// In the order of the day that was asked for, then those that aren't known by then: so what is near in time is near in the list.
  void name_events() {
    auto const add = [&](event_view const& view) {
      auto const at = static_cast<std::uint32_t>(made_.events.size());
      if (event_at_.emplace(view.id_text(), at).second)
        made_.events.push_back({std::string{view.id_text()}, view.title(), std::string{view.kind()}, view.note()});
    };
    timeline_options options;
    options.as_of = made_.days.back().day;
    last_.emplace(dossier_, options);
    for (auto const e : *last_) add(e.event());
    for (auto const view : dossier_.events()) add(view);
  }

  /// The one whose organ it is, or in which it holds its only office.
  [[nodiscard]] std::uint32_t behind(party const& p) const {
    if (p.organ_of()) return place_of(party_at_, p.organ_of()->str());
    std::uint32_t one = no_name;
    for (auto const& o : p.offices()) {
      auto const of = place_of(party_at_, o.of.str());
      if (one != no_name && of != one) return no_name;
      one = of;
    }
    return one;
  }
  [[nodiscard]] std::uint32_t lane_of(std::uint32_t at) const {
    for (int steps = 0; steps < 64 && at != no_name && made_.parties[at].within != no_name; ++steps) at = made_.parties[at].within;
    return at;
  }

  void choose_days(picture_days which) {
    auto const last = how_.as_of ? how_.as_of : dossier_.as_of();
    std::vector<std::chrono::sys_days> days;
    if (which == picture_days::all) days = days_of_change(dossier_);
    if (last) days.erase(std::lower_bound(days.begin(), days.end(), *last), days.end());
    auto const events = std::max<std::size_t>(1, dossier_.events().size());
    auto const most = std::clamp<std::size_t>(most_states / events, 1, most_days);
    if (days.size() + 1 > most) {
      made_.days_left_out = days.size() + 1 - most;
      std::vector<std::chrono::sys_days> some;
      for (std::size_t i = 0; i + 1 < most; ++i) some.push_back(days[i * days.size() / (most - 1)]);
      days = std::move(some);
    }
    for (auto const day : days) made_.days.push_back({day});
    made_.days.push_back({last});
  }

  void compile_day(std::uint32_t day) {
    auto& made = made_.days[day];
    timeline_options options;
    options.as_of = made.day;
    // A timeline without a day takes the dossier's own; this one has none either.
    auto const t = day + 1 == made_.days.size() ? *last_ : timeline{dossier_, options};
    std::vector<bool> seen(made_.events.size(), false);
    detail::interpreter reading{*t.compilation().told};
    auto const take = [&](entry const& e) {
      auto const at = place_of(event_at_, e.event().id_text());
      seen[at] = true;
      made.order.push_back(at);
      made.certainties.push_back(e.after_previous());
      auto state = state_of(e, day);
      if (!report_at_.empty() && (e.has(flag::disputed) || e.has(flag::denied_by_some)))
        state.disputes = disputes_of(*t.compilation().told, reading, made_.events[at].id, made.day);
      enter(made_.events[at], std::move(state));
    };
    if (how_.only.empty()) {
      for (auto const e : t) take(e);
    } else {
      for (auto const e : t.select(how_.only)) take(e);
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (!seen[i]) enter(made_.events[i], picture_state{day, false});
    made.contradictions = t.contradictions();
    if (reasons_ && (!made_.why_on_last_day_only || day + 1 == made_.days.size())) reasons_->add_day(day, t);
  }

  [[nodiscard]] static bool is_behind(detail::interpreter::fate f) noexcept {
    return f == detail::interpreter::fate::superseded || f == detail::interpreter::fate::displaced;
  }
  /// Of each field on which those that stand clash, the reports that say something of it and weren't superseded.
  [[nodiscard]] std::vector<picture_dispute> disputes_of(detail::ledger const& told, detail::interpreter& reading, std::string_view id,
                                                         knowledge_day day) const {
    std::vector<picture_dispute> found;
    auto const event = told.find_event(id);
    if (!event) return found;
    auto const in = reading.read(*event, day);
    for (std::size_t i = 0; i < field_count; ++i) {
      auto const f = static_cast<field>(i);
      bool const denied = f == field::status && in.marks.denied_by_some;
      if (!denied && !in.disputed.has(f)) continue;
      auto const fates = reading.fates(f);
      picture_dispute made{std::string{to_string(f)}};
      for (std::size_t n = 0; n < fates.size(); ++n) {
        auto const number = reading.counting()[n];
        auto const& report = told[number];
        bool const denies = (report.denies_of >> i & 1U) != 0 || (f == field::status && report.denies_event);
        if (!denies && (!report.says_anything_of(f) || is_behind(fates[n]))) continue;
        if (auto const at = place_of(report_at_, told.id_of(number)); at != no_name) made.reports.push_back(at);
      }
      found.push_back(std::move(made));
    }
    return found;
  }

  static void enter(picture_event& e, picture_state s) {
    if (e.states.empty()) {
      if (s.shown) e.states.push_back(std::move(s));
      return;
    }
    auto const since = std::exchange(s.since, e.states.back().since);
    if (s == e.states.back()) return;
    s.since = since;
    e.states.push_back(std::move(s));
  }

  [[nodiscard]] picture_state state_of(entry const& e, std::uint32_t day) {
    auto const& f = e.fields();
    picture_state s{day};
    s.status = e.status();
    s.flags = e.flags();
    s.limits = e.limits();
    std::optional<time::limits> stated;
    std::optional<time::limits> expected;
    if (auto const* const d = e.stated()) {
      s.stated = d->text();
      stated = d->limits();
    }
    if (auto const* const d = e.expected()) {
      s.expected = d->text();
      // What was expected of an event that has been held since, on a known day, is of no interest any more.
      if (!stated || e.occurs() == truth::maybe) expected = as_window(*f.expected);
    }
    s.bars = bars_of(stated, expected, e.limits(), e.has(flag::derived));
    if (f.parties)
      for (auto const& p : *f.parties) {
        auto const at = place_of(party_at_, p.party.str());
        if (at == no_name) continue;
        auto const lane = p.on_behalf_of ? place_of(party_at_, p.on_behalf_of->str()) : at;
        s.parties.push_back({at, true, 0, lane_of(lane == no_name ? at : lane)});
      }
    if (f.venues)
      for (auto const& choice : *f.venues) {
        if (choice.kind == venue_choice::how::not_in) continue;
        for (auto const& v : choice.venues)
          if (auto const at = place_of(venue_at_, v.str()); at != no_name)
            s.venues.push_back({at, choice.kind == venue_choice::how::certain, 0, at});
      }
    if (f.series)
      for (auto const& r : *f.series)
        if (auto const at = place_of(series_at_, r.series.str()); at != no_name) s.series.push_back({at, true, r.round.value_or(0), at});
    if (f.topics)
      for (auto const& topic : *f.topics) {
        auto const [found, isnew] = topic_at_.try_emplace(topic, static_cast<std::uint32_t>(made_.topics.size()));
        if (isnew) made_.topics.push_back(topic);
        s.topics.push_back(found->second);
      }
    if (f.modes) s.modes = *f.modes;
    return s;
  }

  void relate() {
    for (auto const view : dossier_.events()) {
      auto const at = view.where();
      if (at.home->events().relations[at.row].empty()) continue;
      auto const from = place_of(event_at_, view.id_text());
      auto const whole = view.value();
      for (auto const& r : whole.relations()) {
        auto const to = place_of(event_at_, r.other.str());
        if (to == no_name) continue;
        picture_relation made{from, to, r.kind};
        if (r.gap.at_least) made.gap = "≥ " + r.gap.at_least->text();
        if (r.gap.at_most) made.gap += (made.gap.empty() ? "≤ " : ", ≤ ") + r.gap.at_most->text();
        made_.relations.push_back(std::move(made));
      }
    }
    relate_rounds();
  }

  /// One link from each round to the next that there is, by what stands at the end.
  void relate_rounds() {
    auto const last = made_.days.size() - 1;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> rounds;
    for (std::uint32_t i = 0; i < made_.events.size(); ++i)
      if (auto const* const s = made_.events[i].at(last))
        for (auto const& part : s->series)
          if (part.round > 0) rounds[{part.index, part.round}].push_back(i);
    for (auto here = rounds.begin(); here != rounds.end(); ++here) {
      auto const next = std::next(here);
      if (next == rounds.end() || next->first.first != here->first.first) continue;
      if (here->second.size() * next->second.size() > 100) continue;
      for (auto const a : here->second)
        for (auto const b : next->second) made_.relations.push_back({a, b, relation_kind::before, {}, true});
    }
  }

  void list_reports() {
    for (auto const view : dossier_.reports()) {
      auto const r = view.value();
      picture_report made{r.id().str()};
      made.event = place_of(event_at_, view.about());
      if (made.event == no_name) continue;
      made.source = r.source();
      made.url = r.url();
      auto published = r.published();
      auto cites = r.citing();
      if (r.document()) {
        if (auto const in = dossier_.find_document(*r.document())) {
          auto const doc = in->value();
          if (made.source.empty()) made.source = doc.source();
          if (made.url.empty()) made.url = doc.url();
          if (!published) published = doc.published();
          made.title = doc.title();
          if (cites.empty()) cites = doc.citing();
        }
      }
      if (published && published->dating()) made.published = published->dating()->text();
      if (r.said() && r.said()->dating()) made.said = r.said()->dating()->text();
      for (auto const& c : cites) made.cites.push_back(cited(c));
      if (r.kind()) made.kind = to_string(*r.kind());
      if (r.rank()) made.rank = to_string(*r.rank());
      if (r.says()) made.says = detail::said_fields(r.says()->fields());
      if (r.denies()) {
        made.denies = detail::said_fields(r.denies()->fields());
        if (made.denies.empty()) made.denies.push_back({});
      }
      report_at_.emplace(view.id_text(), static_cast<std::uint32_t>(made_.reports.size()));
      made_.reports.push_back(std::move(made));
    }
  }
  [[nodiscard]] localized cited(citation const& c) const {
    if (auto const* const id = c.party()) {
      auto const at = place_of(party_at_, id->str());
      return at == no_name || made_.parties[at].name.empty() ? localized{id->str()} : made_.parties[at].name;
    }
    if (auto const* const id = c.report()) return localized{id->str()};
    return c.unnamed()->who;
  }

  dossier const& dossier_;
  picture_options const& how_;
  picture made_;
  std::optional<timeline> last_;
  std::optional<detail::picture_reasons> reasons_;
  places party_at_, venue_at_, series_at_, event_at_, report_at_;
  std::unordered_map<std::string, std::uint32_t> topic_at_;
};

}  // namespace

std::vector<picture_bar> bars_of(std::optional<time::limits> const& stated, std::optional<time::limits> const& expected,
                                 time::limits const& limits, bool derived) {
  using sort = picture_bar::sort;
  std::vector<picture_bar> bars;
  auto const add = [&](sort what, time::instant from, time::instant to) {
    if (from < to) bars.push_back({what, from, to});
  };
  if (stated) {
    auto const& l = *stated;
    bool const sharp_start = is_sharp(l.start_min, l.start_max);
    bool const sharp_end = is_sharp(l.end_min, l.end_max);
    // The day by which it has started is a day on which it is, and so is the day before which it hasn't ended.
    auto const from = sharp_start ? l.start_min : std::max(l.start_min, l.start_max.plus(1 - one_day));
    auto const to = sharp_end ? l.end_max.plus(1) : std::min(l.end_max.plus(1), l.end_min.plus(one_day));
    if (from < to) {
      add(sort::rising, l.start_min, from);
      add(sort::solid, from, to);
      add(sort::falling, to, l.end_max.plus(1));
    } else {
      add(sort::window, l.start_min, l.end_max.plus(1));
    }
  }
  if (expected) add(sort::expected, expected->start_min, expected->end_max.plus(1));
  if (derived && limits.any()) add(sort::derived, limits.start_min, limits.end_max.plus(1));
  return bars;
}

picture_state const* picture_event::at(std::size_t day) const noexcept {
  picture_state const* found = nullptr;
  for (auto const& s : states)
    if (s.since <= day) found = &s;
  return found != nullptr && found->shown ? found : nullptr;
}

picture picture_of(dossier const& d, picture_options const& how, picture_days days) { return builder{d, how}.run(days); }

}  // namespace sinedie
