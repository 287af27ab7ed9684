// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/exports.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/io/display.hpp>
#include <sinedie/time/spell.hpp>

#include "exporting.hpp"
#include "shown.hpp"

namespace sinedie {

namespace detail {

namespace {

constexpr std::array<std::string_view, 23> fact_words{"titles",
                                                      "titles in other languages, and the languages they are in",
                                                      "kinds",
                                                      "statuses",
                                                      "dates",
                                                      "dates stated in another calendar: written as the Gregorian days they mean",
                                                      "the words in which dates were stated, and who inferred them",
                                                      "expected windows",
                                                      "why there is no date",
                                                      "parties",
                                                      "roles of parties",
                                                      "for whom parties act",
                                                      "venues",
                                                      "venues that are only possible, one of several, or excluded",
                                                      "modes",
                                                      "topics",
                                                      "series and rounds",
                                                      "relations to other events",
                                                      "durations",
                                                      "attributes",
                                                      "notes",
                                                      "notes in other languages, and the languages they are in",
                                                      "members of one's own"};

[[nodiscard]] bool tagged(localized const& t) {
  return std::any_of(t.entries().begin(), t.entries().end(), [](auto const& e) { return !e.language.empty(); });
}

[[nodiscard]] bool says_how(std::optional<date_statement> const& s) {
  return s && (!s->as_written().empty() || !s->language().empty() || s->basis());
}

[[nodiscard]] bool foreign(std::optional<date_statement> const& s) {
  return s && !s->is_none() && s->dating()->stated_in() != time::calendar::gregorian;
}

void append_item(std::string& cell, std::string_view item) {
  if (!cell.empty()) cell += ", ";
  cell += item;
}

template <typename Ids>
[[nodiscard]] std::string blank_joined(Ids const& ids) {
  std::string text;
  for (auto const& id : ids) text.append(text.empty() ? "" : " ").append(id.str());
  return text;
}

}  // namespace

facts facts_of(event const& e) {
  facts f;
  auto const& s = e.fields();
  auto const when = [&](bool there, fact what) {
    if (there) f.set(what);
  };
  when(!e.title().empty(), fact::title);
  when(tagged(e.title()), fact::title_languages);
  when(!e.kind().empty(), fact::kind);
  when(s.status.has_value(), fact::status);
  when(s.when && !s.when->is_none(), fact::when);
  when(foreign(s.when) || foreign(s.expected), fact::other_calendar);
  when(says_how(s.when) || says_how(s.expected), fact::date_words);
  when(s.expected && !s.expected->is_none(), fact::expected);
  when(s.why_undated.has_value() || (s.when && s.when->is_none()) || (s.expected && s.expected->is_none()), fact::why_undated);
  if (s.parties) {
    when(true, fact::parties);
    for (auto const& p : *s.parties) {
      when(!p.role.empty(), fact::roles);
      when(p.on_behalf_of.has_value(), fact::acting_for);
    }
  }
  if (s.venues) {
    when(true, fact::venues);
    for (auto const& v : *s.venues) when(v.kind != venue_choice::how::certain, fact::venue_doubts);
  }
  when(s.modes.has_value(), fact::modes);
  when(s.topics.has_value(), fact::topics);
  when(s.series.has_value(), fact::series);
  when(!e.relations().empty(), fact::relations);
  when(e.lasting().at_least || e.lasting().at_most, fact::duration);
  when(!e.attributes().empty(), fact::attributes);
  when(!e.note().empty(), fact::note);
  when(tagged(e.note()), fact::note_languages);
  when(!e.extensions().empty(), fact::own_members);
  return f;
}

outgoing outgoing_of(entry const& e) {
  outgoing t{e.event().value(), e.flags(), e.limits(), e.after_previous()};
  auto fields = e.fields();
  fields.by.reset();
  t.what.describe(std::move(fields));
  return t;
}

void account::lose(std::string_view what, std::string_view id, std::string_view entries) {
  auto const [found, is_new] = places_.try_emplace(std::string{what}, losses_.size());
  if (is_new) losses_.push_back({std::string{what}, 0, entries, {}});
  loss& l = losses_[found->second];
  ++l.count;
  if (l.examples.size() < examples_) l.examples.emplace_back(id);
}

void account::lose_once(std::string_view what) {
  auto const [found, is_new] = places_.try_emplace(std::string{what}, losses_.size());
  if (is_new) losses_.push_back({std::string{what}, 1, {}, {}});
}

void account::written(event const& e, facts carried) {
  auto const& f = e.fields();
  bool const no_parties = carried.has(fact::parties) && f.parties && f.parties->empty();
  bool const nothing = (carried.has(fact::modes) && f.modes && f.modes->empty()) ||
                       (carried.has(fact::topics) && f.topics && f.topics->empty()) ||
                       (carried.has(fact::series) && f.series && f.series->empty());
  if (no_parties || nothing) lose("that there are explicitly no parties, modes, topics or series", e.id().str());
  facts const left = facts_of(e).without(carried);
  for (std::size_t i = 0; i < fact_words.size(); ++i)
    if (left.has(static_cast<fact>(i))) lose(fact_words[i], e.id().str());
}

std::vector<loss> account::take() {
  places_.clear();
  return std::exchange(losses_, {});
}

std::string const& directory::party(party_id const& id) {
  auto const [found, is_new] = parties_.try_emplace(id.str());
  if (is_new) found->second = t_.name(id, language_);
  return found->second;
}

std::string const& directory::venue(venue_id const& id) {
  auto const [found, is_new] = venues_.try_emplace(id.str());
  if (is_new) found->second = t_.name(id, language_);
  return found->second;
}

std::string directory::given(party_id const& id) {
  auto const at = t_.compilation().all.of(sort::party).find(id.str());
  return at.home && !party_view{at}.value().name().empty() ? party(id) : std::string{};
}

std::string directory::given(venue_id const& id) {
  auto const at = t_.compilation().all.of(sort::venue).find(id.str());
  return at.home && !venue_view{at}.value().name().empty() ? venue(id) : std::string{};
}

std::optional<coordinates> directory::place(venue_id const& id) const {
  auto const at = t_.compilation().all.of(sort::venue).find(id.str());
  return at.home ? venue_view{at}.value().at() : std::nullopt;
}

std::string directory::code(party_id const& id) const {
  auto const at = t_.compilation().all.of(sort::party).find(id.str());
  return at.home ? party_view{at}.value().code() : std::string{};
}

std::chrono::sys_days day_holding(time::instant i) {
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{i.seconds()}});
}

