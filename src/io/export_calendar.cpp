// SPDX-License-Identifier: BSL-1.0
// iCalendar, RFC 5545. What has a day or a moment is a VEVENT; whatever hasn't is a VTODO without any date, since a VEVENT must
// have one. The exact dating stands in X-SINEDIE-DATE.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include <sinedie/config.hpp>
#include <sinedie/detail/utf8.hpp>
#include <sinedie/io/display.hpp>

#include "exporting.hpp"

namespace sinedie::detail {

namespace {

// TEXT (RFC 5545, 3.3.11): line feeds become \n; nothing else that acts is left.
[[nodiscard]] std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : tame(text).text) {
    if (c == '\n') out += "\\n";
    else if (c == '\\' || c == ';' || c == ',') out.append("\\") += c;
    else out += c;
  }
  return out;
}

// At most 75 bytes a line, never cut inside a character (3.1).
void put_line(std::string& out, std::string_view line) {
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = 74;
  }
  out.append(line).append("\r\n");
}

void put_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) put_line(out, std::string{name} + ':' + escaped(text));
}

[[nodiscard]] std::string basic_day(std::chrono::sys_days day) {
  std::chrono::year_month_day const d{day};
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d%02u%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                static_cast<unsigned>(d.day()));
  return buffer;
}

[[nodiscard]] std::string basic_moment(time::instant i) {
  auto const day = day_holding(i);
  auto const second = i.seconds() - time::instant::of(day).seconds();
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "T%02d%02d%02d", static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60),
                static_cast<int>(second % 60));
  return basic_day(day) + buffer;
}

// DATE has four digits for the year (3.3.4), so it knows the years 1 to 9999; 0000 is left out, since programs disagree about it.
[[nodiscard]] bool writable(std::chrono::sys_days day) {
  int const year = static_cast<int>(std::chrono::year_month_day{day}.year());
  return year >= 1 && year <= 9999;
}

// DTSTART and DTEND; false where the date is none that a calendar knows.
[[nodiscard]] bool put_dates(std::string& out, time::dating const& d) {
  if (is_one_moment(d)) {
    if (!writable(day_holding(d.start_min()))) return false;
    auto const clock = d.start_clock();
    put_line(out, "DTSTART:" + basic_moment(d.start_min().plus(-clock.seconds())) + (clock.stated() ? "Z" : ""));
    return true;
  }
  auto const days = days_of(d);
  if (!days || !writable(days->first) || !writable(days->last + std::chrono::days{1})) return false;
  put_line(out, "DTSTART;VALUE=DATE:" + basic_day(days->first));
  if (d.lasts()) put_line(out, "DTEND;VALUE=DATE:" + basic_day(days->last + std::chrono::days{1}));
  return true;
}

[[nodiscard]] std::string_view event_status(status s) {
  if (occurs(s) == truth::no) return "CANCELLED";
  return s == status::held || s == status::under_way || s == status::scheduled ? "CONFIRMED" : "TENTATIVE";
}

[[nodiscard]] std::string_view todo_status(status s) {
  if (occurs(s) == truth::no) return "CANCELLED";
  return s == status::held ? "COMPLETED" : s == status::under_way ? "IN-PROCESS" : "NEEDS-ACTION";
}

}  // namespace

