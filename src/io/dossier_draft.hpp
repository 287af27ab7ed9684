// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A dossier as one text gives it, before anybody has looked at what its entries refer to.

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>
#include <sinedie/io/reading.hpp>
#include <sinedie/model/dossier.hpp>

#include "scrutiny.hpp"

namespace sinedie::detail {

/// The names of the lists in a file, by sort.
inline constexpr std::array<std::string_view, 6> section_words{"parties", "venues", "series", "events", "documents", "reports"};

struct dossier_draft {
  dossier whole;
  /// Of each entry of `whole`, its number in the file's list.
  std::array<std::vector<std::uint32_t>, 6> numbers;
  /// Lists inside entries of which some items were dropped for what was wrong with them: the numbers of those that are left.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> kept;
  /// In the order of the text, with their places.
  std::vector<problem> problems;
  /// Whether all entries were looked at; if not, what refers to them can't be judged.
  bool complete = false;
};

/// A quick look, and where that isn't enough a thorough one.
[[nodiscard]] dossier_draft draft_dossier(std::string_view json, reading const& how);
/// Only the one; nothing where a quick one isn't enough. Both give the same.
[[nodiscard]] std::optional<dossier_draft> draft_dossier(std::string_view json, reading const& how, scrutiny how_closely);

}  // namespace sinedie::detail
