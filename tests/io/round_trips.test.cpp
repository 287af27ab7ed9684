// SPDX-License-Identifier: BSL-1.0
// Out to each format that is also read, and in again: what isn't as it was must be among what the exporter said it couldn't write.
// Of the example dossiers, and of ones made at random of every sort of text, date, party and relation.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/exports.hpp>
#include <sinedie/io/import.hpp>

#include "catch.hpp"
#include "io/exporting.hpp"
#include "soak.hpp"

namespace sinedie_test::round_trips_test {

using namespace sinedie;

namespace {

struct way {
  export_format out;
  import_format in;
};
constexpr std::array<way, 5> ways{{{export_format::csv, import_format::csv},
                                   {export_format::jsonl, import_format::jsonl},
                                   {export_format::ics, import_format::ics},
                                   {export_format::timelinejs, import_format::timelinejs},
                                   {export_format::plover, import_format::plover}}};

// Something that came back otherwise than it went: of what, and the losses that would say so.
struct difference {
  std::string what;
  std::string id;
  std::vector<std::string_view> said_by;
};

constexpr std::string_view controls = "control characters and marks of direction: written as \\u{…}";
constexpr std::string_view html_controls = "control characters, marks of direction and, in titles, line ends: replaced";
constexpr std::string_view no_titles = "that events have no title: their ids stand for one";

template <typename List>
[[nodiscard]] std::vector<std::string> sorted_parties(List const& list) {
  std::vector<std::string> ids;
  if (list)
    for (auto const& p : *list) ids.push_back(p.party.str());
  return ids;
}

[[nodiscard]] std::string joined(std::optional<std::vector<std::string>> const& list) {
  if (!list) return "silent";
  std::string all;
  for (auto const& item : *list) all += '[' + item + ']';
  return all;
}

[[nodiscard]] std::string dating_text(std::optional<date_statement> const& d) {
  return !d ? "silent" : d->is_none() ? "none" : std::string{d->dating()->canonical()};
}

[[nodiscard]] std::string in_english(localized const& t) { return t.empty() ? std::string{} : std::string{t.get("en")}; }

void compare(event const& was, event const& is, std::vector<difference>& to) {
  auto const id = was.id().str();
  auto const say = [&](bool same, std::string what, std::vector<std::string_view> by, std::string const& x = {},
                       std::string const& y = {}) {
    if (same) return;
    if (x != y) what += " (\"" + x + "\" came back as \"" + y + "\")";
    to.push_back({std::move(what), id, std::move(by)});
  };
  auto const& a = was.fields();
  auto const& b = is.fields();
  say(in_english(was.title()) == in_english(is.title()), "title", {"titles", controls, html_controls, no_titles},
      in_english(was.title()), in_english(is.title()));
  if (in_english(was.title()) == in_english(is.title()))
    say(was.title() == is.title(), "titles by language", {"titles in other languages, and the languages they are in"});
  say(was.kind() == is.kind(), "kind",
      {"kinds", "kinds finer than a class, and statuses finer than planned and done"}, was.kind(), is.kind());
  say(a.status == b.status, "status", {"statuses", "kinds finer than a class, and statuses finer than planned and done"});
  bool const same_date = dating_text(a.when) == dating_text(b.when);
  say(same_date, "when",
      {"dates", "dates stated in another calendar: written as the Gregorian days they mean", "last days", "times of day",
       "that there is explicitly no date, or nothing expected", "ends of intervals that are open, unknown or vague",
       "why there is no date", "that no date is told: it comes back as explicitly none"},
      dating_text(a.when), dating_text(b.when));
  // Whoever says less of how a date was stated says so.
  if (same_date)
    say(a.when == b.when, "how the date was stated",
        {"the words in which dates were stated, and who inferred them",
         "dates stated in another calendar: written as the Gregorian days they mean"});
  say(dating_text(a.expected) == dating_text(b.expected), "expected",
      {"expected windows", "why there is no date", "dates stated in another calendar: written as the Gregorian days they mean",
       "that there is explicitly no date, or nothing expected"});
  say(a.why_undated == b.why_undated, "why undated", {"why there is no date"});
  say(a.parties.has_value() == b.parties.has_value() && sorted_parties(a.parties) == sorted_parties(b.parties), "parties",
      {"parties", "ids of parties: their names are the slide's group", "that there are explicitly no parties, modes, topics or series",
       "ids of parties: their codes and names are written"});
  if (sorted_parties(a.parties) == sorted_parties(b.parties) && a.parties)
    for (std::size_t i = 0; i < a.parties->size(); ++i) {
      say((*a.parties)[i].role == (*b.parties)[i].role, "roles",
          {"roles of parties", "that nobody said who acts on whom: the first party is the source, the others are targets"});
      say((*a.parties)[i].on_behalf_of == (*b.parties)[i].on_behalf_of, "for whom", {"for whom parties act"});
    }
  say(a.venues == b.venues, "venues", {"venues", "venues that are only possible, one of several, or excluded"});
  say(a.modes == b.modes, "modes", {"modes", "that there are explicitly no parties, modes, topics or series"});
  say(a.topics == b.topics, "topics",
      {"topics", "that there are explicitly no parties, modes, topics or series", "topics with a semicolon or blanks around them",
       "topics with blanks around them", "topics given twice", controls},
      joined(a.topics), joined(b.topics));
  say(a.series == b.series, "series", {"series and rounds", "that there are explicitly no parties, modes, topics or series"});
  say(was.relations() == is.relations(), "relations", {"relations to other events"});
  say(was.lasting() == is.lasting(), "durations", {"durations"});
  // A reader may keep what is the format's own as attributes.
  auto own = is.attributes();
  std::erase_if(own, [&](attribute const& x) {
    constexpr std::array<std::string_view, 6> theirs{"plover", "cameo", "group", "unique_id", "uid", "display_date"};
    bool const was_there = std::find(was.attributes().begin(), was.attributes().end(), x) != was.attributes().end();
    return !was_there && std::find(theirs.begin(), theirs.end(), x.key) != theirs.end();
  });
  // Members of a JSON object have no order, nor have columns: which of two keys comes first says nothing.
  auto const by_key = [](std::vector<attribute> const& list) {
    std::multimap<std::string, std::string> sorted;
    for (auto const& x : list) sorted.emplace(x.key, x.value);
    return sorted;
  };
  say(by_key(was.attributes()) == by_key(own), "attributes", {"attributes", "attributes past the first 200, or given twice", controls});
  say(in_english(was.note()) == in_english(is.note()), "note", {"notes", controls, html_controls},
      in_english(was.note()), in_english(is.note()));
  if (in_english(was.note()) == in_english(is.note()))
    say(was.note() == is.note(), "notes by language", {"notes in other languages, and the languages they are in"});
  say(was.extensions().size() == is.extensions().size(), "members of one's own", {"members of one's own"});
}

template <typename Entry>
void compare_named(Entry const& was, Entry const* is, std::string_view left_out, std::string_view names, std::string_view rest,
                   std::vector<difference>& to) {
  if (!is) {
    to.push_back({std::is_same_v<Entry, party> ? "a party" : "a venue", was.id().str(), {left_out}});
    return;
  }
  if (in_english(was.name()) != in_english(is->name()))
    to.push_back({"a name", was.id().str(), {names, "names with a semicolon or blanks around them", controls}});
  else if (!(was == *is)) to.push_back({"what is known of a party or venue", was.id().str(), {rest}});
}

struct account_of_trip {
  std::size_t events = 0;
  std::size_t differences = 0;
  std::vector<std::string> unsaid;
};

// `forgets`: a planted fault, an exporter that doesn't say this.
account_of_trip trip(dossier const& d, way const& w, std::string_view forgets = {}) {
  timeline const t{d};
  auto const all = t.select({});
  export_options how;
  how.examples = static_cast<std::size_t>(-1);
  auto const out = export_events(w.out, t, all, how);
  importing reading;
  reading.format = w.in;
  auto const in = import_text(out.text, reading);
  account_of_trip told;
  for (auto const& r : in.told.rejections) told.unsaid.push_back("rejected: " + to_string(r));
  std::map<std::string, std::set<std::string>, std::less<>> losses;
  std::set<std::string> left_out;
  for (auto const& l : out.losses) {
    if (l.what == forgets) continue;
    losses[l.what].insert(l.examples.begin(), l.examples.end());
    if (l.what.starts_with("left out")) left_out.insert(l.examples.begin(), l.examples.end());
  }
  std::vector<difference> found;
  std::size_t written = 0;
  for (auto const entry : all) {
    ++told.events;
    auto const was = detail::outgoing_of(entry).what;
    auto const is = in.what.find_event(was.id());
    if (is) {
      ++written;
      compare(was, is->value(), found);
    } else if (!left_out.contains(was.id().str())) {
      told.unsaid.push_back("not written: " + was.id().str());
    }
  }
  if (in.what.events().size() != written) told.unsaid.push_back("events that nobody wrote");
  for (auto const& p : d.parties()) {
    auto const is = in.what.find_party(p.value().id());
    auto const value = is ? std::optional{is->value()} : std::nullopt;
    compare_named(p.value(), value ? &*value : nullptr, "parties that take part in nothing that is written", "names of parties",
                  "what is known of parties beside a name", found);
  }
  for (auto const& v : d.venues()) {
    auto const is = in.what.find_venue(v.value().id());
    auto const value = is ? std::optional{is->value()} : std::nullopt;
    compare_named(v.value(), value ? &*value : nullptr, "venues at which nothing is that is written", "names of venues",
                  "what is known of venues beside a name", found);
  }
  // Who or what isn't there at all is said where each event in which it stood says so.
  std::map<std::string, std::vector<std::string>> stood_in;
  for (auto const entry : all) {
    auto const fields = detail::outgoing_of(entry).what.fields();
    auto const event = entry.id().str();
    if (left_out.contains(event)) continue;
    if (fields.parties)
      for (auto const& p : *fields.parties) {
        stood_in["party " + p.party.str()].push_back(event);
        if (p.on_behalf_of) stood_in["behind " + p.on_behalf_of->str()].push_back(event);
      }
    if (fields.venues)
      for (auto const& c : *fields.venues)
        for (auto const& v : c.venues) stood_in["venue " + v.str()].push_back(event);
  }
  auto const each_says = [&](std::string const& who, std::initializer_list<std::string_view> words) {
    auto const events = stood_in.find(who);
    return events == stood_in.end() || std::all_of(events->second.begin(), events->second.end(), [&](std::string const& event) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        auto const l = losses.find(word);
        return l != losses.end() && l->second.contains(event);
      });
    });
  };
  for (auto const& f : found) {
    ++told.differences;
    bool said = false;
    if (f.what == "a party")
      said = each_says("party " + f.id, {"parties", "ids of parties: their names are the slide's group",
                                         "ids of parties: their codes and names are written"}) &&
             each_says("behind " + f.id, {"for whom parties act"});
    if (f.what == "a venue")
      said = each_says("venue " + f.id, {"venues", "venues that are only possible, one of several, or excluded"});
    for (auto const by : f.said_by) {
      auto const l = losses.find(by);
      // What is said of a row's names is said of the event.
      bool const of_events = f.what == "a name" && (by == controls || by == "names with a semicolon or blanks around them");
      said = said || (l != losses.end() && (of_events || l->second.contains(f.id)));
    }
    if (!said) told.unsaid.push_back(f.what + " of " + f.id);
  }
  if ((!d.title().empty() && in.what.title() != d.title()) || (!d.note().empty() && in.what.note() != d.note()))
    if (!losses.contains("the dossier's title and note")) told.unsaid.push_back("the title");
  return told;
}

