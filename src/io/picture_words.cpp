// SPDX-License-Identifier: BSL-1.0
#include "picture_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sinedie/io/display.hpp>

#include "picture_layout.hpp"
#include "shown.hpp"

namespace sinedie::detail {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> words_of_pictures{{
    {"Without a date", "Sans date"},
    {"as of", "au"},
    {"held", "tenu"},
    {"under way", "en cours"},
    {"planned", "prévu"},
    {"put off", "reporté"},
    {"off", "n’a pas lieu"},
    {"status not given", "état non précisé"},
    {"certain", "certain"},
    {"somewhere here", "à un moment ici"},
    {"expected", "attendu"},
    {"concluded", "déduit"},
    {"No events", "Aucun événement"},
    {"This page draws with a script of its own, which this program doesn’t run.",
     "Cette page se dessine par un script qu’elle contient et que ce programme n’exécute pas."},
}};

[[nodiscard]] shown_event shown_of(picture_event const& e, picture_state const& s) {
  shown_event made;
  made.id = e.id;
  made.kind = e.kind;
  made.status = s.status;
  made.stated = s.stated;
  made.expected = s.expected;
  made.limits = s.limits;
  for (auto const f : s.flags) made.flags.emplace_back(to_string(f));
  return made;
}

}  // namespace

look look_of(picture_state const& s) noexcept {
  if (!s.status) return look::unknown;
  if (*s.status == status::held) return look::held;
  if (*s.status == status::under_way) return look::under_way;
  if (*s.status == status::postponed) return look::postponed;
  return occurs(*s.status) == truth::no ? look::off : look::planned;
}

std::string_view sign_of(look l) noexcept {
  constexpr std::array<std::string_view, 6> signs{"●", "◐", "○", "◌", "✕", "·"};
  return signs[static_cast<std::size_t>(l)];
}

std::string_view legend_of(look l, std::string_view language) noexcept {
  constexpr std::array<std::string_view, 6> english{"held", "under way", "planned", "put off", "off", "status not given"};
  auto const word = english[static_cast<std::size_t>(l)];
  if (!language.starts_with("fr")) return word;
  return std::find_if(words_of_pictures.begin(), words_of_pictures.end(), [&](auto const& w) { return w.first == word; })->second;
}

std::string_view caution_of(picture_state const& s) noexcept {
  if (s.flags.has(flag::contradictory)) return "!";
  if (s.flags.has(flag::disputed) || s.flags.has(flag::denied_by_some)) return "≠";
  if (s.flags.has(flag::uncertain)) return "?";
  if (s.flags.has(flag::approximate)) return "~";
  return " ";
}

std::string title_of(picture_event const& e, std::string_view language) {
  auto const title = sanitized(e.title.get(language));
  return title.empty() ? sanitized(e.id) : title;
}

std::string when_of(picture_state const& s, std::string_view language) {
  auto text = when_in_words(shown_of({}, s), shown_words{language});
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n')) text.replace(at, 1, "; ");
  return text;
}

std::string status_of(picture_event const& e, picture_state const& s, std::string_view language) {
  return status_in_words(shown_of(e, s), shown_words{language});
}

std::string picture_word(std::string_view english, std::string_view language) {
  if (language.starts_with("fr"))
    for (auto const& [en, fr] : words_of_pictures)
      if (en == english) return std::string{fr};
  return std::string{english};
}

std::vector<std::size_t> counts_along(picture const& p, std::vector<std::uint32_t> const& events, double from, double to, std::size_t n) {
  std::vector<std::size_t> counts(n, 0);
  auto const last = p.days.size() - 1;
  for (auto const at : events) {
    auto const* const s = p.events[at].at(last);
    auto const extent = s ? extent_of(s->bars) : std::nullopt;
    if (!extent) continue;
    auto const share = (extent->from - from) / (to - from);
    if (share >= 0 && share < 1) ++counts[std::min(n - 1, static_cast<std::size_t>(share * static_cast<double>(n)))];
  }
  return counts;
}

}  // namespace sinedie::detail
