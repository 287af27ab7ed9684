// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The calls to the system that reading and saving are made of, so that a test can let any of them fail.
///
/// Each does what the POSIX function of its name does, errno included.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <sinedie/io/reading.hpp>
#include <sinedie/result.hpp>

namespace sinedie::detail {

class file_system_calls {
 public:
  virtual ~file_system_calls() = default;
  virtual int openat(int folder, char const* path, int flags, mode_t mode);
  virtual int close(int fd);
  virtual ssize_t read(int fd, void* bytes, std::size_t most);
  virtual ssize_t write(int fd, void const* bytes, std::size_t count);
  virtual int fstat(int fd, struct stat* facts);
  virtual int fstatat(int folder, char const* path, struct stat* facts);
  virtual int fchmod(int fd, mode_t mode);
  virtual int fchown(int fd, uid_t user, gid_t group);
  virtual int fsync(int fd);
  virtual int flock(int fd, int operation);
  virtual int linkat(int fd, int folder, char const* name);  ///< gives a nameless file a name
  virtual int renameat(int folder, char const* from, char const* to);
  virtual int unlinkat(int folder, char const* name);
};

[[nodiscard]] result<std::string> read_file(std::filesystem::path const& path, reading const& how, file_system_calls& system);
void save_atomically(std::filesystem::path const& path, std::string_view bytes, file_system_calls& system);
void save_atomically(std::filesystem::path const& path, std::function<void(std::function<void(std::string_view)> const&)> const& write,
                     file_system_calls& system);

}  // namespace sinedie::detail
