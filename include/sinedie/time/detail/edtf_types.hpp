// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The parts of an EDTF expression, as written: fields and marks, not yet laid on the axis.
///
/// The grammar has two levels of nesting and no recursion: an expression is a date, an interval of two ends, or a list of
/// members, each a date or a range of dates. `parse_edtf` reads any of them in one pass; what doesn't fit is a failure with the
/// offset of the first wrong byte. Everything that the text says is kept here or in the text itself.
///
/// Source: ISO 8601-2:2019; Library of Congress, EDTF specification, 4 February 2019.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>

namespace sinedie::detail {

/// Longest expression, and most members of a list.
inline constexpr std::size_t edtf_longest = 65536;
inline constexpr std::size_t edtf_most_members = 1000;

/// Above all levels: times without seconds or with fractions of one, and at the ends of intervals, as ISO 8601-1 has them.
inline constexpr unsigned beyond_edtf = 3;

inline constexpr std::uint8_t edtf_uncertain = 1;
inline constexpr std::uint8_t edtf_approximate = 2;

enum class edtf_zone : std::uint8_t { none, utc, offset };

/// One date. In an unspecified digit's place stands 0, and the digit's bit (bit 0 for the units) is set in the mask.
struct edtf_date {
  // Not `= default`: a whole expression would then be cleared as one long run of bytes, which costs more than reading it.
  edtf_date() noexcept {}  // NOLINT(modernize-use-equals-default)

  std::int64_t year = 0;  ///< sign and exponent applied
  std::int64_t mantissa = 0;
  std::uint8_t year_mask = 0;
  std::uint8_t month_mask = 0;
  std::uint8_t day_mask = 0;
  std::uint8_t month = 0;  ///< 1 to 12, or a season or other part of the year, 21 to 41
  std::uint8_t day = 0;
  bool has_month = false;
  bool has_day = false;
  bool negative = false;
  bool lettered = false;  ///< Y…
  std::uint8_t exponent = 0;
  std::uint8_t significant = 0;
  std::int8_t hour = -1;
  std::int8_t minute = -1;
  std::int8_t second = -1;
  edtf_zone zone = edtf_zone::none;
  std::int16_t offset = 0;  ///< minutes east of UTC
  std::uint8_t quality[3] = {0, 0, 0};  ///< of year, month and day: bits as above
  std::uint32_t begin = 0;              ///< where in the text
  std::uint32_t fraction = 0;           ///< where in the text the digits of a second begin, 0 where there are none
  std::uint32_t fraction_end = 0;

  [[nodiscard]] bool masked() const noexcept { return (year_mask | month_mask | day_mask) != 0; }
  [[nodiscard]] bool divided() const noexcept { return month > 12; }
  [[nodiscard]] bool has_time() const noexcept { return hour >= 0; }
  [[nodiscard]] bool has_offset() const noexcept { return zone != edtf_zone::none; }
};

/// What stands at one end of an interval or a range.
enum class edtf_end : std::uint8_t { date, open, unknown };

/// A member of a list: one date (`first`), or all units from `first` to `last`.
struct edtf_member {
  edtf_date first;
  edtf_date last;
  bool range = false;
  edtf_end from = edtf_end::date;
  edtf_end to = edtf_end::date;
};

enum class edtf_kind : std::uint8_t { date, interval, one_of, all_of };

struct edtf_expression {
  edtf_kind kind = edtf_kind::date;
  edtf_date first;  ///< the date, or the start
  edtf_end from = edtf_end::date;
  edtf_date last;   ///< the end
  edtf_end to = edtf_end::date;
  std::vector<edtf_member> members;
  bool canonical = true;  ///< whether the text is spelled canonically
};

/// What stopped the parser.
struct edtf_failure {
  errc code = errc::bad_syntax;
  std::size_t offset = 0;
  std::string why;       ///< ends the sentence "… isn't a date: "
  std::string expected;  ///< what could have stood there
};

/// `step_by_step`: without the shortcut for dates in plain digits. Tests hold the two ways against each other.
[[nodiscard]] bool parse_edtf(std::string_view text, edtf_expression& into, edtf_failure& why, bool step_by_step = false);
[[nodiscard]] problem to_problem(std::string_view text, edtf_failure const& why);
/// Precondition: `e` was parsed from `text`.
[[nodiscard]] std::string canonical_edtf(std::string_view text, edtf_expression const& e);
/// 0, 1 or 2; `beyond_edtf` where the specification has no such form.
[[nodiscard]] unsigned edtf_level(edtf_expression const& e) noexcept;

}  // namespace sinedie::detail
