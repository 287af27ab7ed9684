// SPDX-License-Identifier: BSL-1.0
#include "manual.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/io/display.hpp>

namespace sinedie::tool {

namespace {

constexpr std::string_view in_a_line = "diplomatic events in order, and which of them have no date yet";
constexpr std::size_t width = 80;

/// The options of a command, then those of all; a command's own stands instead of the common one of that name.
[[nodiscard]] std::vector<option> options_of(command const& c) {
  std::vector<option> all(c.options.begin(), c.options.end());
  for (auto const& o : common_options())
    if (std::none_of(c.options.begin(), c.options.end(), [&](option const& own) { return own.name == o.name; })) all.push_back(o);
  return all;
}

[[nodiscard]] std::string spelled(option const& o) { return std::string{o.name} + (o.valued() ? ' ' + std::string{o.value} : ""); }

/// Paragraphs, each wrapped.
[[nodiscard]] std::string wrapped_text(std::string_view text) {
  std::string laid;
  for (auto const& line : wrapped(text, width)) laid += line + '\n';
  return laid;
}

/// Stands for a blank at which no line is broken.
constexpr char kept_blank = '_';

/// Words behind a margin; the first line begins with `head`.
[[nodiscard]] std::string hanging(std::string const& head, std::size_t margin, std::string_view text) {
  std::string laid = head;
  auto at = display_width(head);
  for (auto const& line : wrapped(text, width - margin)) {
    laid += std::string(margin - std::min(margin, at), ' ') + line + '\n';
    at = 0;
  }
  return laid;
}

[[nodiscard]] std::string option_list(std::vector<option> const& options) {
  std::size_t longest = 0;
  for (auto const& o : options) longest = std::max(longest, display_width(spelled(o)));
  std::string text;
  for (auto const& o : options) text += hanging("  " + spelled(o), longest + 4, o.help);
  return text;
}

[[nodiscard]] std::string help_of(command const& c) {
  std::string text;
  for (auto const given : c.synopsis) {
    std::string synopsis{given};
    // What stands in brackets stays on one line.
    bool inside = false;
    for (char& b : synopsis) {
      inside = b == '[' || (inside && b != ']');
      if (inside && b == ' ') b = kept_blank;
    }
    auto laid = hanging((text.empty() ? "usage: sinedie " : "       sinedie ") + std::string{c.name}, 16 + c.name.size(), synopsis);
    std::replace(laid.begin(), laid.end(), kept_blank, ' ');
    text += laid;
  }
  text += '\n' + wrapped_text(c.about) + '\n' + option_list(options_of(c));
  if (!c.notes.empty()) text += '\n' + wrapped_text(c.notes);
  text += "\nexamples:\n";
  for (auto const e : c.examples) text += "  sinedie " + std::string{e} + '\n';
  return text;
}

[[nodiscard]] std::string overview() {
  auto text = "sinedie: " + std::string{in_a_line} + "\n\n";
  std::string before = "usage: sinedie ";
  for (auto const* const c : commands()) {
    text += hanging(before + std::string{c->name}, 27, c->does);
    before = "       sinedie ";
  }
  text += hanging(before + "help", 27, "the options of a command, and examples: sinedie help COMMAND");
  return text + '\n' +
         wrapped_text(
             "Every command takes --format table|markdown|json, --json for short, --lang en|fr, -o FILE, --help and --version. "
             "Data goes to standard output, everything else to standard error.\n"
             "Exit status: 0 done; 1 done, with something to report; 2 nothing usable.");
}

// --- For man ---------------------------------------------------------------------------------------------------------------

/// What roff would take for its own is made harmless.
[[nodiscard]] std::string roff(std::string_view text) {
  std::string safe;
  for (char const c : text) {
    if (c == '\\')
      safe += "\\e";
    else if (c == '-')
      safe += "\\-";
    else if (c == '\n')
      safe += "\n.PP\n";
    else if (c == '\'' || c == '`')
      safe += c == '`' ? "\\(ga" : "\\(aq";
    else if (c == '~')
      safe += "\\(ti";
    else if (c == '^')
      safe += "\\(ha";
    else
      safe += c;
  }
  for (auto at = safe.find("…"); at != std::string::npos; at = safe.find("…")) safe.replace(at, std::string_view{"…"}.size(), "...");
  for (auto at = safe.find("\n.PP\n\n.PP\n"); at != std::string::npos; at = safe.find("\n.PP\n\n.PP\n")) safe.erase(at, 5);
  // A line that begins with a dot is an order.
  return safe.starts_with('.') ? "\\&" + safe : safe;
}

[[nodiscard]] std::string roff_options(std::span<option const> options) {
  std::string text;
  for (auto const& o : options) {
    text += ".TP\n\\fB" + roff(o.name) + "\\fR";
    if (o.valued()) text += " \\fI" + roff(o.value) + "\\fR";
    text += '\n' + roff(o.help) + '\n';
  }
  return text;
}

// --- For shells ------------------------------------------------------------------------------------------------------------

/// In single quotes, for any of the three.
[[nodiscard]] std::string shell_quoted(std::string_view text, bool fish) {
  std::string safe = "'";
  for (char const c : text) {
    if (c == '\'')
      safe += fish ? "\\'" : "'\\''";
    else if (c == '\\' && fish)
      safe += "\\\\";
    else
      safe += c;
  }
  return safe + '\'';
}

[[nodiscard]] std::string names_of(std::vector<option> const& options) {
  std::string text;
  for (auto const& o : options) text += (text.empty() ? "" : " ") + std::string{o.name};
  return text;
}
[[nodiscard]] std::string command_names() {
  std::string text;
  for (auto const* const c : commands()) text += (text.empty() ? "" : " ") + std::string{c->name};
  return text;
}

[[nodiscard]] std::string bash_offers(std::string const& words) {
  return "mapfile -t COMPREPLY < <(compgen -W '" + words + "' -- \"$word\")";
}

[[nodiscard]] std::string for_bash() {
  std::string text =
      "# What bash completes after `sinedie`.\n_sinedie() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    " +
      bash_offers(command_names() + " help --help --version") +
      "\n    return\n  fi\n  if [[ $word == -* ]]; then\n    case ${COMP_WORDS[1]} in\n";
  for (auto const* const c : commands()) text += "      " + std::string{c->name} + ") " + bash_offers(names_of(options_of(*c))) + " ;;\n";
  text += "    esac\n    return\n  fi\n  case ${COMP_WORDS[1]}:$before in\n";
  for (auto const* const c : commands()) {
    std::string const name{c->name};
    if (!c->rest_words.empty()) text += "    " + name + ':' + name + ") " + bash_offers(std::string{c->rest_words}) + "; return ;;\n";
    for (auto const& o : options_of(*c)) {
      if (!o.valued() || o.file) continue;
      text += "    " + name + ':' + std::string{o.name} + ") ";
      if (!o.words.empty()) text += bash_offers(std::string{o.words}) + "; ";
      text += "return ;;\n";
    }
  }
  text += "    help:help) " + bash_offers(command_names()) + "; return ;;\n  esac\n";
  return text + "  mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n}\ncomplete -o filenames -F _sinedie sinedie\n";
}

/// Brackets and colons are zsh's own in what describes an option.
[[nodiscard]] std::string zsh_described(std::string_view text) {
  std::string safe;
  for (char const c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

[[nodiscard]] std::string for_zsh() {
  std::string text = "#compdef sinedie\n# What zsh completes after `sinedie`.\n_sinedie() {\n  local -a commands=(\n";
  for (auto const* const c : commands()) text += "    " + shell_quoted(std::string{c->name} + ':' + zsh_described(c->does), false) + '\n';
  text +=
      "    'help:the options of a command, and examples'\n  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local asked=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $asked in\n";
  for (auto const* const c : commands()) {
    text += "    " + std::string{c->name} + ")\n      _arguments";
    for (auto const& o : options_of(*c)) {
      auto spec = std::string{o.name} + '[' + zsh_described(o.help) + ']';
      if (o.valued()) {
        spec += ':' + zsh_described(o.value) + ':';
        if (!o.words.empty())
          spec += '(' + std::string{o.words} + ')';
        else if (o.file)
          spec += "_files";
        else
          spec += ' ';
      }
      text += " \\\n        " + shell_quoted(spec, false);
    }
    text +=
        " \\\n        '*:" + (c->rest_words.empty() ? std::string{"file:_files"} : "kind:(" + std::string{c->rest_words} + ')') + "' ;;\n";
  }
  return text + "    help) _describe command commands ;;\n  esac\n}\n_sinedie \"$@\"\n";
}

[[nodiscard]] std::string for_fish() {
  std::string text = "# What fish completes after `sinedie`.\ncomplete -c sinedie -n __fish_use_subcommand -f\n";
  for (auto const* const c : commands())
    text += "complete -c sinedie -n __fish_use_subcommand -a " + std::string{c->name} + " -d " + shell_quoted(c->does, true) + '\n';
  text += "complete -c sinedie -n __fish_use_subcommand -a help -d 'the options of a command, and examples'\n";
  text += "complete -c sinedie -n '__fish_seen_subcommand_from help' -f -a '" + command_names() + "'\n";
  for (auto const* const c : commands()) {
    if (!c->rest_words.empty())
      text +=
          "complete -c sinedie -n '__fish_seen_subcommand_from " + std::string{c->name} + "' -f -a '" + std::string{c->rest_words} + "'\n";
    for (auto const& o : options_of(*c)) {
      bool const is_short = o.name.size() == 2;
      text += "complete -c sinedie -n '__fish_seen_subcommand_from " + std::string{c->name} + "' " + (is_short ? "-s " : "-l ") +
              std::string{o.name.substr(is_short ? 1 : 2)};
      if (o.valued()) text += o.file ? " -r" : " -x";
      if (!o.words.empty()) text += " -a '" + std::string{o.words} + '\'';
      text += " -d " + shell_quoted(o.help, true) + '\n';
    }
  }
  return text;
}

}  // namespace

std::string help(std::string_view name) {
  for (auto const* const c : commands())
    if (c->name == name) return help_of(*c);
  return overview();
}

std::string manual_page() {
  std::string text = ".TH SINEDIE 1 \"\" \"sinedie " SINEDIE_VERSION "\" \"User commands\"\n.SH NAME\nsinedie \\- " + roff(in_a_line) +
                     "\n.SH SYNOPSIS\n";
  for (auto const* const c : commands())
    for (auto const synopsis : c->synopsis) text += ".HP\n\\fBsinedie " + roff(c->name) + "\\fR " + roff(synopsis) + '\n';
  text += ".SH DESCRIPTION\nReads dossiers: JSON files of events, parties, venues and reports.\n.SH COMMANDS\n";
  for (auto const* const c : commands()) {
    text += ".SS sinedie " + roff(c->name) + '\n' + roff(c->about) + '\n' + roff_options(c->options);
    if (!c->notes.empty()) text += ".PP\n" + roff(c->notes) + '\n';
    text += ".PP\nExamples:\n.PP\n.nf\n.RS\n";
    for (auto const e : c->examples) text += "sinedie " + roff(e) + '\n';
    text += ".RE\n.fi\n";
  }
  text += ".SH OPTIONS OF EVERY COMMAND\n" + roff_options(common_options());
  return text +
         ".SH EXIT STATUS\n0: done. 1: done, with something to report. 2: nothing usable.\n"
         ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colours, even on a terminal.\n";
}

std::string completion(std::string_view shell) {
  return shell == "bash" ? for_bash() : shell == "zsh" ? for_zsh() : shell == "fish" ? for_fish() : std::string{};
}

}  // namespace sinedie::tool
