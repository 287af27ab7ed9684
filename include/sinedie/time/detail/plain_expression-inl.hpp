// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string_view>

#include <sinedie/time/detail/dating_class.hpp>
#include <sinedie/time/detail/edtf-inl.hpp>
#include <sinedie/time/detail/edtf_print-inl.hpp>
#include <sinedie/time/detail/plain_date.hpp>
#include <sinedie/time/detail/units-inl.hpp>

namespace sinedie::detail {

/// Of the finest part that is written, its digits known or not.
[[nodiscard]] inline time::precision precision_of(edtf_date const& d) noexcept {
  using time::precision;
  if (!d.has_month) return precision::year;
  if (d.divided()) return precision::season;
  if (!d.has_day) return precision::month;
  if (d.hour < 0) return precision::day;
  return d.minute < 0 ? precision::hour : d.second < 0 ? precision::minute : precision::second;
}

/// No digit is known.
[[nodiscard]] inline bool says_nothing(edtf_date const& d) noexcept {
  return d.year_mask == 15 && (!d.has_month || d.month_mask == 3) && (!d.has_day || d.day_mask == 3);
}

[[nodiscard]] inline time::qualifiers qualifiers_of(edtf_date const& d) noexcept {
  time::qualifiers q;
  if ((d.quality[0] | d.quality[1] | d.quality[2] | d.significant) == 0) return q;
  for (auto const c : time::all_components) {
    unsigned const bits = d.quality[static_cast<std::size_t>(c)];
    if ((bits & edtf_uncertain) != 0) q.add_uncertain(c);
    if ((bits & edtf_approximate) != 0) q.add_approximate(c);
  }
  if (d.significant != 0) q.add_approximate(time::component::year);
  return q;
}

/// Lays what most expressions are straight on the axis: one date, the two ends of an interval, a list of dates in plain digits.
/// It says no to everything else, to what isn't spelled canonically, and to whatever is wrong; then the general reader begins anew.
class plain_expression {
 public:
  plain_expression(std::string_view text, time::calendar in, time::dating& made) noexcept
      : text_{text}, at_{text.data()}, end_{text.data() + text.size()}, in_{in}, made_{made} {}

  /// Whether it was laid. Precondition: the calendar isn't `unknown`.
  [[nodiscard]] bool read() {
    if (at_ == end_) return false;
    bool const done = *at_ == '[' || *at_ == '{' ? list() : date_or_interval();
    if (!done || at_ != end_) return false;
    if (clocks_ != 0 && clocks_ != dates_) return false;  // one with an offset, another without
    if (clocks_ != 0) made_.start_clock_ = made_.end_clock_ = time::clock_offset{std::chrono::minutes{0}}, made_.on_clocks_ = true;
    if (made_.lasts_ && times_) level_ = beyond_edtf;
    made_.level_ = level_ & 3U;
    if (!says_) {
      made_.limits_ = time::limits::none();
      made_.alternatives_ = false;
      made_.precision_ = precision_;
      made_.datedness_ = time::datedness::unknown;
      return true;
    }
    made_.precision_ = precision_;
    bool const exact = precision_ <= time::precision::day && !open_ && !made_.alternatives_;
    made_.datedness_ = exact ? time::datedness::exact : time::datedness::partial;
    return true;
  }

  /// Whether the dating was touched: then it is to be made anew where it wasn't laid.
  [[nodiscard]] bool begun() const noexcept { return begun_; }

 private:
  std::string_view text_;
  char const* at_;
  char const* end_;
  time::calendar in_;
  time::dating& made_;
  unsigned level_ = 0;
  time::precision precision_ = time::precision::second;
  bool open_ = false;
  bool begun_ = false;
  bool says_ = false;  // some digit of some date is known
  bool listed_ = false;
  bool plain_ = true;  // of the last date: neither a part of a year nor a time
  bool times_ = false;
  std::size_t dates_ = 0;
  std::size_t clocks_ = 0;  // of them those with an offset

