// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/time/calendar.hpp>
#include <sinedie/time/detail/edtf.hpp>
#include <sinedie/time/detail/edtf_marks.hpp>
#include <sinedie/time/detail/edtf_time-inl.hpp>
#include <sinedie/time/detail/plain_date.hpp>

namespace sinedie::detail {

/// A cursor over the text; each function reads one production and says whether it could.
class edtf_parser : edtf_time_reader {
 public:
  /// `failure` is null where nobody wants to know what stopped it.
  edtf_parser(std::string_view text, edtf_failure* failure, bool step_by_step) noexcept
      : edtf_time_reader{text, failure}, step_by_step_{step_by_step} {}

  bool expression(edtf_expression& e) {
    if (text_.empty()) return fail(errc::empty, "it is empty", "a date");
    if (text_.size() > edtf_longest) return fail(errc::too_long, "it is longer than 65,536 bytes", "a shorter expression");
    if (at('[') || at('{')) {
      e.kind = at('[') ? edtf_kind::one_of : edtf_kind::all_of;
      if (!members(e)) return false;
    } else if (!date_or_interval(e)) {
      return false;
    }
    if (position_ != text_.size()) return trailing(e);
    e.canonical = canonical_;
    return true;
  }

  /// One date that begins at `from`, by the rules for all dates; `position` then is where it ends.
  bool single_date(std::size_t from, edtf_date& d) {
    position_ = from;
    return date_by_steps(d);
  }
  [[nodiscard]] std::size_t position() const noexcept { return position_; }
  /// Whether all that was read is spelled canonically.
  [[nodiscard]] bool canonical() const noexcept { return canonical_; }

 private:
  bool step_by_step_;

  // A slash separates the ends of an interval, so dates written with slashes arrive here in pieces.
  bool slashed() const noexcept {
    return std::count(text_.begin(), text_.end(), '/') == 2 && text_.find_first_not_of("0123456789/") == std::string_view::npos;
  }

  bool date_or_interval(edtf_expression& e) {
    if (take_dots()) {
      e.from = edtf_end::open;
      if (!at('/')) return fail(errc::bad_syntax, "an open start stands alone before the slash", "\"/\"");
    } else if (at('/')) {
      e.from = edtf_end::unknown;
    } else if (!date(e.first)) {
      return false;
    }
    if (!take('/')) return true;
    e.kind = edtf_kind::interval;
    if (take_dots()) {
      e.to = edtf_end::open;
    } else if (at_end()) {
      e.to = edtf_end::unknown;
    } else if (!date(e.last)) {
      return false;
    }
    return true;
  }

  bool members(edtf_expression& e) {
    ++position_;
    e.members.reserve(2);
    char const close = e.kind == edtf_kind::one_of ? ']' : '}';
    while (true) {
      if (e.members.size() == edtf_most_members)
        return fail(errc::limit, "it lists more than 1,000 alternatives", std::string{'"', close, '"'});
      edtf_member& m = e.members.emplace_back();
      if (take_dots()) {
        if (e.members.size() > 1)
          return fail_at(position_ - 2, errc::bad_syntax, "an open beginning stands first in a list", "a date");
        m.range = true;
        m.from = edtf_end::open;
      } else {
        if (!date(m.first)) return false;
        m.range = take_dots();
        if (m.range && (at(',') || at(close))) m.to = edtf_end::open;
      }
      if (m.range && m.to == edtf_end::date && !date(m.last)) return false;
      if (m.range && !(range_end(m.first) && range_end(m.last))) return false;
      if (take(close)) return true;
      if (m.to == edtf_end::open && at(','))
        return fail(errc::bad_syntax, "an open end stands last in a list", std::string{"\""} + close + '"');
      if (!take(',')) return fail(errc::bad_syntax, "its list isn't closed", std::string{"\",\", \"..\" or \""} + close + '"');
      while (take(' ')) canonical_ = false;
    }
  }

  bool range_end(edtf_date const& d) {
    if (!d.masked() && !d.divided() && d.hour < 0) return true;
    return fail_at(d.begin, errc::bad_syntax, "the ends of a range are years, months or days without unspecified digits",
                   "a year, a month or a day");
  }

  std::uint8_t qualifier() noexcept {
    std::uint8_t const q = position_ < text_.size() ? edtf_quality_of(text_[position_]) : std::uint8_t{0};
    if (q != 0) ++position_;
    return q;
  }

  bool plain_date(edtf_date& d) {
    auto const f = scan_plain_date(text_.data() + position_, text_.size() - position_);
    if (f.length == 0) return false;
    d.year = d.mantissa = f.year;
    d.month = static_cast<std::uint8_t>(f.month);
    d.day = static_cast<std::uint8_t>(f.day);
    d.has_month = f.month != 0;
    d.has_day = f.day != 0;
    d.quality[0] = f.quality;
    if (d.has_month) d.quality[1] = f.quality;
    if (d.has_day) d.quality[2] = f.quality;
    position_ += f.length;
    return true;
  }

