// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Whole files in and out. What can't be read is said plainly; what is saved is saved whole or not at all.
///
/// Saving writes a nameless file in the same folder, brings it to the disk, and only then puts it in the old one's place: at
/// every moment the name leads to all of the old content or all of the new. The old file's permissions are kept; a symbolic
/// link stays one, and what it leads to is replaced. Where something fails, nothing is left behind.
///
///     save_atomically("talks.json", text);     // throws errc::unwritable: the disk is full, and talks.json is as it was
///     save_atomically("big.csv", [](auto const& put) { put("id\r\n"); put("a\r\n"); });   // nothing of it need be in memory whole
///     read_file("/etc");                       // throws errc::unreadable: "/etc" is a folder

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <sinedie/io/reading.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

/// All bytes of a regular file. `errc::unreadable` where it is missing, forbidden, a folder, a FIFO or another device, or where
/// reading fails; `errc::limit` where it has more than `how.bytes`.
[[nodiscard]] std::string read_file(std::filesystem::path const& path, reading const& how = {});
[[nodiscard]] result<std::string> try_read_file(std::filesystem::path const& path, reading const& how = {});

/// All that comes on standard input, unpacked where it is packed with gzip. `errc::unreadable` where reading fails; `errc::limit`
/// where it is more than `how.bytes`.
[[nodiscard]] std::string read_standard_input(reading const& how = {});

/// Makes `bytes` the content of the file. `errc::unwritable` where that can't be done; the old file is then whole.
void save_atomically(std::filesystem::path const& path, std::string_view bytes);

/// Takes text, piece by piece.
using text_sink = std::function<void(std::string_view)>;
/// The same of what `write` gives to the sink it gets. What `write` throws goes through, and the old file is whole.
void save_atomically(std::filesystem::path const& path, std::function<void(text_sink const&)> const& write);

}  // namespace sinedie
