// SPDX-License-Identifier: BSL-1.0
// Parses a dossier's file with Boost.JSON and prints its version, how many events there are, and the seconds that parsing took.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <boost/json/src.hpp>
#include <boost/version.hpp>

int main(int, char** argv) {
  std::ifstream in{argv[1], std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto const start = std::chrono::steady_clock::now();
  auto const value = boost::json::parse(text);
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
  std::printf("Boost.JSON-%s %zu %.6f\n", BOOST_LIB_VERSION, value.as_object().at("events").as_array().size(), took.count());
}
