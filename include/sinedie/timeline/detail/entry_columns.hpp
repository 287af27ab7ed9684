// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The entries of a timeline in columns, numbered by their place in the order.
///
/// What many entries share is kept once and numbered: limits; who takes part in which role; the venues; and the *profile*, which
/// is kind, status, flags, modes, topics, series. An entry is then four numbers, a list of participations and the place of its
/// event in the dossier: 29 bytes where two or three parties take part, however much there is to say. Where reports have a part
/// in it, what stands is read from them again when all of it is asked for; beside the columns such an entry keeps its dates.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/chronology/constraints.hpp>
#include <sinedie/chronology/order.hpp>
#include <sinedie/config.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/time/datedness.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/detail/numbering.hpp>

namespace sinedie::detail {

/// One event on the day of knowledge.
struct compiled_entry {
  standing known;
  sinedie::flags flags;
  time::limits limits;                      ///< the tightest that are known, from its own date or from elsewhere
  chronology::certainty from_previous = {};  ///< why it stands after the entry before it
};

inline constexpr std::uint32_t nobody = 0xFFFFFFFFU;

/// A participation, in numbers: of parties, of folded roles.
struct acting {
  std::uint32_t party;
  std::uint32_t role;        ///< 0: none
  std::uint32_t on_behalf;   ///< `nobody` where nothing is said

  [[nodiscard]] std::uint32_t actor() const noexcept { return on_behalf == nobody ? party : on_behalf; }
  friend bool operator==(acting const&, acting const&) = default;
};

/// One choice of venues, in numbers of venues.
struct choice_of_venues {
  venue_choice::how kind;
  std::vector<std::uint32_t> venues;

  friend bool operator==(choice_of_venues const&, choice_of_venues const&) = default;
};

/// Folded topics, and rounds of series by number; round 0: none is said.
struct matter {
  std::vector<std::string> topics;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rounds;

  friend bool operator==(matter const&, matter const&) = default;
};

/// What entries share that isn't time, place or people.
struct profile {
  std::uint32_t kind = 0;     ///< number of a word; 0: none
  std::uint32_t matter = 0;   ///< 0: neither topics nor series
  std::uint32_t flags = 0;
  std::uint8_t status = 255;  ///< 255: silent
  std::uint8_t why = 255;
  std::uint8_t modes = 0;     ///< bit n: the n-th mode
  std::uint8_t datedness = 0;
  std::uint8_t certainty = 0;
  bool told = false;    ///< reports have a part in it
  bool dated = false;   ///< has a stated date
  bool placed = false;  ///< its stated date bounds the start or the end on both sides
  bool simple = false;  ///< dated, and its limits say all that its date says

  [[nodiscard]] bool has(flag f) const noexcept { return (flags >> static_cast<unsigned>(f) & 1U) != 0; }
  friend bool operator==(profile const&, profile const&) = default;
};

/// Ids of one sort, numbered in the order of their bytes.
class id_numbers {
 public:
  id_numbers() = default;
  explicit id_numbers(shelf const& of);
  [[nodiscard]] std::uint32_t find(std::string_view id) const noexcept;  ///< `nobody` where it isn't known
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const noexcept { return ids_[number]; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(ids_.size()); }

 private:
  std::vector<std::string_view> ids_;
};

class entry_columns {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return event_.size(); }
  /// All of it, put together again. Linear in its lists.
  [[nodiscard]] compiled_entry operator[](std::uint32_t place) const;

