// SPDX-License-Identifier: BSL-1.0
#pragma once

/// UTF-8, byte by byte: what is well formed, where the first fault is, and what characters stand there.
///
/// Well formed means the Unicode Standard's table 3-7: no overlong forms, no surrogates, nothing past U+10FFFF. Nothing here
/// throws, allocates (but for `append_utf8`) or reads past the end. Walking ill-formed text is defined too: each byte that
/// begins no sequence is one step, marked as such.
///
///     first_invalid_utf8("Riy\xC4");    // 3: a lead byte without its tail
///     for (utf8_step s : utf8_steps{"ł\xFF"}) …    // U+0142 at 0, 2 bytes; U+FFFD at 2, 1 byte, not valid

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace sinedie::detail {

/// The length in bytes of the well-formed sequence that begins `text`, or 0.
[[nodiscard]] constexpr std::size_t utf8_sequence(std::string_view text) noexcept {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto const tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (text.empty()) return 0;
  unsigned const lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

/// The offset of the first byte that belongs to no well-formed sequence; nothing where all of `text` is well formed.
[[nodiscard]] constexpr std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      // Where one is ASCII, the next ones tend to be, so eight are looked at together.
      unsigned bits = 0x80;
      if (text.size() - i >= 8) {
        bits = 0;
        for (std::size_t k = 0; k < 8; ++k) bits |= static_cast<unsigned char>(text[i + k]);
      }
      i += bits < 0x80 ? 8 : 1;
      continue;
    }
    std::size_t const length = utf8_sequence(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

/// One step through a text: a character, or one byte that belongs to none.
struct utf8_step {
  char32_t character = 0xFFFD;  ///< U+FFFD where not `valid`
  std::size_t offset = 0;
  std::size_t length = 1;  ///< in bytes
  bool valid = false;
};

/// The step that begins at `offset`. Precondition: `offset < text.size()`.
[[nodiscard]] constexpr utf8_step utf8_step_at(std::string_view text, std::size_t offset) noexcept {
  std::size_t const length = utf8_sequence(text.substr(offset));
  if (length == 0) return {0xFFFD, offset, 1, false};
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i])); };
  char32_t c = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (byte(i) & 0x3FU);
  return {c, offset, length, true};
}

/// The steps of a text, for a range-for. The text must outlive it.
class utf8_steps {
 public:
  class iterator {
   public:
    using value_type = utf8_step;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() noexcept = default;
    constexpr iterator(std::string_view text, std::size_t offset) noexcept : text_{text} { read(offset); }
    [[nodiscard]] constexpr utf8_step operator*() const noexcept { return step_; }
    constexpr iterator& operator++() noexcept {
      read(step_.offset + step_.length);
      return *this;
    }
    constexpr iterator operator++(int) noexcept {
      auto const before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator const& a, iterator const& b) noexcept { return a.step_.offset == b.step_.offset; }

   private:
    constexpr void read(std::size_t offset) noexcept {
      step_ = offset < text_.size() ? utf8_step_at(text_, offset) : utf8_step{0xFFFD, text_.size(), 0, false};
    }
    std::string_view text_;
    utf8_step step_;
  };

  constexpr explicit utf8_steps(std::string_view text) noexcept : text_{text} {}
  [[nodiscard]] constexpr iterator begin() const noexcept { return {text_, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

/// Appends `character` to `text`. A surrogate, and what lies past U+10FFFF, become U+FFFD.
inline void append_utf8(std::string& text, char32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = 0xFFFD;
  auto const put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (character < 0x80) return put(character);
  if (character < 0x800) {
    put(0xC0U | (character >> 6U));
  } else {
    if (character < 0x10000) {
      put(0xE0U | (character >> 12U));
    } else {
      put(0xF0U | (character >> 18U));
      put(0x80U | ((character >> 12U) & 0x3FU));
    }
    put(0x80U | ((character >> 6U) & 0x3FU));
  }
  put(0x80U | (character & 0x3FU));
}

/// Unicode's White_Space.
[[nodiscard]] constexpr bool is_white_space(char32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// C0, DEL and C1: Unicode's general category Cc.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// What shows nothing and changes how its neighbours show or read: zero-width characters, marks of direction (overrides,
/// embeddings, isolates), separators of lines, invisible operators, interlinear marks, tags, fillers that look like blanks.
[[nodiscard]] constexpr bool is_hidden(char32_t c) noexcept {
  return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 ||
         (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFFB) ||
         (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace sinedie::detail
