// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/time/relations.hpp>
#include <sinedie/timeline/detail/allen.hpp>
#include <sinedie/timeline/detail/evaluate.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie::detail {

/// The truth of what has one for each of several readings: *yes* or *no* where all agree.
template <typename Of>
[[nodiscard]] truth agreed(std::vector<time::limits> const& all, Of of) {
  auto const first = of(all.front());
  for (auto one = all.begin() + 1; one != all.end() && first != truth::maybe; ++one)
    if (of(*one) != first) return truth::maybe;
  return first;
}

/// Whether any of several windows is met; the gaps between them and around them are where none is.
[[nodiscard]] SINEDIE_INLINE truth meets_any(std::vector<time::span> const& windows, time::limits const& known) {
  bool const met = std::any_of(windows.begin(), windows.end(),
                               [&](auto const& w) { return possibly(time::intersects(known, time::extent_of(w))); });
  if (!met) return truth::no;
  auto from = time::instant::past();
  auto const lies_in = [&](time::instant first, time::instant last) {
    return first <= last && known.meet(time::limits::within({first, last})).has_value();
  };
  for (auto const& w : windows) {
    if (w.first().is_bounded() && lies_in(from, w.first().plus(-1))) return truth::maybe;
    if (!w.last().is_bounded()) return truth::yes;
    from = w.last().plus(1);
  }
  return lies_in(from, time::instant::future()) ? truth::maybe : truth::yes;
}

SINEDIE_INLINE truth time_truth(bound_term const& t, time::limits const& known) {
  auto const stands_to = [&](time::limits const& reference) {
    return t.asked->key == term_key::allen ? allen_truth(*to_relation_kind(t.asked->value), known, reference)
                                           : within_truth(t.least, t.most, known, reference);
  };
  switch (t.asked->key) {
    case term_key::before: return time::precedes(known, t.reference);
    case term_key::after: return time::precedes(t.reference, known);
    case term_key::allen:
    case term_key::within: return t.readings.empty() ? stands_to(t.reference) : agreed(t.readings, stands_to);
    default: return t.windows.empty() ? time::intersects(known, t.reference) : meets_any(t.windows, known);
  }
}

SINEDIE_INLINE bound_query::bound_query(compiled const& in, query const& q, overlay const* over)
    : in_{&in}, query_{q}, terms_{bind(in, query_, over)} {}

/// Whether a participation counts for the party that is named there. Who acts explicitly for somebody acts for nobody else by office.
SINEDIE_INLINE truth bound_query::acting_truth(bound_term const& t, std::size_t named, acting const& a, std::uint32_t place) const {
  auto const& ids = t.parties[named];
  auto const is = [&](std::uint32_t who) { return std::find(ids.begin(), ids.end(), who) != ids.end(); };
  if (is(a.party)) return truth::yes;
  if (t.asked->exactly) return truth::no;
  auto const actor = a.actor();
  if (is(actor)) return truth::yes;
  auto const& actors = t.actors[named];
  if (actors.size() == ids.size() || !std::binary_search(actors.begin(), actors.end(), actor)) return truth::no;
  auto best = truth::no;
  for (auto const id : ids) best = best | in_->who.acts_for(actor, id, in_->entries.limits(place));
  return best;
}

SINEDIE_INLINE truth bound_query::party_truth(bound_term const& t, std::uint32_t place) const {
  auto const who = in_->entries.who(place);
  auto const& acts = in_->entries.participations();
  if (who.empty()) return truth::no;
  auto const in_role = [&](acting const& a) { return !t.in_role || a.role == t.role; };
  if (t.parties.empty()) return to_truth(std::any_of(who.begin(), who.end(), [&](std::uint32_t p) { return in_role(acts[p]); }));
  auto all = truth::yes;
  if (t.asked->key == term_key::only) {
    for (auto const p : who) {
      auto best = truth::no;
      for (std::size_t k = 0; k < t.parties.size() && best != truth::yes; ++k) best = best | acting_truth(t, k, acts[p], place);
      all = all & best;
    }
    return all;
  }
  for (std::size_t k = 0; k < t.parties.size() && all != truth::no; ++k) {
    auto best = truth::no;
    for (auto const p : who)
      if (in_role(acts[p])) best = best | acting_truth(t, k, acts[p], place);
    all = all & best;
  }
  return all;
}

