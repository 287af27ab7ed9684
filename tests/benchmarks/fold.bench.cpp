// SPDX-License-Identifier: BSL-1.0
#include "measure.hpp"

#include <sinedie/model/fold.hpp>

#include <string>
#include <vector>

int main() {
  std::vector<std::string> const plain(1000, "Ministry of Foreign Affairs of the Russian Federation");
  std::vector<std::string> const marked(1000, "İstanbul’daki Amerika Birleşik Devletleri Başkonsolosluğu");
  using namespace sinedie_bench;
  measure("fold a name of 53 bytes, ASCII", plain.size(), [&] {
    for (auto const& name : plain) keep(sinedie::fold(name));
  });
  measure("fold a name of 63 bytes, with diacritics", marked.size(), [&] {
    for (auto const& name : marked) keep(sinedie::fold(name));
  });
}
