// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/time/relations.hpp>
#include <sinedie/timeline/detail/binding.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie::detail {

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
      case term_key::party:
      case term_key::host:
      case term_key::guest:
      case term_key::between:
      case term_key::only:
        party(t.value);
        for (auto const& other : t.others) party(other);
        if (t.key == term_key::host || t.key == term_key::guest) role(to_string(t.key));
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
        if (b.folded.empty()) raise(errc::bad_argument, "'text' of " + quoted(t.value) + ", which holds no letter, digit or symbol");
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
    if (t.when) b.reference = time::extent_of(t.when->hull());
    else if (auto const other = event(t.others.front()); true) b.reference = other.in->entries.limits(other.row);
    if (t.key != term_key::within) return;
    time::duration const d{t.value};
    b.least = d.seconds_min();
    b.most = d.seconds_max();
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
    if (auto const root = code.substr(0, 2); root < "01" || root > "20")
      raise(errc::unknown_word, "no code of CAMEO begins with " + quoted(root) + "; they begin with 01 to 20");
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

SINEDIE_INLINE std::vector<bound_term> bind(compiled const& in, query const& q, overlay const* over) {
  binder const finds{in, over};
  std::vector<bound_term> terms;
  terms.reserve(q.terms().size());
  for (auto const& t : q.terms()) terms.push_back(finds.bound(t));
  return terms;
}

}  // namespace sinedie::detail
