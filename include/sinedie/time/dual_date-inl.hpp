// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include <sinedie/time/dual_date.hpp>

namespace sinedie::detail {

inline constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                              "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 12> noms_des_mois{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                                "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

/// Reads one side after the other: a day, and a month and a year where they stand.
class dual_reader {
 public:
  struct side {
    std::int64_t year = 0;
    int month = 0;  ///< 0 where none stands
    int day = 0;
    std::size_t at = 0;
    bool has_year = false;
  };

  explicit dual_reader(std::string_view text) noexcept : text_{text} {}

  [[nodiscard]] result<std::int64_t> day() {
    if (text_.empty()) return fail(errc::empty, "it is empty", "a day");
    if (text_.size() > 128) return fail(errc::too_long, "it has more than 128 bytes", "a date such as 1/14 February 1918");
    side old, young;
    if (!read_side(old)) return why_;
    if (at_ == text_.size() || text_[at_] != '/') return fail(errc::bad_syntax, "the second date is missing", "/");
    ++at_;
    if (!read_side(young)) return why_;
    if (at_ < text_.size()) return fail(errc::trailing_text, "text follows it", "the end");
    if (young.month == 0) return fail(errc::bad_syntax, "the month is missing", "a month and a year");
    if (!young.has_year) return fail(errc::bad_syntax, "the year is missing", "a year of four digits");
    if (old.month == 0) old.month = young.month;
    if (!old.has_year) old.year = young.year;
    using time::calendar;
    for (side const* const s : {&old, &young}) {
      calendar const in = s == &old ? calendar::julian : calendar::gregorian;
      if (s->day >= 1 && s->day <= time::days_in_month(s->year, s->month, in)) continue;
      at_ = s->at;
      std::string const which = s == &old ? "Julian" : "Gregorian";
      return fail(errc::no_such_day, "there is no such " + which + " day", "a day of that month");
    }
    std::int64_t const number = time::days_from_civil({old.year, old.month, old.day}, calendar::julian);
    if (number == time::days_from_civil({young.year, young.month, young.day})) return number;
    at_ = young.at;
    time::civil_day const right = time::civil_from_days(number);
    auto const name = spelled(right);
    return fail(errc::conflict, spelled({old.year, old.month, old.day}) + " in the Julian calendar is " + name + " in the Gregorian", name);
  }

  /// `10 February 1698/99`: one day, and the years by both beginnings.
  [[nodiscard]] result<time::civil_day> day_of_two_years() {
    what_ = "a day with both its years";
    if (text_.empty()) return fail(errc::empty, "it is empty", "a day");
    if (text_.size() > 128) return fail(errc::too_long, "it has more than 128 bytes", "a date such as 10 February 1698/99");
    side s;
    if (!read_side(s)) return why_;
    if (s.month == 0) return fail(errc::bad_syntax, "the month is missing", "a month and two years");
    if (!s.has_year) return fail(errc::bad_syntax, "the years are missing", "two years, such as 1698/99");
    if (at_ == text_.size() || text_[at_] != '/') return fail(errc::bad_syntax, "the second year is missing", "/");
    ++at_;
    auto const from = at_;
    auto const written = digits(4);
    auto const width = at_ - from;
    if (width == 0) return fail(errc::bad_syntax, "the second year is missing", "the year after the first, or its last digits");
    if (at_ < text_.size()) return fail(errc::trailing_text, "text follows it", "the end");
    auto const year = s.year + 1;
    constexpr int powers[] = {1, 10, 100, 1000, 10000};
    if (at_ = from; written != year % powers[width])
      return fail(errc::conflict, std::to_string(year) + " follows " + std::to_string(s.year), std::to_string(year));
    if (at_ = s.at; s.day < 1 || s.day > time::days_in_month(year, s.month, time::calendar::julian))
      return fail(errc::no_such_day, "there is no such Julian day", "a day of that month");
    if (s.month > 3 || (s.month == 3 && s.day > 24))
      return fail(errc::conflict, "from 25 March on both years are the same", "a day from 1 January to 24 March");
    if (year > 1751) return fail(errc::conflict, "from 1752 on the year began on 1 January", "a year up to 1750/51");
    return time::civil_day{year, s.month, s.day};
  }

