// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/import.hpp>

#include <cstdio>
#include <random>
#include <string>

#include <sinedie/timeline/timeline.hpp>

#include "catch.hpp"
#include "io/event_codes.hpp"
#include "io/incoming.hpp"
#include "io/row_reader.hpp"
#include "soak.hpp"

namespace sinedie_test::import_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

imported csv(std::string_view text, std::string mapping = {}) {
  importing how;
  how.mapping = std::move(mapping);
  return import_text(text, how);
}

event get(imported const& in, char const* id) {
  auto const found = in.what.find_event(id);
  REQUIRE(found);
  return found->value();
}

std::string when(imported const& in, char const* id) {
  auto const e = get(in, id);
  auto const& d = e.fields().when;
  return !d ? "silent" : d->is_none() ? "none" : std::string{d->dating()->text()};
}

std::string reason(imported const& in, std::size_t n = 0) {
  REQUIRE(in.told.rejections.size() > n);
  return to_string(in.told.rejections[n]);
}

}  // namespace

TEST_CASE("columns are recognised by their headers and the rest is kept") {
  auto const in = csv("id,what,date_edtf,city,country,parties,status,weather\r\n"
                      "a,Talks,2025-02-18,Riyadh,Saudi Arabia,Russia;United States,held,fair\r\n");
  CHECK(in.told.rows == 1);
  CHECK(in.told.read == 1);
  auto const e = get(in, "a");
  CHECK(e.title() == localized{"Talks"});
  CHECK(when(in, "a") == "2025-02-18");
  CHECK(e.fields().status == status::held);
  REQUIRE(e.fields().parties->size() == 2);
  CHECK(e.fields().parties->front().party == "russia");
  CHECK(e.fields().venues->front() == venue_choice::certain("riyadh"));
  CHECK(in.what.find_venue("riyadh")->value().in() == venue_id{"saudi-arabia"});
  CHECK(e.attributes() == std::vector<attribute>{{"weather", "fair"}});
  CHECK(in.what.check().empty());
}

TEST_CASE("a mapping names columns and fills gaps") {
  auto const in = csv("No;Signed on;Who\n7;03.04.1918;A|B\n",
                      "id=No, date=Signed on, parties=Who, order=dmy, lists=|, kind:=treaty, status:=held");
  CHECK(when(in, "7") == "1918-04-03");
  CHECK(get(in, "7").kind() == "treaty");
  CHECK(get(in, "7").fields().parties->size() == 2);
  CHECK_THROWS_WITH(csv("a,b\n1,2\n", "date=c"), ContainsSubstring("no column \"c\""));
  CHECK_THROWS_WITH(csv("a,b\n1,2\n", "dat=a"), ContainsSubstring("did you mean date"));
  CHECK_THROWS_WITH(csv("a,b\n1,2\n"), ContainsSubstring("no column is recognised among \"a\", \"b\""));
}

TEST_CASE("starts and ends make an interval or a day and an unknown end stays unknown") {
  auto const in = csv("id,start_date,end_date\na,2025-02-01,2025-02-03\nb,2025-02-01,2025-02-01\n"
                      "c,2025-02-01,\nd,,2025\ne,,\nf,2025-03-01,2025-02-01\n");
  CHECK(when(in, "a") == "2025-02-01/2025-02-03");
  CHECK(when(in, "b") == "2025-02-01");
  CHECK(when(in, "c") == "2025-02-01/");
  CHECK(when(in, "d") == "/2025");
  CHECK(when(in, "e") == "silent");
  CHECK(in.told.rejected == 1);
  CHECK_THAT(reason(in), ContainsSubstring("7, column 14: from \"2025-03-01\" to \"2025-02-01\""));
}

TEST_CASE("dates that can mean two days are refused with both") {
  auto const in = csv("id,date\na,03/04/1918\nb,25/12/1918\nc,03/03/1918\n"
                      "d,1918/2/14\ne,1/2/18\nf,2025-02-30\ng,2025-02-18 trailing\nh,19180214\n");
  CHECK(when(in, "b") == "1918-12-25");
  CHECK(when(in, "c") == "1918-03-03");
  CHECK(when(in, "d") == "1918-02-14");
  CHECK(when(in, "h") == "1918-02-14");
  CHECK(in.told.rejected == 4);
  CHECK(in.told.rows == in.told.read + in.told.rejected);
  CHECK_THAT(reason(in, 0), ContainsSubstring("1918-04-03 or 1918-03-04"));
  CHECK_THAT(reason(in, 1), ContainsSubstring("century"));
  CHECK_THAT(reason(in, 2), ContainsSubstring("7, column 3: ") && ContainsSubstring("2025-02-30"));
  REQUIRE(in.told.warnings.size() == 1);
  CHECK(in.told.warnings.front().count == 4);
}

