// SPDX-License-Identifier: BSL-1.0
// Loads a dossier file and shows what has no date yet, as the command does.
// [program]
#include <iostream>

#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/show.hpp>
#include <sinedie/sinedie.hpp>

int main() {
  try {
    sinedie::timeline const talks{sinedie::load("examples/data/istanbul-april-2025.json")};
    std::cout << sinedie::show_table(talks, talks.select(sinedie::query{"no_date_yet"}));
  } catch (sinedie::error const& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
// [/program]
