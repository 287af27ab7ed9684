// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The collection that a user builds or loads: parties, venues, series, events, documents and reports.
///
/// `add`, `amend` and `remove` do all of what they say or throw and change nothing. What an entry says of itself is checked
/// when it is added; what it refers to is checked when the whole is used (`check`, compiling a timeline, saving), so the order
/// of entry never matters and all dangling references come together.
///
///     dossier talks;
///     talks.add(event{"second-round"}.announced().after("first-round"));   // "first-round" may come later
///     talks.amend("second-round", [](event& e) { e.scheduled().on("2025-04-10"); });
///
/// Copying is cheap in blocks (they are shared) and linear in the number of entries. Views, timelines and copies are never
/// affected by later changes, nor by the end of the dossier. Reading from many threads is safe while none changes it.

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>
#include <sinedie/model/views.hpp>

namespace sinedie {

namespace detail {

struct contents;

}  // namespace detail

class dossier {
 public:
  dossier();
  dossier(dossier const& other);
  dossier(dossier&& other) noexcept;
  dossier& operator=(dossier const& other);
  dossier& operator=(dossier&& other) noexcept;
  ~dossier();

  dossier& title(localized t);
  dossier& note(localized t);
  /// The day of knowledge that a timeline of this dossier takes when none is given.
  dossier& as_of(std::chrono::sys_days day);
  /// Throws `errc::bad_syntax` where the text isn't one plain civil day.
  dossier& as_of(std::string_view day);
  dossier& as_of(std::nullopt_t);
  dossier& extension(sinedie::extension e);

  /// Throws `errc::duplicate_id`, `errc::self_reference`, `errc::bad_encoding`, … with all that is wrong with the entry.
  dossier& add(sinedie::party const& p);
  dossier& add(sinedie::venue const& v);
  dossier& add(sinedie::series const& s);
  dossier& add(sinedie::event const& e);
  dossier& add(sinedie::document const& d);
  dossier& add(sinedie::report const& r);

  /// Makes room for that many more events: filling a large dossier goes faster.
  dossier& reserve(std::size_t events);

  /// Replaces the entry of the same id, in its place. Throws `errc::unknown_id` where there is none, with the nearest known.
  dossier& amend(sinedie::party const& p);
  dossier& amend(sinedie::venue const& v);
  dossier& amend(sinedie::series const& s);
  dossier& amend(sinedie::event const& e);
  dossier& amend(sinedie::document const& d);
  dossier& amend(sinedie::report const& r);

  /// Edits a copy of the entry and replaces it: `amend("visit", [](event& e) { e.cancelled(); })`.
  template <std::invocable<event&> Edit>
  dossier& amend(event_id const& id, Edit edit) {
    auto const at = required(detail::sort::event, id.str());
    auto entry = event_view{at}.value();
    edit(entry);
    return amend(entry);
  }
  template <std::invocable<party&> Edit>
  dossier& amend(party_id const& id, Edit edit) {
    auto const at = required(detail::sort::party, id.str());
    auto entry = party_view{at}.value();
    edit(entry);
    return amend(entry);
  }

  /// Removes an entry; throws `errc::unknown_id` where there is none. What refers to it shows in `check()`.
  dossier& remove(event_id const& id);
  dossier& remove(party_id const& id);
  dossier& remove(venue_id const& id);
  dossier& remove(series_id const& id);
  dossier& remove(document_id const& id);
  dossier& remove(report_id const& id);

  /// All references to nothing, rings of venues and organs, and values that are both declared and reported, in the order of
  /// entry; empty where there is none. Each names the entry, the value and the nearest known id, and stands at the JSON pointer
  /// that it has in the dossier's file. O(n log n).
  [[nodiscard]] std::vector<problem> check() const;

  [[nodiscard]] localized const& title() const noexcept;
  [[nodiscard]] localized const& note() const noexcept;
  [[nodiscard]] std::optional<std::chrono::sys_days> as_of() const noexcept;
  [[nodiscard]] std::vector<sinedie::extension> const& extensions() const noexcept;

  [[nodiscard]] view_range<party_view> parties() const& noexcept;
  [[nodiscard]] view_range<venue_view> venues() const& noexcept;
  [[nodiscard]] view_range<series_view> series() const& noexcept;
  [[nodiscard]] view_range<event_view> events() const& noexcept;
  [[nodiscard]] view_range<document_view> documents() const& noexcept;
  [[nodiscard]] view_range<report_view> reports() const& noexcept;

  /// Of a dossier that is about to go they take its entries with them: `for (auto e : load(file).events())`.
  [[nodiscard]] view_range<party_view> parties() &&;
  [[nodiscard]] view_range<venue_view> venues() &&;
  [[nodiscard]] view_range<series_view> series() &&;
  [[nodiscard]] view_range<event_view> events() &&;
  [[nodiscard]] view_range<document_view> documents() &&;
  [[nodiscard]] view_range<report_view> reports() &&;

  /// The entry of that id; nothing where there is none.
  [[nodiscard]] std::optional<party_view> find_party(party_id const& id) const;
  [[nodiscard]] std::optional<venue_view> find_venue(venue_id const& id) const;
  [[nodiscard]] std::optional<series_view> find_series(series_id const& id) const;
  [[nodiscard]] std::optional<event_view> find_event(event_id const& id) const;
  [[nodiscard]] std::optional<document_view> find_document(document_id const& id) const;
  [[nodiscard]] std::optional<report_view> find_report(report_id const& id) const;

  /// Parties and venues of that name, alias or id, folded (case, diacritics, punctuation); linear in their number.
  [[nodiscard]] std::vector<party_view> parties_named(std::string_view name) const;
  [[nodiscard]] std::vector<venue_view> venues_named(std::string_view name) const;

  /// For the floors above: an entry of that id will be added as soon as it is made, so memory is fetched in the meantime.
  void fetch(detail::sort s, std::string_view id) const noexcept;
  /// For the floors above: all entries of another, as they are stored, after one's own; nothing and false where an id is in both.
  [[nodiscard]] bool take_over(dossier&& more);
  /// For the floors above: a copy that co-owns the blocks.
  [[nodiscard]] detail::contents contents() const;

 private:
  struct kept;
  template <typename View>
  [[nodiscard]] view_range<View> range(detail::sort s) const noexcept;
  template <typename View>
  [[nodiscard]] view_range<View> taken(detail::sort s);
  template <typename View>
  [[nodiscard]] std::optional<View> view(detail::sort s, std::string_view id) const;
  template <typename Entry>
  void put(detail::sort s, Entry const& e, bool replace);
  [[nodiscard]] detail::locator required(detail::sort s, std::string_view id) const;
  dossier& remove(detail::sort s, std::string_view id);
  [[nodiscard]] detail::contents const& all() const noexcept;
  [[nodiscard]] kept& own();

  kept* kept_ = nullptr;  ///< null where nothing was said of it yet
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/dossier-inl.hpp>
#include <sinedie/model/integrity-inl.hpp>
#endif
