// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/chronology/words.hpp>
#include <sinedie/knowledge/account.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/names.hpp>
#include <sinedie/time/words.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/entry.hpp>

namespace sinedie {

namespace detail {

/// Says of one entry why its flags stand on it.
class flag_reasons {
 public:
  flag_reasons(entry const& e, std::string_view language)
      : e_{e}, in_{e.compilation()}, french_{time::to_tongue(language) == time::tongue::french}, by_{*in_.told} {
    known_.by.fill(ledger::nobody);
    auto const found = in_.told->find_event(e_.id().str());
    event_ = *found;
    if (in_.told->reported(event_)) known_ = by_.read(event_, in_.options.as_of);
  }

  [[nodiscard]] std::string of(flag f) {
    switch (f) {
      case flag::undated:
        return undated();
      case flag::no_date_yet:
        return status_said(say("It is ", "L'événement est "), true) +
               say(", and nobody has named a day; ", ", et personne n'a nommé de jour ; ") + falls() + '.';
      case flag::date_unstated:
        return status_said(say("Its status is ", "Son état est "), false) +
               say(", but nobody says when; ", ", mais personne ne dit quand ; ") + falls() + '.';
      case flag::never_dated:
        return status_said(say("Its status is ", "Son état est "), false) + say(", and it has no date.", ", et il n'a pas de date.");
      case flag::expected:
        return say("It is foreseen ", "L'événement est attendu ") + window(e_.expected()->start_min(), e_.expected()->end_max()) +
               givers(field::expected) + say("; that doesn't date it.", " ; cela ne le date pas.");
      case flag::derived:
        return (e_.stated() ? say("More is known than its own date says: ", "On en sait plus que ce que dit sa propre date : ")
                            : say("It is limited by what else is known: ", "Ce que l'on sait d'autre le borne : ")) +
               falls() + '.';
      case flag::approximate:
        return say("Its date, ", "Sa date, ") + date() + say(", is marked as approximate", ", est marquée comme approximative") +
               givers(field::when) + '.';
      case flag::uncertain:
        return say("Its date, ", "Sa date, ") + date() + say(", is marked as uncertain", ", est marquée comme incertaine") +
               givers(field::when) + '.';
      case flag::inferred:
        return say("Its date, ", "Sa date, ") + date() +
               say(", was inferred from what the source says", ", a été déduite de ce que dit la source") + as_written() +
               givers(field::when) + '.';
      case flag::postponed:
        return postponed();
      case flag::moved:
        return moved();
      case flag::overdue:
        return overdue();
      case flag::presumed:
        return presumed();
      case flag::maybe_known:
        return maybe_known();
      case flag::disputed:
        return disputed();
      case flag::denied_by_some:
        return denied();
      case flag::unconfirmed:
        return unconfirmed();
      case flag::contradictory:
        return contradictory();
    }
    return {};
  }

 private:
  using report_number = std::uint32_t;

  [[nodiscard]] std::string say(std::string_view english, std::string_view french) const { return std::string{french_ ? french : english}; }
  [[nodiscard]] std::string_view language() const noexcept { return french_ ? "fr" : "en"; }
  [[nodiscard]] std::string day(time::instant i) const { return chronology::day_words(i, language()); }
  [[nodiscard]] std::string named(std::string_view id) const { return chronology::quoted_in(id, language()); }
  [[nodiscard]] std::string date() const { return time::in_words(*e_.stated(), french_ ? time::tongue::french : time::tongue::english); }
  /// "a", "a and b", "a, b and c".
  [[nodiscard]] std::string listed(std::vector<std::string> const& all) const {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? say(" and ", " et ") : ", ") + all[i];
    return text;
  }

