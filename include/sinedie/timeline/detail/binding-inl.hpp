// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/time/detail/readings.hpp>
#include <sinedie/timeline/detail/binding.hpp>
#include <sinedie/timeline/query_print-inl.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie::detail {

/// Where a term's value stands in the text of its query: behind those before it.
[[nodiscard]] SINEDIE_INLINE std::size_t offset_of(query const& q, std::size_t term, std::string_view value) {
  auto const text = q.text();
  std::size_t at = 0;
  for (std::size_t i = 0; i <= term; ++i) at = text.find(to_string(q.terms()[i]), at) + (i < term ? to_string(q.terms()[i]).size() : 0);
  auto const& asked = q.terms()[term];
  at += to_string(asked).find(to_string(asked.key)) + to_string(asked.key).size();
  for (std::size_t n = 0; n <= asked.others.size(); ++n) {
    auto const spelled = spelled_value(n == 0 ? asked.value : asked.others[n - 1]);
    at = text.find(spelled, at);
    if ((n == 0 ? asked.value : asked.others[n - 1]) == value) return at + (spelled.front() == '"' ? 1 : 0);
    at += spelled.size();
  }
  return at;
}

[[noreturn]] SINEDIE_INLINE void raise_unknown(errc code, std::string what, std::string_view value, std::vector<std::string> const& near) {
  problem p;
  p.code = code;
  p.found = value;
  p.message = "no " + std::move(what) + " is known as " + quoted(value);
  for (auto const& each : near) p.expected += (p.expected.empty() ? "" : ", ") + quoted(each);
  if (!p.expected.empty()) p.message += "; nearest known: " + p.expected;
  raise(std::move(p));
}

/// The numbers of what a name stands for; throws where it stands for nothing.
template <typename Id>
[[nodiscard]] std::vector<std::uint32_t> numbers_of(id_numbers const& known, name_index<Id> const& names, std::string_view value,
                                                    std::string_view sort) {
  if (auto const exact = known.find(value); exact != nobody) return {exact};
  std::vector<std::uint32_t> numbers;
  for (auto const& id : names.find(value)) numbers.push_back(known.find(id.str()));
  if (!numbers.empty()) return numbers;
  std::vector<std::string> near;
  for (auto const& each : names.suggest(value)) near.push_back(each.id.str());
  raise_unknown(errc::unknown_id, std::string{sort}, value, near);
}

/// Finds what terms mean in one timeline.
class binder {
 public:
  explicit binder(compiled const& in, overlay const* over = nullptr) : in_{in}, over_{over} {}

  [[nodiscard]] bound_term bound(term const& t) const {
    bound_term b;
    b.asked = &t;
    auto const party = [&](std::string_view value) { add_party(b, value); };
    auto const role = [&](std::string_view word) {
      auto const folded = fold(word);
      auto const& known = in_.entries.roles();
      auto const found = std::find(known.begin() + 1, known.end(), folded);
      b.in_role = true;
      b.role = found == known.end() ? nobody : static_cast<std::uint32_t>(found - known.begin());
    };
    switch (t.key) {
      case term_key::host:
      case term_key::ground:
      case term_key::premises:
        b.third_country = t.value == third_country_word;
        if (b.third_country || (t.key != term_key::premises && add_country(b, t.value))) break;
        party(t.value);
        if (t.key == term_key::host) role(to_string(t.key));
        add_hosted(b);
        break;
      case term_key::party:
      case term_key::guest:
      case term_key::between:
      case term_key::only:
        party(t.value);
        for (auto const& other : t.others) party(other);
        if (t.key == term_key::guest) role(to_string(t.key));
        break;
      case term_key::role:
        role(t.value);
        for (auto const& other : t.others) party(other);
        break;
      case term_key::venue: add_venues(b, t); break;
      case term_key::kind: know_kind(b, t); break;
      case term_key::cameo: know_cameo(b, t.value); break;
      case term_key::plover: know_plover(b, t.value); break;
      case term_key::topic: b.folded = fold(t.value); break;
      case term_key::series: b.numbers = series(t.value); break;
      case term_key::round: {
        std::string const& number = t.others.empty() ? t.value : t.others.front();
        for (char const digit : number) b.number = b.number * 10 + static_cast<std::uint32_t>(digit - '0');
        if (!t.others.empty()) b.numbers = series(t.value);
        break;
      }
      case term_key::source: know_source(b, t.value); break;
      case term_key::id: {
        auto const found = event(t.value);
        b.number = found.in == &in_ ? found.row : nobody;
        if (found.in == &in_) b.numbers.push_back(found.row);
        break;
      }
      case term_key::text:
        b.folded = fold(t.value);
        if (b.folded.empty()) {
          problem p;
          p.message = "'text' of " + quoted(t.value) + ", which holds no letter, digit or symbol";
          p.found = t.value;
          raise(std::move(p));
        }
        break;
      case term_key::during:
      case term_key::before:
      case term_key::after:
      case term_key::on:
      case term_key::allen:
      case term_key::within: refer(b, t); break;
      default: break;
    }
    return b;
  }

