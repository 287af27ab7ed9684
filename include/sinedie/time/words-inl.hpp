// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <utility>
#include <vector>

#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/words.hpp>

namespace sinedie::detail {

/// A date in words, and whether it takes an article in French ("le printemps 2001", "les années 2010").
class date_teller {
 public:
  date_teller(std::string_view source, time::tongue in) noexcept : source_{source}, french_{in == time::tongue::french} {}

  /// As it stands alone: "around February 2025", "vers février 2025".
  [[nodiscard]] std::string alone(edtf_date const& d) const {
    auto const q = common_quality(d);
    std::string before;
    if (q == edtf_approximate) before = french_ ? "vers " : "around ";
    if (q == edtf_uncertain) before = french_ ? "peut-être " : "perhaps ";
    if (q == 3) before = french_ ? "peut-être vers " : "perhaps around ";
    return before + bare(d) + by_part(d);
  }
  /// As a part of a sentence, with its article in French and what is uncertain behind it: "le 18 février 2025".
  [[nodiscard]] std::string noun(edtf_date const& d) const {
    if (!french_) return alone(d);
    auto text = bare(d);
    if (d.has_day && d.day_mask == 0) text.insert(0, "le ");
    auto const q = common_quality(d);
    if ((q & edtf_approximate) != 0) text += " environ";
    if ((q & edtf_uncertain) != 0) text += " (incertain)";
    return text + by_part(d);
  }

 private:
  std::string_view source_;
  bool french_;

  [[nodiscard]] static int last_part(edtf_date const& d) noexcept { return d.has_day ? 2 : d.has_month ? 1 : 0; }
  /// The qualifiers of the whole; none where its parts have different ones.
  [[nodiscard]] static std::uint8_t common_quality(edtf_date const& d) noexcept {
    for (int i = 1; i <= last_part(d); ++i)
      if (d.quality[i] != d.quality[0]) return 0;
    return d.quality[0];
  }
  [[nodiscard]] std::string by_part(edtf_date const& d) const {
    if (common_quality(d) == d.quality[0] && (d.quality[0] != 0 || same(d))) return {};
    constexpr std::array<std::array<std::string_view, 3>, 2> parts{{{"year", "month", "day"}, {"année", "mois", "jour"}}};
    std::string text;
    auto const list = [&](std::uint8_t bit, std::string_view title) {
      std::string named;
      for (int i = 0; i <= last_part(d); ++i)
        if ((d.quality[i] & bit) != 0) named.append(named.empty() ? "" : ", ").append(parts[french_ ? 1 : 0][static_cast<std::size_t>(i)]);
      if (!named.empty()) text.append(text.empty() ? " (" : "; ").append(title).append(named);
    };
    list(edtf_uncertain, french_ ? "incertain : " : "uncertain: ");
    list(edtf_approximate, french_ ? "approximatif : " : "approximate: ");
    return text.empty() ? text : text + ')';
  }
  [[nodiscard]] static bool same(edtf_date const& d) noexcept {
    for (int i = 1; i <= last_part(d); ++i)
      if (d.quality[i] != d.quality[0]) return false;
    return true;
  }

  [[nodiscard]] static std::string masked(std::int64_t digits, unsigned mask, unsigned width) {
    auto text = std::to_string(digits);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    for (unsigned i = 0; i < width; ++i)
      if ((mask >> (width - 1 - i) & 1U) != 0) text[i] = 'X';
    return text;
  }

  /// The year's number, with its era.
  [[nodiscard]] std::string numbered(std::int64_t year) const {
    if (year > 0) return std::to_string(year);
    return std::to_string(1 - year) + (french_ ? " av. J.-C." : " BC");
  }
  [[nodiscard]] std::string year(edtf_date const& d) const {
    std::string text;
    if (d.year_mask == 0) {
      text = numbered(d.year);
    } else if (d.year_mask == 15 && !d.negative) {
      text = french_ ? "une année inconnue" : "an unknown year";
    } else if (d.year_mask == 1 && !d.negative) {
      auto const decade = masked(d.mantissa, 0, 4);
      text = french_ ? "les années " + decade : "the " + decade + "s";
    } else if (d.year_mask == 3 && !d.negative) {
      auto const century = masked(d.mantissa, 0, 4);
      text = french_ ? "les années " + century + " à " + masked(d.mantissa + 99, 0, 4)
                     : "the years " + century + " to " + masked(d.mantissa + 99, 0, 4);
    } else {
      text = (french_ ? "une année de la forme " : "a year of the form ") + std::string{d.negative ? "-" : ""} +
             masked(d.mantissa, d.year_mask, 4);
    }
    if (d.significant != 0) {
      auto const count = std::to_string(d.significant);
      text += french_ ? " (" + count + " chiffres significatifs)" : " (to " + count + " significant digits)";
    }
    return text;
  }

