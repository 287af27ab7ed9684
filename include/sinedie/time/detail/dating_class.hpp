// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What somebody stated about when something happens: an EDTF expression, and what it means on the axis.
///
/// A single date such as `2025-02` is a *window*: at some time in February, not all of it. Only an interval *lasts*:
/// `2009/2017` runs from some time in 2009 to some time in 2017. `2025-02-18/..` has no end; `2025-02-18/` has an end that
/// nobody knows. Qualifiers (`?` uncertain, `~` approximate, `%` both) are kept and asked for; they don't widen the bounds.
///
/// There is no `operator<`: ask `precedes` and Allen's relations (`relations.hpp`), or use the named sort keys.
///
/// What has no end ends at the unbounded future: both of `2025-02-18/..`'s end bounds are `instant::future()`, whereas the end of
/// `2025-02-18/` lies between 18 February and the unbounded future.
///
///     time::dating{"2025-02"}.start_min();   // 2025-02-01T00:00:00
///     time::dating{"2025-02"}.end_max();     // 2025-02-28T23:59:59
///     time::dating{"2025-02-30"};            // throws errc::no_such_day, offset 8
///     time::dating{"2025-02-27T23:30:00-05:00"}.start_min();   // 2025-02-27T23:30:00, as the clock there showed it
///
/// Source: ISO 8601-2:2019, clause 4 (EDTF); Library of Congress, EDTF specification, 4 February 2019.

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/date_time/gregorian/greg_date.hpp>

#include <sinedie/result.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/clock_offset.hpp>
#include <sinedie/time/datedness.hpp>
#include <sinedie/time/instant.hpp>
#include <sinedie/time/limits.hpp>
#include <sinedie/time/precision.hpp>
#include <sinedie/time/qualifiers.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie::detail {
struct stated_text;
struct plain_day;
class dating_maker;
class plain_expression;

/// A share in the text of a dating that is too long for it: freed with its last share, counted across threads. Or none. (What is
/// needed here of `std::shared_ptr`, whose header costs a program more than the whole of this floor.)
class stated_share {
 public:
  stated_share() noexcept = default;
  /// Takes over what `new` gave, counted once.
  explicit stated_share(stated_text const* fresh) noexcept : it_{fresh} {}
  stated_share(stated_share const& other) noexcept : it_{other.it_} {
    if (it_ != nullptr) take(*it_);
  }
  stated_share(stated_share&& other) noexcept : it_{std::exchange(other.it_, nullptr)} {}
  stated_share& operator=(stated_share other) noexcept {
    std::swap(it_, other.it_);
    return *this;
  }
  ~stated_share() {
    if (it_ != nullptr) drop(*it_);
  }

  explicit operator bool() const noexcept { return it_ != nullptr; }
  [[nodiscard]] stated_text const* operator->() const noexcept { return it_; }

 private:
  static void take(stated_text const& s) noexcept;
  static void drop(stated_text const& s) noexcept;

  stated_text const* it_ = nullptr;
};

}  // namespace sinedie::detail

namespace sinedie::time {

/// How an end of an interval was stated.
enum class endpoint : unsigned char {
  bounded,  ///< by a date
  open,     ///< `..`: there is none
  unknown,  ///< left out: there is one, nobody knows when
};

class dating {
 public:
  /// Parses an EDTF expression; throws `sinedie::error` that names the value, the offset, and what was expected.
  explicit dating(std::string_view edtf, calendar in = calendar::gregorian);
  explicit dating(char const* edtf, calendar in = calendar::gregorian) : dating{std::string_view{edtf}, in} {}
  /// A civil day. Boost's special values are an error, and so is a day of a year beyond -9999 or 9999: EDTF has no form for it.
  explicit dating(boost::gregorian::date day);
  explicit dating(std::chrono::sys_days day);
  /// The same; a day that doesn't exist is an error, where `sys_days` would roll over into the next month.
  template <std::same_as<std::chrono::year_month_day> Day>
  explicit dating(Day day) : dating{checked(day)} {}
  /// A second, a month, a year: windows. What isn't `ok()` is an error. Periods are `to_dating` of conversions.hpp.
  explicit dating(std::chrono::sys_seconds moment);
  explicit dating(std::chrono::year_month month);
  explicit dating(std::chrono::year year);
  /// For the parser.
  explicit dating(detail::plain_day const& day) noexcept;

  [[nodiscard]] static result<dating> try_parse(std::string_view edtf, calendar in = calendar::gregorian);

  /// The expression exactly as it was given. The view lasts as long as this dating.
  [[nodiscard]] std::string_view text() const noexcept;
  /// The expression in its canonical spelling; parses to an equal dating.
  [[nodiscard]] std::string canonical() const { return std::string{canonical_view()}; }
  [[nodiscard]] calendar stated_in() const noexcept { return calendar_; }
  /// The EDTF level that the expression needs: 0, 1 or 2. Nothing where EDTF has no such form: times without seconds, with fractions
  /// of one, or at the ends of an interval.
  [[nodiscard]] std::optional<int> level() const noexcept;

