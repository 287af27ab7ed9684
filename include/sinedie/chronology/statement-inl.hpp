// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/chronology/statement.hpp>

namespace sinedie {

SINEDIE_INLINE std::string to_sentence(contradiction const& c, std::string_view language) {
  bool const fr = language == "fr";
  std::string text = fr ? "Tout ne peut pas être vrai : " : "It can't all be true that ";
  for (std::size_t i = 0; i < c.statements.size(); ++i) {
    if (i != 0) text += i + 1 == c.statements.size() ? (fr ? " et " : ", and that ") : (fr ? ", " : ", that ");
    text += c.statements[i].text;
  }
  return text + '.';
}

}  // namespace sinedie