TEST_CASE("days with their month in words are days and nothing else is made one") {
  auto const in = csv("sep=;\r\nid;date\r\na;18 February 2025\r\nb;Feb 18, 2025\r\nc;1er mars 2025\r\nd;18-Feb-2025\r\n"
                      "e;2nd of May 2025\r\nf;18-Feb-25\r\ng;30 Feb 2025\r\nh;18 Febtober 2025\r\ni;February 2025\r\n"
                      "j;18 ao\xC3\xBBt 1918\r\nk;3rd Sept. 1918\r\n");
  CHECK(when(in, "a") == "2025-02-18");
  CHECK(when(in, "b") == "2025-02-18");
  CHECK(when(in, "c") == "2025-03-01");
  CHECK(when(in, "d") == "2025-02-18");
  CHECK(when(in, "j") == "1918-08-18");
  CHECK(when(in, "k") == "1918-09-03");
  CHECK(in.told.rejected == 5);
  CHECK_THAT(reason(in, 1), ContainsSubstring("8, column 3") && ContainsSubstring("century"));
  CHECK_THAT(reason(in, 2), ContainsSubstring("2025-02-30"));
  REQUIRE(in.told.warnings.size() == 1);
  CHECK(in.told.warnings.front().count == 6);
}

TEST_CASE("bad rows are rejected with their place and reading goes on behind them") {
  std::string const nul{"n\0ul,2025\n", 10};
  auto const in = csv("\xEF\xBB\xBFid,date\n"            // line 1
                      "a,2025\n"                          // 2
                      "b\n"                               // 3: ragged
                      "c,\"2025\n"                        // 4: never closed
                      "d,2025\r\n"                        // 5
                      "e,2025,\n"                         // 6: ragged
                      "f \"x\",2025\n"                    // 7: stray quote
                      "\"g\"h,2025\n"                     // 8: text after
                      "\xFF,2025\n" +                      // 9
                      nul +                               // 10
                      "\r\n"
                      "a,2026\n"                          // 12: twice
                      "\"two\nlines\",2025\n");           // 13
  CHECK(in.told.rows == in.told.read + in.told.rejected);
  CHECK(in.what.events().size() == 3);
  REQUIRE(in.told.rejections.size() == 8);
  CHECK(reason(in, 0) == "3: 1 cell where there are 2 columns");
  CHECK_THAT(reason(in, 1), ContainsSubstring("4, column 3: a quote that isn't closed"));
  CHECK(reason(in, 2) == "6: 3 cells where there are 2 columns");
  CHECK(reason(in, 3) == "7, column 3: a quote in a cell that doesn't begin with one");
  CHECK(reason(in, 4) == "8, column 4: text after a closing quote");
  CHECK(reason(in, 5) == "9, column 1: a byte that isn't UTF-8");
  CHECK(reason(in, 6) == "10, column 2: a NUL");
  CHECK(reason(in, 7) == "12: the id \"a\" stands at line 2 already");
  CHECK_THROWS_AS(csv("\xFF\xFEi\0d\0"), error);
  CHECK_THROWS_AS(csv(""), error);
}

TEST_CASE("a row of ten million cells is refused within bounded memory") {
  std::string text = "id,date\n";
  text += std::string(10'000'000, ',') + "\nb,2025\n";
  auto const in = csv(text);
  CHECK(in.told.rejected == 1);
  CHECK(in.told.rejections.front().row.size() <= 65536);
  CHECK(when(in, "b") == "2025");
}

TEST_CASE("strict reading stops at the first row that isn't as it should be") {
  importing how;
  how.strict = true;
  CHECK_THROWS_WITH(import_text("id,date\na,2025\nb,nonsense\n", how), ContainsSubstring("3"));
  CHECK_THROWS_WITH(import_text("id,date\na,1918/2/14\n", how), ContainsSubstring("rewritten"));
}

