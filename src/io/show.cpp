// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/words.hpp>
#include <sinedie/io/show.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <sinedie/chronology/certainty.hpp>
#include <sinedie/io/display.hpp>
#include <sinedie/time/words.hpp>
#include <sinedie/timeline/conclusions.hpp>
#include <sinedie/timeline/lateness.hpp>
#include <sinedie/timeline/oddities.hpp>

#include "json_writer.hpp"
#include "shown.hpp"
#include "statement_json.hpp"

namespace sinedie {

namespace {

[[nodiscard]] std::vector<detail::shown_name> shown_parties(timeline const& t, claim_fields const& f, std::string const& language) {
  std::vector<detail::shown_name> names;
  if (f.parties)
    for (auto const& p : *f.parties) names.push_back({p.party.str(), t.name(p.party, language), true});
  return names;
}

[[nodiscard]] std::vector<detail::shown_name> shown_venues(timeline const& t, claim_fields const& f, std::string const& language) {
  std::vector<detail::shown_name> names;
  if (f.venues)
    for (auto const& choice : *f.venues) {
      if (choice.kind == venue_choice::how::not_in) continue;
      for (auto const& v : choice.venues) names.push_back({v.str(), t.name(v, language), choice.kind == venue_choice::how::certain});
    }
  return names;
}

/// An interval in which something is expected is a window: "between 2 and 6 April", not "from 2 to 6 April".
[[nodiscard]] std::string window_in_words(time::dating const& d, detail::shown_words const& say) {
  bool const plain = d.lasts() && d.precision() == time::precision::day && d.start() == time::endpoint::bounded &&
                     d.end() == time::endpoint::bounded && !d.uncertain() && !d.approximate() && !d.has_alternatives();
  if (!plain) return time::in_words(d, say.language() == "fr" ? time::tongue::french : time::tongue::english);
  auto const day = [&](time::instant i) { return chronology::day_words(i, say.language()); };
  return std::string{say("between")} + ' ' + day(d.start_min()) + ' ' + std::string{say("and")} + ' ' + day(d.end_max());
}

[[nodiscard]] detail::shown_event shown(timeline const& t, entry const& e, std::string const& language) {
  auto const& f = e.fields();
  detail::shown_event s;
  s.id = e.id().str();
  s.kind = e.kind();
  auto const title = e.title();
  s.title = title.empty() ? std::string{} : std::string{title.get(language)};
  s.status = e.status();
  s.occurs = e.occurs();
  auto const in = detail::shown_words{language}.language() == "fr" ? time::tongue::french : time::tongue::english;
  if (auto const* const d = e.stated()) s.when = *d, s.stated = d->text(), s.stated_in_words = time::in_words(*d, in);
  if (auto const* const d = e.expected()) s.expected = d->text(), s.expected_in_words = window_in_words(*d, detail::shown_words{language});
  s.datedness = e.datedness();
  s.limits = e.limits();
  s.parties = shown_parties(t, f, language);
  s.venues = shown_venues(t, f, language);
  if (f.modes) s.modes = *f.modes;
  if (f.topics) s.topics = *f.topics;
  if (f.series) s.series = *f.series;
  for (std::size_t i = 0; i < flag_words.size(); ++i)
    if (e.has(static_cast<flag>(i))) s.flags.emplace_back(flag_words[i]);
  return s;
}

/// Whether `later`, further on in the order or shown behind in reverse, comes after `earlier` by limits, or step by step.
[[nodiscard]] bool follows_for_certain(timeline const& t, entry earlier, entry later) {
  if (later.position() < earlier.position()) std::swap(earlier, later);
  if (earlier.limits().end_max < later.limits().start_min) return true;
  for (auto i = earlier.position() + 1; i <= later.position(); ++i)
    if (t[i].after_previous() == chronology::certainty::conventional) return false;
  return true;
}

[[nodiscard]] std::vector<detail::shown_event> shown(timeline const& t, selection const& what, std::string const& language) {
  std::vector<detail::shown_event> events;
  events.reserve(what.size());
  std::optional<entry> before;
  for (auto const e : what) {
    events.push_back(shown(t, e, language));
    events.back().by_convention = before && !follows_for_certain(t, *before, e);
    before = e;
  }
  return events;
}

[[nodiscard]] std::string title_of(timeline const& t, std::string const& language) {
  return t.title().empty() ? std::string{} : sanitized(t.title().get(language));
}

/// What `check` says of one contradiction.
struct clash {
  contradiction what;
  std::vector<drop> drops;
};

[[nodiscard]] std::vector<clash> clashes_of(timeline const& t, std::string const& language) {
  std::vector<clash> all;
  if (t.contradictions().empty()) return all;
  conclusions const known{t};
  for (std::size_t i = 0; i < t.contradictions().size(); ++i) all.push_back({known.in_words(i, language), known.drops(i)});
  return all;
}

/// Which statement to doubt first, and what that would gain: "Without this all the others could hold: …".
[[nodiscard]] std::vector<std::string> doubts(clash const& c, std::string const& language) {
  bool const fr = language == "fr";
  std::vector<std::string> all;
  for (auto const& d : c.drops) {
    std::string text = d.settles ? (fr ? "sans cela, tout le reste se tient" : "without this all else could hold")
                                 : (fr ? "sans cela, " : "without this, ") + std::to_string(d.freed) + (fr ? " des " : " of the ") +
                                       std::to_string(c.drops.size() - 1) + (fr ? " autres se tiennent" : " others could hold");
    all.push_back(text + (fr ? " : " : ": ") + c.what.statements[d.statement].text);
  }
  return all;
}

/// `"talks": when is 2025-02-26 by r1 (Kommersant), 2025-02-27 by r2 (TASS)`
[[nodiscard]] std::string dispute_sentence(timeline const& t, dispute const& d) {
  std::string text = '"' + d.event.str() + "\": " + std::string{to_string(d.of)} + " is ";
  for (std::size_t i = 0; i < d.reports.size(); ++i) {
    if (i > 0) text += ", ";
    text += d.values[i] + " by " + d.reports[i].str();
    if (auto const source = t.source(d.reports[i]); !source.empty()) text += " (" + source + ')';
  }
  return text;
}

}  // namespace

std::string show_table(timeline const& t, selection const& what, showing const& how) {
  detail::shown_words const say{how.language};
  auto const events = shown(t, what, how.language);
  auto const width = detail::width_of(how);
  std::string text;
  for (auto const& line : wrapped(title_of(t, how.language), width))
    if (!line.empty()) text += line + '\n';
  if (auto const day = t.as_of()) {
    auto const words = chronology::day_words(time::instant::of(*day), say.language());
    text += std::string{say("as of")} + ' ' + words + '\n';
  }
  if (!text.empty()) text += '\n';
  text += detail::listing_text(events, say, width, detail::style_of(how), how.ids);
  return text + '\n' + detail::summary_of(events, t.as_of(), say) + '\n';
}

std::string show_markdown(timeline const& t, selection const& what, showing const& how) {
  detail::shown_words const say{how.language};
  auto const events = shown(t, what, how.language);
  std::string text = title_of(t, how.language);
  if (!text.empty()) text = "# " + markdown_escaped(text) + "\n\n";
  text += detail::table_of(events, say, how.ids).markdown();
  return text + '\n' + detail::summary_of(events, t.as_of(), say) + '\n';
}

std::string show_json(timeline const& t, selection const& what, showing const& how) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("as_of");
  detail::write_day(out, t.as_of());
  out.key("entries").open_array();
  for (auto const e : what) detail::write_event(out, shown(t, e, how.language));
  out.close().key("possibly").number(static_cast<std::uint64_t>(what.possibly_more())).close();
  return text + '\n';
}

