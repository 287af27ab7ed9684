// SPDX-License-Identifier: BSL-1.0
// The query engine against SQLite on the same events, where SQLite is installed.
#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/timeline.hpp>

#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "soak.hpp"

#if defined(SINEDIE_TEST_SQLITE)
#include <sqlite3.h>
#endif

namespace sinedie_test::sqlite_test {

#if defined(SINEDIE_TEST_SQLITE)
using namespace sinedie;

namespace {

/// Tables with a row for each event and each of its lists.
class database {
 public:
  database() {
    if (sqlite3_open(":memory:", &db_) != SQLITE_OK) throw std::runtime_error{"SQLite can't be opened"};
    run("CREATE TABLE event(id TEXT PRIMARY KEY, first INT, last INT, kind TEXT, status TEXT, title TEXT);"
        "CREATE TABLE part(event TEXT, party TEXT, role TEXT); CREATE TABLE place(event TEXT, venue TEXT);"
        "CREATE TABLE topic(event TEXT, word TEXT); CREATE TABLE round(event TEXT, series TEXT, number INT);"
        "CREATE TABLE venue(id TEXT PRIMARY KEY, outer TEXT); CREATE INDEX part_event ON part(event);"
        "CREATE INDEX place_event ON place(event); CREATE INDEX topic_event ON topic(event);"
        "CREATE INDEX round_event ON round(event); BEGIN");
  }
  database(database const&) = delete;
  database& operator=(database const&) = delete;
  ~database() { sqlite3_close(db_); }

  void run(std::string const& sql) {
    char* wrong = nullptr;
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &wrong) != SQLITE_OK) {
      std::string const said = wrong ? wrong : "?";
      sqlite3_free(wrong);
      throw std::runtime_error{said + ": " + sql};
    }
  }
  [[nodiscard]] std::vector<std::string> ids(std::string const& condition) {
    // A single day of what is under way is that of its start; its end is open.
    auto const sql = "SELECT id FROM event e WHERE " + condition +
                     " ORDER BY first IS NULL, first, CASE WHEN status = 'under_way' AND first = last THEN 1000000000 ELSE last END, id";
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(db_) + sql};
    std::vector<std::string> found;
    while (sqlite3_step(statement) == SQLITE_ROW) found.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return found;
  }

 private:
  sqlite3* db_ = nullptr;
};

/// The same question in both languages. `fault` takes what is before for what is after.
struct asked {
  std::string text;
  std::string sql;
};

class world {
 public:
  explicit world(std::mt19937_64& dice) : dice_{dice} {}

  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
  [[nodiscard]] std::string day(std::size_t n) const {
    return time::to_day_string(time::instant{(18000 + static_cast<std::int64_t>(n)) * 86400});
  }
  /// Two of them take part in nearly every other event, so that their pair has a list.
  [[nodiscard]] std::string party() { return "p" + std::to_string(below(4) != 0 ? below(2) : below(12)); }
  [[nodiscard]] std::string venue() { return "v" + std::to_string(below(15)); }

  [[nodiscard]] dossier people(database& db) {
    dossier d;
    for (int p = 0; p < 12; ++p) d.add(sinedie::party{"p" + std::to_string(p)});
    for (std::size_t v = 0; v < 15; ++v) {
      sinedie::venue made{"v" + std::to_string(v)};
      std::string const outer = v < 3 ? "" : "v" + std::to_string((v - 3) / 2);
      if (v >= 3) made.in(outer);
      d.add(made);
      db.run("INSERT INTO venue VALUES('v" + std::to_string(v) + "','" + outer + "')");
    }
    return d.add(series{"s0"}).add(series{"s1"}), d;
  }

