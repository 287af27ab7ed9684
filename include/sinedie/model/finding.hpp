// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What was noticed about a dossier that is worth a second look: statements that have no effect, likely slips. Findings are data, never
/// errors.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <sinedie/error.hpp>
#include <sinedie/model/id.hpp>

namespace sinedie {

namespace detail {

/// The same in English and in French, put together piece by piece.
struct in_both {
  std::string english, french;

  in_both(std::string_view en, std::string_view fr) : english{en}, french{fr} {}
  /// What is the same in both.
  in_both(std::string_view same) : in_both{same, same} {}         // NOLINT(google-explicit-constructor)
  in_both(char const* same) : in_both{std::string_view{same}} {}  // NOLINT(google-explicit-constructor)
  in_both(std::string const& same) : in_both{std::string_view{same}} {}  // NOLINT(google-explicit-constructor)
  /// `"x"`, « x ».
  [[nodiscard]] static in_both named(std::string_view value) {
    auto const text = quoted(value);
    return {text, "« " + text.substr(1, text.size() - 2) + " »"};
  }

  [[nodiscard]] friend in_both operator+(in_both a, in_both const& b) { return a.english += b.english, a.french += b.french, a; }
  in_both& operator+=(in_both const& b) { return *this = std::move(*this) + b; }
};

}  // namespace detail

struct finding {
  std::string kind;               ///< "suspended": a relation to an event that doesn't occur; "look_alike"; …
  std::optional<event_id> event;  ///< the event that it is about, if it is about one
  std::string text;               ///< in English
  std::string french;             ///< the same in French

  finding(std::string of_kind, std::optional<event_id> about, detail::in_both words)
      : kind{std::move(of_kind)}, event{std::move(about)}, text{std::move(words.english)}, french{std::move(words.french)} {}
  /// In French for `fr` and what begins with `fr-`, else in English.
  [[nodiscard]] std::string const& in(std::string_view language) const noexcept {
    return language == "fr" || language.starts_with("fr-") ? french : text;
  }
  friend bool operator==(finding const&, finding const&) = default;
};

}  // namespace sinedie
