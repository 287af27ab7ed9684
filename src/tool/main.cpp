// SPDX-License-Identifier: BSL-1.0
// The command `sinedie`: finds the command that was asked for, and has it run.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/config.hpp>

#include "common.hpp"
#include "manual.hpp"

namespace sinedie::tool {

namespace {

int run(std::vector<std::string> const& words) {
  if (words.empty()) {
    auto const text = help({});
    std::fwrite(text.data(), 1, text.size(), stderr);
    return nothing_usable;
  }
  std::vector<std::string> const after(words.begin() + 1, words.end());
  auto const& name = words.front();
  auto const say = [](std::string const& text) {
    write_out(arguments{{}, {}}, text);
    return done;
  };
  std::string const version = "sinedie " SINEDIE_VERSION "\n";
  if (name == "--version") return say(version);
  if (name == "--help" || name == "-h" || name == "help")
    return say(help(after.empty() ? std::string_view{} : std::string_view{after.front()}));
  auto const all = commands();
  auto const found = std::find_if(all.begin(), all.end(), [&](command const* c) { return c->name == name; });
  if (found == all.end()) {
    std::vector<std::string_view> names;
    for (auto const* const c : all) names.push_back(c->name);
    raise_unknown("command", name, names);
  }
  command const& asked = **found;
  std::vector<option> known(asked.options.begin(), asked.options.end());
  known.insert(known.end(), common_options().begin(), common_options().end());
  arguments const a{after, known};
  if (a.has("--help") || a.has("-h")) return say(help(name));
  if (a.has("--version")) return say(version);
  return asked.run(a);
}

// So many, and how many more there are: the first ones are worth reading.
void complain_of_all(std::span<problem const> problems) {
  constexpr std::size_t most = 100;
  for (std::size_t i = 0; i < std::min(most, problems.size()); ++i) complain(to_string(problems[i]));
  auto const more = problems.size() - std::min(most, problems.size());
  if (more != 0) complain("and " + std::to_string(more) + (more == 1 ? " more problem" : " more problems"));
}

}  // namespace
}  // namespace sinedie::tool

int main(int count, char** words) {
  try {
    return sinedie::tool::run({words + (count > 0 ? 1 : 0), words + count});
  } catch (sinedie::error const& e) {
    sinedie::tool::complain_of_all(e.problems());
  } catch (std::bad_alloc const&) {
    sinedie::tool::complain("memory ran out");
  } catch (std::exception const& e) {
    sinedie::tool::complain(e.what());
  }
  return sinedie::tool::nothing_usable;
}