std::vector<finding> findings_of(timeline const& t, checking const& also) {
  auto found = t.findings();
  auto const odd = oddities(t);
  found.insert(found.end(), odd.begin(), odd.end());
  auto const named = [](event_id const& id) { return detail::quoted(id.str()); };
  if (also.overdue)
    for (auto const& e : overdue(t))
      found.push_back({"overdue", e.event,
                       named(e.event) + (e.stated ? " was to start by " : " was expected by ") + chronology::day_words(e.latest, "en") +
                           ", and nobody says that it was held"});
  if (also.quiet)
    for (auto const& e : without_news(t, *also.quiet))
      found.push_back({"quiet", e.event,
                       "nothing was heard of " + named(e.event) + " since " +
                           chronology::day_words(time::instant::of(e.last_news), "en") + ", " +
                           std::to_string((*t.as_of() - e.last_news).count()) + " days before"});
  return found;
}

std::string check_text(timeline const& t, showing const& how, checking const& also) {
  bool const fr = how.language == "fr";
  std::string text;
  for (auto const& c : clashes_of(t, how.language)) {
    text += "contradiction: " + sanitized(to_sentence(c.what, how.language)) + '\n';
    for (auto const& d : doubts(c, how.language)) text += "  " + sanitized(d) + '\n';
  }
  for (auto const& d : t.disputes()) text += "dispute: " + sanitized(dispute_sentence(t, d)) + '\n';
  for (auto const& f : findings_of(t, also)) text += f.kind + ": " + sanitized(f.text) + '\n';
  return text.empty() ? (fr ? "rien à signaler\n" : "nothing to report\n") : text;
}