  /// The hull of all readings; see `limits`.
  [[nodiscard]] time::limits const& limits() const noexcept { return limits_; }
  [[nodiscard]] instant start_min() const noexcept { return limits().start_min; }
  [[nodiscard]] instant start_max() const noexcept { return limits().start_max; }
  [[nodiscard]] instant end_min() const noexcept { return limits().end_min; }
  [[nodiscard]] instant end_max() const noexcept { return limits().end_max; }
  /// From the earliest start to the latest end.
  [[nodiscard]] span hull() const { return limits().hull(); }

  /// Whether this is an interval.
  [[nodiscard]] bool lasts() const noexcept { return lasts_; }
  [[nodiscard]] endpoint start() const noexcept { return start_; }  ///< `bounded` unless an interval says otherwise
  [[nodiscard]] endpoint end() const noexcept { return end_; }
  /// Of the finest part that is written, its digits known or not (`day` for `2004-XX-25`); of an interval or a list the coarsest.
  /// Nothing for `../..` and `/`, where no date is written.
  [[nodiscard]] std::optional<time::precision> precision() const noexcept;
  /// The clock by which its earliest date was stated, and its latest; where an interval states only one, that. An interval between two
  /// clocks lies on the axis by the clock of its start.
  [[nodiscard]] clock_offset start_clock() const noexcept { return start_clock_; }
  [[nodiscard]] clock_offset end_clock() const noexcept { return end_clock_; }
  /// Whether each of its dates states its offset from UTC. Two such datings are compared by that; others, by what calendar and clock
  /// showed on the spot.
  [[nodiscard]] bool on_clocks() const noexcept { return on_clocks_; }
  [[nodiscard]] bool uncertain() const noexcept { return qualifiers().uncertain(); }      ///< `?` or `%` anywhere
  [[nodiscard]] bool approximate() const noexcept { return qualifiers().approximate(); }  ///< `~` or `%` anywhere, or significant digits
  /// Which components are doubtful, anywhere in the expression. A year with significant digits (`1950S2`) is approximate.
  [[nodiscard]] time::qualifiers qualifiers() const noexcept { return start_qualifiers_ | end_qualifiers_; }
  /// Those of an interval's start, and of its end; none where it is open or unknown. What isn't an interval has the same for both:
  /// its own, or those of any member. `stated_dates` (stated_date.hpp) tells them of each member.
  [[nodiscard]] time::qualifiers start_qualifiers() const noexcept { return start_qualifiers_; }
  [[nodiscard]] time::qualifiers end_qualifiers() const noexcept { return end_qualifiers_; }
  /// Whether it dates nothing: both ends open or unknown (`../..`), or no digit known at all (`XXXX-XX`). Its limits are
  /// `limits::none()`.
  [[nodiscard]] bool is_empty() const noexcept { return datedness_ == time::datedness::unknown; }
  /// `exact`, `partial`, or `unknown` where `is_empty()`.
  [[nodiscard]] time::datedness datedness() const noexcept { return datedness_; }
  /// Whether the four limits say less than the expression: one of several, or digits that are unspecified. Comparisons then
  /// go by its members.
  [[nodiscard]] bool has_alternatives() const noexcept { return alternatives_; }

  /// The same canonical expression in the same calendar.
  friend bool operator==(dating const& a, dating const& b) noexcept {
    return a.calendar_ == b.calendar_ && a.canonical_view() == b.canonical_view();
  }

 private:
  friend class detail::dating_maker;
  friend class detail::plain_expression;
  dating() = default;
  friend struct std::hash<dating>;
  [[nodiscard]] std::string_view canonical_view() const noexcept;
  [[nodiscard]] static std::chrono::sys_days checked(std::chrono::year_month_day day);

  time::limits limits_;
  detail::stated_share more_;    // where the text is long or not canonical
  std::array<char, 35> text_{};  // else the text, which is canonical
  std::uint8_t size_ = 0;
  calendar calendar_ = calendar::gregorian;
  time::precision precision_ = time::precision::day;
  time::datedness datedness_ = time::datedness::exact;
  endpoint start_ = endpoint::bounded;
  endpoint end_ = endpoint::bounded;
  std::uint8_t level_ : 2 = 0;  // 3: beyond EDTF
  bool lasts_ : 1 = false;
  bool on_clocks_ : 1 = false;
  bool alternatives_ : 1 = false;
  time::qualifiers start_qualifiers_;
  time::qualifiers end_qualifiers_;
  clock_offset start_clock_;
  clock_offset end_clock_;
};

}  // namespace sinedie::time

namespace sinedie::detail {

/// As `dating::try_parse`, but for its way to plain days; `step_by_step` without the other shortcuts too. Tests hold the ways
/// against each other.
[[nodiscard]] result<time::dating> read_expression(std::string_view text, time::calendar in, bool step_by_step = false);

}  // namespace sinedie::detail

template <>
struct std::hash<sinedie::time::dating> {
  [[nodiscard]] std::size_t operator()(sinedie::time::dating const& d) const noexcept {
    return std::hash<std::string_view>{}(d.canonical_view()) ^ static_cast<std::size_t>(d.stated_in());
  }
};
