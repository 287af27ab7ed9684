// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a reader of the timeline must know about an entry beside its date: that it has none yet, that sources clash, ...
///
/// A flag is a fact about one event on the day of knowledge, never an opinion: each has one definition (docs/concepts.md), and
/// each is also a query of its own, `overdue` as text and `where::has(flag::overdue)` in C++. An undated event has `undated`
/// and, where its status is known, exactly one of the three that follow it.
///
///     flags const marks{flag::overdue, flag::undated};
///     marks.has(flag::overdue);          // true
///     for (flag f : marks) to_string(f); // "undated", then "overdue": in the order of the enumeration

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

enum class flag : std::uint8_t {
  undated,         ///< nobody stated a date
  no_date_yet,     ///< planned and undated: *sine die*
  date_unstated,   ///< held or under way, and undated
  never_dated,     ///< doesn't occur, and undated
  expected,        ///< has an expected window
  derived,         ///< has limits that come from elsewhere than its own date
  approximate,     ///< its date is qualified by `~` or `%`
  uncertain,       ///< its date is qualified by `?` or `%`
  inferred,        ///< its date was inferred by somebody
  postponed,       ///< its date was put off without a new one
  moved,           ///< has had another date
  overdue,         ///< planned, and its latest possible start is before the day of knowledge
  presumed,        ///< a planned value stands to which nobody has testified
  maybe_known,     ///< rests on a report that may not have been published yet
  disputed,        ///< testimonies clash
  denied_by_some,  ///< somebody denies it, without prevailing
  unconfirmed,     ///< each chain of citation ends in unnamed sources
  contradictory,   ///< takes part in a contradiction
};

inline constexpr std::array<std::string_view, 18> flag_words{
    "undated",     "no_date_yet", "date_unstated", "never_dated",    "expected",    "derived",
    "approximate", "uncertain",   "inferred",      "postponed",      "moved",       "overdue",
    "presumed",    "maybe_known", "disputed",      "denied_by_some", "unconfirmed", "contradictory"};

[[nodiscard]] constexpr std::string_view to_string(flag f) noexcept { return flag_words[static_cast<std::size_t>(f)]; }

/// The flag of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<flag> to_flag(std::string_view word) noexcept {
  for (std::size_t i = 0; i < flag_words.size(); ++i)
    if (flag_words[i] == word) return static_cast<flag>(i);
  return std::nullopt;
}

/// The same for text from outside: `errc::unknown_word` names the value and the nearest flags.
[[nodiscard]] result<flag> try_parse_flag(std::string_view word);

/// A set of flags.
class flags {
 public:
  /// In the order of the enumeration.
  class iterator {
   public:
    using value_type = flag;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() noexcept = default;
    constexpr explicit iterator(std::uint32_t left) noexcept : left_{left} {}
    [[nodiscard]] constexpr flag operator*() const noexcept { return static_cast<flag>(std::countr_zero(left_)); }
    constexpr iterator& operator++() noexcept {
      left_ &= left_ - 1;
      return *this;
    }
    constexpr iterator operator++(int) noexcept {
      auto const before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator, iterator) noexcept = default;

   private:
    std::uint32_t left_ = 0;
  };
  using value_type = flag;

  constexpr flags() noexcept = default;
  constexpr flags(std::initializer_list<flag> list) noexcept {
    for (flag const f : list) set(f);
  }

  [[nodiscard]] constexpr bool has(flag f) const noexcept { return (bits_ & bit(f)) != 0; }
  constexpr flags& set(flag f, bool on = true) noexcept {
    bits_ = on ? bits_ | bit(f) : bits_ & ~bit(f);
    return *this;
  }

  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(std::popcount(bits_)); }
  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator{bits_}; }
  [[nodiscard]] constexpr iterator end() const noexcept { return iterator{}; }
  /// Bit n stands for the n-th enumerator.
  [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }

  [[nodiscard]] friend constexpr flags operator|(flags a, flags b) noexcept { return a.bits_ |= b.bits_, a; }
  [[nodiscard]] friend constexpr flags operator&(flags a, flags b) noexcept { return a.bits_ &= b.bits_, a; }
  friend constexpr bool operator==(flags, flags) noexcept = default;

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(flag f) noexcept { return std::uint32_t{1} << static_cast<unsigned>(f); }
  std::uint32_t bits_ = 0;
};

/// The set of all flags there are.
inline constexpr flags all_flags = [] {
  flags all;
  for (std::size_t i = 0; i < flag_words.size(); ++i) all.set(static_cast<flag>(i));
  return all;
}();

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/flag-inl.hpp>
#endif
