// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which values each key takes: one place that says so, for queries that are read and for those built in C++.
///
/// Names and ids can't be judged before the query meets a dossier; closed words, numbers, codes and lengths of time can.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>
#include <sinedie/timeline/term.hpp>

namespace sinedie::detail {

/// Whether a bare value ends before `c`.
[[nodiscard]] constexpr bool ends_bare(char32_t c) noexcept {
  return c == U'"' || c == U'(' || c == U')' || c == U',' || is_white_space(c);
}

/// What is wrong with a value, where in it, and what could have stood there.
struct value_fault {
  errc code;
  std::string what;
  std::string expected;
  std::string hint = {};
  std::size_t offset = 0;
};

/// What keeps value `n` of `count` from being one of `key`; nothing where it may be one. Dates aren't judged here.
[[nodiscard]] std::optional<value_fault> fault_in(term_key key, std::size_t n, std::size_t count, std::string_view value);

/// `; did you mean 'a', 'b' or 'c'?`, or nothing where nothing is near.
[[nodiscard]] std::string did_you_mean(std::vector<std::string> const& near);

/// What a dotted or undotted code of CAMEO or PLOVER is compared by.
[[nodiscard]] std::string upper_case(std::string_view code);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/term_values-inl.hpp>
#endif
