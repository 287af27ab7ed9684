// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <array>

namespace sinedie::tool {

std::span<command const* const> commands() noexcept {
  static constexpr std::array<command const*, 10> all{&show_command,    &check_command,     &date_command,  &history_command,
                                                      &compare_command, &why_command,       &count_command, &explain_command,
                                                      &convert_command, &completion_command};
  return all;
}

std::span<option const> common_options() noexcept {
  static constexpr std::array<option, 7> all{{
      {"-o", "FILE", "write to a file, whole or not at all", {}, true},
      {"--format", "FORMAT", "table, markdown or json", "table markdown json"},
      {"--json", "", "--format json for short"},
      {"--lang", "LANGUAGE", "en or fr: the language of words, and of titles and names that have one in it", "en fr"},
      {"--help", "", "what the command does, its options, and examples"},
      {"-h", "", "the same"},
      {"--version", "", "the version of the program"},
  }};
  return all;
}

}  // namespace sinedie::tool
