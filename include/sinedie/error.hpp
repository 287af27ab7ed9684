// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What the caller gave wrong, and where it stood.
///
/// A `problem` is one thing that is wrong: a code, a sentence that names the value, and its place. `sinedie::error` is the
/// one exception that this library throws for what a caller gave it; it carries at least one problem. Running out of memory
/// stays `std::bad_alloc`. Contradictions between sources and disputes are not problems: they are findings, and data.
///
///     try { sinedie::time::dating{"2025-02-30"}; }
///     catch (sinedie::error const& e) { e.code(); /* errc::no_such_day */ }

#include <cstddef>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie {

/// What kind of thing is wrong. Stable; new ones are added at the end of their group.
enum class errc : unsigned char {
  // text that should be a date, a duration, a number or a query
  empty,
  bad_syntax,
  trailing_text,
  no_such_day,
  no_such_time,
  reversed,
  out_of_range,
  ambiguous,
  too_long,
  // text in general
  bad_encoding,
  bad_character,
  // entries of a dossier
  bad_id,
  duplicate_id,
  duplicate_key,
  unknown_id,
  unknown_member,
  unknown_word,
  wrong_type,
  missing_member,
  self_reference,
  ring,
  declared_and_reported,
  conflict,
  // files
  unreadable,
  unwritable,
  malformed,
  limit,
  // use of the library
  bad_argument,
  cancelled,
};

/// The code's name as in the enumeration: "no_such_day".
[[nodiscard]] std::string_view to_string(errc code) noexcept;

/// Where something stood. Parts that don't apply are empty or zero.
struct place {
  std::string file;
  std::size_t line = 0;    ///< from 1; 0 where there is none
  std::size_t column = 0;  ///< from 1, in bytes; 0 where there is none
  std::string pointer;     ///< RFC 6901 JSON pointer, or a path such as `event "x", when`

  friend bool operator==(place const&, place const&) = default;
};

/// One thing that is wrong.
struct problem {
  errc code = errc::bad_argument;
  std::string message;                 ///< a sentence that names the value, shortened past 80 characters
  place where;
  std::optional<std::size_t> offset;   ///< bytes into the value, of the first wrong one
  std::string found;                   ///< what stood there (may be empty: the end)
  std::string expected;                ///< what could have stood there
  place other = {};                    ///< of what two places say together: the other one, which the message names too

  friend bool operator==(problem const&, problem const&) = default;
};

/// `file:line:column: message (at pointer)`, leaving out what isn't known.
[[nodiscard]] std::string to_string(problem const& p);

/// Thrown for what the caller gave wrong. Copies share what it carries and never throw.
class SINEDIE_VISIBLE error : public std::exception {
 public:
  explicit error(problem p);
  /// Precondition: `problems` isn't empty. The message lists the first 20, one a line.
  explicit error(std::span<problem const> problems);
  error(error const& other) noexcept;
  error& operator=(error const& other) noexcept;
  ~error() override;

  [[nodiscard]] char const* what() const noexcept override;
  [[nodiscard]] errc code() const noexcept { return problems().front().code; }
  [[nodiscard]] place const& where() const noexcept { return problems().front().where; }
  /// They last as long as this or any copy of it.
  [[nodiscard]] std::span<problem const> problems() const noexcept;

 private:
  struct kept;

  kept* kept_;
};

namespace detail {

struct quoter {
  [[nodiscard]] std::string operator()(std::string_view value) const;
};
/// Quotes a value for a message: control and other invisible characters and bad UTF-8 as `\x..`, at most 80 characters.
/// An object, so that a call of it never means `std::quoted`, whatever else is included.
inline constexpr quoter quoted{};

/// A problem on the heap, and its end.
[[nodiscard]] problem const* kept_problem(problem p);
void end_problem(problem const* p) noexcept;

[[noreturn]] void raise(problem p);
[[noreturn]] void raise(std::span<problem const> problems);
[[noreturn]] void raise(errc code, std::string message, std::string pointer = {});

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/error-inl.hpp>
#endif