std::string gregorian_text(time::dating const& d) {
  if (d.stated_in() == time::calendar::gregorian) return std::string{d.text()};
  auto const& l = d.limits();
  auto const point = [](time::instant i) { return i.is_bounded() ? time::to_day_string(i) : std::string{}; };
  auto const choice = [&](time::instant a, time::instant b) {
    auto const first = point(a);
    auto const last = point(b);
    return first == last ? first : '[' + first + ".." + last + ']';
  };
  if (!d.lasts()) return choice(l.start_min, l.end_max);
  auto const first = point(l.start_min);
  auto const last = point(l.end_max);
  return (first.empty() ? ".." : first) + '/' + (last.empty() ? ".." : last);
}

bool is_one_day(time::dating const& d) {
  auto const& l = d.limits();
  return !d.lasts() && !d.has_alternatives() && l.start_min.is_bounded() && l.end_max.is_bounded() &&
         l.end_max.seconds() - l.start_min.seconds() == 86399 && l.start_min == time::instant::of(day_holding(l.start_min));
}

bool is_one_moment(time::dating const& d) {
  auto const& l = d.limits();
  return !d.lasts() && !d.has_alternatives() && l.start_min.is_bounded() && l.start_min == l.end_max;
}

std::optional<day_range> days_of(time::dating const& d) {
  auto const& l = d.limits();
  if (d.has_alternatives() || !l.start_min.is_bounded() || !l.end_max.is_bounded() || !l.end_min.is_bounded()) return std::nullopt;
  auto const first = day_holding(l.start_min);
  auto const last = day_holding(l.end_max);
  auto const whole = [](time::instant a, time::instant b, std::chrono::sys_days day) {
    return a == time::instant::of(day) && b == a.plus(86399);
  };
  if (!d.lasts()) return is_one_day(d) ? std::optional{day_range{first, last}} : std::nullopt;
  // An interval within one day has its limits made tight; either way its ends are days.
  if (first == last && d.precision() == time::precision::day) return day_range{first, last};
  if (!whole(l.start_min, l.start_max, first) || !whole(l.end_min, l.end_max, last)) return std::nullopt;
  return day_range{first, last};
}