 private:
  void add_party(bound_term& b, std::string_view value) const {
    auto const& ids = b.parties.emplace_back(numbers_of(in_.parties, in_.party_names, value, "party"));
    auto& actors = b.actors.emplace_back(ids);
    if (!b.asked->exactly)
      for (auto const id : ids) in_.who.add_actors(id, actors);
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  }

  /// What lies in a country, where it is one that no party is called by.
  [[nodiscard]] bool add_country(bound_term& b, std::string_view value) const {
    if (in_.parties.find(value) != nobody || !in_.party_names.find(value).empty()) return false;
    auto const& map = in_.places;
    auto const add = [&](std::uint32_t v) {
      if (map.country[v] != v) return;
      auto const all = map.all_within(v);
      b.numbers.insert(b.numbers.end(), all.begin(), all.end());
    };
    if (auto const exact = in_.venues.find(value); exact != nobody) add(exact);
    else
      for (auto const& id : in_.venue_names.find(value)) add(in_.venues.find(id.str()));
    if (b.numbers.empty()) return false;
    std::sort(b.numbers.begin(), b.numbers.end());
    b.parties.emplace_back();
    b.actors.emplace_back();
    return true;
  }

  /// The venues that lie in the party's country, or are premises of it or of one that may act for it: as far as the term asks.
  void add_hosted(bound_term& b) const {
    auto const& map = in_.places;
    auto const& actors = b.actors.front();
    auto const& ids = b.parties.front();
    for (std::uint32_t v = 0; v < map.country.size(); ++v) {
      bool const ground = std::find(ids.begin(), ids.end(), map.ground_of(v)) != ids.end();
      bool const premises = std::binary_search(actors.begin(), actors.end(), map.owner[v]);
      if ((ground && b.asked->key != term_key::premises) || (premises && b.asked->key != term_key::ground)) b.numbers.push_back(v);
    }
  }

  void add_venues(bound_term& b, term const& t) const {
    for (auto const v : numbers_of(in_.venues, in_.venue_names, t.value, "venue")) {
      if (t.exactly) {
        b.numbers.push_back(v);
        continue;
      }
      auto const all = in_.places.all_within(v);
      b.numbers.insert(b.numbers.end(), all.begin(), all.end());
    }
    std::sort(b.numbers.begin(), b.numbers.end());
  }

  [[nodiscard]] overlay::found event(std::string_view id) const {
    if (over_) {
      if (auto const found = over_->find(id)) return *found;
    } else if (auto const place = in_.find(id)) {
      return {&in_, *place, overlay::base_part, *place};
    }
    std::vector<std::string_view> ids;
    auto const size = over_ ? over_->size() : static_cast<std::uint32_t>(in_.entries.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      auto const at = over_ ? over_->at(i) : overlay::found{&in_, i, overlay::base_part, i};
      ids.push_back(at.in->entries.id(at.row));
    }
    raise_unknown(errc::unknown_id, "event", id, nearest(id, ids));
  }
  /// Calls `look` with each compilation that the timeline is made of.
  template <typename Look>
  void each_compilation(Look look) const {
    look(over_ ? over_->base() : in_);
    if (over_)
      for (auto const& p : over_->parts()) look(*p.made);
  }

