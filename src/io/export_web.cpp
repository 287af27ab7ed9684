// SPDX-License-Identifier: BSL-1.0
// GeoJSON (RFC 7946), TimelineJS 3 and the items of vis-timeline. The last two put text into pages as HTML, so theirs is escaped.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

#include <sinedie/io/display.hpp>
#include <sinedie/time/spell.hpp>

#include "exporting.hpp"
#include "json_writer.hpp"
#include "shown.hpp"

namespace sinedie::detail {

namespace {

void put_text(json_writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) out.null();
  else out.string(text);
}

void put_date(json_writer& out, std::string_view key, std::optional<date_statement> const& d) {
  put_text(out, key, d && !d->is_none() ? gregorian_text(*d->dating()) : std::string{});
}

[[nodiscard]] std::string group_of(export_task& task, event const& e) {
  std::string text;
  if (e.fields().parties)
    for (auto const& p : *e.fields().parties) text.append(text.empty() ? "" : ", ").append(task.names.party(p.party));
  return text;
}

// Year, and month and day where the date names them, as the date of a slide.
void put_slide_date(json_writer& out, std::string_view key, time::instant i, time::precision to) {
  std::chrono::year_month_day const d{day_holding(i)};
  out.key(key).open_object().key("year").number(static_cast<int>(d.year()));
  if (to <= time::precision::month) out.key("month").number(static_cast<unsigned>(d.month()));
  if (to <= time::precision::day) out.key("day").number(static_cast<unsigned>(d.day()));
  if (to <= time::precision::second) {
    auto const second = i.seconds() - time::instant::of(day_holding(i)).seconds();
    out.key("hour").number(second / 3600).key("minute").number(second / 60 % 60).key("second").number(second % 60);
  }
  out.close();
}

// What an interval's end says by itself: the coarsest unit that fills [a, b] exactly.
[[nodiscard]] std::optional<time::precision> unit_of(time::instant a, time::instant b) {
  if (!a.is_bounded() || !b.is_bounded()) return std::nullopt;
  if (a == b) return time::precision::second;
  auto const first = day_holding(a);
  auto const end = day_holding(b) + std::chrono::days{1};
  if (a != time::instant::of(first) || b.plus(1) != time::instant::of(end)) return std::nullopt;
  std::chrono::year_month_day const from{first};
  std::chrono::year_month_day const to{end};
  if (end - first == std::chrono::days{1}) return time::precision::day;
  if (static_cast<unsigned>(from.day()) != 1 || static_cast<unsigned>(to.day()) != 1) return std::nullopt;
  if (from.year() / from.month() + std::chrono::months{1} == to.year() / to.month()) return time::precision::month;
  if (static_cast<unsigned>(from.month()) == 1 && from.year() / from.month() + std::chrono::years{1} == to.year() / to.month())
    return time::precision::year;
  return std::nullopt;
}

// vis-timeline hands a text to JavaScript's Date, which knows years of four digits for certain; those before 100 it takes for the
// twentieth century in some notations.
[[nodiscard]] bool scripts_know(time::instant i) {
  if (!i.is_bounded()) return false;
  int const year = static_cast<int>(std::chrono::year_month_day{day_holding(i)}.year());
  return year >= 100 && year <= 9999;
}

[[nodiscard]] std::string script_time(time::instant i) {
  return time::to_second_string(i);  // by no zone: as the clock on the spot showed it
}

// TimelineJS measures the label of a group as HTML that it has already read as HTML, so no entity is safe there: what could begin
// an element or an entity is replaced.
[[nodiscard]] std::string group_text(std::string_view text) {
  std::string out;
  for (char const c : sanitized(text)) {
    if (c == '<') out += "\xE2\x80\xB9";
    else if (c == '>') out += "\xE2\x80\xBA";
    else if (c == '&') out += "\xEF\xBC\x86";
    else out += c;
  }
  return out;
}

// Lines stay lines.
[[nodiscard]] std::string html_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    out.append(at == 0 ? "" : "<br>").append(html_text(text.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

[[nodiscard]] bool is_harmless(std::string_view text) { return sanitized(text) == text; }
[[nodiscard]] bool is_harmless_but_lines(std::string_view text) {
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    if (!is_harmless(text.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

constexpr std::string_view no_date_loss = "left out, having no date";
constexpr std::string_view vague_loss = "left out, having a date that the format can't tell";

}  // namespace

std::string export_geojson(export_task& task) {
  std::string text;
  json_writer out{text};
  out.open_object(layout::block).key("type").string("FeatureCollection").key("features").open_array(layout::block);
  for (auto const& e : task.events) {
    auto const& f = e.what.fields();
    std::string const& id = e.what.id().str();
    std::vector<coordinates> places;
    if (f.venues)
      for (auto const& v : *f.venues) {
        if (v.kind != venue_choice::how::certain) continue;
        if (auto const at = task.names.place(v.venues.front())) places.push_back(*at);
      }
    out.open_object().key("type").string("Feature").key("id").string(id).key("geometry");
    if (places.empty()) {
      out.null();
      if (f.venues && !f.venues->empty()) task.lost.lose("on no map, since no certain venue has coordinates", id);
    } else {
      out.open_object().key("type").string(places.size() == 1 ? "Point" : "MultiPoint").key("coordinates");
      if (places.size() > 1) out.open_array();
      for (auto const& at : places) out.open_array().number(at.longitude).number(at.latitude).close();
      if (places.size() > 1) out.close();
      out.close();
    }
    out.key("properties").open_object();
    put_text(out, "title", e.what.title().empty() ? std::string{} : e.what.title().get(task.how.language));
    put_text(out, "kind", e.what.kind());
    put_text(out, "status", f.status ? to_string(*f.status) : std::string_view{});
    put_date(out, "date_edtf", f.when);
    put_date(out, "expected", f.expected);
    put_text(out, "earliest", bound_text(e.when(), which_end::start, e.limits.start_min, false));
    put_text(out, "latest", bound_text(e.when(), which_end::end, e.limits.end_max, true));
    put_text(out, "why_undated", f.why_undated ? to_string(*f.why_undated) : std::string_view{});
    out.key("parties").open_array();
    if (f.parties)
      for (auto const& p : *f.parties) out.string(task.names.party(p.party));
    out.close();
    put_text(out, "venues", venues_cell(f));
    out.key("topics").open_array();
    if (f.topics)
      for (auto const& t : *f.topics) out.string(t);
    out.close().key("flags").open_array();
    for (auto const mark : e.flags) out.string(to_string(mark));
    out.close();
    put_text(out, "note", e.what.note().empty() ? std::string{} : e.what.note().get(task.how.language));
    out.close().close();
    task.lost.written(e.what, {fact::title, fact::kind, fact::status, fact::when, fact::expected, fact::why_undated, fact::parties,
                               fact::venues, fact::venue_doubts, fact::topics, fact::note});
  }
  out.close().close();
  return text;
}

std::string export_timelinejs(export_task& task) {
  std::string text;
  json_writer out{text};
  out.open_object(layout::block);
  if (!task.from.title().empty())
    out.key("title").open_object().key("text").open_object().key("headline").string(
        html_text(task.from.title().get(task.how.language))).close().close();
  out.key("events").open_array(layout::block);
  for (auto const& e : task.events) {
    std::string const& id = e.what.id().str();
    auto const* const when = e.when();
    if (!when) {
      task.lost.lose(no_date_loss, id);
      continue;
    }
    auto const& l = when->limits();
    std::optional<time::precision> start;
    std::optional<time::precision> end;
    if (!when->has_alternatives()) {
      start = when->lasts() ? unit_of(l.start_min, l.start_max) : unit_of(l.start_min, l.end_max);
      if (when->lasts()) end = unit_of(l.end_min, l.end_max);
      if (auto const days = days_of(*when); days && when->lasts()) start = end = time::precision::day;
    }
    if (!start) {
      task.lost.lose(vague_loss, id);
      continue;
    }
    if (when->lasts() && !end) task.lost.lose("ends of intervals that are open, unknown or vague", id);
    out.open_object().key("unique_id").string(id);
    put_slide_date(out, "start_date", l.start_min, *start);
    if (end) put_slide_date(out, "end_date", l.end_max, *end);
    out.key("display_date").string(html_text(gregorian_text(*when)));
    out.key("text").open_object().key("headline").string(html_text(label_of(e.what, task.how.language)));
    bool changed = !is_harmless(label_of(e.what, task.how.language));
    if (!e.what.note().empty()) {
      auto const note = e.what.note().get(task.how.language);
      out.key("text").string(html_lines(note));
      changed = changed || !is_harmless_but_lines(note);
    }
    if (changed) task.lost.lose("control characters, marks of direction and, in titles, line ends: replaced", id);
    out.close();
    if (auto const group = group_of(task, e.what); !group.empty()) {
      auto const safe = group_text(group);
      out.key("group").string(safe);
      if (safe != sanitized(group)) task.lost.lose("angle brackets and ampersands in names of parties: replaced", id);
    }
    out.close();
    lose_missing_title(task, e.what);
    task.lost.written(e.what, {fact::title, fact::when, fact::parties, fact::note});
    if (e.what.fields().parties) task.lost.lose("ids of parties: their names are the slide's group", id);
  }
  out.close().close();
  return text;
}

std::string export_vis(export_task& task) {
  std::string text;
  json_writer out{text};
  out.open_array(layout::block);
  for (auto const& e : task.events) {
    std::string const& id = e.what.id().str();
    auto const* const when = e.when();
    if (!when) {
      task.lost.lose(no_date_loss, id);
      continue;
    }
    auto const& l = when->limits();
    if (!scripts_know(l.start_min) || !scripts_know(l.end_max)) {
      task.lost.lose("left out, having a start or end that is open or not of the years 100 to 9999", id);
      continue;
    }
    auto const days = days_of(*when);
    bool const moment = is_one_moment(*when);
    bool const window = !days && !moment;
    out.open_object().key("id").string(id).key("content").string(html_text(label_of(e.what, task.how.language)));
    out.key("start").string(script_time(l.start_min));
    if (!moment) out.key("end").string(script_time(l.end_max.plus(1)));
    out.key("type").string(moment ? "point" : "range");
    out.key("title").string(html_text(gregorian_text(*when)));
    std::string classes = window ? "sinedie-window" : "sinedie-dated";
    if (e.what.fields().status) classes += " sinedie-" + std::string{to_string(*e.what.fields().status)};
    out.key("className").string(classes).close();
    if (window) task.lost.lose("starts and ends that are only windows: drawn from the earliest to the latest, class sinedie-window", id);
    task.lost.written(e.what, {fact::title, fact::when, fact::status});
  }
  out.close();
  return text;
}

}  // namespace sinedie::detail
