// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/dates.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <sinedie/io/display.hpp>
#include <sinedie/time/dual_date.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/time/words.hpp>

#include "json_writer.hpp"
#include "shown.hpp"

namespace sinedie {

namespace {

void put_bound(detail::json_writer& out, time::instant i, bool is_end) {
  if (i.is_bounded()) out.string(time::to_bound_string(i, is_end));
  else out.null();
}

[[nodiscard]] std::string bound(time::instant i, bool is_end) { return i.is_bounded() ? time::to_bound_string(i, is_end) : "–"; }

/// Whether this is meant as a dual date: a day, a stroke, and the name of a month somewhere. EDTF has neither.
[[nodiscard]] bool is_dual(std::string_view text) noexcept {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t digits = 0;
  while (digits < text.size() && digit(text[digits])) ++digits;
  auto const stroke = text.find('/');
  if (digits < 1 || digits > 2 || stroke == std::string_view::npos) return false;
  if (text.substr(0, stroke).find('-') != std::string_view::npos) return false;
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size() && run < 3; ++i) run = letter(text[i]) ? run + 1 : 0;
  return run == 3;
}

/// Both dates of the one day on which all readings lie, where there is one that both calendars can tell.
[[nodiscard]] std::optional<time::dual_date> both_dates(time::dating const& d, time::tongue in) {
  if (!d.start_min().is_bounded() || !d.end_max().is_bounded()) return std::nullopt;
  auto const day = detail::floor_div(d.start_min().seconds(), 86400);
  auto const year = time::civil_from_days(day, time::calendar::julian).year;
  if (detail::floor_div(d.end_max().seconds(), 86400) != day || year < 1 || time::civil_from_days(day).year > 9999) return std::nullopt;
  return time::dual_date::of(day, in);
}

/// Whether another calendar than the Gregorian has to do with it.
[[nodiscard]] bool two_calendars(result<time::dating> const& d, written_in const& how) noexcept {
  return how.country() != nullptr || how.calendar() != time::calendar::gregorian || (d && d->stated_in() != time::calendar::gregorian);
}

[[nodiscard]] table told(std::span<std::string const> inputs, written_in in, showing const& how) {
  bool const french = how.language == "fr";
  auto const tongue = time::to_tongue(how.language);
  std::vector<result<time::dating>> read;
  bool both = false;
  for (auto const& input : inputs) {
    read.push_back(try_read_date(input, in));
    both = both || two_calendars(read.back(), in);
  }
  std::vector<column> columns{{"expression", 10},
                              {french ? "sens" : "meaning", 20},
                              {french ? "au plus tôt" : "earliest", 10},
                              {french ? "au plus tard" : "latest", 10},
                              {french ? "précision" : "precision", 9},
                              {french ? "niveau" : "level", 5, false, true}};
  if (both) columns.push_back({french ? "ancien et nouveau style" : "Old and New Style", 18});
  table made{std::move(columns)};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto const& d = read[i];
    if (!d) {
      made.row({inputs[i], d.error().message}, emphasis::warning);
      continue;
    }
    std::vector<std::string> cells{inputs[i], time::in_words(*d, tongue), bound(d->start_min(), false), bound(d->end_max(), true),
                                   std::string{to_string(d->precision())}, std::to_string(d->level())};
    if (both) {
      auto const dual = both_dates(*d, tongue);
      cells.push_back(dual ? dual->text() : "–");
    }
    made.row(std::move(cells));
  }
  return made;
}

void put_qualifiers(detail::json_writer& out, bool uncertain, bool approximate) {
  out.open_array();
  if (uncertain) out.string("uncertain");
  if (approximate) out.string("approximate");
  out.close();
}

void put_components(detail::json_writer& out, time::dating const& d) {
  out.open_object();
  for (bool const end : {false, true}) {
    auto const q = end ? d.end_qualifiers() : d.start_qualifiers();
    out.key(end ? "end" : "start").open_object();
    for (auto const c : time::all_components)
      if (q.any(c)) put_qualifiers(out.key(to_string(c)), q.uncertain(c), q.approximate(c));
    out.close();
  }
  out.close();
}

[[nodiscard]] std::string_view word(time::calendar c) noexcept {
  return c == time::calendar::gregorian ? "gregorian" : c == time::calendar::julian ? "julian" : "unknown";
}

[[nodiscard]] std::string_view word(truth t, bool french) {
  if (!french) return to_string(t);
  return t == truth::yes ? "oui" : t == truth::maybe ? "peut-être" : "non";
}

/// The text, with its calendar where that isn't the Gregorian.
[[nodiscard]] std::string named(time::dating const& d, bool french) {
  std::string text{d.text()};
  if (d.stated_in() == time::calendar::julian) text += french ? " (julien)" : " (Julian)";
  if (d.stated_in() == time::calendar::unknown) text += french ? " (julien ou grégorien)" : " (Julian or Gregorian)";
  return text;
}