std::string parties_cell(claim_fields const& f) {
  std::string cell;
  if (f.parties)
    for (auto const& p : *f.parties) append_item(cell, p.party.str() + (p.on_behalf_of ? " for:" + p.on_behalf_of->str() : std::string{}));
  return cell;
}

std::string venues_cell(claim_fields const& f) {
  std::string cell;
  if (!f.venues) return cell;
  if (f.venues->empty()) return "none";
  for (auto const& v : *f.venues) {
    static constexpr std::array<std::string_view, 4> how{"", "possible:", "one_of:", "not_in:"};
    append_item(cell, std::string{how[static_cast<std::size_t>(v.kind)]} + blank_joined(v.venues));
  }
  return cell;
}

std::string series_cell(claim_fields const& f) {
  std::string cell;
  if (f.series)
    for (auto const& s : *f.series) append_item(cell, s.series.str() + (s.round ? " round:" + std::to_string(*s.round) : std::string{}));
  return cell;
}

std::string relations_cell(event const& e) {
  std::string cell;
  for (auto const& r : e.relations()) {
    std::string item = std::string{to_string(r.kind)} + ' ' + r.other.str();
    if (r.gap.at_least) item += " at_least:" + std::string{r.gap.at_least->text()};
    if (r.gap.at_most) item += " at_most:" + std::string{r.gap.at_most->text()};
    append_item(cell, item);
  }
  return cell;
}

std::string modes_cell(claim_fields const& f) {
  std::string cell;
  if (f.modes)
    for (auto const m : *f.modes) append_item(cell, to_string(m));
  return cell;
}

std::string when_words(outgoing const& e, std::string_view language) {
  shown_event s;
  if (auto const* const d = e.when()) s.when = *d, s.stated = d->text();
  if (e.what.fields().expected && !e.what.fields().expected->is_none()) s.expected = e.what.fields().expected->dating()->text();
  s.limits = e.limits;
  for (auto const f : e.flags) s.flags.emplace_back(to_string(f));
  return when_in_words(s, shown_words{language});
}

void lose_missing_title(export_task& task, event const& e) {
  if (e.title().empty()) task.lost.lose("that events have no title: their ids stand for one", e.id().str());
}

std::string label_of(event const& e, std::string_view language) {
  return e.title().empty() ? e.id().str() : e.title().get(language);
}

