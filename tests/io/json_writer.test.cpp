// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include "io/json_text.hpp"
#include "io/json_writer.hpp"

#include <clocale>
#include <cstdio>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <simdjson.h>

#include "soak.hpp"

namespace sinedie_test::json_writer_test {

using namespace sinedie::detail;

TEST_CASE("what fits on a line stands on one, what doesn't is broken, two blanks further in") {
  std::string text;
  json_writer out{text, 30};
  out.open_object(layout::block).key("a").number(1).key("short").open_array().number(1).null().boolean(true).close();
  out.key("list").open_array(layout::block);
  out.open_object().key("id").string("x").close();
  out.open_object().key("id").string("y").key("what").open_array().string("twelve bytes").string("and more").close().close();
  out.open_object().close();
  out.close().key("none").open_array(layout::block).close().key("empty").open_array().close().close();
  CHECK(text == R"({
  "a": 1,
  "short": [1, null, true],
  "list": [
    {"id": "x"},
    {
      "id": "y",
      "what": [
        "twelve bytes",
        "and more"
      ]
    },
    {}
  ],
  "none": [],
  "empty": []
}
)");
}

TEST_CASE("the width counts characters, the key before and the comma after") {
  auto const written = [](std::size_t width) {
    std::string text;
    json_writer out{text, width};
    out.open_object(layout::block).key("é").open_array().string("日本").number(7).close().close();
    return text;
  };
  // `  "é": ["日本", 7],` needs 17 characters
  CHECK(written(17) == "{\n  \"é\": [\"日本\", 7]\n}\n");
  CHECK(written(16) == "{\n  \"é\": [\n    \"日本\",\n    7\n  ]\n}\n");
}

TEST_CASE("on one line there is the same as on a very long one") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t caught = 0;
  for (std::size_t i = 0; i < sinedie_test::rounds(2000); ++i) {
    std::string flat;
    std::string wide;
    json_writer one{flat, json_writer::one_line};
    json_writer other{wide, json_writer::one_line / 2};
    std::vector<bool> objects;
    auto const both = [&](auto act) { act(one), act(other); };
    bool const top = random() % 2 == 0;
    both([&](json_writer& w) { top ? w.open_object() : w.open_array(); });
    objects.push_back(top);
    for (auto n = random() % 20; n > 0; --n) {
      auto const what = random() % 7;
      if (what == 0 && objects.size() > 1) {
        both([](json_writer& w) { w.close(); });
        objects.pop_back();
        continue;
      }
      if (objects.back()) both([&](json_writer& w) { w.key("k<" + std::to_string(n)); });
      if (what <= 2) {
        both([&](json_writer& w) { what == 1 ? w.open_object() : w.open_array(); });
        objects.push_back(what == 1);
      } else if (what == 3) {
        both([&](json_writer& w) { w.string("a\"\n\xE2\x80\xAE</x"); });
      } else if (what == 4) {
        both([&](json_writer& w) { w.number(static_cast<std::int64_t>(n)); });
      } else if (what == 5) {
        both([&](json_writer& w) { w.raw("{\"x\": [1, {}, \"a\"], \"y\": null}"); });
      } else {
        both([&](json_writer& w) { w.null(); });
      }
    }
    for (auto k = objects.size(); k > 0; --k) both([](json_writer& w) { w.close(); });
    REQUIRE(flat + '\n' == wide);
    ++compared;
    caught += flat.find(", ") != std::string::npos ? 1U : 0U;
  }
  std::printf("json_writer: %zu values written both ways\n", compared);
  CHECK(caught > compared / 2);
}

TEST_CASE("what stands inside a block is handed on as soon as it is complete") {
  std::string text;
  json_writer out{text};
  out.open_object(layout::block).key("entries").open_array(layout::block).open_object().key("id").string("first").close();
  CHECK(text.find("\"first\"") != std::string::npos);
}

TEST_CASE("strings are escaped where they could do something") {
  CHECK(json_string("plain é 日本 😀 /") == "\"plain é 日本 😀 /\"");
  CHECK(json_string("a\"b\\c\n\t\r\x01\x7F") == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f\"");
  CHECK(json_string("</script><!-- a < b -->") == "\"\\u003c/script>\\u003c!-- a < b -->\"");
  CHECK(json_string("\xE2\x80\xA8\xE2\x80\xAE\xE2\x80\x8B\xEF\xBB\xBF\xC2\x9B") == "\"\\u2028\\u202e\\u200b\\ufeff\\u009b\"");
  CHECK(json_string("\xF3\xA0\x81\x81") == "\"\\udb40\\udc41\"");
  CHECK(json_string("bad \xFF") == "\"bad \xEF\xBF\xBD\"");
}

TEST_CASE("numbers read back as the same number, in any locale") {
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  std::mt19937_64 random{7};
  simdjson::dom::parser parser;
  for (int i = 0; i < 1000; ++i) {
    double const n = static_cast<double>(static_cast<std::int64_t>(random())) / 1e13 * (i % 3 ? 1 : 1e-9);
    std::string text;
    json_writer{text}.open_array().number(n).close();
    double back = 0;
    REQUIRE(parser.parse(text).at(0).get(back) == simdjson::SUCCESS);
    CHECK(back == n);
  }
  std::string text;
  double const infinite = std::numeric_limits<double>::infinity();
  json_writer{text}.open_array().number(41.01).number(infinite).number(std::uint64_t{1} << 63U).number(-3).close();
  CHECK(text == "[41.01, null, 9223372036854775808, -3]\n");
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("raw JSON is laid out anew and otherwise left as it was written") {
  std::string text;
  json_writer out{text};
  out.open_object(layout::block).key("x-mine").raw("{\"n\":1.10,\n\"e\":1E+2 , \"s\":\"\\u00e9\\/\",\"k\\u0041\":[]}").close();
  CHECK(text == "{\n  \"x-mine\": {\"n\": 1.10, \"e\": 1E+2, \"s\": \"\\u00e9\\/\", \"k\\u0041\": []}\n}\n");
  CHECK_THROWS_AS(out.raw("{"), sinedie::error);
}

}  // namespace sinedie_test::json_writer_test
