// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <sinedie/chronology/constraints-inl.hpp>
#include <sinedie/chronology/constraints.hpp>
#include <sinedie/chronology/words.hpp>

namespace sinedie::chronology {

SINEDIE_INLINE int constraints::work::footing(statement_number s) const {
  auto const& from = sources_[s];
  auto const& known = known_[from.owner];
  auto const of_rank = [&](sinedie::detail::locator report) {
    auto const cell = report.home->reports().rank[report.row];
    return cell == static_cast<std::uint8_t>(rank::preferred) ? 2 : cell == static_cast<std::uint8_t>(rank::deprecated) ? 0 : 1;
  };
  if (from.kind == statement::sort::status) {
    auto const report = reports_of(from.owner)[from.place].report;
    return report.home ? of_rank(report) : 1;
  }
  if (from.kind != statement::sort::date) return 1;
  auto const* const d = known.when;
  if (d && (d->uncertain() || d->approximate() || known.inferred)) return 0;
  return known.dated_by.home ? of_rank(known.dated_by) : 1;
}

SINEDIE_INLINE statement constraints::work::stated(statement_number number, std::string_view language) const {
  bool const fr = language == "fr";
  auto const& from = sources_[number];
  auto const& known = known_[from.owner];
  statement s{from.kind, event_id{known.id}, std::nullopt, std::nullopt, quoted_in(known.id, language), {}};
  auto const told_by = [&](sinedie::detail::locator r) {
    auto const id = r.home->string(r.home->reports().id[r.row]);
    s.report = report_id{id};
    s.source = sinedie::detail::source_name(*all_, id, language);
  };
  auto const& columns = known.event.home->events();
  auto const home = known.event.home;
  auto const range = [&](sinedie::detail::row_number least, sinedie::detail::row_number most) {
    auto const from_text = home->duration(least), to_text = home->duration(most);
    return gap_words(from_text ? from_text->text() : "", to_text ? to_text->text() : "", language);
  };
  switch (from.kind) {
    case statement::sort::date:
      s.text += (fr ? " est daté de " : " is dated ") + std::string{known.when->text()};
      if (known.dated_by.home) {
        told_by(known.dated_by);
        s.text += (fr ? " (rapport " : " (report ") + quoted_in(s.report->str(), language) +
                  (s.source.empty() ? "" : ", " + s.source) + ')';
      }
      break;
    case statement::sort::status: {
      auto const& r = reports_of(from.owner)[from.place];
      if (!r.report.home) {
        auto const day = day_words(r.on.first(), language);
        s.text += r.reached == progress::stage::planned     ? (fr ? " est encore à venir le " : " is still to come on ")
                  : r.reached == progress::stage::under_way ? (fr ? " est en cours le " : " is under way on ")
                                                            : (fr ? " a eu lieu au plus tard le " : " has been held by ");
        s.text += day;
        break;
      }
      told_by(r.report);
      auto const first = day_words(r.on.first(), language), last = day_words(r.on.last(), language);
      auto const when = r.on.first().is_past()   ? (fr ? " (au plus tard le " : " (by ") + last + ")"
                        : r.on.last().is_future() ? (fr ? " (à partir du " : " (from ") + first + (fr ? ")" : " on)")
                        : first == last           ? (fr ? " du " : " of ") + first
                                                  : (fr ? " (entre le " : " (between ") + first + (fr ? " et le " : " and ") + last + ")";
      auto const what = r.reached == progress::stage::planned     ? (fr ? " est encore à venir" : " is still to come")
                        : r.reached == progress::stage::under_way ? (fr ? " est en cours" : " is under way")
                                                                  : (fr ? " a eu lieu" : " has been held");
      // "report "r1" (The Agency) of 2 April", "report "r1" (The Agency; by 2 April)"
      auto const told = s.source.empty() ? when : when.starts_with(" (") ? " (" + s.source + "; " + when.substr(2)
                                                                        : " (" + s.source + ')' + when;
      s.text = (fr ? "le rapport " : "report ") + quoted_in(s.report->str(), language) + told +
               (fr ? " dit que " : " says that ") + s.text + what;
      break;
    }
    case statement::sort::duration:
      s.text += (fr ? " dure" : " lasts") + [&] {
        auto words = range(columns.at_least[known.event.row], columns.at_most[known.event.row]);
        if (!fr) words = words.substr(words.find(" at "));
        return words;
      }();
      break;
    case statement::sort::relation: {
      auto const cell = columns.relations[known.event.row][from.place];
      s.other = event_id{known_[from.other].id};
      s.relation = cell.kind;
      s.text.append(" ").append(relation_words(cell.kind, language)).append(" ") += quoted_in(s.other->str(), language);
      s.text += range(cell.at_least, cell.at_most);
      break;
    }
    case statement::sort::series: {
      auto const& r = rounds_[from.place];
      s.other = event_id{known_[from.other].id};
      auto const word = std::string{fr ? "le tour " : "round "};
      s.text += (fr ? " est " : " is ") + word + std::to_string(r.first) + (fr ? " et " : " and ");
      s.text += quoted_in(s.other->str(), language) + ' ' + word + std::to_string(r.next) + (fr ? " de " : " of ");
      s.text += quoted_in(r.series, language);
      break;
    }
  }
  return s;
}

}  // namespace sinedie::chronology
