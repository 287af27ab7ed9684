// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What makes two spellings of a name the same name when somebody looks it up.
///
/// Folding forgets case, diacritics and punctuation, and whatever else writers differ in without meaning to: composed and
/// decomposed letters, full-width and ligature forms, `ß` and `ss`, `ł` and `l`, all four of `I İ ı i`, blanks of any width,
/// characters that can't be seen. An apostrophe folds to nothing (`Sana'a`, `Sanaa`), so do full stops between single letters
/// (`U.S.A.`, `USA`); other punctuation and blanks fold to one blank between words and none at the ends. A folded text is a
/// key, not a text to show. What folds to nothing at all (`"—"`) has no key.
///
///     fold("İSTANBUL");             // "istanbul"
///     fold("Guinea–Bissau");        // "guinea bissau"
///     fold("Côte d’Ivoire");        // "cote divoire"
///
/// Letters of different scripts stay different, however alike they look, and so do letters whose marks are letters in their own
/// right (Japanese voicing, the vowels of India and South-East Asia). Folding a folded text changes nothing. It depends on no
/// locale, takes time in proportion to the text, gives at most 12 bytes for each one, and never fails: a byte that isn't UTF-8
/// folds to U+FFFD, which equals only itself.

#include <string>
#include <string_view>

#include <sinedie/config.hpp>

namespace sinedie {

/// The key under which a name is looked up. Empty for what holds no letter, digit or symbol.
[[nodiscard]] std::string fold(std::string_view text);

/// Whether two spellings are one name.
[[nodiscard]] inline bool same_name(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

namespace detail {

/// The folded text with each Cyrillic and Greek letter that a reader takes for a Latin one replaced by that one. Texts that look
/// alike have equal skeletons; so do some that don't.
[[nodiscard]] std::string skeleton(std::string_view text);

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/fold-inl.hpp>
#endif
