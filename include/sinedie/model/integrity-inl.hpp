// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/model/glance-inl.hpp>

namespace sinedie::detail {

/// Walks a dossier's references in the order of entry.
class integrity_examiner {
 public:
  explicit integrity_examiner(contents const& all) : all_{all} {}

  [[nodiscard]] std::vector<problem> run() {
    if (!references_are_well(all_)) examine();
    rings(sort::venue, "lies in", "/in", [](locator at) { return at.home->string(at.home->venues().in[at.row]); });
    rings(sort::party, "is an organ of", "/organ_of", [](locator at) { return at.home->string(at.home->parties().organ_of[at.row]); });
    return std::move(problems_);
  }

 private:
  void examine() {
    each(sort::party, "/parties/", [&](locator at) { look(at.home->party_at(at.row)); });
    each(sort::venue, "/venues/", [&](locator at) { look(at.home->venue_at(at.row)); });
    each(sort::event, "/events/", [&](locator at) { look(at.home->event_at(at.row)); });
    each(sort::document, "/documents/", [&](locator at) { look(at.home->document_at(at.row)); });
    each(sort::report, "/reports/", [&](locator at) { look(at.home->report_at(at.row)); });
  }

  template <typename Look>
  void each(sort s, char const* list, Look look) {
    std::size_t index = 0;
    for (auto const at : all_.of(s).places) {
      if (!at.home) continue;
      entry_pointer_ = list + std::to_string(index++);
      look(at);
    }
  }

  void complain(errc code, std::string message, std::string const& pointer, std::string_view found, std::string expected) {
    problem p;
    p.code = code;
    p.message = std::move(message);
    p.where.pointer = pointer;
    p.found = found;
    p.expected = std::move(expected);
    problems_.push_back(std::move(p));
  }

  void refers(sort s, std::string_view id, std::string const& pointer) {
    if (all_.of(s).find(id).home) return;
    std::string const word{sort_word(s)};
    complain(errc::unknown_id, entry_ + " refers to " + word + ' ' + quoted(id) + ", and there is none" + nearest_known(all_.of(s), id),
             entry_pointer_ + pointer, id, "the id of a " + word);
  }

  void look(party const& p) {
    entry_ = "party " + quoted(p.id().str());
    if (p.organ_of()) refers(sort::party, p.organ_of()->str(), "/organ_of");
    for (std::size_t i = 0; i < p.offices().size(); ++i)
      refers(sort::party, p.offices()[i].of.str(), "/offices/" + std::to_string(i) + "/of");
    for (std::size_t i = 0; i < p.memberships().size(); ++i)
      refers(sort::party, p.memberships()[i].in.str(), "/memberships/" + std::to_string(i) + "/in");
  }
  void look(venue const& v) {
    entry_ = "venue " + quoted(v.id().str());
    if (v.in()) refers(sort::venue, v.in()->str(), "/in");
    if (v.premises_of()) refers(sort::party, v.premises_of()->str(), "/premises_of");
  }
  void look(claim_fields const& f, std::string const& at) {
    if (f.parties)
      for (std::size_t i = 0; i < f.parties->size(); ++i) {
        auto const& p = (*f.parties)[i];
        std::string const place = at + "/parties/" + std::to_string(i);
        bool const plain = p.role.empty() && !p.on_behalf_of;
        refers(sort::party, p.party.str(), plain ? place : place + "/party");
        if (p.on_behalf_of) refers(sort::party, p.on_behalf_of->str(), place + "/for");
      }
    if (f.venues)
      for (std::size_t i = 0; i < f.venues->size(); ++i) {
        auto const& choice = (*f.venues)[i];
        std::string const place = at + "/venues/" + std::to_string(i);
        for (std::size_t k = 0; k < choice.venues.size(); ++k) {
          auto const& id = choice.venues[k].str();
          switch (choice.kind) {
            case venue_choice::how::certain: refers(sort::venue, id, place); break;
            case venue_choice::how::possible: refers(sort::venue, id, place + "/venue"); break;
            case venue_choice::how::one_of: refers(sort::venue, id, place + "/one_of/" + std::to_string(k)); break;
            case venue_choice::how::not_in: refers(sort::venue, id, place + "/not_in/" + std::to_string(k)); break;
          }
        }
      }
    if (f.series)
      for (std::size_t i = 0; i < f.series->size(); ++i)
        refers(sort::series, (*f.series)[i].series.str(), at + "/series/" + std::to_string(i) + "/id");
    if (f.by)
      for (std::size_t i = 0; i < f.by->size(); ++i) refers(sort::party, (*f.by)[i].str(), at + "/by/" + std::to_string(i));
  }
  void look(event const& e) {
    entry_ = "event " + quoted(e.id().str());
    look(e.fields(), {});
    for (std::size_t i = 0; i < e.relations().size(); ++i)
      refers(sort::event, e.relations()[i].other.str(),
             "/relations/" + std::to_string(i) + '/' + std::string{to_string(e.relations()[i].kind)});
  }
  void look(std::vector<citation> const& citing) {
    for (std::size_t i = 0; i < citing.size(); ++i) {
      std::string const place = "/citing/" + std::to_string(i);
      if (auto const* const p = citing[i].party()) refers(sort::party, p->str(), place);
      if (auto const* const r = citing[i].report()) refers(sort::report, r->str(), place + "/report");
    }
  }
  void look(document const& d) {
    entry_ = "document " + quoted(d.id().str());
    look(d.citing());
  }
  void look(report const& r) {
    entry_ = "report " + quoted(r.id().str());
    if (r.about()) refers(sort::event, r.about()->str(), "/about");
    if (r.document()) refers(sort::document, r.document()->str(), "/document");
    look(r.citing());
    if (r.says()) look(r.says()->fields(), "/says");
    if (r.denies()) look(r.denies()->fields(), "/denies");
    for (std::size_t i = 0; i < r.supersedes().size(); ++i)
      refers(sort::report, r.supersedes()[i].str(), "/supersedes/" + std::to_string(i));
    for (std::size_t i = 0; i < r.retracts().size(); ++i) refers(sort::report, r.retracts()[i].str(), "/retracts/" + std::to_string(i));
    given_twice(r);
  }

