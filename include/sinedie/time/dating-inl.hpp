// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/time/conversions.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/detail/edtf.hpp>
#include <sinedie/time/detail/plain_expression-inl.hpp>
#include <sinedie/time/detail/stated_text-inl.hpp>
#include <sinedie/time/detail/units.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::detail {

/// `YYYY-MM-DD` in plain digits, which most dates are.
struct plain_day {
  char const* text = nullptr;
  std::int64_t number = 0;  ///< from 1970-01-01

  /// Whether the ten bytes at `at` are a Gregorian day that exists. They are checked and added up at once, as bytes of one word.
  [[nodiscard]] constexpr bool read(char const* at) noexcept {
    auto const byte = [&](int i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
    // What is left of each byte is 0 for a hyphen, 0 to 9 for a digit; whatever is more reaches the topmost bit.
    std::uint64_t const word = (byte(0) | byte(1) << 8U | byte(2) << 16U | byte(3) << 24U | byte(4) << 32U | byte(5) << 40U |
                                byte(6) << 48U | byte(7) << 56U) ^ 0x2D30302D30303030U;
    std::uint64_t const tens = byte(8) - '0';
    std::uint64_t const units = byte(9) - '0';
    if ((((word + 0x7F76767F76767676U) | word) & 0x8080808080808080U) != 0 || tens > 9 || units > 9) return false;
    std::uint64_t const pairs = word * 10 + (word >> 8U);
    auto const century = static_cast<std::uint32_t>(pairs & 255U);
    auto const of_century = static_cast<std::uint32_t>(pairs >> 16U & 255U);
    auto const month = static_cast<std::uint32_t>(pairs >> 40U & 255U);
    auto const day = static_cast<std::uint32_t>(tens * 10 + units);
    constexpr std::uint8_t longest[16] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0};
    bool const leap = ((of_century != 0 ? of_century : century) & 3U) == 0;
    if (month > 12 || day == 0 || day > longest[month] - (month == 2 && !leap ? 1U : 0U)) return false;
    // Years that begin in March, and 400 more of them so that none is negative.
    std::uint32_t const early = month <= 2 ? 1 : 0;
    std::uint32_t const year = century * 100 + of_century + 400 - early;
    std::uint32_t const of_year = (979 * (month + 12 * early) - 2919) / 32 + day;
    number = static_cast<std::int64_t>(year * 1461 / 4 - year / 100 + year / 400 + of_year) - 719469 - 146097;
    text = at;
    return true;
  }
};

/// As EDTF spells a year.
[[nodiscard]] inline std::string to_stated_year(std::chrono::year year) {
  if (!year.ok()) raise_not_ok("std::chrono::year");
  int const number{year};
  if (number > 9999 || number < -9999) return 'Y' + std::to_string(number);
  return time::to_day_string(time::to_span(year).first()).substr(0, number < 0 ? 5 : 4);
}

/// Lays a parsed expression on the axis.
class dating_maker {
 public:
  dating_maker(std::string_view text, time::calendar in, time::dating& made) noexcept : text_{text}, made_{made} { made_.calendar_ = in; }

  /// The limits of an expression in one calendar and by a clock of one's own choice; nothing where no day fits.
  [[nodiscard]] static std::optional<time::limits> laid(edtf_expression const& e, time::calendar in, clock by) {
    auto scratch = empty();
    dating_maker maker{{}, in, *scratch};
    maker.by_ = by;
    edtf_failure why;
    time::limits l;
    return maker.lay(e, in, l, why) ? std::optional{l} : std::nullopt;
  }

  [[nodiscard]] static result<time::dating> empty() { return result<time::dating>{std::in_place, plain_day{}}; }

  /// Whether it is made of dates in plain digits, and was laid.
  bool plain() {
    if (text_.size() > made_.text_.size()) return false;
    plain_expression reader{text_, made_.calendar_, made_};
    if (reader.read()) {
      keep_text();
      return true;
    }
    if (reader.begun()) made_ = time::dating{plain_day{}};
    return false;
  }
  /// Whether it was laid; else `why` says why not.
  bool expression(edtf_failure& why, bool step_by_step = false) {
    edtf_expression e;
    if (!parse_edtf(text_, e, why, step_by_step)) return false;
    describe(e);
    using time::calendar;
    auto& limits = made_.limits_;
    if (made_.calendar_ != calendar::unknown) {
      if (!lay(e, made_.calendar_, limits, why)) return false;
    } else {
      time::limits other;
      bool const one = lay(e, calendar::gregorian, limits, why);
      bool const two = lay(e, calendar::julian, other, why);
      if (!one && !two) return false;
      bool const differ = one && two && limits != other;
      if (!one) limits = other;
      if (differ) limits = hull(limits, other);
      made_.alternatives_ = differ;
      if (differ && made_.datedness_ == time::datedness::exact) made_.datedness_ = time::datedness::partial;
    }
    keep_clocks(e);
    if (made_.datedness_ == time::datedness::unknown) {
      limits = time::limits::none();
      made_.alternatives_ = false;
    }
    if (e.canonical && text_.size() <= made_.text_.size()) {
      keep_text();
    } else {
      std::string canonical = e.canonical ? std::string{text_} : canonical_edtf(text_, e);
      made_.more_ = stated_share{new stated_text{std::string{text_}, std::move(canonical)}};
    }
    return true;
  }

