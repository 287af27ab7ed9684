// SPDX-License-Identifier: BSL-1.0
// The parser has shortcuts for what most dates are. Here each is held against the way without it: the general reader, step by step,
// and of unspecified digits a list of all years.
#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/units.hpp>
#include <sinedie/time/spell.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::shortcuts_test {

using namespace sinedie;
using time::calendar;
using time::dating;
using time::instant;

namespace {

std::string told(result<dating> const& r) {
  if (!r) {
    auto const& e = r.error();
    auto const offset = std::to_string(e.offset.value_or(9999));
    return to_string(e) + " | " + e.found + " | " + e.expected + " | " + std::string{to_string(e.code)} + offset;
  }
  auto const& d = *r;
  auto const& l = d.limits();
  auto const q = [](time::qualifiers of) {
    std::string text;
    for (auto const c : time::all_components) text += ".?~%"[(of.uncertain(c) ? 1 : 0) + (of.approximate(c) ? 2 : 0)];
    return text;
  };
  std::string text{d.text()};
  text += " | " + d.canonical();
  for (instant const i : {l.start_min, l.start_max, l.end_min, l.end_max})
    text += ' ' + (i.is_bounded() ? std::to_string(i.seconds()) : i.is_past() ? "past" : "future");
  text += ' ' + std::to_string(d.level().value_or(9)) + (d.precision() ? std::string{to_string(*d.precision())} : "none") +
          std::string{to_string(d.datedness())} + to_string(d.start_clock()) + to_string(d.end_clock()) + (d.on_clocks() ? '!' : ' ');
  text += ' ' + q(d.start_qualifiers()) + q(d.end_qualifiers());
  for (int const n : {static_cast<int>(d.lasts()), static_cast<int>(d.has_alternatives()), static_cast<int>(d.start()),
                      static_cast<int>(d.end()), static_cast<int>(d.stated_in())})
    text += std::to_string(n);
  return text;
}

std::string without_shortcuts(std::string_view text, calendar in = calendar::gregorian) {
  return told(detail::read_expression(text, in, true));
}

/// Compares one text in all calendars; counts how many were read, and how many would differ if the last byte weren't looked at.
struct tally {
  int compared = 0;
  int read = 0;
  int caught = 0;

  void operator()(std::string const& text) {
    for (calendar const in : {calendar::gregorian, calendar::julian, calendar::unknown}) {
      auto const d = dating::try_parse(text, in);
      auto const slow = without_shortcuts(text, in);
      if (told(d) != slow) {
        CAPTURE(text);
        CHECK(told(d) == slow);
      }
      read += d.has_value();
      ++compared;
    }
    auto other = text;
    other.back() = other.back() == '0' ? '1' : '0';
    caught += told(dating::try_parse(other)) != without_shortcuts(text);
  }
};

}  // namespace

TEST_CASE("every day of the years 0000 to 9999 is read alike with and without the shortcut", "[shortcuts]") {
  std::int64_t number = time::days_from_civil({0, 1, 1});
  int compared = 0;
  std::array<char, 11> text{};
  for (int year = 0; year < 10000; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 0; day <= 32; ++day) {
        auto const put = [&](std::size_t at, int value, int digits) {
          for (int i = digits; i-- > 0; value /= 10) text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
        };
        put(0, year, 4), put(5, month, 2), put(8, day, 2);
        text[4] = text[7] = '-';
        // Of most years the days that aren't there would only cost time: an error is made of strings.
        if ((day == 0 || day > time::days_in_month(year, month)) && year % 100 != 4 && year % 100 != 0) continue;
        auto const d = dating::try_parse(std::string_view{text.data(), 10});
        bool const exists = day >= 1 && day <= time::days_in_month(year, month);
        auto const whole = time::limits::within(time::span{instant{number * 86400}, instant{number * 86400 + 86399}});
        bool const right = exists ? d && d->limits() == whole : !d;
        if (!right) CHECK(std::string{text.data()} == "another day");
        number += exists;
        ++compared;
      }
  CHECK(number == time::days_from_civil({10000, 1, 1}));
  WARN("shortcuts: " << compared << " days compared");
}

