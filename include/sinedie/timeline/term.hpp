// SPDX-License-Identifier: BSL-1.0
#pragma once

/// One condition of a query: a key, a value or several, and how strictly to take them.
///
/// A value is kept as it was given: the id or the name of a party, a word, an EDTF expression. Each term has a truth for each
/// event: *maybe* may be that of terms about time, and of those about parties and venues where the answer hangs on a date or on
/// which of several venues it is. The mode says which truths are kept. `exactly` takes a party, venue or kind for itself, without
/// what lies within it.
///
///     query const q{"certainly during:2025-02"};
///     term const& t = q.terms().front();
///     t.key;     // term_key::during
///     t.mode;    // term_mode::certainly
///
/// Most keys take one value. `between` and `only` take parties; `role` a role and perhaps a party; `round` a series and a
/// number, or the number alone; `allen` a relation and `within` a length of time, each followed by `event:ID` or by a date. To
/// `host`, `ground` and `premises`, `third-country` is any state that takes no part.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/model/stated.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/timeline/flag.hpp>

namespace sinedie {

enum class term_key : std::uint8_t {
  party,    ///< takes part: itself, or who acts for it
  host,     ///< takes part as `host`, or it is on that party's ground or premises
  guest,    ///< takes part as `guest`
  role,     ///< somebody, or that party, takes part in that role
  between,  ///< each of these takes part
  only,     ///< somebody takes part, and nobody but these
  venue,
  kind,
  ground,    ///< lies in the country of that state
  premises,  ///< are premises of that party
  cameo,    ///< has a CAMEO code that begins so
  plover,   ///< has that PLOVER code
  status,
  mode,
  why,      ///< why it is undated
  topic,
  series,
  round,
  datedness,
  source,   ///< a report about it comes from there
  id,
  text,     ///< a title or note contains it, folded
  during,   ///< meets the window at all
  before,   ///< precedes it
  after,    ///< is preceded by it
  on,       ///< as `during`, said of a day
  allen,    ///< stands in that relation of Allen's
  within,   ///< is no further away than that
  flagged,  ///< bears a flag; in text, the flag's word alone
  occurred,    ///< is under way or was held; a word alone, as the rest
  planned,     ///< is possible, proposed, announced, scheduled or postponed
  may_occur,   ///< is planned, or has no status
  off,         ///< was cancelled, lapsed or is denied
  everything,  ///< every event
};

inline constexpr std::array<std::string_view, 34> term_key_words{
    "party", "host",  "guest",  "role",   "between", "only",     "venue",     "kind",   "ground",  "premises",  "cameo", "plover",
    "status", "mode", "why",    "topic",  "series",  "round",    "datedness", "source", "id",      "text",      "during", "before",
    "after", "on",    "allen",  "within", "flagged", "occurred", "planned",   "may_occur", "off",  "everything"};

/// Instead of a party, of `host`, `ground` and `premises`: any state that takes no part.
inline constexpr std::string_view third_country_word = "third-country";

[[nodiscard]] constexpr std::string_view to_string(term_key key) noexcept { return term_key_words[static_cast<std::size_t>(key)]; }

/// The key of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<term_key> to_term_key(std::string_view word) noexcept {
  for (std::size_t i = 0; i < term_key_words.size(); ++i)
    if (term_key_words[i] == word) return static_cast<term_key>(i);
  return std::nullopt;
}

/// Whether it is said by one word, without a value.
[[nodiscard]] constexpr bool stands_alone(term_key key) noexcept { return key >= term_key::flagged; }
[[nodiscard]] constexpr bool is_about_time(term_key key) noexcept { return key >= term_key::during && key <= term_key::within; }
/// Whether its value is a date.
[[nodiscard]] constexpr bool takes_date(term_key key) noexcept { return key >= term_key::during && key <= term_key::on; }
/// Whether a date or an event stands after its first value.
[[nodiscard]] constexpr bool takes_reference(term_key key) noexcept { return key == term_key::allen || key == term_key::within; }
/// Whether `third-country` may stand for a party.
[[nodiscard]] constexpr bool takes_third_country(term_key key) noexcept {
  return key == term_key::host || key == term_key::ground || key == term_key::premises;
}
/// Whether `exactly` goes with it.
[[nodiscard]] constexpr bool takes_exactly(term_key key) noexcept { return key <= term_key::kind; }
/// How many values it takes at least and at most, a date or event included.
struct value_count {
  std::size_t least;
  std::size_t most;
};
[[nodiscard]] constexpr value_count values_of(term_key key) noexcept {
  switch (key) {
    case term_key::between: return {2, 64};
    case term_key::only: return {1, 64};
    case term_key::role:
    case term_key::round: return {1, 2};
    case term_key::allen:
    case term_key::within: return {2, 2};
    default: return stands_alone(key) ? value_count{0, 0} : value_count{1, 1};
  }
}

/// Which truths of a term an event may have to be found.
enum class term_mode : std::uint8_t {
  plain,      ///< *yes*; of parties and venues also *maybe*, of time *maybe* for events that are placed
  certainly,  ///< *yes*
  possibly,   ///< *yes* and *maybe*
};

struct term {
  term_key key = term_key::party;
  std::string value;                 ///< as given, the first; the word of what stands alone
  stated<time::dating> when;  ///< of terms about time that name a date
  sinedie::flag flag = {};           ///< of `flagged`
  term_mode mode = term_mode::plain;
  bool exactly = false;
  std::vector<std::string> others = {};  ///< further values, in order; of `allen` and `within` the event's id, unless `when` is set

  friend bool operator==(term const&, term const&) = default;
};

}  // namespace sinedie