  bool date(edtf_date& d) {
    d.begin = static_cast<std::uint32_t>(position_);
    if (!step_by_step_ && plain_date(d)) return !take('T') || time(d);
    return date_by_steps(d);
  }
  bool date_by_steps(edtf_date& d) {
    d.begin = static_cast<std::uint32_t>(position_);
    edtf_marks written;
    std::size_t parts = 1;
    auto const before = [&](std::size_t part) {
      std::uint8_t const q = written.left[part] = qualifier();
      d.quality[part] = static_cast<std::uint8_t>(d.quality[part] | q);
    };
    auto const after = [&](std::size_t part) {
      std::uint8_t const q = written.right[part] = qualifier();
      if (q == 0) return;
      for (std::size_t i = 0; i <= part; ++i) d.quality[i] = static_cast<std::uint8_t>(d.quality[i] | q);
    };
    before(0);
    if (!year(d)) return false;
    after(0);
    if (!d.lettered && d.significant == 0 && take('-')) {
      parts = 2;
      before(1);
      if (!two_digits(d.month, d.month_mask, "month")) return false;
      d.has_month = true;
      after(1);
      if (!month_exists(d)) return false;
      if (!d.divided() && take('-')) {
        parts = 3;
        before(2);
        if (!two_digits(d.day, d.day_mask, "day")) return false;
        d.has_day = true;
        after(2);
        if (!day_possible(d)) return false;
        if (at('T')) {
          if (d.masked() || written.count() != 0)
            return fail(errc::bad_syntax, "a time needs a day without unspecified digits and qualifiers", "the end");
          ++position_;
          if (!time(d)) return false;
        }
      }
    }
    canonical_ = canonical_ && (written.count() == 0 || written == fewest_marks({d.quality, parts}));
    if (d.lettered && at('-')) return fail(errc::trailing_text, "a year with Y has no months and days", "the end");
    return true;
  }

  bool year(edtf_date& d) {
    if (at('Y')) return long_year(d);
    if (at('+')) return fail(errc::bad_syntax, "a year is written without a plus sign", "a digit");
    d.negative = take('-');
    std::size_t const start = position_;
    unsigned number = 0;
    unsigned mask = 0;
    for (unsigned i = 0; i < 4; ++i) {
      char const c = start + i < text_.size() ? text_[start + i] : '\0';
      unsigned const value = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
      number = number * 10 + (value <= 9 ? value : 0);
      if (value > 9) {
        if (c != 'X') {
          position_ = start + i;
          return not_a_year(start, static_cast<int>(i));
        }
        mask |= 8U >> i;
      }
    }
    position_ = start + 4;
    d.year = number;
    d.year_mask = static_cast<std::uint8_t>(mask);
    if (at_digit() || at('X'))
      return fail(errc::bad_syntax, "a year has four digits and a hyphen stands before the month (a longer year begins with Y)",
                  "\"-\" or the end");
    if (d.negative && d.year == 0 && d.year_mask == 0) return fail_at(start - 1, errc::bad_syntax, "the year 0000 has no sign", "0000");
    d.mantissa = d.year;
    if (d.negative) d.year = -d.year;
    return d.year_mask != 0 || significant_digits(d);
  }

  bool not_a_year(std::size_t start, int digits) {
    if (slashed())
      return fail(errc::bad_syntax, "a slash separates the two ends of an interval; a day is written year-month-day with hyphens",
                  "a year of four digits");
    if (at(' ')) return fail(errc::bad_syntax, "there is a blank in it", "a digit");
    if (at('x') || at('u')) return fail(errc::bad_syntax, "an unspecified digit is written with a capital X", "\"X\" or a digit");
    if (digits > 0 && (at('-') || at_end() || at('/')))
      return fail(errc::bad_syntax,
                  "a year has four digits and comes first: " + std::string{text_.substr(start, static_cast<std::size_t>(digits))} +
                      " could be anything",
                  "a digit");
    return fail(errc::bad_syntax, digits > 0 ? "a year has four digits" : "a date begins with its year",
                digits > 0 ? "a digit" : "a year of four digits");
  }

