// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is claimed of one event: a partial description in which each field is either said or silent.
///
/// An event's own declaration and what a report says or denies have this same shape. A silent field changes nothing; a field
/// may also say *explicitly none* (no date, no venue yet), which can replace what was claimed before.
///
///     claim{}.possible().expected("2025-04-02/2025-04-06").at("washington").between("russia")
///
/// `describing` gives events and claims the same words, chaining on lvalues and rvalues alike.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/vocabulary.hpp>

namespace sinedie {

/// A party's part in an event. `on_behalf_of` (in files: `for`) overrides what offices and organs would say.
struct participation {
  party_id party;
  std::string role = {};
  stated<party_id> on_behalf_of = {};

  friend bool operator==(participation const&, participation const&) = default;
};

/// One thing that is said about where: a venue, perhaps a venue, one of several, or nowhere in some countries.
struct venue_choice {
  enum class how : unsigned char { certain, possible, one_of, not_in };

  how kind;
  std::vector<venue_id> venues;  ///< exactly one for certain and possible, at least one for the others

  [[nodiscard]] static venue_choice certain(venue_id v);
  [[nodiscard]] static venue_choice possible(venue_id v);
  [[nodiscard]] static venue_choice one_of(std::vector<venue_id> v);
  [[nodiscard]] static venue_choice one_of(std::initializer_list<venue_id> v);
  [[nodiscard]] static venue_choice not_in(std::vector<venue_id> v);
  [[nodiscard]] static venue_choice not_in(std::initializer_list<venue_id> v);

  friend bool operator==(venue_choice const&, venue_choice const&) = default;
};

/// The place of an event in a series; rounds count from 1.
struct series_round {
  series_id series;
  stated<std::uint32_t> round = {};

  friend bool operator==(series_round const&, series_round const&) = default;
};

/// The fields of a claim. An empty list is *explicitly none*; a missing one is silence.
struct claim_fields {
  claim_fields();
  claim_fields(claim_fields const&);
  claim_fields(claim_fields&&) noexcept;
  claim_fields& operator=(claim_fields const&);
  claim_fields& operator=(claim_fields&&) noexcept;
  ~claim_fields();

  stated<sinedie::status> status;
  stated<date_statement> when;
  stated<date_statement> expected;
  stated<sinedie::why_undated> why_undated;
  stated<std::vector<venue_choice>> venues;
  stated<std::vector<participation>> parties;
  stated<std::vector<mode>> modes;
  stated<std::vector<std::string>> topics;
  stated<std::vector<series_round>> series;
  stated<std::vector<party_id>> by;  ///< who acted: those among the parties who took the step that is reported

  [[nodiscard]] bool operator==(claim_fields const& other) const;
};

namespace detail {

/// Appends to a list that was silent until now.
template <typename T>
void say(stated<std::vector<T>>& list, T value) {
  if (!list) list.emplace();
  list->push_back(std::move(value));
}

}  // namespace detail

/// The words that events and claims share. Every setter returns its object, as the lvalue or the rvalue it was called on.
template <typename Derived>
class describing {
 public:
  [[nodiscard]] claim_fields const& fields() const& noexcept { return fields_; }
  [[nodiscard]] claim_fields fields() && noexcept { return std::move(fields_); }

  // when
  Derived& on(date_statement d) & { return fields_.when = std::move(d), self(); }
  Derived&& on(date_statement d) && { return std::move(on(std::move(d))); }
  Derived& no_date() & { return on(date_statement::none()); }
  Derived&& no_date() && { return std::move(no_date()); }
  Derived& no_date(sinedie::why_undated why) & { return fields_.why_undated = why, no_date(); }
  Derived&& no_date(sinedie::why_undated why) && { return std::move(no_date(why)); }
  Derived& why_undated(sinedie::why_undated why) & { return fields_.why_undated = why, self(); }
  Derived&& why_undated(sinedie::why_undated why) && { return std::move(why_undated(why)); }
  Derived& expected(date_statement d) & { return fields_.expected = std::move(d), self(); }
  Derived&& expected(date_statement d) && { return std::move(expected(std::move(d))); }