class dice {
 public:
  explicit dice(std::uint64_t seed) : random_{seed} {}
  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename T, std::size_t N>
  [[nodiscard]] T const& of(std::array<T, N> const& list) { return list[below(N)]; }

 private:
  std::mt19937_64 random_;
};

constexpr std::array<std::string_view, 18> texts{"Talks", "Second round", "=1+1", "'=x", "-2", "a; b", " blank ", "a,b \"c\"", "two\nlines",
                                                 "END:VEVENT", "<b>bold</b> & more", "a\\nb\\;c", "\x1b[31m", "\xE2\x80\xAE" "evil", "none",
                                                 "\xE4\xB8\xAD\xE6\x96\x87 \xC4\x9E\xC3\xBC", "x\ty", "\r\nstart"};
constexpr std::array<std::string_view, 27> dates{
    "2025-02-18", "2025-02", "2025", "2025-02-18/2025-02-20", "2025-02-18/..", "2025-02-18/", "/2025", "2025-02-18T10:00:00Z",
    "2025-02-18T10:00:00+03:00", "2025-02-18T10:00:00", "2025?", "2025-02~", "2025-02-18%", "[2025-02-18,2025-02-20]", "{2025-01,2025-03}",
    "0001-03-04", "-0044", "Y170000002", "1917-11-07", "2025-21", "202X", "1560-12-XX", "9999-12-31", "1978-09-05/1978-09",
    "2025-02-18T10:00:00Z/2025-02-18T12:30:00Z", "2024-12/2025-01", "[..2025-02-18]"};

