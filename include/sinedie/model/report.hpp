// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Who says so: one statement about one event.
///
/// A report says what it says, or denies, names whom it cites and when the cited statement was made, and stands in a document
/// or gives its publication itself. Reports that go back to one root are one witness.
///
///     report{"r1"}.in("article").about("visit").cites(unnamed{"a US official"}).says(claim{}.possible().at("washington"))

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/claim.hpp>
#include <sinedie/model/date_statement.hpp>
#include <sinedie/model/document.hpp>
#include <sinedie/model/extension.hpp>
#include <sinedie/model/id.hpp>
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
  report& about(event_id e) & { return about_ = std::move(e), *this; }
  report&& about(event_id e) && { return std::move(about(std::move(e))); }
  report& in(document_id d) & { return document_ = std::move(d), *this; }
  report&& in(document_id d) && { return std::move(in(std::move(d))); }
  report& kind(report_kind k) & { return kind_ = k, *this; }
  report&& kind(report_kind k) && { return std::move(kind(k)); }
  report& ranked(sinedie::rank r) & { return rank_ = r, *this; }
  report&& ranked(sinedie::rank r) && { return std::move(ranked(r)); }
  report& cites(citation c) & { return citing_.push_back(std::move(c)), *this; }
  report&& cites(citation c) && { return std::move(cites(std::move(c))); }
  /// When the cited statement was made.
  report& said(date_statement d) & { return said_ = std::move(d), *this; }
  report&& said(date_statement d) && { return std::move(said(std::move(d))); }
  report& says(claim c) & { return says_ = std::move(c), *this; }
  report&& says(claim c) && { return std::move(says(std::move(c))); }
  /// An empty claim denies the event itself.
  report& denies(claim c) & { return denies_ = std::move(c), *this; }
  report&& denies(claim c) && { return std::move(denies(std::move(c))); }
  report& supersedes(report_id r) & { return supersedes_.push_back(std::move(r)), *this; }
  report&& supersedes(report_id r) && { return std::move(supersedes(std::move(r))); }
  report& retracts(report_id r) & { return retracts_.push_back(std::move(r)), *this; }
  report&& retracts(report_id r) && { return std::move(retracts(std::move(r))); }
  /// For a report without a document: who published it, where, and when.
  report& source(localized s) & { return source_ = std::move(s), *this; }
  report&& source(localized s) && { return std::move(source(std::move(s))); }
  report& url(std::string u) & { return url_ = std::move(u), *this; }
  report&& url(std::string u) && { return std::move(url(std::move(u))); }
  report& published(date_statement d) & { return published_ = std::move(d), *this; }
  report&& published(date_statement d) && { return std::move(published(std::move(d))); }
  report& extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
  report&& extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }

  [[nodiscard]] report_id const& id() const noexcept { return id_; }
  [[nodiscard]] std::optional<event_id> const& about() const noexcept { return about_; }
  [[nodiscard]] std::optional<document_id> const& document() const noexcept { return document_; }
  [[nodiscard]] std::optional<report_kind> kind() const noexcept { return kind_; }
  [[nodiscard]] std::optional<sinedie::rank> rank() const noexcept { return rank_; }
  [[nodiscard]] std::vector<citation> const& citing() const& noexcept { return citing_; }
  [[nodiscard]] std::vector<citation> citing() && noexcept { return std::move(citing_); }
  [[nodiscard]] std::optional<date_statement> const& said() const noexcept { return said_; }
  [[nodiscard]] std::optional<claim> const& says() const noexcept { return says_; }
  [[nodiscard]] std::optional<claim> const& denies() const noexcept { return denies_; }
  [[nodiscard]] std::vector<report_id> const& supersedes() const& noexcept { return supersedes_; }
  [[nodiscard]] std::vector<report_id> supersedes() && noexcept { return std::move(supersedes_); }
  [[nodiscard]] std::vector<report_id> const& retracts() const& noexcept { return retracts_; }
  [[nodiscard]] std::vector<report_id> retracts() && noexcept { return std::move(retracts_); }
  [[nodiscard]] localized const& source() const noexcept { return source_; }
  [[nodiscard]] std::string const& url() const noexcept { return url_; }
  [[nodiscard]] std::optional<date_statement> const& published() const noexcept { return published_; }
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const& noexcept { return extensions_; }
  [[nodiscard]] std::vector<sinedie::extension> extensions() && noexcept { return std::move(extensions_); }

  friend bool operator==(report const& a, report const& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(report const& other) const;

  report_id id_;
  std::optional<event_id> about_;
  std::optional<document_id> document_;
  std::optional<report_kind> kind_;
  std::optional<sinedie::rank> rank_;
  std::vector<citation> citing_;
  std::optional<date_statement> said_;
  std::optional<claim> says_;
  std::optional<claim> denies_;
  std::vector<report_id> supersedes_;
  std::vector<report_id> retracts_;
  localized source_;
  std::string url_;
  std::optional<date_statement> published_;
  std::vector<sinedie::extension> extensions_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/report-inl.hpp>
#endif
