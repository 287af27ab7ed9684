// SPDX-License-Identifier: BSL-1.0
// A page of many meetings: how long it takes to make, and, where there are a browser, Node.js and npm, how long until a reader
// sees its first picture, beside npm's vis-timeline with the same events in the same browser (picture.mjs).
#include "measure.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <sinedie/io/picture.hpp>
#include <sinedie/sinedie.hpp>

namespace {

[[nodiscard]] std::string numbered(std::string text, std::int64_t n) { return text += std::to_string(n); }

constexpr int parties = 8;

/// Meetings over sixty years, none like the one before it.
sinedie::dossier meetings(int n) {
  sinedie::dossier d;
  d.title(std::to_string(n) + " meetings");
  for (int i = 0; i < parties; ++i) d.add(sinedie::party{numbered("p", i), numbered("Party ", i)});
  auto const from = std::chrono::sys_days{std::chrono::year{1960} / 1 / 1};
  for (std::int64_t i = 0; i < n; ++i)
    d.add(sinedie::event{numbered("e", i), numbered("Meeting ", i) + " of the delegations"}
              .on(from + std::chrono::days{i * 7919 % 22000})
              .held()
              .between(numbered("p", i * 31 % parties)));
  return d;
}

/// As dossiers are: most were held on a day, some within a month or over days, some planned, called off, or without a date but
/// after another.
sinedie::dossier mixture(int n) {
  using sinedie::event;
  sinedie::dossier d;
  d.title(std::to_string(n) + " events of all sorts");
  for (int i = 0; i < parties; ++i) d.add(sinedie::party{numbered("p", i), numbered("Party ", i)});
  for (int i = 0; i < 40; ++i) d.add(sinedie::venue{numbered("v", i), numbered("Venue ", i)});
  auto const from = std::chrono::sys_days{std::chrono::year{1960} / 1 / 1};
  for (std::int64_t i = 0; i < n; ++i) {
    auto const day = from + std::chrono::days{i * 7919 % 22000};
    auto const date = sinedie::time::to_day_string(sinedie::time::instant::of(day));
    event e{numbered("e", i), numbered("Meeting ", i) + " of the delegations"};
    e.between(numbered("p", i % parties), numbered("p", (i + 1 + i / parties % 7) % parties)).at(numbered("v", i % 40));
    switch (i % 20) {
      case 15: e.on(date.substr(0, 7)).held(); break;
      case 16: e.on(date + "/" + sinedie::time::to_day_string(sinedie::time::instant::of(day + std::chrono::days{4}))).held(); break;
      case 17: e.on(day).scheduled(); break;
      case 18: e.on(day).cancelled(); break;
      case 19: e.announced().after(numbered("e", i - 2)); break;
      default: e.on(day).held(); break;
    }
    d.add(std::move(e));
  }
  return d;
}

/// The same for the other: one array of [id, title, day, party] each.
std::string columns(sinedie::dossier const& d) {
  std::string made = "[";
  for (auto const entry : sinedie::timeline{d}) {
    made += made.size() == 1 ? "[\"" : ",[\"";
    made += entry.id().str() + "\",\"" + std::string{entry.title().get("en")} + "\",\"" + std::string{entry.stated()->text()} + "\",\"" +
            entry.fields().parties->front().party.str() + "\"]";
  }
  return made + ']';
}

bool answers(std::string const& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace

int main(int, char** argv) {
  namespace fs = std::filesystem;
  auto const folder = fs::absolute(argv[0]).parent_path() / "picture";
  fs::create_directories(folder);
  for (int const n : {1000, 10000, 100000}) {
    auto const d = meetings(n);
    std::string page;
    sinedie_bench::measure("make a page of " + std::to_string(n) + " events", static_cast<std::size_t>(n),
                           [&] { page = sinedie::show_page(d); });
    std::ofstream{folder / (std::to_string(n) + ".html"), std::ios::binary} << page;
    std::ofstream{folder / (std::to_string(n) + ".json"), std::ios::binary} << columns(d);
  }
  {
    std::string page;
    auto const d = mixture(100000);
    sinedie_bench::measure("make a page of 100000 events of all sorts", 100000, [&] { page = sinedie::show_page(d); });
    std::ofstream{folder / "mixture.html", std::ios::binary} << page;
  }
  std::fflush(stdout);
  if (!answers("node --version") || !answers("npm --version")) {
    std::puts("skipped: no Node.js or no npm, so nothing is opened");
    return 0;
  }
  auto const quoted = "'" + folder.string() + "'";
  auto const install = "cd " + quoted + " && echo '{\"private\": true}' >package.json" +
                       " && npm install --no-audit --no-fund --silent playwright-core@1 vis-timeline@8";
  if (!fs::exists(folder / "node_modules" / "vis-timeline") && !answers(install)) {
    std::puts("skipped: playwright-core and vis-timeline can't be installed, so nothing is opened");
    return 0;
  }
  return std::system(("node '" SINEDIE_SOURCE_DIR "/tests/benchmarks/picture.mjs' " + quoted).c_str()) == 0 ? 0 : 1;
}
