// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The two shapes that stored entries are made of: interned strings, and columns whose cells are lists.
///
/// Both only grow at their end (and shrink there again when an entry can't be added whole), so that what has been handed out
/// stays where it is.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sinedie/config.hpp>

namespace sinedie::detail {

/// A hash that differs between tables, so that keys can't be made to collide beforehand.
struct salted_hash {
  std::uint64_t salt = 0;
  [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept {
    std::uint64_t h = salt ^ 0x9E3779B97F4A7C15U;
    for (char const c : text) {
      h = (h ^ static_cast<unsigned char>(c)) * 0xFF51AFD7ED558CCDU;
      h ^= h >> 32U;
    }
    return static_cast<std::size_t>(h ^ (h >> 29U));
  }
};

/// Strings, each stored once and numbered from 1; 0 is the empty string. Views of them stay valid as long as the table.
class string_table {
 public:
  string_table() : index_(16, salted_hash{reinterpret_cast<std::uintptr_t>(this)}) { strings_.emplace_back(); }
  string_table(string_table const&) = delete;
  string_table& operator=(string_table const&) = delete;

  std::uint32_t intern(std::string_view text) {
    if (text.empty()) return 0;
    if (auto const found = index_.find(text); found != index_.end()) return found->second;
    auto const number = static_cast<std::uint32_t>(strings_.size());
    std::string_view const kept = keep(text);
    strings_.push_back(kept);
    try {
      index_.emplace(kept, number);
    } catch (...) {
      strings_.pop_back();
      throw;
    }
    return number;
  }
  /// The number of a string that is stored; 0 where it isn't, or is empty.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    auto const found = index_.find(text);
    return found == index_.end() ? 0 : found->second;
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const noexcept { return strings_[number]; }
  [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }

 private:
  std::string_view keep(std::string_view text) {
    if (text.size() > room_) {
      std::size_t const chunk = std::max(text.size(), next_chunk_);
      chunks_.push_back(std::make_unique<char[]>(chunk));
      next_chunk_ = std::min(next_chunk_ * 2, chunk_bytes);
      next_ = chunks_.back().get();
      room_ = chunk;
    }
    char* const place = next_;
    text.copy(place, text.size());
    next_ += text.size();
    room_ -= text.size();
    return {place, text.size()};
  }

  static constexpr std::size_t chunk_bytes = std::size_t{1} << 16U;
  std::size_t next_chunk_ = 512;  // small at first: a block may hold one event
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
  std::vector<std::string_view> strings_;
  std::unordered_map<std::string_view, std::uint32_t, salted_hash> index_;
};

/// A column whose cells are lists of `T`, laid one after another.
template <typename T>
class ragged {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] std::span<T const> operator[](std::size_t row) const noexcept {
    std::size_t const first = row == 0 ? 0 : ends_[row - 1];
    return {values_.data() + first, ends_[row] - first};
  }
  /// Adds to the list of the row that the next `close()` ends.
  void add(T value) { values_.push_back(std::move(value)); }
  void close() { ends_.push_back(values_.size()); }
  /// Forgets all rows from `rows` on, and what was added since.
  void truncate(std::size_t rows) noexcept {
    if (rows < ends_.size()) ends_.resize(rows);
    values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(ends_.empty() ? 0 : ends_.back()), values_.end());
  }

 private:
  std::vector<T> values_;
  std::vector<std::size_t> ends_;
};

}  // namespace sinedie::detail
