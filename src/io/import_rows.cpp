// SPDX-License-Identifier: BSL-1.0
#include "import_rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sinedie/detail/utf8.hpp>

#include "ascii.hpp"
#include "row_reader.hpp"

namespace sinedie::detail {

namespace {

// The columns of GDELT's event files, in order; version 2.0 has another code for each of the three places. The names that mean
// something here are recognised like any header's, the others become attributes.
constexpr std::array<std::string_view, 35> gdelt_plain{
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode",
    "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
    "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode",
    "Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"};

[[nodiscard]] std::vector<std::string> gdelt_header(std::size_t cells) {
  std::vector<std::string> header(gdelt_plain.begin(), gdelt_plain.end());
  bool const second = cells == 61;
  for (auto const* const who : {"Actor1", "Actor2", "Action"})
    for (auto const* const what : {"Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_ADM2Code", "Geo_Lat", "Geo_Long",
                                   "Geo_FeatureID"})
      if (second || std::string_view{what} != "Geo_ADM2Code") header.push_back(std::string{who} + what);
  header.emplace_back("DATEADDED");
  if (cells != 57) header.emplace_back("SOURCEURL");
  return header;
}

[[nodiscard]] bool is_gdelt_row(std::vector<std::string_view> const& cells) {
  bool const width = cells.size() == 57 || cells.size() == 58 || cells.size() == 61;
  return width && !cells[0].empty() && std::all_of(cells[0].begin(), cells[0].end(), is_digit);
}

}  // namespace

void reception::row() {
  ++told_.rows;
  if (told_.rows > how_.limits.records)
    raise(errc::limit, "there are more than " + std::to_string(how_.limits.records) + " rows");
  if (how_.progress && told_.rows == next_progress_) {
    how_.progress(told_.rows);
    next_progress_ += 100'000;
  }
}

void reception::refuse(rejection r) {
  if (how_.strict) {
    problem p;
    p.code = errc::malformed;
    p.message = r.reason;
    p.where.line = r.line;
    p.where.column = r.column;
    raise(std::move(p));
  }
  ++told_.rejected;
  if (how_.rejected) how_.rejected(r);
  if (told_.rejections.size() < how_.limits.problems) told_.rejections.push_back(std::move(r));
}

void reception::warn(std::string_view what, std::string_view id, std::size_t line) {
  if (how_.strict) {
    problem p;
    p.code = errc::malformed;
    p.message = std::string{what};
    p.where.line = line;
    raise(std::move(p));
  }
  auto& all = told_.warnings;
  auto const found = std::find_if(all.begin(), all.end(), [&](loss const& l) { return l.what == what; });
  loss& l = found == all.end() ? all.emplace_back(loss{std::string{what}, 0, "rows", {}}) : *found;
  ++l.count;
  if (l.examples.size() < 5) l.examples.emplace_back(id);
}

void reception::note(loss w) {
  if (how_.strict) raise(errc::malformed, to_string(w));
  told_.warnings.push_back(std::move(w));
}

import_summary reception::take() { return std::exchange(told_, {}); }

void receive_rows(byte_source& from, reception& at, receiver const& to) {
  auto const& how = at.how();
  auto const map = parse_mapping(how.mapping);
  bool const coded = how.format == import_format::gdelt || how.format == import_format::icews;
  bool const tabs = coded || how.format == import_format::tsv;
  row_form form;
  form.separator = tabs ? '\t' : ',';
  form.quotes = !coded;
  form.bytes = how.limits.string;
  form.cells = how.cells;
  row_reader rows{from, form};
  bool const told = !tabs && rows.take_separator_line();
  if (map.separator) rows.separator(*map.separator);
  else if (!tabs && !told) rows.recognise_separator();
  std::optional<column_plan> plan;
  name_ids names;
  received one;
  for (auto got = rows.next(); got != row_reader::got::end; got = rows.next()) {
    if (!plan) {
      // The first row says what the columns are, unless it is already one of GDELT's, whose files have no header.
      if (got == row_reader::got::bad) raise(errc::malformed, "the header can't be read: " + rows.reason());
      bool const headless = !map.header || (coded && is_gdelt_row(rows.cells()));
      std::vector<std::string> header;
      if (headless && is_gdelt_row(rows.cells())) header = gdelt_header(rows.cells().size());
      else
        for (auto const cell : rows.cells())
          header.push_back(headless ? std::string{"#"} + std::to_string(header.size() + 1) : std::string{cell});
      plan = plan_columns(header, map);
      if (!plan->recognised) {
        std::string list;
        for (std::size_t i = 0; i < std::min<std::size_t>(header.size(), 10); ++i)
          list.append(i == 0 ? "" : ", ").append(quoted(header[i]));
        raise(errc::unknown_word, "no column is recognised among " + list + "; a mapping can say what they are");
      }
      if (!headless) continue;
    }
    at.row();
    rejection refused{rows.line(), rows.column(), {}, {}};
    if (got == row_reader::got::bad) {
      refused.reason = rows.reason();
    } else if (rows.cells().size() != plan->columns.size()) {
      refused.reason = std::to_string(rows.cells().size()) + (rows.cells().size() == 1 ? " cell" : " cells") + " where there are " +
                       std::to_string(plan->columns.size()) + " columns";
    } else {
      one.says = {};
      one.line = rows.line();
      one.raw = rows.raw();
      auto const bad = understand(*plan, rows.cells(), rows.line(), names, one.says);
      if (!bad) {
        at.accept();
        for (auto const w : one.says.warnings) at.warn(w, one.says.id, one.line);
        to(one);
        continue;
      }
      refused.reason = bad->reason;
      if (bad->cell < rows.cells().size()) {
        // Where the cell begins on its line, if it stands in the row as it is written.
        auto const cell = rows.cells()[bad->cell];
        bool const inside = cell.data() >= rows.raw().data() && cell.data() <= rows.raw().data() + rows.raw().size();
        refused.column = inside ? static_cast<std::size_t>(cell.data() - rows.raw().data()) + 1 : 0;
      }
    }
    refused.row = std::string{rows.raw().substr(0, 4096)};
    at.refuse(std::move(refused));
  }
  if (!plan) raise(errc::empty, "there is no row at all");
}

}  // namespace sinedie::detail
