// SPDX-License-Identifier: BSL-1.0
#include <sinedie/chronology/words.hpp>
#include <sinedie/io/why.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <sinedie/io/display.hpp>

#include "json_writer.hpp"
#include "shown.hpp"
#include "statement_json.hpp"

namespace sinedie {

namespace {

struct wording {
  bool french;
  [[nodiscard]] std::string_view operator()(std::string_view english, std::string_view other) const { return french ? other : english; }
};

/// All that there is to say of one event, before it is laid out.
struct answer {
  std::string title;
  std::optional<time::dating> date;  ///< its own
  reasons why;
  std::vector<contradiction> clashes;
  std::vector<missing_fact> missing;
  std::vector<std::pair<flag, std::string>> flags;  ///< each with why it stands

  [[nodiscard]] time::dating const* own() const noexcept { return date ? &*date : nullptr; }
};

[[nodiscard]] answer ask(timeline const& t, conclusions const& known, event_id const& id, std::string const& language) {
  answer a{{}, {}, known.why(id, language), {}, known.would_date(id), {}};
  for (auto const i : a.why.contradictions) a.clashes.push_back(known.in_words(i, language));
  if (auto const e = t.find_event(id)) {
    auto const title = e->title();
    if (!title.empty()) a.title = title.get(language);
    if (auto const* const d = e->stated()) a.date = *d;
    for (auto const f : e->flags()) a.flags.emplace_back(f, e->why(f, language));
  }
  return a;
}

[[nodiscard]] std::array<reason const*, 4> all_of(reasons const& r) {
  return {&r.earliest_start, &r.latest_start, &r.earliest_end, &r.latest_end};
}

/// Statements one below the other.
[[nodiscard]] std::string listed(std::vector<statement> const& all) {
  std::string text;
  for (auto const& s : all) text += (text.empty() ? "" : "\n") + sanitized(s.text);
  return text;
}

[[nodiscard]] std::string text_of(reason const& r, time::dating const* own) {
  using limit = reason::limit;
  bool const start = r.which == limit::earliest_start || r.which == limit::latest_start;
  bool const latest = r.which == limit::latest_start || r.which == limit::latest_end;
  return detail::bound_text(own, start ? detail::which_end::start : detail::which_end::end, r.value, latest);
}

[[nodiscard]] table limits_of(reasons const& r, time::dating const* own, wording const& say) {
  table made{{{std::string{say("limit", "limite")}, 14},
              {std::string{say("day", "jour")}, 10},
              {std::string{say("because", "parce que")}, 20}}};
  std::array<std::string_view, 4> const names{
      say("starts, earliest", "début au plus tôt"), say("starts, latest", "début au plus tard"), say("ends, earliest", "fin au plus tôt"),
      say("ends, latest", "fin au plus tard")};
  auto const each = all_of(r);
  for (std::size_t i = 0; i < 4; ++i) {
    auto const& limit = *each[i];
    bool const known = limit.value.is_bounded();
    made.row({std::string{names[i]}, known ? text_of(limit, own) : std::string{say("open", "ouvert")},
              listed(limit.chain)},
             known ? emphasis::none : emphasis::faint);
  }
  return made;
}

[[nodiscard]] std::string_view order_words(chronology::certainty c, wording const& say) {
  switch (c) {
    case chronology::certainty::by_limits: return say("for certain, by their limits", "pour sûr, par leurs limites");
    case chronology::certainty::by_relation: return say("for certain, by a relation", "pour sûr, par une relation");
    case chronology::certainty::conventional: break;
  }
  return say("by convention", "par convention");
}

/// "stands after "riyadh", for certain, because …"
[[nodiscard]] std::string stands(neighbour const& n, bool after, wording const& say, std::string const& language) {
  auto text = std::string{after ? say("Stands after ", "Se place après ") : say("Stands before ", "Se place avant ")} +
              chronology::quoted_in(n.event.str(), language) + ", " + std::string{order_words(n.order, say)};
  for (std::size_t i = 0; i < n.by.size(); ++i) {
    if (i == 0) text += say(", because ", ", parce que ");
    else if (i + 1 == n.by.size()) text += say(" and ", " et que ");
    else text += say(", ", ", que ");
    text += n.by[i].text;
  }
  return text + '.';
}

/// The sentences of an answer, in order.
[[nodiscard]] std::vector<std::string> sentences(answer const& a, wording const& say, std::string const& language) {
  std::vector<std::string> all;
  for (auto const& [f, why] : a.flags) all.push_back(std::string{to_string(f)} + std::string{say(": ", " : ")} + why);
  for (auto const* const r : {&a.why.earliest_start, &a.why.latest_end}) all.push_back(to_sentence(*r, language));
  // A start that may be no later than its end says nothing new.
  if (a.why.latest_start.value != a.why.latest_end.value && a.why.latest_start.value.is_bounded())
    all.push_back(to_sentence(a.why.latest_start, language));
  if (a.why.earliest_end.value != a.why.earliest_start.value && a.why.earliest_end.value.is_bounded())
    all.push_back(to_sentence(a.why.earliest_end, language));
  if (a.why.previous) all.push_back(stands(*a.why.previous, true, say, language));
  if (a.why.next) all.push_back(stands(*a.why.next, false, say, language));
  for (auto const& c : a.clashes) all.push_back(to_sentence(c, language));
  if (!a.missing.empty()) all.push_back(to_sentence(a.missing.front(), language));
  for (auto& s : all) s = sanitized(s);
  return all;
}

void write_reason(detail::json_writer& out, reason const& r, time::dating const* own, std::string const& language) {
  out.open_object().key("value");
  detail::write_bound(out, text_of(r, own));
  out.key("chain").open_array();
  for (auto const& s : r.chain) detail::write_statement(out, s);
  out.close().key("text").string(to_sentence(r, language)).close();
}

void write_neighbour(detail::json_writer& out, std::string_view key, std::optional<neighbour> const& n) {
  out.key(key);
  if (!n) {
    out.null();
    return;
  }
  constexpr std::array<std::string_view, 3> orders{"convention", "limits", "relation"};
  out.open_object().key("event").string(n->event.str()).key("order").string(orders[static_cast<std::size_t>(n->order)]);
  out.key("statements").open_array();
  for (auto const& s : n->by) detail::write_statement(out, s);
  out.close().close();
}

}  // namespace

std::string why_table(timeline const& t, conclusions const& known, event_id const& id, showing const& how) {
  wording const say{how.language == "fr"};
  auto const a = ask(t, known, id, how.language);
  auto const width = detail::width_of(how);
  auto text = detail::heading(id.str() + (a.title.empty() ? "" : ": " + a.title), width);
  text += limits_of(a.why, a.own(), say).text(width, detail::style_of(how)) + '\n';
  for (auto const& sentence : sentences(a, say, how.language))
    for (auto const& line : wrapped(sentence, width)) text += line + '\n';
  return text;
}

std::string why_markdown(timeline const& t, conclusions const& known, event_id const& id, showing const& how) {
  wording const say{how.language == "fr"};
  auto const a = ask(t, known, id, how.language);
  auto text = "# " + markdown_escaped(id.str()) + (a.title.empty() ? "" : ": " + markdown_escaped(a.title)) + "\n\n";
  text += limits_of(a.why, a.own(), say).markdown() + '\n';
  for (auto const& sentence : sentences(a, say, how.language)) text += "- " + markdown_escaped(sentence) + '\n';
  return text;
}

std::string why_json(timeline const& t, conclusions const& known, event_id const& id, showing const& how) {
  auto const a = ask(t, known, id, how.language);
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("event").string(id.str());
  constexpr std::array<std::string_view, 4> names{"earliest", "latest_start", "earliest_end", "latest"};
  auto const each = all_of(a.why);
  for (std::size_t i = 0; i < 4; ++i) write_reason(out.key(names[i]), *each[i], a.own(), how.language);
  auto const entry = t.find_event(id);
  out.key("place").open_object().key("position");
  if (entry && entry->position() < t.size()) out.number(static_cast<std::uint64_t>(entry->position()));
  else out.null();
  write_neighbour(out, "previous", a.why.previous);
  write_neighbour(out, "next", a.why.next);
  out.close().key("flags").open_array();
  for (auto const& [f, why] : a.flags) out.open_object().key("flag").string(to_string(f)).key("text").string(why).close();
  out.close().key("contradictions").open_array();
  for (auto const& c : a.clashes) {
    out.open_array();
    for (auto const& s : c.statements) detail::write_statement(out, s);
    out.close();
  }
  out.close().key("would_date").open_array();
  for (auto const& m : a.missing)
    out.open_object().key("event").string(m.event.str()).key("limits_earliest").boolean(m.limits_earliest).key("limits_latest").boolean(
        m.limits_latest).close();
  out.close().close();
  return text + '\n';
}

}  // namespace sinedie
