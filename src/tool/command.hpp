// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A command of `sinedie`: its name, what `--help` prints, the options it takes beside the common ones, and what it does.
///
/// Each command has a source file of its own, which holds its help and makes one call into the library; `commands.cpp` lists
/// them. `run` answers with the exit status, and throws `sinedie::error` where nothing usable came of it (status 2).

#include <span>
#include <string>
#include <string_view>

#include "arguments.hpp"

namespace sinedie::tool {

inline constexpr int done = 0;
inline constexpr int something_to_report = 1;
inline constexpr int nothing_usable = 2;

struct command {
  std::string_view name;
  std::string_view usage;  ///< one line of the overview, without "sinedie"
  std::string_view help;
  std::span<option const> options;
  int (*run)(arguments const&);
};

extern command const show_command;
extern command const check_command;
extern command const why_command;
extern command const date_command;
extern command const history_command;
extern command const compare_command;
extern command const count_command;
extern command const explain_command;
extern command const convert_command;

/// In the order in which the overview lists them.
[[nodiscard]] std::span<command const* const> commands() noexcept;

/// What every command takes.
[[nodiscard]] std::span<option const> common_options() noexcept;

/// What `--help` prints of that command; the overview for any other word.
[[nodiscard]] std::string help(std::string_view name);

}  // namespace sinedie::tool