  [[nodiscard]] event some_event(std::size_t n, database& db) {
    auto const id = "e" + std::to_string(n);
    event e{id};
    std::string first = "NULL", last = "NULL", kind, status_word, title;
    if (below(12) != 0) {
      auto const from = below(2500), to = from + (below(6) == 0 ? 1 + below(300) : 0);
      e.on(time::dating{from == to ? day(from) : day(from) + '/' + day(to)});
      first = std::to_string(from);
      last = std::to_string(to);
    }
    static std::vector<std::string> const kinds{"ka", "ka.b", "ka.b.c", "kd", "kd.e"};
    if (below(6) != 0) e.kind(kind = kinds[below(kinds.size())]);
    if (n < kinds.size()) e.kind(kind = kinds[n]);
    if (below(6) != 0) {
      auto const s = static_cast<status>(below(10));
      e.status(s);
      status_word = to_string(s);
    }
    if (below(3) == 0) e.title(localized{title = below(2) == 0 ? "Grain and gas" : "Prisoners"});
    std::map<std::string, bool> seen;
    for (auto left = below(4); left > 0; --left) {
      auto const p = party();
      if (seen[p]) continue;
      seen[p] = true;
      std::string const role = below(4) == 0 ? "host" : below(4) == 0 ? "guest" : "";
      e.with(participation{party_id{p}, role, {}});
      db.run("INSERT INTO part VALUES('" + id + "','" + p + "','" + role + "')");
    }
    for (auto left = below(3); left > 0; --left) {
      auto const v = venue();
      e.at(venue_id{v});
      db.run("INSERT INTO place VALUES('" + id + "','" + v + "')");
    }
    if (below(3) == 0) {
      std::string const word = below(2) == 0 ? "grain" : "gas";
      e.topic(word);
      db.run("INSERT INTO topic VALUES('" + id + "','" + word + "')");
    }
    if (below(5) == 0) {
      std::string const s = below(2) == 0 ? "s0" : "s1";
      e.in_series(series_id{s}, std::nullopt);
      db.run("INSERT INTO round VALUES('" + id + "','" + s + "',0)");
    }
    db.run("INSERT INTO event VALUES('" + id + "'," + first + ',' + last + ",'" + kind + "','" + status_word + "','" + title + "')");
    return e;
  }

  [[nodiscard]] asked term(std::size_t events, bool fault) {
    auto const takes_part = [](std::string const& p, std::string const& more = {}) {
      return "EXISTS(SELECT 1 FROM part WHERE event=e.id AND party='" + p + "'" + more + ")";
    };
    auto const from = below(2600), to = from + below(3) * below(400);
    auto const span = from == to ? day(from) : day(from) + '/' + day(to);
    auto const a = std::to_string(from), b = std::to_string(to);
    auto const p = party(), q = party(), v = venue();
    auto const s = status_words[below(10)];
    switch (below(20)) {
      case 0: return {"party:" + p, takes_part(p)};
      case 1: return {"host:" + p, takes_part(p, " AND role='host'")};
      case 2: return {"guest:" + p, takes_part(p, " AND role='guest'")};
      case 3:
      case 4: return {"between:" + p + ',' + q, '(' + takes_part(p) + " AND " + takes_part(q) + ')'};
      case 5:
        return {"only:" + p + ',' + q, "(EXISTS(SELECT 1 FROM part WHERE event=e.id) AND NOT EXISTS(SELECT 1 FROM part WHERE event=e.id "
                                       "AND party NOT IN('" + p + "','" + q + "')))"};
      case 6: return {"exactly venue:" + v, "EXISTS(SELECT 1 FROM place WHERE event=e.id AND venue='" + v + "')"};
      case 7:
      case 8:
        return {"venue:" + v, "EXISTS(SELECT 1 FROM place WHERE event=e.id AND venue IN(WITH RECURSIVE w(id) AS (VALUES('" + v +
                                  "') UNION SELECT venue.id FROM venue JOIN w ON venue.outer=w.id) SELECT id FROM w))"};
      case 9: {
        std::string const k = below(2) == 0 ? "ka" : below(2) == 0 ? "ka.b" : "kd";
        return {"kind:" + k, "(kind='" + k + "' OR kind LIKE '" + k + ".%')"};
      }
      case 10: return {"status:" + std::string{s}, "status='" + std::string{s} + "'"};
      case 11: return {"occurred", "status IN('under_way','held')"};
      case 12: return {"off", "status IN('cancelled','lapsed','denied')"};
      case 13: return below(2) == 0 ? asked{"undated", "first IS NULL"} : asked{"text:gas", "title LIKE '%gas%'"};
      case 14: return {"topic:Grain", "EXISTS(SELECT 1 FROM topic WHERE event=e.id AND word='grain')"};
      case 15: return {"series:s0", "EXISTS(SELECT 1 FROM round WHERE event=e.id AND series='s0')"};
      case 16: {
        auto const id = "e" + std::to_string(below(events));
        return {"id:" + id, "id='" + id + "'"};
      }
      case 17: return {"before:" + span, "(first IS NOT NULL AND " + (fault ? "first>" + b : "last<" + a) + ")"};
      case 18: return {"after:" + span, "(first IS NOT NULL AND first>" + b + ")"};
      default: return {"during:" + span, "(first IS NOT NULL AND first<=" + b + " AND last>=" + a + ")"};
    }
  }
  [[nodiscard]] asked some_query(std::size_t events, bool fault, int depth = 2) {
    if (depth == 0 || below(4) == 0) return term(events, fault);
    auto one = some_query(events, fault, depth - 1);
    if (below(5) == 0) return {"not (" + one.text + ')', "NOT (" + one.sql + ')'};
    bool const all = below(3) != 0;
    for (auto more = 1 + below(2); more > 0; --more) {
      auto const next = some_query(events, fault, depth - 1);
      one.text += (all ? " and (" : " or (") + next.text + ')';
      one.sql += (all ? " AND (" : " OR (") + next.sql + ')';
      one = {'(' + one.text + ')', '(' + one.sql + ')'};
    }
    return one;
  }

