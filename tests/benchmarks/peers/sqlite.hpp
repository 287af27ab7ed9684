// SPDX-License-Identifier: BSL-1.0
#pragma once

/// SQLite on the same rows, in memory: a table of events, one of who takes part, one of pairs, with the indexes printed by
/// `definitions`. An event's row id is its place in the order of time, so answers need no sort where a rowid is in the index.

#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "rows.hpp"

namespace sinedie_bench {

class sqlite {
 public:
  static constexpr char const* definitions =
      "CREATE TABLE event(place INTEGER PRIMARY KEY, first INT, last INT, kind INT, status INT, venue INT);\n"
      "CREATE TABLE part(party INT, place INT, PRIMARY KEY(party, place)) WITHOUT ROWID;\n"
      "CREATE TABLE pair(a INT, b INT, place INT, first INT, last INT, venue INT, PRIMARY KEY(a, b, place)) WITHOUT ROWID;\n";
  static constexpr char const* index_definitions =
      "CREATE INDEX event_venue ON event(venue);\n"
      "CREATE INDEX event_venue_kind ON event(venue, kind);\n"
      "CREATE INDEX event_status ON event(status, first);\n"
      "CREATE INDEX event_first ON event(first, last);\n"
      "CREATE INDEX part_place ON part(place, party);\n";

  explicit sqlite(rows const& r) {
    check(sqlite3_open(":memory:", &db_));
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4000000;");
    run(definitions);
    run("BEGIN");
    auto* const event = prepare("INSERT INTO event VALUES(?,?,?,?,?,?)");
    std::vector<std::uint64_t> parts;
    struct pair { std::uint64_t key; std::uint32_t place; };
    std::vector<pair> pairs;
    for (std::uint32_t n = 0; n < r.size(); ++n) {
      insert(event, {n, r.first[n], r.last[n], r.kind[n], r.status[n], r.venue[n]});
      for (auto a = r.begins[n]; a < r.begins[n + 1]; ++a) {
        parts.push_back(std::uint64_t{r.who[a]} << 32U | n);
        for (auto b = r.begins[n]; b < r.begins[n + 1]; ++b)
          if (r.who[a] < r.who[b]) pairs.push_back({std::uint64_t{r.who[a]} << 32U | r.who[b], n});
      }
    }
    sqlite3_finalize(event);
    std::sort(parts.begin(), parts.end());
    std::sort(pairs.begin(), pairs.end(), [](pair x, pair y) { return x.key != y.key ? x.key < y.key : x.place < y.place; });
    auto* const part = prepare("INSERT INTO part VALUES(?,?)");
    for (auto const p : parts) insert(part, {static_cast<std::int64_t>(p >> 32U), static_cast<std::int64_t>(p & 0xFFFFFFFFU)});
    sqlite3_finalize(part);
    auto* const both = prepare("INSERT INTO pair VALUES(?,?,?,?,?,?)");
    for (auto const& p : pairs)
      insert(both, {static_cast<std::int64_t>(p.key >> 32U), static_cast<std::int64_t>(p.key & 0xFFFFFFFFU), p.place, r.first[p.place],
                    r.last[p.place], r.venue[p.place]});
    sqlite3_finalize(both);
    run("COMMIT");
    run(index_definitions);
    run("ANALYZE");
  }
  sqlite(sqlite const&) = delete;
  sqlite& operator=(sqlite const&) = delete;
  ~sqlite() { sqlite3_close_v2(db_); }

  /// A statement kept prepared; answers with its first column.
  class statement {
   public:
    statement(sqlite& in, char const* text) : is_{in.prepare(text)} {}
    statement(statement const&) = delete;
    statement& operator=(statement const&) = delete;
    ~statement() { sqlite3_finalize(is_); }
    void operator()(std::initializer_list<std::int64_t> values, std::vector<std::uint32_t>& found) const {
      bind(is_, values);
      found.clear();
      while (sqlite3_step(is_) == SQLITE_ROW) found.push_back(static_cast<std::uint32_t>(sqlite3_column_int(is_, 0)));
      sqlite3_reset(is_);
    }

   private:
    sqlite3_stmt* is_;
  };

  [[nodiscard]] std::size_t bytes() {
    statement const pages{*this, "PRAGMA page_count"};
    std::vector<std::uint32_t> n;
    pages({}, n);
    return n.front() * std::size_t{4096};
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(db_)};
  }
  void run(char const* text) { check(sqlite3_exec(db_, text, nullptr, nullptr, nullptr)); }
  [[nodiscard]] sqlite3_stmt* prepare(char const* text) {
    sqlite3_stmt* made = nullptr;
    check(sqlite3_prepare_v2(db_, text, -1, &made, nullptr));
    return made;
  }
  static void bind(sqlite3_stmt* s, std::initializer_list<std::int64_t> values) {
    int at = 0;
    for (auto const v : values) sqlite3_bind_int64(s, ++at, v);
  }
  static void insert(sqlite3_stmt* s, std::initializer_list<std::int64_t> values) {
    bind(s, values);
    sqlite3_step(s);
    sqlite3_reset(s);
  }

  sqlite3* db_ = nullptr;
};

}  // namespace sinedie_bench
