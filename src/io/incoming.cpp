// SPDX-License-Identifier: BSL-1.0
#include "incoming.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

#include <sinedie/model/fold.hpp>
#include <sinedie/model/names.hpp>

#include "cell_guard.hpp"
#include "event_codes.hpp"

namespace sinedie::detail {

namespace {

struct role_word {
  std::string_view word;
  role what;
};

constexpr std::array<role_word, 32> words_of_roles{{
    {"id", role::id},           {"title", role::title},       {"kind", role::kind},           {"status", role::status},
    {"date", role::date},       {"start", role::start},       {"end", role::end},             {"expected", role::expected},
    {"why_undated", role::why_undated}, {"parties", role::parties}, {"party_names", role::party_names}, {"venue", role::venue},
    {"venue_names", role::venue_names}, {"city", role::city},  {"country", role::country},     {"latitude", role::latitude},
    {"longitude", role::longitude}, {"note", role::note},     {"topics", role::topics},       {"modes", role::modes},
    {"series", role::series},   {"relations", role::relations}, {"at_least", role::at_least}, {"at_most", role::at_most},
    {"source", role::source},   {"url", role::url},           {"as_of", role::as_of},         {"cameo", role::cameo},
    {"plover", role::plover},   {"plover_mode", role::plover_mode}, {"attribute", role::attribute}, {"ignore", role::ignore},
}};

// What headers are called besides.
constexpr std::array<role_word, 62> header_words{{
    {"uid", role::id},            {"event_id", role::id},         {"treatyid", role::id},       {"globaleventid", role::id},
    {"what", role::title},        {"event", role::title},         {"summary", role::title},     {"headline", role::title},
    {"subject", role::title},     {"event_text", role::title},    {"name", role::title},        {"type", role::kind},
    {"date_edtf", role::date},    {"when", role::date},           {"day", role::date},          {"time", role::date},
    {"event_date", role::date},   {"sqldate", role::date},        {"start_date", role::start},  {"begin", role::start},
    {"end_date", role::end},      {"party", role::parties},       {"participants", role::parties}, {"participant", role::parties},
    {"actors", role::parties},    {"visitor", role::parties},     {"person", role::parties},    {"source_name", role::parties},
    {"target_name", role::parties}, {"target", role::parties},    {"actor1name", role::parties}, {"actor2name", role::parties},
    {"actor1", role::parties},    {"actor2", role::parties},      {"venues", role::venue},      {"locale", role::venue},
    {"location", role::venue},    {"place", role::venue},         {"notes", role::note},        {"remarks", role::note},
    {"description", role::note},  {"comment", role::note},        {"comments", role::note},     {"topic", role::topics},
    {"mode", role::modes},        {"relation", role::relations},  {"publisher", role::source},  {"source_url", role::url},
    {"sourceurl", role::url},     {"link", role::url},            {"reported", role::as_of},    {"published", role::as_of},
    {"reference_day", role::as_of}, {"cameo_code", role::cameo},  {"eventcode", role::cameo},   {"lat", role::latitude},
    {"long", role::longitude},    {"lon", role::longitude},       {"actiongeo_fullname", role::venue}, {"actiongeo_lat", role::latitude},
    {"actiongeo_long", role::longitude}, {"dtstart", role::start},
}};

[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Lower case, with `_` for each run of what is neither letter nor digit.
[[nodiscard]] std::string plain_word(std::string_view text) {
  std::string word;
  for (char const c : trimmed(text)) {
    char const lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    bool const keeps = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || static_cast<unsigned char>(c) > 127 || c == ':';
    if (keeps) word += lower;
    else if (!word.empty() && word.back() != '_') word += '_';
  }
  while (!word.empty() && word.back() == '_') word.pop_back();
  return word;
}

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> items;
  while (!text.empty()) {
    auto const at = text.find_first_of(separators);
    if (auto const item = trimmed(text.substr(0, at)); !item.empty()) items.push_back(item);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return items;
}

// The same, and an empty item keeps its place.
[[nodiscard]] std::vector<std::string_view> split_all(std::string_view text, char separator) {
  std::vector<std::string_view> items;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    auto const end = text.find(separator, at);
    items.push_back(trimmed(text.substr(at, end == std::string_view::npos ? end : end - at)));
    at = end == std::string_view::npos ? end : end + 1;
  }
  return items;
}

// A status in our words or in those of spreadsheets; `forecast` and `undated` mean more than a status and are left to the caller.
[[nodiscard]] std::optional<status> status_of(std::string const& word) {
  if (auto const s = to_status(word)) return s;
  if (word == "planned") return status::announced;
  if (word == "confirmed") return status::scheduled;
  if (word == "tentative" || word == "forecast") return status::possible;
  if (word == "canceled") return status::cancelled;
  if (word == "done" || word == "completed") return status::held;
  return std::nullopt;
}

[[nodiscard]] std::optional<double> number_of(std::string_view text) {
  double d = 0;
  auto const [end, bad] = std::from_chars(text.data(), text.data() + text.size(), d);
  return bad == std::errc{} && end == text.data() + text.size() ? std::optional{d} : std::nullopt;
}

}  // namespace

std::optional<role> to_role(std::string_view word) {
  auto const found = std::find_if(words_of_roles.begin(), words_of_roles.end(), [&](role_word const& w) { return w.word == word; });
  return found == words_of_roles.end() ? std::nullopt : std::optional{found->what};
}

std::vector<std::string_view> role_words() {
  std::vector<std::string_view> list;
  for (auto const& w : words_of_roles) list.push_back(w.word);
  return list;
}

std::string id_of_name(std::string_view name) {
  std::string id;
  for (char const c : fold(name)) {
    bool const blank = c == ' ' || c == '"' || c == ':' || c == '(' || c == ')' || c == ',' || (static_cast<unsigned char>(c) < 32);
    if (!blank) id += c;
    else if (!id.empty() && id.back() != '-') id += '-';
  }
  if (id.size() <= 100 && !id.empty() && party_id::try_parse(id)) return id;
  // Too long, or without a letter: told apart by a number made of all of it (FNV-1a).
  std::uint64_t sum = 14695981039346656037ULL;
  for (char const c : id.empty() ? std::string{name} : id) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  char tail[24];
  std::snprintf(tail, sizeof tail, "-%016llx", static_cast<unsigned long long>(sum));
  std::size_t cut = std::min<std::size_t>(id.size(), 60);
  while (cut > 0 && cut < id.size() && (static_cast<unsigned char>(id[cut]) & 0xC0U) == 0x80U) --cut;
  auto const made = (cut > 0 ? id.substr(0, cut) : std::string{"name"}) + tail;
  return party_id::try_parse(made) ? made : std::string{"name"} + tail;
}

std::string id_of_cell(std::string_view text) {
  if (event_id::try_parse(text)) return std::string{text};
  std::string id;
  for (char const c : text)
    id += c == ' ' || c == '"' || c == ':' || c == '(' || c == ')' || c == ',' || static_cast<unsigned char>(c) < 33 ? '_' : c;
  return event_id::try_parse(id) ? id : id_of_name(text);
}

mapping parse_mapping(std::string_view text) {
  mapping m;
  for (auto const line : split(text, ",\n")) {
    if (line.starts_with('#')) continue;
    auto const equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0)
      raise(errc::bad_syntax, "a mapping has ROLE=COLUMN or ROLE:=TEXT, and " + quoted(line) + " is neither");
    bool const constant = line[equals - 1] == ':';
    std::string const name{trimmed(line.substr(0, constant ? equals - 1 : equals))};
    std::string const value{trimmed(line.substr(equals + 1))};
    if (name == "order") {
      if (value != "dmy" && value != "mdy") raise(errc::unknown_word, "order can't be " + quoted(value) + "; it is dmy or mdy");
      m.order = value == "dmy" ? day_order::dmy : day_order::mdy;
    } else if (name == "delimiter") {
      if (value != "tab" && value != "comma" && value.size() != 1)
        raise(errc::unknown_word, "delimiter can't be " + quoted(value) + "; it is one character, tab or comma");
      m.separator = value == "tab" ? '\t' : value == "comma" ? ',' : value.front();
    } else if (name == "header") {
      if (value != "yes" && value != "no") raise(errc::unknown_word, "header can't be " + quoted(value) + "; it is yes or no");
      m.header = value == "yes";
    } else if (name == "lists") {
      m.list_separators = value;
    } else if (auto const what = to_role(name.substr(0, name.find(':'))); what) {
      m.lines.push_back({name, value, constant});
    } else {
      std::string message = "there is no role " + quoted(name);
      auto const known = role_words();
      for (auto const& near : nearest(name, known, 1)) message += "; did you mean " + std::string{near} + '?';
      raise(errc::unknown_word, message);
    }
  }
  return m;
}

