// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where parties meet: a city, a building, a residence, a video conference.
///
/// A venue lies `in` another one, and what happens there happens there too: asking for Türkiye finds Istanbul. It may be
/// somebody's premises (a US residence in Türkiye), which changes nothing about where it lies.
///
///     venue{"us-residence", "Residence of the US consul general"}.kind("residence").in("istanbul").premises_of("united-states")

#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/checked.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {

class venue {
 public:
  explicit venue(venue_id id) : id_{std::move(id)} {}
  venue(venue_id id, localized name) : id_{std::move(id)}, name_{std::move(name)} {}
  venue(venue const&);
  venue(venue&&) noexcept;
  venue& operator=(venue const&);
  venue& operator=(venue&&) noexcept;
  ~venue();

  /// A word such as `region`, `country`, `city`, `building`, `residence`, `embassy`, `virtual`. Throws `errc::unknown_word`
  /// where it isn't made like an id.
  venue& kind(std::string word) &;
  venue&& kind(std::string word) &&;
  venue& name(localized n) &;
  venue&& name(localized n) &&;
  venue& alias(std::string a) &;
  venue&& alias(std::string a) &&;
  venue& in(venue_id outer) &;
  venue&& in(venue_id outer) &&;
  venue& premises_of(party_id owner) &;
  venue&& premises_of(party_id owner) &&;
  /// Throws `errc::out_of_range` for what isn't on the globe.
  venue& at(coordinates c) &;
  venue&& at(coordinates c) &&;
  /// A zone's name in the IANA database; kept as text.
  venue& zone(std::string z) &;
  venue&& zone(std::string z) &&;
  venue& note(localized t) &;
  venue&& note(localized t) &&;
  venue& extension(sinedie::extension e) &;
  venue&& extension(sinedie::extension e) &&;

  [[nodiscard]] venue_id const& id() const noexcept { return id_; }
  [[nodiscard]] std::string const& kind() const noexcept { return kind_; }
  [[nodiscard]] localized const& name() const noexcept { return name_; }
  [[nodiscard]] std::vector<std::string> const& aliases() const& noexcept { return aliases_; }
  [[nodiscard]] std::vector<std::string> aliases() && noexcept;
  [[nodiscard]] stated<venue_id> const& in() const noexcept { return in_; }
  [[nodiscard]] stated<party_id> const& premises_of() const noexcept { return premises_of_; }
  [[nodiscard]] stated<coordinates> const& at() const noexcept { return at_; }
  [[nodiscard]] std::string const& zone() const noexcept { return zone_; }
  [[nodiscard]] localized const& note() const noexcept { return note_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(venue const& a, venue const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(venue const& other) const;

  venue_id id_;
  std::string kind_;
  localized name_;
  std::vector<std::string> aliases_;
  stated<venue_id> in_;
  stated<party_id> premises_of_;
  stated<coordinates> at_;
  std::string zone_;
  localized note_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/venue-inl.hpp>
#endif
