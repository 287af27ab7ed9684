// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The single dates of which an expression is made, in the order in which they stand there.
///
/// `2004-06-11` is one, `2004-06~/2005?` two, `[1667,1668~,1670..1672]` four. Each tells what it says of itself: its text, to
/// which unit it is known, and which of its components are doubtful. What the whole means is for the dating to say.
///
///     for (auto const& s : stated_dates(dating{"[1667,?1668-~12]"}))
///       s.text, s.qualifiers.uncertain(component::year);      // "1667", false; then "?1668-~12", true
///
/// Ends that are open (`..`) or unknown have no date and aren't listed: `dating::start()` and `dating::end()` tell of them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/precision.hpp>
#include <sinedie/time/qualifiers.hpp>

namespace sinedie::time {

/// What a date is to the expression in which it stands.
enum class stated_as : unsigned char {
  date,        ///< it is the expression
  start,       ///< of an interval
  end,         ///< of an interval
  member,      ///< of a one-of or an all-of set
  range_from,  ///< first of a range in a set
  range_to,    ///< last of a range in a set
};

/// "date", "start", "end", "member", "range_from" or "range_to".
[[nodiscard]] constexpr std::string_view to_string(stated_as s) noexcept {
  constexpr std::string_view words[] = {"date", "start", "end", "member", "range_from", "range_to"};
  return words[static_cast<unsigned char>(s)];
}

struct stated_date {
  stated_as as = stated_as::date;
  std::string text;
  time::precision precision = time::precision::day;
  time::qualifiers qualifiers;

  friend bool operator==(stated_date const&, stated_date const&) = default;
};

/// Linear in the expression.
[[nodiscard]] std::vector<stated_date> stated_dates(dating const& d);

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/stated_date-inl.hpp>
#endif
