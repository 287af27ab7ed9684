// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/words.hpp>
#include <sinedie/io/show.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
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

/// An interval in which something is expected is a window: "between 2 and 6 April", not "from 2 to 6 April"; "not before 16 October",
/// not "since".
[[nodiscard]] std::string window_in_words(time::dating const& d, detail::shown_words const& say) {
  bool const plain = d.lasts() && d.precision() == time::precision::day && d.start() == time::endpoint::bounded &&
                     d.end() != time::endpoint::unknown && !d.uncertain() && !d.approximate() && !d.has_alternatives();
  if (!plain) return time::in_words(d, say.language() == "fr" ? time::tongue::french : time::tongue::english);
  auto const day = [&](time::instant i) { return chronology::day_words(i, say.language()); };
  if (d.end() == time::endpoint::open) return std::string{say("not before")} + ' ' + day(d.start_min());
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

/// Those that stand in no order.
[[nodiscard]] std::vector<detail::shown_event> each_shown(timeline const& t, selection const& what, std::string const& language) {
  std::vector<detail::shown_event> events;
  for (auto const e : what) events.push_back(shown(t, e, language));
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
  if (c.drops.empty())
    all.emplace_back(fr ? "trop long pour essayer ce qu'on gagnerait sans chacune" : "too long to try what leaving out each would gain");
  for (auto const& d : c.drops) {
    std::string text = d.settles ? (fr ? "sans cela, tout le reste se tient" : "without this all else could hold")
                                 : (fr ? "sans cela, " : "without this, ") + std::to_string(d.freed) + (fr ? " des " : " of the ") +
                                       std::to_string(c.drops.size() - 1) + (fr ? " autres se tiennent" : " others could hold");
    all.push_back(text + (fr ? " : " : ": ") + c.what.statements[d.statement].text);
  }
  return all;
}

/// `"talks": when is 2025-02-26 by r1 (Kommersant), 2025-02-27 by r2 (TASS)`
[[nodiscard]] std::string dispute_sentence(timeline const& t, dispute const& d, std::string const& language) {
  bool const fr = language == "fr";
  auto text = chronology::quoted_in(d.event.str(), language) + (fr ? " : " : ": ") +
              std::string{fr ? in_french(d.of) : to_string(d.of)} + (fr ? " " : " is ");
  for (std::size_t i = 0; i < d.reports.size(); ++i) {
    if (i > 0) text += ", ";
    text += d.values[i] + (fr ? " selon " : " by ") + d.reports[i].str();
    if (auto const source = t.source(d.reports[i], language); !source.empty()) text += " (" + source + ')';
  }
  return text;
}

/// Each kind of thing that `check` lists, as its lines begin.
[[nodiscard]] std::string kind_word(std::string const& kind, std::string const& language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 17> french{{
      {"contradiction", "contradiction"}, {"dispute", "désaccord"}, {"suspended", "sans effet"}, {"missing_round", "tour manquant"},
      {"published_never", "jamais publié"}, {"says_nothing", "ne dit rien"}, {"stale", "plan dépassé"},
      {"denies_itself", "se dément"}, {"ring_of_reports", "cercle"}, {"duplicate", "doublon"}, {"look_alike", "noms semblables"},
      {"odd_text", "texte étrange"}, {"weekday", "jour de la semaine"}, {"office_gap", "sans fonction"}, {"overdue", "en retard"},
      {"quiet", "sans nouvelles"}, {"choice", "choix"}}};
  auto const found = std::find_if(french.begin(), french.end(), [&](auto const& pair) { return pair.first == kind; });
  return language == "fr" && found != french.end() ? std::string{found->second} : kind;
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
  text += detail::listing_text(events, say, width, detail::style_of(how), how.ids) + '\n';
  for (auto const& line : wrapped(detail::summary_of(events, t.as_of(), say), width)) text += line + '\n';
  return text;
}

std::string show_markdown(timeline const& t, selection const& what, showing const& how) {
  detail::shown_words const say{how.language};
  auto const events = shown(t, what, how.language);
  std::string text = title_of(t, how.language);
  if (!text.empty()) text = "# " + markdown_escaped(text) + "\n\n";
  text += detail::table_of(events, say, how.ids).markdown() + '\n';
  if (std::any_of(events.begin(), events.end(), [](auto const& e) { return e.by_convention; }))
    text += markdown_escaped(std::string{detail::by_convention_mark} + std::string{say(detail::convention_note)}) + "\n\n";
  return text + detail::summary_of(events, t.as_of(), say) + '\n';
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

namespace {

/// One thing that `check` lists.
struct listed_thing {
  std::string kind;
  std::string text;
  std::vector<std::string> below;
};
[[nodiscard]] std::vector<listed_thing> listed(timeline const& t, std::string const& language, checking const& also) {
  std::vector<listed_thing> all;
  for (auto const& c : clashes_of(t, language))
    all.push_back({kind_word("contradiction", language), to_sentence(c.what, language), doubts(c, language)});
  for (auto const& d : t.disputes()) all.push_back({kind_word("dispute", language), dispute_sentence(t, d, language), {}});
  for (auto const& f : findings_of(t, also)) all.push_back({kind_word(f.kind, language), f.in(language), {}});
  return all;
}
[[nodiscard]] std::string_view colon(std::string const& language) { return language == "fr" ? " : " : ": "; }
[[nodiscard]] std::string nothing_listed(std::string const& language) {
  return language == "fr" ? "rien à signaler\n" : "nothing to report\n";
}

}  // namespace

std::string apart_table(timeline const& t, selection const& what, showing const& how) {
  detail::shown_words const say{how.language};
  std::string text;
  auto const width = detail::width_of(how);
  for (auto const& line : wrapped(std::string{say(what.empty() ? detail::nothing_apart : detail::apart_note)}, width)) text += line + '\n';
  if (what.empty()) return text;
  return text + '\n' + detail::listing_text(each_shown(t, what, how.language), say, width, detail::style_of(how), how.ids);
}

std::string apart_markdown(timeline const& t, selection const& what, showing const& how) {
  detail::shown_words const say{how.language};
  auto text = std::string{say(what.empty() ? detail::nothing_apart : detail::apart_note)} + '\n';
  if (what.empty()) return text;
  return text + '\n' + detail::table_of(each_shown(t, what, how.language), say, how.ids).markdown();
}

std::vector<finding> findings_of(timeline const& t, checking const& also) {
  auto found = t.findings();
  auto const odd = oddities(t);
  found.insert(found.end(), odd.begin(), odd.end());
  using detail::in_both;
  auto const named = [](event_id const& id) { return in_both::named(id.str()); };
  auto const day = [](time::instant i) { return in_both{chronology::day_words(i, "en"), chronology::day_words(i, "fr")}; };
  if (also.overdue)
    for (auto const& e : overdue(t))
      found.push_back({"overdue", e.event,
                       named(e.event) +
                           (e.stated ? in_both{" was to start by ", " devait commencer au plus tard le "}
                                     : in_both{" was expected by ", " était attendu au plus tard le "}) +
                           day(e.latest) + in_both{", and nobody says that it was held", ", et personne ne dit qu'il a eu lieu"}});
  if (also.quiet)
    for (auto const& e : without_news(t, *also.quiet))
      found.push_back({"quiet", e.event,
                       in_both{"nothing was heard of ", "rien n'a été publié sur "} + named(e.event) + in_both{" since ", " depuis le "} +
                           day(time::instant::of(e.last_news)) + ", " + std::to_string((*t.as_of() - e.last_news).count()) +
                           in_both{" days before", " jours plus tôt"}});
  return found;
}

std::string check_text(timeline const& t, showing const& how, checking const& also) {
  std::string text;
  for (auto const& l : listed(t, how.language, also)) {
    text.append(l.kind).append(colon(how.language)).append(sanitized(l.text)) += '\n';
    for (auto const& d : l.below) text += "  " + sanitized(d) + '\n';
  }
  return text.empty() ? nothing_listed(how.language) : text;
}

std::string check_markdown(timeline const& t, showing const& how, checking const& also) {
  std::string text;
  for (auto const& l : listed(t, how.language, also)) {
    text.append("- **").append(l.kind).append("**").append(colon(how.language)).append(markdown_escaped(sanitized(l.text))) += '\n';
    for (auto const& d : l.below) text += "  - " + markdown_escaped(sanitized(d)) + '\n';
  }
  return text.empty() ? nothing_listed(how.language) : text;
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
    for (auto const& r : d.reports) out.string(t.source(r, how.language));
    out.close().key("values").open_array();
    for (auto const& v : d.values) out.string(v);
    out.close().close();
  }
  out.close().key("findings").open_array();
  for (auto const& f : findings_of(t, also)) {
    out.open_object().key("kind").string(f.kind).key("event");
    if (f.event) out.string(f.event->str());
    else out.null();
    out.key("text").string(f.in(how.language)).close();
  }
  out.close().close();
  return text + '\n';
}

}  // namespace sinedie
