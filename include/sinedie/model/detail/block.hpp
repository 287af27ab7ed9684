// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where entries live: append-only columns, strings interned.
///
/// A dossier appends to its newest block only, and only while nobody else holds it; what is compiled from a block co-owns it.
/// A row, once appended, never changes: amending an event appends its new form and forgets the old row.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/columns.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/report.hpp>
#include <sinedie/model/series.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie::detail {

using symbol = std::uint32_t;  ///< a string in the block's table; 0 is the empty one

inline constexpr std::uint8_t silent = 255;

template <typename Enum>
[[nodiscard]] std::uint8_t to_cell(stated<Enum> const& e) noexcept {
  return e ? static_cast<std::uint8_t>(*e) : silent;
}
template <typename Enum>
[[nodiscard]] constexpr std::optional<Enum> from_cell(std::uint8_t c) noexcept {
  return c == silent ? std::nullopt : std::optional<Enum>{static_cast<Enum>(c)};
}
[[nodiscard]] inline row_number next_row(std::size_t rows) {
  constexpr std::size_t most = 0xFFFFFFF0U;
  if (rows >= most) raise(errc::limit, "a dossier's block is full");
  return static_cast<row_number>(rows);
}

struct text_cell { symbol language; symbol text; };
struct extension_cell { symbol pointer; symbol json; };
struct date_cell { row_number dating; symbol as_written; symbol language; std::uint8_t basis; };  // dating from 1; 0: explicitly none
struct venue_cell {
  venue_choice::how kind;
  bool opens;  ///< the first of its choice
  symbol venue;
  friend bool operator==(venue_cell const&, venue_cell const&) = default;
};
struct participation_cell { symbol party; symbol role; symbol on_behalf_of; };
struct round_cell { symbol series; std::uint32_t round; };  // 0: no round
struct relation_cell { relation_kind kind; symbol other; row_number at_least; row_number at_most; };
struct pair_cell { symbol key; symbol value; };
struct office_cell { symbol of; row_number title; row_number when; };
struct membership_cell { symbol in; row_number when; };
struct citation_cell { std::uint8_t kind; symbol id; row_number who; std::uint32_t count; bool counted; };

/// Fields of claims. Rows of dates, and of texts, count from 1; 0 is silence.
struct claim_columns {
  enum field : std::uint16_t { venues_said = 1, parties_said = 2, modes_said = 4, topics_said = 8, series_said = 16, by_said = 32 };

  std::vector<std::uint8_t> status;  ///< 255: silent
  std::vector<std::uint8_t> why;     ///< 255: silent
  std::vector<row_number> when;
  std::vector<row_number> expected;
  std::vector<std::uint16_t> said;
  ragged<venue_cell> venues;
  ragged<participation_cell> parties;
  ragged<mode> modes;
  ragged<symbol> topics;
  ragged<round_cell> series;
  ragged<symbol> by;
};

struct event_columns {
  std::vector<symbol> id;
  std::vector<symbol> kind;
  std::vector<row_number> title, note, claim, at_least, at_most;
  ragged<relation_cell> relations;
  ragged<pair_cell> attributes;
  ragged<extension_cell> extensions;
};

struct party_columns {
  std::vector<symbol> id;
  std::vector<std::uint8_t> kind;  ///< 255: silent
  std::vector<row_number> name, note;
  std::vector<symbol> code, organ_of;
  ragged<symbol> aliases;
  ragged<office_cell> offices;
  ragged<membership_cell> memberships;
  ragged<extension_cell> extensions;
};

struct venue_columns {
  std::vector<symbol> id, kind, in, premises_of, zone;
  std::vector<row_number> name, note;
  std::vector<std::optional<coordinates>> at;
  ragged<symbol> aliases;
  ragged<extension_cell> extensions;
};

struct series_columns {
  std::vector<symbol> id;
  std::vector<row_number> name;
  std::vector<std::uint8_t> complete;  ///< 255: silent
  ragged<extension_cell> extensions;
};

struct document_columns {
  std::vector<symbol> id, url;
  std::vector<row_number> source, title, published;
  ragged<citation_cell> citing;
  ragged<extension_cell> extensions;
};

struct report_columns {
  std::vector<symbol> id, about, document, url;
  std::vector<std::uint8_t> kind, rank;  ///< 255: silent
  std::vector<row_number> said, says, denies, source, published;
  ragged<citation_cell> citing;
  ragged<symbol> supersedes, retracts;
  ragged<extension_cell> extensions;
};

