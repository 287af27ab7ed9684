// SPDX-License-Identifier: BSL-1.0
#include "shown.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <sinedie/chronology/words.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::detail {

namespace {

struct pair_of_words {
  std::string_view english;
  std::string_view french;
};

// Keyed by the English, which is what a reader of this code wants to see where they are used.
constexpr std::array<pair_of_words, 53> french_words{{
    {"when", "quand"},
    {"event", "événement"},
    {"parties", "parties"},
    {"venue", "lieu"},
    {"status", "état"},
    {"id", "identifiant"},
    {"no date yet", "pas encore de date"},
    {"date not stated", "date non précisée"},
    {"never had a date", "n’a jamais eu de date"},
    {"no date", "sans date"},
    {"expected", "attendu"},
    {"from", "à partir du"},
    {"until", "jusqu’au"},
    {"between", "entre le"},
    {"and", "et le"},
    {"or", "ou"},
    {"possible", "possible"},
    {"proposed", "proposé"},
    {"announced", "annoncé"},
    {"scheduled", "prévu"},
    {"postponed", "reporté"},
    {"under way", "en cours"},
    {"held", "tenu"},
    {"is the case", "a lieu"},
    {"cancelled", "annulé"},
    {"lapsed", "caduc"},
    {"denied", "démenti"},
    {"inferred", "déduite"},
    {"overdue", "en retard"},
    {"contradictory", "contradictoire"},
    {"disputed", "contesté"},
    {"denied by some", "démenti par certains"},
    {"date put off", "date reportée"},
    {"moved", "déplacé"},
    {"presumed", "présumé"},
    {"perhaps not known yet", "peut-être pas encore connu"},
    {"unconfirmed", "non confirmé"},
    {"by telephone", "par téléphone"},
    {"by video", "par visioconférence"},
    {"in writing", "par écrit"},
    {"events", "événements"},
    {"as of", "au"},
    {"without a date", "sans date"},
    {"of which", "dont"},
    {"has no date yet", "n’a pas encore de date"},
    {"have no date yet", "n’ont pas encore de date"},
    {"no events", "aucun événement"},
    {"not before", "pas avant le"},
    {"not after", "pas après le"},
    {"begun by", "commencé au plus tard le"},
    {apart_note, "à part, car on ne sait rien du moment où ceux-ci ont lieu"},
    {nothing_apart, "de chacun on sait quelque chose du moment : aucun n’est à part"},
    {convention_note, "suit l’entrée précédente par convention : rien ne dit laquelle vient d’abord"},
}};

[[nodiscard]] std::string earliest_start(shown_event const& e) {
  return bound_text(e.when ? &*e.when : nullptr, which_end::start, e.limits.start_min, false);
}
[[nodiscard]] std::string latest_end(shown_event const& e) {
  return bound_text(e.when ? &*e.when : nullptr, which_end::end, e.limits.end_max, true);
}

void append_line(std::string& text, std::string_view line) {
  if (!text.empty()) text += '\n';
  text += line;
}

void append_note(std::string& text, std::string_view note) {
  if (!text.empty()) text += ", ";
  text += note;
}

[[nodiscard]] std::string listed(std::vector<shown_name> const& names) {
  std::string text;
  for (shown_name const& n : names) {
    append_note(text, n.name.empty() ? n.id : n.name);
    if (!n.certain) text += '?';
  }
  return text;
}

void write_text(json_writer& out, std::string_view key, std::string const& text) {
  out.key(key);
  if (text.empty()) out.null();
  else out.string(text);
}

}  // namespace

