// SPDX-License-Identifier: BSL-1.0
// PLOVER's records, and events as the dossier's file has them, one a line.
#include <algorithm>
#include <utility>

#include <simdjson.h>

#include "dossier_draft.hpp"
#include "event_codes.hpp"
#include "import_rows.hpp"
#include "json_places.hpp"
#include "json_text.hpp"
#include "row_reader.hpp"

namespace sinedie::detail {

namespace {

[[nodiscard]] std::string_view text_of(simdjson::dom::element const& record, std::string_view key) {
  std::string_view text;
  return record[key].get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

// Sources and targets are lists of actors, a name, or nothing. An actor's code is its id: it is the same however it is written.
[[nodiscard]] bool add_actors(simdjson::dom::element const& record, std::string_view key, bool acts, incoming& to) {
  simdjson::dom::element given;
  if (record[key].get(given) != simdjson::SUCCESS || given.is_null()) return true;
  auto const add = [&](std::string_view code, std::string_view name) {
    if (code.empty() && name.empty()) return;
    auto id = id_of_name(code.empty() ? name : code);
    auto& list = to.fields.parties;
    if (list && std::any_of(list->begin(), list->end(), [&](participation const& p) { return p.party == id; })) {
      to.warnings.push_back("parties named twice in a record");
      return;
    }
    to.parties.push_back({id, std::string{!name.empty() ? name : code == id ? std::string_view{} : code}});
    participation p{party_id{id}};
    if (acts) p.role = key;
    say(list, std::move(p));
  };
  std::string_view name;
  if (given.get(name) == simdjson::SUCCESS) return add({}, name), true;
  simdjson::dom::array list;
  if (given.get(list) != simdjson::SUCCESS) return false;
  for (auto const actor : list) {
    if (!actor.is_object()) return false;
    add(text_of(actor, "code"), text_of(actor, "actorText"));
  }
  return true;
}

[[nodiscard]] bool has_target(simdjson::dom::element const& record) {
  simdjson::dom::element given;
  simdjson::dom::array list;
  if (record["target"].get(given) != simdjson::SUCCESS || given.is_null()) return false;
  return given.get(list) != simdjson::SUCCESS || list.size() > 0;
}

[[nodiscard]] std::string understand_plover(simdjson::dom::element const& record, std::size_t number, incoming& to) {
  if (!record.is_object()) return "a record that is no object";
  auto const word = text_of(record, "event");
  if (word == "DOCUMENT") return "documentation of the file, and no event";
  auto const kind = of_plover(word, text_of(record, "mode"));
  if (!kind) return word.empty() ? "a record without an event class" : quoted(word) + " is no PLOVER class";
  auto const id = text_of(record, "id");
  to.numbered = id.empty();
  to.id = to.numbered ? "record-" + std::to_string(number) : id_of_cell(id);
  if (!id.empty() && to.id != id) to.attributes.push_back({"id", std::string{id}});
  to.kind = kind->kind;
  to.fields.status = kind->how;
  to.attributes.push_back({"plover", std::string{word}});
  if (auto const date = text_of(record, "date"); !date.empty()) {
    auto d = table_date(date, day_order::unknown, to.warnings);
    if (!d) return d.error().message;
    if (is_planned(kind->how)) to.reported = date_statement{*std::move(d)};
    else to.fields.when = date_statement{*std::move(d)};
  }
  // What has no direction and no target is done together.
  bool const acts = has_target(record) || !(word == "CONSULT" || word == "AGREE" || word == "COOPERATE");
  if (!add_actors(record, "source", acts, to) || !add_actors(record, "target", acts, to))
    return "a source or target that is no list of actors";
  to.title = text_of(record, "text");
  for (auto const field : simdjson::dom::object(record)) {
    std::string_view text;
    bool const used = field.key == "id" || field.key == "event" || field.key == "date" || field.key == "source" ||
                      field.key == "target" || field.key == "text";
    if (used || field.value.is_null()) continue;
    if (field.value.get(text) == simdjson::SUCCESS) to.attributes.push_back({std::string{field.key}, std::string{text}});
    else to.attributes.push_back({std::string{field.key}, simdjson::minify(field.value)});
  }
  return {};
}

}  // namespace

void receive_plover(byte_source& from, reception& at, receiver const& to) {
  auto const& limits = at.how().limits;
  auto const text = read_all(from, limits.bytes);
  auto problems = check_json(text, {limits.depth, limits.string, limits.problems});
  if (!problems.empty()) raise(std::move(problems));
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array records;
  std::string_view const body = std::string_view{text}.substr(byte_order_mark(text));
  if (parser.parse(body.data(), body.size()).get(root) != simdjson::SUCCESS || root.get(records) != simdjson::SUCCESS)
    raise(errc::wrong_type, "PLOVER's records stand in a list");
  std::vector<std::string> pointers;
  for (std::size_t i = 0; i < records.size(); ++i) pointers.push_back('/' + std::to_string(i));
  auto const places = locate_json(text, pointers);
  line_map const lines{text};
  std::size_t number = 0;
  received one;
  for (auto const record : records) {
    auto const& extent = places[number++];
    at.row();
    auto const where = lines.at(extent.begin);
    one.says = {};
    one.line = where.line;
    one.raw = std::string_view{text}.substr(extent.begin, extent.end - extent.begin);
    auto reason = understand_plover(record, number, one.says);
    if (!reason.empty()) {
      at.refuse({where.line, where.column, std::move(reason), std::string{one.raw.substr(0, 4096)}});
      continue;
    }
    at.accept();
    for (auto const w : one.says.warnings) at.warn(w, one.says.id, one.line);
    to(one);
  }
}

void receive_jsonl(byte_source& from, reception& at, receiver const& to) {
  auto const& limits = at.how().limits;
  // A line is a row of one cell; no byte separates cells, since NUL is refused anyway.
  row_form form;
  form.separator = '\0';
  form.quotes = false;
  form.bytes = limits.string;
  row_reader rows{from, form};
  reading const how = limits;
  received one;
  for (auto got = rows.next(); got != row_reader::got::end; got = rows.next()) {
    at.row();
    one.line = rows.line();
    one.raw = rows.raw();
    if (got == row_reader::got::bad) {
      at.refuse({rows.line(), rows.column(), rows.reason(), std::string{rows.raw().substr(0, 4096)}});
      continue;
    }
    static constexpr std::string_view before = "{\"sinedie\":1,\"events\":[";
    auto draft = draft_dossier(std::string{before} + std::string{rows.raw()} + "]}", how);
    if (!draft.problems.empty() || draft.whole.events().size() != 1) {
      problem wrong;
      wrong.message = "a line that isn't one event";
      if (!draft.problems.empty()) wrong = draft.problems.front();
      auto const column = wrong.where.column > before.size() ? wrong.where.column - before.size() : 0;
      at.refuse({rows.line(), column, wrong.message, std::string{rows.raw().substr(0, 4096)}});
      continue;
    }
    auto const e = (*draft.whole.events().begin()).value();
    one.says = {};
    one.says.id = e.id().str();
    one.says.whole = e;
    one.says.relations = e.relations();
    if (e.fields().parties)
      for (auto const& p : *e.fields().parties) {
        one.says.parties.push_back({p.party.str(), {}});
        if (p.on_behalf_of) one.says.parties.push_back({p.on_behalf_of->str(), {}});
      }
    if (e.fields().venues)
      for (auto const& v : *e.fields().venues)
        for (auto const& id : v.venues) one.says.venues.push_back({id.str(), {}, {}, {}, {}});
    one.says.fields.series = e.fields().series;
    at.accept();
    to(one);
  }
}

}  // namespace sinedie::detail
