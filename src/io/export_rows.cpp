// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <utility>

#include <sinedie/io/display.hpp>

#include "cell_guard.hpp"
#include "csv_rows.hpp"

namespace sinedie::detail {

namespace {

// Texts joined by `; `; whether each reads back as it was. An empty one keeps its place.
[[nodiscard]] bool join(std::string& cell, std::vector<std::string> const& items, bool may_be_empty) {
  bool exact = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const& item = items[i];
    auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    exact = exact && item.find(';') == std::string::npos && (item.empty() ? may_be_empty : !blank(item.front()) && !blank(item.back()));
    cell.append(i == 0 ? "" : "; ").append(item);
  }
  return exact;
}

[[nodiscard]] bool join_names(std::string& cell, std::vector<std::string> const& names) {
  if (std::all_of(names.begin(), names.end(), [](std::string const& n) { return n.empty(); })) return true;
  return join(cell, names, true);
}

}  // namespace

void attribute_keys::meet(std::vector<attribute> const& all) {
  for (auto const& a : all)
    if (keys_.size() < most) keys_.try_emplace(a.key, 0);
}

csv_rows::csv_rows(attribute_keys const& keys, std::string language, bool origins)
    : keys_{keys.all()}, language_{std::move(language)}, origins_{origins} {
  std::size_t column = 0;
  for (auto& [key, place] : keys_) place = column++;
}

void csv_rows::head(std::string& out) const {
  out +=
      "id,title,kind,status,date_edtf,expected,why_undated,parties,party_names,venues,venue_names,modes,topics,series,relations,"
      "at_least,at_most,note";
  if (origins_) out += ",source,url,as_of";
  for (auto const& [key, place] : keys_) {
    out += ',';
    append_cell(out, "attribute:" + tame(key).text);
  }
  out += "\r\n";
}

void csv_rows::row(std::string& out, event const& e, names_of const& names, account& lost, row_origin const& from) const {
  auto const& f = e.fields();
  std::string const& id = e.id().str();
  bool changed = false;
  bool first = true;
  auto const cell = [&](std::string_view text) {
    if (!first) out += ',';
    first = false;
    if (text.empty()) return;
    auto const safe = tame(text);
    changed = changed || safe.changed;
    append_cell(out, safe.text);
  };
  auto const date = [&](std::optional<date_statement> const& d) {
    cell(d && !d->is_none() ? gregorian_text(*d->dating()) : std::string{});
  };
  cell(id);
  cell(e.title().empty() ? std::string{} : e.title().get(language_));
  cell(e.kind());
  cell(f.status ? to_string(*f.status) : std::string_view{});
  date(f.when);
  date(f.expected);
  cell(f.why_undated ? to_string(*f.why_undated) : std::string_view{});
  cell(parties_cell(f));
  std::vector<std::string> list;
  if (f.parties)
    for (auto const& p : *f.parties) list.push_back(names.party(p.party));
  std::string text;
  bool plain = join_names(text, list);
  cell(text);
  cell(venues_cell(f));
  list.clear();
  if (f.venues)
    for (auto const& choice : *f.venues)
      for (auto const& v : choice.venues) list.push_back(names.venue(v));
  text.clear();
  plain = join_names(text, list) && plain;
  cell(text);
  if (!plain) lost.lose("names with a semicolon or blanks around them", id);
  cell(modes_cell(f));
  text.clear();
  if (f.topics && !join(text, *f.topics, false)) lost.lose("topics with a semicolon or blanks around them", id);
  cell(text);
  cell(series_cell(f));
  cell(relations_cell(e));
  cell(e.lasting().at_least ? std::string{e.lasting().at_least->text()} : std::string{});
  cell(e.lasting().at_most ? std::string{e.lasting().at_most->text()} : std::string{});
  cell(e.note().empty() ? std::string{} : e.note().get(language_));
  if (origins_) {
    cell(from.source);
    cell(from.url);
    cell(from.as_of);
  }
  std::vector<std::string const*> own(keys_.size(), nullptr);
  for (auto const& a : e.attributes()) {
    auto const found = keys_.find(a.key);
    if (found == keys_.end() || own[found->second] != nullptr) lost.lose("attributes past the first 200, or given twice", id);
    else own[found->second] = &a.value;
  }
  for (auto const* const value : own) cell(value ? std::string_view{*value} : std::string_view{});
  out += "\r\n";
  if (changed) lost.lose("control characters and marks of direction: written as \\u{…}", id);
  if (f.why_undated && !f.when) lost.lose("that no date is told: it comes back as explicitly none", id);
  bool const no_date = f.when && f.when->is_none() && !f.why_undated;
  if (no_date || (f.expected && f.expected->is_none())) lost.lose("that there is explicitly no date, or nothing expected", id);
  lost.written(e, {fact::title, fact::kind, fact::status, fact::when, fact::expected, fact::why_undated, fact::parties, fact::acting_for,
                   fact::venues, fact::venue_doubts, fact::modes, fact::topics, fact::series, fact::relations, fact::duration,
                   fact::attributes, fact::note});
}

std::string export_csv(export_task& task) {
  attribute_keys keys;
  for (auto const& e : task.events) keys.meet(e.what.attributes());
  csv_rows const rows{keys, task.how.language};
  names_of const names{[&](party_id const& id) { return task.names.given(id); }, [&](venue_id const& id) { return task.names.given(id); }};
  std::string out;
  rows.head(out);
  for (auto const& e : task.events) rows.row(out, e.what, names, task.lost);
  return out;
}

std::string export_jsonl(export_task& task) {
  std::string out;
  for (auto const& e : task.events) {
    append_event_json(out, e.what);
    out += '\n';
  }
  return out;
}

}  // namespace sinedie::detail