localized text_of(dice& d) {
  localized t{std::string{d.of(texts)}};
  if (d.one_in(6)) return localized{}.in("en", std::string{d.of(texts)}).in("fr", std::string{d.of(texts)});
  return t;
}

date_statement date_of(dice& d) {
  date_statement s{time::dating{d.of(dates)}};
  if (d.one_in(12)) s = date_statement{time::dating{"1918-02-14", time::calendar::julian}};
  if (d.one_in(12)) s.as_written("mardi", "fr");
  if (d.one_in(12)) s.inferred();
  return s;
}

dossier random_dossier(dice& d) {
  dossier made;
  if (d.one_in(2)) made.as_of("2025-04-06");
  if (d.one_in(3)) made.title(text_of(d));
  constexpr std::array<std::string_view, 6> party_ids{"russia", "united-states", "lavrov", "p;q", "x", "'r"};
  constexpr std::array<std::string_view, 5> venue_ids{"istanbul", "riyadh", "v", "none-yet", "here/there"};
  constexpr std::array<std::string_view, 3> series_ids{"talks", "s", "b;c"};
  for (auto const id : party_ids) {
    party p{party_id{id}};
    if (!d.one_in(4)) p.name(text_of(d));
    if (d.one_in(4)) p.code("RU");
    if (d.one_in(6)) p.alias("Alias");
    made.add(p);
  }
  for (auto const id : venue_ids) {
    venue v{venue_id{id}};
    if (!d.one_in(4)) v.name(text_of(d));
    if (d.one_in(3)) v.at(coordinates{41.01, 28.98});
    made.add(v);
  }
  for (auto const id : series_ids) made.add(series{series_id{id}});
  constexpr std::array<std::string_view, 12> kinds{"",       "meeting",   "summit", "negotiation", "visit", "call", "statement",
                                                   "deadline", "agreement", "threat", "own_kind", "situation"};
  auto const n = 1 + d.below(8);
  for (std::size_t i = 0; i < n; ++i) {
    event e{event_id{(d.one_in(5) ? "e;" : "e") + std::to_string(i)}};
    if (!d.one_in(4)) e.title(text_of(d));
    if (auto const k = d.of(kinds); !k.empty()) e.kind(std::string{k});
    if (d.one_in(3)) e.note(text_of(d));
    claim_fields f;
    if (!d.one_in(4)) f.status = static_cast<status>(d.below(10));
    if (d.one_in(8)) f.when = date_statement::none();
    else if (!d.one_in(4)) f.when = date_of(d);
    if (d.one_in(5)) f.expected = d.one_in(5) ? date_statement::none() : date_of(d);
    if ((!f.when || f.when->is_none()) && d.one_in(2)) f.why_undated = static_cast<why_undated>(d.below(3));
    if (d.one_in(2)) {
      f.parties.emplace();
      for (auto const id : party_ids) {
        if (!d.one_in(3)) continue;
        participation p{party_id{id}};
        if (d.one_in(4)) p.role = "host";
        if (d.one_in(4)) p.on_behalf_of = party_id{party_ids[d.below(2)]};
        f.parties->push_back(p);
      }
    }
    if (d.one_in(2)) {
      f.venues.emplace();
      if (d.one_in(2)) f.venues->push_back(venue_choice::certain(std::string{d.of(venue_ids)}));
      if (d.one_in(4)) f.venues->push_back(venue_choice{venue_choice::how::one_of, {venue_id{"riyadh"}, venue_id{"v"}}});
      if (d.one_in(4)) f.venues->push_back(venue_choice{venue_choice::how::not_in, {venue_id{"istanbul"}}});
      if (d.one_in(4)) f.venues->push_back(venue_choice::possible("here/there"));
    }
    if (d.one_in(4)) {
      f.modes.emplace();
      if (!d.one_in(3)) f.modes->push_back(static_cast<mode>(d.below(4)));
    }
    if (d.one_in(3)) {
      f.topics.emplace();
      for (auto k = d.below(3); k > 0; --k) f.topics->push_back(std::string{texts[d.below(texts.size())]});
    }
    if (d.one_in(4)) {
      f.series.emplace();
      if (!d.one_in(3)) f.series->push_back({series_id{d.of(series_ids)}, d.one_in(2) ? std::optional{std::uint32_t{7}} : std::nullopt});
    }
    e.describe(f);
    if (i > 0 && d.one_in(3)) {
      auto const other = made.events().begin();
      e.related(relation{static_cast<relation_kind>(d.below(17)), (*other).value().id(),
                         d.one_in(2) ? gap{time::duration{"P1D"}, {}} : gap{}});
    }
    if (d.one_in(5)) e.lasting({time::duration{"PT1H"}, d.one_in(2) ? std::optional{time::duration{"P1D"}} : std::nullopt});
    if (d.one_in(4)) e.attribute(d.one_in(3) ? "=key" : "cameo", std::string{d.of(texts)});
    if (d.one_in(6)) e.attribute("title", "an attribute");
    try {
      made.add(e);
    } catch (error const&) {
      // Some of these can't be together; fewer events then.
    }
  }
  return made;
}

}  // namespace

