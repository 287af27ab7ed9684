// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where things stand in a JSON text, and what is wrong with it.
///
/// simdjson validates and reads fast, but says neither at which line something stands nor that a key is given twice. This
/// scanner does, in one pass, without recursion and without building a tree. It accepts RFC 8259 less what no reader of ours
/// wants: two equal keys in one object (however they are escaped), NUL in a string, lone surrogates, numbers that fit neither
/// 64 bits nor a double, and nesting past a limit. So whatever `check_json` accepts, simdjson accepts too.
///
///     check_json("{\"a\": 1, \"\\u0061\": 2}", {})          // one problem: duplicate_key, line 1, column 10
///     locate_json("{\"a\": [1, 22]}", {"/a/1"})[0].begin     // 10

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>

namespace sinedie::detail {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// How much of a text is worth reading.
struct json_bounds {
  std::size_t depth = 64;          ///< objects and arrays inside each other
  std::size_t string = 1U << 20U;  ///< bytes of one string, as written between its quotes
  std::size_t problems = 1000;     ///< duplicate keys after which to stop looking
  std::size_t items = nowhere;     ///< of a list in the outermost object, after which to stop noting where they stand
};

enum class json_kind : unsigned char { object, array, end_object, end_array, key, string, number, literal, unread, finished, wrong };

struct json_token {
  json_kind kind = json_kind::wrong;
  std::size_t begin = 0;  ///< offset of the first byte: of a string or key, of its opening quote
  std::size_t end = 0;    ///< one past the last
  bool escaped = false;   ///< whether a string or key holds a backslash
};

/// Hands out the tokens of a text one after the other, up to the first that is wrong.
class json_scanner {
 public:
  explicit json_scanner(std::string_view text, json_bounds const& bounds = {});

  /// The next token; `finished` after the last, `wrong` from the first error on.
  [[nodiscard]] json_token next();
  /// The same, but an object or a list that is due in a list is one token, from its first bracket to its last, and isn't looked into:
  /// if it is JSON, it ends there. `wrong`, without an error, where there is more to it than brackets and strings tell: a scalar, an
  /// escaped NUL or surrogate, a control character, a string or depth past the bounds.
  [[nodiscard]] json_token next_unread();
  /// The error, once `next` has said `wrong`; its place is the offset only.
  [[nodiscard]] problem const& error() const noexcept { return error_; }

 private:
  enum class state : unsigned char { value, value_or_close, key, key_or_close, colon, comma_or_close, done, failed };

  json_token fail(errc code, std::size_t offset, std::string message, std::string expected = {});
  json_token unexpected(std::string expected);
  json_token next_value();
  json_token open(bool object);
  json_token close(bool object);
  json_token string(bool key);
  json_token number();
  json_token literal(std::string_view word);
  [[nodiscard]] std::size_t escape(std::size_t at);
  [[nodiscard]] std::size_t end_of_unread() const noexcept;
  void skip_blanks() noexcept;
  [[nodiscard]] char peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }

  std::string_view text_;
  json_bounds bounds_;
  std::size_t at_ = 0;
  state state_ = state::value;
  std::vector<char> open_;  // '{' or '[', outermost first
  problem error_;
};

/// The bytes of the byte order mark at the start of `text`: 3 or 0.
[[nodiscard]] std::size_t byte_order_mark(std::string_view text) noexcept;

/// What a string token means: `raw` is what stands between its quotes, already checked.
[[nodiscard]] std::string unescape_json(std::string_view raw);

/// Line and column of an offset, both from 1; columns are bytes, and a byte order mark counts for none. Built once in one pass.
class line_map {
 public:
  explicit line_map(std::string_view text);
  [[nodiscard]] place at(std::size_t offset) const;

 private:
  std::size_t mark_ = 0;
  std::vector<std::size_t> starts_;  // of each line
};

/// Where a value stands, and the key it stands under (`nowhere` in an array and for the root).
struct json_extent {
  std::size_t key = nowhere;
  std::size_t begin = nowhere;
  std::size_t end = nowhere;

  [[nodiscard]] bool found() const noexcept { return begin != nowhere; }
};

/// Where a value begins, and one past its end.
struct json_stretch {
  std::size_t begin = nowhere;
  std::size_t end = nowhere;
};

/// A member of the outermost object; where its value is a list, with the places of its items.
struct json_part {
  std::string key;
  json_stretch value;
  bool is_list = false;
  std::vector<json_stretch> items;
};

struct json_examination {
  std::vector<problem> problems;
  /// The members whose names begin with `x-`, in the order of the text, without those inside another one.
  std::vector<json_extent> own;
  bool is_object = false;  ///< the outermost value
  std::vector<json_part> parts;
};

/// What is wrong with the text: nothing, or the first error in its grammar, or every key that is given twice. Each has its line
/// and column; offsets are from the start of the text, a byte order mark included.
[[nodiscard]] json_examination examine_json(std::string_view text, json_bounds const& bounds);
/// The same at a glance, without the items of the outermost object's lists: whoever goes on must parse each. Nothing where there may
/// be anything wrong, or any member whose name begins with `x-`.
[[nodiscard]] std::optional<json_examination> skim_json(std::string_view text, json_bounds const& bounds);
[[nodiscard]] inline std::vector<problem> check_json(std::string_view text, json_bounds const& bounds) {
  return examine_json(text, bounds).problems;
}

/// Where each of many values stands, in one pass over a text that `check_json` accepts, or complains about for its doubled keys only.
/// Of equal keys the first counts; a NUL and a number n after a key in a pointer mean the n-th after the first.
[[nodiscard]] std::vector<json_extent> locate_json(std::string_view text, std::vector<std::string> const& pointers);

/// One step of a JSON pointer (RFC 6901): `/` and the key with `~` as `~0` and `/` as `~1`.
void append_pointer(std::string& pointer, std::string_view key);
void append_pointer(std::string& pointer, std::size_t index);

}  // namespace sinedie::detail
