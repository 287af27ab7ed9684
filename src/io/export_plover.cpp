// SPDX-License-Identifier: BSL-1.0
// PLOVER's JSON: a list of records, each with a day, an event class, a source and a target.
#include <string>

#include <sinedie/time/spell.hpp>

#include "exporting.hpp"
#include "incoming.hpp"
#include "json_writer.hpp"

namespace sinedie::detail {

namespace {

void put_actors(json_writer& out, export_task& task, std::string_view key, participation const* first, participation const* last) {
  out.key(key).open_array();
  for (; first != last; ++first) {
    out.open_object().key("actorText").string(task.names.given(first->party));
    auto const code = task.names.code(first->party);
    out.key("code").string(code.empty() ? first->party.str() : code).close();
  }
  out.close();
}

}  // namespace

std::string export_plover(export_task& task) {
  std::string text;
  json_writer out{text};
  out.open_array(layout::block);
  for (auto const& e : task.events) {
    auto const& f = e.what.fields();
    std::string const& id = e.what.id().str();
    auto const codes = codes_of(e.what.kind(), f.status);
    auto const* const when = e.when();
    if (codes.plover.empty()) {
      task.lost.lose("left out, having no PLOVER class", id);
      continue;
    }
    if (!when) {
      task.lost.lose("left out, having no date", id);
      continue;
    }
    if (e.what.fields().status && is_planned(*e.what.fields().status)) {
      task.lost.lose("left out, being planned: the day of its record would be the one on which that was told", id);
      continue;
    }
    auto const days = days_of(*when);
    if ((!days && !is_one_moment(*when)) || when->uncertain() || when->approximate()) {
      task.lost.lose("left out, having a date that is no certain day", id);
      continue;
    }
    auto const day = days ? days->first : day_holding(when->start_min());
    if (days && days->last != days->first) task.lost.lose("last days", id);
    if (!days) task.lost.lose("times of day", id);
    std::vector<participation> const parties = f.parties.value_or(std::vector<participation>{});
    out.open_object().key("id").string(id).key("date").string(time::to_day_string(time::instant::of(day)));
    // Who acts first is the source; consulting and agreeing have no direction, so there all are sources.
    bool const directed = codes.plover != "CONSULT" && codes.plover != "AGREE" && codes.plover != "COOPERATE" && !parties.empty();
    auto const* const begin = parties.data();
    auto const* const split = directed ? begin + 1 : begin + parties.size();
    put_actors(out, task, "source", begin, split);
    put_actors(out, task, "target", split, begin + parties.size());
    if (directed) task.lost.lose("that nobody said who acts on whom: the first party is the source, the others are targets", id);
    for (auto const& p : parties) {
      auto const code = task.names.code(p.party);
      if (id_of_name(code.empty() ? p.party.str() : code) == p.party.str()) continue;
      task.lost.lose("ids of parties: their codes and names are written", id);
      break;
    }
    out.key("event").string(codes.plover);
    out.key("text").string(label_of(e.what, task.how.language));
    out.key("cameo").string(codes.cameo).close();
    lose_missing_title(task, e.what);
    task.lost.written(e.what, {fact::title, fact::when, fact::parties});
    if (!e.what.kind().empty()) task.lost.lose("kinds finer than a class, and statuses finer than planned and done", id);
  }
  out.close();
  return text;
}

}  // namespace sinedie::detail
