// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A dossier on a day of knowledge: in order, flagged, open to queries.
///
/// The order is total, depends on nothing but the content, and never contradicts what is certain by dates or relations. Events
/// without a date stand where what is known of them allows; those of which nothing is known come last unless asked otherwise.
///
/// A timeline is immutable. It co-owns the storage it was compiled from, and so does every selection: later changes of the
/// dossier, or its end, don't show. Any number of threads may read it. The clock is never read: without a day of knowledge
/// nothing is overdue.
///
/// It grows by giving a new timeline that shows a change and shares the rest; whoever reads the old one isn't disturbed.
///
///     timeline const talks{dossier};
///     timeline const later = talks.adding(event{"third-round"}.announced().after("second-round"));
///     for (auto const entry : talks.select(where::party("russia") && where::undated())) …
///     for (auto const entry : timeline{load(file)}.select(query{"venue:istanbul no_date_yet"})) …   // safe

#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/chronology/statement.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/account.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/timeline/detail/forward.hpp>
#include <sinedie/timeline/entry.hpp>
#include <sinedie/timeline/explanation.hpp>
#include <sinedie/model/finding.hpp>
#include <sinedie/timeline/options.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie {

namespace detail {

/// A keeper of one's own, so that many threads that walk one timeline don't count up and down one number.
[[nodiscard]] detail::shared<void const> own_keeper(detail::shared<compiled const> const& in,
                                                     detail::shared<overlay const> const& over);

}  // namespace detail

/// Walks entries by position: all of a timeline's, or a selection's list of them.
class entry_iterator {
 public:
  using value_type = entry;
  using difference_type = std::ptrdiff_t;
  using reference = entry;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::forward_iterator_tag;
  /// Holds the entry that `operator->` looks at.
  struct pointer {
    entry held;
    [[nodiscard]] entry const* operator->() const noexcept { return &held; }
  };

  entry_iterator() = default;
  /// `keeper` keeps what its entries are of; it has none at the end.
  entry_iterator(detail::compiled const* in, detail::overlay const* over, std::uint32_t const* list, std::size_t at,
                 detail::shared<void const> keeper = {}) noexcept
      : in_{in}, over_{over}, list_{list}, at_{at}, keeper_{std::move(keeper)} {}
  [[nodiscard]] entry operator*() const noexcept;
  [[nodiscard]] pointer operator->() const noexcept { return {**this}; }
  entry_iterator& operator++() noexcept;
  entry_iterator operator++(int) noexcept;
  friend bool operator==(entry_iterator const& a, entry_iterator const& b) noexcept { return a.at_ == b.at_; }

 private:
  [[nodiscard]] std::uint32_t position() const noexcept { return list_ ? list_[at_] : static_cast<std::uint32_t>(at_); }

  detail::compiled const* in_ = nullptr;
  detail::overlay const* over_ = nullptr;
  std::uint32_t const* list_ = nullptr;
  std::size_t at_ = 0;
  detail::overlay_hint from_ = {};  // where the last one was found
  detail::shared<void const> keeper_ = {};
};

/// Which of the events found to list, and from where on.
struct listing {
  static constexpr std::size_t all = static_cast<std::size_t>(-1);

  std::size_t first = all;               ///< at most so many
  bool reversed = false;                 ///< the last in the order first
  std::optional<event_id> after = {};    ///< go on behind this event: `selection::next_page()` of the page before
};

/// Entries of a timeline that answer a query, in its order, or in reverse where that was asked for.
class selection {
 public:
  selection(detail::shared<detail::compiled const> in, detail::shared<detail::overlay const> over, std::vector<std::uint32_t> list,
            query asked = {}, bool more = false, bool apart = false)
      : in_{std::move(in)}, over_{std::move(over)}, list_{std::move(list)}, asked_{std::move(asked)}, more_{more}, apart_{apart} {}

  [[nodiscard]] entry_iterator begin() const;
  [[nodiscard]] entry_iterator end() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
  [[nodiscard]] bool empty() const noexcept { return list_.empty(); }
  /// Precondition: `i < size()`.
  [[nodiscard]] entry operator[](std::size_t i) const noexcept;
  /// The positions of its entries in the timeline, in order; good while this lives. An entry keeps its timeline alive, which is counted
  /// across threads; where there are very many and few of them are looked at, this costs nothing.
  [[nodiscard]] std::span<std::uint32_t const> positions() const noexcept { return list_; }
  /// Where the next page begins: behind this event. Nothing where this page is the last.
  [[nodiscard]] std::optional<event_id> next_page() const;
  /// How many more the whole query would find if every `maybe` counted; of those that stand apart where these do.
  [[nodiscard]] std::size_t possibly_more() const;
  /// What was asked.
  [[nodiscard]] query const& asked() const noexcept { return asked_; }

 private:
  detail::shared<detail::compiled const> in_;
  detail::shared<detail::overlay const> over_;  ///< null where it hasn't grown
  std::vector<std::uint32_t> list_;
  query asked_;
  bool more_;
  bool apart_;  ///< of those that stand apart
};

