// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/import.hpp>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include <sinedie/io/display.hpp>
#include <sinedie/io/dossier_file.hpp>

#include "cell_guard.hpp"
#include "csv_rows.hpp"
#include "import_rows.hpp"

namespace sinedie {

namespace detail {

void receive(byte_source& from, reception& at, receiver const& to) {
  switch (at.how().format) {
    case import_format::csv:
    case import_format::tsv:
    case import_format::gdelt:
    case import_format::icews: receive_rows(from, at, to); break;
    case import_format::plover: receive_plover(from, at, to); break;
    case import_format::jsonl: receive_jsonl(from, at, to); break;
    case import_format::ics:
    case import_format::timelinejs: raise(errc::bad_argument, std::string{to_string(at.how().format)} + " isn't read row by row");
  }
}

namespace {

// Makes a dossier of what comes in, of one file after the other: parties and venues once each, by their ids, however often and in
// whatever spelling.
class collecting {
 public:
  // What comes next is of that file; both outlive this object.
  void begin(reception& at, std::filesystem::path const& name) { files_.push_back({&at, &name}); }

  void take(received& r) {
    auto& says = r.says;
    auto const file = files_.size() - 1;
    says.number(file);
    auto const [found, is_new] = lines_.try_emplace(says.id, spot{file, r.line});
    if (!is_new) {
      auto const& first = found->second;
      at(file).withdraw({r.line, 0,
                         "the id " + quoted(says.id) + " stands at line " + std::to_string(first.line) +
                             (first.file == file ? std::string{} : " of " + quoted(files_[first.file].second->string())) + " already",
                         std::string{r.raw.substr(0, 4096)}});
      return;
    }
    for (auto const& p : says.parties) (void)name(parties_, p.id, p.name);
    for (auto const& v : says.venues) {
      auto& known = name(venues_, v.id, v.name);
      if (known.kind.empty()) known.kind = v.kind;
      if (known.in.empty() && v.in != v.id) known.in = v.in;
      if (!known.at) known.at = v.at;
    }
    if (says.fields.series)
      for (auto const& s : *says.fields.series) series_.insert(s.series.str());
    auto const reported = says.reported ? says.reported : reference();
    bool const related = !says.relations.empty();
    std::optional<claim> c;
    if (reported && says.whole) {
      c.emplace().describe(says.whole->fields());
      says.whole->describe({});
    } else if (reported) {
      c.emplace().describe(std::exchange(says.fields, {}));
    }
    pending p{std::move(says).declared(), {}, {file, r.line}, {}};
    if (reported) {
      auto const id = says.id + "-report";
      report told{report_id{report_id::try_parse(id) ? id : "line-" + std::to_string(r.line)}, event_id{says.id}};
      told.published(*reported).says(*std::move(c));
      if (!says.source.empty()) told.source(localized{says.source});
      if (!says.url.empty()) told.url(says.url);
      p.who.push_back(std::move(told));
    } else {
      if (!says.source.empty()) p.what.attribute("source", says.source);
      if (!says.url.empty()) p.what.attribute("url", says.url);
    }
    if (related) p.raw = std::string{r.raw.substr(0, 4096)};
    events_.push_back(std::move(p));
  }

