// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where parties meet: a city, a building, a residence, a video conference.
///
/// A venue lies `in` another one, and what happens there happens there too: asking for Türkiye finds Istanbul. It may be
/// somebody's premises (a US residence in Türkiye), which changes nothing about where it lies.
///
///     venue{"us-residence", "Residence of the US consul general"}.kind("residence").in("istanbul").premises_of("united-states")

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/checked.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
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
  venue& kind(std::string word) & { return kind_ = detail::checked_kind(std::move(word)), *this; }
  venue&& kind(std::string word) && { return std::move(kind(std::move(word))); }
  venue& name(localized n) & { return name_ = std::move(n), *this; }
  venue&& name(localized n) && { return std::move(name(std::move(n))); }
  venue& alias(std::string a) & { return aliases_.push_back(std::move(a)), *this; }
  venue&& alias(std::string a) && { return std::move(alias(std::move(a))); }
  venue& in(venue_id outer) & { return in_ = std::move(outer), *this; }
  venue&& in(venue_id outer) && { return std::move(in(std::move(outer))); }
  venue& premises_of(party_id owner) & { return premises_of_ = std::move(owner), *this; }
  venue&& premises_of(party_id owner) && { return std::move(premises_of(std::move(owner))); }
  /// Throws `errc::out_of_range` for what isn't on the globe.
  venue& at(coordinates c) & { return at_ = detail::checked_coordinates(c), *this; }
  venue&& at(coordinates c) && { return std::move(at(c)); }
  /// A zone's name in the IANA database; kept as text.
  venue& zone(std::string z) & { return zone_ = std::move(z), *this; }
  venue&& zone(std::string z) && { return std::move(zone(std::move(z))); }
  venue& note(localized t) & { return note_ = std::move(t), *this; }
  venue&& note(localized t) && { return std::move(note(std::move(t))); }
  venue& extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
  venue&& extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }

  [[nodiscard]] venue_id const& id() const noexcept { return id_; }
  [[nodiscard]] std::string const& kind() const noexcept { return kind_; }
  [[nodiscard]] localized const& name() const noexcept { return name_; }
  [[nodiscard]] std::vector<std::string> const& aliases() const& noexcept { return aliases_; }
  [[nodiscard]] std::vector<std::string> aliases() && noexcept { return std::move(aliases_); }
  [[nodiscard]] std::optional<venue_id> const& in() const noexcept { return in_; }
  [[nodiscard]] std::optional<party_id> const& premises_of() const noexcept { return premises_of_; }
  [[nodiscard]] std::optional<coordinates> const& at() const noexcept { return at_; }
  [[nodiscard]] std::string const& zone() const noexcept { return zone_; }
  [[nodiscard]] localized const& note() const noexcept { return note_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept { return std::move(extensions_); }

  friend bool operator==(venue const& a, venue const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(venue const& other) const;

  venue_id id_;
  std::string kind_;
  localized name_;
  std::vector<std::string> aliases_;
  std::optional<venue_id> in_;
  std::optional<party_id> premises_of_;
  std::optional<coordinates> at_;
  std::string zone_;
  localized note_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/venue-inl.hpp>
#endif
