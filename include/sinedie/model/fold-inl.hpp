// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include <utf8proc.h>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/fold.hpp>

namespace sinedie {
namespace detail {

/// A letter and the one or two that it folds to, where Unicode gives it no decomposition.
struct letter_fold {
  char32_t letter;
  char32_t first;
  char32_t second;
};

/// Sorted by letter, all in lower case.
inline constexpr std::array letter_folds{
    letter_fold{0xE6, U'a', U'e'},   letter_fold{0xF0, U'd', 0},      letter_fold{0xF8, U'o', 0},      letter_fold{0xFE, U't', U'h'},
    letter_fold{0x111, U'd', 0},     letter_fold{0x127, U'h', 0},     letter_fold{0x131, U'i', 0},     letter_fold{0x138, U'k', 0},
    letter_fold{0x142, U'l', 0},     letter_fold{0x14B, U'n', 0},     letter_fold{0x153, U'o', U'e'},  letter_fold{0x167, U't', 0},
    letter_fold{0x180, U'b', 0},     letter_fold{0x188, U'c', 0},     letter_fold{0x199, U'k', 0},     letter_fold{0x19A, U'l', 0},
    letter_fold{0x1B4, U'y', 0},     letter_fold{0x1B6, U'z', 0},     letter_fold{0x1DD, U'e', 0},     letter_fold{0x1E5, U'g', 0},
    letter_fold{0x237, U'j', 0},     letter_fold{0x23C, U'c', 0},     letter_fold{0x247, U'e', 0},     letter_fold{0x249, U'j', 0},
    letter_fold{0x24D, U'r', 0},     letter_fold{0x24F, U'y', 0},     letter_fold{0x253, U'b', 0},     letter_fold{0x254, U'o', 0},
    letter_fold{0x256, U'd', 0},     letter_fold{0x257, U'd', 0},     letter_fold{0x259, U'e', 0},     letter_fold{0x25B, U'e', 0},
    letter_fold{0x268, U'i', 0},     letter_fold{0x272, U'n', 0},     letter_fold{0x275, U'o', 0},     letter_fold{0x289, U'u', 0},
    // Arabic: the forms of one letter that keyboards and editors mix
    letter_fold{0x629, 0x647, 0},    letter_fold{0x649, 0x64A, 0},    letter_fold{0x6A9, 0x643, 0},    letter_fold{0x6C1, 0x647, 0},
    letter_fold{0x6CC, 0x64A, 0},
};

/// A letter and the Latin one that it is taken for.
struct look_alike {
  char32_t letter;
  char32_t latin;
};

/// Sorted by letter. Greek, then Cyrillic; capitals apart, since H of Greek looks like H and its small letter like n.
inline constexpr std::array look_alike_letters{
    look_alike{0x391, U'A'}, look_alike{0x392, U'B'}, look_alike{0x395, U'E'}, look_alike{0x396, U'Z'}, look_alike{0x397, U'H'},
    look_alike{0x399, U'I'}, look_alike{0x39A, U'K'}, look_alike{0x39C, U'M'}, look_alike{0x39D, U'N'}, look_alike{0x39F, U'O'},
    look_alike{0x3A1, U'P'}, look_alike{0x3A4, U'T'}, look_alike{0x3A5, U'Y'}, look_alike{0x3A7, U'X'}, look_alike{0x3B1, U'a'},
    look_alike{0x3B2, U'b'}, look_alike{0x3B3, U'y'}, look_alike{0x3B5, U'e'}, look_alike{0x3B7, U'n'}, look_alike{0x3B9, U'i'},
    look_alike{0x3BA, U'k'}, look_alike{0x3BC, U'u'}, look_alike{0x3BD, U'v'}, look_alike{0x3BF, U'o'}, look_alike{0x3C1, U'p'},
    look_alike{0x3C4, U't'}, look_alike{0x3C5, U'u'}, look_alike{0x3C7, U'x'}, look_alike{0x3C9, U'w'}, look_alike{0x3F2, U'c'},
    look_alike{0x3F3, U'j'}, look_alike{0x3F9, U'C'}, look_alike{0x405, U'S'}, look_alike{0x406, U'I'}, look_alike{0x408, U'J'},
    look_alike{0x410, U'A'}, look_alike{0x412, U'B'}, look_alike{0x415, U'E'}, look_alike{0x417, U'3'}, look_alike{0x41A, U'K'},
    look_alike{0x41C, U'M'}, look_alike{0x41D, U'H'}, look_alike{0x41E, U'O'}, look_alike{0x420, U'P'}, look_alike{0x421, U'C'},
    look_alike{0x422, U'T'}, look_alike{0x423, U'Y'}, look_alike{0x425, U'X'}, look_alike{0x42C, U'b'}, look_alike{0x430, U'a'},
    look_alike{0x432, U'b'}, look_alike{0x433, U'r'}, look_alike{0x435, U'e'}, look_alike{0x437, U'3'}, look_alike{0x438, U'u'},
    look_alike{0x43A, U'k'}, look_alike{0x43C, U'm'}, look_alike{0x43D, U'h'}, look_alike{0x43E, U'o'}, look_alike{0x43F, U'n'},
    look_alike{0x440, U'p'}, look_alike{0x441, U'c'}, look_alike{0x442, U't'}, look_alike{0x443, U'y'}, look_alike{0x445, U'x'},
    look_alike{0x44C, U'b'}, look_alike{0x455, U's'}, look_alike{0x456, U'i'}, look_alike{0x458, U'j'}, look_alike{0x4AE, U'Y'},
    look_alike{0x4AF, U'y'}, look_alike{0x4BA, U'h'}, look_alike{0x4BB, U'h'}, look_alike{0x4C0, U'I'}, look_alike{0x4CF, U'l'},
    look_alike{0x501, U'd'}, look_alike{0x51A, U'Q'}, look_alike{0x51B, U'q'}, look_alike{0x51C, U'W'}, look_alike{0x51D, U'w'},
};

static_assert(std::ranges::is_sorted(letter_folds, {}, &letter_fold::letter));
static_assert(std::ranges::is_sorted(look_alike_letters, {}, &look_alike::letter));

[[nodiscard]] inline utf8proc_category_t category(char32_t c) noexcept {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

/// Marks that a name is also written without: those of Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac, and selectors.
[[nodiscard]] constexpr bool is_dispensable_mark(char32_t c) noexcept {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || c == 0x711 || (c >= 0x730 && c <= 0x74A) ||
         (c >= 0x8CA && c <= 0x8FF) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// What stands inside a word without parting it: apostrophes, primes, the ayin and hamza of transliterations, tatweel.
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) noexcept {
  return c == U'\'' || c == U'`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2C1) || c == 0x2C8 || c == 0x2EE || c == 0x5F3 || c == 0x5F4 ||
         c == 0x640 || c == 0x1FBD || c == 0x1FBF || c == 0x1FEF || c == 0x1FFD || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2032 || c == 0x2035 || c == 0x374 || c == 0xA78B || c == 0xA78C || c == 0xFF07 || c == 0xFF40;
}

/// Whether a character only parts words.
[[nodiscard]] inline bool is_parting(char32_t c) noexcept {
  if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return false;
  if (is_white_space(c) || is_control(c)) return true;
  switch (category(c)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return false;
  }
}

/// Appends the decomposition of `c`, with `options` of utf8proc.
inline void decompose(char32_t c, utf8proc_option_t options, std::vector<char32_t>& out) {
  std::array<utf8proc_int32_t, 64> parts;
  int boundary = 0;
  auto const count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                                             options, &boundary);
  if (count < 0 || static_cast<std::size_t>(count) > parts.size()) return out.push_back(c);
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) out.push_back(static_cast<char32_t>(parts[i]));
}

/// Puts each run of marks into canonical order. (Unicode 15, D109; utf8proc's own way takes the square of a run's length)
inline void order_marks(std::vector<char32_t>& text) {
  auto const rank = [](char32_t c) {
    return static_cast<std::size_t>(utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class);
  };
  for (auto first = text.begin(); first != text.end();) {
    if (*first < 0x300 || rank(*first) == 0) {
      ++first;
      continue;
    }
    auto const last = std::find_if(first, text.end(), [&](char32_t c) { return rank(c) == 0; });
    // A stable sort: by insertion, or by counting where somebody piled marks up. Clang 19 refuses std::stable_sort of libstdc++ 12,
    // which uses what C++17 deprecated.
    if (last - first <= 16) {
      for (auto next = first; next != last; ++next) {
        for (auto mark = next; mark != first && rank(*mark) < rank(mark[-1]); --mark) std::swap(*mark, mark[-1]);
      }
    } else {
      std::array<std::size_t, 257> place{};
      for (auto mark = first; mark != last; ++mark) ++place[rank(*mark) + 1];
      for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
      std::vector<char32_t> const run(first, last);
      for (char32_t const mark : run) first[static_cast<std::ptrdiff_t>(place[rank(mark)]++)] = mark;
    }
    first = last;
  }
}

/// Appends what a letter without dispensable marks folds to: letters, marks that count, and whatever parts words. `parts` is
/// room to work in.
inline void fold_letter(char32_t c, std::vector<char32_t>& out, std::vector<char32_t>& parts) {
  auto const keep = [&](char32_t part) {
    if (part < 0x80) {
      if (part != U'\'' && part != U'`') out.push_back(part);
      return;
    }
    if (is_dispensable_mark(part) || is_apostrophe(part)) return;
    if ((is_hidden(part) && !is_white_space(part)) || category(part) == UTF8PROC_CATEGORY_CF) return;
    auto const at = std::ranges::lower_bound(letter_folds, part, {}, &letter_fold::letter);
    if (at == letter_folds.end() || at->letter != part) return out.push_back(part);
    out.push_back(at->first);
    if (at->second != 0) out.push_back(at->second);
  };
  if (is_apostrophe(c)) return;
  if (c < 0x80) return out.push_back(c >= U'A' && c <= U'Z' ? c + 32 : c);
  parts.clear();
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  decompose(c, options, parts);
  for (char32_t const part : parts) keep(part);
}

/// Parts words by one blank, joins single letters over full stops, and writes UTF-8.
[[nodiscard]] inline std::string join_words(std::vector<char32_t> const& text) {
  std::string out;
  out.reserve(text.size());
  std::size_t letters = 0;  // since the last blank or full stop
  bool blank = false;
  auto const parts = [&](std::size_t i) { return i >= text.size() || is_parting(text[i]); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (parts(i)) {
      bool const abbreviation = text[i] == U'.' && letters == 1 && !parts(i + 1) && parts(i + 2) && !blank;
      blank = blank || (!abbreviation && !out.empty());
      letters = 0;
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    append_utf8(out, text[i]);
    ++letters;
  }
  return out;
}

/// The canonical decomposition, without hidden characters and dispensable marks.
[[nodiscard]] inline std::vector<char32_t> bare_letters(std::string_view text) {
  std::vector<char32_t> bare;
  bare.reserve(text.size());
  for (utf8_step const step : utf8_steps{text}) {
    if (step.character < 0xC0) {
      bare.push_back(step.character);
    } else {
      decompose(step.character, UTF8PROC_DECOMPOSE, bare);
    }
  }
  std::erase_if(bare, is_dispensable_mark);
  order_marks(bare);
  return bare;
}

[[nodiscard]] inline std::string fold_letters(std::vector<char32_t> const& bare) {
  std::vector<char32_t> folded;
  folded.reserve(bare.size());
  std::vector<char32_t> parts;
  for (char32_t const c : bare) fold_letter(c, folded, parts);
  order_marks(folded);
  return join_words(folded);
}

SINEDIE_INLINE std::string skeleton(std::string_view text) {
  std::vector<char32_t> letters = bare_letters(text);
  for (char32_t& c : letters) {
    auto const at = std::ranges::lower_bound(look_alike_letters, c, {}, &look_alike::letter);
    if (at != look_alike_letters.end() && at->letter == c) c = at->latin;
  }
  return fold_letters(letters);
}

}  // namespace detail

SINEDIE_INLINE std::string fold(std::string_view text) { return detail::fold_letters(detail::bare_letters(text)); }

}  // namespace sinedie
