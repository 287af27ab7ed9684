// SPDX-License-Identifier: BSL-1.0
// iCalendar in: lines become components on a stack, and what each says is read once all time zones are known.
#include <sinedie/io/calendar.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "calendar_component.hpp"

namespace sinedie {

namespace detail {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// What is read; everything else is counted in the remarks.
constexpr std::array<std::string_view, 26> wanted{
    "UID",        "SUMMARY",         "DESCRIPTION",         "DTSTART",             "DTEND",              "DURATION",
    "DUE",        "COMPLETED",       "STATUS",              "LOCATION",            "GEO",                "CATEGORIES",
    "URL",        "ORGANIZER",       "ATTENDEE",            "RECURRENCE-ID",       "X-SINEDIE-DATE",     "X-SINEDIE-EXPECTED",
    "X-SINEDIE-WHY-UNDATED",         "X-SINEDIE-STATUS",    "X-SINEDIE-KIND",      "X-SINEDIE-PARTIES",  "X-SINEDIE-VENUES",
    "X-SINEDIE-MODES",               "X-SINEDIE-SERIES",    "X-SINEDIE-RELATIONS"};

// One level of nesting.
struct frame {
  std::string name;
  place at;
  std::size_t component = none;
  std::size_t zone = none;
  std::optional<calendar_observance> observance = {};
  std::size_t event_around = none;  // this one's, or the nearest outside of it in the same calendar
  std::size_t zone_around = none;
};

class calendar_reader {
 public:
  calendar_reader(std::string_view text, reading const& how) : how_{how}, lines_{text, how.string} {}

  [[nodiscard]] result<imported_dossier> read() {
    bool first = true;
    while (auto line = lines_.next()) {
      if (first && (line->wrong || !same_name(line->name, "BEGIN") || !same_name(line->value, "VCALENDAR"))) {
        problem p;
        p.code = errc::malformed;
        p.message = "the text is no calendar: it doesn't begin with BEGIN:VCALENDAR";
        p.where = line->at;
        return p;
      }
      first = false;
      if (line->wrong) spoil(std::move(*line->wrong));
      else if (same_name(line->name, "BEGIN")) begin(*line);
      else if (same_name(line->name, "END")) end(*line);
      else property(*line);
      if (components_.size() > how_.records) {
        problem p;
        p.code = errc::limit;
        p.message = "the calendar has more than " + std::to_string(how_.records) + " components";
        p.where = line->at;
        return p;
      }
    }
    if (first) {
      problem p;
      p.code = errc::malformed;
      p.message = "the text is no calendar: it is empty";
      return p;
    }
    while (!open_.empty()) close_unfinished("the end of the text");
    interpret();
    return std::move(out_);
  }

 private:
  // What is wrong belongs to the event around it; where there is none, it stands for itself.
  void spoil(problem p) {
    if (!open_.empty() && open_.back().event_around != none) {
      auto& wrong = components_[open_.back().event_around].wrong;
      if (!wrong) wrong = std::move(p);
      return;
    }
    if (!open_.empty() && open_.back().zone_around != none)
      zones_[open_.back().zone_around].spoil("a line of it can't be read: " + p.message);
    reject("a line", std::move(p));
  }

  // Components are all listed; stray lines of a file of nothing else are so up to a limit, and then counted.
  void reject(std::string what, problem p) {
    bool const stray = what.front() != 'V';
    if (stray && strays_ == how_.problems) return notes_.add("lines that can't be read, beside those listed");
    strays_ += stray ? 1U : 0U;
    out_.rejected.push_back({std::move(what), std::move(p)});
  }

  void begin(calendar_line const& line) {
    frame f;
    f.name = in_upper_case(line.value);
    f.at = line.at;
    ++open_names_[f.name];
    if (!open_.empty() && f.name != "VCALENDAR") {
      f.event_around = open_.back().event_around;
      f.zone_around = open_.back().zone_around;
    }
    if (f.name == "VCALENDAR") {
      ++calendar_;
      cancelling_ = false;
    } else if (f.name == "VEVENT" || f.name == "VTODO" || f.name == "VJOURNAL") {
      f.component = f.event_around = components_.size();
      calendar_component c;
      c.kind = f.name;
      c.at = line.at;
      c.calendar = calendar_;
      c.cancelled = cancelling_;
      if (open_.size() >= how_.depth) c.wrong = too_deep(line.at);
      components_.push_back(std::move(c));
    } else if (f.name == "VTIMEZONE") {
      f.zone = f.zone_around = zones_.size();
      zones_.emplace_back();
      zone_names_.emplace_back();
    } else if (f.name == "STANDARD" || f.name == "DAYLIGHT") {
      f.observance.emplace();
    } else if (f.name == "VALARM") {
      notes_.add("alarms");
    } else {
      notes_.add("components that are no events, to-dos or journal entries", f.name);
    }
    // Said once for a heap of them, and of the event that they stand in.
    if (open_.size() == how_.depth && f.component == none) spoil(too_deep(line.at));
    open_.push_back(std::move(f));
  }

  [[nodiscard]] problem too_deep(place const& at) const {
    problem p;
    p.code = errc::limit;
    p.message = "components stand inside each other more than " + std::to_string(how_.depth) + " deep";
    p.where = at;
    return p;
  }

  void end(calendar_line const& line) {
    auto const name = in_upper_case(line.value);
    auto const found = open_names_.find(name);
    if (found == open_names_.end() || found->second == 0) {
      problem p;
      p.code = errc::malformed;
      p.message = "END:" + cut_name(name) + " without a BEGIN";
      p.where = line.at;
      reject("a line", std::move(p));
      return;
    }
    while (open_.back().name != name) close_unfinished("END:" + cut_name(name) + " in line " + std::to_string(line.at.line));
    frame f = std::move(open_.back());
    open_.pop_back();
    --found->second;
    if (f.observance && !open_.empty() && open_.back().zone != none) zones_[open_.back().zone].add(*f.observance);
    if (f.zone != none) zone_done(f.zone);
  }

