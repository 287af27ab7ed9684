// SPDX-License-Identifier: BSL-1.0
#include "row_reader.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

namespace sinedie::detail {

namespace {

constexpr std::size_t piece = std::size_t{1} << 18U;

[[nodiscard]] std::size_t lines_in(std::string_view text) noexcept {
  if (text.find('\r') == std::string_view::npos) return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++n;
  return n;
}

}  // namespace

void row_reader::mark_stops() noexcept {
  stops_.fill(false);
  for (char const c : {how_.separator, '\n', '\r'}) stops_[static_cast<unsigned char>(c)] = true;
  stops_[static_cast<unsigned char>('"')] = how_.quotes;
}

row_reader::row_reader(byte_source& from, row_form how) : from_{from}, how_{how} {
  mark_stops();
  (void)has(3);
  std::string_view const head{buffer_};
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    raise(errc::bad_encoding, "the text is UTF-16; save it as UTF-8");
  if (head.starts_with("\xEF\xBB\xBF")) start_ = 3;
}

// Adds to the buffer and moves nothing in it: it is only shortened between rows.
bool row_reader::fill() {
  if (ended_) return false;
  auto const before = buffer_.size();
  buffer_.resize(before + piece);
  auto const n = from_.read(buffer_.data() + before, piece);
  buffer_.resize(before + n);
  ended_ = n == 0;
  return !ended_;
}

bool row_reader::fill_to(std::size_t i) {
  while (i >= buffer_.size())
    if (!fill()) return false;
  return true;
}

void row_reader::recognise_separator() {
  (void)fill_to(start_ + 65536);
  constexpr std::array<char, 4> choices{',', ';', '\t', '|'};
  std::array<std::size_t, 4> counts{};
  bool inside = false;
  for (std::size_t i = start_; i < buffer_.size(); ++i) {
    char const c = buffer_[i];
    if (c == '"') inside = !inside;
    if (inside) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t k = 0; k < choices.size(); ++k) counts[k] += c == choices[k] ? 1U : 0U;
  }
  separator(choices[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())]);
}

bool row_reader::take_separator_line() {
  (void)fill_to(start_ + 7);
  auto const head = std::string_view{buffer_}.substr(start_, 7);
  bool const named = head.size() > 5 && (head.starts_with("sep=") || head.starts_with("SEP=")) && head[4] != '"';
  std::size_t const ends = !named ? 0 : head[5] == '\n' ? 1 : head.substr(5) == "\r\n" ? 2 : 0;
  if (ends == 0) return false;
  separator(head[4]);
  start_ += 5 + ends;
  ++line_;
  return true;
}

row_reader::got row_reader::next() {
  if (start_ > piece) {
    buffer_.erase(0, start_);
    consumed_ += start_;
    start_ = 0;
  }
  // Lines with nothing on them are no rows.
  while (has(start_) && (buffer_[start_] == '\n' || buffer_[start_] == '\r')) {
    bool const pair = buffer_[start_] == '\r' && has(start_ + 1) && buffer_[start_ + 1] == '\n';
    start_ += pair ? 2 : 1;
    ++line_;
  }
  row_line_ = line_;
  if (!has(start_)) return got::end;
  extents_.clear();
  quoted_ = false;
  std::size_t i = start_;
  for (;;) {
    extent cell{i, i, false};
    if (how_.quotes && has(i) && buffer_[i] == '"') {
      auto const opened = i;
      quoted_ = true;
      cell.begin = ++i;
      for (;;) {
        if (!has(i)) return refuse(opened, "a quote that is never closed");
        auto const* const found = static_cast<char const*>(std::memchr(buffer_.data() + i, '"', buffer_.size() - i));
        i = found ? static_cast<std::size_t>(found - buffer_.data()) : buffer_.size();
        if (i - start_ > how_.bytes) return refuse(opened, "a quote that isn't closed within the longest row allowed");
        if (!found) continue;
        if (!has(i + 1) || buffer_[i + 1] != '"') break;
        cell.escaped = true;
        i += 2;
      }
      cell.end = i++;
      if (has(i) && buffer_[i] != how_.separator && buffer_[i] != '\n' && buffer_[i] != '\r') {
        // Where the two quotes stand on different lines, the first is the likelier fault: it was never closed.
        bool const one_line = std::string_view{buffer_}.substr(opened, i - opened).find_first_of("\n\r") == std::string_view::npos;
        return one_line ? refuse(i, "text after a closing quote") : refuse(opened, "a quote that isn't closed before other text follows");
      }
    } else {
      for (;;) {
        if (!has(i)) break;
        auto const end = buffer_.size();
        while (i < end && !stops_[static_cast<unsigned char>(buffer_[i])]) ++i;
        if (i - start_ > how_.bytes)
          return refuse(start_ + how_.bytes + 1, "a row of more than " + std::to_string(how_.bytes) + " bytes");
        if (i == end) continue;
        if (buffer_[i] == '"' && buffer_[i] != how_.separator) return refuse(i, "a quote in a cell that doesn't begin with one");
        break;
      }
      cell.end = i;
    }
    extents_.push_back(cell);
    if (extents_.size() > how_.cells) return refuse(cell.begin, "more than " + std::to_string(how_.cells) + " cells");
    if (!has(i)) return take(i, i);
    if (buffer_[i] != how_.separator) {
      bool const pair = buffer_[i] == '\r' && has(i + 1) && buffer_[i + 1] == '\n';
      return take(i, i + (pair ? 2 : 1));
    }
    ++i;
  }
}

