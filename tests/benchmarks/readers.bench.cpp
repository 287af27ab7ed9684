// SPDX-License-Identifier: BSL-1.0
// How fast each reader of other people's formats is, and how much memory it takes, beside `sqlite3 .import` and DuckDB's `read_csv`
// on the same file. Each runs in a process of its own; times are those of the processor, and of the clock beside them. All answers
// (rows, and how many of them are held) are compared before anything is timed.
//
//     build/bench/bench/bench_readers 1024 1   # the size of the tables in MiB, and how many runs; 128 and 3 without it
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/import.hpp>

#include "io/row_reader.hpp"

namespace fs = std::filesystem;
using namespace sinedie;

namespace {

struct answer {
  std::size_t rows = 0;
  std::size_t held = 0;
  double seconds = 0;    // of the processor
  double wall = 0;
  std::size_t peak = 0;  // KiB

  friend bool operator==(answer const& a, answer const& b) { return a.rows == b.rows && a.held == b.held; }
};

constexpr std::array<std::string_view, 8> kinds{"meeting", "visit",        "call",      "negotiation",
                                                "summit",  "consultation", "statement", "agreement"};
constexpr std::array<std::string_view, 8> codes{"044", "042", "041", "046", "044", "040", "010", "057"};
constexpr std::array<std::string_view, 6> states{"held", "held", "held", "announced", "cancelled", "scheduled"};
constexpr std::array<std::string_view, 5> cities{"Riyadh", "Istanbul", "Geneva", "Washington", "Panama City"};

// What row `i` of every file says.
struct row {
  std::size_t i;
  [[nodiscard]] std::string id() const { return "event-" + std::to_string(i); }
  [[nodiscard]] std::string day(char between = '-') const {
    std::chrono::year_month_day const d{std::chrono::sys_days{std::chrono::year{1995} / 1 / 1} + std::chrono::days{i * 7919 % 11000}};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                  static_cast<unsigned>(d.day()));
    std::string day{text};
    if (between == '\0') day.erase(7, 1).erase(4, 1);
    return day;
  }
  [[nodiscard]] std::string party(std::size_t n) const { return "Party " + std::to_string((i * 31 + n * 977) % 2000); }
  [[nodiscard]] std::string_view city() const { return cities[i % cities.size()]; }
  [[nodiscard]] std::string_view state() const { return states[i % states.size()]; }
  [[nodiscard]] std::string_view kind() const { return kinds[i % kinds.size()]; }
  [[nodiscard]] std::string_view code() const { return codes[i % codes.size()]; }
  [[nodiscard]] std::string title() const { return "Talks, round " + std::to_string(i % 97) + ", of the delegations"; }
};

std::string csv_row(row const& r, char separator) {
  std::string const s(1, separator);
  bool const quoted = separator == ',';
  return r.id() + s + r.day() + s + std::string{r.kind()} + s + r.party(0) + ';' + r.party(1) + s + std::string{r.city()} + s +
         std::string{r.state()} + s + (quoted ? "\"" + r.title() + "\"" : r.title()) + s + "No statement was made after it.\n";
}

// The 58 columns of GDELT 1.0.
std::string gdelt_row(row const& r) {
  std::array<std::string, 58> c;
  c[0] = std::to_string(700'000'000 + r.i), c[1] = r.day('\0'), c[2] = c[1].substr(0, 6), c[3] = c[1].substr(0, 4);
  c[4] = c[3] + ".0712", c[5] = "RUS", c[6] = r.party(0), c[7] = "RUS", c[15] = "USA", c[16] = r.party(1), c[17] = "USA", c[25] = "1";
  c[26] = c[27] = r.code(), c[28] = c[26].substr(0, 2), c[29] = "1", c[30] = "2.8", c[31] = "10", c[32] = "1", c[33] = "10", c[34] = "-1.5";
  c[49] = "4", c[50] = r.city(), c[51] = "SZ", c[52] = "SZ07", c[53] = "46.2", c[54] = "6.15", c[55] = "-2551536", c[56] = c[1];
  c[57] = "https://example.org/news/" + std::to_string(r.i);
  std::string text;
  for (auto const& cell : c) text.append(&cell == &c.front() ? "" : "\t").append(cell);
  return text + '\n';
}

