// SPDX-License-Identifier: BSL-1.0
#include "visits.hpp"

#include <string>
#include <vector>

#include <sinedie/model/fold.hpp>

using namespace sinedie;
namespace {

/// The cells of a row; quotation marks within a quoted cell are doubled.
std::vector<std::string> cells_of(std::string const& row) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '"' && quoted && i + 1 < row.size() && row[i + 1] == '"') cells.back() += row[++i];
    else if (row[i] == '"') quoted = !quoted;
    else if (row[i] == ',' && !quoted) cells.emplace_back();
    else cells.back() += row[i];
  }
  return cells;
}

/// `President Boris N. Yeltsin` as an id: `president-boris-n-yeltsin`.
std::string id_of(std::string const& name) {
  std::string id;
  for (char const c : fold(name)) id += c == ' ' ? '-' : c;
  return id;
}
}  // namespace

dossier read_visits(std::istream& table) {
  dossier d;
  d.add(party{"united-states", "United States"}.kind(party_kind::state)).add(venue{"united-states", "United States"}.kind("country"));
  std::string row;
  std::getline(table, row);  // the heading
  while (std::getline(table, row)) {
    auto const cell = cells_of(row);
    if (cell.size() != 6) continue;
    auto const who = id_of(cell[1]), state = id_of(cell[2]);
    if (!d.find_party(party_id{state})) d.add(party{state, cell[2]}.kind(party_kind::state));
    if (!d.find_party(party_id{who})) d.add(party{who, cell[1]}.kind(party_kind::person));
    // [visit]
    event visit{cell[0]};
    visit.kind("visit").title(cell[1]).note(cell[5]).with("united-states", "host").with({who, "guest", party_id{state}});
    d.add(visit.at("united-states").on(cell[3] + '/' + cell[4]).held());

    // What came afterwards has no date, and none is made up.
    constexpr std::string_view words = "Afterwards visited ";
    if (auto const at = cell[5].find(words); at != std::string::npos) {
      auto const place = cell[5].substr(at + words.size());
      d.add(event{cell[0] + "-afterwards"}.kind("visit").title(cell[1] + ": " + place).with({who, "guest", party_id{state}})
                .at("united-states").after(event_id{cell[0]}).held());
    }
    // [/visit]
  }
  return d;
}
