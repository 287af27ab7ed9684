// SPDX-License-Identifier: BSL-1.0
// One of two translation units that include everything.
#include <sinedie/sinedie.hpp>

#include <string>

std::string shown_by_two();

int main() {
  try {
    sinedie::detail::raise(sinedie::errc::no_such_day, "30 February");
  } catch (sinedie::error const& e) {
    return to_string(e.code()) == "no_such_day" && shown_by_two() == "no_such_day" ? 0 : 1;
  }
  return 2;
}
