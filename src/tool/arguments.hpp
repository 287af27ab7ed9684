// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What somebody typed after `sinedie`: options by their names, the rest in order. Each command says which options it takes;
/// any other is an error with the nearest known.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sinedie::tool {

/// An option, and all that help, the manual page and the shells' completion say of it.
struct option {
  std::string_view name;        ///< with its dashes
  std::string_view value;       ///< what its value is called, such as QUERY; empty: it takes none
  std::string_view help;        ///< what it does, in words
  std::string_view words = {};  ///< the values that it takes, with blanks between; empty: any
  bool file = false;            ///< its value is the name of a file

  [[nodiscard]] constexpr bool valued() const noexcept { return !value.empty(); }
};

class arguments {
 public:
  /// Throws `sinedie::error` for an option that isn't known, given twice, or without its value.
  arguments(std::vector<std::string> const& words, std::span<option const> known);

  [[nodiscard]] std::vector<std::string> const& rest() const noexcept { return rest_; }
  [[nodiscard]] bool has(std::string_view name) const { return given_.contains(name); }
  /// The option's value; `otherwise` where it wasn't given.
  [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> given_;
  std::vector<std::string> rest_;
};

}  // namespace sinedie::tool