  [[nodiscard]] dossier finish() {
    drop_dangling();
    dossier d;
    if (files_.empty()) return d;
    if (at(0).how().reference_day) d.as_of(*at(0).how().reference_day);
    for (auto const* const each : sorted(parties_)) {
      auto const& [id, known] = *each;
      party p{party_id{id}};
      if (!known.name.empty()) p.name(localized{known.name});
      for (auto const& other : known.others) p.alias(other);
      d.add(p);
    }
    for (auto const* const each : sorted(venues_)) {
      auto const& [id, known] = *each;
      venue v{venue_id{id}};
      if (!known.name.empty()) v.name(localized{known.name});
      for (auto const& other : known.others) v.alias(other);
      if (!known.kind.empty()) v.kind(known.kind);
      if (leads_to(known.in, id)) at(0).warn("venues that lie in each other: left side by side", id, 0);
      else if (!known.in.empty()) v.in(venue_id{known.in});
      if (known.at) v.at(*known.at);
      d.add(v);
    }
    for (auto const& id : series_) d.add(series{series_id{id}});
    // Each is let go as soon as it is in, so that nothing stands in memory twice.
    for (; !events_.empty(); events_.pop_front()) {
      auto const& p = events_.front();
      if (p.dropped) continue;
      try {
        d.add(p.what);
      } catch (error const& e) {
        at(p.where.file).withdraw({p.where.line, 0, e.problems().front().message, p.raw});
        continue;
      }
      for (auto const& r : p.who) d.add(r);
    }
    return d;
  }

 private:
  struct known_name {
    std::string name;
    std::string kind;
    std::string in;
    std::optional<coordinates> at;
    std::set<std::string> others;  // spellings of the same name
  };
  struct spot {
    std::size_t file = 0;
    std::size_t line = 0;
  };
  struct pending {
    event what;
    std::vector<report> who;
    spot where;
    std::string raw;
    bool dropped = false;
  };

  using names = std::unordered_map<std::string, known_name>;

  [[nodiscard]] static std::vector<names::value_type const*> sorted(names const& all) {
    std::vector<names::value_type const*> list;
    list.reserve(all.size());
    for (auto const& each : all) list.push_back(&each);
    std::sort(list.begin(), list.end(), [](auto const* a, auto const* b) { return a->first < b->first; });
    return list;
  }

  [[nodiscard]] static known_name& name(names& all, std::string const& id, std::string const& as) {
    auto& known = all[id];
    if (known.name.empty()) known.name = as;
    else if (!as.empty() && as != known.name) known.others.insert(as);
    return known;
  }

  [[nodiscard]] std::optional<date_statement> reference() const {
    auto const day = files_.back().first->how().reference_day;
    return day ? std::optional<date_statement>{date_statement{*day}} : std::nullopt;
  }

  // Whether the venue `from` lies in `id`, so that putting `id` into it would make a ring.
  [[nodiscard]] bool leads_to(std::string from, std::string const& id) const {
    for (std::size_t steps = 0; !from.empty() && steps <= venues_.size(); ++steps) {
      if (from == id) return true;
      auto const found = venues_.find(from);
      from = found == venues_.end() ? std::string{} : found->second.in;
    }
    return false;
  }

  // A relation to what isn't there has no meaning; a row that goes may take others with it.
  void drop_dangling() {
    std::unordered_map<std::string, std::vector<std::size_t>> leaning;
    std::vector<std::string> gone;
    for (std::size_t i = 0; i < events_.size(); ++i)
      for (auto const& r : events_[i].what.relations()) {
        auto& list = leaning[r.other.str()];
        if (list.empty() && !lines_.contains(r.other.str())) gone.push_back(r.other.str());
        list.push_back(i);
      }
    while (!gone.empty()) {
      auto const id = std::move(gone.back());
      gone.pop_back();
      for (auto const i : leaning[id]) {
        auto& p = events_[i];
        if (std::exchange(p.dropped, true)) continue;
        gone.push_back(p.what.id().str());
        at(p.where.file).withdraw({p.where.line, 0, "a relation to " + quoted(id) + ", which isn't among the events", p.raw});
      }
    }
  }

  [[nodiscard]] reception& at(std::size_t file) { return *files_[file].first; }