  /// From the first of the two starts to the last of the two ends.
  [[nodiscard]] static time::limits both(time::limits const& a, time::limits const& b) noexcept {
    return {std::min(a.start_min, b.start_min), std::min(a.start_max, b.start_max), std::max(a.end_min, b.end_min),
            std::max(a.end_max, b.end_max)};
  }
  [[nodiscard]] static time::limits hull(time::limits const& a, time::limits const& b) noexcept {
    return {std::min(a.start_min, b.start_min), std::max(a.start_max, b.start_max), std::min(a.end_min, b.end_min),
            std::max(a.end_max, b.end_max)};
  }

 private:
  std::string_view text_;
  time::dating& made_;
  clock by_ = clock::local;

  void keep_text() noexcept {
    auto const size = text_.size();
    char const* const from = text_.data();
    char* const to = made_.text_.data();
    // Two copies of a fixed length that may overlap cost less than one of any length.
    if (size >= 8 && size <= 16) {
      std::copy_n(from, 8, to);
      std::copy_n(from + size - 8, 8, to + size - 8);
    } else if (size >= 4 && size < 8) {
      std::copy_n(from, 4, to);
      std::copy_n(from + size - 4, 4, to + size - 4);
    } else {
      std::copy_n(from, size, to);
    }
    made_.size_ = static_cast<std::uint8_t>(size);
  }

  void describe(edtf_date const& d, bool start, bool end) noexcept {
    auto const q = qualifiers_of(d);
    if (start) made_.start_qualifiers_ = made_.start_qualifiers_ | q;
    if (end) made_.end_qualifiers_ = made_.end_qualifiers_ | q;
    made_.alternatives_ = made_.alternatives_ || d.masked();
    made_.precision_ = std::max(made_.precision_, precision_of(d));
    made_.on_clocks_ = made_.on_clocks_ && d.has_offset();
  }

  // The clocks of the dates that lie outermost.
  void keep_clocks(edtf_expression const& e) noexcept {
    auto const of = [](edtf_date const& d) {
      return d.has_offset() ? time::clock_offset{std::chrono::minutes{d.offset}} : time::clock_offset{};
    };
    if (e.kind == edtf_kind::date || e.kind == edtf_kind::interval) {
      bool const two = e.kind == edtf_kind::interval && e.to == edtf_end::date;
      if (e.from == edtf_end::date || two) made_.start_clock_ = of(e.from == edtf_end::date ? e.first : e.last);
      made_.end_clock_ = two ? of(e.last) : made_.start_clock_;
      return;
    }
    auto const in = made_.calendar_ == time::calendar::julian ? time::calendar::julian : time::calendar::gregorian;
    for (auto const& m : e.members) {
      if (m.range || !m.first.has_offset()) continue;
      auto const w = hull_of(m.first, in);
      if (w.first == made_.limits_.start_min) made_.start_clock_ = of(m.first);
      if (w.last == made_.limits_.end_max) made_.end_clock_ = of(m.first);
    }
  }