class block : public shares_itself {
 public:
  /// Appends an entry whole and returns its row; where that fails, nothing is left of it.
  row_number append(event const& e);
  row_number append(party const& p);
  row_number append(venue const& v);
  row_number append(sinedie::series const& s);
  row_number append(document const& d);
  row_number append(report const& r);

  [[nodiscard]] event event_at(row_number r) const;
  [[nodiscard]] party party_at(row_number r) const;
  [[nodiscard]] venue venue_at(row_number r) const;
  [[nodiscard]] sinedie::series series_at(row_number r) const;
  [[nodiscard]] document document_at(row_number r) const;
  [[nodiscard]] report report_at(row_number r) const;

  /// An entry of that id will be appended shortly.
  void fetch(std::string_view id) const noexcept { strings_.fetch(id); }
  /// Makes room for that many more events.
  void reserve_events(std::size_t more);

  /// Once lent, a block never changes again: the dossier that filled it goes on in a new one.
  void lend() const noexcept { lent_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool is_lent() const noexcept { return lent_.load(std::memory_order_relaxed); }

  [[nodiscard]] std::string_view string(symbol s) const noexcept { return strings_[s]; }
  /// What the entry in a row is called.
  [[nodiscard]] symbol id_of(sort s, row_number r) const noexcept;
  [[nodiscard]] localized text(row_number r) const;
  [[nodiscard]] std::optional<date_statement> date(row_number r) const;
  /// The dating behind a date's row; null for silence and for explicitly none.
  [[nodiscard]] time::dating const* dating(row_number r) const noexcept;
  /// Whether the date in that row is one that somebody inferred.
  [[nodiscard]] bool is_inferred(row_number r) const noexcept {
    return r != 0 && dates_[r - 1].basis == static_cast<std::uint8_t>(basis::inferred);
  }
  [[nodiscard]] claim_fields claim_at(row_number r) const;
  [[nodiscard]] std::optional<time::duration> duration(row_number r) const;

  [[nodiscard]] event_columns const& events() const noexcept { return events_; }
  [[nodiscard]] party_columns const& parties() const noexcept { return parties_; }
  [[nodiscard]] venue_columns const& venues() const noexcept { return venues_; }
  [[nodiscard]] series_columns const& series() const noexcept { return series_; }
  [[nodiscard]] document_columns const& documents() const noexcept { return documents_; }
  [[nodiscard]] report_columns const& reports() const noexcept { return reports_; }
  [[nodiscard]] claim_columns const& claims() const noexcept { return claims_; }
  [[nodiscard]] std::size_t rows() const noexcept {
    return events_.id.size() + parties_.id.size() + venues_.id.size() + series_.id.size() + documents_.id.size() + reports_.id.size();
  }

 private:
  row_number add_text(localized const& t);
  row_number add_date(std::optional<date_statement> const& d);
  row_number add_duration(std::optional<time::duration> const& d);
  row_number add_claim(claim_fields const& f);
  void add_extensions(ragged<extension_cell>& column, std::vector<extension> const& list);
  void add_strings(ragged<symbol>& column, std::vector<std::string> const& list);
  void add_citations(ragged<citation_cell>& column, std::vector<citation> const& list);
  template <typename Id>
  [[nodiscard]] Id id(symbol s) const {
    return Id{typename Id::unchecked{std::string{strings_[s]}}};
  }
  [[nodiscard]] std::vector<extension> extensions_of(std::span<extension_cell const> cells) const;
  [[nodiscard]] citation citation_of(citation_cell const& c) const;
  /// Runs `fill`; where it throws, cuts all columns back to the rows they had.
  template <typename Fill>
  row_number whole(std::size_t rows, Fill fill);
  void cut_back(std::size_t const (&rows)[10]) noexcept;

  mutable std::atomic<bool> lent_{false};
  string_table strings_;
  ragged<text_cell> texts_;
  std::vector<time::dating> datings_;
  string_index known_datings_;  // by text and calendar
  std::vector<date_cell> dates_;
  std::vector<time::duration> durations_;
  claim_columns claims_;
  event_columns events_;
  party_columns parties_;
  venue_columns venues_;
  series_columns series_;
  document_columns documents_;
  report_columns reports_;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/detail/block-inl.hpp>
#include <sinedie/model/detail/block_reports-inl.hpp>
#endif
