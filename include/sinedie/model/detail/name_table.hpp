// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Names by the numbers of their owners: what finds them, what is near them, and what looks like them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/model/detail/string_index.hpp>

namespace sinedie::detail {

/// The steps from one folded text to the other, or nothing where they are more than `most`. Takes time in proportion to
/// length × `most`.
[[nodiscard]] std::optional<std::size_t> distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// A folded text, ready to be compared with many.
class nearness {
 public:
  explicit nearness(std::string_view folded);

  /// How far `folded` is: nothing where it isn't near. What begins with the text is near too, after all that is near by steps.
  [[nodiscard]] std::optional<std::size_t> to(std::string_view folded);

 private:
  std::string text_;
  std::u32string letters_;
  std::u32string other_;
  std::uint64_t set_ = 0;  // of letters, hashed
  std::size_t most_ = 0;
};

/// Folded names, each with the numbers of those that bear it.
class name_table {
 public:
  void add(std::uint32_t owner, std::string_view name);

  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view text) const;
  [[nodiscard]] std::vector<std::uint32_t> look_alikes(std::string_view text) const;

  struct near_name {
    std::size_t distance = 0;
    std::string_view spelled;
    std::vector<std::uint32_t> const* owners = nullptr;
  };
  /// The nearest first, then by spelling.
  [[nodiscard]] std::vector<near_name> near(std::string_view text) const;

 private:
  struct named {
    std::string key;
    std::string spelled;  // the least of its spellings by bytes
    std::vector<std::uint32_t> owners;
  };
  struct disguise {
    std::string skeleton;
    std::vector<std::string> keys;  // of the names that it is the skeleton of, and that differ from it; sorted
  };
  [[nodiscard]] named const* named_by(std::string_view key) const;

  std::vector<named> names_;
  std::vector<disguise> disguises_;
  string_index name_numbers_, disguise_numbers_;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/detail/name_table-inl.hpp>
#endif
