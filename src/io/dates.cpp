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
#include <sinedie/time/dual_year.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/time/words.hpp>

#include "ascii.hpp"
#include "json_writer.hpp"
#include "shown.hpp"

namespace sinedie {

namespace {

/// What it is where it is anything, else null.
void put(detail::json_writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) out.null();
  else out.string(text);
}

[[nodiscard]] std::string earliest(time::dating const& d) { return time::to_start_string(d.start_min(), false, d); }
[[nodiscard]] std::string latest(time::dating const& d) { return time::to_end_string(d.end_max(), true, d); }
[[nodiscard]] std::string or_dash(std::string text) { return text.empty() ? "–" : text; }
[[nodiscard]] std::string_view precision(time::dating const& d) { return d.precision() ? to_string(*d.precision()) : std::string_view{}; }

[[nodiscard]] std::string_view french_precision(time::dating const& d) {
  constexpr std::array<std::string_view, 7> words{"seconde", "minute", "heure", "jour", "mois", "saison", "année"};
  return d.precision() ? words[static_cast<std::size_t>(*d.precision())] : std::string_view{};
}

/// The few words that outputs tell errors by; messages tell more.
[[nodiscard]] std::string_view code_of(problem const& why) noexcept {
  switch (why.code) {
    case errc::out_of_range: return "out_of_range";
    case errc::too_long: case errc::limit: return "limit_exceeded";
    case errc::bad_encoding: return "bad_encoding";
    default: return "bad_date";
  }
}

void put_error(detail::json_writer& out, problem const& why) {
  out.key("error").open_object().key("code").string(code_of(why)).key("offset");
  if (why.offset) out.number(static_cast<std::uint64_t>(*why.offset));
  else out.null();
  out.key("found").string(why.found).key("expected").string(why.expected).close();
}

/// Whether this is meant as a dual date: a day, a stroke, and the name of a month somewhere. EDTF has neither.
[[nodiscard]] bool is_dual(std::string_view text) noexcept {
  std::size_t digits = 0;
  while (digits < text.size() && detail::is_digit(text[digits])) ++digits;
  auto const stroke = text.find('/');
  if (digits < 1 || digits > 2 || stroke == std::string_view::npos) return false;
  if (text.substr(0, stroke).find('-') != std::string_view::npos) return false;
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size() && run < 3; ++i) run = detail::is_letter(text[i]) ? run + 1 : 0;
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
    std::string const unit{french ? french_precision(*d) : precision(*d)};
    std::vector<std::string> cells{inputs[i],           time::in_words(*d, tongue), or_dash(earliest(*d)),
                                   or_dash(latest(*d)), or_dash(unit),              d->level() ? std::to_string(*d->level()) : "–"};
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
  auto const q = d.qualifiers();
  out.open_object();
  for (auto const c : time::all_components) put_qualifiers(out.key(to_string(c)), q.uncertain(c), q.approximate(c));
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
    auto const read = [](auto const& dual) { return dual ? result<time::dating>{dual->to_dating()} : result<time::dating>{dual.error()}; };
    auto const second = text.substr(text.find('/') + 1);
    bool const years = !second.empty() && std::all_of(second.begin(), second.end(), detail::is_digit);
    return years ? read(time::dual_year::try_parse(text)) : read(time::dual_date::try_parse(text));
  }
  return how.country() != nullptr ? time::try_dating_in(*how.country(), text) : time::dating::try_parse(text, how.calendar());
}

std::string date_json(std::string_view input, written_in how) {
  std::string text;
  detail::json_writer out{text, static_cast<std::size_t>(-1) / 2};
  auto const d = try_read_date(input, how);
  out.open_object().key("input").string(input).key("valid").boolean(d.has_value());
  out.key("level");
  if (d && d->level()) out.number(*d->level());
  else out.null();
  put(out, "canonical", d ? d->canonical() : std::string{});
  put(out, "precision", d ? precision(*d) : std::string_view{});
  put_qualifiers(out.key("qualifiers"), d && d->uncertain(), d && d->approximate());
  out.key("components");
  if (d) put_components(out, *d);
  else out.null();
  put(out, "earliest", d ? earliest(*d) : std::string{});
  put(out, "latest", d ? latest(*d) : std::string{});
  if (d) {
    out.key("error").null();
    // What only some expressions have: what other calendars have to do with it.
    if (two_calendars(d, how)) {
      out.key("calendar").string(word(d->stated_in()));
      if (how.country() != nullptr) out.key("country").string(how.country()->code);
      auto const dual = both_dates(*d, time::tongue::english);
      if (dual) out.key("dual").string(dual->text());
    }
  } else {
    put_error(out, d.error());
  }
  out.close();
  return text;
}

std::string comparison_json(std::string_view a, problem const& why, time::dating const& b) {
  std::string text;
  detail::json_writer out{text, static_cast<std::size_t>(-1) / 2};
  out.open_object().key("a").string(a).key("b").string(b.text());
  for (auto const* const answer : {"relations", "precedes", "intersects", "same_day"}) out.key(answer).null();
  put_error(out, why);
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