  // how far it has got
  Derived& status(sinedie::status s) & { return fields_.status = s, self(); }
  Derived&& status(sinedie::status s) && { return std::move(status(s)); }
  Derived& possible() & { return status(sinedie::status::possible); }
  Derived&& possible() && { return std::move(possible()); }
  Derived& proposed() & { return status(sinedie::status::proposed); }
  Derived&& proposed() && { return std::move(proposed()); }
  Derived& announced() & { return status(sinedie::status::announced); }
  Derived&& announced() && { return std::move(announced()); }
  Derived& scheduled() & { return status(sinedie::status::scheduled); }
  Derived&& scheduled() && { return std::move(scheduled()); }
  Derived& postponed() & { return status(sinedie::status::postponed); }
  Derived&& postponed() && { return std::move(postponed()); }
  Derived& under_way() & { return status(sinedie::status::under_way); }
  Derived&& under_way() && { return std::move(under_way()); }
  Derived& held() & { return status(sinedie::status::held); }
  Derived&& held() && { return std::move(held()); }
  Derived& cancelled() & { return status(sinedie::status::cancelled); }
  Derived&& cancelled() && { return std::move(cancelled()); }
  Derived& lapsed() & { return status(sinedie::status::lapsed); }
  Derived&& lapsed() && { return std::move(lapsed()); }
  Derived& denied() & { return status(sinedie::status::denied); }
  Derived&& denied() && { return std::move(denied()); }

  // who
  template <typename... Parties>
  Derived& between(Parties&&... parties) & {
    return (detail::say(fields_.parties, participation{party_id{std::forward<Parties>(parties)}}), ...), self();
  }
  template <typename... Parties>
  Derived&& between(Parties&&... parties) && { return std::move(between(std::forward<Parties>(parties)...)); }
  Derived& with(participation p) & { return detail::say(fields_.parties, std::move(p)), self(); }
  Derived&& with(participation p) && { return std::move(with(std::move(p))); }
  Derived& with(party_id party, std::string role = {}) & { return with(participation{std::move(party), std::move(role)}); }
  Derived&& with(party_id party, std::string role = {}) && { return std::move(with(std::move(party), std::move(role))); }

  // where and how
  Derived& at(venue_id v) & { return at(venue_choice::certain(std::move(v))); }
  Derived&& at(venue_id v) && { return std::move(at(std::move(v))); }
  Derived& at(venue_choice c) & { return detail::say(fields_.venues, std::move(c)), self(); }
  Derived&& at(venue_choice c) && { return std::move(at(std::move(c))); }
  Derived& at_one_of(std::initializer_list<venue_id> v) & { return at(venue_choice::one_of(v)); }
  Derived&& at_one_of(std::initializer_list<venue_id> v) && { return std::move(at_one_of(v)); }
  Derived& not_in(std::initializer_list<venue_id> countries) & { return at(venue_choice::not_in(countries)); }
  Derived&& not_in(std::initializer_list<venue_id> countries) && { return std::move(not_in(countries)); }
  Derived& no_venue_yet() & { return fields_.venues.emplace(), self(); }
  Derived&& no_venue_yet() && { return std::move(no_venue_yet()); }
  Derived& by(mode m) & { return detail::say(fields_.modes, m), self(); }
  Derived&& by(mode m) && { return std::move(by(m)); }

  // what about
  Derived& topic(std::string t) & { return detail::say(fields_.topics, std::move(t)), self(); }
  Derived&& topic(std::string t) && { return std::move(topic(std::move(t))); }
  Derived& in_series(series_id s, stated<std::uint32_t> round = {}) & {
    return detail::say(fields_.series, series_round{std::move(s), std::move(round)}), self();
  }
  Derived&& in_series(series_id s, stated<std::uint32_t> round = {}) && { return std::move(in_series(std::move(s), std::move(round))); }

  /// All fields at once.
  Derived& describe(claim_fields f) & { return fields_ = std::move(f), self(); }
  Derived&& describe(claim_fields f) && { return std::move(describe(std::move(f))); }

 protected:
  describing() = default;
  claim_fields fields_;

 private:
  Derived& self() noexcept { return static_cast<Derived&>(*this); }
};

/// What a report says of its event, or denies of it.
class claim : public describing<claim> {
 public:
  claim() = default;
  using describing<claim>::by;
  /// Those who took the step that is reported.
  claim& by(party_id who) &;
  claim&& by(party_id who) &&;

  friend bool operator==(claim const& a, claim const& b) { return a.fields_ == b.fields_; }
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/claim-inl.hpp>
#endif
