// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What was published: an article, a press release, a treaty text, a dataset; and whom it cites.
///
///     document{"article"}.source("An agency").published("2025-04-02/2025-04-06")
///
/// As a day of publication an interval is a window: at some time between its ends.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {

/// Somebody whom the source doesn't name.
struct unnamed {
  localized who;
  stated<std::uint32_t> count = {};

  friend bool operator==(unnamed const&, unnamed const&) = default;
};

/// Whom a report rests on: a party, another report, or somebody unnamed; one of the three.
class citation {
 public:
  citation(party_id p);   // NOLINT(google-explicit-constructor)
  citation(report_id r);  // NOLINT(google-explicit-constructor)
  citation(sinedie::unnamed u);  // NOLINT(google-explicit-constructor)

  /// Null where it is something else.
  [[nodiscard]] party_id const* party() const noexcept { return party_ ? &*party_ : nullptr; }
  [[nodiscard]] report_id const* report() const noexcept { return report_ ? &*report_ : nullptr; }
  [[nodiscard]] sinedie::unnamed const* unnamed() const noexcept { return party_ || report_ ? nullptr : &unnamed_; }

  friend bool operator==(citation const& a, citation const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(citation const& other) const;

  stated<party_id> party_;
  stated<report_id> report_;
  sinedie::unnamed unnamed_;
};

class document {
 public:
  explicit document(document_id id) : id_{std::move(id)} {}
  document(document const&);
  document(document&&) noexcept;
  document& operator=(document const&);
  document& operator=(document&&) noexcept;
  ~document();

  document& source(localized s) &;
  document&& source(localized s) &&;
  document& title(localized t) &;
  document&& title(localized t) &&;
  document& url(std::string u) &;
  document&& url(std::string u) &&;
  document& published(date_statement d) &;
  document&& published(date_statement d) &&;
  document& cites(citation c) &;
  document&& cites(citation c) &&;
  document& extension(sinedie::extension e) &;
  document&& extension(sinedie::extension e) &&;

  [[nodiscard]] document_id const& id() const noexcept { return id_; }
  [[nodiscard]] localized const& source() const noexcept { return source_; }
  [[nodiscard]] localized const& title() const noexcept { return title_; }
  [[nodiscard]] std::string const& url() const noexcept { return url_; }
  [[nodiscard]] stated<date_statement> const& published() const noexcept { return published_; }
  [[nodiscard]] std::vector<citation> const& citing() const& noexcept { return citing_; }
  [[nodiscard]] std::vector<citation> citing() && noexcept;
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(document const& a, document const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(document const& other) const;

  document_id id_;
  localized source_;
  localized title_;
  std::string url_;
  stated<date_statement> published_;
  std::vector<citation> citing_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/document-inl.hpp>
#endif
