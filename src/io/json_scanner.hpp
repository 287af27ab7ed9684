// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A JSON text, token by token.
///
/// simdjson validates and reads fast, but says neither at which line something stands nor that a key is given twice. What does is
/// built on this scanner: one pass, without recursion and without building a tree. It accepts RFC 8259 less what no reader of ours
/// wants: NUL in a string, lone surrogates, numbers that fit neither 64 bits nor a double, and nesting past a limit.
///
///     json_scanner scanner{"[1, \"a\"]"};
///     scanner.next(), scanner.next();     // array, at 0; number, from 1 to 2

#include <cstddef>
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

}  // namespace sinedie::detail
