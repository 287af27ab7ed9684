// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/knowledge/change.hpp>
#include <sinedie/model/detail/block.hpp>

namespace sinedie {

SINEDIE_INLINE change_kind kind_of_change(field of, std::string_view from, std::string_view to) {
  bool const had = !from.empty() && from != explicitly_none;
  bool const has = !to.empty() && to != explicitly_none;
  switch (of) {
    case field::status: {
      auto const now = to_status(to);
      if (!now) return change_kind::status_withdrawn;
      return static_cast<change_kind>(static_cast<unsigned>(change_kind::possible) + static_cast<unsigned>(*now));
    }
    case field::when: {
      if (!has) return had ? change_kind::lost_its_date : change_kind::said_undated;
      if (!had) return change_kind::dated;
      time::dating const a{from};
      time::dating const b{to};
      auto const& x = a.limits();
      auto const& y = b.limits();
      if (!x.meet(y)) return change_kind::moved;
      if (x == y) return change_kind::date_changed;
      auto const inside = [](time::limits const& in, time::limits const& out) {
        return out.start_min <= in.start_min && in.start_max <= out.start_max && out.end_min <= in.end_min && in.end_max <= out.end_max;
      };
      return inside(y, x) ? change_kind::date_refined : inside(x, y) ? change_kind::date_widened : change_kind::date_changed;
    }
    case field::expected:
      return !has ? change_kind::expectation_dropped : had ? change_kind::expectation_changed : change_kind::expected;
    case field::venues:
      return !has ? change_kind::venue_dropped : had ? change_kind::venue_changed : change_kind::venue_named;
    case field::why_undated:
      return change_kind::why_undated;
    case field::parties:
      return change_kind::parties_changed;
    case field::modes:
      return change_kind::modes_changed;
    case field::topics:
      return change_kind::topics_changed;
    case field::series:
      return change_kind::series_changed;
    case field::by:
      break;
  }
  return change_kind::actors_changed;
}

namespace detail {

/// Appends one of a list; what is called as the word for nothing is stands in quotes.
inline void list_value(std::string& text, std::string_view one) {
  if (!text.empty()) text += ", ";
  if (one == explicitly_none) {
    text.append("\"").append(one) += '"';
    return;
  }
  text += one;
}

[[nodiscard]] inline std::string venues_text(block const* home, std::span<venue_cell const> cells) {
  using how = venue_choice::how;
  std::string text;
  for (std::size_t i = 0; i < cells.size();) {
    auto const kind = cells[i].kind;
    std::string one;
    std::string_view const between = kind == how::not_in ? " nor " : " or ";
    do {
      if (!one.empty()) one += between;
      one += home->string(cells[i].venue);
    } while (++i < cells.size() && !cells[i].opens);
    if (kind == how::possible) one += '?';
    list_value(text, kind == how::not_in ? "not in " + one : one);
  }
  return text;
}

SINEDIE_INLINE std::string value_text(block const* home, row_number claim, field f) {
  auto const& c = home->claims();
  std::size_t const i = claim - 1;
  auto const said = [&](claim_columns::field bit) { return (c.said[i] & bit) != 0; };
  auto const names = [&](std::span<symbol const> list) {
    std::string text;
    for (auto const s : list) list_value(text, home->string(s));
    return text;
  };
  auto const date = [&](row_number row) -> std::string {
    if (row == 0) return {};
    auto const* const d = home->dating(row);
    return std::string{d && !d->is_empty() ? std::string_view{d->text()} : explicitly_none};
  };
  auto const listed = [&](claim_columns::field bit, std::string text) {
    if (said(bit) && text.empty()) text = explicitly_none;
    return text;
  };
  switch (f) {
    case field::status: {
      auto const s = from_cell<status>(c.status[i]);
      return s ? std::string{to_string(*s)} : std::string{};
    }
    case field::when:
      return date(c.when[i]);
    case field::expected:
      return date(c.expected[i]);
    case field::why_undated: {
      auto const why = from_cell<sinedie::why_undated>(c.why[i]);
      return why ? std::string{to_string(*why)} : std::string{};
    }
    case field::venues:
      return listed(claim_columns::venues_said, venues_text(home, c.venues[i]));
    case field::parties: {
      std::string text;
      for (auto const& p : c.parties[i]) {
        std::string one{home->string(p.party)};
        auto const role = home->string(p.role);
        auto const other = p.on_behalf_of == 0 ? std::string_view{} : home->string(p.on_behalf_of);
        if (!role.empty()) one.append(" (").append(role).append(")");
        if (!other.empty()) one.append(" for ").append(other);
        list_value(text, one);
      }
      return listed(claim_columns::parties_said, std::move(text));
    }
    case field::modes: {
      std::string text;
      for (auto const m : c.modes[i]) list_value(text, to_string(m));
      return listed(claim_columns::modes_said, std::move(text));
    }
    case field::topics:
      return listed(claim_columns::topics_said, names(c.topics[i]));
    case field::series: {
      std::string text;
      for (auto const& s : c.series[i])
        list_value(text, std::string{home->string(s.series)} + (s.round != 0 ? " " + std::to_string(s.round) : std::string{}));
      return listed(claim_columns::series_said, std::move(text));
    }
    case field::by:
      break;
  }
  return listed(claim_columns::by_said, names(c.by[i]));
}

}  // namespace detail
}  // namespace sinedie
