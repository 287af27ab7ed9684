// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where things stand in a JSON text: lines and columns, and values by their JSON pointers (RFC 6901).
///
///     locate_json("{\"a\": [1, 22]}", {"/a/1"})[0].begin     // 10

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/error.hpp>

#include "json_scanner.hpp"

namespace sinedie::detail {

/// Line and column of an offset, both from 1; columns are bytes, and a byte order mark counts for none. Built once in one pass.
class line_map {
 public:
  explicit line_map(std::string_view text);
  [[nodiscard]] place at(std::size_t offset) const;

 private:
  std::size_t mark_ = 0;
  std::vector<std::size_t> starts_;  // of each line
};

/// Where a value stands, and the key it stands under (`nowhere` in an array and for the root).
struct json_extent {
  std::size_t key = nowhere;
  std::size_t begin = nowhere;
  std::size_t end = nowhere;

  [[nodiscard]] bool found() const noexcept { return begin != nowhere; }
};

/// Where each of many values stands, in one pass over a text that `check_json` accepts, or complains about for its doubled keys only.
/// Of equal keys the first counts; a NUL and a number n after a key in a pointer mean the n-th after the first.
[[nodiscard]] std::vector<json_extent> locate_json(std::string_view text, std::vector<std::string> const& pointers);

/// One step of a JSON pointer (RFC 6901): `/` and the key with `~` as `~0` and `/` as `~1`.
void append_pointer(std::string& pointer, std::string_view key);
void append_pointer(std::string& pointer, std::size_t index);

}  // namespace sinedie::detail
