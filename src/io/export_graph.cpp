// SPDX-License-Identifier: BSL-1.0
// The order as a graph, for GraphViz and Mermaid: each event an arrow to the next, drawn through where it is certain and dashed
// where it is only convention; and the relations that were stated, by their names.
#include <string>
#include <unordered_map>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/io/display.hpp>

#include "exporting.hpp"

namespace sinedie::detail {

namespace {

[[nodiscard]] std::string one_line_words(outgoing const& e, std::string_view language) {
  std::string text = when_words(e, language);
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

// A quoted string of DOT. Backslashes would begin an escape, so each is doubled.
[[nodiscard]] std::string dot_text(std::string_view text) {
  std::string out;
  for (char const c : sanitized(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Mermaid puts labels into HTML and knows no escapes but #NN;: everything that isn't a letter, digit or plain sign is written so.
[[nodiscard]] std::string mermaid_text(std::string_view text) {
  std::string out;
  auto const safe = sanitized(text);
  for (auto const step : utf8_steps{safe}) {
    auto const c = step.character;
    bool const plain = c > 127 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '.' ||
                       c == ',' || c == '-' || c == '/' || c == ':' || c == '?' || c == '!';
    if (plain) append_utf8(out, c);
    else out += '#' + std::to_string(static_cast<unsigned>(c)) + ';';
  }
  return out;
}

[[nodiscard]] std::string_view certainty_word(chronology::certainty c) {
  return c == chronology::certainty::by_limits ? "dates" : "relation";
}

[[nodiscard]] std::string gap_text(gap const& g) {
  std::string text;
  if (g.at_least) text += " >= " + std::string{g.at_least->text()};
  if (g.at_most) text += " <= " + std::string{g.at_most->text()};
  return text;
}

constexpr facts drawn{fact::title, fact::when, fact::expected, fact::relations};

// `chain(from, to, certainty)` for each event and the next one shown. Where others stand between the two, nothing says how certain
// their order is, so it is drawn as convention.
template <typename Chain, typename Relation>
void walk(export_task& task, Chain chain, Relation relation) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < task.events.size(); ++i) places.emplace(task.events[i].what.id().str(), i);
  for (std::size_t i = 1; i < task.events.size(); ++i) {
    auto const before = task.from.find_event(task.events[i - 1].what.id());
    auto const here = task.from.find_event(task.events[i].what.id());
    bool const neighbours = before && here && before->position() + 1 == here->position();
    chain(i - 1, i, neighbours ? task.events[i].after_previous : chronology::certainty::conventional);
  }
  for (std::size_t i = 0; i < task.events.size(); ++i)
    for (auto const& r : task.events[i].what.relations())
      if (auto const found = places.find(r.other.str()); found != places.end()) relation(i, found->second, r);
}

}  // namespace

std::string export_dot(export_task& task) {
  std::string out = "digraph sinedie {\n  rankdir=LR;\n  node [shape=box];\n";
  for (std::size_t i = 0; i < task.events.size(); ++i) {
    auto const& e = task.events[i];
    out += "  e" + std::to_string(i) + " [label=\"" + dot_text(label_of(e.what, task.how.language)) + "\\n" +
           dot_text(one_line_words(e, task.how.language)) + "\", tooltip=\"" + dot_text(e.what.id().str()) + '"';
    if (e.flags.has(flag::undated)) out += ", style=dashed";
    out += "];\n";
    task.lost.written(e.what, drawn);
  }
  walk(
      task,
      [&](std::size_t a, std::size_t b, chronology::certainty c) {
        out += "  e" + std::to_string(a) + " -> e" + std::to_string(b);
        out += c == chronology::certainty::conventional ? " [style=dashed, arrowhead=open, class=conventional];\n"
                                                         : " [class=certain, label=\"" + std::string{certainty_word(c)} + "\"];\n";
      },
      [&](std::size_t a, std::size_t b, relation const& r) {
        out += "  e" + std::to_string(a) + " -> e" + std::to_string(b) + " [constraint=false, color=blue, class=relation, label=\"" +
               dot_text(std::string{to_string(r.kind)} + gap_text(r.gap)) + "\"];\n";
      });
  return out + "}\n";
}

std::string export_mermaid(export_task& task) {
  std::string out = "flowchart LR\n";
  for (std::size_t i = 0; i < task.events.size(); ++i) {
    auto const& e = task.events[i];
    out += "  e" + std::to_string(i) + "[\"" + mermaid_text(label_of(e.what, task.how.language)) + "<br/>" +
           mermaid_text(one_line_words(e, task.how.language)) + "\"]";
    if (e.flags.has(flag::undated)) out += ":::undated";
    out += '\n';
    task.lost.written(e.what, drawn);
  }
  walk(
      task,
      [&](std::size_t a, std::size_t b, chronology::certainty c) {
        out += "  e" + std::to_string(a);
        out += c == chronology::certainty::conventional ? " -.-> " : " -->|" + std::string{certainty_word(c)} + "| ";
        out += 'e' + std::to_string(b) + '\n';
      },
      [&](std::size_t a, std::size_t b, relation const& r) {
        out += "  e" + std::to_string(a) + " ==>|\"" + mermaid_text(std::string{to_string(r.kind)} + gap_text(r.gap)) + "\"| e" +
               std::to_string(b) + '\n';
      });
  return out + "  classDef undated stroke-dasharray: 5 5\n";
}

}  // namespace sinedie::detail
