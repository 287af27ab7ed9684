// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/dossier_file.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <sinedie/io/file.hpp>

#include "dossier_draft.hpp"
#include "json_reading.hpp"

namespace sinedie {

namespace {

using detail::sort;

// A text that a dossier is read from, for as long as its places may be asked for.
struct source {
  std::string name;  // of the file; empty where there is none
  std::string_view text;
  detail::dossier_draft draft;
};

// Where an entry of the merged dossier came from.
struct origin {
  std::size_t source;
  std::uint32_t number;  // in that source's list
};

[[nodiscard]] std::string pointer_to(sort s, std::uint32_t number) {
  std::string pointer;
  detail::append_pointer(pointer, detail::section_words[static_cast<std::size_t>(s)]);
  detail::append_pointer(pointer, number);
  return pointer;
}

[[nodiscard]] std::string place_in_words(place const& where, std::size_t source) {
  std::string text = where.file.empty() ? "dossier " + std::to_string(source + 1) : detail::quoted(where.file);
  if (where.line != 0) text += ", line " + std::to_string(where.line);
  return text + " (at " + where.pointer + ')';
}

class assembler {
 public:
  explicit assembler(std::vector<source> sources) : sources_{std::move(sources)} {}

  /// `any_day`: the files may name different days of knowledge.
  [[nodiscard]] dossier run(bool any_day) {
    any_day_ = any_day;
    dossier whole = std::move(sources_.front().draft.whole);
    bool complete = true;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      for (problem& p : sources_[i].draft.problems) {
        p.where.file = sources_[i].name;
        problems_.push_back(std::move(p));
      }
      complete = complete && sources_[i].draft.complete;
      if (i == 0) {
        for (std::size_t s = 0; s < origins_.size(); ++s) {
          for (std::uint32_t const number : sources_[0].draft.numbers[s]) origins_[s].push_back({0, number});
        }
      } else {
        take(whole, i);
      }
    }
    if (complete) check(whole);
    place_all();
    if (!problems_.empty()) detail::raise(std::move(problems_));
    return whole;
  }

  // Into `whole` what the i-th source has.
  void take(dossier& whole, std::size_t i) {
    dossier const& more = sources_[i].draft.whole;
    take(whole, more.parties(), &dossier::find_party, sort::party, i);
    take(whole, more.venues(), &dossier::find_venue, sort::venue, i);
    take(whole, more.series(), &dossier::find_series, sort::series, i);
    take(whole, more.events(), &dossier::find_event, sort::event, i);
    take(whole, more.documents(), &dossier::find_document, sort::document, i);
    take(whole, more.reports(), &dossier::find_report, sort::report, i);
    if (whole.title().empty()) whole.title(more.title());
    if (whole.note().empty()) whole.note(more.note());
    for (extension const& e : more.extensions()) {
      bool known = false;
      for (extension const& have : whole.extensions()) known = known || have.pointer == e.pointer;
      if (!known) whole.extension(e);
    }
    if (days_differ_) return;
    if (more.as_of() && whole.as_of() && *more.as_of() != *whole.as_of()) {
      if (any_day_) {
        days_differ_ = true;
        whole.as_of(std::nullopt);
        return;
      }
      problem p;
      p.code = errc::conflict;
      p.message = "a different day of knowledge stands in ";
      p.expected = "the same day";
      p.where.pointer = p.other.pointer = "/as_of";
      waiting_.push_back({std::move(p), i, as_of_from_, "; say for which day to read them"});
    } else if (more.as_of() && !whole.as_of()) {
      whole.as_of(*more.as_of());
      as_of_from_ = i;
    }
  }