TEST_CASE("a row that was reported on a day becomes a report") {
  auto const in = csv("id,kind,date_edtf,as_of,source_url\n"
                      "a,forecast,[2025-04-08..],2025-04-08,https://example.org\n"
                      "b,undated,,2025-06-11,\n"
                      "c,denied,2025-02-25,2025-02-26,\n");
  REQUIRE(in.told.read == 3);
  auto const r = in.what.find_report("a-report")->value();
  CHECK(r.published() == date_statement{"2025-04-08"});
  CHECK(r.url() == "https://example.org");
  CHECK(r.says()->fields().status == status::possible);
  CHECK(r.says()->fields().expected == date_statement{"[2025-04-08..]"});
  CHECK_FALSE(r.says()->fields().when);
  CHECK(in.what.find_report("b-report")->value().says()->fields().when->is_none());
  timeline const t{in.what};
  CHECK(t.count(query{"undated"}) == 2);
  CHECK(timeline{in.what, {std::chrono::sys_days{std::chrono::year{2025} / 3 / 1}}}.size() == 1);
}

TEST_CASE("events that come whole keep what they say when all were reported on one day") {
  importing how;
  how.format = import_format::jsonl;
  how.reference_day = std::chrono::sys_days{std::chrono::year{2025} / 4 / 6};
  auto const in = import_text(R"({"id": "a", "title": "T", "status": "held", "when": "2025-02-18", "series": [{"id": "s", "round": 1}]})",
                              how);
  REQUIRE(in.told.read == 1);
  CHECK(get(in, "a").title() == localized{"T"});
  CHECK(get(in, "a").fields() == claim_fields{});
  auto const says = in.what.find_report("a-report")->value().says()->fields();
  CHECK(says.status == status::held);
  CHECK(says.when == date_statement{"2025-02-18"});
  CHECK(says.series->size() == 1);
  CHECK(in.what.check().empty());
}

TEST_CASE("relations hold between rows and one to nothing takes its row along") {
  auto const in = csv("id,date,relation\na,1967,\nb,1969,after a\nc,1970,after nowhere\nd,1971,after c at_least:P1D\n");
  CHECK(in.what.events().size() == 2);
  CHECK(get(in, "b").relations().front() == relation{relation_kind::after, "a", {}});
  CHECK(in.told.rejected == 2);
  CHECK(in.told.rows == in.told.read + in.told.rejected);
  CHECK(in.what.check().empty());
}

TEST_CASE("codes of event data become kinds") {
  for (auto const* const code : {"040", "041", "042", "043", "044", "045", "046", "04"}) {
    CAPTURE(code);
    auto const k = detail::of_cameo(code);
    REQUIRE(k);
    CHECK(kind_within(k->kind, "contact"));
    CHECK(codes_of(k->kind, k->how).plover == "CONSULT");
  }
  CHECK(detail::of_cameo("036")->how == status::announced);
  CHECK(detail::of_cameo("190")->kind == "fight");
  CHECK_FALSE(detail::of_cameo("21"));
  CHECK_FALSE(detail::of_cameo("4"));
  CHECK_FALSE(detail::of_cameo("---"));
  CHECK(detail::of_plover("CONSULT", "phone")->kind == "call");
  CHECK(detail::of_plover("MOBILIZE")->kind == "mobilize");
  CHECK_FALSE(detail::of_plover("consult"));
}

TEST_CASE("GDELT rows of both versions come in without a header") {
  auto const row = [](std::size_t cells) {
    std::vector<std::string> c(cells);
    c[0] = "123", c[1] = "20180125", c[6] = "RUSSIA", c[16] = "UNITED STATES", c[26] = "046", c[5] = "RUS";
    std::size_t const place = cells == 61 ? 35 + 16 : 35 + 14;
    c[place] = "4", c[place + 1] = "Geneva, Switzerland";
    c[place + (cells == 61 ? 5 : 4)] = "46.2", c[place + (cells == 61 ? 6 : 5)] = "6.15";
    c[cells - 1] = "https://example.org";
    std::string text;
    for (std::size_t i = 0; i < cells; ++i) text.append(i == 0 ? "" : "\t").append(c[i]);
    return text + "\n";
  };
  importing how;
  how.format = import_format::gdelt;
  for (std::size_t const cells : {58U, 61U}) {
    CAPTURE(cells);
    auto const in = import_text(row(cells) + "124\tshort\n", how);
    CHECK(in.told.rows == 2);
    CHECK(in.told.rejected == 1);
    auto const e = get(in, "123");
    CHECK(e.kind() == "negotiation");
    CHECK(when(in, "123") == "2018-01-25");
    CHECK(e.fields().parties->size() == 2);
    CHECK(in.what.find_venue(e.fields().venues->front().venues.front())->value().at() == coordinates{46.2, 6.15});
    CHECK(timeline{in.what}.count(query{"kind:consult"}) == 1);
  }
}

