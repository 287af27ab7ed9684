// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What reading a dossier gives: small values that look into its storage.
///
/// A view keeps what it shows: it goes on showing the entry as it was while others are added, amended and removed, and when the
/// dossier is gone. Text that it returns as `std::string_view` is good as long as a view of that entry, the dossier or a timeline of
/// it lives. `value()` gives the whole entry as a builder to read or to edit, in time linear in the entry.
///
///     for (auto e : talks.events())
///       if (e.status() == status::announced) print(e.title().get("en"));

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/report.hpp>
#include <sinedie/model/series.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie {

namespace detail {

/// The row that a view shows, and what keeps it.
class kept_row {
 public:
  [[nodiscard]] locator where() const noexcept { return at_; }

 protected:
  explicit kept_row(locator at) noexcept;
  /// Precondition: the keeper keeps the row's block, or whoever makes the view does for as long as it lives.
  kept_row(locator at, detail::shared<void const> keeper) noexcept : at_{at}, keeper_{std::move(keeper)} {}

  locator at_;

 private:
  detail::shared<void const> keeper_;
};

}  // namespace detail

class event_view : public detail::kept_row {
 public:
  explicit event_view(detail::locator at) noexcept : kept_row{at} {}
  event_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] event_id id() const { return event_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] std::string_view kind() const noexcept;
  [[nodiscard]] localized title() const;
  [[nodiscard]] localized note() const;
  [[nodiscard]] std::optional<sinedie::status> status() const noexcept;
  /// What the event declares of itself; reports may say more.
  [[nodiscard]] claim_fields fields() const;
  [[nodiscard]] event value() const;
};

class party_view : public detail::kept_row {
 public:
  explicit party_view(detail::locator at) noexcept : kept_row{at} {}
  party_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] party_id id() const { return party_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] party value() const;
};

class venue_view : public detail::kept_row {
 public:
  explicit venue_view(detail::locator at) noexcept : kept_row{at} {}
  venue_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] venue_id id() const { return venue_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] venue value() const;
};

class series_view : public detail::kept_row {
 public:
  explicit series_view(detail::locator at) noexcept : kept_row{at} {}
  series_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] series_id id() const { return series_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] sinedie::series value() const;
};

class document_view : public detail::kept_row {
 public:
  explicit document_view(detail::locator at) noexcept : kept_row{at} {}
  document_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] document_id id() const { return document_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] document value() const;
};

class report_view : public detail::kept_row {
 public:
  explicit report_view(detail::locator at) noexcept : kept_row{at} {}
  report_view(detail::locator at, detail::shared<void const> keeper) noexcept : kept_row{at, std::move(keeper)} {}
  [[nodiscard]] report_id id() const { return report_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] std::string_view about() const noexcept;
  [[nodiscard]] report value() const;
};

/// The live entries of one sort, in the order in which they were added. It looks into its dossier, as iterators into a container do,
/// and may be walked while entries are added, amended and removed: those that were there at first are met, as they then are.
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
    iterator(std::vector<detail::locator> const& places, std::size_t at, std::size_t end) noexcept
        : places_{&places}, at_{at}, end_{end} {
      skip();
    }
    [[nodiscard]] View operator*() const noexcept { return View{(*places_)[at_]}; }
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
      while (at_ != end_ && (*places_)[at_].home == nullptr) ++at_;
    }
    std::vector<detail::locator> const* places_ = nullptr;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
  };

  /// `keeper` keeps the places, where nobody else does.
  view_range(std::vector<detail::locator> const& places, std::size_t live, detail::shared<void const> keeper = {}) noexcept
      : places_{&places}, end_{places.size()}, live_{live}, keeper_{std::move(keeper)} {}
  [[nodiscard]] iterator begin() const noexcept { return {*places_, 0, end_}; }
  [[nodiscard]] iterator end() const noexcept { return {*places_, end_, end_}; }
  [[nodiscard]] std::size_t size() const noexcept { return live_; }
  [[nodiscard]] bool empty() const noexcept { return live_ == 0; }

 private:
  std::vector<detail::locator> const* places_;
  std::size_t end_;
  std::size_t live_;
  detail::shared<void const> keeper_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/views-inl.hpp>
#endif
