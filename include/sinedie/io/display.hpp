// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Showing text that somebody else wrote, on a terminal or in a Markdown table, without letting it do anything.
///
/// Names, titles and notes are kept as they were given; here is where they are made harmless. Control characters, escape
/// sequences, marks of direction and zero-width characters appear as what they are, `\u{202e}`; a line feed or tab becomes a
/// blank; a byte that isn't UTF-8 becomes `\x{ff}`; of a heap of combining marks the first eight stay. (Joiners between letters
/// of scripts that spell with them, such as Persian, stay.) Every function here that gives text to show does that first.
///
///     sanitized("Riyadh\x1b[31m");      // Riyadh\u{1b}[31m
///     cut("Consul General", 8);         // Consul …
///
/// Widths are columns of a terminal: two for a Chinese character, none for a combining mark.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sinedie {

/// A character that shows nothing, or acts, where it stands.
struct hidden_character {
  std::size_t offset = 0;   ///< in bytes
  char32_t character = 0;   ///< U+FFFD for a byte that isn't UTF-8

  friend bool operator==(hidden_character const&, hidden_character const&) = default;
};

/// The characters of `text` that `sanitized` would replace, but for line feeds and tabs; at most `most`.
[[nodiscard]] std::vector<hidden_character> hidden_characters(std::string_view text, std::size_t most = 100);

/// `text` on one line, able to do nothing. Sanitizing again changes nothing.
[[nodiscard]] std::string sanitized(std::string_view text);

/// The columns that `sanitized(text)` takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text`, sanitized, in at most `width` columns: where it is longer, as many whole characters (grapheme clusters) as leave room
/// for `…`.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// `text`, sanitized, on lines of at most `width` columns (at least 1): broken at line feeds, at blanks, and inside a word where
/// that alone is too long. Never without a line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// `text`, sanitized, with everything escaped that Markdown (GitHub's) or HTML would act on. Line feeds become `<br>`.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

enum class style : unsigned char { plain, coloured };
enum class emphasis : unsigned char { none, strong, faint, warning };

struct column {
  std::string header;
  std::size_t least = 4;   ///< columns it keeps when room is short
  bool cuts = false;       ///< cuts what doesn't fit, instead of wrapping it
  bool right = false;      ///< aligned to the right
};

/// Rows under headers. The widest columns give way first where all of it doesn't fit.
///
///     table t{{{"id"}, {"title"}}};
///     t.row({"first-round", "Talks in Riyadh"});
///     std::cout << t.text(80);
class table {
 public:
  explicit table(std::vector<column> columns) : columns_{std::move(columns)} {}

  /// Missing cells are empty. Throws `errc::bad_argument` where there are more cells than columns.
  table& row(std::vector<std::string> cells, emphasis how = emphasis::none);

  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

  /// Lines of at most `width` columns, without blanks at their ends (unless `width` has no room for one column of each and two
  /// blanks between). Without colour unless asked for.
  [[nodiscard]] std::string text(std::size_t width = 80, style how = style::plain) const;

  /// The same as a Markdown table.
  [[nodiscard]] std::string markdown() const;

 private:
  struct line {
    std::vector<std::string> cells;
    emphasis how = emphasis::none;
  };
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;

  std::vector<column> columns_;
  std::vector<line> rows_;
};

}  // namespace sinedie