[[nodiscard]] table related(time::dating const& a, time::dating const& b, time::margin wider, showing const& how) {
  bool const french = how.language == "fr";
  constexpr std::array<std::string_view, 13> relations{"avant",       "rencontre",       "chevauche",     "commence",  "pendant",
                                                       "termine",     "égal",            "après",         "rencontré par",
                                                       "chevauché par", "commencé par", "contient", "terminé par"};
  auto const c = time::compare(a, b, wider);
  table made{{{named(a, french), 12}, {named(b, french), 6}}};
  for (std::size_t r = 0; r < time::allen_words.size(); ++r) {
    auto const answer = c.of(static_cast<time::allen>(r));
    if (answer == truth::no) continue;
    std::string name{french ? relations[r] : time::allen_words[r]};
    std::replace(name.begin(), name.end(), '_', ' ');
    made.row({std::move(name), std::string{word(answer, french)}}, answer == truth::yes ? emphasis::strong : emphasis::none);
  }
  made.row({french ? "précède" : "precedes", std::string{word(c.precedes(), french)}});
  made.row({french ? "se recoupent" : "intersects", std::string{word(c.intersects(), french)}});
  made.row({french ? "même jour" : "same day", std::string{word(c.same_day(), french)}});
  return made;
}


}  // namespace

result<time::dating> try_read_date(std::string_view text, written_in how) {
  if (is_dual(text)) {
    auto const dual = time::dual_date::try_parse(text);
    if (!dual) return dual.error();
    return dual->to_dating();
  }
  return how.country() != nullptr ? time::try_dating_in(*how.country(), text) : time::dating::try_parse(text, how.calendar());
}

std::string date_json(std::string_view input, written_in how) {
  std::string text;
  detail::json_writer out{text, static_cast<std::size_t>(-1) / 2};
  auto const d = try_read_date(input, how);
  out.open_object().key("input").string(input).key("valid").boolean(d.has_value());
  out.key("level");
  if (d) out.number(d->level());
  else out.null();
  out.key("canonical");
  if (d) out.string(d->canonical());
  else out.null();
  out.key("precision");
  if (d) out.string(to_string(d->precision()));
  else out.null();
  put_qualifiers(out.key("qualifiers"), d && d->uncertain(), d && d->approximate());
  put_bound(out.key("earliest"), d ? d->start_min() : time::instant::past(), false);
  put_bound(out.key("latest"), d ? d->end_max() : time::instant::future(), true);
  out.key("error");
  if (d) {
    out.null();
    // What only some expressions have: which components are doubtful, and what other calendars have to do with it.
    if (d->qualifiers().any()) put_components(out.key("components"), *d);
    if (two_calendars(d, how)) {
      out.key("calendar").string(word(d->stated_in()));
      if (how.country() != nullptr) out.key("country").string(how.country()->code);
      auto const dual = both_dates(*d, time::tongue::english);
      if (dual) out.key("dual").string(dual->text());
    }
  } else {
    auto const& why = d.error();
    out.open_object().key("code").string(to_string(why.code)).key("offset");
    if (why.offset) out.number(static_cast<std::uint64_t>(*why.offset));
    else out.null();
    out.key("found").string(why.found).key("expected").string(why.expected).close();
  }
  out.close();
  return text;
}

std::string comparison_json(time::dating const& a, time::dating const& b, time::margin wider) {
  std::string text;
  detail::json_writer out{text, static_cast<std::size_t>(-1) / 2};
  auto const c = time::compare(a, b, wider);
  out.open_object().key("a").string(a.text()).key("b").string(b.text()).key("relations").open_object();
  for (std::size_t r = 0; r < time::allen_words.size(); ++r)
    out.key(time::allen_words[r]).string(to_string(c.of(static_cast<time::allen>(r))));
  out.close().key("precedes").string(to_string(c.precedes())).key("intersects").string(to_string(c.intersects()));
  out.key("same_day").string(to_string(c.same_day()));
  if (a.stated_in() != time::calendar::gregorian || b.stated_in() != time::calendar::gregorian)
    out.key("calendars").open_object().key("a").string(word(a.stated_in())).key("b").string(word(b.stated_in())).close();
  out.close();
  return text;
}

std::string dates_table(std::span<std::string const> inputs, written_in in, showing const& how) {
  return told(inputs, in, how).text(detail::width_of(how), detail::style_of(how));
}
std::string dates_markdown(std::span<std::string const> inputs, written_in in, showing const& how) {
  return told(inputs, in, how).markdown();
}
std::string comparison_table(time::dating const& a, time::dating const& b, time::margin wider, showing const& how) {
  return related(a, b, wider, how).text(detail::width_of(how), detail::style_of(how));
}
std::string comparison_markdown(time::dating const& a, time::dating const& b, time::margin wider, showing const& how) {
  return related(a, b, wider, how).markdown();
}

}  // namespace sinedie
