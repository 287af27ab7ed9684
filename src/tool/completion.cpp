// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <string_view>

#include "common.hpp"
#include "manual.hpp"

namespace sinedie::tool {

namespace {

constexpr std::array<std::string_view, 4> kinds{"bash", "zsh", "fish", "man"};

constexpr std::array<std::string_view, 1> synopsis{"bash|zsh|fish|man"};

constexpr std::string_view about =
    "Prints what a shell reads to complete this command's words, or its manual page. An installed package has brought them to where "
    "shells and man look.";

constexpr std::array<std::string_view, 4> examples{
    "completion bash > ~/.local/share/bash-completion/completions/sinedie",
    "completion zsh > ~/.zfunc/_sinedie",
    "completion fish > ~/.config/fish/completions/sinedie.fish",
    "completion man | man -l -"};

int run(arguments const& a) {
  if (a.rest().size() != 1) detail::raise(errc::bad_argument, "completion needs one of bash, zsh, fish and man");
  auto const& kind = a.rest().front();
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) raise_unknown("completion", kind, kinds);
  write_out(a, kind == "man" ? manual_page() : completion(kind));
  return done;
}

}  // namespace

command const completion_command{"completion", "what shells complete, and the manual page", synopsis, about, {}, {}, examples, run,
                                 "bash zsh fish man"};

}  // namespace sinedie::tool