  /// "on 2 April 2025", "between 2 April 2025 and 6 April 2025", "from 2 April 2025 on".
  [[nodiscard]] std::string window(time::instant first, time::instant last) const {
    if (!first.is_bounded() && !last.is_bounded()) return say("at some time", "à un moment ou un autre");
    if (!last.is_bounded()) return say("not before ", "pas avant le ") + day(first);
    if (!first.is_bounded()) return say("by ", "au plus tard le ") + day(last);
    if (day(first) == day(last)) return say("on ", "le ") + day(first);
    return say("between ", "entre le ") + day(first) + say(" and ", " et le ") + day(last);
  }
  [[nodiscard]] std::string falls() const {
    auto const& l = e_.limits();
    if (!l.start_min.is_bounded() && !l.end_max.is_bounded()) {
      if (l.start_max.is_bounded()) return say("it had begun by ", "il avait commencé au plus tard le ") + day(l.start_max);
      if (l.end_min.is_bounded()) return say("it wasn't over before ", "il n'était pas terminé avant le ") + day(l.end_min);
      return say("nothing limits when it falls", "rien ne borne le moment où il tombe");
    }
    if (!l.end_max.is_bounded()) return say("it doesn't fall before ", "il ne tombe pas avant le ") + day(l.start_min);
    return say("it falls ", "il tombe ") + window(l.start_min, l.end_max);
  }

