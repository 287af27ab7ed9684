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

#include <sinedie/model/detail/locator.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/report.hpp>
#include <sinedie/model/series.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie {

class event_view {
 public:
  explicit event_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] event_id id() const { return event_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] std::string_view kind() const noexcept;
  [[nodiscard]] localized title() const;
  [[nodiscard]] localized note() const;
  [[nodiscard]] std::optional<sinedie::status> status() const noexcept;
  /// What the event declares of itself; reports may say more.
  [[nodiscard]] claim_fields fields() const;
  [[nodiscard]] event value() const;
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class party_view {
 public:
  explicit party_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] party_id id() const { return party_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] party value() const;
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class venue_view {
 public:
  explicit venue_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] venue_id id() const { return venue_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] venue value() const;
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class series_view {
 public:
  explicit series_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] series_id id() const { return series_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] localized name() const;
  [[nodiscard]] sinedie::series value() const;
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class document_view {
 public:
  explicit document_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] document_id id() const { return document_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] document value() const;
  [[nodiscard]] detail::locator where() const noexcept { return at_; }

 private:
  detail::locator at_;
};

class report_view {
 public:
  explicit report_view(detail::locator at) noexcept : at_{at} {}
  [[nodiscard]] report_id id() const { return report_id{id_text()}; }
  [[nodiscard]] std::string_view id_text() const noexcept;
  [[nodiscard]] std::string_view about() const noexcept;
  [[nodiscard]] report value() const;
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

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/views-inl.hpp>
#endif
