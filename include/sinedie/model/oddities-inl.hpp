// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/detail/name_table.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/model/oddities.hpp>
#include <sinedie/model/views.hpp>
#include <sinedie/time/calendar.hpp>

namespace sinedie::detail {

/// The day of the week that a text names, in the language that it is said to be in, else in either; nothing where it names none, or
/// several.
[[nodiscard]] inline std::optional<std::size_t> weekday_in(std::string_view text, std::string_view language) {
  constexpr std::array<std::string_view, 14> words{"monday", "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday",
                                                   "lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi", "samedi",   "dimanche"};
  bool const english = language.empty() || language.starts_with("en");
  bool const french = language.empty() || language.starts_with("fr");
  std::optional<std::size_t> found;
  auto const folded = fold(text);
  std::string_view rest = folded;
  while (!rest.empty()) {
    auto const word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    auto const at = static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
    if (at == words.size() || !(at < 7 ? english : french)) continue;
    if (found && *found != at % 7) return std::nullopt;
    found = at % 7;
  }
  return found;
}

class oddity_finder {
 public:
  explicit oddity_finder(contents const& all) : all_{all} {}

  std::vector<finding> run() {
    names<party_view>(sort::party, [](party const& a, party const& b) { return !a.kind() || !b.kind() || a.kind() == b.kind(); });
    names<venue_view>(sort::venue, [](venue const& a, venue const& b) { return a.in() == b.in(); });
    each<party_view>(sort::party, [&](party const& p) {
      auto const whose = in_both{" of party ", " de la partie "} + in_both::named(p.id().str());
      name(in_both{"the name", "le nom"} + whose, {}, p.name());
      for (auto const& a : p.aliases()) text(in_both{"an alias", "un autre nom"} + whose, {}, a);
      for (auto const& o : p.offices()) texts(in_both{"an office", "une fonction"} + whose, {}, o.title);
      texts(in_both{"the note", "la note"} + whose, {}, p.note());
    });
    each<venue_view>(sort::venue, [&](venue const& v) {
      auto const whose = in_both{" of venue ", " du lieu "} + in_both::named(v.id().str());
      name(in_both{"the name", "le nom"} + whose, {}, v.name());
      for (auto const& a : v.aliases()) text(in_both{"an alias", "un autre nom"} + whose, {}, a);
      texts(in_both{"the note", "la note"} + whose, {}, v.note());
    });
    each<series_view>(sort::series, [&](series const& s) {
      name(in_both{"the name of series ", "le nom de la série "} + in_both::named(s.id().str()), {}, s.name());
    });
    each<event_view>(sort::event, [&](event const& e) {
      auto const whose = in_both{" of event ", " de l'événement "} + in_both::named(e.id().str());
      name(in_both{"the title", "le titre"} + whose, e.id(), e.title());
      texts(in_both{"the note", "la note"} + whose, e.id(), e.note());
      for (auto const& [key, value] : e.attributes())
        text(in_both{"attribute ", "l'attribut "} + in_both::named(key) + whose, e.id(), value);
      claimed(whose, e.id(), e.fields());
    });
    each<document_view>(sort::document, [&](document const& d) {
      auto const whose = in_both{" of document ", " du document "} + in_both::named(d.id().str());
      name(in_both{"the title", "le titre"} + whose, {}, d.title());
      texts(in_both{"the source", "la source"} + whose, {}, d.source());
      if (d.published()) written(in_both{"the day of publication", "le jour de publication"} + whose, {}, *d.published());
    });
    each<report_view>(sort::report, [&](report const& r) {
      auto const whose = in_both{" of report ", " du rapport "} + in_both::named(r.id().str());
      texts(in_both{"the source", "la source"} + whose, r.about(), r.source());
      if (r.published()) written(in_both{"the day of publication", "le jour de publication"} + whose, r.about(), *r.published());
      if (r.said()) written(in_both{"`said`", "`said`"} + whose, r.about(), *r.said());
      if (r.says()) claimed(whose, r.about(), r.says()->fields());
    });
    return std::move(found_);
  }

 private:
  using about = std::optional<event_id>;

  contents const& all_;
  std::vector<finding> found_;

  void tell(char const* kind, about const& event, in_both text) { found_.push_back({kind, event, std::move(text)}); }

  template <typename View, typename Look>
  void each(sort s, Look look) const {
    for (locator const at : all_.of(s).places)
      if (at.home != nullptr) look(View{at, nullptr}.value());
  }