  /// Joins a smaller part to a year: "of the 2010s", "de 2004".
  [[nodiscard]] std::string of(std::string const& whole) const {
    if (!french_) return " of " + whole;
    if (whole.starts_with("les ")) return " des " + whole.substr(4);
    if (whole.starts_with("le ")) return " du " + whole.substr(3);
    if (whole.starts_with("l'")) return " de " + whole;
    constexpr std::array<std::string_view, 6> elided{"avril", "août", "octobre", "une", "un ", "été"};
    for (auto const word : elided)
      if (whole.starts_with(word)) return " d'" + whole;
    return " de " + whole;
  }

  [[nodiscard]] std::string part_of_year(edtf_date const& d) const {
    constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};
    constexpr std::array<std::string_view, 4> saisons{"le printemps", "l'été", "l'automne", "l'hiver"};
    constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};
    constexpr std::array<std::string_view, 4> rangs{"premier", "deuxième", "troisième", "quatrième"};
    auto const n = static_cast<std::size_t>(d.month);
    auto const whole = year(d);
    bool const named = d.year_mask == 0;
    if (n < 33) {
      auto const at = (n - 21) % 4;
      std::string text{french_ ? saisons[at] : seasons[at]};
      text += named ? ' ' + whole : of(whole);
      if (n > 28) text += french_ ? " (hémisphère sud)" : " (southern hemisphere)";
      else if (n > 24) text += french_ ? " (hémisphère nord)" : " (northern hemisphere)";
      return text;
    }
    auto const first = n < 37 ? 33U : n < 40 ? 37U : 40U;
    auto const at = n - first;
    if (french_) {
      std::string text = "le " + std::string{rangs[at]} + (first == 33 ? " trimestre" : first == 37 ? " quadrimestre" : " semestre");
      return text + (named ? ' ' + whole : of(whole));
    }
    return "the " + std::string{ordinals[at]} + (first == 33 ? " quarter" : first == 37 ? " third" : " half") + " of " + whole;
  }

  [[nodiscard]] std::string month(edtf_date const& d) const {
    constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};
    constexpr std::array<std::string_view, 12> mois{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
    if (d.month_mask == 3) return french_ ? "un mois inconnu" : "an unknown month";
    if (d.month_mask != 0) return (french_ ? "un mois de la forme " : "a month of the form ") + masked(d.month, d.month_mask, 2);
    return std::string{(french_ ? mois : months)[static_cast<std::size_t>(d.month) - 1]};
  }

  [[nodiscard]] std::string bare(edtf_date const& d) const {
    if (!d.has_month) return year(d);
    if (d.divided()) return part_of_year(d);
    auto const whole = year(d);
    bool const plain = d.month_mask == 0 && d.year_mask == 0;
    auto text = month(d) + (plain ? ' ' + whole : of(whole));
    if (!d.has_day) return text;
    if (d.day_mask == 0) {
      text.insert(0, std::to_string(d.day) + (french_ && d.day == 1 ? "er" : "") + (d.month_mask == 0 ? " " : french_ ? " d'" : " of "));
    } else if (d.day_mask == 3) {
      text = (french_ ? "un jour inconnu" : "an unknown day") + of(text);
    } else {
      text = (french_ ? "un jour de la forme " : "a day of the form ") + masked(d.day, d.day_mask, 2) + of(text);
    }
    return d.hour < 0 ? text : text + time(d);
  }

  [[nodiscard]] std::string time(edtf_date const& d) const {
    std::string text = french_ ? " à " : " at ";
    text += masked(d.hour, 0, 2);
    if (d.minute >= 0) text += ':' + masked(d.minute, 0, 2);
    else text += french_ ? " h" : " o'clock";
    if (d.second >= 0) text += ':' + masked(d.second, 0, 2);
    if (d.fraction != 0) text.append(french_ ? "," : ".").append(source_.substr(d.fraction, d.fraction_end - d.fraction));
    if (d.zone == edtf_zone::utc) text += " UTC";
    if (d.zone == edtf_zone::offset) {
      int const minutes = d.offset < 0 ? -d.offset : d.offset;
      text += std::string{" (UTC"} + (d.offset < 0 ? '-' : '+') + masked(minutes / 60, 0, 2) + ':' + masked(minutes % 60, 0, 2) + ')';
    }
    return text;
  }
};

