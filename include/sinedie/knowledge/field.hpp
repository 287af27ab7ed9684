// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The fields of a claim, by name: what is decided by itself when it is asked which statement stands.
///
///     to_string(field::when);   // "when", as in files

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sinedie {

enum class field : unsigned char { status, when, expected, why_undated, venues, parties, modes, topics, series, by };

inline constexpr std::array<std::string_view, 10> field_words{"status",  "when",  "expected", "why_undated", "venues",
                                                              "parties", "modes", "topics",   "series",      "by"};
inline constexpr std::size_t field_count = field_words.size();

[[nodiscard]] constexpr std::string_view to_string(field f) noexcept { return field_words[static_cast<std::size_t>(f)]; }

/// What it is called in French.
[[nodiscard]] constexpr std::string_view in_french(field f) noexcept {
  constexpr std::array<std::string_view, field_count> words{"état",    "date",  "attente", "raison de ne pas avoir de date", "lieu",
                                                            "parties", "modes", "thèmes",  "série",                          "auteurs"};
  return words[static_cast<std::size_t>(f)];
}

/// The field of that name; nothing for any other word.
[[nodiscard]] constexpr std::optional<field> to_field(std::string_view word) noexcept {
  for (std::size_t i = 0; i < field_count; ++i)
    if (field_words[i] == word) return static_cast<field>(i);
  return std::nullopt;
}

/// A set of fields.
class field_set {
 public:
  [[nodiscard]] constexpr bool has(field f) const noexcept { return (bits_ >> static_cast<unsigned>(f) & 1U) != 0; }
  constexpr field_set& set(field f, bool on = true) noexcept {
    auto const bit = 1U << static_cast<unsigned>(f);
    bits_ = static_cast<std::uint16_t>(on ? bits_ | bit : bits_ & ~bit);
    return *this;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  friend constexpr bool operator==(field_set, field_set) noexcept = default;

 private:
  std::uint16_t bits_ = 0;
};

}  // namespace sinedie
