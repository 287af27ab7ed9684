// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What there is to see of a dossier, before anybody decides on pixels: events with their bars, day of knowledge by day.
///
/// A *bar* is a stretch of time and what it means: certain, between limits, expected, concluded. A *state* is what stands about
/// one event from one day of knowledge to the next on which anything about it changes. A picture without reports has one day.
///
///     picture const p = picture_of(talks);
///     for (auto const& e : p.events)
///       if (auto const* const now = e.at(p.days.size() - 1)) draw(e.title.get("en"), now->bars);
///
/// Names and titles are as the dossier has them; whoever shows them makes them harmless (`display.hpp`).

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/io/picture.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

/// In place of a place in a list: none.
inline constexpr std::uint32_t no_name = 0xFFFFFFFFU;

/// A stretch of the axis from `from` up to but without `to`; either may be unbounded.
struct picture_bar {
  enum class sort : unsigned char {
    solid,     ///< going on for certain, or within a day of it
    rising,    ///< begins somewhere here
    falling,   ///< ends somewhere here
    window,    ///< is somewhere here
    expected,  ///< is foreseen somewhere here: certain of nothing
    derived,   ///< must be somewhere here, by what other statements say
  };

  sort what;
  time::instant from;
  time::instant to;

  friend bool operator==(picture_bar const&, picture_bar const&) = default;
};

[[nodiscard]] constexpr std::string_view to_string(picture_bar::sort s) noexcept {
  constexpr std::string_view words[] = {"solid", "rising", "falling", "window", "expected", "derived"};
  return words[static_cast<std::size_t>(s)];
}

/// The bars of an event with these limits. `stated` is the date that somebody named, `expected` the window in which it is
/// foreseen; either may be missing. `derived`: some limits come from elsewhere than the date.
[[nodiscard]] std::vector<picture_bar> bars_of(std::optional<time::limits> const& stated, std::optional<time::limits> const& expected,
                                               time::limits const& limits, bool derived);

/// A party, venue or series of an event, by its place in the picture's list.
struct picture_part {
  std::uint32_t index = 0;
  bool certain = true;      ///< of a venue: not only possible, nor one of several
  std::uint32_t round = 0;  ///< of a series; 0: none given
  std::uint32_t lane = 0;   ///< of a party: the one behind it, by office or organ

  friend bool operator==(picture_part const&, picture_part const&) = default;
};

/// A field of which reports say what can't all be right, and the reports, by their places in the picture's list.
struct picture_dispute {
  std::string field;
  std::vector<std::uint32_t> reports = {};

  friend bool operator==(picture_dispute const&, picture_dispute const&) = default;
};

struct picture_state {
  std::uint32_t since = 0;  ///< the first of the picture's days on which this stands
  bool shown = true;        ///< whether the event exists then, and answers the query; if not, all else is empty
  std::optional<sinedie::status> status = {};
  sinedie::flags flags = {};
  std::string stated = {};    ///< EDTF; empty: undated
  std::string expected = {};  ///< EDTF; empty: none
  time::limits limits = {};
  std::vector<picture_bar> bars = {};
  std::vector<picture_part> parties = {};
  std::vector<picture_part> venues = {};
  std::vector<picture_part> series = {};
  std::vector<std::uint32_t> topics = {};
  std::vector<mode> modes = {};
  std::vector<picture_dispute> disputes = {};

  [[nodiscard]] bool undated() const noexcept { return flags.has(flag::undated); }

  friend bool operator==(picture_state const&, picture_state const&) = default;
};

struct picture_event {
  std::string id;
  localized title = {};
  std::string kind = {};
  localized note = {};
  std::vector<picture_state> states = {};  ///< by `since`

  /// What stands on that day; null where it isn't shown.
  [[nodiscard]] picture_state const* at(std::size_t day) const noexcept;
};

/// A name that lanes and details use.
struct picture_name {
  std::string id;
  localized name = {};
  std::vector<std::string> aliases = {};
  std::uint32_t within = no_name;  ///< the venue it lies in, or the party behind it; itself none
};

