// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where bytes come from, piece by piece: memory, a file, standard input; as they are or unpacked from gzip.
///
/// A file larger than memory never stands in memory whole. What is packed is known by its first two bytes, whatever it is called.
///
///     auto const in = open_source("rows.csv.gz");   // unpacked while it is read
///     for (char buffer[65536]; auto n = in->read(buffer, sizeof buffer);) …

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace sinedie::detail {

class byte_source {
 public:
  byte_source() = default;
  byte_source(byte_source const&) = delete;
  byte_source& operator=(byte_source const&) = delete;
  virtual ~byte_source() = default;
  /// At most `most` bytes to `to`; 0 at the end. Throws `errc::unreadable`, `errc::malformed` for what is badly packed.
  [[nodiscard]] virtual std::size_t read(char* to, std::size_t most) = 0;
};

/// Of a text that outlives it; packed or not.
[[nodiscard]] std::unique_ptr<byte_source> memory_source(std::string_view text);
/// Of a regular file, or standard input for `-`. Throws `errc::unreadable`.
[[nodiscard]] std::unique_ptr<byte_source> open_source(std::filesystem::path const& path);

/// A file or standard input that is read several times, each time from its start. Standard input is kept in a nameless file in the
/// folder for temporary ones, as it came, packed or not.
class source_again {
 public:
  explicit source_again(std::filesystem::path path);
  source_again(source_again const&) = delete;
  source_again& operator=(source_again const&) = delete;
  ~source_again();
  /// One at a time.
  [[nodiscard]] std::unique_ptr<byte_source> open();

 private:
  std::filesystem::path path_;
  std::FILE* kept_ = nullptr;
};

/// Whether gzip can be unpacked by this build.
[[nodiscard]] bool knows_gzip() noexcept;

/// All of it; `errc::limit` past `most` bytes.
[[nodiscard]] std::string read_all(byte_source& from, std::size_t most);

}  // namespace sinedie::detail