  [[nodiscard]] locator event(std::uint32_t place) const noexcept { return (*events_)[event_[place]]; }
  [[nodiscard]] std::string_view id(std::uint32_t place) const noexcept {
    auto const at = event(place);
    return at.home->string(at.home->events().id[at.row]);
  }
  [[nodiscard]] standing known(std::uint32_t place) const;
  [[nodiscard]] time::limits const& limits(std::uint32_t place) const noexcept { return extents_[extent_[place]]; }
  [[nodiscard]] detail::profile const& profile(std::uint32_t place) const noexcept { return profiles_[profile_[place]]; }
  [[nodiscard]] sinedie::flags flags(std::uint32_t place) const noexcept;
  [[nodiscard]] time::dating const* stated(std::uint32_t place) const noexcept;
  [[nodiscard]] time::dating const* expected(std::uint32_t place) const noexcept;
  [[nodiscard]] std::span<std::uint32_t const> who(std::uint32_t place) const noexcept {
    return {who_.data() + who_begins_[place], who_begins_[place + 1] - who_begins_[place]};
  }
  [[nodiscard]] std::vector<choice_of_venues> const& where(std::uint32_t place) const noexcept { return wheres_[where_[place]]; }

  // what the numbers stand for
  [[nodiscard]] std::uint32_t profile_number(std::uint32_t place) const noexcept { return profile_[place]; }
  [[nodiscard]] std::uint32_t where_number(std::uint32_t place) const noexcept { return where_[place]; }
  [[nodiscard]] std::vector<detail::profile> const& profiles() const noexcept { return profiles_; }
  [[nodiscard]] std::vector<std::vector<choice_of_venues>> const& wheres() const noexcept { return wheres_; }
  [[nodiscard]] std::vector<acting> const& participations() const noexcept { return participations_; }
  [[nodiscard]] std::vector<std::string_view> const& kinds() const noexcept { return kinds_; }
  [[nodiscard]] std::vector<std::string> const& roles() const noexcept { return roles_; }
  [[nodiscard]] std::vector<detail::matter> const& matters() const noexcept { return matters_; }

  /// Of the columns and of what their numbers stand for; standings kept beside them not included.
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  friend class columns_builder;

  std::vector<locator> const* events_ = nullptr;  // of the dossier's shelf
  std::vector<std::uint32_t> event_, extent_, profile_, where_;
  std::vector<std::uint32_t> who_begins_{0};
  std::vector<std::uint32_t> who_;
  std::vector<time::limits> extents_;
  std::vector<detail::profile> profiles_;
  std::vector<std::vector<choice_of_venues>> wheres_;
  std::vector<acting> participations_;
  std::vector<std::string_view> kinds_{{}};
  std::vector<std::string> roles_{{}};
  std::vector<detail::matter> matters_{{}};
  struct dates {
    time::dating const* stated;
    time::dating const* expected;
  };
  [[nodiscard]] dates const& told_dates(std::uint32_t place) const noexcept {
    return dates_[static_cast<std::size_t>(std::lower_bound(told_.begin(), told_.end(), place) - told_.begin())];
  }

  ledger const* ledger_ = nullptr;
  knowledge_day day_;
  std::vector<std::uint32_t> told_;  // places in which reports have a part, ascending
  std::vector<dates> dates_;
  std::vector<std::uint32_t> kept_;  // places whose standing is kept, ascending: it hangs on more than the event's own reports
  std::vector<standing> standings_;
};

/// Fills columns: numbers what entries share, as events come, then takes the entries in the order of the timeline.
class columns_builder {
 public:
  columns_builder(contents const& all, ledger const& told, knowledge_day day, id_numbers const& parties, id_numbers const& venues,
                  id_numbers const& series);

  // numbers of what one claim says
  [[nodiscard]] std::uint32_t where(said c);
  [[nodiscard]] std::uint32_t matter(std::vector<listed_at> const& topics, std::vector<listed_at> const& series);
  [[nodiscard]] std::uint32_t kind(locator event);
  /// Whose number is the place of the first participation; how many there are is `people() -` that.
  [[nodiscard]] std::uint32_t who(said c);
  [[nodiscard]] std::uint32_t who(std::vector<listed_at> const& all);
  [[nodiscard]] std::uint32_t people() const noexcept { return static_cast<std::uint32_t>(who_.size()); }
  [[nodiscard]] std::string_view kind_word(std::uint32_t number) const noexcept { return made_.kinds_[number]; }

