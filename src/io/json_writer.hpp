// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Writes JSON that looks the same every time, and that a person can read and a diff can follow.
///
/// An object or array stands on one line where all of it fits there; otherwise each of its items gets a line of its own, two
/// blanks further in. One that was opened as `layout::block` is always broken. Everything is written at once as if it fitted; what
/// turns out not to is moved apart where it stands. Numbers don't depend on the locale.
///
/// Strings are safe wherever the text may end up: invisible, bidirectional and control characters, U+2028, and `<` before `/`
/// or `!` (which would end a script element) are escaped; they mean the same.
///
///     json_writer out{text};
///     out.open_object(layout::block).key("sinedie").number(1).key("at").open_array().number(41.01).close().close();

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinedie::detail {

enum class layout : unsigned char { fit, block };

class json_writer {
 public:
  /// As `width`: everything on one line, without a line end behind it.
  static constexpr std::size_t one_line = static_cast<std::size_t>(-1);

  /// Appends to `out`, which must outlive the writer.
  explicit json_writer(std::string& out, std::size_t width = 120) : out_{out}, width_{width} {}

  json_writer& open_object(layout l = layout::fit) { return open('{', l); }
  json_writer& open_array(layout l = layout::fit) { return open('[', l); }
  json_writer& close();

  json_writer& key(std::string_view name);
  json_writer& string(std::string_view text);
  json_writer& number(std::int64_t n);
  json_writer& number(std::uint64_t n);
  json_writer& number(int n) { return number(static_cast<std::int64_t>(n)); }
  json_writer& number(unsigned n) { return number(static_cast<std::uint64_t>(n)); }
  /// The shortest digits that read back as the same double; `null` for what isn't finite.
  json_writer& number(double n);
  json_writer& boolean(bool b) { return scalar(b ? "true" : "false"); }
  json_writer& null() { return scalar("null"); }
  /// A value that is JSON already (and must be): laid out anew, each number and string exactly as it was written.
  json_writer& raw(std::string_view json);

 private:
  struct frame {
    char kind;
    bool block;           // each item on a line of its own from the start
    bool broken;          // some item spans lines
    std::size_t lead;     // characters on the line before the opening bracket
    std::size_t begin;    // where the bracket stands in `out_`
    std::size_t first;    // of its items among `starts_`, unless it is a block
    std::size_t items;
  };

  json_writer& open(char kind, layout how);
  void begin_item();
  void end_item();
  void begin_key();
  json_writer& scalar(std::string_view text);
  void move_apart(frame const& f);

  std::string& out_;
  std::size_t width_;
  std::vector<frame> frames_;
  std::vector<std::size_t> starts_;  // where the items of open frames begin
  std::size_t key_ = 0;              // where the key begins of the member that comes next
  bool keyed_ = false;
};

/// Appends `text` as a JSON string, quotes included. Bytes that aren't UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace sinedie::detail