  // Each two that share a name, and each two that seem to, once.
  template <typename View, typename Alike>
  void names(sort s, Alike may_be_one) {
    auto const word = s == sort::party ? in_both{"party ", "la partie "} : in_both{"venue ", "l'endroit "};
    std::vector<decltype(View{locator{}}.value())> values;
    each<View>(s, [&](auto const& value) { values.push_back(value); });
    std::unordered_map<std::string, std::uint32_t> known;
    name_table table;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> told;  // sorted
    auto const news = [&](std::uint32_t a, std::uint32_t b) {
      std::pair const two{std::min(a, b), std::max(a, b)};
      auto const at = std::lower_bound(told.begin(), told.end(), two);
      if (at != told.end() && *at == two) return false;
      told.insert(at, two);
      return true;
    };
    auto const of_each = [&](auto look) {
      for (std::uint32_t i = 0; i < values.size(); ++i) {
        for (auto const& e : values[i].name().entries()) look(i, e.text);
        for (auto const& a : values[i].aliases()) look(i, a);
      }
    };
    of_each([&](std::uint32_t i, std::string const& text) {
      table.add(i, text);
      auto const key = fold(text);
      if (key.empty()) return;
      auto const other = known.try_emplace(key, i).first->second;
      if (other == i || !may_be_one(values[other], values[i]) || !news(other, i)) return;
      tell("duplicate", {},
           plural(s) + in_both::named(values[other].id().str()) + in_both{" and ", " et "} + in_both::named(values[i].id().str()) +
               in_both{" have one name, ", " ont un même nom, "} + in_both::named(text));
    });
    of_each([&](std::uint32_t i, std::string const& text) {
      if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
      for (auto const other : table.look_alikes(text))
        if (other != i && news(other, i))
          tell("look_alike", {},
               in_both{"a name of ", "un nom de "} + word + in_both::named(values[i].id().str()) + ", " + in_both::named(text) +
                   in_both{", looks like one of ", ", ressemble à un nom de "} + in_both::named(values[other].id().str()) +
                   in_both{", in letters of another script", ", en lettres d'une autre écriture"});
    });
  }
  [[nodiscard]] static in_both plural(sort s) {
    return s == sort::party ? in_both{"parties ", "les parties "} : in_both{"venues ", "les lieux "};
  }

  void name(in_both const& what, about const& event, localized const& text) {
    for (auto const& e : text.entries())
      if (fold(e.text).empty() && std::all_of(e.text.begin(), e.text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; }))
        tell("odd_text", event, what + in_both{" is blank", " est vide"});
    texts(what, event, text);
  }
  void texts(in_both const& what, about const& event, localized const& text) {
    for (auto const& e : text.entries()) this->text(what, event, e.text);
  }
  [[nodiscard]] static std::string code_point(char32_t c) {
    std::string digits;
    for (auto left = static_cast<std::uint32_t>(c); left != 0 || digits.size() < 4; left >>= 4U) digits += "0123456789ABCDEF"[left & 15U];
    return "U+" + std::string{digits.rbegin(), digits.rend()};
  }
  // Line feeds and tabs are usual in notes.
  void text(in_both const& what, about const& event, std::string_view text) {
    std::size_t count = 0;
    utf8_step first;
    for (auto const step : utf8_steps{text}) {
      auto const c = step.character;
      bool const odd = step.valid && ((is_control(c) && c != '\n' && c != '\t' && c != '\r') || is_hidden(c));
      if (odd && ++count == 1) first = step;
    }
    if (count == 0) return;
    auto told = what + in_both{" has ", " contient "} + code_point(first.character) + in_both{" at byte ", " à l'octet "} +
                std::to_string(first.offset);
    if (count > 1)
      told += in_both{", and ", ", et "} + std::to_string(count - 1) +
              in_both{" more that don't show", count == 2 ? " autre qui ne se voit pas" : " autres qui ne se voient pas"};
    tell("odd_text", event, std::move(told));
  }

  void claimed(in_both const& whose, about const& event, claim_fields const& f) {
    if (f.when) written(in_both{"the date", "la date"} + whose, event, *f.when);
    if (f.expected) written(in_both{"the expected window", "la fenêtre attendue"} + whose, event, *f.expected);
    if (f.topics)
      for (auto const& t : *f.topics) text(in_both{"a topic", "un thème"} + whose, event, t);
  }

  void written(in_both const& what, about const& event, date_statement const& s) {
    if (s.as_written().empty()) return;
    text(in_both{"what is written beside ", "ce qui est écrit à côté de "} + what, event, s.as_written());
    if (!s.dating() || !s.dating()->start_min().is_bounded() || !s.dating()->end_max().is_bounded()) return;
    auto const day = floor_div(s.dating()->start_min().seconds(), 86400);
    auto const named = weekday_in(s.as_written(), s.language());
    if (!named || floor_div(s.dating()->end_max().seconds(), 86400) != day || *named == weekday_of(day)) return;
    constexpr std::array<char const*, 7> days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::array<char const*, 7> jours{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
    auto const day_named = [&](std::size_t n) { return in_both{days[n], jours[n]}; };
    tell("weekday", event,
         what + in_both{": ", " : "} + in_both::named(s.as_written()) + in_both{" is a ", " est un "} + day_named(*named) + ", " +
             std::string{s.dating()->text()} + in_both{" a ", " un "} + day_named(weekday_of(day)));
  }
};

SINEDIE_INLINE std::vector<finding> oddities(contents const& all) { return oddity_finder{all}.run(); }

}  // namespace sinedie::detail

namespace sinedie {

SINEDIE_INLINE std::vector<finding> oddities(dossier const& d) { return detail::oddities(d.contents()); }

}  // namespace sinedie
