// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a JSON text consists of, and what is wrong with it: the first error in its grammar, or every key that is given twice in one
/// object (however it is escaped). So whatever `check_json` accepts, simdjson accepts too.
///
///     check_json("{\"a\": 1, \"\\u0061\": 2}", {})          // one problem: duplicate_key, line 1, column 10

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>

#include "json_places.hpp"
#include "json_scanner.hpp"

namespace sinedie::detail {

/// Where a value begins, and one past its end.
struct json_stretch {
  std::size_t begin = nowhere;
  std::size_t end = nowhere;
};

/// A member of the outermost object; where its value is a list, with the places of its items.
struct json_part {
  std::string key;
  json_stretch value;
  bool is_list = false;
  std::vector<json_stretch> items;
};

struct json_examination {
  std::vector<problem> problems;
  /// The members whose names begin with `x-`, in the order of the text, without those inside another one.
  std::vector<json_extent> own;
  bool is_object = false;  ///< the outermost value
  std::vector<json_part> parts;
};

/// What is wrong with the text: nothing, or the first error in its grammar, or every key that is given twice. Each has its line
/// and column; offsets are from the start of the text, a byte order mark included.
[[nodiscard]] json_examination examine_json(std::string_view text, json_bounds const& bounds);
/// The same at a glance, without the items of the outermost object's lists: whoever goes on must parse each. Nothing where there may
/// be anything wrong, or any member whose name begins with `x-`.
[[nodiscard]] std::optional<json_examination> skim_json(std::string_view text, json_bounds const& bounds);
[[nodiscard]] inline std::vector<problem> check_json(std::string_view text, json_bounds const& bounds) {
  return examine_json(text, bounds).problems;
}

}  // namespace sinedie::detail
