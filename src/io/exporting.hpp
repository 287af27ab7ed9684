// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What exporters share: an event as it stands, and an account of what each of them couldn't write.
///
/// An exporter names the facts of an event that it writes; whatever else an event has is lost, and is found here, in one place,
/// so that no exporter can forget to say so.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sinedie/io/exports.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/model/party.hpp>
#include <sinedie/model/venue.hpp>

namespace sinedie::detail {

/// Facts that an event may have. In the order in which losses are listed.
enum class fact : unsigned char {
  title,
  title_languages,
  kind,
  status,
  when,
  other_calendar,
  date_words,
  expected,
  why_undated,
  parties,
  roles,
  acting_for,
  venues,
  venue_doubts,
  modes,
  topics,
  series,
  relations,
  duration,
  attributes,
  note,
  note_languages,
  own_members,
};

/// A set of facts.
class facts {
 public:
  constexpr facts() = default;
  constexpr facts(std::initializer_list<fact> list) {
    for (fact const f : list) bits_ |= bit(f);
  }
  [[nodiscard]] constexpr bool has(fact f) const { return (bits_ & bit(f)) != 0; }
  constexpr void set(fact f) { bits_ |= bit(f); }
  [[nodiscard]] constexpr facts without(facts other) const {
    facts left;
    left.bits_ = bits_ & ~other.bits_;
    return left;
  }

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(fact f) { return std::uint32_t{1} << static_cast<unsigned>(f); }
  std::uint32_t bits_ = 0;
};

/// An event as it stands on the day of knowledge.
struct outgoing {
  event what;
  sinedie::flags flags;
  time::limits limits;
  chronology::certainty after_previous = chronology::certainty::conventional;

  [[nodiscard]] time::dating const* when() const noexcept {
    return what.fields().when && !what.fields().when->is_none() ? what.fields().when->dating() : nullptr;
  }
};

[[nodiscard]] outgoing outgoing_of(entry const& e);
[[nodiscard]] facts facts_of(event const& e);

/// What a format has no words for, gathered while it is written.
class account {
 public:
  /// Each loss names so many ids.
  explicit account(std::size_t examples = 5) : examples_{examples} {}

  void lose(std::string_view what, std::string_view id, std::string_view entries = "events");
  /// Something of the dossier itself.
  void lose_once(std::string_view what);
  /// All facts of the event but those that are written.
  void written(event const& e, facts carried);
  [[nodiscard]] std::vector<loss> take();

 private:
  std::size_t examples_;
  std::vector<loss> losses_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// Names by ids, each looked up once.
class directory {
 public:
  directory(timeline const& t, std::string language) : t_{t}, language_{std::move(language)} {}
  [[nodiscard]] std::string const& party(party_id const& id);
  [[nodiscard]] std::string const& venue(venue_id const& id);
  /// The same, and an empty text for one without a name.
  [[nodiscard]] std::string given(party_id const& id);
  [[nodiscard]] std::string given(venue_id const& id);
  [[nodiscard]] std::optional<coordinates> place(venue_id const& id) const;
  [[nodiscard]] std::string code(party_id const& id) const;

 private:
  timeline const& t_;
  std::string language_;
  std::unordered_map<std::string, std::string> parties_;
  std::unordered_map<std::string, std::string> venues_;
};

/// What a format gives of parties and venues beside or instead of their ids.
struct names_written {
  bool parties = false;
  bool venues = false;
};

/// What every exporter is given.
struct export_task {
  timeline const& from;
  std::vector<outgoing> events;
  export_options const& how;
  directory names;
  account lost;
  names_written with_names = {};
};

/// The date as an expression in the Gregorian calendar: as it was stated, or, where that was in another one, the days it means.
[[nodiscard]] std::string gregorian_text(time::dating const& d);

/// Whether it is one civil day, or one moment, without a choice: what other programs mean by a date.
[[nodiscard]] bool is_one_day(time::dating const& d);
[[nodiscard]] bool is_one_moment(time::dating const& d);
/// The first and last of a stated interval, where both ends are days; a day is its own.
struct day_range {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
};
[[nodiscard]] std::optional<day_range> days_of(time::dating const& d);
[[nodiscard]] std::chrono::sys_days day_holding(time::instant i);

/// Lists of ids as one cell: `russia, lavrov for:russia`; `istanbul, possible:ankara, one_of:a b`; `after x at_least:P1D`.
/// No id has a comma, colon or blank in it, so each reads back exactly.
[[nodiscard]] std::string parties_cell(claim_fields const& f);
[[nodiscard]] std::string venues_cell(claim_fields const& f);
[[nodiscard]] std::string series_cell(claim_fields const& f);
[[nodiscard]] std::string relations_cell(event const& e);
[[nodiscard]] std::string modes_cell(claim_fields const& f);

/// When it is, in words for a label.
[[nodiscard]] std::string when_words(outgoing const& e, std::string_view language);
/// That an event has no title is lost where its id has to stand for one.
void lose_missing_title(export_task& task, event const& e);
/// Its title in that language, else its id.
[[nodiscard]] std::string label_of(event const& e, std::string_view language);
/// `text` with line feeds and tabs kept and nothing else that acts; whether anything was replaced.
struct tamed {
  std::string text;
  bool changed = false;
};
[[nodiscard]] tamed tame(std::string_view text);
/// Sanitized, and with `& < > " '` as HTML entities.
[[nodiscard]] std::string html_text(std::string_view text);

/// The event's object in the dossier's file, on one line.
void append_event_json(std::string& out, event const& e);

[[nodiscard]] std::string export_csv(export_task& task);
[[nodiscard]] std::string export_jsonl(export_task& task);
[[nodiscard]] std::string export_ics(export_task& task);
[[nodiscard]] std::string export_geojson(export_task& task);
[[nodiscard]] std::string export_dot(export_task& task);
[[nodiscard]] std::string export_mermaid(export_task& task);
[[nodiscard]] std::string export_timelinejs(export_task& task);
[[nodiscard]] std::string export_vis(export_task& task);
[[nodiscard]] std::string export_plover(export_task& task);

}  // namespace sinedie::detail