row_reader::got row_reader::take(std::size_t end, std::size_t after) {
  raw_ = std::string_view{buffer_}.substr(start_, end - start_);
  std::string_view const whole = std::string_view{buffer_}.substr(start_, after - start_);
  line_ += quoted_ ? lines_in(whole) : (after > end ? 1U : 0U);
  start_ = after;
  column_ = 0;
  reason_.clear();
  // One pass over what is nearly always plain; vectors of the processor do it.
  unsigned char high = 0;
  unsigned char zeros = 0;
  for (char const c : raw_) {
    auto const byte = static_cast<unsigned char>(c);
    high = static_cast<unsigned char>(high | byte);
    zeros = static_cast<unsigned char>(zeros | (byte == 0 ? 1U : 0U));
  }
  if (auto const bad = high < 0x80 ? std::nullopt : first_invalid_utf8(raw_)) {
    column_ = *bad + 1;
    reason_ = "a byte that isn't UTF-8";
    return got::bad;
  }
  if (zeros != 0) {
    column_ = raw_.find('\0') + 1;
    reason_ = "a NUL";
    return got::bad;
  }
  unescaped_.clear();
  if (quoted_) unescaped_.reserve(raw_.size());   // so that what the cells look at stays where it is
  cells_.clear();
  for (auto const& e : extents_) {
    auto const text = std::string_view{buffer_}.substr(e.begin, e.end - e.begin);
    if (!e.escaped) {
      cells_.push_back(text);
      continue;
    }
    auto const from = unescaped_.size();
    for (std::size_t k = 0; k < text.size(); ++k) {
      unescaped_ += text[k];
      if (text[k] == '"') ++k;
    }
    cells_.push_back(std::string_view{unescaped_}.substr(from));
  }
  return got::row;
}

row_reader::got row_reader::refuse(std::size_t at, std::string reason) {
  reason_ = std::move(reason);
  row_line_ = line_;
  auto const begin = std::string_view{buffer_}.substr(start_, at - start_);
  auto const lead = begin.find_last_of("\n\r");
  column_ = at - start_ + 1;
  if (lead != std::string_view::npos) {
    column_ -= lead + 1;
    reason_ += " (on line " + std::to_string(line_ + lines_in(begin.substr(0, lead + 1))) + ')';
  }
  // Only the first line of it goes; the rest is looked at afresh.
  auto end = buffer_.find_first_of("\n\r", start_);
  kept_ = buffer_.substr(start_, std::min({end == std::string::npos ? buffer_.size() - start_ : end - start_, how_.bytes,
                                           std::size_t{65536}}));
  raw_ = kept_;
  while (end == std::string::npos && !ended_) {
    consumed_ += buffer_.size();
    buffer_.clear();
    start_ = 0;
    if (!fill()) break;
    end = buffer_.find_first_of("\n\r");
  }
  if (end == std::string::npos) {
    start_ = buffer_.size();
    return got::bad;
  }
  bool const pair = buffer_[end] == '\r' && has(end + 1) && buffer_[end + 1] == '\n';
  start_ = end + (pair ? 2 : 1);
  ++line_;
  return got::bad;
}

}  // namespace sinedie::detail