  [[nodiscard]] std::uint32_t extent(time::limits const& l);
  [[nodiscard]] std::uint32_t profile(detail::profile const& p);
  /// What a profile says of the date, where it is and within which limits.
  static void date(detail::profile& p, time::dating const* stated, time::limits const& limits, bool expected);

  /// One entry, by its numbers.
  struct numbers {
    std::uint32_t event;  ///< the place on the dossier's shelf
    std::uint32_t extent, profile, where;
    std::uint32_t first_who, last_who;
    time::dating const* stated;
    time::dating const* expected;
  };
  // The same numbers for what older columns had numbered: each distinct value is looked at once.
  void learn_from(entry_columns const& old, std::vector<detail::profile> const& profiles);
  [[nodiscard]] std::uint32_t where_again(std::uint32_t old);
  [[nodiscard]] std::uint32_t profile_again(std::uint32_t old);
  [[nodiscard]] std::uint32_t extent_again(std::uint32_t old);
  [[nodiscard]] time::limits const& extent_at(std::uint32_t old) const noexcept { return old_->extents_[old]; }
  void who_again(std::span<std::uint32_t const> old);
  /// A profile of the older columns, with this one's numbers in it.
  [[nodiscard]] detail::profile translated(detail::profile p);

  void reserve(std::size_t entries);
  void put(numbers const& of, chronology::certainty from_previous);
  /// The standing of the entry put last, which is then kept.
  void keep(standing s);
  [[nodiscard]] entry_columns finish();
  /// What is left after that: profiles without certainty.
  [[nodiscard]] std::vector<detail::profile> take_profiles() noexcept { return std::move(profiles_); }

 private:
  [[nodiscard]] std::uint32_t kind_of(std::string_view word);
  [[nodiscard]] std::uint32_t role_of(std::string const& folded);
  [[nodiscard]] std::uint32_t matter_of(detail::matter const& m);
  [[nodiscard]] std::uint32_t where_of(std::vector<choice_of_venues> const& choices);
  [[nodiscard]] std::uint32_t acting_of(acting const& a);
  void add_actor(block const* home, participation_cell const& cell);

  /// What the symbols of one block are, looked up once each.
  struct meanings {
    std::vector<std::uint32_t> parties, venues, roles, kinds;
  };
  template <typename Look>
  [[nodiscard]] std::uint32_t meaning(block const* home, std::vector<std::uint32_t> meanings::* column, symbol s, Look look);
  [[nodiscard]] std::uint32_t party(block const* home, symbol s);
  [[nodiscard]] std::uint32_t venue(block const* home, symbol s);
  [[nodiscard]] std::uint32_t role(block const* home, symbol s);

  static constexpr std::uint32_t unread = 0xFFFFFFFEU;

  entry_columns made_;
  id_numbers const& parties_;
  id_numbers const& venues_;
  id_numbers const& series_;
  numbering known_extents_, known_profiles_, known_wheres_, known_acting_, known_matters_, known_kinds_, known_roles_;
  std::vector<std::uint32_t> who_;                         // as the events came
  std::vector<std::array<std::uint32_t, 3>> in_place_;     // of profiles: the number by certainty, once an entry has it
  std::vector<detail::profile> profiles_;                  // without certainty
  std::vector<std::pair<block const*, meanings>> blocks_;
  std::size_t last_block_ = 0;
  std::vector<std::uint32_t> single_;   // of venues: the number of "there, for certain"
  std::vector<std::uint32_t> plainly_;  // of parties: the number of "takes part"
  entry_columns const* old_ = nullptr;
  std::vector<detail::profile> const* old_profiles_ = nullptr;
  std::vector<std::uint32_t> wheres_again_, profiles_again_, extents_again_, acting_again_;  // `nobody` until they are asked for
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/entry_columns-inl.hpp>
#endif