 private:
  std::mt19937_64& dice_;
};

std::vector<std::string> ids(selection const& s) {
  std::vector<std::string> list;
  for (auto const e : s) list.push_back(e.id().str());
  return list;
}

}  // namespace

TEST_CASE("queries are answered as SQLite answers them, whatever lies over the timeline", "[sqlite]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::map<std::string, std::size_t> taken;
  std::size_t compared = 0, results = 0, noticed = 0;
  for (auto round = sinedie_test::rounds(1); round > 0; --round) {
    constexpr std::size_t settled = 2800, all = 3000;
    database db;
    world w{dice};
    auto d = w.people(db);
    for (std::size_t i = 0; i < settled; ++i) d.add(w.some_event(i, db));
    timeline grown{d};
    for (std::size_t i = settled; i < all; ++i) {
      auto const e = w.some_event(i, db);
      d.add(e);
      grown = grown.adding(e);
    }
    db.run("COMMIT; ANALYZE");
    timeline const whole{d};
    REQUIRE(grown.changes() == all - settled);
    for (int i = 0; i < 2500; ++i) {
      auto const again = dice;
      auto const q = w.some_query(all, false);
      INFO(q.text << '\n' << q.sql);
      auto const expected = db.ids(q.sql);
      query const read{q.text};
      REQUIRE(ids(whole.select(read)) == expected);
      REQUIRE(whole.count(read) == expected.size());
      REQUIRE(ids(grown.select(read)) == expected);
      REQUIRE(grown.count(read) == expected.size());
      for (auto const& s : grown.explain(read).steps) ++taken[s.index];
      ++compared;
      results += expected.size();
      if (i % 10 != 0 || q.text.find("before:") == std::string::npos) continue;
      auto const on = dice;
      dice = again;
      if (db.ids(w.some_query(all, true).sql) != expected) ++noticed;
      dice = on;
    }
  }
  for (auto const* index : {"parties", "pairs", "venues", "kinds", "statuses", "flags", "topics", "series", "ids", "window", "places",
                            "judged", "scan", "overlay"}) {
    INFO(index);
    CHECK(taken[index] > 0);
  }
  CHECK(noticed > 0);
  std::cout << "  SQLite " << sqlite3_libversion() << ": " << compared << " queries with " << results << " results compared; taken:";
  for (auto const& [index, times] : taken) std::cout << ' ' << index << ' ' << times;
  std::cout << "; a planted fault noticed " << noticed << " times\n";
}

#else

TEST_CASE("queries are answered as SQLite answers them, whatever lies over the timeline", "[sqlite]") {
  WARN("this test is skipped: SQLite isn't installed (libsqlite3-dev)");
}

#endif

}  // namespace sinedie_test::sqlite_test
