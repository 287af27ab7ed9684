// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Rows of CSV and TSV, one at a time, out of a file of any length.
///
/// RFC 4180 and what spreadsheets really write: line ends of each sort, a byte order mark, cells in quotes with line ends in
/// them. A row that can't be read is handed over as it stands, with what is wrong and where, and reading goes on behind it; of a
/// quote that is never closed, only the line on which it was opened is lost. Memory holds one row, never more than the limit.
///
///     row_reader rows{*source, {}};
///     while (rows.next() != row_reader::got::end) …

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "byte_source.hpp"

namespace sinedie::detail {

struct row_form {
  char separator = ',';
  bool quotes = true;                            ///< whether `"` quotes
  std::size_t bytes = std::size_t{1} << 20U;     ///< of one row
  std::size_t cells = 10'000;                    ///< of one row
};

class row_reader {
 public:
  enum class got : unsigned char { row, bad, end };

  /// Throws `errc::bad_encoding` where the text is UTF-16.
  row_reader(byte_source& from, row_form how);

  /// Looks at the first line without taking it, and chooses the separator that stands in it most often outside quotes: a comma,
  /// semicolon, tab or bar. (A tab's rows have no quotes around cells unless a cell begins with one.)
  void recognise_separator();
  /// Takes a first line such as `sep=;`, by which spreadsheets tell each other the separator; whether there is one.
  [[nodiscard]] bool take_separator_line();
  void separator(char c) noexcept {
    how_.separator = c;
    mark_stops();
  }

  [[nodiscard]] got next();

  /// Of the last row; valid until the next.
  [[nodiscard]] std::vector<std::string_view> const& cells() const noexcept { return cells_; }
  [[nodiscard]] std::string_view raw() const noexcept { return raw_; }      ///< without its line end; cut where it was too long
  [[nodiscard]] std::size_t line() const noexcept { return row_line_; }     ///< from 1
  [[nodiscard]] std::size_t column() const noexcept { return column_; }     ///< in bytes, of what is wrong; from 1
  [[nodiscard]] std::string const& reason() const noexcept { return reason_; }
  /// Bytes taken so far.
  [[nodiscard]] std::size_t bytes() const noexcept { return consumed_ + start_; }

 private:
  struct extent {
    std::size_t begin;
    std::size_t end;
    bool escaped;
  };

  void mark_stops() noexcept;
  [[nodiscard]] bool fill();
  /// Whether there is a byte at `i`, from the start of the buffer; reads on where there isn't one yet.
  [[nodiscard]] bool has(std::size_t i) { return i < buffer_.size() || fill_to(i); }
  [[nodiscard]] bool fill_to(std::size_t i);
  [[nodiscard]] got refuse(std::size_t at, std::string reason);
  [[nodiscard]] got take(std::size_t end, std::size_t after);

  byte_source& from_;
  row_form how_;
  std::array<bool, 256> stops_{};  // by byte: whether it may end a cell that isn't in quotes, or doesn't belong into one
  bool quoted_ = false;            // whether any cell of the row stands in quotes
  std::string buffer_;
  std::size_t start_ = 0;      // of the row, in the buffer
  std::size_t consumed_ = 0;   // bytes that left the buffer
  bool ended_ = false;
  std::size_t line_ = 1;
  std::size_t row_line_ = 0;
  std::size_t column_ = 0;
  std::string reason_;
  std::string_view raw_;
  std::string kept_;           // of a row that didn't fit
  std::vector<extent> extents_;
  std::vector<std::string_view> cells_;
  std::string unescaped_;
};

}  // namespace sinedie::detail
