// SPDX-License-Identifier: BSL-1.0
// A program that reads a file, and so links sinedie::io: what can't be read is said plainly.
#include <sinedie/io/file.hpp>
#include <sinedie/sinedie.hpp>

#include <filesystem>

int main() {
  try {
    (void)sinedie::read_file(std::filesystem::temp_directory_path());
  } catch (sinedie::error const& e) {
    return e.code() == sinedie::errc::unreadable ? 0 : 1;
  }
  return 2;
}