bool shown_event::has(std::string_view flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

shown_words::shown_words(std::string_view language) : french_{language == "fr" || language.starts_with("fr-")} {}

std::string_view shown_words::operator()(std::string_view english) const {
  if (!french_) return english;
  auto const found = std::find_if(french_words.begin(), french_words.end(), [&](pair_of_words const& p) { return p.english == english; });
  return found == french_words.end() ? english : found->french;
}

std::string when_in_words(shown_event const& e, shown_words const& say) {
  std::string text;
  if (!e.stated.empty()) {
    text = e.stated;
    if (e.has("inferred")) text += " (" + std::string{say("inferred")} + ')';
    return text;
  }
  text = say(e.has("no_date_yet")     ? "no date yet"
             : e.has("date_unstated") ? "date not stated"
             : e.has("never_dated")   ? "never had a date"
                                      : "no date");
  if (!e.expected.empty()) append_line(text, std::string{say("expected")} + ' ' + e.expected);
  bool const after = e.limits.start_min.is_bounded();
  bool const before = e.limits.end_max.is_bounded();
  if (after && before) {
    append_line(text, std::string{say("between")} + ' ' + earliest_start(e) + ' ' + std::string{say("and")} + ' ' + latest_end(e));
  } else if (after) {
    append_line(text, std::string{say("from")} + ' ' + earliest_start(e));
  } else if (before) {
    append_line(text, std::string{say("until")} + ' ' + latest_end(e));
  }
  return text;
}

std::string status_in_words(shown_event const& e, shown_words const& say) {
  std::string text;
  if (e.status) {
    bool const situation = e.kind == "situation" || e.kind.starts_with("situation.");
    if (*e.status == status::under_way) text = say("under way");
    else if (*e.status == status::held && situation) text = say("is the case");
    else text = say(to_string(*e.status));
  }
  static constexpr std::array<pair_of_words, 9> notes{{
      {"overdue", "overdue"},
      {"postponed", "date put off"},
      {"moved", "moved"},
      {"presumed", "presumed"},
      {"maybe_known", "perhaps not known yet"},
      {"disputed", "disputed"},
      {"denied_by_some", "denied by some"},
      {"unconfirmed", "unconfirmed"},
      {"contradictory", "contradictory"},
  }};
  for (auto const& [flag, words] : notes) {
    bool const said_already = flag == "postponed" && e.status == status::postponed;
    if (e.has(flag) && !said_already) append_note(text, say(words));
  }
  return text;
}

std::string parties_in_words(shown_event const& e) { return listed(e.parties); }

std::string venues_in_words(shown_event const& e, shown_words const& say) {
  std::string where = listed(e.venues);
  for (mode const m : e.modes) {
    if (m == mode::telephone) append_note(where, say("by telephone"));
    if (m == mode::video) append_note(where, say("by video"));
    if (m == mode::written) append_note(where, say("in writing"));
  }
  return where;
}

table table_of(std::vector<shown_event> const& events, shown_words const& say, bool with_ids) {
  std::vector<column> columns;
  columns.push_back({std::string{say("when")}, 10});
  if (with_ids) columns.push_back({std::string{say("id")}, 8});
  columns.push_back({std::string{say("event")}, 12});
  columns.push_back({std::string{say("parties")}, 8});
  columns.push_back({std::string{say("venue")}, 8});
  columns.push_back({std::string{say("status")}, 8});
  table t{std::move(columns)};
  for (shown_event const& e : events) {
    std::vector<std::string> cells{std::string{e.by_convention ? by_convention_mark : std::string_view{}}};
    bool first = true;
    for (auto const& line : when_lines(e, say)) {
      if (!std::exchange(first, false)) cells.front() += '\n';
      cells.front() += line;
    }
    if (with_ids) cells.push_back(e.id);
    cells.push_back(e.title.empty() ? e.id : e.title);
    cells.push_back(parties_in_words(e));
    cells.push_back(venues_in_words(e, say));
    cells.push_back(status_in_words(e, say));
    bool const loud = e.has("no_date_yet") || e.has("overdue") || e.has("contradictory");
    t.row(std::move(cells), loud ? emphasis::warning : e.occurs == truth::no ? emphasis::faint : emphasis::none);
  }
  return t;
}

std::string summary_of(std::vector<shown_event> const& events, std::optional<std::chrono::sys_days> as_of, shown_words const& say) {
  auto const count = [&](std::string_view flag) {
    return std::count_if(events.begin(), events.end(), [&](shown_event const& e) { return e.has(flag); });
  };
  std::string text;
  if (events.empty()) text = say("no events");
  else text = std::to_string(events.size()) + ' ' + std::string{say(events.size() == 1 ? "event" : "events")};
  if (as_of) text += ' ' + std::string{say("as of")} + ' ' + chronology::day_words(time::instant::of(*as_of), say.language());
  auto const undated = count("undated");
  auto const awaited = count("no_date_yet");
  std::string_view const semicolon = say.language() == "fr" ? " ; " : "; ";
  if (undated > 0) text.append(semicolon).append(std::to_string(undated)).append(" ").append(say("without a date"));
  if (awaited > 0) {
    text += ", " + std::string{say("of which")} + ' ' + std::to_string(awaited) + ' ' +
            std::string{say(awaited == 1 ? "has no date yet" : "have no date yet")};
  }
  return text;
}

std::string bound_text(time::dating const* own, which_end of, time::instant i, bool is_latest) {
  if (own == nullptr) return time::to_bound_string(i, is_latest);
  return of == which_end::start ? time::to_start_string(i, is_latest, *own) : time::to_end_string(i, is_latest, *own);
}

void write_bound(json_writer& out, std::string const& bound) {
  if (bound.empty()) out.null();
  else out.string(bound);
}

void write_day(json_writer& out, std::optional<std::chrono::sys_days> day) {
  if (day) out.string(time::to_day_string(time::instant::of(*day)));
  else out.null();
}

void write_event(json_writer& out, shown_event const& e) {
  auto const* const own = e.when ? &*e.when : nullptr;
  out.open_object().key("id").string(e.id);
  write_text(out, "kind", e.kind);
  write_text(out, "title", e.title);
  out.key("status");
  if (e.status) out.string(to_string(*e.status));
  else out.null();
  out.key("occurs").string(to_string(e.occurs));
  write_text(out, "stated", e.stated);
  write_text(out, "expected", e.expected);
  out.key("datedness").string(to_string(e.datedness));
  out.key("start").open_object().key("earliest");
  write_bound(out, earliest_start(e));
  out.key("latest");
  write_bound(out, bound_text(own, which_end::start, e.limits.start_max, true));
  out.close().key("end").open_object().key("earliest");
  write_bound(out, bound_text(own, which_end::end, e.limits.end_min, false));
  out.key("latest");
  write_bound(out, latest_end(e));
  out.close().key("parties").open_array();
  for (shown_name const& n : e.parties) out.string(n.id);
  out.close().key("venues").open_array();
  for (shown_name const& n : e.venues) out.string(n.id);
  out.close().key("modes").open_array();
  for (mode const m : e.modes) out.string(to_string(m));
  out.close().key("topics").open_array();
  for (std::string const& t : e.topics) out.string(t);
  out.close().key("series").open_array();
  for (series_round const& s : e.series) {
    out.open_object().key("id").string(s.series.str()).key("round");
    if (s.round) out.number(*s.round);
    else out.null();
    out.close();
  }
  out.close().key("flags").open_array();
  for (std::string const& f : e.flags) out.string(f);
  out.close().close();
}

}  // namespace sinedie::detail