tamed tame(std::string_view text) {
  tamed t;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n' && text[i] != '\t') continue;
    if (i > begin) {
      auto const part = text.substr(begin, i - begin);
      auto safe = sanitized(part);
      t.changed = t.changed || safe != part;
      t.text += safe;
    }
    if (i < text.size()) t.text += text[i];
    begin = i + 1;
  }
  return t;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (char const c : sanitized(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

namespace {

// What no format but the dossier's own has room for.
void lose_the_rest(export_task& task) {
  auto const& all = task.from.compilation().all;
  account& lost = task.lost;
  std::unordered_set<std::string> written;
  std::unordered_set<std::string> parties;
  std::unordered_set<std::string> behind;  // for whom others act
  std::unordered_set<std::string> venues;
  for (auto const& e : task.events) {
    written.insert(e.what.id().str());
    auto const& f = e.what.fields();
    if (f.parties)
      for (auto const& p : *f.parties) {
        parties.insert(p.party.str());
        if (p.on_behalf_of) behind.insert(p.on_behalf_of->str());
      }
    if (f.venues)
      for (auto const& c : *f.venues)
        for (auto const& v : c.venues) venues.insert(v.str());
  }
  for (auto const& e : task.events)
    for (auto const& r : e.what.relations())
      if (!written.contains(r.other.str())) lost.lose("relations to events that aren't written lead nowhere", e.what.id().str());
  auto const each = [&](sort s, auto visit) {
    for (auto const& at : all.of(s).places)
      if (at.home) visit(at);
  };
  each(sort::party, [&](locator at) {
    auto const p = party_view{at}.value();
    bool const acts = parties.contains(p.id().str());
    if (!acts && !behind.contains(p.id().str()))
      return lost.lose("parties that take part in nothing that is written", p.id().str(), "parties");
    if ((!task.with_names.parties || !acts) && !p.name().empty()) lost.lose("names of parties", p.id().str(), "parties");
    if (p.kind() || !p.aliases().empty() || !p.code().empty() || p.organ_of() || !p.offices().empty() || !p.memberships().empty() ||
        !p.note().empty() || !p.extensions().empty() || tagged(p.name()))
      lost.lose("what is known of parties beside a name", p.id().str(), "parties");
  });
  each(sort::venue, [&](locator at) {
    auto const v = venue_view{at}.value();
    if (!venues.contains(v.id().str())) return lost.lose("venues at which nothing is that is written", v.id().str(), "venues");
    if (!task.with_names.venues && !v.name().empty()) lost.lose("names of venues", v.id().str(), "venues");
    if (!v.kind().empty() || !v.aliases().empty() || v.in() || v.premises_of() || v.at() || !v.zone().empty() || !v.note().empty() ||
        !v.extensions().empty() || tagged(v.name()))
      lost.lose("what is known of venues beside a name", v.id().str(), "venues");
  });
  each(sort::series, [&](locator at) {
    lost.lose("what is known of series beside the id", std::string{series_view{at}.id_text()}, "series");
  });
  each(sort::document, [&](locator at) { lost.lose("documents", std::string{document_view{at}.id_text()}, "documents"); });
  each(sort::report, [&](locator at) {
    lost.lose("reports: what stands is written, not who says so", std::string{report_view{at}.id_text()}, "reports");
  });
  if (!all.title.empty() || !all.note.empty()) lost.lose_once("the dossier's title and note");
  if (!all.extensions.empty()) lost.lose_once("the dossier's members of one's own");
  if (task.from.as_of()) lost.lose_once("the day of knowledge, " + time::to_day_string(time::instant::of(*task.from.as_of())));
}

}  // namespace

}  // namespace detail

std::string to_string(loss const& l) {
  if (l.entries.empty()) return sanitized(l.what);
  std::string text = l.what + ": " + std::to_string(l.count) + ' ';
  text += l.count == 1 ? l.entries == "parties" ? "party" : l.entries == "series" ? "series" : l.entries.substr(0, l.entries.size() - 1)
                       : l.entries;
  if (l.examples.empty()) return sanitized(text);
  std::string ids;
  for (auto const& id : l.examples) ids.append(ids.empty() ? "" : ", ").append(id);
  return sanitized(text + " (" + ids + (l.count > l.examples.size() ? ", …)" : ")"));
}

exported export_events(export_format f, timeline const& t, selection const& what, export_options const& how) {
  detail::export_task task{t, {}, how, detail::directory{t, how.language}, detail::account{how.examples}, {}};
  task.with_names.parties = f == export_format::csv || f == export_format::geojson || f == export_format::timelinejs ||
                            f == export_format::plover;
  task.with_names.venues = f == export_format::csv;
  task.events.reserve(what.size());
  for (auto const e : what) task.events.push_back(detail::outgoing_of(e));
  static constexpr std::array writers{&detail::export_csv, &detail::export_jsonl,   &detail::export_ics,        &detail::export_geojson,
                                      &detail::export_dot, &detail::export_mermaid, &detail::export_timelinejs, &detail::export_vis,
                                      &detail::export_plover};
  exported out;
  out.text = writers[static_cast<std::size_t>(f)](task);
  detail::lose_the_rest(task);
  out.losses = task.lost.take();
  return out;
}

}  // namespace sinedie