  /// A value is either declared by the event or reported, not both.
  void given_twice(report const& r) {
    if (!r.says() || !r.about()) return;
    auto const place = all_.of(sort::event).place_of(r.about()->str());
    if (!place) return;
    auto const at = all_.of(sort::event).places[*place];
    auto const declared = at.home->claim_at(at.home->events().claim[at.row]);
    auto const& said = r.says()->fields();
    auto const both = [&](bool declares, bool says, std::string const& field) {
      if (!declares || !says) return;
      complain(errc::declared_and_reported,
               "event " + quoted(r.about()->str()) + " declares its " + quoted(field) + ", and " + entry_ +
                   " says it too; a value is given once",
               entry_pointer_ + "/says/" + field, field, "the value in one of the two places only");
      problems_.back().other.pointer = "/events/" + std::to_string(event_number(*place)) + '/' + field;
    };
    both(declared.status.has_value(), said.status.has_value(), "status");
    both(declared.when.has_value(), said.when.has_value(), "when");
    both(declared.expected.has_value(), said.expected.has_value(), "expected");
    both(declared.why_undated.has_value(), said.why_undated.has_value(), "why_undated");
    both(declared.venues.has_value(), said.venues.has_value(), "venues");
    both(declared.parties.has_value(), said.parties.has_value(), "parties");
    both(declared.modes.has_value(), said.modes.has_value(), "modes");
    both(declared.topics.has_value(), said.topics.has_value(), "topics");
    both(declared.series.has_value(), said.series.has_value(), "series");
  }

  /// Of each place, which entry it is among those that are live.
  [[nodiscard]] static std::vector<std::uint32_t> numbers_of(shelf const& of) {
    std::vector<std::uint32_t> numbers(of.places.size(), 0);
    std::uint32_t index = 0;
    for (std::size_t i = 0; i < of.places.size(); ++i)
      if (of.places[i].home) numbers[i] = index++;
    return numbers;
  }
  [[nodiscard]] std::uint32_t event_number(std::uint32_t place) {
    if (event_numbers_.empty()) event_numbers_ = numbers_of(all_.of(sort::event));
    return event_numbers_[place];
  }

  /// Every entry has at most one outer one, so a walk that marks what it has seen finds each ring once.
  template <typename Outer>
  void rings(sort s, std::string const& how, std::string const& member, Outer outer) {
    auto const& shelf = all_.of(s);
    std::vector<std::uint32_t> seen(shelf.places.size(), 0);
    auto const numbers = numbers_of(shelf);
    auto const next_of = [&](std::uint32_t i) -> std::optional<std::uint32_t> {
      auto const id = outer(shelf.places[i]);
      return id.empty() ? std::nullopt : shelf.place_of(id);
    };
    for (std::uint32_t i = 0; i < shelf.places.size(); ++i) {
      if (!shelf.places[i].home || seen[i] != 0) continue;
      std::uint32_t const walk = i + 1;
      std::optional<std::uint32_t> at = i;
      while (at && seen[*at] == 0) {
        seen[*at] = walk;
        at = next_of(*at);
      }
      if (!at || seen[*at] != walk) continue;
      std::string path;
      std::size_t length = 0;
      auto const name = [&](std::uint32_t n) { return shelf.places[n].home->string(shelf.places[n].home->id_of(s, shelf.places[n].row)); };
      for (auto n = *at; length == 0 || n != *at; n = *next_of(n), ++length)
        if (length < 8) path += quoted(name(n)) + ' ' + how + ' ';
        else if (length == 8) path += "… ";
      std::string const list = s == sort::venue ? "/venues/" : "/parties/";
      complain(errc::ring, path + quoted(name(*at)) + ": that is a ring", list + std::to_string(numbers[*at]) + member,
               outer(shelf.places[*at]), "no way back to itself");
    }
  }

  contents const& all_;
  std::string entry_;
  std::string entry_pointer_;
  std::vector<problem> problems_;
  std::vector<std::uint32_t> event_numbers_;
};

SINEDIE_INLINE std::vector<problem> integrity_problems(contents const& all) { return integrity_examiner{all}.run(); }

}  // namespace sinedie::detail