  [[nodiscard]] static std::string spelled_day(time::civil_day d, time::tongue in) {
    return std::to_string(d.day) + (in == time::tongue::french && d.day == 1 ? "er" : "");
  }
  [[nodiscard]] static std::string spelled(time::civil_day d, time::tongue in = time::tongue::english) {
    std::string year = std::to_string(d.year);
    if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
    auto const& months = in == time::tongue::french ? noms_des_mois : month_names;
    return spelled_day(d, in) + ' ' + std::string{months[static_cast<std::size_t>(d.month - 1)]} + ' ' + year;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  problem why_;
  std::string what_ = "a dual date";

  [[nodiscard]] problem fail(errc code, std::string const& why, std::string expected) const {
    problem p;
    p.code = code;
    p.offset = at_;
    p.found = at_ < text_.size() ? std::string{text_.substr(at_, 1)} : std::string{};
    p.message = quoted(text_) + " isn't " + what_ + ": " + why + " (at byte " + std::to_string(at_) + "; expected " + expected + ')';
    p.expected = std::move(expected);
    return p;
  }
  bool refuse(std::string const& why, std::string expected) {
    why_ = fail(errc::bad_syntax, why, std::move(expected));
    return false;
  }

  [[nodiscard]] bool digit() const noexcept { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  [[nodiscard]] int digits(std::size_t most) noexcept {
    int value = 0;
    for (std::size_t n = 0; n < most && digit(); ++n) value = value * 10 + (text_[at_++] - '0');
    return value;
  }
  bool space() noexcept {
    bool const is = at_ < text_.size() && text_[at_] == ' ';
    at_ += is ? 1U : 0U;
    return is;
  }

  bool read_side(side& s) {
    s.at = at_;
    if (!digit()) return refuse("a day is missing", "a day of one or two digits");
    s.day = digits(2);
    if (digit()) return refuse("a day has one or two digits", "a month");
    if (s.day == 1 && text_.substr(at_, 2) == "er") at_ += 2;
    if (!space()) return true;
    s.month = month();
    if (s.month == 0) return refuse("that is no month", "the name of a month, in English or French");
    if (!space()) return true;
    std::size_t const from = at_;
    s.year = digits(4);
    s.has_year = true;
    if (at_ - from == 4 && !digit()) return true;
    return refuse("a year has four digits", "a year of four digits");
  }

  /// 1 to 12, or 0; stands behind it then.
  [[nodiscard]] int month() noexcept {
    static constexpr std::array<std::string_view, 24> names{"january",   "janvier", "february", "fevrier",   "march",    "mars",
                                                            "april",     "avril",   "may",      "mai",       "june",     "juin",
                                                            "july",      "juillet", "august",   "aout",      "september", "septembre",
                                                            "october",   "octobre", "november", "novembre",  "december", "decembre"};
    std::string plain;
    std::size_t end = at_;
    for (; end < text_.size() && plain.size() < 12; ++end) {
      char const c = text_[end];
      std::string_view const two = text_.substr(end, 2);
      if (c >= 'a' && c <= 'z') plain += c;
      else if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
      else if (two == "\xC3\xA9" || two == "\xC3\x89") plain += 'e', ++end;
      else if (two == "\xC3\xBB" || two == "\xC3\x9B") plain += 'u', ++end;
      else break;
    }
    auto const found = std::ranges::find(names, std::string_view{plain});
    if (found == names.end()) return 0;
    at_ = end;
    return static_cast<int>(found - names.begin()) / 2 + 1;
  }
};

/// The EDTF of a Julian day of the years 0 to 9999.
[[nodiscard]] time::dating stated_julian(time::civil_day d);

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE dual_date::dual_date(std::string_view text) : dual_date{try_parse(text).value()} {}

SINEDIE_INLINE result<dual_date> dual_date::try_parse(std::string_view text) {
  auto const day = detail::dual_reader{text}.day();
  if (!day) return day.error();
  return dual_date{std::string{text}, *day};
}

SINEDIE_INLINE dual_date dual_date::of(std::int64_t day, tongue in) {
  civil_day const old = civil_from_days(day, calendar::julian);
  civil_day const young = civil_from_days(day);
  std::string text = detail::dual_reader::spelled_day(old, in);
  if (old.month != young.month || old.year != young.year) {
    std::string const whole = detail::dual_reader::spelled(old, in);
    text = old.year != young.year ? whole : whole.substr(0, whole.size() - 5);
  }
  return dual_date{text + '/' + detail::dual_reader::spelled(young, in), day};
}

SINEDIE_INLINE dating dual_date::to_dating() const { return detail::stated_julian(julian()); }

SINEDIE_INLINE civil_day dual_date::julian() const noexcept { return civil_from_days(day_, calendar::julian); }
SINEDIE_INLINE civil_day dual_date::gregorian() const noexcept { return civil_from_days(day_); }

}  // namespace sinedie::time

namespace sinedie::detail {

SINEDIE_INLINE time::dating stated_julian(time::civil_day d) {
  auto const padded = [](std::int64_t n, std::size_t width) {
    std::string digits = std::to_string(n);
    return digits.size() < width ? digits.insert(0, width - digits.size(), '0') : digits;
  };
  return time::dating{padded(d.year, 4) + '-' + padded(d.month, 2) + '-' + padded(d.day, 2), time::calendar::julian};
}

}  // namespace sinedie::detail