  bool take(char c) noexcept {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take_dots() noexcept {
    if (end_ - at_ < 2 || at_[0] != '.' || at_[1] != '.') return false;
    at_ += 2;
    return true;
  }

  // The window of a date; one that isn't any where it isn't a plain date that exists.
  edtf_hull date(bool of_start, bool of_end) {
    ++dates_;
    bool const negative = take('-');
    auto const f = scan_plain_date(at_, static_cast<std::size_t>(end_ - at_));
    if (f.length == 0) return listed_ ? edtf_hull{} : any_date(at_ - (negative ? 1 : 0), of_start, of_end);
    if (negative && f.year == 0) return {};
    at_ += f.length;
    begun_ = true;
    says_ = true;
    std::int64_t const year = negative ? -f.year : f.year;
    level_ = std::max(level_, f.month > 24 ? 2U : f.month > 12 || negative || f.quality != 0 ? 1U : 0U);
    if (f.quality != 0) qualify(f, of_start, of_end);
    plain_ = f.month <= 12;
    if (f.month == 0) return at_precision(time::precision::year, whole_year(year, in_));
    if (f.month > 12) return at_precision(time::precision::season, part_of_year(year, f.month, in_));
    if (f.day == 0) return at_precision(time::precision::month, whole_month(year, f.month, in_));
    if (f.day > 28 && f.day > time::days_in_month(year, f.month, in_)) return {};
    std::int64_t const day = time::days_from_civil({year, f.month, f.day}, in_);
    if (take('T')) return second_of(day);
    return at_precision(time::precision::day, whole_days(day, day));
  }

  // Unspecified digits, qualifiers of components, long years: by the rules for all dates.
  edtf_hull any_date(char const* from, bool of_start, bool of_end) {
    edtf_parser parser{text_, nullptr, false};
    edtf_date d;
    if (!parser.single_date(static_cast<std::size_t>(from - text_.data()), d) || !parser.canonical()) return {};
    at_ = text_.data() + parser.position();
    auto const w = hull_of(d, in_);
    level_ = std::max(level_, static_cast<unsigned>(edtf_level_of(d)));
    precision_ = std::max(precision_, precision_of(d));
    says_ = says_ || !says_nothing(d);
    begun_ = true;
    made_.alternatives_ = made_.alternatives_ || d.masked();
    auto const q = qualifiers_of(d);
    if (of_start) made_.start_qualifiers_ = made_.start_qualifiers_ | q;
    if (of_end) made_.end_qualifiers_ = made_.end_qualifiers_ | q;
    return w;
  }

  // `HH:MM:SS` in UTC or without a zone, no leap second.
  edtf_hull second_of(std::int64_t day) noexcept {
    if (end_ - at_ < 8 || at_[2] != ':' || at_[5] != ':') return {};
    int const hour = digit_pair(at_);
    int const minute = digit_pair(at_ + 3);
    int const second = digit_pair(at_ + 6);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) return {};
    at_ += 8;
    if (take('Z')) ++clocks_;
    times_ = true;
    plain_ = false;
    time::instant const i{day * 86400 + hour * 3600 + minute * 60 + second};
    return {i, i};
  }

  edtf_hull at_precision(time::precision p, edtf_hull w) noexcept {
    precision_ = std::max(precision_, p);
    return w;
  }

  void qualify(plain_date_fields const& f, bool of_start, bool of_end) noexcept {
    time::qualifiers q;
    for (auto const c : time::all_components) {
      if ((c == time::component::month && f.month == 0) || (c == time::component::day && f.day == 0)) continue;
      if ((f.quality & edtf_uncertain) != 0) q.add_uncertain(c);
      if ((f.quality & edtf_approximate) != 0) q.add_approximate(c);
    }
    if (of_start) made_.start_qualifiers_ = made_.start_qualifiers_ | q;
    if (of_end) made_.end_qualifiers_ = made_.end_qualifiers_ | q;
  }

