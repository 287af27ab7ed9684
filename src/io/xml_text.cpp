// SPDX-License-Identifier: BSL-1.0
#include "xml_text.hpp"

#include <sinedie/io/display.hpp>

namespace sinedie::detail {

std::string xml_escaped(std::string_view text) {
  auto const harmless = sanitized(text);
  std::string made;
  made.reserve(harmless.size() + harmless.size() / 8);
  for (std::size_t i = 0; i < harmless.size(); ++i) {
    switch (harmless[i]) {
      case '&':
        made += "&amp;";
        break;
      case '<':
        made += "&lt;";
        break;
      case '>':
        made += "&gt;";
        break;
      case '"':
        made += "&quot;";
        break;
      case '\'':
        made += "&#39;";
        break;
      case '\xEF':
        // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
        if (i + 2 < harmless.size() && harmless[i + 1] == '\xBF' && (harmless[i + 2] == '\xBE' || harmless[i + 2] == '\xBF')) {
          made += "\xEF\xBF\xBD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        made += harmless[i];
    }
  }
  return made;
}

}  // namespace sinedie::detail
