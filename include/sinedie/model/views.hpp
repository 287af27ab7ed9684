// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What reading a dossier gives: small values that look into its storage.
///
/// A view stays valid as long as the dossier it came from (or a copy of it, or a timeline compiled from it) lives, also while
/// entries are added, amended and removed: it goes on showing the entry as it was. `value()` gives the whole entry as a builder
/// to read or to edit, in time linear in the entry.
///
///     for (auto e : talks.events())
///       if (e.status() == status::announced) print(e.title().get("en"));

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include <sinedie/model/block.hpp>

namespace sinedie {

namespace detail {

/// Which block, and which row in it.
struct locator {
  block const* home = nullptr;  ///< null: removed
  row_number row = 0;

  friend bool operator==(locator const&, locator const&) = default;
};

}  // namespace detail

class event_view {
 public:
  explicit event_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] event_id id() const { return event_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(columns().id[at_.row]); }
  [[nodiscard]] std::string_view kind() const noexcept { return at_.home->string(columns().kind[at_.row]); }
  [[nodiscard]] localized title() const { return at_.home->text(columns().title[at_.row]); }
  [[nodiscard]] localized note() const { return at_.home->text(columns().note[at_.row]); }
  [[nodiscard]] std::optional<sinedie::status> status() const noexcept {
    auto const cell = at_.home->claims().status[claim()];
    return cell == 255 ? std::nullopt : std::optional{static_cast<sinedie::status>(cell)};
  }
  /// What the event declares of itself; reports may say more.
  [[nodiscard]] claim_fields fields() const { return at_.home->claim_at(columns().claim[at_.row]); }
  [[nodiscard]] event value() const { return at_.home->event_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  [[nodiscard]] detail::event_columns const& columns() const noexcept { return at_.home->events(); }
  [[nodiscard]] std::size_t claim() const noexcept { return columns().claim[at_.row] - 1; }
  detail::locator at_;
};

class party_view {
 public:
  explicit party_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] party_id id() const { return party_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(at_.home->parties().id[at_.row]); }
  [[nodiscard]] localized name() const { return at_.home->text(at_.home->parties().name[at_.row]); }
  [[nodiscard]] party value() const { return at_.home->party_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class venue_view {
 public:
  explicit venue_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] venue_id id() const { return venue_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(at_.home->venues().id[at_.row]); }
  [[nodiscard]] localized name() const { return at_.home->text(at_.home->venues().name[at_.row]); }
  [[nodiscard]] venue value() const { return at_.home->venue_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class series_view {
 public:
  explicit series_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] series_id id() const { return series_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(at_.home->series().id[at_.row]); }
  [[nodiscard]] localized name() const { return at_.home->text(at_.home->series().name[at_.row]); }
  [[nodiscard]] sinedie::series value() const { return at_.home->series_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class document_view {
 public:
  explicit document_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] document_id id() const { return document_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(at_.home->documents().id[at_.row]); }
  [[nodiscard]] document value() const { return at_.home->document_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class report_view {
 public:
  explicit report_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] report_id id() const { return report_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept { return at_.home->string(at_.home->reports().id[at_.row]); }
  [[nodiscard]] std::string_view about() const noexcept { return at_.home->string(at_.home->reports().about[at_.row]); }
  [[nodiscard]] report value() const { return at_.home->report_at(at_.row); }
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

/// The live entries of one sort, in the order in which they were added.
template <typename View>
class view_range {
 public:
  class iterator {
   public:
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using reference = View;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    iterator() = default;
    iterator(detail::locator const* at, detail::locator const* end) noexcept : at_{at}, end_{end} { skip(); }
    [[nodiscard]] View operator*() const noexcept { return View{*at_}; }
    iterator& operator++() noexcept {
      ++at_;
      skip();
      return *this;
    }
    iterator operator++(int) noexcept {
      auto const before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(iterator const&, iterator const&) = default;

   private:
    void skip() noexcept {
      while (at_ != end_ && at_->home == nullptr) ++at_;
    }
    detail::locator const* at_ = nullptr;
    detail::locator const* end_ = nullptr;
  };

  view_range(detail::locator const* first, detail::locator const* last, std::size_t live) noexcept
      : first_{first}, last_{last}, live_{live} {}
  [[nodiscard]] iterator begin() const noexcept { return {first_, last_}; }
  [[nodiscard]] iterator end() const noexcept { return {last_, last_}; }
  [[nodiscard]] std::size_t size() const noexcept { return live_; }
  [[nodiscard]] bool empty() const noexcept { return live_ == 0; }

 private:
  detail::locator const* first_;
  detail::locator const* last_;
  std::size_t live_;
};

}  // namespace sinedie