std::string export_ics(export_task& task) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sine Die//sinedie " SINEDIE_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\n";
  std::string stamp;
  if (task.how.made) stamp = basic_moment(time::instant::of(*task.how.made)) + 'Z';
  else if (task.from.as_of()) stamp = basic_day(*task.from.as_of()) + "T000000Z";
  if (stamp.empty()) task.lost.lose_once("DTSTAMP, which readers may ask for: nobody said when this calendar is made");
  for (auto const& e : task.events) {
    auto const& f = e.what.fields();
    std::string const& id = e.what.id().str();
    std::string dates;
    auto const* const when = e.when();
    bool const dated = when && put_dates(dates, *when);
    put_line(out, dated ? "BEGIN:VEVENT" : "BEGIN:VTODO");
    put_text(out, "UID", id);
    if (!stamp.empty()) put_line(out, "DTSTAMP:" + stamp);
    out += dates;
    put_text(out, "SUMMARY", label_of(e.what, task.how.language));
    lose_missing_title(task, e.what);
    if (!e.what.note().empty()) put_text(out, "DESCRIPTION", e.what.note().get(task.how.language));
    if (f.status) put_line(out, "STATUS:" + std::string{dated ? event_status(*f.status) : todo_status(*f.status)});
    std::string where;
    std::optional<coordinates> place;
    std::size_t certain = 0;
    if (f.venues)
      for (auto const& v : *f.venues) {
        if (v.kind != venue_choice::how::certain) continue;
        where.append(where.empty() ? "" : "; ").append(task.names.venue(v.venues.front()));
        place = task.names.place(v.venues.front());
        ++certain;
      }
    put_text(out, "LOCATION", where);
    if (place && certain == 1) {
      char buffer[64];
      std::snprintf(buffer, sizeof buffer, "GEO:%.6f;%.6f", place->latitude, place->longitude);
      put_line(out, buffer);
    }
    if (f.topics && !f.topics->empty()) {
      std::string list;
      for (auto const& t : *f.topics) {
        if (std::count(f.topics->begin(), f.topics->end(), t) > 1) task.lost.lose("topics given twice", id);
        list.append(list.empty() ? "" : ",").append(escaped(t));
        constexpr std::string_view blanks = " \t\r\n";
        bool const edges = t.empty() || blanks.find(t.front()) != std::string_view::npos || blanks.find(t.back()) != std::string_view::npos;
        if (edges) task.lost.lose("topics with blanks around them", id);
      }
      put_line(out, "CATEGORIES:" + list);
    }
    if (when) put_text(out, "X-SINEDIE-DATE", gregorian_text(*when));
    if (f.expected && !f.expected->is_none()) put_text(out, "X-SINEDIE-EXPECTED", gregorian_text(*f.expected->dating()));
    if (f.why_undated) put_text(out, "X-SINEDIE-WHY-UNDATED", to_string(*f.why_undated));
    if (f.status) put_text(out, "X-SINEDIE-STATUS", to_string(*f.status));
    put_text(out, "X-SINEDIE-KIND", e.what.kind());
    put_text(out, "X-SINEDIE-PARTIES", parties_cell(f));
    put_text(out, "X-SINEDIE-VENUES", venues_cell(f));
    put_text(out, "X-SINEDIE-MODES", modes_cell(f));
    put_text(out, "X-SINEDIE-SERIES", series_cell(f));
    put_text(out, "X-SINEDIE-RELATIONS", relations_cell(e.what));
    put_line(out, dated ? "END:VEVENT" : "END:VTODO");
    bool changed = tame(label_of(e.what, task.how.language)).changed;
    if (!e.what.note().empty()) changed = changed || tame(e.what.note().get(task.how.language)).changed;
    if (f.topics)
      for (auto const& t : *f.topics) changed = changed || tame(t).changed;
    if (changed) task.lost.lose("control characters and marks of direction: written as \\u{…}", id);
    if (f.why_undated && !f.when) task.lost.lose("that no date is told: it comes back as explicitly none", id);
    bool const no_date = f.when && f.when->is_none() && !f.why_undated;
    if (no_date || (f.expected && f.expected->is_none())) task.lost.lose("that there is explicitly no date, or nothing expected", id);
    task.lost.written(e.what, {fact::title, fact::kind, fact::status, fact::when, fact::expected, fact::why_undated, fact::parties,
                               fact::acting_for, fact::venues, fact::venue_doubts, fact::modes, fact::topics, fact::series,
                               fact::relations, fact::note});
  }
  out += "END:VCALENDAR\r\n";
  return out;
}

}  // namespace sinedie::detail
