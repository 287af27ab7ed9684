// SPDX-License-Identifier: BSL-1.0
// Memory that ends at the k-th allocation, for every k: one exception, nothing changed, nothing leaked.
#include "catch.hpp"
#include "ending_memory.hpp"

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace sinedie_test::out_of_memory_test {

using namespace sinedie;

namespace {

template <typename Run>
long failures(Run run) {
  return sinedie_test::failures(run, [] {});
}

}  // namespace

TEST_CASE("reading a dossier while memory ends is one exception, and nothing leaks") {
  std::string const text = read_file(SINEDIE_SOURCE_DIR "/tests/io/data/every-member.json");
  long const tried = failures([&] { (void)read_dossier(text); });
  std::cout << "out_of_memory: " << tried << " allocations of reading failed in turn\n";
  CHECK(tried > 500);
}

TEST_CASE("complaining while memory ends is one exception too") {
  long const tried = failures([&] {
    try {
      (void)read_dossier("{\"sinedie\": 1, \"events\": [{\"id\": \"a b\", \"when\": 3}, {\"colour\": 1}], \"events\": 2}");
    } catch (error const& e) {
      if (e.problems().size() < 3) std::abort();
    }
  });
  CHECK(tried > 50);
}

TEST_CASE("writing, merging and saving while memory ends change nothing") {
  dossier const d = read_dossier(read_file(SINEDIE_SOURCE_DIR "/tests/io/data/every-member.json"));
  std::string const text = to_json(d);
  CHECK(failures([&] { (void)to_json(d); }) > 100);
  CHECK(failures([&] { (void)merge({d, d}); }) > 100);
  CHECK(to_json(d) == text);
}

}  // namespace sinedie_test::out_of_memory_test
