// SPDX-License-Identifier: BSL-1.0
#include "calendar_zones.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

#include <sinedie/time/calendar.hpp>

#include "calendar_lines.hpp"

namespace sinedie::detail {

namespace {

constexpr std::int64_t day_seconds = 86400;

// The number of `count` digits at `at`; nothing where something else stands there.
[[nodiscard]] std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int n = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    n = n * 10 + (text[i] - '0');
  }
  return n;
}

[[nodiscard]] problem no_time(errc code, std::string_view text, std::string_view why) {
  problem p;
  p.code = code;
  p.message = quoted(text) + " is no date or time of a calendar: " + std::string{why};
  return p;
}

[[nodiscard]] std::int64_t day_of(std::int64_t seconds) { return floor_div(seconds, day_seconds); }

[[nodiscard]] int weekday_of(std::int64_t day) { return static_cast<int>(((day + 4) % 7 + 7) % 7); }  // 1970-01-01: Thursday

[[nodiscard]] std::string two(int n) { return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}; }

// A whole number, perhaps with a sign, of at most four digits.
[[nodiscard]] std::optional<int> whole_number(std::string_view text) {
  bool const negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 4) return std::nullopt;
  auto const n = digits(text, 0, text.size());
  if (!n) return std::nullopt;
  return negative ? -*n : *n;
}

}  // namespace

result<calendar_time> parse_calendar_time(std::string_view text) {
  auto const year = digits(text, 0, 4);
  auto const month = digits(text, 4, 2);
  auto const day = digits(text, 6, 2);
  if (!year || !month || !day) return no_time(errc::bad_syntax, text, "eight digits should begin it");
  if (*year == 0) return no_time(errc::out_of_range, text, "the years are 0001 to 9999");
  if (*month < 1 || *month > 12 || *day < 1 || *day > time::days_in_month(*year, *month))
    return no_time(errc::no_such_day, text, "there is no such day");
  calendar_time t;
  t.seconds = time::days_from_civil({*year, *month, *day}) * day_seconds;
  t.only_day = text.size() == 8;
  if (t.only_day) return t;
  auto const hour = digits(text, 9, 2);
  auto const minute = digits(text, 11, 2);
  auto const second = digits(text, 13, 2);
  t.utc = text.size() == 16 && text[15] == 'Z';
  if (text[8] != 'T' || !hour || !minute || !second || (text.size() != 15 && !t.utc))
    return no_time(errc::bad_syntax, text, "behind the day should stand T, six digits, and perhaps Z");
  // A leap second is the next minute's first on an axis that has none.
  if (*hour > 23 || *minute > 59 || *second > 60) return no_time(errc::no_such_time, text, "there is no such time of day");
  t.seconds += *hour * 3600 + *minute * 60 + *second;
  return t;
}

result<calendar_duration> parse_calendar_duration(std::string_view text) {
  problem p;
  p.code = errc::bad_syntax;
  p.message = quoted(text) + " is no duration of a calendar, such as P1W, P2D or PT1H30M";
  calendar_duration d;
  auto rest = text;
  bool const negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  if (!rest.starts_with('P') || rest.size() < 3) return p;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    if (rest.front() == 'T') {
      if (d.exact || rest.size() == 1) return p;
      d.exact = true;
      rest.remove_prefix(1);
      continue;
    }
    std::int64_t n = 0;
    std::size_t count = 0;
    for (; count < rest.size() && rest[count] >= '0' && rest[count] <= '9'; ++count) {
      n = n * 10 + (rest[count] - '0');
      if (n > 1'000'000'000) {
        p.code = errc::out_of_range;
        return p;
      }
    }
    char const unit = count < rest.size() ? rest[count] : '\0';
    if (count == 0) return p;
    if (!d.exact && unit == 'W') d.days += n * 7;
    else if (!d.exact && unit == 'D') d.days += n;
    else if (d.exact && unit == 'H') d.seconds += n * 3600;
    else if (d.exact && unit == 'M') d.seconds += n * 60;
    else if (d.exact && unit == 'S') d.seconds += n;
    else return p;
    if (d.days > 10'000'000'000 || d.seconds > 1'000'000'000'000) {
      p.code = errc::out_of_range;
      return p;
    }
    rest.remove_prefix(count + 1);
  }
  if (negative && (d.days != 0 || d.seconds != 0)) {
    p.code = errc::reversed;
    p.message = quoted(text) + " is negative: nothing ends before it starts";
    return p;
  }
  return d;
}

