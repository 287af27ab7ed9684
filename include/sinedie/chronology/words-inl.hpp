// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <sinedie/chronology/words.hpp>
#include <sinedie/error.hpp>
#include <sinedie/time/calendar.hpp>
#include <sinedie/time/spell.hpp>

namespace sinedie::chronology {

SINEDIE_INLINE std::string_view relation_words(relation_kind k, std::string_view language) {
  static constexpr std::array<std::string_view, 18> english{
      "is before",  "is after",        "meets",     "is met by",          "overlaps",          "is overlapped by",
      "starts with and ends before",   "starts with and ends after",      "is during",         "contains",
      "ends with and starts after",    "ends with and starts before",     "is at the same time as",
      "is part of", "follows up",      "prepares",  "was realised as",    "may be the same as"};
  static constexpr std::array<std::string_view, 18> french{
      "a lieu avant", "a lieu après",    "précède immédiatement",            "suit immédiatement", "commence avant et chevauche",
      "finit après et chevauche",        "commence avec et finit avant",     "commence avec et finit après",
      "a lieu pendant", "contient",      "finit avec et commence après",     "finit avec et commence avant",
      "a lieu en même temps que",        "fait partie de", "fait suite à",   "prépare",
      "s'est réalisé comme",             "est peut-être le même que"};
  return (language == "fr" ? french : english)[static_cast<std::size_t>(k)];
}

SINEDIE_INLINE std::string quoted_in(std::string_view id, std::string_view language) {
  auto text = sinedie::detail::quoted(id);
  if (language != "fr") return text;
  return "« " + text.substr(1, text.size() - 2) + " »";
}

SINEDIE_INLINE std::string gap_words(std::string_view at_least, std::string_view at_most, std::string_view language) {
  bool const fr = language == "fr";
  std::string text;
  if (!at_least.empty()) text += (fr ? " d'au moins " : " by at least ") + std::string{at_least};
  if (!at_most.empty()) {
    text += at_least.empty() ? (fr ? " d'au plus " : " by at most ") : (fr ? " et d'au plus " : " and at most ");
    text += at_most;
  }
  return text;
}

SINEDIE_INLINE std::string day_words(time::instant i, std::string_view language) {
  static constexpr std::array<std::string_view, 12> english{"January", "February", "March",     "April",   "May",      "June",
                                                            "July",    "August",   "September", "October", "November", "December"};
  static constexpr std::array<std::string_view, 12> french{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                           "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  if (!i.is_bounded()) return language == "fr" ? "jamais" : "never";
  auto const days = sinedie::detail::floor_div(i.seconds(), std::int64_t{86400});
  auto const second = i.seconds() - days * 86400;
  auto const day = time::civil_from_days(days);
  if (day.year < 1000 || day.year > 9999) return time::to_day_string(i);
  bool const fr = language == "fr";
  std::string text = fr && day.day == 1 ? "1er" : std::to_string(day.day);
  text.append(" ").append((fr ? french : english)[static_cast<std::size_t>(day.month - 1)]).append(" ").append(std::to_string(day.year));
  if (second == 0 || second == 86399) return text;
  auto const two = [&](char const* before, std::int64_t n) { text.append(before).append(n < 10 ? "0" : "").append(std::to_string(n)); };
  two(fr ? " à " : " at ", second / 3600);
  two(":", second / 60 % 60);
  if (second % 60 != 0 && second % 60 != 59) two(":", second % 60);
  return text;
}

}  // namespace sinedie::chronology
