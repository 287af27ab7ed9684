// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Datings in words, English and French, without the C++ locale.
///
/// What is printed says all that the expression says: two expressions that don't mean the same never get the same words.
///
///     in_words(dating{"2025-02~"});                         // around February 2025
///     in_words(dating{"2009/2017"});                        // from 2009 to 2017
///     in_words(dating{"2025-02-18/"}, tongue::french);      // depuis le 18 février 2025, fin inconnue
///     in_words(dating{"?2004-06-~11"});                     // 11 June 2004 (uncertain: year; approximate: day)
///     no_date_in_words(true, tongue::french);               // sans date pour l'instant
///
/// Years before 1 are told as BC (1 BC is the year 0000). Text is UTF-8.

#include <string>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/time/dating.hpp>

namespace sinedie::time {

enum class tongue : unsigned char { english, french };

/// French for `fr` and what begins with `fr-`, else English.
[[nodiscard]] constexpr tongue to_tongue(std::string_view language) noexcept {
  return language == "fr" || language.starts_with("fr-") ? tongue::french : tongue::english;
}

/// Linear in the expression.
[[nodiscard]] std::string in_words(dating const& d, tongue in = tongue::english);

/// "no date yet" where one may still be named, else "no date".
[[nodiscard]] std::string_view no_date_in_words(bool yet, tongue in = tongue::english) noexcept;

}  // namespace sinedie::time

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/words-inl.hpp>
#endif