  template <typename Range, typename View, typename Id>
  void take(dossier& whole, Range const& views, std::optional<View> (dossier::*find)(Id const&) const, sort s, std::size_t i) {
    auto const kind = static_cast<std::size_t>(s);
    std::size_t place_among = 0;
    std::map<std::string, std::size_t, std::less<>> known;  // of the merged ones, built on the first id that is there already
    for (auto const view : views) {
      auto const number = sources_[i].draft.numbers[kind][place_among++];
      auto const value = view.value();
      auto const there = (whole.*find)(value.id());
      if (!there) {
        whole.add(value);
        origins_[kind].push_back({i, number});
        continue;
      }
      if (there->value() == value) continue;
      if (known.empty()) index(known, whole, s);
      auto const found = known.find(value.id().str());
      origin const first = origins_[kind][found == known.end() ? 0 : found->second];
      problem p;
      p.code = errc::duplicate_id;
      p.where.pointer = pointer_to(s, number);
      p.other.pointer = pointer_to(s, first.number);
      p.found = value.id().str();
      p.expected = "the same content, or another id";
      p.message = std::string{Id::kind} + ' ' + detail::quoted(value.id().str()) + " has different content in ";
      waiting_.push_back({std::move(p), i, first.source, {}});
    }
  }

 private:
  // A problem whose places are still to be looked up: that of what is wrong, and that of the other, which the message ends with.
  struct waiting {
    problem what;
    std::size_t source;
    std::optional<std::size_t> other;
    std::string after;
  };

  void index(std::map<std::string, std::size_t, std::less<>>& known, dossier const& whole, sort s) {
    std::size_t place = 0;
    auto const each = [&](auto const& views) {
      for (auto const view : views) known.emplace(view.id_text(), place++);
    };
    switch (s) {
      case sort::party: each(whole.parties()); break;
      case sort::venue: each(whole.venues()); break;
      case sort::series: each(whole.series()); break;
      case sort::event: each(whole.events()); break;
      case sort::document: each(whole.documents()); break;
      case sort::report: each(whole.reports()); break;
    }
  }

  // What the whole refers to. The check counts the entries that are there; the file's own numbers may differ.
  void check(dossier const& whole) {
    for (problem& p : whole.check()) {
      waiting w{{}, 0, {}, {}};
      p.where.pointer = translated(p.where.pointer, w.source);
      if (!p.other.pointer.empty()) {
        w.other.emplace();
        p.other.pointer = translated(p.other.pointer, *w.other);
        p.message += "; the other place is ";
      }
      w.what = std::move(p);
      waiting_.push_back(std::move(w));
    }
  }

  // Looks up all places that are waited for, in one pass through each source.
  void place_all() {
    std::vector<std::vector<problem>> asked(sources_.size());
    auto const ask = [&](std::size_t source, place const& where) {
      asked[source].emplace_back();
      asked[source].back().where.pointer = where.pointer;
      return asked[source].size() - 1;
    };
    std::vector<std::pair<std::size_t, std::size_t>> answers;
    for (waiting const& w : waiting_) {
      auto const here = ask(w.source, w.what.where);
      answers.emplace_back(here, w.other ? ask(*w.other, w.what.other) : 0);
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!sources_[i].text.empty()) detail::give_places(asked[i], {}, sources_[i].text);
      for (problem& p : asked[i]) p.where.file = sources_[i].name;
    }
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      waiting& w = waiting_[i];
      w.what.where = asked[w.source][answers[i].first].where;
      if (w.other) {
        w.what.other = asked[*w.other][answers[i].second].where;
        w.what.message += place_in_words(w.what.other, *w.other) + w.after;
      }
    }
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      for (waiting& w : waiting_) {
        if (w.source == i) problems_.push_back(std::move(w.what));
      }
    }
  }

  // `/events/3/when` of the merged dossier as it is in the source it came from.
  [[nodiscard]] std::string translated(std::string const& pointer, std::size_t& from) const {
    std::size_t const second = pointer.find('/', 1);
    if (pointer.empty() || second == std::string::npos) return pointer;
    std::string_view const section = std::string_view{pointer}.substr(1, second - 1);
    auto const word = std::find(detail::section_words.begin(), detail::section_words.end(), section);
    if (word == detail::section_words.end()) return pointer;
    auto const kind = static_cast<std::size_t>(word - detail::section_words.begin());
    std::size_t number = 0;
    std::size_t end = second + 1;
    for (; end < pointer.size() && pointer[end] >= '0' && pointer[end] <= '9'; ++end)
      number = number * 10 + static_cast<std::size_t>(pointer[end] - '0');
    if (number >= origins_[kind].size()) return pointer;
    origin const& o = origins_[kind][number];
    from = o.source;
    return renumbered(pointer_to(static_cast<sort>(kind), o.number), pointer.substr(end), sources_[from].draft.kept);
  }

  // The rest of a pointer, with the numbers that the items of shortened lists have in the file.
  [[nodiscard]] static std::string renumbered(std::string so_far, std::string const& rest,
                                              std::map<std::string, std::vector<std::uint32_t>, std::less<>> const& kept) {
    if (kept.empty()) return so_far + rest;
    for (std::size_t at = 0; at < rest.size();) {
      std::size_t const end = std::min(rest.find('/', at + 1), rest.size());
      auto const shortened = kept.find(so_far);
      std::size_t number = 0;
      bool numeric = shortened != kept.end() && end > at + 1;
      for (std::size_t i = at + 1; numeric && i < end; ++i) {
        numeric = rest[i] >= '0' && rest[i] <= '9';
        number = number * 10 + static_cast<std::size_t>(rest[i] - '0');
      }
      if (numeric && number < shortened->second.size()) detail::append_pointer(so_far, shortened->second[number]);
      else so_far.append(rest, at, end - at);
      at = end;
    }
    return so_far;
  }

  std::vector<source> sources_;
  std::array<std::vector<origin>, 6> origins_;
  std::vector<problem> problems_;
  std::vector<waiting> waiting_;
  std::size_t as_of_from_ = 0;
  bool any_day_ = false;
  bool days_differ_ = false;
};

