// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/duration.hpp>

#include <string>

#include "catch.hpp"

namespace sinedie_test::duration_test {

using namespace sinedie;
using time::duration;

TEST_CASE("a duration has a least and a greatest length, since months and years differ", "[duration]") {
  constexpr std::int64_t day = 86400;
  CHECK(duration{"P1D"}.seconds_min() == day);
  CHECK(duration{"PT4H"}.seconds_max() == 14400);
  CHECK(duration{"P1M"}.seconds_min() == 28 * day);
  CHECK(duration{"P1M"}.seconds_max() == 31 * day);
  CHECK(duration{"P2M"}.seconds_min() == 59 * day);
  CHECK(duration{"P2M"}.seconds_max() == 62 * day);
  CHECK(duration{"P1Y"}.seconds_min() == 365 * day);
  CHECK(duration{"P4Y"}.seconds_min() == 1460 * day);  // over 1900
  CHECK(duration{"P4Y"}.seconds_max() == 1461 * day);
  CHECK(duration{"P400Y"}.seconds_min() == duration{"P400Y"}.seconds_max());
  CHECK(duration{"P1Y2M3DT4H5M6S"}.seconds_min() == (365 + 59 + 3) * day + 4 * 3600 + 5 * 60 + 6);
  CHECK(duration{"P2W1D"}.seconds_max() == 15 * day);
  CHECK(duration{"PT5M"}.seconds_max() == 300);
  CHECK(duration{"P1D"}.text() == "P1D");
}

TEST_CASE("what isn't a duration is refused with the value and the offset", "[duration]") {
  struct { char const* text; errc code; std::size_t offset; } const bad[] = {
      {"", errc::empty, 0},          {"1D", errc::bad_syntax, 0},    {"P", errc::bad_syntax, 1},      {"PT", errc::bad_syntax, 2},
      {"P1", errc::bad_syntax, 2},   {"P1H", errc::bad_syntax, 2},   {"PT1D", errc::bad_syntax, 3},   {"P1D1M", errc::bad_syntax, 4},
      {"P-1D", errc::bad_syntax, 1}, {"P1D ", errc::bad_syntax, 3},  {"P1.5D", errc::bad_syntax, 2},  {"P1DT", errc::bad_syntax, 4},
      {"p1d", errc::bad_syntax, 0},  {"P1D1D", errc::bad_syntax, 4}, {"PT1HT1S", errc::bad_syntax, 4}};
  for (auto const& [text, code, offset] : bad) {
    CAPTURE(text);
    auto const d = duration::try_parse(text);
    REQUIRE_FALSE(d);
    CHECK(d.error().code == code);
    CHECK(d.error().offset == offset);
    CHECK(d.error().message.find('"' + std::string{text} + '"') != std::string::npos);
  }
  CHECK(duration::try_parse("P99999999999999999999999Y").error().code == errc::out_of_range);
  CHECK(duration::try_parse("PT4611686018427387904S").error().code == errc::out_of_range);
  CHECK(duration::try_parse("P" + std::string(500, '0') + "1D").error().code == errc::too_long);
  CHECK_THROWS_AS(duration{"soon"}, error);
}

}  // namespace sinedie_test::duration_test
