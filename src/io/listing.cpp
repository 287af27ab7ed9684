// SPDX-License-Identifier: BSL-1.0
// Events as a newspaper would list them: when on the left, what, who, where and how far on the right.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/chronology/words.hpp>
#include <sinedie/time/spell.hpp>

#include "shown.hpp"

namespace sinedie::detail {

namespace {

constexpr std::string_view gap = "  ";

/// A limit in words; to the second where it is finer than a day.
[[nodiscard]] std::string limit_in_words(time::instant i, bool is_end, shown_words const& say) {
  auto const exact = time::to_bound_string(i, is_end);
  return exact.find('T') == std::string::npos ? chronology::day_words(i, say.language()) : exact;
}

/// `text`, sanitized, on lines of that width; what breaks its own lines doesn't break these.
void append_wrapped(std::vector<std::string>& lines, std::string_view text, std::size_t width) {
  for (auto& line : wrapped(sanitized(text), width)) lines.push_back(std::move(line));
}

[[nodiscard]] std::string painted(std::string const& text, std::string_view colour) {
  return colour.empty() || text.empty() ? text : std::string{colour} + text + "\x1b[0m";
}

}  // namespace

std::vector<std::string> when_lines(shown_event const& e, shown_words const& say) {
  auto const with = [&](std::string_view before, std::string const& what) { return std::string{say(before)} + ' ' + what; };
  if (!e.stated.empty()) {
    auto text = e.stated_in_words;
    if (e.has("inferred")) text += " (" + std::string{say("inferred")} + ')';
    return {text};
  }
  std::vector<std::string> lines{std::string{say(e.has("no_date_yet")     ? "no date yet"
                                                 : e.has("date_unstated") ? "date not stated"
                                                 : e.has("never_dated")   ? "never had a date"
                                                                          : "no date")}};
  if (!e.expected.empty()) lines.push_back(with("expected", e.expected_in_words));
  bool const after = e.limits.start_min.is_bounded(), before = e.limits.end_max.is_bounded();
  if (after && before) {
    lines.push_back(with("between", limit_in_words(e.limits.start_min, false, say)) + ' ' +
                    with("and", limit_in_words(e.limits.end_max, true, say)));
  } else if (after) {
    lines.push_back(with("not before", limit_in_words(e.limits.start_min, false, say)));
  } else if (before) {
    lines.push_back(with("not after", limit_in_words(e.limits.end_max, true, say)));
  } else if (e.limits.start_max.is_bounded()) {
    lines.push_back(with("begun by", limit_in_words(e.limits.start_max, true, say)));
  }
  return lines;
}

std::string listing_text(std::vector<shown_event> const& events, shown_words const& say, std::size_t width, style how, bool with_ids) {
  auto const left = std::clamp<std::size_t>(width * 3 / 10, 12, 32);
  auto const right = width - by_convention_mark.size() - left - gap.size();
  bool any = false;
  std::string text;
  for (auto const& e : events) {
    std::vector<std::string> when, what;
    for (auto const& line : when_lines(e, say)) append_wrapped(when, line, left);
    auto const headline = (e.title.empty() ? e.id : e.title) + (with_ids && !e.title.empty() ? " [" + e.id + ']' : "");
    append_wrapped(what, headline, right);
    auto const headlines = what.size();
    std::string rest;
    for (auto const& part : {parties_in_words(e), venues_in_words(e, say), status_in_words(e, say)})
      if (!part.empty()) rest += (rest.empty() ? "" : " · ") + part;
    if (!rest.empty()) append_wrapped(what, rest, right);

    any = any || e.by_convention;
    bool const coloured = how == style::coloured;
    bool const loud = e.has("no_date_yet") || e.has("overdue") || e.has("contradictory");
    for (std::size_t i = 0; i < std::max(when.size(), what.size()); ++i) {
      auto const date = i < when.size() ? when[i] : std::string{};
      auto const said = i < what.size() ? what[i] : std::string{};
      std::string line{i == 0 && e.by_convention ? by_convention_mark : std::string_view{"  "}};
      line += painted(date, !coloured ? "" : loud ? "\x1b[33m" : e.occurs == truth::no ? "\x1b[2m" : "");
      if (!said.empty()) {
        line.append(left - std::min(left, display_width(date)), ' ').append(gap);
        line += painted(said, !coloured ? "" : i < headlines ? "\x1b[1m" : e.occurs == truth::no ? "\x1b[2m" : "");
      }
      text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
  }
  if (any) {
    text += '\n';
    for (auto const& line : wrapped(std::string{by_convention_mark} + std::string{say(convention_note)}, width)) text += line + '\n';
  }
  return text;
}

}  // namespace sinedie::detail