column_plan plan_columns(std::vector<std::string> const& header, mapping const& m) {
  column_plan plan;
  plan.order = m.order;
  plan.list_separators = m.list_separators;
  plan.columns.resize(header.size());
  std::vector<bool> told(header.size(), false);
  std::vector<role> claimed;
  for (auto const& line : m.lines) {
    auto const colon = line.role.find(':');
    column_role r;
    r.what = *to_role(std::string_view{line.role}.substr(0, colon));
    r.name = colon == std::string::npos ? line.column : line.role.substr(colon + 1);
    claimed.push_back(r.what);
    if (line.constant) {
      plan.constants.emplace_back(std::move(r), line.column);
      continue;
    }
    std::size_t at = header.size();
    if (line.column.starts_with('#')) {
      std::size_t n = 0;
      auto const [end, bad] = std::from_chars(line.column.data() + 1, line.column.data() + line.column.size(), n);
      if (bad == std::errc{} && end == line.column.data() + line.column.size() && n > 0 && n <= header.size()) at = n - 1;
    } else {
      at = static_cast<std::size_t>(std::find(header.begin(), header.end(), line.column) - header.begin());
      for (std::size_t i = 0; at == header.size() && i < header.size(); ++i)
        if (plain_word(header[i]) == plain_word(line.column)) at = i;
    }
    if (at == header.size()) {
      std::string message = "there is no column " + quoted(line.column);
      std::vector<std::string_view> const known(header.begin(), header.end());
      for (auto const& near : nearest(line.column, known, 1)) message += "; did you mean " + quoted(near) + '?';
      raise(errc::unknown_word, message);
    }
    plan.columns[at] = std::move(r);
    told[at] = true;
    plan.recognised = true;
  }
  auto const has = [&](std::string_view word) {
    return std::any_of(header.begin(), header.end(), [&](std::string const& h) { return plain_word(h) == word; });
  };
  bool const coded = has("cameo") || has("cameo_code");
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (told[i]) continue;
    auto const word = plain_word(header[i]);
    std::optional<role> what;
    if (word != "attribute" && word != "ignore") what = to_role(word);
    if (!what)
      for (auto const& w : header_words)
        if (w.word == word) what.emplace(w.what);
    // In a table of coded events the source is who acts, and not who reports it.
    if (coded && word == "source") what.emplace(role::parties);
    if (coded && word == "event") what.emplace(role::title);
    bool const several = what == role::parties || what == role::note || what == role::topics;
    // `kind` may hold what is more than one role; it is told apart row by row.
    if (what && (several || std::find(claimed.begin(), claimed.end(), *what) == claimed.end())) {
      plan.columns[i].what = *what;
      plan.recognised = true;
      claimed.push_back(*what);
    } else {
      plan.columns[i] = {role::attribute, word.starts_with("attribute:") ? std::string{trimmed(header[i])}.substr(10) : header[i]};
    }
  }
  plan.ids_given = has("party_names") || has("venue_names");
  return plan;
}

