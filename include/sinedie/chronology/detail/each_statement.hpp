// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Statements in the order in which one comes by them, each once.

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>
#include <vector>

#include <sinedie/chronology/numbers.hpp>

namespace sinedie::chronology::detail {

class each_statement {
 public:
  each_statement() = default;
  explicit each_statement(std::vector<statement_number> const& all) {
    for (auto const s : all) add(s);
  }

  void add(statement_number s) {
    // Most chains are short.
    if (list_.size() < 32) {
      if (std::find(list_.begin(), list_.end(), s) == list_.end()) list_.push_back(s);
      return;
    }
    if (met_.empty()) met_.insert(list_.begin(), list_.end());
    if (met_.insert(s).second) list_.push_back(s);
  }
  [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
  [[nodiscard]] statement_number operator[](std::size_t i) const noexcept { return list_[i]; }
  [[nodiscard]] std::vector<statement_number> take() { return std::exchange(list_, {}); }

 private:
  std::vector<statement_number> list_;
  std::unordered_set<statement_number> met_;
};

}  // namespace sinedie::chronology::detail