  void refer(bound_term& b, term const& t) const {
    b.number = nobody;
    if (t.when) {
      b.reference = time::extent_of(t.when->hull());
      if (t.key == term_key::during || t.key == term_key::on) add_windows(b, *t.when);
    } else {
      auto const other = event(t.others.front());
      auto const& entries = other.in->entries;
      b.reference = entries.limits(other.row);
      if (other.in == &in_) b.number = other.row;
      if (auto const* const stated = entries.stated(other.row); stated && !entries.profile(other.row).simple) {
        b.readings = readings_left(*stated, b.reference);
        // Where the date was set aside, they lie outside of the limits.
        b.reference = b.readings.front();
        for (auto const& one : b.readings) {
          b.reference.start_min = std::min(b.reference.start_min, one.start_min);
          b.reference.start_max = std::max(b.reference.start_max, one.start_max);
          b.reference.end_min = std::min(b.reference.end_min, one.end_min);
          b.reference.end_max = std::max(b.reference.end_max, one.end_max);
        }
      }
    }
    if (t.key != term_key::within) return;
    time::duration const d{t.value};
    b.least = d.seconds_min();
    b.most = d.seconds_max();
  }

  /// What is one of several windows is met where any of them is.
  static void add_windows(bound_term& b, time::dating const& when) {
    auto all = alternatives_of(when);
    std::ranges::sort(all, {}, &time::limits::start_min);
    for (auto const& l : all) {
      auto const w = l.hull();
      if (b.windows.empty() || b.windows.back().last().plus(1) < w.first()) b.windows.push_back(w);
      else if (b.windows.back().last() < w.last()) b.windows.back() = {b.windows.back().first(), w.last()};
    }
    if (b.windows.size() < 2) b.windows.clear();
  }

  [[nodiscard]] std::vector<std::uint32_t> series(std::string_view value) const {
    if (auto const exact = in_.series.find(value); exact != nobody) return {exact};
    auto const& known = in_.all.of(sort::series);
    std::vector<std::uint32_t> numbers;
    std::vector<std::string> names;
    auto const folded = fold(value);
    std::uint32_t number = 0;
    for (auto const& [id, place] : known.in_order()) {
      bool same = fold(id) == folded;
      names.emplace_back(id);
      auto const called = series_view{known.places[place]}.name();
      for (auto const& each : called.entries()) {
        same = same || fold(each.text) == folded;
        names.emplace_back(each.text);
      }
      if (same && !folded.empty()) numbers.push_back(number);
      ++number;
    }
    if (numbers.empty()) raise_unknown(errc::unknown_id, "series", value, nearest(value, names));
    return numbers;
  }

  /// Known are the words of the vocabulary, those of the events, what their dots lie below, and PLOVER's classes in lower case
  /// (`consult`), which stand for all kinds that carry them.
  void know_kind(bound_term& b, term const& t) const {
    auto const& kinds = in_.entries.kinds();
    bool const listed = find_kind(t.value) != nullptr;
    bool known = listed;
    auto const carries = [whole = upper_case(t.value)](std::string_view kind) { return codes_of(kind, status::held).plover == whole; };
    bool const by_class =
        !known && !t.exactly && std::any_of(known_kinds.begin(), known_kinds.end(), [&](auto const& k) { return carries(k.word); });
    known = known || by_class;
    auto const dotted = t.value + '.';
    for (auto const kind : kinds) {
      // Below a word that isn't in the vocabulary lies only what is spelt so.
      bool const below = listed ? kind_within(kind, t.value) : kind == t.value || kind.starts_with(dotted);
      bool const within = below || (by_class && carries(kind));
      b.kinds.push_back(t.exactly ? kind == t.value : within);
      known = known || within;
    }
    if (known) return;
    bool elsewhere = false;
    each_compilation([&](compiled const& all) {
      elsewhere = elsewhere || std::any_of(all.entries.kinds().begin(), all.entries.kinds().end(), [&](std::string_view kind) {
        return kind == t.value || kind.starts_with(dotted);
      });
    });
    if (elsewhere) return;
    std::vector<std::string_view> words;
    for (auto const& each : known_kinds) words.push_back(each.word);
    each_compilation([&](compiled const& all) {
      for (auto kind : all.entries.kinds())
        for (; !kind.empty(); kind = parent_kind(kind)) words.push_back(kind);
    });
    each_once(words);
    raise_unknown(errc::unknown_word, "kind", t.value, nearest(t.value, words));
  }

