// SPDX-License-Identifier: BSL-1.0
// Draws a dossier: a chart on the terminal, a drawing for a paper, a page to send.
#include <filesystem>
#include <iostream>

#include <sinedie/io/file.hpp>
#include <sinedie/io/picture.hpp>

int main() {
  using namespace sinedie;
  dossier talks;
  talks.title("Grain talks").as_of("2022-07-20");
  talks.add(party{"russia", "Russia"}).add(party{"ukraine", "Ukraine"}).add(venue{"istanbul", "Istanbul"});
  talks.add(event{"first", "Four-way talks"}.between("russia", "ukraine").at("istanbul").held().on("2022-07-13"));
  talks.add(event{"centre", "A coordination centre"}.at("istanbul").announced().expected("2022-07-25/2022-08-05").after("signing"));
  talks.add(event{"signing", "Signing of the agreement"}.between("russia", "ukraine").at("istanbul").announced().after("first"));

  // [chart]
  picture_options how;
  how.columns = 72;
  std::cout << show_chart(talks, how);
  // [/chart]

  // [drawing]
  how.lanes = lanes_by::venue;
  how.window = time::dating{"2022-07/2022-08"}.hull();
  how.width = 900;
  auto const folder = std::filesystem::temp_directory_path();
  save_atomically(folder / "sinedie-talks.svg", show_svg(talks, how));
  save_atomically(folder / "sinedie-talks.html", show_page(talks, {.language = "fr"}));
  // [/drawing]
  std::filesystem::remove(folder / "sinedie-talks.svg");
  std::filesystem::remove(folder / "sinedie-talks.html");
}
