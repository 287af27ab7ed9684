// SPDX-License-Identifier: BSL-1.0
// Parses a dossier's file with nlohmann's library and prints its version, how many events there are, and the seconds that parsing
// took.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

int main(int, char** argv) {
  std::ifstream in{argv[1], std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto const start = std::chrono::steady_clock::now();
  auto const value = nlohmann::json::parse(text);
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
  std::printf("nlohmann-%d.%d.%d %zu %.6f\n", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH,
              value.at("events").size(), took.count());
}
