// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/timeline/query.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie {
namespace detail {

[[nodiscard]] SINEDIE_INLINE std::string spelled_value(std::string_view value) {
  bool const plain = !value.empty() && std::ranges::none_of(utf8_steps{value}, [](utf8_step const& s) { return ends_bare(s.character); });
  if (plain) return std::string{value};
  std::string text = "\"";
  for (char const c : value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace detail

SINEDIE_INLINE std::string to_string(term const& t) {
  std::string text;
  if (t.mode == term_mode::certainly) text += "certainly ";
  if (t.mode == term_mode::possibly) text += "possibly ";
  if (t.exactly) text += "exactly ";
  if (t.key == term_key::flagged) return text.append(to_string(t.flag));
  if (stands_alone(t.key)) return text.append(to_string(t.key));
  text.append(to_string(t.key)) += ':' + detail::spelled_value(t.value);
  if (!takes_reference(t.key)) {
    for (auto const& other : t.others) text += ',' + detail::spelled_value(other);
    return text;
  }
  if (t.when) return text + ',' + detail::spelled_value(t.when->text());
  return text + ",event:" + detail::spelled_value(t.others.empty() ? std::string_view{} : std::string_view{t.others.front()});
}

SINEDIE_INLINE std::string query::text() const {
  struct spelled {
    std::string text;
    op what;
  };
  std::vector<spelled> stack;
  for (step const s : steps()) {
    if (s.what == op::term) {
      stack.push_back({to_string(terms()[s.term]), s.what});
      continue;
    }
    // What binds looser than what it stands in needs parentheses; what is said of more than a term always has them.
    auto const inner = [&](spelled const& operand) {
      bool const loose = operand.what == op::disjunction || (operand.what == op::conjunction && s.what != op::conjunction);
      bool const bracket = s.what == op::certainly || s.what == op::possibly || (s.what != op::disjunction && loose);
      return bracket ? '(' + operand.text + ')' : operand.text;
    };
    std::size_t const from = stack.size() - s.count;
    std::string text = s.what == op::negation    ? "not "
                       : s.what == op::certainly ? "certainly "
                       : s.what == op::possibly  ? "possibly "
                                                 : "";
    for (std::size_t i = from; i < stack.size(); ++i) {
      if (i != from) text += s.what == op::conjunction ? " " : " or ";
      text += inner(stack[i]);
    }
    stack.resize(from + 1);
    stack.back() = {std::move(text), s.what};
  }
  return stack.empty() ? std::string{to_string(term_key::everything)} : std::move(stack.back().text);
}

}  // namespace sinedie
