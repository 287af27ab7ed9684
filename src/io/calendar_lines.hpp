// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The content lines of an iCalendar text (RFC 5545, 3.1): unfolded, taken apart, each with its place.
///
/// A line that goes on after a fold is put together byte by byte, so a fold in the middle of a character does no harm. Line
/// ends are CR LF or LF. What is wrong with a line is said with it, and the next line is read as if nothing had happened.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>

namespace sinedie::detail {

struct calendar_line {
  std::string_view name;        ///< as written; case doesn't matter
  std::string_view parameters;  ///< as written, without the first ";"
  std::string_view value;       ///< as written
  place at;                     ///< of the name
  place value_at;
  std::optional<problem> wrong; ///< with its place; then the parts may be missing
};

class calendar_lines {
 public:
  /// `text` must outlive it; a longer logical line than `most` bytes is wrong.
  calendar_lines(std::string_view text, std::size_t most) : text_{text}, most_{most} {}

  /// The next line that isn't empty; nothing at the end. Its views last until the next call.
  [[nodiscard]] std::optional<calendar_line> next();

 private:
  struct piece {
    std::size_t offset = 0;  // in the logical line
    std::size_t line = 0;
    std::size_t column = 0;
  };

  [[nodiscard]] std::string_view physical();
  [[nodiscard]] place at(std::size_t offset) const;
  [[nodiscard]] problem complaint(errc code, std::size_t offset, std::string message) const;

  std::string_view text_;
  std::size_t most_;
  std::size_t next_ = 0;
  std::size_t line_ = 0;  // of the last physical line
  std::string unfolded_;
  std::vector<piece> pieces_;
};

/// Whether two names are the same, whatever their case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] std::string in_upper_case(std::string_view name);

/// The value of a parameter, without quotes and with `^n`, `^^` and `^'` (RFC 6868) decoded; nothing where it isn't there.
[[nodiscard]] std::optional<std::string> calendar_parameter(std::string_view parameters, std::string_view name);

/// TEXT (3.3.11) as it is meant; a backslash before anything else stays.
[[nodiscard]] std::string calendar_text(std::string_view value);

/// The items of a list that commas separate, each as it is meant.
[[nodiscard]] std::vector<std::string> calendar_texts(std::string_view value);

}  // namespace sinedie::detail