/// A truth of venues from that of each: of one of several, all or some.
template <typename One>
[[nodiscard]] truth somewhere(std::vector<choice_of_venues> const& where, One one) {
  auto best = truth::no;
  for (auto const& choice : where) {
    if (choice.kind == venue_choice::how::not_in) continue;  // where it isn't says nothing of where it is
    auto any = truth::no;
    auto all = truth::yes;
    for (auto const v : choice.venues) {
      auto const here = one(v);
      any = any | here;
      all = all & here;
    }
    auto const here = all == truth::yes ? truth::yes : any == truth::no ? truth::no : truth::maybe;
    best = best | (choice.kind == venue_choice::how::possible ? here & truth::maybe : here);
  }
  return best;
}

SINEDIE_INLINE truth bound_query::venue_truth(bound_term const& t, std::uint32_t place) const {
  return somewhere(in_->entries.where(place),
                   [&](std::uint32_t v) { return to_truth(std::binary_search(t.numbers.begin(), t.numbers.end(), v)); });
}

/// Whether it takes place where the party is at home, as far as the term asks: on its ground, on its premises, or either.
SINEDIE_INLINE truth bound_query::hosted_truth(bound_term const& t, std::uint32_t place) const {
  auto const& ids = t.parties.front();
  auto const is = [&](std::uint32_t who) { return std::find(ids.begin(), ids.end(), who) != ids.end(); };
  return somewhere(in_->entries.where(place), [&](std::uint32_t v) {
    if (!std::binary_search(t.numbers.begin(), t.numbers.end(), v)) return truth::no;
    if (ids.empty()) return truth::yes;  // a country that is nobody's
    if (t.asked->key != term_key::premises && is(in_->places.ground_of(v))) return truth::yes;
    auto const owner = in_->places.owner[v];
    auto best = to_truth(is(owner));
    for (auto const id : ids) best = best | in_->who.acts_for(owner, id, in_->entries.limits(place));
    return best;
  });
}

/// Whether a state, or somebody for it, takes part. Who only hosts or mediates between two others doesn't.
SINEDIE_INLINE truth bound_query::takes_part(std::uint32_t party, std::uint32_t place) const {
  auto const& limits = in_->entries.limits(place);
  auto helping = truth::no;
  auto meeting = truth::no;
  std::vector<std::string_view> others;
  for (auto const p : in_->entries.who(place)) {
    auto const& a = in_->entries.participations()[p];
    auto const here = a.actor() == party || a.party == party ? truth::yes : in_->who.acts_for(a.actor(), party, limits);
    auto const& role = in_->entries.roles()[a.role];
    if (role == "host" || role == "mediator") {
      helping = helping | here;
      continue;
    }
    meeting = meeting | here;
    if (here != truth::no) continue;
    for (auto const other : in_->who.principals(in_->parties[a.actor()], limits))
      if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
  }
  return meeting == truth::no && others.size() >= 2 ? truth::no : meeting | helping;
}

/// Whether it takes place in a country whose state takes no part, or on premises of such a party, as far as the term asks.
SINEDIE_INLINE truth bound_query::third_country_truth(bound_term const& t, std::uint32_t place) const {
  if (in_->entries.who(place).empty()) return truth::no;
  auto const& map = in_->places;
  return somewhere(in_->entries.where(place), [&](std::uint32_t v) {
    auto best = truth::no;
    // Where nobody says in which country it lies, nobody says that it is a third one.
    if (t.asked->key != term_key::premises && map.country[v] != nobody)
      best = map.ground_of(v) == nobody ? truth::yes : !takes_part(map.ground_of(v), place);
    if (t.asked->key == term_key::ground || map.owner[v] == nobody || best == truth::yes) return best;
    auto any = truth::no;
    for (auto const whose : in_->who.principals(in_->parties[map.owner[v]], in_->entries.limits(place)))
      any = any | takes_part(in_->parties.find(whose), place);
    return best | !any;
  });
}

