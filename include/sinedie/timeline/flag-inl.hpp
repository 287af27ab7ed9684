// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <sinedie/model/names.hpp>
#include <sinedie/timeline/flag.hpp>

namespace sinedie {

SINEDIE_INLINE result<flag> try_parse_flag(std::string_view word) {
  if (auto const known = to_flag(word)) return *known;
  problem p;
  p.code = errc::unknown_word;
  p.message = detail::quoted(word) + " is no flag";
  p.offset = 0;
  p.found = word;
  auto const near = nearest(word, flag_words);
  for (std::string const& candidate : near.empty() ? std::vector<std::string>(flag_words.begin(), flag_words.end()) : near) {
    if (!p.expected.empty()) p.expected += ", ";
    p.expected += candidate;
  }
  p.message += (near.empty() ? "; flags are " : "; did you mean ") + p.expected + (near.empty() ? "" : "?");
  return p;
}

}  // namespace sinedie