std::optional<int> parse_offset(std::string_view text) {
  if (text.size() != 5 && text.size() != 7) return std::nullopt;
  auto const hour = digits(text, 1, 2);
  auto const minute = digits(text, 3, 2);
  auto const second = text.size() == 7 ? digits(text, 5, 2) : std::optional<int>{0};
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  int const all = *hour * 3600 + *minute * 60 + *second;
  return text[0] == '-' ? -all : all;
}

std::string edtf_day(std::int64_t seconds) {
  auto const d = time::civil_from_days(day_of(seconds));
  auto year = std::to_string(d.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  return year + '-' + two(d.month) + '-' + two(d.day);
}

std::string edtf_time(std::int64_t seconds) {
  auto const of_day = static_cast<int>(seconds - day_of(seconds) * day_seconds);
  return edtf_day(seconds) + 'T' + two(of_day / 3600) + ':' + two(of_day / 60 % 60) + ':' + two(of_day % 60);
}

std::optional<std::string> edtf_offset(int seconds) {
  if (seconds == 0) return "Z";
  if (seconds % 60 != 0) return std::nullopt;
  int const minutes = std::abs(seconds) / 60;
  return (seconds < 0 ? '-' : '+') + two(minutes / 60) + ':' + two(minutes % 60);
}

std::optional<calendar_zone::rule> calendar_zone::parse_rule(std::string_view text, onset const& first) {
  rule r;
  r.first = first;
  auto const start = time::civil_from_days(day_of(first.local));
  r.month = start.month;
  bool yearly = false;
  while (!text.empty()) {
    auto const end = std::min(text.find(';'), text.size());
    auto const part = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    auto const equals = std::min(part.find('='), part.size());
    auto const name = part.substr(0, equals);
    auto const value = part.substr(std::min(part.size(), equals + 1));
    if (same_name(name, "FREQ")) {
      yearly = same_name(value, "YEARLY");
    } else if (same_name(name, "WKST") || part.empty()) {
      continue;
    } else if (same_name(name, "INTERVAL")) {
      if (value != "1") return std::nullopt;
    } else if (same_name(name, "BYMONTH")) {
      auto const m = whole_number(value);
      if (!m || *m < 1 || *m > 12) return std::nullopt;
      r.month = *m;
    } else if (same_name(name, "BYMONTHDAY")) {
      for (std::size_t at = 0; at <= value.size();) {
        auto const comma = std::min(value.find(',', at), value.size());
        auto const d = whole_number(value.substr(at, comma - at));
        if (!d || *d == 0 || *d > 31 || *d < -31 || r.days.size() == 31) return std::nullopt;
        r.days.push_back(*d);
        at = comma + 1;
      }
    } else if (same_name(name, "BYDAY")) {
      static constexpr std::array<std::string_view, 7> words{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
      if (value.size() < 2) return std::nullopt;
      auto const found = std::find_if(words.begin(), words.end(), [&](auto w) { return same_name(w, value.substr(value.size() - 2)); });
      if (found == words.end()) return std::nullopt;
      r.weekday = static_cast<int>(found - words.begin());
      if (value.size() > 2) {
        auto const n = whole_number(value.substr(0, value.size() - 2));
        if (!n || *n == 0 || *n > 5 || *n < -5) return std::nullopt;
        r.nth = *n;
      }
    } else if (same_name(name, "UNTIL")) {
      auto const until = parse_calendar_time(value);
      if (!until) return std::nullopt;
      r.last = until->seconds + (until->only_day ? day_seconds - 1 : 0) - (until->utc ? 0 : first.from);
    } else if (same_name(name, "COUNT")) {
      auto const count = whole_number(value);
      if (!count || *count < 1) return std::nullopt;
      r.last_year = start.year + *count - 1;
    } else {
      return std::nullopt;
    }
  }
  bool const counted = r.nth != 0;
  if (!yearly || (counted && !r.days.empty()) || (!counted && r.weekday >= 0 && r.days.empty())) return std::nullopt;
  if (!counted && r.days.empty()) r.days.push_back(start.day);
  return r;
}

std::optional<std::int64_t> calendar_zone::onset_day(rule const& r, std::int64_t year) {
  int const length = time::days_in_month(year, r.month);
  std::int64_t const first = time::days_from_civil({year, r.month, 1});
  if (r.nth != 0) {
    int const day = r.nth > 0 ? (r.weekday - weekday_of(first) + 7) % 7 + 7 * (r.nth - 1)
                              : length - 1 - (weekday_of(first + length - 1) - r.weekday + 7) % 7 + 7 * (r.nth + 1);
    return day >= 0 && day < length ? std::optional{first + day} : std::nullopt;
  }
  std::optional<std::int64_t> earliest;
  for (int const d : r.days) {
    int const day = d > 0 ? d - 1 : length + d;
    if (day < 0 || day >= length || (r.weekday >= 0 && weekday_of(first + day) != r.weekday)) continue;
    if (!earliest || first + day < *earliest) earliest = first + day;
  }
  return earliest;
}

std::optional<calendar_zone::onset> calendar_zone::latest(rule const& r, std::int64_t local) {
  std::int64_t const of_day = r.first.local - day_of(r.first.local) * day_seconds;
  std::int64_t year = time::civil_from_days(day_of(local)).year;
  year = std::min(year, r.last_year);
  if (r.last != INT64_MAX) year = std::min(year, time::civil_from_days(day_of(r.last)).year + 1);
  auto const first_year = time::civil_from_days(day_of(r.first.local)).year;
  // Every kind of day that a rule names comes within eight years: 29 February the latest, over a year such as 1900.
  for (std::int64_t y = year; y > year - 10 && y >= first_year; --y) {
    auto const day = onset_day(r, y);
    if (!day) continue;
    onset o = r.first;
    o.local = *day * day_seconds + of_day;
    if (o.local >= r.first.local && o.local <= local && o.local - o.from <= r.last) return o;
  }
  return std::nullopt;
}

void calendar_zone::add(calendar_observance const& o) {
  auto const start = parse_calendar_time(o.start);
  auto const from = parse_offset(o.from);
  auto const to = parse_offset(o.to);
  if (!start || start->only_day || start->utc) return spoil("the start " + quoted(o.start) + " of a rule is no local time");
  if (!from || !to) return spoil(quoted(from ? o.to : o.from) + " is no offset such as +0300");
  onset const first{start->seconds, *from, *to};
  onsets_.push_back(first);
  for (auto const& text : o.dates) {
    std::string_view rest = text;
    while (!rest.empty()) {
      auto const comma = std::min(rest.find(','), rest.size());
      auto const t = parse_calendar_time(rest.substr(0, comma));
      if (!t || t->only_day) return spoil("the start " + quoted(rest.substr(0, comma)) + " of a rule is no local time");
      onsets_.push_back({t->seconds + (t->utc ? *from : 0), *from, *to});
      rest.remove_prefix(std::min(rest.size(), comma + 1));
    }
  }
  for (auto const& text : o.rules) {
    auto r = parse_rule(text, first);
    if (!r) return spoil("its rule " + quoted(text) + " is none of those that this reader knows");
    // Each rule is asked for each time that stands in the zone.
    if (rules_.size() == 64) return spoil("it has more than 64 rules");
    rules_.push_back(std::move(*r));
  }
}

void calendar_zone::finish() {
  std::sort(onsets_.begin(), onsets_.end(), [](onset const& a, onset const& b) {
    return std::tie(a.local, a.from, a.to) < std::tie(b.local, b.from, b.to);
  });
}

std::optional<int> calendar_zone::offset(std::int64_t local, std::string& why) const {
  if (!spoilt_.empty()) return why = spoilt_, std::nullopt;
  auto const after = std::upper_bound(onsets_.begin(), onsets_.end(), local, [](std::int64_t l, onset const& o) { return l < o.local; });
  if (after == onsets_.begin()) {
    why = onsets_.empty() ? "it has no rules" : "its rules begin at " + edtf_time(onsets_.front().local);
    return std::nullopt;
  }
  onset found = *(after - 1);
  for (rule const& r : rules_)
    if (auto const o = latest(r, local); o && o->local > found.local) found = *o;
  return found.to > found.from && local < found.local + (found.to - found.from) ? found.from : found.to;
}

}  // namespace sinedie::detail
