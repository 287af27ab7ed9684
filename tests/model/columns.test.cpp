// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/detail/columns.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::columns_test {

TEST_CASE("a string is stored once, and its view outlives the growth of the table", "[columns]") {
  sinedie::detail::string_table table;
  auto const first = table.intern("Riyadh");
  auto const view = table[first];
  auto const* const where = view.data();
  for (int i = 0; i < 20000; ++i) table.intern("venue-" + std::to_string(i));
  table.intern(std::string(200000, 'x'));
  CHECK(table.intern("Riyadh") == first);
  CHECK(table[first].data() == where);
  CHECK(view == "Riyadh");
  CHECK(table.size() == 20003);
  CHECK(table.find("Istanbul") == 0);
  CHECK(table.intern("") == 0);
  CHECK(table[0].empty());
}

TEST_CASE("a ragged column forgets exactly the rows after a cut, and what was begun", "[columns]") {
  sinedie::detail::ragged<int> lists;
  for (int row = 0; row < 5; ++row) {
    for (int i = 0; i < row; ++i) lists.add(row * 10 + i);
    lists.close();
  }
  lists.add(99);
  lists.truncate(3);
  REQUIRE(lists.size() == 3);
  CHECK(lists[0].empty());
  CHECK(lists[2].size() == 2);
  CHECK(lists[2][1] == 21);
  lists.add(7);
  lists.close();
  CHECK(lists[3].size() == 1);
  CHECK(lists[3][0] == 7);
}

}  // namespace sinedie_test::columns_test