  // All that can be said without the axis.
  void describe(edtf_expression const& e) noexcept {
    made_.level_ = edtf_level(e) & 3U;
    made_.precision_ = time::precision::second;
    made_.on_clocks_ = true;  // until a date says otherwise
    auto const to_endpoint = [](edtf_end end) {
      return end == edtf_end::open ? time::endpoint::open : end == edtf_end::unknown ? time::endpoint::unknown : time::endpoint::bounded;
    };
    bool open = false;
    bool empty = false;
    if (e.kind == edtf_kind::date || e.kind == edtf_kind::interval) {
      bool const both = e.kind == edtf_kind::interval;
      made_.lasts_ = both;
      made_.start_ = to_endpoint(e.from);
      made_.end_ = both ? to_endpoint(e.to) : time::endpoint::bounded;
      if (e.from == edtf_end::date) describe(e.first, true, !both);
      if (both && e.to == edtf_end::date) describe(e.last, false, true);
      bool const no_start = e.from != edtf_end::date || says_nothing(e.first);
      open = e.from != edtf_end::date || (both && e.to != edtf_end::date);
      empty = both ? no_start && (e.to != edtf_end::date || says_nothing(e.last)) : no_start;
    } else {
      empty = e.kind == edtf_kind::all_of;
      for (edtf_member const& m : e.members) {
        bool says = false;
        if (m.from == edtf_end::date) describe(m.first, true, true), says = says || !says_nothing(m.first);
        if (m.range && m.to == edtf_end::date) describe(m.last, true, true), says = true;
        open = open || m.from == edtf_end::open || m.to == edtf_end::open;
        // One member of which nothing is known leaves a choice open; one of several that all happened doesn't.
        empty = e.kind == edtf_kind::one_of ? empty || !says : empty && !says;
      }
      if (e.kind == edtf_kind::one_of && (e.members.size() > 1 || e.members.front().range)) made_.alternatives_ = open = true;
    }
    bool const exact = made_.precision_ <= time::precision::day && !open && !made_.alternatives_;
    made_.datedness_ = empty ? time::datedness::unknown : exact ? time::datedness::exact : time::datedness::partial;
  }

  bool no_such_day(edtf_date const& d, time::calendar in, edtf_failure& why) const {
    static constexpr char const* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
    std::size_t at = d.begin;  // the day's digits are the last two before the end of the date
    for (std::size_t hyphens = 0, i = d.begin; i < text_.size() && hyphens < 2; ++i) {
      bool const sign = text_[i] == '-' &&
                        (i == d.begin || (i == d.begin + 1 && !(text_[d.begin] >= '0' && text_[d.begin] <= '9') && text_[d.begin] != 'X'));
      if (text_[i] == '-' && !sign && ++hyphens == 2) at = i + 1;
    }
    while (at < text_.size() && (text_[at] == '?' || text_[at] == '~' || text_[at] == '%')) ++at;
    if (d.masked()) {
      why = {errc::no_such_day, at, "no day that exists fits it", "a day that exists"};
      return false;
    }
    int const length = time::days_in_month(d.year, d.month, in);
    std::string const month = std::string{months[d.month - 1]} + ' ' + std::to_string(d.year);
    std::string const of = in == time::calendar::julian ? " (Julian)" : "";
    why = {errc::no_such_day, at, "there is no day " + std::to_string(d.day) + " in " + month + of,
           "a day from 01 to " + std::to_string(length)};
    return false;
  }

  // The bounds of a start and of an end, each where it is a date; open and unknown ends as they are. Both by one clock, that of the
  // start.
  bool ends(edtf_date const& start, edtf_end from, edtf_date const& end, edtf_end to, time::calendar in, time::limits& l,
            edtf_failure& why) const {
    l = time::limits::none();
    if (from == edtf_end::open) l.start_max = time::instant::past();
    if (to == edtf_end::open) l.end_min = time::instant::future();
    if (from == edtf_end::date) {
      auto const w = hull_of(start, in, by_);
      if (!w.any()) return no_such_day(start, in, why);
      l.start_min = w.first;
      l.start_max = w.last;
    }
    if (to == edtf_end::date) {
      auto const w = hull_of(end, in, by_);
      if (!w.any()) return no_such_day(end, in, why);
      auto const shift = from == edtf_end::date && by_ == clock::local ? clock_shift(start, end) : 0;
      l.end_min = w.first.plus(shift);
      l.end_max = w.last.plus(shift);
    }
    return true;
  }

  bool lay(edtf_expression const& e, time::calendar in, time::limits& l, edtf_failure& why) const {
    if (e.kind == edtf_kind::date) {
      auto const w = hull_of(e.first, in, by_);
      if (!w.any()) return no_such_day(e.first, in, why);
      l = {w.first, w.last, w.first, w.last};
      return true;
    }
    if (e.kind != edtf_kind::interval) return lay_members(e, in, l, why);
    if (!ends(e.first, e.from, e.last, e.to, in, l, why)) return false;
    // An end with unspecified digits reaches only as far as one of its members does.
    if (e.first.masked() && l.end_max.is_bounded()) {
      auto const u = units_of(e.first, in);
      auto const w = u ? u->seek_back(l.end_max) : std::nullopt;
      if (w) l.start_max = std::min(w->last, l.end_max);
    }
    if (e.last.masked() && l.start_min.is_bounded()) {
      auto const u = units_of(e.last, in);
      auto const w = u ? u->seek(l.start_min) : std::nullopt;
      if (w) l.end_min = std::max(w->first, l.start_min);
    }
    auto const tight = l.tightened();
    if (!tight) {
      why = {errc::reversed, e.last.begin, "it ends before it begins", "an end that isn't before the start"};
      return false;
    }
    l = *tight;
    return true;
  }