TEST_CASE("the example dossiers go out and come in and what is lost was said", "[round]") {
  std::size_t events = 0;
  std::size_t differences = 0;
  for (auto const& file : std::filesystem::directory_iterator{std::filesystem::path{SINEDIE_SOURCE_DIR} / "examples/data"}) {
    if (file.path().extension() != ".json") continue;
    auto const d = load(file.path());
    for (auto const& w : ways) {
      CAPTURE(file.path().filename().string(), to_string(w.out));
      auto const told = trip(d, w);
      CHECK(told.unsaid == std::vector<std::string>{});
      events += told.events;
      differences += told.differences;
    }
  }
  CHECK(events > 100);
  std::printf("round trips of examples: %zu events, %zu differences, all of them said\n", events, differences);
}

TEST_CASE("whatever is in a dossier goes out and comes in and what is lost was said", "[round]") {
  dice d{sinedie_test::seed()};
  std::map<std::string, std::size_t> unsaid;
  std::size_t events = 0;
  std::size_t differences = 0;
  std::map<std::string_view, std::size_t> caught;
  for (std::size_t i = 0; i < sinedie_test::rounds(400); ++i) {
    auto const made = random_dossier(d);
    if (made.events().empty()) continue;
    for (auto const& w : ways) {
      auto const told = trip(made, w);
      events += told.events;
      differences += told.differences;
      for (auto const& u : told.unsaid)
        if (++unsaid[std::string{to_string(w.out)} + ": " + u] == 1 && unsaid.size() <= 40)
          std::printf("%s: %s\n", std::string{to_string(w.out)}.c_str(), u.c_str());
      // Planted: an exporter that says nothing of this.
      for (std::string_view const silent : {"roles of parties", "notes", "expected windows"})
        if ((i < 60 || caught.size() < 3) && trip(made, w, silent).unsaid.size() > told.unsaid.size()) ++caught[silent];
    }
  }
  CHECK(unsaid.empty());
  CHECK(caught.size() == 3);
  std::printf("round trips at random: %zu events, %zu differences, all of them said\n", events, differences);
}

}  // namespace sinedie_test::round_trips_test
