// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>

#include <sinedie/time/adoption.hpp>

namespace sinedie::detail {

inline constexpr std::string_view bull = "Bull Inter gravissimas, 24 February 1582";
inline constexpr std::string_view poulsen = "E. Poulsen, The transition from Julian to Gregorian Calendar (Rundetaarn, Copenhagen)";
inline constexpr std::string_view ncal = "The table of changes in ncal, the calendar of FreeBSD and Debian";
inline constexpr std::string_view style_act = "Calendar (New Style) Act 1750, 24 Geo. 2 c. 23";

inline constexpr std::array<time::adoption, 26> known_adoptions{{
    {"ES", "Spain", {1582, 10, 4}, {1582, 10, 15}, bull},
    {"IT", "the Papal States and most of Italy", {1582, 10, 4}, {1582, 10, 15}, bull},
    {"PL", "Poland", {1582, 10, 4}, {1582, 10, 15}, bull},
    {"PT", "Portugal", {1582, 10, 4}, {1582, 10, 15}, bull},
    {"VA", "the Holy See", {1582, 10, 4}, {1582, 10, 15}, bull},
    {"FR", "France, without Alsace, Lorraine and other lands gained later", {1582, 12, 9}, {1582, 12, 20},
     "Letters patent of Henry III, 3 November 1582"},
    {"BE", "Flanders, Hainaut and other southern provinces", {1582, 12, 21}, {1583, 1, 1}, poulsen},
    {"CZ", "Bohemia", {1584, 1, 6}, {1584, 1, 17}, poulsen},
    {"HU", "Hungary", {1587, 10, 21}, {1587, 11, 1}, poulsen},
    {"DE", "the Protestant states of Germany", {1700, 2, 18}, {1700, 3, 1}, "Decision of the Corpus Evangelicorum, 23 September 1699"},
    {"DK", "Denmark", {1700, 2, 18}, {1700, 3, 1}, poulsen},
    {"NO", "Norway", {1700, 2, 18}, {1700, 3, 1}, poulsen},
    {"IS", "Iceland", {1700, 11, 16}, {1700, 11, 28}, ncal},
    {"CH", "Zurich, Bern, Basel and other Protestant cantons", {1700, 12, 31}, {1701, 1, 12}, poulsen},
    {"CA", "the British colonies in Canada", {1752, 9, 2}, {1752, 9, 14}, style_act},
    {"GB", "Great Britain", {1752, 9, 2}, {1752, 9, 14}, style_act},
    {"IE", "Ireland", {1752, 9, 2}, {1752, 9, 14}, style_act},
    {"US", "the British colonies that became the United States", {1752, 9, 2}, {1752, 9, 14}, style_act},
    {"FI", "Finland", {1753, 2, 17}, {1753, 3, 1}, ncal},
    {"SE", "Sweden, but for 1700 to 1712, when it counted in a way of its own", {1753, 2, 17}, {1753, 3, 1}, ncal},
    {"BG", "Bulgaria", {1916, 3, 31}, {1916, 4, 14}, ncal},
    {"RU", "Russia", {1918, 1, 31}, {1918, 2, 14}, "Decree of the Council of People's Commissars, 24 January 1918 (Old Style)"},
    {"UA", "the Ukrainian People's Republic", {1918, 2, 15}, {1918, 3, 1}, "Law of the Central Rada, 12 February 1918 (Old Style)"},
    {"RS", "the Kingdom of Serbs, Croats and Slovenes", {1919, 1, 14}, {1919, 1, 28},
     "Law on the equalisation of the calendars, 10 January 1919"},
    {"RO", "Romania", {1919, 3, 31}, {1919, 4, 14}, "Decree-law 1053, 5 March 1919 (Old Style)"},
    {"GR", "Greece", {1923, 2, 15}, {1923, 3, 1}, "Legislative decree of 18 January 1923 (Old Style)"},
}};

// The last Julian day and the first Gregorian one are neighbours, and the rows are in order.
static_assert([] {
  for (std::size_t i = 0; i < known_adoptions.size(); ++i) {
    time::adoption const& a = known_adoptions[i];
    if (time::days_from_civil(a.last_julian, time::calendar::julian) + 1 != a.changed()) return false;
    if (i > 0 && a.changed() < known_adoptions[i - 1].changed()) return false;
  }
  return true;
}());

/// Which calendar one date belongs to; nothing, and `why`, where it is a day that was never written.
[[nodiscard]] inline std::optional<time::calendar> calendar_there(time::adoption const& there, std::string_view edtf, problem& why) {
  using time::calendar;
  time::instant const changed{there.changed() * 86400};
  auto const julian = time::dating::try_parse(edtf, calendar::julian);
  auto const gregorian = time::dating::try_parse(edtf);
  if (!julian && !gregorian) {
    why = gregorian.error();
    return std::nullopt;
  }
  bool const old = julian && julian->start_min() < changed;     // some of it may be Julian
  bool const young = gregorian && !(gregorian->end_max() < changed);  // some of it may be Gregorian
  if (old && young && !(julian->end_max() < changed) && gregorian->start_min() < changed) return calendar::unknown;
  if (old && young) return julian->end_max() < changed ? calendar::julian : calendar::gregorian;
  if (old) return calendar::julian;
  if (young) return calendar::gregorian;
  why = {};
  why.code = errc::no_such_day;
  why.offset = 0;
  why.found = std::string{edtf};
  auto const spelled = [](time::civil_day d) {
    auto const two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
    return std::to_string(d.year) + '-' + two(d.month) + '-' + two(d.day);
  };
  why.expected = "a day up to " + spelled(there.last_julian) + " or from " + spelled(there.first_gregorian);
  why.message = quoted(edtf) + " was never a date in " + std::string{there.place} + ": expected " + why.expected;
  return std::nullopt;
}

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE std::span<adoption const> adoptions() noexcept { return detail::known_adoptions; }

SINEDIE_INLINE adoption const* adoption_in(std::string_view code) noexcept {
  auto const found = std::ranges::find(detail::known_adoptions, code, &adoption::code);
  return found == detail::known_adoptions.end() ? nullptr : &*found;
}

SINEDIE_INLINE adoption const* adoption_named(std::string_view text) noexcept {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  auto const alike = [&](char a, char b) { return lower(a) == lower(b); };
  auto const letter = [&](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
  if (text.empty()) return nullptr;
  adoption const* found = nullptr;
  bool several = false;
  for (auto const& a : detail::known_adoptions) {
    if (std::ranges::equal(text, a.code, alike) || std::ranges::equal(text, a.place, alike)) return &a;
    auto const at = std::search(a.place.begin(), a.place.end(), text.begin(), text.end(), alike);
    if (at == a.place.end()) continue;
    auto const end = at + static_cast<std::ptrdiff_t>(text.size());
    if ((at != a.place.begin() && letter(*(at - 1))) || (end != a.place.end() && letter(*end))) continue;  // part of a word
    several = found != nullptr;
    found = &a;
    if (several) break;
  }
  return several ? nullptr : found;
}

SINEDIE_INLINE result<dating> try_dating_in(adoption const& there, std::string_view edtf) {
  problem why;
  std::size_t const slash = edtf.find('/');
  if (slash == std::string_view::npos) {
    auto const in = detail::calendar_there(there, edtf, why);
    if (!in) return why;
    return dating::try_parse(edtf, *in);
  }
  std::optional<calendar> both;
  for (std::size_t const from : {std::size_t{0}, slash + 1}) {
    std::string_view const part = edtf.substr(from, from == 0 ? slash : std::string_view::npos);
    if (part.empty() || part == "..") continue;
    // An end that is no date by itself makes the whole none, which then says so at the right place.
    if (!dating::try_parse(part, calendar::unknown)) return dating::try_parse(edtf);
    auto const in = detail::calendar_there(there, part, why);
    if (!in) {
      why.offset = from + why.offset.value_or(0);
      return why;
    }
    both = !both || *both == *in ? *in : calendar::unknown;
  }
  return dating::try_parse(edtf, both.value_or(calendar::gregorian));
}

SINEDIE_INLINE dating dating_in(adoption const& there, std::string_view edtf) { return try_dating_in(there, edtf).value(); }

}  // namespace sinedie::time