SINEDIE_INLINE bool bound_query::comes_from(bound_term const& t, std::uint32_t place) const {
  auto const named = [&](localized const& source) {
    return !t.folded.empty() &&
           std::any_of(source.entries().begin(), source.entries().end(), [&](auto const& each) { return fold(each.text) == t.folded; });
  };
  auto const& told = *in_->told;
  auto const any_about = [&](std::string_view event_id_text) {
    auto const event = told.find_event(event_id_text);
    if (!event) return false;
    for (auto r = told.first_of(*event); r < told.last_of(*event); ++r) {
      auto const& report = told[r];
      if (report.deprecated || (in_->options.as_of && time::span::day(*in_->options.as_of).last() < report.first)) continue;
      auto const& columns = report.home->reports();
      if (named(report.home->text(columns.source[report.row]))) return true;
      auto const id = report.home->string(columns.document[report.row]);
      auto const d = in_->all.of(sort::document).find(id);
      if (!d.home) continue;
      if (std::find(t.documents.begin(), t.documents.end(), id) != t.documents.end()) return true;
      if (named(d.home->text(d.home->documents().source[d.row]))) return true;
    }
    return false;
  };
  auto const here = in_->entries.id(place);
  auto const& plans = in_->kept->stand_ins;
  return any_about(here) || std::any_of(plans.begin(), plans.end(), [&](auto const& p) { return p.second == here && any_about(p.first); });
}

/// By its limits; of a date that says more than they do, by each of its readings that they leave.
SINEDIE_INLINE truth bound_query::time_truth_of(bound_term const& t, std::uint32_t place) const {
  if (takes_reference(t.asked->key) && t.number == place) {
    // It itself: whenever it is, it equals itself.
    return to_truth(t.asked->key == term_key::within || t.asked->value == to_string(relation_kind::equals));
  }
  auto const& p = in_->entries.profile(place);
  auto const& known = in_->entries.limits(place);
  if (!p.dated || p.simple) return time_truth(t, known);
  return agreed(readings_left(*in_->entries.stated(place), known), [&](time::limits const& one) { return time_truth(t, one); });
}

SINEDIE_INLINE truth bound_query::term_truth(bound_term const& t, std::uint32_t place) const {
  auto const& entries = in_->entries;
  auto const& p = entries.profile(place);
  auto const& asked = *t.asked;
  auto const status = [&] { return from_cell<sinedie::status>(p.status); };
  auto const occurs = [&] { return status() ? sinedie::occurs(*status()) : truth::maybe; };
  auto const& matter = entries.matters()[p.matter];
  auto const contains = [&](localized const& text) {
    return std::any_of(text.entries().begin(), text.entries().end(),
                       [&](auto const& each) { return fold(each.text).find(t.folded) != std::string::npos; });
  };
  switch (asked.key) {
    case term_key::host:
    case term_key::ground:
    case term_key::premises: {
      if (t.third_country) return third_country_truth(t, place);
      auto const there = hosted_truth(t, place);
      return asked.key == term_key::host ? there | party_truth(t, place) : there;
    }
    case term_key::party:
    case term_key::guest:
    case term_key::role:
    case term_key::between:
    case term_key::only: return party_truth(t, place);
    case term_key::venue: return venue_truth(t, place);
    case term_key::kind: return to_truth(t.kinds[p.kind]);
    case term_key::cameo: return to_truth(codes_of(entries.kinds()[p.kind], status()).cameo.starts_with(t.folded));
    case term_key::plover: return to_truth(codes_of(entries.kinds()[p.kind], status()).plover == t.folded);
    case term_key::status: return to_truth(p.status == static_cast<std::uint8_t>(*to_status(asked.value)));
    case term_key::occurred: return to_truth(occurs() == truth::yes);
    case term_key::planned: return to_truth(status() && is_planned(*status()));
    case term_key::everything: return truth::yes;
    case term_key::may_occur: return to_truth(occurs() == truth::maybe);
    case term_key::off: return to_truth(occurs() == truth::no);
    case term_key::mode: return to_truth((p.modes >> static_cast<unsigned>(*to_enum<mode>(asked.value)) & 1U) != 0);
    case term_key::why: return to_truth(p.why == static_cast<std::uint8_t>(*to_enum<why_undated>(asked.value)));
    case term_key::topic: return to_truth(std::find(matter.topics.begin(), matter.topics.end(), t.folded) != matter.topics.end());
    case term_key::series:
    case term_key::round:
      return to_truth(std::any_of(matter.rounds.begin(), matter.rounds.end(), [&](auto const& r) {
        return (t.numbers.empty() || std::find(t.numbers.begin(), t.numbers.end(), r.first) != t.numbers.end()) &&
               (t.number == 0 || r.second == t.number);
      }));
    case term_key::datedness: return to_truth(to_string(static_cast<time::datedness>(p.datedness)) == asked.value);
    case term_key::source: return to_truth(comes_from(t, place));
    case term_key::id: return to_truth(place == t.number);
    case term_key::text: {
      event_view const event{entries.event(place)};
      return to_truth(contains(event.title()) || contains(event.note()));
    }
    case term_key::during:
    case term_key::before:
    case term_key::after:
    case term_key::on:
    case term_key::allen:
    case term_key::within: return time_truth_of(t, place);
    case term_key::flagged: return to_truth(p.has(asked.flag));
  }
  return truth::no;
}

