// SPDX-License-Identifier: BSL-1.0
#include "json_writer.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

#include "json_text.hpp"

namespace sinedie::detail {

namespace {

void append_escape(std::string& out, unsigned unit) {
  static constexpr char digits[] = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0; shift -= 4) out += digits[unit >> (shift - 4) & 15U];
}

[[nodiscard]] std::size_t characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

template <typename Number>
[[nodiscard]] std::string digits_of(Number n) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, n).ptr};
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json_string(out, text);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  // Without a branch, so that the processor looks at many at once.
  unsigned odd = 0;
  for (char const c : text)
    odd |= static_cast<unsigned>(c < ' ') | static_cast<unsigned>(c == '\x7F') | static_cast<unsigned>(c == '"') |
           static_cast<unsigned>(c == '\\') | static_cast<unsigned>(c == '<') | static_cast<unsigned>(static_cast<unsigned char>(c) > 127);
  if (odd == 0) {
    out.append(text) += '"';
    return;
  }
  for (std::size_t i = 0; i < text.size();) {
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

// What stands before an item on one line.
void json_writer::lead() {
  if (!keyed_ && !flat_.empty()) {
    if (flat_.back().filled) out_ += ", ";
    flat_.back().filled = true;
  }
  keyed_ = false;
}

void json_writer::set_key(std::string text) {
  if (width_ != one_line) {
    frames_.back().key = std::move(text);
    return;
  }
  lead();
  out_ += text;
  keyed_ = true;
}

json_writer& json_writer::open(char kind, layout how) {
  if (width_ == one_line) {
    lead();
    out_ += kind;
    flat_.push_back({kind, false});
    return *this;
  }
  frame f;
  f.kind = kind;
  f.streamed = how == layout::block && (frames_.empty() || frames_.back().streamed);
  f.broken = how == layout::block;
  if (!frames_.empty()) f.lead = 2 * frames_.size() + characters(frames_.back().key);
  if (f.streamed) hand_on({&kind, 1});
  frames_.push_back(std::move(f));
  return *this;
}

json_writer& json_writer::key(std::string_view name) {
  if (width_ == one_line) {
    lead();
    append_json_string(out_, name);
    out_ += ": ";
    keyed_ = true;
    return *this;
  }
  frames_.back().key = json_string(name) + ": ";
  return *this;
}

// Writes an item, or the beginning of one, at its place in a streamed frame.
void json_writer::hand_on(std::string_view text) {
  if (!frames_.empty()) {
    frame& in = frames_.back();
    out_ += in.items++ == 0 ? "\n" : ",\n";
    out_.append(2 * frames_.size(), ' ');
    out_ += in.key;
    in.key.clear();
  }
  out_ += text;
}

json_writer& json_writer::item(std::string text, bool broken) {
  if (width_ == one_line) {
    lead();
    out_ += text;
    return *this;
  }
  if (frames_.empty() || frames_.back().streamed) {
    hand_on(text);
    if (frames_.empty()) out_ += '\n';
    return *this;
  }
  frame& in = frames_.back();
  text.insert(0, in.key);
  in.key.clear();
  in.broken = in.broken || broken;
  ++in.items;
  in.waiting.push_back(std::move(text));
  return *this;
}

json_writer& json_writer::close() {
  if (width_ == one_line) {
    out_ += flat_.back().kind == '{' ? '}' : ']';
    flat_.pop_back();
    return *this;
  }
  frame const closed = std::move(frames_.back());
  frames_.pop_back();
  char const bracket = closed.kind == '{' ? '}' : ']';
  std::size_t const indent = 2 * frames_.size();
  if (closed.streamed) {
    if (closed.items != 0) {
      out_ += '\n';
      out_.append(indent, ' ');
    }
    out_ += bracket;
    if (frames_.empty()) out_ += '\n';
    return *this;
  }
  std::size_t flat = closed.lead + 3;  // both brackets, and the comma that may follow
  for (std::string const& text : closed.waiting) flat += characters(text) + 2;
  if (closed.items != 0) flat -= 2;
  bool const broken = closed.items != 0 && (closed.broken || flat > width_);
  std::string text{closed.kind};
  for (std::size_t i = 0; i < closed.waiting.size(); ++i) {
    if (i != 0) text += broken ? "," : ", ";
    if (broken) text += '\n' + std::string(indent + 2, ' ');
    text += closed.waiting[i];
  }
  if (broken) text += '\n' + std::string(indent, ' ');
  return item(std::move(text) + bracket, broken);
}

json_writer& json_writer::string(std::string_view text) {
  if (width_ != one_line) return item(json_string(text));
  lead();
  append_json_string(out_, text);
  return *this;
}
json_writer& json_writer::number(std::int64_t n) { return item(digits_of(n)); }
json_writer& json_writer::number(std::uint64_t n) { return item(digits_of(n)); }
json_writer& json_writer::number(double n) { return std::isfinite(n) ? item(digits_of(n)) : null(); }

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
      case json_kind::key: set_key(std::string{text} + ": "); break;
      case json_kind::unread:
      case json_kind::string:
      case json_kind::number:
      case json_kind::literal: item(std::string{text}); break;
      case json_kind::finished: return *this;
      case json_kind::wrong: raise(errc::malformed, "this isn't JSON: " + quoted(json) + ": " + scanner.error().message);
    }
  }
}

}  // namespace sinedie::detail