namespace {

// One row, cell by cell; the first thing that is wrong ends it.
class row_reading {
 public:
  row_reading(column_plan const& plan, std::size_t number, name_ids& ids, incoming& to)
      : plan_{plan}, number_{number}, ids_of_names_{ids}, to_{to} {}

  [[nodiscard]] std::optional<bad_cell> run(std::vector<std::string_view> const& cells) {
    for (auto const& [what, text] : plan_.constants) put(what, text);
    for (at_ = 0; at_ < cells.size() && !bad_; ++at_) {
      auto const whole = unguarded(cells[at_]);
      auto const what = plan_.columns[at_].what;
      bool const verbatim = what == role::note || what == role::title || what == role::attribute;
      auto const text = verbatim ? whole : trimmed(whole);
      if (!trimmed(text).empty()) put(plan_.columns[at_], text);
    }
    at_ = bad_cell{}.cell;
    if (!bad_) finish();
    return std::move(bad_);
  }

 private:
  void fail(std::string reason) {
    if (!bad_) bad_ = bad_cell{at_, std::move(reason)};
  }
  void fail(problem const& p) { fail(p.message); }

  [[nodiscard]] std::optional<date_statement> date(std::string_view text) {
    auto d = table_date(text, plan_.order, to_.warnings);
    if (!d) return fail(d.error()), std::nullopt;
    return date_statement{*std::move(d)};
  }

