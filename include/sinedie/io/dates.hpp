// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What EDTF expressions mean, and how two relate: the answers of `sinedie date`, in one call each.
///
///     std::cout << dates_table({"2025-02~", "2009/2017"});
///     std::cout << date_json("2025-02-30");                                   // with what is wrong, and where
///     std::cout << comparison_json(time::dating{"2025-02"}, time::dating{"2025-02-27"});
///
///     std::cout << date_json("1/14 February 1918");                           // a dual date, its pair checked
///     std::cout << date_json("1917-10-25", *time::adoption_named("russia"));  // as written there: 7 November 1917
///
/// Texts are taken as they are, never trimmed; one that isn't a date is an answer, not an error. JSON is one object a line, after
/// `docs/date.schema.json`.

#include <span>
#include <string>
#include <string_view>

#include <sinedie/io/show.hpp>
#include <sinedie/time/adoption.hpp>
#include <sinedie/time/comparison.hpp>

namespace sinedie {

/// The calendar in which a text was written: one, or that of a country, which is Julian before its change and Gregorian after it.
class written_in {
 public:
  constexpr written_in(time::calendar in = time::calendar::gregorian) noexcept : calendar_{in} {}  // NOLINT(google-explicit-constructor)
  /// The adoption has to outlive this; those of `time::adoptions()` do.
  constexpr written_in(time::adoption const& there) noexcept : country_{&there} {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr time::calendar calendar() const noexcept { return calendar_; }
  /// Null where a calendar was named.
  [[nodiscard]] constexpr time::adoption const* country() const noexcept { return country_; }

 private:
  time::calendar calendar_ = time::calendar::gregorian;
  time::adoption const* country_ = nullptr;
};

/// A date as people write it: EDTF in that calendar, or a dual date (`1/14 February 1918`) or year (`10 February
/// 1698/99`), which name their calendars themselves.
[[nodiscard]] result<time::dating> try_read_date(std::string_view text, written_in how = {});

/// One line of JSON, line feed included.
[[nodiscard]] std::string date_json(std::string_view input, written_in how = {});
[[nodiscard]] std::string comparison_json(time::dating const& a, time::dating const& b, time::margin wider = {});
/// Of what isn't a date: no answers, and why not.
[[nodiscard]] std::string comparison_json(std::string_view a, problem const& why, time::dating const& b);

/// Each expression with what it means in words, its bounds, its precision and its level; of what isn't one, what is wrong. Where
/// another calendar than the Gregorian has to do with any of them, each day in both too.
[[nodiscard]] std::string dates_table(std::span<std::string const> inputs, written_in = {}, showing const& how = {});
[[nodiscard]] std::string dates_markdown(std::span<std::string const> inputs, written_in = {}, showing const& how = {});

/// What `a` may be to `b`: one row for each relation that isn't out of the question, then what follows.
[[nodiscard]] std::string comparison_table(time::dating const& a, time::dating const& b, time::margin wider = {}, showing const& how = {});
[[nodiscard]] std::string comparison_markdown(time::dating const& a, time::dating const& b, time::margin wider = {},
                                              showing const& how = {});

}  // namespace sinedie
