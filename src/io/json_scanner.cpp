// SPDX-License-Identifier: BSL-1.0
#include "json_scanner.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include <sinedie/detail/eight_bytes.hpp>
#include <sinedie/detail/utf8.hpp>

#include "ascii.hpp"

namespace sinedie::detail {

namespace {

[[nodiscard]] int hex_digit(char c) noexcept {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The four hexadecimal digits at `at`, or -1.
[[nodiscard]] int code_unit(std::string_view text, std::size_t at) noexcept {
  if (at + 4 > text.size()) return -1;
  int unit = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    int const digit = hex_digit(text[at + i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

// UTF-16 and UTF-32 betray themselves by a byte order mark, or by a zero byte beside the ASCII character that JSON begins with.
[[nodiscard]] char const* other_encoding(std::string_view text) noexcept {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0x100U; };
  if ((byte(0) == 0xFF && byte(1) == 0xFE && byte(2) == 0 && byte(3) == 0) ||
      (byte(0) == 0 && byte(1) == 0 && byte(2) == 0xFE && byte(3) == 0xFF))
    return "UTF-32";
  if ((byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF)) return "UTF-16";
  if ((byte(0) == 0 && byte(1) == 0 && byte(2) == 0 && byte(3) != 0 && byte(3) < 0x80) ||
      (byte(0) != 0 && byte(0) < 0x80 && byte(1) == 0 && byte(2) == 0 && byte(3) == 0))
    return "UTF-32";
  if ((byte(0) == 0 && byte(1) != 0 && byte(1) < 0x80) || (byte(0) != 0 && byte(0) < 0x80 && byte(1) == 0)) return "UTF-16";
  return nullptr;
}

// Whether a number too large or too small for a double is too large: the sign of its decimal exponent.
[[nodiscard]] bool overflows(std::string_view number) noexcept {
  std::size_t const mark = std::min(number.find_first_of("eE"), number.size());
  std::string_view const digits = number.substr(0, mark);
  bool negative = false;
  long long exponent = 0;
  for (char const c : number.substr(std::min(mark + 1, number.size()))) {
    if (c == '-') negative = true;
    if (is_digit(c) && exponent < 1'000'000'000'000LL) exponent = exponent * 10 + (c - '0');
  }
  if (negative) exponent = -exponent;
  std::size_t const point = std::min(digits.find('.'), digits.size());
  std::size_t const first = digits.find_first_of("123456789");
  if (first == std::string_view::npos) return false;
  return static_cast<long long>(point) - static_cast<long long>(first) + exponent > 0;
}

// What stands at an offset, for a message: a word, or one character; empty at the end.
[[nodiscard]] std::string_view thing_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {};
  std::size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  if (end == at) end = at + std::max<std::size_t>(1, utf8_sequence(text.substr(at)));
  return text.substr(at, end - at);
}

// The bytes at `at` and after it that stand for themselves in a string: all but controls, quotes and backslashes, and but for what
// isn't ASCII where `ascii`.
template <bool ascii>
[[nodiscard]] std::size_t plain_bytes(std::string_view text, std::size_t at) noexcept {
  return unmarked_bytes(text, at, [](std::uint64_t word) {
    return (ascii ? word & high_bits : 0) | bytes_that_are('"', word) | bytes_that_are('\\', word) | bytes_below(0x20, word);
  });
}

[[nodiscard]] std::size_t spaces(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size() || text[at] != ' ') return 0;
  return unmarked_bytes(text, at, [](std::uint64_t word) { return bytes_other_than(' ', word); });
}

[[nodiscard]] std::string byte_name(char c) {
  static constexpr char digits[] = "0123456789ABCDEF";
  auto const byte = static_cast<unsigned char>(c);
  return {'0', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

}  // namespace

json_scanner::json_scanner(std::string_view text, json_bounds const& bounds) : text_{text}, bounds_{bounds} {
  if (char const* encoding = other_encoding(text)) {
    fail(errc::bad_encoding, 0, std::string{"the text is encoded in "} + encoding + ", not in UTF-8", "UTF-8");
  } else {
    at_ = byte_order_mark(text);
  }
}

json_token json_scanner::fail(errc code, std::size_t offset, std::string message, std::string expected) {
  state_ = state::failed;
  error_.code = code;
  error_.message = std::move(message);
  error_.offset = offset;
  error_.found = std::string{thing_at(text_, offset)};
  error_.expected = std::move(expected);
  return {json_kind::wrong, offset, offset, false};
}

json_token json_scanner::unexpected(std::string expected) {
  if (at_ >= text_.size()) {
    bool const nothing = open_.empty() && state_ == state::value;
    return fail(errc::malformed, at_,
                nothing ? "there is nothing but blanks where " + expected + " should stand"
                        : "the text ends where " + expected + " should follow: it was cut off",
                expected);
  }
  char const c = text_[at_];
  if (c == '\0') return fail(errc::bad_character, at_, "a NUL byte", expected);
  if (utf8_sequence(text_.substr(at_)) == 0) {
    return fail(errc::bad_encoding, at_, "the byte " + byte_name(c) + " at offset " + std::to_string(at_) + " isn't UTF-8", "UTF-8");
  }
  std::string message = "found " + quoted(thing_at(text_, at_)) + " where " + expected + " should stand";
  if (c == '/' || c == '#') message += ": JSON has no comments";
  if (c == '\'') message += ": strings stand in double quotes";
  if (state_ == state::done) message = "text after the end of the JSON value: " + quoted(thing_at(text_, at_));
  if ((c == ']' || c == '}') && (state_ == state::value || state_ == state::key) && !open_.empty()) {
    message += ": the comma before it is one too many";
  }
  return fail(errc::malformed, at_, std::move(message), std::move(expected));
}

void json_scanner::skip_blanks() noexcept {
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  at_ += spaces(text_, at_);
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
}

json_token json_scanner::open(bool object) {
  if (open_.size() >= bounds_.depth) {
    return fail(errc::limit, at_, "objects and arrays are nested more than " + std::to_string(bounds_.depth) + " deep");
  }
  open_.push_back(object ? '{' : '[');
  state_ = object ? state::key_or_close : state::value_or_close;
  ++at_;
  return {object ? json_kind::object : json_kind::array, at_ - 1, at_, false};
}

json_token json_scanner::close(bool object) {
  open_.pop_back();
  state_ = open_.empty() ? state::done : state::comma_or_close;
  ++at_;
  return {object ? json_kind::end_object : json_kind::end_array, at_ - 1, at_, false};
}

// Checks the escape whose backslash stands at `at`; returns its length, 0 after an error.
std::size_t json_scanner::escape(std::size_t at) {
  char const c = at + 1 < text_.size() ? text_[at + 1] : '\0';
  switch (c) {
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't': return 2;
    case 'u': break;
    default:
      if (at + 1 >= text_.size()) {
        fail(errc::malformed, at + 1, "the text ends inside a string: it was cut off", "an escaped character");
      } else {
        fail(errc::malformed, at, "no such escape: " + quoted(text_.substr(at, 1 + thing_at(text_, at + 1).substr(0, 1).size())),
             "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
      }
      return 0;
  }
  int const unit = code_unit(text_, at + 2);
  if (unit < 0) {
    fail(errc::malformed, at, "an escape that isn't \\u and four hexadecimal digits: " + quoted(text_.substr(at, 6)),
         "\\u and four hexadecimal digits");
    return 0;
  }
  if (unit == 0) {
    fail(errc::bad_character, at, "a NUL character in a string");
    return 0;
  }
  if (unit < 0xD800 || unit > 0xDFFF) return 6;
  if (unit < 0xDC00 && text_.substr(at + 6, 2) == "\\u") {
    int const second = code_unit(text_, at + 8);
    if (second >= 0xDC00 && second <= 0xDFFF) return 12;
  }
  fail(errc::bad_encoding, at, "half a surrogate pair: " + quoted(text_.substr(at, 6)), "\\uD800 to \\uDBFF, then \\uDC00 to \\uDFFF");
  return 0;
}

json_token json_scanner::string(bool key) {
  json_token token{key ? json_kind::key : json_kind::string, at_, at_, false};
  std::size_t at = at_ + 1;
  for (;;) {
    at += plain_bytes<true>(text_, at);
    if (at - at_ - 1 > bounds_.string) {
      return fail(errc::limit, at_, "a string is longer than " + std::to_string(bounds_.string) + " bytes");
    }
    if (at >= text_.size()) return fail(errc::malformed, at, "the text ends inside a string: it was cut off", "a double quote");
    char const c = text_[at];
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"') break;
    if (c == '\\') {
      std::size_t const length = escape(at);
      if (length == 0) return {json_kind::wrong, at, at, false};
      token.escaped = true;
      at += length;
    } else if (byte < 0x20) {
      std::string const name = c == '\n' || c == '\r' ? "a line ends inside a string"
                               : c == '\0'            ? "a NUL byte in a string"
                                                      : "the control character " + byte_name(c) + " in a string";
      return fail(errc::bad_character, at, name, c == '\0' ? "" : "control characters as escapes, such as \\n");
    } else {
      std::size_t const length = utf8_sequence(text_.substr(at));
      if (length == 0) {
        return fail(errc::bad_encoding, at, "the byte " + byte_name(c) + " at offset " + std::to_string(at) + " isn't UTF-8", "UTF-8");
      }
      at += length;
    }
  }
  at_ = at + 1;
  token.end = at_;
  state_ = key ? state::colon : open_.empty() ? state::done : state::comma_or_close;
  return token;
}

json_token json_scanner::number() {
  std::size_t const begin = at_;
  std::size_t at = at_;
  auto const look = [&] { return at < text_.size() ? text_[at] : '\0'; };
  auto const digits = [&] {
    std::size_t const first = at;
    while (is_digit(look())) ++at;
    return at - first;
  };
  if (look() == '-') ++at;
  bool const zero = look() == '0';
  std::size_t const whole = digits();
  bool good = whole != 0 && (!zero || whole == 1);
  bool integer = true;
  if (good && look() == '.') {
    ++at;
    integer = false;
    good = digits() != 0;
  }
  if (good && (look() == 'e' || look() == 'E')) {
    ++at;
    integer = false;
    if (look() == '+' || look() == '-') ++at;
    good = digits() != 0;
  }
  if (!good || is_letter(look()) || is_digit(look()) || look() == '.' || look() == '_' || look() == '+' || look() == '-') {
    while (is_letter(look()) || is_digit(look()) || look() == '.' || look() == '_' || look() == '+' || look() == '-') ++at;
    bool const cut = !good && at >= text_.size();
    return fail(errc::malformed, cut ? at : begin,
                cut ? "the text ends inside a number: it was cut off" : "no JSON number: " + quoted(text_.substr(begin, at - begin)),
                "a number such as 12 or -0.5");
  }
  std::string_view const written = text_.substr(begin, at - begin);
  char const* const first = written.data();
  char const* const last = first + written.size();
  bool fits = true;
  if (integer) {
    long long small = 0;
    unsigned long long large = 0;
    fits = std::from_chars(first, last, small).ec == std::errc{} ||
           (written.front() != '-' && std::from_chars(first, last, large).ec == std::errc{});
  } else {
    double value = 0;
    fits = std::from_chars(first, last, value).ec == std::errc{} || !overflows(written);
  }
  if (!fits) return fail(errc::out_of_range, begin, "the number " + quoted(written) + " is too large", "a number of 64 bits");
  at_ = at;
  state_ = open_.empty() ? state::done : state::comma_or_close;
  return {json_kind::number, begin, at, false};
}

json_token json_scanner::literal(std::string_view word) {
  if (thing_at(text_, at_) != word) {
    if (word.starts_with(text_.substr(at_))) {
      return fail(errc::malformed, text_.size(), "the text ends inside " + quoted(word) + ": it was cut off", std::string{word});
    }
    return unexpected("a value");
  }
  std::size_t const begin = at_;
  at_ += word.size();
  state_ = open_.empty() ? state::done : state::comma_or_close;
  return {json_kind::literal, begin, at_, false};
}

json_token json_scanner::next() {
  if (state_ == state::failed) return {json_kind::wrong, error_.offset.value_or(0), error_.offset.value_or(0), false};
  skip_blanks();
  bool const object = !open_.empty() && open_.back() == '{';
  char const c = peek();
  if (state_ == state::colon) {
    if (c != ':') return unexpected("a colon");
    ++at_;
    state_ = state::value;
    return next_value();
  }
  if (state_ == state::comma_or_close) {
    if (c == (object ? '}' : ']')) return close(object);
    if (c != ',') return unexpected(object ? "a comma or }" : "a comma or ]");
    ++at_;
    state_ = object ? state::key : state::value;
    skip_blanks();
  }
  if (state_ == state::done) {
    if (at_ < text_.size()) return unexpected("the end");
    return {json_kind::finished, at_, at_, false};
  }
  if (state_ == state::key || state_ == state::key_or_close) {
    if (peek() == '"') return string(true);
    if (state_ == state::key_or_close && peek() == '}') return close(true);
    return unexpected(state_ == state::key ? "a key" : "a key or }");
  }
  return next_value();
}

json_token json_scanner::next_unread() {
  if (open_.empty() || open_.back() != '[') return next();
  skip_blanks();
  if (peek() == ']' && state_ != state::value) return next();
  if (state_ == state::comma_or_close && peek() == ',') {
    ++at_;
    skip_blanks();
    state_ = state::value;
  }
  std::size_t const begin = at_;
  std::size_t const end = state_ == state::value || state_ == state::value_or_close ? end_of_unread() : nowhere;
  if (end == nowhere) {
    state_ = state::failed;
    return {json_kind::wrong, begin, begin, false};
  }
  at_ = end;
  state_ = state::comma_or_close;
  return {json_kind::unread, begin, end, false};
}

// Where the object or list at `at_` ends; `nowhere` where a closer look is needed.
std::size_t json_scanner::end_of_unread() const noexcept {
  std::size_t const outside = open_.size();
  std::size_t depth = outside;
  for (std::size_t at = at_; at < text_.size();) {
    switch (text_[at]) {
      case '{':
      case '[':
        if (++depth > bounds_.depth) return nowhere;
        ++at;
        break;
      case '}':
      case ']':
        if (depth == outside) return nowhere;
        ++at;
        if (--depth == outside) return at;
        break;
      case '"': {
        std::size_t const begin = ++at;
        for (;;) {
          at += plain_bytes<false>(text_, at);
          if (at + 1 >= text_.size() || at - begin > bounds_.string) return nowhere;
          if (text_[at] == '"') break;
          if (text_[at] != '\\') return nowhere;
          if (text_[at + 1] == 'u') {
            int const unit = code_unit(text_, at + 2);
            if (unit <= 0 || (unit >= 0xD800 && unit <= 0xDFFF)) return nowhere;
          }
          at += 2;
        }
        ++at;
        break;
      }
      case '\n': at += 1 + spaces(text_, at + 1); break;
      default:
        if (depth == outside) return nowhere;
        ++at;
    }
  }
  return nowhere;
}

json_token json_scanner::next_value() {
  skip_blanks();
  switch (peek()) {
    case '{': return open(true);
    case '[': return open(false);
    case '"': return string(false);
    case 't': return literal("true");
    case 'f': return literal("false");
    case 'n': return literal("null");
    case ']':
      if (state_ == state::value_or_close) return close(false);
      break;
    default:
      if (peek() == '-' || is_digit(peek())) return number();
  }
  return unexpected(state_ == state::value_or_close ? "a value or ]" : "a value");
}

std::size_t byte_order_mark(std::string_view text) noexcept { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::string unescape_json(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t const slash = std::min(raw.find('\\', i), raw.size());
    out.append(raw.substr(i, slash - i));
    i = slash;
    if (i + 1 >= raw.size()) break;
    char const c = raw[i + 1];
    i += 2;
    switch (c) {
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'u': {
        auto unit = static_cast<unsigned>(std::max(0, code_unit(raw, i)));
        i += 4;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
          auto const second = static_cast<unsigned>(std::max(0, code_unit(raw, i + 2)));
          unit = 0x10000U + ((unit - 0xD800U) << 10U) + (second - 0xDC00U);
          i += 6;
        }
        append_utf8(out, unit);
        break;
      }
      default: out += c;
    }
  }
  return out;
}

}  // namespace sinedie::detail
