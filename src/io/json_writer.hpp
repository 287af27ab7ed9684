// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Writes JSON that looks the same every time, and that a person can read and a diff can follow.
///
/// An object or array stands on one line where all of it fits there; otherwise each of its items gets a line of its own, two
/// blanks further in. One that was opened as `layout::block` is always broken, and what is inside it is handed on as soon as it
/// is complete, so a long list never waits in memory. Numbers don't depend on the locale.
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
  /// As `width`: everything on one line, without a line end behind it, handed on at once.
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
  json_writer& boolean(bool b) { return item(b ? "true" : "false"); }
  json_writer& null() { return item("null"); }
  /// A value that is JSON already (and must be): laid out anew, each number and string exactly as it was written.
  json_writer& raw(std::string_view json);

 private:
  struct frame {
    char kind = '{';
    bool streamed = false;             // handed on item by item
    bool broken = false;               // some item spans lines
    std::size_t lead = 0;              // characters on the line before the opening bracket
    std::size_t items = 0;
    std::string key;                   // of the member that comes next, with its colon
    std::vector<std::string> waiting;  // complete items, unless streamed
  };

  json_writer& open(char kind, layout how);
  void lead();
  void set_key(std::string text);
  json_writer& item(std::string text, bool broken = false);
  void hand_on(std::string_view text);

  std::string& out_;
  std::size_t width_;
  std::vector<frame> frames_;
  // On one line, this is all that needs to be known.
  struct flat_frame {
    char kind;
    bool filled;
  };
  std::vector<flat_frame> flat_;
  bool keyed_ = false;
};

/// Appends `text` as a JSON string, quotes included. Bytes that aren't UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace sinedie::detail