/// Whole expressions.
class expression_teller {
 public:
  expression_teller(std::string_view source, time::tongue in) noexcept : dates_{source, in}, french_{in == time::tongue::french} {}

  [[nodiscard]] std::string operator()(edtf_expression const& e) const {
    if (e.kind == edtf_kind::date) return dates_.alone(e.first);
    return e.kind == edtf_kind::interval ? interval(e) : list(e);
  }

 private:
  date_teller dates_;
  bool french_;

  /// After *from* or *to*, with what French makes of preposition and article.
  [[nodiscard]] std::string from(edtf_date const& d) const {
    auto const text = dates_.noun(d);
    if (!french_) return "from " + text;
    if (text.starts_with("les ")) return "des " + text.substr(4);
    if (text.starts_with("le ")) return "du " + text.substr(3);
    constexpr std::array<std::string_view, 4> elided{"avril", "août", "octobre", "un"};
    for (auto const word : elided)
      if (text.starts_with(word)) return "d'" + text;
    return "de " + text;
  }
  [[nodiscard]] std::string to(edtf_date const& d) const {
    auto const text = dates_.noun(d);
    if (!french_) return "to " + text;
    if (text.starts_with("les ")) return "aux " + text.substr(4);
    return text.starts_with("le ") ? "au " + text.substr(3) : "à " + text;
  }
  [[nodiscard]] std::string until(edtf_date const& d) const {
    auto const text = dates_.noun(d);
    if (!french_) return "until " + text;
    if (text.starts_with("les ")) return "jusqu'aux " + text.substr(4);
    if (text.starts_with("le ")) return "jusqu'au " + text.substr(3);
    return text.starts_with("l'") || text.starts_with("un") ? "jusqu'à " + text : "jusqu'en " + text;
  }

  [[nodiscard]] std::string interval(edtf_expression const& e) const {
    if (e.from == edtf_end::date && e.to == edtf_end::date) return from(e.first) + ' ' + to(e.last);
    auto const no_start = [&] {
      if (e.from == edtf_end::open) return french_ ? "sans début" : "without a beginning";
      return french_ ? "début inconnu" : "beginning unknown";
    };
    auto const no_end = [&] {
      if (e.to == edtf_end::open) return french_ ? "sans fin" : "without an end";
      return french_ ? "fin inconnue" : "end unknown";
    };
    if (e.from == edtf_end::date) return (french_ ? "depuis " : "since ") + dates_.noun(e.first) + ", " + no_end();
    if (e.to == edtf_end::date) return until(e.last) + ", " + no_start();
    return std::string{no_start()} + ", " + no_end();
  }

  [[nodiscard]] std::string member(edtf_member const& m, bool all) const {
    if (!m.range) return dates_.noun(m.first);
    std::string const joint = french_ ? (all ? " et" : " ou") : all ? " and" : " or";
    if (m.from == edtf_end::open) return dates_.noun(m.last) + joint + (french_ ? " plus tôt" : " earlier");
    if (m.to == edtf_end::open) return dates_.noun(m.first) + joint + (french_ ? " plus tard" : " later");
    return from(m.first) + ' ' + to(m.last);
  }
  [[nodiscard]] std::string list(edtf_expression const& e) const {
    bool const all = e.kind == edtf_kind::all_of;
    std::string text = french_ ? (all ? "chacune" : "une") : all ? "each" : "one";
    text += french_ ? " de ces dates : " : " of these dates: ";
    for (std::size_t i = 0; i < e.members.size(); ++i) text.append(i == 0 ? "" : "; ") += member(e.members[i], all);
    return text;
  }
};

}  // namespace sinedie::detail

namespace sinedie::time {

SINEDIE_INLINE std::string in_words(dating const& d, tongue in) {
  detail::edtf_expression e;
  detail::edtf_failure why;
  std::string text;
  if (detail::parse_edtf(d.text(), e, why)) text = detail::expression_teller{d.text(), in}(e);
  if (d.stated_in() == calendar::julian) text += in == tongue::french ? " (calendrier julien)" : " (Julian calendar)";
  if (d.stated_in() == calendar::unknown)
    text += in == tongue::french ? " (calendrier julien ou grégorien)" : " (Julian or Gregorian calendar)";
  return text;
}

SINEDIE_INLINE std::string_view no_date_in_words(bool yet, tongue in) noexcept {
  if (in == tongue::french) return yet ? "sans date pour l'instant" : "sans date";
  return yet ? "no date yet" : "no date";
}

}  // namespace sinedie::time
