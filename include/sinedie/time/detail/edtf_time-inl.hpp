// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <sinedie/time/calendar.hpp>
#include <sinedie/time/detail/edtf_types.hpp>

namespace sinedie::detail {

/// A place in the text, and what is told when nothing that fits stands there.
class edtf_cursor {
 public:
  edtf_cursor(std::string_view text, edtf_failure* failure) noexcept : text_{text}, failure_{failure} {}

 protected:
  std::string_view text_;
  edtf_failure* failure_;
  std::size_t position_ = 0;
  bool canonical_ = true;

  bool at(char c) const noexcept { return position_ < text_.size() && text_[position_] == c; }
  bool at_digit() const noexcept { return position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9'; }
  bool at_end() const noexcept { return position_ == text_.size(); }
  bool take(char c) noexcept {
    if (!at(c)) return false;
    ++position_;
    return true;
  }
  bool take_dots() noexcept {
    if (text_.substr(position_, 2) != "..") return false;
    position_ += 2;
    return true;
  }
  bool fail_at(std::size_t offset, errc code, std::string why, std::string expected) {
    if (failure_ != nullptr) *failure_ = {code, offset, std::move(why), std::move(expected)};
    return false;
  }
  bool fail(errc code, std::string why, std::string expected) { return fail_at(position_, code, std::move(why), std::move(expected)); }
};

/// Reads what stands behind the T of a date: the time of day, and its offset from UTC.
class edtf_time_reader : protected edtf_cursor {
 public:
  using edtf_cursor::edtf_cursor;

 protected:
  bool number(std::int8_t& value, int most, char const* what) {
    std::uint8_t read = 0;
    std::size_t const start = position_;
    for (int i = 0; i < 2; ++i, ++position_) {
      if (!at_digit()) return fail(errc::bad_syntax, std::string{"its "} + what + " needs two digits", "a digit");
      read = static_cast<std::uint8_t>(read * 10 + (text_[position_] - '0'));
    }
    if (read > most)
      return fail_at(start, errc::no_such_time, std::string{"there is no "} + what + ' ' + std::string{text_.substr(start, 2)},
                     "00 to " + std::to_string(most));
    value = static_cast<std::int8_t>(read);
    return true;
  }

  bool time(edtf_date& d) {
    std::size_t const start = position_;
    if (!number(d.hour, 24, "hour")) return false;
    if (take(':')) {
      if (!number(d.minute, 59, "minute")) return false;
      if (take(':')) {
        if (!number(d.second, 60, "second")) return false;
        if (take('.')) {
          d.fraction = static_cast<std::uint32_t>(position_);
          if (!at_digit()) return fail(errc::bad_syntax, "a fraction needs digits", "a digit");
          while (at_digit()) ++position_;
          d.fraction_end = static_cast<std::uint32_t>(position_);
        }
      }
    }
    if (at_digit()) return fail(errc::bad_syntax, "colons stand between hours, minutes and seconds", "\":\"");
    if (d.hour == 24) {
      bool const zero =
          d.fraction == 0 || text_.substr(d.fraction, d.fraction_end - d.fraction).find_first_not_of('0') == std::string_view::npos;
      if (d.minute > 0 || d.second > 0 || !zero)
        return fail_at(start, errc::no_such_time, "the only time with hour 24 is 24:00:00", "00 to 23");
    }
    if (!zone(d)) return false;
    return d.second != 60 || leap_second(d, start);
  }

  bool zone(edtf_date& d) {
    if (take('Z')) {
      d.zone = edtf_zone::utc;
      return true;
    }
    if (!at('+') && !at('-')) return true;
    std::size_t const start = position_;
    bool const west = at('-');
    ++position_;
    std::int8_t hours = 0;
    std::int8_t minutes = 0;
    if (!number(hours, 99, "offset from UTC")) return false;
    if (take(':')) {
      if (!number(minutes, 59, "minute of an offset")) return false;
    } else {
      canonical_ = false;
      if (at_digit()) return fail(errc::bad_syntax, "a colon stands between hours and minutes", "\":\"");
    }
    int const offset = hours * 60 + minutes;
    if (west && offset == 0) return fail_at(start, errc::no_such_time, "the offset zero is written Z or +00:00", "\"Z\"");
    if (offset > (west ? 12 : 14) * 60)
      return fail_at(start, errc::no_such_time, "no place is that far from UTC", "an offset from -12:00 to +14:00");
    d.zone = edtf_zone::offset;
    d.offset = static_cast<std::int16_t>(west ? -offset : offset);
    return true;
  }

  // UTC inserts leap seconds after 23:59:59 of a month's last day, and nowhere else. A time without a zone may be of any.
  bool leap_second(edtf_date const& d, std::size_t start) {
    bool ok = d.minute == 59;
    if (d.zone != edtf_zone::none) {
      std::int64_t const day = time::days_from_civil({d.year, d.month, d.day}) * 1440 + d.hour * 60 + d.minute - d.offset + 1;
      ok = floor_div(day, 1440) * 1440 == day && time::civil_from_days(floor_div(day, 1440)).day == 1;
    }
    if (ok) return true;
    return fail_at(start + 6, errc::no_such_time, "a second 60 stands only at the end of a month's last day in UTC", "00 to 59");
  }
};

}  // namespace sinedie::detail
