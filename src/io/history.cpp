// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/history.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <sinedie/io/display.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/lateness.hpp>

#include "json_writer.hpp"
#include "shown.hpp"

namespace sinedie {

namespace {

[[nodiscard]] std::string day_text(std::optional<std::chrono::sys_days> day) {
  return day ? time::to_day_string(time::instant::of(*day)) : std::string{};
}

/// In the order of the enumeration.
constexpr std::array<std::string_view, change_words.size()> english_words{
    "first heard of",       "possible",           "proposed",         "announced",         "scheduled",       "postponed",
    "under way",            "held",               "cancelled",        "lapsed",            "denied",          "status withdrawn",
    "said to have no date", "dated",              "date refined",     "date widened",      "date changed",    "moved",
    "lost its date",        "expected",           "expectation changed", "expectation dropped", "why undated", "venue named",
    "venue changed",        "venue dropped",      "parties",          "modes",             "topics",          "series",
    "by whom",              "disputed",           "dispute settled"};
constexpr std::array<std::string_view, change_words.size()> change_words_in_french{
    "première mention",     "possible",           "proposé",          "annoncé",           "prévu",           "reporté",
    "en cours",             "tenu",               "annulé",           "caduc",             "démenti",         "état retiré",
    "dit sans date",        "daté",               "date précisée",    "date élargie",      "date changée",    "déplacé",
    "a perdu sa date",      "attendu",            "attente changée",  "attente abandonnée", "pourquoi sans date", "lieu nommé",
    "lieu changé",          "lieu abandonné",     "parties",          "modes",             "thèmes",          "série",
    "par qui",              "contesté",           "contestation réglée"};

class speaker {
 public:
  explicit speaker(knowledge const& k, showing const& how) : k_{k}, how_{how}, french_{how.language == "fr"} {}

  [[nodiscard]] std::string_view word(change_kind c) const {
    return (french_ ? change_words_in_french : english_words)[static_cast<std::size_t>(c)];
  }
  [[nodiscard]] std::string say(std::string_view english, std::string_view french) const {
    return std::string{french_ ? french : english};
  }
  [[nodiscard]] std::string day(change const& c) const {
    auto text = c.day ? day_text(c.day) : say("always", "depuis toujours");
    if (c.certain_from) text += say(" or by ", " ou d’ici le ") + day_text(c.certain_from);
    return text;
  }
  /// Each source with its reports in brackets.
  [[nodiscard]] std::string sources(std::vector<report_id> const& reports) const {
    std::vector<std::pair<std::string, std::string>> by_source;
    for (auto const& r : reports) {
      auto name = k_.source(r, how_.language);
      auto const at = std::find_if(by_source.begin(), by_source.end(), [&](auto const& s) { return s.first == name; });
      if (at == by_source.end()) by_source.emplace_back(std::move(name), r.str());
      else at->second += ", " + r.str();
    }
    std::string text;
    for (auto const& [name, ids] : by_source) {
      if (!text.empty()) text += '\n';
      text += name.empty() ? ids : name + " (" + ids + ')';
    }
    return text;
  }
  /// `announced → scheduled`, or the one that there is.
  [[nodiscard]] std::string values(change const& c) const {
    auto const to = worded(c.of, c.to);
    if (c.from.empty()) return to;
    return worded(c.of, c.from) + " → " + (to.empty() ? "–" : to);
  }
  [[nodiscard]] std::vector<std::string> cells(change const& c) const {
    return {std::string{word(c.kind)}, values(c), sources(c.reports)};
  }
  [[nodiscard]] static emphasis how_loud(change const& c) {
    bool const off = c.kind == change_kind::lost_its_date || c.kind == change_kind::postponed || c.kind == change_kind::disputed ||
                     c.kind == change_kind::cancelled || c.kind == change_kind::denied;
    return off ? emphasis::warning : emphasis::none;
  }
  [[nodiscard]] std::vector<column> columns(std::string first, std::size_t least) const {
    return {{std::move(first), least}, {say("change", "changement"), 14}, {say("value", "valeur"), 14},
            {say("who says so", "qui l’affirme"), 16}};
  }
  [[nodiscard]] table changes(std::vector<change> const& list) const {
    table t{columns(say("day", "jour"), 10)};
    std::string before;
    for (auto const& c : list) {
      auto shown = cells(c);
      auto when = day(c);
      shown.insert(shown.begin(), when == before ? std::string{} : when);
      before = std::move(when);
      t.row(std::move(shown), how_loud(c));
    }
    return t;
  }
  [[nodiscard]] table compared(std::vector<event_changes> const& all) const {
    table t{columns(say("event", "événement"), 16)};
    for (auto const& e : all) {
      auto name = k_.title(e.event, how_.language);
      if (how_.ids && name != e.event.str()) name += " (" + e.event.str() + ')';
      for (auto const& c : e.changes) {
        auto shown = cells(c);
        shown.insert(shown.begin(), std::exchange(name, std::string{}));
        t.row(std::move(shown), how_loud(c));
      }
    }
    return t;
  }
  [[nodiscard]] table accounts(std::vector<account> const& list) const {
    table t{{{say("what", "quoi"), 8}, {say("value", "valeur"), 8}, {say("says so", "l’affirme"), 8},
             {say("superseded", "remplacé"), 8}, {say("against", "contre"), 7}}};
    for (auto const& a : list) {
      auto gives = a.declared ? say("(the dossier)", "(le dossier)") : voices(a, stance::gives);
      t.row({std::string{french_ ? in_french(a.of) : to_string(a.of)}, worded(a.of, a.value.empty() ? explicitly_none : a.value),
             std::move(gives),
             voices(a, stance::superseded), voices(a, stance::against)},
            a.disputed ? emphasis::warning : emphasis::none);
    }
    return t;
  }
  [[nodiscard]] std::string text(table const& t) const {
    return t.text(detail::width_of(how_), detail::style_of(how_));
  }

