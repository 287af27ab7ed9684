// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sinedie::tool {

std::span<command const* const> commands() noexcept {
  static constexpr std::array<command const*, 9> all{&show_command,    &check_command, &date_command,  &history_command, &compare_command,
                                                     &why_command,     &count_command, &explain_command, &convert_command};
  return all;
}

std::span<option const> common_options() noexcept {
  static constexpr std::array<option, 7> all{{{"-o", true},
                                              {"--format", true},
                                              {"--json", false},
                                              {"--lang", true},
                                              {"--help", false},
                                              {"-h", false},
                                              {"--version", false}}};
  return all;
}

std::string help(std::string_view name) {
  auto const all = commands();
  auto const found = std::find_if(all.begin(), all.end(), [&](command const* c) { return c->name == name; });
  if (found != all.end()) return std::string{(*found)->help};
  std::string text = "sinedie: diplomatic events in order, and which of them have no date yet\n\n";
  std::string_view before = "usage: ";
  for (auto const* const c : all) {
    text.append(before).append("sinedie ").append(c->usage) += '\n';
    before = "       ";
  }
  return text + R"(       sinedie help [COMMAND]

Every command takes --format table|markdown|json, --json for short, --lang en|fr, --help and --version.
Exit status: 0 done; 1 done, with something to report; 2 nothing usable.
)";
}

}  // namespace sinedie::tool
