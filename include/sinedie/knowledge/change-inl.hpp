// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/knowledge/change.hpp>
#include <sinedie/knowledge/detail/agreement-inl.hpp>
#include <sinedie/knowledge/detail/listed.hpp>
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
      switch (detail::agree_dates(a, b)) {
        case detail::agreement::clash:
          return change_kind::moved;
        case detail::agreement::narrower:
          return change_kind::date_refined;
        case detail::agreement::wider:
          return change_kind::date_widened;
        case detail::agreement::same:
        case detail::agreement::overlapping:
          break;
      }
      return change_kind::date_changed;
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

/// One of a list that adds up: `lavrov (speaker) for russia`, `normalisation 2`.
[[nodiscard]] inline std::string item_text(field f, list_item const& one) {
  std::string text{one.name};
  if (!one.role.empty()) text.append(" (").append(one.role).append(")");
  if (!one.on_behalf_of.empty()) text.append(" for ").append(one.on_behalf_of);
  if (f == field::series && one.round != 0) text.append(" ").append(std::to_string(one.round));
  return text;
}

SINEDIE_INLINE std::string value_text(block const* home, row_number claim, field f) {
  auto const& c = home->claims();
  std::size_t const i = claim - 1;
  auto const said = [&](claim_columns::field bit) { return (c.said[i] & bit) != 0; };
  auto const items = [&] {
    std::string text;
    for (std::uint32_t k = 0; k < length_of({home, claim}, f); ++k) list_value(text, item_text(f, one_of(f, {{home, claim}, k})));
    return text;
  };
  auto const date = [&](row_number row) -> std::string {
    if (row == 0) return {};
    auto const* const d = home->dating(row);
    return std::string{d && !d->is_empty() ? std::string_view{d->text()} : explicitly_none};
  };
  auto const list_text = [&](claim_columns::field bit, std::string text) {
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
      return list_text(claim_columns::venues_said, venues_text(home, c.venues[i]));
    case field::modes: {
      std::string text;
      for (auto const m : c.modes[i]) list_value(text, to_string(m));
      return list_text(claim_columns::modes_said, std::move(text));
    }
    case field::parties:
      return list_text(claim_columns::parties_said, items());
    case field::topics:
      return list_text(claim_columns::topics_said, items());
    case field::series:
      return list_text(claim_columns::series_said, items());
    case field::by:
      break;
  }
  return list_text(claim_columns::by_said, items());
}

}  // namespace detail
}  // namespace sinedie
