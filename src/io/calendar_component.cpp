// SPDX-License-Identifier: BSL-1.0
#include "calendar_component.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <sinedie/time/duration.hpp>

namespace sinedie::detail {

calendar_property const* calendar_component::find(std::string_view name) const {
  auto const found = std::find_if(properties.begin(), properties.end(), [&](calendar_property const& p) { return p.name == name; });
  return found == properties.end() ? nullptr : &*found;
}

std::string calendar_component::name() const {
  auto const* const uid = find("UID");
  return uid ? kind + ' ' + quoted(uid->value) : kind;
}

void calendar_component::refuse(errc code, std::string message, place const& where) {
  if (wrong) return;
  wrong.emplace();
  wrong->code = code;
  wrong->message = std::move(message);
  wrong->where = where;
}

std::string calendar_events::moment::edtf() const {
  if (time.only_day) return edtf_day(time.seconds);
  if (!offset) return edtf_time(time.seconds);
  if (auto const zone = edtf_offset(*offset)) return edtf_time(time.seconds) + *zone;
  return edtf_time(time.seconds - *offset) + 'Z';
}

std::optional<calendar_events::moment> calendar_events::time_of(calendar_component& c, calendar_property const& p) const {
  auto const t = parse_calendar_time(p.value);
  if (!t) return c.refuse(t.error().code, p.name + ": " + t.error().message, p.value_at), std::nullopt;
  auto const sort = calendar_parameter(p.parameters, "VALUE");
  if (sort && same_name(*sort, t->only_day ? "DATE-TIME" : "DATE"))
    return c.refuse(errc::wrong_type, p.name + ": " + quoted(p.value) + " isn't a " + *sort + ", as VALUE says", p.value_at), std::nullopt;
  moment m{*t, {}, p.value};
  if (t->only_day) return m;
  auto const zone = calendar_parameter(p.parameters, "TZID");
  if (t->utc || (zone && (*zone == "UTC" || *zone == "Etc/UTC"))) {
    m.offset = 0;
  } else if (zone) {
    auto const* const rules = zones_(c.calendar, *zone);
    std::string why = "it isn't in the file";
    if (rules) m.offset = rules->offset(t->seconds, why);
    if (!m.offset) {
      c.refuse(errc::unknown_id, "the time zone " + quoted(*zone) + " of " + p.name + ' ' + p.value + " can't be told: " + why, p.at);
      return std::nullopt;
    }
    m.written = *zone + ' ' + p.value;
  }
  return m;
}

// A day's end is its last day, not the one after it.
std::optional<calendar_events::moment> calendar_events::end_of(calendar_component& c, moment const& start) const {
  auto const* const until = c.find(c.kind == "VTODO" ? "DUE" : "DTEND");
  auto const* const length = c.find("DURATION");
  if (until && length) return c.refuse(errc::conflict, "there are both " + until->name + " and DURATION", length->at), std::nullopt;
  if (!until && !length) return std::nullopt;
  moment end = start;
  place const where = until ? until->value_at : length->value_at;
  if (until) {
    auto const t = time_of(c, *until);
    if (!t) return std::nullopt;
    end = *t;
  } else {
    auto const d = parse_calendar_duration(length->value);
    if (!d) return c.refuse(d.error().code, "DURATION: " + d.error().message, where), std::nullopt;
    if (start.time.only_day && d->exact && d->seconds != 0)
      return c.refuse(errc::wrong_type, "DURATION: " + quoted(length->value) + " is finer than the day that DTSTART gives", where),
          std::nullopt;
    end.time.seconds += d->days * 86400 + d->seconds;
    end.written.clear();
  }
  if (end.time.only_day != start.time.only_day || end.offset.has_value() != start.offset.has_value()) {
    c.refuse(errc::conflict, "the end " + quoted(until->value) + " and the start " + quoted(start.written) + " aren't of one kind", where);
    return std::nullopt;
  }
  if (end.instant() < start.instant()) {
    c.refuse(errc::reversed, "the end " + quoted((until ? until : length)->value) + " lies before the start " + quoted(start.written),
        where);
    return std::nullopt;
  }
  if (start.time.only_day && end.time.seconds > start.time.seconds && c.kind != "VTODO") end.time.seconds -= 86400;
  return end;
}

std::optional<time::dating> calendar_events::dated(calendar_component& c, std::string const& edtf, place const& at) const {
  auto d = time::dating::try_parse(edtf);
  if (!d) return c.refuse(d.error().code, d.error().message, at), std::nullopt;
  return *std::move(d);
}

void calendar_events::read_dates(calendar_component& c, draft& d) const {
  auto const* const from = c.find("DTSTART");
  bool const todo = c.kind == "VTODO";
  auto const* const late = c.find(todo ? "DUE" : "DTEND");
  std::optional<moment> start;
  std::optional<moment> end;
  if (from) {
    start = time_of(c, *from);
    if (start) end = end_of(c, *start);
  } else if (todo && late) {
    end = time_of(c, *late);
  } else if (late || c.find("DURATION")) {
    return c.refuse(errc::missing_member, "there is an end or a DURATION, and no DTSTART", (late ? late : c.find("DURATION"))->at);
  }
  if (auto const* const other = c.find(todo ? "DTEND" : "DUE")) c.refuse(errc::unknown_member, "a " + c.kind + " has no " + other->name,
      other->at);
  if (c.wrong) return;

  place const where = from ? from->value_at : late ? late->value_at : c.at;
  std::string words = start ? start->written : std::string{};
  if (end && !end->written.empty() && end->written != words) words += (words.empty() ? "" : " / ") + end->written;
  bool const zoned = words.find(' ') != std::string::npos && words.find_first_not_of("0123456789TZ /") != std::string::npos;
  auto const statement = [&](time::dating date) {
    date_statement s{std::move(date)};
    if (zoned) s.as_written(words);
    return s;
  };
  std::optional<time::dating> stated;
  if (todo) {
    // What is planned, not what is said to be so; only COMPLETED tells of the past.
    if (start || end) {
      auto const window = dated(c, (start ? start->edtf() : "..") + '/' + (end ? end->edtf() : ".."), where);
      if (window) d.event.expected(statement(*window));
    }
    if (auto const* const done = c.find("COMPLETED")) {
      auto const t = time_of(c, *done);
      if (t) stated = dated(c, '/' + t->edtf(), done->value_at);
      if (stated) d.event.on(date_statement{*stated});
    }
  } else if (start) {
    bool const lasts = end && end->instant() > start->instant();
    stated = dated(c, start->edtf() + (lasts ? '/' + end->edtf() : std::string{}), where);
    if (stated) d.event.on(statement(*stated));
  }
  if (!c.wrong) read_exact_date(c, d, stated && !todo ? &*stated : nullptr, end.has_value());
}

// The exact date counts unless the calendar's own was moved since.
void calendar_events::read_exact_date(calendar_component& c, draft& d, time::dating const* stated, bool has_end) const {
  if (auto const* const own = c.find("X-SINEDIE-DATE")) {
    auto const exact = dated(c, calendar_text(own->value), own->value_at);
    if (!exact) return;
    auto const same_day = [](time::instant a, time::instant b) {
      if (!a.is_bounded() || !b.is_bounded()) return a == b;
      return floor_div(a.seconds(), std::int64_t{86400}) == floor_div(b.seconds(), std::int64_t{86400});
    };
    bool const agrees = stated == nullptr || (same_day(stated->start_min(), exact->start_min()) &&
                                              (!has_end || same_day(stated->end_max(), exact->end_max())));
    if (agrees) d.event.on(date_statement{*exact});
    else d.remarks.emplace_back("exact dates that the calendar's own contradict: the calendar's are read", "");
  }
  if (auto const* const own = c.find("X-SINEDIE-EXPECTED"))
    if (auto const window = dated(c, calendar_text(own->value), own->value_at)) d.event.expected(date_statement{*window});
}

void calendar_events::read_status(calendar_component& c, draft& d) const {
  auto const* const given = c.find("STATUS");
  if (given) {
    using pair = std::pair<std::string_view, status>;
    static constexpr std::array<pair, 3> of_event{{{"TENTATIVE", status::possible}, {"CONFIRMED", status::scheduled}, {"CANCELLED",
        status::cancelled}}};
    static constexpr std::array<pair, 4> of_todo{{{"NEEDS-ACTION", status::announced},
                                                  {"IN-PROCESS", status::under_way},
                                                  {"COMPLETED", status::held},
                                                  {"CANCELLED", status::cancelled}}};
    auto const pick = [&](auto const& list) {
      for (auto const& [word, s] : list)
        if (same_name(word, given->value)) return d.event.status(s), true;
      return false;
    };
    bool const journal = c.kind == "VJOURNAL";
    bool const known = journal ? same_name(given->value, "DRAFT") || same_name(given->value, "FINAL") || same_name(given->value,
        "CANCELLED")
                               : c.kind == "VEVENT" ? pick(of_event) : pick(of_todo);
    if (!known) return c.refuse(errc::unknown_word, "a " + c.kind + " has no STATUS " + quoted(given->value), given->value_at);
    if (journal) d.remarks.emplace_back("statuses of journal entries, which tell of the text and not of what happened", "");
  }
  if (c.cancelled) d.event.cancelled();
  if (auto const* const own = c.find("X-SINEDIE-STATUS")) {
    auto const s = to_status(own->value);
    if (!s) return c.refuse(errc::unknown_word, "there is no status " + quoted(own->value), own->value_at);
    // A cancellation that came later counts.
    if (!(d.event.fields().status == status::cancelled && occurs(*s) != truth::no)) d.event.status(*s);
  }
}

void calendar_events::read_texts(calendar_component& c, draft& d) const {
  for (std::string_view const name : {"SUMMARY", "DESCRIPTION"}) {
    std::map<std::string, std::string> by_language;
    for (auto const& p : c.properties) {
      if (p.name != name) continue;
      auto language = calendar_parameter(p.parameters, "LANGUAGE").value_or("");
      if (language.empty() || why_no_language(language)) language.clear();
      auto text = calendar_text(p.value);
      if (text.empty()) continue;
      auto const [at, fresh] = by_language.try_emplace(language.empty() ? language : usual_case(language));
      if (!fresh && name == "SUMMARY") return c.refuse(errc::duplicate_key, "there are two summaries in one language", p.at);
      at->second += (fresh ? "" : "\n\n") + text;
    }
    localized all;
    for (auto const& [language, text] : by_language) {
      if (language.empty()) all = localized{text};
      else all.in(language, text);
    }
    if (name == "SUMMARY") d.event.title(std::move(all));
    else d.event.note(std::move(all));
  }
  std::set<std::string> topics;
  for (auto const& p : c.properties)
    if (p.name == "CATEGORIES")
      for (auto& item : calendar_texts(p.value))
        if (auto topic = without_blanks_around(item); !topic.empty() && topics.insert(topic).second) d.event.topic(std::move(topic));
  if (auto const* const url = c.find("URL"); url && !url->value.empty()) d.event.attribute("url", url->value);
}

void calendar_events::read_people(calendar_component& c, draft& d) {
  std::map<std::string, std::size_t> met;  // by id: its place among the parties
  std::vector<participation> all;
  for (auto const& p : c.properties) {
    bool const organizer = p.name == "ORGANIZER";
    if (!organizer && p.name != "ATTENDEE") continue;
    auto const sort = in_upper_case(calendar_parameter(p.parameters, "CUTYPE").value_or(""));
    auto const answer = in_upper_case(calendar_parameter(p.parameters, "PARTSTAT").value_or(""));
    if (sort == "ROOM" || sort == "RESOURCE") {
      d.remarks.emplace_back("rooms and resources among the attendees", "");
      continue;
    }
    if (answer == "DECLINED") {
      d.remarks.emplace_back("attendees who declined", "");
      continue;
    }
    if (!answer.empty() && answer != "NEEDS-ACTION") d.remarks.emplace_back("answers of attendees", "");
    auto address = without_blanks_around(p.value);
    if (address.size() > 7 && same_name(std::string_view{address}.substr(0, 7), "mailto:")) address.erase(0, 7);
    auto const called = without_blanks_around(calendar_parameter(p.parameters, "CN").value_or(""));
    if (address.empty() && called.empty()) return c.refuse(errc::empty, p.name + " names nobody", p.value_at);
    std::string const id = party_ids_.of(address.empty() ? called : address);
    std::string role = organizer ? "organizer" : "";
    auto const given = in_upper_case(calendar_parameter(p.parameters, "ROLE").value_or(""));
    if (given == "CHAIR") role = "chair";
    else if (given == "OPT-PARTICIPANT") role = "optional";
    else if (given == "NON-PARTICIPANT") role = "observer";
    somebody who{id, called.empty() ? address : called};
    if (sort == "INDIVIDUAL") who.kind = party_kind::person;
    else if (sort == "GROUP") who.kind = party_kind::group;
    d.parties.push_back(std::move(who));
    auto const [at, fresh] = met.try_emplace(id, all.size());
    if (fresh) all.push_back({party_id{id}, role});
    else if (all[at->second].role.empty()) all[at->second].role = role;
  }
  if (auto const* const own = c.find("X-SINEDIE-PARTIES")) {
    for (auto const& item : calendar_texts(calendar_text(own->value))) {
      auto const word = without_blanks_around(item);
      auto const blank = word.find(' ');
      auto const id = party_id::try_parse(word.substr(0, blank));
      std::optional<party_id> whose;
      if (blank != std::string::npos) {
        auto const other = word.compare(blank, 5, " for:") == 0 ? party_id::try_parse(word.substr(blank + 5)) : party_id::try_parse("");
        if (other) whose = *other;
      }
      if (!id || (blank != std::string::npos && !whose)) return c.refuse(errc::bad_id, quoted(word) + " names no party", own->value_at);
      d.parties.push_back({id->str(), ""});
      if (whose) d.parties.push_back({whose->str(), ""});
      if (met.try_emplace(id->str(), all.size()).second) all.push_back({*id, {}, whose});
    }
  }
  for (auto& p : all) d.event.with(std::move(p));
}

void calendar_events::read_places(calendar_component& c, draft& d) {
  auto const* const where = c.find("LOCATION");
  auto const called = where ? without_blanks_around(calendar_text(where->value)) : std::string{};
  std::optional<coordinates> at;
  if (auto const* const geo = c.find("GEO")) {
    coordinates g;
    auto const* const end = geo->value.data() + geo->value.size();
    auto const north = std::from_chars(geo->value.data(), end, g.latitude);
    auto const middle = north.ec == std::errc{} && north.ptr != end && *north.ptr == ';';
    auto const east = middle ? std::from_chars(north.ptr + 1, end, g.longitude) : north;
    bool const good = middle && east.ec == std::errc{} && east.ptr == end && g.latitude >= -90 && g.latitude <= 90 && g.longitude >= -180 &&
                      g.longitude <= 180;
    if (!good) return c.refuse(errc::out_of_range, "GEO: " + quoted(geo->value) + " is no latitude and longitude", geo->value_at);
    at = g;
  }
  auto const* const own = c.find("X-SINEDIE-VENUES");
  if (!own) {
    if (!called.empty()) {
      auto const& id = venue_ids_.of(called);
      d.venues.push_back({id, called, at});
      d.event.at(venue_id{id});
    } else if (at) {
      d.remarks.emplace_back("coordinates without a place's name", "");
    }
    return;
  }
  auto const cell = calendar_text(own->value);
  if (cell == "none") {
    d.event.no_venue_yet();
    return;
  }
  std::size_t certain = 0;
  for (auto const& item : calendar_texts(cell)) {
    std::string_view word = item;
    while (word.starts_with(' ')) word.remove_prefix(1);
    auto how = venue_choice::how::certain;
    for (auto const& [prefix, kind] : {std::pair{std::string_view{"possible:"}, venue_choice::how::possible},
                                       std::pair{std::string_view{"one_of:"}, venue_choice::how::one_of},
                                       std::pair{std::string_view{"not_in:"}, venue_choice::how::not_in}})
      if (word.starts_with(prefix)) {
        how = kind;
        word.remove_prefix(prefix.size());
        break;
      }
    std::vector<venue_id> ids;
    for (std::size_t i = 0; i <= word.size();) {
      auto const blank = std::min(word.find(' ', i), word.size());
      auto const id = venue_id::try_parse(word.substr(i, blank - i));
      if (!id) return c.refuse(errc::bad_id, quoted(item) + " names no venue", own->value_at);
      ids.push_back(*id);
      i = blank + 1;
    }
    if (ids.size() > 1 && how <= venue_choice::how::possible) return c.refuse(errc::bad_id, quoted(item) + " names no venue",
        own->value_at);
    for (auto const& id : ids) d.venues.push_back({id.str(), ""});
    certain += how == venue_choice::how::certain ? 1U : 0U;
    d.event.at(venue_choice{how, std::move(ids)});
  }
  // A place's name and coordinates belong to the one venue that is certain.
  if (certain == 1)
    for (auto const& choice : *d.event.fields().venues)
      if (choice.kind == venue_choice::how::certain) {
        auto const& id = choice.venues.front().str();
        d.venues.push_back({id, called == id ? std::string{} : called, at});  // an id that stands for a name is none
      }
}

void calendar_events::read_own(calendar_component& c, draft& d) const {
  auto const bad = [&](calendar_property const& p, std::string_view what) {
    c.refuse(errc::unknown_word, quoted(p.value) + " is no " + std::string{what}, p.value_at);
  };
  auto const items = [](calendar_property const& p) {
    auto list = calendar_texts(calendar_text(p.value));
    for (auto& item : list) item = without_blanks_around(item);
    return list;
  };
  if (auto const* const p = c.find("X-SINEDIE-KIND")) {
    auto const word = calendar_text(p->value);
    if (why_no_id(word, "kind")) return bad(*p, "kind of event");
    d.event.kind(word);
  }
  if (auto const* const p = c.find("X-SINEDIE-WHY-UNDATED")) {
    auto const why = to_enum<why_undated>(p->value);
    if (!why) return bad(*p, "reason for having no date");
    d.event.no_date(*why);
  }
  if (auto const* const p = c.find("X-SINEDIE-MODES"))
    for (auto const& word : items(*p)) {
      auto const m = to_enum<mode>(word);
      if (!m) return bad(*p, "list of modes");
      d.event.by(*m);
    }
  if (auto const* const p = c.find("X-SINEDIE-SERIES"))
    for (auto const& item : items(*p)) {
      auto const blank = item.find(" round:");
      auto const id = series_id::try_parse(item.substr(0, blank));
      std::uint32_t n = 0;
      bool good = id.has_value();
      if (blank != std::string::npos) {
        auto const* const end = item.data() + item.size();
        auto const read = std::from_chars(item.data() + blank + 7, end, n);
        good = good && read.ec == std::errc{} && read.ptr == end && n > 0;
      }
      if (!good) return bad(*p, "list of series");
      d.event.in_series(*id, blank == std::string::npos ? std::nullopt : std::optional{n});
      d.series.push_back(id->str());
    }
  if (auto const* const p = c.find("X-SINEDIE-RELATIONS"))
    for (auto const& item : items(*p)) {
      std::vector<std::string> words;
      for (std::size_t i = 0; i <= item.size() && words.size() < 6;) {
        auto const blank = std::min(item.find(' ', i), item.size());
        words.push_back(item.substr(i, blank - i));
        i = blank + 1;
      }
      auto const kind = to_relation_kind(words.front());
      auto const other = event_id::try_parse(words.size() > 1 ? words[1] : "");
      if (!kind || !other || *other == d.event.id()) return bad(*p, "list of relations");
      relation r{*kind, *other};
      for (std::size_t i = 2; i < words.size(); ++i) {
        bool const least = words[i].starts_with("at_least:");
        auto const length = time::duration::try_parse(least || words[i].starts_with("at_most:") ? words[i].substr(least ? 9 : 8) : "");
        if (!length) return bad(*p, "list of relations");
        (least ? r.gap.at_least : r.gap.at_most) = *length;
      }
      d.relations.push_back(std::move(r));
    }
}

void calendar_events::read(calendar_component& c) {
  std::set<std::string_view> seen;
  for (auto const& p : c.properties) {
    bool const many = p.name == "ATTENDEE" || p.name == "CATEGORIES" || p.name == "SUMMARY" || p.name == "DESCRIPTION";
    if (!many && !seen.insert(p.name).second) return c.refuse(errc::duplicate_key, p.name + " stands twice", p.at);
    auto const encoding = calendar_parameter(p.parameters, "ENCODING");
    if (encoding && !same_name(*encoding, "8BIT"))
      return c.refuse(errc::bad_encoding, p.name + " is in the encoding " + quoted(*encoding) + ", which isn't read", p.at);
  }
  auto const* const uid = c.find("UID");
  auto const* const instance = c.find("RECURRENCE-ID");
  std::string name = uid ? calendar_text(uid->value) : std::string{};
  bool const nameless = name.empty();
  if (nameless) name = "component-" + std::to_string(++nameless_);
  std::string key = name;
  if (instance) key += '/' + instance->value;
  if (!uids_.insert((nameless ? "-" : "+") + key).second)
    return c.refuse(errc::duplicate_id, "there is another component with the UID " + quoted(key), uid ? uid->at : c.at);

  draft d{event{event_id{event_ids_.of(key)}}};
  auto const& id = d.event.id().str();
  if (nameless) d.remarks.emplace_back("components without a UID, named by their place", id);
  if (c.recurs) d.remarks.emplace_back("recurrence: only the first occurrence is read", id);
  if (id != name && !nameless) d.event.attribute("uid", name);
  if (instance) d.event.attribute("recurrence-id", instance->value);
  read_dates(c, d);
  if (!c.wrong) read_status(c, d);
  if (!c.wrong) read_texts(c, d);
  if (!c.wrong) read_people(c, d);
  if (!c.wrong) read_places(c, d);
  if (!c.wrong) read_own(c, d);
  if (c.wrong) return;
  try {
    into_.add(d.event);
  } catch (error const& e) {
    return c.refuse(e.code(), e.problems().front().message, c.at);
  }
  commit(d);
}

void calendar_events::commit(draft const& d) {
  for (auto const& p : d.parties) {
    auto const [at, fresh] = party_places_.try_emplace(p.id, parties_.size());
    if (fresh) parties_.push_back({p.id, p.name, p.kind, {}});
    known_party& known = parties_[at->second];
    if (!known.kind) known.kind = p.kind;
    if (known.name.empty()) known.name = p.name;
    else if (!p.name.empty() && p.name != known.name) known.aliases.insert(p.name);
  }
  for (auto const& v : d.venues) {
    auto const [at, fresh] = venue_places_.try_emplace(v.id, venues_.size());
    if (fresh) venues_.push_back({v.id, v.name, v.at});
    somewhere& known = venues_[at->second];
    if (known.name.empty()) known.name = v.name;
    if (!known.at) known.at = v.at;
    else if (v.at && *v.at != *known.at) notes_.add("places with other coordinates than before", d.event.id().str());
  }
  for (auto const& s : d.series)
    if (series_known_.insert(s).second) series_.push_back(s);
  if (!d.relations.empty()) relations_.emplace_back(d.event.id().str(), d.relations);
  for (auto const& [what, example] : d.remarks) notes_.add(what, example.empty() ? d.event.id().str() : example);
}

void calendar_events::finish() {
  for (auto const& p : parties_) {
    party made{party_id{p.id}};
    if (!p.name.empty()) made.name(localized{p.name});
    if (p.kind) made.kind(*p.kind);
    for (auto const& a : p.aliases) made.alias(a);
    into_.add(made);
  }
  for (auto const& v : venues_) {
    venue made{venue_id{v.id}};
    if (!v.name.empty()) made.name(localized{v.name});
    if (v.at) made.at(*v.at);
    into_.add(made);
  }
  for (auto const& s : series_) into_.add(series{series_id{s}});
  for (auto const& [owner, list] : relations_) {
    auto edited = into_.find_event(owner)->value();
    for (auto const& r : list) {
      if (into_.find_event(r.other)) edited.related(r);
      else notes_.add("relations to events that aren't in the file", owner);
    }
    into_.amend(edited);
  }
}

}  // namespace sinedie::detail