  void keep(std::string_view key, std::string_view value) { to_.attributes.push_back({std::string{key}, std::string{value}}); }

  void set_status(std::string const& word) {
    if (word == "undated") {
      undated_ = true;
      return;
    }
    auto const s = status_of(word);
    if (!s) return fail(quoted(word) + " is no status");
    forecast_ = word == "forecast";
    to_.fields.status = s;
  }

  void set_kind(std::string_view text) {
    bool const plain = std::all_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    });
    // Our own tables have a column for the status.
    if (plan_.ids_given && event_id::try_parse(text)) {
      to_.kind = text;
      return;
    }
    auto const word = plain ? std::string{text} : plain_word(text);
    // Tables put how far something has got under `kind`, too.
    if (status_of(word) || word == "undated") return set_status(word);
    if (!event_id::try_parse(word)) return fail(quoted(text) + " can't be a kind");
    to_.kind = word;
  }

  template <typename Codes>
  void set_codes(Codes const& codes, std::string_view key, std::string_view text) {
    if (!codes) return fail(quoted(text) + " is no " + (key == "cameo" ? "CAMEO code" : "PLOVER class"));
    to_.kind = codes->kind;
    to_.fields.status = codes->how;
    coded_plan_ = is_planned(codes->how);
    keep(key, text);
  }

  void add_party(std::string_view name) {
    auto const& id = ids_of_names_.of(name);
    auto& list = to_.fields.parties;
    bool const known = list && std::any_of(list->begin(), list->end(), [&](participation const& p) { return p.party == id; });
    if (known) {
      to_.warnings.push_back("parties named twice in a row");
      return;
    }
    to_.parties.push_back({id, std::string{name}});
    say(list, participation{party_id{id}});
  }

  // `russia, lavrov for:russia`
  void add_party_ids(std::string_view text) {
    for (auto const item : split(text, ",")) {
      auto const words = split(item, " ");
      auto const id = party_id::try_parse(words.front());
      if (!id) return fail(id.error());
      participation p{*id};
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words[i].starts_with("for:")) return fail(quoted(words[i]) + " isn't for:ID");
        auto const whom = party_id::try_parse(words[i].substr(4));
        if (!whom) return fail(whom.error());
        p.on_behalf_of = *whom;
        to_.parties.push_back({whom->str(), {}});
      }
      ids_.push_back(id->str());
      say(to_.fields.parties, std::move(p));
    }
  }

  // `istanbul, possible:ankara, one_of:a b`
  void add_venue_ids(std::string_view text) {
    if (text == "none") {
      to_.fields.venues.emplace();
      return;
    }
    for (auto const item : split(text, ",")) {
      auto const colon = item.find(':');
      auto const how = colon == std::string_view::npos ? std::string_view{} : item.substr(0, colon);
      venue_choice c{venue_choice::how::certain, {}};
      if (how == "possible") c.kind = venue_choice::how::possible;
      else if (how == "one_of") c.kind = venue_choice::how::one_of;
      else if (how == "not_in") c.kind = venue_choice::how::not_in;
      else if (!how.empty()) return fail(quoted(item) + " isn't possible:ID, one_of:ID ID or not_in:ID ID");
      for (auto const word : split(colon == std::string_view::npos ? item : item.substr(colon + 1), " ")) {
        auto const id = venue_id::try_parse(word);
        if (!id) return fail(id.error());
        c.venues.push_back(*id);
        venue_ids_.push_back(id->str());
      }
      bool const one = c.kind == venue_choice::how::certain || c.kind == venue_choice::how::possible;
      if (c.venues.empty() || (one && c.venues.size() > 1)) return fail(quoted(item) + " names no venue, or too many");
      say(to_.fields.venues, std::move(c));
    }
  }

  void add_relations(std::string_view text) {
    for (auto const item : split(text, plan_.ids_given ? "," : ",;")) {
      auto const words = split(item, " ");
      auto const kind = to_relation_kind(words.front());
      if (!kind || words.size() < 2) return fail(quoted(item) + " isn't a relation and an event's id");
      auto const other = event_id::try_parse(id_of_cell(words[1]));
      if (!other) return fail(other.error());
      relation r{*kind, *other, {}};
      for (std::size_t i = 2; i < words.size(); ++i) {
        bool const least = words[i].starts_with("at_least:");
        if (!least && !words[i].starts_with("at_most:")) return fail(quoted(words[i]) + " isn't at_least:DURATION or at_most:DURATION");
        auto const d = time::duration::try_parse(words[i].substr(words[i].find(':') + 1));
        if (!d) return fail(d.error());
        (least ? r.gap.at_least : r.gap.at_most) = *d;
      }
      to_.relations.push_back(std::move(r));
    }
  }

  void add_series(std::string_view text) {
    for (auto const item : split(text, ",")) {
      auto const words = split(item, " ");
      auto const id = series_id::try_parse(words.front());
      if (!id) return fail(id.error());
      series_round r{*id, {}};
      for (std::size_t i = 1; i < words.size(); ++i) {
        auto const n = words[i].starts_with("round:") ? words[i].substr(6) : std::string_view{};
        std::uint32_t round = 0;
        auto const [end, bad] = std::from_chars(n.data(), n.data() + n.size(), round);
        if (bad != std::errc{} || end != n.data() + n.size() || round == 0) return fail(quoted(words[i]) + " isn't round:N");
        r.round = round;
      }
      say(to_.fields.series, std::move(r));
    }
  }

  void set_length(stated<time::duration>& to, std::string_view text) {
    auto const d = time::duration::try_parse(text);
    if (!d) return fail(d.error());
    to = *d;
  }

  void set_degrees(std::optional<double>& to, std::string_view text) {
    to = number_of(text);
    if (!to) fail(quoted(text) + " is no number");
  }

  void put(column_role const& what, std::string_view text) {
    switch (what.what) {
      case role::ignore: break;
      case role::attribute: keep(what.name, text); break;
      case role::id:
        to_.id = id_of_cell(text);
        if (to_.id == text) break;
        keep("id", text);
        to_.warnings.push_back("ids with characters that no id has: replaced, and kept as an attribute");
        break;
      case role::title: to_.title = text; break;
      case role::kind: set_kind(text); break;
      case role::status: set_status(plain_word(text)); break;
      case role::date: date_ = date(text); break;
      case role::start: start_ = text, start_cell_ = at_; break;
      case role::end: end_ = text, end_cell_ = at_; break;
      case role::expected: to_.fields.expected = date(text); break;
      case role::why_undated:
        to_.fields.why_undated = to_enum<why_undated>(text);
        if (!to_.fields.why_undated) fail(quoted(text) + " doesn't say why there is no date");
        break;
      case role::parties:
        if (plan_.ids_given) add_party_ids(text);
        else for (auto const name : split(text, plan_.list_separators)) add_party(name);
        break;
      case role::party_names: names_ = text; break;
      case role::venue:
        if (plan_.ids_given) add_venue_ids(text);
        else venue_ = text;
        break;
      case role::venue_names: venue_names_ = text; break;
      case role::city: city_ = text; break;
      case role::country: country_ = text; break;
      case role::latitude: set_degrees(latitude_, text); break;
      case role::longitude: set_degrees(longitude_, text); break;
      case role::note: to_.note.append(to_.note.empty() ? "" : "\n").append(text); break;
      case role::topics:
        for (auto const topic : split(text, ";")) say(to_.fields.topics, std::string{topic});
        break;
      case role::modes:
        for (auto const word : split(text, ",;")) {
          auto const m = to_enum<mode>(plain_word(word));
          if (!m) return fail(quoted(word) + " is no mode");
          say(to_.fields.modes, *m);
        }
        break;
      case role::series: add_series(text); break;
      case role::relations: add_relations(text); break;
      case role::at_least: set_length(to_.lasting.at_least, text); break;
      case role::at_most: set_length(to_.lasting.at_most, text); break;
      case role::source: to_.source = text; break;
      case role::url: to_.url = text; break;
      case role::as_of: to_.reported = date(text); break;
      case role::cameo: set_codes(of_cameo(text), "cameo", text); break;
      case role::plover: plover_ = text; break;
      case role::plover_mode: plover_mode_ = text; break;
    }
  }

  // An innermost venue, in the city, in the country; a question mark behind any makes it only possible.
  void settle_venues() {
    bool possible = false;
    std::string outer;
    auto const place = [&](std::string_view name, std::string_view kind) {
      if (name.ends_with('?')) possible = true, name = trimmed(name.substr(0, name.size() - 1));
      if (name.empty()) return;
      auto id = ids_of_names_.of(name);
      if (id == outer) id += '-' + std::string{kind};
      to_.venues.push_back({id, std::string{name}, std::string{kind}, outer, {}});
      outer = id;
    };
    place(country_, "country");
    place(city_, "city");
    auto const several = split(venue_, plan_.list_separators);
    auto const within = outer;
    auto const choose = [&](std::string const& id) {
      say(to_.fields.venues, possible ? venue_choice::possible(id) : venue_choice::certain(id));
    };
    for (auto const name : several) {
      outer = within;
      place(name, "");
      choose(outer);
    }
    if (several.empty() && !outer.empty()) choose(outer);
    if (latitude_ && longitude_ && !to_.venues.empty()) {
      bool const on_globe = *latitude_ >= -90 && *latitude_ <= 90 && *longitude_ >= -180 && *longitude_ <= 180;
      if (!on_globe) return fail("coordinates that aren't on the globe");
      to_.venues.back().at = coordinates{*latitude_, *longitude_};
    } else if (latitude_ && longitude_) {
      keep("latitude", std::to_string(*latitude_));
      keep("longitude", std::to_string(*longitude_));
    }
  }

  void settle_names() {
    auto const names = split_all(names_, ';');
    for (std::size_t i = 0; i < ids_.size(); ++i)
      to_.parties.push_back({ids_[i], names.size() == ids_.size() ? std::string{names[i]} : std::string{}});
    auto const places = split_all(venue_names_, ';');
    for (std::size_t i = 0; i < venue_ids_.size(); ++i)
      to_.venues.push_back({venue_ids_[i], places.size() == venue_ids_.size() ? std::string{places[i]} : std::string{}, {}, {}, {}});
  }

  // From a start and an end, where there is no date: an interval, or the day that both are. A missing end is one nobody knows.
  void settle_dates() {
    if (date_) {
      if (!start_.empty()) keep("start", start_);
      if (!end_.empty()) keep("end", end_);
    } else if (!start_.empty() || !end_.empty()) {
      std::optional<date_statement> first;
      std::optional<date_statement> last;
      at_ = start_cell_;
      if (!start_.empty() && !(first = date(start_))) return;
      at_ = end_cell_;
      if (!end_.empty() && !(last = date(end_))) return;
      std::string const a = first ? std::string{first->dating()->text()} : std::string{};
      std::string const b = last ? std::string{last->dating()->text()} : std::string{};
      auto const whole = time::dating::try_parse(a == b ? a : a + '/' + b);
      if (!whole) return fail("from " + quoted(a) + " to " + quoted(b) + ": " + whole.error().message);
      date_ = date_statement{*whole};
    }
    at_ = bad_cell{}.cell;
    if (coded_plan_ && date_ && !to_.reported) {
      // The record's day is when it was announced.
      to_.reported = std::move(date_);
      date_.reset();
    }
    if (forecast_ && date_ && !to_.fields.expected) to_.fields.expected = std::move(date_);
    else if (date_) to_.fields.when = std::move(date_);
    if (undated_ && to_.fields.when) return fail("undated, with a date");
    if (undated_) to_.fields.when = date_statement::none();
    if (!to_.fields.when && to_.fields.why_undated) to_.fields.when = date_statement::none();
  }

  void finish() {
    if (!plover_.empty()) set_codes(of_plover(plover_, plover_mode_), "plover", plover_);
    settle_dates();
    if (bad_) return;
    settle_names();
    settle_venues();
    to_.numbered = to_.id.empty();
    if (to_.numbered) to_.id = "row-" + std::to_string(number_);
  }

  column_plan const& plan_;
  std::size_t number_;
  name_ids& ids_of_names_;
  incoming& to_;
  std::size_t at_ = bad_cell{}.cell;
  std::optional<bad_cell> bad_;
  std::optional<date_statement> date_;
  std::string_view start_, end_, venue_, city_, country_, names_, venue_names_, plover_, plover_mode_;
  std::size_t start_cell_ = 0;
  std::size_t end_cell_ = 0;
  std::optional<double> latitude_;
  std::optional<double> longitude_;
  std::vector<std::string> ids_;
  std::vector<std::string> venue_ids_;
  bool forecast_ = false;
  bool undated_ = false;
  bool coded_plan_ = false;
};

}  // namespace

