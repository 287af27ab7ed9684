// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The name by which a dossier knows an entry: short, exact, chosen by whoever writes it.
///
/// An id is 1 to 128 bytes of UTF-8 without white space (Unicode's, no-break spaces included), control characters or any of
/// `" : ( ) ,`, so that it can stand in a query as it is. Case matters, and so does every byte: ids are compared as written.
/// For lookup by what people call things, see `sinedie/model/names.hpp`.
///
/// Parties, venues, series, documents, reports and events are name spaces of their own, and their ids types of their own:
/// they neither convert into each other nor compare. A string becomes an id wherever one is wanted, and throws
/// `errc::bad_id` if it can't be one. An id compares with any string; with one that can't be an id it is just unequal.
///
///     event_id const round{"first-round"};
///     round == "first-round";        // true
///     event_id{"first round"};       // throws: "first round" is no event id: white space at offset 5; …

#include <compare>
#include <concepts>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <sinedie/config.hpp>
#include <sinedie/error.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

namespace detail {

/// What keeps `text` from being an id of `kind`; nothing where it can be one.
[[nodiscard]] std::optional<problem> why_no_id(std::string_view text, std::string_view kind);

/// What reads as a string and is none of ours: literals, pointers, strings and their views.
template <typename T>
concept string_like = std::convertible_to<T const&, std::string_view> && !std::same_as<std::remove_cvref_t<T>, std::nullptr_t>;

}  // namespace detail

namespace detail {
class block;
}

/// An id in the name space that `Kind` stands for.
template <typename Kind>
class basic_id {
 public:
  /// Bytes that an id may have at most.
  static constexpr std::size_t most = 128;
  /// The name space in a word: "event".
  static constexpr std::string_view kind = Kind::name;

  /// Throws `errc::bad_id`, with the offset and what stood there, where `text` can't be an id.
  template <detail::string_like Text>
  basic_id(Text const& text) : basic_id{checked(text)} {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] static result<basic_id> try_parse(std::string_view text) {
    if (auto problem = detail::why_no_id(text, kind)) return std::move(*problem);
    return basic_id{unchecked{std::string{text}}};
  }

  [[nodiscard]] std::string const& str() const noexcept { return text_; }

  friend bool operator==(basic_id const&, basic_id const&) = default;
  /// By bytes, which is by code points.
  friend auto operator<=>(basic_id const&, basic_id const&) = default;

  template <detail::string_like Text>
  friend bool operator==(basic_id const& id, Text const& text) {
    return id.text_ == std::string_view{text};
  }
  template <detail::string_like Text>
  friend std::strong_ordering operator<=>(basic_id const& id, Text const& text) {
    return std::string_view{id.text_} <=> std::string_view{text};
  }

  friend std::ostream& operator<<(std::ostream& out, basic_id const& id) { return out << id.text_; }

 private:
  friend class detail::block;  // which hands out again what was checked once
  struct unchecked {
    std::string text;
  };
  explicit basic_id(unchecked from) noexcept : text_{std::move(from.text)} {}

  template <typename Text>
  [[nodiscard]] static unchecked checked(Text const& text) {
    if constexpr (std::is_pointer_v<Text>) {
      if (text == nullptr) detail::raise(errc::bad_id, "a null pointer can't be an id");
    }
    std::string_view const view{text};
    if (auto problem = detail::why_no_id(view, kind)) detail::raise(std::move(*problem));
    return {std::string{view}};
  }

  std::string text_;
};

namespace detail {
struct party_id_kind { static constexpr std::string_view name = "party"; };
struct venue_id_kind { static constexpr std::string_view name = "venue"; };
struct series_id_kind { static constexpr std::string_view name = "series"; };
struct document_id_kind { static constexpr std::string_view name = "document"; };
struct report_id_kind { static constexpr std::string_view name = "report"; };
struct event_id_kind { static constexpr std::string_view name = "event"; };
}  // namespace detail

using party_id = basic_id<detail::party_id_kind>;
using venue_id = basic_id<detail::venue_id_kind>;
using series_id = basic_id<detail::series_id_kind>;
using document_id = basic_id<detail::document_id_kind>;
using report_id = basic_id<detail::report_id_kind>;
using event_id = basic_id<detail::event_id_kind>;

}  // namespace sinedie

template <typename Kind>
struct std::hash<sinedie::basic_id<Kind>> {
  [[nodiscard]] std::size_t operator()(sinedie::basic_id<Kind> const& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/id-inl.hpp>
#endif