SINEDIE_INLINE bool bound_query::keeps(bound_term const& t, truth known, std::uint32_t place) const {
  if (known != truth::maybe) return known == truth::yes;
  if (t.asked->mode != term_mode::plain) return t.asked->mode == term_mode::possibly;
  if (!is_about_time(t.asked->key)) return true;
  // Where nothing places what it is compared with, everything might do.
  if (takes_reference(t.asked->key) && !t.reference.places()) return false;
  auto const& p = in_->entries.profile(place);
  if (p.dated) return p.placed;
  auto const* const foreseen = in_->entries.expected(place);
  if (!foreseen) return false;
  auto const window = time::limits::within(foreseen->hull());
  return window.places() && possibly(time_truth(t, window));
}

SINEDIE_INLINE bound_query::answer bound_query::of(std::uint32_t place, bound_term const& t) const {
  auto const known = term_truth(t, place);
  bool const kept = keeps(t, known, place);
  // A term that says how strictly to take it leaves nothing open.
  return {kept, t.asked->mode == term_mode::plain ? known : to_truth(kept)};
}

SINEDIE_INLINE bound_query::answer bound_query::of(std::uint32_t place, std::size_t first, std::size_t last) const {
  auto const steps = query_.steps();
  if (first == last) return {true, truth::yes};
  if (last - first == 1) return of(place, terms_[steps[first].term]);
  std::vector<answer> stack;
  for (auto at = first; at < last; ++at) {
    auto const& step = steps[at];
    if (step.what == query::op::term) {
      stack.push_back(of(place, terms_[step.term]));
      continue;
    }
    if (step.what == query::op::negation) {
      stack.back() = {!stack.back().kept, !stack.back().known};
      continue;
    }
    if (step.what == query::op::certainly || step.what == query::op::possibly) {
      auto const known = stack.back().known;
      bool const kept = step.what == query::op::certainly ? certainly(known) : possibly(known);
      stack.back() = {kept, to_truth(kept)};
      continue;
    }
    bool const all = step.what == query::op::conjunction;
    answer joined{all, to_truth(all)};
    for (std::uint32_t i = 0; i < step.count; ++i, stack.pop_back()) {
      auto const& one = stack.back();
      joined = all ? answer{joined.kept && one.kept, joined.known & one.known} : answer{joined.kept || one.kept, joined.known | one.known};
    }
    stack.push_back(joined);
  }
  return stack.back();
}

}  // namespace sinedie::detail