  std::vector<std::pair<reception*, std::filesystem::path const*>> files_;
  names parties_;
  names venues_;
  std::set<std::string> series_;
  std::unordered_map<std::string, spot> lines_;
  std::deque<pending> events_;
};

[[nodiscard]] bool is_whole(import_format f) noexcept { return f == import_format::ics || f == import_format::timelinejs; }

[[nodiscard]] imported import_from(byte_source& from, std::filesystem::path const& name, importing const& how) {
  if (is_whole(how.format)) return import_whole(from, how);
  reception at{how};
  collecting all;
  all.begin(at, name);
  receive(from, at, [&](received& r) { all.take(r); });
  imported out;
  out.what = all.finish();
  out.told = at.take();
  return out;
}

}  // namespace
}  // namespace detail

std::string to_string(rejection const& r) {
  return sanitized(std::to_string(r.line) + (r.column > 0 ? ", column " + std::to_string(r.column) : std::string{}) + ": " + r.reason);
}

std::string rejections_head() { return "line,column,reason,row\r\n"; }

void append_rejection(std::string& csv, rejection const& r) {
  csv += std::to_string(r.line) + ',' + (r.column > 0 ? std::to_string(r.column) : std::string{}) + ',';
  detail::append_cell(csv, detail::tame(r.reason).text);
  csv += ',';
  // Line ends inside a row are one sort, so that each stays a line end and none an escape.
  std::string row;
  for (std::size_t i = 0; i < r.row.size(); ++i)
    if (r.row[i] != '\r') row += r.row[i];
    else if (i + 1 == r.row.size() || r.row[i + 1] != '\n') row += '\n';
  detail::append_cell(csv, detail::tame(row).text);
  csv += "\r\n";
}

std::string to_string(import_summary const& s) {
  return std::to_string(s.rows) + (s.rows == 1 ? " row: " : " rows: ") + std::to_string(s.read) + " read, " + std::to_string(s.rejected) +
         " rejected";
}

std::optional<import_format> import_format_of(std::filesystem::path const& name) {
  auto text = name.filename().string();
  if (text.ends_with(".gz")) text.resize(text.size() - 3);
  if (text.ends_with(".csv") || text.ends_with(".CSV")) return import_format::csv;
  if (text.ends_with(".tsv") || text.ends_with(".tab")) return import_format::tsv;
  if (text.ends_with(".jsonl") || text.ends_with(".ndjson")) return import_format::jsonl;
  if (text.ends_with(".ics") || text.ends_with(".ICS")) return import_format::ics;
  return std::nullopt;
}

namespace {

// What goes wrong inside names the file.
template <typename Work>
auto with_place(std::filesystem::path const& file, Work work) {
  try {
    return work();
  } catch (error const& e) {
    std::vector<problem> problems(e.problems().begin(), e.problems().end());
    for (auto& p : problems)
      if (p.where.file.empty()) p.where.file = file.string();
    detail::raise(std::move(problems));
  }
}

[[noreturn]] void raise_without_rows(std::string_view format) {
  detail::raise(errc::bad_argument, std::string{format} + " isn't a format of rows, one event each");
}

// A row as a line of the other format, with its line end. `csv` may be null, for JSON Lines.
void append_row(std::string& text, detail::received& r, importing const& how, detail::csv_rows const* csv, detail::account& lost) {
  auto& says = r.says;
  auto e = std::move(says).declared();
  auto const day = says.reported ? says.reported
                   : how.reference_day ? std::optional<date_statement>{date_statement{*how.reference_day}}
                                       : std::nullopt;
  detail::row_origin from{says.source, says.url, day && !day->is_none() ? std::string{day->dating()->text()} : std::string{}};
  if (std::any_of(says.venues.begin(), says.venues.end(), [](auto const& v) { return !v.in.empty() || v.at || !v.kind.empty(); }))
    lost.lose("what is known of venues beside a name", says.id);
  if (csv) {
    auto const named = [](auto const& list) {
      return [&list](auto const& id) {
        for (auto const& known : list)
          if (known.id == id.str()) return known.name;
        return std::string{};
      };
    };
    csv->row(text, e, {named(says.parties), named(says.venues)}, lost, from);
    return;
  }
  auto const has_name = [](auto const& known) { return !known.name.empty(); };
  if (std::any_of(says.parties.begin(), says.parties.end(), has_name)) lost.lose("names of parties", says.id);
  if (std::any_of(says.venues.begin(), says.venues.end(), has_name)) lost.lose("names of venues", says.id);
  if (!from.source.empty()) e.attribute("source", from.source);
  if (!from.url.empty()) e.attribute("url", from.url);
  if (!from.as_of.empty()) e.attribute("as_of", from.as_of);
  detail::append_event_json(text, e);
  text += '\n';
}

}  // namespace

imported import_events(std::filesystem::path const& file, importing const& how) {
  auto const source = detail::open_source(file);
  return with_place(file, [&] { return detail::import_from(*source, file, how); });
}

imported_files import_events(std::vector<import_source> const& files, importing const& how) {
  if (files.empty()) detail::raise(errc::bad_argument, "no file is given");
  imported_files out;
  out.told.resize(files.size());
  std::vector<dossier> parts;
  std::vector<importing> ways;
  std::vector<std::unique_ptr<detail::reception>> rows(files.size());
  ways.reserve(files.size());  // receptions look at them
  {
    detail::collecting all;
    for (std::size_t i = 0; i < files.size(); ++i) {
      ways.push_back(how);
      ways.back().format = files[i].format;
      auto const source = detail::open_source(files[i].file);
      with_place(files[i].file, [&] {
        if (detail::is_whole(files[i].format)) {
          auto in = detail::import_whole(*source, ways[i]);
          out.told[i] = std::move(in.told);
          parts.push_back(std::move(in.what));
          return;
        }
        rows[i] = std::make_unique<detail::reception>(ways[i]);
        all.begin(*rows[i], files[i].file);
        detail::receive(*source, *rows[i], [&](detail::received& r) { all.take(r); });
      });
    }
    if (std::any_of(rows.begin(), rows.end(), [](auto const& r) { return r != nullptr; })) parts.push_back(all.finish());
  }
  for (std::size_t i = 0; i < files.size(); ++i)
    if (rows[i]) out.told[i] = rows[i]->take();
  out.what = parts.size() == 1 ? std::move(parts.front()) : merge(parts, how.reference_day);
  return out;
}

converted convert_rows(std::vector<std::filesystem::path> const& files, importing const& how, export_format to,
                       std::function<void(std::string_view)> const& write) {
  bool const csv = to == export_format::csv;
  if (!has_rows(how.format)) raise_without_rows(to_string(how.format));
  if (!csv && to != export_format::jsonl) raise_without_rows(to_string(to));
  std::vector<std::unique_ptr<detail::source_again>> again;
  detail::attribute_keys keys;
  if (csv) {
    auto quiet = how;
    quiet.rejected = nullptr;
    quiet.progress = nullptr;
    quiet.limits.problems = 0;
    for (auto const& file : files) {
      again.push_back(std::make_unique<detail::source_again>(file));
      with_place(file, [&] {
        detail::reception first{quiet};
        detail::receive(*again.back()->open(), first, [&](detail::received& r) {
          keys.meet(r.says.whole ? r.says.whole->attributes() : r.says.attributes);
        });
      });
    }
  }
  converted out;
  detail::account lost;
  detail::csv_rows const rows{keys, "en", true};
  std::string text;
  if (csv) {
    rows.head(text);
    write(text);
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    detail::reception at{how};
    with_place(files[i], [&] {
      auto const source = csv ? again[i]->open() : detail::open_source(files[i]);
      detail::receive(*source, at, [&](detail::received& r) {
        r.says.number(i);
        text.clear();
        append_row(text, r, how, csv ? &rows : nullptr, lost);
        write(text);
      });
    });
    out.told.push_back(at.take());
  }
  out.losses = lost.take();
  return out;
}

imported import_text(std::string_view text, importing const& how) {
  auto const source = detail::memory_source(text);
  return detail::import_from(*source, {}, how);
}

}  // namespace sinedie
