// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <sinedie/model/fold.hpp>

#include "ascii.hpp"
#include "incoming.hpp"

namespace sinedie::detail {

namespace {

// Up to three numbers with one separator between each two.
struct parts {
  std::array<std::string, 3> number;
  std::size_t count = 0;
  char separator = '\0';
};

[[nodiscard]] std::optional<parts> split(std::string_view text) {
  parts p;
  for (char const c : text) {
    if (is_digit(c)) {
      if (p.count == 0) p.count = 1;
      p.number[p.count - 1] += c;
    } else if ((c == '/' || c == '.' || c == '-') && p.count > 0 && p.count < 3 && (p.separator == '\0' || p.separator == c) &&
               !p.number[p.count - 1].empty()) {
      p.separator = c;
      ++p.count;
    } else {
      return std::nullopt;
    }
  }
  return p.count == 3 && !p.number[2].empty() ? std::optional{p} : std::nullopt;
}

[[nodiscard]] std::string day_text(std::string const& year, std::string const& month, std::string const& day) {
  auto const two = [](std::string const& n) { return n.size() < 2 ? '0' + n : n; };
  return year + '-' + two(month) + '-' + two(day);
}

// English and French, whole and as they are shortened; `fold` has taken accents and capitals.
constexpr std::array<std::array<std::string_view, 4>, 12> months{{{"january", "jan", "janvier", "janv"},
                                                                  {"february", "feb", "fevrier", "fevr"},
                                                                  {"march", "mar", "mars", "mars"},
                                                                  {"april", "apr", "avril", "avr"},
                                                                  {"may", "may", "mai", "mai"},
                                                                  {"june", "jun", "juin", "juin"},
                                                                  {"july", "jul", "juillet", "juil"},
                                                                  {"august", "aug", "aout", "aout"},
                                                                  {"september", "sep", "septembre", "sept"},
                                                                  {"october", "oct", "octobre", "oct"},
                                                                  {"november", "nov", "novembre", "nov"},
                                                                  {"december", "dec", "decembre", "dec"}}};

// `18 February 2025`, `Feb 18, 2025`, `1er mars 2025`, `18-Feb-2025`: a day, a month by its name, a year, with nothing else but what
// separates them. Nothing where it isn't that.
struct worded {
  std::string day;
  std::size_t month = 0;
  std::string year;
};

[[nodiscard]] std::optional<worded> day_in_words(std::string_view text) {
  if (text.size() > 40) return std::nullopt;
  worded w;
  std::string const folded = fold(text);
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < folded.size();) {
    auto const apart = [](char c) { return c == ' ' || c == ',' || c == '.' || c == '-'; };
    auto end = at;
    while (end < folded.size() && !apart(folded[end])) ++end;
    if (end > at) parts.push_back(std::string_view{folded}.substr(at, end - at));
    at = end + 1;
  }
  if (parts.size() != 3) return std::nullopt;
  std::size_t const named = parts[0].front() >= 'a' ? 0 : 1;
  for (std::size_t m = 0; m < months.size() && w.month == 0; ++m)
    if (std::find(months[m].begin(), months[m].end(), parts[named]) != months[m].end()) w.month = m + 1;
  auto day = parts[1 - named];
  for (std::string_view const ending : {"st", "nd", "rd", "th", "er"})
    if (day.size() > 2 && day.ends_with(ending)) {
      day.remove_suffix(2);
      break;
    }
  auto const digits = [](std::string_view t) { return !t.empty() && std::all_of(t.begin(), t.end(), is_digit); };
  if (w.month == 0 || !digits(day) || day.size() > 2 || !digits(parts[2])) return std::nullopt;
  w.day = day;
  w.year = parts[2];
  return w;
}

[[nodiscard]] problem wrong(errc code, std::string message) {
  problem p;
  p.code = code;
  p.message = std::move(message);
  return p;
}

constexpr std::string_view rewritten = "dates rewritten as YYYY-MM-DD";

}  // namespace

result<time::dating> table_date(std::string_view text, day_order order, std::vector<std::string_view>& warnings) {
  auto first = time::dating::try_parse(text);
  if (first) return first;
  std::string const given{text};
  auto const take = [&](std::string const& better, std::string_view warning) -> result<time::dating> {
    auto second = time::dating::try_parse(better);
    if (second) warnings.push_back(warning);
    return second;
  };
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit))
    return take(day_text(given.substr(0, 4), given.substr(4, 2), given.substr(6)), rewritten);
  if (auto const p = split(text)) {
    auto const& n = p->number;
    if (n[0].size() == 4 && n[1].size() <= 2 && n[2].size() <= 2) return take(day_text(n[0], n[1], n[2]), rewritten);
    if (n[0].size() <= 2 && n[1].size() <= 2 && n[2].size() == 4) {
      auto const dmy = day_text(n[2], n[1], n[0]);
      auto const mdy = day_text(n[2], n[0], n[1]);
      if (order == day_order::dmy || dmy == mdy) return take(dmy, rewritten);
      if (order == day_order::mdy) return take(mdy, rewritten);
      bool const as_dmy = time::dating::try_parse(dmy).has_value();
      bool const as_mdy = time::dating::try_parse(mdy).has_value();
      if (as_dmy && as_mdy)
        return wrong(errc::ambiguous, quoted(text) + " is " + dmy + " or " + mdy + "; a mapping can say order=dmy or order=mdy");
      return take(as_mdy ? mdy : dmy, rewritten);
    }
    if (n[0].size() <= 2 && n[1].size() <= 2 && n[2].size() <= 2)
      return wrong(errc::ambiguous, quoted(text) + " doesn't say which century it is of");
  }
  if (auto const w = day_in_words(text)) {
    if (w->year.size() == 2) return wrong(errc::ambiguous, quoted(text) + " doesn't say which century it is of");
    if (w->year.size() == 4) return take(day_text(w->year, std::to_string(w->month), w->day), rewritten);
  }
  // `2025-02-18 10:15`, `2025-02-18T10:15Z`: a time of day without seconds, or after a blank.
  if (text.size() >= 16 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':') {
    std::string better = given;
    better[10] = 'T';
    bool const seconds = text.size() > 16 && text[16] == ':';
    if (!seconds) better.insert(16, ":00");
    return take(better, seconds ? "times written after a blank" : "times without seconds: taken for the full minute");
  }
  return first;
}

}  // namespace sinedie::detail
