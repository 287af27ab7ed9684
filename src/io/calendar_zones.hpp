// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Dates as iCalendar writes them, and the rules of a VTIMEZONE: which offset from UTC a local time has.
///
/// A zone is a list of onsets (RFC 5545, 3.6.5): from one on, local time is UTC plus its offset. They are given one by one
/// (DTSTART, RDATE) or by a rule, of which the shape that calendars really use is understood: once a year, on a weekday counted
/// from either end of a month, or among days of a month. A local time that a change of clocks skips or repeats is read with the
/// offset before the change (3.3.5).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/result.hpp>

namespace sinedie::detail {

struct calendar_time {
  bool only_day = false;
  bool utc = false;
  std::int64_t seconds = 0;  ///< on the civil axis, as written
};

/// `20250218`, `20250218T100000`, `20250218T100000Z`; the years 1 to 9999.
[[nodiscard]] result<calendar_time> parse_calendar_time(std::string_view text);

/// `P7W`, `P1DT2H`, `-PT15M` (3.3.6).
struct calendar_duration {
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  bool exact = false;  ///< whether a time part was given
};
[[nodiscard]] result<calendar_duration> parse_calendar_duration(std::string_view text);

/// `+0300`, `-043000`, in seconds.
[[nodiscard]] std::optional<int> parse_offset(std::string_view text);

/// `2025-02-18`, and `2025-02-18T10:00:00`: EDTF.
[[nodiscard]] std::string edtf_day(std::int64_t seconds);
[[nodiscard]] std::string edtf_time(std::int64_t seconds);
/// `Z`, `+03:00`; nothing where it isn't of whole minutes.
[[nodiscard]] std::optional<std::string> edtf_offset(int seconds);

/// STANDARD or DAYLIGHT, as written.
struct calendar_observance {
  std::string start;
  std::string from;
  std::string to;
  std::vector<std::string> rules;
  std::vector<std::string> dates;  ///< of RDATE
};

class calendar_zone {
 public:
  void add(calendar_observance const& o);
  /// Makes it unusable, for that reason.
  void spoil(std::string why) { if (spoilt_.empty()) spoilt_ = std::move(why); }
  void finish();

  /// Seconds east of UTC at that local time; else a sentence why they aren't known.
  [[nodiscard]] std::optional<int> offset(std::int64_t local, std::string& why) const;

 private:
  struct onset {
    std::int64_t local = 0;  // by the clock before it
    int from = 0;
    int to = 0;
  };
  struct rule {
    onset first;
    int month = 1;
    int nth = 0;      // of `weekday`, from the end where negative; 0: a day among `days`
    int weekday = -1; // 0: Sunday; -1: any
    std::vector<int> days;
    std::int64_t last = INT64_MAX;  // no onset is later, in UTC
    std::int64_t last_year = INT64_MAX;
  };

  [[nodiscard]] static std::optional<rule> parse_rule(std::string_view text, onset const& first);
  [[nodiscard]] static std::optional<std::int64_t> onset_day(rule const& r, std::int64_t year);
  [[nodiscard]] static std::optional<onset> latest(rule const& r, std::int64_t local);

  std::vector<onset> onsets_;  // sorted by `finish`
  std::vector<rule> rules_;
  std::string spoilt_;
};

}  // namespace sinedie::detail
