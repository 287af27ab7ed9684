// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/time/detail/edtf.hpp>
#include <sinedie/time/detail/edtf_marks.hpp>

namespace sinedie::detail {

SINEDIE_INLINE problem to_problem(std::string_view text, edtf_failure const& why) {
  problem p;
  p.code = why.code;
  p.offset = why.offset;
  p.expected = why.expected;
  if (why.offset < text.size()) {
    auto const character = utf8_step_at(text, why.offset);
    p.found = text.substr(why.offset, character.length);
    if (!character.valid) p.code = errc::bad_encoding;
  }
  p.message = quoted(text) + " isn't a date: " + why.why;
  if (why.code != errc::empty) p.message += " (at byte " + std::to_string(why.offset) + "; expected " + why.expected + ')';
  return p;
}

/// Writes an expression in its canonical form.
class edtf_printer {
 public:
  explicit edtf_printer(std::string_view source) noexcept : source_{source} {}

  std::string expression(edtf_expression const& e) {
    if (e.kind == edtf_kind::date) {
      date(e.first);
    } else if (e.kind == edtf_kind::interval) {
      end(e.from, e.first);
      out_ += '/';
      end(e.to, e.last);
    } else {
      out_ += e.kind == edtf_kind::one_of ? '[' : '{';
      for (std::size_t i = 0; i < e.members.size(); ++i) {
        if (i != 0) out_ += ',';
        edtf_member const& m = e.members[i];
        if (m.from == edtf_end::date) date(m.first);
        if (m.range) out_ += "..";
        if (m.range && m.to == edtf_end::date) date(m.last);
      }
      out_ += e.kind == edtf_kind::one_of ? ']' : '}';
    }
    return std::move(out_);
  }

 private:
  std::string_view source_;
  std::string out_;

  void end(edtf_end kind, edtf_date const& d) {
    if (kind == edtf_end::open) out_ += "..";
    if (kind == edtf_end::date) date(d);
  }

  void digits(std::int64_t value, unsigned mask, unsigned width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    for (unsigned i = 0; i < width; ++i)
      if ((mask >> (width - 1 - i) & 1U) != 0) text[i] = 'X';
    out_ += text;
  }

  void qualify(std::uint8_t q) {
    if (q != 0) out_ += q == 3 ? '%' : q == edtf_uncertain ? '?' : '~';
  }

  void date(edtf_date const& d) {
    std::size_t const parts = d.has_day ? 3 : d.has_month ? 2 : 1;
    auto const marks = fewest_marks({d.quality, parts});
    auto const part = [&](std::size_t i, std::int64_t value, unsigned mask, unsigned width, bool signed_) {
      qualify(marks.left[i]);
      if (i == 0 && d.lettered) out_ += 'Y';
      if (signed_) out_ += '-';
      digits(value, mask, width);
      if (i == 0 && d.exponent != 0) out_ += 'E' + std::to_string(d.exponent);
      if (i == 0 && d.significant != 0) out_ += 'S' + std::to_string(d.significant);
      qualify(marks.right[i]);
    };
    part(0, d.mantissa, d.year_mask, d.lettered ? 0 : 4, d.negative);
    if (d.has_month) out_ += '-', part(1, d.month, d.month_mask, 2, false);
    if (d.has_day) out_ += '-', part(2, d.day, d.day_mask, 2, false);
    if (d.hour >= 0) time(d);
  }

  void time(edtf_date const& d) {
    out_ += 'T';
    digits(d.hour, 0, 2);
    if (d.minute >= 0) out_ += ':', digits(d.minute, 0, 2);
    if (d.second >= 0) out_ += ':', digits(d.second, 0, 2);
    if (d.fraction != 0) out_ += '.', out_ += source_.substr(d.fraction, d.fraction_end - d.fraction);
    if (d.zone == edtf_zone::utc) out_ += 'Z';
    if (d.zone == edtf_zone::offset) {
      int const minutes = d.offset < 0 ? -d.offset : d.offset;
      out_ += d.offset < 0 ? '-' : '+';
      digits(minutes / 60, 0, 2);
      out_ += ':';
      digits(minutes % 60, 0, 2);
    }
  }
};

SINEDIE_INLINE std::string canonical_edtf(std::string_view text, edtf_expression const& e) { return edtf_printer{text}.expression(e); }

[[nodiscard]] inline unsigned edtf_level_of(edtf_date const& d) noexcept {
  if (d.has_time() && (d.second < 0 || d.fraction != 0)) return beyond_edtf;
  if (d.exponent != 0 || d.significant != 0 || d.month > 24) return 2;
  int const parts = d.has_day ? 2 : d.has_month ? 1 : 0;
  for (int i = 1; i <= parts; ++i)
    if (d.quality[i] != d.quality[0]) return 2;
  unsigned const level = d.lettered || d.negative || d.divided() || d.quality[0] != 0 ? 1 : 0;
  if (!d.masked()) return level;
  // Level 1 leaves whole components unspecified from the right, or one or two digits of a year that stands alone.
  bool const day = d.has_day && d.day_mask == 3 && d.year_mask == 0 && (d.month_mask == 0 || d.month_mask == 3);
  bool const month = !d.has_day && d.has_month && d.month_mask == 3 && d.year_mask == 0;
  bool const year = !d.has_month && (d.year_mask == 1 || d.year_mask == 3);
  return day || month || year ? 1 : 2;
}

SINEDIE_INLINE unsigned edtf_level(edtf_expression const& e) noexcept {
  if (e.kind == edtf_kind::one_of || e.kind == edtf_kind::all_of) {
    unsigned level = 2;
    for (auto const& m : e.members) {
      if (m.from == edtf_end::date) level = std::max(level, edtf_level_of(m.first));
      if (m.range && m.to == edtf_end::date) level = std::max(level, edtf_level_of(m.last));
    }
    return level;
  }
  bool const lasts = e.kind == edtf_kind::interval;
  unsigned level = lasts && (e.from != edtf_end::date || e.to != edtf_end::date) ? 1 : 0;
  auto const add = [&](edtf_date const& d) { level = std::max(level, lasts && d.has_time() ? beyond_edtf : edtf_level_of(d)); };
  if (e.from == edtf_end::date) add(e.first);
  if (lasts && e.to == edtf_end::date) add(e.last);
  return level;
}

}  // namespace sinedie::detail