TEST_CASE("ten bytes that are nearly a day are read alike with and without the shortcut", "[shortcuts]") {
  std::mt19937_64 random{sinedie_test::seed()};
  tally same;
  int const rounds = static_cast<int>(sinedie_test::rounds(20000));
  constexpr std::string_view likely = "0123456789-XY/.,?~%[]{}TZSE: ";
  for (int n = 0; n < rounds; ++n) {
    std::string text = "0000-00-00";
    for (std::size_t const at : {0U, 1U, 2U, 3U, 6U, 9U}) text[at] = static_cast<char>('0' + random() % 10);
    text[5] = static_cast<char>('0' + random() % 2);
    text[8] = static_cast<char>('0' + random() % 4);
    for (auto changes = random() % 3; changes > 0; --changes)
      text[random() % 10] = random() % 4 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()];
    same(text);
  }
  // each byte at each place of a day
  for (std::size_t at = 0; at < 10; ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = "2024-02-29";
      text[at] = static_cast<char>(byte);
      same(text);
    }
  CHECK(same.caught > same.compared / 10);
  CHECK(same.read > 1000);
  WARN("shortcuts: " << same.compared << " readings of ten bytes compared, " << same.read << " of them dates, " << same.caught
                     << " planted faults seen");
}

TEST_CASE("random expressions are read alike with and without the shortcuts", "[shortcuts]") {
  std::mt19937_64 random{sinedie_test::seed()};
  auto const one_of = [&](auto const& list) { return std::string{list[random() % std::size(list)]}; };
  static constexpr char const* dates[] = {
      "2025", "2025-02", "2024-02-29", "2023-02-29", "2025-13", "2025-23", "2025-24", "2025-41", "2025-42", "0000", "-0000",
      "-0044-03-15", "-0001", "9999-12-31", "202X", "2X25", "2025-XX", "2025-1X", "2025-X2-3X", "XXXX", "XXXX-XX-XX", "15XX-12-25",
      "XXX1-02-29", "1950S2", "Y12345", "Y-17E7", "Y1745", "2004-?06-~11", "2004?-06", "~2004", "2025-02-18T10:00:00Z",
      "2025-02-18T10", "2025-02-18T10:30:45.5+03:00", "2025-02-18T24:00:00", "2016-12-31T23:59:60Z", "2025-02-18T10:00:00", "-XXXX",
      "-000X-12", "2025-02-00"};
  static constexpr char const* marks[] = {"", "", "", "", "?", "~", "%", "??"};
  static constexpr char const* ends[] = {"..", ""};
  auto const date = [&] { return one_of(dates) + one_of(marks); };
  tally same;
  int const rounds = static_cast<int>(sinedie_test::rounds(12000));
  for (int n = 0; n < rounds; ++n) {
    std::string text;
    switch (random() % 4) {
      case 0: text = date(); break;
      case 1: text = (random() % 4 == 0 ? one_of(ends) : date()) + '/' + (random() % 4 == 0 ? one_of(ends) : date()); break;
      default: {
        bool const one = random() % 2 == 0;
        text = one ? "[" : "{";
        for (auto left = random() % 4 + 1; left > 0; --left) {
          auto const kind = random() % 8;
          text += kind == 0 ? ".." + date() : kind == 1 ? date() + ".." : kind < 4 ? date() + ".." + date() : date();
          if (left > 1) text += random() % 10 == 0 ? ", " : ",";
        }
        text += one ? ']' : '}';
      }
    }
    if (random() % 4 == 0) text[random() % text.size()] = "0123456789-X/.,?~%[]{}T"[random() % 23];
    same(text);
  }
  CHECK(same.caught > same.compared / 10);
  CHECK(same.read > 1000);
  WARN("shortcuts: " << same.compared << " readings of expressions compared, " << same.read << " of them read, " << same.caught
                     << " planted faults seen");
}