struct picture_relation {
  std::uint32_t from = 0;  ///< the event that states it
  std::uint32_t to = 0;
  relation_kind kind = relation_kind::before;
  std::string gap = {};  ///< `P1D…P3M`; empty: none
  bool rounds = false;   ///< follows from two rounds of a series
};

/// A report about an event, with what is needed to cite it.
struct picture_report {
  std::string id;
  std::uint32_t event = 0;
  localized source = {};
  localized title = {};
  std::string url = {};
  std::string published = {};         ///< EDTF
  std::string said = {};              ///< EDTF
  std::vector<localized> cites = {};  ///< parties, reports, somebody unnamed
  std::string kind = {};
  std::string rank = {};
  std::vector<std::pair<std::string, std::string>> says = {};    ///< field and value
  std::vector<std::pair<std::string, std::string>> denies = {};  ///< the same; one with no field denies the event
};

/// Something that somebody stated about when an event is.
struct picture_statement {
  statement::sort kind = statement::sort::date;
  std::uint32_t event = 0;
  std::uint32_t other = no_name;   ///< of a relation or series, the other event
  std::uint32_t report = no_name;  ///< the report that said it, by its place in the picture's list
  std::string reported = {};       ///< the same by its id
  localized text = {};             ///< a sentence without its full stop; of a date, its EDTF
};

/// How a limit follows: by a statement (by its place in the picture's list), or because the other point of the same event has one;
/// and the limit from which it follows: four times an event's place, and 0 for its earliest start, 1 latest start, 2 earliest end,
/// 3 latest end.
struct picture_step {
  std::uint32_t by = no_name;
  std::uint32_t from = no_name;

  friend bool operator==(picture_step const&, picture_step const&) = default;
};

/// The four limits of an event and how each follows, from one day of the picture to the next on which that changes. Events whose
/// limits are all those of their own declared date, or unbounded, have none of these, unless other limits follow from theirs.
struct picture_why {
  std::uint32_t event = 0;
  std::uint32_t since = 0;
  std::array<time::instant, 4> limits = {};
  std::array<picture_step, 4> steps = {};
};

struct picture_day {
  std::optional<std::chrono::sys_days> day = {};        ///< nothing: all that is known
  std::vector<std::uint32_t> order = {};                ///< the events shown, in order
  std::vector<chronology::certainty> certainties = {};  ///< why each stands after the one before it
  std::vector<contradiction> contradictions = {};
  /// The same, each as its statements' places in the picture's list; only where reasons are given.
  std::vector<std::vector<std::uint32_t>> clashes = {};
  /// What a calendar gap or a choice of dates among `statements` rests on besides, by places in that list.
  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> rests_on = {};
  /// Of limits (four an event, by its place) that fewer statements give than lie along their steps: these statements.
  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> shorter = {};
};

struct picture {
  localized title = {};
  localized note = {};
  std::vector<picture_day> days = {};  ///< at least one; the last is the day of knowledge that was asked for
  std::size_t days_left_out = 0;       ///< days of change that aren't among `days`, since there are too many
  std::vector<picture_event> events = {};
  std::vector<picture_name> parties = {};
  std::vector<picture_name> venues = {};
  std::vector<picture_name> series = {};
  std::vector<std::string> topics = {};
  std::vector<picture_relation> relations = {};
  std::vector<picture_report> reports = {};
  std::vector<picture_statement> statements = {};
  std::vector<picture_why> why = {};  ///< in order of `since`; only of pictures with all days
  bool why_on_last_day_only = false;  ///< there are so many events and days that reasons are given for the last day only
};

/// Which days of knowledge a picture has.
enum class picture_days : unsigned char { last, all };

/// Throws as `timeline` and `timeline::select` do.
[[nodiscard]] picture picture_of(dossier const& d, picture_options const& how = {}, picture_days days = picture_days::all);

}  // namespace sinedie
