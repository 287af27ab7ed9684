// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A name, title or note, in one language or several.
///
/// A text is either untagged or tagged with the language it is in (a tag such as `en`, `fr`, `zh-Hant`: BCP 47 in shape); a
/// `localized` holds at most one for each tag. A plain string becomes an untagged one wherever a `localized` is wanted. Asking
/// always gives an answer if there is any: in that language, else in the nearest there is.
///
///     auto const name = localized{"Russia"}.in("fr", "Russie");
///     name.get("fr-CH");   // "Russie"
///     name.get("tr");      // "Russia"
///
/// Texts are UTF-8 without NUL (`errc::bad_encoding`, `errc::bad_character`, both with the byte's offset). Whatever else
/// stands in them, control characters included, is kept and made harmless where it is shown. Tags compare without regard to
/// case and are kept in the usual one: `ZH-hant` is `zh-Hant`.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/error.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

namespace detail {

/// What keeps `text` from being stored: bytes that aren't UTF-8, or a NUL.
[[nodiscard]] std::optional<problem> why_no_text(std::string_view text);

/// What keeps `tag` from naming a language: 1 to 35 characters, subtags of 1 to 8 ASCII letters and digits with a hyphen
/// between each two, the first all letters.
[[nodiscard]] std::optional<problem> why_no_language(std::string_view tag);

/// The usual case: language in lower case, a script's four letters capitalised, a region's two in upper case.
[[nodiscard]] std::string usual_case(std::string_view tag);

}  // namespace detail

class localized {
 public:
  struct entry {
    std::string language;  ///< empty where untagged
    std::string text;

    friend bool operator==(entry const&, entry const&) = default;
  };

  /// No text at all.
  localized() = default;

  /// An untagged text.
  template <detail::string_like Text>
  localized(Text const& text) {  // NOLINT(google-explicit-constructor)
    if constexpr (std::is_pointer_v<Text>) {
      if (text == nullptr) detail::raise(errc::bad_argument, "a null pointer can't be a text");
    }
    put({}, std::string_view{text});
  }

  [[nodiscard]] static result<localized> try_parse(std::string_view text);

  /// Adds the text in another language. Throws `errc::bad_syntax` where `language` is no tag, `errc::duplicate_key` where it has
  /// a text already.
  localized& in(std::string_view language, std::string_view text) & {
    put_tagged(language, text);
    return *this;
  }
  [[nodiscard]] localized&& in(std::string_view language, std::string_view text) && {
    put_tagged(language, text);
    return std::move(*this);
  }

  /// The text in `language`, else in one that it narrows (`zh` for `zh-Hant-TW`), else in another form of it (`en-GB` for
  /// `en-US`), else untagged, else in English, else in the first by tag; the empty text where there is none.
  [[nodiscard]] std::string const& get(std::string_view language = {}) const& noexcept;
  [[nodiscard]] std::string get(std::string_view language = {}) && { return std::as_const(*this).get(language); }

  /// Sorted by tag, the untagged one first.
  [[nodiscard]] std::vector<entry> const& entries() const& noexcept { return entries_; }
  [[nodiscard]] std::vector<entry> entries() && noexcept { return std::move(entries_); }

  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }

  friend bool operator==(localized const&, localized const&) = default;

 private:
  friend class detail::block;  // which hands out again what was checked once
  void put(std::string language, std::string_view text);
  void put_tagged(std::string_view language, std::string_view text);

  std::vector<entry> entries_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/text-inl.hpp>
#endif
