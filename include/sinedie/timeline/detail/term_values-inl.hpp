// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/model/id.hpp>
#include <sinedie/model/names.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/vocabulary.hpp>
#include <sinedie/time/datedness.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie::detail {

inline constexpr std::array<std::string_view, 4> datedness_words{"exact", "partial", "bounded", "unknown"};
inline constexpr std::size_t allen_relations = 13;  // the first of `relation_words`

SINEDIE_INLINE std::string did_you_mean(std::vector<std::string> const& near) {
  std::string text;
  for (std::size_t i = 0; i < near.size(); ++i)
    text += (i == 0 ? "; did you mean '" : i + 1 == near.size() ? " or '" : ", '") + near[i] + '\'';
  return text.empty() ? text : text + '?';
}

SINEDIE_INLINE std::string upper_case(std::string_view code) {
  std::string upper{code};
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

[[nodiscard]] SINEDIE_INLINE std::optional<value_fault> fault_in_word(std::string_view value, std::string_view what,
                                                                      std::span<std::string_view const> words) {
  if (std::find(words.begin(), words.end(), value) != words.end()) return std::nullopt;
  std::string known;
  for (std::string_view const each : words) known += (known.empty() ? "" : ", ") + std::string{each};
  return value_fault{errc::unknown_word, quoted(value) + " is no " + std::string{what}, "one of " + known,
                     did_you_mean(nearest(value, words))};
}

[[nodiscard]] SINEDIE_INLINE std::optional<value_fault> fault_in_digits(std::string_view value, std::string_view what, std::size_t least,
                                                                        std::size_t most) {
  auto const other = static_cast<std::size_t>(
      std::find_if(value.begin(), value.end(), [](char c) { return c < '0' || c > '9'; }) - value.begin());
  auto const digits = std::to_string(least) + " to " + std::to_string(most) + " digits";
  if (other < value.size()) return value_fault{errc::bad_syntax, quoted(value) + " is no " + std::string{what}, digits, {}, other};
  if (value.size() < least || value.size() > most)
    return value_fault{errc::bad_syntax, quoted(value) + " is no " + std::string{what}, digits, {}, std::min(value.size(), most)};
  return std::nullopt;
}

SINEDIE_INLINE std::optional<value_fault> fault_in(term_key key, std::size_t n, std::size_t count, std::string_view value) {
  switch (key) {
    case term_key::status: return fault_in_word(value, "status", status_words);
    case term_key::mode: return fault_in_word(value, "mode", words<mode>());
    case term_key::why: return fault_in_word(value, "reason for having no date", words<why_undated>());
    case term_key::datedness: return fault_in_word(value, "degree of being dated", datedness_words);
    case term_key::cameo: return fault_in_digits(value, "code of CAMEO", 2, 4);
    case term_key::round:
      if (n + 1 < count) return std::nullopt;
      if (auto fault = fault_in_digits(value, "number of a round", 1, 9)) return fault;
      if (value.front() == '0') return value_fault{errc::bad_syntax, quoted(value) + " is no number of a round", "a number from 1 on"};
      return std::nullopt;
    case term_key::allen:
      if (n > 0) break;
      return fault_in_word(value, "relation of Allen's", std::span{relation_words}.first(allen_relations));
    case term_key::within: {
      if (n > 0) break;
      auto const d = time::duration::try_parse(value);
      if (d) return std::nullopt;
      return value_fault{d.error().code, d.error().message, "a length of time such as P30D", {}, d.error().offset.value_or(0)};
    }
    case term_key::id: break;
    default: return std::nullopt;
  }
  auto const why = why_no_id(value, "event");
  if (!why) return std::nullopt;
  return value_fault{why->code, why->message, why->expected, {}, why->offset.value_or(0)};
}

}  // namespace sinedie::detail
