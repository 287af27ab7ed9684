// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A command of `sinedie`: its name, what is to be said of it, the options it takes beside the common ones, and what it does.
///
/// Each command has a source file of its own, which holds its part of the manual and makes one call into the library; `commands.cpp`
/// lists them. Help, the manual page and what shells complete are all made from that (`manual.hpp`). `run` answers with the exit
/// status, and throws `sinedie::error` where nothing usable came of it (status 2).

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
  std::string_view does;                       ///< in a few words
  std::span<std::string_view const> synopsis;  ///< what stands behind its name, in each way to call it
  std::string_view about;                      ///< paragraphs, with an empty line between
  std::span<option const> options;
  std::string_view notes;                      ///< more paragraphs, behind the options
  std::span<std::string_view const> examples;
  int (*run)(arguments const&);
  std::string_view rest_words = {};            ///< what may stand behind its name, with blanks between; empty: files
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
extern command const completion_command;

/// In the order in which the overview lists them.
[[nodiscard]] std::span<command const* const> commands() noexcept;

/// What every command takes.
[[nodiscard]] std::span<option const> common_options() noexcept;

}  // namespace sinedie::tool