 private:
  /// A value as it is written, but for words that have a French one.
  [[nodiscard]] std::string worded(std::optional<field> of, std::string_view value) const {
    if (!french_) return std::string{value};
    if (value == explicitly_none) return "aucune";
    auto const status = of == field::status ? to_status(value) : std::nullopt;
    if (!status) return std::string{value};
    return std::string{detail::shown_words{"fr"}(*status == sinedie::status::under_way ? "under way" : to_string(*status))};
  }
  [[nodiscard]] std::string voices(account const& a, stance how) const {
    std::string text;
    for (auto const& v : a.voices) {
      if (v.how != how) continue;
      if (!text.empty()) text += '\n';
      text += v.report.str();
      if (v.denies && a.of != field::status) text += say(" (not ", " (pas ") + worded(a.of, v.value) + ')';
      else if (!v.denies && v.value != a.value) text += " (" + worded(a.of, v.value) + ')';
    }
    return text;
  }

  knowledge const& k_;
  showing const& how_;
  bool french_;
};

[[nodiscard]] std::string standing_line(speaker const& speak, knowledge const& k, knowledge_day until) {
  auto const day = until ? until : k.own_day();
  return day ? speak.say("What stands as of ", "Ce qui vaut au ") + day_text(day) + speak.say(", and who says so:", " et qui l’affirme :")
             : speak.say("What stands, and who says so:", "Ce qui vaut et qui l’affirme :");
}

/// "moved twice, 27 days in all; without a date for 14 days"
[[nodiscard]] std::string slips_line(speaker const& speak, slips const& s) {
  if (s.moves == 0 && s.undated_days == 0) return {};
  auto const days = [&](std::int64_t n) {
    return std::to_string(n) + (n == 1 || n == -1 ? speak.say(" day", " jour") : speak.say(" days", " jours"));
  };
  std::string text;
  if (s.moves > 0)
    text = speak.say("The date moved ", "La date a été déplacée ") + std::to_string(s.moves) +
           (s.moves == 1 ? speak.say(" time", " fois") : speak.say(" times", " fois")) +
           speak.say(", by ", ", de ") + days(s.net_days) + speak.say(" in all.", " en tout.");
  if (s.undated_days > 0) {
    if (!text.empty()) text += ' ';
    text += speak.say("Without a date while it was to come: ", "Sans date tant que c’était à venir : ") + days(s.undated_days) + '.';
  }
  return text + "\n\n";
}

void write_text(detail::json_writer& out, std::string_view key, std::string const& text) {
  out.key(key);
  if (text.empty()) out.null();
  else out.string(text);
}

void write_reports(detail::json_writer& out, std::string_view key, std::vector<report_id> const& list) {
  out.key(key).open_array();
  for (auto const& r : list) out.string(r.str());
  out.close();
}

void write_changes(detail::json_writer& out, knowledge const& k, std::vector<change> const& list, showing const& how) {
  out.key("changes").open_array();
  for (auto const& c : list) {
    out.open_object();
    write_text(out, "day", day_text(c.day));
    write_text(out, "certain_from", day_text(c.certain_from ? c.certain_from : c.day));
    out.key("change").string(in_short(c.kind)).key("detail").string(to_string(c.kind));
    write_text(out, "from", c.from);
    write_text(out, "to", c.to);
    write_reports(out, "reports", c.reports);
    out.key("sources").open_array();
    for (auto const& r : c.reports) out.string(k.source(r, how.language));
    out.close().close();
  }
  out.close();
}

void write_slips(detail::json_writer& out, slips const& s) {
  out.key("moves").number(s.moves).key("losses").number(s.losses).key("unmeasured").number(s.unmeasured);
  out.key("net_days").number(s.net_days).key("total_days").number(s.total_days).key("undated_days").number(s.undated_days);
}

[[nodiscard]] std::vector<slip_group> slips_listed(knowledge const& k, std::optional<grouping> by, knowledge_day until) {
  return by ? slips_by(k, *by, until) : slips_by_event(k, until);
}

[[nodiscard]] std::string name_of_group(knowledge const& k, timeline const& t, std::string const& key, std::optional<grouping> by,
                                        showing const& how) {
  if (!by) return k.title(event_id{key}, how.language);
  if (key == "none") return how.language == "fr" ? "aucun" : "none";
  if (by == grouping::venue) return t.name(venue_id{key}, how.language);
  if (by == grouping::party) return t.name(party_id{key}, how.language);
  auto const comma = key.find(',');
  if (by != grouping::pair || comma == std::string::npos) return key;
  return t.name(party_id{key.substr(0, comma)}, how.language) + " – " + t.name(party_id{key.substr(comma + 1)}, how.language);
}

/// Nothing where no date slipped.
[[nodiscard]] std::optional<table> slips_in_table(knowledge const& k, std::optional<grouping> by, knowledge_day until, showing const& how) {
  bool const fr = how.language == "fr";
  constexpr std::array<std::string_view, grouping_words.size()> french{"partie", "paire", "lieu", "genre", "statut", "année", "mois"};
  std::string const head{!by ? fr ? "événement" : "event" : fr ? french[static_cast<std::size_t>(*by)] : to_string(*by)};
  std::vector<column> columns{{head, 16}};
  if (by) columns.push_back({fr ? "événements" : "events", 6, false, true});
  for (auto const* const name : fr ? std::array{"déplacée", "perdue", "jours en tout", "jours parcourus", "jours sans date"}
                                   : std::array{"moved", "lost", "days in all", "days moved", "days undated"})
    columns.push_back({name, 5, false, true});
  table t{std::move(columns)};
  auto const names = until ? k.as_of(*until) : k.as_of();
  for (auto const& g : slips_listed(k, by, until)) {
    auto const& s = g.sum;
    if (s.moves == 0 && s.losses == 0 && s.undated_days == 0) continue;
    std::vector<std::string> cells{name_of_group(k, names, g.key, by, how)};
    if (!by && how.ids && cells[0] != g.key) cells[0] += " (" + g.key + ')';
    if (by) cells.push_back(std::to_string(s.events));
    cells.push_back(std::to_string(s.moves) + (s.unmeasured > 0 ? " (" + std::to_string(s.unmeasured) + " ?)" : ""));
    for (auto const n : {std::int64_t{s.losses}, s.net_days, s.total_days, s.undated_days}) cells.push_back(std::to_string(n));
    t.row(std::move(cells));
  }
  return t.size() == 0 ? std::nullopt : std::optional{std::move(t)};
}
[[nodiscard]] std::string no_slips(showing const& how) {
  return how.language == "fr" ? "aucune date n’a été déplacée, perdue ou attendue\n" : "no date moved, was lost or waited for\n";
}

[[nodiscard]] std::string nothing(speaker const& speak, std::chrono::sys_days from, std::chrono::sys_days to) {
  return speak.say("nothing changed from ", "rien n’a changé du ") + day_text(from) + speak.say(" to ", " au ") + day_text(to) + '\n';
}

[[nodiscard]] std::string unheard(speaker const& speak) { return speak.say("not heard of by then\n", "inconnu à cette date\n"); }

}  // namespace

std::string history_table(knowledge const& k, event_id const& id, knowledge_day until, showing const& how) {
  speaker const speak{k, how};
  auto const changes = k.history(id, until);
  if (changes.empty()) return unheard(speak);
  return detail::heading(k.title(id, how.language), detail::width_of(how)) + speak.text(speak.changes(changes)) + '\n' +
         slips_line(speak, slips_of(k, id, until)) + standing_line(speak, k, until) + "\n\n" +
         speak.text(speak.accounts(k.who_says_so(id, until)));
}

std::string history_markdown(knowledge const& k, event_id const& id, knowledge_day until, showing const& how) {
  speaker const speak{k, how};
  auto const changes = k.history(id, until);
  if (changes.empty()) return unheard(speak);
  return "# " + markdown_escaped(k.title(id, how.language)) + "\n\n" + speak.changes(changes).markdown() + '\n' +
         slips_line(speak, slips_of(k, id, until)) + standing_line(speak, k, until) + "\n\n" +
         speak.accounts(k.who_says_so(id, until)).markdown();
}

std::string history_json(knowledge const& k, event_id const& id, knowledge_day until, showing const& how) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("event").string(id.str());
  write_text(out, "as_of", day_text(until ? until : k.own_day()));
  write_changes(out, k, k.history(id, until), how);
  auto const s = slips_of(k, id, until);
  out.key("slips").open_object();
  write_slips(out, s);
  out.close();
  out.key("standing").open_array();
  for (auto const& a : k.who_says_so(id, until)) {
    out.open_object().key("field").string(to_string(a.of));
    write_text(out, "value", a.value);
    out.key("declared").boolean(a.declared).key("disputed").boolean(a.disputed).key("voices").open_array();
    for (auto const& v : a.voices) {
      out.open_object().key("report").string(v.report.str()).key("stance").string(to_string(v.how)).key("denies").boolean(v.denies);
      write_text(out, "value", v.value);
      out.key("source").string(k.source(v.report, how.language)).close();
    }
    out.close().close();
  }
  out.close().close();
  return text + '\n';
}