  bool lay_members(edtf_expression const& e, time::calendar in, time::limits& all, edtf_failure& why) const {
    bool first = true;
    for (edtf_member const& m : e.members) {
      time::limits l;
      if (!m.range) {
        auto const w = hull_of(m.first, in, by_);
        if (!w.any()) return no_such_day(m.first, in, why);
        l = {w.first, w.last, w.first, w.last};
      } else {
        // The first unit and the last of a range.
        if (!ends(m.first, m.from, m.last, m.to, in, l, why)) return false;
        if (l.end_max < l.start_min) {
          why = {errc::reversed, m.last.begin, "a range in it ends before it begins", "an end that isn't before the start"};
          return false;
        }
        if (e.kind == edtf_kind::one_of) l = {l.start_min, l.end_max, l.start_min, l.end_max};
      }
      if (first) all = l;
      else if (e.kind == edtf_kind::one_of) all = hull(all, l);
      else all = both(all, l);
      first = false;
    }
    return true;
  }
};

SINEDIE_INLINE result<time::dating> read_expression(std::string_view text, time::calendar in, bool step_by_step) {
  auto made = dating_maker::empty();
  if (!step_by_step && in != time::calendar::unknown && dating_maker{text, in, *made}.plain()) return made;
  edtf_failure why;
  if (!dating_maker{text, in, *made}.expression(why, step_by_step)) made = to_problem(text, why);
  return made;
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE dating::dating(detail::plain_day const& day) noexcept {
  if (day.text == nullptr) return;  // to be filled
  limits_ = limits::within(span{instant{day.number * 86400}, instant{day.number * 86400 + 86399}});
  std::copy_n(day.text, 10, text_.begin());
  size_ = 10;
}

SINEDIE_INLINE result<dating> dating::try_parse(std::string_view edtf, calendar in) {
  detail::plain_day day;
  if (edtf.size() == 10 && in == calendar::gregorian && day.read(edtf.data())) return result<dating>{std::in_place, day};
  return detail::read_expression(edtf, in);
}

SINEDIE_INLINE dating::dating(std::string_view edtf, calendar in) : dating{try_parse(edtf, in).value()} {}
SINEDIE_INLINE dating::dating(boost::gregorian::date day) : dating{detail::to_stated_day(to_instant(day))} {}

SINEDIE_INLINE dating::dating(std::chrono::sys_days day) : dating{detail::to_stated_day(instant::of(day))} {}
SINEDIE_INLINE dating::dating(std::chrono::sys_seconds moment)
    : dating{detail::to_stated_second(instant::of(moment), clock_offset{std::chrono::minutes{0}})} {}
SINEDIE_INLINE dating::dating(std::chrono::year_month month)
    : dating{detail::to_stated_day(to_span(month).first()).substr(0, int{month.year()} < 0 ? 8 : 7)} {}
SINEDIE_INLINE dating::dating(std::chrono::year year) : dating{detail::to_stated_year(year)} {}

SINEDIE_INLINE std::chrono::sys_days dating::checked(std::chrono::year_month_day day) {
  if (!day.ok()) detail::raise_not_ok("std::chrono::year_month_day");
  return day;
}

SINEDIE_INLINE std::string to_start_string(instant i, bool is_latest, dating const& stated) {
  return to_bound_string(i, is_latest, stated.start_clock());
}

SINEDIE_INLINE std::string to_end_string(instant i, bool is_latest, dating const& stated) {
  auto const start = stated.start_clock();
  auto const end = stated.end_clock();
  bool const moved = stated.lasts() && start.stated() && end.stated();
  return to_bound_string(moved ? i.plus(end.seconds() - start.seconds()) : i, is_latest, end);
}

SINEDIE_INLINE std::optional<int> dating::level() const noexcept {
  return level_ <= 2 ? std::optional<int>{level_} : std::nullopt;
}

SINEDIE_INLINE std::optional<time::precision> dating::precision() const noexcept {
  bool const none = lasts_ && start_ != endpoint::bounded && end_ != endpoint::bounded;
  return none ? std::nullopt : std::optional{precision_};
}

SINEDIE_INLINE std::string_view dating::text() const noexcept {
  return more_ ? std::string_view{more_->text} : std::string_view{text_.data(), size_};
}

SINEDIE_INLINE std::string_view dating::canonical_view() const noexcept {
  return more_ ? std::string_view{more_->canonical} : std::string_view{text_.data(), size_};
}

}  // namespace sinedie::time