  bool date_or_interval() {
    auto& l = made_.limits_;
    bool const no_start = take_dots();
    bool const unknown_start = !no_start && *at_ == '/';
    begun_ = no_start || unknown_start;
    bool has_date = !no_start && !unknown_start;
    edtf_hull start;
    if (has_date) {
      start = date(true, at_ == end_);
      if (!start.any()) return false;
    }
    if (at_ == end_) {
      if (!has_date) return false;
      made_.end_qualifiers_ = made_.start_qualifiers_;
      l = {start.first, start.last, start.first, start.last};
      return true;
    }
    if (!take('/')) return false;
    made_.lasts_ = true;
    auto first = time::limits::none();
    if (has_date) first.start_min = start.first, first.start_max = start.last;
    if (no_start) first.start_max = time::instant::past(), made_.start_ = time::endpoint::open;
    if (unknown_start) made_.start_ = time::endpoint::unknown;
    bool const no_end = take_dots();
    bool const unknown_end = !no_end && at_ == end_;
    if (no_end) first.end_min = time::instant::future(), made_.end_ = time::endpoint::open;
    if (unknown_end) made_.end_ = time::endpoint::unknown;
    if (!no_end && !unknown_end) {
      auto const w = date(false, true);
      if (!w.any()) return false;
      first.end_min = w.first, first.end_max = w.last;
      has_date = true;
    }
    if (!has_date || made_.alternatives_) return false;  // unspecified digits narrow the other end too
    open_ = no_start || unknown_start || no_end || unknown_end;
    if (open_) level_ = std::max(level_, 1U);
    // As `limits::tightened`, in place.
    l.start_min = first.start_min;
    l.start_max = std::min(first.start_max, first.end_max);
    l.end_min = std::max(first.end_min, first.start_min);
    l.end_max = first.end_max;
    return !(l.start_max < l.start_min) && !(l.end_max < l.end_min);
  }

  bool list() {
    bool const one_of = *at_++ == '[';
    char const close = one_of ? ']' : '}';
    bool several = false;
    bool first = true;
    auto& all = made_.limits_;
    level_ = 2;
    begun_ = listed_ = true;
    for (std::size_t count = 0; count < edtf_most_members; ++count) {
      time::limits l;
      bool const no_start = take_dots();
      if (no_start && !first) return false;
      bool no_end = false;
      bool range = no_start;
      edtf_hull w;
      if (!no_start) {
        w = date(true, true);
        if (!w.any()) return false;
        range = take_dots();
        if (range && !plain_) return false;
        no_end = range && at_ != end_ && (*at_ == ',' || *at_ == close);
        l.start_min = w.first, l.start_max = w.last;
      } else {
        l.start_max = time::instant::past();
      }
      if (no_end) {
        l.end_min = time::instant::future();
      } else {
        if (range) {
          w = date(true, true);
          if (!w.any() || !plain_) return false;
        }
        l.end_min = w.first, l.end_max = w.last;
      }
      if (l.end_max < l.start_min) return false;
      if (range && one_of) l = {l.start_min, l.end_max, l.start_min, l.end_max};
      open_ = open_ || no_start || no_end;
      several = several || range || !first;
      if (first) all = l;
      else if (one_of) all = {std::min(all.start_min, l.start_min), std::max(all.start_max, l.start_max), std::min(all.end_min, l.end_min),
                              std::max(all.end_max, l.end_max)};
      else all = {std::min(all.start_min, l.start_min), std::min(all.start_max, l.start_max), std::max(all.end_min, l.end_min),
                  std::max(all.end_max, l.end_max)};
      first = false;
      if (take(close)) {
        if (one_of && several) made_.alternatives_ = open_ = true;
        return true;
      }
      if (no_end || !take(',')) return false;
    }
    return false;
  }
};

}  // namespace sinedie::detail
