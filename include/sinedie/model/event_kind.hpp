// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What sort of event it is: an open vocabulary of words, ordered into a tree.
///
/// Known words have a parent (`summit` is a `meeting`) and carry the codes that machine-coded event data use for them, one for
/// the plan and one for the deed: an announced meeting is an expressed intent (CAMEO 036, PLOVER AGREE), one that was held is
/// a consultation (CAMEO 04, PLOVER CONSULT). Any other word is allowed; a dotted word lies below what stands before its last
/// dot, so `negotiation.technical` is a `negotiation`. Asking for a kind finds all below it.
///
///     kind_within("summit", "meeting");                 // true
///     kind_within("negotiation.technical", "meeting");  // true: negotiations are meetings
///
/// Sources: CAMEO codebook 1.1b3 (Schrodt 2012), chapter 2; PLOVER codebook (Open Event Data Alliance).

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <sinedie/model/status.hpp>

namespace sinedie {

/// A code is empty where the scheme has none.
struct event_codes {
  std::string_view cameo;
  std::string_view plover;
};

struct known_kind {
  std::string_view word;
  std::string_view parent;  ///< empty at the root
  event_codes planned;
  event_codes occurred;
};

inline constexpr std::array<known_kind, 28> known_kinds{{
    {"contact", "", {"030", "AGREE"}, {"040", "CONSULT"}},
    {"meeting", "contact", {"036", "AGREE"}, {"040", "CONSULT"}},
    {"summit", "meeting", {"036", "AGREE"}, {"040", "CONSULT"}},
    {"conference", "meeting", {"036", "AGREE"}, {"040", "CONSULT"}},
    {"consultation", "meeting", {"036", "AGREE"}, {"040", "CONSULT"}},
    {"negotiation", "meeting", {"036", "AGREE"}, {"046", "CONSULT"}},
    {"mediation", "negotiation", {"036", "AGREE"}, {"045", "CONSULT"}},
    {"visit", "contact", {"036", "AGREE"}, {"042", "CONSULT"}},
    {"call", "contact", {"036", "AGREE"}, {"041", "CONSULT"}},
    {"correspondence", "contact", {"036", "AGREE"}, {"040", "CONSULT"}},
    {"statement", "", {"", ""}, {"010", ""}},
    {"briefing", "statement", {"", ""}, {"010", ""}},
    {"announcement", "statement", {"", ""}, {"010", ""}},
    {"accusation", "statement", {"", ""}, {"112", "ACCUSE"}},
    {"demand", "statement", {"", ""}, {"100", "REQUEST"}},
    {"threat", "statement", {"", ""}, {"130", "THREATEN"}},
    {"agreement", "", {"030", "AGREE"}, {"057", "COOPERATE"}},
    {"treaty", "agreement", {"030", "AGREE"}, {"057", "COOPERATE"}},
    {"ceasefire", "agreement", {"030", "AGREE"}, {"0871", "RETREAT"}},
    {"prisoner_exchange", "agreement", {"030", "AGREE"}, {"0841", "RETREAT"}},
    {"ratification", "agreement", {"030", "AGREE"}, {"057", "COOPERATE"}},
    {"recognition", "", {"030", "AGREE"}, {"054", "COOPERATE"}},
    {"appointment", "", {"", ""}, {"", ""}},
    {"expulsion", "", {"130", "THREATEN"}, {"161", "SANCTION"}},
    {"sanction", "", {"130", "THREATEN"}, {"163", "SANCTION"}},
    {"vote", "", {"", ""}, {"", ""}},
    {"deadline", "", {"", ""}, {"", ""}},
    {"situation", "", {"", ""}, {"", ""}},
}};

namespace detail {

/// The place of a known word; past the end for any other. A place, since g++ 12 under UBSan takes no pointer into the table for
/// a constant.
[[nodiscard]] constexpr std::size_t place_of_kind(std::string_view word) noexcept {
  std::size_t place = 0;
  while (place < known_kinds.size() && known_kinds[place].word != word) ++place;
  return place;
}

}  // namespace detail

/// The known member of that name; null for any other word.
[[nodiscard]] constexpr known_kind const* find_kind(std::string_view word) noexcept {
  auto const place = detail::place_of_kind(word);
  return place == known_kinds.size() ? nullptr : &known_kinds[place];
}

/// The kind directly above: before the last dot, or the known parent; empty at a root and for unknown words.
[[nodiscard]] constexpr std::string_view parent_kind(std::string_view word) noexcept {
  if (auto const dot = word.rfind('.'); dot != std::string_view::npos) return word.substr(0, dot);
  auto const place = detail::place_of_kind(word);
  return place == known_kinds.size() ? std::string_view{} : known_kinds[place].parent;
}

/// Whether `word` is `ancestor` or lies below it. A word lies below nothing that isn't known or spelt out in it.
[[nodiscard]] constexpr bool kind_within(std::string_view word, std::string_view ancestor) noexcept {
  for (; !word.empty(); word = parent_kind(word))
    if (word == ancestor) return true;
  return false;
}

/// The codes of an event of this kind and status, from the nearest known kind at or above it; both empty where there is none
/// or where the event doesn't occur.
[[nodiscard]] constexpr event_codes codes_of(std::string_view word, std::optional<status> s) noexcept {
  if (!s || occurs(*s) == truth::no) return {};
  for (; !word.empty(); word = parent_kind(word))
    if (auto const place = detail::place_of_kind(word); place != known_kinds.size())
      return is_planned(*s) ? known_kinds[place].planned : known_kinds[place].occurred;
  return {};
}

}  // namespace sinedie