std::string check_markdown(timeline const& t, showing const& how, checking const& also) {
  bool const fr = how.language == "fr";
  std::string text;
  for (auto const& c : clashes_of(t, how.language)) {
    text += "- **contradiction**: " + markdown_escaped(sanitized(to_sentence(c.what, how.language))) + '\n';
    for (auto const& d : doubts(c, how.language)) text += "  - " + markdown_escaped(sanitized(d)) + '\n';
  }
  for (auto const& d : t.disputes()) text += "- **dispute**: " + markdown_escaped(sanitized(dispute_sentence(t, d))) + '\n';
  for (auto const& f : findings_of(t, also)) text += "- **" + f.kind + "**: " + markdown_escaped(sanitized(f.text)) + '\n';
  return text.empty() ? (fr ? "rien à signaler\n" : "nothing to report\n") : text;
}

std::string check_json(timeline const& t, showing const& how, checking const& also) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("contradictions").open_array();
  for (auto const& c : clashes_of(t, how.language)) {
    out.open_object().key("statements").open_array();
    for (auto const& s : c.what.statements) detail::write_statement(out, s);
    out.close().key("events").open_array();
    for (auto const& id : c.what.events) out.string(id.str());
    out.close().key("drops").open_array();
    for (auto const& d : c.drops)
      out.open_object().key("statement").number(d.statement).key("frees").number(d.freed).key("settles").boolean(d.settles).close();
    out.close().close();
  }
  out.close().key("disputes").open_array();
  for (auto const& d : t.disputes()) {
    out.open_object().key("event").string(d.event.str()).key("field").string(to_string(d.of)).key("reports").open_array();
    for (auto const& r : d.reports) out.string(r.str());
    out.close().key("sources").open_array();
    for (auto const& r : d.reports) out.string(t.source(r));
    out.close().key("values").open_array();
    for (auto const& v : d.values) out.string(v);
    out.close().close();
  }
  out.close().key("findings").open_array();
  for (auto const& f : findings_of(t, also)) {
    out.open_object().key("kind").string(f.kind).key("event");
    if (f.event) out.string(f.event->str());
    else out.null();
    out.key("text").string(f.text).close();
  }
  out.close().close();
  return text + '\n';
}

}  // namespace sinedie