std::string icews_row(row const& r) {
  return std::to_string(r.i) + '\t' + r.day() + '\t' + r.party(0) + "\tExecutive\tRussian Federation\t" + r.title() + '\t' +
         std::string{r.code()} + "\t2.8\t" + r.party(1) + "\tGovernment\tUnited States\t55\t3\tAgency\t" + std::string{r.city()} +
         "\t\t\tSwitzerland\t46.2\t6.15\n";
}

std::string json_row(row const& r) {
  return R"({"id": ")" + r.id() + R"(", "kind": ")" + std::string{r.kind()} + R"(", "title": ")" + r.title() + R"(", "status": ")" +
         std::string{r.state()} + R"(", "when": ")" + r.day() + R"(", "parties": ["p)" + std::to_string(r.i * 31 % 2000) +
         R"("], "venues": ["v)" + std::to_string(r.i % 5) + "\"]}\n";
}

std::string plover_row(row const& r) {
  return R"({"id": ")" + r.id() + R"(", "date": ")" + r.day() + R"(", "event": "CONSULT", "mode": "visit", "source": [{"code": "RUS", )" +
         R"("actorText": ")" + r.party(0) + R"("}], "target": [{"code": "USA", "actorText": ")" + r.party(1) + R"("}], "text": ")" +
         r.title() + "\"},\n";
}

std::string calendar_row(row const& r) {
  return "BEGIN:VEVENT\r\nUID:" + r.id() + "\r\nDTSTART;VALUE=DATE:" + r.day('\0') + "\r\nSUMMARY:Talks\\, round " +
         std::to_string(r.i % 97) + "\\, of the delegations\r\nLOCATION:" + std::string{r.city()} +
         "\r\nSTATUS:CONFIRMED\r\nDESCRIPTION:No statement was made after it.\r\nEND:VEVENT\r\n";
}

std::string slide(row const& r) {
  auto const day = r.day();
  auto const number = [&](std::size_t at, std::size_t n) { return std::to_string(std::stoi(day.substr(at, n))); };
  return R"({"unique_id": ")" + r.id() + R"(", "start_date": {"year": )" + number(0, 4) + ", \"month\": " + number(5, 2) + ", \"day\": " +
         number(8, 2) + R"(}, "text": {"headline": ")" + r.title() + R"(", "text": "No statement was made after it."}, "group": ")" +
         r.party(0) + "\"},\n";
}

struct sample {
  std::string name;
  import_format format;
  std::string head;
  std::function<std::string(row const&)> of;
  std::string tail;
};

