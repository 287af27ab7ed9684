// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Who takes part: a state, an organisation, a person, a delegation, a group.
///
/// What a person does in an *office* counts as done by the state (or organisation) of that office while it lasts, and so does
/// what an *organ* does, such as a ministry. A membership never makes the one act for the other. Whether somebody was in office
/// at the time has three answers, since offices and events may both be dated vaguely.
///
///     party{"lavrov", "Sergey Lavrov"}.kind(party_kind::person).office({"russia", "Minister of Foreign Affairs", "2004-03-09/.."})

#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/checked.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/text.hpp>
#include <sinedie/model/vocabulary.hpp>

namespace sinedie {

/// A post that a person holds in a state or an organisation. Without `when`, at all times may be.
struct office {
  party_id of;
  localized title = {};
  stated<date_statement> when = {};

  friend bool operator==(office const&, office const&) = default;
};

struct membership {
  party_id in;
  stated<date_statement> when = {};

  friend bool operator==(membership const&, membership const&) = default;
};

class party {
 public:
  explicit party(party_id id) : id_{std::move(id)} {}
  party(party_id id, localized name) : id_{std::move(id)}, name_{std::move(name)} {}
  party(party const&);
  party(party&&) noexcept;
  party& operator=(party const&);
  party& operator=(party&&) noexcept;
  ~party();

  party& kind(party_kind k) &;
  party&& kind(party_kind k) &&;
  party& name(localized n) &;
  party&& name(localized n) &&;
  party& alias(std::string a) &;
  party&& alias(std::string a) &&;
  /// ISO 3166-1 alpha-2 or alpha-3, or a historical code; upper case letters and digits. Throws `errc::unknown_word`.
  party& code(std::string c) &;
  party&& code(std::string c) &&;
  party& organ_of(party_id whole) &;
  party&& organ_of(party_id whole) &&;
  party& office(sinedie::office o) &;
  party&& office(sinedie::office o) &&;
  party& member_of(membership m) &;
  party&& member_of(membership m) &&;
  party& note(localized t) &;
  party&& note(localized t) &&;
  party& extension(sinedie::extension e) &;
  party&& extension(sinedie::extension e) &&;

  [[nodiscard]] party_id const& id() const noexcept { return id_; }
  [[nodiscard]] stated<party_kind> kind() const noexcept { return kind_; }
  [[nodiscard]] localized const& name() const noexcept { return name_; }
  [[nodiscard]] std::vector<std::string> const& aliases() const& noexcept { return aliases_; }
  [[nodiscard]] std::vector<std::string> aliases() && noexcept;
  [[nodiscard]] std::string const& code() const noexcept { return code_; }
  [[nodiscard]] stated<party_id> const& organ_of() const noexcept { return organ_of_; }
  [[nodiscard]] std::vector<sinedie::office> const& offices() const& noexcept { return offices_; }
  [[nodiscard]] std::vector<sinedie::office> offices() && noexcept;
  [[nodiscard]] std::vector<membership> const& memberships() const& noexcept { return memberships_; }
  [[nodiscard]] std::vector<membership> memberships() && noexcept;
  [[nodiscard]] localized const& note() const noexcept { return note_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(party const& a, party const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(party const& other) const;

  party_id id_;
  stated<party_kind> kind_;
  localized name_;
  std::vector<std::string> aliases_;
  std::string code_;
  stated<party_id> organ_of_;
  std::vector<sinedie::office> offices_;
  std::vector<membership> memberships_;
  localized note_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/party-inl.hpp>
#endif
