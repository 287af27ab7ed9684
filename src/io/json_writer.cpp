// SPDX-License-Identifier: BSL-1.0
#include "json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <sinedie/detail/eight_bytes.hpp>
#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

#include "json_scanner.hpp"

namespace sinedie::detail {

namespace {

void append_escape(std::string& out, unsigned unit) {
  static constexpr char digits[] = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0; shift -= 4) out += digits[unit >> (shift - 4) & 15U];
}

// The bytes at `at` and after it that are written as they are whatever follows.
[[nodiscard]] std::size_t harmless_bytes(std::string_view text, std::size_t at) noexcept {
  return unmarked_bytes(text, at, [](std::uint64_t word) {
    return (word & high_bits) | bytes_that_are('"', word) | bytes_that_are('\\', word) | bytes_that_are('<', word) |
           bytes_that_are('\x7F', word) | bytes_below(0x20, word);
  });
}

[[nodiscard]] std::size_t characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

template <typename Number>
class digits {
 public:
  explicit digits(Number n) : end_{std::to_chars(buffer_, buffer_ + sizeof buffer_, n).ptr} {}
  [[nodiscard]] std::string_view text() const noexcept { return {buffer_, static_cast<std::size_t>(end_ - buffer_)}; }

 private:
  char buffer_[32];
  char* end_;
};

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json_string(out, text);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    if (auto const plain = harmless_bytes(text, i); plain != 0) {
      out.append(text.substr(i, plain));
      i += plain;
      continue;
    }
    utf8_step const step = utf8_step_at(text, i);
    if (!step.valid) {
      out += "\xEF\xBF\xBD";
      ++i;
      continue;
    }
    char const c = text[i];
    auto const point = static_cast<unsigned>(step.character);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (is_control(step.character) || is_hidden(step.character) ||
               (c == '<' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '!'))) {
      if (point >= 0x10000) {
        append_escape(out, 0xD800U + ((point - 0x10000U) >> 10U));
        append_escape(out, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
      } else {
        append_escape(out, point);
      }
    } else {
      out.append(text.substr(i, step.length));
    }
    i += step.length;
  }
  out += '"';
}

// Writes what stands before an item, if nothing of it is written yet.
void json_writer::begin_item() {
  if (std::exchange(keyed_, false) || frames_.empty()) return;
  frame& in = frames_.back();
  if (in.block) {
    out_ += in.items == 0 ? "\n" : ",\n";
    out_.append(2 * frames_.size(), ' ');
  } else {
    if (in.items != 0) out_ += ", ";
    starts_.push_back(out_.size());
  }
  ++in.items;
}

void json_writer::end_item() {
  if (frames_.empty() && width_ != one_line) out_ += '\n';
}

void json_writer::begin_key() {
  begin_item();
  key_ = out_.size();
  keyed_ = true;
}

json_writer& json_writer::key(std::string_view name) {
  begin_key();
  append_json_string(out_, name);
  out_ += ": ";
  return *this;
}

json_writer& json_writer::open(char kind, layout how) {
  auto const key = keyed_ ? characters(std::string_view{out_}.substr(key_)) : 0;
  begin_item();
  bool const breaks = how == layout::block && width_ != one_line;
  bool const block = breaks && (frames_.empty() || frames_.back().block);
  frames_.push_back({kind, block, breaks, 2 * frames_.size() + key, out_.size(), starts_.size(), 0});
  out_ += kind;
  return *this;
}

json_writer& json_writer::close() {
  frame closed = frames_.back();
  frames_.pop_back();
  if (closed.items != 0 && width_ != one_line) {
    if (closed.block) {
      out_ += '\n';
      out_.append(2 * frames_.size(), ' ');
    } else {
      // With the other bracket, and the comma that may follow. Bytes are no fewer than characters.
      auto const written = std::string_view{out_}.substr(closed.begin);
      closed.broken = closed.broken || (closed.lead + written.size() + 2 > width_ && closed.lead + characters(written) + 2 > width_);
      if (closed.broken) move_apart(closed);
      if (!frames_.empty()) frames_.back().broken = frames_.back().broken || closed.broken;
    }
  }
  if (!closed.block) starts_.resize(closed.first);
  out_ += closed.kind == '{' ? '}' : ']';
  end_item();
  return *this;
}

// Gives each item of what was written on one line a line of its own, from the last on.
void json_writer::move_apart(frame const& f) {
  std::size_t const indent = 2 * frames_.size() + 2;
  std::size_t from = out_.size();
  out_.append(indent + 1 + (f.items - 1) * indent, ' ');
  std::size_t to = out_.size();
  for (std::size_t i = starts_.size(); i-- > f.first;) {
    std::size_t const length = from - starts_[i];
    to -= length;
    std::copy_backward(out_.begin() + static_cast<std::ptrdiff_t>(starts_[i]), out_.begin() + static_cast<std::ptrdiff_t>(from),
                       out_.begin() + static_cast<std::ptrdiff_t>(to + length));
    to -= indent;
    std::fill_n(out_.begin() + static_cast<std::ptrdiff_t>(to), indent, ' ');
    out_[--to] = '\n';
    if (i == f.first) break;
    out_[--to] = ',';
    from = starts_[i] - 2;
  }
  out_ += '\n';
  out_.append(indent - 2, ' ');
}

json_writer& json_writer::scalar(std::string_view text) {
  begin_item();
  out_ += text;
  end_item();
  return *this;
}

json_writer& json_writer::string(std::string_view text) {
  begin_item();
  append_json_string(out_, text);
  end_item();
  return *this;
}
json_writer& json_writer::number(std::int64_t n) { return scalar(digits{n}.text()); }
json_writer& json_writer::number(std::uint64_t n) { return scalar(digits{n}.text()); }
json_writer& json_writer::number(double n) { return std::isfinite(n) ? scalar(digits{n}.text()) : null(); }

json_writer& json_writer::raw(std::string_view json) {
  json_bounds bounds;
  bounds.depth = nowhere;
  bounds.string = nowhere - 1;
  json_scanner scanner{json, bounds};
  for (;;) {
    json_token const token = scanner.next();
    std::string_view const text = json.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case json_kind::object: open('{', layout::fit); break;
      case json_kind::array: open('[', layout::fit); break;
      case json_kind::end_object:
      case json_kind::end_array: close(); break;
      case json_kind::key:
        begin_key();
        (out_ += text) += ": ";
        break;
      case json_kind::unread:
      case json_kind::string:
      case json_kind::number:
      case json_kind::literal: scalar(text); break;
      case json_kind::finished: return *this;
      case json_kind::wrong: raise(errc::malformed, "this isn't JSON: " + quoted(json) + ": " + scanner.error().message);
    }
  }
}

}  // namespace sinedie::detail