std::vector<sample> samples() {
  std::string const head = "id,date,kind,parties,city,status,title,note\n";
  std::string tabs = head;
  std::replace(tabs.begin(), tabs.end(), ',', '\t');
  return {{"csv", import_format::csv, head, [](row const& r) { return csv_row(r, ','); }, {}},
          {"tsv", import_format::tsv, tabs, [](row const& r) { return csv_row(r, '\t'); }, {}},
          {"gdelt", import_format::gdelt, {}, gdelt_row, {}},
          {"icews", import_format::icews,
           "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget "
           "Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n",
           icews_row, {}},
          {"jsonl", import_format::jsonl, {}, json_row, {}},
          {"plover", import_format::plover, "[\n", plover_row, "{}]\n"},
          {"ics", import_format::ics, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n", calendar_row, "END:VCALENDAR\r\n"},
          {"timelinejs", import_format::timelinejs, "{\"events\": [\n", slide, "{\"unique_id\": \"last\"}]}\n"}};
}

// Writes so many bytes of it, once.
fs::path made(sample const& s, fs::path const& folder, std::size_t bytes) {
  auto const path = folder / (std::to_string(bytes >> 20U) + "." + s.name);
  if (fs::exists(path)) return path;
  std::ofstream out{path, std::ios::binary};
  out << s.head;
  std::size_t written = s.head.size();
  for (std::size_t i = 0; written < bytes; ++i) {
    auto const text = s.of(row{i});
    out << text;
    written += text.size();
  }
  out << s.tail;
  return path;
}

std::size_t held_in(dossier const& d) {
  std::size_t n = 0;
  for (auto const e : d.events()) n += e.fields().status == status::held ? 1U : 0U;
  return n;
}

[[nodiscard]] double processor(rusage const& used) {
  auto const seconds = [](timeval const& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// One reading, in this process.
answer read_one(std::string const& how, import_format format, fs::path const& file) {
  answer a;
  auto const start = std::chrono::steady_clock::now();
  if (how == "cells") {
    auto const source = detail::open_source(file);
    detail::row_form form;
    form.separator = format == import_format::csv ? ',' : '\t';
    detail::row_reader rows{*source, form};
    if (rows.next() != detail::row_reader::got::row) std::exit(3);
    while (rows.next() == detail::row_reader::got::row) {
      ++a.rows;
      a.held += rows.cells()[5] == "held" ? 1U : 0U;
    }
  } else if (how == "dossier") {
    importing way;
    way.format = format;
    way.limits.bytes = std::size_t{1} << 40U;
    auto const in = import_events(file, way);
    a.rows = in.told.read;
    a.held = held_in(in.what);
  } else {
    importing way;
    way.format = format;
    way.limits.records = static_cast<std::size_t>(-1);
    bool const csv = how == "csv";
    auto const out = convert_rows({file}, way, csv ? export_format::csv : export_format::jsonl, [&](std::string_view line) {
      a.held += line.find(csv ? ",held," : R"("status": "held")") != std::string_view::npos ? 1U : 0U;
    });
    a.rows = out.told.front().read;
  }
  a.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  a.seconds = processor(used);
  return a;
}

// Runs a program and reads what it prints: `rows held`, and the times; where it doesn't print them, they are all that it took.
answer run(std::vector<std::string> const& words) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) std::exit(3);
  auto const start = std::chrono::steady_clock::now();
  auto const child = ::fork();
  if (child == 0) {
    ::dup2(pipe[1], 1);
    ::close(pipe[0]);
    std::vector<char*> list;
    for (auto const& w : words) list.push_back(const_cast<char*>(w.c_str()));
    list.push_back(nullptr);
    ::execvp(list[0], list.data());
    ::_exit(127);
  }
  ::close(pipe[1]);
  std::string said;
  std::array<char, 4096> buffer{};
  for (ssize_t n; (n = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) said.append(buffer.data(), static_cast<std::size_t>(n));
  ::close(pipe[0]);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  answer a;
  auto const got = std::sscanf(said.c_str(), "%zu %zu %lf %lf", &a.rows, &a.held, &a.seconds, &a.wall);
  if (status != 0 || got < 2) return {};
  if (got < 4) {
    a.seconds = processor(used);
    a.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  a.peak = static_cast<std::size_t>(used.ru_maxrss);
  return a;
}

struct contest {
  std::string name;
  std::vector<std::string> words;
  fs::path file;
};

bool answers(std::string const& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

// Medians of some runs, each beside the others. Where there is only one, it is the one that was compared.
bool compare(std::vector<contest> const& all, answer const& expected, int runs) {
  bool same = true;
  std::vector<std::vector<answer>> got(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const a = run(all[i].words);
    if (runs == 1) got[i].push_back(a);
    if (a == expected) continue;
    std::printf("%-40s differs: %zu rows, %zu held; expected %zu and %zu\n", all[i].name.c_str(), a.rows, a.held, expected.rows,
                expected.held);
    same = false;
  }
  if (!same) return false;
  for (int k = 0; runs > 1 && k < runs; ++k)
    for (std::size_t i = 0; i < all.size(); ++i) got[i].push_back(run(all[i].words));
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto& list = got[i];
    std::sort(list.begin(), list.end(), [](answer const& a, answer const& b) { return a.seconds < b.seconds; });
    auto const& m = list[list.size() / 2];
    auto const bytes = static_cast<double>(fs::file_size(all[i].file));
    std::printf("%-32s %9.0f rows/s %7.1f MB/s %7.2f s (%.2f to %.2f; by the clock %.2f) %6.0f MiB at most\n", all[i].name.c_str(),
                static_cast<double>(m.rows) / m.seconds, bytes / m.seconds / 1e6, m.seconds, list.front().seconds, list.back().seconds,
                m.wall, static_cast<double>(m.peak) / 1024);
    std::fflush(stdout);
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::string_view{argv[1]} == "--run") {
    auto const a = read_one(argv[2], *to_import_format(argv[3]), argv[4]);
    std::printf("%zu %zu %.6f %.6f\n", a.rows, a.held, a.seconds, a.wall);
    return 0;
  }
  auto const self = fs::absolute(argv[0]);
  auto const folder = self.parent_path() / "readers";
  fs::create_directories(folder);
  std::size_t const size = (argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 128) << 20U;
  int const runs = argc > 2 ? std::atoi(argv[2]) : 3;
  std::size_t const small = std::min(size, std::size_t{64} << 20U);
  auto const all = samples();
  auto const ours = [&](std::string const& how, sample const& s, fs::path const& file) {
    return contest{how == "cells"     ? s.name + ": cells only"
                   : how == "dossier" ? s.name + " to a dossier"
                                      : s.name + " to " + how + ", row by row",
                   {self.string(), "--run", how, s.name, file.string()}, file};
  };

  auto const table = made(all.front(), folder, size);
  std::printf("one table, %.0f MB:\n", static_cast<double>(fs::file_size(table)) / 1e6);
  auto const expected = run({self.string(), "--run", "cells", "csv", table.string()});
  std::vector<contest> on_one{ours("cells", all.front(), table), ours("jsonl", all.front(), table), ours("csv", all.front(), table)};
  if (answers("sqlite3 --version")) {
    (void)!std::system("echo \"sqlite3 $(sqlite3 --version | cut -d' ' -f1)\"");
    auto const import = ".mode csv\n.import '" + table.string() + "' t\n.mode list\nselect count(*) || ' ' || sum(status = 'held') " +
                        "from t;\n";
    std::ofstream{folder / "import.sql"} << import;
    auto const sql = " <'" + (folder / "import.sql").string() + "'";
    on_one.push_back({"sqlite3 .import, in memory", {"sh", "-c", "exec sqlite3 :memory:" + sql}, table});
    on_one.push_back({"sqlite3 .import, to a file", {"sh", "-c", "rm -f t.db && exec sqlite3 t.db" + sql}, table});
  } else {
    std::puts("skipped: no command sqlite3");
  }
  auto const duckdb = "cd '" + folder.string() + "' && echo '{\"private\": true}' >package.json && npm install --no-audit --no-fund " +
                      "--silent @duckdb/node-api@1.4.4-r.3";
  if (answers("node --version") && (fs::exists(folder / "node_modules/@duckdb/node-api") || answers(duckdb))) {
    auto const script = std::string{SINEDIE_SOURCE_DIR "/tests/benchmarks/readers.mjs"};
    fs::copy_file(script, folder / "readers.mjs", fs::copy_options::overwrite_existing);
    (void)!std::system(("node '" + (folder / "readers.mjs").string() + "'").c_str());
    for (auto const* const threads : {"1", "2"})
      on_one.push_back({std::string{"DuckDB read_csv, threads "} + threads,
                        {"node", (folder / "readers.mjs").string(), table.string(), threads}, table});
  } else {
    std::puts("skipped: no Node.js, or DuckDB can't be installed");
  }
  std::fflush(stdout);
  fs::current_path(folder);
  bool good = compare(on_one, expected, runs);

  std::printf("\neach reader:\n");
  for (auto const& s : all) {
    std::size_t rows = 0;
    auto const file = made(s, folder, small);
    answer truth = run({self.string(), "--run", "dossier", s.name, file.string()});
    for (std::size_t bytes = s.head.size(); bytes < small; ++rows) bytes += s.of(row{rows}).size();
    if (s.format == import_format::timelinejs) ++rows;
    if (truth.rows != rows) std::printf("%s: %zu rows read of %zu\n", s.name.c_str(), truth.rows, rows), good = false;
    std::vector<contest> list{ours("dossier", s, file)};
    if (has_rows(s.format)) list.push_back(ours("jsonl", s, file));
    good = compare(list, truth, runs) && good;
  }
  fs::remove("t.db");
  return good ? 0 : 1;
}