TEST_CASE("unspecified digits leave the days that a count through all years leaves", "[shortcuts]") {
  // For each calendar, the first and the last day of each year that fits a pattern, by looking at every day there is.
  std::mt19937_64 random{sinedie_test::seed()};
  int compared = 0, empty = 0, caught = 0;
  int const rounds = static_cast<int>(sinedie_test::rounds(150));
  for (int n = 0; n < rounds; ++n) {
    std::string year = "0000";
    for (char& c : year) c = random() % 2 == 0 ? 'X' : static_cast<char>('0' + random() % 10);
    static constexpr char const* months[] = {"0X", "1X", "X2", "XX", "X0", "03", "11", "02"};
    std::string const month = n % 3 == 0 ? "02" : months[random() % 8];
    static constexpr char const* days[] = {"29", "3X", "X9", "XX", "2X", "31", "30", "01", "X1", "0X", "X0"};
    std::string const day = days[n % 3 == 0 ? random() % 3 : random() % 11];
    bool const negative = random() % 4 == 0;
    std::string const text = (negative ? "-" : "") + year + '-' + month + '-' + day;
    for (calendar const in : {calendar::gregorian, calendar::julian}) {
      detail::edtf_expression e;
      detail::edtf_failure why;
      if (!detail::parse_edtf(text, e, why) || !e.first.masked()) continue;
      auto const fits = [](int value, std::string const& pattern) {
        for (std::size_t i = pattern.size(); i-- > 0; value /= 10)
          if (pattern[i] != 'X' && pattern[i] - '0' != value % 10) return false;
        return true;
      };
      std::vector<std::int64_t> all;
      for (int y = negative ? -9999 : 0; y <= (negative ? -1 : 9999); ++y) {
        if (!fits(negative ? -y : y, year)) continue;
        for (int m = 1; m <= 12; ++m) {
          if (!fits(m, month)) continue;
          for (int d = 1; d <= time::days_in_month(y, m, in); ++d)
            if (fits(d, day)) all.push_back(time::days_from_civil({y, m, d}, in));
        }
      }
      CAPTURE(text, static_cast<int>(in));
      auto const units = detail::units_of(e.first, in);
      REQUIRE(units.has_value() == !all.empty());
      ++compared;
      if (all.empty()) {
        ++empty;
        continue;
      }
      REQUIRE(units->first == instant{all.front() * 86400});
      REQUIRE(units->last == instant{all.back() * 86400 + 86399});
      for (int probe = 0; probe < 20; ++probe) {
        auto const span = static_cast<std::uint64_t>(all.back() - all.front() + 800);
        std::int64_t const from = all.front() - 400 + static_cast<std::int64_t>(random() % span);
        auto const next = std::lower_bound(all.begin(), all.end(), from);
        auto const sought = units->seek(instant{from * 86400 + 5000});
        REQUIRE(sought.has_value() == (next != all.end()));
        if (!sought) continue;
        REQUIRE(sought->first == instant{*next * 86400});
        REQUIRE(sought->last == instant{*next * 86400 + 86399});
        caught += *next != from;  // the planted fault: any day would do
      }
    }
  }
  CHECK(compared > rounds / 2);
  CHECK(empty > 5);
  CHECK(caught > compared);
  WARN("shortcuts: " << compared << " patterns compared with lists of all their days, " << empty << " without any, " << caught
                     << " planted faults seen");
}

TEST_CASE("numbers that fit a pattern of digits are found as by counting", "[shortcuts]") {
  int compared = 0;
  std::mt19937_64 random{sinedie_test::seed()};
  for (unsigned mask = 0; mask < 16; ++mask)
    for (int n = 0; n < 12; ++n) {
      int digits = 0;
      for (int place = 1, bit = 1; place <= 1000; place *= 10, bit *= 2)
        if ((mask & static_cast<unsigned>(bit)) == 0) digits += static_cast<int>(random() % 10) * place;
      auto const fits = [&](int value) {
        int d = digits;
        for (unsigned place = 0; place < 4; ++place, d /= 10, value /= 10)
          if ((mask >> place & 1U) == 0 && d % 10 != value % 10) return false;
        return true;
      };
      std::string const text = [&] {
        std::string t;
        int place = 1000;
        for (unsigned bit = 8; bit != 0; place /= 10, bit /= 2)
          t += (mask & bit) != 0 ? 'X' : static_cast<char>('0' + digits / place % 10);
        return t;
      }();
      for (bool const negative : {false, true}) {
        detail::edtf_expression e;
        detail::edtf_failure why;
        auto const whole = (negative ? "-" : "") + text;
        if (mask == 0 || !detail::parse_edtf(whole, e, why)) continue;
        auto const units = detail::units_of(e.first, calendar::gregorian);
        REQUIRE(units);
        for (int probe = 0; probe < 25; ++probe) {
          int const from = static_cast<int>(random() % 10000) * (negative ? -1 : 1);
          std::optional<int> next;
          for (int y = from; !next && y <= (negative ? -1 : 9999); ++y)
            if (fits(negative ? -y : y)) next = y;
          auto const sought = units->seek(instant{time::days_from_civil({from, 1, 1}) * 86400});
          CAPTURE(whole, from);
          REQUIRE(sought.has_value() == next.has_value());
          if (next) REQUIRE(sought->first == instant{time::days_from_civil({*next, 1, 1}) * 86400});
          ++compared;
        }
      }
    }
  WARN("shortcuts: " << compared << " next years compared");
  CHECK(compared > 5000);
}

}  // namespace sinedie_test::shortcuts_test