class timeline {
 public:
  /// Throws `sinedie::error` with all of `dossier::check`'s problems, where there are any.
  explicit timeline(dossier const& d, timeline_options const& options = {});
  /// Of what was checked already; see `knowledge`.
  timeline(detail::shared<detail::archive const> from, timeline_options const& options, detail::kept_reading* kept = nullptr);

  /// A timeline like this one, but with these events too. Throws what `dossier::add` would, and what `dossier::check` would say;
  /// `errc::duplicate_id` for an event that is there already.
  ///
  /// What hangs together with them (by relations, or as rounds of a series) is compiled once more, the rest is shared:
  /// O(k log n + c) for k events that hang together with these and c changes so far; the first time, linear in the events. Where
  /// reports are about any of the k, all is compiled afresh. Each change makes queries a little slower, until `settled`.
  [[nodiscard]] timeline adding(std::span<event const> events) const;
  [[nodiscard]] timeline adding(event const& e) const;
  /// With the event of that id replaced. Throws `errc::unknown_id` where there is none.
  [[nodiscard]] timeline amending(event const& e) const;
  /// Without that event. Throws `errc::unknown_id` where there is none, and where another event refers to it.
  [[nodiscard]] timeline removing(event_id const& id) const;
  /// How many events were added, amended or removed since it was compiled.
  [[nodiscard]] std::size_t changes() const noexcept;
  /// The same, compiled afresh.
  [[nodiscard]] timeline settled() const;

  [[nodiscard]] entry_iterator begin() const;
  [[nodiscard]] entry_iterator end() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  /// Precondition: `position < size()`.
  [[nodiscard]] entry operator[](std::size_t position) const noexcept;
  /// The entry of that event; nothing where it doesn't exist on the day of knowledge, or isn't shown.
  [[nodiscard]] std::optional<entry> find_event(event_id const& id) const;
  /// Of the events of which nothing at all is known, where `unknown_events::apart` asked for them to stand apart: those that answer the
  /// query. The other questions pass over them.
  [[nodiscard]] selection apart(query const& q = {}) const;

  /// What answers the query. Throws `errc::unknown_id` or `errc::unknown_word` where it names a party, venue, series, event,
  /// source or kind that isn't known, with the nearest known; so do all that follow.
  [[nodiscard]] selection select(query const& q, listing const& which = {}) const;
  /// How many do, without a list of them.
  [[nodiscard]] std::size_t count(query const& q) const;
  /// The first and the last that do; nothing where none does.
  [[nodiscard]] std::optional<entry> first(query const& q) const;
  [[nodiscard]] std::optional<entry> last(query const& q) const;
  /// The next and the previous one that does, seen from an event of this timeline (`errc::unknown_id` for any other).
  [[nodiscard]] std::optional<entry> next(query const& q, event_id const& from) const;
  [[nodiscard]] std::optional<entry> previous(query const& q, event_id const& from) const;
  /// Answers it and says how.
  [[nodiscard]] explanation explain(query const& q) const;

  [[nodiscard]] std::optional<std::chrono::sys_days> as_of() const noexcept;
  [[nodiscard]] localized const& title() const noexcept;
  [[nodiscard]] localized const& note() const noexcept;
  /// In no particular order where it has grown.
  [[nodiscard]] std::vector<contradiction> const& contradictions() const noexcept;
  /// Statements of which not all can be right, with those who make them.
  [[nodiscard]] std::vector<dispute> const& disputes() const noexcept;
  /// In no particular order where it has grown.
  [[nodiscard]] std::vector<finding> const& findings() const noexcept;

  /// Who says so, for each field of which anybody says or denies anything on the day of knowledge. Throws `errc::unknown_id` where
  /// there is no such event yet.
  [[nodiscard]] std::vector<account> who_says_so(event_id const& id) const;
  /// The name of a report's source, its own or its document's.
  [[nodiscard]] std::string source(report_id const& id, std::string_view language = "en") const;

  /// A party's or venue's name in a language, else in the next best one, else its id.
  [[nodiscard]] std::string name(party_id const& id, std::string_view language = "en") const;
  [[nodiscard]] std::string name(venue_id const& id, std::string_view language = "en") const;

  /// For what is built on timelines: what it was compiled to; one that has grown is compiled afresh by whoever asks first. Valid as
  /// long as the timeline.
  [[nodiscard]] detail::compiled const& compilation() const { return *shared_compilation(); }
  [[nodiscard]] detail::shared<detail::compiled const> const& shared_compilation() const;
  /// The same without what changed since: whose parties, venues and series these are.
  [[nodiscard]] detail::compiled const& base() const noexcept { return *in_; }
  [[nodiscard]] detail::shared<detail::overlay const> const& laid_over() const noexcept { return over_; }

 private:
  friend class chronicle;
  timeline(detail::shared<detail::compiled const> in, detail::shared<detail::overlay const> over) noexcept
      : in_{std::move(in)}, over_{std::move(over)} {}
  [[nodiscard]] timeline changing(std::vector<detail::event_change> changes) const;

  detail::shared<detail::compiled const> in_;
  detail::shared<detail::overlay const> over_;  ///< null where it hasn't grown
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/growth-inl.hpp>
#include <sinedie/timeline/timeline-inl.hpp>
#endif
