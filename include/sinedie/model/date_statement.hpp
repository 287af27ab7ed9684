// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a source says about a date: the date, or explicitly that there is none, and in which words.
///
/// Where nothing is said at all there is no `date_statement` (an empty optional). "No date" is something said: it can replace
/// a date that was named before.
///
///     date_statement{"2025-02-27"}
///     date_statement{"2025-04-01"}.as_written("mardi", "fr").inferred()
///     date_statement::none()
///
/// Used as `published`, `said` or `expected`, an interval is a window: at some time between its ends (`as_window`).

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include <sinedie/model/stated.hpp>
#include <sinedie/model/vocabulary.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie {

class date_statement {
 public:
  /// Parses an EDTF expression; throws as `time::dating` does.
  date_statement(std::string_view edtf);  // NOLINT(google-explicit-constructor)
  date_statement(char const* edtf) : date_statement{std::string_view{edtf}} {}  // NOLINT(google-explicit-constructor)
  date_statement(std::string const& edtf) : date_statement{std::string_view{edtf}} {}  // NOLINT(google-explicit-constructor)
  date_statement(time::dating d);  // NOLINT(google-explicit-constructor)
  /// A civil day or moment: `boost::gregorian::date`, `std::chrono::sys_days`, `std::chrono::sys_seconds`.
  template <typename Day>
    requires(std::constructible_from<time::dating, Day> && !std::convertible_to<Day, std::string_view> &&
             !std::same_as<std::remove_cvref_t<Day>, time::dating> && !std::same_as<std::remove_cvref_t<Day>, date_statement>)
  date_statement(Day day) : dating_{time::dating{day}} {}  // NOLINT(google-explicit-constructor)

  date_statement(date_statement const&);
  date_statement(date_statement&&) noexcept;
  date_statement& operator=(date_statement const&);
  date_statement& operator=(date_statement&&) noexcept;
  ~date_statement();
  /// Explicitly no date.
  [[nodiscard]] static date_statement none() { return date_statement{}; }

  /// The words of the source, and their language.
  date_statement& as_written(std::string words, std::string language = {}) & {
    as_written_ = std::move(words);
    language_ = std::move(language);
    return *this;
  }
  date_statement&& as_written(std::string words, std::string language = {}) && {
    return std::move(as_written(std::move(words), std::move(language)));
  }
  date_statement& inferred() & { return on_basis(sinedie::basis::inferred); }
  date_statement&& inferred() && { return std::move(inferred()); }
  date_statement& on_basis(stated<sinedie::basis> b) & {
    basis_ = std::move(b);
    return *this;
  }

  /// The date; null where the source says that there is none.
  [[nodiscard]] time::dating const* dating() const noexcept { return dating_ ? &*dating_ : nullptr; }
  [[nodiscard]] bool is_none() const noexcept { return !dating_; }
  [[nodiscard]] std::string const& as_written() const noexcept { return as_written_; }
  [[nodiscard]] std::string const& language() const noexcept { return language_; }
  [[nodiscard]] stated<sinedie::basis> basis() const noexcept { return basis_; }

  [[nodiscard]] bool operator==(date_statement const& other) const;

 private:
  date_statement();

  stated<time::dating> dating_;
  std::string as_written_;
  std::string language_;
  stated<sinedie::basis> basis_;
};

/// At some time between the earliest start and the latest end; nothing known where the statement says none.
[[nodiscard]] inline time::limits as_window(date_statement const& s) {
  return s.dating() ? time::limits::within(s.dating()->hull()) : time::limits::none();
}

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/date_statement-inl.hpp>
#endif