  /// `report "r1" (The Gazette) of 2 April 2025`: by the day of the statement that it cites, else of its publication.
  [[nodiscard]] std::string report(report_number r) const {
    auto const& t = (*in_.told)[r];
    auto text = say("report ", "le rapport ") + named(in_.told->id_of(r));
    auto const source = source_name(in_.all, in_.told->id_of(r), language());
    if (!source.empty()) text += " (" + source + ')';
    auto const* const said = t.home->dating(t.home->reports().said[t.row]);
    auto const first = said ? said->start_min() : t.first;
    auto const last = said ? said->end_max() : t.last;
    if (!first.is_bounded() && !last.is_bounded()) return text;
    if (day(first) == day(last)) return text + say(" of ", " du ") + day(first);
    return text + (said ? say(" of some time ", " datant d'un moment ") : say(" published ", " publié ")) + window(first, last);
  }
  [[nodiscard]] std::string report(report_id const& id) const {
    for (auto r = in_.told->first_of(event_); r != in_.told->last_of(event_); ++r)
      if (in_.told->id_of(r) == id.str()) return report(r);
    return say("report ", "le rapport ") + named(id.str());
  }
  /// At most three of them, and how many more there are.
  [[nodiscard]] std::string reports(std::vector<report_id> const& all) const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < all.size() && (i < 3 || all.size() == 4); ++i) words.push_back(report(all[i]));
    if (words.size() < all.size()) words.push_back(std::to_string(all.size() - words.size()) + say(" more", " autres"));
    return listed(words);
  }
  [[nodiscard]] account of_field(field f) { return account_of(*in_.told, by_, event_, known_, in_.options.as_of, f); }
  /// ", as report "r1" says": those who give a field; nothing where the dossier declares it.
  [[nodiscard]] std::string givers(field f) {
    auto const who = of_field(f).those(stance::gives);
    if (who.empty()) return {};
    return say(", as ", ", comme ") + (who.size() == 1 ? say("", "le dit ") : say("", "le disent ")) + reports(who) +
           (who.size() == 1 ? say(" says", "") : say(" say", ""));
  }

  [[nodiscard]] std::string status_word() const {
    constexpr std::array<std::string_view, 10> english{"possible",  "proposed", "announced", "scheduled", "postponed",
                                                       "under way", "held",     "cancelled", "lapsed",    "denied"};
    constexpr std::array<std::string_view, 10> french{"possible", "proposé", "annoncé", "prévu", "reporté",
                                                      "en cours", "tenu",    "annulé",  "caduc", "démenti"};
    return std::string{(french_ ? french : english)[static_cast<std::size_t>(*e_.status())]};
  }
  /// "It is announced by Russia, as report "r1" of 2 April 2025 says".
  [[nodiscard]] std::string status_said(std::string text, bool by_whom) {
    text += by_whom ? status_word() : named(status_word());
    if (auto const f = e_.fields(); by_whom && f.by && !f.by->empty()) {
      std::vector<std::string> names;
      for (auto const& p : *f.by) names.push_back(name_of(p));
      text += french_ ? " (" + listed(names) + ')' : " by " + listed(names);
    }
    auto said = givers(field::status);
    if (said.empty()) {
      said = say(", as the dossier declares", ", comme le déclare le dossier");
      if (in_.all.as_of) said += say(" (as of ", " (au ") + day(time::instant::of(*in_.all.as_of)) + ')';
    }
    return text + said;
  }
  [[nodiscard]] std::string name_of(party_id const& id) const {
    auto const at = in_.all.of(sort::party).find(id.str());
    auto const name = at.home ? party_view{at}.name() : localized{};
    return name.empty() ? id.str() : std::string{name.get(language())};
  }

  /// ` ("mardi")`, where it is kept how the source puts it.
  [[nodiscard]] std::string as_written() const {
    auto const f = e_.fields();
    return f.when && !f.when->as_written().empty() ? " (" + named(f.when->as_written()) + ')' : std::string{};
  }

  [[nodiscard]] std::string undated() {
    auto const when = of_field(field::when);
    auto text = say("Nobody has stated a date", "Personne n'a donné de date");
    if (auto const none = when.those(stance::gives); !none.empty() && when.value == explicitly_none)
      text += say("; ", " ; ") + reports(none) +
              (none.size() == 1 ? say(" says that there is none", " dit qu'il n'y en a pas")
                                : say(" say that there is none", " disent qu'il n'y en a pas"));
    auto const why = e_.fields().why_undated;
    if (why == why_undated::unannounced) text += say("; none was announced", " ; aucune n'a été annoncée");
    if (why == why_undated::withheld) text += say("; it is being withheld", " ; elle n'est pas divulguée");
    if (why == why_undated::unstated) text += say("; the source doesn't tell it", " ; la source ne la dit pas");
    return text + '.';
  }
  /// "`2025-04-10` (report "r1" of 2 April 2025)", each date that was said before.
  [[nodiscard]] std::string former_dates(account const& when) const {
    std::vector<std::string> words;
    for (auto const& v : when.voices) {
      bool const other = v.how == stance::superseded || v.how == stance::against;
      if (other && !v.denies && v.value != explicitly_none && !v.value.empty()) words.push_back(v.value + " (" + report(v.report) + ')');
    }
    return listed(words);
  }
  [[nodiscard]] std::string postponed() {
    auto const when = of_field(field::when);
    auto const before = former_dates(when);
    if (!before.empty() && !e_.stated())
      return say("It was to be on ", "L'événement devait avoir lieu le ") + before + say(", and has no date now", ", et n'a plus de date") +
             givers(field::when) + '.';
    return status_said(say("Its status is ", "Son état est "), false) + say(", without a new date.", ", sans nouvelle date.");
  }
  [[nodiscard]] std::string moved() {
    auto const before = former_dates(of_field(field::when));
    return say("It was to be on ", "L'événement devait avoir lieu le ") + before + say(", and is now dated ", ", et est à présent daté ") +
           say("", "du ") + std::string{e_.stated()->text()} + givers(field::when) + '.';
  }
  [[nodiscard]] std::string overdue() {
    auto const latest = e_.stated() ? e_.stated()->start_max() : e_.expected()->end_max();
    return (e_.stated() ? say("It was to start by ", "L'événement devait commencer au plus tard le ")
                        : say("It was expected by ", "L'événement était attendu au plus tard le ")) +
           day(latest) + givers(e_.stated() ? field::when : field::expected) + say(", and by ", ", et le ") +
           day(time::instant::of(*in_.options.as_of)) + say(" nobody says that it was held.", " personne ne dit qu'il a eu lieu.");
  }
  [[nodiscard]] std::string field_word(field f) const {
    constexpr std::array<std::string_view, field_count> english{
        "its status",  "its date",  "when it is expected", "why it has no date", "its venue",
        "its parties", "its modes", "its topics",          "its series",         "who announced it"};
    constexpr std::array<std::string_view, field_count> french{"son état",
                                                               "sa date",
                                                               "le moment où il est attendu",
                                                               "la raison pour laquelle il n'a pas de date",
                                                               "son lieu",
                                                               "ses parties",
                                                               "ses modes",
                                                               "ses thèmes",
                                                               "sa série",
                                                               "qui l'a annoncé"};
    return std::string{(french_ ? french : english)[static_cast<std::size_t>(f)]};
  }
  [[nodiscard]] std::string presumed() {
    std::vector<std::string> words;
    for (std::size_t i = 1; i < field_count; ++i) {
      auto const f = static_cast<field>(i);
      auto const by = known_.given_by(f);
      if (by == ledger::nobody || !known_.presumed.has(f)) continue;
      words.push_back(field_word(f) + " (" + report(by) + ')');
    }
    if (words.empty())
      words.push_back(field_word(field::when) + say(", whose end was still to come", ", dont la fin était encore à venir"));
    return status_said(say("Its status is ", "Son état est "), false) + say(", but only plans tell ", ", mais seuls des plans disent ") +
           listed(words) + '.';
  }
  [[nodiscard]] std::string maybe_known() const {
    auto const end = in_.options.as_of ? time::span::day(*in_.options.as_of).last() : time::instant::future();
    std::vector<std::string> words;
    for (auto const r : by_.counting())
      if (auto const& t = (*in_.told)[r]; t.first <= end && end < t.last)
        words.push_back(named(in_.told->id_of(r)) + say(", published ", ", publié ") + window(t.first, t.last));
    return say("What stands rests on what may not have been published by ",
               "Ce qui vaut repose sur ce qui n'était peut-être pas encore publié le ") +
           day(end) + say(": ", " : ") + listed(words) + '.';
  }
  [[nodiscard]] std::string disputed() {
    std::string text;
    for (auto const& d : disputes_of(*in_.told, by_, event_, known_, in_.options.as_of)) {
      std::vector<std::string> words;
      for (std::size_t i = 0; i < d.reports.size(); ++i) words.push_back(d.values[i] + " (" + report(d.reports[i]) + ')');
      if (!text.empty()) text += say("; and on ", " ; et sur ");
      text += field_word(d.of) + say(": ", " : ") + listed(words);
    }
    return say("Those who tell of it clash on ", "Ceux qui en parlent se contredisent sur ") + text + '.';
  }
  [[nodiscard]] std::string denied() const {
    std::vector<std::string> whole, part;
    for (auto const r : by_.counting()) {
      auto const& t = (*in_.told)[r];
      if (t.denies_event) whole.push_back(report(r));
      else if (t.denies != 0) part.push_back(report(r));
    }
    auto const text = whole.empty() ? say("What is told of it is denied in part by ", "Ce qui en est dit est démenti en partie par ")
                                    : say("It is denied by ", "L'événement est démenti par ");
    auto const& who = whole.empty() ? part : whole;
    return text + listed(who) + (who.size() == 1 ? say(", which doesn't prevail.", ", qui ne l'emporte pas.")
                                             : say(", who don't prevail.", ", qui ne l'emportent pas."));
  }
  [[nodiscard]] std::string unconfirmed() const {
    std::vector<report_id> all;
    for (auto const r : by_.counting()) all.emplace_back(in_.told->id_of(r));
    return say("Whoever tells of it relies in the end on somebody unnamed: ",
               "Tous ceux qui en parlent s'appuient en fin de compte sur quelqu'un qui n'est pas nommé : ") +
           reports(all) + '.';
  }
  [[nodiscard]] std::string contradictory() const {
    std::string text;
    auto const id = e_.id();
    for (auto const& c : in_.contradictions) {
      if (std::find(c.events.begin(), c.events.end(), id) == c.events.end()) continue;
      std::vector<std::string> others;
      for (auto const& other : c.events)
        if (other != id) others.push_back(named(other.str()));
      text += text.empty() ? say("It takes part in a contradiction of ", "L'événement prend part à une contradiction de ")
                           : say("; in another of ", " ; à une autre de ");
      text += std::to_string(c.statements.size()) + say(" statements", " énoncés");
      if (!others.empty()) text += say(" with ", " avec ") + listed(others);
    }
    return text + say("; they can't all be right.", " ; ils ne peuvent pas tous être exacts.");
  }

  entry const& e_;
  compiled const& in_;
  bool french_;
  interpreter by_;
  interpretation known_;
  std::uint32_t event_ = 0;
};

}  // namespace detail

SINEDIE_INLINE std::string entry::why(flag f, std::string_view language) const {
  return has(f) ? detail::flag_reasons{*this, language}.of(f) : std::string{};
}

}  // namespace sinedie