  bool long_year(edtf_date& d) {
    std::size_t const start = position_++;
    d.lettered = true;
    d.negative = take('-');
    std::size_t const digits = position_;
    if (!at_digit()) return fail(errc::bad_syntax, "Y stands before the digits of a year", "a digit");
    if (at('0')) return fail(errc::bad_syntax, "a year with Y doesn't begin with 0", "a digit from 1 to 9");
    bool fits = true;
    std::int64_t number = 0;
    std::size_t next = digits;
    for (unsigned value = 0; next < text_.size() && (value = static_cast<unsigned char>(text_[next]) - unsigned{'0'}) <= 9; ++next) {
      number = number * 10 + value;
      if (number > time::farthest_year) fits = false, number = time::farthest_year;
    }
    position_ = next;
    d.mantissa = number;
    std::size_t const count = position_ - digits;
    d.year = d.mantissa;
    if (at('E')) {
      ++position_;
      if (!at_digit() || at('0')) return fail(errc::bad_syntax, "E stands before a positive exponent", "a digit from 1 to 9");
      int exponent = 0;
      for (; at_digit(); ++position_) exponent = std::min(exponent * 10 + (text_[position_] - '0'), 99);
      for (int i = 0; i < exponent; ++i) {
        if (d.year > time::farthest_year / 10) fits = false;
        else d.year *= 10;
      }
      d.exponent = static_cast<std::uint8_t>(exponent);
    } else if (count < 5) {
      return fail_at(start, errc::bad_syntax, "a year of up to four digits is written without Y", "a year of four digits");
    }
    if (!fits)
      return fail_at(start, errc::out_of_range, "that year lies beyond the axis (290,000,000,000 years either way)",
                     "a year closer to 0000");
    if (d.negative) d.year = -d.year;
    return significant_digits(d);
  }

  bool significant_digits(edtf_date& d) {
    if (!take('S')) return true;
    std::size_t const start = position_;
    if (!at_digit() || at('0')) return fail(errc::bad_syntax, "S stands before the number of significant digits", "a digit from 1 to 9");
    int number = 0;
    for (; at_digit(); ++position_) number = std::min(number * 10 + (text_[position_] - '0'), 99);
    std::int64_t const size = d.year < 0 ? -d.year : d.year;
    int digits = 4;
    for (std::int64_t least = 10000; least <= size; least *= 10) ++digits;
    if (number > digits)
      return fail_at(start, errc::bad_syntax, "a year can't have more significant digits than digits", "at most " + std::to_string(digits));
    d.significant = static_cast<std::uint8_t>(number);
    return true;
  }

  bool two_digits(std::uint8_t& value, std::uint8_t& mask, char const* what) {
    std::size_t const start = position_;
    unsigned number = 0;
    unsigned open = 0;
    for (unsigned i = 0; i < 2; ++i) {
      char const c = start + i < text_.size() ? text_[start + i] : '\0';
      unsigned const digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
      number = number * 10 + (digit <= 9 ? digit : 0);
      if (digit > 9) {
        if (c == 'x' || c == 'u')
          return fail_at(start + i, errc::bad_syntax, "an unspecified digit is written with a capital X", "\"X\" or a digit");
        if (c != 'X') return fail_at(start + i, errc::bad_syntax, std::string{"its "} + what + " needs two digits", "a digit");
        open |= 2U >> i;
      }
    }
    position_ = start + 2;
    value = static_cast<std::uint8_t>(number);
    mask = static_cast<std::uint8_t>(open);
    return true;
  }

  std::size_t component(int back) const noexcept {
    std::size_t start = position_;
    while (start > 0 && (text_[start - 1] == '?' || text_[start - 1] == '~' || text_[start - 1] == '%')) --start;
    return start - static_cast<std::size_t>(back);
  }

  bool month_exists(edtf_date const& d) {
    int const m = d.month;
    bool ok = false;
    if (d.month_mask == 0) ok = (m >= 1 && m <= 12) || (m >= 21 && m <= 41);
    if (d.month_mask == 1) ok = m <= 10;      // 0X, 1X
    if (d.month_mask == 2) ok = m <= 9;       // X0 is October only
    if (d.month_mask == 3) ok = true;
    if (ok) return true;
    return fail_at(component(2), errc::no_such_day, "there is no month " + std::string{text_.substr(component(2), 2)},
                   "a month from 01 to 12 (or a season or part of a year from 21 to 41)");
  }

  bool day_possible(edtf_date const& d) {
    int const x = d.day;
    bool ok = false;
    if (d.day_mask == 0) ok = x >= 1 && x <= 31;
    if (d.day_mask == 1) ok = x <= 30;
    if (d.day_mask >= 2) ok = true;
    if (ok) return true;
    return fail_at(component(2), errc::no_such_day, "there is no day " + std::string{text_.substr(component(2), 2)}, "a day from 01 to 31");
  }

  bool trailing(edtf_expression const& e) {
    if (e.kind == edtf_kind::date || e.kind == edtf_kind::interval) {
      if (at('/')) {
        if (slashed())
          return fail(errc::bad_syntax, "a slash separates the two ends of an interval; a day is written year-month-day with hyphens",
                      "the end");
        return fail(errc::trailing_text, "an interval has two ends", "the end");
      }
      if (at('t')) return fail(errc::trailing_text, "a time begins with a capital T", "\"T\" or the end");
      if (at('.')) return fail(errc::trailing_text, "two dots stand for a whole end of an interval, or in a list", "the end");
    }
    return fail(errc::trailing_text, "text follows it", "the end");
  }
};

SINEDIE_INLINE bool parse_edtf(std::string_view text, edtf_expression& into, edtf_failure& why, bool step_by_step) {
  return edtf_parser{text, &why, step_by_step}.expression(into);
}

}  // namespace sinedie::detail