std::string const& name_ids::of(std::string_view name) {
  if (auto const found = ids_.find(name); found != ids_.end()) return found->second;
  constexpr std::size_t most = 100'000;  // a table of nothing but new names stays small
  if (ids_.size() == most) ids_.clear();
  return ids_.emplace(std::string{name}, id_of_name(name)).first->second;
}

std::optional<bad_cell> understand(column_plan const& plan, std::vector<std::string_view> const& cells, std::size_t number,
                                   name_ids& names, incoming& to) {
  return row_reading{plan, number, names, to}.run(cells);
}

event incoming::declared() && {
  if (whole) return *std::move(whole);
  event e{event_id{id}};
  if (!title.empty()) e.title(localized{std::move(title)});
  if (!kind.empty()) e.kind(std::move(kind));
  if (!note.empty()) e.note(localized{std::move(note)});
  e.describe(std::move(fields)).lasting(lasting);
  for (auto& r : relations) e.related(std::move(r));
  for (auto& a : attributes) e.attribute(std::move(a.key), std::move(a.value));
  return e;
}

event incoming::declared() const& {
  if (whole) return *whole;
  event e{event_id{id}};
  if (!title.empty()) e.title(localized{title});
  if (!kind.empty()) e.kind(kind);
  if (!note.empty()) e.note(localized{note});
  e.describe(fields).lasting(lasting);
  for (auto const& r : relations) e.related(r);
  for (auto const& a : attributes) e.attribute(a.key, a.value);
  return e;
}

}  // namespace sinedie::detail
