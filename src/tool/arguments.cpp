// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"

#include <algorithm>

#include <sinedie/error.hpp>

#include "common.hpp"

namespace sinedie::tool {

namespace {

/// No option begins with a digit; years before 0000 do, behind their sign.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

arguments::arguments(std::vector<std::string> const& words, std::span<option const> known) {
  bool options_end = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view const word = words[i];
    if (options_end || word.size() < 2 || word.front() != '-' || is_digit(word[1])) {
      rest_.emplace_back(word);
      continue;
    }
    if (word == "--") {
      options_end = true;
      continue;
    }
    auto const equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    auto const name = word.substr(0, equals);
    auto const found = std::find_if(known.begin(), known.end(), [&](option const& o) { return o.name == name; });
    if (found == known.end()) {
      std::vector<std::string_view> names;
      for (auto const& o : known) names.push_back(o.name);
      raise_unknown("option", name, names);
    }
    std::string value;
    if (found->valued()) {
      if (equals != std::string_view::npos) value = word.substr(equals + 1);
      else if (i + 1 < words.size()) value = words[++i];
      else detail::raise(errc::bad_argument, "the option " + std::string{name} + " needs a value");
    } else if (equals != std::string_view::npos) {
      detail::raise(errc::bad_argument, "the option " + std::string{name} + " takes no value");
    }
    if (!given_.emplace(name, value).second) detail::raise(errc::bad_argument, "the option " + std::string{name} + " is given twice");
  }
}

std::string arguments::value(std::string_view name, std::string_view otherwise) const {
  auto const found = given_.find(name);
  return found == given_.end() ? std::string{otherwise} : found->second;
}

}  // namespace sinedie::tool