  [[nodiscard]] static std::string cut_name(std::string_view name) { return std::string{name.substr(0, 40)}; }

  void close_unfinished(std::string const& by) {
    frame f = std::move(open_.back());
    open_.pop_back();
    --open_names_[f.name];
    problem p;
    p.code = errc::malformed;
    p.message = "BEGIN:" + cut_name(f.name) + " has no END before " + by;
    p.where = f.at;
    if (f.component != none) {
      if (!components_[f.component].wrong) components_[f.component].wrong = std::move(p);
      return;
    }
    if (f.zone != none) {
      zones_[f.zone].spoil("it isn't closed");
      zone_done(f.zone);
    }
    if (open_.size() < how_.depth) reject("a component", std::move(p));
  }

  void zone_done(std::size_t zone) {
    zones_[zone].finish();
    zones_by_name_.try_emplace({calendar_, zone_names_[zone]}, zone);
  }

  void property(calendar_line const& line) {
    if (open_.empty()) {
      problem p;
      p.code = errc::malformed;
      p.message = quoted(line.name) + " stands outside of every component";
      p.where = line.at;
      return reject("a line", std::move(p));
    }
    frame& f = open_.back();
    auto const is = [&](std::string_view name) { return same_name(line.name, name); };
    if (f.component != none) return property_of(components_[f.component], line);
    if (f.zone != none) {
      if (is("TZID")) zone_names_[f.zone] = line.value;
    } else if (f.observance) {
      if (is("DTSTART")) f.observance->start = line.value;
      else if (is("TZOFFSETFROM")) f.observance->from = line.value;
      else if (is("TZOFFSETTO")) f.observance->to = line.value;
      else if (is("RRULE")) f.observance->rules.emplace_back(line.value);
      else if (is("RDATE")) f.observance->dates.emplace_back(line.value);
    } else if (f.name == "VCALENDAR") {
      if (is("X-WR-CALNAME") || is("NAME")) {
        if (out_.what.title().empty()) out_.what.title(localized{calendar_text(line.value)});
      } else if (is("X-WR-CALDESC") || is("DESCRIPTION")) {
        if (out_.what.note().empty()) out_.what.note(localized{calendar_text(line.value)});
      } else if (is("METHOD")) {
        cancelling_ = same_name(line.value, "CANCEL");
      } else if (!is("VERSION") && !is("PRODID") && !is("CALSCALE")) {
        notes_.add("properties of the calendar", line.name.substr(0, 40));
      } else if (is("CALSCALE") && !same_name(line.value, "GREGORIAN")) {
        problem p;
        p.code = errc::unknown_word;
        p.message = "the calendar scale " + quoted(line.value) + " isn't known; dates are read as Gregorian";
        p.where = line.value_at;
        reject("a line", std::move(p));
      }
    }
  }

  void property_of(calendar_component& c, calendar_line const& line) {
    if (c.wrong) return;
    auto name = in_upper_case(line.name);
    if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) {
      c.properties.push_back({std::move(name), std::string{line.parameters}, std::string{line.value}, line.at, line.value_at});
    } else if (name == "RRULE" || name == "RDATE") {
      c.recurs = true;
    } else if (name == "DTSTAMP" || name == "EXDATE" || name == "EXRULE") {
      return;  // of an exception from a recurrence, its remark says it; a stamp says nothing of the event
    } else {
      notes_.add("properties that events have no place for", name.substr(0, 40));
    }
  }

  void interpret() {
    calendar_events events{out_.what, notes_, [this](std::size_t calendar, std::string const& name) -> calendar_zone const* {
                             auto const found = zones_by_name_.find({calendar, name});
                             return found == zones_by_name_.end() ? nullptr : &zones_[found->second];
                           }};
    for (auto& c : components_) {
      if (!c.wrong) events.read(c);
      if (c.wrong) reject(c.name(), std::move(*c.wrong));
    }
    events.finish();
    std::sort(out_.rejected.begin(), out_.rejected.end(), [](rejected const& a, rejected const& b) {
      return std::tie(a.why.where.line, a.why.where.column, a.what, a.why.message) <
             std::tie(b.why.where.line, b.why.where.column, b.what, b.why.message);
    });
    out_.remarks = notes_.take();
  }

  reading how_;
  calendar_lines lines_;
  imported_dossier out_;
  remarks notes_;
  std::size_t calendar_ = 0;
  bool cancelling_ = false;
  std::size_t strays_ = 0;
  std::vector<frame> open_;
  std::map<std::string, std::size_t, std::less<>> open_names_;
  std::vector<calendar_component> components_;
  std::vector<calendar_zone> zones_;
  std::vector<std::string> zone_names_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> zones_by_name_;
};

}  // namespace
}  // namespace detail

result<imported_dossier> try_read_calendar(std::string_view text, reading const& how) {
  problem p;
  if (text.size() > how.bytes) {
    p.code = errc::limit;
    p.message = "the calendar has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(how.bytes) + " are read";
    return p;
  }
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE") || text.starts_with(std::string_view{"\0B", 2}) ||
      text.starts_with(std::string_view{"B\0", 2})) {
    p.code = errc::bad_encoding;
    p.message = "the calendar is in UTF-16 and should be in UTF-8";
    return p;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return detail::calendar_reader{text, how}.read();
}

imported_dossier read_calendar(std::string_view text, reading const& how) { return try_read_calendar(text, how).value(); }

}  // namespace sinedie