  /// Sorted, and each only once.
  static void each_once(std::vector<std::string_view>& words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }

  static void know_cameo(bound_term& b, std::string_view code) {
    b.folded = code;
    if (auto const root = code.substr(0, 2); root < "01" || root > "20") {
      problem p;
      p.code = errc::unknown_word;
      p.message = "no code of CAMEO begins with " + quoted(root) + "; they begin with 01 to 20";
      p.found = code;
      raise(std::move(p));
    }
  }

  static void know_plover(bound_term& b, std::string_view code) {
    b.folded = upper_case(code);
    std::vector<std::string_view> words;
    for (auto const& k : known_kinds)
      for (auto const& codes : {k.planned, k.occurred})
        if (!codes.plover.empty()) words.push_back(codes.plover);
    each_once(words);
    if (!std::ranges::binary_search(words, b.folded)) raise_unknown(errc::unknown_word, "code of PLOVER", code, nearest(code, words));
  }

  /// A source is known where a document or a report names it, a document also by its id.
  void know_source(bound_term& b, std::string_view value) const {
    b.folded = fold(value);
    auto const& all = over_ ? over_->base().all : in_.all;
    auto const& documents = all.of(sort::document);
    std::vector<std::string> names;
    if (auto const exact = documents.place_of(value)) b.documents.push_back(documents.id_at(*exact));
    bool named = false;
    auto const look = [&](localized const& source) {
      for (auto const& each : source.entries()) {
        named = named || (!b.folded.empty() && fold(each.text) == b.folded);
        names.emplace_back(each.text);
      }
    };
    for (auto const at : documents.places)
      if (at.home) {
        look(at.home->text(at.home->documents().source[at.row]));
        names.emplace_back(at.home->string(at.home->documents().id[at.row]));
      }
    for (auto const at : all.of(sort::report).places)
      if (at.home) look(at.home->text(at.home->reports().source[at.row]));
    if (!named && b.documents.empty()) raise_unknown(errc::unknown_id, "source", value, nearest(value, names));
  }

  compiled const& in_;
  overlay const* over_;
};

SINEDIE_INLINE std::vector<time::limits> readings_left(time::dating const& stated, time::limits const& known) {
  auto const all = alternatives_of(stated);
  std::vector<time::limits> left;
  for (auto const& one : all)
    if (auto const both = one.meet(known)) left.push_back(*both);
  return left.empty() ? all : left;
}

SINEDIE_INLINE std::vector<bound_term> bind(compiled const& in, query const& q, overlay const* over) {
  binder const finds{in, over};
  std::vector<bound_term> terms;
  terms.reserve(q.terms().size());
  for (auto const& t : q.terms()) {
    try {
      terms.push_back(finds.bound(t));
    } catch (error const& e) {
      // Which term it was, only the query knows.
      auto p = e.problems().front();
      p.offset = offset_of(q, terms.size(), p.found) + p.offset.value_or(0);
      p.message = "query: " + p.message + ", at offset " + std::to_string(*p.offset) + " of " + quoted(q.text());
      raise(std::move(p));
    }
  }
  return terms;
}

}  // namespace sinedie::detail
