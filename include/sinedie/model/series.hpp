// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A row of events that belong together as rounds: round n has ended before round n + 1 starts.
///
///     series{"normalisation", "Talks on normal relations"}.complete(false)

#include <optional>
#include <utility>
#include <vector>

#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {

class series {
 public:
  explicit series(series_id id) : id_{std::move(id)} {}
  series(series_id id, localized name) : id_{std::move(id)}, name_{std::move(name)} {}
  series(series const&);
  series(series&&) noexcept;
  series& operator=(series const&);
  series& operator=(series&&) noexcept;
  ~series();

  series& name(localized n) &;
  series&& name(localized n) &&;
  /// Whether all of its events are known. Unset: nobody says.
  series& complete(bool c) &;
  series&& complete(bool c) &&;
  series& extension(sinedie::extension e) &;
  series&& extension(sinedie::extension e) &&;

  [[nodiscard]] series_id const& id() const noexcept { return id_; }
  [[nodiscard]] localized const& name() const noexcept { return name_; }
  [[nodiscard]] std::optional<bool> complete() const noexcept { return complete_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(series const& a, series const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(series const& other) const;

  series_id id_;
  localized name_;
  std::optional<bool> complete_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/series-inl.hpp>
#endif