std::string compare_table(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to, showing const& how) {
  speaker const speak{k, how};
  auto const all = k.compare(from, to);
  return all.empty() ? nothing(speak, from, to) : speak.text(speak.compared(all));
}

std::string compare_markdown(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to, showing const& how) {
  speaker const speak{k, how};
  auto const all = k.compare(from, to);
  return all.empty() ? nothing(speak, from, to) : speak.compared(all).markdown();
}

std::string compare_json(knowledge const& k, std::chrono::sys_days from, std::chrono::sys_days to, showing const& how) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("from").string(day_text(from)).key("to").string(day_text(to)).key("events").open_array();
  for (auto const& e : k.compare(from, to)) {
    out.open_object().key("id").string(e.event.str());
    write_changes(out, k, e.changes, how);
    out.close();
  }
  out.close().close();
  return text + '\n';
}

std::string slips_table(knowledge const& k, std::optional<grouping> by, knowledge_day until, showing const& how) {
  auto const t = slips_in_table(k, by, until, how);
  return t ? speaker{k, how}.text(*t) : no_slips(how);
}

std::string slips_markdown(knowledge const& k, std::optional<grouping> by, knowledge_day until, showing const& how) {
  auto const t = slips_in_table(k, by, until, how);
  return t ? t->markdown() : no_slips(how);
}

std::string slips_json(knowledge const& k, std::optional<grouping> by, knowledge_day until) {
  std::string text;
  detail::json_writer out{text};
  out.open_object();
  write_text(out, "as_of", day_text(until ? until : k.own_day()));
  out.key("by").string(by ? to_string(*by) : "event").key("groups").open_array();
  for (auto const& g : slips_listed(k, by, until)) {
    out.open_object().key("key").string(g.key).key("events").number(g.sum.events);
    write_slips(out, g.sum);
    out.close();
  }
  out.close().close();
  return text + '\n';
}

}  // namespace sinedie