template <typename Read>
[[nodiscard]] result<dossier> tried(Read read) {
  try {
    return read();
  } catch (error const& e) {
    problem first = e.problems().front();
    if (e.problems().size() > 1) first.message += " (the first of " + std::to_string(e.problems().size()) + " problems)";
    return first;
  }
}

}  // namespace

dossier read_dossier(std::string_view json, reading const& how) {
  std::vector<source> one;
  one.push_back({{}, json, detail::draft_dossier(json, how)});
  return assembler{std::move(one)}.run(how.as_of.has_value());
}

dossier load(std::vector<std::filesystem::path> const& files, reading const& how) {
  if (files.empty()) detail::raise(errc::bad_argument, "no file to load");
  std::vector<std::string> texts;
  std::vector<problem> unreadable;
  for (std::filesystem::path const& file : files) {
    auto text = try_read_file(file, how);
    if (text) texts.push_back(*std::move(text));
    else unreadable.push_back(text.error());
  }
  if (!unreadable.empty()) detail::raise(std::move(unreadable));
  std::vector<source> sources;
  for (std::size_t i = 0; i < files.size(); ++i) sources.push_back({files[i].string(), texts[i], detail::draft_dossier(texts[i], how)});
  return assembler{std::move(sources)}.run(how.as_of.has_value());
}

dossier load(std::filesystem::path const& file, reading const& how) { return load(std::vector<std::filesystem::path>{file}, how); }

dossier merge(std::vector<dossier> const& dossiers, std::optional<std::chrono::sys_days> as_of) {
  if (dossiers.empty()) return {};
  std::vector<source> sources;
  for (dossier const& d : dossiers) {
    source s;
    s.draft.whole = d;
    s.draft.complete = false;  // what it refers to isn't looked at
    std::size_t const counts[] = {d.parties().size(), d.venues().size(),    d.series().size(),
                                  d.events().size(),  d.documents().size(), d.reports().size()};
    for (std::size_t k = 0; k < s.draft.numbers.size(); ++k) {
      for (std::uint32_t n = 0; n < counts[k]; ++n) s.draft.numbers[k].push_back(n);
    }
    sources.push_back(std::move(s));
  }
  return assembler{std::move(sources)}.run(as_of.has_value());
}

result<dossier> try_read_dossier(std::string_view json, reading const& how) {
  return tried([&] { return read_dossier(json, how); });
}
result<dossier> try_load(std::filesystem::path const& file, reading const& how) {
  return tried([&] { return load(file, how); });
}
result<dossier> try_load(std::vector<std::filesystem::path> const& files, reading const& how) {
  return tried([&] { return load(files, how); });
}

void save(dossier const& d, std::filesystem::path const& file) {
  if (auto problems = d.check(); !problems.empty()) detail::raise(std::move(problems));
  save_atomically(file, to_json(d));
}

}  // namespace sinedie