TEST_CASE("ICEWS rows come in by their header") {
  importing how;
  how.format = import_format::icews;
  auto const in = import_text("Event ID\tEvent Date\tSource Name\tSource Sectors\t"
                              "Event Text\tCAMEO Code\tIntensity\tTarget Name\tPublisher\tCity\tCountry\n"
                              "1\t2014-01-02\tVladimir Putin\tExecutive\t"
                              "Make a visit\t042\t1.9\tTurkey\tAgency\tAnkara\tTurkey\n", how);
  REQUIRE(in.told.read == 1);
  auto const e = get(in, "1");
  CHECK(e.kind() == "visit");
  CHECK(e.title() == localized{"Make a visit"});
  CHECK(e.fields().parties->size() == 2);
  CHECK(e.fields().venues->front() == venue_choice::certain("ankara"));
}

TEST_CASE("PLOVER records come in and a coded intent isn't dated by its record") {
  importing how;
  how.format = import_format::plover;
  auto const in = import_text(R"([{"event": "DOCUMENT"}, 7,
    {"id": "x 1", "date": "2000-01-01", "event": "AGREE", "source": [{"code": "HUN", "actorText": "Hungarian"}],
     "target": null, "text": "T"},
    {"id": "y", "date": "2000-01-02", "event": "CONSULT", "mode": "visit", "source": [{"code": "HUN"}],
     "target": "Romania", "dead": 3}])", how);
  CHECK(in.told.rows == 4);
  CHECK(in.told.rejected == 2);
  CHECK(reason(in, 1) == "1, column 25: a record that is no object");
  CHECK(get(in, "y").kind() == "visit");
  CHECK(get(in, "x_1").fields() == claim_fields{});
  CHECK(in.what.find_report("x_1-report")->value().says()->fields().status == status::announced);
  CHECK_THROWS_AS(import_text("{\"a\": ", how), error);
}

TEST_CASE("rows come out of a reader as they went in") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::string const alphabet = "ab,;\"\n\r =";
  std::size_t compared = 0;
  auto const trips = [&](bool fault) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < sinedie_test::rounds(3000); ++i) {
      std::vector<std::vector<std::string>> table(1 + dice() % 4, std::vector<std::string>(1 + dice() % 4));
      std::string text;
      for (auto& line : table)
        for (auto& cell : line) {
          for (auto n = dice() % 5; n > 0; --n) cell += alphabet[dice() % alphabet.size()];
          if (line.size() == 1 && cell.empty()) cell = "x";
          text += '"';
          for (char const c : cell) text += c == '"' && !fault ? "\"\"" : std::string(1, c);
          text += &cell == &line.back() ? "\"\r\n" : "\",";
        }
      auto const source = detail::memory_source(text);
      detail::row_reader rows{*source, {}};
      std::size_t at = 0;
      bool same = true;
      for (auto got = rows.next(); got != detail::row_reader::got::end; got = rows.next(), ++at) {
        same = same && got == detail::row_reader::got::row && at < table.size() && rows.cells().size() == table[at].size();
        for (std::size_t k = 0; same && k < table[at].size(); ++k) same = rows.cells()[k] == table[at][k];
      }
      wrong += same && at == table.size() ? 0U : 1U;
      ++compared;
    }
    return wrong;
  };
  CHECK(trips(false) == 0);
  CHECK(trips(true) > 0);   // planted fault: quotes inside cells aren't doubled
  std::printf("tables compared: %zu\n", compared);
}

TEST_CASE("whatever the bytes every row is read or rejected") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::string const base = "id,start,end,parties,city,relation\na,2025-02-18,2025,\"R;U\",X?,after b\nb,1918/2/3,,\"q\"\"\",,\n";
  std::string const odd = "\",\n\r\t;=0'\x1b\xFF\xE2\x80";
  std::size_t rejected = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(3000); ++i) {
    std::string text = base;
    for (auto n = 1 + dice() % 6; n > 0; --n) {
      auto const at = 35 + dice() % (text.size() - 35);
      if (dice() % 2 == 0) text[at] = odd[dice() % odd.size()];
      else if (dice() % 2 == 0) text.erase(at, 1 + dice() % 4);
      else text.insert(at, 1, odd[dice() % odd.size()]);
      if (text.size() < 40) break;
    }
    auto const in = csv(text);
    REQUIRE(in.told.rows == in.told.read + in.told.rejected);
    REQUIRE(in.what.events().size() == in.told.read);
    REQUIRE(in.what.check().empty());
    rejected += in.told.rejected;
  }
  std::printf("mutated tables: %zu rows rejected\n", rejected);
  CHECK(rejected > 0);
}

}  // namespace sinedie_test::import_test
