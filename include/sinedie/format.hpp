// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Formatters for fmt: every value that has a word, an id or a spelling prints as that, with fmt's options for strings.
///
///     fmt::format("{:>8} {}", truth::maybe, time::dating{"2025-02"});   // "   maybe 2025-02"
///
/// A dating has three forms, told by what stands last in its braces, behind fill, alignment, width and precision:
///
///     fmt::format("{}", d);       // short: the expression as it was stated: ~2004-~06-11
///     fmt::format("{:e}", d);     // EDTF: the canonical spelling: 2004-06~-11
///     fmt::format("{:w}", d);     // in words: 11 June 2004 (approximate: year, month)
///     fmt::format("{:wfr}", d);   // in French: 11 juin 2004 (approximatif : année, mois)
///     fmt::format("{:*>30w}", d)
///
/// In no umbrella but the last. Included is fmt's lighter header, which is enough for `fmt::format` and `fmt::print`; for the rest of
/// fmt include `fmt/format.h`.

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include <sinedie/error.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/vocabulary.hpp>
#include <sinedie/time/comparison.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/dual_date.hpp>
#include <sinedie/time/dual_year.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/time/qualifiers.hpp>
#include <sinedie/time/span.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/time/stated_date.hpp>
#include <sinedie/time/truth.hpp>
#include <sinedie/time/words.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie::detail {

/// Throws `fmt::format_error`; where a format is checked while compiling, an error of the compiler's.
[[noreturn]] void refuse_format(char const* why);

/// Formats what `spelled` makes a string of.
template <typename T>
struct word_formatter : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(T const& value, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(to_string(value), context);
  }
};

}  // namespace sinedie::detail

template <>
struct fmt::formatter<sinedie::truth> : sinedie::detail::word_formatter<sinedie::truth> {};
template <>
struct fmt::formatter<sinedie::status> : sinedie::detail::word_formatter<sinedie::status> {};
template <>
struct fmt::formatter<sinedie::flag> : sinedie::detail::word_formatter<sinedie::flag> {};
template <>
struct fmt::formatter<sinedie::errc> : sinedie::detail::word_formatter<sinedie::errc> {};
template <>
struct fmt::formatter<sinedie::relation_kind> : sinedie::detail::word_formatter<sinedie::relation_kind> {};
template <>
struct fmt::formatter<sinedie::time::datedness> : sinedie::detail::word_formatter<sinedie::time::datedness> {};
template <>
struct fmt::formatter<sinedie::time::precision> : sinedie::detail::word_formatter<sinedie::time::precision> {};
template <>
struct fmt::formatter<sinedie::time::component> : sinedie::detail::word_formatter<sinedie::time::component> {};
template <>
struct fmt::formatter<sinedie::time::stated_as> : sinedie::detail::word_formatter<sinedie::time::stated_as> {};
template <>
struct fmt::formatter<sinedie::time::allen> : sinedie::detail::word_formatter<sinedie::time::allen> {};

template <sinedie::detail::worded Enum>
struct fmt::formatter<Enum> : sinedie::detail::word_formatter<Enum> {};

template <typename Kind>
struct fmt::formatter<sinedie::basic_id<Kind>> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::basic_id<Kind> const& id, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(id.str(), context);
  }
};

/// `{}` as it was stated, `{:e}` canonical EDTF, `{:w}` or `{:wen}` in English words, `{:wfr}` in French ones. A width or precision
/// that is itself an argument goes with the first form only.
template <>
struct fmt::formatter<sinedie::time::dating> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  constexpr auto parse(Context& context) {
    auto const begin = context.begin();
    auto const length = static_cast<std::size_t>(context.end() - begin);
    std::size_t end = 0;
    while (end < length && begin[end] != '}' && begin[end] != '{') ++end;
    std::size_t const letters = take_form(std::string_view{begin == context.end() ? nullptr : &*begin, end});
    if (letters == 0) return fmt::formatter<fmt::string_view>::parse(context);
    if (end < length && begin[end] == '{') sinedie::detail::refuse_format("a width that is an argument goes with {} only");
    fmt::format_parse_context before{fmt::string_view{&*begin, end - letters}};
    static_cast<void>(fmt::formatter<fmt::string_view>::parse(before));
    return begin + static_cast<std::ptrdiff_t>(end);
  }
  template <typename Context>
  auto format(sinedie::time::dating const& d, Context& context) const {
    using base = fmt::formatter<fmt::string_view>;
    if (form_ == form::stated) return base::format(d.text(), context);
    if (form_ == form::edtf) return base::format(d.canonical(), context);
    return base::format(sinedie::time::in_words(d, form_ == form::french ? sinedie::time::tongue::french : sinedie::time::tongue::english),
                        context);
  }

 private:
  enum class form : unsigned char { stated, edtf, english, french };
  form form_ = form::stated;

  /// The length of the letters that name a form at the end of a specification.
  constexpr std::size_t take_form(std::string_view specification) {
    if (specification.ends_with("wfr")) return form_ = form::french, 3;
    if (specification.ends_with("wen")) return form_ = form::english, 3;
    if (specification.ends_with('w')) return form_ = form::english, 1;
    if (specification.ends_with('e')) return form_ = form::edtf, 1;
    return 0;
  }
};

template <>
struct fmt::formatter<sinedie::time::dual_date> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::dual_date const& d, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(d.text(), context);
  }
};

template <>
struct fmt::formatter<sinedie::time::dual_year> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::dual_year const& d, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(d.text(), context);
  }
};

/// `Z`, `+03:00`; nothing where it isn't stated.
template <>
struct fmt::formatter<sinedie::time::clock_offset> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::clock_offset clock, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(to_string(clock), context);
  }
};

template <>
struct fmt::formatter<sinedie::time::duration> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::duration const& d, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(d.text(), context);
  }
};

/// `YYYY-MM-DDTHH:MM:SS`; the unbounded ends as `..`, as EDTF writes what is open.
template <>
struct fmt::formatter<sinedie::time::instant> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::instant i, Context& context) const {
    std::string const text = i.is_bounded() ? sinedie::time::to_second_string(i) : "..";
    return fmt::formatter<fmt::string_view>::format(text, context);
  }
};

/// Both ends as EDTF writes an interval: days where it is of whole days, else seconds; `..` where it is unbounded.
template <>
struct fmt::formatter<sinedie::time::span> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::time::span s, Context& context) const {
    auto const end = [](sinedie::time::instant i, bool last) {
      return i.is_bounded() ? sinedie::time::to_bound_string(i, last) : std::string{".."};
    };
    return fmt::formatter<fmt::string_view>::format(end(s.first(), false) + '/' + end(s.last(), true), context);
  }
};

template <>
struct fmt::formatter<sinedie::query> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(sinedie::query const& q, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(q.text(), context);
  }
};

#if !defined(SINEDIE_COMPILED)
#include <sinedie/format-inl.hpp>
#endif
