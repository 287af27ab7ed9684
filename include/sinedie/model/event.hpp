// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Something that happened, is happening, or may: a meeting, a visit, a statement, years of friction.
///
/// A builder that reads like a sentence. Nothing but the id is required, least of all a date. Text is parsed where it is
/// given, so a bad date or id throws here and not later; ids of other things needn't exist yet.
///
///     event{"second-round"}.kind("negotiation").between("russia", "united-states").at("istanbul").announced().after("first-round")

#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/checked.hpp>
#include <sinedie/model/claim.hpp>
#include <sinedie/model/event_kind.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/text.hpp>
#include <sinedie/time/duration.hpp>

namespace sinedie {

/// How long it lasts, from its start to its end.
struct duration_range {
  stated<time::duration> at_least;
  stated<time::duration> at_most;

  friend bool operator==(duration_range const&, duration_range const&) = default;
};

/// A named text of the user's own.
struct attribute {
  std::string key;
  std::string value;

  friend bool operator==(attribute const&, attribute const&) = default;
};

class event : public describing<event> {
 public:
  explicit event(event_id id) : id_{std::move(id)} {}
  event(event_id id, localized title) : id_{std::move(id)}, title_{std::move(title)} {}
  event(event const&);
  event(event&&) noexcept;
  event& operator=(event const&);
  event& operator=(event&&) noexcept;
  ~event();

  /// A word such as `meeting`; see `event_kind.hpp`. Throws `errc::unknown_word` where it isn't made like an id.
  event& kind(std::string word) &;
  event&& kind(std::string word) &&;
  event& title(localized t) &;
  event&& title(localized t) &&;
  event& note(localized t) &;
  event&& note(localized t) &&;
  event& attribute(std::string key, std::string value) &;
  event&& attribute(std::string key, std::string value) &&;
  event& lasting(duration_range d) &;
  event&& lasting(duration_range d) &&;
  event& extension(sinedie::extension e) &;
  event&& extension(sinedie::extension e) &&;

  event& related(relation r) &;
  event&& related(relation r) &&;
  event& related(relation_kind k, event_id other, gap g = {}) &;
  event&& related(relation_kind k, event_id other, gap g = {}) &&;
  event& before(event_id other, gap g = {}) &;
  event&& before(event_id other, gap g = {}) &&;
  event& after(event_id other, gap g = {}) &;
  event&& after(event_id other, gap g = {}) &&;
  event& follows_up(event_id other) &;
  event&& follows_up(event_id other) &&;
  event& prepares(event_id other) &;
  event&& prepares(event_id other) &&;
  event& part_of(event_id other) &;
  event&& part_of(event_id other) &&;
  event& during(event_id other) &;
  event&& during(event_id other) &&;
  event& realised_as(event_id other) &;
  event&& realised_as(event_id other) &&;
  event& maybe_same_as(event_id other) &;
  event&& maybe_same_as(event_id other) &&;

  [[nodiscard]] event_id const& id() const noexcept { return id_; }
  [[nodiscard]] std::string const& kind() const noexcept { return kind_; }
  [[nodiscard]] localized const& title() const noexcept { return title_; }
  [[nodiscard]] localized const& note() const noexcept { return note_; }
  [[nodiscard]] duration_range const& lasting() const noexcept { return duration_; }
  [[nodiscard]] std::vector<relation> const& relations() const& noexcept { return relations_; }
  [[nodiscard]] std::vector<relation> relations() && noexcept;
  [[nodiscard]] std::vector<sinedie::attribute> const& attributes() const& noexcept { return attributes_; }
  [[nodiscard]] std::vector<sinedie::attribute> attributes() && noexcept;
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(event const& a, event const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(event const& other) const;

  event_id id_;
  std::string kind_;
  localized title_;
  localized note_;
  duration_range duration_;
  std::vector<relation> relations_;
  std::vector<sinedie::attribute> attributes_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/event-inl.hpp>
#endif
