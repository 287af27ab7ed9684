// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Who says so: one statement about one event.
///
/// A report says what it says, or denies, names whom it cites and when the cited statement was made, and stands in a document
/// or gives its publication itself. Reports that go back to one root are one witness.
///
///     report{"r1"}.in("article").about("visit").cites(unnamed{"a US official"}).says(claim{}.possible().at("washington"))

#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/claim.hpp>
#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/document.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/stated.hpp>
#include <sinedie/model/text.hpp>
#include <sinedie/model/vocabulary.hpp>

namespace sinedie {

class report {
 public:
  explicit report(report_id id) : id_{std::move(id)} {}
  report(report_id id, event_id about) : id_{std::move(id)}, about_{std::move(about)} {}
  report(report const&);
  report(report&&) noexcept;
  report& operator=(report const&);
  report& operator=(report&&) noexcept;
  ~report();

  /// The event that it is about; required by the time it is added.
  report& about(event_id e) &;
  report&& about(event_id e) &&;
  report& in(document_id d) &;
  report&& in(document_id d) &&;
  report& kind(report_kind k) &;
  report&& kind(report_kind k) &&;
  report& ranked(sinedie::rank r) &;
  report&& ranked(sinedie::rank r) &&;
  report& cites(citation c) &;
  report&& cites(citation c) &&;
  /// When the cited statement was made.
  report& said(date_statement d) &;
  report&& said(date_statement d) &&;
  report& says(claim c) &;
  report&& says(claim c) &&;
  /// An empty claim denies the event itself.
  report& denies(claim c) &;
  report&& denies(claim c) &&;
  report& supersedes(report_id r) &;
  report&& supersedes(report_id r) &&;
  report& retracts(report_id r) &;
  report&& retracts(report_id r) &&;
  /// For a report without a document: who published it, where, and when.
  report& source(localized s) &;
  report&& source(localized s) &&;
  report& url(std::string u) &;
  report&& url(std::string u) &&;
  report& published(date_statement d) &;
  report&& published(date_statement d) &&;
  report& extension(sinedie::extension e) &;
  report&& extension(sinedie::extension e) &&;

  [[nodiscard]] report_id const& id() const noexcept { return id_; }
  [[nodiscard]] stated<event_id> const& about() const noexcept { return about_; }
  [[nodiscard]] stated<document_id> const& document() const noexcept { return document_; }
  [[nodiscard]] stated<report_kind> kind() const noexcept { return kind_; }
  [[nodiscard]] stated<sinedie::rank> rank() const noexcept { return rank_; }
  [[nodiscard]] std::vector<citation> const& citing() const& noexcept { return citing_; }
  [[nodiscard]] std::vector<citation> citing() && noexcept;
  [[nodiscard]] stated<date_statement> const& said() const noexcept { return said_; }
  [[nodiscard]] stated<claim> const& says() const noexcept { return says_; }
  [[nodiscard]] stated<claim> const& denies() const noexcept { return denies_; }
  [[nodiscard]] std::vector<report_id> const& supersedes() const& noexcept { return supersedes_; }
  [[nodiscard]] std::vector<report_id> supersedes() && noexcept;
  [[nodiscard]] std::vector<report_id> const& retracts() const& noexcept { return retracts_; }
  [[nodiscard]] std::vector<report_id> retracts() && noexcept;
  [[nodiscard]] localized const& source() const noexcept { return source_; }
  [[nodiscard]] std::string const& url() const noexcept { return url_; }
  [[nodiscard]] stated<date_statement> const& published() const noexcept { return published_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept;

  friend bool operator==(report const& a, report const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(report const& other) const;

  report_id id_;
  stated<event_id> about_;
  stated<document_id> document_;
  stated<report_kind> kind_;
  stated<sinedie::rank> rank_;
  std::vector<citation> citing_;
  stated<date_statement> said_;
  stated<claim> says_;
  stated<claim> denies_;
  std::vector<report_id> supersedes_;
  std::vector<report_id> retracts_;
  localized source_;
  std::string url_;
  stated<date_statement> published_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/report-inl.hpp>
#endif
