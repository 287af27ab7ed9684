// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The two shapes that stored entries are made of: interned strings, and columns whose cells are lists.
///
/// Both only grow at their end (and shrink there again when an entry can't be added whole), so that what has been handed out
/// stays where it is.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/error.hpp>
#include <sinedie/model/detail/string_index.hpp>

namespace sinedie::detail {

/// Strings, each stored once and numbered from 1; 0 is the empty string. Views of them stay valid as long as the table.
class string_table {
 public:
  string_table() { strings_.emplace_back(); }
  string_table(string_table const&) = delete;
  string_table& operator=(string_table const&) = delete;

  std::uint32_t intern(std::string_view text) {
    if (text.empty()) return 0;
    auto const hashed = index_.hash(text);
    if (auto const known = number_of(text, hashed)) return *known;
    index_.make_room();
    auto const number = static_cast<std::uint32_t>(strings_.size());
    strings_.push_back(keep(text));
    index_.insert(hashed, number);
    return number;
  }
  /// For texts that hardly ever repeat, and if they do, soon: none is looked for among all, nor found by `find`.
  std::uint32_t keep_text(std::string_view text) {
    if (text.empty()) return 0;
    if (recent_.empty()) recent_.resize(recent_texts);
    auto& recent = recent_[index_.hash(text) % recent_texts];
    if (strings_[recent] == text) return recent;
    auto const number = static_cast<std::uint32_t>(strings_.size());
    strings_.push_back(keep(text));
    return recent = number;
  }
  /// The number of a string that was interned; 0 where it isn't, or is empty.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    return text.empty() ? 0 : number_of(text, index_.hash(text)).value_or(0);
  }
  /// `intern` or `find` will be asked for this shortly.
  void fetch(std::string_view text) const noexcept { index_.fetch(index_.hash(text)); }
  void reserve(std::size_t more) {
    index_.make_room(more);
    strings_.reserve(strings_.size() + more);
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const noexcept { return strings_[number]; }
  [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }

 private:
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view text, std::uint32_t hashed) const {
    return index_.find(hashed, [&](std::uint32_t n) { return strings_[n] == text; });
  }
  std::string_view keep(std::string_view text) {
    if (text.size() > room_) {
      std::size_t const chunk = text.size() > next_chunk_ ? text.size() : next_chunk_;
      chunks_.push_back(std::make_unique<char[]>(chunk));
      if (next_chunk_ < chunk_bytes) next_chunk_ *= 2;
      next_ = chunks_.back().get();
      room_ = chunk;
    }
    char* const place = next_;
    text.copy(place, text.size());
    next_ += text.size();
    room_ -= text.size();
    return {place, text.size()};
  }

  static constexpr std::size_t recent_texts = 256;
  static constexpr std::size_t chunk_bytes = std::size_t{1} << 16U;
  std::size_t next_chunk_ = 512;  // small at first: a block may hold one event
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
  std::vector<std::string_view> strings_;
  string_index index_;
  std::vector<std::uint32_t> recent_;  // texts, by hash; 0: none
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
  void reserve(std::size_t rows) { ends_.reserve(ends_.size() + rows); }
  /// Adds to the list of the row that the next `close()` ends.
  void add(T value) { values_.push_back(std::move(value)); }
  void close() {
    if (values_.size() > 0xFFFFFFFFU) raise(errc::limit, "a dossier's block is full");
    ends_.push_back(static_cast<std::uint32_t>(values_.size()));
  }
  /// Forgets all rows from `rows` on, and what was added since.
  void truncate(std::size_t rows) noexcept {
    if (rows < ends_.size()) ends_.resize(rows);
    values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(ends_.empty() ? 0 : ends_.back()), values_.end());
  }

 private:
  std::vector<T> values_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace sinedie::detail
